"""Where things are put or taken from: a table, a vessel, water, a kiln. Built for a hand from the right."""

import math
from typing import Final

import skia

from craftnlp.lexicon.folding import fold
from generation.backends.schematic.drawing.lines import Point, grain, hatch, ink, pen_line, polygon, rectangle
from generation.backends.schematic.drawing.palette import GREY, HAIR, INK, INK2, PALE, fill, line
from generation.backends.schematic.scenes.base import Stage
from generation.backends.schematic.scenes.props.goal import Goal, Where
from generation.backends.schematic.scenes.props.vessel import FLAT, Vessel, build_of
from generation.backends.schematic.things.stuff import UNSAID, WATER, Grain, Stuff, lay

LEAN: Final = 0.46  # where the middle of the picture stands, so that the hand has room on the right
DISCS: Final = ("转盘", "轮", "碟", "匾", "簸箕", "瓷盘")
HOLE: Final = "#3A2C22"


class Ground:
    """The place as a picture, the point where a thing ends, and what hides it there."""

    def __init__(self, goal: Goal, stage: Stage, size: float, share: float = 0.46) -> None:
        self.goal, self.stage, self.size, self.share = goal, stage, size, share
        self.x = stage.x + stage.width * LEAN
        self.level = stage.bottom - 34 - 52 * size  # leaves a line of words below
        self.vessel = self._vessel() if goal.where is Where.VESSEL else None
        self.front = self._front()

    def _vessel(self) -> Vessel:
        build, stage = build_of(self.goal.name), self.stage
        wide = min(stage.width * 0.46, stage.height * self.share / build.tall, 290 * self.size)
        return Vessel(build, self.goal.stuff, (self.x, stage.bottom - 36 - 14 * self.size), wide)

    def _front(self) -> skia.Path | None:
        """What stands before a thing that is inside: the near wall, the water."""
        if self.vessel:
            return self.vessel.body()
        return self._pool() if self.goal.where is Where.WATER else None

    def _pool(self) -> skia.Path:
        half, tall, pool = self.stage.width * 0.4, 62 * self.size, skia.Path()
        pool.addOval(skia.Rect.MakeLTRB(self.x - half, self.level - tall / 2, self.x + half, self.level + tall * 0.72))
        return pool

    @property
    def room(self) -> float:
        """How wide a thing may be."""
        if self.vessel:
            return self.vessel.mouth * 1.5
        return 150 * self.size if self.goal.where is Where.KILN else self.stage.width * 0.4

    def landing(self, height: float) -> Point:
        """Where the foot of a thing of this height ends."""
        if self.vessel:
            return self.x, self.vessel.rim[1] + max(height * 0.5, self.vessel.height * 0.6)
        if self.goal.where is Where.WATER:
            return self.x, self.level + height * 0.62
        if self.goal.where is Where.KILN:
            return self.x - 60 * self.size, self.level + 22 * self.size
        return self.x, self.level + 4 * self.size

    def above(self, height: float) -> Point:
        """Where the foot of a thing hangs before it is put down, or after it was taken out."""
        gap = 30 * self.size
        if self.vessel:
            top = self.vessel.rim[1] - self.vessel.mouth * FLAT - gap
            return self.x, max(top, self.stage.y + height + 16)
        if self.goal.where is Where.KILN:
            return self.x + 150 * self.size, self.level + 8 * self.size
        return self.x, max(self.level - 92 * self.size, self.stage.y + height + 16)

    def hide(self, canvas: skia.Canvas) -> None:
        """Clip away what stands before a thing: the near wall, the water."""
        if self.vessel and self.front:
            canvas.clipPath(self.front, skia.ClipOp.kDifference, doAntiAlias=True)
        elif self.goal.where is Where.WATER:
            stage = self.stage
            canvas.clipRect(skia.Rect.MakeLTRB(stage.x, stage.y, stage.right, self.level + 6 * self.size))

    @property
    def disc(self) -> skia.Rect | None:
        """The bounds of a round ground: the head of a wheel, a tray."""
        if not any(word in fold(self.goal.name) for word in DISCS):
            return None
        half = 196 * self.size
        return skia.Rect.MakeLTRB(
            self.x - half, self.level - 52 * self.size, self.x + half, self.level + 30 * self.size
        )

    def cover(self, share: float) -> skia.Path:
        """What lies on the ground in its middle and covers a share of its width and depth."""
        stage, size, disc = self.stage, self.size, self.disc
        if disc:
            oval = skia.Path()
            oval.addOval(disc.makeInset(disc.width() * (1 - share) / 2, disc.height() * (1 - share) / 2))
            return oval
        left, right = stage.x + stage.width * 0.07, stage.x + stage.width * 0.86
        front, back, inset = self.level + 30 * size, self.level - 52 * size, 64 * size
        corners = [(left, front), (left + inset, back), (right - inset, back), (right, front)]
        x, y = (left + right) / 2, (front + back) / 2
        return polygon([(x + (px - x) * share, y + (py - y) * share) for px, py in corners])

    def show_hidden(self, canvas: skia.Canvas) -> bool:
        """Clip to what hides a thing, to draw its hidden part there; ``False`` where nothing can hide it."""
        if self.front:
            canvas.clipPath(self.front, doAntiAlias=True)
        return self.front is not None

    def draw(self, canvas: skia.Canvas) -> None:
        """The place, for the part of a figure that is still."""
        {
            Where.SURFACE: self._draw_table,
            Where.VESSEL: self._draw_vessel,
            Where.WATER: self._draw_water,
            Where.KILN: self._draw_kiln,
        }[self.goal.where](canvas)

    def _draw_table(self, canvas: skia.Canvas) -> None:
        stage, size, stuff = self.stage, self.size, self.goal.stuff
        left, right = stage.x + stage.width * 0.07, stage.x + stage.width * 0.86
        top, front = self.cover(1.0), self.level + 30 * size
        edge = rectangle(left, front, right - left, 17 * size)
        if self.disc:
            top, edge = _disc(self.disc, 20 * size)
        canvas.drawPath(top, fill(stuff.body))
        if stuff.grain is not Grain.WOOD:
            lay(canvas, top, stuff, outline=0)
        else:
            grain(canvas, top, gap=9)
        lay(canvas, edge, stuff, outline=0)
        canvas.drawPath(edge, fill(INK2, 0.14))
        for path in (top, edge):
            _outline(canvas, path, stuff)

    def _draw_vessel(self, canvas: skia.Canvas) -> None:
        if self.vessel is None:
            return
        (x, y), half = self.vessel.at, self.vessel.width * 0.62
        floor = y + self.vessel.half(0) * FLAT - 1
        shade = skia.Path()
        shade.addOval(skia.Rect.MakeLTRB(x - half * 0.9, floor - 16, x + half * 1.25, floor + 9))
        hatch(canvas, shade, 0, 4, line(INK2, 1, 0.6))
        stage = self.stage
        for start, end in ((stage.x + 26, x - half), (x + half * 1.3, stage.right - 26)):
            if end - start > 30:
                pen_line(canvas, [(start, floor), (end, floor)], 1.8, seed=5, code=HAIR)
        self.vessel.draw(canvas)

    def _draw_water(self, canvas: skia.Canvas) -> None:
        stuff = self.goal.stuff if self.goal.stuff is not UNSAID else WATER
        pool = self._pool()
        bank = skia.Path(pool)
        bank.offset(0, 7 * self.size)
        canvas.drawPath(bank, fill(PALE))
        canvas.drawPath(bank, line(GREY, 2, dash=(7, 5)))
        lay(canvas, pool, stuff, outline=0)
        canvas.drawPath(ink(pool, 2.6), fill(INK))

    def _draw_kiln(self, canvas: skia.Canvas) -> None:
        size, stuff = self.size, self.goal.stuff
        x, foot = self.x - 60 * size, self.level + 34 * size
        dome = _arch(x, foot, 176 * size, min(236 * size, foot - self.stage.y - 18))
        door = _arch(x, foot, 92 * size, 150 * size)
        lay(canvas, dome, stuff, outline=0)
        _draw_bricks(canvas, dome, size)
        canvas.drawPath(door, fill(HOLE))
        for step in range(9):
            turn = math.pi * (step + 0.5) / 9
            start, end = ((x + math.cos(turn) * r * size, foot - (58 + math.sin(turn) * r) * size) for r in (94, 116))
            canvas.drawLine(*start, *end, line(INK2, 1.6))
        for path, width in ((dome, 3.0), (door, 2.6)):
            canvas.drawPath(ink(path, width), fill(INK))
        pen_line(canvas, [(self.stage.x + 24, foot), (self.stage.right - 24, foot)], 2.2)


def _disc(bounds: skia.Rect, thick: float) -> tuple[skia.Path, skia.Path]:
    """A round top and its edge: the head of a wheel, a tray."""
    top, edge = skia.Path(), skia.Path()
    top.addOval(bounds)
    edge.moveTo(bounds.left(), bounds.centerY())
    edge.arcTo(bounds, 180, -180, forceMoveTo=False)
    edge.lineTo(bounds.right(), bounds.centerY() + thick)
    edge.arcTo(bounds.makeOffset(0, thick), 0, 180, forceMoveTo=False)
    edge.close()
    return top, edge


def _outline(canvas: skia.Canvas, path: skia.Path, stuff: Stuff) -> None:
    if stuff is UNSAID:
        canvas.drawPath(path, line(GREY, 2.2, dash=(7, 5)))
    else:
        canvas.drawPath(ink(path, 2.4), fill(INK))


def _arch(x: float, foot: float, half: float, tall: float) -> skia.Path:
    """A door or a dome: straight sides, a round head."""
    path = skia.Path()
    head = min(half, tall)
    path.moveTo(x - half, foot)
    path.lineTo(x - half, foot - tall + head)
    path.arcTo(skia.Rect.MakeLTRB(x - half, foot - tall, x + half, foot - tall + 2 * head), 180, 180, forceMoveTo=False)
    path.lineTo(x + half, foot)
    path.close()
    return path


def _draw_bricks(canvas: skia.Canvas, shape: skia.Path, size: float) -> None:
    bounds, rows = shape.getBounds(), skia.Path()
    tall, wide, row = 21 * size, 46 * size, 0
    level = bounds.bottom()
    while level > bounds.top():
        rows.moveTo(bounds.left(), level)
        rows.lineTo(bounds.right(), level)
        x = bounds.left() + (wide / 2 if row % 2 else 0)
        while x < bounds.right():
            rows.moveTo(x, level)
            rows.lineTo(x, level - tall)
            x += wide
        level, row = level - tall, row + 1
    canvas.save()
    canvas.clipPath(shape, doAntiAlias=True)
    canvas.drawPath(rows, line(INK2, 1.1, 0.7))
    canvas.restore()
