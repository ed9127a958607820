"""The signs of a technical drawing: arrows, dimensions, angle arcs, leaders. Said is blue, assumed grey and dashed."""

import math
from dataclasses import dataclass
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, polygon
from generation.backends.schematic.drawing.palette import BLUE, CARD, GREY, fill, line
from generation.backends.schematic.drawing.text import ASCENT, FACT, Pen, width

DASH: Final = (6.0, 5.0)
EDGE: Final = 6.0  # pixels between a panel and what is written in it
SHORT: Final = 34.0  # below this the arrows of a dimension stand outside


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How sure a sign is: said or assumed, exact or about."""

    said: bool = True
    about: bool = False

    @property
    def colour(self) -> str:
        """Blue for what was said, grey for what was not."""
        return BLUE if self.said else GREY

    @property
    def dash(self) -> tuple[float, float] | None:
        """Only an exact, said value has an unbroken line."""
        return None if self.said and not self.about else DASH


def on_slant(foot: Point, degrees: float, distance: float, aside: float = 0.0) -> Point:
    """A point on a line that rises to the right from its foot; ``aside`` is to the upper left of it, in pixels."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return foot[0] + cos * distance - sin * aside, foot[1] - sin * distance - cos * aside


def arrow(canvas: skia.Canvas, tip: Point, direction: float, size: float, code: str) -> None:
    """An arrow head; ``direction`` in radians, y downwards."""
    cos, sin = math.cos(direction), math.sin(direction)
    outline = ((0, 0), (-1, -0.34), (-0.75, 0), (-1, 0.34))
    points = [(tip[0] + size * (cos * u - sin * v), tip[1] + size * (sin * u + cos * v)) for u, v in outline]
    canvas.drawPath(polygon(points), fill(code))


def dimension(canvas: skia.Canvas, start: Point, end: Point, look: Look) -> None:
    """A dimension line between two points, without its figure."""
    turn = math.atan2(end[1] - start[1], end[0] - start[0])
    cos, sin = math.cos(turn), math.sin(turn)
    paint = line(look.colour, 1.8, dash=look.dash)
    canvas.drawLine(*start, *end, line(CARD, 6, 0.8))
    canvas.drawLine(*start, *end, paint)
    if math.dist(start, end) >= SHORT:
        arrow(canvas, start, turn + math.pi, 12, look.colour)
        arrow(canvas, end, turn, 12, look.colour)
        return
    canvas.drawLine(start[0] - cos * 26, start[1] - sin * 26, *start, paint)
    canvas.drawLine(*end, end[0] + cos * 26, end[1] + sin * 26, paint)
    arrow(canvas, start, turn, 11, look.colour)
    arrow(canvas, end, turn + math.pi, 11, look.colour)


@dataclass(frozen=True, slots=True, kw_only=True)
class Angle:
    """An angle to be drawn at ``at``, opening from the level line upwards; to the left when ``mirrored``.

    ``low`` and ``high`` are degrees and equal unless a range was said.
    """

    at: Point
    low: float
    high: float
    radius: float
    mirrored: bool = False

    @property
    def middle(self) -> float:
        """The angle at which a tool is drawn."""
        return (self.low + self.high) / 2

    def direction(self, degrees: float) -> float:
        """The screen direction (radians) of a leg at this angle."""
        return math.radians(180 + degrees if self.mirrored else -degrees)

    def point(self, degrees: float, radius: float) -> Point:
        """The point on a leg at this angle and distance."""
        turn = self.direction(degrees)
        return self.at[0] + radius * math.cos(turn), self.at[1] + radius * math.sin(turn)


def draw_angle(canvas: skia.Canvas, angle: Angle, look: Look) -> None:
    """The level line, the arc and, for a range, the band between its two ends."""
    canvas.drawLine(*angle.at, *angle.point(0, angle.radius * 1.6), line(look.colour, 1.4, dash=(7, 4)))
    _sector(canvas, angle, (0, angle.high), fill(look.colour, 0.09))
    if angle.high > angle.low:
        _sector(canvas, angle, (angle.low, angle.high), fill(look.colour, 0.2))
        for degrees in (angle.low, angle.high):
            canvas.drawLine(*angle.at, *angle.point(degrees, angle.radius * 1.25), line(look.colour, 1.4, dash=DASH))
    oval = skia.Rect.MakeLTRB(
        angle.at[0] - angle.radius, angle.at[1] - angle.radius, angle.at[0] + angle.radius, angle.at[1] + angle.radius
    )
    start, sweep = (180, angle.high) if angle.mirrored else (0, -angle.high)
    canvas.drawArc(oval, start, sweep, useCenter=False, paint=line(look.colour, 2.2, dash=look.dash))
    along = math.pi / 2 if angle.mirrored else -math.pi / 2
    lean = math.radians(5 if angle.mirrored else -5)
    arrow(canvas, angle.point(angle.high, angle.radius), angle.direction(angle.high) + along - lean, 12, look.colour)
    arrow(canvas, angle.point(0, angle.radius), angle.direction(0) - along + lean, 12, look.colour)


def _sector(canvas: skia.Canvas, angle: Angle, between: Point, paint: skia.Paint) -> None:
    count = 24
    rim = [
        angle.point(between[0] + (between[1] - between[0]) * step / count, angle.radius) for step in range(count + 1)
    ]
    canvas.drawPath(polygon([angle.at, *rim]), paint)


def write_angle(
    pen: Pen, angle: Angle, words: str, look: Look, halo: str, room: tuple[float, float] = (-math.inf, math.inf)
) -> None:
    """The figure of an angle, just outside its arc and clear of both legs; a wide one moves in from the sides of ``room``."""
    style = FACT.but(size=34, colour=look.colour, halo=halo)
    half = max(angle.high / 2, 4.0)
    wide = width(words, style) / 2
    reach = angle.radius + 14 + wide * abs(math.cos(math.radians(half)))
    x, y = angle.point(half, reach)
    x = min(max(x, room[0] + wide + EDGE), room[1] - wide - EDGE)
    pen.write(words, x, y + (ASCENT - 0.5) * 34, style.but(anchor="m"))
