"""The dip in the glass: where the thing meets the liquid, and the coat it takes with it."""

import math
from typing import Final

import skia

from generation.backends.schematic.drawing.palette import INK, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Figure, Moment, Panel, Place, Scale
from generation.backends.schematic.scenes.dip.section import Plunge, takes_up
from generation.backends.schematic.scenes.props.cut_vessel import drops, liquid_in
from generation.backends.schematic.scenes.props.lens import lens_in
from generation.backends.schematic.scenes.props.load import load_in
from generation.backends.schematic.scenes.props.sprite import Sprite
from generation.backends.schematic.things.stuff import UNSAID, lay
from generation.backends.schematic.things.tools import draw_tool
from generation.backends.schematic.words.reading import Reading

UPRIGHT: Final = -82.0  # degrees to which the tool is turned
MAGNIFIED: Final = 2.2


class DipLens(Figure):
    """The lower end of the thing, in time with the section."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.plunge = Plunge(reading)
        self.panel = Panel(place, "放大·挂上的那层", self.plunge.pace, Scale.NONE)
        self.liquid = liquid_in(reading, unsaid="蘸的料")
        self.tool = takes_up(reading)
        self.stuff = load_in(reading).stuff if reading.step.material else UNSAID
        self.lens = lens_in(stage)
        self.middle, self.radius = self.lens.middle, self.lens.radius
        self.level = self.middle[1] + self.radius * 0.18
        self.end = self._end(0)
        self.coat = self._end(7)
        self.bare, self.soaked = Sprite(self._print_tool), Sprite(self._print_soaked)
        reading.assume("挂上多厚", None)

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
        self.lens.draw_glass(canvas)
        canvas.save()
        canvas.clipPath(self.lens.glass)
        pool = skia.Path()
        pool.addRect(skia.Rect.MakeLTRB(x - self.radius, self.level, x + self.radius, y + self.radius))
        lay(canvas, pool, self.liquid, outline=0)
        canvas.restore()
        self.lens.draw_rim(pen.canvas)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The end, its coat up to where it has been, drops, the surface."""
        canvas, x, low = pen.canvas, self.middle[0], self.low(moment)
        with self.lens.inside(canvas):
            draw = self._draw_tool if self.tool else self._draw_end
            draw(canvas, low, self.radius * self.plunge.deepest(moment))
            veil = skia.Rect.MakeLTRB(
                x - self.radius * 0.4, self.level, x + self.radius * 0.4, max(low + 8, self.level)
            )
            canvas.drawRect(veil, fill(self.liquid.body, 0.42))
            if low < self.level and self.plunge.deepest(moment) > 0.5:
                drops(canvas, [(x - 5, low + 8), (x + 8, low + 8)], self.level, moment.seconds * 1.3, self.liquid.dark)
            self._draw_surface(canvas, moment)

    def _print_tool(self, canvas: skia.Canvas) -> None:
        if self.tool:
            draw_tool(canvas, self.tool, (0, 0), UPRIGHT, MAGNIFIED)

    def _print_soaked(self, canvas: skia.Canvas) -> None:
        colour = fill(self.liquid.body, 0.72).getColor()
        tint = skia.Paint(ColorFilter=skia.ColorFilters.Blend(colour, skia.BlendMode.kSrcATop))
        canvas.saveLayer(None, tint)
        self._print_tool(canvas)
        canvas.restore()

    def _draw_tool(self, canvas: skia.Canvas, low: float, coated: float) -> None:
        """The tool; below the line to which it was in the liquid it has its colour."""
        at = (self.middle[0], low)
        self.bare.draw(canvas, at)
        canvas.save()
        top = low + self.radius * 0.5 - coated
        canvas.clipRect(skia.Rect.MakeLTRB(at[0] - self.radius, top, at[0] + self.radius, low + 60))
        self.soaked.draw(canvas, at)
        canvas.restore()

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
