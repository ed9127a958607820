"""Scenes of winding, knotting, weaving, folding and twisting set on stages of every size."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import skia

from craftnlp.spec import Step
from generation.backends.schematic.drawing.text import Lettered, Pen, TextLog
from generation.backends.schematic.samples.building import Number, Pair, step_from
from generation.backends.schematic.scenes.base import Figure, Moment, Scene, Stage, View
from generation.backends.schematic.words.reading import Reading

LENGTH = 6.0
HEIGHTS = (300, 370, 440)
WIDTHS = (1116, 670, 446)
SLACK = 1.5
PAINTED = 40  # of 255


def at(share: float) -> Moment:
    """A moment of a film of the usual length."""
    return Moment(share * LENGTH, LENGTH)


def reading_of(sentence: str, pairs: list[Pair], numbers: list[Number] | None = None) -> Reading:
    """One sentence, read."""
    return Reading(step_from(sentence, pairs, numbers))


def without_numbers(step: Step) -> Reading:
    """The step when nobody had said a number."""
    return Reading(step.model_copy(update={"quantity": (), "duration": (), "repetition": ()}))


def scene_of(kind: type[Scene], reading: Reading, wide: float = 1116, high: float = 380) -> Scene:
    """The scene on a stage of this size."""
    return kind(reading, Stage(124, 586 - high, wide, high))


def boxes(figure: Figure) -> list[Lettered]:
    """All that a figure writes in the course of its film."""
    log, recorder = TextLog(), skia.PictureRecorder()
    pen = Pen(recorder.beginRecording(1280, 720), log)
    figure.still(pen)
    for step in range(13):
        figure.moving(pen, at(step / 12))
    return list(log.entries)


def written(scene: Scene) -> set[str]:
    """The strings inside the frames of a scene."""
    return {box.text for figure in scene.figures for box in boxes(figure)}


def crowded(kind: type[Scene], step: Step) -> list[str]:
    """The strings that overlap or leave their panel, on stages of every size and in every view."""
    found = []
    for figure in _figures(kind, step):
        stage, lettered = figure.panel.stage, boxes(figure)
        found += [
            box.text
            for box in lettered
            if box.left < stage.x or box.right > stage.right or box.top < stage.y or box.bottom > stage.bottom
        ]
        found += [f"{one.text}/{other.text}" for one, other in combinations(lettered, 2) if _overlap(one, other)]
    return found


def _figures(kind: type[Scene], step: Step) -> Iterator[Figure]:
    views: Sequence[View | None] = (None, View.OVERVIEW)
    for high in HEIGHTS:
        for wide in WIDTHS:
            for view in views:
                yield from kind(Reading(step), Stage(124, 586 - high, wide, high), view).figures


def _overlap(one: Lettered, other: Lettered) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > SLACK and down > SLACK


def weight(figure: Figure, share: float) -> float:
    """Where the ink of a moment lies in its panel: 0 at its left edge, 1 at its right."""
    stage = figure.panel.stage
    surface = skia.Surface(1280, 720)
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorWHITE)
    figure.moving(Pen(canvas, TextLog()), at(share))
    dark = 255 - surface.makeImageSnapshot().toarray()[..., :3].min(axis=2).astype(float)
    piece = dark[:, round(stage.x) : round(stage.right)]
    columns = (piece > PAINTED).sum(axis=0)
    return float((columns * range(len(columns))).sum() / columns.sum() / len(columns))
