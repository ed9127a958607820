"""A step set on a stage, to measure what one template makes of it."""

from decimal import Decimal
from typing import Final

import skia

from craftnlp.spec import Quantity, Step, StepField
from generation.backends.schematic.drawing.text import Pen, TextLog
from generation.backends.schematic.samples.building import Number, Pair, step_from
from generation.backends.schematic.scenes.base import Figure, Place, Scene, Stage
from generation.backends.schematic.words.reading import Reading
from tests.generation.schematic.contract import at, lettering

STAGE: Final = Stage(124, 180, 1116, 380)
PLACE: Final = Place(Stage(124, 180, 660, 330), "甲")
PAINTED: Final = 40  # of 255


def reading_of(sentence: str, pairs: list[Pair], numbers: list[Number] | None = None) -> Reading:
    """One sentence, read."""
    return Reading(step_from(sentence, pairs, numbers))


def said(sentence: str, action: str, *pairs: Pair) -> Reading:
    """One sentence without numbers, read."""
    return reading_of(sentence, [(StepField.ACTION, action), *pairs])


def valued(step: Step, index: int, value: str, field: str = "quantity") -> Step:
    """The step with another number; ``a-b`` is a range, ``≈`` approximate."""
    plain = value.removeprefix("≈")
    low, _, high = plain.partition("-")
    values: list[Quantity] = list(getattr(step, field))
    values[index] = values[index].model_copy(
        update={"value": plain, "low": Decimal(low), "high": Decimal(high or low), "approximate": value != plain}
    )
    return step.model_copy(update={field: tuple(values)})


def scene_of(kind: type[Scene], reading: Reading, wide: float = 1116, high: float = 380) -> Scene:
    """The scene on a stage of this size."""
    return kind(reading, Stage(124, 586 - high, wide, high))


def assumed(kind: type[Scene], step: Step) -> tuple[str, ...]:
    """What the scene of a step assumes."""
    reading = Reading(step)
    kind(reading, STAGE)
    return reading.assumed


def written(scene: Scene) -> set[str]:
    """The strings inside the frames of a scene."""
    return {box.text for box in lettering(scene.figures)}


def digits(kind: type[Scene], step: Step) -> set[str]:
    """Every digit inside the frames of the scene of a step."""
    return {char for text in written(kind(Reading(step), STAGE)) for char in text if char.isdigit()}


def pixels(figure: Figure, share: float) -> skia.Image:
    """A figure at a moment, without its frame."""
    surface = skia.Surface(1280, 720)
    pen = Pen(surface.getCanvas(), TextLog())
    figure.still(pen)
    figure.moving(pen, at(share))
    return surface.makeImageSnapshot()


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
