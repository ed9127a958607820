"""The section through cloth and stitches, magnified."""

from typing import Any, Final

import numpy as np

from bench.peer.drawing import (
    BLUE,
    CARD,
    DARK,
    GLASS,
    INK,
    INK2,
    STEEL,
    THREAD,
    Points,
    across,
    away,
    box,
    corners,
    cubics,
    cut,
    drawn,
    ease,
    ring,
    rings,
    span,
    strokes,
    words,
)
from bench.peer.figures import CYCLE, GOING_IN, HEAD, turned

POINT: Final = ((0.0, 0.0), (110.0, -9.0), (300.0, -11.0), (300.0, 11.0), (110.0, 9.0))
PITCH: Final = 58.0
YARN: Final = 28.0
WAVE: Final = ((4.5, 0.5), (9.25, 0.75), (14, 0.75), (18.75, 0.75), (23.5, 0.5), (YARN, 0))  # two cubics over one yarn
REACH: Final = 119.0  # what does not come so near to the middle is hidden, and would stand out behind the mask


class Lens:
    """Cloth and stitches wander to the left by one spacing a beat."""

    middle: Final = (1107.0, 367.0)
    radius: Final = 123.0

    def __init__(self) -> None:
        x, self.top = self.middle[0], self.middle[1] - 4
        self.here = x + 22
        self.cloth = self._cloth(x - self.radius - 2 * YARN, self.top + 11)
        self.stitches = self._stitches()
        self.needle, self.size = drawn(corners(POINT), fill=STEEL, line=INK, width=2), self._size()
        self.rest = [[part.points for part in group] for group in (self.cloth, self.stitches, self.size)]
        self.moving = [*self.cloth, *self.stitches, self.needle, *self.size, *self._rim()]

    def _cloth(self, start: float, level: float) -> list[Any]:
        """Yarns on end, and the two that wind round them."""
        ends = [(start + step * YARN, level) for step in range(13)]
        shines = [((x - 3, y + 4), (x + 4, y - 3)) for x, y in ends]
        made = [drawn(rings(ends, 8.5), fill="#EADFC6", line=INK, width=1.5), drawn(strokes(shines), line=INK2)]
        for side in (1, -1):
            controls = [(start - YARN / 2, level)]
            for step in range(13):
                x, lift = start + (step - 0.5) * YARN, side * (16 if step % 2 else -16)
                controls += [(x + dx, level + share * lift) for dx, share in WAVE]
            wave = cubics(controls)
            made += [drawn(wave, line=INK, width=5), drawn(wave, line="#F7F0DF", width=2.6)]
        return made

    def _stitches(self) -> list[Any]:
        places = [self.here - back * PITCH for back in range(5)]
        balls = [(x, self.top - 7) for x in places]
        shines = np.concatenate([ring(x, self.top - 7, 7, 150, 120) for x in places])
        return [
            drawn(strokes([((x, self.top - 4), (x, self.top + 30)) for x in places]), line=DARK, width=5),
            drawn(rings(balls, 11), fill=THREAD, line=DARK, width=1.8),
            drawn(shines, line=GLASS, width=1.6),
        ]

    def _size(self) -> list[Any]:
        """The spacing between the two newest stitches that are done."""
        left, right, level = self.here - PITCH, self.here, self.top + 66
        lines = [((x, self.top + 36), (x, level + 8)) for x in (left, right)]
        heads = [corners(turned(HEAD, (x, level), lean, 1)) for x, lean in ((left, 0), (right, 180))]
        return [
            drawn(strokes([*lines, ((left, level), (right, level))]), line=BLUE, width=1.6),
            drawn(np.concatenate(heads), fill=BLUE),
        ]

    def _rim(self) -> list[Any]:
        """A mask in the form of the figure with a round hole, as Manim has no clip; then the rim."""
        (x, y), radius = self.middle, self.radius
        hole: Points = ring(x, y, radius)[::-1]
        return [
            drawn(np.concatenate([box(976, 197, 262, 345), hole]), fill=CARD),
            drawn(ring(x, y, radius), line=INK, width=4),
            drawn(ring(x, y, radius + 6), line=INK, width=1.2),
        ]

    def still(self) -> list[Any]:
        """The glass and the words in it."""
        said = words("0.5 毫米", 1054, self.top + 102, 28, colour=BLUE, heavy=True)
        return [drawn(ring(*self.middle, self.radius), fill=GLASS), said]

    def at(self, seconds: float) -> None:
        """Cloth, stitches, needle and spacing at this moment."""
        count, phase = int(seconds / CYCLE), seconds % CYCLE / CYCLE
        shift = ease(span(phase, 0.72, 1)) * PITCH
        newest = 0.0 if phase >= GOING_IN else PITCH
        steps = ((-shift - count * PITCH) % (2 * YARN), -shift - newest, -shift - newest)
        for group, rests, step in zip((self.cloth, self.stitches, self.size), self.rest, steps, strict=True):
            for part, rest in zip(group, rests, strict=True):
                part.points = across(rest + away(step, 0), self.middle[0] - REACH, self.middle[0] + REACH)
        left = 150 * (1 - min(phase, GOING_IN) / GOING_IN) - 34
        shown = 1 - span(phase, GOING_IN, 0.74)
        tip = turned(((left, 0),), (self.here, self.top), 30, 1)[0]
        self.needle.points = corners(cut(turned(POINT, tip, 30, 1), 0, 1232))
        self.needle.set_fill(opacity=shown).set_stroke(opacity=shown)
