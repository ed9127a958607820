"""The glass of a magnified detail. Its rim stands still; what moves is kept inside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, circle
from generation.backends.schematic.drawing.palette import INK, fill, line
from generation.backends.schematic.scenes.base import Stage

GLASS: Final = "#FFFDF7"
MARGIN: Final = 14.0
UNDER_RIM: Final = (
    1.5  # pixels by which the clip stays inside the middle of the rim, so that the rim is drawn only once
)


class Lens:
    """A round glass; its middle and its radius in pixels."""

    def __init__(self, middle: Point, radius: float) -> None:
        self.middle, self.radius = middle, radius
        self.glass = circle(*middle, radius)
        self._inside = circle(*middle, radius - UNDER_RIM)

    def draw_glass(self, canvas: skia.Canvas) -> None:
        """The paper in it; the first thing that is drawn of what stands still."""
        canvas.drawPath(self.glass, fill(GLASS))

    def draw_rim(self, canvas: skia.Canvas) -> None:
        """Its double rim; the last thing that is drawn of what stands still."""
        canvas.drawCircle(*self.middle, self.radius, line(INK, 4))
        canvas.drawCircle(*self.middle, self.radius + 6, line(INK, 1.2))

    @contextmanager
    def inside(self, canvas: skia.Canvas) -> Iterator[None]:
        """Draw clipped to the glass."""
        canvas.save()
        canvas.clipPath(self._inside, doAntiAlias=True)
        try:
            yield
        finally:
            canvas.restore()


def lens_in(stage: Stage, margin: float = MARGIN, rise: float = 0.0) -> Lens:
    """A lens in the middle of a panel, ``margin`` from its nearest sides; ``rise`` lifts it. All in pixels."""
    middle = (stage.x + stage.width / 2, stage.y + stage.height / 2 - rise)
    return Lens(middle, min(stage.width, stage.height) / 2 - margin)
