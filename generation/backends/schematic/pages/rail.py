"""The rail at the foot of every plate: a mark for each step of the technique, and how far the present one has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import skia

from generation.backends.schematic.drawing.palette import HAIR, INK2, PAPER, RED, fill, line

LEFT: Final = 134.0
RIGHT: Final = 1236.0
RAIL_Y: Final = 680.0
NARROWEST: Final = 64.0  # of the present step, so that its time is seen to move among hundreds
FINEST: Final = 5.0  # between two marks; where steps stand closer, only tens are marked
MARK: Final = 4.0  # half the height of a mark
TENTH: Final = 6.5
STRONG: Final = 12  # with more steps than these, every tenth mark is taller

# Made once: the rail is drawn in every frame.
_RUN: Final = line(RED, 3.4)
_BEAD: Final = fill(RED)


@dataclass(frozen=True, slots=True)
class Rail:
    """The rail of one plate; ``number`` is the present step, from 1 to ``count``."""

    number: int
    count: int

    @property
    def pitch(self) -> float:
        """From one step to the next, in pixels."""
        return (RIGHT - LEFT) / self.count

    @property
    def present(self) -> tuple[float, float]:
        """Where the present step begins and ends. Among very many it covers a few of its neighbours."""
        middle, wide = LEFT + self.pitch * (self.number - 0.5), max(self.pitch, min(NARROWEST, RIGHT - LEFT))
        start = min(max(LEFT, middle - wide / 2), RIGHT - wide)
        return start, start + wide

    def marks(self) -> list[tuple[float, float]]:
        """Where one step ends and the next begins, with half the height of the mark there."""
        every = 1 if self.pitch >= FINEST else 10
        tall = self.count > STRONG
        return [
            (LEFT + self.pitch * step, TENTH if tall and step % 10 == 0 else MARK)
            for step in range(every, self.count, every)
        ]

    def draw_still(self, canvas: skia.Canvas) -> None:
        """The line, dark as far as the steps before, all marks, and an empty groove for the present step."""
        start, end = self.present
        canvas.drawLine(LEFT, RAIL_Y, RIGHT, RAIL_Y, line(HAIR, 3))
        if self.number > 1:
            canvas.drawLine(LEFT, RAIL_Y, start, RAIL_Y, line(INK2, 3))
        self._draw_marks(canvas, [mark for mark in self.marks() if not start < mark[0] < end])
        if self.count > 1:
            groove = skia.Rect.MakeLTRB(start, RAIL_Y - 5, end, RAIL_Y + 5)
            canvas.drawRoundRect(groove, 5, 5, fill(PAPER))
            canvas.drawRoundRect(groove, 5, 5, line(INK2, 1.4))

    def draw_run(self, canvas: skia.Canvas, share: float) -> None:
        """How far the present step has come, 0 to 1."""
        start, end = self.present
        inset = 6.0 if self.count > 1 else 0.0
        x = start + inset + (end - start - 2 * inset) * share
        canvas.drawLine(start + inset, RAIL_Y, x, RAIL_Y, _RUN)
        canvas.drawCircle(x, RAIL_Y, 5.5, _BEAD)

    def draw_done(self, canvas: skia.Canvas) -> None:
        """The rail of a technique that is over."""
        canvas.drawLine(LEFT, RAIL_Y, RIGHT, RAIL_Y, line(INK2, 3))
        self._draw_marks(canvas, self.marks())

    @staticmethod
    def _draw_marks(canvas: skia.Canvas, marks: Sequence[tuple[float, float]]) -> None:
        for x, half in marks:
            canvas.drawLine(x, RAIL_Y - half, x, RAIL_Y + half, line(INK2, 1.4))
