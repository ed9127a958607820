"""The way of a tool along one contour or several: down on each, through the air from one to the next."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, Track

LIFT: Final = 24.0  # pixels by which the tool rises on its way to the next contour
SWIFT: Final = 0.4  # the time of a pixel through the air, against one on the line


class Route:
    """At least one contour. Distances count the pixels on the contours in full and those through the air in part."""

    def __init__(self, contours: Sequence[skia.Path]) -> None:
        self.path = skia.Path()
        self._tracks = [Track(contour) for contour in contours]
        self._begins = [0.0]
        for track, following in zip(self._tracks, self._tracks[1:], strict=False):
            air = math.dist(track.at(track.length)[0], following.at(0)[0]) * SWIFT
            self._begins.append(self._begins[-1] + track.length + air)
        for track in self._tracks:
            self.path.addPath(track.path)
        self.length = self._begins[-1] + self._tracks[-1].length

    @property
    def shortest(self) -> float:
        """The length of the shortest contour."""
        return min(track.length for track in self._tracks)

    def _place(self, distance: float) -> tuple[int, float]:
        """The contour last begun, and how far behind its beginning this is."""
        index = max(0, bisect_right(self._begins, distance) - 1)
        return index, distance - self._begins[index]

    def touches(self, distance: float) -> bool:
        """Whether the tool is on a contour there."""
        index, along = self._place(distance)
        return index == len(self._tracks) - 1 or along <= self._tracks[index].length

    def at(self, distance: float) -> tuple[Point, Point]:
        """The point of the tool, and the unit vector of the line there; between two contours the tool is lifted."""
        index, along = self._place(distance)
        track = self._tracks[index]
        if self.touches(distance):
            return track.at(along)
        (left, run), (right, _) = track.at(track.length), self._tracks[index + 1].at(0)
        share = (along - track.length) / (self._begins[index + 1] - self._begins[index] - track.length)
        lifted = LIFT * math.sin(math.pi * share)
        x, y = (start + (end - start) * share for start, end in zip(left, right, strict=True))
        return (x, y - lifted), run

    def part(self, start: float, end: float) -> skia.Path:
        """The pieces of the contours between two distances."""
        path = skia.Path()
        for begin, track in zip(self._begins, self._tracks, strict=True):
            if start <= begin and begin + track.length <= end:
                path.addPath(track.path)
            elif begin < end and start < begin + track.length:
                path.addPath(track.part(start - begin, end - begin))
        return path

    def places(self, gap: float) -> list[float]:
        """Distances about ``gap`` apart along each contour, from its beginning; at least one on each."""
        found = []
        for begin, track in zip(self._begins, self._tracks, strict=True):
            count = max(1, int(track.length / gap))
            found += [begin + track.length * index / count for index in range(count)]
        return found
