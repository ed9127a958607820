"""Folding and bending: layers exactly as said, angles true, rings to scale, and only where words carry it."""

import math
from itertools import pairwise

import pytest
import skia

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples import fold as samples
from generation.backends.schematic.samples.building import Number
from generation.backends.schematic.scenes.base import Scale, Scene
from generation.backends.schematic.scenes.bend.scene import Bend, Bending
from generation.backends.schematic.scenes.fold.layers import Way, fold_in
from generation.backends.schematic.scenes.fold.scene import FoldSheet
from generation.backends.schematic.scenes.fold.side import Layers, lying, squared, turned
from generation.backends.schematic.words.reading import Reading
from tests.generation.schematic.contract import at
from tests.generation.schematic.staged import reading_of, scene_of, weight, written

F = StepField
KIND = {name: Bend if name.startswith("bend") else FoldSheet for name in samples.SAMPLES}


def folding(words: str, action: str, *numbers: Number, side: str = "右手") -> Layers:
    pairs = [(F.ACTION, action), (F.HAND, side), (F.MATERIAL, "红纸")]
    figure = scene_of(FoldSheet, reading_of(f"{side}把红纸{words}", pairs, list(numbers))).figures[1]
    assert isinstance(figure, Layers)
    return figure


def bending(words: str, *numbers: Number, side: str = "右手") -> Bending:
    pairs = [(F.ACTION, "弯"), (F.HAND, side), (F.MATERIAL, "竹片")]
    figure = scene_of(Bend, reading_of(f"{side}把竹片弯{words}", pairs, list(numbers))).figures[0]
    assert isinstance(figure, Bending)
    return figure


@pytest.mark.parametrize("count", [2, 5, 12])
def test_a_stack_has_as_many_sheets_as_were_said(count: int) -> None:
    fold = folding("若干张叠齐", "叠齐", (Measure.LAYERS, "若干张", str(count), "張")).fold
    assert (fold.way, fold.layers) == (Way.STACK, count)
    assert lying(at(1.0), fold) == pytest.approx(count)
    assert squared(at(1.0)) == 1.0


def test_of_a_range_of_sheets_only_the_least_are_sure() -> None:
    fold = folding("若干张叠齐", "叠齐", (Measure.LAYERS, "若干张", "3-5", "张")).fold
    assert (fold.sure, fold.layers) == (3, 5)


@pytest.mark.parametrize(("times", "layers"), [(1, 2), (2, 4), (3, 8)])
def test_each_doubling_doubles_the_layers(times: int, layers: int) -> None:
    fold = folding("对折若干次", "对折", (Measure.REPETITION, "若干次", str(times), "次")).fold
    assert fold.layers == layers
    last = [turned(at(step / 100), fold) for step in range(101)]
    assert {whole for whole, _ in last} == set(range(times))
    assert last[-1][1] == pytest.approx(180)


@pytest.mark.parametrize("count", [3, 6, 11])
def test_a_pleat_has_as_many_layers_as_were_said(count: int) -> None:
    figure = folding("折成若干层", "折成", (Measure.LAYERS, "若干层", str(count), "层"))
    assert figure.fold.way is Way.PLEAT
    for share in (0.0, 0.5, 1.0):
        points = figure.pleats(at(share))
        lengths = {round(math.dist(one, other), 3) for one, other in pairwise(points)}
        assert len(points) - 1 == count
        assert len(lengths) == 1


@pytest.mark.parametrize("side", ["右手", "左手"])
@pytest.mark.parametrize("degrees", [20, 60, 90])
def test_the_folded_angle_is_the_angle_said(degrees: float, side: str) -> None:
    figure = folding("折起若干度", "折起", (Measure.ANGLE, "若干度", str(degrees), "度"), side=side)
    assert turned(at(1.0), figure.fold)[1] == pytest.approx(degrees)
    assert figure.panel.scale is Scale.ANGLE
    x, y = figure.angle.point(degrees, 100)
    across = abs(x - figure.angle.at[0])
    assert math.degrees(math.atan2(figure.angle.at[1] - y, across)) == pytest.approx(degrees)
    assert figure.angle.mirrored is (side == "左手")


@pytest.mark.parametrize("degrees", [15, 45, 90])
def test_the_bent_angle_is_the_angle_said(degrees: float) -> None:
    figure = bending("若干度", (Measure.ANGLE, "若干度", str(degrees), "度"))
    drawn = skia.PathMeasure(figure.rod.fibres(figure.bent(at(1.0))), forceClosed=False, resScale=2.0)
    _, run = drawn.getPosTan(drawn.getLength())
    assert math.degrees(math.atan2(-run.y(), run.x())) == pytest.approx(degrees, abs=0.01)
    assert figure.panel.scale is Scale.ANGLE


def test_the_legs_of_the_angle_lie_on_the_rod() -> None:
    figure = bending("若干度", (Measure.ANGLE, "若干度", "50", "度"))
    tip, _ = figure.rod.tip(50)
    corner = figure.rod.corner(50)
    assert math.degrees(math.atan2(corner[1] - tip[1], tip[0] - corner[0])) == pytest.approx(50, abs=0.3)


def test_a_rod_keeps_its_length() -> None:
    rod = bending("一点").rod
    for degrees in (0, 30, 90):
        around = skia.PathMeasure(rod.body(degrees), forceClosed=True, resScale=4.0).getLength()
        assert around / 2 - rod.thick == pytest.approx(rod.before + rod.arc + rod.after, rel=0.002)


def test_a_ring_closes_and_its_diameter_is_to_scale() -> None:
    figure = bending("成圈，直径若干厘米", (Measure.DIAMETER, "若干厘米", "2", "厘米"))
    rod, degrees = figure.rod, figure.bent(at(1.0))
    assert figure.pixels_per_unit is not None
    high = rod.body(degrees).computeTightBounds().height() - rod.thick
    assert high / figure.pixels_per_unit == pytest.approx(2, rel=0.01)
    assert math.dist((rod.start[0] + rod.before, rod.start[1]), rod.tip(degrees)[0]) < figure.radius / 3
    assert figure.panel.scale is Scale.TRUE


def test_fire_burns_only_where_it_was_said() -> None:
    assert not bending("一点").flames
    assert bending("一点，炭火上烤着").flames


def test_an_unsaid_angle_is_assumed_and_not_written() -> None:
    reading = reading_of("把竹片掰弯", [(F.ACTION, "掰弯"), (F.MATERIAL, "竹片")])
    scene = scene_of(Bend, reading)
    assert "弯的角度" in reading.assumed
    assert scene.figures[0].panel.scale is Scale.NONE
    assert not [text for text in written(scene) if "°" in text]


def test_a_left_hand_comes_from_the_left() -> None:
    left, right = (weight(bending("一点", side=side), 0.7) for side in ("左手", "右手"))
    assert left == pytest.approx(1 - right, abs=0.01)
    assert folding("对折", "对折", side="左手").left


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_the_samples_carry_their_picture(name: str) -> None:
    assert KIND[name].objection(Reading(samples.SAMPLES[name].step)) == ""


@pytest.mark.parametrize(
    ("kind", "sentence", "action", "material"),
    [
        (FoldSheet, "把树枝折断", "折断", "树枝"),
        (FoldSheet, "砖头叠起来", "叠", "砖头"),
        (FoldSheet, "打折卖", "折", ""),
        (Bend, "弯腰去捡", "弯", ""),
        (Bend, "拿锤子把铁片敲弯", "敲弯", "铁片"),
        (Bend, "纸角弯起来", "弯", "纸"),
    ],
)
def test_words_used_in_another_sense_are_refused(kind: type[Scene], sentence: str, action: str, material: str) -> None:
    pairs = [(F.ACTION, action), *([(F.MATERIAL, material)] if material else [])]
    pairs += [(F.TOOL, "锤子")] if "锤子" in sentence else []
    assert kind.objection(reading_of(sentence, pairs))


def test_sheets_without_a_material_are_stacked_in_grey() -> None:
    reading = reading_of("五張疊齊", [(F.ACTION, "疊齊")], [(Measure.LAYERS, "五張", "5", "張")])
    assert FoldSheet.objection(reading) == ""
    assert fold_in(reading).layers == 5
    assert "料的样子" in reading.assumed
