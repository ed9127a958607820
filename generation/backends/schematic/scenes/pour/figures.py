"""Pouring: from a little above with the hand, and the vessel cut open with its level."""

from dataclasses import dataclass
from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, pen_line, rectangle
from generation.backends.schematic.drawing.notation import Look, dimension
from generation.backends.schematic.drawing.palette import BLUE, CARD, GREY, HAIR, INK, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, clipped, width
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
)
from generation.backends.schematic.scenes.pour.source import Pipe, source_in
from generation.backends.schematic.scenes.props.goal import Goal, Where
from generation.backends.schematic.scenes.props.names import write_names
from generation.backends.schematic.scenes.props.stream import Shower, draw_stream
from generation.backends.schematic.scenes.props.vessel import FLAT, Vessel, build_of
from generation.backends.schematic.things.stuff import UNSAID, lay
from generation.backends.schematic.things.workpieces import Form, Workpiece
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Holder, Reading

FULL: Final = 0.95
UNSAID_LEVEL: Final = 0.62  # of the vessel's height
BEFORE: Final = 0.3  # what stood in the vessel before something was added


@dataclass(frozen=True, slots=True)
class Filling:
    """What is poured into what, from which level to which (shares of the height inside), and the said depth."""

    thing: Workpiece
    goal: Goal
    start: float
    end: float
    depth: Amount | None

    def level(self, moment: Moment) -> float:
        """The level now, as a share of the height inside."""
        return self.start + (self.end - self.start) * ease(span(moment.share, 0.22, 0.94))

    @staticmethod
    def tilt(moment: Moment) -> float:
        """How far the source is tilted: it begins to pour at once, so that the first picture shows it."""
        return (
            0.52 + 0.48 * ease(span(moment.share, 0.0, 0.8))
            if moment.share < 0.95
            else 1 - 0.3 * span(moment.share, 0.95, 1)
        )


class PourOverview(Figure):
    """The source, the stream, the vessel that takes it. Built for a right hand, mirrored for a left one."""

    def __init__(self, reading: Reading, place: Place, filling: Filling) -> None:
        stage = place.stage
        self.filling = filling
        self.panel = Panel(place, f"斜视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.size = size = min(1.25, stage.height / 290)
        build = build_of(filling.goal.name)
        wide = min(stage.width * 0.5, stage.height * 0.4 / build.tall, 340 * size)
        stuff = filling.goal.stuff if filling.goal.where in (Where.VESSEL, Where.KILN) else UNSAID
        self.vessel = Vessel(build, stuff, (stage.x + stage.width * 0.4, stage.bottom - 36 - wide * 0.09), wide)
        x, y = self.vessel.rim
        lip = (x + self.vessel.mouth * 0.34, y - min(46 * size, (y - stage.y) * 0.36))
        self.source = source_in(reading, lip, size)
        self.holder = Holder("") if isinstance(self.source, Pipe) else self.source.holder
        self.axis = stage.x + stage.width / 2
        self.fall = y - lip[1] + self.vessel.mouth * FLAT * 0.5
        self.grains = Shower(60, 22 * size, self.fall, 2.0 * size) if filling.thing.form is Form.POWDER else None

    def still(self, pen: Pen) -> None:
        """The vessel on the floor, and the names."""
        stage = self.panel.stage
        with mirrored(pen.canvas, self.axis, when=self.holder.left):
            floor = self.vessel.at[1] + self.vessel.half(0) * FLAT
            pen_line(pen.canvas, [(stage.x + 24, floor), (stage.right - 24, floor)], 1.8, seed=5, code=HAIR)
            self.vessel.draw(pen.canvas)
        write_names(pen, stage, self.holder, (self.filling.thing.name, self.filling.goal.name))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The level in the opening, the stream, the source in its hand."""
        canvas = pen.canvas
        with mirrored(canvas, self.axis, when=self.holder.left):
            self._draw_surface(canvas, self.filling.level(moment))
            if moment.share < 0.96:
                self._draw_fall(canvas, moment)
            self.source.draw(canvas, self.filling.tilt(moment))

    def _draw_surface(self, canvas: skia.Canvas, level: float) -> None:
        canvas.save()
        canvas.clipPath(self.vessel.opening(), doAntiAlias=True)
        lay(canvas, self.vessel.opening(0.1 + 0.9 * level, 5), self.filling.thing.stuff, outline=1.6)
        canvas.restore()

    def _draw_fall(self, canvas: skia.Canvas, moment: Moment) -> None:
        x, y = self.source.lip
        if self.grains:
            self.grains.draw(canvas, (x - 8 * self.size, y), moment.seconds * 190)
            return
        end = (x - 20 * self.size, y + self.fall)
        way = ((x, y), (x - 15 * self.size, y + self.fall * 0.35), end)
        draw_stream(canvas, self.filling.thing.stuff, way, 9 * self.size, moment.seconds)
        for step in range(2):
            share = (moment.seconds * 0.8 + step / 2) % 1
            rx = (12 + 30 * share) * self.size
            oval = skia.Rect.MakeLTRB(end[0] - rx, end[1] - rx * FLAT, end[0] + rx, end[1] + rx * FLAT)
            canvas.drawOval(oval, line(self.filling.thing.stuff.dark, 1.8, 1 - share))


class LevelSection(Figure):
    """The vessel cut open: the level rises to the said depth, to scale."""

    def __init__(self, reading: Reading, place: Place, filling: Filling) -> None:
        stage = place.stage
        self.filling, self.said = filling, filling.depth
        self.panel = Panel(place, "剖面·液面", Pace.FASTER, Scale.TRUE if self.said else Scale.NONE)
        if filling.thing.form is Form.POWDER:
            self.panel = Panel(place, "剖面·深浅", Pace.FASTER, self.panel.scale)
        self.volume = reading.amount(Measure.VOLUME)
        build = build_of(filling.goal.name)
        tall = max(build.tall, 0.4)
        wide = min(stage.width * 0.62, stage.height * 0.7 / tall)
        foot = min(stage.bottom - 32, stage.y + stage.height * 0.56 + wide * build.tall * 0.5)
        stuff = filling.goal.stuff if filling.goal.where in (Where.VESSEL, Where.KILN) else UNSAID
        self.vessel = Vessel(build, stuff, (stage.x + stage.width * 0.6, foot), wide)
        self.inside = self.vessel.inside()
        room = (self.vessel.height - self.vessel.wall) * (0.72 if self.said else 1.0)
        self.pixels = room / self.said.ends[1] if self.said else room

    def height(self, moment: Moment) -> float:
        """How high the level stands above the bottom now, in pixels."""
        if self.said:
            return self.said.middle * self.pixels * self.filling.level(moment) / self.filling.end
        return self.pixels * self.filling.level(moment)

    def still(self, pen: Pen) -> None:
        """The vessel, empty."""
        stage, floor = self.panel.stage, self.vessel.at[1]
        pen_line(pen.canvas, [(stage.x + 22, floor), (stage.right - 22, floor)], 2)
        self.vessel.draw_cut(pen.canvas)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The liquid at its level, then the depth."""
        canvas, level = pen.canvas, self.vessel.floor - self.height(moment)
        x, stuff = self.vessel.at[0], self.filling.thing.stuff
        canvas.save()
        canvas.clipPath(self.inside, doAntiAlias=True)
        deep = rectangle(x - self.vessel.width, level, 2 * self.vessel.width, self.vessel.floor - level + 2)
        lay(canvas, deep, stuff, outline=0)
        canvas.drawLine(
            x - self.vessel.width, level, x + self.vessel.width, level, line(GREY if stuff is UNSAID else INK, 2.2)
        )
        self._draw_stream(canvas, level, moment)
        canvas.restore()
        if self.said:
            self._draw_depth(pen, self.said)
        elif self.volume:
            style = FACT.but(halo=CARD)
            room = x - self.vessel.width / 2 - self.panel.stage.x - 30
            pen.write(clipped(self.volume.figure, style, room), self.panel.stage.x + 18, self.panel.stage.y + 44, style)

    def _draw_stream(self, canvas: skia.Canvas, level: float, moment: Moment) -> None:
        if moment.share > 0.96:
            return
        x, top = self.vessel.at[0] + 8, self.vessel.rim[1] - 40
        points: tuple[Point, Point, Point] = ((x, top), (x - 1, (top + level) / 2), (x - 2, level + 6))
        if self.filling.thing.form is not Form.POWDER:
            draw_stream(canvas, self.filling.thing.stuff, points, 8, moment.seconds)
        canvas.drawCircle(x - 2, level, 4.5, fill(RED))

    def _draw_depth(self, pen: Pen, said: Amount) -> None:
        canvas, vessel = pen.canvas, self.vessel
        x = vessel.at[0] - vessel.width / 2 - 24
        low, high = (vessel.floor - end * self.pixels for end in said.ends)
        if said.ranged:
            band = skia.Rect.MakeLTRB(x - 14, high, vessel.at[0] + vessel.width / 2, low)
            canvas.drawRect(band, fill(BLUE, 0.16))
        look = Look(about=said.about or said.ranged)
        half = vessel.width / 2
        canvas.drawLine(x - 12, high, vessel.at[0] + half, high, line(BLUE, 1.4, dash=(6, 5)))
        canvas.drawLine(x - 12, vessel.floor, vessel.at[0] - half + 10, vessel.floor, line(BLUE, 1.2))
        dimension(canvas, (x, vessel.floor), (x, (low + high) / 2), look)
        room = x - 14 - self.panel.stage.x - 8
        style = FACT.but(size=32, halo=CARD, anchor="r")
        if width(said.figure, style) <= room:
            pen.write(said.figure, x - 14, (vessel.floor + (low + high) / 2) / 2 + 11, style)
            return
        stage = self.panel.stage  # a long figure stands above, with a thin line down to its arrows
        canvas.drawLine(x, stage.y + 56, x, high, line(BLUE, 1.2))
        style = style.but(anchor="l", size=28)
        pen.write(clipped(said.figure, style, stage.width - 36), stage.x + 18, stage.y + 44, style)
