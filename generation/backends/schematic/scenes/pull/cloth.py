"""A thread pulled through cloth: the loop that stands up on it gets smaller until it lies on the cloth."""

import math
from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, curve, pen_line, rectangle
from generation.backends.schematic.drawing.notation import Angle, Look, arrow, draw_angle, write_angle
from generation.backends.schematic.drawing.palette import CARD, GREY, INK, INK2, RED, WOOD, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, width
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    mirrored,
    write_hand_tag,
)
from generation.backends.schematic.scenes.props.sprite import hand_sprite
from generation.backends.schematic.scenes.pull.run import draw_strand
from generation.backends.schematic.scenes.pull.words import pulls_in, strand_in
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.words.reading import Reading

UNSAID_ANGLE: Final = 52.0
NEAR: Final = 112.0  # pixels from the cloth to the hand when the pull begins
TRAVEL: Final = 62.0


class ClothPull(Figure):
    """From the side. Built for a right hand, mirrored for a left one."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.strand, self.pulls = strand_in(reading), pulls_in(reading)
        self.holder, self.speed = reading.holder(), reading.amount(Measure.SPEED)
        self.said = reading.amount(Measure.ANGLE)
        low, high = self.said.ends if self.said else (reading.assume("拉线的方向", UNSAID_ANGLE),) * 2
        scale = Scale.ANGLE if self.said else Scale.NONE
        self.panel = Panel(place, f"侧视·{reading.step.action.text[:4]}", Pace.ASSUMED, scale)
        self.hoop = reading.says("绷")
        self.size = min(1.2, stage.height / 300)
        self.axis = stage.x + stage.width / 2
        self.ground = stage.y + stage.height * 0.77
        self.loop = (stage.x + stage.width * 0.14, stage.x + stage.width * 0.36)
        self.exit = (stage.x + stage.width * (0.46 + 0.1 * (low + high) / 180), self.ground)
        at = (2 * self.axis - self.exit[0] if self.holder.left else self.exit[0], self.ground)
        self.angle = Angle(at=at, low=low, high=high, radius=62 * self.size, mirrored=self.holder.left)
        self.look = Look(said=self.said is not None, about=bool(self.said and self.said.about))
        pose = Pose(grip=Grip.STRAND, turn=-self.angle.middle * 0.8, size=0.6 * self.size)
        self.hand = hand_sprite(self.holder, pose)
        reading.assume("线圈的大小", None)

    def height(self, way: float) -> float:
        """How high the loop stands on the cloth, in pixels; nothing at the end."""
        return self.panel.stage.height * 0.52 * (1 - way)

    def hand_at(self, way: float) -> Point:
        """Where the hand holds the thread."""
        turn, far = math.radians(self.angle.middle), (NEAR + TRAVEL * way) * self.size
        return self.exit[0] + far * math.cos(turn), self.exit[1] - far * math.sin(turn)

    def still(self, pen: Pen) -> None:
        """The cloth from its edge."""
        stage, canvas, y = self.panel.stage, pen.canvas, self.ground
        left, right = stage.x + 26, stage.right - 26
        pen_line(canvas, [(left, y), (right, y)], 3.2, seed=3)
        pen_line(canvas, [(left, y + 8), (right, y + 8)], 1.8, seed=4)
        threads = skia.Path()
        for step in range(int((right - left) / 10)):
            threads.moveTo(left + 6 + step * 10, y + 9)
            threads.lineTo(left + step * 10, y + 17)
        canvas.drawPath(threads, line(INK2, 1, 0.8))
        if self.hoop:
            for x in (left, right):
                post = rectangle(x - 12, y - 17, 24, 44, 6)
                canvas.drawPath(post, fill(WOOD))
                canvas.drawPath(post, line(INK, 2))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The loop, the thread below the cloth, the hand."""
        way, canvas = self.pulls.way(moment), pen.canvas
        at = self.hand_at(way)
        if self.said:
            draw_angle(canvas, self.angle, self.look)
        with mirrored(canvas, self.axis, when=self.holder.left):
            self._draw_thread(canvas, at, way)
            self.hand.draw(canvas, at)
            self._draw_arrows(canvas, at, way)
        write_hand_tag(pen, self.holder, self.panel.stage)
        if self.said:
            write_angle(pen, self.angle, self.said.figure, self.look, CARD)
        if self.speed:
            self._write_speed(pen, self.speed.figure)

    def _draw_thread(self, canvas: skia.Canvas, at: Point, way: float) -> None:
        y, (start, end), tall = self.ground, self.loop, self.height(way)
        wide, bulge = end - start, tall * 0.42
        base = y - self.strand.width / 2 - 1.5
        above = skia.Path()
        above.moveTo(start, base)
        above.cubicTo(start - bulge, base - tall * 1.3, end + bulge, base - tall * 1.3, end, base)
        below = curve([(end, y + 8), (end + 6, y + 20), (self.exit[0] - 6, y + 20), (self.exit[0], y + 8)])
        tail = curve([(start, y + 8), (start - 8, y + 22), (start - wide * 0.5, y + 22)])
        for hidden in (below, tail):
            canvas.drawPath(hidden, line(GREY if not self.strand.said else INK, 3, 0.75, dash=(7, 5)))
        draw_strand(canvas, above, self.strand)
        pull = skia.Path()
        pull.moveTo(*self.exit)
        pull.lineTo(*at)
        draw_strand(canvas, pull, self.strand)
        for x in (start, end, self.exit[0]):
            canvas.drawCircle(x, y, 4, fill(INK))

    def _draw_arrows(self, canvas: skia.Canvas, at: Point, way: float) -> None:
        turn = math.radians(self.angle.middle)
        aside = (-math.sin(turn) * 40, -math.cos(turn) * 40)
        near = (self.exit[0] + math.cos(turn) * 40 + aside[0], self.exit[1] - math.sin(turn) * 40 + aside[1])
        far = (near[0] + math.cos(turn) * 74, near[1] - math.sin(turn) * 74)
        canvas.drawLine(*near, *far, line(RED, 3))
        arrow(canvas, (far[0] + math.cos(turn) * 10, far[1] - math.sin(turn) * 10), -turn, 18, RED)
        x, top = sum(self.loop) / 2, self.ground - self.height(way) - 16
        if way < 0.9:
            canvas.drawLine(x, top - 44, x, top - 10, line(RED, 3))
            arrow(canvas, (x, top), math.pi / 2, 16, RED)

    def _write_speed(self, pen: Pen, words: str) -> None:
        stage, style = self.panel.stage, FACT.but(anchor="m", halo=CARD)
        half = width(words, style) / 2
        x = stage.right - 30 - half if self.holder.left else stage.x + 30 + half
        pen.write(words, x, stage.bottom - 14, style)
