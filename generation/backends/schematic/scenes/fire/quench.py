"""Quenching: a glowing piece in tongs goes into the bath, steam bursts up, the glow is gone."""

import math
from typing import Final

import skia

from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import INK2, RED, line
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
from generation.backends.schematic.scenes.fire.words import fired_in
from generation.backends.schematic.scenes.props.cut_vessel import Bath, Shape, Vessel, liquid_in, vessel_in
from generation.backends.schematic.scenes.props.dipper import Dipper
from generation.backends.schematic.scenes.props.flames import Plume, bubbles
from generation.backends.schematic.scenes.props.load import Load
from generation.backends.schematic.things.stuff import Grain, Stuff
from generation.backends.schematic.things.tools import STYLUS, TOOLS
from generation.backends.schematic.things.workpieces import Form
from generation.backends.schematic.words.reading import Reading

HOT: Final = Stuff("#E0662C", "#8F2A16", Grain.PLAIN)
LEAN: Final = -44.0


def heat_left(moment: Moment) -> float:
    """How much the piece still glows, 0 to 1."""
    return 1 - span(moment.share, 0.24, 0.6)


def boiling(moment: Moment) -> float:
    """How violently the bath boils round the piece, 0 to 1."""
    return min(span(moment.share, 0.2, 0.27), 1 - span(moment.share, 0.55, 0.85))


class Quench(Figure):
    """Built for a right hand; mirrored for a left one."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"剖视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.axis = stage.x + stage.width / 2
        rim = stage.y + stage.height * 0.46
        foot = stage.bottom - 26
        size = (min(stage.width * 0.66, stage.height * 1.6), foot - rim)
        self.vessel = Vessel(vessel_in(reading, Shape.TUB), self.axis, rim, size)
        self.bath = Bath(self.vessel, rim + (self.vessel.floor - rim) * 0.18, liquid_in(reading))
        work = fired_in(reading, Form.BLOCK)
        self.load = Load(work, (size[0] * 0.34, size[1] * 0.3), HOT)
        self.holder = reading.holder()
        said = any(word in reading.tools for word in TOOLS["tongs"].words)
        self.tool = TOOLS["tongs"] if said else reading.assume("夹具", STYLUS)
        self.dipper = Dipper(self.holder, self.tool, LEAN, min(0.72, stage.height / 430))
        self.plume = Plume(
            self.axis - size[0] * 0.3, self.axis + size[0] * 0.3, self.bath.level - 6, stage.height * 0.34, 6
        )
        reading.assume("红热的样子", None)

    def depth(self, moment: Moment) -> float:
        """How deep the piece is, 0 to 1: in once, and out at the end."""
        return ease(span(moment.share, 0.16, 0.26)) - ease(span(moment.share, 0.86, 1.0))

    def still(self, pen: Pen) -> None:
        """Ground, vessel, bath."""
        stage = self.panel.stage
        pen.canvas.drawLine(stage.x + 16, self.vessel.bottom, stage.right - 16, self.vessel.bottom, line(INK2, 2))
        self.bath.still(pen.canvas)
        self.vessel.draw(pen.canvas)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The piece, its tongs and hand, bubbles and steam."""
        canvas, depth = pen.canvas, self.depth(moment)
        above = self.bath.level - self.load.height * 0.8
        under = self.bath.level + (self.vessel.floor - self.bath.level) * 0.5
        at = (self.axis, above + (under - above) * depth)
        with mirrored(canvas, self.axis, when=self.holder.left):
            self._draw_piece(canvas, at, heat_left(moment))
            self.bath.cover(canvas, self.load.bounds.makeOffset(*at), 0.25)
        wild = boiling(moment)
        if wild > 0:
            box = skia.Rect.MakeLTRB(at[0] - 90, self.bath.level + 4, at[0] + 90, at[1])
            bubbles(canvas, box, moment.seconds * 2, round(18 * wild), self.bath.stuff.dark)
            self.plume.draw(canvas, moment.seconds * 1.6, wild)
        self.bath.surface(canvas, moment.seconds * 2, 2 + 4 * wild)
        write_hand_tag(pen, self.holder, self.panel.stage)

    def _draw_piece(self, canvas: skia.Canvas, at: tuple[float, float], hot: float) -> None:
        self.load.draw(canvas, at, wet=hot)
        tip = (at[0] + self.load.width * 0.34, at[1] - self.load.height * 0.1)
        self.dipper.draw(canvas, tip)
        x = self.axis - self.load.width * 0.5 - 46
        top, end = self.panel.stage.y + 40, self.bath.level - 18
        canvas.drawLine(x, top, x, end, line(RED, 2.6))
        arrow(canvas, (x, end + 8), math.pi / 2, 15, RED)
