"""What every frame of a figure shows again, printed once."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import skia

from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.drawing.palette import colour
from generation.backends.schematic.scenes.base import Stage, mirrored


@dataclass(frozen=True, slots=True)
class Imprint:
    """A printed part of a picture and the place of its upper left corner."""

    image: skia.Image
    corner: Point

    def draw(self, canvas: skia.Canvas) -> None:
        """Lay it down at its place."""
        canvas.drawImage(self.image, *self.corner)


def imprint(
    stage: Stage, draw: Callable[[skia.Canvas], None], *, turned: bool = False, rows: Point | None = None
) -> Imprint:
    """What ``draw`` draws in the stage's own coordinates; mirrored when ``turned``.

    ``rows`` are the upper and lower end of what is printed, where that is less than the stage.
    """
    left = math.floor(stage.x)  # whole pixels: an image between them would have to be mixed anew in every frame
    top = math.floor(max(stage.y, rows[0]) if rows else stage.y)
    bottom = min(stage.bottom, rows[1]) if rows else stage.bottom
    surface = skia.Surface(math.ceil(stage.right) - left, max(1, math.ceil(bottom) - top))
    canvas = surface.getCanvas()
    canvas.clear(colour("#FFFFFF", 0.0))
    canvas.translate(-left, -top)
    with mirrored(canvas, stage.x + stage.width / 2, when=turned):
        draw(canvas)
    return Imprint(surface.makeImageSnapshot(), (left, top))
