"""Steps from drafts: each value with its quote, the component that read it and its confidence."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from craftnlp.components.carrying import carried
from craftnlp.components.confidence import banded, confidence
from craftnlp.components.quantities.measure import canonical
from craftnlp.components.reading import Draft, Found, Reading
from craftnlp.components.speech.healing import said_nothing, spoken
from craftnlp.components.speech.repairs import repaired
from craftnlp.lexicon import Entry
from craftnlp.lexicon.folding import fold
from craftnlp.sentence import sentence
from craftnlp.spec import Candidate, Hand, HandSide, Phrase, Quantity, Step, StepField, Term, TermClass, Value

VERSION = "1"
CLASSES = {
    StepField.ACTION: TermClass.ACTION,
    StepField.TOOL: TermClass.TOOL,
    StepField.MATERIAL: TermClass.MATERIAL,
    StepField.PLACE: TermClass.PLACE,
}
COMPONENTS = {"quantity": "quantity", "label": "labeller", "carried": "assembly"}
QUANTITIES = (StepField.QUANTITY, StepField.DURATION, StepField.REPETITION)
SIDES = (
    ("双手", HandSide.BOTH),
    ("两手", HandSide.BOTH),
    ("两只手", HandSide.BOTH),
    ("拇指", HandSide.THUMB),
    ("指", HandSide.FINGERS),
    ("左手", HandSide.LEFT),
    ("右手", HandSide.RIGHT),
)


def assembly(reading: Reading) -> None:
    """Turn every draft into a step with its standard sentence."""
    before: Draft | None = None
    reading.steps = []
    for number, draft in enumerate(reading.drafts, 1):
        step = _step(reading, number, draft)
        reading.steps.append(_with_carried(reading, step, before, draft) if before else step)
        before = draft
    reading.candidates = sorted(
        {
            Candidate(quote=value.quote, term_class=value.term_class)
            for step in reading.steps
            for _, value in step.values()
            if isinstance(value, Term) and value.concept is None and not value.inferred
        },
        key=lambda candidate: candidate.quote.start,
    )


def _step(reading: Reading, number: int, draft: Draft) -> Step:
    fields: dict[str, Any] = {"action": _term(reading, StepField.ACTION, draft.action)}
    for name, held in draft.slots.items():
        fields[name.value] = tuple(_values(reading, name, held))
    step = Step(id=f"s{number}", clause=reading.quote(draft.clause.start, draft.clause.end), **fields)
    return step.model_copy(update={"clause": reading.quote(*_with_repairs(step)), "sentence": sentence(step)})


def _with_carried(reading: Reading, step: Step, before: Draft, draft: Draft) -> Step:
    """The step with what it takes over from the one before, marked as inferred."""
    inferred = {
        name.value: (_term(reading, name, found).model_copy(update={"inferred": True}),)
        for name, found in carried(reading, before, draft)
    }
    return step.model_copy(update=inferred) if inferred else step


def _values(reading: Reading, name: StepField, held: list[Found]) -> Iterator[Value]:
    """The values of a field in spoken order; what was taken back stands beside what was said instead."""
    make = _maker(reading, name)
    heard = [found for found in held if not said_nothing(reading, found.start, found.end)]
    for found, slips in repaired(reading.shadow, heard):
        value = make(found)
        also = tuple(_quotes(reading, ((slip.start, slip.end) for slip in slips)))
        yield value.model_copy(update={"also": (*also, *value.also)}) if also else value


def _with_repairs(step: Step) -> tuple[int, int]:
    """The bounds of the clause, so that it never shows a slip of the tongue without its correction."""
    repaired = [value for _, value in step.values() if value.also]
    quotes = [step.clause, *(quote for value in repaired for quote in (value.quote, *value.also))]
    return min(quote.start for quote in quotes), max(quote.end for quote in quotes)


def _maker(reading: Reading, name: StepField) -> Callable[[Found], Value]:
    if name in QUANTITIES:
        return lambda found: _quantity(reading, found)
    if name is StepField.HAND:
        return lambda found: _hand(reading, found)
    if name in CLASSES:
        return lambda found: _term(reading, name, found)
    return lambda found: Phrase(**_value(reading, found), text=spoken(reading, found.start, found.end))


def _value(reading: Reading, found: Found) -> dict[str, Any]:
    rule = banded(found.rule, found.probability)
    return {
        "quote": reading.quote(found.start, found.end),
        "confidence": confidence(rule),
        "component": f"{COMPONENTS.get(found.rule.partition('.')[0], 'assembly')}:{rule}/{VERSION}",
    }


def _term(reading: Reading, name: StepField, found: Found) -> Term:
    said = spoken(reading, found.start, found.end)
    entry = found.entry or _said_around_a_filler(reading, name, found, said)
    linked = entry if entry and fold(said) in map(fold, entry.surfaces) else None
    return Term(
        **_value(reading, found),
        text=linked.term if linked else said,
        term_class=CLASSES[name],
        concept=linked.concept if linked else None,
    )


def _said_around_a_filler(reading: Reading, name: StepField, found: Found, said: str) -> Entry | None:
    """绣嗯花针 is in no lexicon, 绣花针 is."""
    if len(said) == found.end - found.start:
        return None
    is_action = name is StepField.ACTION
    return next((one for one in reading.lexicon.get(said) if (one.term_class is TermClass.ACTION) is is_action), None)


def _hand(reading: Reading, found: Found) -> Hand:
    said = reading.shadow[found.start : found.end]
    side = next((side for word, side in SIDES if word in said), HandSide.HAND)
    return Hand(**_value(reading, found), side=side)


def _quantity(reading: Reading, found: Found) -> Quantity:
    amount = found.amount
    if amount is None:
        raise TypeError("a quantity was read without its amount")
    figures = canonical(amount, fold(amount.unit))
    return Quantity(
        **_value(reading, found),
        also=tuple(_quotes(reading, amount.also)),
        value=amount.value,
        low=amount.low,
        high=amount.high,
        approximate=amount.approximate,
        unit=amount.unit,
        measure=amount.measure,
        canonical_low=figures.low,
        canonical_high=figures.high,
        canonical_unit=figures.unit,
        assumption=figures.assumption,
    )


def _quotes(reading: Reading, spans: Iterable[tuple[int, int]]) -> Iterable[Any]:
    return (reading.quote(start, end) for start, end in spans)
