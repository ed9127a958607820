"""How the forms of workpieces are drawn where they lie in a vessel, over a fire or on a line, round the origin."""

import math
import random
from itertools import pairwise

import skia

from generation.backends.schematic.drawing.lines import Point, circle, curve, polygon, rectangle
from generation.backends.schematic.drawing.palette import GREY, INK, INK2, fill, line
from generation.backends.schematic.things.stuff import UNSAID, Stuff, lay


def draw_rods(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    """A stack of canes with their knots."""
    wide, tall = size
    rows = max(3, min(6, round(tall / 20)))
    thick = tall / rows
    for row in range(rows):
        y = -tall / 2 + row * thick
        shift = (0.03, -0.02, 0.0, -0.035, 0.02, -0.01)[row] * wide
        rod = rectangle(-wide * 0.46 + shift, y, wide * 0.92, thick * 0.94, thick * 0.4)
        lay(canvas, rod, stuff, outline=2)
        knots = skia.Path()
        for knot in (-0.22, 0.12, 0.34):
            x = wide * knot + shift * 2
            knots.moveTo(x, y + 1)
            knots.quadTo(x + 4, y + thick * 0.45, x, y + thick * 0.9)
        if stuff is not UNSAID:
            canvas.drawPath(knots, line(INK2, 1.5))


def draw_stems(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    """Stalks and leaves of grass, laid together."""
    wide, tall = size
    chance = random.Random(8)  # noqa: S311  WONTFIX: drawing, not secrets
    for index in range(15):
        y = tall * (0.4 - 0.8 * index / 14)
        lift = chance.uniform(-0.1, 0.1) * tall
        reach = chance.uniform(0.84, 1.0) * wide / 2
        leaf = skia.Path()
        leaf.moveTo(reach, y * 0.5)
        leaf.cubicTo(reach * 0.3, y - tall * 0.06, -reach * 0.4, y + lift - tall * 0.09, -reach, y * 1.25 + lift)
        leaf.cubicTo(-reach * 0.4, y + lift + tall * 0.07, reach * 0.3, y + tall * 0.04, reach, y * 0.5 + 3)
        leaf.close()
        lay(canvas, leaf, stuff, outline=1.5)


def draw_sheet(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    """A sheet laid in three folds."""
    half, tall = size[0] / 2, size[1] / 2
    for index in range(3):
        y = -tall + index * tall * 0.56
        points = [
            (-half, y + tall * 0.3), (-half * 0.5, y), (0, y + tall * 0.2), (half * 0.5, y + tall * 0.02),
            (half, y + tall * 0.24), (half * 0.97, y + tall * 0.86), (half * 0.4, y + tall * 0.7),
            (-half * 0.1, y + tall * 0.88), (-half * 0.6, y + tall * 0.7), (-half * 0.96, y + tall * 0.9),
        ]  # fmt: skip
        lay(canvas, curve(points, closed=True), stuff)
        if stuff is not UNSAID:
            folds = skia.Path()
            for x in (-0.62, -0.2, 0.24, 0.66):
                folds.moveTo(half * x, y + tall * 0.2)
                folds.quadTo(half * (x + 0.05), y + tall * 0.4, half * x, y + tall * 0.64)
            canvas.drawPath(folds, line(INK2, 1.4, 0.7))


def draw_hanging(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    """A cloth that hangs from a hand, gathered above and falling in folds."""
    half, tall = size[0] / 2, size[1] / 2
    hem = [(-half + index * half / 4, tall - (7 if index % 2 else 0)) for index in range(9)]
    cloth = skia.Path()
    cloth.moveTo(-half * 0.16, -tall)
    cloth.cubicTo(-half * 0.3, -tall * 0.3, -half * 0.9, -tall * 0.2, *hem[0])
    for (x0, y0), (x1, y1) in pairwise(hem):
        cloth.quadTo((x0 + x1) / 2, max(y0, y1) + 5, x1, y1)
    cloth.cubicTo(half * 0.9, -tall * 0.2, half * 0.3, -tall * 0.3, half * 0.16, -tall)
    cloth.close()
    lay(canvas, cloth, stuff)
    folds = skia.Path()
    for x, _ in hem[1:-1]:
        folds.moveTo(x * 0.12, -tall * 0.9)
        folds.cubicTo(x * 0.24, -tall * 0.3, x * 0.94, -tall * 0.1, x, tall * (0.5 if x else 0.2))
    canvas.drawPath(folds, line(GREY if stuff is UNSAID else INK2, 1.5, 0.85))


def draw_strand(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    """A skein, lying or (taller than wide) hanging."""
    half, tall = size[0] / 2, size[1] / 2
    slot = (0.62, 0.34) if half > tall else (0.36, 0.68)
    ring, hole = skia.Path(), skia.Path()
    ring.addOval(skia.Rect.MakeLTRB(-half, -tall, half, tall))
    hole.addOval(skia.Rect.MakeLTRB(-half * slot[0], -tall * slot[1], half * slot[0], tall * slot[1]))
    lay(canvas, skia.Op(ring, hole, skia.PathOp.kDifference_PathOp), stuff)
    threads = skia.Path()
    for share in (0.26, 0.5, 0.74, 0.9):
        wide, high = (half * (inner + (1 - inner) * share) for inner in slot)
        threads.addOval(skia.Rect.MakeLTRB(-wide, -high * tall / half, wide, high * tall / half))
    canvas.drawPath(threads, line(GREY if stuff is UNSAID else stuff.dark, 1.3, 0.9))
    for end in (-0.84, 0.84):
        if half > tall:
            canvas.drawLine(half * end - 6, -tall * 0.3, half * end + 6, tall * 0.3, line(INK2, 3))
        elif end > 0:
            canvas.drawLine(-half * 0.5, tall * 0.78, half * 0.5, tall * 0.84, line(INK2, 3))


def draw_lump(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    """A lump that gives way."""
    half, tall = size[0] / 2, size[1] / 2
    around = [
        (half * (1 - 0.1 * (index % 3 == 1)) * math.cos(turn), tall * (1 - 0.12 * (index % 4 == 2)) * math.sin(turn))
        for index, turn in enumerate(math.tau * step / 11 for step in range(11))
    ]
    shape = curve(around, closed=True)
    lay(canvas, shape, stuff, outline=2.6)
    _shade(canvas, shape, stuff)


def draw_block(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    """A block seen a little from above and from the side."""
    half, tall = size[0] / 2, size[1] / 2
    depth = min(26.0, tall * 0.5)
    top = polygon([(-half, -tall + depth), (-half + depth, -tall), (half, -tall), (half - depth, -tall + depth)])
    side = polygon([(half - depth, -tall + depth), (half, -tall), (half, tall - depth), (half - depth, tall)])
    front = polygon([(-half, -tall + depth), (half - depth, -tall + depth), (half - depth, tall), (-half, tall)])
    for face in (top, side, front):
        lay(canvas, face, stuff, outline=2.4)
    _shade(canvas, side, stuff)


def draw_rounds(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    """Seven round things in two rows."""
    half, tall = size[0] / 2, size[1] / 2
    radius = min(tall * 0.5, half * 0.24)
    for row, count in ((1, 4), (0, 3)):
        y = tall - radius - (1 - row) * radius * 1.72
        for index in range(count):
            ball = circle((index - (count - 1) / 2) * radius * 2, y, radius - 1)
            lay(canvas, ball, stuff, outline=2.4)
            _shade(canvas, ball, stuff)


def draw_seeds(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    """A heap of beans or beads, each with its light."""
    half, tall = size[0] / 2, size[1] / 2
    radius = max(7.0, min(tall / 4.2, 15.0))
    rows = max(2, int(2 * tall / (radius * 1.64)))
    bodies, lights = skia.Path(), skia.Path()
    for row in reversed(range(rows)):
        y = tall - radius - row * radius * 1.64
        count = max(2, round((half / radius) * (1 - 0.55 * (row / rows) ** 1.6)) - row % 2)
        for index in range(count):
            x = (index - (count - 1) / 2) * radius * 1.98
            bodies.addOval(skia.Rect.MakeLTRB(x - radius, y - radius * 0.86, x + radius, y + radius * 0.86))
            lights.addArc(skia.Rect.MakeLTRB(x - radius * 0.6, y - radius * 0.5, x + radius * 0.5, y + 8), 190, 80)
            lights.addArc(skia.Rect.MakeLTRB(x - radius * 0.7, y - 8, x + radius * 0.7, y + radius * 0.6), 10, 90)
    lay(canvas, bodies, stuff, outline=2.0)
    if stuff is not UNSAID:
        canvas.drawPath(lights, line(INK, 1.2, 0.6))


def draw_leaves(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    """A loose heap of rolled tea leaves."""
    half, tall = size[0] / 2, size[1] / 2
    chance = random.Random(12)  # noqa: S311  WONTFIX: drawing, not secrets
    leaves = skia.Path()
    for index in range(110):
        x = chance.uniform(-0.94, 0.94)
        y = tall - 5 - 2 * (tall - 6) * (1 - x * x) * chance.random() ** 0.8
        add_leaf(leaves, (x * half, y), chance.uniform(0, math.tau), 9 + index % 4 * 2)
    draw_pieces(canvas, leaves, stuff, rolled=True)


def add_leaf(path: skia.Path, at: Point, turn: float, reach: float) -> None:
    """Add a rolled leaf to a path that is to be drawn as a thick line."""
    cos, sin = math.cos(turn) * reach, math.sin(turn) * reach
    path.moveTo(at[0] - cos, at[1] - sin)
    path.quadTo(at[0] - sin * 0.5, at[1] + cos * 0.5, at[0] + cos, at[1] + sin)


def draw_pieces(canvas: skia.Canvas, pieces: skia.Path, stuff: Stuff, *, rolled: bool) -> None:
    """Loose pieces, all in one path: grains as closed shapes, rolled leaves as lines."""
    code = GREY if stuff is UNSAID else INK
    if not rolled:
        canvas.drawPath(pieces, fill(stuff.body))
        canvas.drawPath(pieces, line(code, 1.8))
        return
    canvas.drawPath(pieces, line(code, 7.4))
    canvas.drawPath(pieces, line(stuff.body, 4.6))


def draw_slab(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    """A board, tile or sheet of metal, seen a little from above: mostly its face."""
    half, tall = size[0] / 2, size[1] / 2
    thick, aside = max(7.0, min(16.0, tall * 0.34)), half * 0.2
    face = polygon([(-half + aside, -tall), (half, -tall), (half - aside, tall - thick), (-half, tall - thick)])
    front = polygon([(-half, tall - thick), (half - aside, tall - thick), (half - aside, tall), (-half, tall)])
    side = polygon([(half - aside, tall - thick), (half, -tall), (half, -tall + thick), (half - aside, tall)])
    for part in (face, side, front):
        lay(canvas, part, stuff, outline=2.4)
    _shade(canvas, side, stuff)
    if stuff is not UNSAID:
        canvas.drawPath(front, fill(INK, 0.16))


def draw_vessel(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    """A bowl or a pot."""
    half, tall = min(size[0] / 2, size[1] * 0.75), size[1] / 2
    right = [(half, -tall + 8), (half * 0.92, -tall * 0.2), (half * 0.68, tall * 0.52), (half * 0.42, tall * 0.8)]
    foot = [(half * 0.42, tall), (-half * 0.42, tall)]
    left = [(-x, y) for x, y in reversed(right)]
    body = curve(right)
    for point in (*foot, left[0]):
        body.lineTo(*point)
    for point in left[1:]:
        body.lineTo(*point)
    body.close()
    lay(canvas, body, stuff, outline=2.6)
    _shade(canvas, body, stuff)
    rim = skia.Path()
    rim.addOval(skia.Rect.MakeLTRB(-half, -tall, half, -tall + 16))
    lay(canvas, rim, stuff)


def draw_heap(canvas: skia.Canvas, size: Point, stuff: Stuff) -> None:
    """A heap of powder."""
    half, tall = size[0] / 2, size[1] / 2
    heap = curve([(-half, tall), (-half * 0.5, tall * 0.1), (0, -tall), (half * 0.46, 0), (half, tall)])
    heap.close()
    lay(canvas, heap, stuff)


def _shade(canvas: skia.Canvas, shape: skia.Path, stuff: Stuff) -> None:
    """Engraver's lines on the side away from the light."""
    if stuff is UNSAID:
        return
    box = shape.getBounds()
    lit = skia.Path(shape)
    lit.offset(-box.width() * 0.12, -box.height() * 0.2)
    lines = skia.Path()
    x = box.left() - box.height()
    while x < box.right():
        lines.moveTo(x, box.bottom())
        lines.lineTo(x + box.height(), box.top())
        x += 6
    canvas.save()
    canvas.clipPath(shape, doAntiAlias=True)
    canvas.clipPath(lit, skia.ClipOp.kDifference, doAntiAlias=True)
    canvas.drawPath(lines, line(INK, 1.1, 0.6))
    canvas.restore()
