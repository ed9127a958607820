"""Disfluency is marked, never deleted; a self-repair keeps both halves."""

import pytest

from craftnlp import Cue, StepField
from craftnlp.spec import MarkKind
from tests.craftnlp.marked_acts import heard, marked
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


@pytest.mark.parametrize(
    "text",
    [
        "留五毫米，哦不，六毫米。",
        "留五毫米，我说错了，是六毫米。",
        "不是五毫米，是六毫米。",
        "留五毫米，不，应该是六毫米。",
        "五毫米不对，六毫米才对。",
    ],
)
def test_every_way_to_take_a_number_back(text: str) -> None:
    (amount,) = heard(Cue(text=text)).amounts
    assert (amount.value, [text[start:end] for start, end in amount.also]) == ("6", ["五毫米"])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("留三毫米，不是五毫米。", ["3"]),
        ("打磨三遍，磨错了就再打磨五遍。", ["3", "5"]),
        ("打磨三遍，对不对，五遍。", ["3", "5"]),
        ("三毫米，不对就留五毫米。", ["3", "5"]),
    ],
)
def test_what_takes_nothing_back_corrects_nothing(text: str, values: list[str]) -> None:
    assert [(amount.value, amount.also) for amount in heard(Cue(text=text)).amounts] == [
        (value, ()) for value in values
    ]


def test_the_slip_and_its_correction_may_stand_in_two_cues_of_one_speaker() -> None:
    slip, correction = Cue(speaker="师傅", text="留三毫米，"), Cue(speaker="师傅", text="不对，五毫米。")
    (amount,) = heard(slip, correction).amounts
    assert (amount.value, len(amount.also)) == ("5", 1)
    asked = slip.model_copy(update={"speaker": "问", "interviewer": True})
    assert [(amount.value, amount.also) for amount in heard(asked, correction).amounts] == [("3", ()), ("5", ())]


def test_a_tool_that_was_taken_back_stands_beside_the_right_one() -> None:
    spec = marked("用[tool:大刀]，不是，用[tool:小刀][切断]。")
    (tool,) = spec.steps[0].tool
    assert (tool.said, [quote.text for quote in tool.also]) == ("小刀", ["大刀"])
    assert ("不是", MarkKind.REPAIR) in [(mark.quote.text, mark.kind) for mark in spec.marks]
    assert "大刀" not in spec.steps[0].sentence
    assert spec.steps[0].clause.text == "用大刀，不是，用小刀切断"[1:]


def test_an_act_that_is_told_again_with_another_tool_is_one_step() -> None:
    (step,) = marked("用[tool:竹刀][切][material:泥]，不对，用[tool:骨刀][切][material:泥]。").steps
    assert [(tool.said, [quote.text for quote in tool.also]) for tool in step.tool] == [("骨刀", ["竹刀"])]
    assert len(marked("用[tool:竹刀][切][material:泥]，再用[tool:骨刀][切][material:泥]。").steps) == 2


def test_a_filler_inside_a_term_or_a_number_does_not_break_it() -> None:
    reading = heard(Cue(text="用绣嗯花针挑，留三呃毫米。"))
    assert [(reading.text[term.start : term.end], term.entry.concept) for term in reading.terms][:1] == [
        ("绣嗯花针", "tool/绣花针")
    ]
    (amount,) = reading.amounts
    assert (reading.text[amount.start : amount.end], amount.value, amount.unit) == ("三呃毫米", "3", "毫米")


def test_what_only_fills_a_pause_or_was_said_twice_is_no_value() -> None:
    (step,) = marked("[caution:侬晓得伐]，把[material:泥]把[material:泥][揉匀]。").steps
    assert (step.caution, [value.said for value in step.material]) == ((), ["泥"])


def test_two_numbers_around_a_filler_are_not_made_one() -> None:
    assert [amount.value for amount in heard(Cue(text="阴干十呃二十分钟。")).amounts] == ["20"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("用用竹刀切断。", ("用", MarkKind.REPEAT)),
        ("把泥把泥揉匀。", ("把泥", MarkKind.REPEAT)),
        ("然后然后揉匀。", ("然后", MarkKind.REPEAT)),
        ("用，嗯，用竹刀切断。", ("用，嗯，", MarkKind.REPEAT)),
        ("竹刀竹刀切断。", ("竹刀", MarkKind.REPEAT)),
        ("讲真，先揉匀。", ("讲真", MarkKind.FILLER)),
        ("侬晓得伐，先揉匀。", ("侬晓得伐", MarkKind.FILLER)),
        ("那么子，先揉匀。", ("那么子", MarkKind.FILLER)),
        ("先揉匀咯，再拍平。", ("咯", MarkKind.FILLER)),
        ("那个那个竹刀拿来切断。", ("那个那个", MarkKind.FILLER)),
    ],
)
def test_repeats_and_dialect_fillers_are_marked(text: str, found: tuple[str, MarkKind]) -> None:
    assert found in marks(text)


@pytest.mark.parametrize(
    "text",
    [
        "打磨打磨。",
        "一点一点地削。",
        "看看，磨磨。",
        "一圈一圈地绕。",
        "把那个泥揉匀。",
        "把粉往上撒，再揉匀。",
        "来回来回地刷。",
        "往往要打磨。",
    ],
)
def test_manner_and_demonstratives_are_data(text: str) -> None:
    assert marks(text) == []


def test_a_stumble_is_a_repeat_and_manner_is_not() -> None:
    assert ("磨平，", MarkKind.REPEAT) in marks("要磨平，磨平才好。")
    assert marks("慢慢、慢慢地化开。") == []
    assert marks("一层一层地糊。") == []


def test_words_between_fillers_are_read_all_the_same() -> None:
    step = step_of("用，嗯，用竹刀把泥切断。", "切断")
    assert said(step, StepField.TOOL) == ["竹刀"]
