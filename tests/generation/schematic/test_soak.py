"""Soaking and dipping: rounds, dials and hands agree with the words; what was not said is not drawn as said."""

import math
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

import pytest
import skia

from craftnlp.spec import Measure, StepField
from generation.backends.base import RenderRequest
from generation.backends.schematic import Schematic
from generation.backends.schematic.choose import choose
from generation.backends.schematic.drawing.text import Lettered, Pen, TextLog
from generation.backends.schematic.film import Film
from generation.backends.schematic.samples.building import step_from
from generation.backends.schematic.samples.soak import SAMPLES
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Place, Scale, Scene, Stage
from generation.backends.schematic.scenes.dip.screen import ScreenSection
from generation.backends.schematic.scenes.dip.section import DipSection
from generation.backends.schematic.scenes.props.cut_vessel import Shape, vessel_in
from generation.backends.schematic.scenes.props.dials import Dial, Gauges
from generation.backends.schematic.scenes.props.tally import Rounds
from generation.backends.schematic.scenes.soak.section import SoakSection
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

F = StepField
PLACE = Place(Stage(124, 180, 640, 350), "甲")
FRAMES = [Moment(6 * index / 480, 6) for index in range(481)]


def film_of(request: RenderRequest) -> Film:
    return Film(Schematic().plan(replace(request, frames=3, fps=1)), grain=False)


def figures_in(film: Film) -> list[Figure]:
    assert isinstance(film.scene, Scene)
    return film.scene.figures


def figures_of(request: RenderRequest) -> list[Figure]:
    return figures_in(film_of(request))


def crossings(levels: list[float], line: float) -> int:
    """How often a height falls below a line."""
    return sum(1 for one, two in pairwise(levels) if one <= line < two)


def said(figure: str, low: float, high: float, unit: str = "天", *, about: bool = False) -> Amount:
    return Amount(figure, unit, low, high, about)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_finds_its_picture(name: str) -> None:
    wanted = "dip" if name in {"dip_glaze", "dye", "tongs", "inked", "screen"} else "soak"
    assert choose(SAMPLES[name].step).template == wanted


@pytest.mark.parametrize(
    ("sentence", "action", "template"),
    [
        ("青草在水里泡半个钟头。", "泡", "soak"),
        ("皮子沤在池子里。", "沤", "soak"),
        ("拿去冲水。", "冲", "soak"),
        ("用清水漂两三遍。", "漂", "soak"),
        ("洗手。", "洗", "quote_card"),
        ("清洁一遍再打蜡。", "清洁", "quote_card"),
        ("放进冰箱保鲜。", "放进", "quote_card"),
        ("拿抄纸帘放进水中。", "放进", "dip"),
        ("把布浸一下就提起来，水里不能久。", "浸", "dip"),
        ("毛笔蘸墨。", "蘸", "dip"),
        ("用墁刀荡平。", "荡", "quote_card"),
    ],
)
def test_words_choose_the_picture(sentence: str, action: str, template: str) -> None:
    step = step_from(sentence, [(F.ACTION, action)] + ([(F.MATERIAL, "手")] if "手" in sentence else []))
    assert choose(step).template == template


def test_a_brush_said_as_tool_is_no_bath() -> None:
    step = step_from("拿刷子洗干净。", [(F.ACTION, "洗"), (F.TOOL, "刷子")])
    assert choose(step).template == "quote_card"


def test_it_goes_under_as_often_as_was_said() -> None:
    step = step_from(
        "布泡三遍，水里进出。", [(F.ACTION, "泡"), (F.MATERIAL, "布")], [(Measure.REPETITION, "三遍", "3", "遍")]
    )
    figure = SoakSection(Reading(step), PLACE)
    levels = [figure.at(moment)[1] for moment in FRAMES]
    assert crossings(levels, figure.bath.level) == 3
    assert figure.tally is not None
    assert len(figure.tally.rings) == 3


def test_a_range_of_rounds_leaves_the_last_ring_open() -> None:
    rounds = Rounds(Reading(SAMPLES["rinse"].step), 4)
    assert (rounds.count, rounds.sure) == (6, 5)


def test_about_ten_rounds_are_not_ten_sure_ones() -> None:
    rounds = Rounds(Reading(SAMPLES["dye"].step), 4)
    assert (rounds.count, rounds.sure) == (10, 9)


def test_too_many_rounds_are_shown_as_fewer_and_it_says_so() -> None:
    step = step_from("水里洗五十遍。", [(F.ACTION, "洗")], [(Measure.REPETITION, "五十遍", "50", "遍")])
    reading = Reading(step)
    figure = SoakSection(reading, PLACE)
    assert "画出的次数" in reading.assumed
    assert figure.tally is not None
    assert figure.tally.rings == []
    assert figure.tally.text == "50 遍"


def test_rinsing_stays_in_the_water() -> None:
    figure = SoakSection(Reading(SAMPLES["rinse"].step), PLACE)
    assert all(figure.at(moment)[1] > figure.bath.level for moment in FRAMES)
    assert all(abs(figure.at(moment)[0] - figure.axis) < figure.vessel.width / 2 for moment in FRAMES)


def test_a_whole_turn_is_the_said_time_and_a_tick_its_unit() -> None:
    dial = Dial(said("8 天", 8, 8), (0, 0), 100)
    assert dial.ticks == 8
    assert math.isclose(dial.turn(8), 360)
    assert math.isclose(dial.turn(2), 90)
    assert dial.now(Moment(6, 6)) == 8
    assert dial.now(Moment(0, 6)) == 0


def test_half_a_unit_has_no_whole_tick() -> None:
    dial = Dial(said("0.5 钟头", 0.5, 0.5, "钟头"), (0, 0), 100)
    assert dial.ticks == 0
    assert math.isclose(dial.turn(0.25), 180)


def test_a_range_ends_in_a_band() -> None:
    dial = Dial(said("7–8 天", 7, 8), (0, 0), 100)
    assert (dial.ticks, dial.turn(7), dial.turn(8)) == (8, 315, 360)


@pytest.mark.parametrize("figure", ["1+ 钟头", "≥ 1 钟头"])
def test_an_open_end_leaves_the_dial_open(figure: str) -> None:
    dial = Dial(said(figure, 1, 1, "钟头", about=True), (0, 0), 100)
    assert dial.open
    assert dial.turn(1) == 300


def test_a_hundred_ticks_run_together_on_a_small_dial_only() -> None:
    assert Dial(said("100 天", 100, 100), (0, 0), 100).ticks == 100
    assert Dial(said("100 天", 100, 100), (0, 0), 50).ticks == 0


def test_seconds_that_fit_into_the_film_pass_truly() -> None:
    dial = Dial(said("4 秒", 4, 4, "秒"), (0, 0), 100)
    assert dial.pace is Pace.TRUE
    assert math.isclose(dial.now(Moment(3.0, 6)) - dial.now(Moment(2.0, 6)), 1.0)
    assert Dial(said("≈ 4 秒", 4, 4, "秒", about=True), (0, 0), 100).pace is Pace.FASTER
    assert Dial(said("40 秒", 40, 40, "秒"), (0, 0), 100).pace is Pace.FASTER


def test_a_dip_lasts_as_long_as_was_said() -> None:
    figure = DipSection(Reading(SAMPLES["tongs"].step), PLACE)
    assert figure.panel.pace is Pace.TRUE
    under = [moment.seconds for moment in FRAMES if figure.plunge.depth(moment) >= 0.5]
    assert abs(under[-1] - under[0] - 5) < 0.05


def test_a_dip_is_repeated_as_often_as_was_said() -> None:
    figure = DipSection(Reading(SAMPLES["dip_glaze"].step), PLACE)
    assert crossings([figure.low(moment) for moment in FRAMES], figure.bath.level) == 2


def test_the_screen_goes_under_as_often_as_was_said() -> None:
    figure = ScreenSection(Reading(SAMPLES["screen"].step), PLACE)
    assert crossings([figure.height(moment) for moment in FRAMES], figure.bath.level) == 2
    assert figure.hands.name == "双手"


def test_a_screen_in_unsaid_hands_is_held_by_outlines() -> None:
    reading = Reading(SAMPLES["screen"].step.model_copy(update={"hand": ()}))
    assert not ScreenSection(reading, PLACE).hands.said
    assert "双手如何拿" in reading.assumed


def test_no_time_said_no_dial() -> None:
    gauges = [figure for figure in figures_of(SAMPLES["steep"]) if isinstance(figure, Gauges)]
    assert gauges == []


def test_the_panel_of_the_dial_may_be_measured_and_the_bath_may_not() -> None:
    bath, gauges = figures_of(SAMPLES["soak"])
    assert bath.panel.scale is Scale.NONE
    assert gauges.panel.scale is Scale.TRUE


def test_an_incense_stick_stays_an_incense_stick() -> None:
    step = step_from("水里泡一炷香。", [(F.ACTION, "泡")], [(Measure.DURATION, "一炷香", "1", "炷香")])
    texts = film_of(replace(SAMPLES["steep"], step=step)).log.texts()
    assert "1 炷香" in texts
    assert not [text for text in texts if "分钟" in text or "小时" in text]


def test_a_vague_time_is_written_and_not_measured() -> None:
    base = SAMPLES["soak"].step
    vague = base.quantity[0].model_copy(update={"value": "几", "low": None, "high": None})
    film = film_of(replace(SAMPLES["soak"], step=base.model_copy(update={"quantity": (vague,)}), title="浸"))
    assert not [figure for figure in figures_in(film) if isinstance(figure, Gauges)]
    assert "几 天" in film.log.texts()


def test_what_was_washed_off_is_not_what_was_washed() -> None:
    step = step_from("洗掉青皮。", [(F.ACTION, "洗掉"), (F.MATERIAL, "青皮")])
    reading = Reading(step)
    assert not SoakSection(reading, PLACE).load.work.said
    assert "洗的料" in reading.assumed


@pytest.mark.parametrize(
    ("place", "shape"), [("水塘里", Shape.POND), ("大缸里", Shape.VAT), ("木桶里", Shape.TUB), ("盆里", Shape.BASIN)]
)
def test_the_vessel_is_the_said_one(place: str, shape: Shape) -> None:
    reading = Reading(step_from(f"料在{place}泡着。", [(F.ACTION, "泡"), (F.PLACE, place)]))
    assert vessel_in(reading, Shape.BASIN).shape is shape
    assert "容器" not in reading.assumed


def test_an_unsaid_vessel_is_assumed() -> None:
    reading = Reading(step_from("红豆用水泡着。", [(F.ACTION, "泡"), (F.MATERIAL, "红豆")]))
    assert not vessel_in(reading, Shape.BASIN).name
    assert "容器" in reading.assumed


@pytest.mark.parametrize(("hand", "left"), [("左手", True), ("右手", False)])
@pytest.mark.parametrize("name", ["rinse", "wash", "dip_glaze", "dye"])
def test_the_hand_comes_from_its_own_side(name: str, hand: str, *, left: bool) -> None:
    sides = step_from(f"{hand}拿着", [(F.ACTION, "拿"), (F.HAND, hand)]).hand
    step = SAMPLES[name].step.model_copy(update={"hand": sides})
    figure = (DipSection if name in ("dip_glaze", "dye") else SoakSection)(Reading(step), PLACE)
    log, surface = TextLog(), skia.Surface(900, 600)
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorWHITE)
    figure.moving(Pen(canvas, log), Moment(1.2, 6))
    tag = next(entry for entry in log.entries if entry.text == hand)
    assert (tag.right < figure.axis) is left
    pixels = surface.makeImageSnapshot().toarray()[180:215, 124:764, :3]
    marked = (pixels < 250).any(axis=2)
    middle = round(figure.axis - 124)
    here, there = int(marked[:, :middle].sum()), int(marked[:, middle:].sum())
    assert (here > there) is left


def overlap(one: Lettered, two: Lettered) -> bool:
    across = min(one.right, two.right) - max(one.left, two.left)
    return across > 1.5 and min(one.bottom, two.bottom) - max(one.top, two.top) > 1.5


@pytest.mark.parametrize("wide", [305, 442, 663, 1106])
@pytest.mark.parametrize("tall", [258, 300, 398])
@pytest.mark.parametrize("figure", ["1+ 钟头", "1200–1300 特别长的单位"])
def test_gauges_stay_in_their_panel(wide: float, tall: float, figure: str) -> None:
    base = SAMPLES["warm"].step
    number, unit = figure.split(" ")
    low = Decimal(number.rstrip("+").split("–")[0])
    both = tuple(
        one.model_copy(update={"value": number, "low": low, "high": None, "unit": unit}) for one in base.quantity
    )
    stage = Stage(124, 180, wide, tall)
    gauges = Gauges(Reading(base.model_copy(update={"quantity": both})), Place(stage, "乙"))
    log, recorder = TextLog(), skia.PictureRecorder()
    gauges.still(Pen(recorder.beginRecording(1300, 720), log))
    boxes = list(log.entries)
    assert all(stage.x <= box.left and box.right <= stage.right for box in boxes)
    assert all(stage.y <= box.top and box.bottom <= stage.bottom for box in boxes)
    assert not [(one.text, two.text) for one, two in combinations(boxes, 2) if overlap(one, two)]
