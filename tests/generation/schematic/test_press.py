"""Pressing: as often as said, down to the thickness said, with what was said."""

import pytest

from craftnlp.spec import HandSide, Measure, StepField
from generation.backends.schematic.samples.building import step_from
from generation.backends.schematic.samples.press import BOARD, HOLD, PALM, SQUEEZE
from generation.backends.schematic.scenes.press.lens import PressLens
from generation.backends.schematic.scenes.press.scene import Press
from generation.backends.schematic.scenes.press.side import PressSide
from generation.backends.schematic.scenes.press.words import Presser, pressed_in
from generation.backends.schematic.things.stuff import STONE, UNSAID, WOOD
from generation.backends.schematic.words.reading import Reading
from tests.generation.schematic.contract import without
from tests.generation.schematic.staged import PLACE, assumed, said, valued

FRAMES = [step / 600 for step in range(601)]


@pytest.mark.parametrize("count", range(1, 13))
def test_it_is_pressed_as_often_as_said(count: int) -> None:
    side = PressSide(Reading(valued(BOARD, 0, str(count), "repetition")), PLACE)
    down = [side.lift(share) == 0 for share in FRAMES]
    assert sum(now and not before for before, now in zip([False, *down], down, strict=False)) == count


def test_pressing_never_gives_height_back() -> None:
    side = PressSide(Reading(BOARD), PLACE)
    heights = [side.height(share) for share in FRAMES]
    assert heights == sorted(heights, reverse=True)
    assert heights[-1] < heights[0]


@pytest.mark.parametrize(
    ("value", "unit", "millimetres"), [("3", "厘米", 30), ("≈2", "厘米", 20), ("12-18", "毫米", 15)]
)
def test_the_work_ends_at_the_thickness_said(value: str, unit: str, millimetres: float) -> None:
    step = valued(PALM, 0, value)
    step = step.model_copy(update={"quantity": (step.quantity[0].model_copy(update={"unit": unit}),)})
    side = PressSide(Reading(step), PLACE)
    assert side.pixels_per_mm is not None
    assert side.height(1.0) / side.pixels_per_mm == pytest.approx(millimetres)
    assert side.panel.scale == "按比例"


def test_without_a_thickness_nothing_can_be_measured() -> None:
    side = PressSide(Reading(without(PALM)), PLACE)
    assert side.pixels_per_mm is None
    assert side.panel.scale == "不按比例"


@pytest.mark.parametrize("count", [2, 5, 12, 30])
def test_the_stack_has_as_many_leaves_as_said(count: int) -> None:
    sentence = "若干张湿纸摞好再压"
    pairs = [(StepField.ACTION, "压"), (StepField.MATERIAL, "湿纸")]
    step = step_from(sentence, pairs, [(Measure.COUNT, "若干张", str(count), "张")])
    assert pressed_in(Reading(step)).leaves == count
    assert "叠了几张" not in assumed(Press, step)
    assert "叠了几张" in assumed(Press, BOARD)


def test_a_lasting_press_says_that_time_runs_faster() -> None:
    step = step_from(
        "石头压上去，压两天",
        [(StepField.ACTION, "压"), (StepField.MATERIAL, "石头")],
        [(Measure.DURATION, "两天", "2", "天")],
    )
    assert PressSide(Reading(step), PLACE).panel.pace == "加速"
    assert PressSide(Reading(BOARD), PLACE).panel.pace == "拟速"


@pytest.mark.parametrize(
    ("reading", "presser", "stuff"),
    [
        (said("上面压上石头", "压上", (StepField.MATERIAL, "石头")), Presser.BOARD, STONE),
        (said("拿木板压纸", "压", (StepField.TOOL, "木板"), (StepField.MATERIAL, "纸")), Presser.BOARD, WOOD),
        (said("用手按住纸边", "按住", (StepField.MATERIAL, "纸")), Presser.PALM, UNSAID),
        (said("拇指按住泥", "按住", (StepField.MATERIAL, "泥")), Presser.THUMB, UNSAID),
        (said("把浆里的水分压干", "压干", (StepField.MATERIAL, "水分")), Presser.LEVER, UNSAID),
    ],
)
def test_what_presses_is_what_was_said(reading: Reading, presser: Presser, stuff: object) -> None:
    assert Press.objection(reading) == ""
    pressed = pressed_in(reading)
    assert (pressed.presser, pressed.stuff) == (presser, stuff)


def test_a_named_thumb_presses() -> None:
    hand = HOLD.hand[0].model_copy(update={"side": HandSide.THUMB})
    assert pressed_in(Reading(HOLD.model_copy(update={"hand": (hand,)}))).presser is Presser.THUMB
    assert pressed_in(Reading(HOLD)).presser is Presser.PALM


def test_water_runs_only_when_it_was_said() -> None:
    assert pressed_in(Reading(SQUEEZE)).wet
    assert not pressed_in(Reading(BOARD)).wet
    assert "压具的样子" in assumed(Press, SQUEEZE)


def test_the_board_that_presses_is_not_the_work() -> None:
    pressed = pressed_in(said("再压上一块木板", "压上", (StepField.MATERIAL, "木板")))
    assert pressed.work.stuff is UNSAID
    pressed = pressed_in(said("把木板压住", "压住", (StepField.MATERIAL, "木板")))
    assert (pressed.presser, pressed.work.name) == (Presser.PALM, "木板")


def test_a_drill_under_the_hand_stands_upright() -> None:
    pressed = pressed_in(said("手按在手捻钻的帽子上", "按", (StepField.PLACE, "手捻钻的帽子上")))
    assert pressed.upright is not None
    assert pressed.upright.name == "drill"


def test_the_vessel_is_drawn_only_when_it_was_said() -> None:
    assert pressed_in(said("放在锅里按平", "按平", (StepField.PLACE, "锅里"))).vessel == "锅"
    assert pressed_in(said("放着按平", "按平")).vessel == ""


def test_the_glass_moves_with_the_figure_beside_it() -> None:
    lens = PressLens(Reading(BOARD), PLACE)
    assert lens.closeness(0.0) == 0
    assert lens.closeness(1.0) == pytest.approx(1)


@pytest.mark.parametrize(
    "reading",
    [
        said("缝纫机上压线", "压线", (StepField.MATERIAL, "线")),
        said("经线压纬线", "压", (StepField.MATERIAL, "纬线")),
        said("用滚筒压一遍", "压", (StepField.TOOL, "滚筒")),
        said("拿刀压住", "压住", (StepField.TOOL, "刀")),
        said("纸浆压一压", "压", (StepField.MATERIAL, "纸浆")),
        said("挑一压一", "压一"),
    ],
)
def test_other_work_is_no_pressing(reading: Reading) -> None:
    assert Press.objection(reading) != ""


def test_the_hand_is_a_hand_only_when_said() -> None:
    assert PressSide(Reading(HOLD), PLACE).holder.name == "右手"
    assert PressSide(Reading(PALM), PLACE).holder.left
    assert "执手" in assumed(Press, HOLD.model_copy(update={"hand": ()}))
