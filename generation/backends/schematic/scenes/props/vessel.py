"""Vessels, seen from a little above or cut open: a shape from the words, a rim, walls, and the room inside."""

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import skia

from craftnlp.lexicon.folding import fold
from generation.backends.schematic.drawing.lines import Point, curve, hatching, ink, polygon
from generation.backends.schematic.drawing.palette import CARD, GREY, INK, INK2, fill, line
from generation.backends.schematic.things.stuff import UNSAID, Stuff, lay

FLAT: Final = 0.2  # how open a rim looks: the short half axis of its ellipse over the long one
FAR: Final = 0.88  # how wide the far edge of a trough looks beside the near one


@dataclass(frozen=True, slots=True)
class Build:
    """The outline of a kind of vessel: half widths (of the widest) by height (of the whole), and height over width."""

    words: tuple[str, ...]
    profile: tuple[Point, ...]
    tall: float
    hoops: bool = False
    box: bool = False


BUILDS: Final = (
    Build(("桶", "篓"), ((0, 0.82), (1, 1)), 0.82, hoops=True),
    Build(("槽", "盒", "箱"), ((0, 0.94), (1, 1)), 0.4, box=True),
    Build(("池", "筐", "塘"), ((0, 0.92), (1, 1)), 0.4),
    Build(("盘", "碟"), ((0, 0.5), (0.16, 0.56), (0.6, 0.84), (1, 1)), 0.24),
    Build(("盆", "锅", "釜", "钵"), ((0, 0.5), (0.14, 0.66), (0.5, 0.9), (1, 1)), 0.42),
    Build(("瓶",), ((0, 0.6), (0.3, 1), (0.46, 0.98), (0.66, 0.52), (0.78, 0.32), (0.93, 0.32), (1, 0.4)), 1.4),
    Build(("缸", "坛", "罐", "坯", "壶"), ((0, 0.56), (0.3, 0.86), (0.6, 1), (0.85, 0.88), (1, 0.8)), 0.86),
    Build(("碗", "杯", "盏", "瓷"), ((0, 0.4), (0.06, 0.42), (0.1, 0.4), (0.34, 0.74), (0.66, 0.92), (1, 1)), 0.56),
    Build(("匣钵", "灶", "窑"), ((0, 1), (1, 1)), 0.6),
)
PLAIN: Final = Build((), ((0, 0.8), (0.1, 0.86), (1, 1)), 0.58)


def build_of(name: str) -> Build:
    """The outline for a name; the word nearest to its end counts, as the head of a Chinese noun stands last."""
    plain = fold(name)
    found = [
        (plain.rfind(word) + len(word), len(word), build) for build in BUILDS for word in build.words if word in plain
    ]
    return max(found, key=lambda row: row[:2])[2] if found else PLAIN


@dataclass(frozen=True, slots=True)
class Vessel:
    """A vessel standing at ``at`` (the middle of its foot), so wide at its widest."""

    build: Build
    stuff: Stuff
    at: Point
    width: float

    @property
    def height(self) -> float:
        """From foot to rim."""
        return self.width * self.build.tall

    @property
    def rim(self) -> Point:
        """The middle of the opening."""
        return self.at[0], self.at[1] - self.height

    @property
    def mouth(self) -> float:
        """Half the width of the opening."""
        return self.half(1.0)

    def half(self, share: float) -> float:
        """Half the width at a share of the height."""
        rows = self.build.profile
        for (low, narrow), (high, wide) in pairwise(rows):
            if share <= high:
                return self.width / 2 * (narrow + (wide - narrow) * (share - low) / (high - low))
        return self.width / 2 * rows[-1][1]

    def _side(self, inset: float = 0.0, bottom: float = 0.0) -> list[Point]:
        """The right side from foot to rim; ``inset`` from the wall, beginning ``bottom`` above the foot."""
        x, y = self.at
        rows = [row for row in self.build.profile if row[0] * self.height > bottom]
        shares = [bottom / self.height, *(row[0] for row in rows)]
        return [(x + self.half(share) - inset, y - self.height * share) for share in shares]

    def body(self) -> skia.Path:
        """The outside as seen from a little above, up to the near edge of the rim."""
        right, (x, y) = self._side(), self.at
        if self.build.box:
            (foot, rim), drop = (self.half(0), self.mouth), self.mouth * FLAT
            low, high = y + drop * 0.4, self.rim[1] + drop
            return polygon([(x - foot, low), (x + foot, low), (x + rim, high), (x - rim, high)])
        path = curve(right)
        left = [(2 * x - px, py) for px, py in reversed(right)]
        rx, ry = self.mouth, self.mouth * FLAT
        path.arcTo(skia.Rect.MakeXYWH(x - rx, self.rim[1] - ry, 2 * rx, 2 * ry), 0, 180, forceMoveTo=False)
        path.addPath(curve(left), skia.Path.AddPathMode.kExtend_AddPathMode)
        foot = self.half(0)
        path.arcTo(
            skia.Rect.MakeXYWH(x - foot, y - foot * FLAT, 2 * foot, 2 * foot * FLAT), 180, -180, forceMoveTo=False
        )
        path.close()
        return path

    def opening(self, share: float = 1.0, inset: float = 0.0) -> skia.Path:
        """The ellipse of the rim, or of a level inside at a share of the height."""
        rx = self.half(share) - inset
        y = self.at[1] - self.height * share
        x, ry = self.at[0], rx * FLAT
        if self.build.box:
            return polygon([(x - rx, y + ry), (x - rx * FAR, y - ry), (x + rx * FAR, y - ry), (x + rx, y + ry)])
        path = skia.Path()
        path.addOval(skia.Rect.MakeXYWH(x - rx, y - ry, 2 * rx, 2 * ry))
        return path

    @property
    def wall(self) -> float:
        """How thick a wall is drawn where the vessel is cut open."""
        return max(6.0, self.width * 0.035)

    def inside(self) -> skia.Path:
        """The room inside of the vessel cut open."""
        return self._closed(self._side(self.wall, self.wall))

    def _closed(self, right: list[Point]) -> skia.Path:
        path = curve(right)
        left = [(2 * self.at[0] - px, py) for px, py in reversed(right)]
        path.lineTo(*left[0])
        path.addPath(curve(left), skia.Path.AddPathMode.kExtend_AddPathMode)
        path.close()
        return path

    @property
    def floor(self) -> float:
        """The level of the bottom inside."""
        return self.at[1] - self.wall

    def draw(self, canvas: skia.Canvas) -> None:
        """The whole vessel from a little above, empty. For parts that stand still."""
        opening, body = self.opening(), self.body()
        code = GREY if self.stuff is UNSAID else INK
        canvas.drawPath(opening, fill(self.stuff.body))
        canvas.drawPath(opening, fill(self.stuff.dark, 0.5))
        self._draw_inside(canvas, opening)
        lay(canvas, body, self.stuff, outline=0)
        self._draw_shade(canvas, body)
        if self.build.hoops:
            self._draw_hoops(canvas)
        dash = (7.0, 5.0) if self.stuff is UNSAID else None
        for path, width in ((body, 2.8), (opening, 2.2)):
            canvas.drawPath(path if dash else ink(path, width), line(code, width, dash=dash) if dash else fill(code))

    def _draw_inside(self, canvas: skia.Canvas, opening: skia.Path) -> None:
        """The far wall, darker towards the hand's side; the corners of a trough."""
        canvas.save()
        canvas.clipPath(opening, doAntiAlias=True)
        canvas.drawPath(hatching(opening.getBounds(), -60, 6, seed=4), line(INK2, 1.0, 0.6))
        if self.build.box:
            (x, y), rx, ry = self.rim, self.mouth, self.mouth * FLAT
            for side in (-1, 1):
                canvas.drawLine(x + side * rx * FAR, y - ry, x + side * rx * 0.84, y + ry, line(INK, 1.8))
        canvas.restore()

    def _draw_shade(self, canvas: skia.Canvas, body: skia.Path) -> None:
        lit = skia.Path(body)
        lit.offset(-self.width * 0.2, -self.height * 0.04)
        canvas.save()
        canvas.clipPath(body, doAntiAlias=True)
        canvas.clipPath(lit, skia.ClipOp.kDifference, doAntiAlias=True)
        canvas.drawPath(hatching(body.getBounds(), -60, 6, seed=9), line(INK2, 1.1, 0.75))
        canvas.restore()

    def _draw_hoops(self, canvas: skia.Canvas) -> None:
        for share in (0.18, 0.74):
            rx = self.half(share)
            y = self.at[1] - self.height * share
            for drop, width in ((0, 2.0), (9, 2.0)):
                oval = skia.Rect.MakeXYWH(self.at[0] - rx, y + drop - rx * FLAT, 2 * rx, 2 * rx * FLAT)
                canvas.drawArc(oval, 4, 172, useCenter=False, paint=line(self.stuff.dark, width))

    def draw_cut(self, canvas: skia.Canvas) -> None:
        """The vessel cut open down the middle: its walls hatched, its room empty."""
        outside, inside = self._closed(self._side()), self.inside()
        code = GREY if self.stuff is UNSAID else INK
        lay(canvas, outside, self.stuff, outline=0)
        canvas.save()
        canvas.clipPath(outside, doAntiAlias=True)
        canvas.clipPath(inside, skia.ClipOp.kDifference, doAntiAlias=True)
        canvas.drawPath(hatching(outside.getBounds(), -45, 6, seed=10), line(self.stuff.dark, 1.3, 0.9))
        canvas.restore()
        canvas.drawPath(inside, fill(CARD))
        dash = (7.0, 5.0) if self.stuff is UNSAID else None
        for path, width in ((outside, 2.8), (inside, 1.8)):
            canvas.drawPath(path, line(code, width, dash=dash))
        (x, y), rx = self.rim, self.mouth - self.wall
        canvas.drawLine(x - rx, y, x + rx, y, line(CARD, 4))  # open above


@dataclass(frozen=True, slots=True)
class Portrait:
    """A vessel drawn once, seen from a little above; cheap to turn and move."""

    image: skia.Image
    foot: Point

    def draw(self, canvas: skia.Canvas) -> None:
        """Draw it with the middle of its foot on the origin."""
        canvas.drawImage(self.image, -self.foot[0], -self.foot[1], skia.SamplingOptions(skia.FilterMode.kLinear))


def portrait(vessel: Vessel, fill_with: Stuff | None = None, level: float = 0.0) -> Portrait:
    """The picture of a vessel, empty or filled to a share of its height."""
    margin = 6.0
    foot = (vessel.width / 2 + margin, vessel.height + vessel.mouth * FLAT + margin)
    surface = skia.Surface(math.ceil(2 * foot[0]), math.ceil(foot[1] + vessel.half(0) * FLAT + margin))
    canvas = surface.getCanvas()
    canvas.translate(foot[0] - vessel.at[0], foot[1] - vessel.at[1])
    vessel.draw(canvas)
    if fill_with:
        canvas.clipPath(vessel.opening(inset=2), doAntiAlias=True)
        lay(canvas, vessel.opening(level, 3), fill_with, outline=1.8)
    return Portrait(surface.makeImageSnapshot(), foot)
