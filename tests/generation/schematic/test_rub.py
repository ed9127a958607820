"""rub: strokes as many as said, the grit written only when said, the surface only ever smoother."""

import pytest

from craftnlp.spec import StepField
from generation.backends.schematic.samples.rub import SAMPLES
from generation.backends.schematic.scenes.rub.hole import RubHole
from generation.backends.schematic.scenes.rub.lens import RubLens
from generation.backends.schematic.scenes.rub.scene import Rub, RubSide, rubber_of
from generation.backends.schematic.scenes.rub.surface import Profile
from generation.backends.schematic.words.reading import Reading
from tests.generation.schematic.staged import PLACE, STAGE, assumed, said, valued, written

F = StepField
NAMES = sorted(SAMPLES)
STEPS = {name: SAMPLES[name].step for name in NAMES}


def test_the_grit_stands_at_the_abrasive() -> None:
    assert "800 目" in written(Rub(Reading(STEPS["rub"]), STAGE))
    assert not [text for text in written(Rub(Reading(STEPS["rub_bead"]), STAGE)) if "目" in text]


@pytest.mark.parametrize("count", [1, 3, 12])
def test_the_tool_goes_to_and_fro_as_often_as_said(count: int) -> None:
    figure = RubSide(Reading(valued(STEPS["rub"], 0, str(count), "repetition")), PLACE)
    places = [figure.swing(share / 4000) for share in range(4001)]
    turned = sum(1 for at in range(1, 4000) if places[at - 1] > places[at] <= places[at + 1] and places[at] < -0.99)
    assert turned == count


def test_one_way_rubbing_goes_one_way() -> None:
    reading = said("顺着一个方向把木板磨光。", "磨", (F.MATERIAL, "木板"))
    figure = RubSide(reading, PLACE)
    start, end = figure.strokes.start, figure.strokes.end
    inside = [start + (end - start) / figure.strokes.count * phase / 20 for phase in range(14)]
    places = [figure.swing(share) for share in inside]
    assert places == sorted(places, reverse=True)


def test_the_surface_only_grows_smoother() -> None:
    figure = RubSide(Reading(STEPS["rub"]), PLACE)
    heights = [path.getBounds().height() for path in figure._rough]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > heights[-1]
    lens = RubLens(Reading(STEPS["rub"]), PLACE, rubber_of(Reading(STEPS["rub"])))
    tops = [path.getBounds().top() for path in lens._surfaces]
    assert tops == sorted(tops)
    assert tops[-1] - tops[0] > 10


def test_work_and_words_decide_the_picture() -> None:
    profiles = {
        name: RubSide(Reading(STEPS[name]), PLACE).surface.profile
        for name in ("rub", "rub_bead", "rub_bowl", "rub_corner")
    }
    assert list(profiles.values()) == [Profile.FLAT, Profile.ROUND, Profile.VESSEL, Profile.CORNER]
    assert isinstance(Rub(Reading(STEPS["rub_hole"]), STAGE).figures[0], RubHole)


def test_a_palm_needs_no_tool_and_an_unsaid_tool_is_assumed() -> None:
    assert rubber_of(Reading(STEPS["rub_bowl"])) is None
    assert "工具" not in assumed(Rub, STEPS["rub_bowl"])
    assert "工具" in assumed(Rub, STEPS["rub"].model_copy(update={"tool": ()}))


def test_the_tool_lies_on_the_surface() -> None:
    surface = RubSide(Reading(STEPS["rub_bead"]), PLACE).surface
    (x, y), half = surface.middle, surface.half
    for place in (-1.0, -0.4, 0.0, 0.7):
        (px, py), lean = surface.touch(place)
        assert ((px - x) ** 2 + (py - y) ** 2) ** 0.5 == pytest.approx(half)
        assert lean == pytest.approx(34 * place)


CARRIED = [
    said("拿牛角来来回回磨。", "磨", (F.TOOL, "牛角")),
    said("最后抛光。", "抛光"),
    said("把漆面推光。", "推光", (F.MATERIAL, "漆面")),
    said("顺手把铅笔印子磨去。", "磨去", (F.MATERIAL, "铅笔印子")),
    said("拿圆锉刀掏净孔里的灰。", "掏", (F.TOOL, "圆锉刀"), (F.MATERIAL, "灰")),
]
REFUSED = [
    said("坐下来磨墨。", "磨", (F.MATERIAL, "墨")),
    said("用石磨磨成粉。", "磨"),
    said("再把里头掏一掏。", "掏"),
    said("把水擦一擦。", "擦", (F.MATERIAL, "水")),
    said("拿针磨一磨线。", "磨", (F.TOOL, "针"), (F.MATERIAL, "线")),
]


@pytest.mark.parametrize("reading", CARRIED, ids=lambda reading: reading.words[:8])
def test_rubbing_is_drawn(reading: Reading) -> None:
    assert Rub.objection(reading) == ""
    assert any(verb in reading.verb for verb in Rub.verbs)


@pytest.mark.parametrize("reading", REFUSED, ids=lambda reading: reading.words[:8])
def test_grinding_and_liquids_are_refused(reading: Reading) -> None:
    assert Rub.objection(reading)
