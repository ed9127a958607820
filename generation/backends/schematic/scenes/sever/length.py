"""Where along a thing the cut falls: the pieces side by side, as long as said and as many as said."""

from typing import ClassVar, Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import polygon, rectangle
from generation.backends.schematic.drawing.notation import DASH
from generation.backends.schematic.drawing.palette import BLUE, GREY, INK, INK2, PALE, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, width
from generation.backends.schematic.scenes.base import Moment, Pace, Panel, Place, Scale, ease, span
from generation.backends.schematic.scenes.props.bench import (
    HandFigure,
    draw_size,
    exact,
    write_size,
)
from generation.backends.schematic.scenes.sever.block import FORMS, Way, cutter_of, way_of
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.things.workpieces import Form, workpiece_in
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

PIECE_WORDS: Final = ("份", "段", "块", "片", "节", "截", "条", "根", "半")
APART: Final = 15.0  # pixels between pieces that are cut


def pieces_of(reading: Reading) -> int | None:
    """How many pieces were said, when they can be drawn one by one: 切成四份."""
    for said in reading.amounts(Measure.COUNT):
        count = exact(said)
        if count and count > 1 and said.unit in PIECE_WORDS and reading.says("成", "分", "出"):
            return count
    return None


class SeverLength(HandFigure):
    """The thing along its length, the blade edge on. ``pixels_per_unit`` is the scale of the said length."""

    shows_hand: ClassVar[bool] = False

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.said: Amount | None = next(
            (found for one in (Measure.LENGTH, Measure.THICKNESS, Measure.WIDTH) if (found := reading.amount(one))),
            None,
        )
        scale = Scale.TRUE if self.said else Scale.NONE
        super().__init__(reading, Panel(place, "侧视·下刀处", Pace.FASTER, scale))
        self.work = workpiece_in(reading, *FORMS, unsaid=Form.BLOCK)
        self.count = pieces_of(reading)
        cuts = self.count - 1 if self.count else 1
        if not self.said:
            reading.assume("切下的长短", None)
        room = stage.width - 60
        self.start = stage.x + 30
        self.total = room - APART * cuts
        ends = self.said.ends if self.said else (1.0, 1.0)
        middle = sum(ends) / 2
        share = 1 / self.count if self.count else min(0.46, 0.56 * middle / ends[1])
        self.piece = self.total * share
        self.pixels_per_unit = self.piece / middle if self.said else None
        self.high = stage.height * (0.18 if self.work.form is Form.RODS else 0.3)
        self.level = stage.y + stage.height * 0.66
        self.cuts = cuts
        self.way = way_of(reading)
        self.known = cutter_of(reading).said

    def _pieces(self) -> list[tuple[float, float]]:
        """Start and width of each piece before it is cut off."""
        if self.count:
            return [(self.start + self.piece * index, self.piece) for index in range(self.count)]
        return [(self.start, self.piece), (self.start + self.piece, self.total - self.piece)]

    def _bar(self, x: float, wide: float) -> skia.Path:
        corner = {Form.RODS: 5.0, Form.LUMP: 13.0}.get(self.work.form, 2.0)
        return rectangle(x, self.level - self.high, wide, self.high, corner)

    def moving_shapes(self, canvas: skia.Canvas, moment: Moment) -> None:
        """The pieces as far apart as they are now, and the blade."""
        beat = span(moment.share, 0.0, 0.96) * self.cuts
        opened = [ease(span(beat - index, 0.62, 0.92)) for index in range(self.cuts)]
        gap = 0.0
        for index, (x, wide) in enumerate(self._pieces()):
            gap += APART * opened[index - 1] if index else 0.0
            joined = 3 if index < self.cuts and not opened[index] else 0
            lay(canvas, self._bar(x + gap, wide + joined), self.work.stuff, outline=2.4)
            if self.work.form is Form.RODS:
                self._draw_nodes(canvas, x + gap, wide)
        index = min(self.cuts - 1, int(beat))
        x = self._pieces()[index][0] + self.piece + gap_before(opened, index) + APART * opened[index] / 2
        self._draw_blade(canvas, x, beat - index)

    def _draw_nodes(self, canvas: skia.Canvas, x: float, wide: float) -> None:
        node = x + wide * 0.55
        canvas.drawLine(node, self.level - self.high - 2, node, self.level + 2, line(INK2, 2.4))
        canvas.drawLine(node + 5, self.level - self.high, node + 5, self.level, line(INK2, 1.2))

    def _draw_blade(self, canvas: skia.Canvas, x: float, phase: float) -> None:
        down = ease(span(phase, 0.05, 0.6)) - ease(span(phase, 0.86, 1.0)) * (self.cuts > 1)
        edge = self.level - self.high - 34 + (self.high + 38) * down
        if self.way is Way.WIRE:
            canvas.drawCircle(x, edge, 5, fill("#3D3A36" if self.known else GREY))
        else:
            top = self.panel.stage.y - 60
            blade = polygon([(x, edge), (x - 8, edge - 34), (x - 8, top), (x + 8, top), (x + 8, edge - 34)])
            canvas.drawPath(blade, fill("#D8D4C9" if self.known else PALE))
            canvas.drawPath(blade, line(INK if self.known else GREY, 2, dash=None if self.known else DASH))
        canvas.drawCircle(x, edge, 3.5, fill(RED))

    def lettering(self, pen: Pen) -> None:
        """The said length below the first piece; for a range, both its ends."""
        said, scale = self.said, self.pixels_per_unit
        if said is None or scale is None:
            return
        start, y = self.across(self.start), self.level + 28
        ends = [self.across(self.start + end * scale) for end in said.ends]
        for x in {start, *ends}:
            paint = line(BLUE if x != start and said.ranged else GREY, 1.4, dash=DASH if said.ranged else None)
            pen.canvas.drawLine(x, self.level - self.high * (x != start), x, y + 10, paint)
        if said.ranged:
            low, high = sorted(ends)
            band = skia.Rect.MakeLTRB(low, self.level - self.high, high, self.level)
            pen.canvas.drawRect(band, fill(BLUE, 0.16))
        far = sum(ends) / 2
        draw_size(pen.canvas, said, (min(start, far), y), (max(start, far), y))
        room = self.panel.stage.width - 60
        half = min(room, width(said.figure, FACT.but(size=32))) / 2
        place = self.across(self.start + max(half, self.piece / 2))
        write_size(pen, said, (place, y + 40), room)


def gap_before(opened: list[float], index: int) -> float:
    """The pixels by which the cuts before this one have moved it."""
    return APART * sum(opened[:index])
