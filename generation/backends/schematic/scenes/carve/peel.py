"""A skin that comes off under a knife while the thing is turned."""

import math
from typing import ClassVar, Final

import skia

from generation.backends.schematic.drawing.lines import Track, circle, curve
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import GREY, INK, RED, fill, line
from generation.backends.schematic.scenes.base import Moment, Pace, Panel, Place, Scale, ease, span
from generation.backends.schematic.scenes.props.bench import HandFigure, caption
from generation.backends.schematic.scenes.props.gear import ToolInHand, gear_for
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.things.workpieces import Form, workpiece_in
from generation.backends.schematic.words.reading import Reading

FORMS: Final = (Form.ROUND, Form.BLOCK, Form.RODS)
SKIN: Final = 13.0  # pixels
CONTACT: Final = -28.0  # degrees from the level, upwards to the right


class CarvePeel(HandFigure):
    """Only what is peeled away changes; the thing keeps its size."""

    most: ClassVar[float] = 320.0  # degrees of skin that come off in the film

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        super().__init__(reading, Panel(place, caption(reading, "正视"), Pace.FASTER, Scale.NONE))
        self.work = workpiece_in(reading, *FORMS, unsaid=Form.ROUND)
        if self.work.form is not Form.ROUND:
            reading.assume("料的样子", None)
        reading.assume("皮的厚薄", None)
        self.radius = min(stage.height * 0.36, stage.width * 0.22)
        self.middle = (stage.x + stage.width * 0.36, stage.y + stage.height * 0.55)
        size = min(1.1, stage.height / 290, stage.width / 600)
        self.tool = ToolInHand(
            gear_for(reading, "carve", "cut", "scrape", unsaid="knife"), self.holder, size, reach=150
        )
        x, y = self._contact()
        drop = self.radius * 0.5
        strip = [(x, y), (x - 6, y - drop * 0.5), (x - drop * 0.5, y - drop * 0.74), (x - drop * 0.9, y - drop * 0.3),
                 (x - drop * 0.7, y + drop * 0.1), (x - drop * 0.35, y - drop * 0.1)]  # fmt: skip
        self._strip = Track(curve(strip))

    def _contact(self) -> tuple[float, float]:
        turn = math.radians(CONTACT)
        return self.middle[0] + self.radius * math.cos(turn), self.middle[1] + self.radius * math.sin(turn)

    def peeled(self, share: float) -> float:
        """The degrees of skin that are off."""
        return 14 + (self.most - 14) * ease(span(share, 0.0, 0.94))

    def still_shapes(self, canvas: skia.Canvas) -> None:
        """The thing below its skin."""
        x, y = self.middle
        lay(canvas, circle(x, y, self.radius - SKIN / 2), self.work.stuff, outline=2.2)
        canvas.drawPath(circle(x, y, self.radius - SKIN / 2), fill("#FFF6E0", 0.55))

    def moving_shapes(self, canvas: skia.Canvas, moment: Moment) -> None:
        """The skin that is left, the strip that hangs, the knife."""
        off = self.peeled(moment.share)
        self._draw_skin(canvas, off)
        x, y = self._contact()
        length = self._strip.length * (0.2 + 0.8 * off / self.most)
        strip = self._strip.part(0, length)
        canvas.drawPath(strip, line(INK if self.work.said else GREY, SKIN + 3))
        canvas.drawPath(strip, line(self.work.stuff.dark, SKIN - 1.5))
        self.tool.slide(canvas, (x, y), -12)
        canvas.drawCircle(x, y, 4, fill(RED))
        self._draw_turning(canvas)

    def _draw_skin(self, canvas: skia.Canvas, off: float) -> None:
        (x, y), radius = self.middle, self.radius
        oval = skia.Rect.MakeLTRB(x - radius, y - radius, x + radius, y + radius)
        ring, inner = line(INK if self.work.said else GREY, SKIN + 4), line(self.work.stuff.dark, SKIN)
        for paint in (ring, inner):
            paint.setStrokeCap(skia.Paint.kButt_Cap)
            canvas.drawArc(oval, CONTACT, 360 - off, useCenter=False, paint=paint)

    def _draw_turning(self, canvas: skia.Canvas) -> None:
        (x, y), reach = self.middle, self.radius * 0.5
        oval = skia.Rect.MakeLTRB(x - reach, y - reach, x + reach, y + reach)
        canvas.drawArc(oval, -30, -200, useCenter=False, paint=line(RED, 3))
        end = math.radians(-230)
        arrow(canvas, (x + reach * math.cos(end), y + reach * math.sin(end)), end - math.pi / 2, 16, RED)
