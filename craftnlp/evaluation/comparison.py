"""A reading beside the annotation: which span answers which.

Two spans may answer each other when they share at least half of the shorter one and the read one is no longer than
three times the annotated one and four characters: swallowing a sentence earns nothing. They are paired one to one, the
best overlap first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from craftnlp.evaluation.passages import AnnotatedStep, Passage, Span
from craftnlp.evaluation.support import is_hand, numbers_in_value, numbers_said

FIELDS = (
    "action",
    "tool",
    "material",
    "quantity",
    "hand",
    "manner_path",
    "caution",
    "place",
    "condition",
    "result",
)
SWALLOW_TIMES, SWALLOW_MORE = 3, 4


class Bounded(Protocol):
    """Anything with a start and an end."""

    @property
    def start(self) -> int:
        """The offset of its first character."""

    @property
    def end(self) -> int:
        """The offset after its last one."""


class Placed(NamedTuple):
    """A span and the number of the step it stands in."""

    span: Span
    step: int


class Pair(NamedTuple):
    """A read span and the annotated one it answers."""

    read: Placed
    gold: Placed

    @property
    def exact(self) -> bool:
        """Same start, same end."""
        return (self.read.span.start, self.read.span.end) == (self.gold.span.start, self.gold.span.end)


class Invention(NamedTuple):
    """Something read that the passage does not support."""

    passage: str | int
    field: str
    span: Span


@dataclass(slots=True)
class Compared:
    """One field of one passage. ``unsupported`` counts what was read and stands nowhere."""

    read: list[Placed] = field(default_factory=list)
    gold: list[Placed] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    unsupported: int = 0


@dataclass(slots=True)
class Comparison:
    """One passage. ``step_of`` gives the annotated step whose action a read step's action answers."""

    passage: Passage
    fields: dict[str, Compared]
    step_of: dict[int, int]
    invented: list[Invention]


def compare(passage: Passage, steps: Sequence[AnnotatedStep]) -> Comparison:
    """Set the steps that were read beside the annotated ones."""
    fields = {name: _compared(name, passage, steps) for name in FIELDS}
    step_of = {pair.read.step: pair.gold.step for pair in fields["action"].pairs}
    return Comparison(passage, fields, step_of, list(_inventions(passage, steps)))


def _compared(name: str, passage: Passage, steps: Sequence[AnnotatedStep]) -> Compared:
    out = Compared(gold=list(_placed(name, passage.steps)))
    seen: set[tuple[int, int]] = set()
    for placed in _placed(name, steps):
        place = placed.span.start, placed.span.end
        if not placed.span.stands_in(passage.text):
            out.unsupported += 1
        elif name == "action" or place not in seen:  # a span that stands in several steps belongs to the first
            seen.add(place)
            out.read.append(placed)
    if name == "quantity":
        out.read = [placed for placed in out.read if not _ignored(placed.span, passage, out.gold)]
    out.pairs = list(_pairs(out.read, out.gold))
    return out


def _placed(name: str, steps: Sequence[AnnotatedStep]) -> Iterator[Placed]:
    names = ("manner", "path") if name == "manner_path" else (name,)
    for number, step in enumerate(steps):
        yield from (Placed(span, number) for one in names for span in step.spans(one))


def _ignored(span: Span, passage: Passage, gold: list[Placed]) -> bool:
    inside = any(_shared(span.start, span.end, start, end) > 0 for start, end in passage.ignore)
    return inside and not any(overlap(span, other.span) > 0 for other in gold)


def _pairs(read: Sequence[Placed], gold: Sequence[Placed]) -> Iterator[Pair]:
    possible = sorted(
        (
            (_likeness(mine.span, theirs.span), i, j)
            for i, mine in enumerate(read)
            for j, theirs in enumerate(gold)
            if may_answer(mine.span, theirs.span)
        ),
        reverse=True,
    )
    free_read, free_gold = set(range(len(read))), set(range(len(gold)))
    for _, i, j in possible:
        if i in free_read and j in free_gold:
            free_read.remove(i)
            free_gold.remove(j)
            yield Pair(read[i], gold[j])


def may_answer(read: Bounded, gold: Bounded) -> bool:
    """The lenient match: half of the shorter span is shared, and nothing is swallowed."""
    mine, theirs = read.end - read.start, gold.end - gold.start
    shared = overlap(read, gold)
    return shared > 0 and 2 * shared >= min(mine, theirs) and mine <= SWALLOW_TIMES * theirs + SWALLOW_MORE


def _likeness(read: Span, gold: Span) -> float:
    return overlap(read, gold) / max(read.end - read.start, gold.end - gold.start)


def overlap(one: Bounded, other: Bounded) -> int:
    """How many characters two spans share; negative where they are apart."""
    return _shared(one.start, one.end, other.start, other.end)


def _shared(start: int, end: int, other_start: int, other_end: int) -> int:
    return min(end, other_end) - max(start, other_start)


def _inventions(passage: Passage, steps: Sequence[AnnotatedStep]) -> Iterator[Invention]:
    numbers = numbers_said(passage.text)
    for name in FIELDS:
        for span, _ in _placed(name, steps):
            wrong_number = name == "quantity" and not numbers_in_value(span.value or "") <= numbers
            no_hand = name == "hand" and not is_hand(passage.text[span.start : span.end])
            if wrong_number or no_hand or not span.stands_in(passage.text):
                yield Invention(passage.id, name, span)
