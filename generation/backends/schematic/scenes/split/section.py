"""The strand cut across, in the glass: as many parts as were said move away from each other."""

import math
import random

import skia

from generation.backends.schematic.drawing.lines import Point, polygon
from generation.backends.schematic.drawing.palette import GREY, INK, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale
from generation.backends.schematic.scenes.props.lens import lens_in
from generation.backends.schematic.scenes.props.sprite import Sprite
from generation.backends.schematic.scenes.split.words import Section, Splitting
from generation.backends.schematic.things.stuff import UNSAID, lay
from generation.backends.schematic.words.reading import Reading


class SplitSection(Figure):
    """Equal parts of a round or a slab."""

    def __init__(self, reading: Reading, place: Place, work: Splitting) -> None:
        stage = place.stage
        self.work = work
        self.panel = Panel(place, "断面", Pace.ASSUMED, Scale.NONE)
        self.lens = lens_in(stage, rise=2)
        self.middle, self.radius = self.lens.middle, self.lens.radius
        self.pieces = self._slabs() if work.section is Section.SLAB else self._sectors()
        fibres = self._fibres() if work.section is Section.BUNDLE else []
        self.stamps = [self._stamp(shape, fibres) for shape, _ in self.pieces]
        if work.said is None or work.parts > 1:
            reading.assume("各份一样大", None)

    def _sectors(self) -> list[tuple[skia.Path, Point]]:
        """Each part and the way it goes."""
        count, full = self.work.parts, self.radius * 0.56
        inner = full * 0.62 if self.work.section is Section.TUBE else 0.0
        found = []
        for index in range(count):
            start = -math.pi / 2 + math.tau * index / count
            turns = [start + math.tau / count * step / 24 for step in range(25)]
            rim = [(full * math.cos(turn), full * math.sin(turn)) for turn in turns]
            back = (
                [(inner * math.cos(turn), inner * math.sin(turn)) for turn in reversed(turns)]
                if inner
                else [(0.0, 0.0)]
            )
            middle = start + math.pi / count
            found.append((polygon([*rim, *back]), (math.cos(middle), math.sin(middle))))
        return found

    def _slabs(self) -> list[tuple[skia.Path, Point]]:
        count, wide, tall = self.work.parts, self.radius * 0.62, self.radius * 0.66
        thick = tall / count
        found = []
        for index in range(count):
            top = -tall / 2 + index * thick
            slab = polygon([(-wide, top), (wide, top), (wide, top + thick), (-wide, top + thick)])
            found.append((slab, (0.0, (2 * index - count + 1) / max(1, count - 1))))
        return found

    def _fibres(self) -> list[Point]:
        """Where the fibres of a thread lie, about its middle."""
        chance = random.Random(11)  # noqa: S311  WONTFIX: drawing, not secrets
        turns = [(chance.uniform(0, math.tau), self.radius * 0.54 * math.sqrt(chance.random())) for _ in range(170)]
        return [(reach * math.cos(turn), reach * math.sin(turn)) for turn, reach in turns]

    def _stamp(self, shape: skia.Path, fibres: list[Point]) -> Sprite:
        ends = skia.Path()
        for x, y in fibres:
            if shape.contains(x, y):
                ends.addCircle(x, y, 2.4)

        def draw(canvas: skia.Canvas) -> None:
            lay(canvas, shape, self.work.stuff, outline=2.4)
            canvas.drawPath(ends, line(GREY if self.work.stuff is UNSAID else INK, 1, 0.45))

        return Sprite(draw, shape.getBounds().makeOutset(4, 4))

    def still(self, pen: Pen) -> None:
        """The glass."""
        self.lens.draw_glass(pen.canvas)
        self.lens.draw_rim(pen.canvas)

    def apart(self, way: float) -> float:
        """How far each part has gone, in pixels."""
        return self.radius * (0.34 if self.work.section is Section.SLAB else 0.26) * way

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The parts as far from each other as the split has run."""
        canvas, apart = pen.canvas, self.apart(self.work.way(moment))
        with self.lens.inside(canvas):
            for stamp, (_, (dx, dy)) in zip(self.stamps, self.pieces, strict=True):
                stamp.draw(canvas, (self.middle[0] + dx * apart, self.middle[1] + dy * apart))
        canvas.drawCircle(*self.middle, 3.5, fill(RED))
