"""What the figures of cutting, scraping, rubbing and drilling share: the bench, sizes, chips, counted strokes."""

import math
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, hatching, polygon, rectangle
from generation.backends.schematic.drawing.notation import DASH, Look, arrow, dimension
from generation.backends.schematic.drawing.palette import BLUE, CARD, GREY, INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, clipped, width
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Panel,
    Stage,
    mirrored,
    span,
    write_hand_tag,
)
from generation.backends.schematic.scenes.props.imprint import Lettering
from generation.backends.schematic.things.workpieces import Form, kind_of
from generation.backends.schematic.words.amounts import Amount, length_in_mm
from generation.backends.schematic.words.reading import Reading

MOST_DRAWN: Final = 12
HIDDEN: Final = 6.0  # pixels below which a length cannot be seen
SUPPORTS: Final = ("台面", "桌", "凳", "垫板", "案板", "案上", "工作台")


def wrong_form(reading: Reading, *forms: Form) -> bool:
    """Whether every material whose form is known has one that this work cannot take. A 漆面 is no dough."""
    names = [term.text for term in reading.step.material if not (term.text.endswith("面") and len(term.text) > 1)]
    kinds = [kind for kind in map(kind_of, names) if kind]
    return bool(kinds) and all(form not in forms for form, _ in kinds)


def caption(reading: Reading, view: str) -> str:
    """The title of a figure: the view and the action as said."""
    return f"{view}·{reading.step.action.text[:6]}"


def exact(said: Amount | None) -> int | None:
    """A said count that can be drawn one by one."""
    if said is None or said.ranged or said.about or not said.middle.is_integer():
        return None
    return int(said.middle) if 1 <= said.middle <= MOST_DRAWN else None


@dataclass(frozen=True, slots=True)
class Strokes:
    """How often the tool goes over the work; ``said`` when the master gave that very number."""

    count: int
    said: bool
    start: float = 0.06
    end: float = 0.94

    def at(self, share: float) -> tuple[int, float]:
        """The stroke under way, counted from 0, and how far it has come, 0 to 1."""
        beat = span(share, self.start, self.end) * self.count
        index = min(self.count - 1, int(beat))
        return index, beat - index


def strokes_of(reading: Reading, unsaid: int) -> Strokes:
    """The said number of strokes up to a dozen, otherwise an assumed rhythm."""
    said = reading.amount(Measure.REPETITION)
    count = exact(said)
    if count:
        return Strokes(count, said=True)
    return Strokes(reading.assume("画出的次数" if said else "次数与快慢", unsaid), said=False)


def draw_tally(canvas: skia.Canvas, at: Point, strokes: Strokes, share: float, towards: int = 1) -> None:
    """One ring for each said stroke, filled when it is done. Nothing when no number was said."""
    if not strokes.said:
        return
    index, phase = strokes.at(share)
    done = index + (phase >= 1)
    rings, full = skia.Path(), skia.Path()
    for number in range(strokes.count):
        (full if number < done else rings).addCircle(at[0] + towards * number * 24, at[1], 8)
    canvas.drawPath(rings, fill(CARD))
    canvas.drawPath(full, fill(BLUE))
    canvas.drawPath(rings, line(BLUE, 2))
    canvas.drawPath(full, line(BLUE, 2))


def common_scale(sizes: Sequence[tuple[Amount, float]]) -> tuple[float, ...] | None:
    """Pixels for one said unit of each size, all at one scale, so that each keeps within its room (pixels).

    ``None`` when the units cannot be compared or a length would be too small to see.
    """
    units = [1.0 if len({said.unit for said, _ in sizes}) == 1 else length_in_mm(said.unit) for said, _ in sizes]
    known = [unit for unit in units if unit]
    if not sizes or len(known) < len(sizes):
        return None
    scale = min(room / (said.ends[1] * unit) for (said, room), unit in zip(sizes, known, strict=True))
    drawn = [said.middle * unit * scale for (said, _), unit in zip(sizes, known, strict=True)]
    return tuple(unit * scale for unit in known) if min(drawn) >= HIDDEN else None


def write_size(pen: Pen, said: Amount, at: Point, room: float, *, anchor: str = "m", halo: str = CARD) -> None:
    """A said value in the largest letters that keep within the room; a very long one is cut, the facts show it whole."""
    size = next((size for size in (32, 28, 24, 20) if width(said.figure, FACT.but(size=size)) <= room), 20)
    style = FACT.but(size=size, anchor=anchor, halo=halo)
    pen.write(clipped(said.figure, style, room), *at, style)


def draw_size(canvas: skia.Canvas, said: Amount, start: Point, end: Point) -> None:
    """The dimension line of a said value between two points."""
    dimension(canvas, start, end, Look(about=said.about or said.ranged))


def draw_bench(canvas: skia.Canvas, stage: Stage, level: float, *, said: bool) -> None:
    """The ground on which the work lies; grey when nobody said on what."""
    depth = min(24.0, stage.bottom - level - 6)
    band = rectangle(stage.x + 8, level, stage.width - 16, depth)
    canvas.save()
    canvas.clipPath(band)
    canvas.drawPath(hatching(band.getBounds(), -52, 9), line(INK2 if said else GREY, 1.0, 0.7))
    canvas.restore()
    left, right = (stage.x + 8, level), (stage.right - 8, level)
    canvas.drawLine(*left, *right, line(INK if said else GREY, 2.4, dash=None if said else DASH))


def bench_said(reading: Reading) -> bool:
    """Whether the words name what the work lies on; otherwise it is assumed."""
    return reading.says(*SUPPORTS) or reading.assume("垫着的台面", default=False)


def flying(at: Point, seconds: float, *, reach: float, side: int = -1, count: int = 7) -> skia.Path:
    """Chips that fly up from a point and fall; the same for the same time."""
    path = skia.Path()
    for chip in range(count):
        age = (seconds * 1.1 + chip / count) % 1
        aim = 0.5 + 0.5 * ((chip * 37) % 11) / 10
        x = at[0] + side * reach * aim * age
        y = at[1] + reach * (1.5 * age * age - (0.9 + 0.4 * aim) * age)
        turn, long = age * 9 + chip, 5 + (chip * 5) % 6
        cos, sin = long * math.cos(turn), long * math.sin(turn)
        path.addPath(polygon([(x - cos, y - sin), (x + sin * 0.5, y - cos * 0.5), (x + cos, y + sin)]))
    return path


def dust(at: Point, seconds: float, *, reach: float, fall: float, count: int = 12) -> skia.Path:
    """Grains that fall from a line of half width ``reach`` down by ``fall`` pixels."""
    path = skia.Path()
    for grain in range(count):
        age = (seconds * 0.9 + (grain * 7 % count) / count) % 1
        x = at[0] + reach * (((grain * 29) % 17) / 8 - 1) * (0.6 + 0.4 * age)
        path.addCircle(x, at[1] + fall * age * age, 1.3 + grain % 3 * 0.6)
    return path


def draw_motion(canvas: skia.Canvas, start: Point, end: Point, *, both: bool = False) -> None:
    """A red arrow along which the tool goes; with two heads for to and fro."""
    turn = math.atan2(end[1] - start[1], end[0] - start[0])
    canvas.drawLine(*start, *end, line(RED, 3))
    arrow(canvas, end, turn, 16, RED)
    if both:
        arrow(canvas, start, turn + math.pi, 16, RED)


class HandFigure(Figure):
    """A figure built for a right hand, mirrored for a left one. Words are placed with :meth:`across`, never mirrored."""

    shows_hand: ClassVar[bool] = True

    def __init__(self, reading: Reading, panel: Panel) -> None:
        self.reading = reading
        self.panel = panel
        self.holder = reading.holder()
        self.axis = panel.stage.x + panel.stage.width / 2
        self._lettering = Lettering(self.lettering, panel.stage)
        self._tag = Lettering(lambda pen: write_hand_tag(pen, self.holder, panel.stage), panel.stage)

    @property
    def away(self) -> int:
        """The direction from the hand to the free side: -1 is left."""
        return 1 if self.holder.left else -1

    def across(self, x: float) -> float:
        """Where a place of the right-handed picture lies in this one."""
        return 2 * self.axis - x if self.holder.left else x

    def point(self, x: float, y: float) -> Point:
        """The same for a point."""
        return self.across(x), y

    def still(self, pen: Pen) -> None:
        """What does not move."""
        with mirrored(pen.canvas, self.axis, when=self.holder.left):
            self.still_shapes(pen.canvas)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """What moves, then the words over it."""
        with mirrored(pen.canvas, self.axis, when=self.holder.left):
            self.moving_shapes(pen.canvas, moment)
        self._lettering.draw(pen)
        self.tally(pen, moment)
        if self.shows_hand:
            self._tag.draw(pen)

    def still_shapes(self, canvas: skia.Canvas) -> None:
        """The shapes that do not move, as for a right hand."""

    @abstractmethod
    def moving_shapes(self, canvas: skia.Canvas, moment: Moment) -> None:
        """The shapes that move, as for a right hand."""

    def lettering(self, pen: Pen) -> None:
        """Said values with their signs; they lie over what moves and never change."""

    def tally(self, pen: Pen, moment: Moment) -> None:
        """The said number of strokes as rings that fill."""
