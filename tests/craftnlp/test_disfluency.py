"""Disfluency is marked, never deleted; a self-repair keeps both halves."""

import pytest

from craftnlp import StepField
from craftnlp.spec import MarkKind
from tests.craftnlp.reading_aloud import amounts, figures, said, spec_of, step_of


def marks(text: str) -> list[tuple[str, MarkKind]]:
    return [(mark.quote.text, mark.kind) for mark in spec_of(text).marks]


def test_a_self_repair_takes_the_later_value_and_keeps_the_first() -> None:
    text = "留三毫米，不对，五毫米，再剪断。"
    (value,) = step_of(text, "剪断").quantity
    assert (value.value, value.unit, [quote.text for quote in value.also]) == ("5", "毫米", ["三毫米"])
    assert ("三毫米，不对，", MarkKind.REPAIR) in marks(text)


def test_a_repaired_act_is_one_step() -> None:
    text = "泥板晾一天，不对，晾两天。"
    assert [step.action.said for step in spec_of(text).steps] == ["晾"]
    assert figures(step_of(text, "晾")) == [("2", "天")]


def test_a_corrected_duration_returns_to_the_act_it_corrects() -> None:
    step = step_of("一回泡二十分钟，哦，不对，半个钟头，再提起来。", "泡")
    assert ("0.5", "钟头") in figures(step)
    assert ("20", "分钟") not in figures(step)


def test_two_quantities_of_different_kinds_are_no_repair() -> None:
    assert marks("刷三遍，不对，是五毫米厚的漆刷。") == []
    assert len(amounts("刷三遍，不对，五毫米")) == 2


@pytest.mark.parametrize(
    ("text", "filler"), [("嗯，先磨平。", "嗯"), ("先把泥，呃，揉匀。", "呃"), ("那个，把线剪断。", "那个")]
)
def test_fillers_are_marked(text: str, filler: str) -> None:
    assert (filler, MarkKind.FILLER) in marks(text)


def test_a_stumble_is_a_repeat_and_manner_is_not() -> None:
    assert ("磨平，", MarkKind.REPEAT) in marks("要磨平，磨平才好。")
    assert marks("慢慢、慢慢地化开。") == []
    assert marks("一层一层地糊。") == []


def test_words_between_fillers_are_read_all_the_same() -> None:
    step = step_of("用，嗯，用竹刀把泥切断。", "切断")
    assert said(step, StepField.TOOL) == ["竹刀"]
