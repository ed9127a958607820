"""A section through cloth and stitches, magnified: the spacing makes the scale, the speed is true where it can be."""

import math
from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.notation import Look, dimension
from generation.backends.schematic.drawing.palette import BLUE, GREY, INK, INK2, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, clipped
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    ease,
    mirrored,
    span,
)
from generation.backends.schematic.scenes.props.lens import GLASS, lens_in
from generation.backends.schematic.scenes.props.sprite import Sprite
from generation.backends.schematic.scenes.stitch.beat import GOING_IN, PITCH, TRAVEL, Beat
from generation.backends.schematic.things.tools import NEEDLE_POINT, draw_tool
from generation.backends.schematic.words.reading import Reading

YARN: Final = 28.0
DARK: Final = "#4B3F35"


class StitchLens(Figure):
    """Stitches seen end-on wander to the left by one spacing a beat."""

    def __init__(self, reading: Reading, place: Place, beat: Beat) -> None:
        stage = place.stage
        scale = Scale.TRUE if beat.pixels_per_mm else Scale.NONE
        self.panel = Panel(place, "剖面", Pace.TRUE if beat.true_speed else Pace.ASSUMED, scale)
        self.beat = beat
        angle = reading.amount(Measure.ANGLE)
        self.turn = angle.middle if angle else reading.assume("入针角度", 50.0)
        self.left = reading.holder().left
        self.thread = reading.colour("线色", ("线", "丝", "绒")) or "#9A8D7C"
        reading.assume("布厚与线粗", None)
        self.lens = lens_in(stage, margin=10, rise=2)
        self.middle, self.radius = self.lens.middle, self.lens.radius
        self.top = self.middle[1] - 4
        reach = self.radius + 3 * YARN
        self.cloth = Sprite(self._draw_cloth, skia.Rect.MakeLTRB(-reach, -24, reach + YARN, 24))
        self.stitch = Sprite(lambda canvas: self._draw_stitch(canvas, 1.0), skia.Rect.MakeLTRB(-14, -20, 14, 34))

    def still(self, pen: Pen) -> None:
        """The glass."""
        self.lens.draw_glass(pen.canvas)
        self.lens.draw_rim(pen.canvas)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """Cloth, stitches, needle, and the said spacing."""
        canvas = pen.canvas
        count, phase = self.beat.at(moment.seconds)
        with self.lens.inside(canvas):
            self._draw_section(canvas, count, phase)
        self._write_spacing(pen)

    def _draw_section(self, canvas: skia.Canvas, count: int, phase: float) -> None:
        shift = ease(span(phase, 0.72, 1)) * PITCH
        with mirrored(canvas, self.middle[0], when=self.left):
            here = self.middle[0] + 22
            run = -(shift + count * PITCH) % (2 * YARN) - 2 * YARN
            self.cloth.draw(canvas, (self.middle[0] + run, self.top + 11))
            for back in range(1, 5):
                self.stitch.draw(canvas, (here - shift - back * PITCH, self.top))
            self._draw_newest(canvas, here - shift, span(phase, GOING_IN, 0.72))
            self._draw_needle(canvas, here, phase)
        self._draw_spacing(canvas, shift)

    def _draw_cloth(self, canvas: skia.Canvas) -> None:
        """The cloth cut across, from left of the glass to two yarns beyond it, about its middle level."""
        level, start = 0.0, -self.radius - YARN
        for step in range(int(self.radius / YARN * 2) + 6):
            x = start + step * YARN
            canvas.drawCircle(x, level, 8.5, fill("#EADFC6"))
            canvas.drawCircle(x, level, 8.5, line(INK, 1.5))
            canvas.drawLine(x - 3, level + 4, x + 4, level - 3, line(INK2, 1))
        for side in (1, -1):
            wave = skia.Path()
            wave.moveTo(start - YARN / 2, level)
            for step in range(int(self.radius / YARN * 2) + 6):
                x, lift = start + (step - 0.5) * YARN, side * (16 if step % 2 else -16)
                wave.cubicTo(x + 9, level + lift, x + 19, level + lift, x + YARN, level)
            canvas.drawPath(wave, line(INK, 5))
            canvas.drawPath(wave, line("#F7F0DF", 2.6))

    def _draw_newest(self, canvas: skia.Canvas, x: float, clearness: float) -> None:
        if clearness >= 1:
            self.stitch.draw(canvas, (x, self.top))
        elif clearness > 0:
            canvas.save()
            canvas.translate(x, self.top)
            self._draw_stitch(canvas, clearness)
            canvas.restore()

    def _draw_stitch(self, canvas: skia.Canvas, clearness: float) -> None:
        """A stitch end-on, about the place where it comes out of the cloth."""
        x = top = 0.0
        canvas.drawLine(x, top - 4, x, top + 30, line(DARK, 5, clearness))
        canvas.drawCircle(x, top - 7, 11, fill(self.thread, clearness))
        canvas.drawCircle(x, top - 7, 11, line(DARK, 1.8, clearness))
        canvas.drawArc(
            skia.Rect.MakeXYWH(x - 7, top - 14, 14, 14),
            150,
            120,
            useCenter=False,
            paint=line("#FFFDF7", 1.6, clearness * 0.7),
        )

    def _draw_needle(self, canvas: skia.Canvas, here: float, phase: float) -> None:
        fading = 1 - span(phase, GOING_IN, 0.74)
        if fading <= 0:
            return
        left = TRAVEL * (1 - min(phase, GOING_IN) / GOING_IN) - 34
        turn = math.radians(self.turn)
        tip = (here + math.cos(turn) * left, self.top + math.sin(-turn) * left)
        if fading < 1:
            canvas.saveLayerAlpha(self.lens.glass.getBounds(), round(255 * fading))
        draw_tool(canvas, NEEDLE_POINT, tip, -self.turn)
        if fading < 1:
            canvas.restore()

    def _draw_spacing(self, canvas: skia.Canvas, shift: float) -> None:
        spacing = self.beat.spacing
        if spacing is None:
            return
        look, level = Look(about=spacing.about or spacing.ranged), self.top + 66
        here, newest = 22 - shift, 0 if shift else 1  # measure the newest two stitches: they stay within the glass
        ends = [self.middle[0] + (-1 if self.left else 1) * (here - back * PITCH) for back in (newest + 1, newest)]
        for x in ends:
            canvas.drawLine(x, self.top + 36, x, level + 8, line(BLUE, 1.2))
        dimension(canvas, (min(ends), level), (max(ends), level), look)

    def _write_spacing(self, pen: Pen) -> None:
        spacing = self.beat.spacing
        if spacing is not None:
            style = FACT.but(anchor="m", halo=GLASS, colour=BLUE if spacing.numeric else GREY)
            words = clipped(spacing.figure, style, self.panel.stage.width - 24)
            pen.write(words, self.middle[0], self.top + 66 + 36, style)
