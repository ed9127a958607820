"""Rolling from the end: the roller, the strand or the ball turns as it travels, and the work grows thinner."""

import math
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import rectangle
from generation.backends.schematic.drawing.notation import DASH, Look, arrow, dimension
from generation.backends.schematic.drawing.palette import CARD, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, clipped, width
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale, mirrored
from generation.backends.schematic.scenes.props.imprint import Lettering
from generation.backends.schematic.scenes.props.sprite import hand_sprite
from generation.backends.schematic.scenes.roll.words import Mode, rolled_in
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.words.amounts import Amount, length_in_mm
from generation.backends.schematic.words.reading import Reading

FLOOR: Final = 50.0
ROLLER: Final = 40.0  # radius in pixels
SLAB: Final = (70.0, 30.0)  # the thickness of a slab before and after
STRAND: Final = (116.0, 66.0)  # the diameter of a strand before and after
BALL: Final = (96.0, 92.0)


class RollSide(Figure):
    """What turns is seen from its end. ``pixels_per_unit`` is the scale of the said thickness or diameter."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.rolled = rolled_in(reading)
        self.said: Amount | None = self.rolled.gauge
        scale = Scale.TRUE if self.said else Scale.NONE
        self.panel = Panel(place, f"端视·{reading.step.action.text[:6]}", Pace.ASSUMED, scale)
        reading.assume("起始粗细" if self.rolled.mode is not Mode.ROLLER else "起始厚度", None)
        if not self.said:
            reading.assume("粗细" if self.rolled.mode is not Mode.ROLLER else "厚薄", None)
        self.size = min(1.1, stage.height / 320, stage.width / 420)
        self.holder = self.rolled.hands.lead
        self.axis = stage.x + stage.width / 2
        self.level = stage.bottom - FLOOR
        self.reach = stage.width * (0.14 if self.rolled.mode is Mode.ROLLER else 0.08)
        before, after = {Mode.ROLLER: SLAB, Mode.STRAND: STRAND, Mode.BALL: BALL}[self.rolled.mode]
        self.before, self.after = before * self.size, after * self.size
        self.pixels_per_unit = self.after / self.said.middle if self.said else 0.0
        turn, size = (-10.0, 0.62) if self.rolled.mode is Mode.ROLLER else (-6.0, 0.66)
        self._palm = hand_sprite(self.holder, Pose(grip=Grip.HEEL, turn=turn, size=size * self.size))
        self._lettering = Lettering(self._letter, stage)

    @property
    def pixels_per_mm(self) -> float | None:
        """The scale, where the said measure has a metric unit."""
        unit = length_in_mm(self.said.unit) if self.said else None
        return self.pixels_per_unit / unit if unit else None

    def thickness(self, share: float) -> float:
        """The thickness of the slab or the diameter of the strand, in pixels."""
        return self.before - (self.before - self.after) * self.rolled.passes.landed(share) / self.rolled.passes.count

    def travel(self, share: float) -> float:
        """How far the middle of what turns has come from the middle of its way: forth and back in each pass."""
        return -self.reach * math.cos(math.tau * self.rolled.passes.progress(share))

    def turned(self, share: float) -> float:
        """Degrees by which it has turned: it rolls and does not slide."""
        radius = ROLLER * self.size if self.rolled.mode is Mode.ROLLER else self.thickness(share) / 2
        return math.degrees(self.travel(share) / radius)

    def still(self, pen: Pen) -> None:
        """The ground."""
        self.rolled.ground.draw(pen, self.panel.stage, self.level)
        self.rolled.ground.write(pen, self.panel.stage, self.level, right=self.holder.left)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """Slab or strand, what rolls, and the hand on it."""
        canvas, share = pen.canvas, moment.share
        with mirrored(canvas, self.axis, when=self.holder.left):
            if self.rolled.mode is Mode.ROLLER:
                self._draw_roller(canvas, share)
            else:
                self._draw_strand(canvas, share)
        self._lettering.draw(pen)

    def _letter(self, pen: Pen) -> None:
        if self.said:
            self._write_gauge(pen, self.said)

    def _draw_roller(self, canvas: skia.Canvas, share: float) -> None:
        high, radius = self.thickness(share), ROLLER * self.size
        wide = min(self.panel.stage.width * 0.4, 104 * self.size * math.sqrt(self.before / high))
        slab = rectangle(self.axis - wide, self.level - high, 2 * wide, high, min(16.0, high * 0.45))
        lay(canvas, slab, self.rolled.work.stuff, outline=2.6)
        x, y = self.axis + self.travel(share), self.level - high - radius
        self._draw_disc(canvas, (x, y), radius, share)
        self._palm.draw(canvas, (x + 4, y - radius))
        self._draw_way(canvas, share)

    def _draw_strand(self, canvas: skia.Canvas, share: float) -> None:
        radius = self.thickness(share) / 2
        x = self.axis + self.travel(share)
        self._draw_disc(canvas, (x, self.level - radius), radius, share)
        # Between a resting board and a moving palm the strand goes half as far as the palm.
        at = (self.axis + 2 * self.travel(share), self.level - 2 * radius)
        self._palm.draw(canvas, at)
        self._draw_way(canvas, share)

    def _draw_disc(self, canvas: skia.Canvas, at: tuple[float, float], radius: float, share: float) -> None:
        """A round end with marks that show how it turns."""
        stuff = self.rolled.roller if self.rolled.mode is Mode.ROLLER else self.rolled.work.stuff
        disc = skia.Path()
        disc.addCircle(0, 0, radius)
        marks = skia.Path()
        for step in range(3):
            turn = math.tau * step / 3
            marks.moveTo(0, 0)
            marks.lineTo(radius * 0.8 * math.cos(turn), radius * 0.8 * math.sin(turn))
        canvas.save()
        canvas.translate(*at)
        canvas.rotate(self.turned(share))
        lay(canvas, disc, stuff, outline=2.6)
        canvas.drawPath(marks, line(INK2, 1.8, 0.8))
        canvas.restore()
        canvas.drawCircle(at[0], at[1] + radius, 4.5, fill(RED))

    def _draw_way(self, canvas: skia.Canvas, share: float) -> None:
        """The red arrow of the stroke that is going on."""
        going = math.sin(math.tau * self.rolled.passes.progress(share))
        side = 1 if going >= 0 else -1
        middle, y = self.axis, self.panel.stage.bottom - 11
        strong = min(1.0, abs(going) * 2)
        start, end = middle - side * 44 * self.size, middle + side * 44 * self.size
        canvas.drawLine(start, y, end - side * 8, y, line(RED, 3, strong))
        if strong > 0.3:
            arrow(canvas, (end, y), 0 if side > 0 else math.pi, 15, RED)

    def _write_gauge(self, pen: Pen, said: Amount) -> None:
        stage, side = self.panel.stage, -1 if self.holder.left else 1
        x = self.axis - side * (stage.width / 2 - 44)
        look = Look(about=said.about or said.ranged)
        for end in set(said.ends):
            y = self.level - end * self.pixels_per_unit
            pen.canvas.drawLine(x - side * 12, y, self.axis + side * stage.width * 0.4, y,
                                line(look.colour, 1.4, dash=DASH))  # fmt: skip
        dimension(pen.canvas, (x, self.level), (x, self.level - self.after), look)
        style = FACT.but(anchor="l" if side > 0 else "r", halo=CARD)
        room = stage.width * 0.5
        style = style if width(said.figure, style) <= room else style.but(size=22)
        pen.canvas.drawLine(x, self.level - self.after - 14, x, stage.y + 54, line(look.colour, 1.2, 0.6))
        pen.write(clipped(said.figure, style, room), x - side * 26, stage.y + 44, style)
