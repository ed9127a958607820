"""The three figures of the embroidery plate: what stands still, what moves, and where it is at a moment.

Plainer than ours where that spares Manim work: no paper fibres, no swelling lines, fewer engraver's lines, and words and the
angle below what moves, so that they are drawn once.
"""

import math
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from bench.peer.drawing import (
    BLUE,
    DARK,
    GLASS,
    HAIR,
    INK,
    INK2,
    RED,
    STEEL,
    THREAD,
    WOOD,
    Point,
    Points,
    away,
    box,
    corners,
    cubics,
    cut,
    dashed,
    drawn,
    ease,
    ring,
    rings,
    sampled,
    span,
    strokes,
    svg_paths,
    svg_points,
    words,
)  # fmt: skip

HAND: Final = Path(__file__).with_name("hand.svg")  # ours, without sleeve and hatching
CYCLE: Final = 1.043  # seconds of one stitch: 2 mm a second, 0.5 mm apart
GOING_IN: Final = 0.62
HOOP: Final = ((20, 2.8), (11, 1.2), (8, 1.2), (0, 2.4))  # its lines: distance from the cloth, width
HEAD: Final[tuple[Point, ...]] = ((0, 0), (10, -4), (10, 4))
NEEDLE: Final[tuple[Point, ...]] = ((0, 0), (56, -3.2), (196, -3.2), (200, 0), (196, 3.2), (56, 3.2))


def turned(points: tuple[Point, ...], tip: Point, degrees: float, size: float) -> list[Point]:
    """A tool with its tip at a place, turned anticlockwise."""
    cos, sin = math.cos(math.radians(degrees)) * size, math.sin(math.radians(degrees)) * size
    return [(tip[0] + x * cos + y * sin, tip[1] - x * sin + y * cos) for x, y in points]


SLEEVE: Final[tuple[Point, ...]] = ((250, -55), (576, -100), (576, 88), (250, 55))


class Plan:
    """The hoop from above, and the stitches along a plum blossom."""

    middle: Final = (308.0, 377.0)
    radius: Final = 140.0

    def __init__(self) -> None:
        self.track = self._plum(self.radius * 0.74)
        self.stitches, self.ends = self._stitches()
        self.under, self.over = drawn(self.stitches, line=DARK, width=4.8), drawn(self.stitches, line=THREAD, width=2.9)
        self.tail, self.needle = (
            drawn(self.stitches, line=THREAD, width=1.8),
            drawn(self.stitches, fill=STEEL, line=INK),
        )
        self.mark = drawn(ring(0, 0, 5.5), line=RED, width=2)
        self.rest = ring(0, 0, 5.5)
        self.moving = [self.under, self.over, self.tail, self.needle, self.mark]

    def _plum(self, reach: float) -> list[Point]:
        found = []
        for step in range(361):
            turn = math.radians(step)
            off = (turn + math.tau / 20) % (math.tau / 5) - math.tau / 10
            far = reach * (0.6 * math.cos(off) + math.sqrt(0.41**2 - (0.6 * math.sin(off)) ** 2))
            turn -= math.pi / 2 + math.tau / 10 - math.tau / 20
            found.append((self.middle[0] + far * math.cos(turn), self.middle[1] + far * math.sin(turn)))
        return found

    def _stitches(self) -> tuple[Points, list[Point]]:
        """All stitches as one path, and where each is."""
        pairs, ends, gone = [], [], 0.0
        cos, sin = math.cos(math.radians(24)) * 6.5, math.sin(math.radians(24)) * 6.5
        for start, end in pairwise(self.track):
            long = math.dist(start, end)
            gone += long
            if gone < 7.4:
                continue
            gone -= 7.4
            run_x, run_y = (end[0] - start[0]) / long, (end[1] - start[1]) / long
            dx, dy = -run_y * cos + run_x * sin, run_x * cos + run_y * sin
            pairs.append(((end[0] - dx, end[1] - dy), (end[0] + dx, end[1] + dy)))
            ends.append(end)
        return strokes(pairs), ends

    def still(self) -> list[Any]:
        """The hoop, the weave of the cloth, and the line to follow."""
        (x, y), radius = self.middle, self.radius
        turns = [math.tau * step / 150 for step in range(150) if math.cos(math.tau * step / 150 - 0.9) > -0.35]
        hatch = [
            ((x + 141 * math.cos(turn), y + 141 * math.sin(turn)), (x + 153 * math.cos(turn), y + 153 * math.sin(turn)))
            for turn in turns
        ]
        chords = [(step * 5.0, math.sqrt(radius**2 - (step * 5.0) ** 2)) for step in range(-27, 28)]
        weave = [((x - half, y + off), (x + half, y + off)) for off, half in chords]
        weave += [((x + off, y - half), (x + off, y + half)) for off, half in chords]
        return [
            drawn(ring(x, y, radius + 20), fill=WOOD),
            drawn(strokes(hatch), line=INK2),
            drawn(ring(x, y, radius), fill=GLASS),
            *(drawn(ring(x, y, radius + off), line=INK, width=wide) for off, wide in HOOP),
            drawn(box(x - 9, y - radius - 33, 18, 15), fill="#CBB89A", line=INK, width=1.7),
            drawn(strokes(weave), line=HAIR, width=0.7, alpha=0.38),
            drawn(dashed(self.track, 6, 5), line=INK2, width=1.6),
        ]

    def at(self, share: float) -> None:
        """The stitches so far, and the needle at the last one."""
        done = max(1, int(len(self.ends) * (0.06 + 0.94 * ease(share * 1.04))))
        x, y = self.ends[done - 1]
        self.under.points = self.over.points = self.stitches[: done * 4]
        self.tail.points = cubics([(x, y), (x + 20, y - 26), (x + 50, y + 8), (x + 66, y - 30)])
        self.needle.points = corners(turned(NEEDLE, (x, y), 30, 0.42))
        self.mark.points = self.rest + away(x, y)


class Side:
    """The needle in the hand, seen from the side."""

    entry: Final = (640.0, 470.0)
    edge: Final = 958.0  # of the figure
    degrees: Final = 30.0
    size: Final = 1.15

    def __init__(self) -> None:
        line = strokes([((0, 0), (1, 1))])
        self.under, self.over = drawn(line, line=DARK, width=3.4), drawn(line, line=THREAD, width=2)
        self.needle, self.inside = drawn(line, fill=STEEL, line=INK, width=1.4), drawn(line, line=INK, width=2.4)
        self.sleeve = drawn(line, fill="#E9E4DA", line=INK, width=2)
        self.cuff = drawn(line, fill="#FFFDF6", line=INK, width=1.9)
        self.hand, self.dots = self._hand(), drawn(line, fill=RED)
        self.rest = [part.points for part in self.hand]
        self.moving = [self.under, self.over, self.needle, self.inside, self.sleeve, *self.hand, self.cuff, self.dots]

    def _hand(self) -> list[Any]:
        """A hand that pinches; its cuff is kept as corners, as it is cut at the edge of the figure."""
        made = []
        for path in svg_paths(HAND):
            points = tuple(svg_points(path["d"]))
            if path["class"] == "cuff":
                self.round = tuple(sampled(points))
                continue
            placed = turned(points, (0, 0), self.degrees, 0.6 * self.size)
            wide = float(path["stroke-width"]) * 0.6 * self.size
            made.append(drawn(cubics(placed), fill=path.get("fill"), line=INK, width=wide))
        return made

    def _along(self, distance: float, aside: float = 0.0) -> Point:
        turn = math.radians(self.degrees)
        cos, sin = math.cos(turn), math.sin(turn)
        return self.entry[0] + cos * distance - sin * aside, self.entry[1] - sin * distance - cos * aside

    def still(self) -> list[Any]:
        """Cloth, posts, the angle and all words."""
        (x, y), radius = self.entry, 84 * self.size
        ticks = [((536 + step * 10, y + 8), (530 + step * 10, y + 16)) for step in range(40)]
        turns = [math.radians(-self.degrees * step / 20) for step in range(21)]
        arc = [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]
        start, end = self._along(92 * self.size, 40 * self.size), self._along(16 * self.size, 40 * self.size)
        head = turned(((0, 0), (17, -6), (13, 0), (17, 6)), end, self.degrees, 1)
        return [
            drawn(strokes([((530, y), (936, y))]), line=INK, width=3.2),
            drawn(strokes([((530, y + 7), (936, y + 7))]), line=INK, width=1.6),
            drawn(strokes(ticks), line=INK2),
            *(drawn(box(post, y - 16, 22, 40), fill=WOOD, line=INK, width=2) for post in (519, 925)),
            drawn(corners([(x, y), *arc]), fill=BLUE, alpha=0.12),
            drawn(dashed(arc, 5, 4), line=BLUE, width=2),
            *(drawn(corners(turned(HEAD, at, lean, 1)), fill=BLUE) for at, lean in ((arc[0], 90), (arc[-1], -60))),
            drawn(strokes([((x, y), (x + 160, y))]), line=BLUE, width=1.6),
            drawn(strokes([(start, end)]), line=RED, width=3),
            drawn(corners(head), fill=RED),
            drawn(ring(x, y, 4.5), fill=RED),
            words("≈ 30°", 750, 442, 36, colour=BLUE, heavy=True),
            words("右手", 851, 452, 28, colour=BLUE, heavy=True),
            words("2 毫米/秒", 570, 361, 28, colour=BLUE, heavy=True),
            words("绷面", 860, 514, 24),
        ]

    def at(self, seconds: float) -> None:
        """Needle, thread and hand; the needle ends at the cloth, dashes show its point below."""
        phase = seconds % CYCLE / CYCLE
        inside = ease(span(phase, 0, GOING_IN)) * (1 - ease(span(phase, 0.8, 1)))
        out, size = (16 - 46 * inside) * self.size, self.size
        tip, eye, grip = self._along(out), self._along(out + 178 * size), self._along(out + 156 * size)
        before = (self.entry[0] - 74 * size, self.entry[1])
        high = before[1] - 148 * size
        fall = ((before[0] + 6, high + 40), (before[0] + 2, before[1] - 60))
        self.under.points = self.over.points = cubics(
            [eye, (eye[0] - 20, eye[1] - 90), (before[0] - 10, high - 60), (before[0] + 4, high), *fall, before]
        )
        self.needle.points = corners(cut(turned(NEEDLE, tip, self.degrees, size), 1, self.entry[1]))
        self.inside.points = dashed([self._along(min(0.0, out) * step / 8) for step in range(9)], 5, 4)
        for part, outline in ((self.sleeve, SLEEVE), (self.cuff, self.round)):
            part.points = corners(cut(turned(outline, grip, self.degrees, 0.6 * size), 0, self.edge))
        for part, rest in zip(self.hand, self.rest, strict=True):
            part.points = rest + away(*grip)
        shares = [(seconds * 1.3 + step / 3) % 1 for step in range(3)]
        self.dots.points = rings([self._along((92 - 72 * share) * size, 40 * size) for share in shares], 3.4)
