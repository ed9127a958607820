"""A vessel or a lump turned over: seen from the side as a solid body, its mouth comes round and looks down."""

import math
from functools import lru_cache
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, curve, hatching
from generation.backends.schematic.drawing.notation import DASH, arrow
from generation.backends.schematic.drawing.palette import GREY, INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
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
from generation.backends.schematic.scenes.props.sprite import hand_sprite
from generation.backends.schematic.scenes.turn.words import piece_of
from generation.backends.schematic.things.engraving import lines_inside
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID, lay
from generation.backends.schematic.things.workpieces import Form
from generation.backends.schematic.words.reading import Reading

# Half widths from the foot (0) to the mouth (1), as shares of the widest.
BOWL: Final[tuple[Point, ...]] = ((0.0, 0.44), (0.06, 0.46), (0.25, 0.72), (0.5, 0.88), (0.75, 0.96), (1.0, 1.0))
LUMP: Final[tuple[Point, ...]] = ((0.0, 0.78), (0.2, 0.95), (0.45, 1.0), (0.7, 0.86), (0.88, 0.58), (1.0, 0.16))
SEEN_FROM_ABOVE: Final = 11.0  # degrees
POSES: Final = 45  # drawn steps of the half turn
ROUND: Final = 22  # points of a cross-section
RAISED: Final = 0.2  # by how much of the stage it is lifted off the table


class Upend(Figure):
    """It is lifted, goes over about the axis of the forearm, and is set down beside its old place."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"侧视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.piece = piece_of(reading)
        self.holder = reading.holder()
        reading.assume("翻的方向", None)
        if self.piece.said:
            reading.assume("物件的形状", None)
        self.open = self.piece.form is Form.VESSEL
        self.ground = stage.bottom - 44
        self.radius = min(stage.height * 0.31, stage.width * 0.16)
        self.tall = self.radius * (1.18 if self.open else 0.9)
        self.axis = stage.x + stage.width / 2
        self.reach = min(stage.width * 0.27, self.radius * 2.4)
        self.size = min(0.66, stage.height / 500)
        self.hand = hand_sprite(self.holder, Pose(grip=Grip.FIST, turn=-20, size=self.size))
        self.body = lru_cache(maxsize=None)(self._body)

    def turned(self, moment: Moment) -> float:
        """How far it has gone over, in degrees: 0 on its foot, 180 on its mouth."""
        return 180 * ease(span(moment.share, 0.24, 0.68))

    def middle(self, moment: Moment) -> Point:
        """The middle of the body, for a right hand: from its old place on the right to the new one."""
        across = ease(span(moment.share, 0.2, 0.76))
        up = ease(span(moment.share, 0.06, 0.24)) - ease(span(moment.share, 0.7, 0.86))
        lift = up * RAISED * self.panel.stage.height
        low = max(y + deep for y, (_, deep) in self._sections(self.turned(moment)))
        return self.axis + self.reach * (0.5 - across), self.ground - low - lift

    def _sections(self, turned: float) -> list[tuple[float, Point]]:
        """The cross-sections from foot to mouth: the height (y) of each one's middle, and its half width and depth."""
        lean = math.radians(SEEN_FROM_ABOVE + turned)
        return [
            ((0.5 - at) * self.tall * math.cos(lean), (wide * self.radius, wide * self.radius * abs(math.sin(lean))))
            for at, wide in (BOWL if self.open else LUMP)
        ]

    def _body(self, step: int) -> tuple[skia.Path, skia.Path, skia.Path]:
        """Round its middle: the outline of the body, the ring that faces the viewer (mouth or foot), its shade lines."""
        sections = self._sections(180 * step / POSES)
        points = [
            (half * math.cos(math.tau * part / ROUND), y + deep * math.sin(math.tau * part / ROUND))
            for y, (half, deep) in sections
            for part in range(ROUND)
        ]
        seen = sections[-1] if math.sin(math.radians(SEEN_FROM_ABOVE + 180 * step / POSES)) > 0 else sections[0]
        y, (half, deep) = seen
        ring = skia.Path()
        ring.addOval(skia.Rect.MakeLTRB(-half, y - deep, half, y + deep))
        body = curve(_hull(points), closed=True, tension=0.8)
        lit = skia.Path(body)
        lit.offset(-self.radius * 0.3, -self.radius * 0.12)
        lit.addPath(ring)
        dark = skia.Op(skia.Op(body, lit, skia.PathOp.kDifference_PathOp), ring, skia.PathOp.kDifference_PathOp)
        return body, ring, lines_inside(hatching(body.getBounds(), -58, 6), dark)

    def still(self, pen: Pen) -> None:
        """The table, where it stood, where it will stand, and the way between."""
        stage, canvas = self.panel.stage, pen.canvas
        canvas.drawLine(stage.x + 14, self.ground, stage.right - 14, self.ground, line(INK, 2.6))
        strip = skia.Rect.MakeLTRB(stage.x + 14, self.ground + 2, stage.right - 14, self.ground + 12)
        canvas.save()
        canvas.clipRect(strip)
        canvas.drawPath(hatching(strip, -52, 11), line(INK2, 1, 0.8))
        canvas.restore()
        with mirrored(canvas, self.axis, when=self.holder.left):
            for step, share in ((0, 0.0), (POSES, 1.0)):
                canvas.save()
                canvas.translate(*self.middle(Moment(share, 1)))
                for path in self.body(step)[:2]:
                    canvas.drawPath(path, line(GREY, 1.5, 0.9, dash=DASH))
                canvas.restore()
            self._draw_way(canvas)

    def _draw_way(self, canvas: skia.Canvas) -> None:
        top = self.panel.stage.y + 26
        right, left = self.axis + self.reach * 0.62, self.axis - self.reach * 0.78
        low = self.ground - self.tall - self.radius * 0.5
        way = skia.Path()
        way.moveTo(right, low)
        way.cubicTo(right - self.reach * 0.3, top - 30, left + self.reach * 0.3, top - 30, left, low)
        canvas.drawPath(way, line(RED, 2.4, dash=(9, 6)))
        arrow(canvas, (left - 3, low + 8), math.radians(115), 18, RED)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The body on its way, and the hand that holds its wall."""
        canvas, at = pen.canvas, self.middle(moment)
        with mirrored(canvas, self.axis, when=self.holder.left):
            canvas.save()
            canvas.translate(*at)
            self._draw_body(canvas, self.turned(moment))
            canvas.restore()
            touch = (at[0] + self.radius * 0.98, at[1])
            self.hand.draw(canvas, (touch[0] - 2, touch[1]))
            canvas.drawCircle(*touch, 4.5, fill(RED))
        write_hand_tag(pen, self.holder, self.panel.stage)

    def _draw_body(self, canvas: skia.Canvas, turned: float) -> None:
        body, ring, shade = self.body(round(turned / 180 * POSES))
        code = GREY if self.piece.stuff is UNSAID else INK
        lay(canvas, body, self.piece.stuff, outline=2.8)
        if self.piece.said:
            canvas.drawPath(shade, line(INK, 1.1, 0.6))
        lay(canvas, ring, self.piece.stuff, outline=2.2)
        mouth = self.open and math.sin(math.radians(SEEN_FROM_ABOVE + turned)) > 0
        if not mouth:
            canvas.drawPath(ring, fill(code, 0.1))
            return
        bounds = ring.getBounds()
        hole = skia.Path()
        hole.addOval(bounds.makeInset(self.radius * 0.08, min(self.radius * 0.08, bounds.height() * 0.16)))
        canvas.drawPath(hole, fill(code, 0.42))
        canvas.drawPath(hole, line(code, 1.4))


def _hull(points: list[Point]) -> list[Point]:
    """The convex outline of points, clockwise from the leftmost one."""
    ordered = sorted(set(points))
    lower, upper = _half_hull(ordered), _half_hull(ordered[::-1])
    return lower[:-1] + upper[:-1]


def _half_hull(points: list[Point]) -> list[Point]:
    hull: list[Point] = []
    for point in points:
        while len(hull) > 1 and _turn(hull[-2], hull[-1], point) <= 0:
            hull.pop()
        hull.append(point)
    return hull


def _turn(start: Point, middle: Point, end: Point) -> float:
    """Positive where the way from start to end turns one way, negative where it turns the other."""
    return (middle[0] - start[0]) * (end[1] - start[1]) - (middle[1] - start[1]) * (end[0] - start[0])
