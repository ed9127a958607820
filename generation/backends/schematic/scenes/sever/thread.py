"""A thread cut off close to the work with scissors or a blade."""

import math
from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Track, curve, rectangle
from generation.backends.schematic.drawing.palette import GREY, INK, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Moment, Pace, Panel, Place, Scale, ease, span
from generation.backends.schematic.scenes.props.bench import (
    HandFigure,
    caption,
    draw_size,
    write_size,
)
from generation.backends.schematic.scenes.props.gear import ToolInHand, gear_for
from generation.backends.schematic.scenes.props.scissors import DEEP, SHUT
from generation.backends.schematic.things.stuff import CLOTH, UNSAID, lay
from generation.backends.schematic.things.workpieces import Form, workpiece_in
from generation.backends.schematic.words.reading import Reading

FABRICS: Final = ("布", "绸", "缎", "绢", "绷", "衣", "绣", "纱", "帕")
CLOSE: Final = ("贴着", "贴住", "贴近", "齐根", "紧挨", "靠着", "挨着")
LEAN: Final = -13.0  # degrees; the handle rises
STEEP: Final = -24.0  # so that the lower edge of open scissors lies along the work
HALF_SHUT: Final = (DEEP + SHUT) / 2  # the thread lies in the middle of the edges
SNIP: Final = 0.55  # part of the film at which the thread is cut


class SeverThread(HandFigure):
    """The thread stands up from the work; the tool comes from the side and the end falls."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.left_over = reading.amount(Measure.LENGTH)
        scale = Scale.TRUE if self.left_over else Scale.NONE
        super().__init__(reading, Panel(place, caption(reading, "侧视"), Pace.ASSUMED, scale))
        self.thread = workpiece_in(reading, Form.STRAND, unsaid=Form.STRAND)
        self.ground = CLOTH if reading.says(*FABRICS) else reading.assume("线所在的料", UNSAID)
        size = min(1.4, stage.width / 640, stage.height / 230)
        self.tool = ToolInHand(gear_for(reading, "sever", "cut", "carve", unsaid="scissors"), self.holder, size)
        self.level = stage.bottom - stage.height * 0.24
        self.foot = stage.x + stage.width * 0.42
        near = 15.0 if reading.says(*CLOSE) else 52.0
        self.stump = stage.height * 0.24 if self.left_over else near
        if not (self.left_over or reading.says(*CLOSE)):
            reading.assume("线头留多长", None)
        x, y = self.foot, self.level
        rise = stage.height * 0.58
        self.whole = Track(curve([(x, y + 4), (x + 2, y - rise * 0.3), (x - 14, y - rise * 0.7), (x - 64, y - rise)]))

    def still_shapes(self, canvas: skia.Canvas) -> None:
        """The work from its edge."""
        stage = self.panel.stage
        sheet = rectangle(stage.x - 10, self.level, stage.width + 20, 40)
        lay(canvas, sheet, self.ground, outline=2.4)

    def moving_shapes(self, canvas: skia.Canvas, moment: Moment) -> None:
        """The thread, whole or in two, and the tool."""
        share = moment.share
        fallen = span(share, SNIP, 0.86)
        if fallen:
            self._draw_thread(canvas, self.whole.part(0, self.stump + 4))
            canvas.save()
            canvas.translate(-46 * fallen, (self.stump + 18) * fallen**2)
            turn = (self.foot, self.level - self.stump)
            canvas.rotate(-74 * ease(fallen), *turn)
            self._draw_thread(canvas, self.whole.part(self.stump + 4, self.whole.length))
            canvas.restore()
        else:
            self._draw_thread(canvas, self.whole.path)
        self._draw_tool(canvas, share)
        if abs(share - SNIP - 0.04) < 0.06:
            for side in (-1, 1):
                x, y = self.foot - 12, self.level - self.stump + 16 * side
                canvas.drawLine(x, y, x - 14, y + 14 * side, line(RED, 3))
        canvas.drawCircle(self.foot, self.level - self.stump, 4, fill(RED))

    def _draw_tool(self, canvas: skia.Canvas, share: float) -> None:
        """A blade comes up to the thread; scissors come open and close on it."""
        come = ease(span(share, 0.0, SNIP - 0.16 * self.tool.snipping)) - 0.5 * ease(span(share, 0.8, 1.0))
        far, y = 120 * (1 - come), self.level - self.stump
        if not self.tool.snipping:
            self.tool.slide(canvas, (self.foot - 26 + far, y), LEAN)
            return
        crossing = DEEP + (SHUT - DEEP) * ease(span(share, SNIP - 0.14, SNIP + 0.08))
        past, turn = (HALF_SHUT - crossing) * self.tool.size, math.radians(STEEP)
        at = (self.foot + far + past * math.cos(turn), y + past * math.sin(turn))
        self.tool.draw(canvas, at, STEEP, crossing)

    def _draw_thread(self, canvas: skia.Canvas, path: skia.Path) -> None:
        said = self.thread.stuff is not UNSAID
        canvas.drawPath(path, line(INK if said else GREY, 8))
        canvas.drawPath(path, line(self.thread.stuff.body, 4.6))

    def lettering(self, pen: Pen) -> None:
        """How much of the thread is left, when it was said."""
        if self.left_over is None:
            return
        x = self.across(self.foot - 60)
        draw_size(pen.canvas, self.left_over, (x, self.level), (x, self.level - self.stump))
        anchor = "l" if self.holder.left else "r"
        y = self.level - self.stump / 2 + 10
        write_size(pen, self.left_over, (x + self.away * 14, y), self.foot - self.panel.stage.x - 90, anchor=anchor)
