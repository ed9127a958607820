"""How two knots are tied, stage by stage: the overhand knot, and the hitch of a doubled cord on a bar or an eye.

A tie is drawn about (0, 0) in its own pixels. ``done`` runs from 0 to 1: laid round, led through, pulled tight.
"""

import math
from abc import ABC, abstractmethod
from itertools import pairwise
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, Track, curve, rectangle
from generation.backends.schematic.scenes.base import ease, span
from generation.backends.schematic.scenes.props.strand import Strand
from generation.backends.schematic.things.stuff import Stuff, lay

LAID: Final = 0.34  # of the whole, when the strand lies round
LED: Final = 0.68  # when its end is through
CUT: Final = 0.6  # where the ring of the knot is opened, radians
OVER: Final = 0.77  # how far from the tip of a lobe the strand crosses itself
NEAR: Final = 0.34
COUNT: Final = 54
SHRUNK: Final = 0.3  # of its size, when it is tight
SIZE: Final = 3.2  # half the width of the open knot in its own units


class Tie(ABC):
    """A knot in the making; ``size`` is half its width in pixels."""

    def __init__(self, strand: Strand, size: float) -> None:
        self.strand, self.size = strand, size

    @abstractmethod
    def draw(self, canvas: skia.Canvas, done: float) -> None:
        """Draw it as far as it is done."""

    @abstractmethod
    def end(self, done: float) -> Point:
        """Where the hand holds the working end."""


class Overhand(Tie):
    """A loop, and the end led through it. The strand comes in from the left."""

    def __init__(self, strand: Strand, size: float, reach: float) -> None:
        super().__init__(strand, size)
        self.reach = reach
        times = [3 * math.pi - CUT - (math.tau - 2 * CUT) * step / COUNT for step in range(COUNT + 1)]
        self._unit_ring = [
            (
                (math.sin(time) + 2 * math.sin(2 * time)) * size / SIZE,
                (2 * math.cos(2 * time) - math.cos(time) - 1.4) * size / SIZE,
            )
            for time in times
        ]
        self.open = Track(curve(self._points(1.0)))
        self._over = self._crossings_along()

    def _ring(self, scale: float) -> list[Point]:
        return [(x * scale, y * scale) for x, y in self._unit_ring]

    def _points(self, scale: float) -> list[Point]:
        ring = self._ring(scale)
        (left, low), (right, _) = ring[0], ring[-1]
        level = low + self.size * (0.3 * scale - 0.14 * (1 - scale))
        entry = [(-self.reach, level), (-self.reach * 0.5, level), (left - self.size * 0.3 * scale, level)]
        leave = [(right + self.size * 0.3 * scale, level), (self.size * 1.5, level)]
        return [*entry, *ring, *leave]

    def _scale(self, done: float) -> float:
        return 1 - (1 - SHRUNK) * ease(span(done, LED, 1.0))

    def draw(self, canvas: skia.Canvas, done: float) -> None:
        """The strand as far as its end has come, then drawn together; where it crosses itself the upper part again."""
        if done < LED:
            far = self._far(done)
            self.strand.draw(canvas, self.open.part(0, far))
            for start, last in self._over:
                if far > start:
                    self.strand.draw(canvas, self.open.part(start, min(far, last)), flat=True)
            return
        scale = self._scale(done)
        self.strand.draw(canvas, curve(self._points(scale)))
        ring = self._ring(scale)
        for first, last in self._crossings():
            self.strand.draw(canvas, curve(ring[first : last + 1]), flat=True)

    def _far(self, done: float) -> float:
        share = 0.44 + 0.2 * ease(span(done, 0, LAID)) + 0.36 * ease(span(done, LAID, LED))
        return self.open.length * share

    def _crossings(self) -> list[tuple[int, int]]:
        """The points of the ring between which the strand runs over itself."""
        step = (math.tau - 2 * CUT) / COUNT
        found = []
        for lobe in (math.pi / 3, math.pi, 5 * math.pi / 3, 7 * math.pi / 3, 3 * math.pi):
            place = (3 * math.pi - CUT - (lobe + OVER)) / step
            if -2 < place < COUNT + 2:
                found.append((max(0, round(place - NEAR / step)), min(COUNT, round(place + NEAR / step))))
        return sorted((first, last) for first, last in found if last > first)

    def _crossings_along(self) -> list[tuple[float, float]]:
        """The same, as distances along the open strand."""
        points = self._points(1.0)
        far = [0.0]
        for before, after in pairwise(points):
            far.append(far[-1] + math.dist(before, after))
        whole = self.open.length / far[-1]
        return [(far[first + 3] * whole, far[last + 3] * whole) for first, last in self._crossings()]

    def entry(self, done: float) -> float:
        """The level at which the strand comes in from the left."""
        return self._points(self._scale(done))[0][1]

    def end(self, done: float) -> Point:
        """The tip of the strand; it is drawn away as the knot closes."""
        if done < LED:
            return self.open.at(self._far(done))[0]
        (x, y), pull = self._points(self._scale(done))[-1], ease(span(done, LED, 1.0))
        return x + 14 * pull, y


class Hitch(Tie):
    """A doubled cord laid over a bar, its ends led through its own bight."""

    def __init__(self, strand: Strand, size: float, bar: Stuff) -> None:
        super().__init__(strand, size)
        self.bar = bar
        self.half = size * 0.24  # of the bar's thickness

    def _depth(self, done: float) -> float:
        """How far the bight hangs below the bar."""
        tight = self.half + self.strand.width * 0.7
        loose = self.half + self.size * (0.06 + 0.9 * ease(span(done, 0, LAID)))
        return loose + (tight - loose) * ease(span(done, LED, 1.0))

    def draw(self, canvas: skia.Canvas, done: float) -> None:
        """The bar, the two ends before it, the bight that comes forward below it and lies over them."""
        size, wide = self.size, self.strand.width
        tail = self.end(done)[1]
        body = rectangle(-size * 1.1, -self.half, size * 2.2, 2 * self.half, self.half)
        lay(canvas, body, self.bar, outline=2.6)
        inner, outer, deep = wide * 0.62, wide * 0.62 + wide * 1.15, self._depth(done)
        top = -self.half - wide * 0.3
        for x in (-inner, inner):
            self.strand.draw(canvas, curve([(x * 1.15, top), (x, 0), (x, tail - 10), (x * 0.8, tail)]))
        slack = min(1.0, deep / size)
        spread = outer + size * 0.22 * slack
        bight = [
            (-outer, self.half - wide),
            (-spread, (self.half + deep) / 2),
            (-outer * 0.7, deep - wide * 0.2),
            (0.0, deep),
        ]
        path = curve([*bight, *((-x, y) for x, y in reversed(bight[:-1]))])
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(-size * 2, self.half + 1.5, size * 2, size * 3))  # it comes from behind
        self.strand.draw(canvas, path)
        canvas.restore()

    def end(self, done: float) -> Point:
        """The two ends together."""
        led = ease(span(done, LAID, LED))
        return 0.0, self.half + self.size * (0.42 + 0.8 * led + 0.25 * ease(span(done, LED, 1.0)))
