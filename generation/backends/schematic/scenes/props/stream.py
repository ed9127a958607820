"""What falls: grains, and a stream of liquid. Both can run for any time."""

import math
import random

import skia

from generation.backends.schematic.drawing.lines import Point, curve
from generation.backends.schematic.drawing.palette import INK, line
from generation.backends.schematic.things.stuff import Stuff


class Shower:
    """Grains that fall from a point without end: ``wide`` across at most, ``fall`` pixels deep, densest in the middle."""

    def __init__(self, count: int, wide: float, fall: float, radius: float) -> None:
        chance = random.Random(8)  # noqa: S311  WONTFIX: drawing, not secrets
        self.wide, self.fall = wide, fall
        self.grains: list[skia.Point] = []
        for _ in range(count):
            x = math.copysign(chance.random() ** 1.6, chance.random() - 0.5) * wide / 2
            y = chance.random() * fall
            self.grains += [skia.Point(x, y), skia.Point(x, y - fall)]  # twice, so that they can be moved by one fall
        self.paint = line(INK, 2 * radius, 0.75)

    def draw(self, canvas: skia.Canvas, at: Point, run: float) -> None:
        """Draw it falling from a point; ``run`` is how far it has come, in pixels."""
        canvas.save()
        canvas.clipRect(skia.Rect.MakeXYWH(at[0] - self.wide, at[1], 2 * self.wide, self.fall))
        canvas.translate(at[0], at[1] + run % self.fall)
        canvas.drawPoints(skia.Canvas.PointMode.kPoints_PointMode, self.grains, self.paint)
        canvas.restore()


def draw_stream(
    canvas: skia.Canvas, stuff: Stuff, way: tuple[Point, Point, Point], wide: float, seconds: float
) -> None:
    """A stream that leaves the lip, bends and falls; the light on it runs down."""
    lip, bend, end = way
    body = curve([lip, bend, end])
    canvas.drawPath(body, line(INK, wide + 3.6))
    canvas.drawPath(body, line(stuff.body, wide))
    light = skia.Paint(line(stuff.dark, 1.6, 0.8))
    light.setPathEffect(skia.DashPathEffect.Make([16.0, 13.0], -seconds * 160 % 29))
    canvas.drawPath(body, light)
