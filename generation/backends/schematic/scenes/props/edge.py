"""An edge in its material, magnified: how steeply it stands, how deep it goes, and the chip that comes off."""

import math
from dataclasses import dataclass
from typing import ClassVar, Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, curve, polygon
from generation.backends.schematic.drawing.notation import DASH, Angle, Look, draw_angle, write_angle
from generation.backends.schematic.drawing.palette import GREY, INK, PALE, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Moment, Pace, Panel, Place, Scale, span
from generation.backends.schematic.scenes.props.bench import HandFigure, draw_motion, draw_size, flying, write_size
from generation.backends.schematic.scenes.props.gear import Gear
from generation.backends.schematic.scenes.props.lens import GLASS, lens_in
from generation.backends.schematic.scenes.props.sprite import Sprite
from generation.backends.schematic.things.stuff import TILE, Stuff, lay
from generation.backends.schematic.things.tools import draw_tool
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

POINTED: Final = ("knife", "graver", "awl", "needle")
SPLITTING: Final = 0.8  # seconds of a splinter's flight in one second of work
SPEED: Final = 46.0  # pixels a second at which the work passes below the edge


@dataclass(frozen=True, slots=True)
class Edge:
    """A tool at work: pushed away from the hand or drawn towards it; ``steep`` degrees where no angle was said."""

    gear: Gear
    stuff: Stuff
    pushed: bool
    steep: float
    struck: bool = False  # goes on by blows


class EdgeLens(HandFigure):
    """The tool stands still and the work passes below it."""

    shows_hand: ClassVar[bool] = False

    def __init__(self, reading: Reading, place: Place, title: str, edge: Edge) -> None:
        stage = place.stage
        self.edge = edge
        self.said = reading.amount(Measure.ANGLE)
        self.depth: Amount | None = reading.amount(Measure.DEPTH) or reading.amount(Measure.THICKNESS)
        if not self.depth:
            reading.assume("吃刀的深浅", None)
        scale = Scale.ANGLE if self.said else Scale.TRUE if self.depth else Scale.NONE
        super().__init__(reading, Panel(place, title, Pace.ASSUMED, scale))
        low, high = self.said.ends if self.said else (reading.assume("下刀角度", edge.steep),) * 2
        self.lens = lens_in(stage)
        self.middle, self.radius = self.lens.middle, self.lens.radius
        self.deep = self.radius * (0.26 if self.depth else 0.14)
        self.floor = self.middle[1] + self.radius * 0.34
        tip = (self.middle[0] - self.radius * (0.16 if edge.pushed else 0.3), self.floor)
        self.tip = tip
        self.angle = Angle(
            at=self.point(*tip), low=low, high=high, radius=self.radius * 0.56, mirrored=self.holder.left
        )
        self.pixels_per_unit = self.deep / self.depth.middle if self.depth else None
        self._chip = self._curl()
        self._ground = self._profile()
        self._blade = Sprite(self._draw_edge)

    def _profile(self) -> skia.Path:
        """The section of the work: one step high where the edge has not been."""
        left, right = self.middle[0] - self.radius, self.middle[0] + self.radius
        before, after = self.floor - self.deep, self.floor
        start, end = (before, after) if self.edge.pushed else (after, before)
        x, bottom = self.tip[0], self.middle[1] + self.radius
        return polygon([(left, start), (x, start), (x, end), (right, end), (right, bottom), (left, bottom)])

    def _curl(self) -> skia.Path:
        """A chip that rolls up in front of the edge, drawn from the tip; its thickness is the depth of the cut."""
        away, thick = -1 if self.edge.pushed else 1, max(5.0, self.deep * 0.8)
        outer: list[Point] = []
        inner: list[Point] = []
        for step in range(13):
            turn = math.radians(-100 + 24 * step)
            reach = self.radius * 0.27 * (1 - step / 22)
            middle = (away * self.radius * 0.27, -self.deep - self.radius * 0.2)
            for points, less in ((outer, 0.0), (inner, thick * 0.55 * (1 - step / 14))):
                x = middle[0] - away * (reach - less) * math.cos(turn + math.pi / 2)
                points.append((x, middle[1] - (reach - less) * math.sin(turn - math.pi / 2 + math.pi)))
        shape = curve(outer)
        shape.lineTo(*inner[-1])
        for point in reversed(inner[:-1]):
            shape.lineTo(*point)
        shape.close()
        return shape

    def still_shapes(self, canvas: skia.Canvas) -> None:
        """The glass."""
        self.lens.draw_glass(canvas)
        self.lens.draw_rim(canvas)

    def _travel(self, seconds: float) -> float:
        """How far the work has passed, in pixels; by jerks under blows."""
        if not self.edge.struck:
            return seconds * SPEED
        beat = seconds / 0.9
        return 0.9 * SPEED * (int(beat) + span(beat % 1, 0.5, 0.72))

    def moving_shapes(self, canvas: skia.Canvas, moment: Moment) -> None:
        """The work passing, the chip, the tool."""
        way = self._travel(moment.seconds)
        with self.lens.inside(canvas):
            self._draw_ground(canvas, way)
            self._draw_chip(canvas, way)
            self._blade.draw(canvas, self.tip)
        canvas.drawCircle(*self.tip, 4.5, fill(RED))

    def _draw_edge(self, canvas: skia.Canvas) -> None:
        """A pointed tool as it is; any other blade as a bevelled section, for so it looks from its side."""
        gear = self.edge.gear
        if gear.tool.name in POINTED:
            draw_tool(canvas, gear.tool, (0, 0), -self.angle.middle, 2.2, assumed=not gear.said)
            return
        canvas.save()
        canvas.rotate(-self.angle.middle)
        blade = polygon([(0, 0), (34, -11), (400, -11), (400, 9), (30, 9)])
        canvas.drawPath(blade, fill("#D8D4C9" if gear.said else PALE))
        if gear.said:
            canvas.drawLine(34, -11, 30, 9, line(INK, 1.4))
        canvas.drawPath(blade, line(INK if gear.said else GREY, 2.4, dash=None if gear.said else DASH))
        canvas.restore()

    def _draw_ground(self, canvas: skia.Canvas, way: float) -> None:
        shift = way % TILE if self.edge.pushed else -(way % TILE)
        x, reach = self.middle[0], self.radius + TILE
        canvas.save()
        canvas.clipPath(self._ground)
        canvas.translate(shift, 0)
        band = skia.Path()
        band.addRect(skia.Rect.MakeLTRB(x - reach, self.middle[1] - reach, x + reach, self.middle[1] + reach))
        lay(canvas, band, self.edge.stuff, outline=0)
        canvas.restore()
        canvas.drawPath(self._ground, line(INK, 2.6))

    def _draw_chip(self, canvas: skia.Canvas, way: float) -> None:
        if self.edge.struck:  # a blow splits off splinters, it rolls up no shaving
            seconds = way / SPEED * SPLITTING
            splinters = flying(self.tip, seconds, reach=self.radius * 0.4, side=-1 if self.edge.pushed else 1, count=6)
            lay(canvas, splinters, self.edge.stuff, outline=1.8)
            return
        grown = way / SPEED / 1.8 % 1
        canvas.save()
        canvas.translate(*self.tip)
        canvas.scale(0.45 + 0.55 * grown, 0.45 + 0.55 * grown)
        lay(canvas, self._chip, self.edge.stuff)
        canvas.restore()

    def lettering(self, pen: Pen) -> None:
        """The way of the tool, the said angle at the edge, the said depth inside the work."""
        y, near, far = self.middle[1] - self.radius * 0.56, self.radius * 0.3, self.radius * 0.66
        start, end = self.point(self.middle[0] - near, y), self.point(self.middle[0] - far, y)
        draw_motion(pen.canvas, *((start, end) if self.edge.pushed else (end, start)))
        if self.said:
            look = Look(about=self.said.about)
            draw_angle(pen.canvas, self.angle, look)
            stage = self.panel.stage
            write_angle(pen, self.angle, self.said.figure, look, GLASS, (stage.x, stage.right))
        if self.depth:
            x = self.across(self.middle[0] - self.radius * 0.58)
            if not self.edge.pushed:  # where the surface was before
                level, edge = self.floor - self.deep, self.across(self.tip[0])
                pen.canvas.drawLine(x - self.away * -14, level, edge, level, line(GREY, 1.6, dash=DASH))
            draw_size(pen.canvas, self.depth, (x, self.floor - self.deep), (x, self.floor))
            place = (self.across(self.middle[0]), self.floor + self.radius * 0.42)
            write_size(pen, self.depth, place, self.radius * 1.2, halo=self.edge.stuff.body)
