"""Rolling from above: the roller over a slab that spreads, or the palms on a strand that grows longer."""

import math
from dataclasses import replace
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, rectangle
from generation.backends.schematic.drawing.notation import DASH, Look, dimension
from generation.backends.schematic.drawing.palette import CARD, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, clipped
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale, write_hand_tag
from generation.backends.schematic.scenes.props.blows import draw_tally
from generation.backends.schematic.scenes.props.ground import write_name
from generation.backends.schematic.scenes.props.imprint import Lettering
from generation.backends.schematic.scenes.props.pair import FROM_BELOW, PairOfPalms
from generation.backends.schematic.scenes.roll.words import Mode, rolled_in
from generation.backends.schematic.things.stuff import UNSAID, lay
from generation.backends.schematic.words.amounts import Amount, length_in_mm
from generation.backends.schematic.words.reading import Reading

ROLL_MARKS: Final = 21.0  # the radius of the roller in pixels: by it the marks turn


PALMS: Final = {Mode.ROLLER: (64.0, 0.56), Mode.STRAND: (84.0, 0.6), Mode.BALL: (70.0, 0.56)}  # turn, size


class RollPlan(Figure):
    """Seen by the one who rolls: both hands come from below. ``pixels_per_unit`` is the scale of the said spread."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.rolled = rolled_in(reading)
        self.said: Amount | None = self.rolled.spread
        scale = Scale.TRUE if self.said else Scale.NONE
        self.panel = Panel(place, f"俯视·{reading.step.action.text[:6]}", Pace.ASSUMED, scale)
        if not self.said:
            reading.assume("料的大小", None)
        self.size = min(1.1, stage.height / 330, stage.width / 560)
        self.middle: Point = (stage.x + stage.width / 2, stage.y + stage.height * 0.56)
        self.after = stage.height * 0.66 if self.rolled.mode is Mode.ROLLER else stage.width * 0.64
        self.pixels_per_unit = self.after / self.said.middle if self.said else 0.0
        turn, size = PALMS[self.rolled.mode]
        self._palms = PairOfPalms(self.rolled.hands, replace(FROM_BELOW, turn=turn, size=size * self.size))
        self._lettering = Lettering(self._letter, stage)

    @property
    def pixels_per_mm(self) -> float | None:
        """The scale, where the said measure has a metric unit."""
        unit = length_in_mm(self.said.unit) if self.said else None
        return self.pixels_per_unit / unit if unit else None

    def spread(self, share: float) -> float:
        """The diameter of the slab or the length of the strand, in pixels."""
        done = self.rolled.passes.landed(share) / self.rolled.passes.count
        start = 0.55 if self.rolled.mode is Mode.ROLLER else 0.34
        return self.after * (start + (1 - start) * done)

    def sway(self, share: float) -> float:
        """Where the stroke stands: -1 away from the body, 1 near it."""
        return -math.cos(math.tau * self.rolled.passes.progress(share))

    def still(self, pen: Pen) -> None:
        """The table and the name of the work."""
        stage = self.panel.stage
        ground = self.rolled.ground
        table = rectangle(stage.x + 14, stage.y + 12, stage.width - 28, stage.height - 24, 6)
        lay(pen.canvas, table, ground.stuff, outline=2)
        y = stage.y + 84 if self.rolled.mode is Mode.ROLLER else stage.bottom - 24
        write_name(pen, self.rolled.work.name, (stage.x + 30, y), 110, right=False)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The work, the roller, the hands; the said size; the count so far."""
        canvas, share, stage = pen.canvas, moment.share, self.panel.stage
        draw = {Mode.ROLLER: self._draw_slab, Mode.STRAND: self._draw_strand, Mode.BALL: self._draw_ball}
        draw[self.rolled.mode](canvas, share)
        self._lettering.draw(pen)
        draw_tally(canvas, (stage.x + 36, stage.y + 36), self.rolled.passes, share, leftwards=False)

    def _letter(self, pen: Pen) -> None:
        if self.said:
            self._write_spread(pen, self.said)
        write_hand_tag(pen, self.rolled.hands.lead, self.panel.stage)

    def _draw_slab(self, canvas: skia.Canvas, share: float) -> None:
        x, y = self.middle
        radius, size = self.spread(share) / 2, self.size
        slab = skia.Path()
        slab.addOval(skia.Rect.MakeLTRB(x - radius, y - radius, x + radius, y + radius))
        lay(canvas, slab, self.rolled.work.stuff, outline=2.6)
        level = y + (self.sway(share) * 0.5 + 0.12) * radius
        long, thick = max(150 * size, self.after * 0.62), 21 * size
        for side in (-1, 1):
            grip = rectangle(x + side * (long + 26 * size) - 28 * size, level - 8 * size, 56 * size, 16 * size, 7)
            lay(canvas, grip, self.rolled.roller)
        lay(canvas, rectangle(x - long, level - thick, 2 * long, 2 * thick, 10), self.rolled.roller, outline=2.6)
        self._draw_marks(canvas, (x, level), long, thick, level / (ROLL_MARKS * size))
        places = ((x - long - 22 * size, level + 2), (x + long + 22 * size, level + 2))
        self._palms.draw(canvas, places)

    def _draw_marks(self, canvas: skia.Canvas, at: Point, long: float, thick: float, turn: float) -> None:
        """Two lines along the roller that come and go as it turns."""
        marks = skia.Path()
        for step in range(4):
            height = math.sin(turn + step * math.pi / 2)
            if math.cos(turn + step * math.pi / 2) > 0:
                marks.moveTo(at[0] - long + 8, at[1] - thick * height * 0.92)
                marks.lineTo(at[0] + long - 8, at[1] - thick * height * 0.92)
        canvas.drawPath(marks, line(INK2, 1.5, 0.8))

    def thick(self, share: float) -> float:
        """The thickness of the strand from above: true to the scale where its diameter was said too."""
        gauge = self.rolled.gauge
        first = self.spread(0.0)
        end = 22.0 * self.size
        if self.said and gauge and gauge.unit == self.said.unit:
            end = max(3.0, gauge.middle * self.pixels_per_unit)
        return max(end, end * math.sqrt(self.after / max(first, self.spread(share))))

    def _draw_strand(self, canvas: skia.Canvas, share: float) -> None:
        (x, y), size = self.middle, self.size
        wide, thick = self.spread(share), self.thick(share)
        palm = self.sway(share) * 36 * size
        level = y + palm / 2  # half as far as the palm
        strand = rectangle(x - wide / 2, level - thick / 2, wide, thick, thick / 2)
        lay(canvas, strand, self.rolled.work.stuff, outline=2.4)
        reach = min(wide * 0.3, 150 * size)
        places = ((x - reach, y + palm + 12 * size), (x + reach, y + palm + 12 * size))
        self._palms.draw(canvas, places)
        canvas.drawCircle(x, level, 4.5, fill(RED))

    def _draw_ball(self, canvas: skia.Canvas, share: float) -> None:
        (x, y), size = self.middle, self.size
        turn = math.tau * self.rolled.passes.progress(share)
        at = (x + 26 * size * math.cos(turn), y + 26 * size * math.sin(turn))
        round_off = 1 - self.rolled.passes.landed(share) / self.rolled.passes.count
        ball = skia.Path()
        wide, high = 58 * size * (1 + 0.16 * round_off), 58 * size * (1 - 0.12 * round_off)
        ball.addOval(skia.Rect.MakeLTRB(at[0] - wide, at[1] - high, at[0] + wide, at[1] + high))
        canvas.drawCircle(x, y, 118 * size, line(RED, 2.4, 0.7, dash=DASH))
        lay(canvas, ball, self.rolled.work.stuff if self.rolled.work.said else UNSAID, outline=2.6)
        palms = ((at[0] - 40 * size, at[1] + 30 * size), (at[0] + 40 * size, at[1] + 30 * size))
        self._palms.draw(canvas, palms)

    def _write_spread(self, pen: Pen, said: Amount) -> None:
        """The said size above the work; a range has both ends marked."""
        x, stage = self.middle[0], self.panel.stage
        y = stage.y + 40
        look = Look(about=said.about or said.ranged)
        for end in set(said.ends):
            half = end * self.pixels_per_unit / 2
            for side in (-1, 1):
                pen.canvas.drawLine(x + side * half, y - 10, x + side * half, self.middle[1],
                                    line(look.colour, 1.4, dash=DASH))  # fmt: skip
        dimension(pen.canvas, (x - self.after / 2, y), (x + self.after / 2, y), look)
        style = FACT.but(anchor="m", halo=CARD)
        pen.write(clipped(said.figure, style, self.after), x, y + 10, style)
