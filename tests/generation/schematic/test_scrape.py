"""scrape: strokes, pieces and spacing as many and as wide as said."""

from itertools import pairwise

import pytest

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import step_from
from generation.backends.schematic.samples.scrape import SAMPLES
from generation.backends.schematic.scenes.base import Scale
from generation.backends.schematic.scenes.props.edge import EdgeLens
from generation.backends.schematic.scenes.scrape import Scrape, ScrapePlan, pushed
from generation.backends.schematic.words.reading import Reading
from tests.generation.schematic.contract import crowded
from tests.generation.schematic.staged import PLACE, STAGE, assumed, digits, said, valued

F = StepField
NAMES = sorted(SAMPLES)
STEPS = {name: SAMPLES[name].step for name in NAMES}


@pytest.mark.parametrize("count", [1, 3, 12])
def test_as_many_strokes_as_said(count: int) -> None:
    step = valued(STEPS["scrape"], 0, str(count), "repetition")
    plan = ScrapePlan(Reading(step), PLACE)
    assert len(plan.tracks) == count
    assert plan.strokes.said
    assert {plan.strokes.at(share / 400)[0] for share in range(401)} == set(range(count))


def test_too_many_strokes_are_fewer_and_assumed() -> None:
    step = valued(STEPS["scrape"], 0, "200", "repetition")
    assert len(ScrapePlan(Reading(step), PLACE).tracks) < 12
    assert "画出的次数" in assumed(Scrape, step)


def test_two_boards_are_two_and_each_is_scratched() -> None:
    plan = ScrapePlan(Reading(STEPS["scrape_score"]), PLACE)
    assert len(plan.pieces) == 2
    hit = {index for index, piece in enumerate(plan.pieces) for track in plan.tracks if _on(piece, track.at(0)[0])}
    assert hit == {0, 1}


def _on(piece: object, point: tuple[float, float]) -> bool:
    return bool(piece.contains(*point))  # type: ignore[attr-defined]


def test_scratches_stand_at_the_said_spacing() -> None:
    plan = ScrapePlan(Reading(STEPS["scrape_score"]), PLACE)
    assert plan.panel.scale is Scale.TRUE
    path = plan._scratches[0]
    starts = sorted({round(path.getPoint(index).x(), 1) for index in range(0, path.countPoints(), 2)})
    gaps = [right - left for left, right in pairwise(starts)]
    assert min(gaps) == pytest.approx(plan._gap(), abs=0.3)
    assert max(gaps) == pytest.approx(plan._gap(), abs=0.3)


def test_one_cut_is_one_line_without_a_shaving() -> None:
    scene = Scrape(Reading(STEPS["scrape_cut"]), STAGE)
    assert [type(figure) for figure in scene.figures] == [ScrapePlan]
    assert len(scene.figures[0].tracks) == 1  # type: ignore[attr-defined]


def test_a_plane_is_pushed_and_a_scraper_drawn() -> None:
    assert pushed(Reading(STEPS["scrape_plane"]))
    assert not pushed(Reading(STEPS["scrape"]))
    ahead = ScrapePlan(Reading(STEPS["scrape_plane"]), PLACE).tracks[0]
    assert ahead.at(0)[0][0] > ahead.at(ahead.length)[0][0]


@pytest.mark.parametrize("degrees", [20, 50])
def test_the_angle_is_as_said(degrees: int) -> None:
    step = valued(STEPS["scrape"], 0, str(degrees))
    lens = next(one for one in Scrape(Reading(step), STAGE).figures if isinstance(one, EdgeLens))
    assert lens.angle.middle == degrees
    assert lens.panel.scale is Scale.ANGLE
    assert lens.tip[1] == pytest.approx(lens.floor)


def test_a_stroke_length_is_written_once_and_to_scale() -> None:
    step = step_from(
        "右手拿刮刀，在木板上一下刮二十厘米长。",
        [(F.ACTION, "刮"), (F.HAND, "右手"), (F.TOOL, "刮刀"), (F.PLACE, "木板上")],
        [(Measure.LENGTH, "二十厘米", "20", "厘米")],
    )
    assert ScrapePlan(Reading(step), PLACE).panel.scale is Scale.TRUE
    assert crowded(Scrape, step, [STAGE]) == []
    assert digits(Scrape, step) == {"2", "0"}


CARRIED = [
    said("先在碗边刮一刮。", "刮", (F.PLACE, "碗边")),
    said("拿锯条把泥板的边划毛。", "划毛", (F.TOOL, "锯条"), (F.MATERIAL, "泥板")),
    said("一刀划到头。", "划"),
]
REFUSED = [
    said("用铅笔划线。", "划", (F.TOOL, "铅笔")),
    said("往中间划。", "划"),
    said("把线刮一刮。", "刮", (F.MATERIAL, "线")),
    said("外头刮风。", "刮"),
]


@pytest.mark.parametrize("reading", CARRIED, ids=lambda reading: reading.words[:8])
def test_scraping_is_drawn(reading: Reading) -> None:
    assert Scrape.objection(reading) == ""
    assert any(verb in reading.verb for verb in Scrape.verbs)


@pytest.mark.parametrize("reading", REFUSED, ids=lambda reading: reading.words[:8])
def test_drawing_a_line_is_refused(reading: Reading) -> None:
    assert Scrape.objection(reading)
