"""Things as they are carried: one picture for each form, standing on the origin."""

import math
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import skia

from craftnlp.lexicon.folding import fold
from generation.backends.schematic.drawing.lines import Point, curve, hatch, ink, polygon, rectangle
from generation.backends.schematic.drawing.palette import GREY, INK, INK2, fill, line
from generation.backends.schematic.scenes.props.vessel import Vessel, build_of
from generation.backends.schematic.things.stuff import UNSAID, Stuff, lay
from generation.backends.schematic.things.workpieces import Form, Workpiece

PIXELS: Final = skia.SamplingOptions()
SMOOTH: Final = skia.SamplingOptions(skia.FilterMode.kLinear)
MARGIN: Final = 14.0  # pixels around a picture for its outline


@dataclass(frozen=True, slots=True)
class Piece:
    """A thing drawn once at its size: pixels wide and high, standing with the middle of its foot on the origin."""

    image: skia.Image
    width: float
    height: float
    foot: Point

    def draw(self, canvas: skia.Canvas, at: Point, turn: float = 0.0, strength: float = 1.0) -> None:
        """Draw the thing with its foot at a point, turned by some degrees; pale when something hides it."""
        canvas.save()
        if not turn:  # whole pixels need no smoothing, which costs three times as much
            canvas.translate(round(at[0]), round(at[1]))
            canvas.drawImage(
                self.image, -round(self.foot[0]), -round(self.foot[1]), PIXELS, skia.Paint(Alphaf=strength)
            )
            canvas.restore()
            return
        canvas.translate(*at)
        canvas.rotate(turn)
        canvas.drawImage(self.image, -self.foot[0], -self.foot[1], SMOOTH, skia.Paint(Alphaf=strength))
        canvas.restore()


def extent(thing: Workpiece) -> tuple[float, float]:
    """Width and height of a thing at scale 1."""
    _, width, height = _form(thing)
    return width, width * build_of(thing.name).tall if thing.form is Form.VESSEL else height


def piece_of(thing: Workpiece, scale: float) -> Piece:
    """The picture of a workpiece at a scale."""
    draw, _, _ = _form(thing)
    width, height = (side * scale for side in extent(thing))
    deep = 26 * scale
    surface = skia.Surface(math.ceil(width + 2 * MARGIN), math.ceil(height * 1.25 + deep + 2 * MARGIN))
    canvas = surface.getCanvas()
    foot = (width / 2 + MARGIN, height * 1.25 + MARGIN)
    canvas.translate(*foot)
    canvas.scale(scale, scale)
    draw(canvas, thing)
    return Piece(surface.makeImageSnapshot(), width, height, foot)


def _form(thing: Workpiece) -> tuple[Callable[[skia.Canvas, Workpiece], None], float, float]:
    """How a thing is drawn; a plate of something hard is thin."""
    if thing.form is Form.BLOCK and fold(thing.name).endswith(("片", "板", "条")):
        return _plate, 150, 34
    return FORMS[thing.form]


def _trace(canvas: skia.Canvas, path: skia.Path, stuff: Stuff, width: float = 2.6) -> None:
    """The outline: a pen line, or grey dashes where nobody said what it is."""
    if stuff is UNSAID:
        canvas.drawPath(path, line(GREY, width, dash=(7, 5)))
    else:
        canvas.drawPath(ink(path, width), fill(INK))


def _sheet(canvas: skia.Canvas, thing: Workpiece) -> None:
    """A sheet lying level, seen from a little above, one corner curling."""
    corners: list[Point] = [(-112, 0), (-66, -40), (112, -40), (66, 0)]
    sheet = polygon(corners)
    lay(canvas, sheet, thing.stuff, outline=0)
    _trace(canvas, sheet, thing.stuff, 2.4)
    canvas.drawPath(polygon([(-112, 4), (66, 4), (110, -35)], closed=False), line(thing.stuff.dark, 1.3))


def _strand(canvas: skia.Canvas, thing: Workpiece) -> None:
    """A hank lying flat, tied at two places."""
    hank, fibres = skia.Path(), skia.Path()
    hank.setFillType(skia.PathFillType.kEvenOdd)
    for step in range(7):
        ring = skia.Rect.MakeLTRB(-98 + 8.6 * step, -56 + 3.9 * step, 98 - 8.6 * step, -3.9 * step)
        (hank if step in (0, 6) else fibres).addOval(ring)
    lay(canvas, hank, thing.stuff, outline=0)
    canvas.drawPath(fibres, line(thing.stuff.dark, 1.4, 0.9))
    _shade(canvas, hank)
    _trace(canvas, hank, thing.stuff, 2.4)
    for x in (-58, 58):
        for side in (-1, 1):  # round the far strand and round the near one
            tie = curve([(x - 8, -28 + side * 6), (x - 4, -28 + side * 16), (x - 7, -28 + side * 25)])
            canvas.drawPath(tie, line(INK if thing.said else GREY, 10))
            canvas.drawPath(tie, line(thing.stuff.body, 6))


def _rods(canvas: skia.Canvas, thing: Workpiece) -> None:
    """A bundle lying across, tied at two places, its ends showing."""
    chance = random.Random(5)  # noqa: S311  WONTFIX: drawing, not secrets
    code = INK if thing.said else GREY
    for row, count in enumerate((4, 3, 2)):
        for place in range(count):
            y = -9 - row * 15
            x = (place - (count - 1) / 2) * 5 + chance.uniform(-4, 4)
            rod = rectangle(-104 + x, y - 8, 208, 15, 5)
            lay(canvas, rod, thing.stuff, outline=0)
            canvas.drawPath(rod, line(code, 1.8))
            if place == count - 1:
                end = skia.Rect.MakeXYWH(97 + x, y - 8, 9, 15)
                canvas.drawOval(end, fill(thing.stuff.body))
                canvas.drawOval(end, line(code, 1.6))
    for x in (-52, 52):
        band = curve([(x - 3, -46), (x + 4, -24), (x - 2, 0)])
        canvas.drawPath(band, line(code, 6.5))
        canvas.drawPath(band, line("#EFE4CC", 4))


def _lump(canvas: skia.Canvas, thing: Workpiece) -> None:
    around: list[Point] = [
        (-70, -6),
        (-74, -34),
        (-52, -66),
        (-14, -80),
        (28, -76),
        (62, -54),
        (74, -26),
        (66, -4),
        (0, 0),
    ]
    mass = curve(around, closed=True)
    lay(canvas, mass, thing.stuff, outline=0)
    _shade(canvas, mass)
    _trace(canvas, mass, thing.stuff, 2.8)
    for points in (((-40, -50), (-28, -58), (-12, -62)), ((-20, -30), (-6, -36), (12, -36))):
        canvas.drawPath(curve(list(points)), line(thing.stuff.dark, 1.6))


def _block(canvas: skia.Canvas, thing: Workpiece) -> None:
    front, top, side = _box(55, 76, 26, 20)
    for path in (front, top, side):
        lay(canvas, path, thing.stuff, outline=0)
    canvas.drawPath(top, fill("#FFFFFF", 0.25))
    hatch(canvas, side, -60, 5, line(INK2, 1.1, 0.8))
    for path in (front, top, side):
        _trace(canvas, path, thing.stuff, 2.4)


def _plate(canvas: skia.Canvas, thing: Workpiece) -> None:
    front, top, side = _box(62, 11, 26, 22)
    for path in (front, top, side):
        lay(canvas, path, thing.stuff, outline=0)
    canvas.drawPath(top, fill("#FFFFFF", 0.25))
    for path in (front, top, side):
        _trace(canvas, path, thing.stuff, 2.2)


def _box(half: float, tall: float, dx: float, dy: float) -> tuple[skia.Path, skia.Path, skia.Path]:
    front = polygon([(-half - dx / 2, 0), (half - dx / 2, 0), (half - dx / 2, -tall), (-half - dx / 2, -tall)])
    left, right = -half - dx / 2, half - dx / 2
    top = polygon([(left, -tall), (right, -tall), (right + dx, -tall - dy), (left + dx, -tall - dy)])
    side = polygon([(right, 0), (right + dx, -dy), (right + dx, -tall - dy), (right, -tall)])
    return front, top, side


def _round(canvas: skia.Canvas, thing: Workpiece) -> None:
    ball = skia.Path()
    ball.addCircle(0, -34, 34)
    lay(canvas, ball, thing.stuff, outline=0)
    _shade(canvas, ball)
    _trace(canvas, ball, thing.stuff)


def _vessel(canvas: skia.Canvas, thing: Workpiece) -> None:
    Vessel(build_of(thing.name), thing.stuff, (0, -8), 130).draw(canvas)


def _powder(canvas: skia.Canvas, thing: Workpiece) -> None:
    heap = curve([(-86, 0), (-60, -16), (-30, -42), (0, -54), (30, -40), (58, -18), (86, 0)])
    heap.close()
    lay(canvas, heap, thing.stuff, outline=0)
    _shade(canvas, heap)
    _trace(canvas, heap, thing.stuff, 2.4)


def _liquid(canvas: skia.Canvas, thing: Workpiece) -> None:
    drop = curve([(0, -64), (22, -26), (16, -4), (0, 0), (-16, -4), (-22, -26)], closed=True)
    lay(canvas, drop, thing.stuff, outline=2.4)


def _shade(canvas: skia.Canvas, path: skia.Path) -> None:
    lit = skia.Path(path)
    lit.offset(-16, -12)
    canvas.save()
    canvas.clipPath(path, doAntiAlias=True)
    canvas.clipPath(lit, skia.ClipOp.kDifference, doAntiAlias=True)
    hatch(canvas, path, -50, 6, line(INK2, 1.2, 0.8))
    canvas.restore()


FORMS: Final[dict[Form, tuple[Callable[[skia.Canvas, Workpiece], None], float, float]]] = {
    Form.SHEET: (_sheet, 224, 42),
    Form.STRAND: (_strand, 204, 56),
    Form.RODS: (_rods, 216, 56),
    Form.LUMP: (_lump, 148, 80),
    Form.BLOCK: (_block, 136, 96),
    Form.ROUND: (_round, 68, 68),
    Form.VESSEL: (_vessel, 130, 108),
    Form.LIQUID: (_liquid, 44, 64),
    Form.POWDER: (_powder, 172, 54),
}
