"""What was not said becomes a question that can be read aloud; what was said is never asked."""

import re

import pytest

from craftnlp.components.frames import MOST, NEEDS, FrameError, family, table
from tests.craftnlp.marked_acts import marked


def asked(text: str) -> list[str]:
    return [question.text for step in marked(text).steps[:1] for question in step.questions]


def test_the_table_knows_many_families_and_every_need_is_used() -> None:
    asks = set(table().values())
    assert len(asks) >= 45
    assert {ask.need for needs in asks for ask in needs} == set(NEEDS.values())
    assert all(ask.text.endswith("？") and len(ask.text) <= 24 for needs in asks for ask in needs)
    assert not re.search(r"[「」{}%\d]", "".join(ask.text for needs in asks for ask in needs))


@pytest.mark.parametrize(
    ("verb", "known"),
    [
        ("打磨", "打磨"),
        ("磨平", "磨平"),
        ("粗磨", "磨"),
        ("贴上去", "贴"),
        ("煮好", "煮"),
        ("繡", "绣"),
        ("編", "编"),
        ("看", ""),
        ("拉线", ""),
    ],
)
def test_a_verb_finds_its_family(verb: str, known: str) -> None:
    assert family(verb) == known


def test_a_question_is_a_plain_sentence_about_the_act() -> None:
    assert "打磨的时候，用多少目的砂纸或者什么磨石？原话未说。" in asked("把边[打磨]光滑。")


def test_at_most_three_questions_the_most_important_first() -> None:
    assert all(len(step.questions) <= MOST for step in marked("[打磨]。[阴干]。[揉泥]。[刷漆]。[染色]。").steps)
    assert asked("[刷漆]。")[0] == "刷漆的时候，要上几遍？原话未说。"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("用[tool:三百目的砂纸][打磨]。", "目"),
        ("[刷漆]刷三遍。", "几遍"),
        ("[阴干]两天。", "多久"),
        ("用[manner:小火][烘干]。", "火"),
        ("[煮]到[result:烂]。", "多久"),
        ("把泥[擀平]三毫米厚。", "多厚"),
        ("[揉匀]。", "什么样子"),
    ],
)
def test_what_was_said_is_not_asked(text: str, word: str) -> None:
    assert not [question for question in asked(text) if word in question]


def test_what_was_only_inferred_is_still_asked() -> None:
    step = marked("先用[tool:刻刀][刻][material:轮廓]，再[刻][material:花纹]。").steps[1]
    assert step.tool
    assert step.questions[0].text == "刻的时候，用哪一把刀？原话未说。"


def test_a_line_that_is_neither_family_nor_need_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("craftnlp.components.frames._lines", lambda: ["# remark", "打磨\t打磨", "\tnothing\t多少？"])
    table.cache_clear()
    with pytest.raises(FrameError, match=r"frames\.tab:3"):
        table()
    table.cache_clear()
