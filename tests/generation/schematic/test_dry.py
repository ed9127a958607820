"""Drying: sun, shade, wind, line and rack only where they were said; time on the dial only where it was."""

from dataclasses import replace

import pytest

from craftnlp.spec import StepField
from generation.backends.base import RenderRequest
from generation.backends.schematic import Schematic
from generation.backends.schematic.choose import choose
from generation.backends.schematic.film import Film
from generation.backends.schematic.samples.building import step_from
from generation.backends.schematic.samples.dry import SAMPLES
from generation.backends.schematic.scenes.base import Figure, Pace, Place, Scene, Stage
from generation.backends.schematic.scenes.dry.air import DryingPlace
from generation.backends.schematic.scenes.dry.lens import DryLens
from generation.backends.schematic.scenes.dry.words import weather_in
from generation.backends.schematic.scenes.props.dials import Gauges
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


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_dried(name: str) -> None:
    assert choose(SAMPLES[name].step).template == "dry"


@pytest.mark.parametrize(
    ("sentence", "action", "template"),
    [
        ("就这么晾着。", "晾着", "dry"),
        ("搁在阴凉地里阴干。", "阴干", "dry"),
        ("頭道漆蔭乾三天。", "蔭乾", "dry"),
        ("放到太阳底下晒。", "晒", "dry"),
        ("煮好了晾凉再用。", "晾凉", "quote_card"),
        ("放冰箱里冷冻。", "冷冻", "quote_card"),
        ("在炭火上烘干。", "烘干", "fire_kiln"),
    ],
)
def test_words_choose_the_picture(sentence: str, action: str, template: str) -> None:
    assert choose(step_from(sentence, [(F.ACTION, action)])).template == template


@pytest.mark.parametrize(
    ("sentence", "action", "sun", "shade", "wind"),
    [
        ("布晾着。", "晾着", False, False, False),
        ("布晒一天。", "晒", True, False, False),
        ("搁在太阳底下晾。", "晾", True, False, False),
        ("不能见太阳，要阴干。", "阴干", False, True, False),
        ("荫房里荫着。", "荫", False, True, False),
        ("挂在通风的地方风干。", "风干", False, False, True),
    ],
)
def test_the_weather_is_what_was_said(sentence: str, action: str, *, sun: bool, shade: bool, wind: bool) -> None:
    weather = weather_in(Reading(step_from(sentence, [(F.ACTION, action)])))
    assert (weather.sun, weather.shade, weather.wind) == (sun, shade, wind)


def test_a_clay_slab_is_no_said_board() -> None:
    reading = Reading(SAMPLES["laid"].step)
    assert not DryingPlace(reading, PLACE).said_carrier
    assert "晾的架子" in reading.assumed


def test_a_said_pole_carries_the_cloth() -> None:
    reading = Reading(SAMPLES["sun"].step)
    figure = DryingPlace(reading, PLACE)
    assert (figure.hung, figure.said_carrier, figure.pole) == (True, True, True)
    assert "晾的架子" not in reading.assumed
    assert "怎样晾" not in reading.assumed


def test_hanging_that_nobody_said_is_assumed() -> None:
    reading = Reading(step_from("布晾着。", [(F.ACTION, "晾着"), (F.MATERIAL, "布")]))
    assert DryingPlace(reading, PLACE).hung
    assert "怎样晾" in reading.assumed


def test_a_roof_that_nobody_said_is_assumed() -> None:
    reading = Reading(step_from("陶坯阴干。", [(F.ACTION, "阴干"), (F.MATERIAL, "陶坯")]))
    assert not DryingPlace(reading, PLACE).housed
    assert "遮阴的棚子" in reading.assumed
    assert DryingPlace(Reading(SAMPLES["shade"].step), PLACE).housed


def test_the_thing_under_the_lacquer_is_assumed() -> None:
    reading = Reading(SAMPLES["dry_lacquer"].step)
    assert not DryingPlace(reading, PLACE).work.said
    assert "料的样子" in reading.assumed


def test_warmth_without_a_fire_has_an_unknown_source() -> None:
    reading = Reading(SAMPLES["warm_dry"].step)
    DryingPlace(reading, PLACE)
    assert "热从哪里来" in reading.assumed


def test_seven_to_eight_days_are_eight_ticks_and_a_band() -> None:
    (gauges,) = (figure for figure in figures_of(SAMPLES["shade"]) if isinstance(figure, Gauges))
    assert gauges.dial is not None
    assert (gauges.dial.ticks, gauges.dial.low, gauges.dial.full) == (8, 7, 8)
    assert gauges.panel.pace is Pace.FASTER
    assert gauges.thermometer is None


def test_no_time_said_no_dial_but_a_glass() -> None:
    kinds = [type(figure) for figure in figures_of(SAMPLES["laid"])]
    assert kinds == [DryingPlace, DryLens]


@pytest.mark.parametrize("name", SAMPLES)
def test_nobody_holds_what_dries(name: str) -> None:
    assert "执手" not in film_of(SAMPLES[name]).header.assumed
