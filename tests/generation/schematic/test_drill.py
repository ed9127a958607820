"""drill and dig: depth, width and number as said, and only then to scale."""

import pytest

from craftnlp.spec import StepField
from generation.backends.schematic.samples.dig import SAMPLES as PITS
from generation.backends.schematic.samples.drill import SAMPLES
from generation.backends.schematic.scenes.base import Scale, Scene
from generation.backends.schematic.scenes.dig import Dig, DigDepth
from generation.backends.schematic.scenes.drill.face import DrillFace
from generation.backends.schematic.scenes.drill.scene import Drill
from generation.backends.schematic.scenes.drill.section import DrillSection
from generation.backends.schematic.words.reading import Reading
from tests.generation.schematic.contract import without
from tests.generation.schematic.staged import PLACE, assumed, said, valued

F = StepField
STEPS = {name: request.step for name, request in (SAMPLES | PITS).items()}


@pytest.mark.parametrize(("wide", "deep"), [(8, 20), (3, 4), (5, 40)])
def test_width_and_depth_have_one_scale(wide: int, deep: int) -> None:
    step = valued(valued(STEPS["drill"], 1, str(wide)), 2, str(deep))
    figure = DrillSection(Reading(step), PLACE)
    assert figure.panel.scale is Scale.TRUE
    assert figure.hole.across / figure.depth_at(1.0) == pytest.approx(wide / deep)


def test_lengths_that_cannot_share_a_scale_claim_none() -> None:
    step = valued(valued(STEPS["drill"], 1, "0.5"), 2, "900")
    assert DrillSection(Reading(step), PLACE).panel.scale is Scale.NONE


@pytest.mark.parametrize("count", [1, 3, 7])
def test_as_many_holes_as_said(count: int) -> None:
    figure = DrillFace(Reading(valued(STEPS["drill"], 0, str(count))), PLACE)
    assert figure.count == count
    assert figure.hole.across <= figure.pitch


def test_widening_begins_at_the_said_width() -> None:
    hole = DrillFace(Reading(STEPS["drill_wider"]), PLACE).hole
    assert hole.start / hole.across == pytest.approx(2 / 4.5)


def test_a_number_of_other_things_is_no_number_of_holes() -> None:
    step = said("把三个珠子都钻孔。", "钻孔", (F.MATERIAL, "珠子")).step
    with_count = step.model_copy(update={"quantity": STEPS["drill"].quantity[:1]})
    assert DrillFace(Reading(with_count), PLACE).count == 1


def test_through_means_through() -> None:
    figure = DrillSection(Reading(STEPS["drill_core"]), PLACE)
    assert figure.depth_at(1.0) == pytest.approx(figure.wide)
    shorter = said("用钻头在桃核上钻个眼。", "钻", (F.TOOL, "钻头"), (F.PLACE, "桃核上"))
    assert DrillSection(shorter, PLACE).depth_at(1.0) < figure.wide


def test_unsaid_sizes_are_assumed() -> None:
    assert {"孔的大小", "孔的深浅", "孔的个数"} <= set(assumed(Drill, without(STEPS["drill"])))
    assert DrillSection(Reading(without(STEPS["drill"])), PLACE).panel.scale is Scale.NONE


@pytest.mark.parametrize("deep", ["1", "3"])
def test_the_pit_is_as_deep_as_said(deep: str) -> None:
    step = valued(STEPS["dig"], 0, deep)
    wide = step.quantity[1].model_copy(update={"unit": "丈"})
    figure = DigDepth(Reading(step.model_copy(update={"quantity": (step.quantity[0], wide)})), PLACE)
    assert figure.panel.scale is Scale.TRUE
    assert 2 * figure.half / figure.deep == pytest.approx(2 / float(deep))


def test_units_that_cannot_be_compared_have_no_scale() -> None:
    assert DigDepth(Reading(STEPS["dig"]), PLACE).panel.scale is Scale.NONE
    assert "坑的深浅" in assumed(Dig, STEPS["dig_pond"])


CARRIED = [
    (Drill, said("拿最大的钻头不停扩大孔。", "扩大", (F.TOOL, "钻头"), (F.MATERIAL, "孔"))),
    (Drill, said("中间的孔尽量打通。", "打通", (F.MATERIAL, "孔"))),
    (Dig, said("在坡上挖一口塘。", "挖", (F.MATERIAL, "塘"))),
    (Dig, said("先挖出个深坑来。", "挖出", (F.MATERIAL, "深坑"))),
]
REFUSED = [
    (Drill, said("把思路打通。", "打通")),
    (Drill, said("钻研了好几年。", "钻")),
    (Drill, said("在水里打孔。", "打孔", (F.MATERIAL, "水"))),
    (Drill, said("拿锤子打孔。", "打孔", (F.TOOL, "锤子"))),
    (Dig, said("把果核里头挖空。", "挖", (F.MATERIAL, "果核"))),
    (Dig, said("拿刻刀挖土坯。", "挖", (F.TOOL, "刻刀"), (F.MATERIAL, "土坯"))),
]


@pytest.mark.parametrize(("kind", "reading"), CARRIED)
def test_drilling_and_digging_are_drawn(kind: type[Scene], reading: Reading) -> None:
    assert kind.objection(reading) == ""
    assert any(verb in reading.verb for verb in kind.verbs)


@pytest.mark.parametrize(("kind", "reading"), REFUSED)
def test_other_senses_are_refused(kind: type[Scene], reading: Reading) -> None:
    assert kind.objection(reading)
