"""A coat over a face: as many strata as were said, as thick as was said, and only where something stays on."""

import pytest

from craftnlp.spec import Measure, Step, StepField
from generation.backends.schematic.samples.building import Number, step_from
from generation.backends.schematic.scenes.base import Moment, Place, Scale, Stage
from generation.backends.schematic.scenes.coat.plan import CoatPlan
from generation.backends.schematic.scenes.coat.scene import Coat
from generation.backends.schematic.scenes.coat.section import CoatSection
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.words.reading import Reading

F = StepField
PLACE = Place(Stage(600, 200, 440, 330), "乙")


def coated(*numbers: Number, side: str = "右手") -> Step:
    words = "、".join(number[1] for number in numbers)
    return step_from(
        f"{side}拿漆刷往木板上刷红漆，{words}。",
        [(F.ACTION, "刷"), (F.HAND, side), (F.TOOL, "漆刷"), (F.MATERIAL, "红漆"), (F.PLACE, "木板上")],
        list(numbers),
    )


def section_of(*numbers: Number) -> CoatSection:
    return CoatSection(Reading(coated(*numbers)), PLACE)


@pytest.mark.parametrize("count", [1, 2, 5, 12])
def test_as_many_strata_as_coats_were_said(count: int) -> None:
    section = section_of((Measure.REPETITION, "刷若干道", str(count), "道"))
    assert section.count == count
    assert section.front(Moment(6, 6))[0] + count // section.sweeps == count
    assert section.base - section.top == pytest.approx(section.each * count)


@pytest.mark.parametrize("thick", [0.5, 2.0, 7.5])
def test_all_strata_together_have_the_said_thickness(thick: float) -> None:
    section = section_of(
        (Measure.REPETITION, "刷三道", "3", "道"), (Measure.THICKNESS, "总共若干毫米厚", str(thick), "毫米")
    )
    assert (section.base - section.top) / section.pixels == pytest.approx(thick)
    assert section.panel.scale is Scale.TRUE


def test_a_thickness_said_of_each_coat_is_that_of_one_stratum() -> None:
    section = section_of((Measure.REPETITION, "刷四道", "4", "道"), (Measure.THICKNESS, "每道半毫米", "0.5", "毫米"))
    assert section.each / section.pixels == pytest.approx(0.5)
    assert (section.base - section.top) / section.pixels == pytest.approx(2.0)


def test_of_a_range_of_coats_only_the_least_are_sure() -> None:
    section = section_of((Measure.REPETITION, "刷两三道", "2-3", "道"))
    assert (section.sure, section.count) == (2, 3)


def test_without_numbers_one_coat_is_assumed_and_not_to_scale() -> None:
    reading = Reading(coated())
    section = CoatSection(reading, PLACE)
    assert section.count == 1
    assert section.panel.scale is Scale.NONE
    assert {"涂几道", "每道的厚薄"} <= set(reading.assumed)


def test_few_coats_go_over_the_face_one_by_one_many_do_not() -> None:
    few = CoatPlan(Reading(coated((Measure.REPETITION, "刷三道", "3", "道"))), PLACE)
    assert [few.done(Moment(share * 6, 6))[0] for share in (0.1, 0.5, 0.99)] == [0, 1, 2]
    reading = Reading(coated((Measure.REPETITION, "刷九道", "9", "道")))
    assert CoatPlan(reading, PLACE).coats == 1
    assert "画出的次数" in reading.assumed


def test_the_coat_has_its_said_colour_and_an_unsaid_one_is_grey() -> None:
    assert CoatPlan(Reading(coated()), PLACE).coat.body == "#B3342B"
    reading = Reading(step_from("再涂一层。", [(F.ACTION, "涂")]))
    plan = CoatPlan(reading, PLACE)
    assert plan.coat is stuffs.UNSAID
    assert plan.ground.stuff is stuffs.UNSAID
    assert {"涂料", "底子", "工具", "执手"} <= set(reading.assumed)


def test_a_side_of_a_thing_is_no_ground() -> None:
    reading = Reading(step_from("上面涂一层黄蜡。", [(F.ACTION, "涂"), (F.MATERIAL, "黄蜡"), (F.PLACE, "上面")]))
    assert CoatPlan(reading, PLACE).ground.stuff is stuffs.UNSAID
    assert "底子" in reading.assumed


def test_a_left_hand_comes_from_the_left() -> None:
    right, left = (CoatPlan(Reading(coated(side=side)), PLACE) for side in ("右手", "左手"))
    middle = PLACE.stage.x + PLACE.stage.width / 2
    assert right.face.outline.getBounds().centerX() < middle < left.face.outline.getBounds().centerX()


@pytest.mark.parametrize(
    ("sentence", "action", "pairs", "drawn"),
    [
        ("给瓷碗上釉", "上釉", [(F.MATERIAL, "瓷碗")], True),
        ("最后打蜡", "打蜡", [], True),
        ("拿猪油调了黄蜡，往模子上涂抹", "涂抹", [(F.MATERIAL, "黄蜡"), (F.PLACE, "模子上")], True),
        ("蜡层都涂好", "涂好", [(F.MATERIAL, "蜡层")], True),
        ("泥面拿墁刀荡平整", "荡平整", [(F.TOOL, "墁刀"), (F.MATERIAL, "泥面")], True),
        ("凹处填黑漆", "填", [(F.MATERIAL, "黑漆")], True),
        ("拿刷子把盘子刷洗干净", "刷洗", [(F.TOOL, "刷子"), (F.MATERIAL, "盘子")], False),
        ("把坑填上土", "填", [(F.MATERIAL, "土")], False),
        ("灯笼糊上纸", "糊", [(F.MATERIAL, "纸")], False),
        ("泥面拿墁刀荡一遍", "荡", [(F.TOOL, "墁刀")], True),
        ("釉水在里头荡平", "荡平", [(F.MATERIAL, "釉水")], False),
        ("拿剪子抹漆", "抹", [(F.TOOL, "剪子"), (F.MATERIAL, "漆")], False),
    ],
)
def test_only_what_stays_on_is_a_coat(
    sentence: str, action: str, pairs: list[tuple[StepField, str]], drawn: bool
) -> None:
    objection = Coat.objection(Reading(step_from(sentence, [(F.ACTION, action), *pairs])))
    assert (objection == "") is drawn
