"""The bath cut open: what lies in it, how it is moved, how often."""

import math
from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import GREY, INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import NOTE, Pen, width
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    ease,
    mirrored,
    span,
    write_hand_tag,
)
from generation.backends.schematic.scenes.props.cut_vessel import (
    Bath,
    Shape,
    Vessel,
    drops,
    liquid_in,
    liquid_term,
    rings,
    vessel_in,
)
from generation.backends.schematic.scenes.props.dials import passed
from generation.backends.schematic.scenes.props.flames import bubbles
from generation.backends.schematic.scenes.props.load import Load
from generation.backends.schematic.scenes.props.sprite import hand_sprite
from generation.backends.schematic.scenes.props.tally import HEIGHT, Rounds, Tally
from generation.backends.schematic.scenes.soak.words import Way, washed_in, way_of
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.workpieces import Form, Workpiece
from generation.backends.schematic.words.reading import Reading

UNSAID_TIMES: Final = 4
DOWN: Final = 0.12  # the part of the film in which it is put in
SHARES: Final[dict[Form, Point]] = {  # size of the thing, of the vessel's width and depth
    Form.RODS: (0.62, 0.5),
    Form.SHEET: (0.5, 0.56),
    Form.STRAND: (0.46, 0.5),
    Form.ROUND: (0.66, 0.44),
    Form.VESSEL: (0.34, 0.6),
    Form.LUMP: (0.42, 0.5),
    Form.BLOCK: (0.42, 0.46),
    Form.POWDER: (0.5, 0.3),
}


class SoakSection(Figure):
    """Vessel and bath from the side. Everything is built for a right hand and mirrored for a left one."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.way = way_of(reading)
        said = reading.amount(Measure.REPETITION)
        self.rounds = Rounds(reading, UNSAID_TIMES) if said or self.way is Way.RINSE else None
        steady = self.rounds is None or reading.amount(Measure.DURATION) is not None
        pace = Pace.FASTER if steady else Pace.ASSUMED
        self.panel = Panel(place, f"剖视·{reading.step.action.text[:6]}", pace, Scale.NONE)
        self.axis = stage.x + stage.width / 2
        self.tally = (
            Tally(self.rounds, (self.axis, stage.bottom - 28), stage.width - 40) if said and self.rounds else None
        )
        foot = stage.bottom - (HEIGHT + 14 if self.tally else 26)
        kind = vessel_in(reading, Shape.BASIN)
        self.moved = self.rounds is not None and self.way is not Way.POUR
        rim = stage.y + stage.height * (0.37 if self.moved or self.way is Way.POUR else 0.24)
        tall = 1.7 if kind.shape is Shape.VAT else 2.4
        self.vessel = Vessel(kind, self.axis, rim, (min(stage.width * 0.84, stage.height * tall), foot - rim))
        depth = self.vessel.floor - rim
        self.bath = Bath(self.vessel, rim + depth * (0.72 if self.way is Way.POUR else 0.12), liquid_in(reading))
        self.load = _load(washed_in(reading), self.vessel)
        self.holder = reading.holder() if self.moved else None
        pose = Pose(grip=Grip.FIST, turn=-38, size=min(0.78, stage.height / 400))
        self.hand = hand_sprite(self.holder, pose) if self.holder else None
        self.name = liquid_term(reading)
        reading.assume("水的深浅", None)
        if self.way is Way.POUR:
            reading.assume("水从哪里来", None)

    @property
    def _resting(self) -> float:
        """The height of the thing's middle where it touches the ground of the vessel."""
        y = self.vessel.floor - 3
        while y > self.bath.level + 20 and self.vessel.half_width(y) < self.load.width / 2 + 4:
            y -= 3
        return y - self.load.height / 2

    def at(self, moment: Moment) -> Point:
        """The middle of the thing at this moment, for a right hand."""
        rest, above = self._resting, self.bath.level - self.load.height * 0.56
        if self.way is Way.POUR:
            return self.axis, rest
        if self.way is Way.RINSE and self.rounds:
            reach = self.vessel.half_width(rest) * 0.9 - self.load.width / 2
            phase = self.rounds.phase(moment.share)
            high = self.bath.level + self.load.height * 0.46
            return self.axis - max(30.0, reach * 0.8) * math.sin(math.tau * phase), min(rest, high)
        if self.rounds:
            return self.axis, above + (rest - above) * self.rounds.swing(moment.share)
        return self.axis, above + (rest - above) * (0.45 + 0.55 * ease(span(moment.share, 0, DOWN)))

    def still(self, pen: Pen) -> None:
        """Ground, vessel, liquid and its name, the rings of the count."""
        stage, canvas = self.panel.stage, pen.canvas
        if self.vessel.kind.shape is not Shape.POND:
            y = self.vessel.bottom
            canvas.drawLine(stage.x + 16, y, stage.right - 16, y, line(INK2, 2))
        self.bath.still(canvas)
        self.vessel.draw(canvas)
        if self.tally:
            self.tally.still(pen)
        self._write_liquid(pen)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The thing in the bath, the veil of the liquid over it, the surface, the hand that moves it."""
        canvas, at = pen.canvas, self.at(moment)
        with mirrored(canvas, self.axis, when=bool(self.holder and self.holder.left)):
            self.load.draw(canvas, at, wet=self._wetness(moment))
            self._draw_hand(canvas, at)
            canvas.save()
            canvas.clipPath(self.vessel.cavity)
            self.bath.cover(canvas, self._veil(at), 0.36)
            canvas.restore()
            self._draw_marks(canvas, moment, at)
        self.bath.surface(canvas, moment.seconds, 4.0 if self.moved or self.way is Way.POUR else 1.8)
        if self.way is Way.POUR:
            self._draw_stream(canvas, moment, at)
        if self.tally:
            self.tally.moving(pen, moment.share)
        if self.holder:
            write_hand_tag(pen, self.holder, self.panel.stage)

    def _wetness(self, moment: Moment) -> float:
        if self.rounds:
            return min(1.0, 0.1 + self.rounds.now(moment.share) * 1.4)
        return 0.9 * passed(moment)

    def _veil(self, at: Point) -> skia.Rect:
        half, tall = self.load.width / 2 + 8, self.load.height / 2 + 8
        right = half + (90 if self.moved else 0)
        return skia.Rect.MakeLTRB(at[0] - half, at[1] - tall, at[0] + right, min(at[1] + tall, self.vessel.floor))

    def _draw_hand(self, canvas: skia.Canvas, at: Point) -> None:
        if self.hand:
            self.hand.draw(canvas, (at[0] + self.load.width * 0.4, at[1] - self.load.height * 0.22))

    def _draw_marks(self, canvas: skia.Canvas, moment: Moment, at: Point) -> None:
        """What the thing does to the water: rings, drops, bubbles; the arrow of its motion."""
        top, bottom = at[1] - self.load.height / 2, at[1] + self.load.height / 2
        dark = self.bath.stuff.dark
        if top < self.bath.level < bottom:
            rings(canvas, (at[0], self.bath.level), (moment.seconds * 0.9) % 1, dark, self.load.width * 0.75)
        if bottom < self.bath.level:
            starts = [(at[0] + self.load.width * part, bottom) for part in (-0.3, -0.08, 0.12, 0.33)]
            drops(canvas, starts, self.bath.level, moment.seconds * 1.4, dark)
        if not self.moved and self.way is Way.STEEP and moment.share > DOWN:
            box = skia.Rect.MakeLTRB(
                at[0] - self.load.width * 0.4, self.bath.level + 6, at[0] + self.load.width * 0.4, top
            )
            bubbles(canvas, box, moment.seconds * 0.5, 7, dark)
        self._draw_motion(canvas, moment)

    def _draw_motion(self, canvas: skia.Canvas, moment: Moment) -> None:
        left = self.axis - self.load.width * 0.5
        if self.way is Way.RINSE:
            y = self.bath.level - 34
            canvas.drawLine(left - 30, y, left + 60, y, line(RED, 2.6))
            arrow(canvas, (left - 38, y), math.pi, 15, RED)
            arrow(canvas, (left + 68, y), 0, 15, RED)
        elif self.way is Way.STEEP and (self.rounds or moment.share < DOWN):
            x, top = left - 34, self.panel.stage.y + 40
            canvas.drawLine(x, top, x, self.bath.level - 24, line(RED, 2.6))
            arrow(canvas, (x, self.bath.level - 16), math.pi / 2, 15, RED)
            if self.rounds:
                arrow(canvas, (x, top - 8), -math.pi / 2, 15, RED)

    def _draw_stream(self, canvas: skia.Canvas, moment: Moment, at: Point) -> None:
        on = 1.0
        if self.rounds:
            phase = self.rounds.phase(moment.share)
            on = min(span(phase, 0.04, 0.16), 1 - span(phase, 0.8, 0.95))
        if on <= 0.02:
            return
        top, hit = self.panel.stage.y, at[1] - self.load.height / 2 + 2
        half, low = self.load.width / 2, min(at[1] + self.load.height / 2, self.bath.level)
        stream, threads = skia.Path(), skia.Path()
        broad = 17 * on
        stream.moveTo(at[0] - broad, top)
        stream.quadTo(at[0] - broad * 0.66, (top + hit) / 2, at[0] - broad, hit - 10)
        stream.cubicTo(at[0] - half * 0.6, hit - 12, at[0] - half - 14, hit, at[0] - half - 10, low)
        stream.lineTo(at[0] - half + 2, low)
        stream.cubicTo(at[0] - half, hit + 16, at[0] - half * 0.4, hit + 7, at[0], hit + 6)
        stream.cubicTo(at[0] + half * 0.4, hit + 7, at[0] + half, hit + 16, at[0] + half - 2, low)
        stream.lineTo(at[0] + half + 10, low)
        stream.cubicTo(at[0] + half + 14, hit, at[0] + half * 0.6, hit - 12, at[0] + broad, hit - 10)
        stream.quadTo(at[0] + broad * 0.66, (top + hit) / 2, at[0] + broad, top)
        for offset in (-0.5, 0.05, 0.55):
            threads.moveTo(at[0] + broad * offset, top)
            threads.lineTo(at[0] + broad * offset * 0.8, hit)
        canvas.drawPath(stream, fill(self.bath.stuff.body, 0.82))
        canvas.drawPath(stream, line(self.bath.stuff.dark, 2))
        flow = line(self.bath.stuff.dark, 1.4, 0.8)
        flow.setPathEffect(skia.DashPathEffect.Make([22.0, 12.0], -moment.seconds * 150))
        canvas.drawPath(threads, flow)
        for side in (-1, 1):
            rings(
                canvas, (at[0] + side * (half + 4), self.bath.level), (moment.seconds * 1.3 + side * 0.2) % 1, INK2, 44
            )

    def _write_liquid(self, pen: Pen) -> None:
        """The name of the liquid inside it, where there surely is room beside the thing."""
        half = self.vessel.half_width(self.bath.level + 34)
        style = NOTE.but(size=22, colour=INK if self.bath.stuff.dark != GREY else GREY, halo=self.bath.stuff.body)
        swung = 60 if self.way is Way.RINSE else 0
        if self.name and width(self.name, style) < half - self.load.width / 2 - 30 - swung:
            left = not (self.holder and self.holder.left)
            x = self.axis - half + 14 if left else self.axis + half - 14
            pen.write(self.name, x, self.bath.level + 38, style.but(anchor="l" if left else "r"))


def _load(work: Workpiece, vessel: Vessel) -> Load:
    wide, tall = SHARES.get(work.form, SHARES[Form.LUMP])
    return Load(work, (wide * vessel.width, tall * vessel.height))
