"""The point from the side, in a section: how steeply it goes in, how deep, through how many layers."""

import math
from dataclasses import dataclass
from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, ink, polygon, rectangle
from generation.backends.schematic.drawing.notation import (
    Angle,
    Look,
    arrow,
    dimension,
    draw_angle,
    on_slant,
    write_angle,
)
from generation.backends.schematic.drawing.palette import CARD, GREY, INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import CAPTION, FACT, Pen, clipped, width
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
from generation.backends.schematic.scenes.pierce.words import UPRIGHT, Work
from generation.backends.schematic.scenes.props.sprite import hand_sprite, tool_sprite
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID, lay
from generation.backends.schematic.things.workpieces import Form
from generation.backends.schematic.words.amounts import Amount, length_in_mm
from generation.backends.schematic.words.reading import Reading

UNSAID_ANGLE: Final = 60.0
UNSAID_ROD_ANGLE: Final = 90.0
MOST_LAYERS: Final = 40
LEAF: Final = 9.0  # pixels of one sheet
ROD_GRIP: Final = 190.0
ROD_LENGTH: Final = 340.0
ROD_WIDTH: Final = 22.0
WAY: Final = 0.5  # the longest way in, as a part of the way from the tip to the hand
LIFT: Final = 26.0  # pixels of the tip above the ground when it is out


@dataclass(frozen=True, slots=True)
class Depth:
    """How deep the point goes, upright below the ground: said, or assumed. ``pixels`` is the depth drawn.

    ``unit`` is the scale: pixels of one unit as said; ``None`` where nothing was said.
    """

    said: Amount | None
    pixels: float
    unit: float | None

    @property
    def pixels_per_mm(self) -> float | None:
        """The scale, where the unit has a known length."""
        millimetres = length_in_mm(self.said.unit) if self.said else None
        return self.unit / millimetres if self.unit and millimetres else None


def depth_in(reading: Reading, deepest: float, through: float | None) -> Depth:
    """The said depth as deep as can be shown; unsaid, just through a sheet (``through``) or half way down."""
    said = reading.amount(Measure.DEPTH)
    if said:
        unit = deepest / said.ends[1]
        return Depth(said, said.middle * unit, unit)
    reading.assume("扎入的深浅", None)
    return Depth(None, min(deepest, through + 20) if through is not None else deepest * 0.8, None)


class PierceSide(Figure):
    """All shapes are built for a right hand and mirrored for a left one; words are placed, never mirrored."""

    def __init__(self, reading: Reading, place: Place, work: Work) -> None:
        stage = place.stage
        self.piercer, self.target = work.piercer, work.target
        self.said = reading.amount(Measure.ANGLE)
        self.speed = reading.amount(Measure.SPEED)
        self.layers = reading.amount(Measure.LAYERS) if self.target.form is Form.SHEET else None
        self.holder = reading.holder()
        self.axis = stage.x + stage.width / 2
        self.ground = stage.y + stage.height * 0.63
        low, high = self._angle_of(reading)
        self.leaves = self._leaves()
        room = stage.bottom - 26 - self.ground
        self.size = self._size(stage, (low + high) / 2)
        steepness = math.sin(math.radians((low + high) / 2))
        leaves = self.leaves * self._leaf(room) if self.target.form is Form.SHEET else None
        self.depth = depth_in(reading, min(room * 0.86, self._reach() * WAY * steepness), leaves)
        self.body = room + 2 if leaves is None else self._thickness(reading, leaves, room)
        self.rhythm = work.rhythm
        self.panel = Panel(place, f"侧视·{reading.step.action.text[:4]}", self._pace(), self._scale())
        self.entry = self._entry(stage, (low + high) / 2)
        at = (self._across(self.entry[0]), self.ground)
        radius = max(48.0, min(84.0, self._reach() * (1 - WAY) - 26))
        self.angle = Angle(at=at, low=low, high=high, radius=radius, mirrored=self.holder.left)
        self.look = Look(said=self.said is not None, about=bool(self.said and self.said.about))
        grip = Grip.FIST if self.piercer.rod else self.piercer.tool.hold
        pose = Pose(grip=grip, turn=-self.angle.middle, size=0.56 * min(self.size, 1.2))
        self.hand = hand_sprite(self.holder, pose)
        self.point = tool_sprite(self.piercer.tool, -self.angle.middle, self.size)
        self.rod = rectangle(0, -ROD_WIDTH / 2, ROD_LENGTH, ROD_WIDTH, 2)

    def _angle_of(self, reading: Reading) -> Point:
        if self.said:
            return self.said.ends
        if reading.says(*UPRIGHT):
            return (90.0, 90.0)
        return (reading.assume("扎入角度", UNSAID_ROD_ANGLE if self.piercer.rod else UNSAID_ANGLE),) * 2

    def _leaves(self) -> int:
        return max(1, min(MOST_LAYERS, math.ceil(self.layers.ends[1]))) if self.layers else 1

    def _leaf(self, room: float) -> float:
        return min(LEAF if self.layers else 12.0, (room - 40) / self.leaves)

    def _thickness(self, reading: Reading, leaves: float, room: float) -> float:
        """The sheet as thick as said, on the scale of the depth; else as thick as suits the picture."""
        said, scale = reading.amount(Measure.THICKNESS), self.depth.pixels_per_mm
        unit = length_in_mm(said.unit) if said else None
        if said and unit and scale and not self.layers and said.middle * unit * scale < room:
            return said.middle * unit * scale
        return reading.assume("料的厚薄", leaves)

    def _pace(self) -> Pace:
        return Pace.TRUE if self.rhythm.travel else Pace.ASSUMED

    def _scale(self) -> Scale:
        if self.depth.said:
            return Scale.TRUE
        return Scale.ANGLE if self.said else Scale.NONE

    def _size(self, stage: Stage, degrees: float) -> float:
        """So that the hand stays in the picture when the tool is steep."""
        room = (self.ground - stage.y - 52) / max(0.35, math.sin(math.radians(degrees)))
        return max(0.7, min(1.5, stage.height / 220, room / self._grip()))

    def _grip(self) -> float:
        """Where the hand holds, in pixels of the tool's drawing from its tip."""
        return ROD_GRIP if self.piercer.rod else max(120.0, self.piercer.tool.grip)

    def _reach(self) -> float:
        return self._grip() * self.size

    def _entry(self, stage: Stage, degrees: float) -> Point:
        back = self.depth.pixels / math.tan(math.radians(degrees))
        x = stage.x + stage.width * (0.24 + 0.24 * degrees / 90)
        return max(x, min(stage.x + 150 + back, stage.x + stage.width * 0.62)), self.ground

    def _across(self, x: float) -> float:
        return 2 * self.axis - x if self.holder.left else x

    def _along(self, distance: float, aside: float = 0.0) -> Point:
        """A point on the tool's line, seen from the entry; ``aside`` is to the upper left of it."""
        return on_slant(self.entry, self.angle.middle, distance, aside)

    def out(self, inside: float) -> float:
        """How far the tip stands out of the ground along the tool's line, in pixels; negative when it is in."""
        way = self.depth.pixels / math.sin(math.radians(self.angle.middle))
        if self.rhythm.travel is not None:
            return -way * inside
        return LIFT - (way + LIFT) * inside

    def still(self, pen: Pen) -> None:
        """The body in section, its layers, and what it is called."""
        stage, canvas, y = self.panel.stage, pen.canvas, self.ground
        left, right = stage.x + 22, stage.right - 22
        leaf = self.body / self.leaves
        surely = int(self.layers.ends[0]) if self.layers else self.leaves
        for index in range(self.leaves):
            shape = rectangle(left, y + index * leaf, right - left, leaf)
            stuff = self.target.stuff if index < surely else UNSAID
            lay(canvas, shape, stuff, outline=1.3 if self.leaves > 1 else 2.0)
        if self.target.said:
            edge = polygon([(left, y), (right, y)], closed=False)
            canvas.drawPath(ink(edge, 3.4, seed=3), fill(INK))
        if self.target.form is Form.SHEET:
            self._draw_rest(canvas, left, right)
        if self.piercer.rod:
            self._draw_channel(canvas)
        room = stage.width * 0.34
        x = self._across(stage.right - 44)
        style = CAPTION.but(anchor="l" if self.holder.left else "r", halo=CARD)
        level = stage.bottom - (24 if self.target.form is Form.SHEET else 38)  # clear of the lower edge of a body
        pen.write(clipped(self.target.name, style, room), x, level, style)

    def _draw_rest(self, canvas: skia.Canvas, left: float, right: float) -> None:
        """What carries a sheet at both ends: two low blocks, grey, as nobody said on what it lies."""
        for x in (left, right - 56):
            block = rectangle(x, self.ground + self.body + 2, 56, self.panel.stage.bottom)
            canvas.drawPath(block, line(GREY, 1.6, dash=(6, 5)))

    def _draw_channel(self, canvas: skia.Canvas) -> None:
        with mirrored(canvas, self.axis, when=self.holder.left):
            canvas.save()
            canvas.clipRect(skia.Rect.MakeLTRB(0, self.ground, 2000, self.ground + self.body))
            canvas.translate(*self.entry)
            canvas.rotate(-self.angle.middle)
            way = self.depth.pixels / math.sin(math.radians(self.angle.middle))
            half = ROD_WIDTH * self.size / 2 + 2
            hole = skia.Rect.MakeLTRB(-way - 1, -half, 60, half)
            canvas.drawRect(hole, fill("#6B5B4A"))
            canvas.drawRect(hole, line(INK, 1.8))
            canvas.restore()

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The tool and its hand, the signs over them, the words."""
        _, inside = self.rhythm.at(moment)
        out, canvas = self.out(inside), pen.canvas
        with mirrored(canvas, self.axis, when=self.holder.left):
            self._draw_piercer(canvas, out)
            self._draw_motion(canvas, moment)
        if self.said:
            draw_angle(canvas, self.angle, self.look)
        tip = self._along(min(out, 0))
        canvas.drawCircle(self._across(tip[0]), tip[1], 4.5, fill(RED))
        self._write(pen)

    def _draw_piercer(self, canvas: skia.Canvas, out: float) -> None:
        turn, size = -self.angle.middle, self.size
        tip = self._along(out)
        if self.piercer.rod:
            canvas.save()
            canvas.translate(*tip)
            canvas.rotate(turn)
            canvas.scale(size, size)
            lay(canvas, self.rod, self.piercer.rod.stuff)
            canvas.restore()
        else:
            if out < 0:
                canvas.drawLine(*self.entry, *tip, line(INK2, 5 * size, 0.75))
            self.point.draw(canvas, tip)
        self.hand.draw(canvas, self._along(out + self._reach()))

    def _draw_motion(self, canvas: skia.Canvas, moment: Moment) -> None:
        """A red arrow beside the tool, the way it goes."""
        far, near = self._along(104 * self.size, 34), self._along(30 * self.size, 34)
        start, end = (near, far) if self.rhythm.outwards else (far, near)
        canvas.drawLine(*start, *end, line(RED, 3))
        arrow(canvas, end, math.atan2(end[1] - start[1], end[0] - start[0]), 17, RED)
        if self.speed:
            for step in range(3):
                share = (moment.seconds * 1.1 + step / 3) % 1 * 0.8
                canvas.drawCircle(
                    start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share, 3.6, fill(RED)
                )

    def _write(self, pen: Pen) -> None:
        stage = self.panel.stage
        if self.said:
            write_angle(pen, self.angle, self.said.figure, self.look, CARD)
        write_hand_tag(pen, self.holder, stage)
        if self.speed:
            style = FACT.but(halo=CARD, anchor="r" if self.holder.left else "l")
            pen.write(self.speed.figure, self._across(stage.x + 26), stage.y + 48, style)
        if self.depth.said:
            self._write_depth(pen, self.depth.said)
        elif self.layers:
            self._write_beside(pen, self.layers, self.body)

    def _write_depth(self, pen: Pen, said: Amount) -> None:
        if said.ranged and self.depth.unit:
            low, high = (self.ground + end * self.depth.unit for end in said.ends)
            x = self._across(self.panel.stage.x + 96)
            band = skia.Rect.MakeLTRB(min(x, x + 60), low, max(x, x + 60), high)
            pen.canvas.drawRect(band, fill(Look().colour, 0.18))
        self._write_beside(pen, said, self.depth.pixels)

    def _write_beside(self, pen: Pen, said: Amount, tall: float) -> None:
        """A dimension from the ground down, on the side free of the hand, and its figure in one line above it."""
        stage = self.panel.stage
        x = self._across(stage.x + 70)
        dimension(pen.canvas, (x, self.ground), (x, self.ground + tall), Look(about=said.about or said.ranged))
        style = FACT.but(halo=CARD)
        room = max(60.0, self.entry[0] - stage.x - 60)
        style = style if width(said.figure, style) <= room else style.but(size=22)
        wide = width(said.figure, style)
        pen.write(said.figure, self._across(stage.x + 40 + wide / 2), self.ground - 38, style.but(anchor="m"))
