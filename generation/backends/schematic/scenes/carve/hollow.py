"""A hollow that grows inside a thing, seen with the thing cut open."""

import math
from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import curve, rectangle
from generation.backends.schematic.drawing.notation import DASH
from generation.backends.schematic.drawing.palette import BLUE, GREY, INK, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Moment, Pace, Panel, Place, Scale, ease, span
from generation.backends.schematic.scenes.props.bench import (
    HandFigure,
    bench_said,
    caption,
    common_scale,
    draw_bench,
    draw_size,
    dust,
    write_size,
)
from generation.backends.schematic.scenes.props.gear import ToolInHand, gear_for
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.things.workpieces import Form, workpiece_in
from generation.backends.schematic.words.reading import Reading

FORMS: Final = (Form.BLOCK, Form.ROUND, Form.VESSEL, Form.LUMP, Form.RODS)
SWEEPS: Final = 4  # how often the edge goes along the wall and back


class CarveHollow(HandFigure):
    """The hollow opens to the side of the hand. Its depth and mouth are to scale when they were said."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.depth = reading.amount(Measure.DEPTH)
        self.mouth = reading.amount(Measure.DIAMETER) or reading.amount(Measure.WIDTH)
        self.level = stage.bottom - 36
        self.high = min(stage.height * 0.64, stage.height - 110)
        self.wide = min(stage.width * 0.4, self.high * 1.25)
        room = ((self.mouth, self.high * 0.66), (self.depth, self.wide * 0.8))
        scales = common_scale([(said, space) for said, space in room if said])
        scale = Scale.TRUE if scales else Scale.NONE
        super().__init__(reading, Panel(place, caption(reading, "剖面"), Pace.FASTER, scale))
        self.open = self.mouth.middle * scales[0] if self.mouth and scales else self.high * 0.52
        self.deep = self.depth.middle * scales[-1] if self.depth and scales else self.wide * 0.66
        if not self.depth:
            reading.assume("挖的深浅", None)
        self.work = workpiece_in(reading, *FORMS, unsaid=Form.BLOCK)
        self.bench = bench_said(reading)
        self.face = stage.x + stage.width * 0.1 + self.wide
        self.middle = self.level - self.high / 2
        size = min(1.1, stage.width / 700, stage.height / 300)
        self.tool = ToolInHand(
            gear_for(reading, "carve", "cut", "scrape", unsaid="knife"), self.holder, size, reach=260
        )

    def body(self) -> skia.Path:
        """The outline of the thing."""
        box = skia.Rect.MakeXYWH(self.face - self.wide, self.level - self.high, self.wide, self.high)
        if self.work.form is Form.ROUND:
            oval = skia.Path()
            oval.addOval(box)
            return oval
        return rectangle(box.left(), box.top(), box.width(), box.height(), 20 if self.work.form is Form.LUMP else 5)

    def hollow(self, share: float) -> skia.Path:
        """The hollow when a share of its depth is reached."""
        deep, half = self.deep * share, self.open / 2 * (0.55 + 0.45 * share)
        x, y = self.face + 4, self.middle
        return curve([(x, y - half), (x - deep * 0.55, y - half * 0.9), (x - deep - 4, y), (x - deep * 0.55, y + half * 0.9), (x, y + half)])  # fmt: skip

    def still_shapes(self, canvas: skia.Canvas) -> None:
        """The bench and the thing."""
        draw_bench(canvas, self.panel.stage, self.level, said=self.bench)
        lay(canvas, self.body(), self.work.stuff, outline=2.8)

    def grown(self, share: float) -> float:
        """How much of the depth is reached, 0 to 1."""
        return 0.2 + 0.8 * ease(span(share, 0.0, 0.88))

    def moving_shapes(self, canvas: skia.Canvas, moment: Moment) -> None:
        """The hollow so far, its goal, the edge along its wall, the chips."""
        share = self.grown(moment.share)
        canvas.save()
        canvas.clipPath(self.body(), doAntiAlias=True)
        hollow = self.hollow(share)
        canvas.drawPath(hollow, fill("#FBF6EA"))
        canvas.drawPath(hollow, line(INK if self.work.said else GREY, 2.4))
        canvas.drawPath(self.hollow(1.0), line(BLUE if self.depth else GREY, 1.6, dash=DASH))
        canvas.restore()
        way = 0.8 * math.sin(math.tau * SWEEPS * moment.share)
        tip = (
            self.face + 4 - self.deep * share * math.sqrt(1 - way * way),
            self.middle + way * self.open * 0.42 * share,
        )
        chips = dust((self.face + 12, self.middle + self.open * 0.3), moment.seconds, reach=12, fall=self.high * 0.3)
        canvas.drawPath(chips, fill(self.work.stuff.dark))
        self.tool.draw(canvas, tip, -6 * way)
        canvas.drawCircle(*tip, 4, fill(RED))

    def lettering(self, pen: Pen) -> None:
        """The said depth above the thing, the mouth beside it."""
        top = self.level - self.high - 14
        if self.depth:
            start, end = self.point(self.face - self.deep, top), self.point(self.face, top)
            pen.canvas.drawLine(start[0], top - 8, start[0], self.middle, line(GREY, 1.1))
            draw_size(pen.canvas, self.depth, start, end)
            write_size(pen, self.depth, ((start[0] + end[0]) / 2, top - 16), self.panel.stage.width * 0.4)
        if self.mouth:
            x = self.across(self.face - self.wide - 18)
            low, high = self.middle - self.open / 2, self.middle + self.open / 2
            draw_size(pen.canvas, self.mouth, (x, low), (x, high))
            at = (self.across(self.panel.stage.x + 14), self.level + 28)
            write_size(pen, self.mouth, at, 170, anchor="r" if self.holder.left else "l")
