"""Winding and tying: the turns and knots that were said, their distance to scale, and only where words carry them."""

import math
from itertools import pairwise

import pytest

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples import wrap as samples
from generation.backends.schematic.samples.building import Number
from generation.backends.schematic.scenes.base import Scale, Scene
from generation.backends.schematic.scenes.knot.scene import Knot, Tying
from generation.backends.schematic.scenes.wrap.core import Kind
from generation.backends.schematic.scenes.wrap.scene import Winding, Wrap
from generation.backends.schematic.things.stuff import UNSAID
from generation.backends.schematic.words.reading import Reading
from tests.generation.schematic.contract import at
from tests.generation.schematic.staged import reading_of, scene_of, weight

F = StepField
KIND = {name: Knot if name.startswith("knot") else Wrap for name in samples.SAMPLES}
PLACES = (
    ("竹竿上", Kind.ROD),
    ("瓶口", Kind.VESSEL),
    ("木棍", Kind.ROD),
)


def winding(*numbers: Number, side: str = "右手") -> Winding:
    sentence = f"{side}拿铜丝在竹竿上绕若干圈，隔若干毫米，用若干宽的丝"
    pairs = [(F.ACTION, "绕"), (F.HAND, side), (F.MATERIAL, "铜丝"), (F.PLACE, "竹竿上")]
    scene = scene_of(Wrap, reading_of(sentence, pairs, list(numbers)))
    figure = scene.figures[0]
    assert isinstance(figure, Winding)
    return figure


def tying(sentence: str, action: str, *numbers: Number) -> Tying:
    figure = scene_of(Knot, reading_of(sentence, [(F.ACTION, action), (F.MATERIAL, "丝线")], list(numbers))).figures[0]
    assert isinstance(figure, Tying)
    return figure


@pytest.mark.parametrize("count", [1, 2, 5, 9, 12])
def test_as_many_turns_are_wound_as_were_said(count: int) -> None:
    figure = winding((Measure.COUNT, "若干圈", str(count), "圈"))
    assert figure.wound(at(1.0)) == pytest.approx(count)
    assert len(figure.fronts) - 1 == count
    pieces = [figure.fronts[-1].getBounds(), figure.fronts[1].getBounds()]
    assert (pieces[0].width() - pieces[1].width()) / figure.turns.pitch == pytest.approx(count - 1, abs=0.05)


def test_a_number_too_large_to_be_seen_is_drawn_smaller_and_noted() -> None:
    figure = winding((Measure.COUNT, "若干圈", "80", "圈"))
    assert figure.turns.count == 12
    reading = reading_of("绕若干圈", [(F.ACTION, "绕")], [(Measure.COUNT, "若干圈", "80", "圈")])
    scene_of(Wrap, reading)
    assert "画出的圈数" in reading.assumed


def test_of_a_range_only_the_least_turns_are_sure() -> None:
    figure = winding((Measure.COUNT, "若干圈", "4-6", "圈"))
    assert (figure.turns.sure, figure.turns.count) == (4, 6)
    assert (len(figure.fronts), len(figure.extra)) == (5, 3)


@pytest.mark.parametrize("millimetres", [0.5, 2, 5, 30])
def test_the_distance_of_turns_gives_the_scale(millimetres: float) -> None:
    figure = winding((Measure.SPACING, "若干毫米", str(millimetres), "毫米"))
    scale = figure.turns.pixels_per_unit
    assert scale is not None
    assert (figure.start_of(3) - figure.start_of(2)) / scale == pytest.approx(millimetres)
    assert figure.panel.scale is Scale.TRUE


def test_strand_and_distance_share_one_scale() -> None:
    figure = winding((Measure.SPACING, "若干毫米", "6", "毫米"), (Measure.WIDTH, "若干宽", "2", "毫米"))
    assert figure.turns.pixels_per_unit is not None
    assert figure.strand.width / figure.turns.pixels_per_unit == pytest.approx(2)


def test_without_numbers_nothing_is_to_scale() -> None:
    figure = winding()
    assert figure.panel.scale is Scale.NONE
    assert figure.turns.said is None


def test_the_hand_goes_round_once_for_each_turn() -> None:
    figure = winding((Measure.COUNT, "若干圈", "3", "圈"))
    high = [figure._hand_at(figure.wound(at(step / 600)) % 1)[1] for step in range(36, 560)]
    middle = (min(high) + max(high)) / 2
    crossings = sum((one - middle) * (other - middle) < 0 for one, other in pairwise(high))
    assert crossings in (5, 6)


def test_a_left_hand_winds_from_the_left() -> None:
    left, right = winding(side="左手"), winding(side="右手")
    assert left._across(left._hand_at(0.3)[0]) < left.axis < right._across(right._hand_at(0.3)[0])
    assert weight(left, 0.7) == pytest.approx(1 - weight(right, 0.7), abs=0.01)


@pytest.mark.parametrize(("place", "kind"), PLACES)
def test_what_is_wound_has_its_own_shape(place: str, kind: Kind) -> None:
    reading = reading_of(f"红线绕在{place}", [(F.ACTION, "绕"), (F.MATERIAL, "红线"), (F.PLACE, place)])
    figure = scene_of(Wrap, reading).figures[0]
    assert isinstance(figure, Winding)
    assert figure.core.kind is kind
    assert "缠在什么上" not in reading.assumed


def test_an_unsaid_core_and_strand_are_grey() -> None:
    reading = reading_of("就这么缠紧", [(F.ACTION, "缠紧")])
    figure = scene_of(Wrap, reading).figures[0]
    assert isinstance(figure, Winding)
    assert figure.core.stuff is UNSAID
    assert not figure.strand.said
    assert {"所用的线绳", "缠在什么上", "圈数", "执手"} <= set(reading.assumed)


@pytest.mark.parametrize(("count", "gap"), [(2, 1.5), (3, 2), (5, 4)])
def test_knots_are_as_many_and_as_far_apart_as_was_said(count: int, gap: float) -> None:
    sentence = "丝线打结，打若干个，隔若干厘米"
    figure = tying(
        sentence, "打结", (Measure.COUNT, "若干个", str(count), "个"), (Measure.SPACING, "若干厘米", str(gap), "厘米")
    )
    tied, done = figure.now(at(1.0))
    assert (tied + 1, done) == (count, 1.0)
    assert figure.scale is not None
    assert figure.gap / figure.scale == pytest.approx(gap)


def test_a_knot_that_is_tight_is_smaller_than_the_open_one() -> None:
    tie = tying("丝线打结", "打结").tie
    (far, _), (open_end, _) = tie.end(1.0), tie.end(0.5)
    assert far != open_end
    assert math.dist(tie.end(0.0), tie.end(0.67)) > tie.size


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_the_samples_carry_their_picture(name: str) -> None:
    assert KIND[name].objection(Reading(samples.SAMPLES[name].step)) == ""


@pytest.mark.parametrize(
    ("kind", "sentence", "action", "material"),
    [
        (Wrap, "捆上绳子并插进棍子", "捆上", "绳子"),
        (Wrap, "缠绕", "缠绕", ""),
        (Knot, "然后挂上手绳", "挂上", "手绳"),
        (Knot, "用帽钉挂绳固定", "固定", ""),
        (Knot, "打个死结", "打", "死结"),
    ],
)
def test_real_words_are_carried(kind: type[Scene], sentence: str, action: str, material: str) -> None:
    pairs = [(F.ACTION, action), *([(F.MATERIAL, material)] if material else [])]
    assert kind.objection(reading_of(sentence, pairs)) == ""


def test_a_ring_of_wire_is_added_only_with_its_number() -> None:
    pairs = [(F.ACTION, "加"), (F.MATERIAL, "银丝")]
    said = reading_of("加了一圈银丝", pairs, [(Measure.REPETITION, "一圈", "1", "圈")])
    assert Wrap.objection(said) == ""
    assert Wrap.objection(reading_of("加了一点银丝", pairs))


@pytest.mark.parametrize(
    ("kind", "sentence", "action", "material"),
    [
        (Wrap, "绕开有疤的地方", "绕开", ""),
        (Wrap, "豆馅裹上一层糖粉", "裹上", "豆馅"),
        (Wrap, "加一圈水", "加", "水"),
        (Wrap, "红线缠在核桃上", "缠", "核桃"),
        (Wrap, "拿白布裹住", "裹", "白布"),
        (Knot, "挂在架子上晾", "挂", "纸"),
        (Knot, "坯子挂釉", "挂", "坯子"),
        (Knot, "用胶固定", "固定", "胶"),
        (Knot, "面结成块", "结", "面"),
        (Knot, "打磨", "打", ""),
    ],
)
def test_words_used_in_another_sense_are_refused(kind: type[Scene], sentence: str, action: str, material: str) -> None:
    pairs = [(F.ACTION, action), *([(F.MATERIAL, material)] if material and material in sentence else [])]
    assert kind.objection(reading_of(sentence, pairs))
