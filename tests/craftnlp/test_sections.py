"""Several techniques in one interview: each is a section, and no order leads from one to the other."""

import pytest

from craftnlp import TechniqueSpec, parse_transcript, read
from craftnlp.decisions import Decision, Verdict, accepted, apply
from tests.craftnlp.marked_acts import marked


def sections(spec: TechniqueSpec) -> list[tuple[str, str]]:
    """The name of each section and the action of its first step."""
    return [
        (section.name.text if section.name else "", spec.step(section.first).action.said) for section in spec.sections
    ]


@pytest.mark.parametrize(
    "heading", ["再说说打籽绣", "下面讲打籽绣", "另外一种叫打籽绣", "还有一种针法叫打籽绣", "第二种针法是打籽绣"]
)
def test_the_name_of_another_technique_opens_a_section(heading: str) -> None:
    spec = marked(f"先[揉泥]，再[拍平]。{heading}，先[打磨]，再[阴干]。")
    assert sections(spec) == [("打籽绣", "打磨")]
    assert [(edge.source, edge.target) for edge in spec.edges] == [("s1", "s2"), ("s3", "s4")]


def test_numbered_kinds_are_sections_from_the_first() -> None:
    spec = marked("第一种针法叫平针，先[揉泥]，再[拍平]。第二种针法，先[打磨]，再[阴干]。")
    assert sections(spec) == [("平针", "揉泥"), ("", "打磨")]


def test_the_interviewer_may_name_the_next_technique() -> None:
    spec = marked("先[揉泥]，再[拍平]。", "问：那打籽绣呢？", "先[打磨]，再[阴干]。")
    assert sections(spec) == [("打籽绣", "打磨")]
    assert sections(marked("先[揉泥]，再[拍平]。", "问：那上釉呢？", "先[打磨]，再[阴干]。")) == []


@pytest.mark.parametrize(
    "text",
    [
        "今天讲打籽绣。先[揉泥]，再[拍平]。",
        "先[揉泥]。再说说上釉，先[打磨]，再[阴干]。",
        "先[揉泥]，另外一种叫梅花钻，再[打磨]。",
        "先[揉泥]，再说说你的经历，再[拍平]。",
    ],
)
def test_a_single_technique_has_no_sections(text: str) -> None:
    assert marked(text).sections == ()


def test_the_name_of_a_technique_is_no_act() -> None:
    assert [step.action.said for step in marked("先[揉泥]。再说说打籽[绣]，先[打磨]。").steps] == ["揉泥", "打磨"]


def test_a_section_begins_with_the_first_of_its_steps_that_is_left() -> None:
    spec = marked("先[揉泥]，再[拍平]。再说说打籽绣，先[打磨]，再[阴干]。")
    acts = [Decision(address=f"{step.id}.action.0", verdict=Verdict.ACCEPT) for step in spec.steps if step.id != "s3"]
    confirmed = accepted(apply(spec, acts))
    assert sections(confirmed) == [("打籽绣", "阴干")]
    assert accepted(apply(spec, acts[:2])).sections == ()
    TechniqueSpec.model_validate(confirmed.model_dump())


def test_an_interview_that_tells_two_techniques_is_read_in_two_sections() -> None:
    spec = read(parse_transcript("采访者：怎么做？\n师傅：先揉泥，再拍平。\n师傅：再说说打籽绣，先打磨木板，再阴干。"))
    (section,) = spec.sections
    assert (section.quote.text, section.name and section.name.text) == ("再说说打籽绣", "打籽绣")
    assert spec.step(section.first).action.said == "打磨"
    crossing = [edge for edge in spec.edges if (edge.source < section.first) != (edge.target < section.first)]
    assert not crossing
