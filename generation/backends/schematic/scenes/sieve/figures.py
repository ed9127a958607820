"""The sieve that is shaken, and its mesh magnified."""

import math
import random
from typing import Final

import skia

from craftnlp.spec import HandSide, Measure
from generation.backends.schematic.drawing.lines import curve, hatching, ink, pen_line
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import CARD, GREY, HAIR, INK, INK2, PALE, RED, WOOD, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, clipped
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    draw_holder,
    ease,
    mirrored,
    span,
)
from generation.backends.schematic.scenes.props.lens import lens_in
from generation.backends.schematic.scenes.props.names import write_names
from generation.backends.schematic.scenes.props.stream import Shower
from generation.backends.schematic.scenes.props.vessel import FLAT
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.things.workpieces import Workpiece
from generation.backends.schematic.words.reading import Holder, Reading

SHAKES: Final = 9.0  # to and fro in a film: a rhythm assumed
MARGIN: Final = 10.0  # pixels round the picture of the sieve
SWING: Final = 26.0  # pixels
SIEVES: Final = ("筛", "罗", "箩", "网", "滤", "布", "纱", "绢")


class Shaking(Figure):
    """The sieve to and fro, what falls through it, the heap below."""

    def __init__(self, reading: Reading, place: Place, thing: Workpiece) -> None:
        stage = place.stage
        self.thing = thing
        self.panel = Panel(place, f"斜视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.size = size = min(1.25, stage.height / 290)
        self.both = bool(reading.step.hand) and reading.step.hand[0].side is HandSide.BOTH
        self.holder = Holder("双手") if self.both else reading.holder()
        self.said_sieve = any(word in reading.tools for word in SIEVES)
        if not self.said_sieve:
            reading.assume("筛子的样子", None)
        reading.assume("筛的快慢", None)
        self.axis = stage.x + stage.width / 2
        self.at = (stage.x + stage.width * 0.42, stage.y + stage.height * 0.3)
        self.reach = min(130 * size, stage.width * 0.24)
        self.floor = stage.bottom - 46
        self.fall = self.floor - self.at[1] - 24 * size
        self.grains = Shower(90, self.reach * 1.3, self.fall, 1.9 * size)
        self.sieve = _sieve(self.reach, size, said=self.said_sieve)

    def shift(self, moment: Moment) -> float:
        """How far the sieve is from its middle, in pixels."""
        return SWING * self.size * math.sin(math.tau * SHAKES * moment.share)

    def still(self, pen: Pen) -> None:
        """The floor and the names."""
        stage = self.panel.stage
        pen_line(pen.canvas, [(stage.x + 24, self.floor), (stage.right - 24, self.floor)], 2, seed=5, code=HAIR)
        write_names(pen, stage, self.holder, (self.thing.name, ""))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """What has fallen, what falls, the sieve with its rest, the hand."""
        canvas, done = pen.canvas, 0.12 + 0.88 * ease(span(moment.share, 0.04, 0.95))
        x, y = self.at[0] + self.shift(moment), self.at[1]
        with mirrored(canvas, self.axis, when=self.holder.left):
            self._draw_heap(canvas, (self.at[0], self.floor), done, 1.15)
            if moment.share < 0.97:
                self.grains.draw(canvas, (x, y + 20 * self.size), moment.seconds * 170)
            canvas.save()
            canvas.translate(x, y)
            canvas.drawImage(self.sieve, -self.reach - MARGIN, -self.reach * 0.4 - MARGIN)
            self._draw_heap(canvas, (0, -2), 1 - 0.75 * done, 0.8)
            self._draw_hands(canvas)
            canvas.restore()
            self._draw_way(canvas)

    def _draw_heap(self, canvas: skia.Canvas, foot: tuple[float, float], share: float, wide: float) -> None:
        half, tall = self.reach * wide * (0.5 + 0.5 * share) * 0.72, 52 * self.size * share
        x, y = foot
        heap = curve(
            [
                (x - half, y),
                (x - half * 0.5, y - tall * 0.55),
                (x, y - tall),
                (x + half * 0.5, y - tall * 0.55),
                (x + half, y),
            ]
        )
        heap.close()
        lay(canvas, heap, self.thing.stuff, outline=2.2)

    def _draw_hands(self, canvas: skia.Canvas) -> None:
        for left in (True, False) if self.both else (False,):
            side = -1 if left else 1
            pose = Pose(grip=Grip.FIST, at=(side * (self.reach + 6), 8), turn=-12, size=0.62 * self.size, mirrored=left)
            draw_holder(canvas, self.holder, pose)

    def _draw_way(self, canvas: skia.Canvas) -> None:
        x, y = self.at[0], self.at[1] + 50 * self.size
        reach = self.reach * 0.5
        canvas.drawLine(x - reach, y, x + reach, y, line(RED, 3))
        arrow(canvas, (x - reach, y), math.pi, 16, RED)
        arrow(canvas, (x + reach, y), 0.0, 16, RED)


def _sieve(reach: float, size: float, *, said: bool) -> skia.Image:
    """A round sieve from a little above: a hoop and its mesh; grey when nobody said what it is."""
    surface = skia.Surface(math.ceil(2 * (reach + MARGIN)), math.ceil(reach + 34 * size + 2 * MARGIN))
    canvas = surface.getCanvas()
    canvas.translate(reach + MARGIN, reach * 0.4 + MARGIN)
    deep, flat = 34 * size, FLAT * 1.5
    top = skia.Rect.MakeLTRB(-reach, -reach * flat, reach, reach * flat)
    body = skia.Path()
    body.moveTo(-reach, 0)
    body.arcTo(top, 180, -180, forceMoveTo=False)
    body.lineTo(reach, deep)
    low = skia.Rect.MakeLTRB(-reach, deep - reach * flat, reach, deep + reach * flat)
    body.arcTo(low, 0, 180, forceMoveTo=False)
    body.close()
    mesh = skia.Path()
    mesh.addOval(top)
    canvas.drawPath(mesh, fill(CARD))
    canvas.save()
    canvas.clipPath(mesh, doAntiAlias=True)
    for angle in (24, -24):
        canvas.drawPath(hatching(mesh.getBounds(), angle, 7, seed=6, jitter=0.05), line(INK2, 1, 0.7))
    canvas.restore()
    canvas.drawPath(body, fill(WOOD if said else PALE))
    dash = None if said else (7.0, 5.0)
    for path, wide in ((body, 2.6), (mesh, 2.2)):
        canvas.drawPath(ink(path, wide) if said else path, fill(INK) if said else line(GREY, wide, dash=dash))
    return surface.makeImageSnapshot()


class Mesh(Figure):
    """The mesh magnified from its edge: what is fine falls through, what is coarse stays."""

    def __init__(self, reading: Reading, place: Place, thing: Workpiece) -> None:
        stage = place.stage
        self.thing = thing
        self.grit = reading.amount(Measure.GRIT)
        self.panel = Panel(place, "近看·网眼", Pace.ASSUMED, Scale.NONE)
        if not self.grit:
            reading.assume("网眼的粗细", None)
        self.lens = lens_in(stage)
        self.middle, self.radius = self.lens.middle, self.lens.radius
        chance = random.Random(12)  # noqa: S311  WONTFIX: drawing, not secrets
        self.coarse = skia.Path()
        for index in range(7):
            x = (index - 3) * self.radius * 0.24 + chance.uniform(-6, 6)
            self.coarse.addCircle(x, -chance.uniform(13, 20), self.radius * chance.uniform(0.09, 0.13))
        self.fine = Shower(46, self.radius * 1.2, self.radius * 0.72, self.radius * 0.022)
        self.wires = skia.Path()
        for index in range(-7, 8):
            self.wires.addCircle(index * self.radius * 0.13, 0, self.radius * 0.035)

    def still(self, pen: Pen) -> None:
        """The glass, and the said fineness beside it."""
        self.lens.draw_glass(pen.canvas)
        self.lens.draw_rim(pen.canvas)
        if self.grit:
            stage = self.panel.stage
            pen.write(
                clipped(self.grit.figure, FACT, stage.width - 40), stage.x + 18, stage.y + 42, FACT.but(halo=CARD)
            )

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The coarse bits rock on the wires, the fine ones fall."""
        canvas = pen.canvas
        canvas.save()
        canvas.translate(*self.middle)
        self.fine.draw(canvas, (0, 4), moment.seconds * 90)
        canvas.drawPath(self.wires, fill(INK))
        rock = 9 * math.sin(math.tau * SHAKES * moment.share)
        canvas.translate(rock, 0)
        lay(canvas, self.coarse, self.thing.stuff, outline=2)
        canvas.restore()
        x, y = self.middle
        canvas.drawLine(x, y + self.radius * 0.34, x, y + self.radius * 0.66, line(RED, 3))
        arrow(canvas, (x, y + self.radius * 0.7), math.pi / 2, 16, RED)
