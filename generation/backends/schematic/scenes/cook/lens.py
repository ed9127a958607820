"""The inside of the pot in the glass: bubbles, steam through the grid, grains that tumble, an edge that melts."""

import math
from typing import Final

import skia

from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale
from generation.backends.schematic.scenes.cook.words import Way, cooked_in, fills, way_of
from generation.backends.schematic.scenes.props.cut_vessel import liquid_in
from generation.backends.schematic.scenes.props.dials import passed
from generation.backends.schematic.scenes.props.flames import Plume, bubbles
from generation.backends.schematic.scenes.props.lens import lens_in
from generation.backends.schematic.scenes.props.load import Load, rolled
from generation.backends.schematic.scenes.props.load_forms import add_leaf, draw_pieces
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.things.workpieces import Workpiece
from generation.backends.schematic.words.reading import Reading

TITLES: Final = {Way.BOIL: "放大·滚着", Way.STEAM: "放大·汽往上走", Way.FRY: "放大·翻着", Way.MELT: "放大·边上先化"}


class CookLens(Figure):
    """A detail of the pot's inside; how violent it is nobody said."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.way = way_of(reading)
        self.panel = Panel(place, TITLES[self.way], Pace.ASSUMED, Scale.NONE)
        self.lens = lens_in(stage)
        self.middle, self.radius = self.lens.middle, self.lens.radius
        work = cooked_in(reading)
        wet = self.way in (Way.BOIL, Way.STEAM)
        self.liquid = work.stuff if work and (fills(work) or not wet) else liquid_in(reading)
        self.leaves = rolled(work)
        self.load = self._load(work)

    def _load(self, work: Workpiece | None) -> Load | None:
        if work is None or self.way is Way.FRY or (fills(work) and self.way is Way.BOIL):
            return None
        share = (1.2, 0.6) if self.way is Way.STEAM else (1.1, 0.8)
        return Load(work, (self.radius * share[0], self.radius * share[1]))

    def still(self, pen: Pen) -> None:
        """The ground of the glass."""
        canvas, (x, y) = pen.canvas, self.middle
        self.lens.draw_glass(canvas)
        canvas.save()
        canvas.clipPath(self.lens.glass)
        if self.way is Way.BOIL:
            lay(canvas, self.lens.glass, self.liquid, outline=0)
        elif self.way is Way.STEAM:
            self._draw_grid(canvas)
        else:
            floor = skia.Path()
            floor.addRect(skia.Rect.MakeLTRB(x - self.radius, y + self.radius * 0.62, x + self.radius, y + self.radius))
            lay(canvas, floor, stuffs.METAL)
        canvas.restore()
        self.lens.draw_rim(pen.canvas)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """What the heat does."""
        canvas = pen.canvas
        with self.lens.inside(canvas):
            {
                Way.BOIL: self._draw_boiling,
                Way.STEAM: self._draw_steaming,
                Way.FRY: self._draw_frying,
                Way.MELT: self._draw_melting,
            }[self.way](canvas, moment)

    def _draw_grid(self, canvas: skia.Canvas) -> None:
        x, y = self.middle
        for step in range(-7, 8):
            slat = skia.Rect.MakeXYWH(x + step * self.radius / 6 - 9, y + self.radius * 0.42, 18, 12)
            path = skia.Path()
            path.addRect(slat)
            lay(canvas, path, stuffs.BAMBOO, outline=1.6)

    def _draw_boiling(self, canvas: skia.Canvas, moment: Moment) -> None:
        (x, y), radius = self.middle, self.radius
        if self.load:
            at = (x + 5 * math.sin(moment.seconds * 2.1), y + radius * 0.16 + 6 * math.sin(moment.seconds * 2.9))
            self.load.draw(canvas, at, wet=0.2 + 0.7 * passed(moment), turn=3 * math.sin(moment.seconds * 1.7))
        box = skia.Rect.MakeLTRB(x - radius, y - radius, x + radius, y + radius)
        canvas.save()
        canvas.translate(x, y)
        canvas.scale(1.7, 1.7)
        bubbles(canvas, skia.Rect.MakeLTRB(-radius / 2, -radius / 1.8, radius / 2, radius / 1.8), moment.seconds, 15)
        canvas.restore()
        for part in (-0.62, 0.62):
            tip = box.top() + radius * (0.5 + 0.05 * math.sin(moment.seconds * 4))
            canvas.drawLine(x + part * radius, y + radius * 0.3, x + part * radius, tip + 8, line(RED, 2.6))
            arrow(canvas, (x + part * radius, tip), -math.pi / 2, 15, RED)

    def _draw_steaming(self, canvas: skia.Canvas, moment: Moment) -> None:
        (x, y), radius = self.middle, self.radius
        plume = Plume(x - radius * 0.8, x + radius * 0.8, y + radius * 0.9, radius * 1.7, 6)
        plume.draw(canvas, moment.seconds)
        if self.load:
            self.load.draw(canvas, (x, y + radius * 0.42 - self.load.height / 2), wet=0.5 * passed(moment))

    def _draw_frying(self, canvas: skia.Canvas, moment: Moment) -> None:
        (x, y), radius = self.middle, self.radius
        grains = skia.Path()
        for index in range(16):
            hop = (
                abs(math.sin(moment.seconds * 2.6 + index * index * 0.7)) * radius * (0.2 + 0.7 * ((index * 3) % 5) / 5)
            )
            across = ((index * 0.618) % 1) * 2 - 1
            at = (x + across * radius * 0.8, y + radius * 0.52 - hop)
            if self.leaves:
                add_leaf(grains, at, index * 2.4 + moment.seconds * 2, radius * 0.15)
            else:
                grains.addCircle(*at, radius * (0.07 + 0.04 * (index % 2)))
        draw_pieces(canvas, grains, self.liquid, rolled=self.leaves)

    def _draw_melting(self, canvas: skia.Canvas, moment: Moment) -> None:
        (x, y), radius, gone = self.middle, self.radius, passed(moment)
        floor = y + radius * 0.62
        if self.load:
            share = 1 - 0.85 * gone
            canvas.save()
            canvas.translate(x, floor - self.load.height / 2 * share)
            canvas.scale(share**0.4, share)
            self.load.draw(canvas, (0, 0))
            canvas.restore()
        half, thick = radius * (0.3 + 0.75 * gone), radius * (0.05 + 0.3 * gone)
        pool = skia.Path()
        pool.moveTo(x - half, floor)
        pool.cubicTo(x - half * 1.05, floor - thick, x - half * 0.8, floor - thick, x - half * 0.5, floor - thick * 0.9)
        pool.lineTo(x + half * 0.5, floor - thick * 0.9)
        pool.cubicTo(x + half * 0.8, floor - thick, x + half * 1.05, floor - thick, x + half, floor)
        pool.close()
        canvas.drawPath(pool, fill(self.liquid.body, 0.9))
        canvas.drawPath(pool, line(self.liquid.dark, 2))
