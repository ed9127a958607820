"""A piece turned on its face, from above; and how far it turned."""

import math
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, circle, curve, hatching, polygon, rectangle
from generation.backends.schematic.drawing.notation import DASH, arrow
from generation.backends.schematic.drawing.palette import BLUE, CARD, GREY, INK, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, clipped
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    draw_holder,
    mirrored,
    write_hand_tag,
)
from generation.backends.schematic.scenes.turn.words import Manner, manner_of, piece_of, turning_of
from generation.backends.schematic.things.engraving import lines_inside
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID, Grain, lay
from generation.backends.schematic.things.workpieces import Form
from generation.backends.schematic.words.reading import Reading

ROUND_FORMS: Final = (Form.ROUND, Form.VESSEL, Form.LUMP)
GRAINS: Final = {Grain.WOOD: 2, Grain.HATCH: -45}  # degrees
TWIST: Final = 720.0  # degrees of a tool that is turned on and on


def outline_of(form: Form, reach: float) -> skia.Path:
    """The piece from above, around the origin."""
    if form in ROUND_FORMS:
        return circle(0, 0, reach)
    if form is Form.RODS:
        return rectangle(-reach * 1.3, -reach * 0.16, reach * 2.6, reach * 0.32, 8)
    wide, high = (1.0, 0.72) if form is Form.SHEET else (0.86, 0.7)
    return rectangle(-reach * wide, -reach * high, 2 * reach * wide, 2 * reach * high)


class TurnFlat(Figure):
    """The piece turns about its middle; the hand on it goes along, and takes hold again for a long way."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"俯视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.piece = piece_of(reading)
        self.turning = turning_of(reading)
        self.holder = reading.holder()
        if self.piece.said:
            reading.assume("物件的形状", None)
        self.reach = min(stage.height * 0.385, stage.width * 0.33)
        aside = 0.06 if self.holder.left else -0.06
        self.middle = (stage.x + stage.width * (0.5 + aside), stage.y + stage.height * 0.51)
        self.outline = outline_of(self.piece.form, self.reach)
        self.grain = self._grain()
        self.size = min(0.66, stage.height / 520)

    def still(self, pen: Pen) -> None:
        """Where the piece lay before."""
        pen.canvas.save()
        pen.canvas.translate(*self.middle)
        pen.canvas.drawPath(self.outline, line(GREY, 1.6, 0.9, dash=DASH))
        pen.canvas.restore()

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The piece as far as it is turned, and the hand."""
        canvas = pen.canvas
        turned, along, lifted = self.turning.at(moment)
        canvas.save()
        canvas.translate(*self.middle)
        canvas.rotate(turned)
        self._draw_face(canvas)
        self._draw_marks(canvas)
        canvas.restore()
        canvas.drawCircle(*self.middle, 4, fill(RED))
        with mirrored(canvas, self.middle[0], when=self.holder.left):
            self._draw_hand(canvas, -along if self.holder.left else along, lifted)
        write_hand_tag(pen, self.holder, self.panel.stage)

    def _grain(self) -> skia.Path | None:
        """The lines of wood or clay, cut to shape: a texture that turns has to be smoothed, which costs five times as much."""
        angle = GRAINS.get(self.piece.stuff.grain)
        if angle is None:
            return None
        return lines_inside(hatching(self.outline.getBounds(), angle, 6.5, jitter=0.45), self.outline)

    def _draw_face(self, canvas: skia.Canvas) -> None:
        stuff = self.piece.stuff
        if self.grain is None:
            lay(canvas, self.outline, stuff, outline=2.6)
            return
        canvas.drawPath(self.outline, fill(stuff.body))
        canvas.drawPath(self.grain, line(stuff.dark, 0, 0.6))
        canvas.drawPath(self.outline, line(INK, 2.6))

    def _draw_marks(self, canvas: skia.Canvas) -> None:
        """A turned-up corner or a notch: without it nobody sees a square or a round piece turn."""
        reach, code = self.reach, GREY if self.piece.stuff is UNSAID else INK
        if self.piece.form in ROUND_FORMS:
            canvas.drawPath(circle(0, 0, reach * 0.7), line(code, 1.6))
            canvas.drawLine(0, -reach * 0.72, 0, -reach * 0.96, line(code, 3))
            return
        bounds = self.outline.getBounds()
        x, y, size = bounds.left(), bounds.top(), min(bounds.height() * 0.22, 40.0)
        canvas.drawPath(polygon([(x, y), (x + size, y), (x, y + size)]), fill(code, 0.3))
        canvas.drawLine(x + size, y, x, y + size, line(code, 1.8))

    def _draw_hand(self, canvas: skia.Canvas, along: float, lifted: float) -> None:
        canvas.save()
        canvas.translate(*self.middle)
        canvas.rotate(along * 0.85 - self.turning.sign * (-1 if self.holder.left else 1) * 14)
        canvas.translate(self.reach * (0.84 + 0.2 * lifted), 0)
        pose = Pose(grip=Grip.PALM, at=(60 * self.size, 0), size=self.size * (1 + 0.06 * lifted))
        draw_holder(canvas, self.holder, pose)
        canvas.restore()


class TurnMeasure(Figure):
    """How far and which way: the piece before and after, or the way of a tool seen along its axis."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        upright = manner_of(reading) is Manner.UPRIGHT
        self.turning = turning_of(reading, unsaid=TWIST) if upright else turning_of(reading)
        title = "顺着轴看" if upright else "转前转后"
        said = self.turning.said
        self.panel = Panel(place, title, Pace.ASSUMED, Scale.ANGLE if said else Scale.NONE)
        self.form = Form.ROUND if upright else piece_of(reading).form
        self.middle = (stage.x + stage.width / 2, stage.y + stage.height * 0.46)
        self.reach = min(stage.height * 0.27, stage.width * 0.24)
        self.outline = outline_of(self.form, self.reach)
        self.ring = self.reach * 1.42
        self.way = self._way()
        self.figure = clipped(said.figure, FACT, stage.width * 0.5) if said else ""

    def _way(self) -> skia.PathMeasure:
        """The way of one point of the piece, from the top; each further round lies a little wider."""
        count = max(12, int(self.turning.degrees / 4))
        points = [self._point(self.turning.degrees * step / count) for step in range(count + 1)]
        return skia.PathMeasure(curve(points), forceClosed=False, resScale=2.0)

    def _point(self, degrees: float) -> Point:
        turn = math.radians(-90 + self.turning.sign * degrees)
        reach = self.ring + 9 * degrees / 360
        return self.middle[0] + reach * math.cos(turn), self.middle[1] + reach * math.sin(turn)

    def still(self, pen: Pen) -> None:
        """The piece before; what was said."""
        canvas, stage, (x, y) = pen.canvas, self.panel.stage, self.middle
        canvas.save()
        canvas.translate(x, y)
        canvas.drawPath(self.outline, line(GREY, 1.8, dash=DASH))
        canvas.restore()
        canvas.drawLine(x, y, x, y - self.ring - 6, line(GREY, 1.4, dash=DASH))
        base = stage.bottom - 16
        pen.write(self.turning.word, stage.x + 18, base, FACT.but(halo=CARD))
        pen.write(self.figure, stage.right - 18, base, FACT.but(anchor="r", halo=CARD))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The piece as far as it is turned, and the way it came."""
        canvas, turning = pen.canvas, self.turning
        turned = turning.at(moment)[0]
        share = abs(turned) / turning.degrees
        about = bool(turning.said and turning.said.about)
        code = BLUE if turning.said else GREY
        canvas.save()
        canvas.translate(*self.middle)
        canvas.rotate(turned)
        canvas.drawPath(self.outline, fill(code, 0.1))
        canvas.drawPath(self.outline, line(INK, 2.4))
        canvas.drawLine(0, 0, 0, -self.ring, line(code, 2.2))
        canvas.restore()
        length = float(self.way.getLength())
        piece = skia.Path()
        self.way.getSegment(0, max(2.0, share * length), piece, startWithMoveTo=True)
        colour = RED if turning.word else GREY
        canvas.drawPath(piece, line(colour, 3, dash=DASH if about or not turning.word else None))
        tip, run = self.way.getPosTan(max(2.0, share * length))
        arrow(canvas, (tip.x() + 6 * run.x(), tip.y() + 6 * run.y()), math.atan2(run.y(), run.x()), 18, colour)
        if turning.low < turning.degrees:
            canvas.drawLine(*self.middle, *self._point(turning.low), line(code, 1.6, dash=DASH))
