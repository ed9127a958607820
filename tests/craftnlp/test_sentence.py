"""The standard sentence says what was said and is still held: no more, no less."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from craftnlp import Quantity, Step, TechniqueSpec, title
from craftnlp.decisions import Decision, Verdict, apply
from craftnlp.sentence import figure, kept, words
from craftnlp.spec import Status, Value
from tests.craftnlp.marked_acts import marked

NUMERAL = re.compile(r"\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千万半几]")
TEXTS = (
    "先用[tool:十二号针][path:沿着叶子的边][下针]，斜三十度，每针隔两毫米，[caution:不然容易断]。",
    "[hand:右手]用[tool:竹刀]在[place:垫板上]把[material:泥片][切断]，留三四毫米，不对，五毫米厚。",
    "[condition:等浆干了两天以后]，用[tool:三百目的砂纸][打磨]两三遍，[condition:直到光滑]。",
    "把[material:泥片][切开]，再[压平]，大概六七十度，[caution:千万别超过半个钟头]。",
    "用[tool:绣嗯花针][挑开][material:线头]，三呃毫米。",
    "[manner:慢慢地][煮]一炷香，水要三斤半。",
)
SPECS = st.sampled_from(TEXTS).map(marked)


def numbers(text: str) -> set[str]:
    return set(NUMERAL.findall(text))


def sources(step: Step) -> set[str]:
    """Every number that the held values of a step say: in their quotes, or as their normalised value."""
    held = kept([value for _, value in step.values()])
    return {number for value in held for number in numbers(value.said)} | {
        number for value in held if isinstance(value, Quantity) for number in numbers(value.value)
    }


@st.composite
def struck(draw: st.DrawFn) -> TechniqueSpec:
    """A real specification of which a person struck some values."""
    spec = draw(SPECS)
    addresses = [address for address, _ in spec.values() if not address.endswith("action.0")]
    chosen = draw(st.sets(st.sampled_from(addresses))) if addresses else set()
    return apply(spec, [Decision(address=address, verdict=Verdict.STRIKE) for address in sorted(chosen)])


@settings(max_examples=200, deadline=None)
@given(struck())
def test_every_number_of_a_sentence_and_a_title_was_said_and_is_held(spec: TechniqueSpec) -> None:
    for step in spec.steps:
        assert numbers(step.sentence) <= sources(step)
        assert numbers(title(step)) <= sources(step)


@settings(max_examples=200, deadline=None)
@given(struck())
def test_what_was_struck_is_gone_and_what_is_held_is_there(spec: TechniqueSpec) -> None:
    for step in spec.steps:
        held = [shown(value) for value in kept([value for _, value in step.values()])]
        assert all(word in step.sentence for word in held)
        for _, value in step.values():
            gone = value.status is Status.STRUCK or value.inferred
            if gone and not any(shown(value) in word for word in held):
                assert shown(value) not in step.sentence


def shown(value: Value) -> str:
    if isinstance(value, Quantity):
        return figure(value)
    return words(value) if getattr(value, "term_class", None) or hasattr(value, "side") else getattr(value, "text", "")


def test_a_term_said_around_a_filler_stands_without_it() -> None:
    (step,) = marked("用[tool:绣嗯花针][挑开]线头。").steps
    assert [(value.said, value.text, value.concept) for value in step.tool] == [("绣嗯花针", "绣花针", "tool/绣花针")]
    assert "绣花针" in step.sentence
    assert "嗯" not in step.sentence
