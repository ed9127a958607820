"""A rod or strip that is bent: straight, then an arc, then straight again, its length kept."""

import math
from dataclasses import dataclass
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, polygon

ARC_STEPS: Final = 36


@dataclass(frozen=True, slots=True)
class Rod:
    """A rod from ``start`` to the right; after ``before`` pixels it bends upwards over ``arc`` pixels, then runs on
    straight for ``after`` pixels. ``thick`` is its thickness.
    """

    start: Point
    before: float
    arc: float
    after: float
    thick: float

    def middle_line(self, degrees: float) -> list[tuple[Point, float]]:
        """Points of its middle line with the direction there (radians, upwards), when it is bent by so much."""
        whole = math.radians(degrees)
        x, y = self.start
        found = [((x, y), 0.0)]
        x += self.before
        found.append(((x, y), 0.0))
        step = self.arc / ARC_STEPS
        for index in range(ARC_STEPS):
            run = whole * (index + 0.5) / ARC_STEPS
            x, y = x + step * math.cos(run), y - step * math.sin(run)
            found.append(((x, y), whole * (index + 1) / ARC_STEPS))
        if self.after:
            found.append(((x + self.after * math.cos(whole), y - self.after * math.sin(whole)), whole))
        return found

    def beside(self, degrees: float, aside: float) -> list[Point]:
        """The line that runs beside the middle line; ``aside`` in half thicknesses, 1 is the inner side of the bend."""
        out = aside * self.thick / 2
        line_of = self.middle_line(degrees)
        return [(x - out * math.sin(run), y - out * math.cos(run)) for (x, y), run in line_of]

    def body(self, degrees: float) -> skia.Path:
        """Its outline."""
        return polygon([*self.beside(degrees, 1), *reversed(self.beside(degrees, -1))])

    def fibres(self, degrees: float) -> skia.Path:
        """Lines along it."""
        path = skia.Path()
        for aside in (-0.5, -0.72, 0.2):
            path.addPath(polygon(self.beside(degrees, aside), closed=False))
        return path

    def ticks(self, degrees: float, every: int) -> skia.Path:
        """Lines across the bend: far apart outside, close together inside."""
        path = skia.Path()
        inner, outer = self.beside(degrees, 0.92), self.beside(degrees, -0.92)
        for index in range(1, ARC_STEPS + 2, every):
            path.moveTo(*inner[index])
            path.lineTo(*outer[index])
        return path

    def tip(self, degrees: float) -> tuple[Point, float]:
        """Its free end and the direction there (radians, upwards)."""
        return self.middle_line(degrees)[-1]

    def corner(self, degrees: float) -> Point:
        """Where its two straight parts would meet."""
        half = math.radians(degrees) / 2
        reach = self.arc / 2 if half < 0.01 else self.arc / (2 * half) * math.tan(half)
        return self.start[0] + self.before + reach, self.start[1]
