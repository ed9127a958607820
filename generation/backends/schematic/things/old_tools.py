"""Tools with their tip at the origin and their handle along the x axis. An assumed tool is grey and without grain."""

from collections.abc import Callable
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import grain, hatching, polygon, rectangle
from generation.backends.schematic.drawing.palette import GREY, INK, INK2, PALE, fill, line

Draw = Callable[[skia.Canvas], None]


def _solid(canvas: skia.Canvas, shape: skia.Path, code: str, width: float = 2.0, *, wooden: bool = False) -> None:
    canvas.drawPath(shape, fill(code))
    if wooden:
        grain(canvas, shape, gap=max(2.6, shape.getBounds().height() / 7))
    canvas.drawPath(shape, line(INK, width))


def _needle_body(length: float, width: float) -> skia.Path:
    body = skia.Path()
    body.moveTo(0, 0)
    body.quadTo(length * 0.12, -width * 0.42, length * 0.28, -width / 2)
    body.lineTo(length - width, -width / 2)
    body.quadTo(length, -width / 2, length, 0)
    body.quadTo(length, width / 2, length - width, width / 2)
    body.lineTo(length * 0.28, width / 2)
    body.quadTo(length * 0.12, width * 0.42, 0, 0)
    body.close()
    return body


def _needle(canvas: skia.Canvas) -> None:
    _solid(canvas, _needle_body(200, 6.4), "#D9D4C8", 1.4)
    canvas.drawOval(skia.Rect.MakeXYWH(180, -1.1, 13, 2.2), fill(INK))


def _needle_point(canvas: skia.Canvas) -> None:
    body = _needle_body(430, 26)
    canvas.drawPath(body, fill("#DAD6CB"))
    canvas.save()
    canvas.clipPath(body, doAntiAlias=True)
    canvas.drawPath(hatching(skia.Rect.MakeLTRB(0, 2, 430, 13), 0, 2.6, jitter=0.1), line(INK2, 0.9, 0.8))
    canvas.restore()
    canvas.drawLine(88, -6, 400, -6, line("#FFFFFF", 3, 0.9))
    canvas.drawPath(body, line(INK, 2.2))


def _knife(canvas: skia.Canvas) -> None:
    handle = polygon([(44, -6), (138, -7.5), (146, 0), (138, 7.5), (44, 6)])
    _solid(canvas, handle, "#A5753F", 1.7, wooden=True)
    _solid(canvas, rectangle(36, -6.5, 11, 13), "#C9B27C", 1.5)
    blade = polygon([(0, 0), (16, -5), (38, -5), (38, 5), (8, 5)])
    canvas.drawPath(blade, fill("#DAD7CF"))
    canvas.drawLine(4, 3, 36, 3, line(INK2, 0.8))
    canvas.drawPath(blade, line(INK, 1.6))


def _wax_knife(canvas: skia.Canvas) -> None:
    handle = polygon([(26, -3.4), (160, -4.4), (160, 4.4), (26, 3.4)])
    _solid(canvas, handle, "#B98A55", 1.5, wooden=True)
    for offset, code in ((5.0, "#B9803F"), (2.5, "#CE9650"), (0.0, "#E2AE68")):
        blade = skia.Path()
        blade.moveTo(offset - 1, -13)
        blade.quadTo(offset - 4, 0, offset - 1, 13)
        blade.lineTo(34, 4.6)
        blade.lineTo(34, -4.6)
        blade.close()
        _solid(canvas, blade, code, 1.2)
    for spread in (-8, -4, 0, 4, 8):
        canvas.drawLine(3, spread, 29, spread * 0.42, line("#7B4A16", 0.6, 0.8))
    _solid(canvas, rectangle(34, -5.5, 9, 11), "#8E6A3A", 1.3)


def _brush(canvas: skia.Canvas) -> None:
    _solid(canvas, rectangle(44, -5, 150, 10, 4), "#C79A62", 1.6, wooden=True)
    _solid(canvas, rectangle(36, -6.5, 14, 13, 2), "#8E6A3A", 1.4)
    hair = skia.Path()
    hair.moveTo(0, 0)
    hair.cubicTo(8, -2, 16, -9, 37, -6)
    hair.lineTo(37, 6)
    hair.cubicTo(16, 9, 8, 2, 0, 0)
    hair.close()
    _solid(canvas, hair, "#5B4B3B", 1.3)


def _stylus(canvas: skia.Canvas) -> None:
    body = polygon([(0, 0), (22, -5), (170, -5), (170, 5), (22, 5)])
    canvas.drawPath(body, fill(PALE))
    canvas.drawPath(body, line(GREY, 1.8, dash=(6, 4)))


def _scissors(canvas: skia.Canvas) -> None:
    for side in (1, -1):
        blade = polygon([(0, 0), (104, -9 * side), (112, 3 * side), (96, 4 * side)])
        _solid(canvas, blade, "#DAD7CF", 1.6)
        ring = skia.Path()
        ring.addOval(skia.Rect.MakeXYWH(128, -4 + 17 * side - 11, 62, 30))
        canvas.drawPath(ring, line(INK, 9))
        canvas.drawPath(ring, line("#8B8579", 5.5))
        shank = polygon([(104, -4 * side), (134, 12 * side), (128, 18 * side), (100, 3 * side)])
        _solid(canvas, shank, "#B9B3A6", 1.4)
    canvas.drawCircle(104, 0, 5, fill("#6B6459"))
    canvas.drawCircle(104, 0, 5, line(INK, 1.4))


def _paddle(canvas: skia.Canvas) -> None:
    # The striking face is the level of the x axis; the blade reaches to the right of the origin.
    neck = polygon([(258, -26), (286, -21), (520, -21), (520, -5), (286, -5), (258, -3)])
    _solid(canvas, neck, "#C08F55", 2.4, wooden=True)
    _solid(canvas, rectangle(0, -30, 260, 30, 7), "#C79A62", 2.6, wooden=True)


def _mallet(canvas: skia.Canvas) -> None:
    _solid(canvas, rectangle(110, -68, 350, 18, 4), "#C08F55", 2.2, wooden=True)
    _solid(canvas, rectangle(0, -118, 120, 118, 10), "#B98A55", 2.6, wooden=True)


def _plain_block(canvas: skia.Canvas) -> None:
    for shape in (rectangle(258, -22, 262, 16, 4), rectangle(0, -30, 260, 30, 7)):
        canvas.drawPath(shape, fill(PALE))
        canvas.drawPath(shape, line(GREY, 2.2, dash=(7, 5)))


DRAWINGS: Final[dict[str, Draw]] = {
    "needle": _needle,
    "needle_point": _needle_point,
    "knife": _knife,
    "wax_knife": _wax_knife,
    "brush": _brush,
    "stylus": _stylus,
    "scissors": _scissors,
    "paddle": _paddle,
    "mallet": _mallet,
    "block": _plain_block,
}
