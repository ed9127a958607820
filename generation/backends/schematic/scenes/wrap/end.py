"""The winding seen from the end of the core: over the front, under, up behind."""

import math
from collections.abc import Callable
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, Track, curve, hatch, polygon
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import RED, fill, line
from generation.backends.schematic.drawing.text import NOTE, Pen
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale, mirrored
from generation.backends.schematic.scenes.props.imprint import Imprint
from generation.backends.schematic.scenes.props.strand import Strand
from generation.backends.schematic.scenes.wrap.core import Core, Kind
from generation.backends.schematic.things.stuff import lay

FREE: Final = 0.62  # the free end, in radii


class EndView(Figure):
    """A cut through the core, and the strand that goes round it once for each turn."""

    def __init__(
        self, place: Place, core: Core, strand: Strand, wound: Callable[[Moment], float], *, left: bool
    ) -> None:
        stage = place.stage
        self.panel = Panel(place, "端视·绕法", Pace.ASSUMED, Scale.NONE)
        self.core, self.wound, self.left = core, wound, left
        self.middle = (stage.x + stage.width * 0.5, stage.y + stage.height * 0.53)
        self.radius = min(stage.height * 0.3, stage.width * 0.28)
        self.strand = Strand(strand.stuff, min(strand.width, 16.0))
        self.ring = Track(self._ring())
        self.wound_once = Imprint(lambda canvas: self.strand.draw(canvas, self.ring.path), stage, turned=left)

    def _ring(self) -> skia.Path:
        """The way of the strand, begun at the top and led to the left, down, and back on the right."""
        x, y = self.middle
        out = self.radius + self.strand.width / 2
        if self.core.kind is Kind.STACK:
            wide, high = out, self.radius * 0.74 + self.strand.width / 2
            corners: list[Point] = [(0, -high), (-wide, -high), (-wide, high), (wide, high), (wide, -high), (0, -high)]
            return polygon([(x + dx, y + dy) for dx, dy in corners], closed=False)
        turns = [-math.pi / 2 - math.tau * step / 60 for step in range(61)]
        return curve([(x + out * math.cos(turn), y + out * math.sin(turn)) for turn in turns])

    def still(self, pen: Pen) -> None:
        """The cut core; which side of it faces the maker."""
        canvas, stage = pen.canvas, self.panel.stage
        with mirrored(canvas, self.middle[0], when=self.left):
            canvas.save()
            canvas.translate(*self.middle)
            section = self.core.section(self.radius)
            lay(canvas, section, self.core.stuff, outline=2.8)
            hatch(canvas, section, 45, 9, line(self.core.stuff.dark, 1, 0.5))
            canvas.restore()
        edge = 18
        near, far = (stage.right - edge, stage.x + edge) if self.left else (stage.x + edge, stage.right - edge)
        style = NOTE.but(size=22)
        pen.write("前", near, self.middle[1] + 8, style.but(anchor="r" if self.left else "l"))
        pen.write("后", far, self.middle[1] + 8, style.but(anchor="l" if self.left else "r"))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The strand as far as it lies, its free end, the way it goes."""
        done, canvas = self.wound(moment), pen.canvas
        part = done % 1 if done < self.wound(Moment(moment.length, moment.length)) else 1.0
        if done > 1:
            self.wound_once.draw(canvas)
        with mirrored(canvas, self.middle[0], when=self.left):
            here, run = self.ring.at(self.ring.length * part)
            path = self.ring.part(0, self.ring.length * part)
            reach = self.radius * FREE
            path.lineTo(here[0] + run[0] * reach, here[1] + run[1] * reach)
            self.strand.draw(canvas, path)
            canvas.drawCircle(*here, 4.5, fill(RED))
            tip = (here[0] + run[0] * (reach + 26), here[1] + run[1] * (reach + 26))
            canvas.drawLine(here[0] + run[0] * (reach + 4), here[1] + run[1] * (reach + 4), *tip, line(RED, 3))
            arrow(canvas, tip, math.atan2(run[1], run[0]), 16, RED)
