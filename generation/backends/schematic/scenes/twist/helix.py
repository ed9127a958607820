"""Strands twisted about each other: which parts of them are in front, and how they are drawn."""

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.scenes.props.strand import Strand

STEPS: Final = 4  # pieces of one half turn
LAP: Final = 0.06  # turns by which a half reaches under the next, so that its edge does not break off


@dataclass(frozen=True, slots=True)
class Helix:
    """``count`` strands about the line from ``start`` to ``end`` (level), twisted by ``turns``; ``amplitude`` is how
    far each runs from the line. ``roll`` (radians) is the turn of the whole.
    """

    start: Point
    end: Point
    count: int
    turns: float
    amplitude: float
    roll: float = 0.0

    def at(self, strand: int, share: float) -> tuple[Point, bool]:
        """A point of a strand at a share of the length, and whether it is in front there."""
        turn = self._turn(strand, share)
        x = self.start[0] + (self.end[0] - self.start[0]) * share
        y = self.start[1] + (self.end[1] - self.start[1]) * share
        return (x, y + self.amplitude * math.sin(turn)), math.cos(turn) >= 0

    def _turn(self, strand: int, share: float) -> float:
        return math.tau * (self.turns * share + strand / self.count) + self.roll

    def halves(self) -> list[tuple[float, bool, skia.Path]]:
        """Every half turn of every strand from left to right: its middle, whether it is in front, its line."""
        found = []
        lap = LAP / max(1.0, abs(self.turns))
        for strand in range(self.count):
            for start, end in self._cuts(strand):
                middle = (start + end) / 2
                first, last = max(0.0, start - lap), min(1.0, end + lap)
                steps = max(2, round(STEPS * min(1.0, (last - first) * abs(self.turns) * 2 + 0.3)))
                found.append((middle, self.at(strand, middle)[1], self._line(strand, first, last, steps)))
        return sorted(found, key=lambda half: half[0])

    def _line(self, strand: int, first: float, last: float, steps: int) -> skia.Path:
        """A sine of few pieces: each a parabola whose corner lies where the directions at its two ends meet."""
        begin, along = self._turn(strand, 0.0), math.tau * self.turns
        (x, y), long = self.start, self.end[0] - self.start[0]
        path, step = skia.Path(), (last - first) / steps
        turn = begin + along * first
        path.moveTo(x + long * first, y + self.amplitude * math.sin(turn))
        for index in range(steps):
            middle, after = first + step * (index + 0.5), first + step * (index + 1)
            height = self.amplitude * math.sin(turn) + self.amplitude * math.cos(turn) * along * step / 2
            turn = begin + along * after
            path.quadTo(x + long * middle, y + height, x + long * after, y + self.amplitude * math.sin(turn))
        return path

    def _cuts(self, strand: int) -> list[tuple[float, float]]:
        """The shares between which a strand stays on one side."""
        if abs(self.turns) < 0.01:
            return [(0.0, 1.0)]
        low, high = sorted((self._turn(strand, 0.0), self._turn(strand, 1.0)))
        first, last = math.ceil(low / math.pi - 0.5), math.floor(high / math.pi - 0.5)
        begin = self._turn(strand, 0.0)
        edges = sorted((math.pi * (index + 0.5) - begin) / (math.tau * self.turns) for index in range(first, last + 1))
        cuts = [0.0, *(edge for edge in edges if 0.002 < edge < 0.998), 1.0]
        return list(pairwise(cuts))

    def draw(self, canvas: skia.Canvas, strand: Strand) -> None:
        """The strands, those behind first."""
        behind, before, pieces = skia.Path(), skia.Path(), []
        for _, ahead, line_of in self.halves():
            (before if ahead else behind).addPath(line_of)
            if ahead:
                pieces.append(line_of)
        strand.draw_body(canvas, behind)
        for line_of in pieces:
            strand.draw_body(canvas, line_of)
        strand.draw_marks(canvas, before)
