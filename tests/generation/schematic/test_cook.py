"""The pot on the fire: heat and time as said, the hand on its side, the way of cooking by its verb."""

import math
from dataclasses import replace
from decimal import Decimal

import pytest

from craftnlp.spec import Measure, StepField
from generation.backends.base import RenderRequest
from generation.backends.schematic import Schematic
from generation.backends.schematic.choose import choose
from generation.backends.schematic.film import Film
from generation.backends.schematic.samples.building import step_from
from generation.backends.schematic.samples.cook import SAMPLES
from generation.backends.schematic.scenes.base import Figure, Moment, Place, Scene, Stage
from generation.backends.schematic.scenes.cook.pot import CookPot
from generation.backends.schematic.scenes.cook.words import Way, way_of
from generation.backends.schematic.scenes.props.dials import Gauges, Thermometer
from generation.backends.schematic.scenes.props.flames import height_of_fire
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

F = StepField
PLACE = Place(Stage(124, 180, 640, 350), "甲")


def film_of(request: RenderRequest) -> Film:
    return Film(Schematic().plan(replace(request, frames=3, fps=1)), grain=False)


def figures_in(film: Film) -> list[Figure]:
    assert isinstance(film.scene, Scene)
    return film.scene.figures


def figures_of(request: RenderRequest) -> list[Figure]:
    return figures_in(film_of(request))


def thermometer(figure: str, low: float, high: float, *, rises: bool = False, about: bool = False) -> Thermometer:
    return Thermometer(Amount(figure, "度", low, high, about), (100, 300), 200, rises=rises)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_cooked(name: str) -> None:
    assert choose(SAMPLES[name].step).template == "cook"


@pytest.mark.parametrize(
    ("sentence", "action", "material", "template"),
    [
        ("青草茶用古法熬煮。", "熬煮", "", "cook"),
        ("馅料自己炒。", "炒", "馅料", "cook"),
        ("蜡慢慢地化开。", "化开", "蜡", "cook"),
        ("颜料用水化开。", "化开", "颜料", "mix"),
        ("烧一锅水。", "烧", "水", "cook"),
        ("线头烧一下。", "烧", "线头", "quote_card"),
        ("那几年真是煎熬。", "煎熬", "", "quote_card"),
    ],
)
def test_words_choose_the_picture(sentence: str, action: str, material: str, template: str) -> None:
    pairs = [(F.ACTION, action)] + ([(F.MATERIAL, material)] if material else [])
    assert choose(step_from(sentence, pairs)).template == template


@pytest.mark.parametrize(
    ("name", "way"), [("boil", Way.BOIL), ("steam", Way.STEAM), ("fry", Way.FRY), ("melt", Way.MELT)]
)
def test_the_verb_names_the_way(name: str, way: Way) -> None:
    assert way_of(Reading(SAMPLES[name].step)) is way


def test_the_liquid_stands_at_the_said_heat() -> None:
    gauge = thermometer("65 度", 65, 65)
    assert gauge.now(Moment(0, 6)) == 65
    assert math.isclose(gauge.bottom - gauge.level(65), 65 * gauge.pixels_per_degree)
    assert math.isclose(gauge.level(0), gauge.bottom)


def test_a_heat_to_be_reached_is_reached_and_not_passed() -> None:
    gauge = thermometer("65 度", 65, 65, rises=True)
    shown = [gauge.now(Moment(index / 20, 6)) for index in range(121)]
    assert shown[0] < 20
    assert shown == sorted(shown)
    assert shown[-1] == 65


def test_a_range_of_heat_is_met_in_its_middle() -> None:
    gauge = thermometer("70–80 度", 70, 80)
    assert gauge.now(Moment(3, 6)) == 75
    assert gauge.level(80) < gauge.level(75) < gauge.level(70)


def test_frost_stands_below_nought() -> None:
    gauge = thermometer("-5 度", -5, -5)
    assert gauge.least < -5
    assert gauge.top <= gauge.level(0) < gauge.level(-5) <= gauge.bottom


def test_about_is_dashed() -> None:
    assert thermometer("≈ 60 度", 60, 60, about=True).look.dash
    assert not thermometer("60 度", 60, 60).look.dash


@pytest.mark.parametrize(("sentence", "rises"), [("蜡烧到七十度，让它化开。", True), ("蜡在七十度的锅里化开。", False)])
def test_heat_rises_only_where_it_is_a_goal(sentence: str, *, rises: bool) -> None:
    heat = [(Measure.TEMPERATURE, "七十度", "70", "度")]
    gauges = Gauges(Reading(step_from(sentence, [(F.ACTION, "化开"), (F.MATERIAL, "蜡")], heat)), PLACE)
    assert gauges.thermometer is not None
    assert gauges.thermometer.rises is rises


def test_no_heat_said_no_thermometer() -> None:
    (gauges,) = (figure for figure in figures_of(SAMPLES["boil"]) if isinstance(figure, Gauges))
    assert gauges.thermometer is None
    assert gauges.dial is not None
    assert gauges.dial.ticks == 5


def test_only_said_figures_stand_on_the_gauges() -> None:
    texts = film_of(replace(SAMPLES["melt"], title="化蜡", quote="化开。", quote_seconds=None)).log.texts()
    assert {text for text in texts if any(char.isdigit() for char in text)} == {"70–80 度"}


def test_the_pool_is_of_what_melts() -> None:
    figure = CookPot(Reading(SAMPLES["melt"].step), PLACE)
    assert figure.load is not None
    assert figure.bath is not None
    assert figure.bath.stuff == figure.load.work.stuff


@pytest.mark.parametrize(("words", "height"), [("文火", 0.45), ("大火", 1.0)])
def test_the_fire_is_as_tall_as_was_said(words: str, height: float) -> None:
    reading = Reading(step_from(f"{words}熬着。", [(F.ACTION, "熬")]))
    assert height_of_fire(reading) == height
    assert "火的大小" not in reading.assumed


def test_an_unsaid_fire_is_assumed() -> None:
    reading = Reading(step_from("熬着。", [(F.ACTION, "熬")]))
    assert 0.45 < height_of_fire(reading) < 1
    assert "火的大小" in reading.assumed


@pytest.mark.parametrize(("name", "left"), [("fry", False), ("fry_left", True)])
def test_the_frying_hand_is_the_said_one(name: str, *, left: bool) -> None:
    figure = CookPot(Reading(SAMPLES[name].step), PLACE)
    assert figure.holder is not None
    assert figure.holder.left is left
    (tag,) = (one for one in film_of(SAMPLES[name]).log.entries if one.text in ("左手", "右手") and one.top > 190)
    assert (tag.right < figures_of(SAMPLES[name])[0].panel.stage.x + 200) is left


def test_nobody_stirs_what_boils() -> None:
    reading = Reading(SAMPLES["boil"].step)
    assert CookPot(reading, PLACE).holder is None
    assert "执手" not in reading.assumed


def test_an_unsaid_spatula_is_assumed() -> None:
    reading = Reading(SAMPLES["fry_left"].step)
    assert CookPot(reading, PLACE).tool.name == "stylus"
    assert "工具" in reading.assumed


def test_another_number_is_drawn_as_another_number() -> None:
    base = SAMPLES["boil"].step
    seven = base.quantity[0].model_copy(update={"value": "7", "low": Decimal(7), "high": Decimal(7)})
    gauges = Gauges(Reading(base.model_copy(update={"quantity": (seven,)})), PLACE)
    assert gauges.dial is not None
    assert gauges.dial.ticks == 7
