"""Pouring: the level is the said depth, and only what flows is poured."""

import pytest

from craftnlp.spec import Measure, Step, StepField
from generation.backends.schematic.samples.building import Number, step_from
from generation.backends.schematic.scenes.base import Moment, Scale, Stage
from generation.backends.schematic.scenes.place import Put
from generation.backends.schematic.scenes.pour.figures import LevelSection, PourOverview
from generation.backends.schematic.scenes.pour.scene import Pour
from generation.backends.schematic.scenes.pour.source import Ladle, Pipe, Source
from generation.backends.schematic.scenes.props.vessel import BUILDS, PLAIN, Build, Vessel, build_of
from generation.backends.schematic.things.stuff import UNSAID, WATER, WOOD
from generation.backends.schematic.words.reading import Reading

F = StepField
STAGE = Stage(124, 200, 1106, 380)


def poured(tool: str = "", hand: str = "", depth: Number | None = None, material: str = "清水") -> Pour:
    pairs = [(F.ACTION, "倒"), (F.PLACE, "木盆里")]
    pairs += [(F.MATERIAL, material)] * bool(material) + [(F.TOOL, tool)] * bool(tool) + [(F.HAND, hand)] * bool(hand)
    sentence = f"{hand}{tool}往木盆里倒{material}{depth[1] if depth else ''}。"
    return Pour(Reading(step_from(sentence, pairs, [depth] if depth else [])), STAGE)


def section(scene: Pour) -> LevelSection:
    return next(figure for figure in scene.figures if isinstance(figure, LevelSection))


def overview(scene: Pour) -> PourOverview:
    return next(figure for figure in scene.figures if isinstance(figure, PourOverview))


@pytest.mark.parametrize(("measure", "words"), [(Measure.DEPTH, "三寸"), (Measure.LENGTH, "三寸深")])
@pytest.mark.parametrize("value", ["3", "2-4", "≈3"])
def test_the_level_ends_at_the_said_depth(measure: Measure, words: str, value: str) -> None:
    figure = section(poured(depth=(measure, words, value, "寸")))
    assert figure.panel.scale is Scale.TRUE
    assert figure.height(Moment(6, 6)) / figure.pixels == pytest.approx(3)
    assert figure.height(Moment(0, 6)) < figure.height(Moment(3, 6)) < figure.height(Moment(6, 6))


def test_a_depth_stays_inside_the_vessel() -> None:
    figure = section(poured(depth=(Measure.DEPTH, "三寸", "3-9", "寸")))
    assert figure.said is not None
    assert figure.said.ends[1] * figure.pixels < figure.vessel.height


def test_millimetres_give_a_scale_that_can_be_measured() -> None:
    scene = poured(depth=(Measure.DEPTH, "三厘米", "3", "厘米"))
    scale = scene.facts()["pixels_per_mm"]
    assert section(scene).height(Moment(6, 6)) / float(str(scale)) == pytest.approx(30, rel=1e-3)


def test_without_a_depth_the_level_is_assumed() -> None:
    scene = poured()
    assert section(scene).panel.scale is Scale.NONE
    assert "倒到多满" in scene.reading.assumed
    assert scene.facts() == {}


def test_full_is_full() -> None:
    step = step_from("把石缸灌满水。", [(F.ACTION, "灌满"), (F.PLACE, "石缸"), (F.MATERIAL, "水")])
    scene = Pour(Reading(step), STAGE)
    assert section(scene).filling.level(Moment(6, 6)) > 0.9
    assert "倒到多满" not in scene.reading.assumed


@pytest.mark.parametrize(
    ("tool", "kind", "stuff"), [("瓢", Ladle, None), ("竹管", Pipe, None), ("木桶", Source, WOOD), ("", Source, UNSAID)]
)
def test_the_source_is_the_said_one(tool: str, kind: type, stuff: object) -> None:
    source = overview(poured(tool)).source
    assert type(source) is kind
    assert stuff is None or (isinstance(source, Source) and source.vessel.stuff is stuff)


def test_nobody_holds_a_pipe() -> None:
    scene = poured("竹管")
    assert "执手" not in scene.reading.assumed


def test_a_left_hand_pours_from_the_left() -> None:
    assert overview(poured(hand="左手")).holder.left
    assert not overview(poured(hand="右手")).holder.left


def clause(sentence: str, action: str, material: str) -> Step:
    return step_from(sentence, [(F.ACTION, action), (F.MATERIAL, material)])


@pytest.mark.parametrize(
    ("made", "fits"),
    [
        (clause("槽里放置清水。", "放置", "清水"), True),
        (clause("加入纸药水汁。", "加入", "纸药水汁"), True),
        (clause("加入竹子。", "加入", "竹子"), False),
        (clause("把竹子放进去。", "放进", "竹子"), False),
        (clause("把木板倒角。", "倒角", "木板"), False),
        (clause("把模子倒过来。", "倒过来", "模子"), False),
    ],
)
def test_only_what_flows_is_poured(made: Step, *, fits: bool) -> None:
    assert (not Pour.objection(Reading(made))) is fits


def test_of_put_and_pour_one_takes_what_was_added() -> None:
    for material, template in [("清水", Pour), ("竹子", Put)]:
        reading = Reading(clause(f"加入{material}。", "加入", material))
        assert [scene for scene in (Pour, Put) if not scene.objection(reading)] == [template]


def test_water_that_only_the_clause_names_is_water() -> None:
    step = step_from("水便从帘眼淋回抄纸槽。", [(F.ACTION, "淋回"), (F.PLACE, "抄纸槽")])
    assert not Pour.objection(Reading(step))
    assert overview(Pour(Reading(step), STAGE)).filling.thing.stuff is WATER


@pytest.mark.parametrize("build", [*BUILDS, PLAIN])
def test_a_vessel_is_hollow_and_as_wide_as_asked(build: Build) -> None:
    vessel = Vessel(build, WOOD, (200, 300), 120)
    outside, inside = vessel.body().computeTightBounds(), vessel.inside().computeTightBounds()
    assert outside.width() == pytest.approx(120, abs=6)  # the curve swells a little between its points
    assert inside.width() < outside.width()
    assert inside.bottom() < vessel.at[1]


def test_the_last_word_of_a_name_makes_the_vessel() -> None:
    assert build_of("装米的木桶") is build_of("桶")
    assert build_of("说不出的东西") is PLAIN
