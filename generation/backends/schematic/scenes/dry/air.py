"""The place where something dries: the line or the rack, the thing, and what the words say of sun, shade and wind."""

import math
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import circle, hatching, ink, polygon, rectangle
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import CARD, GREY, INK, INK2, PALE, RED, WOOD, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale, span
from generation.backends.schematic.scenes.dry.words import carrier_in, dried_in, hangs, weather_in
from generation.backends.schematic.scenes.props.cut_vessel import drops
from generation.backends.schematic.scenes.props.dials import passed
from generation.backends.schematic.scenes.props.flames import Plume
from generation.backends.schematic.scenes.props.load import Load, moist
from generation.backends.schematic.things.stuff import UNSAID, lay
from generation.backends.schematic.things.workpieces import Form
from generation.backends.schematic.words.reading import Reading

SIZES: Final = {
    Form.ROUND: (0.3, 0.34), Form.VESSEL: (0.26, 0.42), Form.RODS: (0.56, 0.26), Form.BLOCK: (0.46, 0.22),
    Form.LUMP: (0.34, 0.3), Form.SHEET: (0.5, 0.22), Form.STRAND: (0.36, 0.24), Form.POWDER: (0.5, 0.18),
}  # fmt: skip
DRIPPING: Final = 0.4  # the part of the film in which something hung still drips


class DryingPlace(Figure):
    """The place from the side. What carries the thing is grey unless it was said."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"侧视·{reading.step.action.text[:6]}", Pace.FASTER, Scale.NONE)
        self.weather = weather_in(reading)
        self.work = dried_in(reading)
        self.hung = hangs(reading, self.work)
        sunny = self.weather.sun
        self.axis = stage.x + stage.width * (0.56 if sunny else 0.5)
        self.ground = stage.bottom - 30
        self.rope = stage.y + stage.height * (0.3 if self.weather.shade else 0.24)
        self.rack = stage.bottom - stage.height * 0.3
        self.reach = min(stage.width * (0.35 if sunny else 0.42), stage.height)
        carrier = carrier_in(reading)
        self.said_carrier = bool(carrier)
        self.pole = "竿" in carrier or "杆" in carrier
        self.housed = reading.says("屋", "房", "棚", "廊", "檐", "室", "窖")
        if not self.said_carrier:
            reading.assume("晾的架子", None)
        if self.weather.shade and not self.housed:
            reading.assume("遮阴的棚子", None)
        self.load = None if self._sheet else self._load()
        self.sun = circle(stage.x + max(64.0, stage.width * 0.1), stage.y + 74, 30)
        if self.weather.warmth:
            reading.assume("热从哪里来", None)
        base = self.rope + 20 if self.hung else self.rack - (self.load.height if self.load else 0) - 8
        left, right = self.axis - self.reach * 0.6, self.axis + self.reach * 0.6
        self.vapour = Plume(left, right, base, max(24.0, base - stage.y - 14), 5)
        self.roof = self._roof()

    @property
    def _sheet(self) -> bool:
        return self.hung and self.work.form is Form.SHEET

    def _load(self) -> Load:
        stage = self.panel.stage
        wide, tall = SIZES.get(self.work.form, (0.34, 0.3))
        if self.hung and self.work.form is Form.STRAND:
            return Load(self.work, (stage.height * 0.26, stage.height * 0.5))
        return Load(self.work, (min(wide * stage.width, stage.height * 1.1), tall * stage.height))

    def _roof(self) -> skia.Path:
        stage = self.panel.stage
        top, y = stage.y + 14, stage.y + stage.height * 0.16
        left, right = self.axis - self.reach * 1.12, self.axis + self.reach * 1.12
        return polygon(
            [(left - 26, y), (left + 30, top), (right - 30, top), (right + 26, y), (right, y + 10), (left, y + 10)]
        )

    def still(self, pen: Pen) -> None:
        """Ground, roof or sun, line or rack."""
        canvas, stage = pen.canvas, self.panel.stage
        canvas.drawLine(stage.x + 16, self.ground, stage.right - 16, self.ground, line(INK2, 2))
        if self.weather.shade:
            self._draw_shade(canvas)
        if self.weather.sun:
            canvas.drawPath(self.sun, fill("#E9B44C"))
            canvas.drawPath(ink(self.sun, 2.6), fill(INK))
        if self.hung:
            self._draw_line(canvas)
        else:
            self._draw_rack(canvas)
        if self.weather.warmth:
            lay(canvas, rectangle(self.axis - self.reach * 0.6, self.ground - 22, self.reach * 1.2, 22, 5), UNSAID)

    def _draw_shade(self, canvas: skia.Canvas) -> None:
        """A roof, and hatching where it throws its shade."""
        stage = self.panel.stage
        y = stage.y + stage.height * 0.16
        dark = skia.Rect.MakeLTRB(self.axis - self.reach * 1.1, y, self.axis + self.reach * 1.1, self.ground)
        canvas.drawRect(dark, fill(INK2, 0.1))
        canvas.save()
        canvas.clipRect(dark)
        canvas.drawPath(hatching(dark, -45, 11), line(INK2, 0.9, 0.4))
        canvas.restore()
        colour, dash = (INK, None) if self.housed else (GREY, (7.0, 5.0))
        canvas.drawPath(self.roof, fill(CARD))
        canvas.drawPath(self.roof, fill("#8A7E6C", 0.5 if self.housed else 0.2))
        canvas.drawPath(self.roof, line(colour, 2.6, dash=dash))
        for side in (-1, 1):
            x = self.axis + side * self.reach * 1.04
            post = rectangle(x - 7, y + 10, 14, self.ground - y - 10)
            canvas.drawPath(post, fill("#C9BCA4" if self.housed else PALE))
            canvas.drawPath(post, line(colour, 2, dash=dash))

    def _draw_line(self, canvas: skia.Canvas) -> None:
        colour, dash = (INK, None) if self.said_carrier else (GREY, (8.0, 6.0))
        for side in (-1, 1):
            x = self.axis + side * self.reach
            if not self.weather.shade:
                canvas.drawLine(x, self.rope - 14, x, self.ground, line(colour, 6, dash=dash))
        rope = skia.Path()
        rope.moveTo(self.axis - self.reach, self.rope - 4)
        rope.quadTo(self.axis, self.rope + (-4 if self.pole else 12), self.axis + self.reach, self.rope - 4)
        canvas.drawPath(rope, line(colour, 7 if self.pole else 3, dash=dash))

    def _draw_rack(self, canvas: skia.Canvas) -> None:
        colour = INK if self.said_carrier else GREY
        for side in (-1, 1):
            x = self.axis + side * self.reach * 0.8
            canvas.drawLine(x, self.rack + 8, x + side * 16, self.ground, line(colour, 5))
        left, right = self.axis - self.reach * 0.95, self.axis + self.reach * 0.95
        bed = rectangle(left, self.rack, right - left, 12, 3)
        canvas.drawPath(bed, fill(WOOD if self.said_carrier else PALE))
        canvas.drawPath(bed, line(colour, 2.2, dash=None if self.said_carrier else (7, 5)))
        slats = skia.Path()
        for step in range(int((right - left) / 24)):
            slats.moveTo(left + 12 + step * 24, self.rack)
            slats.lineTo(left + 12 + step * 24, self.rack + 12)
        canvas.drawPath(slats, line(colour, 1.4, 0.7))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The thing, wet and then dry; vapour, rays, wind."""
        canvas, wet = pen.canvas, 1 - passed(moment)
        if self._sheet:
            self._draw_sheet(canvas, moment, wet)
        elif self.load:
            self._draw_load(canvas, self.load, moment, wet)
        self.vapour.draw(canvas, moment.seconds, 0.15 + 0.85 * wet if moment.share < 0.97 else 0.0)
        if self.weather.sun:
            self._draw_rays(canvas, moment.seconds)
        if self.weather.wind:
            self._draw_wind(canvas, moment.seconds)
        if self.weather.warmth:
            for part in (-0.4, 0.0, 0.4):
                x = self.axis + part * self.reach
                tip = self.ground - 46 + 4 * math.sin(moment.seconds * 3 + part * 9)
                canvas.drawLine(x, self.ground - 26, x, tip + 6, line(RED, 2.6))
                arrow(canvas, (x, tip), -math.pi / 2, 13, RED)

    def _draw_load(self, canvas: skia.Canvas, load: Load, moment: Moment, wet: float) -> None:
        if not self.hung:
            load.draw(canvas, (self.axis, self.rack - load.height / 2 + 1), wet=0.95 * wet)
            return
        sway = 3.0 * math.sin(moment.seconds * 1.8) if self.weather.wind else 0.0
        upright = self.work.form is Form.STRAND
        drop = load.height / 2 + (0 if upright else 26)
        canvas.save()
        canvas.translate(self.axis, self.rope + 2)
        canvas.rotate(sway)
        if not upright:
            canvas.drawLine(0, 0, 0, 30, line(GREY, 2.4, dash=(6, 5)))
        load.draw(canvas, (0, drop), wet=0.95 * wet)
        canvas.restore()
        self._drip(canvas, moment, self.rope + drop * 2, 20)

    def _draw_sheet(self, canvas: skia.Canvas, moment: Moment, wet: float) -> None:
        half, tall = self.reach * 0.66, (self.ground - self.rope) * 0.72
        swell = 13.0 if self.weather.wind else 4.0
        lean = [swell * math.sin(moment.seconds * 2.0 + index * 1.3) for index in range(4)]
        top, low = self.rope + 4, self.rope + 4 + tall
        sheet = skia.Path()
        sheet.moveTo(self.axis - half, top - 3)
        sheet.quadTo(self.axis, top + 8, self.axis + half, top - 3)
        sheet.cubicTo(
            self.axis + half + lean[0],
            top + tall / 3,
            self.axis + half - lean[1],
            top + tall * 0.66,
            self.axis + half + lean[2],
            low,
        )
        for index in range(4):
            x = self.axis + half - (index + 1) * half / 2
            sheet.quadTo(x + half / 4, low + 10 + lean[index], x + lean[2], low + lean[index] * 0.4)
        sheet.cubicTo(
            self.axis - half - lean[1],
            top + tall * 0.66,
            self.axis - half + lean[0],
            top + tall / 3,
            self.axis - half,
            top - 3,
        )
        lay(canvas, sheet, self.work.stuff, outline=2.6)
        if self.work.said and wet > 0.02:
            canvas.drawPath(sheet, fill(moist(self.work.stuff).body, 0.85 * wet))
        folds = skia.Path()
        for index, part in enumerate((-0.55, -0.1, 0.42)):
            folds.moveTo(self.axis + half * part, top + 8)
            folds.quadTo(
                self.axis + half * part + lean[index],
                top + tall / 2,
                self.axis + half * part + lean[index + 1],
                top + tall * 0.86,
            )
        canvas.drawPath(folds, line(INK2, 1.5, 0.6))
        self._drip(canvas, moment, low + 8, half * 0.8)

    def _drip(self, canvas: skia.Canvas, moment: Moment, low: float, half: float) -> None:
        if moment.share < DRIPPING and self.work.said:
            starts = [(self.axis + half * part, low) for part in (-0.7, -0.2, 0.35, 0.8)]
            left = 1 - span(moment.share, DRIPPING - 0.1, DRIPPING)
            drops(canvas, starts[: math.ceil(4 * left)], self.ground, moment.seconds * 1.2, "#4E7480")

    def _draw_rays(self, canvas: skia.Canvas, seconds: float) -> None:
        box = self.sun.getBounds()
        rays = skia.Path()
        for index in range(12):
            turn = math.tau * index / 12 + seconds * 0.12
            for radius, add in ((38.0, rays.moveTo), (54.0 - 6 * (index % 2), rays.lineTo)):
                add(box.centerX() + radius * math.cos(turn), box.centerY() + radius * math.sin(turn))
        canvas.drawPath(rays, line(RED, 2.6))

    def _draw_wind(self, canvas: skia.Canvas, seconds: float) -> None:
        stage = self.panel.stage
        gusts = skia.Path()
        for index in range(3):
            along = (seconds * 0.32 + index * 0.37) % 1
            x, y = stage.x + (stage.width + 160) * along - 150, stage.y + stage.height * (0.26 + 0.2 * index)
            gusts.moveTo(x, y)
            gusts.cubicTo(x + 40, y - 12, x + 70, y + 12, x + 110, y)
            gusts.cubicTo(x + 128, y - 8, x + 122, y - 22, x + 110, y - 16)
        canvas.drawPath(gusts, line(RED, 2.4))
