"""Steps from drafts: each value with its quote, the component that read it and its confidence."""

from collections.abc import Callable, Iterable
from typing import Any

from craftnlp.components.confidence import confidence
from craftnlp.components.measure import canonical
from craftnlp.components.reading import Draft, Found, Reading
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
    reading.steps = [_step(reading, number, draft) for number, draft in enumerate(reading.drafts, 1)]
    reading.candidates = sorted(
        {
            Candidate(quote=value.quote, term_class=value.term_class)
            for step in reading.steps
            for _, value in step.values()
            if isinstance(value, Term) and value.concept is None
        },
        key=lambda candidate: candidate.quote.start,
    )


def _step(reading: Reading, number: int, draft: Draft) -> Step:
    fields: dict[str, Any] = {"action": _term(reading, StepField.ACTION, draft.action)}
    for name, held in draft.slots.items():
        make = _maker(reading, name)
        fields[name.value] = tuple(make(found) for found in sorted(held, key=lambda found: found.start))
    step = Step(id=f"s{number}", clause=reading.quote(draft.clause.start, draft.clause.end), **fields)
    return step.model_copy(update={"clause": reading.quote(*_with_repairs(step)), "sentence": sentence(step)})


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
    return lambda found: Phrase(**_value(reading, found), text=reading.text[found.start : found.end])


def _value(reading: Reading, found: Found) -> dict[str, Any]:
    component = found.rule.split(".")[0] if found.rule.startswith("quantity") else "roles"
    if found.rule.startswith("action"):
        component = "predicates"
    elif found.rule.endswith(".clause"):
        component = "clauses"
    return {
        "quote": reading.quote(found.start, found.end),
        "confidence": confidence(found.rule),
        "component": f"{component}/{VERSION}",
    }


def _term(reading: Reading, name: StepField, found: Found) -> Term:
    said = reading.text[found.start : found.end]
    linked = found.entry if found.entry and fold(said) in map(fold, found.entry.surfaces) else None
    return Term(
        **_value(reading, found),
        text=linked.term if linked else said,
        term_class=CLASSES[name],
        concept=linked.concept if linked else None,
    )


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
