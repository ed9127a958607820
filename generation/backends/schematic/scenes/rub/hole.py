"""A file to and fro in a hole, seen with the work cut open."""

import math
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import rectangle
from generation.backends.schematic.drawing.palette import GREY, INK, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Moment, Pace, Panel, Place, Scale
from generation.backends.schematic.scenes.props.bench import (
    HandFigure,
    bench_said,
    caption,
    draw_bench,
    draw_motion,
    draw_tally,
    dust,
    strokes_of,
)
from generation.backends.schematic.scenes.props.gear import ToolInHand, gear_for
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.things.workpieces import Form, workpiece_in
from generation.backends.schematic.words.reading import Reading

FORMS: Final = (Form.BLOCK, Form.ROUND, Form.VESSEL, Form.RODS)


class RubHole(HandFigure):
    """The file cleans or smooths the wall of a hole; its dust falls out."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        super().__init__(reading, Panel(place, caption(reading, "剖面"), Pace.FASTER, Scale.NONE))
        self.work = workpiece_in(reading, *FORMS, unsaid=Form.BLOCK)
        self.bench = bench_said(reading)
        self.strokes = strokes_of(reading, 5)
        size = min(1.1, stage.width / 700, stage.height / 300)
        self.file = ToolInHand(gear_for(reading, "rub", unsaid="file"), self.holder, size)
        self.level = stage.bottom - 36
        self.high = stage.height * 0.6
        self.face = stage.x + stage.width * 0.44
        self.wide = min(stage.width * 0.34, self.high * 1.5)
        self.middle = self.level - self.high * 0.52
        self.bore = self.high * 0.2
        reading.assume("孔的大小", None)

    def still_shapes(self, canvas: skia.Canvas) -> None:
        """The bench, the work, the hole through it."""
        draw_bench(canvas, self.panel.stage, self.level, said=self.bench)
        body = rectangle(self.face - self.wide, self.level - self.high, self.wide, self.high, 6)
        if self.work.form is Form.ROUND:
            body = skia.Path()
            body.addOval(skia.Rect.MakeXYWH(self.face - self.wide, self.level - self.high, self.wide, self.high))
        lay(canvas, body, self.work.stuff, outline=2.8)
        hole = rectangle(self.face - self.wide - 3, self.middle - self.bore / 2, self.wide + 6, self.bore)
        canvas.save()
        canvas.clipPath(body, doAntiAlias=True)
        canvas.drawPath(hole, fill("#FBF6EA"))
        canvas.drawPath(hole, line(INK if self.work.said else GREY, 2.2))
        canvas.restore()

    def moving_shapes(self, canvas: skia.Canvas, moment: Moment) -> None:
        """The file in and out, touching the lower wall, and the dust."""
        _, phase = self.strokes.at(moment.share)
        way = 0.5 + 0.5 * math.cos(math.tau * phase)
        tip = (self.face - self.wide * (0.95 - 0.5 * way), self.middle + self.bore * 0.2)
        left, fall = self.face - self.wide, self.level - self.middle - 6
        for x in (left - 8, self.face + 8):
            grains = dust((x, self.middle + self.bore / 2), moment.seconds, reach=8, fall=fall)
            canvas.drawPath(grains, fill(self.work.stuff.dark, 0.85))
        self.file.draw(canvas, tip)
        y = self.level - self.high - 30
        draw_motion(canvas, (self.face + 110, y), (self.face, y), both=True)

    def tally(self, pen: Pen, moment: Moment) -> None:
        """The said number of strokes as rings that fill."""
        stage = self.panel.stage
        draw_tally(pen.canvas, self.point(stage.x + 30, stage.y + 40), self.strokes, moment.share, -self.away)
