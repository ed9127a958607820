"""A scene drawn on a stage of any size, and what was written there."""

from decimal import Decimal
from itertools import combinations

import skia

from craftnlp.spec import Measure, Quantity, Step, StepField
from generation.backends.schematic.drawing.text import Lettered, Pen, TextLog
from generation.backends.schematic.samples.building import step_from
from generation.backends.schematic.scenes.base import Figure, Moment, Place, Scene, Stage, View
from generation.backends.schematic.words.reading import Reading

SHARES = (0.0, 0.2, 0.4, 0.6, 0.72, 0.8, 1.0)
STAGES = (Stage(124, 200, 1116, 300), Stage(124, 180, 1116, 380), Stage(124, 140, 1116, 440))
PLACE = Place(Stage(124, 180, 660, 330), "甲")
SLACK = 1.5
Field = StepField


def written(kind: type[Scene], step: Step, stage: Stage, view: View | None = None) -> tuple[list[Lettered], Scene]:
    """Everything a film of the step would write on the stage."""
    reading = Reading(step)
    scene = kind(reading, stage, view)
    recorder = skia.PictureRecorder()
    pen = Pen(recorder.beginRecording(1280, 720), TextLog())
    scene.still(pen)
    for share in SHARES:
        scene.moving(pen, Moment(share * 6, 6.0))
    return list(pen.log.entries), scene


def collisions(kind: type[Scene], step: Step) -> list[tuple[str, str]]:
    """Words that touch each other or leave their panel, on all stages and in all views."""
    found = []
    for stage in STAGES:
        for view in (None, *View):
            boxes, scene = written(kind, step, stage, view)
            found += [(one.text, other.text) for one, other in combinations(boxes, 2) if overlap(one, other)]
            found += [(box.text, "outside") for box in boxes if not inside(box, scene)]
    return found


def overlap(one: Lettered, other: Lettered) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > SLACK and down > SLACK


def inside(box: Lettered, scene: Scene) -> bool:
    """Whether words keep to one panel or its caption."""
    stages = [figure.panel.stage for figure in scene.figures]
    return any(
        box.left >= stage.x - 1
        and box.right <= stage.right + 2
        and box.top >= stage.y
        and box.bottom <= stage.bottom + 42
        for stage in stages
    )


def digits(kind: type[Scene], step: Step) -> set[str]:
    boxes, _ = written(kind, step, STAGES[1])
    return {char for box in boxes for char in box.text if char.isdigit()}


def without(step: Step, **changes: object) -> Step:
    return step.model_copy(update=changes or {"quantity": (), "repetition": (), "duration": ()})


def valued(step: Step, index: int, value: str, field: str = "quantity") -> Step:
    """The step with another number; ``a-b`` is a range, ``≈`` approximate."""
    plain = value.removeprefix("≈")
    low, _, high = plain.partition("-")
    values: list[Quantity] = list(getattr(step, field))
    values[index] = values[index].model_copy(
        update={"value": plain, "low": Decimal(low), "high": Decimal(high or low), "approximate": value != plain}
    )
    return step.model_copy(update={field: tuple(values)})


def handed(step: Step, side: str) -> Step:
    """The step with another hand, or none."""
    hand = step_from(f"{side}拿着", [(Field.ACTION, "拿"), (Field.HAND, side)]).hand if side else ()
    return step.model_copy(update={"hand": hand})


def said(sentence: str, action: str, *pairs: tuple[StepField, str]) -> Reading:
    return Reading(step_from(sentence, [(Field.ACTION, action), *pairs]))


def assumed(kind: type[Scene], step: Step) -> tuple[str, ...]:
    reading = Reading(step)
    kind(reading, STAGES[1])
    return reading.assumed


def pixels(figure: Figure, share: float) -> skia.Image:
    surface = skia.Surface(1280, 720)
    pen = Pen(surface.getCanvas(), TextLog())
    figure.still(pen)
    figure.moving(pen, Moment(share * 6, 6.0))
    return surface.makeImageSnapshot()


def longer(step: Step) -> Step:
    """The step with a very long unit in every number but angles, and a long action."""
    quantity = tuple(
        one if one.measure is Measure.ANGLE else one.model_copy(update={"unit": one.unit + "见方左右上下"})
        for one in step.quantity
    )
    action = step.action.model_copy(update={"text": step.action.text + "得又匀又净又亮为止"})
    return step.model_copy(update={"quantity": quantity, "action": action})
