"""Scissors that open and close on the hand: where their edges cross is where the stuff is cut."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.scenes.base import ease, span
from generation.backends.schematic.things.engraving import engraved

PIVOT: Final = 112.0  # pixels of the drawing from the closed tip to the screw
LAP: Final = 8.0  # pixels by which each edge passes the middle line at the screw
DEEP: Final = 24.0  # from the screw to where widely opened edges cross
SHUT: Final = 104.0  # the same at the end of a snip: nobody shuts the very tips in the middle of a line
OPENING: Final = 0.38  # part of a snip in which the scissors open and are pushed on
LOOPS: Final = 176.0  # pixels of the drawing from the tip to where the fingers are


def gape(crossing: float) -> float:
    """The degrees by which each half is turned when the edges cross ``crossing`` pixels before the screw."""
    return math.degrees(math.atan(LAP / crossing - LAP / PIVOT))


def draw_scissors(canvas: skia.Canvas, crossing: float, draw_fingers: Callable[[], None], *, assumed: bool) -> None:
    """Draw them along the x axis, the crossing of their edges at the origin; the fingers between the two loops."""
    half = engraved("parts", "scissor_half", assumed)
    canvas.save()
    canvas.translate(crossing, 0)
    for side in (1, -1):
        canvas.save()
        canvas.scale(1, side)
        canvas.rotate(gape(crossing))
        canvas.translate(-PIVOT, 0)
        canvas.drawPicture(half)
        canvas.restore()
        if side > 0:
            draw_fingers()
    canvas.restore()


@dataclass(frozen=True, slots=True)
class Snips:
    """A line of some pixels cut in equal snips by scissors drawn at a size; one snip is never longer than the edges."""

    length: float
    size: float

    @property
    def count(self) -> int:
        """How many snips it takes."""
        return max(1, math.ceil(self.length / ((SHUT - DEEP) * self.size)))

    def at(self, way: float) -> Point:
        """How much of the line is cut, and where the edges cross, for a part of the work done, 0 to 1.

        The scissors stand still while they close: the cut goes on just as far as the crossing does.
        """
        step = self.length / self.count
        wide = SHUT - step / self.size
        beat = max(0.0, min(1.0, way)) * self.count
        index = min(self.count - 1, int(beat))
        opened, shut = ease(span(beat - index, 0, OPENING)), ease(span(beat - index, OPENING, 1))
        return step * (index + shut), SHUT - (SHUT - wide) * (opened - shut)
