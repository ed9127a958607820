"""What goes on in a bath, in the glass: the liquid works its way in, or what was washed off floats away."""

import math
from typing import Final

import skia

from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import GREY, INK, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
)
from generation.backends.schematic.scenes.props.cut_vessel import liquid_in
from generation.backends.schematic.scenes.props.dials import passed
from generation.backends.schematic.scenes.props.lens import lens_in
from generation.backends.schematic.scenes.props.load import moist
from generation.backends.schematic.scenes.soak.words import Way, washed_in, way_of
from generation.backends.schematic.things.stuff import UNSAID, lay
from generation.backends.schematic.words.reading import Reading

SPECKS: Final = 26


class SoakLens(Figure):
    """A piece of the thing and the liquid beside it, magnified; nobody said how fast it goes."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.steeps = way_of(reading) is Way.STEEP
        self.work = washed_in(reading)
        self.liquid = liquid_in(reading)
        title = "放大·往里浸" if self.steeps else "放大·洗下来"
        self.panel = Panel(place, title, Pace.ASSUMED, Scale.NONE)
        reading.assume("浸进去的快慢" if self.steeps else "洗下来的东西", None)
        self.lens = lens_in(stage)
        self.middle, self.radius = self.lens.middle, self.lens.radius
        self.face = self._face(0.0)
        self.dry = self._ground()

    def _ground(self) -> skia.Image:
        """The thing as it was, printed once: it is uncovered piece by piece."""
        side = round(2 * self.radius)
        surface = skia.Surface(side, side)
        canvas = surface.getCanvas()
        canvas.translate(self.radius - self.middle[0], self.radius - self.middle[1])
        lay(canvas, self.lens.glass, self.work.stuff, outline=0)
        return surface.makeImageSnapshot()

    def _face(self, shift: float) -> skia.Path:
        """The thing's edge, or the front of the wetness inside it, ``shift`` pixels further in."""
        x, y = self.middle
        radius, left = self.radius, self.middle[0] - self.radius * 0.42 + shift
        path = skia.Path()
        path.moveTo(left, y - radius - 4)
        steps = 10
        for step in range(1, steps + 1):
            level = y - radius + 2 * radius * step / steps
            path.quadTo(left + 9 * math.cos(step * 2.2), level - radius / steps, left + 7 * math.sin(step * 1.7), level)
        path.lineTo(x + radius + 4, y + radius + 4)
        path.lineTo(x + radius + 4, y - radius - 4)
        path.close()
        return path

    def still(self, pen: Pen) -> None:
        """The liquid, and the thing as it was."""
        canvas = pen.canvas
        canvas.save()
        canvas.clipPath(self.lens.glass)
        lay(canvas, self.lens.glass, self.liquid, outline=0)
        lay(canvas, self.face, moist(self.work.stuff) if self.work.said and self.steeps else self.work.stuff)
        canvas.restore()
        self.lens.draw_rim(pen.canvas)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The front of the wetness, or the specks."""
        canvas = pen.canvas
        with self.lens.inside(canvas):
            if self.steeps:
                self._draw_front(canvas, moment)
            else:
                self._draw_specks(canvas, moment)

    def _draw_front(self, canvas: skia.Canvas, moment: Moment) -> None:
        reach = self.radius * (0.12 + 1.1 * passed(moment))
        dry = self._face(reach)
        canvas.save()
        canvas.clipPath(dry)
        canvas.drawImage(self.dry, self.middle[0] - self.radius, self.middle[1] - self.radius)
        canvas.restore()
        said = self.work.stuff is not UNSAID
        canvas.drawPath(dry, line(self.liquid.dark if said else GREY, 2, dash=(8, 6)))
        x, y = self.middle[0] - self.radius * 0.42 + reach, self.middle[1]
        for part in (-0.5, 0.0, 0.5):
            tip = x + 16 - 8 * math.cos(moment.seconds * 2)
            level = y + part * self.radius
            canvas.drawLine(tip - 62, level, tip - 8, level, line(RED, 2.6))
            arrow(canvas, (tip, level), 0, 15, RED)

    def _draw_specks(self, canvas: skia.Canvas, moment: Moment) -> None:
        path = skia.Path()
        edge = self.middle[0] - self.radius * 0.42
        for index in range(SPECKS):
            begin = 0.9 * index / SPECKS
            away = max(0.0, moment.share - begin)
            level = self.middle[1] + self.radius * (((index * 0.618) % 1) * 1.7 - 0.85)
            x = edge + 5 - away * self.radius * 2.2 + 5 * math.sin(moment.seconds * 2 + index) * (away > 0)
            path.addCircle(x, level - away * 40, 3 + (index * 5) % 4)
        canvas.drawPath(path, fill(GREY))
        canvas.drawPath(path, line(INK, 1, 0.6))
        top = self.middle[1] - self.radius * 0.1
        for part in (-0.36, 0.36):
            level = top + part * self.radius
            canvas.drawLine(edge - 20, level, edge - 66, level - 14, line(RED, 2.6))
            arrow(canvas, (edge - 74, level - 17), math.pi + 0.3, 15, RED)
