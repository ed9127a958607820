"""A strand between where it comes from and the hand that pulls it: made taut, drawn off cocoons, or through a plate."""

import math
from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, curve, hatch, ink, rectangle
from generation.backends.schematic.drawing.notation import Look, arrow, dimension
from generation.backends.schematic.drawing.palette import BLUE, CARD, GREY, INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, width
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    Stage,
    mirrored,
    write_hand_tag,
)
from generation.backends.schematic.scenes.props.sprite import Sprite, hand_sprite
from generation.backends.schematic.scenes.pull.words import TONGS, Pulled, Strand, cocoons_in, pulls_in, strand_in
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import METAL, UNSAID, lay
from generation.backends.schematic.things.tools import TOOLS, draw_tool, tool_in
from generation.backends.schematic.words.amounts import length_in_mm
from generation.backends.schematic.words.reading import Reading

COCOON: Final = "#F7EFDC"


def draw_strand(canvas: skia.Canvas, path: skia.Path, strand: Strand, wide: float | None = None) -> None:
    """A strand along a path: inked edges and its own colour; grey and broken when nobody said what it is."""
    wide = wide or strand.width
    if not strand.said:
        canvas.drawPath(path, line(GREY, wide, dash=(9, 5)))
        return
    canvas.drawPath(path, line(INK, wide + 2.6))
    canvas.drawPath(path, line(strand.stuff.body, wide))
    if wide >= 10:
        canvas.drawPath(path, line(strand.stuff.dark, wide - 2, 0.55, dash=(2.5, 5)))


def _draw_cocoon(canvas: skia.Canvas) -> None:
    """A cocoon about its own middle."""
    oval = skia.Rect.MakeLTRB(-27, -17, 27, 17)
    canvas.rotate(-12)
    canvas.drawOval(oval, fill(COCOON))
    canvas.drawOval(oval, line(INK, 2.2))
    for wide in (0.72, 0.42):
        inner = skia.Rect.MakeLTRB(-27 * wide, -17 * wide, 27 * wide, 17 * wide)
        canvas.drawArc(inner, 20, 200, useCenter=False, paint=line(INK2, 1))


class PullRun(Figure):
    """Built for a right hand that pulls to the right, mirrored for a left one."""

    def __init__(self, reading: Reading, place: Place, kind: Pulled) -> None:
        stage = place.stage
        self.kind, self.strand, self.pulls = kind, strand_in(reading), pulls_in(reading)
        self.holder, self.speed = reading.holder(), reading.amount(Measure.SPEED)
        self.size = min(1.25, stage.height / 290)
        self.axis = stage.x + stage.width / 2
        self.level = stage.y + stage.height * 0.46
        self.start = stage.x + (stage.width * 0.36 if kind is Pulled.DIE else 92)
        self.end = stage.right - 170 * self.size
        self.cocoons = self._place_cocoons(cocoons_in(reading), stage) if kind is Pulled.COCOON else []
        self.length = reading.amount(Measure.LENGTH) if kind is not Pulled.DIE else None
        unit = length_in_mm(self.length.unit) if self.length else None
        span = self.end - self.start
        self.pixels_per_mm = span / (self.length.middle * unit) if self.length and unit else None
        scale = Scale.TRUE if self.pixels_per_mm else Scale.NONE
        self.panel = Panel(place, f"全貌·{reading.step.action.text[:4]}", Pace.ASSUMED, scale)
        self.tool = tool_in(reading, does="pull")
        if any(word in reading.tools for word in TONGS):
            self.tool = TOOLS["tongs"]
        elif reading.step.tool and self.tool is None and kind is not Pulled.DIE:
            reading.assume("工具的样子", None)
        self.cocoon = Sprite(_draw_cocoon, skia.Rect.MakeLTRB(-34, -26, 34, 26))
        self.hand = hand_sprite(self.holder, self._pose())
        if kind is Pulled.STRAND:
            reading.assume("线的另一头", None)
        if kind is Pulled.DIE and not reading.says("板"):
            reading.assume("拉丝板", None)

    def _place_cocoons(self, count: int, stage: Stage) -> list[Point]:
        rows = min(count, 4)
        pitch = min(58.0, stage.height * 0.7 / rows)
        columns = math.ceil(count / rows)
        x = self.start - 30 + (columns - 1) * 40
        self.start = x + 46
        spots = []
        for index in range(count):
            column, row = divmod(index, rows)
            height = min(rows, count - column * rows)
            spots.append((x - column * 62, self.level + (row - (height - 1) / 2) * pitch + (column % 2) * 12))
        return spots

    def _across(self, x: float) -> float:
        return 2 * self.axis - x if self.holder.left else x

    def hand_at(self, way: float) -> Point:
        """Where the hand holds the strand."""
        short = self.kind is Pulled.STRAND and self.pulls.tightens
        begin = self.end - 84 if short else self.start + 96 * self.size
        return begin + (self.end - begin) * way, self.level

    def sag(self, way: float) -> float:
        """How far the middle of the strand hangs below a straight line, in pixels."""
        if not (self.kind is Pulled.STRAND and self.pulls.tightens):
            return 3.0 * (1 - way)
        return self.panel.stage.height * 0.34 * math.pow(max(0.0, 1 - way), 0.6)

    def still(self, pen: Pen) -> None:
        """Where the strand comes from."""
        with mirrored(pen.canvas, self.axis, when=self.holder.left):
            if self.kind is Pulled.DIE:
                self._draw_plate(pen.canvas)
            elif self.kind is Pulled.STRAND:
                self._draw_post(pen.canvas)
        if self.length:
            self._draw_length(pen)

    def _draw_post(self, canvas: skia.Canvas) -> None:
        x, y, stage = self.start, self.level, self.panel.stage
        post = rectangle(x - 34, stage.y + 40, 30, stage.height - 64, 4)
        lay(canvas, post, UNSAID)
        hatch(canvas, post, 62, 8, line(GREY, 1, 0.6))
        wound = rectangle(x - 39, y - 12, 40, 24, 8)
        lay(canvas, wound, self.strand.stuff)
        for offset in (-6.0, 0.0, 6.0):
            canvas.drawLine(x - 38, y + offset + 2, x, y + offset - 2, line(INK if self.strand.said else GREY, 1.3))

    def _draw_plate(self, canvas: skia.Canvas) -> None:
        x, y, stage = self.start, self.level, self.panel.stage
        plate = rectangle(x - 22, stage.y + 30, 44, stage.height - 60, 4)
        lay(canvas, plate, METAL)
        canvas.drawPath(ink(plate, 2.6, seed=9), fill(INK))
        for step in (-2, -1, 1, 2):
            canvas.drawCircle(x, y + step * 46 * self.size, 3 + (step + 3), fill("#3A3029"))
        thick = curve([(stage.x - 10, y + 6), (x - 120, y - 2), (x - 22, y)])
        draw_strand(canvas, thick, self.strand, 11)

    def _draw_length(self, pen: Pen) -> None:
        said = self.length
        if said is None:
            return
        level = self.panel.stage.bottom - 52
        ends = sorted((self._across(self.start), self._across(self.end)))
        for x in ends:
            pen.canvas.drawLine(x, self.level + 14, x, level + 10, line(BLUE, 1.2, dash=(5, 5)))
        dimension(pen.canvas, (ends[0], level), (ends[1], level), Look(about=said.about or said.ranged))
        pen.write(said.figure, sum(ends) / 2, level + 38, FACT.but(anchor="m", halo=CARD))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The strand, the hand, and the way it pulls."""
        canvas, way = pen.canvas, self.pulls.way(moment)
        at = self.hand_at(way)
        with mirrored(canvas, self.axis, when=self.holder.left):
            self._draw_strands(canvas, at, way)
            self._draw_hand(canvas, at)
            y = self.level - 62 * self.size
            canvas.drawLine(at[0] - 118, y, at[0] - 40, y, line(RED, 3))
            arrow(canvas, (at[0] - 28, y), 0.0, 18, RED)
        write_hand_tag(pen, self.holder, self.panel.stage)
        self._write_speed(pen)

    def _draw_strands(self, canvas: skia.Canvas, at: Point, way: float) -> None:
        start = (self.start, self.level)
        if self.cocoons:
            self._draw_cocoons(canvas, start, way)
        if self.kind is Pulled.DIE:
            start = (self.start + 22, self.level)
        middle = ((start[0] + at[0]) / 2, self.level + self.sag(way))
        path = curve([start, middle, at], tension=1.6)
        draw_strand(canvas, path, self.strand)
        if self.tool is None and self.kind is Pulled.STRAND:
            tail = curve([at, (at[0] + 30, self.level + 30), (at[0] + 44, self.level + 96 * self.size)])
            draw_strand(canvas, tail, self.strand)
        if self.kind is Pulled.STRAND and self.pulls.tightens:
            canvas.drawLine(*start, self.end, self.level, line(RED, 1.4, 0.7, dash=(4, 7)))

    def _draw_cocoons(self, canvas: skia.Canvas, joint: Point, way: float) -> None:
        threads = skia.Path()
        for index, (x, y) in enumerate(self.cocoons):
            y += 3 * math.sin(way * 40 + index * 2)  # it bobs in its water as the thread runs off
            self.cocoon.draw(canvas, (x, y))
            threads.moveTo(x + 22, y)
            threads.quadTo((x + joint[0]) / 2 + 14, y, *joint)
        canvas.drawPath(threads, line(INK2, 1.3))

    def _pose(self) -> Pose:
        if self.tool:
            return Pose(grip=self.tool.hold, turn=8, size=0.62 * self.size)
        grip = Grip.FIST if self.strand.width >= 10 else Grip.STRAND
        return Pose(grip=grip, turn=6, size=0.62 * self.size)

    def _draw_hand(self, canvas: skia.Canvas, at: Point) -> None:
        if self.tool:
            small = 120 / self.tool.grip * self.size
            draw_tool(canvas, self.tool, at, 6, small)
            at = (at[0] + 118 * self.size, at[1] + 12 * self.size)
        self.hand.draw(canvas, at)

    def _write_speed(self, pen: Pen) -> None:
        if self.speed is None:
            return
        stage, left = self.panel.stage, self.holder.left
        style = FACT.but(anchor="r" if left else "l", halo=CARD)
        beside = width(self.speed.figure, style) < stage.width - 160
        level = stage.y + (48 if beside else 92)  # under the name of the hand where there is no room beside it
        pen.write(self.speed.figure, stage.right - 22 if left else stage.x + 22, level, style)
