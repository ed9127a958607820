"""The order of the steps as a drawing: steps one under the other, forks side by side, loops around what is repeated.

Only what the edges say is drawn. What fits into no fork and no loop is told in words at its step. No order leads from one
technique to another.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from graphlib import CycleError, TopologicalSorter
from heapq import heappop, heappush
from typing import ClassVar, Protocol

from craftnlp.spec import Edge, Relation, Section, TechniqueSpec, is_order


class Numbered(Protocol):
    """A step as some page shows it."""

    @property
    def number(self) -> int:
        """Its place in the specification."""
        ...


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of a step in words: how it stands to another one, and the words of the master that say so."""

    kind: str  # parallel, alternative, repeat, or earlier: told after the other, done before it
    other: Numbered
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """One step."""

    kind: ClassVar[str] = "step"
    id: str
    row: Numbered
    notes: tuple[Note, ...] = ()

    def first(self) -> set[str]:
        """The steps it begins with."""
        return {self.id}

    def last(self) -> set[str]:
        """The steps it ends with."""
        return {self.id}


@dataclass(frozen=True, slots=True)
class Fork:
    """Branches that are done together, or of which one is chosen."""

    kind: ClassVar[str] = "fork"
    relation: Relation
    branches: tuple[tuple["Item", ...], ...]
    words: tuple[str, ...]

    def first(self) -> set[str]:
        """The steps its branches begin with."""
        return set().union(*(branch[0].first() for branch in self.branches))

    def last(self) -> set[str]:
        """The steps its branches end with."""
        return set().union(*(branch[-1].last() for branch in self.branches))


@dataclass(frozen=True, slots=True)
class Loop:
    """Steps that are done again, with the words that say how often."""

    kind: ClassVar[str] = "loop"
    items: tuple["Item", ...]
    begin: Numbered
    end: Numbered
    words: tuple[str, ...]

    def first(self) -> set[str]:
        """The steps its body begins with."""
        return self.items[0].first()

    def last(self) -> set[str]:
        """The steps its body ends with."""
        return self.items[-1].last()


Item = Node | Fork | Loop
Branches = list[list[str]]  # the ids of the steps


@dataclass(frozen=True, slots=True)
class Part:
    """The steps of one technique. ``section`` are the words that open it; none where only one technique is told."""

    section: Section | None
    items: tuple[Item, ...]


def drawing(spec: TechniqueSpec, rows: Mapping[str, Numbered]) -> tuple[Part, ...]:
    """The drawing of these steps. ``rows`` holds them by id, in the order of doing."""
    return tuple(
        Part(section, _Drawing(spec, {step_id: rows[step_id] for step_id in rows if step_id in told}).items())
        for section, told in sections_told(spec)
        if told & rows.keys()
    )


def is_plain(parts: Sequence[Part]) -> bool:
    """Whether the order is a single line: nothing is said beyond one step after the other."""
    items = [item for part in parts for item in part.items]
    return len(parts) < 2 and all(isinstance(item, Node) and not item.notes for item in items)


def sections_told(spec: TechniqueSpec) -> Iterator[tuple[Section | None, set[str]]]:
    """The sections with their steps; first, under none, the steps told before any section."""
    ids = [step.id for step in spec.steps]
    starts = [0, *(ids.index(section.first) for section in spec.sections), len(ids)]
    for section, start, end in zip((None, *spec.sections), starts, starts[1:], strict=False):
        yield section, set(ids[start:end])


class _Drawing:
    """The drawing of one technique while it is made."""

    def __init__(self, spec: TechniqueSpec, rows: Mapping[str, Numbered]) -> None:
        self.rows = rows
        self.told = {step.id: at for at, step in enumerate(spec.steps)}
        self.place = {step_id: at for at, step_id in enumerate(rows)}
        self.edges = [edge for edge in spec.edges if edge.source in rows and edge.target in rows]
        self.after: dict[str, list[Edge]] = defaultdict(list)
        self.before: dict[str, list[Edge]] = defaultdict(list)
        for edge in filter(is_order, self.edges):
            self.after[edge.source].append(edge)
            self.before[edge.target].append(edge)
        self.drawn: set[Edge] = set()

    def items(self) -> tuple[Item, ...]:
        """Everything in order; what could not be drawn is noted at its step."""
        items = self._lined(list(self.rows))
        loops = [edge for edge in self.edges if edge.relation is Relation.REPEAT]
        for edge in sorted(loops, key=lambda loop: self.told[loop.source] - self.told[loop.target]):
            items = self._looped(items, edge)
        notes: dict[str, list[Note]] = defaultdict(list)
        for edge in self.edges:
            if edge not in self.drawn:
                self._note(notes, edge)
        return tuple(_noted(item, notes) for item in items)

    def _lined(self, ids: list[str]) -> list[Item]:
        """These steps one under the other, those that stand beside each other in forks."""
        forks: dict[str, tuple[list[Edge], Branches]] = {}
        taken: set[str] = set()
        found = [(edges, self._branches(ids, edges)) for edges in self._beside(ids)]
        for edges, branches in sorted(found, key=lambda one: -sum(map(len, one[1]))):  # a fork in a branch comes later
            inside = {step_id for branch in branches for step_id in branch}
            if inside and not inside & taken:
                forks[branches[0][0]] = (edges, branches)
                taken |= inside
        order = self._units(ids, [branches for _, branches in forks.values()])
        return [self._fork(*forks[first]) if first in forks else Node(first, self.rows[first]) for first in order]

    def _fork(self, edges: list[Edge], branches: Branches) -> Fork:
        self.drawn |= set(edges)
        said = dict.fromkeys(word for edge in edges for word in _words(edge))
        return Fork(edges[0].relation, tuple(tuple(self._lined(branch)) for branch in branches), tuple(said))

    def _beside(self, ids: list[str]) -> Iterator[list[Edge]]:
        """The edges that put these steps beside each other: one list for each group."""
        here = set(ids)
        edges = [edge for step_id in ids for edge in self.after[step_id] if edge.target in here]
        for relation in (Relation.ALTERNATIVE, Relation.PARALLEL):
            groups: dict[str, list[Edge]] = {}
            for edge in edges:
                if edge.relation is relation:
                    one, other = groups.get(edge.source, []), groups.get(edge.target, [])
                    joined = [*one, *(other if other is not one else []), edge]
                    groups |= {step_id: joined for each in joined for step_id in (each.source, each.target)}
            yield from {id(group): group for group in groups.values()}.values()

    def _branches(self, ids: list[str], edges: list[Edge]) -> Branches:
        """What only one of these steps leads to, for each; nothing where that cannot be drawn side by side."""
        heads = sorted(
            {step_id for edge in edges for step_id in (edge.source, edge.target)}, key=self.place.__getitem__
        )
        reached = self._reached(ids, heads, {(edge.source, edge.target, edge.relation) for edge in edges})
        branches = [[step_id for step_id, by in reached.items() if by == {head}] for head in heads]
        return branches if all(head in branch for head, branch in zip(heads, branches, strict=True)) else []

    def _reached(
        self, ids: list[str], heads: list[str], own: Collection[tuple[str, str, Relation]]
    ) -> dict[str, set[str]]:
        """From which of the heads each step is reached, as far as branches go. ``own`` edges do not count."""
        reached: dict[str, set[str]] = {}
        open_ends = set(heads)
        here = set(ids)
        for step_id in ids[ids.index(heads[0]) :]:
            edges = [edge for edge in self.before[step_id] if (edge.source, edge.target, edge.relation) not in own]
            by = set().union(*(reached.get(edge.source, set()) for edge in edges), {step_id} & set(heads))
            if by:
                reached[step_id] = by
            open_ends.discard(step_id)
            if len(by) == 1:
                open_ends |= {edge.target for edge in self.after[step_id] if edge.target in here} - reached.keys()
            if not open_ends:
                break
        return reached

    def _units(self, ids: list[str], forks: Sequence[Branches]) -> list[str]:
        """The first step of each fork and all steps outside, in order. A fork waits for all that comes before its branches."""
        unit = {step_id: step_id for step_id in ids}
        for branches in forks:
            unit |= {step_id: branches[0][0] for branch in branches for step_id in branch}
        place = {step_id: at for at, step_id in enumerate(ids)}
        places = {place[first] for first in unit.values()}
        waiting: TopologicalSorter[int] = TopologicalSorter(dict.fromkeys(places, ()))
        for edge in (edge for step_id in ids for edge in self.after[step_id]):
            if edge.target in unit and unit[edge.source] != unit[edge.target]:
                waiting.add(place[unit[edge.target]], place[unit[edge.source]])
        return [ids[at] for at in _sorted(places, waiting)]

    def _looped(self, items: list[Item], edge: Edge) -> list[Item]:
        """The items with a loop around those it repeats, at whatever depth they stand; unchanged where that fits nowhere."""
        begin = next((at for at, item in enumerate(items) if edge.target in item.first()), None)
        end = next((at for at, item in enumerate(items) if edge.source in item.last()), None)
        if begin is not None and end is not None and begin <= end and not _is_branch(items, begin, end, edge):
            self.drawn.add(edge)
            body = tuple(items[begin : end + 1])
            loop = Loop(body, self.rows[edge.target], self.rows[edge.source], _words(edge))
            return [*items[:begin], loop, *items[end + 1 :]]
        return [self._looped_inside(item, edge) for item in items]

    def _looped_inside(self, item: Item, edge: Edge) -> Item:
        match item:
            case Fork():
                return replace(item, branches=tuple(tuple(self._looped(list(one), edge)) for one in item.branches))
            case Loop():
                return replace(item, items=tuple(self._looped(list(item.items), edge)))
            case _:
                return item

    def _note(self, notes: dict[str, list[Note]], edge: Edge) -> None:
        """Tell an edge in words, at the step that was told later."""
        match edge.relation:
            case Relation.PARALLEL | Relation.ALTERNATIVE:
                notes[edge.target].append(Note(edge.relation.value, self.rows[edge.source], _words(edge)))
            case Relation.REPEAT:
                notes[edge.source].append(Note("repeat", self.rows[edge.target], _words(edge)))
            case Relation.BEFORE if self.told[edge.source] > self.told[edge.target]:
                notes[edge.source].append(Note("earlier", self.rows[edge.target], _words(edge)))


def _noted(item: Item, notes: Mapping[str, Sequence[Note]]) -> Item:
    match item:
        case Fork():
            branches = tuple(tuple(_noted(each, notes) for each in branch) for branch in item.branches)
            return replace(item, branches=branches)
        case Loop():
            return replace(item, items=tuple(_noted(each, notes) for each in item.items))
        case _:
            return replace(item, notes=tuple(notes.get(item.id, ())))


def _is_branch(items: Sequence[Item], begin: int, end: int, edge: Edge) -> bool:
    """Whether a loop belongs into one branch of a fork rather than around it all."""
    item = items[begin]
    if begin != end or not isinstance(item, Fork):
        return False
    return any(edge.target in branch[0].first() and edge.source in branch[-1].last() for branch in item.branches)


def _sorted(places: Collection[int], waiting: TopologicalSorter[int]) -> list[int]:
    """Lowest first, as far as the order allows. An archived specification may hold a circle; then lowest first."""
    try:
        waiting.prepare()
    except CycleError:
        return sorted(places)
    order, ready = [], list[int]()
    while waiting.is_active():
        for at in waiting.get_ready():
            heappush(ready, at)
        order.append(heappop(ready))
        waiting.done(order[-1])
    return order


def _words(edge: Edge) -> tuple[str, ...]:
    """What the master said of this order. Words that follow each other are one quote."""
    quotes = sorted(dict.fromkeys(edge.quotes()), key=lambda quote: (quote.start, -quote.end))
    if len(quotes) < 2 or quotes[1].end <= quotes[0].end:
        return tuple(quote.text for quote in quotes[:1])
    first, second = quotes
    if second.start <= first.end:
        return (first.text + second.text[first.end - second.start :],)
    return (first.text, second.text)
