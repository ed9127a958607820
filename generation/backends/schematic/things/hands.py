"""Three hands, drawn for this project. The grip is at the origin, the tool runs along the x axis, its tip to the left.

They are right hands seen as a maker's right hand comes from the right; mirrored they are left hands.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, curve, hatch, hatching, ink, polygon
from generation.backends.schematic.drawing.palette import BLUE, GREY, INK, INK2, PALE, SKIN, fill, line

ROUND: Final = 2.0  # tension of the outlines
Stroke = tuple[tuple[Point, ...], float]


class Grip(StrEnum):
    """How a hand holds."""

    PINCH = "pinch"  # a slender tool between thumb and two fingers
    FIST = "fist"  # round a handle
    PALM = "palm"  # flat on the work, fingers forward, seen from above
    CUP = "cup"  # open, holding something from below
    STRAND = "strand"  # a strand between thumb and forefinger; it runs along the x axis through the grip
    GUIDE = "guide"  # round a handle with the forefinger stretched along it, as one guides a knife
    HEEL = "heel"  # the heel of the hand pressing down, seen from the side, fingers to the left and a little up


@dataclass(frozen=True, slots=True)
class Shape:
    """Outline, inner lines with their widths, and where the wrist ends (x, upper y, lower y)."""

    outline: tuple[Point, ...]
    strokes: tuple[Stroke, ...]
    wrist: tuple[float, float, float]


SHAPES: Final[dict[Grip, Shape]] = {
    Grip.PINCH: Shape(
        (
            (-17, 1),
            (-14, -11),
            (-2, -21),
            (18, -33),
            (38, -50),
            (58, -69),
            (78, -79),
            (100, -77),
            (128, -67),
            (158, -57),
            (196, -47),
            (232, -42),
            (238, 0),
            (234, 42),
            (200, 50),
            (170, 60),
            (150, 74),
            (132, 84),
            (112, 82),
            (99, 73),
            (90, 78),
            (72, 77),
            (59, 66),
            (51, 62),
            (34, 60),
            (19, 50),
            (12, 36),
            (6, 24),
            (-6, 20),
            (-16, 12),
        ),
        (
            (((-15, 3), (-4, -4), (14, -12), (34, -24), (52, -37), (66, -40)), 2.2),
            (((-6, -1), (10, -1), (30, -4), (54, -10), (78, -22), (92, -36)), 2.3),
            (((6, 24), (24, 26), (44, 22), (62, 24), (84, 36), (112, 48), (146, 52)), 2.3),
            (((-12, 8), (-4, 4), (4, 6), (4, 12), (-4, 16)), 1.6),
            (((51, 62), (56, 50), (68, 42), (80, 42)), 2.0),
            (((99, 73), (104, 60), (116, 52)), 2.0),
            (((12, 36), (24, 36), (40, 34)), 1.9),
            (((66, -58), (72, -52), (74, -44)), 1.4),
            (((74, -64), (82, -57)), 1.3),
            (((150, -42), (162, -34), (168, -24)), 1.3),
            (((22, -22), (28, -27)), 1.2),
        ),
        (236, -42, 42),
    ),
    Grip.FIST: Shape(
        (
            (-58, -18),
            (-52, -36),
            (-34, -44),
            (-10, -46),
            (20, -50),
            (50, -54),
            (84, -46),
            (120, -38),
            (168, -34),
            (172, 0),
            (168, 36),
            (124, 40),
            (86, 50),
            (72, 60),
            (54, 64),
            (40, 58),
            (28, 66),
            (10, 66),
            (-2, 58),
            (-14, 64),
            (-32, 60),
            (-40, 50),
            (-54, 46),
            (-64, 34),
            (-64, 16),
            (-62, -4),
        ),
        (
            (((-40, 50), (-42, 34), (-38, 10), (-34, 2)), 2.2),
            (((-2, 58), (-6, 36), (-4, 10), (0, 0)), 2.2),
            (((40, 58), (36, 38), (36, 12), (40, 2)), 2.2),
            (((-56, -14), (-40, -8), (-14, -8), (14, -10), (40, -12), (58, -8), (74, 6), (84, 22)), 2.3),
            (((-50, -30), (-42, -24), (-42, -15), (-50, -12)), 1.5),
            (((14, -34), (22, -30)), 1.3),
            (((24, -38), (34, -32)), 1.3),
            (((96, -30), (108, -24), (114, -14)), 1.3),
        ),
        (170, -34, 36),
    ),
    Grip.PALM: Shape(
        (
            (-150, 10),
            (-146, 0),
            (-130, -4),
            (-96, -8),
            (-60, -14),
            (-24, -24),
            (12, -34),
            (50, -42),
            (92, -44),
            (130, -42),
            (134, 0),
            (130, 30),
            (92, 30),
            (50, 28),
            (20, 34),
            (-4, 46),
            (-24, 54),
            (-40, 52),
            (-44, 42),
            (-30, 32),
            (-14, 22),
            (-40, 20),
            (-80, 20),
            (-120, 20),
            (-142, 18),
        ),
        (
            (((-14, 22), (4, 12), (20, 4)), 1.9),
            (((-128, 8), (-90, 5), (-56, 2)), 1.5),
            (((-146, 8), (-138, 5), (-130, 8)), 1.4),
            (((-60, -2), (-54, -8)), 1.2),
            (((-22, -12), (-14, -18)), 1.2),
        ),
        (132, -42, 30),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """Where a hand is: its grip point, its turn in degrees, its size, and whether it is the other hand.

    An ``assumed`` hand (no hand was said) is only an outline.
    """

    grip: Grip = Grip.PINCH
    at: Point = (0, 0)
    turn: float = 0.0
    size: float = 0.6
    mirrored: bool = False
    assumed: bool = False


def draw_hand(canvas: skia.Canvas, pose: Pose) -> None:
    """Draw a hand. A mirrored pose is flipped left to right before it is turned."""
    canvas.save()
    canvas.translate(*pose.at)
    if pose.mirrored:
        canvas.scale(-1, 1)
    canvas.rotate(pose.turn)
    canvas.scale(pose.size, pose.size)
    canvas.drawPicture(_picture(pose.grip, pose.assumed))
    canvas.restore()


@cache
def _picture(grip: Grip, assumed: bool) -> skia.Picture:  # noqa: FBT001  WONTFIX: a cache key
    shape = SHAPES.get(grip) or SHAPES[Grip.PALM if grip in (Grip.CUP, Grip.HEEL) else Grip.PINCH]
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-300, -300, 1200, 300))
    _draw_sleeve(canvas, shape.wrist, assumed=assumed)
    outline = curve(shape.outline, closed=True, tension=ROUND)
    code = GREY if assumed else INK
    canvas.drawPath(outline, fill(PALE if assumed else SKIN))
    if not assumed:
        _shade(canvas, outline)
    canvas.drawPath(ink(outline, 2.4 if assumed else 3.2, seed=5, wobble=0.22), fill(code))
    for index, (points, width) in enumerate(shape.strokes):
        canvas.drawPath(ink(curve(points, tension=ROUND), width, taper=0.15, seed=6 + index), fill(code))
    _draw_cuff(canvas, shape.wrist, code)
    return recorder.finishRecordingAsPicture()


def _shade(canvas: skia.Canvas, outline: skia.Path) -> None:
    lit = skia.Path(outline)
    lit.offset(-3, -13)
    canvas.save()
    canvas.clipPath(outline, doAntiAlias=True)
    canvas.clipPath(lit, skia.ClipOp.kDifference, doAntiAlias=True)
    canvas.drawPath(hatching(outline.getBounds(), -52, 5, seed=7), line(INK2, 1.0, 0.7))
    canvas.restore()


def _draw_sleeve(canvas: skia.Canvas, wrist: tuple[float, float, float], *, assumed: bool) -> None:
    x, top, bottom = wrist
    upper: list[Point] = [(x + 14, top - 13), (x + 120, top - 30), (x + 340, top - 58), (x + 900, top - 110)]
    lower: list[Point] = [(x + 14, bottom + 13), (x + 120, bottom + 24), (x + 340, bottom + 46), (x + 900, bottom + 90)]
    body = polygon([*upper, *reversed(lower)])
    canvas.drawPath(body, fill(PALE if assumed else "#E9E4DA"))
    if not assumed:
        hatch(canvas, body, 62, 6.5, line(BLUE, 1.3, 0.7))
    middle = (top + bottom) / 2
    folds: list[list[Point]] = [
        [(x + 30, top + 4), (x + 70, top + 2), (x + 130, top - 12)],
        [(x + 34, bottom - 14), (x + 90, bottom - 6), (x + 150, bottom + 6)],
        [(x + 44, middle + 4), (x + 90, middle), (x + 140, middle - 8)],
    ]
    for seed, (points, width) in enumerate([(upper, 2.8), (lower, 2.8), *((fold, 1.7) for fold in folds)]):
        canvas.drawPath(ink(curve(points), width, taper=0.3, seed=8 + seed), fill(GREY if assumed else INK))


def _draw_cuff(canvas: skia.Canvas, wrist: tuple[float, float, float], code: str) -> None:
    x, top, bottom = wrist
    middle = (top + bottom) / 2
    around = [(-4, top - 9), (14, top - 15), (20, middle), (14, bottom + 15), (-4, bottom + 9), (3, middle)]
    band = curve([(x + dx, y) for dx, y in around], closed=True, tension=ROUND)
    canvas.drawPath(band, fill("#FFFDF6"))
    canvas.drawPath(ink(band, 2.7, seed=4), fill(code))
