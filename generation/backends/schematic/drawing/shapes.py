"""The outlines a plate can draw: only the one that the words name, else a plain line that counts as assumed."""

import math
from collections.abc import Callable
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, curve, polygon

# A quarter of the way round a butterfly: right half, from the head down to the tail, for a radius of 160.
WING: Final[tuple[Point, ...]] = (
    (0, -60),
    (18, -96),
    (64, -132),
    (128, -140),
    (176, -112),
    (182, -64),
    (150, -22),
    (108, -2),
    (128, 16),
    (146, 58),
    (132, 104),
    (94, 126),
    (54, 112),
    (26, 78),
    (10, 58),
    (0, 96),
)
WING_RADIUS: Final = 188.0
SPIRAL_TURNS: Final = 3


def plum(x: float, y: float, radius: float) -> skia.Path:
    """A plum blossom of five round petals; one closed contour."""
    outline = skia.Path()
    outline.addCircle(x, y, radius * 0.42)
    for petal in range(5):
        turn = -math.pi / 2 + math.tau * petal / 5
        leaf = skia.Path()
        leaf.addCircle(x + radius * 0.6 * math.cos(turn), y + radius * 0.6 * math.sin(turn), radius * 0.41)
        outline = skia.Op(outline, leaf, skia.PathOp.kUnion_PathOp)
    return outline


def butterfly(x: float, y: float, radius: float) -> skia.Path:
    """A butterfly seen from above; one closed contour."""
    scale = radius / WING_RADIUS
    right = [(x + dx * scale, y + dy * scale) for dx, dy in WING]
    left = [(x - dx * scale, y + dy * scale) for dx, dy in reversed(WING)]
    return curve([*right, *left[1:-1]], closed=True)


def spiral(x: float, y: float, radius: float) -> skia.Path:
    """One spiral from the middle outwards."""
    count = 40 * SPIRAL_TURNS
    points = []
    for index in range(count + 1):
        share = index / count
        turn, reach = math.tau * SPIRAL_TURNS * share, radius * (0.05 + 0.95 * share)
        points.append((x + reach * math.cos(turn), y + reach * math.sin(turn)))
    return curve(points)


def ring(x: float, y: float, radius: float) -> skia.Path:
    """A circle, begun at the top."""
    path = skia.Path()
    square = skia.Rect.MakeLTRB(x - radius, y - radius, x + radius, y + radius)
    path.addArc(square, -90, 359.9)
    path.close()
    return path


def straight(x: float, y: float, radius: float) -> skia.Path:
    """A level line."""
    return polygon([(x - radius * 1.1, y), (x + radius * 1.1, y)], closed=False)


def plain(x: float, y: float, radius: float) -> skia.Path:
    """A calm wave that stands for any line nobody described."""
    steps = ((-1.15, 0.25), (-0.6, -0.32), (0, 0.05), (0.6, 0.36), (1.15, -0.25))
    return curve([(x + dx * radius, y + dy * radius) for dx, dy in steps])


Outline = Callable[[float, float, float], skia.Path]
NAMED: Final[tuple[tuple[tuple[str, ...], Outline], ...]] = (
    (("梅花",), plum),
    (("蝴蝶",), butterfly),
    (("螺纹", "螺旋", "旋涡", "漩涡", "涡纹", "窝妥"), spiral),
    (("圆圈", "圆形", "圆边", "画圆", "圆线"), ring),
    (("直线", "直着走", "走直"), straight),
)


def outline_named_in(words: str) -> Outline | None:
    """The outline the words name, or ``None``."""
    for names, outline in NAMED:
        if any(name in words for name in names):
            return outline
    return None
