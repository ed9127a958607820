"""What the master says is not done is never drawn, whichever template the verb belongs to."""

import pytest

from craftnlp.spec import StepField
from generation.backends.schematic.choose import CARD, choose
from generation.backends.schematic.samples.building import step_from
from generation.backends.schematic.words.negation import undone

F = StepField


@pytest.mark.parametrize(
    ("done", "denied", "action", "material"),
    [
        ("从来都放防腐剂。", "从来沒放防腐剂。", "放", "防腐剂"),
        ("要把泥放在木板上。", "不要把泥放在木板上。", "放", "泥"),
        ("泥放进去。", "泥放不进去。", "放", "泥"),
        ("倒釉水。", "没倒釉水。", "倒", "釉水"),
        ("釉浆要搅。", "釉浆不搅。", "搅", "釉浆"),
        ("釉浆搅动。", "釉浆搅不动。", "搅", "釉浆"),
        ("量木板尺寸。", "没量木板尺寸。", "量", "木板"),
        ("木板要打磨。", "木板不要打磨。", "打磨", "木板"),
        ("泥坯要晾。", "泥坯别晾。", "晾", "泥坯"),
        ("揉泥。", "未揉泥。", "揉", "泥"),
    ],
)
def test_a_denied_action_is_a_card_that_says_so(done: str, denied: str, action: str, material: str) -> None:
    drawn, refused = (
        choose(step_from(sentence, [(F.ACTION, action), (F.MATERIAL, material)])) for sentence in (done, denied)
    )
    assert drawn.template != CARD
    assert (refused.template, refused.reason) == (CARD, "原话说的是不这样做")


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("不断地把泥放进去。", "放进"),
        ("差不多放一天。", "放"),
        ("不得不放一点盐。", "放"),
        ("泥不干，放在木板上。", "放"),
        ("慢慢熬不停火。", "熬"),
    ],
)
def test_other_words_with_a_negation_in_them_do_not_deny_the_action(sentence: str, action: str) -> None:
    assert not undone(step_from(sentence, [(F.ACTION, action)]))
