"""People decide: accept, edit or strike, value by value; nothing is lost until only the confirmed is asked for."""

import pytest

from craftnlp import Quantity, Quote, Status, StepField, TechniqueSpec
from craftnlp.decisions import Correction, Decision, DecisionError, Verdict, accepted, apply, corrections
from tests.craftnlp.reading_aloud import spec_of

TEXT = "先用竹刀切泥片，三毫米厚。再用木拍子拍平，拍三遍。"


@pytest.fixture
def spec() -> TechniqueSpec:
    return spec_of(TEXT)


def decide(address: str, verdict: Verdict, replacement: Quantity | None = None) -> Decision:
    return Decision(address=address, verdict=verdict, replacement=replacement, by="archivist")


def thickness(value: str, words: str) -> Quantity:
    start = TEXT.index(words)
    return Quantity(
        quote=Quote(start=start, end=start + len(words), text=words),
        confidence=1.0,
        component="person",
        value=value,
        unit="毫米",
    )


def test_the_addresses_of_the_proposal(spec: TechniqueSpec) -> None:
    assert {"s1.action.0", "s1.tool.0", "s1.quantity.0", "s2.action.0"} <= dict(spec.values()).keys()
    assert {value.status for _, value in spec.values()} == {Status.PROPOSED}


def test_accepting_marks_the_value_and_changes_nothing_else(spec: TechniqueSpec) -> None:
    after = apply(spec, [decide("s1.tool.0", Verdict.ACCEPT)])
    assert after.step("s1").tool[0].status is Status.ACCEPTED
    assert after.step("s1").tool[0].quote == spec.step("s1").tool[0].quote
    assert after.step("s2") == spec.step("s2")


def test_striking_keeps_the_value_and_takes_it_out_of_the_sentence(spec: TechniqueSpec) -> None:
    after = apply(spec, [decide("s1.quantity.0", Verdict.STRIKE)])
    assert after.step("s1").quantity[0].status is Status.STRUCK
    assert "3" in spec.step("s1").sentence
    assert "3" not in after.step("s1").sentence


def test_an_edit_brings_its_quote_and_recomputes_the_sentence(spec: TechniqueSpec) -> None:
    after = apply(spec, [decide("s1.quantity.0", Verdict.EDIT, thickness("3.5", "三毫米厚"))])
    value = after.step("s1").quantity[0]
    assert (value.value, value.status, value.quote.text) == ("3.5", Status.EDITED, "三毫米厚")
    assert "3.5毫米" in after.step("s1").sentence
    after.check_quotes(TEXT)


def test_the_later_of_two_decisions_holds(spec: TechniqueSpec) -> None:
    after = apply(spec, [decide("s1.tool.0", Verdict.STRIKE), decide("s1.tool.0", Verdict.ACCEPT)])
    assert after.step("s1").tool[0].status is Status.ACCEPTED


@pytest.mark.parametrize(
    ("decision", "message"),
    [
        (decide("s9.tool.0", Verdict.ACCEPT), "没有这个值：s9.tool.0"),
        (decide("s1.tool.7", Verdict.ACCEPT), "没有这个值"),
        (decide("s1.quantity.0", Verdict.EDIT), "请给出新值"),
        (decide("s1.tool.0", Verdict.EDIT, thickness("3", "三毫米")), "新值应是 Term"),
        (decide("s1.quantity.0", Verdict.ACCEPT, thickness("3", "三毫米")), "只有修改才带新值"),
    ],
)
def test_a_decision_that_cannot_be_applied_says_why(spec: TechniqueSpec, decision: Decision, message: str) -> None:
    with pytest.raises(DecisionError, match=message):
        apply(spec, [decision])


def test_accepted_keeps_only_what_a_person_confirmed(spec: TechniqueSpec) -> None:
    decided = apply(
        spec,
        [
            decide("s1.action.0", Verdict.ACCEPT),
            decide("s1.tool.0", Verdict.ACCEPT),
            decide("s1.quantity.0", Verdict.STRIKE),
            decide("s2.tool.0", Verdict.ACCEPT),
        ],
    )
    confirmed = accepted(decided)
    assert [step.id for step in confirmed.steps] == ["s1"]
    (step,) = confirmed.steps
    assert [address for address, _ in step.values()] == ["s1.action.0", "s1.tool.0"]
    assert step.field(StepField.QUANTITY) == ()
    assert step.sentence == "用竹刀，切。"
    assert confirmed.edges == ()
    TechniqueSpec.model_validate(confirmed.model_dump())


def test_edges_between_confirmed_steps_stay(spec: TechniqueSpec) -> None:
    actions = [f"{step.id}.action.0" for step in spec.steps]
    confirmed = accepted(apply(spec, [decide(address, Verdict.ACCEPT) for address in actions]))
    assert confirmed.edges == spec.edges
    assert confirmed.edges


def test_striking_the_action_leaves_the_step_out(spec: TechniqueSpec) -> None:
    struck = apply(spec, [decide("s1.action.0", Verdict.STRIKE)])
    assert struck.step("s1").sentence == ""
    assert [step.id for step in accepted(struck).steps] == []


def test_every_decision_is_a_line_of_the_correction_log(spec: TechniqueSpec) -> None:
    made = [
        decide("s1.quantity.0", Verdict.EDIT, thickness("3.5", "三毫米厚")),
        decide("s1.tool.0", Verdict.STRIKE),
    ]
    lines = [record.line() for record in corrections(spec, made)]
    edited, struck = (Correction.model_validate_json(line) for line in lines)
    assert all("\n" not in line for line in lines)
    assert isinstance(edited.proposed, Quantity)
    assert isinstance(edited.decided, Quantity)
    assert (edited.proposed.value, edited.decided.value, edited.by) == ("3", "3.5", "archivist")
    assert (struck.decided, struck.transcript_sha256) == (None, spec.transcript_sha256)


def test_the_log_refuses_what_cannot_be_applied(spec: TechniqueSpec) -> None:
    with pytest.raises(DecisionError):
        corrections(spec, [decide("s9.tool.0", Verdict.STRIKE)])
