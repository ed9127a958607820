"""A thing on its way in or out: seen from a little above with the hand, and from the side or cut open."""

import math
from dataclasses import dataclass
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, hatch, pen_line, rectangle
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import HAIR, INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Part,
    Place,
    Scale,
    Stage,
    View,
    ease,
    mirrored,
    span,
)
from generation.backends.schematic.scenes.props.carrier import STEEP, TURN, Carrier, carrier_in
from generation.backends.schematic.scenes.props.goal import Goal, Where
from generation.backends.schematic.scenes.props.names import write_names
from generation.backends.schematic.scenes.props.piece import extent, piece_of
from generation.backends.schematic.scenes.props.places import Ground
from generation.backends.schematic.scenes.props.vessel import Vessel, build_of
from generation.backends.schematic.things.stuff import UNSAID, lay
from generation.backends.schematic.things.workpieces import Form, Workpiece
from generation.backends.schematic.words.reading import Holder, Reading

MOST: Final = 12
HIDDEN: Final = 0.34  # how strong the part of a thing is that a wall or water hides
UPRIGHT: Final = -76.0  # degrees: how long things stand in a vessel that is too narrow for them


@dataclass(frozen=True, slots=True)
class Way:
    """What goes where, how many times, and whether it is taken ``out``."""

    thing: Workpiece
    goal: Goal
    count: int
    out: bool

    @property
    def rolls(self) -> bool:
        """Whether the things are small and round: they lie beside each other, not on each other."""
        return self.thing.form is Form.ROUND

    def at(self, moment: Moment) -> tuple[int, float, float]:
        """Which thing is moved now, how high it is (0 down, 1 up), and how far away the hand is (0 to 1)."""
        beat = min(self.count - 1e-6, moment.share * self.count)
        index, phase = int(beat), beat % 1
        if self.out:
            return index, ease(span(phase, 0.3, 0.88)), 1 - ease(span(phase, 0.0, 0.26))
        return index, 1 - ease(span(phase, 0.08, 0.62)), ease(span(phase, 0.74, 1.0))


class PassageOverview(Figure):
    """The place, the thing on its way, the hand. Built for a right hand, mirrored for a left one."""

    def __init__(self, reading: Reading, place: Place, way: Way) -> None:
        stage = place.stage
        self.way, self.size = way, min(1.25, stage.height / 290)
        self.panel = Panel(place, f"斜视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.carrier: Carrier = carrier_in(reading, way.thing.form, self.size)
        self.upright = way.goal.where is Where.VESSEL and way.thing.form is Form.RODS
        self.ground = Ground(way.goal, stage, self.size, 0.4 if self.upright else 0.46)
        wide, tall = extent(way.thing)
        room = self.ground.room / (tall * 1.6 if self.upright else wide)
        high = stage.height * (0.34 if self.upright else 0.4) / (wide if self.upright else tall)
        self.piece = piece_of(way.thing, min((0.6 if way.rolls else 1.15) * self.size, room, high))
        self.axis = stage.x + stage.width / 2

    @property
    def holder(self) -> Holder:
        """The hand that carries."""
        return self.carrier.holder

    def _height(self) -> float:
        return self.piece.width * 0.94 if self.upright else self.piece.height

    def ends(self, index: int) -> tuple[Point, Point]:
        """Where the foot of a thing is when it is down and when it is up."""
        down, up = self.ground.landing(self._height()), self.ground.above(self._height())
        if self.way.count > 1 and (self.way.rolls or self.way.goal.where is Where.SURFACE):
            if self.way.thing.form is Form.SHEET:
                return (down[0], down[1] - 6 * index), up
            wide = self.ground.room if self.ground.vessel else self.panel.stage.width * 0.66
            step = min(self.piece.width * 1.06, wide / self.way.count)
            shift = (index - (self.way.count - 1) / 2) * step
            return (down[0] + shift, down[1]), (up[0] + shift, up[1])
        return down, up

    def still(self, pen: Pen) -> None:
        """The place."""
        with mirrored(pen.canvas, self.axis, when=self.holder.left):
            self.ground.draw(pen.canvas)
        write_names(pen, self.panel.stage, self.holder, (self.way.thing.name, self.way.goal.name))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The things already moved, the one on its way, the hand."""
        canvas = pen.canvas
        index, lifted, away = self.way.at(moment)
        with mirrored(canvas, self.axis, when=self.holder.left):
            self._draw_rest(canvas, index)
            down, up = self.ends(index)
            foot = (down[0] + (up[0] - down[0]) * lifted, down[1] + (up[1] - down[1]) * lifted)
            self._draw_track(canvas, down, up)
            self._draw_piece(canvas, foot)
            if lifted < 0.02:
                self._draw_contact(canvas, down)
            canvas.save()
            self.ground.hide(canvas)
            self.carrier.draw(canvas, self._grip(foot), self.piece, away, STEEP if self.ground.vessel else TURN)
            canvas.restore()

    def _grip(self, foot: Point) -> Point:
        """Where the foot of the thing would be for the hand to hold it: a standing bundle is held near its top."""
        if self.upright:
            return foot[0] - self.piece.width * 0.02, foot[1] - self.piece.width * 0.52
        return foot

    def _draw_rest(self, canvas: skia.Canvas, index: int) -> None:
        """Things that lie there: those put down before, or those still to be taken."""
        rest = range(index + 1, self.way.count) if self.way.out else range(index)
        for one in rest:
            self._draw_piece(canvas, self.ends(one)[0])

    def _draw_piece(self, canvas: skia.Canvas, foot: Point) -> None:
        if self.upright:
            half = self.piece.width / 2
            middle = (foot[0] + half * 0.26, foot[1] - half * 0.96)
            place = (middle, UPRIGHT)
        else:
            place = (foot, 0.0)
        canvas.save()
        self.ground.hide(canvas)
        self.piece.draw(canvas, *place)
        canvas.restore()
        canvas.save()
        if self.ground.show_hidden(canvas):
            self.piece.draw(canvas, *place, strength=HIDDEN)
        canvas.restore()

    def _draw_track(self, canvas: skia.Canvas, down: Point, up: Point) -> None:
        """The way in red, beside the thing."""
        x = -min(self.piece.width / 2, self.ground.room / 2) - 26 * self.size
        start, end = (down, up) if self.way.out else (up, down)
        if self.way.goal.where is Where.KILN:
            level = -self._height() - 18 * self.size
            canvas.drawLine(start[0], start[1] + level, end[0], start[1] + level, line(RED, 3))
            arrow(canvas, (end[0], start[1] + level), 0 if end[0] > start[0] else math.pi, 17, RED)
            return
        lift = -self.piece.height * 0.4
        if self.ground.vessel:  # the arrow ends over the opening
            x, lift = x - 10 * self.size, self.ground.vessel.rim[1] - down[1] - 8
        (low, high), top = (start[1] + lift, end[1] + lift), self.panel.stage.y + 56
        low, high = max(low, top), max(high, top)
        canvas.drawLine(start[0] + x, low, end[0] + x, high, line(RED, 3))
        arrow(canvas, (end[0] + x, high), math.copysign(math.pi / 2, high - low), 17, RED)

    def _draw_contact(self, canvas: skia.Canvas, down: Point) -> None:
        if self.way.goal.where is not Where.SURFACE:
            return
        half = self.piece.width / 2
        for side in (-1, 1):
            for step in range(3):
                x = down[0] + side * (half + (8 + 9 * step) * self.size)
                canvas.drawLine(x, down[1] + 2, x + side * 6, down[1] - 8, line(RED, 2.4, 1 - 0.25 * step))


class PassageSide(Figure):
    """The same way cut open: the thing in the vessel, under the water, or on the edge of its ground."""

    def __init__(self, reading: Reading, place: Place, way: Way) -> None:
        stage = place.stage
        self.way, self.size = way, min(1.25, stage.height / 290)
        title = "剖面·里面" if way.goal.where is not Where.SURFACE else ("侧视·离开" if way.out else "侧视·放稳")
        self.panel = Panel(place, title, Pace.ASSUMED, Scale.NONE)
        self.carrier = carrier_in(reading, way.thing.form, self.size)
        self.axis = stage.x + stage.width / 2
        self.x = stage.x + stage.width * (0.44 if self.carrier.both else 0.4)
        self.vessel = self._vessel()
        self.floor = self.vessel.floor if self.vessel else stage.bottom - 54 * self.size
        wide, tall = extent(way.thing)
        room = self.vessel.half(0.4) * 1.5 if self.vessel else stage.width * (0.3 if self.carrier.both else 0.46)
        self.piece = piece_of(
            way.thing,
            min(
                (0.8 if way.rolls else 1.4) * self.size,
                room / wide / (way.count if way.rolls else 1),
                stage.height * 0.42 / tall,
            ),
        )

    def _vessel(self) -> Vessel | None:
        stage, goal = self.panel.stage, self.way.goal
        if goal.where not in (Where.VESSEL, Where.WATER):
            return None
        build = build_of(goal.name)
        wide = min(stage.width * 0.64, stage.height * 0.54 / max(build.tall, 0.5))
        stuff = goal.stuff if goal.where is Where.VESSEL else UNSAID
        return Vessel(build, stuff, (self.x, stage.bottom - 26), wide)

    def still(self, pen: Pen) -> None:
        """The vessel cut open, or the ground from its edge."""
        with mirrored(pen.canvas, self.axis, when=self.carrier.holder.left):
            self._draw_ground(pen.canvas)

    def _draw_ground(self, canvas: skia.Canvas) -> None:
        stage = self.panel.stage
        if self.vessel:
            pen_line(canvas, [(stage.x + 22, stage.bottom - 26), (stage.right - 22, stage.bottom - 26)], 2)
            self.vessel.draw_cut(canvas)
            if self.way.goal.where is Where.WATER:
                self._draw_water(canvas, self.vessel)
            return
        if self.way.goal.where is Where.KILN:
            _draw_chamber(canvas, stage, self.floor)
        ground = rectangle(stage.x + 26, self.floor, stage.width - 52, 28 * self.size)
        lay(canvas, ground, self.way.goal.stuff, outline=2.6)
        hatch(canvas, ground, -50, 8, line(INK2, 1, 0.6))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The thing as far down as it is now, the hand; a red mark where it rests."""
        canvas = pen.canvas
        index, lifted, away = self.way.at(moment)
        rest = self.way.count - 1 - index if self.way.out else index
        with mirrored(canvas, self.axis, when=self.carrier.holder.left):
            high = self.vessel.rim[1] - 14 if self.vessel else self.floor - 74 * self.size
            high = max(high, self.panel.stage.y + self.piece.height + 16)
            self._draw_arrow(canvas, high)
            for one in range(rest):
                self.piece.draw(canvas, self.resting(one))
            x, down = self.resting(rest)
            foot = down + (min(high, down) - down) * lifted
            self.piece.draw(canvas, (x, foot))
            if lifted < 0.02:
                half = self.piece.width / 2
                canvas.drawLine(x - half, down, x + half, down, line(RED, 4))
            (self.carrier.reach_in if self.vessel else self.carrier.draw)(canvas, (x, foot), self.piece, away)

    def resting(self, index: int) -> Point:
        """Where a thing lies: on those before it, or beside them when it rolls."""
        if self.way.rolls:
            return self.x + (index - (self.way.count - 1) / 2) * self.piece.width * 1.03, self.floor
        return self.x, self.floor - self._layer * index

    @property
    def _layer(self) -> float:
        """How much higher each further thing lies."""
        room = self.vessel.height if self.vessel else self.panel.stage.height * 0.4
        return min(self.piece.height * 0.92, room / max(self.way.count, 1))

    def _draw_arrow(self, canvas: skia.Canvas, high: float) -> None:
        wide = self.vessel.width if self.vessel else self.piece.width
        x = max(self.panel.stage.x + 14, self.x - wide / 2 - 20 * self.size)
        middle = -self.piece.height / 2
        start, end = (self.floor, high) if self.way.out else (high, self.floor)
        canvas.drawLine(x, start + middle, x, end + middle, line(RED, 3))
        arrow(canvas, (x, end + middle), math.copysign(math.pi / 2, end - start), 17, RED)

    def _draw_water(self, canvas: skia.Canvas, vessel: Vessel) -> None:
        canvas.save()
        canvas.clipPath(vessel.inside(), doAntiAlias=True)
        level = vessel.at[1] - vessel.height * 0.78
        lay(
            canvas,
            rectangle(self.x - vessel.width, level, 2 * vessel.width, vessel.height),
            self.way.goal.stuff,
            outline=0,
        )
        canvas.restore()
        half = vessel.half(0.78) - vessel.wall
        canvas.drawLine(self.x - half, level, self.x + half, level, line(INK, 2))


def passage_parts(reading: Reading, way: Way) -> list[Part]:
    """The two figures of a thing on its way."""
    return [
        Part(View.OVERVIEW, 60, lambda place: PassageOverview(reading, place, way)),
        Part(View.SIDE, 40, lambda place: PassageSide(reading, place, way)),
    ]


def _draw_chamber(canvas: skia.Canvas, stage: Stage, floor: float) -> None:
    """The dark room of a kiln behind the thing."""
    room = rectangle(stage.x + 26, stage.y + 18, stage.width - 52, floor - stage.y - 18, 60)
    canvas.drawPath(room, fill(HAIR, 0.35))
    hatch(canvas, room, 40, 9, line(INK2, 1, 0.4))
    canvas.drawPath(room, line(INK, 2.4))
