"""carve: angle and depth as said, an outline only when it was named."""

import math

import pytest

from craftnlp.spec import StepField
from generation.backends.schematic.samples.carve import SAMPLES
from generation.backends.schematic.scenes.base import Scale
from generation.backends.schematic.scenes.carve.face import CarveFace
from generation.backends.schematic.scenes.carve.hollow import CarveHollow
from generation.backends.schematic.scenes.carve.peel import CarvePeel
from generation.backends.schematic.scenes.carve.scene import Carve
from generation.backends.schematic.scenes.props.edge import EdgeLens
from generation.backends.schematic.words.reading import Reading
from tests.generation.schematic.contract import handed, without
from tests.generation.schematic.staged import PLACE, STAGE, assumed, said, valued

F = StepField
NAMES = sorted(SAMPLES)
STEPS = {name: SAMPLES[name].step for name in NAMES}


def lens_of(name: str, index: int, value: str, side: str = "右手") -> EdgeLens:
    step = handed(valued(STEPS[name], index, value), side)
    return next(one for one in Carve(Reading(step), STAGE).figures if isinstance(one, EdgeLens))


@pytest.mark.parametrize("side", ["右手", "左手"])
@pytest.mark.parametrize("degrees", [15, 45, 80])
def test_the_edge_stands_as_steep_as_said(degrees: int, side: str) -> None:
    figure = lens_of("carve", 0, str(degrees), side)
    far = figure.angle.point(figure.angle.middle, 100)
    across = abs(far[0] - figure.angle.at[0])
    assert math.degrees(math.atan2(figure.angle.at[1] - far[1], across)) == pytest.approx(degrees)
    assert (far[0] < figure.angle.at[0]) is (side == "左手")
    assert figure.panel.scale is Scale.ANGLE


def test_the_depth_makes_the_scale() -> None:
    figure = lens_of("carve", 1, "4")
    assert figure.pixels_per_unit is not None
    assert figure.deep / figure.pixels_per_unit == pytest.approx(4)


def test_the_hollow_is_to_scale() -> None:
    figure = CarveHollow(Reading(STEPS["carve_hollow"]), PLACE)
    assert figure.open / figure.deep == pytest.approx(60 / 40)
    assert figure.panel.scale is Scale.TRUE
    bounds = figure.hollow(1.0).computeTightBounds()
    assert bounds.height() == pytest.approx(figure.open, rel=0.03)
    assert bounds.width() - 4 == pytest.approx(figure.deep, rel=0.03)


def test_an_unsaid_hollow_is_not_to_scale() -> None:
    step = without(STEPS["carve_hollow"])
    assert CarveHollow(Reading(step), PLACE).panel.scale is Scale.NONE
    assert {"挖的深浅", "工具", "执手"} <= set(assumed(Carve, step))


def test_only_a_named_outline_is_drawn() -> None:
    assert CarveFace(Reading(STEPS["carve"]), PLACE).guide.named
    assert not CarveFace(Reading(STEPS["carve_stone"]), PLACE).guide.named
    assert "所刻的线" in assumed(Carve, STEPS["carve_stone"])


def test_the_verb_decides_the_picture() -> None:
    kinds = {name: type(Carve(Reading(STEPS[name]), STAGE).figures[0]) for name in NAMES}
    assert kinds == {
        "carve": CarveFace,
        "carve_stone": CarveFace,
        "carve_peel": CarvePeel,
        "carve_hollow": CarveHollow,
    }


def test_peel_and_groove_only_grow() -> None:
    peel = CarvePeel(Reading(STEPS["carve_peel"]), PLACE)
    off = [peel.peeled(share / 40) for share in range(41)]
    assert off == sorted(off)
    assert off[0] > 0
    face = CarveFace(Reading(STEPS["carve_stone"]), PLACE)
    ways = [face.done_at(share / 40)[1] for share in range(41)]
    assert ways == sorted(ways)
    assert ways[-1] == pytest.approx(1)


CARRIED = [
    said("慢慢削出个大概。", "削出"),
    said("给果子去皮。", "去皮"),
    said("把要的字都刻上。", "刻上", (F.MATERIAL, "字")),
    said("侧着往果核里面挖。", "挖", (F.PLACE, "果核里面")),
    said("用小刀精修边沿。", "精修", (F.TOOL, "小刀")),
]
REFUSED = [
    said("先在地里挖个坑。", "挖", (F.MATERIAL, "坑"), (F.PLACE, "地里")),
    said("用笔刻画。", "刻", (F.TOOL, "笔")),
    said("立刻下手。", "刻"),
    said("把水刻一刻。", "刻", (F.MATERIAL, "水")),
    said("再掏一下。", "掏"),
]


@pytest.mark.parametrize("reading", CARRIED, ids=lambda reading: reading.words[:8])
def test_carving_is_drawn(reading: Reading) -> None:
    assert Carve.objection(reading) == ""
    assert any(verb in reading.verb for verb in Carve.verbs)


@pytest.mark.parametrize("reading", REFUSED, ids=lambda reading: reading.words[:8])
def test_pits_pens_and_liquids_are_refused(reading: Reading) -> None:
    assert Carve.objection(reading)
