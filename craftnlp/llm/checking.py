"""What of a model's answer may become a proposal: said by the master, at that place, and not read otherwise by the rules."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from craftnlp.components.reading import Amount, Clause, Draft, Found, Reading
from craftnlp.evaluation.support import is_hand, plain_unit, plain_value
from craftnlp.llm.asking import AmountAnswer, Line, StepAnswer
from craftnlp.llm.report import Reason, Rejection, rejection
from craftnlp.spec import Measure, Step, StepField, TechniqueSpec

CLAUSE_LIMIT: Final = 120  # characters; a longer quote is no clause but a place to hide in
RULE: Final = "llm"
QUOTED: Final = tuple(
    name
    for name in StepField
    if name not in (StepField.ACTION, StepField.QUANTITY, StepField.DURATION, StepField.REPETITION)
)
SLOTS: Final = {Measure.DURATION: StepField.DURATION, Measure.REPETITION: StepField.REPETITION}
AMOUNTS: Final = (StepField.QUANTITY, StepField.DURATION, StepField.REPETITION)

Span = tuple[int, int]


class Refused(Exception):  # noqa: N818 - not an error: a verdict on one value
    """One value of the answer is not taken, for this reason."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class Taken(NamedTuple):
    """Words that already say something: where, and in which step of the rules (empty: taken from the model)."""

    span: Span
    owner: str


class Told(NamedTuple):
    """One value as the model gives it; ``amount`` where it is a quantity."""

    field: StepField
    quote: str
    amount: AmountAnswer | None = None


class Checker:
    """Checks the model's steps against one transcript and the rules' reading of it."""

    def __init__(self, reading: Reading, spec: TechniqueSpec, lines: Sequence[Line]) -> None:
        self.reading = reading
        self.lines: Mapping[int, Line] = {line.number: line for line in lines}
        self.entries = {(term.start, term.end): term.entry for term in reading.terms}
        self.amount_starts = [amount.start for amount in reading.amounts]
        self.steps = {step.id: step for step in spec.steps}
        self.taken = {_pool(name): list[Taken]() for name in StepField}
        for step in spec.steps:
            for name in StepField:
                self.taken[_pool(name)] += [
                    Taken((quote.start, quote.end), step.id)
                    for value in step.field(name)
                    if not value.inferred
                    for quote in (value.quote, *value.also)
                ]
        self.drafts: list[tuple[Step | None, Draft]] = []
        self.rejected: list[Rejection] = []
        self.added = self.known = 0

    def check(self, told: StepAnswer) -> None:
        """Take what can be taken of one step, and write down the rest."""
        try:
            clause = self._clause(told)
            action, target = self._action(told, clause)
        except Refused as refusal:
            self._reject_all(told, refusal.reason)
            return
        draft = Draft(self._found(action), Clause(*clause, words=[], sentence=0, turn=0), 0, 0)
        for value in _values(told):
            try:
                self._take(draft, target, value)
            except Refused as refusal:
                self.rejected.append(rejection(value.field, value.quote, refusal.reason))
        if target is None or draft.slots:
            self.drafts.append((target, draft))

    def _clause(self, told: StepAnswer) -> Span:
        """The clause must begin in the line the model names and end in the same turn."""
        line = self.lines.get(told.line)
        if line is None or not told.clause.strip() or len(told.clause) > CLAUSE_LIMIT:
            raise Refused(Reason.NOT_SAID)
        last = min(line.turn_end, line.end - 1 + len(told.clause))
        start = self.reading.text.find(told.clause, line.start, last)
        if start < 0:
            raise Refused(Reason.NOT_SAID)
        return start, start + len(told.clause)

    def _action(self, told: StepAnswer, clause: Span) -> tuple[Span, Step | None]:
        """The act, and the step of the rules that has it already."""
        places = [(place, self._owners(StepField.ACTION, place)) for place in self._places(told.action, clause)]
        for place, owners in places:
            if known := [self.steps[owner] for owner in owners if owner]:
                self.known += 1
                return place, known[0]
        free = [place for place, owners in places if not owners]
        if not free:
            raise Refused(Reason.REPEATED if places else Reason.NOT_SAID)
        self._add(StepField.ACTION, free[0])
        return free[0], None

    def _take(self, draft: Draft, target: Step | None, told: Told) -> None:
        """The first place of the quote that no other step holds; a field that the rules have filled stays theirs."""
        reason = Reason.NO_HAND if told.field is StepField.HAND and not is_hand(told.quote) else Reason.NOT_SAID
        for place in self._places(told.quote, (draft.clause.start, draft.clause.end)):
            found = self._amount(place, told.amount) if told.amount else self._found(place)
            if found is None or reason is Reason.NO_HAND:
                reason = reason if found else Reason.NUMBER
                continue
            slot = SLOTS.get(found.amount.measure, StepField.QUANTITY) if found.amount else told.field
            owners = self._owners(slot, (found.start, found.end))
            if target and (target.id in owners or (not owners and _has_said(target, slot))):
                self.known += 1
                return
            if not owners:
                self._add(slot, (found.start, found.end))
                draft.add(slot, found)
                return
            reason = Reason.RULES if any(owners) else Reason.REPEATED
        raise Refused(reason)

    def _add(self, name: StepField, span: Span) -> None:
        self.taken[_pool(name)].append(Taken(span, ""))
        self.added += 1

    def _amount(self, place: Span, told: AmountAnswer) -> Found | None:
        """What our own grammar reads in the quote, if it is one number and the one the model says."""
        inside = list(self._amounts(place))
        if len(inside) != 1:
            return None
        amount = inside[0]
        said = plain_value(amount.value), plain_unit(amount.unit)
        if said != (plain_value(told.value), plain_unit(told.unit)):
            return None
        return Found(amount.start, amount.end, RULE, amount=amount)

    def _amounts(self, place: Span) -> Iterator[Amount]:
        first = bisect_left(self.amount_starts, place[0])
        last = bisect_left(self.amount_starts, place[1])
        yield from (amount for amount in self.reading.amounts[first:last] if amount.end <= place[1])

    def _found(self, place: Span) -> Found:
        return Found(*place, RULE, entry=self.entries.get(place))

    def _places(self, quote: str, inside: Span) -> Iterator[Span]:
        """Where in the clause these very words stand."""
        at = self.reading.text.find(quote, *inside) if quote.strip() else -1
        while at >= 0:
            yield at, at + len(quote)
            at = self.reading.text.find(quote, at + 1, inside[1])

    def _owners(self, name: StepField, place: Span) -> list[str]:
        held = self.taken[_pool(name)]
        return [one.owner for one in held if one.span[0] < place[1] and place[0] < one.span[1]]

    def _reject_all(self, told: StepAnswer, reason: Reason) -> None:
        self.rejected.append(rejection(StepField.ACTION, told.action, reason))
        self.rejected += [rejection(value.field, value.quote, Reason.STEP) for value in _values(told)]


def _has_said(step: Step, name: StepField) -> bool:
    return any(not value.inferred for value in step.field(name))


def _pool(name: StepField) -> StepField:
    """Numbers are one field here: a duration is not also a count."""
    return StepField.QUANTITY if name in AMOUNTS else name


def _values(told: StepAnswer) -> Iterator[Told]:
    for name in QUOTED:
        yield from (Told(name, quote) for quote in getattr(told, name.value))
    yield from (Told(StepField.QUANTITY, amount.quote, amount) for amount in told.quantity)
