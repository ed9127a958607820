"""The wheel from the side: clay turns on it, and hands or a tool bring its wall to its form."""

import math
from dataclasses import replace
from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, curve, hatching, polygon, rectangle
from generation.backends.schematic.drawing.notation import DASH, dimension
from generation.backends.schematic.drawing.palette import BLUE, GREY, INK, INK2, RED, WOOD, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    Stage,
    draw_holder,
    ease,
    span,
    write_hand_tag,
)
from generation.backends.schematic.scenes.props.lengths import look_of, write_length
from generation.backends.schematic.scenes.props.sprite import Sprite
from generation.backends.schematic.scenes.wheel.hands import ThrowingHands
from generation.backends.schematic.scenes.wheel.words import OPEN, WHEELS, clay_of, hands_of, size_of, spin_of
from generation.backends.schematic.things.hands import Pose
from generation.backends.schematic.things.stuff import UNSAID, Stuff, lay
from generation.backends.schematic.things.tools import STYLUS, draw_tool, tool_in
from generation.backends.schematic.words.reading import Reading

TILT: Final = 0.15  # how far the wheel is seen from above: height over width of its ellipse
RIM: Final = 20.0
MOST_PULLS: Final = 6
TURNED_PARTS: Final = 22
RAW: Final = 7.0  # pixels that the tool takes off a wall
MARKS: Final = (0.0, 1.1, 2.9, 4.3)  # radians between which nobody can mistake a turn
# Half widths from the foot (0) to the mouth (1), as shares of the widest.
JAR: Final[tuple[Point, ...]] = (
    (0.0, 0.62),
    (0.2, 0.82),
    (0.45, 1.0),
    (0.65, 0.96),
    (0.85, 0.72),
    (0.94, 0.66),
    (1.0, 0.7),
)
BOWL: Final[tuple[Point, ...]] = ((0.0, 0.44), (0.08, 0.46), (0.3, 0.72), (0.6, 0.9), (1.0, 1.0))
TRIMS: Final = ("修", "利", "车", "旋", "削")


class WheelSide(Figure):
    """A lump becomes a vessel, pull by pull; or a raw vessel is trimmed."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.trims = any(word in reading.verb for word in TRIMS)
        self.spin = spin_of(reading)
        self.hands = hands_of(reading)
        self.clay = clay_of(reading)
        self.wheel = reading.says(*WHEELS) or reading.assume("转盘的样子", default=False)
        self.walls = _walls(BOWL if reading.says(*OPEN) else JAR)
        self.axis = stage.x + stage.width / 2
        self.base = stage.bottom - 56
        room = Stage(0, 0, min(stage.width * 0.44, stage.height * 0.9), self.base - stage.y - 88)
        self.size = size_of(reading, room)
        reading.assume("器物的形状", None)
        scale = Scale.TRUE if self.size.ruler else Scale.NONE
        self.panel = Panel(place, f"侧视·{reading.step.action.text[:6]}", Pace.FASTER, scale)
        self.pulls = 1 if self.trims else _pulls_of(reading)
        self.radius = max(self.size.diameter * 0.62, stage.height * 0.34)
        self.hand_size = min(0.62, stage.height / 560)
        self.throwing = ThrowingHands(self.hands, self.hand_size, self.axis)
        self.tool = None
        if self.trims or reading.tools:
            self.tool = tool_in(reading, does="scrape") or tool_in(reading, does="carve")
            self.tool = self.tool or reading.assume("工具的样子" if reading.tools else "工具", STYLUS)
        elif len(self.hands) > 1:
            reading.assume("两手的里外", None)
        self.held = Sprite(self._print_held)

    def still(self, pen: Pen) -> None:
        """The wheel on its shaft, and the size that was said."""
        canvas, y = pen.canvas, self.base + RIM
        shaft = rectangle(self.axis - 24, y, 48, 80)
        lay(canvas, shaft, Stuff(WOOD, INK2, UNSAID.grain) if self.wheel else UNSAID)
        self._draw_head(canvas)
        self._write_size(pen)

    def growth(self, moment: Moment) -> tuple[float, float]:
        """How far the vessel has grown, and how high the hands are on its wall, both 0 to 1."""
        beat = span(moment.share, 0.04, 0.9) * self.pulls
        pull = min(self.pulls - 1, int(beat))
        phase = beat - pull
        return (pull + ease(span(phase, 0.1, 0.85))) / self.pulls, 0.12 + 0.82 * ease(span(phase, 0.1, 0.85))

    def wall(self, grown: float, at: float) -> Point:
        """Half the width and the height of the wall, at a share of its height, in pixels."""
        step = at * TURNED_PARTS
        low = min(TURNED_PARTS - 1, int(step))
        share = self.walls[low] + (self.walls[low + 1] - self.walls[low]) * (step - low)
        end = self.size.diameter / 2 * share
        if self.trims:
            return end + RAW * (1 - ease(span(grown - at, -0.02, 0.06))), self.size.height * at
        lump = self.size.diameter * 0.47 * math.sqrt(max(0.0, 1 - (at * 0.94) ** 2.4))
        return lump + (end - lump) * grown, self.size.height * at * (0.46 + 0.54 * grown)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The clay on its wheel, the outline it is to reach, the hands at their height."""
        canvas, turned = pen.canvas, self.spin.angle(moment.seconds)
        grown, reach = self.growth(moment)
        self._draw_marks(canvas, turned)
        self._draw_clay(canvas, grown, turned)
        self._draw_goal(canvas)
        half, high = self.wall(grown, reach)
        if self.tool:
            self._draw_tool(canvas, (half, high))
        else:
            self._draw_hands(canvas, (half, high), grown)
        stage = self.panel.stage  # a tool goes up to the mouth: the name of its hand stands below
        write_hand_tag(pen, self.hands[-1], replace(stage, y=stage.bottom - 72) if self.tool else stage)

    def _draw_head(self, canvas: skia.Canvas) -> None:
        x, y, wide, deep = self.axis, self.base, self.radius, self.radius * TILT
        band = skia.Path()
        band.moveTo(x - wide, y)
        band.lineTo(x - wide, y + RIM)
        band.arcTo(skia.Rect.MakeLTRB(x - wide, y + RIM - deep, x + wide, y + RIM + deep), 180, -180, forceMoveTo=False)
        band.lineTo(x + wide, y)
        band.close()
        top, rings = skia.Path(), skia.Path()
        top.addOval(skia.Rect.MakeLTRB(x - wide, y - deep, x + wide, y + deep))
        for share in (0.93, 0.86):
            rings.addOval(skia.Rect.MakeLTRB(x - wide * share, y - deep * share, x + wide * share, y + deep * share))
        stuff = Stuff(WOOD, INK2, UNSAID.grain) if self.wheel else UNSAID
        lay(canvas, band, stuff)
        lay(canvas, top, stuff)
        if self.wheel:
            canvas.drawPath(rings, line(INK2, 1, 0.6))
            self._shade_band(canvas, band)

    def _shade_band(self, canvas: skia.Canvas, band: skia.Path) -> None:
        """Engraver's lines on the side of the rim that is away from the light."""
        box = band.getBounds()
        dark = skia.Rect.MakeLTRB(self.axis + self.radius * 0.2, box.top(), box.right(), box.bottom())
        canvas.save()
        canvas.clipPath(band, doAntiAlias=True)
        canvas.clipRect(skia.Rect.MakeLTRB(box.left(), self.base, box.right(), box.bottom()))
        canvas.drawPath(hatching(dark, 90, 6), line(INK, 1, 0.6))
        canvas.restore()

    def _draw_marks(self, canvas: skia.Canvas, turned: float) -> None:
        """Marks that run round with the wheel; nobody can see a plain disc turn."""
        x, y, wide, deep = self.axis, self.base, self.radius, self.radius * TILT
        marks = skia.Path()
        for mark in MARKS:
            cos, sin = math.cos(turned + mark), math.sin(turned + mark)
            marks.moveTo(x + wide * 0.97 * cos, y + deep * 0.97 * sin)
            marks.lineTo(x + wide * 0.8 * cos, y + deep * 0.8 * sin)
            if sin > 0:
                marks.moveTo(x + wide * cos, y + deep * sin)
                marks.lineTo(x + wide * cos, y + deep * sin + RIM)
        canvas.drawPath(marks, line(INK if self.wheel else GREY, 2.4))

    def _draw_clay(self, canvas: skia.Canvas, grown: float, turned: float) -> None:
        points = [self.wall(grown, step / TURNED_PARTS) for step in range(TURNED_PARTS + 1)]
        x, y = self.axis, self.base
        foot = points[0][0]
        body = skia.Path()
        body.addPoly([skia.Point(x + half, y - high) for half, high in points], close=False)
        for half, high in reversed(points):
            body.lineTo(x - half, y - high)
        body.arcTo(
            skia.Rect.MakeLTRB(x - foot, y - foot * TILT, x + foot, y + foot * TILT), 180, -180, forceMoveTo=False
        )
        body.close()
        lay(canvas, body, self.clay, outline=2.8)
        canvas.drawPath(self._rings(grown, turned), line(self.clay.dark, 1.6, 0.75))
        half, high = points[-1]
        opened = 1.0 if self.trims else span(grown, 0.02, 0.3)
        if opened:
            self._draw_mouth(canvas, (half, high), opened)

    def _rings(self, grown: float, turned: float) -> skia.Path:
        """The marks that fingers leave; they run round with the clay."""
        rings = skia.Path()
        for index in range(7):
            at = 0.1 + index * 0.13
            half, high = self.wall(grown, at)
            oval = skia.Rect.MakeLTRB(
                self.axis - half, self.base - high - half * TILT, self.axis + half, self.base - high + half * TILT
            )
            start = math.degrees(turned * 1.0 + index * 2.1) % 360
            for begin in (start, start - 360):
                low, high_end = max(8.0, begin), min(172.0, begin + 130)
                if high_end > low:
                    rings.addArc(oval, low, high_end - low)
        return rings

    def _draw_mouth(self, canvas: skia.Canvas, rim: Point, opened: float) -> None:
        half, high = rim
        deep, y = half * TILT * opened, self.base - high
        lip = skia.Path()
        lip.addOval(skia.Rect.MakeLTRB(self.axis - half, y - deep, self.axis + half, y + deep))
        hole = skia.Path()
        thick = min(9.0, half * 0.16)
        hole.addOval(
            skia.Rect.MakeLTRB(self.axis - half + thick, y - deep * 0.74, self.axis + half - thick, y + deep * 0.74)
        )
        lay(canvas, lip, self.clay, outline=2.2)
        canvas.drawPath(hole, fill(INK if self.clay is not UNSAID else GREY, 0.42))
        canvas.drawPath(hole, line(INK if self.clay is not UNSAID else GREY, 1.4))

    def _draw_hands(self, canvas: skia.Canvas, wall: Point, grown: float) -> None:
        half, high = self.wall(grown, 1.0)
        y, deep = self.base - high, half * TILT * 0.74
        mouth = skia.Rect.MakeLTRB(self.axis - half + 4, y - deep, self.axis + half - 4, y + deep)
        self.throwing.draw(canvas, (self.axis + wall[0], self.base - wall[1]), mouth, grown)

    def _draw_tool(self, canvas: skia.Canvas, wall: Point) -> None:
        half, high = wall
        side = -1 if self.hands[-1].left else 1
        touch = (self.axis + side * half, self.base - high)
        self.held.draw(canvas, touch)
        if self.trims:
            curl = curve([touch, (touch[0] + side * 10, touch[1] - 16), (touch[0] + side * 26, touch[1] - 8)])
            canvas.drawPath(curl, line(self.clay.dark, 4))
        canvas.drawCircle(*touch, 4.5, fill(RED))

    def _print_held(self, canvas: skia.Canvas) -> None:
        """The tool in its hand, its edge at the origin."""
        hand, tool = self.hands[-1], self.tool or STYLUS
        size = self.hand_size * 1.5
        canvas.scale(-1 if hand.left else 1, 1)
        canvas.rotate(-12)
        draw_tool(canvas, tool, (0, 0), 0, size)
        draw_holder(canvas, hand, Pose(grip=tool.hold, at=(tool.grip * size, 0), size=self.hand_size))

    def _draw_goal(self, canvas: skia.Canvas) -> None:
        """The box that the finished vessel fills, where its size was said."""
        if self.size.ruler is None:
            return
        half, top = self.size.diameter / 2, self.base - self.size.height
        ends = [
            (self.axis - half, self.base),
            (self.axis - half, top),
            (self.axis + half, top),
            (self.axis + half, self.base),
        ]
        canvas.drawPath(polygon(ends, closed=False), line(BLUE, 1.4, 0.8, dash=DASH))

    def _write_size(self, pen: Pen) -> None:
        size = self.size
        if size.ruler is None:
            return
        x, y = self.axis, self.base
        half, top = size.diameter / 2, y - size.height
        if size.diameter_said:
            level = top - half * TILT - 10
            dimension(pen.canvas, (x - half, level), (x + half, level), look_of(size.diameter_said))
            beside = half * (0.62 if len(self.hands) > 1 else 0.0)  # an arm goes down into the vessel in the middle
            write_length(pen, size.diameter_said, (x + beside, level - 10), self.panel.stage)
        if size.height_said:
            side = 1 if self.hands[-1].left and len(self.hands) == 1 else -1
            level = x + side * (max(half, self.radius) + 18)
            dimension(pen.canvas, (level, y), (level, top), look_of(size.height_said))
            anchor = "l" if side > 0 else "r"
            write_length(pen, size.height_said, (level + side * 10, y + 40), self.panel.stage, anchor)


def _walls(profile: tuple[Point, ...]) -> tuple[float, ...]:
    """A smooth wall through a profile, at even steps of its height."""
    measure = skia.PathMeasure(curve(profile), forceClosed=False, resScale=40.0)
    length = float(measure.getLength())
    points = [measure.getPosTan(length * step / 200)[0] for step in range(201)]
    steps = (step / TURNED_PARTS for step in range(TURNED_PARTS + 1))
    return tuple(float(min(points, key=lambda point: abs(point.x() - at)).y()) for at in steps)


def _pulls_of(reading: Reading) -> int:
    said = reading.amount(Measure.REPETITION)
    if said and said.unit not in ("圈", "转", "轉") and not said.ranged and 1 <= said.middle <= MOST_PULLS:
        return int(said.middle)
    return reading.assume("提拉的次数", 3)
