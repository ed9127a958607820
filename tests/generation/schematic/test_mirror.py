"""A mirrored plate is for a left-handed learner: hands swapped, said so, and nothing else changed."""

from dataclasses import replace

import pytest

from generation.backends.base import CannotRenderError, RenderRequest
from generation.backends.schematic import Schematic
from generation.backends.schematic.film import Film
from generation.backends.schematic.samples import SAMPLES
from generation.backends.schematic.words.reading import Reading

NAMES = ("stitch", "left", "cut", "draw", "flatten", "pierce_clay")


def film_of(request: RenderRequest, *, mirrored: bool) -> Film:
    settings = {"mirrored": mirrored}
    return Film(Schematic().plan(replace(request, frames=2, fps=1, settings=settings)), grain=False)


@pytest.mark.parametrize("name", NAMES)
def test_the_hand_comes_from_the_other_side(name: str) -> None:
    step = SAMPLES[name].step
    plain, swapped = Reading(step).holder(), Reading(step, mirrored=True).holder()
    assert (swapped.left, swapped.name) == (not plain.left, {"左手": "右手", "右手": "左手"}[plain.name])


@pytest.mark.parametrize("name", NAMES)
def test_the_plate_says_that_it_is_mirrored_and_keeps_the_words_of_the_master(name: str) -> None:
    plain, swapped = (film_of(SAMPLES[name], mirrored=mirrored) for mirrored in (False, True))
    assert any("镜像：左右手对调" in text for text in swapped.log.texts())
    assert not any("镜像" in text for text in plain.log.texts())
    assert swapped.header.facts == plain.header.facts


def test_mirroring_is_yes_or_no() -> None:
    with pytest.raises(CannotRenderError) as caught:
        Schematic().plan(replace(SAMPLES["stitch"], settings={"mirrored": "perhaps"}))
    assert caught.value.reason == "bad_settings"
