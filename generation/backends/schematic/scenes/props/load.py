"""What is put into a vessel, over a fire or on a line: one drawing for each form of workpiece, dry and wet."""

import math
import random
from collections.abc import Callable
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, circle, curve, polygon, rectangle
from generation.backends.schematic.drawing.palette import GREY, INK, INK2, fill, line
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.stuff import UNSAID, Stuff, lay
from generation.backends.schematic.things.workpieces import Form, Workpiece, kind_of, workpiece_in
from generation.backends.schematic.words.reading import Reading

WET: Final = (86, 92, 84)
WETNESS: Final = 0.34
SHARPNESS: Final = 2


def moist(stuff: Stuff) -> Stuff:
    """The same stuff soaked: darker."""
    code = int(stuff.body[1:], 16)
    parts = ((code >> 16) & 255, (code >> 8) & 255, code & 255)
    mixed = [round(part + (wet - part) * WETNESS) for part, wet in zip(parts, WET, strict=True)]
    return Stuff("#" + "".join(f"{part:02X}" for part in mixed), stuff.dark, stuff.grain)


class Load:
    """A workpiece drawn once, its middle at the origin, as wide and tall as ``size`` (pixels)."""

    def __init__(self, work: Workpiece, size: Point, coat: Stuff | None = None) -> None:
        self.work = work
        self.width, self.height = size
        self.dry = self._image(work.stuff)
        # What nobody named shows no wetness either: a grey thing stays grey.
        self.wet = self._image(coat or moist(work.stuff)) if work.said or coat else self.dry

    @property
    def bounds(self) -> skia.Rect:
        """The box of the drawing, with its outline."""
        return skia.Rect.MakeLTRB(-self.width / 2 - 6, -self.height / 2 - 6, self.width / 2 + 6, self.height / 2 + 6)

    def _image(self, stuff: Stuff) -> skia.Image:
        """Drawn twice as large as it is shown, so that it stays sharp when it turns."""
        box = self.bounds
        surface = skia.Surface(math.ceil(box.width() * SHARPNESS), math.ceil(box.height() * SHARPNESS))
        canvas = surface.getCanvas()
        canvas.scale(SHARPNESS, SHARPNESS)
        canvas.translate(-box.left(), -box.top())
        drawing = _draw_stems if stuff.dark == stuffs.PLANT.dark else DRAWINGS.get(self.work.form, _draw_lump)
        drawing(canvas, (self.width, self.height), stuff)
        return surface.makeImageSnapshot()

    def draw(self, canvas: skia.Canvas, at: Point, *, wet: float = 0.0, turn: float = 0.0) -> None:
        """Draw it at a point; ``wet`` 0 to 1."""
        canvas.save()
        canvas.translate(*at)
        canvas.rotate(turn)
        if wet < 0.99:
            self._lay(canvas, self.dry, 1.0)
        if wet > 0.01 and self.wet is not self.dry:
            self._lay(canvas, self.wet, min(1.0, wet))
        canvas.restore()

    def draw_coat(self, canvas: skia.Canvas, at: Point, line: float) -> None:
        """What is wet or coated below a line; ``line`` is its height (y) seen from the middle."""
        if line < self.height / 2 and self.wet is not self.dry:
            canvas.save()
            canvas.translate(*at)
            canvas.clipRect(skia.Rect.MakeLTRB(-self.width, line, self.width, self.height))
            self._lay(canvas, self.wet, 1.0)
            canvas.restore()

    def _lay(self, canvas: skia.Canvas, image: skia.Image, alpha: float) -> None:
        box = self.bounds
        sharp = skia.Rect.MakeWH(box.width() * SHARPNESS, box.height() * SHARPNESS)
        canvas.drawImageRect(image, sharp, box, skia.SamplingOptions(skia.FilterMode.kLinear), fill(INK, alpha))


def _draw_rods(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    wide, tall = size
    rows = max(3, min(6, round(tall / 20)))
    thick = tall / rows
    for row in range(rows):
        y = -tall / 2 + row * thick
        shift = (0.03, -0.02, 0.0, -0.035, 0.02, -0.01)[row] * wide
        rod = rectangle(-wide * 0.46 + shift, y, wide * 0.92, thick * 0.94, thick * 0.4)
        lay(canvas, rod, stuff, outline=2)
        knots = skia.Path()
        for knot in (-0.22, 0.12, 0.34):
            x = wide * knot + shift * 2
            knots.moveTo(x, y + 1)
            knots.quadTo(x + 4, y + thick * 0.45, x, y + thick * 0.9)
        if stuff is not UNSAID:
            canvas.drawPath(knots, line(INK2, 1.5))


def _draw_stems(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    wide, tall = size
    chance = random.Random(8)  # noqa: S311  WONTFIX: drawing, not secrets
    for index in range(15):
        y = tall * (0.4 - 0.8 * index / 14)
        lift = chance.uniform(-0.1, 0.1) * tall
        reach = chance.uniform(0.84, 1.0) * wide / 2
        leaf = skia.Path()
        leaf.moveTo(reach, y * 0.5)
        leaf.cubicTo(reach * 0.3, y - tall * 0.06, -reach * 0.4, y + lift - tall * 0.09, -reach, y * 1.25 + lift)
        leaf.cubicTo(-reach * 0.4, y + lift + tall * 0.07, reach * 0.3, y + tall * 0.04, reach, y * 0.5 + 3)
        leaf.close()
        lay(canvas, leaf, stuff, outline=1.5)


def _draw_sheet(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    half, tall = size[0] / 2, size[1] / 2
    for index in range(3):
        y = -tall + index * tall * 0.56
        points = [
            (-half, y + tall * 0.3), (-half * 0.5, y), (0, y + tall * 0.2), (half * 0.5, y + tall * 0.02),
            (half, y + tall * 0.24), (half * 0.97, y + tall * 0.86), (half * 0.4, y + tall * 0.7),
            (-half * 0.1, y + tall * 0.88), (-half * 0.6, y + tall * 0.7), (-half * 0.96, y + tall * 0.9),
        ]  # fmt: skip
        lay(canvas, curve(points, closed=True), stuff)
        if stuff is not UNSAID:
            folds = skia.Path()
            for x in (-0.62, -0.2, 0.24, 0.66):
                folds.moveTo(half * x, y + tall * 0.2)
                folds.quadTo(half * (x + 0.05), y + tall * 0.4, half * x, y + tall * 0.64)
            canvas.drawPath(folds, line(INK2, 1.4, 0.7))


def _draw_strand(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    """A skein, lying or (taller than wide) hanging."""
    half, tall = size[0] / 2, size[1] / 2
    slot = (0.62, 0.34) if half > tall else (0.36, 0.68)
    ring, hole = skia.Path(), skia.Path()
    ring.addOval(skia.Rect.MakeLTRB(-half, -tall, half, tall))
    hole.addOval(skia.Rect.MakeLTRB(-half * slot[0], -tall * slot[1], half * slot[0], tall * slot[1]))
    lay(canvas, skia.Op(ring, hole, skia.PathOp.kDifference_PathOp), stuff)
    threads = skia.Path()
    for share in (0.26, 0.5, 0.74, 0.9):
        wide, high = (half * (inner + (1 - inner) * share) for inner in slot)
        threads.addOval(skia.Rect.MakeLTRB(-wide, -high * tall / half, wide, high * tall / half))
    canvas.drawPath(threads, line(GREY if stuff is UNSAID else stuff.dark, 1.3, 0.9))
    for end in (-0.84, 0.84):
        if half > tall:
            canvas.drawLine(half * end - 6, -tall * 0.3, half * end + 6, tall * 0.3, line(INK2, 3))
        elif end > 0:
            canvas.drawLine(-half * 0.5, tall * 0.78, half * 0.5, tall * 0.84, line(INK2, 3))


def _draw_lump(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    half, tall = size[0] / 2, size[1] / 2
    around = [
        (half * (1 - 0.1 * (index % 3 == 1)) * math.cos(turn), tall * (1 - 0.12 * (index % 4 == 2)) * math.sin(turn))
        for index, turn in enumerate(math.tau * step / 11 for step in range(11))
    ]
    shape = curve(around, closed=True)
    lay(canvas, shape, stuff, outline=2.6)
    _shade(canvas, shape, stuff)


def _draw_block(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    half, tall = size[0] / 2, size[1] / 2
    depth = min(26.0, tall * 0.5)
    top = polygon([(-half, -tall + depth), (-half + depth, -tall), (half, -tall), (half - depth, -tall + depth)])
    side = polygon([(half - depth, -tall + depth), (half, -tall), (half, tall - depth), (half - depth, tall)])
    front = polygon([(-half, -tall + depth), (half - depth, -tall + depth), (half - depth, tall), (-half, tall)])
    for face in (top, side, front):
        lay(canvas, face, stuff, outline=2.4)
    _shade(canvas, side, stuff)


def _draw_rounds(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    half, tall = size[0] / 2, size[1] / 2
    radius = min(tall * 0.5, half * 0.24)
    for row, count in ((1, 4), (0, 3)):
        y = tall - radius - (1 - row) * radius * 1.72
        for index in range(count):
            ball = circle((index - (count - 1) / 2) * radius * 2, y, radius - 1)
            lay(canvas, ball, stuff, outline=2.4)
            _shade(canvas, ball, stuff)


def _draw_vessel(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    half, tall = min(size[0] / 2, size[1] * 0.75), size[1] / 2
    right = [(half, -tall + 8), (half * 0.92, -tall * 0.2), (half * 0.68, tall * 0.52), (half * 0.42, tall * 0.8)]
    foot = [(half * 0.42, tall), (-half * 0.42, tall)]
    left = [(-x, y) for x, y in reversed(right)]
    body = curve(right)
    for point in (*foot, left[0]):
        body.lineTo(*point)
    for point in left[1:]:
        body.lineTo(*point)
    body.close()
    lay(canvas, body, stuff, outline=2.6)
    _shade(canvas, body, stuff)
    rim = skia.Path()
    rim.addOval(skia.Rect.MakeLTRB(-half, -tall, half, -tall + 16))
    lay(canvas, rim, stuff)


def _draw_heap(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    half, tall = size[0] / 2, size[1] / 2
    heap = curve([(-half, tall), (-half * 0.5, tall * 0.1), (0, -tall), (half * 0.46, 0), (half, tall)])
    heap.close()
    lay(canvas, heap, stuff)


def _shade(canvas: skia.Canvas, shape: skia.Path, stuff: Stuff) -> None:
    """Engraver's lines on the side away from the light."""
    if stuff is UNSAID:
        return
    box = shape.getBounds()
    lit = skia.Path(shape)
    lit.offset(-box.width() * 0.12, -box.height() * 0.2)
    lines = skia.Path()
    x = box.left() - box.height()
    while x < box.right():
        lines.moveTo(x, box.bottom())
        lines.lineTo(x + box.height(), box.top())
        x += 6
    canvas.save()
    canvas.clipPath(shape, doAntiAlias=True)
    canvas.clipPath(lit, skia.ClipOp.kDifference, doAntiAlias=True)
    canvas.drawPath(lines, line(INK, 1.1, 0.6))
    canvas.restore()


DRAWINGS: Final[dict[Form, Callable[[skia.Canvas, Point, Stuff], None]]] = {
    Form.RODS: _draw_rods,
    Form.SHEET: _draw_sheet,
    Form.STRAND: _draw_strand,
    Form.LUMP: _draw_lump,
    Form.BLOCK: _draw_block,
    Form.ROUND: _draw_rounds,
    Form.VESSEL: _draw_vessel,
    Form.POWDER: _draw_heap,
}


def load_in(reading: Reading, unsaid: Form = Form.LUMP) -> Workpiece:
    """The first said material that is no liquid; of one whose form nobody knows, or of none, the look is assumed."""
    names = []
    for term in reading.step.material:
        kind = kind_of(term.text)
        if kind is None:
            names.append(term.text)
        elif kind[0] is not Form.LIQUID:
            return workpiece_in(reading, *DRAWINGS, unsaid=unsaid)
    return reading.assume(f"{names[0]}的样子" if names else "料的样子", Workpiece("", unsaid, UNSAID))
