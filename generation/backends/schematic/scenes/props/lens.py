"""The glass of a magnified detail. Its rim stands still; what moves is kept inside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import circle
from generation.backends.schematic.scenes.base import Stage, draw_lens_rim

MARGIN: Final = 14.0
UNDER_RIM: Final = (
    1.5  # pixels by which the clip stays inside the middle of the rim, so that the rim is drawn only once
)


class Lens:
    """A round glass in the middle of a panel; ``radius`` in pixels."""

    def __init__(self, stage: Stage, margin: float = MARGIN, rise: float = 0.0) -> None:
        self.middle = (stage.x + stage.width / 2, stage.y + stage.height / 2 - rise)
        self.radius = min(stage.width, stage.height) / 2 - margin
        self.glass = circle(*self.middle, self.radius)
        self._inside = circle(*self.middle, self.radius - UNDER_RIM)

    def draw_rim(self, canvas: skia.Canvas) -> None:
        """The rim; the last thing that is drawn of what stands still."""
        draw_lens_rim(canvas, *self.middle, self.radius)

    @contextmanager
    def inside(self, canvas: skia.Canvas) -> Iterator[None]:
        """Draw clipped to the glass."""
        canvas.save()
        canvas.clipPath(self._inside, doAntiAlias=True)
        try:
            yield
        finally:
            canvas.restore()
