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
from generation.backends.schematic.scenes.props.sprite import Sprite
from generation.backends.schematic.things.engraving import lines_inside
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
        self.hand = Sprite(lambda canvas: self.spreader.print(canvas, TURN))
        coats = coats_said(reading)
        self.coats = coats if coats <= MOST_SHOWN else reading.assume("画出的次数", 1)
        if self.ground.said:
            reading.assume("器物的形状", None)
        near, far = 34.0, min(150.0, stage.width * 0.2)
        left = self.spreader.holder.left
        room = Stage(stage.x + (far if left else near), stage.y + 30, stage.width - near - far, stage.height - 58)
        self.face = face_of(self.ground, room)
        self.pitch = (self.face.bottom - self.face.top) / ROWS
        self.bounds = self.face.outline.getBounds()
        self.streaks = lines_inside(hatching(self.bounds, 0, self.pitch / 7, jitter=0.5), self.face.outline)
        self.shade = self._shade()

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
        self._draw_coat(pen.canvas, finished, row, here)
        self.hand.draw(pen.canvas, here)
        pen.canvas.drawCircle(*here, 4.5, fill(RED))
        write_hand_tag(pen, self.spreader.holder, self.panel.stage)

    def _wet(self, row: int, here: Point) -> skia.Path:
        """The rows that this coat has covered."""
        level, below = self.face.top + self.pitch * row, self.face.top + self.pitch * (row + 1)
        start = self.bounds.left() - 4 if row % 2 == 0 else self.bounds.right() + 4
        bulge = (1 if row % 2 == 0 else -1) * self.pitch * 0.28
        middle = (level + below) / 2
        last = polygon([(start, level), (here[0], level), (here[0] + bulge, middle), (here[0], below), (start, below)])
        if row:
            last.addRect(skia.Rect.MakeLTRB(self.bounds.left() - 4, self.face.top - 4, self.bounds.right() + 4, level))
        return last

    def _draw_coat(self, canvas: skia.Canvas, finished: int, row: int, here: Point) -> None:
        unsaid, code = self.ground.stuff is UNSAID, self.coat.body
        canvas.save()
        canvas.clipPath(self.face.outline, doAntiAlias=True)
        if finished:
            canvas.drawRect(self.bounds, fill(code, 1 - 0.45**finished))
        canvas.drawPath(self._wet(row, here), fill(code, 0.9 if self.coats == 1 else 0.62))
        canvas.restore()
        self._draw_streaks(canvas, row, here)
        if self.face.mouth is not None:
            canvas.drawPath(self.shade, line(INK2, 1.0, 0.5))
        canvas.drawPath(self.face.outline, line(GREY if unsaid else INK, 2.6, dash=(7, 5) if unsaid else None))
        if self.face.mouth is not None:
            lay(canvas, self.face.mouth, self.ground.stuff, outline=2.4)

    def _draw_streaks(self, canvas: skia.Canvas, row: int, here: Point) -> None:
        """What the hairs of the brush leave in the rows so far."""
        level, paint = self.face.top + self.pitch * row, line(self.coat.dark, 1.0, 0.45)
        ends = (self.bounds.left(), here[0]) if row % 2 == 0 else (here[0], self.bounds.right())
        rows = skia.Rect.MakeLTRB(self.bounds.left(), self.face.top, self.bounds.right(), level)
        for part in (rows, skia.Rect.MakeLTRB(ends[0], level, ends[1], level + self.pitch)):
            if not part.isEmpty():
                canvas.save()
                canvas.clipRect(part)
                canvas.drawPath(self.streaks, paint)
                canvas.restore()

    def _shade(self) -> skia.Path:
        """Engraver's lines on the side of a vessel that is away from the light."""
        dark, bounds = skia.Path(), self.bounds
        dark.addRect(bounds.centerX() + bounds.width() * 0.27, bounds.top(), bounds.right(), bounds.bottom())
        region = skia.Op(self.face.outline, dark, skia.PathOp.kIntersect_PathOp)
        return lines_inside(hatching(bounds, -58, 8), region)
