"""What the blow does, in the glass: a nail or a graver goes in, a face leaves its mark, fibres open, lumps break."""

from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import polygon, rectangle
from generation.backends.schematic.drawing.notation import DASH, Look, dimension
from generation.backends.schematic.drawing.palette import GREY, INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, clipped
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
)
from generation.backends.schematic.scenes.props.blows import blows_in, draw_shock
from generation.backends.schematic.scenes.props.imprint import Lettering
from generation.backends.schematic.scenes.props.lens import GLASS, lens_in
from generation.backends.schematic.scenes.strike.words import Mode, striking_hand, struck_in
from generation.backends.schematic.things.stuff import METAL, STONE, UNSAID, WOOD, lay
from generation.backends.schematic.things.tools import BLOCK
from generation.backends.schematic.things.workpieces import Form
from generation.backends.schematic.words.amounts import length_in_mm
from generation.backends.schematic.words.reading import Reading

HEADS: Final = {"hammer": METAL, "stone_pestle": STONE}  # of all others the head is wood
DEEPEST: Final = 0.5  # of the radius: how deep a said depth is drawn
"""The greatest depth in the glass; it fixes the scale when a depth was said."""


class StrikeLens(Figure):
    """The point under the tool, magnified. ``pixels_per_unit`` is the scale of one unit of the said depth."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.said = reading.amount(Measure.DEPTH)
        self.panel = Panel(place, "放大·受力处", Pace.ASSUMED, Scale.TRUE if self.said else Scale.NONE)
        self.struck = struck_in(reading)
        self.blows = blows_in(reading, unsaid=5, each=2)
        self.left = striking_hand(reading).left
        self._lettering = Lettering(self._write_depth, stage)
        self.lens = lens_in(stage, margin=12)
        self.middle, self.radius = self.lens.middle, self.lens.radius
        self.surface = self.middle[1] + self.radius * (0.02 if self.said else 0.12)
        if self.struck.mode in (Mode.NAIL, Mode.GRAVER) and not self.said:
            reading.assume("深浅", None)
        deepest = self.said.ends[1] if self.said else 1.0
        unsaid = 0.5 if self.struck.mode is Mode.NAIL else 0.16
        self.pixels_per_unit = self.radius * (DEEPEST if self.said else unsaid) / deepest

    @property
    def pixels_per_mm(self) -> float | None:
        """The scale, where a depth in a metric unit fixes it."""
        unit = length_in_mm(self.said.unit) if self.said else None
        return self.pixels_per_unit / unit if unit else None

    @property
    def goal(self) -> float:
        """The depth reached at the end, in pixels."""
        return self.pixels_per_unit * (self.said.middle if self.said else 1.0)

    def depth(self, share: float) -> float:
        """How deep the tool, the nail or the mark has come, in pixels."""
        return self.goal * self.blows.landed(share) / self.blows.count

    def still(self, pen: Pen) -> None:
        """The glass."""
        self.lens.draw_glass(pen.canvas)
        self.lens.draw_rim(pen.canvas)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The work opened before the eye, the tool on it, and the said depth."""
        canvas, share = pen.canvas, moment.share
        depth, lift = self.depth(share), self.blows.lift(share)
        draw = {Mode.NAIL: self._draw_nail, Mode.GRAVER: self._draw_groove, Mode.POUND: self._draw_crumbs}
        picture = draw.get(self.struck.mode, self._draw_stems if self._stems else self._draw_dent)
        with self.lens.inside(canvas):
            at = picture(canvas, depth, lift)
            draw_shock(canvas, (self.middle[0], at), self.radius * 0.3, self.blows.shock(share))
        self._lettering.draw(pen)

    @property
    def _stems(self) -> bool:
        return self.struck.work.form in (Form.RODS, Form.STRAND)

    def _draw_ground(self, canvas: skia.Canvas, top: skia.Path | None = None) -> None:
        x, _ = self.middle
        body = top or rectangle(x - self.radius - 4, self.surface, 2 * self.radius + 8, self.radius + 20)
        lay(canvas, body, self.struck.work.stuff, outline=2.6)

    def _draw_nail(self, canvas: skia.Canvas, depth: float, lift: float) -> float:
        x, radius = self.middle[0], self.radius
        self._draw_ground(canvas)
        tip, wide = self.surface + depth, radius * 0.07
        head = tip - self.goal - radius * 0.08
        shaft = polygon(
            [(x - wide, head), (x + wide, head), (x + wide, tip - 2.4 * wide), (x, tip), (x - wide, tip - 2.4 * wide)]
        )
        lay(canvas, shaft, self.struck.nail_stuff)
        cap = skia.Path()
        cap.addArc(skia.Rect.MakeXYWH(x - radius * 0.2, head - radius * 0.09, radius * 0.4, radius * 0.2), 180, 180)
        cap.close()
        lay(canvas, cap, self.struck.nail_stuff)
        top = head - radius * 0.09
        self._draw_face(canvas, top - lift * radius * 0.3, radius * 0.3)
        return top

    def _draw_groove(self, canvas: skia.Canvas, depth: float, lift: float) -> float:
        """The edge of the graver, as deep as it has come, and the burr it raises."""
        x, radius, level = self.middle[0], self.radius, self.surface
        spread = max(6.0, min(depth * 0.8, radius * 0.3))
        ground = skia.Path()
        ground.moveTo(x - radius - 4, level)
        ground.lineTo(x - spread - 16, level)
        ground.quadTo(x - spread - 6, level - 9, x - spread, level)
        ground.lineTo(x, level + depth)
        ground.lineTo(x + spread, level)
        ground.quadTo(x + spread + 6, level - 9, x + spread + 16, level)
        ground.lineTo(x + radius + 4, level)
        ground.lineTo(x + radius + 4, level + radius + 20)
        ground.lineTo(x - radius - 4, level + radius + 20)
        ground.close()
        self._draw_ground(canvas, ground)
        rise = radius * 0.05 * lift
        tip = level + depth - rise
        body = polygon([(x, tip), (x + radius * 0.14, tip - radius * 0.32), (x + radius * 0.14, tip - radius * 1.6),
                        (x - radius * 0.14, tip - radius * 1.6), (x - radius * 0.14, tip - radius * 0.32)])  # fmt: skip
        lay(canvas, body, METAL if self.struck.between and self.struck.between.name != "stylus" else UNSAID)
        canvas.drawCircle(x, level + depth, 4.5, fill(RED))
        return level - 12

    def _draw_dent(self, canvas: skia.Canvas, depth: float, lift: float) -> float:
        """A mark as wide as the face, a little deeper with every blow."""
        x, radius, level = self.middle[0], self.radius, self.surface
        half = radius * 0.4
        ground = skia.Path()
        ground.moveTo(x - radius - 4, level)
        ground.lineTo(x - half - 18, level)
        ground.cubicTo(x - half, level, x - half, level + depth, x - half + 14, level + depth)
        ground.lineTo(x + half - 14, level + depth)
        ground.cubicTo(x + half, level + depth, x + half, level, x + half + 18, level)
        ground.lineTo(x + radius + 4, level)
        ground.lineTo(x + radius + 4, level + radius + 20)
        ground.lineTo(x - radius - 4, level + radius + 20)
        ground.close()
        self._draw_ground(canvas, ground)
        canvas.drawLine(x - radius, level, x + radius, level, line(GREY, 1.4, dash=DASH))
        self._draw_face(canvas, level + depth - lift * radius * 0.5, half - 14)
        return level + depth

    def _draw_stems(self, canvas: skia.Canvas, depth: float, lift: float) -> float:
        """Stems cut across: round before the blows, split and flat after them."""
        x, radius = self.middle[0], self.radius
        share = depth / self.goal
        floor = self.middle[1] + radius * 0.62
        canvas.drawLine(x - radius, floor, x + radius, floor, line(INK, 2.6))
        wide, high = radius * (0.19 + 0.05 * share), radius * 0.19 * (1 - 0.5 * share)
        slits: list[skia.Point] = []
        stems = skia.Path()
        for row, count in enumerate((5, 4, 3)):
            y = floor - high * (2 * row + 1)
            for index in range(count):
                middle = x + (index - (count - 1) / 2) * 2 * wide
                stems.addOval(skia.Rect.MakeLTRB(middle - wide, y - high, middle + wide, y + high))
                for slit in range(-2, 3):
                    slits.append(skia.Point(middle + slit * wide * 0.3, y - high * 0.7 * share))
                    slits.append(skia.Point(middle + slit * wide * 0.34, y + high * 0.7 * share))
        lay(canvas, stems, self.struck.work.stuff, outline=2)
        canvas.drawPoints(skia.Canvas.kLines_PointMode, slits, line(INK2, 1.5))
        top = floor - 6 * high
        self._draw_face(canvas, top - lift * radius * 0.45, radius * 0.42)
        return top

    def _draw_crumbs(self, canvas: skia.Canvas, depth: float, lift: float) -> float:
        """Lumps that grow smaller and close up."""
        x, radius = self.middle[0], self.radius
        share = depth / self.goal
        self._draw_ground(canvas)
        grain, crumbs = radius * (0.1 - 0.06 * share), skia.Path()
        for row in range(5):
            for index in range(9):
                spread = radius * 0.2
                middle = x + (index - 4 + 0.5 * (row % 2)) * spread
                y = self.surface + (row + 0.6) * spread * 0.8
                crumbs.addOval(skia.Rect.MakeLTRB(middle - grain * 1.15, y - grain, middle + grain, y + grain * 0.9))
        canvas.drawPath(crumbs, line(INK if self.struck.work.said else GREY, 1.6))
        self._draw_face(canvas, self.surface - lift * radius * 0.45, radius * 0.24)
        return self.surface

    def _draw_face(self, canvas: skia.Canvas, level: float, half: float) -> None:
        """The lower end of what strikes: wood or iron as its name says, grey when nobody said it."""
        x, striker = self.middle[0], self.struck.striker
        stuff = UNSAID if striker is BLOCK else HEADS.get(striker.name, WOOD)
        lay(canvas, rectangle(x - half, level - self.radius * 1.6, 2 * half, self.radius * 1.6, 6), stuff, outline=2.6)

    def _write_depth(self, pen: Pen) -> None:
        if not self.said:
            return
        side = -1 if self.left else 1
        x = self.middle[0] + side * self.radius * 0.5
        look = Look(about=self.said.about or self.said.ranged)
        for end in set(self.said.ends):
            y = self.surface + end * self.pixels_per_unit
            pen.canvas.drawLine(self.middle[0], y, x + side * 14, y, line(look.colour, 1.4, dash=DASH))
        dimension(pen.canvas, (x, self.surface), (x, self.surface + self.goal), look)
        style = FACT.but(anchor="m", halo=GLASS)
        words = clipped(self.said.figure, style, self.radius * 1.1)
        pen.write(words, self.middle[0], self.surface + self.radius * DEEPEST + 40, style)
