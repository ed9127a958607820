"""Pulling strands, stretching sheets, splitting: counted and measured as said, refused where the words do not carry it."""

import math
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
import skia

from craftnlp.spec import Measure, Step, StepField
from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.samples.building import Number, Pair, step_from
from generation.backends.schematic.samples.pull import SAMPLES
from generation.backends.schematic.scenes.base import Moment, Scale, Scene, Stage, View
from generation.backends.schematic.scenes.pull.cloth import ClothPull
from generation.backends.schematic.scenes.pull.lens import PullLens
from generation.backends.schematic.scenes.pull.run import PullRun
from generation.backends.schematic.scenes.pull.scene import Pull
from generation.backends.schematic.scenes.pull.soft import SoftPull
from generation.backends.schematic.scenes.split.run import SplitRun
from generation.backends.schematic.scenes.split.scene import Split
from generation.backends.schematic.scenes.split.section import SplitSection
from generation.backends.schematic.scenes.stretch.plan import StretchPlan
from generation.backends.schematic.scenes.stretch.scene import Stretch
from generation.backends.schematic.scenes.stretch.side import StretchSide
from generation.backends.schematic.words.reading import Reading
from tests.generation.schematic.test_pierce import LENGTH, STAGE, collisions, lettering

F = StepField
KINDS: dict[str, type[Scene]] = {"pull": Pull, "stretch": Stretch, "split": Split}


def kind_of(name: str) -> type[Scene]:
    return KINDS[name.partition("_")[0]]


def scene(step: Step, kind: type[Scene], stage: Stage = STAGE, view: View | None = None) -> Scene:
    return kind(Reading(step), stage, view)


def figure(kind: type[Any], step: Step, of: type[Scene]) -> Any:
    return next(one for one in scene(step, of).figures if isinstance(one, kind))


def contours(path: skia.Path) -> int:
    return sum(1 for verb, _ in path if verb == skia.Path.kMove_Verb)


def split_into(value: str, measure: Measure = Measure.SPLIT, unit: str = "份", *pairs: Pair) -> Step:
    sentence = "，".join(["劈成这些", *(words for _, words in pairs)])
    return step_from(sentence, [(F.ACTION, "劈"), *pairs], [(measure, "这些", value, unit)])


def moved(drawn: Any, start: float = 0.0, end: float = 1.0) -> tuple[Point, Point]:
    return drawn.hand_at(start), drawn.hand_at(end)


@pytest.mark.parametrize("degrees", [20, 45, 60, 90])
@pytest.mark.parametrize("side", ["右手", "左手"])
def test_a_thread_is_pulled_at_the_angle_said(degrees: int, side: str) -> None:
    step = step_from(
        f"{side}拉线，离布面这个度数",
        [(F.ACTION, "拉"), (F.HAND, side), (F.MATERIAL, "线"), (F.PLACE, "布面")],
        [(Measure.ANGLE, "这个度数", str(degrees), "度")],
    )
    drawn = figure(ClothPull, step, Pull)
    (x, y), (far_x, far_y) = moved(drawn)
    assert math.degrees(math.atan2(y - far_y, far_x - x)) == pytest.approx(degrees)
    assert drawn.angle.mirrored == (side == "左手")
    assert drawn.panel.scale is Scale.ANGLE


def test_the_loop_gets_smaller_until_the_thread_lies_on_the_cloth() -> None:
    drawn = figure(ClothPull, SAMPLES["pull"].step, Pull)
    heights = [drawn.height(drawn.pulls.way(Moment(share * LENGTH, LENGTH))) for share in (0, 0.3, 0.6, 1)]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > 80
    assert heights[-1] == pytest.approx(0)


def test_a_rope_made_taut_ends_straight() -> None:
    drawn = figure(PullRun, SAMPLES["pull_rope"].step, Pull)
    assert drawn.sag(0.1) > 60
    assert drawn.sag(1.0) == pytest.approx(0)


def test_silk_comes_off_as_many_cocoons_as_were_said() -> None:
    drawn = figure(PullRun, SAMPLES["pull_silk"].step, Pull)
    assert len(drawn.cocoons) == 8
    assert figure(PullLens, SAMPLES["pull_silk"].step, Pull).fibres == 8


@pytest.mark.parametrize("name", ["pull_silk", "pull_dough"])
def test_a_said_length_keeps_its_scale(name: str) -> None:
    kind = PullRun if name == "pull_silk" else SoftPull
    drawn = figure(kind, SAMPLES[name].step, Pull)
    ends = (drawn.start, drawn.hand_at(1.0)[0]) if name == "pull_silk" else (0, 2 * drawn.half_length(1.0))
    assert (ends[1] - ends[0]) / drawn.pixels_per_mm == pytest.approx(1200 if name == "pull_silk" else 1500)
    assert drawn.panel.scale is Scale.TRUE


def test_a_wire_comes_out_as_thick_as_said() -> None:
    lens = figure(PullLens, SAMPLES["pull_wire"].step, Pull)
    assert 2 * lens.thin / lens.pixels_per_mm == pytest.approx(0.5)


def test_dough_is_pulled_as_often_as_said_and_gets_thinner() -> None:
    drawn = figure(SoftPull, SAMPLES["pull_dough"].step, Pull)
    ways = [drawn.pulls.way(Moment(index / 400 * LENGTH, LENGTH)) for index in range(401)]
    tops = sum(1 for before, here, after in zip(ways, ways[1:], ways[2:], strict=False) if before < here >= after)
    assert tops == 5
    assert drawn.half_thickness(1.0) < 0.7 * drawn.half_thickness(0.1)


def test_a_pull_repeated_too_often_is_drawn_less_often_and_noted() -> None:
    step = step_from(
        "糖要拉三十下", [(F.ACTION, "拉"), (F.MATERIAL, "糖")], [(Measure.REPETITION, "三十下", "30", "下")]
    )
    assert "画出的次数" in scene(step, Pull).reading.assumed


def test_only_hands_that_were_said_have_a_name() -> None:
    assert {hand.name for hand in figure(SoftPull, SAMPLES["pull_dough"].step, Pull).hands} == {"双手"}
    bare = step_from("把面抻开", [(F.ACTION, "抻开"), (F.MATERIAL, "面")])
    assert {hand.name for hand in figure(SoftPull, bare, Pull).hands} == {""}
    assert {hand.name for hand in figure(SoftPull, SAMPLES["pull_sugar"].step, Pull).hands} == {"右手", ""}
    assert {hand.name for hand in figure(SplitRun, SAMPLES["split"].step, Split).hands} == {"右手", "左手"}


@pytest.mark.parametrize("count", [2, 3, 4, 8, 16])
def test_a_thread_is_split_into_exactly_as_many_parts(count: int) -> None:
    step = split_into(str(count), Measure.SPLIT, "份", (F.MATERIAL, "丝线"))
    run, section = figure(SplitRun, step, Split), figure(SplitSection, step, Split)
    assert contours(run.parts_path(1.0)) == count
    assert len(section.pieces) == count
    assert len({round(y, 3) for _, y in run.tips(1.0)}) == count


def test_parts_of_one_round_are_equally_large() -> None:
    pieces = figure(SplitSection, SAMPLES["split"].step, Split).pieces
    turns = sorted(math.degrees(math.atan2(dy, dx)) % 360 for _, (dx, dy) in pieces)
    assert [later - earlier for earlier, later in pairwise(turns)] == pytest.approx([90] * 3)


def test_a_lath_is_split_into_layers() -> None:
    pieces = figure(SplitSection, SAMPLES["split_lath"].step, Split).pieces
    heights = [shape.getBounds().height() for shape, _ in pieces]
    assert heights == pytest.approx([heights[0]] * 3)
    assert all(dx == 0 for _, (dx, _) in pieces)


def test_more_parts_than_can_be_shown_are_fewer_and_noted() -> None:
    made = scene(split_into("40"), Split)
    assert "画出的份数" in made.reading.assumed


def test_how_thick_a_thread_ends_is_no_number_of_parts() -> None:
    step = step_from("劈到八丝", [(F.ACTION, "劈")], [(Measure.SPLIT, "八丝", "8", "丝")])
    made = scene(step, Split)
    assert "劈成的份数" in made.reading.assumed
    assert "8 丝" not in [box.text for box in lettering(made)]


def test_halves_need_no_number() -> None:
    step = step_from("竹子劈成两半", [(F.ACTION, "劈"), (F.MATERIAL, "竹子")])
    made = scene(step, Split)
    assert "劈成的份数" not in made.reading.assumed


def test_a_stretched_sheet_ends_flat() -> None:
    side, plan = (figure(kind, SAMPLES["stretch_skin"].step, Stretch) for kind in (StretchSide, StretchPlan))
    assert side.sag(0.05) > 80
    assert side.sag(1.0) == pytest.approx(0)
    assert plan.edge(0.05) > plan.edge(1.0) == pytest.approx(0)


@pytest.mark.parametrize("value", ["20", "12.5", "18-22"])
def test_a_said_diameter_keeps_its_scale(value: str) -> None:
    said = SAMPLES["stretch_hoop"].step
    low, _, high = value.partition("-")
    number = said.quantity[0].model_copy(update={"value": value, "low": Decimal(low), "high": Decimal(high or low)})
    step = said.model_copy(update={"quantity": (number,)})
    plan = figure(StretchPlan, step, Stretch)
    assert plan.work.round
    assert 2 * plan.half[0] / plan.pixels_per_mm == pytest.approx(5 * (float(low) + float(high or low)))


def test_a_frame_nobody_said_is_noted() -> None:
    assert "绷架" in scene(SAMPLES["stretch_unsaid"].step, Stretch).reading.assumed
    assert "绷架" not in scene(SAMPLES["stretch_hoop"].step, Stretch).reading.assumed


@pytest.mark.parametrize(
    ("kind", "sentence", "pairs"),
    [
        (Pull, "拉坯手要稳", [(F.ACTION, "拉坯")]),
        (Pull, "两个人拉锯", [(F.ACTION, "拉锯")]),
        (Pull, "把抽屉拉开", [(F.ACTION, "拉开"), (F.MATERIAL, "抽屉")]),
        (Pull, "木头往前拉", [(F.ACTION, "拉"), (F.MATERIAL, "木头")]),
        (Pull, "往后一拉就行", [(F.ACTION, "拉")]),
        (Pull, "拿毛笔拉线", [(F.ACTION, "拉线"), (F.TOOL, "毛笔")]),
        (Stretch, "撑船过河", [(F.ACTION, "撑")]),
        (Stretch, "用棍子撑开口子", [(F.ACTION, "撑开")]),
        (Stretch, "把线绷上", [(F.ACTION, "绷上"), (F.MATERIAL, "线")]),
        (Split, "劈柴烧火", [(F.ACTION, "劈")]),
        (Split, "把木头劈了", [(F.ACTION, "劈"), (F.MATERIAL, "木头")]),
        (Split, "用剪刀把丝线劈开", [(F.ACTION, "劈"), (F.TOOL, "剪刀"), (F.MATERIAL, "丝线")]),
        (Split, "一下劈开", [(F.ACTION, "劈开")]),
    ],
)
def test_words_that_mean_another_thing_are_refused(kind: type[Scene], sentence: str, pairs: list[Pair]) -> None:
    assert kind.objection(Reading(step_from(sentence, pairs)))


@pytest.mark.parametrize("name", SAMPLES)
def test_words_that_carry_the_picture_are_drawn(name: str) -> None:
    assert kind_of(name).objection(Reading(SAMPLES[name].step)) == ""


@pytest.mark.parametrize("wide", [1116, 670, 446])
@pytest.mark.parametrize("side", ["右手", "左手"])
def test_long_words_keep_apart_in_narrow_panels(side: str, wide: int) -> None:
    numbers: list[Number] = [
        (Measure.LENGTH, "这么长", "≈120.5-130.5", "厘米"),
        (Measure.SPEED, "这么快", "0.25-0.75", "厘米/分钟"),
        (Measure.DIAMETER, "这么粗", "≈0.35-0.45", "毫米"),
        (Measure.SPLIT, "这些份", "≈12-15", "份"),
        (Measure.ANGLE, "这么斜", "40-55", "度"),
    ]
    material = "染好晾透的桑蚕丝线"
    words = "，".join([f"{side}拿{material}", *(number[1] for number in numbers)])
    for verb, place, kind in (("拉", "", Pull), ("拉", "布面上", Pull), ("绷", "绷架上", Stretch), ("劈", "", Split)):
        named = "上了浆的老杭罗绸子" if kind is Stretch else material
        pairs = [(F.ACTION, verb), (F.HAND, side), (F.MATERIAL, named), *([(F.PLACE, place)] if place else [])]
        step = step_from(f"{verb}{named}{place}{words}", pairs, numbers)
        for part in scene(step, kind).parts(Reading(step)):
            boxes = lettering(scene(step, kind, Stage(124, 240, wide, 346), part.view))
            inside = [box for box in boxes if box.bottom < 586 - 42]
            assert not collisions(inside)
            assert not [box for box in inside if box.left < 124 or box.right > 124 + wide]
