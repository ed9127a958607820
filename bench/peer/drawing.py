"""Pixels of a 1280×720 plate, y downwards, as Manim objects. Points that move are kept and only shifted."""

import math
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import manim
import numpy as np
import numpy.typing as npt

Point = tuple[float, float]
Points = npt.NDArray[np.float64]  # as Manim keeps a path: four to a cubic, in its own units

UNIT: Final = 90.0  # pixels; Manim's picture is 8 units high
FAMILY: Final = "Noto Serif SC"
PAPER: Final = "#F4ECDB"
CARD: Final = "#FBF6EA"
GLASS: Final = "#FFFDF7"
INK: Final = "#2A231D"
INK2: Final = "#5A4E42"
HAIR: Final = "#B3A48D"
RED: Final = "#A8322A"
BLUE: Final = "#1F4B63"
WOOD: Final = "#D9BE93"
DARK: Final = "#4B3F35"
THREAD: Final = "#B3342B"
STEEL: Final = "#D9D4C8"


def spots(points: Iterable[Point]) -> Points:
    """Pixels as Manim's coordinates."""
    found = np.array([(x, y, 0.0) for x, y in points])
    return (found - (640, 360, 0)) * (1 / UNIT, -1 / UNIT, 1)


def away(x: float, y: float) -> Points:
    """A distance in pixels as Manim's."""
    return np.array((x / UNIT, -y / UNIT, 0))


def strokes(pairs: Sequence[tuple[Point, Point]]) -> Points:
    """Separate straight lines as one path."""
    starts, ends = spots(pair[0] for pair in pairs), spots(pair[1] for pair in pairs)
    steps = [starts + (ends - starts) * share for share in (0, 1 / 3, 2 / 3, 1)]
    return np.stack(steps, axis=1).reshape(-1, 3)


def corners(points: Sequence[Point], *, closed: bool = True) -> Points:
    """Straight lines from point to point as one path; of fewer than two points, nothing."""
    if len(points) < 2:
        return np.zeros((0, 3))
    return strokes(list(pairwise([*points, points[0]] if closed else points)))


def box(x: float, y: float, width: float, height: float) -> Points:
    """A rectangle."""
    return corners([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])


def cubics(controls: Sequence[Point]) -> Points:
    """One curve: its start, then three points for each cubic."""
    found = spots(controls)
    return np.concatenate([found[at : at + 4] for at in range(0, len(found) - 1, 3)])


def ring(x: float, y: float, radius: float, start: float = 0.0, sweep: float = 360.0) -> Points:
    """A circle, or an arc in degrees, clockwise from the right."""
    parts = max(1, math.ceil(abs(sweep) / 90))
    step = math.radians(sweep) / parts
    handle = 4 / 3 * math.tan(step / 4) * radius
    found: list[Point] = []
    for part in range(parts):
        for turn, at in ((math.radians(start) + step * part, 0), (math.radians(start) + step * (part + 1), 1)):
            cos, sin = math.cos(turn), math.sin(turn)
            on, side = (x + radius * cos, y + radius * sin), handle * (-1 if at else 1)
            off = (on[0] - side * sin, on[1] + side * cos)
            found += [off, on] if at else [on, off]
    return spots(found)


def rings(middles: Iterable[Point], radius: float) -> Points:
    """Equal circles as one path."""
    return np.concatenate([ring(x, y, radius) for x, y in middles])


def drawn(
    points: Points, *, fill: str | None = None, line: str | None = None, width: float = 1.0, alpha: float = 1.0
) -> Any:
    """A path with its paint; the width of the line is in pixels."""
    made = manim.VMobject(stroke_width=width * 100 / UNIT if line else 0)
    made.points = points
    made.set_fill(fill or CARD, opacity=alpha if fill else 0)
    made.set_stroke(line or INK, opacity=alpha if line else 0)
    return made


def dashed(points: Sequence[Point], on: float, off: float) -> Points:
    """A line through the points in dashes of ``on`` pixels with gaps of ``off``."""
    pairs, gone = [], 0.0
    for start, end in pairwise(points):
        if gone % (on + off) < on:
            pairs.append((start, end))
        gone += math.dist(start, end)
    return strokes(pairs)


def words(text: str, x: float, base: float, size: float, *, colour: str = INK, heavy: bool = False) -> Any:
    """One line of text from x on, with its baseline at ``base``; ``size`` is the square of a character in pixels."""
    made = manim.Text(
        text, font=FAMILY, font_size=size * 0.8, color=colour, weight="SEMIBOLD" if heavy else "NORMAL"
    )  # 48 points are 60 pixels
    middle = spots([(x, base - size * 0.37)])[0]
    return made.move_to(middle, aligned_edge=manim.LEFT)


def column(text: str, x: float, top: float, size: float, *, colour: str = INK, heavy: bool = False) -> list[Any]:
    """Characters below one another, their middles at x."""
    pitch = size * 1.1
    made = [words(char, 0, 0, size, colour=colour, heavy=heavy) for char in text]
    for index, char in enumerate(made):
        char.move_to(spots([(x, top + pitch * (index + 0.5))])[0])
    return made


def cut(points: Sequence[Point], axis: int, limit: float) -> list[Point]:
    """What of a polygon lies left of (axis 0) or above (axis 1) a limit: Manim has no clip."""
    kept: list[Point] = []
    for start, end in zip(points, [*points[1:], points[0]], strict=True):
        if start[axis] <= limit:
            kept.append(start)
        if (start[axis] <= limit) != (end[axis] <= limit):
            share = (limit - start[axis]) / (end[axis] - start[axis])
            kept.append((start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share))
    return kept


def across(points: Points, left: float, right: float) -> Points:
    """The cubics of a path that reach between two verticals; the others are left out."""
    parts = points.reshape(-1, 4, 3)
    (start, _, _), (end, _, _) = spots([(left, 0), (right, 0)])
    kept = (parts[:, :, 0].max(axis=1) >= start) & (parts[:, :, 0].min(axis=1) <= end)
    found: Points = parts[kept].reshape(-1, 3)
    return found


def svg_paths(file: Path) -> list[dict[str, str]]:
    """The attributes of each path of one of our drawings."""
    return [dict(re.findall(r'([\w-]+)="([^"]*)"', tag)) for tag in re.findall(r"<path [^>]*>", file.read_text())]


def svg_points(path: str) -> list[Point]:
    """The points of a path that is a start and cubics."""
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def sampled(controls: Sequence[Point], steps: int = 4) -> list[Point]:
    """A curve of cubics as corners of a polygon."""
    found = []
    for at in range(0, len(controls) - 3, 3):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = controls[at : at + 4]
        for step in range(steps):
            share = step / steps
            a, b, c, d = (1 - share) ** 3, 3 * share * (1 - share) ** 2, 3 * share**2 * (1 - share), share**3
            found.append((a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy))
    return found


def ease(share: float) -> float:
    """A soft start and a soft end."""
    share = max(0.0, min(1.0, share))
    return share * share * (3 - 2 * share)


def span(value: float, start: float, end: float) -> float:
    """How far a value has come between two others, 0 to 1."""
    return max(0.0, min(1.0, (value - start) / (end - start)))
