"""A piece turned over to its other face: from above and from its edge."""

import math
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, polygon, rectangle
from generation.backends.schematic.drawing.notation import DASH, arrow
from generation.backends.schematic.drawing.palette import GREY, INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
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
from generation.backends.schematic.scenes.props.sprite import hand_sprite
from generation.backends.schematic.scenes.turn.words import piece_of
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID, lay
from generation.backends.schematic.things.workpieces import Form
from generation.backends.schematic.words.reading import Reading

NEARER: Final = 0.16  # by how much an edge that stands up looks larger


def over(moment: Moment) -> float:
    """Radians by which the piece is turned over, 0 to pi."""
    return math.pi * ease(span(moment.share, 0.1, 0.86))


class OverPlan(Figure):
    """From above: the piece goes over like a leaf of a book. Its first face has a corner mark."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"俯视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.piece = piece_of(reading)
        self.holder = reading.holder()
        reading.assume("翻的方向", None)
        self.axis = stage.x + stage.width / 2
        self.wide = stage.width * 0.36
        self.high = min(stage.height * 0.66, self.wide * 1.3)
        self.level = stage.y + stage.height * 0.52
        self.hand = hand_sprite(self.holder, Pose(turn=10, size=min(0.7, stage.height / 480)))

    def still(self, pen: Pen) -> None:
        """Where the piece lay, where it will lie, and the line about which it goes over."""
        top = self.level - self.high / 2
        for x in (self.axis - self.wide, self.axis):
            pen.canvas.drawPath(rectangle(x, top, self.wide, self.high), line(GREY, 1.5, 0.9, dash=DASH))
        pen.canvas.drawLine(self.axis, top - 22, self.axis, top + self.high + 22, line(RED, 1.6, dash=(12, 5)))

    def corners(self, turned: float) -> list[Point]:
        """The four corners for a right hand, from the axis outwards: upper, outer upper, outer lower, lower."""
        half = self.high / 2
        edge = half * (1 + NEARER * math.sin(turned))
        x = self.axis + self.wide * math.cos(turned)
        return [
            (self.axis, self.level - half),
            (x, self.level - edge),
            (x, self.level + edge),
            (self.axis, self.level + half),
        ]

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The piece on its way, and the hand at its free edge."""
        turned = over(moment)
        with mirrored(pen.canvas, self.axis, when=self.holder.left):
            self._draw_piece(pen.canvas, turned)
            x = self.corners(turned)[1][0]
            at = (x + 6, self.level + self.high * 0.2)
            self.hand.draw(pen.canvas, at)
            pen.canvas.drawCircle(*at, 4.5, fill(RED))
        write_hand_tag(pen, self.holder, self.panel.stage)

    def _draw_piece(self, canvas: skia.Canvas, turned: float) -> None:
        shape = polygon(self.corners(turned))
        lay(canvas, shape, self.piece.stuff, outline=2.6)
        code = GREY if self.piece.stuff is UNSAID else INK
        if turned > math.pi / 2:
            canvas.drawPath(shape, fill(INK2, 0.16))
            return
        run = math.cos(turned)
        x, y = self.axis + self.wide * 0.14 * run, self.level - self.high * 0.36
        mark = [(x, y), (x + self.wide * 0.3 * run, y), (x, y + self.high * 0.22)]
        canvas.drawPath(polygon(mark), fill(code, 0.35))


class OverSide(Figure):
    """From its edge: the piece stands up and lies down on the other side."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, "侧视·翻面", Pace.ASSUMED, Scale.NONE)
        self.piece = piece_of(reading)
        self.holder = reading.holder()
        self.axis = stage.x + stage.width / 2
        self.ground = stage.bottom - 58
        self.reach = min(stage.width * 0.36, stage.height * 0.6)
        self.thick = 8.0 if self.piece.form is Form.SHEET else 26.0
        pose = Pose(grip=Grip.PINCH, turn=-32, size=min(0.6, stage.height / 560))
        self.hand = hand_sprite(self.holder, pose)
        self.leaf = rectangle(4, -self.thick, self.reach, self.thick, 2)

    def still(self, pen: Pen) -> None:
        """The table and the way of the free edge."""
        stage, canvas, y = self.panel.stage, pen.canvas, self.ground
        canvas.drawLine(stage.x + 14, y, stage.right - 14, y, line(INK, 2.6))
        for step in range(int((stage.width - 28) / 12)):
            x = stage.x + 20 + step * 12
            canvas.drawLine(x + 6, y + 3, x - 2, y + 12, line(INK2, 1, 0.8))
        reach = self.reach + 20
        oval = skia.Rect.MakeLTRB(self.axis - reach, y - reach, self.axis + reach, y + reach)
        with mirrored(canvas, self.axis, when=self.holder.left):
            canvas.drawArc(oval, -18, -144, useCenter=False, paint=line(RED, 2.4, dash=(9, 6)))
            end = math.radians(-162)
            tip = (self.axis + reach * math.cos(end), y + reach * math.sin(end))
            arrow(canvas, tip, end - math.pi / 2, 18, RED)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The leaf at its angle; one of its faces is dark."""
        turned, canvas = over(moment), pen.canvas
        with mirrored(canvas, self.axis, when=self.holder.left):
            canvas.save()
            canvas.translate(self.axis, self.ground)
            canvas.rotate(-math.degrees(turned))
            canvas.translate(0, self.thick * turned / math.pi)
            lay(canvas, self.leaf, self.piece.stuff, outline=2.4)
            canvas.drawLine(6, -self.thick + 2, self.reach, -self.thick + 2, line(INK, 3.4))
            canvas.restore()
            x = self.axis + self.reach * math.cos(turned)
            y = self.ground - self.reach * math.sin(turned) - 4
            self.hand.draw(canvas, (x, y))
            canvas.drawCircle(x, y, 4.5, fill(RED))
