"""The order of the steps: before, beside, instead of, and back again; never a circle but a loop."""

import graphlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from craftnlp import Edge, Relation, TechniqueSpec
from craftnlp.spec import is_order
from tests.craftnlp.marked_acts import marked

Told = tuple[str, str, str, str]  # the action of the source, the relation, the action of the target, the marker


def order(text: str) -> list[Told]:
    """Every edge of a text with the words of its steps."""
    return [told(marked(text), edge) for edge in marked(text).edges]


def told(spec: TechniqueSpec, edge: Edge) -> Told:
    marker = edge.marker.text if edge.marker else ""
    return spec.step(edge.source).action.said, edge.relation.value, spec.step(edge.target).action.said, marker


def test_steps_follow_each_other_with_the_word_that_says_so() -> None:
    assert order("先[揉泥]，再[拍平]。[阴干]。") == [("揉泥", "before", "拍平", "再"), ("拍平", "before", "阴干", "")]


def test_what_is_done_at_the_same_time_comes_together_again() -> None:
    assert order("先[揉泥]，再[拍平]，同时[洒]点水，最后[阴干]。") == [
        ("揉泥", "before", "拍平", "再"),
        ("拍平", "parallel", "洒", "同时"),
        ("拍平", "before", "阴干", "最后"),
        ("洒", "before", "阴干", "最后"),
    ]


def test_two_hands_that_press_at_the_same_time_are_one_act() -> None:
    assert order("先[揉泥]，两只手同时用力[压平]，再[阴干]。")[0][1] == "before"


def test_one_or_the_other_and_then_on() -> None:
    assert order("把布[铺平]，或者把纸[铺平]，然后[阴干]。") == [
        ("铺平", "alternative", "铺平", "或者"),
        ("铺平", "before", "阴干", "然后"),
        ("铺平", "before", "阴干", "然后"),
    ]


def test_a_list_of_things_is_no_choice_between_acts() -> None:
    assert [edge[1] for edge in order("先把布或者纸[铺平]，再[阴干]。")] == ["before"]


def test_two_conditions_are_two_branches() -> None:
    text = "先[揉泥]。要是泥太干，就把水[洒]上去，要是泥太湿，就把泥[晾干]，然后[拍平]。"
    spec = marked(text)
    edges = [told(spec, edge) for edge in spec.edges]
    assert ("洒", "alternative", "晾干", "要是") in edges
    assert ("晾干", "before", "拍平", "然后") in edges
    assert ("洒", "before", "拍平", "然后") in edges
    assert not [edge for edge in edges if edge[:2] == ("洒", "before") and edge[2] == "晾干"]


def test_what_must_come_before_is_done_before() -> None:
    text = "先把坯[晾干]，再[打磨]，打磨之前先把坯[擦干净]，最后[阴干]。"
    spec = marked(text)
    assert ("擦干净", "打磨") in [
        (spec.step(edge.source).action.said, spec.step(edge.target).action.said) for edge in spec.edges
    ]
    performed = [step.action.said for step in spec.performed()]
    assert performed.index("擦干净") < performed.index("打磨") < performed.index("阴干")
    assert [step.id for step in spec.steps] == [f"s{number}" for number in range(1, len(spec.steps) + 1)]


@pytest.mark.parametrize(
    ("text", "first", "last", "marker", "count"),
    [
        ("先[揉泥]，再[拍平]，再[阴干]，这样反复三遍。", "揉泥", "阴干", "这样反复", "三遍"),
        ("[揉泥]。先[刷漆]，再[阴干]，再[打磨]。这样重复七八遍。", "刷漆", "打磨", "这样重复", "七八遍"),
        ("[揉泥]。先[刷漆]，再[阴干]，再[打磨]。这两步重复五遍。", "阴干", "打磨", "重复", "五遍"),
        ("[揉泥]。[拍平]。再[阴干]，然后从头再来两遍。", "揉泥", "阴干", "从头再", "两遍"),
        ("先[揉泥]，再[拍平]，直到没有气泡为止。", "拍平", "拍平", "直到没有气泡为止", ""),
        ("先[打磨]，每隔两天[刷漆]。", "刷漆", "刷漆", "每隔两天", ""),
    ],
)
def test_a_loop_leads_from_its_last_step_to_its_first(
    text: str, first: str, last: str, marker: str, count: str
) -> None:
    spec = marked(text)
    (loop,) = [edge for edge in spec.edges if edge.relation is Relation.REPEAT]
    assert told(spec, loop) == (last, "repeat", first, marker)
    assert (loop.count.text if loop.count else "") == count
    assert [step.id for step in spec.performed()] == [step.id for step in spec.steps]


@pytest.mark.parametrize("lead", ["在这之前先", "此前要先", "事先要"])
def test_before_this_means_the_step_told_last(lead: str) -> None:
    spec = marked(f"先[揉泥]，再[拍平]，{lead}把泥[洒]湿，然后[阴干]。")
    assert [step.action.said for step in spec.performed()] == ["揉泥", "洒", "拍平", "阴干"]


def test_an_act_that_is_done_over_and_over_is_no_loop() -> None:
    assert "repeat" not in [edge[1] for edge in order("先[揉泥]，再反复[打磨]，然后[阴干]。")]


def test_an_archived_circle_is_read_in_the_order_of_the_telling() -> None:
    spec = marked("先[揉泥]，再[拍平]，再[阴干]。")
    circle = spec.model_copy(update={"edges": (*spec.edges, Edge(source="s3", target="s1"))})
    assert [step.id for step in circle.performed()] == ["s1", "s2", "s3"]


WORDS = (
    "[揉泥] [拍平] [阴干] [打磨] [刷漆] [剪断] 先 再 然后 同时 一边 或者 要么 也可以 如果太干 就 否则 要是太湿 打磨之前先 在这之前先 事先 这样反复三遍 从头再来 "
    "每隔两天 直到光滑为止 再说说打籽绣 第二种针法是套针 ， ， 。"
)
PIECES = st.sampled_from(WORDS.split())


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=2, max_size=30).map("".join))
def test_only_loops_close_a_circle(text: str) -> None:
    spec = marked(text)
    waiting: dict[str, set[str]] = {step.id: set() for step in spec.steps}
    for edge in filter(is_order, spec.edges):
        waiting[edge.target].add(edge.source)
    tuple(graphlib.TopologicalSorter(waiting).static_order())
    performed = [step.id for step in spec.performed()]
    assert sorted(performed) == sorted(waiting)
    place = {step_id: at for at, step_id in enumerate(performed)}
    assert all(place[edge.source] < place[edge.target] for edge in spec.edges if is_order(edge))
