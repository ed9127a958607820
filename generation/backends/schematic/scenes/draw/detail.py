"""The tip on the line, magnified."""

from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import circle, curve
from generation.backends.schematic.drawing.notation import Angle, Look, dimension, draw_angle, write_angle
from generation.backends.schematic.drawing.text import FACT, Pen, width
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    ease,
    mirrored,
)
from generation.backends.schematic.scenes.draw.medium import GRAPHITE, draw_stroke, ground_of, medium_of, tool_of
from generation.backends.schematic.scenes.props.lens import lens_in
from generation.backends.schematic.scenes.props.sprite import Sprite
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.things.tools import draw_tool
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

BEAD: Final = 34.0  # pixels of the line's width in the magnified detail
FINE: Final = 9.0  # the same for graphite


class DrawDetail(Figure):
    """The tip on the line, magnified; only what was said of width and angle is measured."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.width = reading.amount(Measure.WIDTH)
        self.said = reading.amount(Measure.ANGLE)
        self.panel = Panel(place, "落点放大", Pace.ASSUMED, Scale.ANGLE if self.said else Scale.NONE)
        low, high = self.said.ends if self.said else (reading.assume("执具的斜度", 42.0),) * 2
        self.left = reading.holder().left
        self.tool = tool_of(reading)
        self.medium = medium_of(reading)
        self.ground = ground_of(reading)
        self.bead = BEAD if self.width or self.medium is not GRAPHITE else FINE
        self.lens = lens_in(stage)
        self.middle, self.radius = self.lens.middle, self.lens.radius
        side = -1 if self.left else 1
        tip = (self.middle[0] + side * 4, self.middle[1] + self.radius * 0.34)
        self.pen = Sprite(self._print_pen)
        self.angle = Angle(at=tip, low=low, high=high, radius=self.radius * 0.53, mirrored=self.left)

    def still(self, pen: Pen) -> None:
        """The ground in the glass."""
        self.lens.draw_glass(pen.canvas)
        pen.canvas.save()
        pen.canvas.clipPath(self.lens.glass, doAntiAlias=True)
        pen.canvas.translate(*self.middle)
        pen.canvas.scale(2.5, 2.5)
        lay(pen.canvas, circle(0, 0, self.radius / 2.5), self.ground, outline=0)
        pen.canvas.restore()
        self.lens.draw_rim(pen.canvas)

    def _print_pen(self, canvas: skia.Canvas) -> None:
        draw_tool(canvas, self.tool, (0, 0), -self.angle.middle, 2.9)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The line is drawn up to the tip, which breathes a little."""
        canvas, (x, y), reach = pen.canvas, self.angle.at, self.radius
        with self.lens.inside(canvas), mirrored(canvas, x, when=self.left):
            sway = 2 * ease(abs(moment.seconds % 2 - 1))
            bead = curve([(x - reach * 1.5, y + 8), (x - reach * 0.7, y - 4 + sway), (x, y)])
            draw_stroke(canvas, bead, self.medium, self.bead)
            self.pen.draw(canvas, (x, y))
        if self.said:
            look = Look(about=self.said.about)
            draw_angle(canvas, self.angle, look)
            self._write_angle(pen, self.said, look)
        if self.width:
            self._write_width(pen, self.width)

    def _write_angle(self, pen: Pen, said: Amount, look: Look) -> None:
        """Beside its arc; long words stand alone in the upper part of the glass."""
        if width(said.figure, FACT.but(size=34)) <= self.radius * 0.6:
            write_angle(pen, self.angle, said.figure, look, "#FFFDF7")
            return
        x, y = self.middle
        pen.write(said.figure, x, y - self.radius * 0.55, FACT.but(anchor="m", halo="#FFFDF7"))

    def _write_width(self, pen: Pen, said: Amount) -> None:
        side = 1 if self.left else -1
        x, y = self.angle.at[0] + side * self.radius * 0.46, self.angle.at[1]
        dimension(pen.canvas, (x, y - BEAD / 2), (x, y + BEAD / 2), Look(about=said.about or said.ranged))
        below = self.middle[1] + self.radius * 0.82
        pen.write(said.figure, self.middle[0], below, FACT.but(anchor="m", halo="#FFFDF7"))
