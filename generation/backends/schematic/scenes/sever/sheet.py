"""A sheet cut straight, to the said size when one was said."""

from dataclasses import dataclass
from typing import Final

import skia

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, Track, polygon, rectangle
from generation.backends.schematic.drawing.notation import DASH, Look, dimension
from generation.backends.schematic.drawing.palette import BLUE, CARD, GREY, INK, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Moment, Pace, Panel, Place, Scale, ease, span
from generation.backends.schematic.scenes.props.bench import HandFigure, caption, write_size
from generation.backends.schematic.scenes.props.gear import ToolInHand, gear_for
from generation.backends.schematic.scenes.props.scissors import SHUT, Snips
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.things.workpieces import Form, workpiece_in
from generation.backends.schematic.words.amounts import Amount, amount
from generation.backends.schematic.words.reading import Reading

FLAT: Final = 12.0  # degrees by which a hand comes from below
SQUARE: Final = ("见方", "方块", "正方", "方形")


@dataclass(frozen=True, slots=True)
class Size:
    """The said sides of a sheet; ``shown`` is the value as it is written beside them."""

    wide: float
    high: float
    shown: Amount


def size_of(reading: Reading) -> Size | None:
    """The said size: an area given by its two sides, a square by one, or a length with a width."""
    area = next((quantity for quantity in reading.step.quantity if quantity.measure is Measure.AREA), None)
    if area is not None:
        sides = _numbers(area.value)
        if len(sides) == 1 and (reading.says(*SQUARE) or "方" in fold(area.said)):
            sides *= 2
        if len(sides) == 2:
            return Size(sides[0], sides[1], amount(area))
    length, wide = reading.amount(Measure.LENGTH), reading.amount(Measure.WIDTH)
    if length and wide and length.unit == wide.unit:
        return Size(length.middle, wide.middle, length)
    one = length or wide
    return Size(one.middle, one.middle, one) if one and reading.says(*SQUARE) else None


def _numbers(value: str) -> list[float]:
    """The sides of an area such as ``20*30``; none where one of them is no number."""
    try:
        return [float(part) for part in value.rstrip("+").split("*")]
    except ValueError:
        return []


class SeverSheet(HandFigure):
    """The sheet from above; scissors or a knife go along its edges. ``pixels_per_unit`` is the scale of a said size."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.size = size_of(reading)
        scale = Scale.TRUE if self.size else Scale.NONE
        super().__init__(reading, Panel(place, caption(reading, "俯视"), Pace.FASTER, scale))
        self.work = workpiece_in(reading, Form.SHEET, unsaid=Form.SHEET)
        self.wide_said = reading.amount(Measure.WIDTH) if self.size else None
        size = min(1.15, stage.width / 640, stage.height / 290)
        self.tool = ToolInHand(gear_for(reading, "cut", "sever", unsaid="knife"), self.holder, size)
        room = (stage.width * 0.42, stage.height * 0.64)
        if self.size:
            self.pixels_per_unit: float | None = min(room[0] / self.size.wide, room[1] / self.size.high)
            wide, high = self.size.wide * self.pixels_per_unit, self.size.high * self.pixels_per_unit
        else:
            self.pixels_per_unit = None
            wide, high = room[0] * 0.7, room[1]
            reading.assume("裁成的大小", None)
        left, bottom = stage.x + stage.width * 0.16, stage.bottom - 54
        self.piece = skia.Rect.MakeLTRB(left, bottom - high, left + wide, bottom)
        self.sheet = skia.Rect.MakeLTRB(left, bottom - high - 36, min(left + wide + 130, stage.right - 30), bottom)
        corner = [(self.piece.right(), bottom), (self.piece.right(), self.piece.top()), (left, self.piece.top())]
        straight = [(self.piece.right(), bottom), (self.piece.right(), self.sheet.top())]
        self.track = Track(polygon(corner if self.size else straight, closed=False))
        self.snips = Snips(self.track.length, size)

    def still_shapes(self, canvas: skia.Canvas) -> None:
        """The piece that is wanted, and the line of the cut."""
        piece = rectangle(self.piece.left(), self.piece.top(), self.piece.width(), self.piece.height())
        lay(canvas, piece, self.work.stuff, outline=2.4)

    def moving_shapes(self, canvas: skia.Canvas, moment: Moment) -> None:
        """The offcut until it falls away, the cut so far, the tool."""
        done, crossing = self.done(moment.share)
        off = ease(span(moment.share, 0.86, 1.0))
        canvas.save()
        canvas.translate(34 * off, -16 * off)
        lay(canvas, self._offcut(), self.work.stuff, outline=2.2)
        canvas.restore()
        look = line(BLUE if self.size else GREY, 1.8, dash=DASH)
        canvas.drawPath(self.track.path, look)
        canvas.drawPath(self.track.part(0, done), line(INK, 3.4))
        here, _ = self.track.at(done)
        if self.tool.snipping:
            self.tool.draw(canvas, here, self._turn(done), crossing)
        else:
            self.tool.slide(canvas, here, FLAT)
        canvas.drawCircle(*here, 4, fill(RED))

    def done(self, share: float) -> Point:
        """How much of the line is cut, in pixels, and where the edges of scissors cross."""
        way = 0.04 + 0.96 * ease(span(share, 0.0, 0.84))
        return self.snips.at(way) if self.tool.snipping else (way * self.track.length, SHUT)

    def _turn(self, done: float) -> float:
        """Scissors point where the cut goes: first away from the body, then across."""
        up = self.piece.height() if self.size else self.track.length + 99
        return FLAT + 60.0 * (1 - ease(span(done, up - 36, up + 36)))

    def _offcut(self) -> skia.Path:
        piece, sheet = self.piece, self.sheet
        if not self.size:
            return rectangle(piece.right(), sheet.top(), sheet.right() - piece.right(), sheet.height())
        return polygon(
            [
                (piece.right(), piece.bottom()),
                (piece.right(), piece.top()),
                (piece.left(), piece.top()),
                (sheet.left(), sheet.top()),
                (sheet.right(), sheet.top()),
                (sheet.right(), sheet.bottom()),
            ]
        )

    def lettering(self, pen: Pen) -> None:
        """The said size below and beside the piece."""
        if self.size is None:
            return
        piece, said = self.piece, self.size.shown
        look = Look(about=said.about or said.ranged)
        y, x = piece.bottom() + 14, self.across(piece.left() - 18)
        start, end = sorted((self.across(piece.left()), self.across(piece.right())))
        dimension(pen.canvas, (start, y), (end, y), look)
        dimension(pen.canvas, (x, piece.top()), (x, piece.bottom()), look)
        write_size(pen, said, ((start + end) / 2, y + 33), piece.width() * 1.2, halo=CARD)
        if self.wide_said and self.wide_said is not said:
            room = piece.left() - self.panel.stage.x - 34
            at = (x + self.away * 10, (piece.top() + piece.bottom()) / 2)
            write_size(pen, self.wide_said, at, room, anchor="l" if self.holder.left else "r")
