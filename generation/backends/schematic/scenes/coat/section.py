"""The coats in section: each said coat is one stratum, as thick as was said."""

from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import polygon, rectangle
from generation.backends.schematic.drawing.notation import DASH, Look, dimension
from generation.backends.schematic.drawing.palette import BLUE, CARD, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, clipped
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale, ease, mirrored, span
from generation.backends.schematic.scenes.coat.words import coat_of, ground_of, spreader_in
from generation.backends.schematic.scenes.props.sprite import Sprite
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

MOST_SWEEPS: Final = 8
MOST_STRATA: Final = 40
EACH: Final = ("每", "一道", "一遍", "一层", "各")
UNSAID_COAT: Final = 24.0  # pixels of a coat whose thickness nobody said


class CoatSection(Figure):
    """Ground below, one stratum for each coat above it; the tool lays the next one."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.thickness = reading.amount(Measure.THICKNESS)
        scale = Scale.TRUE if self.thickness else Scale.NONE
        self.panel = Panel(place, "剖面放大", Pace.ASSUMED, scale)
        self.ground = ground_of(reading)
        self.coat = coat_of(reading)
        self.said = reading.amount(Measure.LAYERS) or reading.amount(Measure.REPETITION)
        if self.said and self.said.ends[1] > MOST_STRATA:
            self.said = reading.assume("画出的道数", None)
        self.count = int(self.said.ends[1]) if self.said else reading.assume("涂几道", 1)
        self.sure = int(self.said.ends[0]) if self.said else 1
        self.sweeps = self.count if self.count <= MOST_SWEEPS else reading.assume("画出的次数", 4)
        self.spreader = spreader_in(reading, min(1.5, stage.height / 230))
        self.hand = Sprite(lambda canvas: self.spreader.print(canvas, -40))
        self.base = stage.y + stage.height * 0.74
        self.pixels, self.each = self._scale(reading, stage.height * 0.3)
        self.top = self.base - self.each * self.count

    def _scale(self, reading: Reading, room: float) -> tuple[float, float]:
        """Pixels of one said unit, and pixels of one coat."""
        if self.thickness is None:
            reading.assume("每道的厚薄", None)
            return 0.0, min(UNSAID_COAT, room / self.count)
        low, high = self.thickness.ends
        each = self.count > 1 and self._said_of_each(reading)
        pixels = room / (high * self.count if each else high)
        return pixels, (low + high) / 2 * pixels / (1 if each else self.count)

    def _said_of_each(self, reading: Reading) -> bool:
        clause = reading.step.clause
        said = next(one for one in reading.quantities() if one.measure is Measure.THICKNESS)
        before = clause.text[max(0, said.quote.start - clause.start - 4) : max(0, said.quote.start - clause.start)]
        return any(word in before + said.quote.text for word in EACH)

    def still(self, pen: Pen) -> None:
        """The ground, cut open."""
        stage, canvas = self.panel.stage, pen.canvas
        lay(canvas, rectangle(stage.x - 10, self.base, stage.width + 20, stage.height), self.ground.stuff, outline=2.6)

    def front(self, moment: Moment) -> tuple[int, float]:
        """How many coats are finished, and how far the next one has come, 0 to 1."""
        share = min(0.9999, 0.06 + 0.94 * span(moment.share, 0, 0.94)) * self.sweeps
        return int(share) * self.count // self.sweeps, max(0.06, ease(span(share % 1, 0, 0.82)))

    def end(self, index: int) -> float:
        """Where a finished coat ends: each a step behind the one below it, so that all can be counted."""
        step = min(0.05, 0.26 / self.count)
        return self.panel.stage.width * (0.72 - step * index)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The strata so far; the tool at the end of the newest one; then what was said of them."""
        stage, canvas = self.panel.stage, pen.canvas
        finished, share = self.front(moment)
        newest = min(self.count, finished + max(1, self.count // self.sweeps))
        reach = self.end(newest - 1) * share
        left = self.spreader.holder.left
        with mirrored(canvas, stage.x + stage.width / 2, when=left):
            for index in range(newest):
                self._draw_stratum(canvas, index, self.end(index) if index < finished else reach)
        x, level = stage.right - reach if left else stage.x + reach, self.base - self.each * newest
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(stage.x, stage.y, stage.right, level + 1))
        self.hand.draw(canvas, (x, level + 1))
        canvas.restore()
        canvas.drawCircle(x, level + 1, 5, fill(RED))
        if self.said:
            self._write_count(pen, self.said, newest)
        if self.thickness:
            self._write_thickness(pen, self.thickness)

    def _draw_stratum(self, canvas: skia.Canvas, index: int, reach: float) -> None:
        start, end = self.panel.stage.x - 4, self.panel.stage.x + reach
        low, high = self.base - self.each * index, self.base - self.each * (index + 1)
        lip = min(14.0, self.each * 0.6)
        shape = polygon([(start, low), (end + lip, low), (end, high), (start, high)])
        if index < self.sure:
            lay(canvas, shape, self.coat, outline=min(2.2, 0.6 + self.each / 10))
            return
        canvas.drawPath(shape, fill(self.coat.body, 0.4))
        canvas.drawPath(shape, line(BLUE, 1.6, dash=DASH))

    def _across(self, distance: float) -> float:
        """A distance from the edge where the coats begin."""
        return self.panel.stage.right - distance if self.spreader.holder.left else self.panel.stage.x + distance

    def _write_count(self, pen: Pen, said: Amount, newest: int) -> None:
        """One dot in each coat, on a leader to the number."""
        x, anchor = self._across(112), "r" if self.spreader.holder.left else "l"
        dots = [self.base - self.each * (index + 0.5) for index in range(newest)]
        pen.canvas.drawLine(x, dots[-1], x, self.base + 34, line(CARD, 4, 0.8))
        pen.canvas.drawLine(x, dots[-1], x, self.base + 34, line(BLUE, 1.6, dash=DASH if said.ranged else None))
        for level in dots:
            pen.canvas.drawCircle(x, level, max(1.6, min(4.5, self.each * 0.3)), fill(BLUE))
        room = self.panel.stage.width - 40
        pen.write(
            clipped(said.figure, FACT, room), self._across(24), self.base + 62, FACT.but(anchor=anchor, halo=CARD)
        )

    def _write_thickness(self, pen: Pen, said: Amount) -> None:
        x, anchor = self._across(44), "r" if self.spreader.holder.left else "l"
        end = self.base - said.middle * self.pixels
        if said.ranged:
            stage = self.panel.stage
            low, high = (self.base - limit * self.pixels for limit in said.ends)
            pen.canvas.drawRect(skia.Rect.MakeLTRB(stage.x, high, stage.right, low), fill(BLUE, 0.16))
        dimension(pen.canvas, (x, self.base), (x, end), Look(about=said.about or said.ranged))
        above = min(self.top, end - 30, self.base - said.ends[1] * self.pixels) - 14
        pen.write(said.figure, self._across(24), above, FACT.but(anchor=anchor, halo=CARD))
