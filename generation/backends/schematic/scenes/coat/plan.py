"""The face that is coated: a brush goes over it row by row and leaves its coat."""

from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, hatching, polygon, rectangle
from generation.backends.schematic.drawing.palette import GREY, INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    Stage,
    ease,
    span,
    write_hand_tag,
)
from generation.backends.schematic.scenes.coat.face import face_of
from generation.backends.schematic.scenes.coat.words import coat_of, ground_of, spreader_in
from generation.backends.schematic.things.stuff import UNSAID, lay
from generation.backends.schematic.words.reading import Reading

ROWS: Final = 5
MOST_SHOWN: Final = 3  # coats that can be laid one after another in a film and still be followed
TURN: Final = 16.0  # degrees by which the handle points downwards to the side of the hand


def coats_said(reading: Reading) -> int:
    """How many coats were said (of a range the higher end), else one that is assumed."""
    for measure in (Measure.LAYERS, Measure.REPETITION):
        said = reading.amount(measure)
        if said:
            return int(said.ends[1])
    return reading.assume("涂几道", 1)


class CoatPlan(Figure):
    """The coat grows row by row. Where few coats were said, as many go over the face, one after another."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"正视·{reading.step.action.text[:6]}", Pace.FASTER, Scale.NONE)
        self.ground = ground_of(reading)
        self.coat = coat_of(reading)
        self.spreader = spreader_in(reading, min(1.15, stage.height / 290))
        coats = coats_said(reading)
        self.coats = coats if coats <= MOST_SHOWN else reading.assume("画出的次数", 1)
        if self.ground.said:
            reading.assume("器物的形状", None)
        near, far = 34.0, min(150.0, stage.width * 0.2)
        left = self.spreader.holder.left
        room = Stage(stage.x + (far if left else near), stage.y + 30, stage.width - near - far, stage.height - 58)
        self.face = face_of(self.ground, room)
        self.pitch = (self.face.bottom - self.face.top) / ROWS
        bounds = self.face.outline.getBounds()
        self.streaks = hatching(bounds, 0, self.pitch / 7, jitter=0.5)
        self.shade = hatching(bounds, -58, 8)

    def still(self, pen: Pen) -> None:
        """The bare face, and the shadow below it."""
        bounds = self.face.outline.getBounds()
        left, right = self.face.ends(self.face.bottom)
        floor = rectangle(left + 6, bounds.bottom() - 2, max(40.0, right - left - 4), 9, 4)
        pen.canvas.drawPath(floor, fill(INK2, 0.28))
        lay(pen.canvas, self.face.outline, self.ground.stuff, outline=2.6)

    def done(self, moment: Moment) -> tuple[int, float]:
        """How many coats are finished, and how much of the next one is laid."""
        share = min(0.9999, 0.02 + 0.98 * span(moment.share, 0, 0.96)) * self.coats
        return int(share), max(0.05, ease(share % 1))

    def _front(self, share: float) -> tuple[int, Point]:
        """The row that is being laid, and where it ends now."""
        row = min(ROWS - 1, int(share * ROWS))
        level = self.face.top + self.pitch * (row + 0.5)
        ends = self.face.ends(level)
        inset = min(self.pitch * 0.35, (ends[1] - ends[0]) / 4)
        start, end = (ends[0], ends[1] - inset) if row % 2 == 0 else (ends[1], ends[0] + inset)
        return row, (start + (end - start) * ease(share * ROWS - row), level)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """What is coated so far, and the brush where it ends."""
        finished, share = self.done(moment)
        row, here = self._front(share)
        self._draw_coat(pen.canvas, finished, self._wet(row, here))
        self.spreader.draw(pen.canvas, here, TURN)
        pen.canvas.drawCircle(*here, 4.5, fill(RED))
        write_hand_tag(pen, self.spreader.holder, self.panel.stage)

    def _wet(self, row: int, here: Point) -> skia.Path:
        """The rows that this coat has covered."""
        top, bounds = self.face.top, self.face.outline.getBounds()
        level, below = top + self.pitch * row, top + self.pitch * (row + 1)
        start = bounds.left() - 4 if row % 2 == 0 else bounds.right() + 4
        bulge = (1 if row % 2 == 0 else -1) * self.pitch * 0.28
        middle = (level + below) / 2
        last = polygon([(start, level), (here[0], level), (here[0] + bulge, middle), (here[0], below), (start, below)])
        if row:
            last.addRect(skia.Rect.MakeLTRB(bounds.left() - 4, top - 4, bounds.right() + 4, level + 0.5))
        return last

    def _draw_coat(self, canvas: skia.Canvas, finished: int, wet: skia.Path) -> None:
        unsaid, code = self.ground.stuff is UNSAID, self.coat.body
        canvas.save()
        canvas.clipPath(self.face.outline, doAntiAlias=True)
        if finished:
            canvas.drawPath(self.face.outline, fill(code, 1 - 0.45**finished))
        canvas.save()
        canvas.clipPath(wet, doAntiAlias=True)
        canvas.drawPath(self.face.outline, fill(code, 0.9 if self.coats == 1 else 0.62))
        canvas.drawPath(self.streaks, line(self.coat.dark, 1.0, 0.45))
        canvas.restore()
        if self.face.mouth is not None:
            self._draw_shade(canvas)
        canvas.restore()
        canvas.drawPath(self.face.outline, line(GREY if unsaid else INK, 2.6, dash=(7, 5) if unsaid else None))
        if self.face.mouth is not None:
            lay(canvas, self.face.mouth, self.ground.stuff, outline=2.4)

    def _draw_shade(self, canvas: skia.Canvas) -> None:
        bounds = self.face.outline.getBounds()
        x = bounds.centerX() + bounds.width() * 0.27
        canvas.clipRect(skia.Rect.MakeLTRB(x, bounds.top(), bounds.right(), bounds.bottom()))
        canvas.drawPath(self.shade, line(INK2, 1.0, 0.5))
