"""wrap_around: a strand is wound round a core, as many turns as were said."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar, Final

import skia

from craftnlp.spec import Measure
from generation.backends.base import Scalar
from generation.backends.schematic.drawing.lines import Point, polygon
from generation.backends.schematic.drawing.notation import Look, arrow, dimension
from generation.backends.schematic.drawing.palette import CARD, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, width
from generation.backends.schematic.scenes.base import (
    Family,
    Figure,
    Moment,
    Pace,
    Panel,
    Part,
    Place,
    Scale,
    Scene,
    View,
    mirrored,
    span,
    write_hand_tag,
)
from generation.backends.schematic.scenes.props.imprint import Imprint
from generation.backends.schematic.scenes.props.sprite import hand_sprite
from generation.backends.schematic.scenes.props.strand import Strand, other_than, strand_in
from generation.backends.schematic.scenes.wrap.core import BINDING, DEEP, Core, Kind, core_in
from generation.backends.schematic.scenes.wrap.end import EndView
from generation.backends.schematic.scenes.wrap.turns import rounds_in, turns_in
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.workpieces import Form, kind_of
from generation.backends.schematic.words.amounts import Amount, length_in_mm
from generation.backends.schematic.words.reading import Reading

ADDING: Final = ("加", "加上")
ELSEWHERE: Final = ("绕开", "绕过", "绕道", "绕到")
UNSURE: Final = 0.4
FIRST: Final = 0.05
LAST: Final = 0.94


class Winding(Figure):
    """The core from the side, the turns one beside the other, the hand that leads the strand round the free end."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.verb = reading.verb
        strand = strand_in(reading, "所用的线绳")
        kind, stuff = core_in(reading, strand)
        self.holder = reading.holder()
        upright = kind is Kind.VESSEL
        radius = stage.height * (0.14 if upright else 0.19)
        reach = stage.height * 0.3 if upright else stage.width * 0.56
        self.core = Core(kind, stuff, radius, reach)
        room = reach * 0.74 if upright else reach * 0.78
        self.turns = turns_in(reading, room, 11.0 if upright else 18.0)
        self.strand = Strand(strand.stuff, self.turns.width)
        scale = Scale.TRUE if self.turns.pixels_per_unit else Scale.NONE
        self.panel = Panel(place, f"侧视·{reading.step.action.text[:6]}", Pace.ASSUMED, scale)
        self.axis = stage.x + stage.width / 2
        self.origin = (
            (stage.x + stage.width * 0.42, stage.y + stage.height * 0.7)
            if upright
            else (stage.x, stage.y + stage.height * 0.485)
        )
        used = self.turns.pitch * self.turns.count
        self.begin = reach * 0.06 if upright else reach * 0.13 + (room - used) * 0.4
        self.body = Imprint(self._draw_core, stage, turned=self.holder.left, room=self._room())
        self.fronts = self._fronts(0, self.turns.sure)
        self.extra = self._fronts(self.turns.sure, self.turns.count)
        self.hand = hand_sprite(self.holder, Pose(grip=Grip.STRAND, turn=6, size=min(0.62, stage.height / 500)))
        self._wound: dict[int, Imprint] = {}

    def _fronts(self, first: int, last: int) -> list[skia.Path]:
        """The seen parts of turns together: index k holds k of them."""
        together, found = skia.Path(), [skia.Path()]
        for index in range(first, last):
            together = skia.Path(together)
            together.addPath(self.core.front(self.start_of(index), self.turns.pitch))
            found.append(together)
        return found

    def start_of(self, index: int) -> float:
        """Where along the core a turn begins, from the origin."""
        return self.begin + self.turns.pitch * index

    def wound(self, moment: Moment) -> float:
        """How many turns are wound at this moment; each goes fast behind the core and slowly before it."""
        done = 0.3 + (self.turns.count - 0.3) * span(moment.share, FIRST, LAST)
        whole = min(int(done), self.turns.count - 1)
        part = done - whole
        return whole + part - 0.06 * math.sin(math.tau * part)

    def still(self, pen: Pen) -> None:
        """The core, and what was said of its turns."""
        self.body.draw(pen.canvas)
        self._write_numbers(pen)

    def _room(self) -> skia.Rect:
        stage, radius = self.panel.stage, self.core.radius
        if self.core.upright:
            wide, top = radius * 2.6, self.origin[1] - self.core.reach - radius
            return skia.Rect.MakeLTRB(self.origin[0] - wide, top, self.origin[0] + wide, stage.bottom)
        (x, y), reach = self.origin, self.core.reach + radius * 1.2
        return skia.Rect.MakeLTRB(stage.x, y - radius * 1.7, x + reach, y + radius * 1.7)

    def _draw_core(self, canvas: skia.Canvas) -> None:
        with self._along_core(canvas):
            self.core.draw(canvas)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The strand behind the core, the core, the turns wound, the hand."""
        canvas, done = pen.canvas, self.wound(moment)
        whole = min(int(done), self.turns.count - 1)
        part = done - whole
        touch = self.core.contact(self.start_of(whole), self.turns.pitch, part)
        hand = self._hand_at(part)
        behind = part > 0.5
        if behind:
            with mirrored(canvas, self.axis, when=self.holder.left):
                self._draw_free(canvas, touch, hand)
                self.hand.draw(canvas, hand)
            self.body.draw(canvas)
        self._wound_to(whole).draw(canvas)
        with mirrored(canvas, self.axis, when=self.holder.left):
            with self._along_core(canvas):
                latest = self.core.front(self.start_of(whole), self.turns.pitch, min(0.5, part))
                self.strand.draw(canvas, latest, UNSURE if whole >= self.turns.sure else 1.0)
            if not behind:
                self._draw_free(canvas, touch, hand)
            self._draw_path_of_hand(canvas, part)
            if not behind:
                self.hand.draw(canvas, hand)
        write_hand_tag(pen, self.holder, self.panel.stage)

    def _wound_to(self, whole: int) -> Imprint:
        """The turns finished so far, printed when they are first needed."""
        if whole not in self._wound:
            stage, side = self.panel.stage, self.holder.left
            self._wound[whole] = Imprint(
                lambda canvas: self._draw_turns(canvas, whole), stage, turned=side, room=self._room()
            )
        return self._wound[whole]

    def _draw_turns(self, canvas: skia.Canvas, whole: int) -> None:
        sure = self.turns.sure
        with self._along_core(canvas):
            self.strand.draw(canvas, self.fronts[min(whole, sure)])
            if whole > sure:  # of a range, the turns that may be there or not
                self.strand.draw(canvas, self.extra[whole - sure], UNSURE)

    @contextmanager
    def _along_core(self, canvas: skia.Canvas) -> Iterator[None]:
        canvas.save()
        canvas.translate(*self.origin)
        canvas.rotate(-90 if self.core.upright else 0)
        try:
            yield
        finally:
            canvas.restore()

    def _screen(self, point: Point) -> Point:
        x, y = point
        return (
            (self.origin[0] + y, self.origin[1] - x) if self.core.upright else (self.origin[0] + x, self.origin[1] + y)
        )

    def _orbit(self) -> tuple[Point, Point]:
        """The middle and the half axes of the hand's round, seen from the origin of the core."""
        core, stage = self.core, self.panel.stage
        if core.upright:
            return (core.reach + stage.height * 0.16, core.radius * 1.6), (stage.height * 0.06, core.radius * 1.5)
        clear = self.start_of(self.turns.count) + max(70.0, stage.width * 0.13)
        return (max(clear, stage.width * 0.58), 0.0), (stage.width * 0.02, core.radius * 1.62)

    def _hand_at(self, turn: float) -> Point:
        (x, y), (wide, high) = self._orbit()
        around = math.tau * turn
        return self._screen((x - wide * math.sin(around), y - high * math.cos(around)))

    def _draw_free(self, canvas: skia.Canvas, touch: Point, hand: Point) -> None:
        start = self._screen(touch)
        path = skia.Path()
        path.moveTo(*start)
        path.quadTo((start[0] + hand[0]) / 2, (start[1] + hand[1]) / 2 + 6, *hand)
        self.strand.draw(canvas, path)
        canvas.drawCircle(*start, 4.5, fill(RED))

    def _draw_path_of_hand(self, canvas: skia.Canvas, part: float) -> None:
        points = [self._hand_at(part + 0.06 + 0.26 * step / 12) for step in range(13)]
        canvas.drawPath(polygon(points, closed=False), line(RED, 2.4, 0.9, dash=(8, 6)))
        (x, y), (x_after, y_after) = points[-2:]
        arrow(canvas, points[-1], math.atan2(y_after - y, x_after - x), 15, RED)

    def _across(self, x: float) -> float:
        return 2 * self.axis - x if self.holder.left else x

    def _write_numbers(self, pen: Pen) -> None:
        """The number of turns beside them, and their distance on the other side."""
        turns = self.turns
        if turns.said:
            self._write_span(pen, turns.said, (0, turns.count), 1)
        if turns.spacing:
            self._write_span(pen, turns.spacing, (0, 1), -1)

    def _write_span(self, pen: Pen, said: Amount, between: tuple[int, int], side: int) -> None:
        """A dimension along the core from one turn to another, below it for a side of 1, above for -1."""
        out = side * (self.core.radius + self.turns.width / 2 + 22)
        if side < 0 and self.core.kind is Kind.STACK:
            out -= self.core.radius * DEEP[1]
        shift = self.turns.pitch / 4 if side > 0 else 0.0
        ends = [self._screen((self.start_of(index) - (shift if index else -shift), out)) for index in between]
        start, end = ((self._across(x), y) for x, y in ends)
        look = Look(about=said.about or said.ranged)
        dimension(pen.canvas, start, end, look)
        x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
        style = FACT.but(halo=CARD, anchor="m")
        if not self.core.upright:
            half, stage = width(said.figure, style) / 2 + 8, self.panel.stage
            x = max(stage.x + half, min(stage.right - half, x))
            pen.write(said.figure, x, y + (36 if side > 0 else -14), style)
            return
        right = (side > 0) != self.holder.left
        pen.write(said.figure, x + (16 if right else -16), y + 10, style.but(anchor="l" if right else "r"))


def _objection_to_core(reading: Reading) -> str:
    """Round things, soft lumps, and cloth that is itself the band, would have to be drawn in another way."""
    strand = strand_in(Reading(reading.step), "")
    if other_than(reading, strand, (Form.ROUND, Form.LUMP)):
        return "这种东西上的缠法还没有画法"
    bound = any(word in reading.verb for word in BINDING)
    return "布和纸的缠法还没有画法" if other_than(reading, strand, (Form.SHEET,)) and not bound else ""


class Wrap(Scene):
    """Winding round a core."""

    template: ClassVar[str] = "wrap_around"
    family: ClassVar[Family] = Family.WRAP
    verbs: ClassVar[tuple[str, ...]] = ("缠", "缠绕", "绕", "裹", "捆", "捆上", "捆紧", "扎紧", "扎住", "扎牢", "加")
    measure_names: ClassVar[dict[Measure, str]] = {
        Measure.COUNT: "圈数",
        Measure.REPETITION: "圈数",
        Measure.SPACING: "圈距",
    }

    def parts(self, reading: Reading) -> list[Part]:
        """The winding, and the way round seen from the end of the core."""
        return [
            Part(View.OVERVIEW, 66, lambda place: Winding(reading, place)),
            Part(View.CLOSE_UP, 34, lambda place: self._end_view(reading, place)),
        ]

    def _end_view(self, reading: Reading, place: Place) -> EndView:
        reading.assume("绕的方向", None)
        winding = Winding(reading, place)
        return EndView(place, winding.core, winding.strand, winding.wound, left=winding.holder.left)

    @staticmethod
    def objection(reading: Reading) -> str:
        """A strand goes round something: not a way round a place, not a brush or a needle that goes round."""
        if reading.verb in ADDING:
            strand = any((kind_of(term.text) or (None,))[0] is Form.STRAND for term in reading.step.material)
            return "" if strand and rounds_in(reading) else "原话没有说到加上几圈线绳"
        if reading.says(*ELSEWHERE):
            return "原话说的绕不是用线绳缠绕"
        if any(word in reading.tools for word in ("笔", "刀", "针", "梭")):
            return "这件工具的绕法还没有画法"
        if reading.verb.startswith("裹") and reading.says("粉", "浆", "泥", "糖", "面"):
            return "裹上一层料还没有画法"
        return _objection_to_core(reading)

    def facts(self) -> dict[str, Scalar]:
        """The scale of the picture, where a distance of turns gives one."""
        winding = next((figure for figure in self.figures if isinstance(figure, Winding)), None)
        said = winding.turns.spacing if winding else None
        unit, scale = length_in_mm(said.unit) if said else None, winding.turns.pixels_per_unit if winding else None
        return {"pixels_per_mm": round(scale / unit, 4)} if unit and scale else {}
