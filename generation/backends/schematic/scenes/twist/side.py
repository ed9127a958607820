"""The strands from the side: a hand twists their ends, or a stick twists a loop of rope tight."""

import math
from dataclasses import dataclass
from typing import Final

import skia

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, circle, curve, hatch, polygon, rectangle
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import CARD, GREY, RED, line
from generation.backends.schematic.drawing.text import FACT, Pen
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
    write_hand_tag,
)
from generation.backends.schematic.scenes.props.imprint import Imprint
from generation.backends.schematic.scenes.props.sprite import Sprite, hand_sprite
from generation.backends.schematic.scenes.props.strand import Strand, strand_in
from generation.backends.schematic.scenes.twist.helix import Helix
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID, WOOD, lay
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

STRANDS: Final = ("股", "根", "条", "绺", "缕", "支")
ROUNDS: Final = ("圈", "转", "道", "周", "回", "匝", "下", "遍")
STICKS: Final = ("棍", "棒", "杠", "杆", "橛")
MOST_STRANDS: Final = 8
MOST_TURNS: Final = 12
FIRST: Final = 0.04
LAST: Final = 0.92


def counted(reading: Reading, units: tuple[str, ...]) -> Amount | None:
    """The first said number of times or things with one of the units."""
    found = [one for measure in (Measure.COUNT, Measure.REPETITION) for one in reading.amounts(measure)]
    return next((one for one in found if fold(one.unit) in units and one.ends[0] >= 1), None)


@dataclass(frozen=True, slots=True)
class Lay:
    """How many strands are twisted, by how many turns, and what of it was said."""

    count: int
    turns: float
    count_said: Amount | None
    turns_said: Amount | None


def lay_in(reading: Reading, *, loop: bool) -> Lay:
    """The strands and turns as said, else assumed."""
    count_said, turns_said = counted(reading, STRANDS), counted(reading, ROUNDS)
    count = round(count_said.middle) if count_said else 2 if loop else reading.assume("股数", 2)
    if count > MOST_STRANDS:
        count = reading.assume("画出的股数", MOST_STRANDS)
    turns = (
        turns_said.middle if turns_said else reading.assume("拧的圈数" if loop else "捻的圈数", 4.0 if loop else 6.0)
    )
    if turns > MOST_TURNS:
        turns = reading.assume("画出的圈数", float(MOST_TURNS))
    return Lay(max(2, count), turns, count_said, turns_said)


def with_stick(reading: Reading) -> bool:
    """Whether a loop is twisted with a stick: 绞紧, unless strands or hands are said instead."""
    if any(word in reading.tools + reading.materials for word in STICKS):
        return True
    return "绞" in reading.verb and counted(reading, STRANDS) is None and not reading.step.hand


class Twisting(Figure):
    """The strands between a peg and the hand that turns their ends, or between two posts with a stick amid."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"侧视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.loop = with_stick(reading)
        strand = strand_in(reading, "所用的线绳")
        self.lay = lay_in(reading, loop=self.loop)
        self.holder = reading.holder()
        self.stick = WOOD if reading.says(*STICKS) else reading.assume("绞棍", UNSAID) if self.loop else UNSAID
        reading.assume("绳头固定在哪里", None)
        wide = stage.height * (0.078 if self.lay.count < 4 else 0.06)
        self.strand = Strand(strand.stuff, wide)
        self.axis = stage.x + stage.width / 2
        self.level = stage.y + stage.height * 0.52
        self.left = stage.x + stage.width * 0.11
        self.right = stage.x + stage.width * (0.89 if self.loop else 0.7)
        self.ground = Imprint(self._draw_posts, stage, turned=self.holder.left)
        high = self._tight * 2 + self.strand.width
        self.lashing = Sprite(self._draw_lashing, skia.Rect.MakeLTRB(-36, -high, 36, high))
        self.hand = hand_sprite(self.holder, self._pose())

    @property
    def _posts(self) -> tuple[float, ...]:
        return (self.left, self.right) if self.loop else (self.left,)

    @property
    def _tight(self) -> float:
        """How far the strands run from the middle line once they are tight."""
        return self.strand.width * (0.5 if self.lay.count == 2 else 0.3 + 0.13 * self.lay.count)

    def turned(self, moment: Moment) -> float:
        """How many turns are twisted at this moment."""
        share = span(moment.share, FIRST, LAST)
        return self.lay.turns * (0.08 + 0.92 * ease(share))

    def helices(self, moment: Moment) -> list[Helix]:
        """The twisted parts: one, or two of opposite hand on both sides of a stick."""
        turns = self.turned(moment)
        loose = 1 - turns / self.lay.turns
        amplitude = self._tight * (1 + 1.7 * loose)
        start, end = (self.left, self.level), (self.right, self.level)
        if not self.loop:
            return [Helix(start, end, self.lay.count, turns, amplitude, roll=-math.tau * turns + 0.4)]
        middle = ((self.left + self.right) / 2, self.level)
        roll = math.pi / 2
        return [
            Helix(start, middle, self.lay.count, turns, amplitude, roll=roll),
            Helix(middle, end, self.lay.count, -turns, amplitude, roll=roll + math.tau * turns),
        ]

    def _draw_posts(self, canvas: skia.Canvas) -> None:
        stage = self.panel.stage
        high = stage.height * 0.36
        for x in self._posts:
            post = rectangle(x - 17, self.level - high * 0.72, 34, stage.bottom - self.level + high, 8)
            lay(canvas, post, UNSAID)
            shade = rectangle(x + 4, self.level - high * 0.7, 12, stage.bottom - self.level + high, 5)
            hatch(canvas, shade, 90, 4, line(GREY, 1, 0.8))
        floor = stage.bottom - 26
        canvas.drawLine(stage.x, floor, stage.right, floor, line(GREY, 1.6, dash=(9, 6)))

    def still(self, pen: Pen) -> None:
        """The posts that hold the ends; nobody said what they look like."""
        self.ground.draw(pen.canvas)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The strands as twisted now; hand and stick that turn them."""
        canvas, turns = pen.canvas, self.turned(moment)
        with mirrored(canvas, self.axis, when=self.holder.left):
            around = math.tau * turns
            behind = self.loop and math.sin(around) < 0
            if behind:
                self._draw_stick(canvas, around)
            for helix in self.helices(moment):
                helix.draw(canvas, self.strand)
            for x in self._posts:
                self.lashing.draw(canvas, (x, self.level))
            if self.loop and not behind:
                self._draw_stick(canvas, around)
            if not self.loop:
                self.hand.draw(canvas, (self.right, self.level + 3 * math.sin(around)))
            self._draw_way(canvas)
        write_hand_tag(pen, self.holder, self.panel.stage)
        self._write_numbers(pen)

    def _draw_lashing(self, canvas: skia.Canvas) -> None:
        """The ends tied round a post, about the middle of the tie."""
        wide = self._tight * 2 + self.strand.width
        for step in (-1, 0, 1):
            y = step * wide * 0.34
            bow = curve([(-20, y - 3), (0, y + 5), (20, y - 3)])
            Strand(self.strand.stuff, wide * 0.28).draw(canvas, bow)

    def _pose(self) -> Pose:
        high = self.panel.stage.height
        if self.loop:
            return Pose(grip=Grip.FIST, turn=16, size=min(0.66, high / 480))
        return Pose(grip=Grip.STRAND, turn=4, size=min(0.82, high / 400))

    def _stick_end(self, around: float) -> Point:
        reach = self.panel.stage.height * 0.3
        return (self.left + self.right) / 2 + 8 * math.sin(around), self.level - reach * math.cos(around)

    def _draw_stick(self, canvas: skia.Canvas, around: float) -> None:
        """The stick turns end over end: towards the viewer on its way down, away from him on its way up."""
        (x, y), middle = self._stick_end(around), (self.left + self.right) / 2
        dx, dy = x - middle, y - self.level
        long = math.hypot(dx, dy) or 1.0
        across = (-dy / long * 9, dx / long * 9)
        if long < 22:
            body = circle(middle, self.level, 13)
        else:
            corners = [(sign * dx, sign * dy, side) for sign, side in ((1, 1), (1, -1), (-0.8, -1), (-0.8, 1))]
            body = polygon(
                [(middle + px + side * across[0], self.level + py + side * across[1]) for px, py, side in corners]
            )
        lay(canvas, body, self.stick, outline=2.6)
        self.hand.draw(canvas, (x + 12, y))

    def _draw_way(self, canvas: skia.Canvas) -> None:
        """The sense of turning: an open oval round the strands."""
        x = (self.left * 0.62 + self.right * 0.38) if self.loop else self.right - 74
        wide, high = 17.0, self._tight * 2.2 + self.strand.width * 0.9 + 16
        turns = [math.radians(-60 + 250 * step / 20) for step in range(21)]
        points = [(x + wide * math.cos(turn), self.level + high * math.sin(turn)) for turn in turns]
        canvas.drawPath(polygon(points, closed=False), line(RED, 2.8))
        (x0, y0), (x1, y1) = points[-2:]
        arrow(canvas, points[-1], math.atan2(y1 - y0, x1 - x0), 16, RED)

    def _write_numbers(self, pen: Pen) -> None:
        stage = self.panel.stage
        style = FACT.but(halo=CARD, anchor="m")
        x = self.left + (self.right - self.left) * (0.2 if self.loop else 0.36)
        x = 2 * self.axis - x if self.holder.left else x
        if self.lay.turns_said:
            pen.write(self.lay.turns_said.figure, x, stage.y + stage.height * 0.84, style)
