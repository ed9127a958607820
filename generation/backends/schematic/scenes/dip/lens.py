"""The dip in the glass: where the thing meets the liquid, and the coat it takes with it."""

import math

import skia

from generation.backends.schematic.drawing.lines import circle
from generation.backends.schematic.drawing.palette import INK, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Figure, Moment, Panel, Place, Scale, draw_lens_rim
from generation.backends.schematic.scenes.dip.section import DIPPING, Plunge
from generation.backends.schematic.scenes.props.cut_vessel import drops, liquid_in
from generation.backends.schematic.scenes.props.load import load_in
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.stuff import UNSAID, Stuff, lay
from generation.backends.schematic.things.tools import tool_in
from generation.backends.schematic.words.reading import Reading


class DipLens(Figure):
    """The lower end of the thing, in time with the section."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.plunge = Plunge(reading)
        self.panel = Panel(place, "放大·挂上的一层", self.plunge.pace, Scale.NONE)
        self.liquid = liquid_in(reading, unsaid="蘸的料")
        self.stuff = self._stuff(reading)
        self.middle = (stage.x + stage.width / 2, stage.y + stage.height / 2)
        self.radius = min(stage.width, stage.height) / 2 - 14
        self.level = self.middle[1] + self.radius * 0.18
        self.glass = circle(*self.middle, self.radius)
        self.end = self._end(0)
        self.coat = self._end(7)
        reading.assume("挂上多厚", None)

    @staticmethod
    def _stuff(reading: Reading) -> Stuff:
        if any(tool_in(reading, does=does) for does in DIPPING):
            return stuffs.WOOD
        return load_in(reading).stuff if reading.step.material else UNSAID

    def _end(self, thick: float) -> skia.Path:
        """The end of the thing with its tip at the origin, ``thick`` pixels fatter."""
        half, tall = self.radius * 0.27 + thick, self.radius * 2.4
        path = skia.Path()
        path.moveTo(-half, -tall)
        path.lineTo(-half, -half * 0.6)
        path.cubicTo(-half * 0.9, thick + 4, half * 0.9, thick + 4, half, -half * 0.6)
        path.lineTo(half, -tall)
        path.close()
        return path

    def low(self, moment: Moment) -> float:
        """The lowest point (y)."""
        above, deep = self.level - self.radius * 0.5, self.level + self.radius * 0.5
        return above + (deep - above) * self.plunge.depth(moment)

    def still(self, pen: Pen) -> None:
        """The glass and the liquid."""
        canvas, (x, y) = pen.canvas, self.middle
        canvas.drawPath(self.glass, fill("#FFFDF7"))
        canvas.save()
        canvas.clipPath(self.glass)
        pool = skia.Path()
        pool.addRect(skia.Rect.MakeLTRB(x - self.radius, self.level, x + self.radius, y + self.radius))
        lay(canvas, pool, self.liquid, outline=0)
        canvas.restore()

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The end, its coat up to where it has been, drops, the surface."""
        canvas, x, low = pen.canvas, self.middle[0], self.low(moment)
        canvas.save()
        canvas.clipPath(self.glass)
        self._draw_end(canvas, low, self.radius * self.plunge.deepest(moment))
        veil = skia.Rect.MakeLTRB(x - self.radius * 0.4, self.level, x + self.radius * 0.4, max(low + 8, self.level))
        canvas.drawRect(veil, fill(self.liquid.body, 0.42))
        if low < self.level and self.plunge.deepest(moment) > 0.5:
            drops(canvas, [(x - 5, low + 8), (x + 8, low + 8)], self.level, moment.seconds * 1.3, self.liquid.dark)
        self._draw_surface(canvas, moment)
        canvas.restore()
        draw_lens_rim(canvas, *self.middle, self.radius)

    def _draw_end(self, canvas: skia.Canvas, low: float, coated: float) -> None:
        canvas.save()
        canvas.translate(self.middle[0], low)
        if coated > 4:
            canvas.save()
            canvas.clipRect(skia.Rect.MakeLTRB(-self.radius, -coated + self.radius * 0.5, self.radius, 40))
            canvas.drawPath(self.coat, fill(self.liquid.body))
            canvas.drawPath(self.coat, line(INK, 2))
            canvas.restore()
        lay(canvas, self.end, self.stuff)
        canvas.restore()

    def _draw_surface(self, canvas: skia.Canvas, moment: Moment) -> None:
        path = skia.Path()
        x, swell = self.middle[0] - self.radius, 2.5
        path.moveTo(x, self.level)
        for index in range(1, 13):
            y = self.level + swell * math.sin(index * 1.3 + moment.seconds * 4)
            path.lineTo(x + self.radius * index / 6, y)
        canvas.drawPath(path, line(self.liquid.dark, 2.4))
