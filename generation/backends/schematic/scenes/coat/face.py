"""The faces that can be coated: a board, a sheet, a turned vessel, a fruit, a rod."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, circle, curve, polygon, rectangle
from generation.backends.schematic.scenes.base import Stage, span
from generation.backends.schematic.things.workpieces import Form, Workpiece

# Half widths of a vessel from its mouth (0) to its foot (1), as shares of its widest.
JAR: Final[tuple[Point, ...]] = (
    (0.0, 0.46), (0.035, 0.47), (0.1, 0.4), (0.17, 0.46), (0.26, 0.68), (0.36, 0.88), (0.46, 0.985), (0.54, 1.0),
    (0.66, 0.93), (0.8, 0.74), (0.92, 0.57), (0.97, 0.53), (1.0, 0.55),
)  # fmt: skip
BOWL: Final[tuple[Point, ...]] = (
    (0.0, 1.0), (0.04, 0.985), (0.25, 0.96), (0.5, 0.85), (0.7, 0.66), (0.82, 0.47), (0.88, 0.36), (0.92, 0.34),
    (1.0, 0.37),
)  # fmt: skip
OPEN: Final = ("碗", "杯", "盘", "盏", "碟", "锅", "盆")
BAR: Final = (Form.RODS, Form.STRAND)
SOFT: Final = (Form.LUMP, Form.POWDER)


@dataclass(frozen=True, slots=True)
class Face:
    """The outline of what is coated, and from where to where it reaches at a level between its top and its bottom."""

    outline: skia.Path
    top: float
    bottom: float
    ends: Callable[[float], Point]
    mouth: skia.Path | None = None


def face_of(ground: Workpiece, room: Stage) -> Face:
    """The face of a workpiece, as large as the room allows."""
    if ground.form is Form.VESSEL:
        return _turned(room, low=any(word in ground.name for word in OPEN))
    if ground.form is Form.ROUND:
        return _round((room.x + room.width / 2, room.y + room.height / 2), min(room.height, room.width) / 2)
    thin = ground.form in BAR
    y, high = (room.y + room.height * 0.34, room.height * 0.34) if thin else (room.y, room.height)
    corner = 34.0 if ground.form in SOFT else 8.0 if thin else 0.0
    outline = rectangle(room.x, y, room.width, high, corner)
    return Face(outline, y, y + high, lambda _: (room.x, room.right))


def _turned(room: Stage, *, low: bool) -> Face:
    profile = BOWL if low else JAR
    high = room.height * (0.72 if low else 0.94)
    x, y = room.x + room.width / 2, room.bottom - high
    half = min(high * (0.84 if low else 0.56), room.width / 2)
    right = [(x + half * wide, y + high * down) for down, wide in profile]
    edge = _samples(curve(right))
    outline = polygon([*edge, *((2 * x - a, b) for a, b in reversed(edge))])
    rim, deep = half * profile[0][1], half * (0.16 if low else 0.09)
    mouth = skia.Path()
    mouth.addOval(skia.Rect.MakeLTRB(x - rim, y - deep, x + rim, y + deep))

    def ends(level: float) -> Point:
        down = span(level, y, y + high)
        wide = next(a[1] + (b[1] - a[1]) * span(down, a[0], b[0]) for a, b in pairwise(profile) if down <= b[0])
        return x - half * wide, x + half * wide

    return Face(outline, y, y + high, ends, mouth)


def _samples(path: skia.Path) -> list[Point]:
    measure = skia.PathMeasure(path, forceClosed=False, resScale=2.0)
    length = float(measure.getLength())
    points = (measure.getPosTan(length * step / 90)[0] for step in range(91))
    return [(float(point.x()), float(point.y())) for point in points]


def _round(middle: Point, radius: float) -> Face:
    x, y = middle

    def ends(level: float) -> Point:
        half = max(0.0, radius * radius - (level - y) ** 2) ** 0.5
        return x - half, x + half

    return Face(circle(x, y, radius), y - radius, y + radius, ends)
