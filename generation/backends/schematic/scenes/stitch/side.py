"""The needle from the side: how steeply it goes in, in which hand, how fast."""

import math
from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, curve, pen_line, rectangle
from generation.backends.schematic.drawing.notation import Angle, Look, arrow, draw_angle, on_slant, write_angle
from generation.backends.schematic.drawing.palette import CARD, INK, INK2, RED, WOOD, fill, line
from generation.backends.schematic.drawing.text import CAPTION, FACT, Pen, width
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
from generation.backends.schematic.scenes.props.sprite import hand_sprite, tool_sprite
from generation.backends.schematic.scenes.stitch.beat import GOING_IN, Beat
from generation.backends.schematic.things.hands import Pose
from generation.backends.schematic.things.tools import NEEDLE
from generation.backends.schematic.words.reading import Reading

ABOVE: Final = -16.0
BELOW: Final = 30.0
UNSAID_ANGLE: Final = 50.0


class StitchSide(Figure):
    """All shapes are built for a right hand and mirrored for a left one; words are placed, never mirrored."""

    def __init__(self, reading: Reading, place: Place, beat: Beat) -> None:
        stage = place.stage
        self.beat = beat
        self.said = reading.amount(Measure.ANGLE)
        pace = Pace.TRUE if beat.true_speed else Pace.ASSUMED
        self.panel = Panel(place, "侧视·执针", pace, Scale.ANGLE if self.said else Scale.NONE)
        low, high = self.said.ends if self.said else (reading.assume("入针角度", UNSAID_ANGLE),) * 2
        self.holder = reading.holder()
        self.hoop = reading.says("绷")
        self.thread = reading.colour("线色", ("线", "丝", "绒")) or "#9A8D7C"
        self.axis = stage.x + stage.width / 2
        self.ground = stage.y + stage.height * 0.79
        steep = (low + high) / 180
        self.entry = (stage.x + stage.width * (0.22 + 0.22 * steep), self.ground)
        self.size = min(1.15, stage.height / 300)
        at = (self._across(self.entry[0]), self.ground)
        self.angle = Angle(at=at, low=low, high=high, radius=84 * self.size, mirrored=self.holder.left)
        self.hand = hand_sprite(self.holder, Pose(turn=-self.angle.middle, size=0.6 * self.size))
        self.needle = tool_sprite(NEEDLE, -self.angle.middle, self.size)
        self.look = Look(said=self.said is not None, about=bool(self.said and self.said.about))

    def _across(self, x: float) -> float:
        return 2 * self.axis - x if self.holder.left else x

    def _along(self, distance: float, aside: float = 0.0) -> Point:
        """A point on the needle's line, seen from the entry; ``aside`` is to the upper left of it."""
        return on_slant(self.entry, self.angle.middle, distance, aside)

    def still(self, pen: Pen) -> None:
        """The cloth from its edge."""
        stage, canvas, y = self.panel.stage, pen.canvas, self.ground
        left, right = stage.x + 22, stage.right - 22
        pen_line(canvas, [(left, y), (right, y)], 3.2, seed=3)
        pen_line(canvas, [(left, y + 7), (right, y + 7)], 1.6, seed=4)
        for step in range(int((right - left) / 10)):
            canvas.drawLine(left + 6 + step * 10, y + 8, left + step * 10, y + 16, line(INK2, 1, 0.8))
        if self.hoop:
            for x in (left, right):
                post = rectangle(x - 11, y - 16, 22, 40, 6)
                canvas.drawPath(post, fill(WOOD))
                canvas.drawPath(post, line(INK, 2))
        name = "绷面" if self.hoop else "布面"
        x = self._across(stage.right - 74)
        pen.write(name, x, y + 44, CAPTION.but(anchor="m", halo=CARD))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """Needle, thread and hand at this moment, then the angle and the words over them."""
        _, phase = self.beat.at(moment.seconds)
        inside = ease(span(phase, 0, GOING_IN)) * (1 - ease(span(phase, 0.8, 1)))
        depth = (ABOVE + (BELOW - ABOVE) * inside) * self.size
        with mirrored(pen.canvas, self.axis, when=self.holder.left):
            self._draw_needle(pen, -depth)
        draw_angle(pen.canvas, self.angle, self.look)
        pen.canvas.drawCircle(*self.angle.at, 4.5, fill(RED))
        if self.said:
            write_angle(pen, self.angle, self.said.figure, self.look, CARD)
        write_hand_tag(pen, self.holder, self.panel.stage)
        if self.beat.speed:
            self._draw_speed(pen, moment)

    def _draw_needle(self, pen: Pen, out: float) -> None:
        canvas, size = pen.canvas, self.size
        tip, eye = self._along(out), self._along(out + 178 * size)
        before = (self.entry[0] - 74 * size, self.ground)
        thread = curve([eye, (eye[0] - 44 * size, eye[1] - 58 * size), (before[0] + 8, before[1] - 148 * size), before])
        canvas.drawPath(thread, line("#4B3F35", 3.4))
        canvas.drawPath(thread, line(self.thread, 2.0))
        canvas.save()
        stage = self.panel.stage
        canvas.clipRect(skia.Rect.MakeLTRB(stage.x, stage.y, stage.right, round(self.ground)))
        self.needle.draw(canvas, tip)
        canvas.restore()
        if out < 0:
            canvas.drawLine(*self.entry, *tip, line(INK, 2.4, dash=(5, 4)))
        self.hand.draw(canvas, self._along(out + NEEDLE.grip * size))

    def _draw_speed(self, pen: Pen, moment: Moment) -> None:
        speed = self.beat.speed
        if speed is None:
            return
        size, turn = self.size, math.radians(self.angle.middle)
        start, end = self._along(92 * size, 40 * size), self._along(16 * size, 40 * size)
        with mirrored(pen.canvas, self.axis, when=self.holder.left):
            pen.canvas.drawLine(*start, *end, line(RED, 3))
            arrow(pen.canvas, end, math.pi - turn, 17, RED)
            for step in range(3):
                share = (moment.seconds * 1.3 + step / 3) % 1
                spot = self._along((92 - 72 * share) * size, 40 * size)
                pen.canvas.drawCircle(*spot, 3.4, fill(RED))
        x, y = self._along(70 * size, 62 * size)
        style = FACT.but(halo=CARD, anchor="l" if self.holder.left else "r")
        x = max(x + 14, self.panel.stage.x + 16 + width(speed.figure, style))
        pen.write(speed.figure, self._across(x), y - 8, style)
