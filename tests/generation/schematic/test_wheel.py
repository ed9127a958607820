"""Wheels and turned pieces: said speed, direction, size, angle and rounds are kept."""

import math
from itertools import pairwise

import pytest

from craftnlp.spec import Measure, Step, StepField
from generation.backends.schematic.samples.building import Number, step_from
from generation.backends.schematic.samples.wheel import SAMPLES
from generation.backends.schematic.scenes.base import Moment, Pace, Place, Scale, Scene, Stage
from generation.backends.schematic.scenes.turn.flat import TurnFlat, TurnMeasure
from generation.backends.schematic.scenes.turn.over import OverPlan, over
from generation.backends.schematic.scenes.turn.scene import Turn
from generation.backends.schematic.scenes.turn.upend import POSES, Upend
from generation.backends.schematic.scenes.turn.words import Manner, manner_of, turning_of
from generation.backends.schematic.scenes.wheel.plan import WheelPlan
from generation.backends.schematic.scenes.wheel.scene import Wheel
from generation.backends.schematic.scenes.wheel.side import WheelSide
from generation.backends.schematic.scenes.wheel.words import spin_of
from generation.backends.schematic.words.reading import Reading

F = StepField
PLACE = Place(Stage(124, 200, 640, 330), "甲")
END = Moment(6, 6)


def thrown(words: str = "", *numbers: Number) -> Reading:
    sentence = f"双手在转盘上拉坯，{words}。"
    return Reading(step_from(sentence, [(F.ACTION, "拉坯"), (F.HAND, "双手"), (F.PLACE, "转盘上")], list(numbers)))


def turned(words: str, *numbers: Number, side: str = "右手", action: str = "转") -> Reading:
    pairs = [(F.ACTION, action), (F.HAND, side), (F.MATERIAL, "木板")]
    return Reading(step_from(f"{side}把木板{action}一下，{words}。", pairs, list(numbers)))


@pytest.mark.parametrize(
    ("value", "unit", "speed"), [("60", "转/分钟", 1.0), ("90", "圈/分", 1.5), ("2", "转/秒", 2.0)]
)
def test_the_wheel_turns_as_fast_as_said(value: str, unit: str, speed: float) -> None:
    reading = thrown("转得快慢", (Measure.SPEED, "快慢", value, unit))
    spin = spin_of(reading)
    assert spin.angle(3) / math.tau == pytest.approx(3 * speed)
    assert "转速" not in reading.assumed
    assert WheelPlan(reading, PLACE, pushes=False).panel.pace is Pace.TRUE


def test_a_speed_that_cannot_be_followed_or_was_not_said_is_assumed() -> None:
    for reading in (thrown(), thrown("快慢", (Measure.SPEED, "快慢", "900", "转/分"))):
        assert WheelPlan(reading, PLACE, pushes=False).panel.pace is Pace.ASSUMED
        assert "转速" in reading.assumed


@pytest.mark.parametrize(("word", "sense"), [("顺时针", 1), ("逆时针", -1)])
def test_the_wheel_turns_the_way_that_was_said(word: str, sense: int) -> None:
    reading = thrown(f"{word}转")
    assert math.copysign(1, spin_of(reading).angle(1)) == sense
    assert "转的方向" not in reading.assumed
    unsaid = thrown()
    assert spin_of(unsaid).direction == ""
    assert "转的方向" in unsaid.assumed


def test_diameter_and_height_are_to_one_scale() -> None:
    reading = thrown(
        "直径二十厘米，高一百毫米",
        (Measure.DIAMETER, "直径二十厘米", "20", "厘米"),
        (Measure.LENGTH, "高一百毫米", "100", "毫米"),
    )
    figure = WheelSide(reading, PLACE)
    widest = 2 * max(figure.wall(1.0, step / 50)[0] for step in range(51))
    assert widest / figure.wall(1.0, 1.0)[1] == pytest.approx(2.0, rel=0.02)
    assert figure.panel.scale is Scale.TRUE
    assert figure.size.ruler is not None
    assert widest / figure.size.ruler.pixels == pytest.approx(200, rel=0.02)


def test_units_without_a_common_measure_are_not_drawn_to_scale() -> None:
    numbers: list[Number] = [(Measure.DIAMETER, "直径六寸", "6", "寸"), (Measure.LENGTH, "高九厘米", "9", "厘米")]
    assert WheelSide(thrown("直径六寸，高九厘米", *numbers), PLACE).panel.scale is Scale.NONE
    assert WheelSide(thrown("直径六寸", numbers[0]), PLACE).panel.scale is Scale.TRUE


def test_the_wall_rises_in_as_many_pulls_as_were_said() -> None:
    figure = WheelSide(thrown("提四次", (Measure.REPETITION, "四次", "4", "次")), PLACE)
    reach = [figure.growth(Moment(step / 200 * 6, 6))[1] for step in range(201)]
    falls = [1 for before, after in pairwise(reach) if after < before - 0.3]
    assert len(falls) + 1 == 4
    unsaid = thrown()
    WheelSide(unsaid, PLACE)
    assert {"提拉的次数", "口径", "器高"} <= set(unsaid.assumed)


@pytest.mark.parametrize("side", ["左手", "右手", "双手"])
def test_the_hands_are_those_that_were_said(side: str) -> None:
    reading = Reading(step_from(f"{side}扶着拉坯", [(F.ACTION, "拉坯"), (F.HAND, side)]))
    hands = WheelSide(reading, PLACE).hands
    assert all(hand.said for hand in hands)
    assert [hand.left for hand in hands] == {"左手": [True], "右手": [False], "双手": [True, False]}[side]
    assert not any(hand.said for hand in WheelSide(Reading(SAMPLES["potting"].step), PLACE).hands)


@pytest.mark.parametrize("sense", ["顺时针", "逆时针"])
@pytest.mark.parametrize("degrees", [15, 60, 90])
def test_the_piece_turns_by_the_said_angle(degrees: int, sense: str) -> None:
    reading = turned(f"{sense}若干度", (Measure.ANGLE, "若干度", str(degrees), "度"))
    figure = TurnFlat(reading, PLACE)
    assert figure.turning.at(END)[0] == pytest.approx(degrees if sense == "顺时针" else -degrees)
    measure = TurnMeasure(reading, PLACE)
    (x0, y0), (x1, y1) = measure._point(0), measure._point(degrees)
    x, y = measure.middle
    swept = math.degrees(math.atan2(y1 - y, x1 - x) - math.atan2(y0 - y, x0 - x))
    assert swept % 360 == pytest.approx(degrees if sense == "顺时针" else 360 - degrees)
    assert measure.panel.scale is Scale.ANGLE


@pytest.mark.parametrize("rounds", [0.5, 1.0, 3.0, 3.5])
def test_the_piece_makes_as_many_rounds_as_were_said(rounds: float) -> None:
    reading = turned("转若干圈", (Measure.REPETITION, "若干圈", str(rounds), "圈"))
    assert TurnFlat(reading, PLACE).turning.at(END)[0] == pytest.approx(360 * rounds)
    assert "转多少" not in reading.assumed


def test_an_angle_nobody_said_is_assumed_and_end_for_end_is_half_a_round() -> None:
    reading = turned("慢慢来")
    assert TurnMeasure(reading, PLACE).panel.scale is Scale.NONE
    assert "转多少" in reading.assumed
    assert turning_of(turned("对齐", action="掉头")).degrees == 180


def test_far_too_many_rounds_are_fewer_and_said_so() -> None:
    reading = turned("转一百圈", (Measure.REPETITION, "一百圈", "100", "圈"))
    assert turning_of(reading).said is None
    assert "画出的圈数" in reading.assumed


def test_a_piece_goes_over_to_its_other_face_from_its_own_side() -> None:
    figure = OverPlan(turned("", action="翻"), PLACE)
    start, end = figure.corners(over(Moment(0, 6)))[1][0], figure.corners(over(END))[1][0]
    assert start - figure.axis == pytest.approx(figure.axis - end)
    assert start > figure.axis


@pytest.mark.parametrize("side", ["左手", "右手"])
def test_a_vessel_goes_over_as_a_body_and_comes_to_stand_on_its_mouth(side: str) -> None:
    pairs = [(F.ACTION, "翻过来"), (F.HAND, side), (F.MATERIAL, "碗坯")]
    reading = Reading(step_from(f"{side}把碗坯翻过来。", pairs))
    assert [part.make(PLACE).__class__ for part in Turn(reading, PLACE.stage).parts(reading)] == [Upend]
    figure = Upend(reading, PLACE)
    lowest = [figure.middle(moment)[1] + figure.body(step)[0].computeTightBounds().bottom()
              for moment, step in ((Moment(0, 6), 0), (END, POSES))]  # fmt: skip
    assert lowest == pytest.approx([figure.ground] * 2, abs=2)
    foot, mouth = (figure.body(step)[0].computeTightBounds() for step in (0, POSES))
    assert foot.centerY() == pytest.approx(-mouth.centerY(), abs=3)
    rim, base = (figure.body(step)[1].getBounds().width() for step in (0, POSES))
    assert base < rim / 2


def test_a_drill_turns_upright_wherever_it_was_named() -> None:
    step = step_from("右手顺时针转手捻钻", [(F.ACTION, "转"), (F.HAND, "右手"), (F.MATERIAL, "手捻钻")])
    assert manner_of(Reading(step)) is Manner.UPRIGHT
    assert manner_of(turned("")) is Manner.FLAT


def made(sentence: str, action: str, *pairs: tuple[StepField, str]) -> Step:
    return step_from(sentence, [(F.ACTION, action), *pairs])


@pytest.mark.parametrize(
    ("scene", "step", "drawn"),
    [
        (Wheel, made("泥练好就拉坯", "拉坯"), True),
        (Wheel, made("把盘拨转", "拨", (F.MATERIAL, "盘")), True),
        (Wheel, made("转盘上把泥往上提拉", "提拉", (F.MATERIAL, "泥"), (F.PLACE, "转盘上")), True),
        (Wheel, made("把丝线拉紧", "拉", (F.MATERIAL, "丝线")), False),
        (Wheel, made("木料上车床车圆", "车", (F.MATERIAL, "木料")), False),
        (Wheel, made("把纸转一下", "转", (F.MATERIAL, "纸")), False),
        (Turn, made("左手把紙轉過來", "轉", (F.HAND, "左手"), (F.MATERIAL, "紙")), True),
        (Turn, made("把竹帘翻转", "翻转", (F.MATERIAL, "竹帘")), True),
        (Turn, made("茶叶要翻炒", "翻炒", (F.MATERIAL, "茶叶")), False),
        (Turn, made("转入阴房", "转入", (F.PLACE, "阴房")), False),
        (Turn, made("把汤水翻一翻", "翻", (F.MATERIAL, "汤水")), False),
        (Turn, made("再转转", "转"), False),
    ],
)
def test_wheels_and_turns_are_drawn_only_where_the_words_carry_them(
    scene: type[Scene], step: Step, drawn: bool
) -> None:
    assert (scene.objection(Reading(step)) == "") is drawn
