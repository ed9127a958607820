"""Twisting: strands and turns exactly as said, and only where words carry it."""

import math
from itertools import pairwise

import numpy as np
import pytest
import skia

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples import twist as samples
from generation.backends.schematic.samples.building import Number
from generation.backends.schematic.scenes.base import draw_holder, mirrored
from generation.backends.schematic.scenes.props.sprite import hand_sprite
from generation.backends.schematic.scenes.twist.end import StrandsEnd
from generation.backends.schematic.scenes.twist.scene import Twist
from generation.backends.schematic.scenes.twist.side import Twisting
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID
from generation.backends.schematic.words.reading import Holder, Reading
from tests.generation.schematic.contract import at
from tests.generation.schematic.staged import reading_of, scene_of, weight

F = StepField


def twisting(*numbers: Number, side: str = "右手") -> Twisting:
    sentence = f"{side}捏住若干股麻线捻若干圈"
    pairs = [(F.ACTION, "捻"), (F.HAND, side), (F.MATERIAL, "麻线")]
    figure = scene_of(Twist, reading_of(sentence, pairs, list(numbers))).figures[0]
    assert isinstance(figure, Twisting)
    return figure


@pytest.mark.parametrize("count", [2, 3, 4, 6])
def test_as_many_strands_are_twisted_as_were_said(count: int) -> None:
    figure = twisting((Measure.COUNT, "若干股", str(count), "股"))
    helix = figure.helices(at(1.0))[0]
    assert helix.count == count
    levels = {round(helix.at(strand, 0.4)[0][1], 3) for strand in range(count)}
    assert len(levels) == count


@pytest.mark.parametrize("turns", [1, 3, 8])
def test_each_strand_goes_round_as_often_as_was_said(turns: int) -> None:
    helix = twisting((Measure.REPETITION, "若干圈", str(turns), "圈")).helices(at(1.0))[0]
    ahead = [helix.at(0, step / 4000)[1] for step in range(4000)]
    changes = sum(one != other for one, other in pairwise(ahead))
    assert changes == 2 * turns


def test_the_halves_of_a_strand_lie_in_front_and_behind_by_turns() -> None:
    helix = twisting((Measure.REPETITION, "若干圈", "4", "圈")).helices(at(1.0))[0]
    fronts = [ahead for _, ahead, _ in helix.halves()]
    assert abs(fronts.count(True) - fronts.count(False)) <= helix.count


def test_the_strands_lie_side_by_side_when_cut() -> None:
    reading = Reading(samples.SAMPLES["twist"].step)
    end = scene_of(Twist, reading).figures[1]
    assert isinstance(end, StrandsEnd)
    first, second, third = end.places
    assert math.dist(first, second) == pytest.approx(math.dist(second, third))
    assert math.hypot(*first) + math.dist(first, second) / 2 == pytest.approx(end.radius)


def test_a_loop_is_twisted_to_both_sides_of_its_stick() -> None:
    reading = Reading(samples.SAMPLES["twist_turns"].step)
    figure = scene_of(Twist, reading).figures[0]
    assert isinstance(figure, Twisting)
    near, far = figure.helices(at(1.0))
    assert near.turns == pytest.approx(5)
    assert far.turns == pytest.approx(-5)
    assert near.end == far.start
    assert near.at(0, 1.0)[0] == pytest.approx(far.at(0, 0.0)[0])


def test_twisting_tight_alone_is_drawn_in_grey() -> None:
    reading = reading_of("绞紧", [(F.ACTION, "绞紧")])
    assert Twist.objection(reading) == ""
    figure = scene_of(Twist, reading).figures[0]
    assert isinstance(figure, Twisting)
    assert figure.loop
    assert figure.stick is UNSAID
    assert {"所用的线绳", "绞棍", "拧的圈数", "执手"} <= set(reading.assumed)


def test_a_left_hand_comes_from_the_left() -> None:
    assert weight(twisting(side="左手"), 0.7) < 0.5 < weight(twisting(side="右手"), 0.7)


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_the_samples_carry_their_picture(name: str) -> None:
    assert Twist.objection(Reading(samples.SAMPLES[name].step)) == ""


@pytest.mark.parametrize(
    ("sentence", "action", "material"),
    [("拧紧螺丝", "拧紧", "螺丝"), ("把泥捻成条", "捻成", "泥"), ("把盖子拧上", "拧", "盖子"), ("捻一下", "捻", "")],
)
def test_words_used_in_another_sense_are_refused(sentence: str, action: str, material: str) -> None:
    pairs = [(F.ACTION, action), *([(F.MATERIAL, material)] if material else [])]
    assert Twist.objection(reading_of(sentence, pairs))


@pytest.mark.parametrize("left", [False, True])
def test_a_printed_hand_looks_like_a_drawn_one(left: bool) -> None:
    holder = Holder("右手")
    pose = Pose(grip=Grip.STRAND, at=(150.5, 140.5), turn=14)
    sheets = [np.full((300, 400, 4), 255, np.uint8) for _ in range(2)]
    drawn, printed = (skia.Surface(sheet).getCanvas() for sheet in sheets)
    with mirrored(drawn, 200, when=left):
        draw_holder(drawn, holder, pose)
    with mirrored(printed, 200, when=left):
        hand_sprite(holder, pose).draw(printed, pose.at)
    apart = np.abs(sheets[0].astype(int) - sheets[1]).max(axis=2)
    assert (sheets[0] < 255).any()
    assert (apart > 4).sum() < 400  # hairlines that round to the other pixel
