"""Carry-over is a proposal: marked as inferred, quoted where it was said, and in no sentence."""

import pytest

from craftnlp import StepField
from craftnlp.components.confidence import UNMEASURED
from craftnlp.decisions import Decision, Verdict, accepted, apply
from craftnlp.merging import merge
from tests.craftnlp.marked_acts import marked

TEXT = "把[material:泥片][切开]，再[压平]。"
PLAIN = "把泥片切开，再压平。"


def inferred(text: str) -> list[tuple[str, StepField, str]]:
    return [
        (step.action.said, name, value.said)
        for step in marked(text).steps
        for name in StepField
        for value in step.field(name)
        if value.inferred
    ]


def test_the_thing_of_the_act_before_is_proposed_as_inferred() -> None:
    assert inferred(TEXT) == [("压平", StepField.MATERIAL, "泥片")]
    (value,) = marked(TEXT).steps[1].material
    assert value.confidence == UNMEASURED
    assert (value.quote.start, value.quote.end) == (1, 3)


def test_a_tool_serves_the_next_act_of_its_family() -> None:
    assert inferred("先用[tool:刻刀][刻][material:轮廓]，再[刻][material:花纹]。") == [("刻", StepField.TOOL, "刻刀")]


def test_it_stands_in_no_sentence_answers_no_question_and_is_no_candidate() -> None:
    step = marked(TEXT).steps[1]
    assert "泥片" not in step.sentence
    assert "泥片" not in step.clause.text
    assert len([candidate for candidate in marked(TEXT).candidates if candidate.quote.text == "泥片"]) <= 1


def test_it_is_confirmed_only_when_a_person_accepts_it() -> None:
    spec = marked(TEXT)
    acts = [Decision(address=f"{step.id}.action.0", verdict=Verdict.ACCEPT) for step in spec.steps]
    assert accepted(apply(spec, acts)).steps[1].material == ()
    taken = Decision(address="s2.material.0", verdict=Verdict.ACCEPT)
    assert "泥片" not in apply(spec, acts).step("s2").sentence
    assert [value.said for value in accepted(apply(spec, [*acts, taken])).step("s2").material] == ["泥片"]


@pytest.mark.parametrize(
    "text",
    [
        "把[material:泥片][切开]。再[压平]。",
        "把[material:泥片][切开]，再把[material:边][压平]。",
        "把[material:泥片][切开]，[压平]。",
        "把[material:泥片][切开]，再换一块[压平]。",
        "把[material:泥片][切开]，然后[刷漆]。",
        "用[tool:竹刀][切开]，再用[tool:木尺][压平]。",
        "用[tool:竹刀][切开]，再[阴干]。",
    ],
)
def test_nothing_is_carried_where_it_is_unsure(text: str) -> None:
    assert inferred(text) == []


def test_joined_with_the_act_that_said_it_nothing_is_inferred_any_more() -> None:
    spec = marked(TEXT)
    (step,) = merge(spec, PLAIN, into="s2", parts=["s1"]).steps
    assert [(value.said, value.inferred) for value in step.material] == [("泥片", False)]
