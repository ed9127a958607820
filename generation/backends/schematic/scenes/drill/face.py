"""The holes as one looks along the drill."""

import math
from typing import ClassVar

import skia

from generation.backends.schematic.drawing.lines import circle, rectangle
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import GREY, INK, RED, fill, line
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
from generation.backends.schematic.scenes.drill.bore import DARK, FORMS, bore_of, holes_of
from generation.backends.schematic.scenes.props.bench import (
    HandFigure,
    draw_size,
    write_size,
)
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.things.workpieces import Form, workpiece_in
from generation.backends.schematic.words.reading import Reading


class DrillFace(HandFigure):
    """The holes as one looks along the drill."""

    shows_hand: ClassVar[bool] = False

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        said = holes_of(reading)
        self.count = said or 1
        if not said:
            reading.assume("孔的个数", None)
        self.pitch = (stage.width - 56) / self.count
        room = min(stage.height * 0.42, self.pitch * 0.62)
        self.hole = bore_of(reading, room, 1e6)
        true = self.hole.width_said is not None
        super().__init__(reading, Panel(place, "迎面·孔眼", Pace.FASTER, Scale.TRUE if true else Scale.NONE))
        self.work = workpiece_in(reading, *FORMS, unsaid=Form.BLOCK)
        self.crossed = reading.says("交点", "十字", "交叉点")
        self.middle = stage.y + stage.height * 0.44

    def centre(self, index: int) -> float:
        """The x of a hole; the first is on the side away from the hand."""
        return self.panel.stage.x + 28 + self.pitch * (index + 0.5)

    def still_shapes(self, canvas: skia.Canvas) -> None:
        """The face of the work and the marks."""
        stage = self.panel.stage
        lay(canvas, rectangle(stage.x + 20, stage.y + 18, stage.width - 40, stage.height - 36, 8), self.work.stuff)
        arm = min(self.pitch * 0.46, stage.height * 0.36)
        for index in range(self.count):
            x = self.centre(index)
            paint = line(INK, 2) if self.crossed else line(GREY, 1.4, dash=(9, 5))
            canvas.drawLine(x - arm, self.middle, x + arm, self.middle, paint)
            canvas.drawLine(x, self.middle - arm, x, self.middle + arm, paint)

    def moving_shapes(self, canvas: skia.Canvas, moment: Moment) -> None:
        """Every hole as wide as it is now; the one under way with the way it turns."""
        wide, before = self.hole.across / 2, self.hole.start / 2
        beat = span(moment.share, 0.0, 0.9) * self.count
        for index in range(self.count):
            grown = ease(span(beat - index, 0.0, 0.9))
            radius = max(before + (wide - before) * grown, 3.0 if index == 0 else 0.0)
            if radius:
                self._draw_hole(canvas, self.centre(index), radius)
        here = self.centre(min(self.count - 1, int(beat)))
        self._draw_turning(canvas, here, wide + 12, moment.seconds)

    def _draw_hole(self, canvas: skia.Canvas, x: float, radius: float) -> None:
        said = self.work.said
        hole = circle(x, self.middle, radius)
        canvas.drawPath(hole, fill(DARK if said else "#B9AF9E"))
        canvas.drawPath(hole, line(INK if said else GREY, 2.6))

    def _draw_turning(self, canvas: skia.Canvas, x: float, reach: float, seconds: float) -> None:
        oval = skia.Rect.MakeLTRB(x - reach, self.middle - reach, x + reach, self.middle + reach)
        start = seconds * 150 % 360
        canvas.drawArc(oval, start, 250, useCenter=False, paint=line(RED, 3))
        end = math.radians(start + 250)
        tip = (x + reach * math.cos(end), self.middle + reach * math.sin(end))
        arrow(canvas, tip, end + math.pi / 2, 15, RED)

    def lettering(self, pen: Pen) -> None:
        """The said width under the last hole."""
        said = self.hole.width_said
        if said is None:
            return
        x, half = self.across(self.centre(self.count - 1)), self.hole.across / 2
        y = self.middle + max(half + 26, self.panel.stage.height * 0.24)
        for edge in (x - half, x + half):
            pen.canvas.drawLine(edge, self.middle, edge, y + 8, line(GREY, 1.1))
        draw_size(pen.canvas, said, (x - half, y), (x + half, y))
        write_size(pen, said, (x, y + 40), self.pitch, halo=self.work.stuff.body)
