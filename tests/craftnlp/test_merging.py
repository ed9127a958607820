"""A person joins steps that tell one act: every value keeps its quote, nothing is added and nothing lost."""

import pytest

from craftnlp import Cue, StepField, read, transcript_text
from craftnlp.decisions import Decision, Verdict, apply
from craftnlp.merging import MergeError, merge
from craftnlp.spec import TechniqueSpec
from tests.craftnlp.marked_acts import marked

CUES = (Cue(text="先用右手捏住竹签，慢慢刺进去，斜四十度。"), Cue(text="再沿着叶子的边缝一圈，每针隔两毫米。"))
TEXT = transcript_text(CUES)


@pytest.fixture
def spec() -> TechniqueSpec:
    """What is read from the two lines."""
    return read(CUES)


def ids(spec: TechniqueSpec) -> list[str]:
    """The ids of all steps."""
    return [step.id for step in spec.steps]


def test_the_joined_step_holds_every_value_of_its_parts(spec: TechniqueSpec) -> None:
    first, *rest = ids(spec)
    assert rest, "the sentence must be read as several steps"
    values = [
        value.quote
        for step in spec.steps
        for name in StepField
        if name is not StepField.ACTION
        for value in step.field(name)
    ]
    joined = merge(spec, TEXT, into=first, parts=rest)
    step = joined.step(first)
    kept = [value.quote for name in StepField if name is not StepField.ACTION for value in step.field(name)]
    assert sorted(kept, key=lambda quote: quote.start) == sorted(values, key=lambda quote: quote.start)
    joined.check_quotes(TEXT)


def test_the_clause_covers_the_whole_passage_and_the_sentence_follows(spec: TechniqueSpec) -> None:
    first, *rest = ids(spec)
    step = merge(spec, TEXT, into=first, parts=rest).step(first)
    assert step.clause.start == min(part.clause.start for part in spec.steps)
    assert step.clause.end == max(part.clause.end for part in spec.steps)
    assert "40" in step.sentence
    assert "2" in step.sentence


def test_what_was_answered_elsewhere_is_asked_no_more(spec: TechniqueSpec) -> None:
    first, *rest = ids(spec)
    step = merge(spec, TEXT, into=first, parts=rest).step(first)
    measured = {quantity.measure for quantity in (*step.quantity, *step.duration, *step.repetition)}
    assert not [question for question in step.questions if question.measure in measured]


def test_edges_lead_to_the_step_that_took_the_others_up(spec: TechniqueSpec) -> None:
    first, *rest = ids(spec)
    joined = merge(spec, TEXT, into=first, parts=rest)
    assert ids(joined) == [first]
    assert joined.edges == ()


def test_joining_far_apart_closes_no_circle_and_keeps_loops_of_others() -> None:
    spec = marked("先[揉泥]，再[拍平]，再[阴干]，再[打磨]，直到光滑为止。")
    joined = merge(spec, "先揉泥，再拍平，再阴干，再打磨，直到光滑为止。", into="s1", parts=["s3"])
    assert [step.id for step in joined.performed()] == ["s1", "s2", "s4"]
    assert ("s2", "s1") not in [(edge.source, edge.target) for edge in joined.edges]
    assert ("s4", "s4") in [(edge.source, edge.target) for edge in joined.edges]


@pytest.mark.parametrize(("into", "parts"), [("s1", ["s1"]), ("s1", []), ("s1", ["s99"]), ("s99", ["s1"])])
def test_what_cannot_be_joined_is_refused(spec: TechniqueSpec, into: str, parts: list[str]) -> None:
    with pytest.raises(MergeError) as refused:
        merge(spec, TEXT, into=into, parts=parts)
    assert refused.value.english.isascii()


def test_nothing_is_joined_into_a_step_that_was_struck(spec: TechniqueSpec) -> None:
    first, second, *_ = ids(spec)
    struck = apply(spec, [Decision(address=f"{first}.action.0", verdict=Verdict.STRIKE)])
    with pytest.raises(MergeError, match="已经删去"):
        merge(struck, TEXT, into=first, parts=[second])
    assert ids(merge(struck, TEXT, into=second, parts=[first])) == ids(spec)[1:]
