"""A standing bamboo or a branch struck through near its foot."""

import math
from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import polygon, rectangle
from generation.backends.schematic.drawing.palette import GREY, INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Moment, Pace, Panel, Place, Scale, ease, span
from generation.backends.schematic.scenes.props.bench import (
    HandFigure,
    caption,
    draw_tally,
    exact,
    flying,
    strokes_of,
)
from generation.backends.schematic.scenes.props.gear import ToolInHand, gear_for
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.things.workpieces import Form, workpiece_in
from generation.backends.schematic.words.reading import Reading

SLANT: Final = 20.0  # degrees by which the handle points down
EDGE: Final = 38.0  # pixels from the tip to the middle of the edge that strikes
FALL: Final = 0.84  # part of the film at which it is cut through


class SeverFell(HandFigure):
    """The blade is swung from the side; when it is through, the stem leans away from it."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        super().__init__(reading, Panel(place, caption(reading, "侧视"), Pace.ASSUMED, Scale.NONE))
        self.work = workpiece_in(reading, Form.RODS, unsaid=Form.RODS)
        said = exact(reading.amount(Measure.REPETITION))
        self.strokes = strokes_of(reading, said or 4)
        reading.assume("砍在哪里", None)
        size = min(1.1, stage.width / 700, stage.height / 290)
        self.tool = ToolInHand(gear_for(reading, "sever", "cut", unsaid="axe"), self.holder, size, 270)
        self.ground = stage.bottom - 40
        self.cut = stage.bottom - stage.height * 0.52
        self.stem = stage.x + stage.width * 0.36
        self.half = 25.0
        self._back = [stage.x + stage.width * share for share in (0.08, 0.2, 0.55, 0.7)]

    def still_shapes(self, canvas: skia.Canvas) -> None:
        """The ground, and the stump up to the cut."""
        stage = self.panel.stage
        lay(canvas, self._part(self.cut, self.ground + 8), self.work.stuff, outline=2.6)
        canvas.drawLine(stage.x, self.ground + 6, stage.right, self.ground + 6, line(GREY, 2.4))
        tufts = skia.Path()
        for x in range(int(stage.x) + 14, int(stage.right), 38):
            for lean in (-8, -2, 5):
                tufts.moveTo(x, self.ground + 6)
                tufts.lineTo(x + lean, self.ground - 8 - lean % 3 * 3)
        canvas.drawPath(tufts, line(GREY, 1.6))

    def _part(self, top: float, bottom: float) -> skia.Path:
        return rectangle(self.stem - self.half, top, 2 * self.half, bottom - top, 2)

    def struck(self, share: float) -> tuple[float, float]:
        """How much of the stem is cut, and how far the blade is lifted, both 0 to 1."""
        beat = span(share, 0.03, FALL) * self.strokes.count
        index = min(self.strokes.count - 1, int(beat))
        phase = beat - index
        lift = 1 - ease(span(phase, 0.1, 0.5)) if phase < 0.6 else ease(span(phase, 0.6, 1.0))
        return (index + span(phase, 0.46, 0.54)) / self.strokes.count, lift

    def moving_shapes(self, canvas: skia.Canvas, moment: Moment) -> None:
        """The stem upright or leaning, the notch, the blade, the chips."""
        deep, lift = self.struck(moment.share)
        lean = 26 * ease(span(moment.share, FALL, 1.0)) ** 1.4
        canvas.save()
        canvas.rotate(-lean, self.stem - self.half, self.cut)
        self._draw_stem(canvas)
        canvas.restore()
        notch = [(self.stem + self.half + 2, self.cut - 13), (self.stem + self.half - 2 * self.half * deep, self.cut),
                 (self.stem + self.half + 2, self.cut + 9)]  # fmt: skip
        canvas.drawPath(polygon(notch), fill("#FBF6EA"))
        canvas.drawPath(polygon(notch, closed=False), line(INK, 2))
        edge = self.stem + self.half - 2 * self.half * deep
        self._draw_swing(canvas, (edge, self.cut - 2), lift)
        if lift < 0.4 and moment.share < FALL:
            chips = flying((edge + 12, self.cut - 6), moment.seconds * 1.6, reach=60, side=1)
            canvas.drawPath(chips, fill(self.work.stuff.body))
            canvas.drawPath(chips, line(INK, 1.3))
        canvas.drawCircle(edge, self.cut, 4, fill(RED))

    def _draw_stem(self, canvas: skia.Canvas) -> None:
        top = self.panel.stage.y - 90
        lay(canvas, self._part(top, self.cut), self.work.stuff, outline=2.6)
        for level in (self.cut - 62, self.cut - 162):
            for drop, wide in ((0, 2.6), (6, 1.3)):
                left, right = self.stem - self.half - 2, self.stem + self.half + 2
                canvas.drawLine(left, level + drop, right, level + drop, line(INK2, wide))

    def _draw_swing(self, canvas: skia.Canvas, at: tuple[float, float], lift: float) -> None:
        elbow = (at[0] + 430, at[1] + 10)
        canvas.save()
        canvas.translate(*elbow)
        canvas.rotate(14 * lift)
        canvas.translate(-elbow[0], -elbow[1])
        turn = math.radians(SLANT)
        middle = EDGE * self.tool.size
        self.tool.draw(canvas, (at[0] - middle * math.cos(turn), at[1] - middle * math.sin(turn)), SLANT)
        canvas.restore()

    def tally(self, pen: Pen, moment: Moment) -> None:
        """The said number of blows as rings that fill."""
        stage = self.panel.stage
        draw_tally(pen.canvas, self.point(stage.x + 26, stage.y + 34), self.strokes, moment.share, -self.away)
