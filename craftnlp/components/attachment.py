"""Attachment: which act each value belongs to.

A value goes to an act of its own clause: to the act before it where it stands there as its object, to the act after it
where a small word announces it (用, 把, 在 …) or where it stands in front. A clause without an act lends its values to
the nearest act of the sentence. Whole clauses (conditions, cautions, results) go to the act they speak of. Nothing is
carried further than that.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from craftnlp.components.labeller import found
from craftnlp.components.reading import Amount, Clause, ClauseKind, Draft, Found, Labelled, Reading
from craftnlp.spec import StepField

REACH = 4  # how many clauses away a clause without an act may lend its values
QUANTITIES = (StepField.QUANTITY, StepField.DURATION, StepField.REPETITION)
FIELD_OF_KIND = {
    "duration": StepField.DURATION,
    "month": StepField.DURATION,
    "repetition": StepField.REPETITION,
    "pass": StepField.REPETITION,
}
WHOLE = (StepField.CONDITION, StepField.CAUTION, StepField.RESULT)
SILENT = (ClauseKind.QUESTION, ClauseKind.CHATTER, ClauseKind.HEADING)
TOLD_ASIDE = frozenset({"size_class", "grit", "proportion"})  # what a description may say about an act
ANNOUNCED = re.compile("(?:用|拿|以|把|将|给|对|在|从|沿|顺|往|向|朝|由|借助|使用|利用|透过|通过)着?[^，。]{0,3}$")
BETWEEN = re.compile("[了着过上下进出入到在成为于至给来去得起的个一些点 ]*$")  # what may part an act from its object
NAMED_REACH = 6  # how many clauses back a clause may name an act again
REACHED = re.compile("[到至]")
UNTIL = re.compile("^(?:一?直[到至]|到|至)|为止$")
AHEAD = re.compile("^(?:为了?|注意|千万|当心|小心|记住|切记)")


def attachment(reading: Reading) -> None:
    """Give every value to its act."""
    tie = _Ties(reading)
    for span in reading.spans:
        if span.field is not StepField.ACTION:
            owner = tie.whole(span) if span.field in WHOLE else tie.part(span)
            if owner is not None:
                owner.add(span.field, found(span, reading))
    for amount in reading.amounts:
        name = FIELD_OF_KIND.get(amount.kind, StepField.QUANTITY)
        owner = tie.amount(amount)
        if owner is not None:
            owner.add(name, Found(amount.start, amount.end, "quantity.grammar", amount=amount))


class _Ties:
    """Who stands near whom in a reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.clauses = reading.clauses
        self._starts = [clause.start for clause in reading.clauses]
        self._spans = [span for span in reading.spans if span.field is not StepField.ACTION]
        self._span_starts = [span.start for span in self._spans]

    def _home(self, start: int) -> int:
        return max(0, bisect_right(self._starts, start) - 1)

    def part(self, span: Labelled) -> Draft | None:
        """The act that a tool, a material, a hand, a path, a place or a manner belongs to."""
        home = self._home(span.start)
        before, after = self._sides(self.clauses[home], span.start, span.end)
        if before is None or after is None:
            return before or after or self._neighbour(home, forward_first=True)
        gap = self.reading.shadow[before.action.end : span.start]
        if BETWEEN.fullmatch(gap):
            return before
        announced = ANNOUNCED.search(gap)
        return after if announced or span.field is not StepField.MATERIAL else before

    def _sides(self, clause: Clause, start: int, end: int) -> tuple[Draft | None, Draft | None]:
        before = [draft for draft in clause.predicates if draft.action.end <= start]
        after = [draft for draft in clause.predicates if draft.action.start >= end]
        return (before[-1] if before else None), (after[0] if after else None)

    def whole(self, span: Labelled) -> Draft | None:
        """The act of a condition (the next one; of 直到 the one before), of a caution, of a result."""
        home = self._home(span.start)
        said = self.reading.shadow[span.start : span.end]
        clause = self.clauses[home]
        before, after = self._sides(clause, span.start, span.end)
        is_condition = span.field is StepField.CONDITION
        if span.field is not StepField.RESULT and (named := self._named(home, said, until=is_condition)):
            return named
        forward = UNTIL.search(said) is None if is_condition else AHEAD.search(said) is not None
        own = (after or before) if forward else (before or after)
        return own or self._neighbour(home, forward_first=forward)

    def _named(self, home: int, said: str, *, until: bool) -> Draft | None:
        """The last act before that the clause names again: 磨到发亮 speaks of 磨, 翻的时候不能太重 of 翻."""
        first = max(0, home - NAMED_REACH)
        drafts = [draft for clause in self.clauses[first : home + 1] for draft in clause.predicates]
        for draft in reversed(drafts):
            act = self.reading.shadow[draft.action.start : draft.action.end]
            if REACHED.match(said.removeprefix(act[0])) and said[0] == act[0] if until else act in said:
                return draft
        return None

    def amount(self, amount: Amount) -> Draft | None:
        """The act of a quantity: that of the phrase it measures, else the act before it."""
        if amount.also and (owner := self._repaired(amount)):
            return owner
        home = self._home(amount.start)
        clause = self.clauses[home]
        if clause.interviewer or clause.kind in SILENT:
            return None
        span = self._measured(amount)
        if span and (owner := self.whole(span) if span.field in WHOLE else self.part(span)):
            return owner
        before, after = self._sides(clause, amount.start, amount.end)
        return before or after or self._lent(home, amount)

    def _lent(self, home: int, amount: Amount) -> Draft | None:
        """A quantity whose clause tells no act."""
        if self.clauses[home].kind is ClauseKind.DESCRIPTION and amount.kind not in TOLD_ASIDE:
            return None
        return self._size_owner(home, amount) or self._neighbour(home, forward_first=False)

    def _measured(self, amount: Amount) -> Labelled | None:
        """The span that it stands right before (三勺盐), or the smallest that holds it (60目的砂纸, 晾到三成干的时候)."""
        last = bisect_right(self._span_starts, amount.end + 1)
        near = self._spans[max(0, last - 6) : last]
        held = [span for span in near if span.start <= amount.start and amount.end <= span.end]
        led = [span for span in near if 0 <= span.start - amount.end <= 1 and span.field is StepField.MATERIAL]
        return min(held or led, key=lambda span: span.end - span.start, default=None)

    def _repaired(self, amount: Amount) -> Draft | None:
        """泡二十分钟，不对，半个钟头: the corrected quantity belongs where the first one stood."""
        clause = self.clauses[self._home(amount.also[0][0])]
        return clause.predicates[-1] if clause.predicates else None

    def _size_owner(self, home: int, amount: Amount) -> Draft | None:
        """A needle size told before the act (针是十二号的) belongs to the act that follows."""
        if amount.kind != "size_class":
            return None
        last = self.clauses[home].sentence + 1
        ahead = (clause for clause in self.clauses[home + 1 : home + 9] if clause.sentence <= last)
        return next((clause.predicates[0] for clause in ahead if clause.predicates), None)

    def _neighbour(self, home: int, *, forward_first: bool) -> Draft | None:
        """The nearest act: values look ahead through their sentence first, quantities to the closer side."""
        for at, side in self._nearby(home, forward_first=forward_first):
            clause = self.clauses[at]
            if clause.predicates and _related(self.clauses[home], clause, side):
                return clause.predicates[-1 if side < 0 else 0]
        return None

    def _nearby(self, home: int, *, forward_first: bool) -> Iterator[tuple[int, int]]:
        ahead = [(distance, 1) for distance in range(1, REACH + 1)]
        behind = [(distance, -1) for distance in range(1, REACH + 1)]
        order: Iterable[tuple[int, int]] = [*ahead, *behind] if forward_first else sorted([*ahead, *behind])
        return ((home + side * step, side) for step, side in order if 0 <= home + side * step < len(self.clauses))


def _related(own: Clause, other: Clause, side: int) -> bool:
    """Within the sentence both ways; across a full stop or two only backwards."""
    return own.sentence == other.sentence or (side < 0 and own.sentence - other.sentence <= 2)
