"""The wheel from above: which way and how fast it turns."""

import math
from dataclasses import replace
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, circle, hatching
from generation.backends.schematic.drawing.notation import DASH, arrow
from generation.backends.schematic.drawing.palette import CARD, GREY, INK, INK2, RED, WOOD, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, clipped, width
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    Stage,
    ease,
    write_hand_tag,
)
from generation.backends.schematic.scenes.props.sprite import hand_sprite
from generation.backends.schematic.scenes.wheel.side import MARKS
from generation.backends.schematic.scenes.wheel.words import CLAY, WHEELS, clay_of, hands_of, spin_of
from generation.backends.schematic.things.engraving import lines_inside
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID, Stuff, lay
from generation.backends.schematic.words.reading import Reading

ARC: Final = (205.0, 130.0)  # degrees: where the arrow round the wheel begins, and how far it goes


class WheelPlan(Figure):
    """The wheel turns as said, with the clay in its middle; ``pushes`` when the hand itself sets it going."""

    def __init__(self, reading: Reading, place: Place, *, pushes: bool) -> None:
        stage = place.stage
        self.spin = spin_of(reading)
        self.pushes = pushes
        pace = Pace.TRUE if self.spin.said else Pace.ASSUMED
        self.panel = Panel(place, "俯视·转向", pace, Scale.NONE)
        self.hands = hands_of(reading)
        self.clay = clay_of(reading) if not pushes or reading.says(*CLAY) else None
        self.wheel = reading.says(*WHEELS) or pushes or reading.assume("转盘的样子", default=False)
        self.radius = min(stage.height * (0.43 if pushes else 0.36), stage.width * 0.34)
        self.middle = (stage.x + stage.width / 2, stage.y + stage.height / 2 + 8)
        self.hand_size = min(0.72, stage.height / 480) if pushes else min(0.56, stage.height / 620)
        self.palms = {
            hand: hand_sprite(hand, Pose(grip=Grip.PALM, size=self.hand_size, mirrored=hand.left))
            for hand in self.hands
        }

    def still(self, pen: Pen) -> None:
        """The wheel, and the arrow that says which way it turns."""
        self._draw_wheel(pen.canvas)
        x, y = self.middle
        reach, said = self.radius + 16, bool(self.spin.direction)
        oval = skia.Rect.MakeLTRB(x - reach, y - reach, x + reach, y + reach)
        code = RED if said else GREY
        pen.canvas.drawArc(oval, *ARC, useCenter=False, paint=line(code, 3, dash=None if said else DASH))
        end = math.radians(ARC[0] + ARC[1] if self.spin.clockwise else ARC[0])
        turn = end + (math.pi / 2 if self.spin.clockwise else -math.pi / 2)
        tip = (x + reach * math.cos(end) + 8 * math.cos(turn), y + reach * math.sin(end) + 8 * math.sin(turn))
        arrow(pen.canvas, tip, turn, 20, code)
        if not self.pushes:
            self._draw_hands(pen.canvas, Moment(0, 1))
        self._write(pen)

    def _draw_wheel(self, canvas: skia.Canvas) -> None:
        """The disc, with the rings of the turner's tool and shade lines along its lower edge."""
        disc = circle(*self.middle, self.radius)
        lay(canvas, disc, Stuff(WOOD, INK2, UNSAID.grain) if self.wheel else UNSAID)
        if not self.wheel:
            return
        rings = skia.Path()
        for share in (0.95, 0.92, 0.64, 0.34, 0.31, 0.08):
            rings.addCircle(*self.middle, self.radius * share)
        canvas.drawPath(rings, line(INK2, 1.1, 0.65))
        lit = skia.Path(disc)
        lit.offset(-self.radius * 0.05, -self.radius * 0.07)
        dark = skia.Op(disc, lit, skia.PathOp.kDifference_PathOp)
        canvas.drawPath(lines_inside(hatching(disc.getBounds(), -50, 5), dark), line(INK, 1.1, 0.7))

    def _free_side(self) -> Stage:
        """The part of the panel beside the wheel that a pushing hand does not reach."""
        stage, (x, _), reach = self.panel.stage, self.middle, self.radius + 40
        left = x + reach if self.hands[-1].left else stage.x
        return replace(stage, x=left, width=(stage.right if self.hands[-1].left else x - reach) - left)

    def _write(self, pen: Pen) -> None:
        stage, style = self._free_side() if self.pushes else self.panel.stage, FACT.but(halo=CARD)
        room = stage.width - 40
        pen.write(self.spin.direction, stage.x + 18, stage.bottom - 18 - (40 if self.spin.said else 0), style)
        if self.spin.said:
            words = clipped(self.spin.said.figure, style, room)
            pen.write(words, stage.x + stage.width - 18 - width(words, style), stage.bottom - 18, style)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """Marks on the wheel turn with it; the clay; the hands."""
        canvas, (x, y), turned = pen.canvas, self.middle, self.spin.angle(moment.seconds)
        marks = skia.Path()
        for mark in MARKS:
            cos, sin = math.cos(turned + mark), math.sin(turned + mark)
            marks.moveTo(x + self.radius * 0.97 * cos, y + self.radius * 0.97 * sin)
            marks.lineTo(x + self.radius * 0.78 * cos, y + self.radius * 0.78 * sin)
        canvas.save()
        if not self.pushes:
            self._leave_out_hands(canvas)
        canvas.drawPath(marks, line(INK if self.wheel else GREY, 2.6))
        canvas.restore()
        if self.clay:
            self._draw_clay(canvas, turned)
        if self.pushes:
            self._draw_hands(canvas, moment)
        if len(self.hands) == 1:
            write_hand_tag(pen, self.hands[0], self._free_side() if self.pushes else self.panel.stage)

    def _leave_out_hands(self, canvas: skia.Canvas) -> None:
        """The marks on the wheel pass below hands that lie still on the clay."""
        x, y = self.middle
        for hand in self.hands:
            start, end = (x - 2 * self.radius, x) if hand.left else (x, x + 2 * self.radius)
            band = skia.Rect.MakeLTRB(start, y - 46 * self.hand_size, end, y + 56 * self.hand_size)
            canvas.clipRect(band, skia.ClipOp.kDifference)

    def _draw_clay(self, canvas: skia.Canvas, turned: float) -> None:
        clay, (x, y), reach = self.clay or UNSAID, self.middle, self.radius * 0.56
        lay(canvas, circle(x, y, reach), clay, outline=2.4)
        canvas.drawCircle(x, y, reach * 0.78, fill(INK if clay is not UNSAID else GREY, 0.3))
        lines = skia.Path()
        for index, share in enumerate((0.94, 0.86, 0.6, 0.42)):
            oval = skia.Rect.MakeLTRB(x - reach * share, y - reach * share, x + reach * share, y + reach * share)
            lines.addArc(oval, math.degrees(turned) + 80 * index, 150)
        canvas.drawPath(lines, line(clay.dark, 1.6, 0.9))

    def _draw_hands(self, canvas: skia.Canvas, moment: Moment) -> None:
        for hand in self.hands if not self.pushes else self.hands[-1:]:
            side = -1 if hand.left else 1
            touch = self._touch(side, moment)
            at = (touch[0] + side * 130 * self.hand_size, touch[1])
            self.palms[hand].draw(canvas, at)
            canvas.drawCircle(*touch, 4.5, fill(RED))

    def _touch(self, side: int, moment: Moment) -> Point:
        """Where the hand touches: the clay's wall; or the rim of the wheel, which it strokes on and on."""
        x, y = self.middle
        if not self.pushes:
            return x + side * self.radius * 0.56, y
        share = moment.seconds * self.spin.speed % 1
        sweep = ease(share / 0.5) if share < 0.5 else 1 - ease((share - 0.5) / 0.5)
        degrees = (-40 + 80 * sweep) * side * (1 if self.spin.clockwise else -1)
        turn = math.radians(degrees if side > 0 else 180 + degrees)
        lifted = self.radius * (0.9 if share < 0.5 else 1.06)
        return x + lifted * math.cos(turn), y + lifted * math.sin(turn)
