"""The surface that is rubbed: its outline from the side, its roughness, and where a tool lies on it."""

import math
import random
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, curve, polygon, rectangle
from generation.backends.schematic.scenes.base import Stage

LEVELS: Final = 8  # drawings of the roughness, from rough to smooth
ROUGH: Final = 9.0  # pixels
CORNER: Final = 44.0  # pixels: the radius of a corner that is worked round


class Profile(StrEnum):
    """What is seen from the side."""

    FLAT = "flat"
    ROUND = "round"
    VESSEL = "vessel"
    CORNER = "corner"


@dataclass(frozen=True, slots=True)
class Surface:
    """The work on its bench. A place on it is an angle in degrees from straight up, or pixels from the middle."""

    profile: Profile
    stage: Stage
    level: float

    @property
    def high(self) -> float:
        """The height of the work in pixels."""
        share = {Profile.FLAT: 0.3, Profile.CORNER: 0.42}.get(self.profile, 0.5)
        return self.stage.height * share

    @property
    def middle(self) -> Point:
        """The middle of the work, as for a right hand a little to the left."""
        return self.stage.x + self.stage.width * 0.4, self.level - self.high / 2

    @property
    def half(self) -> float:
        """Half the width of the work."""
        if self.profile is Profile.ROUND:
            return self.high / 2
        if self.profile is Profile.VESSEL:
            return min(self.stage.width * 0.26, self.high * 0.8)
        return self.stage.width * (0.3 if self.profile is Profile.FLAT else 0.24)

    def outline(self, rounding: float = 0.0) -> skia.Path:
        """The smooth outline; ``rounding`` is the radius of the worked corner in pixels."""
        (x, y), half, tall = self.middle, self.half, self.high / 2
        if self.profile is Profile.ROUND:
            path = skia.Path()
            path.addCircle(x, y, half)
            return path
        if self.profile is Profile.VESSEL:
            return _vessel(x, y, half, tall)
        if self.profile is Profile.CORNER:
            path = skia.Path()
            path.moveTo(x - half, y + tall)
            path.lineTo(x - half, y - tall)
            path.lineTo(x + half - rounding, y - tall)
            path.arcTo(x + half, y - tall, x + half, y - tall + rounding, max(0.1, rounding))
            path.lineTo(x + half, y + tall)
            path.close()
            return path
        return rectangle(x - half, y - tall, 2 * half, 2 * tall, 5)

    def touch(self, place: float) -> tuple[Point, float]:
        """The point of the surface at a place between -1 and 1, and how the surface leans there in degrees."""
        (x, y), half, tall = self.middle, self.half, self.high / 2
        if self.profile is Profile.CORNER:
            turn = math.radians(36 + 26 * place)
            reach = CORNER
            corner = (x + half - reach, y - tall + reach)
            return (corner[0] + reach * math.sin(turn), corner[1] - reach * math.cos(turn)), math.degrees(turn)
        if self.profile is Profile.FLAT:
            return (x + half * 0.62 * place, y - tall), 0.0
        turn = math.radians(34 * place)
        across = half if self.profile is Profile.ROUND else half * 0.9
        return (x + across * math.sin(turn), y - tall * math.cos(turn)), math.degrees(turn)

    def roughness(self) -> list[skia.Path]:
        """What stands out over the smooth surface, from rough to almost smooth."""
        places = [-1.25 + 2.5 * step / 44 for step in range(45)]
        chance = random.Random(17)  # noqa: S311  WONTFIX: drawing, not secrets
        heights = [chance.uniform(0.15, 1.0) * (step % 2) for step in range(45)]
        return [self._ridge(places, heights, ROUGH * (1 - level / LEVELS)) for level in range(LEVELS)]

    def _ridge(self, places: list[float], heights: list[float], size: float) -> skia.Path:
        outer: list[Point] = []
        inner: list[Point] = []
        for place, height in zip(places, heights, strict=True):
            (x, y), lean = self.touch(place)
            up = math.radians(lean)
            outer.append((x + math.sin(up) * height * size, y - math.cos(up) * height * size))
            inner.append((x - math.sin(up) * 3, y + math.cos(up) * 3))
        return polygon([*outer, *reversed(inner)])

    def shine(self) -> skia.Path:
        """Short strokes of light along the finished surface."""
        path = skia.Path()
        points = [self.touch(-1.05 + 2.1 * step / 30) for step in range(31)]
        for index, (((x, y), lean), ((far, low), _)) in enumerate(pairwise(points)):
            if index % 5 == 4:
                continue
            up = math.radians(lean)
            path.moveTo(x - math.sin(up) * 10, y + math.cos(up) * 10)
            path.lineTo(far - math.sin(up) * 10, low + math.cos(up) * 10)
        return path


def _vessel(x: float, y: float, half: float, tall: float) -> skia.Path:
    """A pot laid on its side, its mouth to the left."""
    side = [(0.98, 0.0), (0.9, 0.45), (0.55, 0.85), (0.0, 1.0), (-0.55, 0.82), (-0.82, 0.5), (-1.0, 0.52)]
    points = [(x + dx * half, y - dy * tall) for dx, dy in side]
    points += [(x + dx * half, y + dy * tall) for dx, dy in reversed(side[1:])]
    return curve(points, closed=True)
