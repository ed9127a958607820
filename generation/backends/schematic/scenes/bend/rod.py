"""A rod or strip that is bent: straight, then an arc, then straight again, its length kept."""

import math
from dataclasses import dataclass
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point

STRAIGHT: Final = 0.05  # degrees that nobody sees
FIBRES: Final = (-0.72, -0.5, -0.1, 0.2, 0.66)  # in half thicknesses


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

    def body(self, degrees: float) -> skia.Path:
        """Its outline: the inner side of the bend forth, the outer side back."""
        path, half = self._line(degrees, 1), self.thick / 2
        if degrees < STRAIGHT:
            path.lineTo(self.start[0] + self._length, self.start[1] + half)
        else:
            (x, y), run = self.tip(degrees)
            path.lineTo(x + half * math.sin(run), y + half * math.cos(run))
            path.arcTo(self._oval(degrees, -1), 90 - degrees, degrees, forceMoveTo=False)
        path.lineTo(self.start[0], self.start[1] + half)
        path.close()
        return path

    @property
    def _length(self) -> float:
        return self.before + self.arc + self.after

    def _oval(self, degrees: float, aside: float) -> skia.Rect:
        """The circle on which a line beside the middle line bends."""
        middle = self.arc / math.radians(degrees)
        x, y, radius = self.start[0] + self.before, self.start[1] - middle, middle - aside * self.thick / 2
        return skia.Rect.MakeLTRB(x - radius, y - radius, x + radius, y + radius)

    def _line(self, degrees: float, aside: float) -> skia.Path:
        """The line that runs beside the middle line; ``aside`` in half thicknesses, 1 is the inner side of the bend."""
        (x, y), out, path = self.start, aside * self.thick / 2, skia.Path()
        path.moveTo(x, y - out)
        if degrees < STRAIGHT:
            path.lineTo(x + self._length, y - out)
            return path
        path.arcTo(self._oval(degrees, aside), 90, -degrees, forceMoveTo=False)
        whole = math.radians(degrees)
        path.rLineTo(self.after * math.cos(whole), -self.after * math.sin(whole))
        return path

    def fibres(self, degrees: float) -> skia.Path:
        """Lines along it."""
        path = skia.Path()
        for aside in FIBRES:
            path.addPath(self._line(degrees, aside))
        return path

    def ticks(self, degrees: float, count: int) -> skia.Path:
        """Lines across the bend: far apart outside, close together inside."""
        path, whole, half = skia.Path(), math.radians(degrees), self.thick * 0.46
        x, radius = self.start[0] + self.before, self.arc / whole
        for index in range(count + 1):
            sin, cos = math.sin(whole * index / count), math.cos(whole * index / count)
            for move, reach in ((path.moveTo, radius - half), (path.lineTo, radius + half)):
                move(x + reach * sin, self.start[1] - radius + reach * cos)
        return path

    def tip(self, degrees: float) -> tuple[Point, float]:
        """Its free end and the direction there (radians, upwards)."""
        return self._point(degrees, self._length), math.radians(degrees)

    def middle(self, degrees: float) -> Point:
        """The middle of the bend."""
        return self._point(degrees, self.before + self.arc / 2)

    def _point(self, degrees: float, far: float) -> Point:
        """A point of the middle line at a distance from its start, on the bend or behind it."""
        whole = math.radians(degrees)
        x, y, bent = self.start[0] + self.before, self.start[1], min(far - self.before, self.arc)
        turn, beyond = whole * bent / self.arc, max(0.0, far - self.before - self.arc)
        if degrees < STRAIGHT:
            return x + bent + beyond, y
        radius = self.arc / whole
        x, y = x + radius * math.sin(turn), y - radius * (1 - math.cos(turn))
        return x + beyond * math.cos(whole), y - beyond * math.sin(whole)

    def corner(self, degrees: float) -> Point:
        """Where its two straight parts would meet."""
        half = math.radians(degrees) / 2
        reach = self.arc / 2 if half < 0.01 else self.arc / (2 * half) * math.tan(half)
        return self.start[0] + self.before + reach, self.start[1]
