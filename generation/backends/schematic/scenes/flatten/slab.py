"""The mass on its board from the side: what strikes or presses it, and the thickness to reach."""

import math
from dataclasses import dataclass
from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import grain, pen_line, rectangle
from generation.backends.schematic.drawing.notation import DASH, Look, arrow, dimension
from generation.backends.schematic.drawing.palette import BLUE, CARD, GREY, INK, PALE, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, NOTE, Pen, clipped, width
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    draw_holder,
    ease,
    mirrored,
    span,
    write_hand_tag,
)
from generation.backends.schematic.scenes.flatten.words import presses, stuff_of, tool_of
from generation.backends.schematic.scenes.props.blows import blows_in, draw_shock
from generation.backends.schematic.scenes.props.imprint import Lettering
from generation.backends.schematic.scenes.props.striker import Swing, draw_striker, face_of
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

TALL: Final = ("mallet", "hammer")  # they need room above
PRESS_FROM: Final = 0.1  # part of the film at which a pressing tool has come down
PRESS_UNTIL: Final = 0.88


@dataclass(frozen=True, slots=True)
class Thickness:
    """From what to what, in units as said where they were said; ``pixels`` is the scale of one such unit."""

    start: float
    low: float
    high: float
    said: Amount | None
    start_said: Amount | None
    pixels: float

    @property
    def goal(self) -> float:
        """The thickness drawn at the end."""
        return (self.low + self.high) / 2


def thickness_of(reading: Reading, room: float) -> Thickness:
    """The said thickness, or an assumed one; ``room`` is the height for the mass before the first blow."""
    said = reading.amounts(Measure.THICKNESS)
    goal = said[-1] if said else None
    low, high = goal.ends if goal else (reading.assume("压薄后的厚度", 1.0),) * 2
    before = said[0] if len(said) > 1 and goal and said[0].unit == goal.unit and said[0].ends[0] > high else None
    start = before.middle if before else reading.assume("起始厚度", 2.5 * (low + high) / 2)
    return Thickness(start, low, high, goal, before, room / start)


class Slab(Figure):
    """The board, the mass, the tool or the bare hand, and the thickness to reach."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.verb = reading.step.action.text
        self.presses = presses(reading)
        self.board = stage.bottom - 52
        self.tool = tool_of(reading)
        high = self.tool is not None and self.tool.name in TALL
        self.thickness = thickness_of(reading, stage.height * (0.38 if high else 0.47))
        scale = Scale.TRUE if self.thickness.said else Scale.NONE
        self.panel = Panel(place, f"侧视·{self.verb[:6]}", Pace.ASSUMED, scale)
        self.holder, self.by_thumb = reading.holder(), reading.by_thumb
        self.stuff = stuff_of(reading)
        self.blows = blows_in(reading, unsaid=6)
        self.board_name = "垫板" if reading.says("垫板") else ""
        reading.assume("料块的宽窄", None)
        if not self.board_name:
            reading.assume("垫板", None)
        self.middle = stage.x + stage.width / 2
        self.reach = min(150.0, stage.width / 2 - 210)  # half the width of the mass at first
        self._signs = Lettering(self._draw_signs, stage)
        self._lettering = Lettering(self._letter, stage)

    @property
    def _side(self) -> int:
        """The side from which the hand comes: 1 is right."""
        return -1 if self.holder.left else 1

    def _x(self, distance: float) -> float:
        """A distance from the edge that is free of the hand."""
        stage = self.panel.stage
        return stage.right - distance if self.holder.left else stage.x + distance

    def still(self, pen: Pen) -> None:
        """The board and its name."""
        stage, canvas = self.panel.stage, pen.canvas
        board = rectangle(stage.x + 120, self.board, stage.width - 250, 32)
        said = bool(self.board_name)
        canvas.drawPath(board, fill("#DCC49C" if said else PALE))
        if said:
            grain(canvas, board, gap=5)
        canvas.drawPath(board, line(INK if said else GREY, 2.6, dash=None if said else DASH))
        pen_line(canvas, [(stage.x + 120, self.board), (stage.right - 130, self.board)], 3.2)
        near = "l" if self.holder.left else "r"
        pen.write(self.board_name, self._x(118), self.board + 26, NOTE.but(size=24, colour=INK, anchor=near))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The mass as thick as it is now, and the tool or the hand above or on it."""
        canvas, now = pen.canvas, self.now(moment)
        self._draw_mass(canvas, now)
        self._signs.draw(pen)
        top = self.board - now * self.thickness.pixels
        lift = self.lift(moment)
        with mirrored(canvas, self.middle, when=self.holder.left):
            self._draw_worker(canvas, top, lift)
        if not self.presses:
            half = 96.0 if self.tool is None else face_of(self.tool).half * 0.92
            draw_shock(canvas, (self.middle, top), half, self.blows.shock(moment.share))
        self._lettering.draw(pen)

    def _draw_signs(self, pen: Pen) -> None:
        """What lies over the mass and below the tool."""
        self._draw_before(pen)
        if self.thickness.said:
            self._draw_goal(pen, self.thickness.said)

    def _letter(self, pen: Pen) -> None:
        write_hand_tag(pen, self.holder, self.panel.stage)
        self._write_verb(pen)

    def now(self, moment: Moment) -> float:
        """The thickness at this moment: each blow takes a little less than the one before."""
        begin, end = self.thickness.start, self.thickness.goal
        if self.presses:
            return begin - (begin - end) * ease(span(moment.share, PRESS_FROM, PRESS_UNTIL))
        landed = self.blows.landed(moment.share)
        weights = [1 / (blow + 1.6) for blow in range(self.blows.count)]
        done = sum(weight * max(0.0, min(1.0, landed - blow)) for blow, weight in enumerate(weights))
        return begin - (begin - end) * done / sum(weights)

    def lift(self, moment: Moment) -> float:
        """How high the tool is, 0 on the work and 1 raised."""
        if not self.presses:
            return self.blows.lift(moment.share)
        return 0.5 * (1 - ease(span(moment.share, 0, PRESS_FROM))) + 0.3 * ease(span(moment.share, PRESS_UNTIL, 1))

    def _draw_mass(self, canvas: skia.Canvas, thickness: float) -> None:
        height = thickness * self.thickness.pixels
        widest = self.panel.stage.width / 2 - 240
        half = min(max(self.reach, widest), self.reach * math.sqrt(self.thickness.start / thickness))
        corner = min(24, height * 0.42)
        lay(
            canvas,
            rectangle(self.middle - half, self.board - height, 2 * half, height, corner),
            self.stuff,
            outline=2.8,
        )
        shade = rectangle(
            self.middle - half, self.board - height * 0.34, 2 * half, height * 0.34, min(24, height * 0.3)
        )
        canvas.drawPath(shade, fill(self.stuff.dark, 0.2))

    def _draw_before(self, pen: Pen) -> None:
        said = self.thickness.start_said
        height = self.thickness.start * self.thickness.pixels
        ghost = rectangle(self.middle - self.reach, self.board - height, 2 * self.reach, height, 22)
        pen.canvas.drawPath(ghost, line(BLUE if said else GREY, 1.6, 0.9, dash=DASH))
        if said:
            x = self.middle - self._side * (self.reach + 16)
            dimension(pen.canvas, (x, self.board), (x, self.board - height), Look(about=said.about))
            anchor = "l" if self.holder.left else "r"
            style = FACT.but(anchor=anchor, halo=CARD)
            words = clipped(said.figure, style, abs(x - self._x(240)) - 12)
            pen.write(words, x - self._side * 12, self.board - height + 24, style)

    def _draw_goal(self, pen: Pen, said: Amount) -> None:
        stage, canvas = self.panel.stage, pen.canvas
        low, high = (self.board - end * self.thickness.pixels for end in (self.thickness.low, self.thickness.high))
        if said.ranged:
            canvas.drawRect(skia.Rect.MakeLTRB(stage.x + 120, high, stage.right - 130, low), fill(BLUE, 0.13))
        for level in {low, high}:
            paint = line(RED, 1.8, dash=(3, 6) if said.about else (12, 5))
            canvas.drawLine(stage.x + 120, level, stage.right - 130, level, paint)
        near = "l" if self.holder.left else "r"
        pen.write("目标", self._x(114), (low + high) / 2 + 8, NOTE.but(size=24, colour=RED, anchor=near))
        x = self._x(232)
        dimension(canvas, (x, self.board), (x, (low + high) / 2), Look(about=said.about or said.ranged))
        figure = FACT.but(size=34, halo=CARD, anchor=near)
        figure = figure if width(said.figure, figure) <= 150 else figure.but(size=26)
        pen.write(clipped(said.figure, figure, 200), x - self._side * 10, min(low, high) - 19, figure)
        self._draw_scale(pen, said)

    def _draw_scale(self, pen: Pen, said: Amount) -> None:
        x, pixels = self._x(40), self.thickness.pixels
        count = int(self.panel.stage.height * 0.62 / pixels)
        if not 2 <= count <= 40:
            return
        ruler = skia.Path()
        ruler.moveTo(x, self.board)
        ruler.lineTo(x, self.board - count * pixels)
        for step in range(count + 1):
            ruler.moveTo(x, self.board - step * pixels)
            ruler.lineTo(x + self._side * (16 if step % 5 == 0 else 9), self.board - step * pixels)
        pen.canvas.drawPath(ruler, line(INK, 1.5))
        style = NOTE.but(size=22, colour=INK, anchor="m")
        pen.write(clipped(said.unit, style, 74), x, self.board - count * pixels - 12, style)

    def _draw_worker(self, canvas: skia.Canvas, top: float, lift: float) -> None:
        if self.tool is None:
            rise = max(12.0, min(84.0, top - self.panel.stage.y - 70))  # the hand stays in the frame
            at = (self.middle + 20, top - 2 - rise * lift)
            grip, turn = (Grip.THUMB, -20) if self.by_thumb else (Grip.HEEL, -6)
            draw_holder(canvas, self.holder, Pose(grip=grip, at=at, turn=turn + 10 * lift, size=0.9))
            return
        if self.presses:
            top, lift = top - 54 * lift, 0.0
        swing = Swing((self.middle, top - 2), lift, 0.92, top - self.panel.stage.y)
        draw_striker(canvas, self.tool, self.holder, swing)

    def _write_verb(self, pen: Pen) -> None:
        """The action in red, with an arrow down onto the mass."""
        stage = self.panel.stage
        x = self.middle - self._side * (self.reach + 86)
        pen.write(self.verb[:6], x, stage.y + 42, FACT.but(colour=RED, anchor="m", halo=CARD))
        pen.canvas.drawLine(x, stage.y + 56, x, stage.y + 96, line(RED, 3))
        arrow(pen.canvas, (x, stage.y + 108), math.pi / 2, 17, RED)
