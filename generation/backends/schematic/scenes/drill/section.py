"""The work cut open, so that the drill is seen in its hole."""

import math

import skia

from generation.backends.schematic.drawing.lines import polygon, rectangle
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import GREY, INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import (
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    ease,
    span,
)
from generation.backends.schematic.scenes.drill.bore import DARK, FORMS, bore_of, goes_through
from generation.backends.schematic.scenes.props.bench import (
    HandFigure,
    bench_said,
    caption,
    draw_bench,
    draw_size,
    dust,
    write_size,
)
from generation.backends.schematic.scenes.props.gear import ToolInHand, gear_for
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.things.workpieces import Form, workpiece_in
from generation.backends.schematic.words.reading import Reading


class DrillSection(HandFigure):
    """The work cut open, so that the drill is seen in its hole. ``hole`` is in pixels."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.level = stage.bottom - 34
        self.high = stage.height * 0.62
        self.wide = min(stage.width * 0.34, self.high * 1.35)
        self.face = stage.x + stage.width * 0.1 + self.wide
        self.hole = bore_of(reading, self.high * 0.34, self.wide * 0.82)
        self.through = goes_through(reading)
        self.deep = self.wide if self.through else self.hole.deep
        super().__init__(reading, Panel(place, caption(reading, "剖面"), Pace.FASTER, self._scale()))
        self.work = workpiece_in(reading, *FORMS, unsaid=Form.BLOCK)
        self.bench = bench_said(reading)
        size = min(1.0, stage.width / 640, stage.height / 300)
        self.drill = ToolInHand(gear_for(reading, "drill", unsaid="drill"), self.holder, size)
        self.long = self.deep + 46  # of the bit, so that the hand stays outside
        self.middle = self.level - self.high / 2 - (0 if self.work.form is Form.ROUND else 4)
        reading.assume("料的大小", None)

    def _scale(self) -> Scale:
        return Scale.TRUE if self.hole.true else Scale.NONE

    def depth_at(self, share: float) -> float:
        """How deep the drill is, in pixels."""
        if self.hole.start:
            return self.deep * (0.25 + 0.75 * ease(span(share, 0.05, 0.85)))
        return self.deep * (0.06 + 0.94 * ease(span(share, 0.0, 0.85)))

    def body(self) -> skia.Path:
        """The outline of the work."""
        left, top = self.face - self.wide, self.level - self.high
        if self.work.form is Form.ROUND:
            oval = skia.Path()
            oval.addOval(skia.Rect.MakeLTRB(left, top, self.face, self.level))
            return oval
        return rectangle(left, top, self.wide, self.high, 6)

    def still_shapes(self, canvas: skia.Canvas) -> None:
        """Bench and work, and the hole that was there before."""
        draw_bench(canvas, self.panel.stage, self.level, said=self.bench)
        lay(canvas, self.body(), self.work.stuff, outline=2.8)
        if self.hole.start:
            self._draw_channel(canvas, self.deep, self.hole.start)

    def _draw_channel(self, canvas: skia.Canvas, deep: float, wide: float) -> None:
        channel = rectangle(self.face - deep, self.middle - wide / 2, deep + 3, wide)
        canvas.save()
        canvas.clipPath(self.body(), doAntiAlias=True)
        canvas.drawPath(channel, fill(DARK if self.work.said else "#B9AF9E"))
        canvas.drawPath(channel, line(INK if self.work.said else GREY, 1.8))
        canvas.restore()

    def moving_shapes(self, canvas: skia.Canvas, moment: Moment) -> None:
        """The hole so far, the turning bit, the hand, the dust."""
        deep = self.depth_at(moment.share)
        self._draw_channel(canvas, deep, self.hole.across)
        tip = (self.face - deep, self.middle)
        self.drill.draw(canvas, (tip[0] + self.long - 60 * self.drill.size, self.middle))
        self._draw_bit(canvas, tip, moment.seconds)
        fall = self.level - self.middle - 6
        grains = dust((self.face + 8, self.middle + self.hole.across / 2), moment.seconds, reach=9, fall=fall)
        canvas.drawPath(grains, fill(self.work.stuff.dark, 0.85))
        self._draw_turning(canvas, tip[0], moment.seconds)

    def _draw_bit(self, canvas: skia.Canvas, tip: tuple[float, float], seconds: float) -> None:
        half, end = self.hole.across * 0.46, self.long
        bit = polygon([tip, (tip[0] + half, tip[1] - half), (tip[0] + end, tip[1] - half),
                       (tip[0] + end, tip[1] + half), (tip[0] + half, tip[1] + half)])  # fmt: skip
        canvas.drawPath(bit, fill("#D8D4C9"))
        canvas.save()
        canvas.clipPath(bit, doAntiAlias=True)
        pitch = max(12.0, half * 1.3)
        canvas.translate(tip[0] + seconds * 26 % pitch - pitch, tip[1])
        twist = skia.Path()
        for step in range(int(end / pitch) + 3):
            twist.moveTo(step * pitch, half)
            twist.lineTo(step * pitch + half * 0.9, -half)
        canvas.drawPath(twist, line(INK2, 2.2))
        canvas.restore()
        canvas.drawPath(bit, line(INK, 2.0))

    def _draw_turning(self, canvas: skia.Canvas, tip: float, seconds: float) -> None:
        x, reach = tip + self.long + 18, max(26.0, self.hole.across * 0.5 + 12)
        oval = skia.Rect.MakeLTRB(x - 12, self.middle - reach, x + 12, self.middle + reach)
        canvas.drawArc(oval, 110, 250, useCenter=False, paint=line(RED, 3))
        arrow(canvas, (x + 12, self.middle + 2), math.pi / 2, 15, RED)
        turn = seconds * 5
        canvas.drawCircle(x + 12 * math.cos(turn), self.middle + reach * math.sin(turn), 4.5, fill(RED))

    def lettering(self, pen: Pen) -> None:
        """The said depth below the channel, over the work."""
        said = self.hole.depth_said
        if said is None:
            return
        y = self.level - self.high - 16
        start, end = self.point(self.face - self.deep, y), self.point(self.face, y)
        for x, _ in (start, end):
            pen.canvas.drawLine(x, y - 8, x, self.middle - self.hole.across / 2, line(GREY, 1.1))
        draw_size(pen.canvas, said, start, end)
        write_size(pen, said, ((start[0] + end[0]) / 2, y - 16), self.panel.stage.width * 0.4)
