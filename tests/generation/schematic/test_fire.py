"""Kiln, open fire and quenching are told apart by the words; heat and time are the said ones."""

from dataclasses import replace

import pytest

from craftnlp.spec import Measure, StepField
from generation.backends.base import RenderRequest
from generation.backends.schematic import Schematic
from generation.backends.schematic.choose import choose
from generation.backends.schematic.film import Film
from generation.backends.schematic.samples.building import step_from
from generation.backends.schematic.samples.fire import SAMPLES
from generation.backends.schematic.scenes.base import Figure, Moment, Place, Scene, Stage
from generation.backends.schematic.scenes.fire.kiln import Kiln
from generation.backends.schematic.scenes.fire.open import OpenFire
from generation.backends.schematic.scenes.fire.quench import Quench, heat_left
from generation.backends.schematic.scenes.fire.words import Way, way_of
from generation.backends.schematic.scenes.props.dials import Gauges
from generation.backends.schematic.scenes.props.flames import fuel_in
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.words.reading import Reading

F = StepField
PLACE = Place(Stage(124, 180, 640, 350), "甲")


def film_of(request: RenderRequest) -> Film:
    return Film(Schematic().plan(replace(request, frames=3, fps=1)), grain=False)


def figures_in(film: Film) -> list[Figure]:
    assert isinstance(film.scene, Scene)
    return film.scene.figures


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_fired(name: str) -> None:
    assert choose(SAMPLES[name].step).template == "fire_kiln"


@pytest.mark.parametrize(
    ("sentence", "action", "template"),
    [
        ("装好了就点火烧窑。", "烧窑", "fire_kiln"),
        ("窑口点火。", "点火", "fire_kiln"),
        ("从窑门发火烧二十个小时。", "烧", "fire_kiln"),
        ("在上面用慢火烤炙。", "烤炙", "fire_kiln"),
        ("炉子里烘干。", "烘干", "fire_kiln"),
        ("纸贴上去烘干。", "烘干", "dry"),
        ("把头发烧掉。", "烧掉", "quote_card"),
    ],
)
def test_words_choose_the_picture(sentence: str, action: str, template: str) -> None:
    assert choose(step_from(sentence, [(F.ACTION, action)])).template == template


@pytest.mark.parametrize(
    ("name", "way"), [("kiln", Way.KILN), ("lit", Way.KILN), ("roast", Way.OPEN), ("quench", Way.QUENCH)]
)
def test_the_words_name_the_way(name: str, way: Way) -> None:
    assert way_of(Reading(SAMPLES[name].step)) is way


def test_ware_without_a_said_kiln_is_fired_in_an_assumed_one() -> None:
    reading = Reading(step_from("泥坯烧一天。", [(F.ACTION, "烧"), (F.MATERIAL, "泥坯")]))
    assert way_of(reading) is Way.KILN
    Kiln(reading, PLACE)
    assert {"窑的样子", "窑里怎么装"} <= set(reading.assumed)


def test_heat_and_time_of_the_kiln_are_the_said_ones() -> None:
    gauges = Gauges(Reading(SAMPLES["kiln"].step), PLACE)
    assert gauges.dial is not None
    assert gauges.dial.ticks == 30
    assert gauges.thermometer is not None
    assert gauges.thermometer.said.ends == (1200, 1300)
    assert gauges.thermometer.rises
    assert gauges.thermometer.now(Moment(6, 6)) == 1250


def test_a_traditional_hour_is_not_converted() -> None:
    film = film_of(SAMPLES["roast"])
    assert "2 时辰" in film.log.texts()
    (gauges,) = (figure for figure in figures_in(film) if isinstance(figure, Gauges))
    assert gauges.dial is not None
    assert gauges.dial.ticks == 2


def test_a_lit_fire_begins_small() -> None:
    lit, kiln = Kiln(Reading(SAMPLES["lit"].step), PLACE), Kiln(Reading(SAMPLES["kiln"].step), PLACE)
    assert lit.heat(Moment(0, 6)) < 0.2 < kiln.heat(Moment(0, 6))
    assert lit.heat(Moment(6, 6)) == 1


def test_the_ware_stands_inside_the_kiln() -> None:
    for name in ("kiln", "lit"):
        kiln = Kiln(Reading(SAMPLES[name].step), PLACE)
        half, tall = kiln.load.width / 2, kiln.load.height / 2
        corners = [(x + dx, y - tall) for x, y in kiln.ware for dx in (-half, half)]
        assert all(kiln.cavity.contains(*corner) for corner in corners)


@pytest.mark.parametrize(("words", "fuel"), [("松柴", stuffs.WOOD), ("", stuffs.UNSAID)])
def test_what_burns_is_what_was_said(words: str, fuel: stuffs.Stuff) -> None:
    reading = Reading(step_from(f"{words}烧窑。", [(F.ACTION, "烧窑")]))
    assert fuel_in(reading) is fuel
    assert ("烧什么柴" in reading.assumed) is (not words)


def test_charcoal_is_no_log() -> None:
    assert fuel_in(Reading(SAMPLES["roast"].step)) not in (stuffs.WOOD, stuffs.UNSAID)


def test_ash_water_is_no_fuel() -> None:
    assert fuel_in(Reading(step_from("草木灰水烧热。", [(F.ACTION, "烧热")]))) is stuffs.UNSAID


def test_nothing_lies_on_a_fire_that_is_only_lit() -> None:
    assert OpenFire(Reading(step_from("先把火点着，点火。", [(F.ACTION, "点火")])), PLACE).load is None


def test_quenched_metal_glows_until_it_is_under() -> None:
    figure = Quench(Reading(SAMPLES["quench"].step), PLACE)
    assert figure.depth(Moment(0, 6)) == 0
    assert figure.depth(Moment(3, 6)) == 1
    assert heat_left(Moment(0.9, 6)) == 1
    assert heat_left(Moment(4, 6)) == 0
    assert figure.holder.left


def test_unsaid_tongs_are_assumed() -> None:
    reading = Reading(step_from("铁块往水里一淬。", [(F.ACTION, "淬"), (F.MATERIAL, "铁块")]))
    assert Quench(reading, PLACE).tool.name == "stylus"
    assert {"夹具", "执手"} <= set(reading.assumed)


def test_a_count_of_kilns_is_told_and_not_drawn() -> None:
    step = step_from("十二个窑一起点火烧窑。", [(F.ACTION, "烧窑")], [(Measure.COUNT, "十二个", "12", "个")])
    texts = film_of(replace(SAMPLES["lit"], step=step, title="烧窑")).log.texts()
    assert [text for text in texts if "12" in text] == ["12 个"]
