"""The pulled strand in the glass: its fibres come to lie straight, it gets thinner, or it settles on the cloth."""

import math
from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import polygon
from generation.backends.schematic.drawing.notation import Look, arrow, dimension
from generation.backends.schematic.drawing.palette import GREY, INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, width
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    mirrored,
)
from generation.backends.schematic.scenes.props.lens import GLASS, lens_in
from generation.backends.schematic.scenes.pull.words import Pulled, cocoons_in, pulls_in, strand_in, workpiece_of
from generation.backends.schematic.things.stuff import METAL, UNSAID, lay
from generation.backends.schematic.words.amounts import length_in_mm
from generation.backends.schematic.words.reading import Reading

YARN: Final = 28.0
TITLES: Final = {
    Pulled.THROUGH_CLOTH: "线贴面",
    Pulled.SOFT: "粗细",
    Pulled.DIE: "模孔",
    Pulled.COCOON: "合丝",
    Pulled.STRAND: "纤维",
}


class PullLens(Figure):
    """Built for a pull to the right, mirrored for one to the left."""

    def __init__(self, reading: Reading, place: Place, kind: Pulled) -> None:
        stage = place.stage
        self.kind, self.pulls = kind, pulls_in(reading)
        self.left = kind is not Pulled.SOFT and reading.holder().left
        soft = workpiece_of(reading) if kind is Pulled.SOFT else None
        self.stuff = (soft.stuff if soft else UNSAID) if kind is Pulled.SOFT else strand_in(reading).stuff
        self.lens = lens_in(stage, rise=2)
        self.middle, self.radius = self.lens.middle, self.lens.radius
        thick = reading.amount(Measure.DIAMETER) or reading.amount(Measure.THICKNESS)
        self.said = thick if kind in (Pulled.SOFT, Pulled.DIE) else None
        unit = length_in_mm(self.said.unit) if self.said else None
        self.pixels_per_mm = self.thin * 2 / (self.said.middle * unit) if self.said and unit else None
        scale = Scale.TRUE if self.said else Scale.NONE
        self.panel = Panel(place, TITLES[kind], Pace.ASSUMED, scale)
        self.fibres = cocoons_in(reading) if kind is Pulled.COCOON else 6
        if kind is Pulled.SOFT and not self.said:
            reading.assume("粗细", None)
        if kind is Pulled.STRAND:
            reading.assume("线的纤维", None)

    @property
    def thin(self) -> float:
        """Half the thickness at the end of the pull, in pixels."""
        return self.radius * 0.14

    def still(self, pen: Pen) -> None:
        """The glass, and the cloth in it."""
        canvas = pen.canvas
        self.lens.draw_glass(canvas)
        if self.kind is Pulled.THROUGH_CLOTH:
            with self.lens.inside(canvas):
                self._draw_cloth(canvas)
        self.lens.draw_rim(canvas)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """What the pull does, under the glass."""
        canvas, way = pen.canvas, self.pulls.way(moment)
        draw = {
            Pulled.THROUGH_CLOTH: self._draw_thread,
            Pulled.SOFT: self._draw_soft,
            Pulled.DIE: self._draw_die,
            Pulled.COCOON: self._draw_fibres,
            Pulled.STRAND: self._draw_fibres,
        }[self.kind]
        with self.lens.inside(canvas), mirrored(canvas, self.middle[0], when=self.left):
            draw(canvas, way)
        if self.said:
            self._write(pen)

    def _draw_cloth(self, canvas: skia.Canvas) -> None:
        (x, y), r = self.middle, self.radius
        level, yarns = y + r * 0.3, skia.Path()
        start = x - r - YARN
        for step in range(int(2 * r / YARN) + 3):
            yarns.addCircle(start + step * YARN, level, 9)
        canvas.drawPath(yarns, fill("#EADFC6"))
        canvas.drawPath(yarns, line(INK, 1.5))
        for side in (1, -1):
            wave = skia.Path()
            wave.moveTo(start - YARN / 2, level)
            for step in range(int(2 * r / YARN) + 3):
                lift = side * (17 if step % 2 else -17)
                wave.rCubicTo(9, lift, 19, lift, YARN, 0)
            canvas.drawPath(wave, line(INK, 5))
            canvas.drawPath(wave, line("#F7F0DF", 2.6))

    def _draw_thread(self, canvas: skia.Canvas, way: float) -> None:
        (x, y), r = self.middle, self.radius
        level = y + r * 0.3
        base, tall = level - 24, r * 0.9 * (1 - way)
        thread = skia.Path()
        thread.moveTo(x - r * 0.55, level + 70)
        thread.lineTo(x - r * 0.55, base + 10)
        thread.cubicTo(x - r * 0.55, base - tall - 6, x + r * 0.55, base - tall - 6, x + r * 0.55, base + 10)
        thread.lineTo(x + r * 0.55, level + 70)
        colour = GREY if self.stuff is UNSAID else INK
        canvas.drawPath(thread, line(colour, 19))
        canvas.drawPath(thread, line(self.stuff.body, 14.5))
        canvas.drawPath(thread, line(self.stuff.dark, 12, 0.5, dash=(2.5, 6)))
        arrow(canvas, (x + r * 0.55, level + 62), math.pi / 2, 20, RED)

    def _draw_fibres(self, canvas: skia.Canvas, way: float) -> None:
        (x, y), r = self.middle, self.radius
        count = self.fibres
        slack = 1 - way
        gap = min(r * 0.16, 0.9 * r / count)
        path = skia.Path()
        for index in range(count):
            offset = (index - (count - 1) / 2) * gap * (1 + 0.25 * slack)
            swing = r * 0.15 * slack * (1 + 0.3 * math.sin(index * 2.1))
            path.moveTo(x - r, y + offset)
            for _ in range(4):
                path.rCubicTo(r * 0.17, swing, r * 0.33, swing, r * 0.5, 0)
                swing = -swing
        wide = min(10.0, gap * 0.7)
        said = self.stuff is not UNSAID
        canvas.drawPath(path, line(INK if said else GREY, wide + 3))
        canvas.drawPath(path, line(self.stuff.body, wide))
        for side in (1, -1):
            tip, level = x + side * r * 0.5, y + r * 0.68
            canvas.drawLine(x + side * r * 0.14, level, tip, level, line(RED, 3))
            arrow(canvas, (tip + side * 8, level), 0.0 if side > 0 else math.pi, 16, RED)

    def _draw_soft(self, canvas: skia.Canvas, way: float) -> None:
        (x, y), r = self.middle, self.radius
        half = self.thin * (1 + 2.4 * (1 - way))
        lay(canvas, _band(x, y, r * 1.1, half), self.stuff, outline=2.6)
        grain = skia.Path()
        for step in range(-3, 4):
            grain.moveTo(x - r, y + step * half * 0.26)
            grain.lineTo(x + r, y + step * half * 0.26)
        canvas.drawPath(grain, line(self.stuff.dark, 1.1, 0.6, dash=(20 + 60 * way, 9)))
        for side in (1, -1):
            canvas.drawLine(x, y + side * (half + 52), x, y + side * (half + 20), line(RED, 3))
            arrow(canvas, (x, y + side * (half + 9)), -side * math.pi / 2, 16, RED)

    def _draw_die(self, canvas: skia.Canvas, way: float) -> None:
        (x, y), r = self.middle, self.radius
        thin, thick = self.thin, self.thin * 2.2
        wire = [(x - r * 1.1, y - thick), (x - r * 0.3, y - thick), (x + r * 0.2, y - thin), (x + r * 1.1, y - thin)]
        body = polygon([*wire, *[(px, 2 * y - py) for px, py in reversed(wire)]])
        for side in (1, -1):
            jaw = polygon(
                [
                    (x - r * 0.36, y - side * (thick + 5)),
                    (x + r * 0.2, y - side * (thin + 1)),
                    (x + r * 0.34, y - side * (thin + 5)),
                    (x + r * 0.34, y - side * r),
                    (x - r * 0.36, y - side * r),
                ]
            )
            lay(canvas, jaw, METAL)
        lay(canvas, body, self.stuff, outline=2.4)
        marks = skia.Path()
        for step in range(-1, 9):
            at = x - r + (step + way * 5 % 1) * r * 0.3
            half = thick if at < x - r * 0.3 else max(thin, thick - (thick - thin) * (at - x + r * 0.3) / (r * 0.5))
            marks.moveTo(at, y - half * 0.8)
            marks.quadTo(at + 8, y, at, y + half * 0.8)
        canvas.drawPath(marks, line(INK2, 1.4, 0.8))
        canvas.drawLine(x + r * 0.5, y + r * 0.46, x + r * 0.76, y + r * 0.46, line(RED, 3))
        arrow(canvas, (x + r * 0.84, y + r * 0.46), 0.0, 16, RED)

    def _write(self, pen: Pen) -> None:
        said, (x, y), r = self.said, self.middle, self.radius
        if said is None:
            return
        at = x + r * 0.62 * (-1 if self.left else 1)
        look = Look(about=said.about or said.ranged)
        dimension(pen.canvas, (at, y - self.thin), (at, y + self.thin), look)
        style = FACT.but(anchor="m", halo=GLASS)
        style = style if width(said.figure, style) <= r * 1.2 else style.but(size=22)
        pen.write(said.figure, x, y - r * 0.52, style)


def _band(x: float, y: float, reach: float, half: float) -> skia.Path:
    bend = half * 0.3
    path = skia.Path()
    path.moveTo(x - reach, y - half - bend)
    path.quadTo(x, y - half + bend, x + reach, y - half - bend)
    path.lineTo(x + reach, y + half + bend)
    path.quadTo(x, y + half - bend, x - reach, y + half + bend)
    path.close()
    return path
