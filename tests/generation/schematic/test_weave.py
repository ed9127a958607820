"""Weaving: the said rule of over and under, strips to scale, and only where words carry it."""

from itertools import pairwise

import numpy as np
import pytest
import skia

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples import weave as samples
from generation.backends.schematic.samples.building import Number
from generation.backends.schematic.scenes.base import Scale
from generation.backends.schematic.scenes.weave.plan import ROWS_MADE, Weaving
from generation.backends.schematic.scenes.weave.scene import Weave
from generation.backends.schematic.words.reading import Reading
from tests.generation.schematic.contract import at
from tests.generation.schematic.staged import reading_of, scene_of, weight, written

F = StepField


def weaving(words: str, *numbers: Number, side: str = "右手") -> Weaving:
    sentence = f"{side}拿篾条，{words}往里编"
    scene = scene_of(
        Weave, reading_of(sentence, [(F.ACTION, "编"), (F.HAND, side), (F.MATERIAL, "篾条")], list(numbers))
    )
    figure = scene.figures[0]
    assert isinstance(figure, Weaving)
    return figure


@pytest.mark.parametrize(("rule", "under", "over"), [("挑一压一", 1, 1), ("挑二压二", 2, 2), ("挑一压三", 1, 3)])
def test_the_weft_goes_under_and_over_as_many_warps_as_was_said(rule: str, under: int, over: int) -> None:
    figure = weaving(rule)
    runs = figure.runs(0)
    inner = runs[1:-1]
    assert inner
    assert {last - first + 1 for first, last in inner} == {over}
    assert {later[0] - sooner[1] - 1 for sooner, later in pairwise(inner)} == {under}


def test_each_row_is_shifted_by_one_warp() -> None:
    rule = weaving("挑二压二").cloth.rule
    assert all(rule.over(1, warp) == rule.over(0, warp + 1) for warp in range(20))


def test_an_unsaid_rule_is_assumed_and_not_written() -> None:
    reading = reading_of("篾条往里编", [(F.ACTION, "编"), (F.MATERIAL, "篾条")])
    scene = scene_of(Weave, reading)
    assert "挑压的规矩" in reading.assumed
    assert not [text for text in written(scene) if "挑" in text]


@pytest.mark.parametrize("millimetres", [0.5, 4, 12])
def test_strips_and_gaps_are_drawn_to_one_scale(millimetres: float) -> None:
    figure = weaving(
        "若干宽，隔若干",
        (Measure.WIDTH, "若干宽", str(millimetres), "毫米"),
        (Measure.SPACING, "隔若干", str(millimetres / 2), "毫米"),
    )
    scale = figure.cloth.pixels_per_unit
    assert scale is not None
    assert figure.cloth.width / scale == pytest.approx(millimetres)
    assert figure.cloth.gap / scale == pytest.approx(millimetres / 2)
    assert figure.panel.scale is Scale.TRUE


def test_said_warps_are_drawn_as_many() -> None:
    figure = weaving("用若干根经", (Measure.COUNT, "若干根", "9", "根"))
    assert figure.cloth.warps == 9
    sheet, stage = np.zeros((720, 1280, 4), np.uint8), figure.panel.stage
    figure.warps_only.draw(skia.Surface(sheet).getCanvas())
    row = sheet[round(stage.y + stage.height * 0.6), :, 3] > 0
    assert int((np.diff(row.astype(int)) == 1).sum()) == 9


def test_rows_grow_one_after_another() -> None:
    figure = weaving("挑一压一")
    rows = [figure.now(at(step / 200))[0] for step in range(201)]
    assert rows == sorted(rows)
    assert rows[-1] - rows[0] == ROWS_MADE - 1


def test_a_left_hand_comes_from_the_left() -> None:
    shares = (0.6, 0.9)
    left, right = (sum(weight(weaving("挑一压一", side=side), share) for share in shares) for side in ("左手", "右手"))
    assert left == pytest.approx(len(shares) - right, abs=0.02)
    assert left != pytest.approx(right, abs=0.01)


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_the_samples_carry_their_picture(name: str) -> None:
    assert Weave.objection(Reading(samples.SAMPLES[name].step)) == ""


@pytest.mark.parametrize(
    ("sentence", "action"), [("三股编成辫子", "编成"), ("编号写上去", "编"), ("挑一块好料", "挑"), ("随便编一下", "编")]
)
def test_words_that_carry_no_weave_are_refused(sentence: str, action: str) -> None:
    assert Weave.objection(reading_of(sentence, [(F.ACTION, action)]))
