"""What a strand is wound round: a rod, a bundle, a stack, gathered cloth, or the neck of a vessel.

A core is built lying along the x axis, its free end to the right, its middle line at y = 0. A vessel is turned upright.
"""

import math
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, circle, curve, polygon, rectangle
from generation.backends.schematic.drawing.palette import GREY, INK, INK2, fill, line
from generation.backends.schematic.scenes.props.strand import other_than
from generation.backends.schematic.things.stuff import PAPER, UNSAID, Stuff, lay
from generation.backends.schematic.things.workpieces import Form, Workpiece
from generation.backends.schematic.words.reading import Reading

BULGE: Final = 0.26  # half the width of a circle of the core, seen a little from its end, in radii
DEEP: Final = (0.34, 0.3)  # how far the upper face of a stack goes back, in half heights
STEPS: Final = 20
FORMS: Final = (Form.RODS, Form.BLOCK, Form.VESSEL, Form.SHEET)


class Kind(StrEnum):
    """The shapes of cores."""

    ROD = "rod"
    BUNDLE = "bundle"
    STACK = "stack"
    CLOTH = "cloth"
    VESSEL = "vessel"


SHAPE_OF: Final = {
    Form.RODS: Kind.ROD,
    Form.BLOCK: Kind.STACK,
    Form.VESSEL: Kind.VESSEL,
    Form.SHEET: Kind.CLOTH,
}
BINDING: Final = ("捆", "扎")
LONG_AND_ROUND: Final = ("棍", "棒", "杆", "桿", "柄", "把", "柱", "轴", "軸", "杖", "管")


@dataclass(frozen=True, slots=True)
class Core:
    """A core of half height ``radius``; ``reach`` is its length from the origin to its free end."""

    kind: Kind
    stuff: Stuff
    radius: float
    reach: float

    @property
    def upright(self) -> bool:
        """Whether it stands."""
        return self.kind is Kind.VESSEL

    def contact(self, start: float, advance: float, turn: float) -> Point:
        """Where the strand touches after a part of one turn: over the top at 0, below at a half, behind till 1."""
        x = start + advance * turn
        if self.kind is Kind.STACK:
            return self._contact_of_stack(x, turn)
        around = math.tau * turn
        return x - BULGE * self.radius * math.sin(around), -self.radius * 1.03 * math.cos(around)

    def _contact_of_stack(self, x: float, turn: float) -> Point:
        deep, high = DEEP[0] * self.radius, DEEP[1] * self.radius
        corners = (
            (0.0, deep, -self.radius - high),
            (0.16, 0.0, -self.radius),
            (0.5, 0.0, self.radius),
            (0.66, deep, self.radius - high),
            (1.0, deep, -self.radius - high),
        )
        for (first, dx, y), (last, dx_after, y_after) in pairwise(corners):
            if turn <= last:
                share = (turn - first) / (last - first)
                return x + dx + (dx_after - dx) * share, y + (y_after - y) * share
        return x + deep, -self.radius - high

    def front(self, start: float, advance: float, end: float = 0.5) -> skia.Path:
        """The part of one turn that is seen, as far as it has come."""
        if self.kind is Kind.STACK:
            corners = [turn for turn in (0.0, 0.16) if turn < end]
            return polygon([self.contact(start, advance, turn) for turn in (*corners, end)], closed=False)
        count = max(2, round(STEPS * end * 2))
        return curve([self.contact(start, advance, end * step / count) for step in range(count + 1)])

    def draw(self, canvas: skia.Canvas) -> None:
        """Draw it in its own coordinates. Costly: to be printed once."""
        drawings = {Kind.STACK: _stack, Kind.BUNDLE: _bundle, Kind.CLOTH: _cloth, Kind.VESSEL: _vessel}
        drawings.get(self.kind, _rod)(canvas, self)

    def section(self, radius: float) -> skia.Path:
        """The core cut across."""
        if self.kind is Kind.STACK:
            return rectangle(-radius, -radius * 0.74, 2 * radius, 1.48 * radius, 4)
        return circle(0, 0, radius)


def core_in(reading: Reading, strand: Workpiece) -> tuple[Kind, Stuff]:
    """What the words say is wound; a plain rod, noted as assumed, where they do not."""
    said = other_than(reading, strand, FORMS)
    bound = any(word in reading.verb for word in BINDING)
    if said is None:
        stack = bound and reading.says("压", "木板", "摞")
        return reading.assume("捆在什么上" if bound else "缠在什么上", (Kind.STACK if stack else Kind.ROD, UNSAID))
    if any(word in said.name for word in LONG_AND_ROUND):
        return Kind.ROD, said.stuff
    if said.stuff is PAPER:
        return Kind.STACK, said.stuff
    return (Kind.BUNDLE if said.form is Form.RODS and bound else SHAPE_OF[said.form]), said.stuff


def _shade(canvas: skia.Canvas, core: Core) -> None:
    """Engraver's lines along the lower side of a round core."""
    lines, level, gap = skia.Path(), core.radius * 0.42, 5.0
    while level < core.radius * 0.97:
        lines.moveTo(-900, level)
        lines.lineTo(core.reach + BULGE * core.radius * (1 - (level / core.radius) ** 2) ** 0.5, level)
        gap = max(2.6, gap * 0.86)
        level += gap
    canvas.drawPath(lines, line(core.stuff.dark, 1.1, 0.75))


def _oval(x: float, y: float, wide: float, high: float) -> skia.Path:
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(x - wide, y - high, x + wide, y + high))
    return path


def _tube(canvas: skia.Canvas, core: Core) -> None:
    radius = core.radius
    body = skia.Path()
    body.moveTo(-900, -radius)
    body.lineTo(core.reach, -radius)
    rim = skia.Rect.MakeLTRB(core.reach - BULGE * radius, -radius, core.reach + BULGE * radius, radius)
    body.arcTo(rim, -90, 180, forceMoveTo=False)
    body.lineTo(-900, radius)
    body.close()
    lay(canvas, body, core.stuff, outline=2.8)
    _shade(canvas, core)
    canvas.drawPath(body, line(INK if core.stuff is not UNSAID else GREY, 1.2))


def _rod(canvas: skia.Canvas, core: Core) -> None:
    _tube(canvas, core)
    end = _oval(core.reach, 0, BULGE * core.radius, core.radius)
    lay(canvas, end, core.stuff)
    for share in (0.68, 0.36):
        ring = _oval(core.reach, 0, BULGE * core.radius * share, core.radius * share)
        canvas.drawPath(ring, line(core.stuff.dark, 1, 0.7))


def _bundle(canvas: skia.Canvas, core: Core) -> None:
    _tube(canvas, core)
    seams = skia.Path()
    for step in (-3, -2, -1, 0, 1, 2, 3):
        level = core.radius * math.sin(step * math.pi / 8)
        seams.moveTo(-900, level)
        seams.lineTo(core.reach, level)
    canvas.drawPath(seams, line(INK2, 1.8))
    end = _oval(core.reach, 0, BULGE * core.radius, core.radius)
    canvas.drawPath(end, fill(core.stuff.dark))
    for ring, count in ((0.74, 9), (0.3, 4)):
        for step in range(count):
            turn = math.tau * step / count
            x = core.reach + BULGE * core.radius * ring * math.cos(turn)
            tip = _oval(x, core.radius * ring * math.sin(turn), BULGE * core.radius * 0.25, core.radius * 0.25)
            lay(canvas, tip, core.stuff, outline=1.6)


def _stack(canvas: skia.Canvas, core: Core) -> None:
    radius, deep, high = core.radius, DEEP[0] * core.radius, DEEP[1] * core.radius
    edge = core.reach
    back = radius - high
    top = polygon([(-900, -radius), (edge, -radius), (edge + deep, -radius - high), (-900, -radius - high)])
    side = polygon([(edge, -radius), (edge + deep, -radius - high), (edge + deep, back), (edge, radius)])
    face = polygon([(-900, -radius), (edge, -radius), (edge, radius), (-900, radius)])
    for shape in (top, face, side):
        lay(canvas, shape, core.stuff, outline=2.6)
    leaves = skia.Path()
    for step in range(1, 12 if core.stuff in (PAPER, UNSAID) else 1):
        level = -radius + 2 * radius * step / 12
        leaves.moveTo(-900, level)
        leaves.lineTo(edge, level)
        leaves.lineTo(edge + deep, level - high)
    canvas.drawPath(leaves, line(core.stuff.dark, 1.1, 0.7))


def _cloth(canvas: skia.Canvas, core: Core) -> None:
    """Gathered into a tuft: the free end opens like a fan."""
    radius, edge = core.radius, core.reach
    puff = skia.Path()
    puff.moveTo(-900, -radius)
    puff.lineTo(edge * 0.84, -radius)
    puff.cubicTo(edge + radius * 0.1, -radius, edge + radius * 0.3, -radius * 1.3, edge + radius * 0.62, -radius * 1.5)
    puff.cubicTo(
        edge + radius * 1.1, -radius * 0.7, edge + radius * 1.1, radius * 0.7, edge + radius * 0.62, radius * 1.5
    )
    puff.cubicTo(edge + radius * 0.3, radius * 1.3, edge + radius * 0.1, radius, edge * 0.84, radius)
    puff.lineTo(-900, radius)
    puff.close()
    lay(canvas, puff, core.stuff, outline=2.8)
    folds = skia.Path()
    for step in (-2, -1, 0, 1, 2):
        level = radius * step * 0.36
        folds.moveTo(-900, level)
        folds.lineTo(edge * 0.9, level)
        folds.quadTo(edge + radius * 0.1, level, edge + radius * (0.88 - abs(step) * 0.1), level * 1.7)
    canvas.drawPath(folds, line(INK2, 1.3))
    _shade(canvas, core)


def _vessel(canvas: skia.Canvas, core: Core) -> None:
    """Built lying; its neck is the core, its shoulder and belly reach to the left."""
    radius, edge = core.radius, core.reach
    side = [(edge, radius * 1.2), (edge - radius * 0.24, radius), (0.0, radius), (-radius * 0.9, radius * 1.9)]
    belly: list[Point] = [*side, (-radius * 2.1, radius * 2.3), (-radius * 4.2, radius * 1.6)]
    body = curve([*((x, -y) for x, y in belly), *reversed(belly)], tension=0.9)
    body.close()
    lay(canvas, body, core.stuff, outline=2.8)
    lines, level = skia.Path(), 0.45
    while level < 1:
        lines.moveTo(edge, radius * level)
        lines.lineTo(0, radius * level)
        lines.quadTo(-radius * 1.3, radius * level * 1.8, -radius * 4, radius * level * 1.6)
        level += 0.1
    canvas.drawPath(lines, line(core.stuff.dark, 1.1, 0.7))
    lay(canvas, _oval(edge, 0, BULGE * radius, radius * 1.2), core.stuff)
    canvas.drawPath(_oval(edge, 0, BULGE * radius * 0.72, radius * 0.9), fill(INK2, 0.75))
