"""Steps built from sentences of our own, to look at plates without a transcript reader."""

from decimal import Decimal
from typing import Final

from craftnlp.spec import (
    Hand,
    HandSide,
    Measure,
    Phrase,
    Quantity,
    Quote,
    Status,
    Step,
    StepField,
    Term,
    TermClass,
)
from generation.backends.base import RenderRequest

TERMS: Final = {
    StepField.ACTION: TermClass.ACTION,
    StepField.TOOL: TermClass.TOOL,
    StepField.MATERIAL: TermClass.MATERIAL,
    StepField.PLACE: TermClass.PLACE,
}
SIDES: Final = {
    "左手": HandSide.LEFT,
    "右手": HandSide.RIGHT,
    "双手": HandSide.BOTH,
    "手指": HandSide.FINGERS,
    "拇指": HandSide.THUMB,
}
Number = tuple[Measure, str, str, str]  # measure, words as said, value, unit
Pair = tuple[StepField, str]


def quote_in(sentence: str, words: str) -> Quote:
    """The place of some words in a sentence."""
    start = sentence.index(words)
    return Quote(start=start, end=start + len(words), text=words)


def number_in(sentence: str, number: Number) -> Quantity:
    """A quantity; ``≈`` before the value makes it approximate, ``a-b`` a range."""
    measure, words, value, unit = number
    plain = value.removeprefix("≈")
    low, _, high = plain.partition("-")
    return Quantity(
        quote=quote_in(sentence, words),
        confidence=1.0,
        component="samples",
        status=Status.ACCEPTED,
        value=plain,
        low=Decimal(low),
        high=Decimal(high or low),
        approximate=value != plain,
        unit=unit,
        measure=measure,
    )


def _value(sentence: str, field: StepField, words: str) -> Term | Hand | Phrase:
    basis = {"quote": quote_in(sentence, words), "confidence": 1.0, "component": "samples", "status": Status.ACCEPTED}
    if field in TERMS:
        return Term.model_validate(basis | {"text": words, "term_class": TERMS[field]})
    if field is StepField.HAND:
        return Hand.model_validate(basis | {"side": SIDES[words]})
    return Phrase.model_validate(basis | {"text": words})


def step_from(sentence: str, pairs: list[Pair], numbers: list[Number] | None = None) -> Step:
    """A step whose values are words of one sentence. The pairs must hold one action."""
    found: dict[str, object] = {"id": "s1", "clause": quote_in(sentence, sentence)}
    lists: dict[StepField, list[object]] = {}
    for field, words in pairs:
        lists.setdefault(field, []).append(_value(sentence, field, words))
    found["action"] = lists.pop(StepField.ACTION)[0]
    for number in numbers or []:
        field = StepField.REPETITION if number[0] is Measure.REPETITION else StepField.QUANTITY
        lists.setdefault(field, []).append(number_in(sentence, number))
    return Step.model_validate(found | {field.value: tuple(values) for field, values in lists.items()})


def request_for(
    step: Step, names: tuple[str, str], place: tuple[int, int], title: str, seconds: float | None
) -> RenderRequest:
    """A request with the usual size; ``names`` are craft and technique."""
    return RenderRequest(
        step=step,
        craft=names[0],
        technique=names[1],
        step_number=place[0],
        step_count=place[1],
        title=title,
        quote=step.clause.text,
        quote_seconds=seconds,
        view="",
        prompt="",
        negative_prompt="",
        seed=7,
    )
