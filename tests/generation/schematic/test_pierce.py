"""Piercing, threading, stuffing: drawn as said, to the said scale, and refused where the words mean another thing."""

import math
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
import skia

from craftnlp.spec import Measure, Step, StepField
from generation.backends.schematic.drawing.text import Lettered, Pen, TextLog
from generation.backends.schematic.samples.building import Number, Pair, step_from
from generation.backends.schematic.samples.pierce import SAMPLES
from generation.backends.schematic.scenes.base import Moment, Pace, Scale, Scene, Stage, View
from generation.backends.schematic.scenes.pierce.plan import PiercePlan
from generation.backends.schematic.scenes.pierce.pocket import StuffSection
from generation.backends.schematic.scenes.pierce.scene import Pierce
from generation.backends.schematic.scenes.pierce.side import PierceSide
from generation.backends.schematic.scenes.pierce.stuff import StuffOutside
from generation.backends.schematic.scenes.pierce.thread import ThreadHands
from generation.backends.schematic.words.reading import Reading

F = StepField
STAGE = Stage(124, 200, 1116, 380)
LENGTH = 6.0


def scene(step: Step, stage: Stage = STAGE, view: View | None = None) -> Pierce:
    return Pierce(Reading(step), stage, view)


def figure(kind: type[Any], step: Step, stage: Stage = STAGE) -> Any:
    return next(one for one in scene(step, stage).figures if isinstance(one, kind))


def pierced(numbers: list[Number], *pairs: Pair, verb: str = "扎进") -> Step:
    sentence = "，".join([verb, *(words for _, words in pairs), *(number[1] for number in numbers)])
    return step_from(sentence, [(F.ACTION, verb), *pairs], numbers)


def lettering(made: Scene) -> list[Lettered]:
    """Everything written in still and moving pictures of a scene."""
    pen = Pen(skia.PictureRecorder().beginRecording(1280, 720), TextLog())
    made.still(pen)
    for share in (0, 0.2, 0.4, 0.6, 0.72, 1):
        made.moving(pen, Moment(share * LENGTH, LENGTH))
    return list(pen.log.entries)


def collisions(boxes: list[Lettered]) -> list[tuple[str, str]]:
    return [
        (one.text, other.text)
        for one, other in combinations(boxes, 2)
        if min(one.right, other.right) - max(one.left, other.left) > 1.5
        and min(one.bottom, other.bottom) - max(one.top, other.top) > 1.5
    ]


def objection(sentence: str, *pairs: Pair) -> str:
    return Pierce.objection(Reading(step_from(sentence, list(pairs))))


@pytest.mark.parametrize("side", ["右手", "左手"])
@pytest.mark.parametrize("degrees", [5, 30, 45, 72.5, 90])
def test_the_angle_drawn_is_the_angle_said(degrees: float, side: str) -> None:
    said = pierced([(Measure.ANGLE, "这个度数", str(degrees), "度")], (F.HAND, side))
    drawn = figure(PierceSide, said)
    (x, y), (far_x, far_y) = drawn._along(0), drawn._along(100)
    assert math.degrees(math.atan2(y - far_y, far_x - x)) == pytest.approx(degrees)
    assert drawn.angle.mirrored == (side == "左手")
    assert drawn.panel.scale is Scale.ANGLE


@pytest.mark.parametrize(("degrees", "value"), [("30", "3"), ("45", "8"), ("90", "5-7"), ("6", "2")])
def test_the_depth_drawn_keeps_its_scale(degrees: str, value: str) -> None:
    said = pierced(
        [(Measure.ANGLE, "这么斜", degrees, "度"), (Measure.DEPTH, "这么深", value, "毫米")], (F.TOOL, "锥子")
    )
    drawn = figure(PierceSide, said)
    tip = drawn._along(drawn.out(1.0))
    low, _, high = value.partition("-")
    middle = (float(low) + float(high or low)) / 2
    assert (tip[1] - drawn.ground) / drawn.depth.pixels_per_mm == pytest.approx(middle)
    assert drawn.panel.scale is Scale.TRUE
    assert tip[0] > drawn.panel.stage.x
    assert tip[1] < drawn.panel.stage.bottom


def test_a_depth_with_angle_and_speed_goes_in_at_that_speed() -> None:
    drawn = figure(PierceSide, SAMPLES["pierce_clay"].step)
    assert drawn.panel.pace is Pace.TRUE
    start, end = (drawn.rhythm.at(Moment(second, LENGTH))[1] for second in (1.0, 2.0))
    way = (end - start) * drawn.depth.pixels / math.sin(math.radians(45)) / drawn.depth.pixels_per_mm
    assert way == pytest.approx(3.0)


def test_a_speed_without_a_depth_is_written_but_not_claimed() -> None:
    made = scene(SAMPLES["pierce_slowly"].step)
    assert {one.panel.pace for one in made.figures} == {Pace.ASSUMED}
    assert "2 毫米/秒" in [box.text for box in lettering(made)]
    assert {"工具", "扎进去的料", "扎入的深浅", "扎入的节奏", "执手"} <= set(made.reading.assumed)


@pytest.mark.parametrize(("name", "count"), [("pierce", 4), ("pierce_row", 6), ("pierce_out", 1)])
def test_as_many_holes_as_were_said(name: str, count: int) -> None:
    assert len(figure(PiercePlan, SAMPLES[name].step).spots) == count


def test_four_corners_are_four_corners() -> None:
    plan = figure(PiercePlan, SAMPLES["pierce"].step)
    middle = (plan.sheet.x + plan.sheet.width / 2, plan.sheet.y + plan.sheet.height / 2)
    assert {(x > middle[0], y > middle[1]) for x, y in plan.spots} == {
        (False, False),
        (True, False),
        (True, True),
        (False, True),
    }


def test_too_many_holes_are_fewer_and_noted() -> None:
    made = scene(pierced([(Measure.COUNT, "四十个", "40", "个")], (F.TOOL, "锥子"), verb="扎眼"))
    assert "画出的次数" in made.reading.assumed


@pytest.mark.parametrize("side", ["右手", "左手"])
def test_the_distance_between_holes_keeps_its_scale(side: str) -> None:
    numbers: list[Number] = [(Measure.COUNT, "五个", "5", "个"), (Measure.SPACING, "隔四毫米", "4", "毫米")]
    plan = figure(PiercePlan, pierced(numbers, (F.HAND, side), (F.TOOL, "锥子"), verb="扎眼"))
    steps = [math.dist(one, other) / plan.pixels_per_mm for one, other in zip(plan.spots, plan.spots[1:], strict=False)]
    assert steps == pytest.approx([4.0] * 4)
    assert (plan.spots[0][0] < plan.spots[1][0]) == (side == "右手")


def test_a_hole_is_as_wide_as_said() -> None:
    numbers: list[Number] = [
        (Measure.COUNT, "三个", "3", "个"),
        (Measure.SPACING, "隔六毫米", "6", "毫米"),
        (Measure.DIAMETER, "两毫米粗", "2", "毫米"),
    ]
    plan = figure(PiercePlan, pierced(numbers, (F.TOOL, "锥子"), verb="扎眼"))
    assert 2 * plan.radius / plan.pixels_per_mm == pytest.approx(2.0)


def test_every_said_sheet_is_drawn() -> None:
    assert figure(PierceSide, SAMPLES["pierce_row"].step).leaves == 5
    assert figure(PierceSide, SAMPLES["pierce"].step).leaves == 1


def test_a_said_thickness_is_on_the_scale_of_the_depth() -> None:
    numbers: list[Number] = [(Measure.DEPTH, "扎三毫米深", "3", "毫米"), (Measure.THICKNESS, "两毫米厚", "2", "毫米")]
    made = scene(pierced(numbers, (F.TOOL, "锥子"), (F.MATERIAL, "皮子")))
    drawn = next(one for one in made.figures if isinstance(one, PierceSide))
    assert drawn.depth.pixels_per_mm is not None
    assert drawn.body / drawn.depth.pixels_per_mm == pytest.approx(2.0)
    assert "料的厚薄" not in made.reading.assumed
    assert "料的厚薄" in scene(SAMPLES["pierce"].step).reading.assumed


def test_drawing_out_begins_inside() -> None:
    drawn = figure(PierceSide, SAMPLES["pierce_out"].step)
    start, end = (drawn.out(drawn.rhythm.at(Moment(at, LENGTH))[1]) for at in (0.0, LENGTH))
    assert start < 0 < end


def test_a_rod_goes_in_as_a_rod() -> None:
    drawn = figure(PierceSide, SAMPLES["pierce_rod"].step)
    assert drawn.piercer.rod.name == "木棍"
    assert drawn.target.name == "泥坯"


def test_the_needle_is_in_the_hand_that_was_said_to_hold_it() -> None:
    hands = figure(ThreadHands, SAMPLES["thread"].step)
    assert (hands.needle_hand.name, hands.needle_hand.left) == ("左手", True)
    assert (hands.thread_hand.name, hands.thread_hand.left) == ("右手", False)
    bare = figure(ThreadHands, SAMPLES["thread_bare"].step)
    assert not bare.needle_hand.said
    assert not bare.thread_hand.said


def test_a_thread_without_a_needle_goes_through_a_grey_hole() -> None:
    assert not figure(ThreadHands, step_from("然后穿线。", [(F.ACTION, "穿线")])).named
    assert figure(ThreadHands, step_from("然后穿针。", [(F.ACTION, "穿针")])).named


@pytest.mark.parametrize("count", [1, 3, 7, 12])
def test_as_many_beans_as_were_said_lie_in_the_hole(count: int) -> None:
    section = figure(
        StuffSection, pierced([(Measure.COUNT, "这些颗", str(count), "颗")], (F.MATERIAL, "红豆"), verb="塞")
    )
    assert len(section.spots) == count
    assert all(section.top < y < section.top + section.deep for _, y in section.spots)
    assert all(math.dist(*pair) >= 1.7 * section.radius for pair in combinations(section.spots, 2))


def test_a_stuffing_is_as_deep_as_said() -> None:
    section = figure(StuffSection, SAMPLES["stuff_filling"].step)
    assert section.deep / section.pixels_per_mm == pytest.approx(20.0)
    assert section.panel.scale is Scale.TRUE


@pytest.mark.parametrize(
    ("sentence", "pairs"),
    [
        ("往穴位上扎针", [(F.ACTION, "扎")]),
        ("线头要扎紧", [(F.ACTION, "扎紧"), (F.MATERIAL, "线头")]),
        ("拿绳子扎在架子上", [(F.ACTION, "扎"), (F.TOOL, "绳子")]),
        ("布拿来扎染", [(F.ACTION, "扎"), (F.MATERIAL, "布")]),
        ("抽烟歇一歇", [(F.ACTION, "抽")]),
        ("先拔草再插秧", [(F.ACTION, "拔")]),
        ("拿毛笔往纸上戳", [(F.ACTION, "戳"), (F.TOOL, "毛笔"), (F.PLACE, "纸上")]),
        ("抽出一根线来", [(F.ACTION, "抽出"), (F.MATERIAL, "线")]),
        ("往水里插", [(F.ACTION, "插"), (F.PLACE, "水里")]),
        ("把水塞进去", [(F.ACTION, "塞进"), (F.MATERIAL, "水")]),
    ],
)
def test_words_that_mean_another_thing_are_refused(sentence: str, pairs: list[Pair]) -> None:
    assert objection(sentence, *pairs)


@pytest.mark.parametrize("name", SAMPLES)
def test_words_that_carry_the_picture_are_drawn(name: str) -> None:
    assert Pierce.objection(Reading(SAMPLES[name].step)) == ""


@pytest.mark.parametrize("wide", [1116, 670, 446])
@pytest.mark.parametrize("side", ["右手", "左手"])
@pytest.mark.parametrize("degrees", ["5", "30", "60", "90", "20-40"])
def test_long_figures_keep_apart_at_every_angle(degrees: str, side: str, wide: int) -> None:
    numbers: list[Number] = [
        (Measure.ANGLE, "这么斜", degrees, "度"),
        (Measure.DEPTH, "这么深", "≈12.5-13.5", "毫米"),
        (Measure.SPEED, "这么快", "0.25-0.75", "毫米/秒"),
    ]
    step = pierced(numbers, (F.HAND, side), (F.TOOL, "锥子"), (F.PLACE, "干透了的老梨木板子上面"))
    boxes = lettering(scene(step, Stage(124, 240, wide, 346), View.SIDE))
    inside = [box for box in boxes if box.bottom < 586 - 42]
    assert len(inside) >= 4
    assert not collisions(inside)
    assert not [box for box in inside if box.left < 124 or box.right > 124 + wide]


def test_the_hand_from_the_left_fills_from_the_left() -> None:
    assert figure(StuffOutside, SAMPLES["stuff_filling"].step).holder.left
    assert not figure(StuffOutside, SAMPLES["stuff_beans"].step).holder.left


def test_an_approximate_angle_looks_approximate() -> None:
    drawn = figure(PierceSide, pierced([(Measure.ANGLE, "三十来度", "≈30", "度")]))
    assert drawn.look.about
    assert not figure(PierceSide, pierced([(Measure.ANGLE, "三十度", "30", "度")])).look.about


def test_the_request_survives_a_change_of_length() -> None:
    request = replace(SAMPLES["pierce_row"], frames=1)
    plan = figure(PiercePlan, request.step)
    assert [plan.rhythm.at(Moment(length, length))[0] for length in (2.0, 6.0, 12.0)] == [6, 6, 6]
