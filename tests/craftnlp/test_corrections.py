"""The corrections log: what was proposed, what people made of it, and the way back to annotated text."""

import json

import pytest

from craftnlp import Cue, Quantity, Quote, TechniqueSpec, read, transcript_text
from craftnlp.corrections import LoggedValue, log, passages
from craftnlp.decisions import Decision, Verdict
from craftnlp.evaluation import Passage, compare, read_lines, score, steps_of

CUES = (
    Cue(speaker="问", interviewer=True, text="您先用竹刀切吗？"),
    Cue(speaker="师傅", text="先用竹刀切泥片，三毫米厚。"),
    Cue(speaker="师傅", text="再用木拍子拍平，拍三遍。"),
)
TEXT = transcript_text(CUES)


@pytest.fixture
def spec() -> TechniqueSpec:
    spec = read(CUES)
    assert {"s1.action.0", "s1.tool.0", "s1.quantity.0", "s2.action.0", "s2.tool.0"} <= dict(spec.values()).keys()
    return spec


def decide(address: str, verdict: Verdict, replacement: Quantity | None = None) -> Decision:
    return Decision(address=address, verdict=verdict, replacement=replacement, by="王芳")


def accept_all(spec: TechniqueSpec) -> list[Decision]:
    return [decide(address, Verdict.ACCEPT) for address, _ in spec.values()]


def thickness(value: str) -> Quantity:
    start = TEXT.index("三毫米厚")
    quote = Quote(start=start, end=start + 4, text="三毫米厚")
    return Quantity(quote=quote, confidence=1.0, component="person", value=value, unit="毫米")


def written(spec: TechniqueSpec, decisions: list[Decision]) -> Passage:
    """The annotated passage that these decisions leave, through the files that others would read."""
    lines = [one.line() for one in log(spec, decisions, craft="陶艺")]
    logged = [LoggedValue.model_validate_json(line) for line in lines]
    (passage,) = passages(logged, {spec.transcript_sha256: CUES})
    (again,) = read_lines([passage.model_dump_json(exclude_none=True).encode()], Passage)
    return again


def test_a_line_says_what_was_proposed_and_what_was_decided(spec: TechniqueSpec) -> None:
    made = [
        decide("s2.tool.0", Verdict.STRIKE),
        decide("s1.quantity.0", Verdict.EDIT, thickness("3.5")),
        decide("s1.tool.0", Verdict.ACCEPT),
    ]
    lines = [json.loads(one.line()) for one in log(spec, made, craft="陶艺")]
    assert [(line["address"], line["verdict"]) for line in lines] == [
        ("s1.tool.0", "accept"),
        ("s1.quantity.0", "edit"),
        ("s2.tool.0", "strike"),
    ]
    kept, edited, struck = lines
    tool = spec.step("s1").tool[0]
    assert (kept["component"], kept["confidence"]) == (tool.component, tool.confidence)
    assert (kept["craft"], kept["reader"]) == ("陶艺", spec.reader)
    assert kept["transcript_sha256"] == spec.transcript_sha256
    assert (edited["proposed"]["value"], edited["decided"]["value"]) == ("3", "3.5")
    assert (struck["proposed"]["quote"]["text"], struck["decided"]) == ("木拍子", None)


def test_nobody_is_named(spec: TechniqueSpec) -> None:
    assert "王芳" not in "".join(one.line() for one in log(spec, accept_all(spec), craft="陶艺"))


def test_the_order_is_that_of_the_specification_whoever_decided_first(spec: TechniqueSpec) -> None:
    made = accept_all(spec)
    assert log(spec, made, craft="陶艺") == log(spec, made[::-1], craft="陶艺")


def test_the_verdict_is_what_became_of_the_value_in_the_end(spec: TechniqueSpec) -> None:
    edited = decide("s1.quantity.0", Verdict.EDIT, thickness("3.5"))
    back = decide("s1.quantity.0", Verdict.EDIT, spec.step("s1").quantity[0])
    assert [one.verdict for one in log(spec, [edited, back], craft="")] == [Verdict.ACCEPT]
    struck = decide("s1.quantity.0", Verdict.STRIKE)
    assert [one.verdict for one in log(spec, [edited, struck], craft="")] == [Verdict.STRIKE]


def test_what_was_accepted_comes_back_as_it_would_be_annotated(spec: TechniqueSpec) -> None:
    passage = written(spec, accept_all(spec))
    assert (passage.text, passage.craft, passage.style) == (TEXT, "陶艺", "spoken")
    found = score(compare(passage, steps_of(spec)))
    assert found.rows()["ALL_FIELDS"].at("strict").f1 == 1.0
    assert found.quantities.f1 == 1.0


def test_the_reader_is_scored_on_what_archivists_changed(spec: TechniqueSpec) -> None:
    struck = decide("s2.tool.0", Verdict.STRIKE)
    edited = decide("s1.quantity.0", Verdict.EDIT, thickness("3.5"))
    found = score(compare(written(spec, [*accept_all(spec), struck, edited]), steps_of(spec)))
    assert (found.fields["tool"].read, found.fields["tool"].gold) == (2, 1)
    assert found.quantities.hits == found.fields["quantity"].gold - 1


def test_a_step_whose_action_was_struck_or_never_decided_is_no_step(spec: TechniqueSpec) -> None:
    struck = written(spec, [*accept_all(spec), decide("s1.action.0", Verdict.STRIKE)])
    kept = [decide(address, Verdict.ACCEPT) for address in ("s1.tool.0", "s2.action.0", "s2.tool.0")]
    undecided = written(spec, kept)
    for passage in (struck, undecided):
        assert "切" not in [step.action.text for step in passage.steps]
        assert spec.step("s2").action.said in [step.action.text for step in passage.steps]


def test_the_interviewer_stays_the_interviewer(spec: TechniqueSpec) -> None:
    passage = written(spec, accept_all(spec))
    assert [cue.interviewer for cue in passage.cues()] == [True, False]
    assert read(passage.cues()).transcript_sha256 == spec.transcript_sha256


def test_two_proposals_from_one_transcript_make_one_passage(spec: TechniqueSpec) -> None:
    first, second = (
        log(spec, [decide(address, Verdict.ACCEPT) for address in addresses], craft=craft)
        for craft, addresses in (
            ("陶艺", ["s1.action.0", "s1.tool.0"]),
            ("制瓷", ["s1.action.0", "s1.quantity.0", "s2.action.0"]),
        )
    )
    (passage,) = passages([*first, *second], {spec.transcript_sha256: CUES})
    cut, pat = passage.steps
    assert (cut.action.text, len(cut.tool), len(cut.quantity), len(pat.tool)) == ("切", 1, 1, 0)


def test_a_transcript_that_is_not_given_is_left_out_and_a_wrong_one_refused(spec: TechniqueSpec) -> None:
    logged = log(spec, accept_all(spec), craft="陶艺")
    assert list(passages(logged, {})) == []
    with pytest.raises(ValueError, match="another"):
        list(passages(logged, {spec.transcript_sha256: CUES[1:]}))
