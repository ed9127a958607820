"""The order of the steps: that of the telling, unless a word says otherwise.

A step follows the one told before it. 同时 and 或者 put it beside that step, 如果…否则 makes two branches that come
together again, X之前先 puts it before a step that was told earlier, and 反复…遍 leads back. No edge crosses from one
technique of an interview to the next.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from craftnlp.components.order.loops import loops
from craftnlp.components.order.sections import headings, take_out
from craftnlp.components.order.telling import Telling, Told, tellings
from craftnlp.components.order.turns import Turn, beside, earlier, follows, opens_branch
from craftnlp.components.reading import Reading
from craftnlp.components.speech.repairs import take_back
from craftnlp.spec import Edge, Quote, Relation


def sequence(reading: Reading) -> None:
    """Join the steps of each technique."""
    take_out(reading)
    take_back(reading)
    reading.edges = []
    for telling in tellings(reading, [heading.first for heading in headings(reading)]):
        reading.edges += [*_Walk(reading, telling).edges(), *loops(reading, telling)]


@dataclass(slots=True)
class _Walk:
    """One technique from its first step to its last. ``front`` are the steps that the next one follows."""

    reading: Reading
    telling: Telling
    front: list[Told] = field(default_factory=list)
    branch: Told | None = None  # the first step of an open 如果
    waiting: list[Told] = field(default_factory=list)  # the ends of the first branch while the second is told

    def edges(self) -> Iterator[Edge]:
        """Every edge but those of loops."""
        for told in self.telling.steps:
            yield from self._joined(told)

    def _joined(self, told: Told) -> Iterator[Edge]:
        before = self.telling.before(told)
        if before is None:
            self._go_on(told)
        elif turn := earlier(self.telling, told):
            yield self._edge(told, turn.other, Relation.BEFORE, turn)
        elif turn := self._second_branch(told):
            yield self._edge(turn.other, told, Relation.ALTERNATIVE, turn)
        elif turn := beside(self.telling, told, before):
            yield self._edge(before, told, turn.relation, turn)
            self.front.append(told)
        else:
            yield from self._followed(told)

    def _followed(self, told: Told) -> Iterator[Edge]:
        marker = follows(told)
        if self.waiting and (marker or told.sentence != self.front[-1].sentence):
            self.front, self.waiting = [*self.waiting, *self.front], []
        quote = self.reading.quote(*marker) if marker else None
        for source in self.front:
            yield Edge(source=source.id, target=told.id, marker=quote)
        self._go_on(told)

    def _second_branch(self, told: Told) -> Turn | None:
        turn = opens_branch(told)
        if turn is None or self.branch is None or not turn.closes(self.branch, told):
            return None
        self.waiting, self.front, start, self.branch = [*self.waiting, *self.front], [told], self.branch, None
        return turn._replace(other=start)

    def _go_on(self, told: Told) -> None:
        self.front = [told]
        turn = opens_branch(told)
        if turn is not None and turn.is_first:
            self.branch = told

    def _edge(self, source: Told, target: Told, relation: Relation, turn: Turn) -> Edge:
        marker: Quote = self.reading.quote(turn.start, turn.end)
        return Edge(source=source.id, target=target.id, relation=relation, marker=marker)
