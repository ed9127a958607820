"""One contract for every template: each sample, as it was said and with its words changed, keeps all of it."""

import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import product
from typing import Any, Final

import pytest

from craftnlp.spec import Step, StepField
from generation.backends.base import CannotRenderError, RenderRequest
from generation.backends.schematic.pages.plate import Header
from generation.backends.schematic.samples import SAMPLES
from generation.backends.schematic.scenes.base import Scene, View
from generation.backends.schematic.words.reading import Fact
from tests.generation.schematic.contract import (
    NUMBERS,
    Played,
    between,
    crowded,
    faults,
    film_of,
    handed,
    less,
    longer,
    number_of,
    only_action,
    own_texts,
    seen,
    stage_of,
    unnamed,
    unsaid_numbers,
    values_of,
    wordy,
)

EVERY: Final = pytest.mark.parametrize("name", SAMPLES)
COARSE: Final = 24  # frames of six seconds, where a film is looked at only here and there
MOST_CALLS: Final = 1000  # six times what the busiest frame takes
MOST_BYTES: Final = 100_000
MOST_SECONDS: Final = 30.0  # of the processor, for one test
LOWEST, HIGHEST = 300.0, 440.0  # three rows of facts and two of notes leave 301
HANDS: Final = ("左手", "右手", "双手", "手指", "拇指")


class EndlessError(Exception):
    """A film that would not be done."""


def test_no_stage_is_lower_than_the_lowest_that_is_tried() -> None:
    fullest = Header(tuple(Fact("标签", "很长的一个值" * 5) for _ in range(9)), tuple(f"假定{n}" for n in range(99)))
    assert len(fullest.note_lines()) == 2
    assert LOWEST <= fullest.stage().height < LOWEST + 5


@pytest.fixture(autouse=True)
def _an_end() -> Iterator[None]:
    """Drawing without end is a fault that is told, not a test run that hangs."""

    def stop(*_: object) -> None:
        raise EndlessError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST_SECONDS)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


@cache
def _as_said(name: str) -> Played:
    return film_of(unnamed(SAMPLES[name], SAMPLES[name].step))


# What was not said is not written


@EVERY
def test_each_number_in_every_frame_was_said(name: str) -> None:
    film = _as_said(name)
    film.play(range(film.request.frames))
    assert unsaid_numbers(film) == set()


@EVERY
def test_a_value_taken_away_leaves_no_number_behind(name: str) -> None:
    request = SAMPLES[name]
    for field, index in values_of(request.step):
        film = film_of(unnamed(request, less(request.step, field, index)), COARSE)
        film.play(range(COARSE))
        assert unsaid_numbers(film) == set(), (field, index)


@EVERY
def test_with_nothing_but_the_action_no_number_and_no_hand_is_written(name: str) -> None:
    film = film_of(unnamed(SAMPLES[name], only_action(SAMPLES[name].step)), COARSE)
    film.play(range(COARSE))
    assert [text for text in own_texts(film) if text in HANDS or any(char.isdigit() for char in text)] == []


# Lettering keeps its place

Change = Callable[[Step], Step]
STEPS: Final[dict[str, Change]] = {
    "as said": lambda step: step,
    "long words": wordy,
    "only its action": only_action,
    "left hand": lambda step: handed(step, "左手"),
    "no hand": lambda step: handed(step, ""),
}
LOOKS: Final[dict[str, dict[str, Any]]] = {
    "plate": {},
    "mirrored": {"settings": {"mirrored": True}},
    **{str(view): {"view": str(view)} for view in View},
}
PAIRS: Final = (
    *((step, "plate") for step in STEPS),
    *(("as said", look) for look in LOOKS if look != "plate"),
    *(("long words", look) for look in ("mirrored", "close_up")),
)


@EVERY
def test_lettering_keeps_apart_and_in_its_place(name: str) -> None:
    for step, look in PAIRS:
        changed = replace(SAMPLES[name], step=STEPS[step](SAMPLES[name].step), **LOOKS[look])
        assert faults(film_of(changed, COARSE)) == [], (step, look)


@EVERY
def test_lettering_keeps_apart_on_the_lowest_and_the_highest_stage(name: str) -> None:
    scene = _as_said(name).scene
    said = SAMPLES[name].step
    for step in (said, longer(handed(said, "左手")), between(said), handed(between(said), "左手")):
        if isinstance(scene, Scene):
            assert crowded(type(scene), step, (stage_of(LOWEST), stage_of(HIGHEST))) == []


@EVERY
def test_letters_are_large_enough(name: str) -> None:
    for box in _as_said(name).log.entries:
        assert min(box.bottom - box.top, box.right - box.left) >= 8
        assert max(box.bottom - box.top, box.right - box.left) >= 19.9


# Whatever stands in a step, there is a film, a card or a plain refusal


def _number(value: str) -> dict[str, object]:
    return {"value": value, "low": Decimal(value), "high": Decimal(value)}


ABSURD: Final[dict[str, dict[str, object]]] = {
    **{value: _number(value) for value in ("900", "0", "1000000000", "-3", "1e308", "1e400", "0.5")},
    "vague": {"value": "几", "low": None, "high": None},
    "backwards": {"value": "9-2", "low": Decimal(9), "high": Decimal(2)},
    "no unit": {"unit": ""},
    "unknown unit": {"unit": "伙"},
}


def _is_drawn_within_bounds(request: RenderRequest) -> None:
    """There is a film or a card, nothing unsaid is written on it, and drawing it is as little work as ever."""
    film = film_of(request, COARSE)
    picture = film.play(range(COARSE))
    assert picture.approximateOpCount(nested=True) / COARSE < MOST_CALLS
    assert picture.approximateBytesUsed() / COARSE < MOST_BYTES
    assert unsaid_numbers(film) == set()


@EVERY
def test_an_absurd_number_gives_a_film_or_a_card(name: str) -> None:
    request = SAMPLES[name]
    for (field, index), absurd in product(values_of(request.step, *NUMBERS), ABSURD.values()):
        _is_drawn_within_bounds(unnamed(request, number_of(request.step, field, index, **absurd)))


@EVERY
def test_a_sign_that_no_font_has_is_refused_in_plain_words(name: str) -> None:
    step = SAMPLES[name].step
    for field, index in values_of(step, StepField.TOOL, StepField.MATERIAL, StepField.PATH):
        changed = number_of(step, field, index, text="针\U0001f9f5")
        with pytest.raises(CannotRenderError, match=r"U\+1F9F5.*。"):
            film_of(replace(SAMPLES[name], step=changed))


# The picture moves, and each of its moments stands for itself


@EVERY
def test_a_frame_does_not_depend_on_those_drawn_before(name: str) -> None:
    alone, after = film_of(unnamed(SAMPLES[name], SAMPLES[name].step)).pixels(100), _as_said(name)
    assert len({after.pixels(frame) for frame in (3, 140)}) == 2
    assert after.pixels(100) == alone


@EVERY
def test_each_figure_shows_something_at_once_and_moves(name: str) -> None:
    scene = _as_said(name).scene
    for figure in scene.figures if isinstance(scene, Scene) else []:
        assert seen(figure, 0.0, still=True).std() > 5
        assert len({seen(figure, share).tobytes() for share in (0.0, 0.3, 0.5, 0.72, 1.0)}) > 1, figure.panel.title
