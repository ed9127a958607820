"""An open fire from the side, and the thing above it on a grey rack; metal that is made red-hot lies in the embers."""

import math

import skia

from generation.backends.schematic.drawing.lines import rectangle
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import INK2, RED, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale, ease, span
from generation.backends.schematic.scenes.fire.words import fired_in
from generation.backends.schematic.scenes.props.dials import passed
from generation.backends.schematic.scenes.props.flames import Flames, Plume, draw_logs, fuel_in, height_of_fire
from generation.backends.schematic.scenes.props.load import Load
from generation.backends.schematic.things.stuff import UNSAID, lay
from generation.backends.schematic.things.workpieces import Form
from generation.backends.schematic.words.reading import Reading


class OpenFire(Figure):
    """Rack, thing, fire; only flames where nothing but lighting was said."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"侧视·{reading.step.action.text[:6]}", Pace.FASTER, Scale.NONE)
        self.axis = stage.x + stage.width / 2
        self.ground = stage.bottom - 34
        self.lighting = "点火" in reading.verb
        self.wide = min(stage.width * 0.62, stage.height * 1.5)
        self.rack = stage.y + stage.height * 0.46
        half = self.wide * 0.36
        tall = (self.ground - self.rack) * (1.4 if self.lighting else 0.9) * height_of_fire(reading)
        self.fire = Flames(self.axis - half, self.axis + half, self.ground - 12, tall)
        self.fuel = fuel_in(reading)
        self.load = None
        if not self.lighting:
            size = (self.wide * 0.56, stage.height * 0.26)
            self.load = Load(fired_in(reading, Form.LUMP), size)
            reading.assume("怎样架在火上", None)
        self.drying = "干" in reading.verb or reading.says("烘干", "烤干", "焙干")
        top = self.rack - stage.height * 0.28
        self.plume = Plume(self.axis - half * 0.7, self.axis + half * 0.7, top, max(24.0, top - stage.y - 8), 5)

    def still(self, pen: Pen) -> None:
        """Ground, fuel, the rack that nobody described."""
        canvas, stage = pen.canvas, self.panel.stage
        canvas.drawLine(stage.x + 16, self.ground, stage.right - 16, self.ground, line(INK2, 2))
        draw_logs(canvas, (self.axis, self.ground - 14), self.wide * 0.82, self.fuel)
        if not self.load:
            return
        for side in (-1, 1):
            x = self.axis + side * self.wide * 0.46
            lay(canvas, rectangle(x - 8, self.rack - 6, 16, self.ground - self.rack + 6, 4), UNSAID)
        lay(canvas, rectangle(self.axis - self.wide / 2, self.rack, self.wide, 11, 4), UNSAID)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """Fire, thing, and the heat that rises."""
        canvas, seconds = pen.canvas, moment.seconds
        strength = 0.15 + 0.85 * ease(span(moment.share, 0.05, 0.7)) if self.lighting else 1.0
        self.fire.draw(canvas, seconds, strength)
        if not self.load:
            return
        at = (self.axis, self.rack - self.load.height / 2 + 2)
        self.load.draw(canvas, at, wet=0.9 * (1 - passed(moment)) if self.drying else 0.0)
        self.plume.draw(canvas, seconds, 0.9 - 0.5 * passed(moment))
        for part in (-0.3, 0.0, 0.3):
            x, tip = self.axis + part * self.wide, self.rack + 18 + 4 * math.sin(seconds * 3 + part * 9)
            canvas.drawLine(x, tip + 34, x, tip + 8, line(RED, 2.6))
            arrow(canvas, (x, tip), -math.pi / 2, 14, RED)
        self._draw_shimmer(canvas, seconds)

    def _draw_shimmer(self, canvas: skia.Canvas, seconds: float) -> None:
        path = skia.Path()
        for side in (-1, 1):
            x = self.axis + side * self.wide * 0.38
            path.moveTo(x, self.rack - 8)
            for step in range(1, 5):
                sway = 7 * math.sin(seconds * 2.4 - step * 1.3 + side)
                path.quadTo(x + sway, self.rack - 8 - step * 16 + 8, x, self.rack - 8 - step * 16)
        canvas.drawPath(path, line(INK2, 1.6, 0.6))
