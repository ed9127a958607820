"""An outline of somebody's own: contours without a size, fine enough to be drawn and few enough to be drawn quickly."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import mul
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, polygon
from generation.backends.schematic.drawing.svg import OutlineError, path_from

LONGEST: Final = 20_000  # characters of an outline among the settings of a request
MOST_CONTOURS: Final = 200
MOST_POINTS: Final = 60_000  # of all curves, broken into straight pieces
MOST_INK: Final = 100.0  # length of all lines, in reaches; more is a black blot
FINEST: Final = 1 / 4000  # reaches: how far a straight piece may lie from its curve
SLACK: Final = 1 / 1500  # reaches: how far the thinned line may lie from the given one; 0.1 pixels on a plate
COARSEST: Final = 8 * SLACK
GRAIN: Final = 1000  # steps of a written outline to one reach
SMALLEST: Final = 1e-4  # of an outline's distance from the origin: below, Skia's numbers are too coarse
WIDE, HIGH, ROUND = 1.15, 0.88, 1.22  # reaches from the middle to a side, to the top, to the farthest point
MOST_PIECES: Final = 400  # of one curve

Segment = tuple[tuple[Point, ...], float]  # its points from start to end, and the weight of a conic's middle one


@dataclass(frozen=True, slots=True)
class Contour:
    """Straight pieces from point to point; a closed one goes back to its first point."""

    points: tuple[Point, ...]
    closed: bool

    def round_trip(self) -> tuple[Point, ...]:
        """All points in the order of the work."""
        return (*self.points, self.points[0]) if self.closed else self.points

    def thinned(self, slack: float) -> "Contour":
        """The same line with fewer points; corners stay."""
        kept = _thinned(self.round_trip(), slack)
        return Contour(tuple(kept[:-1] if self.closed and len(kept) > 1 else kept), self.closed)


@dataclass(frozen=True, slots=True)
class Outline:
    """Contours around the origin, in reaches: the outline fills the room that a template has for it."""

    contours: tuple[Contour, ...]

    def at(self, x: float, y: float, reach: float) -> list[skia.Path]:
        """One path for each contour, around a point, for a reach in pixels."""
        return [
            polygon([(x + dx * reach, y + dy * reach) for dx, dy in contour.points], closed=contour.closed)
            for contour in self.contours
        ]

    def flipped(self) -> "Outline":
        """Left and right changed over, for a place that is itself seen in a mirror."""
        turned = (tuple((-x, y) for x, y in contour.points) for contour in self.contours)
        return Outline(tuple(map(Contour, turned, (contour.closed for contour in self.contours))))

    def data(self) -> str:
        """The outline as SVG path data of at most 20,000 characters; coarser where it must be. Raises OutlineError."""
        slack = SLACK
        while slack <= COARSEST:
            written = "".join(_written(contour.thinned(slack)) for contour in self.contours)
            if len(written) <= LONGEST:
                return written
            slack *= 2
        raise OutlineError("线形太细碎，简化以后还是太长。请删去细节再用。")


def outline_from(data: str) -> Outline:
    """The outline among the settings of a request. Raises :class:`OutlineError`, in time linear in its length."""
    if len(data) > LONGEST:
        raise OutlineError(
            f"线形太长：有 {len(data)} 个字符，最多 {LONGEST} 个。请用 --outline 交 SVG 文件，由程序简化。"
        )
    return outline_of(path_from(data))


def outline_of(path: skia.Path) -> Outline:
    """A path of any size as an outline. Raises :class:`OutlineError` for one that cannot be followed or seen."""
    strokes = list(_strokes(path))
    if len(strokes) > MOST_CONTOURS:
        raise OutlineError(f"线形断成 {len(strokes)} 段，最多 {MOST_CONTOURS} 段。请连起来，或只留要走的线。")
    slack = _extent(strokes) * FINEST
    if sum(_pieces(segment, slack) for stroke in strokes for segment in stroke.segments) > MOST_POINTS:
        raise OutlineError("线形的弯太多，画不过来。请简化后再用。")
    found = (contour.thinned(SLACK) for contour in _centred([stroke.straightened(slack) for stroke in strokes]))
    lines = tuple(contour for contour in found if len(contour.points) > 1)
    if not lines:
        raise OutlineError("线形里只有点，没有线。请画出要走的线。")
    if sum(math.dist(*piece) for contour in lines for piece in pairwise(contour.round_trip())) > MOST_INK:
        raise OutlineError("线太密，缩到图里是一团黑。请只留要走的线。")
    return Outline(lines)


@dataclass(frozen=True, slots=True)
class _Stroke:
    """A contour as it was given: lines, quadratics, conics and cubics."""

    segments: list[Segment]
    closed: bool

    def straightened(self, slack: float) -> Contour:
        """Straight pieces in place of the curves."""
        points = [self.segments[0][0][0]]
        for segment in self.segments:
            given, weight = segment
            count = _pieces(segment, slack)
            points += (_point(given, index / count, weight) for index in range(1, count))
            points.append(given[-1])
        return Contour(tuple(points), self.closed)


def _strokes(path: skia.Path) -> Iterator[_Stroke]:
    """The contours of a path. A place the pen only moved to is none."""
    found: list[Segment] = []
    walk = skia.Path.Iter(path, forceClose=False)
    while (step := walk.next())[0] != skia.Path.kDone_Verb:
        verb, points = step
        if verb in (skia.Path.kMove_Verb, skia.Path.kClose_Verb):
            if found:
                yield _Stroke(found, verb == skia.Path.kClose_Verb)
            found = []
        else:
            weight = walk.conicWeight() if verb == skia.Path.kConic_Verb else 1.0
            found.append((tuple((point.x(), point.y()) for point in points), weight))
    if found:
        yield _Stroke(found, closed=False)


def _extent(strokes: Sequence[_Stroke]) -> float:
    """Width or height in the outline's own units, whichever is more. Raises :class:`OutlineError` for a mere point."""
    points = [point for stroke in strokes for given, _ in stroke.segments for point in given]
    if not all(math.isfinite(number) for point in points for number in point):
        raise OutlineError("线形里有算不出来的点。请重新导出图形。")
    sides = [(min(side), max(side)) for side in zip(*points, strict=True)]
    extent = max((high - low for low, high in sides), default=0.0)
    if extent <= SMALLEST * max((abs(end) for side in sides for end in side), default=0.0):
        raise OutlineError("线形太小，又离原点太远，或者只是一个点。请把图形移到画面里，放大再导出。")
    return extent


def _pieces(segment: Segment, slack: float) -> int:
    """How many straight pieces stand for a segment."""
    points, _ = segment
    bend = max((math.dist((a[0] + c[0], a[1] + c[1]), (2 * b[0], 2 * b[1])) for a, b, c in _triples(points)), default=0)
    return min(MOST_PIECES, max(1, math.ceil(math.sqrt(0.75 * bend / slack))))


def _triples(points: Sequence[Point]) -> Iterator[tuple[Point, Point, Point]]:
    return zip(points, points[1:], points[2:], strict=False)


def _point(given: Sequence[Point], time: float, weight: float) -> Point:
    """A point of a quadratic, conic or cubic (Bernstein); ``weight`` is that of a conic's middle point."""
    rest = 1 - time
    if len(given) == 3:
        shares: tuple[float, ...] = (rest * rest, 2 * rest * time * weight, time * time)
    else:
        shares = (rest**3, 3 * rest * rest * time, 3 * rest * time * time, time**3)
    x, y = (sum(map(mul, shares, side)) / sum(shares) for side in zip(*given, strict=True))
    return x, y


def _centred(contours: Sequence[Contour]) -> Iterator[Contour]:
    """The contours around the origin and as large as a room of one reach allows, in their own proportions."""
    points = [point for contour in contours for point in contour.points]
    (left, right), (top, bottom) = ((min(side), max(side)) for side in zip(*points, strict=True))
    middle = ((left + right) / 2, (top + bottom) / 2)
    farthest = max(math.dist(middle, point) for point in points)
    size = max((right - left) / 2 / WIDE, (bottom - top) / 2 / HIGH, farthest / ROUND)
    for contour in contours:
        placed = tuple(((x - middle[0]) / size, (y - middle[1]) / size) for x, y in contour.points)
        yield Contour(placed, contour.closed)


def _thinned(points: Sequence[Point], slack: float) -> list[Point]:
    """The points a line needs: each left out lies within ``slack`` of the piece that replaces it. In one pass."""
    kept, sleeve, last = [points[0]], _Sleeve(points[0], slack), points[0]
    for point in points[1:]:
        if not sleeve.takes(point):
            kept.append(last)
            sleeve = _Sleeve(last, slack)
            sleeve.takes(point)
        last = point
    if math.dist(kept[-1], last) > 0:
        kept.append(last)
    return kept if len(kept) > 2 or math.dist(kept[0], last) > slack else kept[:1]


class _Sleeve:
    """The directions in which a straight piece from one point passes all later points closely enough."""

    def __init__(self, start: Point, slack: float) -> None:
        self._start, self._slack = start, slack
        self._axis: float | None = None
        self._between = (-math.pi, math.pi)
        self._farthest = 0.0

    def takes(self, point: Point) -> bool:
        """Whether the piece may go on to this point; the sleeve narrows. A way back ends it: there is a corner."""
        away = math.dist(self._start, point)
        if away <= self._farthest - self._slack:
            return False
        if away <= self._slack:
            return True
        turn = math.atan2(point[1] - self._start[1], point[0] - self._start[0])
        self._axis = turn if self._axis is None else self._axis
        aside, low_high = math.remainder(turn - self._axis, math.tau), self._between
        if not low_high[0] <= aside <= low_high[1]:
            return False
        half = math.asin(self._slack / away)
        self._between = max(low_high[0], aside - half), min(low_high[1], aside + half)
        self._farthest = max(self._farthest, away)
        return True


def _written(contour: Contour) -> str:
    """Path data of a contour: whole numbers, each point counted from the one before."""
    places = [(round(x * GRAIN), round(y * GRAIN)) for x, y in contour.points]
    steps = [(end[0] - start[0], end[1] - start[1]) for start, end in pairwise(places) if start != end]
    if not steps:
        return ""
    body = " ".join(f"{x} {y}" for x, y in steps)
    return f"M{places[0][0]} {places[0][1]}l{body}" + ("z" if contour.closed else "")
