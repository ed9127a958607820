"""The surface of what dries, in the glass: the wetness sinks back and its vapour leaves."""

import math

import skia

from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import GREY, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale
from generation.backends.schematic.scenes.dry.words import dried_in
from generation.backends.schematic.scenes.props.dials import passed
from generation.backends.schematic.scenes.props.lens import lens_in
from generation.backends.schematic.scenes.props.load import moist
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.words.reading import Reading

VAPOUR = "#4E7480"


class DryLens(Figure):
    """How fast it dries nobody said."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, "放大·潮气往外走", Pace.ASSUMED, Scale.NONE)
        self.work = dried_in(reading)
        reading.assume("干的快慢", None)
        self.lens = lens_in(stage)
        self.middle, self.radius = self.lens.middle, self.lens.radius
        self.face = self.middle[1] - self.radius * 0.16
        self.wet = moist(self.work.stuff) if self.work.said else self.work.stuff
        self.moisture = self._moisture()

    def _body(self, top: float) -> skia.Path:
        """The inside of the thing from an uneven level downwards."""
        x, radius = self.middle[0], self.radius
        path = skia.Path()
        path.moveTo(x - radius, top)
        for step in range(1, 9):
            across = x - radius + radius * step / 4
            path.quadTo(across - radius / 8, top + 7 * math.cos(step * 2.1), across, top + 4 * math.sin(step * 1.9))
        path.lineTo(x + radius, self.middle[1] + radius)
        path.lineTo(x - radius, self.middle[1] + radius)
        path.close()
        return path

    def _moisture(self) -> skia.Image:
        """The wet body, printed once: it is covered piece by piece."""
        side = round(2 * self.radius)
        surface = skia.Surface(side, side)
        canvas = surface.getCanvas()
        canvas.translate(self.radius - self.middle[0], self.radius - self.middle[1])
        lay(canvas, self._body(self.face), self.wet, outline=0)
        return surface.makeImageSnapshot()

    def still(self, pen: Pen) -> None:
        """Air, and the dry body."""
        canvas = pen.canvas
        self.lens.draw_glass(canvas)
        canvas.save()
        canvas.clipPath(self.lens.glass)
        lay(canvas, self._body(self.face), self.work.stuff)
        canvas.restore()
        self.lens.draw_rim(pen.canvas)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The wet body sinks back, vapour rises through what is dry."""
        canvas, gone = pen.canvas, passed(moment)
        front = self._body(self.face + self.radius * 1.05 * gone)
        with self.lens.inside(canvas):
            canvas.save()
            canvas.clipPath(front)
            canvas.drawImage(self.moisture, self.middle[0] - self.radius, self.middle[1] - self.radius)
            canvas.restore()
            canvas.drawPath(front, line(VAPOUR if self.work.said else GREY, 2, dash=(8, 6)))
            self._draw_vapour(canvas, moment.seconds, gone)

    def _draw_vapour(self, canvas: skia.Canvas, seconds: float, gone: float) -> None:
        motes = skia.Path()
        x, height = self.middle[0], self.radius * 0.8
        for index in range(16):
            phase = (seconds * 0.3 + index * index * 0.37) % 1
            across = ((index * 0.381) % 1) * 1.6 - 0.8
            at = x + across * self.radius + 7 * math.sin(seconds * 2 + index * 1.3)
            motes.addCircle(at, self.face - 6 - phase * height, 4.2 * (1 - phase) + 0.6)
        canvas.drawPath(motes, fill(VAPOUR, 0.75 * (1 - gone) + 0.08))
        for part in (-0.45, 0.0, 0.45):
            at, tip = x + part * self.radius, self.face - self.radius * 0.34 + 4 * math.sin(seconds * 3 + part * 8)
            canvas.drawLine(at, self.face + 24, at, tip + 8, line(RED, 2.6))
            arrow(canvas, (at, tip), -math.pi / 2, 15, RED)
