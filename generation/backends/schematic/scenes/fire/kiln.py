"""The kiln cut open: fire mouth, ware on its floor, the way of the flames, the chimney. How it is built is assumed."""

from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, curve, hatch, polygon, rectangle
from generation.backends.schematic.drawing.palette import INK, INK2, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale, ease, span
from generation.backends.schematic.scenes.fire.words import fired_in
from generation.backends.schematic.scenes.props.dials import passed
from generation.backends.schematic.scenes.props.flames import Flames, Plume, draw_logs, fuel_in, height_of_fire
from generation.backends.schematic.scenes.props.load import Load
from generation.backends.schematic.things.stuff import Grain, Stuff, lay
from generation.backends.schematic.things.workpieces import Form
from generation.backends.schematic.words.reading import Reading

BRICK: Final = Stuff("#C9A17C", "#7A5236", Grain.HATCH)
DARK: Final = "#3B2F28"
GLOW: Final = "#E8762C"
WALL: Final = 24.0
# The inside from the mouth over the dome to the flue, in shares of the kiln's width (from its middle) and height.
DOME: Final[tuple[Point, ...]] = (
    (-0.34, 0), (-0.36, -0.4), (-0.26, -0.76), (-0.05, -0.96), (0.14, -0.88), (0.28, -0.62), (0.33, -0.3), (0.33, 0),
)  # fmt: skip
# The way of the hot air: up under the dome, down through the ware, out by the flue.
DRAUGHT: Final[tuple[Point, ...]] = (
    (-0.3, -0.3), (-0.2, -0.72), (0.02, -0.86), (0.2, -0.66), (0.27, -0.2), (0.36, -0.08), (0.405, -0.3), (0.405, -0.9),
)  # fmt: skip


class Kiln(Figure):
    """A domed kiln from the side, its fire to the left and its chimney to the right."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"剖视·{reading.step.action.text[:6]}", Pace.FASTER, Scale.NONE)
        self.axis = stage.x + stage.width / 2
        self.ground = stage.bottom - 34
        self.height = stage.height * 0.7
        self.width = min(stage.width * 0.94, stage.height * 2.1)
        self.lighting = "点火" in reading.verb or reading.says("点火", "发火")
        self.cavity = curve([self._at(*point) for point in DOME])
        self.cavity.close()
        self.strength = height_of_fire(reading)
        self.fuel = fuel_in(reading)
        self.load = Load(fired_in(reading, Form.VESSEL), (self.width * 0.085, self.height * 0.2))
        reading.assume("窑的样子", None)
        reading.assume("窑里怎么装", None)
        self.floor = self.ground - 10
        self.mouth = self._flames(-0.46, -0.22, 0.42 * self.strength)
        self.under = self._flames(-0.2, 0.28, 0.3 * self.strength)
        x, top = self._at(0.41, 0)[0], stage.y + stage.height * 0.14
        self.smoke = Plume(x - 12, x + 14, top - 6, top - stage.y - 6, 3)
        self.flow = curve([self._at(*point) for point in DRAUGHT])

    def _at(self, across: float, up: float) -> Point:
        return self.axis + across * self.width, self.ground + up * self.height

    def _flames(self, left: float, right: float, tall: float) -> Flames:
        return Flames(self._at(left, 0)[0], self._at(right, 0)[0], self.floor, self.height * tall)

    @property
    def ware(self) -> list[Point]:
        """Where the ware stands: three piles, the middle one higher."""
        step = self.load.height * 0.96
        base = self.floor - 12 - self.load.height / 2
        piles = ((-0.12, 2), (0.0, 3), (0.12, 3), (0.235, 2))
        return [(self._at(x, 0)[0], base - row * step) for x, count in piles for row in range(count)]

    def heat(self, moment: Moment) -> float:
        """How hot the inside looks, 0 to 1."""
        if self.lighting:
            return 0.12 + 0.88 * ease(span(moment.share, 0.08, 0.8))
        return 0.35 + 0.65 * passed(moment)

    def still(self, pen: Pen) -> None:
        """Ground, chimney, walls, the dark inside."""
        canvas, stage = pen.canvas, self.panel.stage
        ground = rectangle(stage.x, self.ground, stage.width, stage.bottom - self.ground)
        hatch(canvas, ground, -38, 9, line(INK2, 1, 0.6))
        self._draw_chimney(canvas)
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(stage.x, stage.y, stage.right, self.ground + 3))
        canvas.drawPath(self.cavity, line(INK, WALL * 2 + 5))
        wall = skia.Path()
        line(INK, WALL * 2).getFillPath(self.cavity, wall)
        lay(canvas, wall, BRICK, outline=0)
        self._draw_mouth(canvas)
        canvas.drawPath(self.cavity, fill(DARK))
        canvas.drawPath(self.cavity, line(INK, 2.4))
        canvas.restore()
        left, right = self._at(-0.46, 0)[0], self._at(-0.24, 0)[0]
        draw_logs(canvas, ((left + right) / 2, self.ground - 13), right - left, self.fuel)
        canvas.drawPath(rectangle(stage.x, self.ground, stage.width, 6), fill(INK2))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """Glow, flames, ware, smoke, the line of the draught."""
        canvas, heat = pen.canvas, self.heat(moment)
        canvas.drawPath(self.cavity, fill(GLOW, 0.72 * heat))
        self.under.draw(canvas, moment.seconds, span(heat, 0.25, 0.8))
        for at in self.ware:
            self.load.draw(canvas, at)
        self.mouth.draw(canvas, moment.seconds, 0.25 + 0.75 * heat)
        draught = line("#FFF3DA", 3.2, span(heat, 0.3, 0.6))
        draught.setPathEffect(skia.DashPathEffect.Make([18.0, 12.0], -moment.seconds * 90))
        canvas.drawPath(self.flow, draught)
        self.smoke.draw(canvas, moment.seconds, 0.3 + 0.7 * heat)

    def _draw_chimney(self, canvas: skia.Canvas) -> None:
        x, top = self._at(0.41, 0)[0], self.panel.stage.y + self.panel.stage.height * 0.14
        lay(canvas, rectangle(x - 34, top, 68, self.ground - top), BRICK)
        lay(canvas, rectangle(x - 40, top - 8, 80, 14, 3), BRICK)
        canvas.drawRect(skia.Rect.MakeLTRB(x - 15, top, x + 15, self.ground), fill(DARK))
        canvas.drawRect(skia.Rect.MakeLTRB(self._at(0.3, 0)[0], self.ground - 44, x, self.ground - 6), fill(DARK))

    def _draw_mouth(self, canvas: skia.Canvas) -> None:
        left, right = self._at(-0.48, 0)[0], self._at(-0.3, 0)[0]
        top = self.ground - self.height * 0.34
        arch = polygon([(left, self.ground), (left, top), (right, top - 12), (right, self.ground)])
        lay(canvas, polygon([(left, top - 18), (right, top - 34), (right, top - 8), (left, top + 4)]), BRICK)
        canvas.drawPath(arch, fill(DARK))
