"""The drawings of hands and tools, cut as a block cutter would: body, shade lines, outline, each as one path.

A drawing is an SVG file in ``drawings/``. What it says of colours and pen widths holds; the class of an element adds
what the cutter makes of it (:data:`SURFACES`), ``line`` is a stroke of the pen, ``fine`` a scratch. Shade lines are cut to
shape beforehand and drawn one pixel wide whatever the size: that is how a hand costs a fraction of a millisecond.
"""

import math
import random
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt
import skia

from generation.backends.schematic.drawing.lines import Point, hatching, ink, polygon
from generation.backends.schematic.drawing.palette import BLUE, GREY, HAIR, INK, INK2, PALE, fill, line
from generation.backends.schematic.drawing.svg import Mark, read_marks

DASH: Final = (6.0, 4.0)
STRAIGHT: Final = 0.15  # pixels from a straight line that nobody sees
Points = npt.NDArray[np.float64]
Cut = Callable[[skia.Path], tuple[skia.Path, skia.Path]]  # lines, and the region they fill


def source(folder: str, name: str) -> str:
    """The text of a drawing."""
    return files(__package__).joinpath("drawings", folder, f"{name}.svg").read_text("utf-8")


@cache
def engraved(folder: str, name: str, assumed: bool) -> skia.Picture:  # noqa: FBT001  WONTFIX: a cache key
    """A drawing, ready to be drawn at any size. An ``assumed`` one is grey and without shade."""
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-700, -700, 1400, 700))
    for index, mark in enumerate(read_marks(source(folder, name))):
        if assumed or mark.kind == "assumed":
            _draw_assumed(canvas, mark, index)
        else:
            _draw_mark(canvas, mark, index)
    return recorder.finishRecordingAsPicture()


@cache
def extent(folder: str, name: str) -> skia.Rect:
    """How far a drawing reaches, in its own pixels. One rectangle for everybody who asks: not to be changed."""
    bounds = skia.Rect.MakeEmpty()
    for mark in read_marks(source(folder, name)):
        box = mark.path.computeTightBounds()
        box.outset(mark.width / 2, mark.width / 2)
        bounds.join(box)
    return bounds


def _draw_mark(canvas: skia.Canvas, mark: Mark, seed: int) -> None:
    if mark.kind == "line":
        canvas.drawPath(_pen_line(mark, mark.width, seed), fill(mark.stroke))
        return
    if mark.kind == "fine":
        canvas.drawPath(mark.path, line(mark.stroke, 0, 0.85))
        return
    if mark.fill != "none":
        canvas.drawPath(mark.path, fill(mark.fill))
    code = THREADS.get(mark.kind, INK2)
    for surface in SURFACES[mark.kind]:
        canvas.drawPath(lines_inside(*surface(mark.path)), line(code, 0, 0.75))
    if mark.width:
        canvas.drawPath(_outline(mark, mark.width, seed), fill(mark.stroke))


def _draw_assumed(canvas: skia.Canvas, mark: Mark, seed: int) -> None:
    if mark.kind == "line":
        canvas.drawPath(_pen_line(mark, mark.width * 0.85, seed), fill(GREY))
        return
    if mark.kind == "fine":
        return
    if mark.fill == "none":
        canvas.drawPath(mark.path, line(GREY if mark.stroke == INK else PALE, mark.width))
        return
    canvas.drawPath(mark.path, fill(PALE))
    if mark.width and mark.kind in SOFT:
        canvas.drawPath(_outline(mark, mark.width * 0.75, seed), fill(GREY))
    elif mark.width:
        canvas.drawPath(mark.path, line(GREY, mark.width, dash=DASH))


def _pen_line(mark: Mark, width: float, seed: int) -> skia.Path:
    return thinned(ink(mark.path, width, taper=0.15, seed=seed))


def _outline(mark: Mark, width: float, seed: int) -> skia.Path:
    """Skin and cloth have a pen line that swells; worked edges and corners keep theirs."""
    if mark.kind in SOFT:
        return thinned(ink(mark.path, width, seed=seed, wobble=0.22))
    even = skia.Path()
    line(mark.stroke, width).getFillPath(mark.path, even)
    return even


def thinned(outline: skia.Path) -> skia.Path:
    """A pen line's outline without the points on its straight runs: they cost time in every frame and show nothing."""
    thin, corners = skia.Path(), list[Point]()
    for verb, points in outline:
        if verb == skia.Path.kMove_Verb:
            corners = []
        if verb == skia.Path.kClose_Verb:
            thin.addPath(polygon(_bends(corners)))
        else:
            corners.append((points[-1].x(), points[-1].y()))
    return thin


def _bends(points: list[Point]) -> list[Point]:
    kept, passed = [points[0]], list[Point]()
    for point, after in pairwise([*points[1:], points[0]]):
        passed.append(point)
        long = math.dist(kept[-1], after) or 1.0
        if any(_area(kept[-1], after, spot) > STRAIGHT * long for spot in passed):
            kept.append(point)
            passed = []
    return kept


def _area(start: Point, end: Point, spot: Point) -> float:
    """Twice the area between three points: the distance of the spot from the line, times its length."""
    return abs((end[0] - start[0]) * (spot[1] - start[1]) - (end[1] - start[1]) * (spot[0] - start[0]))


def lines_inside(lines: skia.Path, region: skia.Path) -> skia.Path:
    """The parts of straight lines that lie inside a region."""
    corners = _corners(region)
    inside = skia.Path()
    for start, end in _straight_lines(lines):
        crossed = _crossings(start, end, corners)
        for enter, leave in zip(crossed[::2], crossed[1::2], strict=False):
            inside.moveTo(*(start + (end - start) * enter))
            inside.lineTo(*(start + (end - start) * leave))
    return inside


def _crossings(start: Points, end: Points, corners: Points) -> list[float]:
    """Where a line crosses the edges of a region, as shares of its length, in order."""
    along = end - start
    first, second = corners[:, 0] - start, corners[:, 1] - start
    side, next_side = (along[0] * to[:, 1] - along[1] * to[:, 0] for to in (first, second))
    crossed = (side > 0) != (next_side > 0)
    weight = side[crossed] / (side[crossed] - next_side[crossed])
    points = first[crossed] + weight[:, None] * (second[crossed] - first[crossed])
    shares = np.sort(points @ along / (along @ along))
    ends = [0.0] * (int((shares < 0).sum()) % 2) + [1.0] * (int((shares > 1).sum()) % 2)
    return sorted([*ends, *(float(share) for share in shares if 0 <= share <= 1)])


def _corners(region: skia.Path) -> Points:
    """The edges of a region as straight pieces of two pixels at most."""
    pieces: list[tuple[Point, Point]] = []
    measure = skia.PathMeasure(region, forceClosed=True, resScale=4.0)
    while (length := float(measure.getLength())) > 0:
        count = max(3, int(length / 2))
        spots = [measure.getPosTan(length * index / count)[0] for index in range(count + 1)]
        points = [(spot.x(), spot.y()) for spot in spots]
        pieces += zip(points, [*points[1:], points[0]], strict=True)
        if not measure.nextContour():
            break
    return np.array(pieces, np.float64).reshape(-1, 2, 2)


def _straight_lines(lines: skia.Path) -> Iterator[tuple[Points, Points]]:
    points = [np.array((point.x(), point.y())) for point in lines.getPoints(lines.countPoints())]
    return zip(points[::2], points[1::2], strict=True)


def _shade(angle: float, gap: float, moved: Point) -> Cut:
    """Slanting lines on the side away from the light; ``moved`` is how far the lit part reaches, in parts of height."""

    def cut(shape: skia.Path) -> tuple[skia.Path, skia.Path]:
        tall = shape.getBounds().height()
        lit = skia.Path(shape)
        lit.offset(moved[0] * tall, moved[1] * tall)
        dark = skia.Op(shape, lit, skia.PathOp.kDifference_PathOp)
        return hatching(shape.getBounds(), angle, min(gap, max(2.4, tall / 4)), seed=7), dark

    return cut


def _all_over(angle: float, gap: float, jitter: float = 0.25) -> Cut:
    """Parallel lines over the whole shape."""
    return lambda shape: (hatching(shape.getBounds(), angle, gap, jitter=jitter), shape)


def _grain(shape: skia.Path) -> tuple[skia.Path, skia.Path]:
    """Wood grain along the x axis: broken lines that never run quite straight."""
    chance = random.Random(4)  # noqa: S311  WONTFIX: drawing, not secrets
    bounds, lines = shape.getBounds(), skia.Path()
    gap = max(2.6, bounds.height() / 7)
    level = bounds.top() + gap
    while level < bounds.bottom():
        before = (bounds.left() - 20.0, level)
        while before[0] < bounds.right():
            after = (before[0] + 66, level + chance.uniform(-1.4, 1.4))
            lines.moveTo(*before)
            lines.lineTo(*after)
            before = after
        level += gap
    return lines, shape


THREADS: Final = {"sleeve": BLUE, "cloth": HAIR, "mesh": HAIR}
SOFT: Final = frozenset({"skin", "cuff", "cloth"})
METAL: Final = _shade(-52, 3.4, (-0.04, -0.3))
SURFACES: Final[dict[str, tuple[Cut, ...]]] = {
    "plain": (),
    "dark": (),
    "skin": (_shade(-52, 5, (-0.02, -0.085)),),
    "cuff": (),
    "sleeve": (_shade(62, 6.5, (0.02, -0.24)), _shade(14, 7.5, (0.0, -0.09))),
    "wood": (_grain, _shade(-52, 4.2, (-0.02, -0.24))),
    "bamboo": (_all_over(0, 5), METAL),
    "steel": (METAL,),
    "iron": (METAL, _shade(38, 4.2, (-0.02, -0.16))),
    "brass": (METAL,),
    "horn": (METAL,),
    "stone": (_shade(-52, 4.4, (-0.05, -0.28)), _shade(30, 5.2, (-0.03, -0.16))),
    "hair": (_all_over(0, 4.2, 0.2),),
    "cloth": (_all_over(4, 6, 0.05), _all_over(94, 6, 0.05)),
    "mesh": (_all_over(0, 5, 0.02), _all_over(90, 5, 0.02)),
}
