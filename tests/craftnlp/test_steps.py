"""Steps: what a clause does, which act it tells, and which words belong to it."""

from decimal import Decimal

import pytest

from craftnlp import Cue, HandSide, Measure, Relation, StepField, TermClass, read, title
from tests.craftnlp.reading_aloud import actions, figures, said, spec_of, step_of


def test_tool_material_hand_and_place_of_one_act() -> None:
    step = step_of("右手用竹刀在垫板上把泥片切断。", "切断")
    assert said(step, StepField.TOOL) == ["竹刀"]
    assert said(step, StepField.MATERIAL) == ["泥片"]
    assert said(step, StepField.PLACE) == ["垫板上"]
    assert [hand.side for hand in step.hand] == [HandSide.RIGHT]


def test_a_tool_is_linked_and_an_unknown_word_becomes_a_candidate() -> None:
    text = "用绣针挑，用骨签挑。"
    tools = [term for step in spec_of(text).steps for term in step.tool]
    assert [(term.said, term.text, term.concept) for term in tools] == [
        ("绣针", "绣花针", "tool/绣花针"),
        ("骨签", "骨签", None),
    ]
    assert "骨签" in [candidate.quote.text for candidate in spec_of(text).candidates]


def test_an_alias_in_traditional_characters_keeps_what_was_written() -> None:
    (tool,) = step_of("用繡針挑開線頭。", "挑開").tool
    assert (tool.said, tool.text, tool.term_class) == ("繡針", "绣花针", TermClass.TOOL)


@pytest.mark.parametrize(
    ("text", "action", "name", "words"),
    [
        ("用清水漂洗。", "漂洗", StepField.MATERIAL, ["清水"]),
        ("用慢火煮。", "煮", StepField.MANNER, ["慢火"]),
        ("用双手揉泥。", "揉", StepField.HAND, ["双手"]),
        ("边角也可以用锉刀锉。", "锉", StepField.MATERIAL, ["边角"]),
        ("在三百目的砂纸上磨。", "磨", StepField.TOOL, ["三百目的砂纸"]),
        ("沿着画好的线剪。", "剪", StepField.PATH, ["沿着画好的线"]),
        ("从里到外压平。", "压平", StepField.MANNER, ["从里到外"]),
        ("一点一点地削。", "削", StepField.MANNER, ["一点一点地"]),
        ("轻轻地拍。", "拍", StepField.MANNER, ["轻轻地"]),
        ("把坯放到窑里。", "放", StepField.PLACE, ["窑里"]),
        ("把石灰调成浆。", "调", StepField.RESULT, ["浆"]),
        ("把边磨平整。", "磨", StepField.RESULT, ["平整"]),
        ("用拇指按住泥。", "按住", StepField.HAND, ["拇指"]),
    ],
)
def test_a_cue_word_decides_the_role(text: str, action: str, name: StepField, words: list[str]) -> None:
    assert said(step_of(text, action), name) == words


def test_force_and_way_are_no_tools() -> None:
    for text in ("用力拍泥。", "用老办法拍泥。"):
        assert all(step.tool == () for step in spec_of(text).steps)


def test_a_verb_inside_a_noun_phrase_is_no_step() -> None:
    assert actions("把装满瓷坯的匣钵搬进窑里。") == ["搬进"]
    assert actions("用筛过的细土填坑。") == ["填"]


def test_a_negated_or_impossible_act_is_no_step() -> None:
    assert actions("这个不上釉。") == []
    assert actions("太干了揭不开。") == []


@pytest.mark.parametrize(
    "text",
    [
        "这个叫做窝妥。",
        "绷架是用木头做的。",
        "我十二岁跟师父学绣花。",
        "要不要先打磨呢？",
        "这种竹子很韧。",
    ],
)
def test_descriptions_memories_and_questions_make_no_steps(text: str) -> None:
    assert actions(text) == []


def test_a_condition_goes_to_the_act_that_follows() -> None:
    step = step_of("等浆干了以后，把布铺平。", "铺平")
    assert said(step, StepField.CONDITION) == ["等浆干了以后"]
    assert actions("等浆干了以后，把布铺平。") == ["铺平"]


def test_an_until_goes_to_the_act_before() -> None:
    step = step_of("用砂纸打磨，直到光滑。", "打磨")
    assert said(step, StepField.CONDITION) == ["直到光滑"]


@pytest.mark.parametrize(
    ("text", "action", "caution"),
    [
        ("慢慢拉线，不然容易断。", "拉线", "不然容易断"),
        ("注意别碰到刀口，再把线剪断。", "剪断", "注意别碰到刀口"),
        ("把坯阴干，千万别晒太阳。", "阴干", "千万别晒太阳"),
        ("把边压住，以防翘起来。", "压住", "以防翘起来"),
    ],
)
def test_a_warning_is_a_caution_of_its_act_and_no_step(text: str, action: str, caution: str) -> None:
    assert said(step_of(text, action), StepField.CAUTION) == [caution]
    assert len(actions(text)) == 1


def test_a_result_clause_goes_to_its_act() -> None:
    assert said(step_of("把泥反复摔打，使泥里没有气泡。", "摔打"), StepField.RESULT) == ["使泥里没有气泡"]


def test_numbers_go_to_their_own_act() -> None:
    text = "先煮二十分钟，再晾两天，最后刷三遍漆。"
    assert [figures(step) for step in spec_of(text).steps] == [[("20", "分钟")], [("2", "天")], [("3", "遍")]]


def test_a_number_in_a_clause_of_its_own_is_lent_to_the_nearest_act() -> None:
    step = step_of("针跟绸面斜着，三十度的样子，慢慢扎进去。", "扎进")
    assert [(value.value, value.measure, value.approximate) for value in step.quantity] == [("30", Measure.ANGLE, True)]


def test_what_was_not_said_becomes_a_question_and_never_a_value() -> None:
    step = step_of("沿着花瓣的边下针。", "下针")
    assert figures(step) == []
    assert {question.measure for question in step.questions} == {Measure.SIZE_CLASS, Measure.ANGLE, Measure.SPACING}
    assert all("原话未说" in question.text for question in step.questions)


def test_a_question_disappears_when_its_value_was_said() -> None:
    step = step_of("用九号针下针，斜四十度。", "下针")
    assert {question.measure for question in step.questions} == {Measure.SPACING}


def test_the_interviewer_makes_no_steps_and_fills_no_values() -> None:
    cues = (
        Cue(speaker="采访者", interviewer=True, text="先用八十目打磨三遍，对吗？"),
        Cue(speaker="师傅", text="对。把边打磨光滑。"),
    )
    spec = read(cues)
    assert [step.action.said for step in spec.steps] == ["打磨"]
    assert figures(spec.steps[0]) == []


def test_order_is_that_of_the_telling_with_the_word_that_says_so() -> None:
    first, second = spec_of("先揉泥，再拍平，同时洒点水。").edges
    assert (first.source, first.target, first.relation, first.marker and first.marker.text) == (
        "s1", "s2", Relation.BEFORE, "再",
    )  # fmt: skip
    assert (second.relation, second.marker and second.marker.text) == (Relation.PARALLEL, "同时")


def test_a_title_is_made_of_said_words_only() -> None:
    step = step_of("顺着梅花的边慢慢下针。", "下针")
    assert title(step) == "顺着梅花的边下针"
    long = step_of("沿着画好的细长花瓣轮廓外面的稿线走刀。", "走刀")
    assert title(long) == "走刀"


def test_the_standard_sentence_uses_every_filled_value() -> None:
    step = step_of("用竹刀切泥片，三毫米厚，不然容易断。", "切")
    assert step.sentence == "用竹刀，切泥片，厚3毫米。注意：不然容易断。"


def test_traditional_units_keep_their_words_beside_a_stated_assumption() -> None:
    (value,) = step_of("铺三寸厚的灰。", "铺").quantity
    assert (value.value, value.unit, value.canonical_low, value.canonical_unit) == ("3", "寸", Decimal(100), "mm")
    assert "市制" in value.assumption


def test_a_stick_of_incense_has_no_canonical_length() -> None:
    (value,) = step_of("煮一炷香。", "煮").duration
    assert (value.value, value.unit, value.canonical_low, value.canonical_unit) == ("1", "炷香", None, "")


def test_a_slip_of_the_tongue_is_never_quoted_without_its_correction() -> None:
    step = step_of("把竹片削成三毫米，不对，五毫米厚。", "削")
    assert [quantity.value for quantity in step.quantity] == ["5"]
    assert "不对，五毫米" in step.clause.text
