"""Lines as a block cutter makes them: curves through points, lines that swell, hatching. Everything is seeded."""

import math
import random
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import skia

from generation.backends.schematic.drawing.palette import INK, INK2, fill, line

Point = tuple[float, float]

TAPER_LENGTH: Final = 26.0
SAMPLE_STEP: Final = 3.0


def polygon(points: Sequence[Point], *, closed: bool = True) -> skia.Path:
    """Straight lines from point to point."""
    path = skia.Path()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if closed:
        path.close()
    return path


def curve(points: Sequence[Point], *, closed: bool = False, tension: float = 1.0) -> skia.Path:
    """A smooth curve through all points (Catmull-Rom, written as cubics)."""
    count = len(points)

    def at(index: int) -> Point:
        return points[index % count] if closed else points[max(0, min(count - 1, index))]

    path = skia.Path()
    path.moveTo(*points[0])
    third = tension / 3 / 2
    for index in range(count if closed else count - 1):
        before, start, end, after = (at(index + offset) for offset in (-1, 0, 1, 2))
        path.cubicTo(
            start[0] + (end[0] - before[0]) * third,
            start[1] + (end[1] - before[1]) * third,
            end[0] - (after[0] - start[0]) * third,
            end[1] - (after[1] - start[1]) * third,
            *end,
        )
    if closed:
        path.close()
    return path


def circle(x: float, y: float, radius: float) -> skia.Path:
    """A circle as a path."""
    path = skia.Path()
    path.addCircle(x, y, radius)
    return path


def rectangle(x: float, y: float, width: float, height: float, corner: float = 0.0) -> skia.Path:
    """A rectangle as a path, with round corners when asked."""
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeXYWH(x, y, width, height), corner, corner)
    return path


class Track:
    """One contour measured by its own length: where is the point, and which way does the line run there."""

    def __init__(self, path: skia.Path) -> None:
        self.path = path
        self._measure = skia.PathMeasure(path, forceClosed=False, resScale=2.0)
        self.length = float(self._measure.getLength())

    def at(self, distance: float) -> tuple[Point, Point]:
        """The point at this distance and the unit vector of its direction."""
        point, direction = self._measure.getPosTan(max(0.0, min(self.length, distance)))
        return (float(point.x()), float(point.y())), (float(direction.x()), float(direction.y()))

    def part(self, start: float, end: float) -> skia.Path:
        """The piece of the line between two distances."""
        piece = skia.Path()
        self._measure.getSegment(max(0.0, start), min(self.length, end), piece, startWithMoveTo=True)
        return piece


def ink(path: skia.Path, width: float, *, taper: float = 0.35, wobble: float = 0.18, seed: int = 1) -> skia.Path:
    """The outline of a pen line of changing width along every contour. Costly: make it once and keep it."""
    chance = random.Random(seed)  # noqa: S311  WONTFIX: drawing, not secrets
    outline = skia.Path()
    measure = skia.PathMeasure(path, forceClosed=False, resScale=2.0)
    while True:
        if measure.getLength() > 1:
            phases = (chance.random() * math.tau, chance.random() * math.tau)
            outline.addPath(_swollen(measure, width, (taper, wobble), phases))
        if not measure.nextContour():
            return outline


def _swollen(measure: skia.PathMeasure, width: float, shape: Point, phases: Point) -> skia.Path:
    taper, wobble = shape
    length, closed = float(measure.getLength()), measure.isClosed()
    count = max(3, int(length / SAMPLE_STEP))
    left: list[Point] = []
    right: list[Point] = []
    for index in range(count + 1):
        distance = length * index / count
        point, run = measure.getPosTan(distance)
        nearness = max(0.0, 1 - min(distance, length - distance) / min(TAPER_LENGTH, length / 2.2))
        half = width / 2 * (1.0 if closed else 1 - (1 - taper) * nearness**2)
        half *= 1 + wobble * (math.sin(distance * 0.031 + phases[0]) + 0.5 * math.sin(distance * 0.113 + phases[1]))
        left.append((point.x() - run.y() * half, point.y() + run.x() * half))
        right.append((point.x() + run.y() * half, point.y() - run.x() * half))
    if not closed:
        return polygon([*left, *reversed(right)])
    ring = polygon(left)
    ring.addPath(polygon(right[::-1]))
    return ring


def hatching(bounds: skia.Rect, angle: float, gap: float, *, seed: int = 3, jitter: float = 0.25) -> skia.Path:
    """Parallel lines that cover the bounds; draw them under a clip."""
    chance = random.Random(seed)  # noqa: S311  WONTFIX: drawing, not secrets
    middle = (bounds.centerX(), bounds.centerY())
    reach = math.hypot(bounds.width(), bounds.height()) / 2 + 4
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    path, across = skia.Path(), -reach
    while across < reach:
        offset = across + chance.uniform(-jitter, jitter) * gap
        path.moveTo(middle[0] - cos * reach - sin * offset, middle[1] - sin * reach + cos * offset)
        path.lineTo(middle[0] + cos * reach - sin * offset, middle[1] + sin * reach + cos * offset)
        across += gap
    return path


def hatch(canvas: skia.Canvas, shape: skia.Path, angle: float, gap: float, paint: skia.Paint | None = None) -> None:
    """Engraving lines inside a shape."""
    canvas.save()
    canvas.clipPath(shape, doAntiAlias=True)
    canvas.drawPath(hatching(shape.getBounds(), angle, gap), paint or line(INK2, 1.0, 0.8))
    canvas.restore()


def weave(canvas: skia.Canvas, shape: skia.Path, gap: float, paint: skia.Paint) -> None:
    """Warp and weft of a cloth inside a shape."""
    canvas.save()
    canvas.clipPath(shape, doAntiAlias=True)
    for angle, seed in ((0, 5), (90, 6)):
        canvas.drawPath(hatching(shape.getBounds(), angle, gap, seed=seed, jitter=0.05), paint)
    canvas.restore()


def grain(canvas: skia.Canvas, shape: skia.Path, *, gap: float = 5.0, seed: int = 4) -> None:
    """Wood grain inside a shape, running with the x axis."""
    chance = random.Random(seed)  # noqa: S311  WONTFIX: drawing, not secrets
    bounds = shape.getBounds()
    canvas.save()
    canvas.clipPath(shape, doAntiAlias=True)
    level = bounds.top() + gap
    while level < bounds.bottom():
        steps = range(int(bounds.left()) - 20, int(bounds.right()) + 80, 66)
        points = [(float(x), level + chance.uniform(-1.4, 1.4)) for x in steps]
        canvas.drawPath(polygon(points, closed=False), line(INK2, 0.9, 0.7))
        level += gap
    canvas.restore()


def pen_line(canvas: skia.Canvas, points: Sequence[Point], width: float, *, seed: int = 2, code: str = INK) -> None:
    """A straight or broken pen line with almost even width."""
    for index, (start, end) in enumerate(pairwise(points)):
        path = ink(polygon([start, end], closed=False), width, taper=0.6, wobble=0.06, seed=seed + index)
        canvas.drawPath(path, fill(code))
