"""What stands still but lies over what moves, or is shown again in many frames: printed once at its place."""

import math
from collections.abc import Callable

import skia

from generation.backends.schematic.drawing.text import Pen, TextLog
from generation.backends.schematic.scenes.base import Stage, mirrored
from generation.backends.schematic.scenes.props.prints import Print


class Imprint:
    """What ``draw`` draws in the stage's own coordinates, mirrored when ``turned``; printed when it is first shown.

    ``room`` is where something is drawn, before it is turned, where that is less than the stage.
    """

    def __init__(
        self,
        draw: Callable[[skia.Canvas], None],
        stage: Stage,
        *,
        turned: bool = False,
        room: skia.Rect | None = None,
    ) -> None:
        self._draw = draw
        self._turned = turned
        self._axis = stage.x + stage.width / 2
        self._seen = skia.Rect.MakeLTRB(stage.x, stage.y, stage.right, stage.bottom)
        if room:
            flip = skia.Matrix().setScale(-1, 1).postTranslate(2 * self._axis, 0)
            self._seen.intersect(flip.mapRect(room) if turned else room)
        self._print: Print | None = None

    def draw(self, canvas: skia.Canvas) -> None:
        """Lay it down at its place."""
        if self._print is None:
            self._print = Print(self._draw_turned, self._seen.roundOut())
        self._print.lay(canvas)

    def _draw_turned(self, canvas: skia.Canvas) -> None:
        with mirrored(canvas, self._axis, when=self._turned):
            self._draw(canvas)


class Lettering:
    """Words and signs that never change; what they say is noted every time they are shown."""

    def __init__(self, write: Callable[[Pen], None], stage: Stage) -> None:
        self._write = write
        self._log = TextLog()
        left, top = math.floor(stage.x), math.floor(stage.y)
        self._corner = (left, top)
        self._imprint = Imprint(self._print, stage)

    def draw(self, pen: Pen) -> None:
        """Print them where they belong."""
        self._imprint.draw(pen.canvas)
        for entry in self._log.entries:
            pen.log.entries.setdefault(entry)

    def _print(self, canvas: skia.Canvas) -> None:
        boxed = TextLog()
        self._write(Pen(canvas, boxed))
        for entry in boxed.entries:
            box = skia.Rect.MakeLTRB(entry.left, entry.top, entry.right, entry.bottom)
            box.offset(*self._corner)
            self._log.note(entry.text, box)
