"""Rolling: it rolls and does not slide, and ends at the size that was said."""

import math
from itertools import pairwise

import pytest

from craftnlp.spec import StepField
from generation.backends.schematic.samples.roll import BARE, COIL, DOUGH, SAMPLES, STRAND
from generation.backends.schematic.scenes.roll.plan import RollPlan
from generation.backends.schematic.scenes.roll.scene import Roll
from generation.backends.schematic.scenes.roll.side import ROLLER, RollSide
from generation.backends.schematic.scenes.roll.words import Mode, mode_of, rolled_in
from generation.backends.schematic.things.stuff import STONE, UNSAID, WOOD
from generation.backends.schematic.words.reading import Reading
from tests.generation.schematic.staged import PLACE, assumed, said, valued

FRAMES = [step / 600 for step in range(601)]


def test_a_slab_ends_at_the_thickness_and_the_diameter_said() -> None:
    side, plan = RollSide(Reading(DOUGH), PLACE), RollPlan(Reading(DOUGH), PLACE)
    assert side.pixels_per_mm is not None
    assert side.thickness(1.0) / side.pixels_per_mm == pytest.approx(3)
    assert plan.pixels_per_mm is not None
    assert plan.spread(1.0) / plan.pixels_per_mm == pytest.approx(200)
    assert side.panel.scale == plan.panel.scale == "按比例"


def test_a_strand_ends_at_the_diameter_and_the_length_said() -> None:
    side, plan = RollSide(Reading(COIL), PLACE), RollPlan(Reading(COIL), PLACE)
    assert side.pixels_per_mm is not None
    assert side.thickness(1.0) / side.pixels_per_mm == pytest.approx(10)
    assert plan.pixels_per_mm is not None
    assert plan.spread(1.0) / plan.pixels_per_mm == pytest.approx(300)
    assert plan.thick(1.0) / plan.pixels_per_mm == pytest.approx(10)


@pytest.mark.parametrize(("value", "end"), [("4", 4.0), ("≈4", 4.0), ("2-6", 4.0)])
def test_a_range_ends_in_its_middle(value: str, end: float) -> None:
    side = RollSide(Reading(valued(STRAND, 0, value)), PLACE)
    assert side.thickness(1.0) / side.pixels_per_unit == pytest.approx(end)


def test_without_numbers_nothing_can_be_measured() -> None:
    side, plan = RollSide(Reading(BARE), PLACE), RollPlan(Reading(BARE), PLACE)
    assert side.pixels_per_mm is None
    assert plan.pixels_per_mm is None
    assert side.panel.scale == plan.panel.scale == "不按比例"


@pytest.mark.parametrize("count", [1, 3, 7, 12])
def test_the_roller_goes_forth_and_back_as_often_as_said(count: int) -> None:
    plan = RollPlan(Reading(valued(DOUGH, 0, str(count), "repetition")), PLACE)
    near = [plan.sway(share) > 0.9 for share in FRAMES]
    assert sum(now and not before for before, now in zip([False, *near], near, strict=False)) == count


def test_the_roller_turns_as_far_as_it_travels() -> None:
    side = RollSide(Reading(DOUGH), PLACE)
    radius = ROLLER * side.size
    for first, second in pairwise(FRAMES):
        turned = math.radians(side.turned(second) - side.turned(first))
        assert turned * radius == pytest.approx(side.travel(second) - side.travel(first))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_work_only_grows_thinner_and_wider(name: str) -> None:
    side, plan = RollSide(Reading(SAMPLES[name].step), PLACE), RollPlan(Reading(SAMPLES[name].step), PLACE)
    thick, wide = [side.thickness(share) for share in FRAMES], [plan.spread(share) for share in FRAMES]
    assert thick == sorted(thick, reverse=True)
    assert wide == sorted(wide)
    assert thick[0] > thick[-1]


@pytest.mark.parametrize(
    ("reading", "mode", "roller"),
    [
        (said("拿擀面杖擀面团", "擀", (StepField.TOOL, "擀面杖"), (StepField.MATERIAL, "面团")), Mode.ROLLER, WOOD),
        (said("石滚子碾泥料", "碾", (StepField.TOOL, "石滚子"), (StepField.MATERIAL, "泥料")), Mode.ROLLER, STONE),
        (said("把面团擀薄", "擀", (StepField.MATERIAL, "面团")), Mode.ROLLER, UNSAID),
        (said("用酒瓶擀面", "擀", (StepField.TOOL, "酒瓶"), (StepField.MATERIAL, "面")), Mode.ROLLER, UNSAID),
        (said("把泥搓成条", "搓成", (StepField.MATERIAL, "泥")), Mode.STRAND, UNSAID),
        (said("糖在手心里搓圆", "搓圆", (StepField.MATERIAL, "糖")), Mode.BALL, UNSAID),
    ],
)
def test_words_tell_what_rolls(reading: Reading, mode: Mode, roller: object) -> None:
    assert Roll.objection(reading) == ""
    rolled = rolled_in(reading)
    assert (rolled.mode, rolled.roller) == (mode, roller)


@pytest.mark.parametrize(
    "reading",
    [
        said("衣服放水里搓洗", "搓洗", (StepField.MATERIAL, "衣服")),
        said("水烧到滚开", "滚开", (StepField.MATERIAL, "水")),
        said("等它滚一下", "滚"),
        said("用针搓", "搓", (StepField.TOOL, "针")),
        said("领口上滚边", "滚边"),
        said("把釉水滚一滚", "滚", (StepField.MATERIAL, "釉水")),
    ],
)
def test_other_work_is_no_rolling(reading: Reading) -> None:
    assert Roll.objection(reading) != ""


def test_two_hands_are_said_only_by_both() -> None:
    both, one, none = (rolled_in(Reading(step)).hands for step in (DOUGH, COIL, BARE))
    assert both.lead.said
    assert both.other.said
    assert (one.lead.name, one.lead.left) == ("右手", False)
    assert not one.other.said
    assert one.other.left
    assert not none.lead.said
    assert "另一只手" in assumed(Roll, COIL)
    assert "另一只手" not in assumed(Roll, DOUGH)


def test_what_nobody_said_is_listed() -> None:
    assert {"擀压的工具", "料的样子", "执手", "次数与快慢", "料的大小", "厚薄"} <= set(assumed(Roll, BARE))
    assert "擀压的工具" not in assumed(Roll, DOUGH)
    bottle = said("用酒瓶擀面", "擀", (StepField.TOOL, "酒瓶"), (StepField.MATERIAL, "面"))
    assert "工具的样子" in assumed(Roll, bottle.step)
    assert mode_of(bottle) is Mode.ROLLER
