"""A proportion as rows of squares."""

import math

import skia

from generation.backends.schematic.drawing.notation import Look
from generation.backends.schematic.drawing.palette import GREY, INK, line
from generation.backends.schematic.drawing.text import CAPTION, FACT, Pen, clipped, width
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale, ease, span
from generation.backends.schematic.scenes.mix.words import Proportion
from generation.backends.schematic.things.stuff import UNSAID, lay
from generation.backends.schematic.things.workpieces import kind_of
from generation.backends.schematic.words.reading import Reading


class MixParts(Figure):
    """A proportion as rows of squares: one square for each part, all of one size."""

    def __init__(self, reading: Reading, place: Place, said: Proportion) -> None:
        stage = place.stage
        self.said = said
        self.panel = Panel(place, "分量·一格一份", Pace.ASSUMED, Scale.TRUE)
        if not said.names:
            reading.assume("哪份是什么料", None)
        self.names = said.names or ("",) * len(said.parts)
        self.label = max((min(width(name, CAPTION), stage.width * 0.34) for name in self.names), default=0.0)
        self.left = stage.x + 24 + (self.label + 14 if self.label else 0)
        top, room = stage.y + 66, stage.height - 84
        self.row = room / len(said.parts)
        self.cell = min(84.0, self.row * 0.78, (stage.right - 22 - self.left) / max(said.parts))
        self.top = top

    def bar(self, index: int) -> skia.Rect:
        """The whole length of one part."""
        y = self.top + self.row * index + (self.row - self.cell) / 2
        return skia.Rect.MakeXYWH(self.left, y, self.said.parts[index] * self.cell, self.cell)

    def still(self, pen: Pen) -> None:
        """The figure as said and the names."""
        stage = self.panel.stage
        pen.write(
            clipped(self.said.figure, FACT.but(size=34), stage.width - 44),
            stage.x + 22,
            stage.y + 46,
            FACT.but(size=34),
        )
        for index, name in enumerate(self.names):
            bar = self.bar(index)
            base = bar.centerY() + 9
            pen.write(clipped(name, CAPTION, stage.width * 0.34), stage.x + 22, base, CAPTION)
            pen.canvas.drawRect(bar, line(GREY, 1.2, dash=(4, 4)))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The rows fill from left to right, one after the other, in spoken order."""
        done = 0.08 + 0.92 * ease(span(moment.share, 0.0, 0.7))
        measured = done * sum(self.said.parts)
        for index, part in enumerate(self.said.parts):
            self._draw_row(pen.canvas, index, min(part, measured))
            measured -= part
            if measured <= 0:
                break

    def _draw_row(self, canvas: skia.Canvas, index: int, part: float) -> None:
        bar, look = self.bar(index), Look(about=self.said.about)
        kind = kind_of(self.names[index]) if self.names[index] else None
        stuff = kind[1] if kind else UNSAID
        filled = skia.Path()
        filled.addRect(skia.Rect.MakeXYWH(bar.left(), bar.top(), part * self.cell, self.cell))
        lay(canvas, filled, stuff, outline=0)
        cells = skia.Path()
        for step in range(math.ceil(part)):
            wide = min(1.0, part - step) * self.cell
            cells.addRect(skia.Rect.MakeXYWH(bar.left() + step * self.cell, bar.top(), wide, self.cell))
        canvas.drawPath(cells, line(look.colour if look.about else INK, 2.2, dash=look.dash))
