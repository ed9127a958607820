"""The thing in the heat, in the glass: flames lick at it and the heat goes in."""

import math

import skia

from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import RED, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale
from generation.backends.schematic.scenes.fire.quench import HOT, boiling, heat_left
from generation.backends.schematic.scenes.fire.words import Way, fired_in, way_of
from generation.backends.schematic.scenes.props.cut_vessel import liquid_in
from generation.backends.schematic.scenes.props.flames import Flames, bubbles
from generation.backends.schematic.scenes.props.lens import lens_in
from generation.backends.schematic.scenes.props.load import Load
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.things.workpieces import Form
from generation.backends.schematic.words.reading import Reading


class FireLens(Figure):
    """How fast the heat goes in nobody said."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.quench = way_of(reading) is Way.QUENCH
        self.panel = Panel(place, "放大·激冷" if self.quench else "放大·受火", Pace.ASSUMED, Scale.NONE)
        self.lens = lens_in(stage)
        self.middle, self.radius = self.lens.middle, self.lens.radius
        unsaid = Form.BLOCK if self.quench else Form.VESSEL if way_of(reading) is Way.KILN else Form.LUMP
        self.load = Load(
            fired_in(reading, unsaid), (self.radius * 1.05, self.radius * 0.82), HOT if self.quench else None
        )
        x, y = self.middle
        self.base = y + self.radius * 0.8
        self.fire = Flames(x - self.radius * 0.82, x + self.radius * 0.82, self.base, self.radius * 0.9)
        self.liquid = liquid_in(reading) if self.quench else None

    def still(self, pen: Pen) -> None:
        """The ground of the glass."""
        self.lens.draw_glass(pen.canvas)
        if self.liquid:
            lay(pen.canvas, self.lens.glass, self.liquid, outline=0)
        self.lens.draw_rim(pen.canvas)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """Flames, the thing, arrows of heat; or the bubbles that leave it."""
        canvas, (x, y) = pen.canvas, self.middle
        with self.lens.inside(canvas):
            at = (x, y - self.radius * 0.06)
            if self.liquid:
                self.load.draw(canvas, at, wet=heat_left(moment))
                box = skia.Rect.MakeLTRB(x - self.radius, y - self.radius, x + self.radius, y + self.radius * 0.4)
                bubbles(canvas, box, moment.seconds * 1.6, round(4 + 22 * boiling(moment)), self.liquid.dark)
            else:
                self.fire.draw(canvas, moment.seconds)
                self.load.draw(canvas, at)
                self._draw_heat(canvas, moment.seconds)

    def _draw_heat(self, canvas: skia.Canvas, seconds: float) -> None:
        x, y = self.middle
        for turn in (210, 330, 270):
            cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
            near = self.radius * 0.66 + 4 * math.sin(seconds * 3)
            tip = (x + near * cos, y - self.radius * 0.06 + near * 0.8 * sin)
            canvas.drawLine(tip[0] + 34 * cos, tip[1] + 34 * sin, tip[0] + 8 * cos, tip[1] + 8 * sin, line(RED, 2.6))
            arrow(canvas, tip, math.radians(turn) + math.pi, 14, RED)
