"""Gauges beside a slow process: a dial whose full turn is the said duration, and a thermometer at the said heat.

Neither is drawn for a value that nobody said, and no figure stands on them but the said one.
"""

import math
from typing import Final

import skia

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, circle, polygon, rectangle
from generation.backends.schematic.drawing.notation import Look, arrow
from generation.backends.schematic.drawing.palette import BLUE, CARD, INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, NOTE, Pen, Style, clipped, width
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Part, Place, Scale, View, ease, span
from generation.backends.schematic.words.amounts import SECONDS, Amount
from generation.backends.schematic.words.reading import Reading

START: Final = 0.05  # parts of the film between which the said time passes
END: Final = 0.93
TRUE_START: Final = 0.3  # seconds
LONGEST_TRUE: Final = 5.0  # seconds: what a film has time for
CLOSEST: Final = 4.0  # pixels between two ticks
OPEN_SWEEP: Final = 300.0  # degrees: the rest of an open dial stands for what goes on
FACE: Final = "#FFFDF7"
HEATING: Final = "烧热升烤烘煮熬煨焙加炒蒸煅"
RED_LIQUID: Final = "#B4463C"


def passed(moment: Moment) -> float:
    """How much of the said, or assumed, time of the process has passed, 0 to 1; evenly."""
    return span(moment.share, START, END)


def open_ended(said: Amount) -> bool:
    """Whether only the lower end was said (一个多钟头, 一百天以上)."""
    return "+" in said.figure or said.figure.startswith("≥")


def fitted(text: str, style: Style, room: float, least: float = 20) -> tuple[str, Style]:
    """The text in the largest size that fits, cut short in the smallest."""
    for size in (style.size, 26, 22, least):
        smaller = style.but(size=min(size, style.size))
        if width(text, smaller) <= room:
            return text, smaller
    return clipped(text, smaller, room), smaller


class Dial:
    """A dial: once round is the said duration, a tick is its unit, and the last sector of a range is a band."""

    def __init__(self, said: Amount, centre: Point, radius: float) -> None:
        self.said = said
        self.centre = centre
        self.radius = radius
        self.low, self.full = said.ends
        self.open = open_ended(said)
        self.sweep = OPEN_SWEEP if self.open else 360.0
        seconds = SECONDS.get(said.unit)
        exact = seconds is not None and not said.about and not said.ranged
        self.true_seconds = self.full * seconds if exact and seconds and self.full * seconds <= LONGEST_TRUE else None

    @property
    def pace(self) -> Pace:
        """Real time where the film is long enough for it."""
        return Pace.TRUE if self.true_seconds else Pace.FASTER

    @property
    def ticks(self) -> int:
        """How many whole units are marked; none where they would run together."""
        gap = math.radians(self.sweep) * self.radius / self.full
        return math.floor(self.full) if gap >= CLOSEST else 0

    def turn(self, value: float) -> float:
        """How far round a time stands, in degrees from the top."""
        return self.sweep * value / self.full

    def point(self, degrees: float, radius: float) -> Point:
        """A point of the dial."""
        turn = math.radians(degrees - 90)
        return self.centre[0] + radius * math.cos(turn), self.centre[1] + radius * math.sin(turn)

    def now(self, moment: Moment) -> float:
        """The time on the dial, in said units."""
        if self.true_seconds:
            return self.full * max(0.0, min(1.0, (moment.seconds - TRUE_START) / self.true_seconds))
        return self.full * passed(moment)

    def still(self, pen: Pen) -> None:
        """Face, rim, ticks, and the band of a range."""
        canvas, radius = pen.canvas, self.radius
        canvas.drawPath(circle(*self.centre, radius + 9), fill(CARD))
        canvas.drawPath(circle(*self.centre, radius), fill(FACE))
        if self.said.ranged:
            canvas.drawPath(self._sector(self.turn(self.low), self.turn(self.full)), fill(BLUE, 0.2))
            canvas.drawLine(*self.centre, *self.point(self.turn(self.low), radius), line(BLUE, 1.5, dash=(6, 5)))
        canvas.drawPath(circle(*self.centre, radius + 9), line(INK, 3))
        soft = self.said.about and not self.open
        rim = line(BLUE if soft else INK2, 1.6, dash=(8, 6) if soft else None)
        canvas.drawArc(self._square(radius), -90, self.sweep, useCenter=False, paint=rim)
        if self.open:
            self._draw_beyond(canvas)
        self._draw_ticks(canvas)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The time that has passed, and the hand."""
        turn = self.turn(self.now(moment))
        if turn > 0:
            pen.canvas.drawPath(self._sector(0, turn), fill(BLUE, 0.13))
        tip, tail = self.point(turn, self.radius * 0.84), self.point(turn + 180, self.radius * 0.14)
        sides = (self.point(turn + 90, 4.5), self.point(turn - 90, 4.5))
        pen.canvas.drawPath(polygon([tail, sides[0], tip, sides[1]]), fill(INK))
        pen.canvas.drawPath(circle(*self.centre, 7), fill(RED))

    def _square(self, radius: float) -> skia.Rect:
        x, y = self.centre
        return skia.Rect.MakeLTRB(x - radius, y - radius, x + radius, y + radius)

    def _sector(self, start: float, end: float) -> skia.Path:
        path = skia.Path()
        path.moveTo(*self.centre)
        path.arcTo(self._square(self.radius), start - 90, min(end - start, 359.9), forceMoveTo=False)
        path.close()
        return path

    def _draw_ticks(self, canvas: skia.Canvas) -> None:
        marks = skia.Path()
        long = min(16.0, self.radius * 0.16) if self.ticks <= 24 else 8.0
        for unit in range(1, self.ticks + 1):
            degrees = self.turn(unit)
            marks.moveTo(*self.point(degrees, self.radius - long))
            marks.lineTo(*self.point(degrees, self.radius))
        canvas.drawPath(marks, line(BLUE, 2.4 if self.ticks <= 24 else 1.2))
        canvas.drawLine(*self.point(0, self.radius - 22), *self.point(0, self.radius + 9), line(INK, 3))

    def _draw_beyond(self, canvas: skia.Canvas) -> None:
        inner = self.radius - 8
        paint = line(BLUE, 2, dash=(5, 6))
        canvas.drawArc(self._square(inner), OPEN_SWEEP - 90, 44, useCenter=False, paint=paint)
        tip = OPEN_SWEEP + 48
        arrow(canvas, self.point(tip, inner), math.radians(tip), 14, BLUE)
        canvas.drawLine(*self.point(OPEN_SWEEP, inner - 16), *self.point(OPEN_SWEEP, self.radius), line(BLUE, 2.4))


class Thermometer:
    """A tube from nought up; its liquid stands at the said heat. ``pixels_per_degree`` is the scale of the tube."""

    def __init__(self, said: Amount, foot: Point, height: float, *, rises: bool) -> None:
        self.said = said
        self.x, self.bottom = foot
        self.rises = rises
        low, high = said.ends
        self.least = min(0.0, low * 1.3)
        self.pixels_per_degree = height / (max(high * 1.22, 0.0) - self.least or 1.0)
        self.top = self.bottom - height
        self.look = Look(about=said.about)

    def level(self, degrees: float) -> float:
        """The height (y) at which a heat stands."""
        return self.bottom - (degrees - self.least) * self.pixels_per_degree

    def now(self, moment: Moment) -> float:
        """The heat that is shown; it rises only where the master said up to which heat."""
        goal = self.said.middle
        start = self.least + (goal - self.least) * 0.12
        return start + (goal - start) * ease(span(moment.share, START, 0.6)) if self.rises else goal

    def still(self, pen: Pen) -> None:
        """Tube and bulb, the mark of the said heat."""
        canvas = pen.canvas
        tube = rectangle(self.x - 12, self.top - 16, 24, self.bottom - self.top + 30, 12)
        glass = skia.Op(tube, circle(self.x, self.bottom + 22, 23), skia.PathOp.kUnion_PathOp)
        canvas.drawPath(glass, fill(FACE))
        canvas.drawPath(glass, line(INK, 2.8))
        canvas.drawPath(circle(self.x, self.bottom + 22, 16), fill(RED_LIQUID))
        low, high = (self.level(end) for end in self.said.ends)
        if self.said.ranged:
            canvas.drawRect(skia.Rect.MakeLTRB(self.x + 14, high, self.x + 40, low), fill(BLUE, 0.22))
        for level in {low, high}:
            paint = line(BLUE, 2.4, dash=self.look.dash)
            canvas.drawLine(self.x - 24, level, self.x + 40, level, paint)
        pen.canvas.drawLine(self.x - 6, self.top - 6, self.x - 6, self.bottom, line(INK2, 1, 0.4))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The column of liquid."""
        column = skia.Rect.MakeLTRB(self.x - 5, self.level(self.now(moment)), self.x + 5, self.bottom + 12)
        pen.canvas.drawRect(column, fill(RED_LIQUID))


class Gauges(Figure):
    """The panel of the said duration and the said heat."""

    def __init__(self, reading: Reading, place: Place) -> None:
        duration, heat = reading.amount(Measure.DURATION), reading.amount(Measure.TEMPERATURE)
        self.stage = place.stage
        both = duration is not None and heat is not None
        share = 0.56 if both else 1.0
        self.dial = self._dial(duration, share) if duration else None
        self.thermometer = self._thermometer(reading, heat, share if both else 0.0) if heat else None
        title = "·".join(word for word, said in (("时长", duration), ("温度", heat)) if said)
        pace = self.dial.pace if self.dial else Pace.ASSUMED
        self.panel = Panel(place, title, pace, Scale.TRUE)

    def _dial(self, said: Amount, share: float) -> Dial:
        stage = self.stage
        wide = stage.width * share
        radius = min(wide / 2 - 24, (stage.height - 84) / 2)
        return Dial(said, (stage.x + wide / 2, stage.y + (stage.height - 44) / 2), radius)

    def _thermometer(self, reading: Reading, said: Amount, share: float) -> Thermometer:
        stage = self.stage
        wide = stage.width * (1 - share)
        x = stage.x + stage.width * share + (wide / 2 - 40 if wide > 200 else wide * 0.3)
        return Thermometer(said, (x, stage.bottom - 62), stage.height - 122, rises=_reached(reading))

    def still(self, pen: Pen) -> None:
        """Both gauges, with the said figures."""
        if self.thermometer:
            self.thermometer.still(pen)
            self._write_heat(pen, self.thermometer)
        if self.dial:
            self.dial.still(pen)
            self._write_time(pen, self.dial)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The hand and the liquid."""
        if self.thermometer:
            self.thermometer.moving(pen, moment)
        if self.dial:
            self.dial.moving(pen, moment)

    def _write_time(self, pen: Pen, dial: Dial) -> None:
        x, base = dial.centre[0], dial.centre[1] + dial.radius + 46
        lead = "" if dial.open else "一圈"
        room = 2 * (x - self.stage.x) - 20
        text, style = fitted(dial.said.figure, FACT.but(size=32), room - width(lead, NOTE) - 10)
        at = x - (width(lead, NOTE) + (8 if lead else 0) + width(text, style)) / 2
        end = pen.write(lead, at, base, NOTE)
        pen.write(text, end + (8 if lead else 0), base, style)

    def _write_heat(self, pen: Pen, thermometer: Thermometer) -> None:
        stage, said = self.stage, thermometer.said
        left = thermometer.x + 46
        room = stage.right - 10 - left
        style = FACT.but(size=32, halo=CARD)
        if width(said.figure, style.but(size=22)) <= room:
            text, style = fitted(said.figure, style, room, 22)
            pen.write(text, left, thermometer.level(said.middle) + style.size * 0.36, style)
            return
        start = stage.x + 10 if not self.dial else self.dial.centre[0] + self.dial.radius + 16
        text, style = fitted(said.figure, style, stage.right - 10 - start)
        pen.write(text, stage.right - 10, stage.y + 34, style.but(anchor="r"))


def _reached(reading: Reading) -> bool:
    """Whether the heat was said as a goal (烧到一千三百度)."""
    heats = [fold(one.said) for one in reading.quantities() if one.measure is Measure.TEMPERATURE]
    return any(reading.says(*(f"{verb}到{said}" for verb in HEATING)) for said in heats)


def gauge_parts(reading: Reading) -> list[Part]:
    """The panel of gauges where a duration or a heat was said, else nothing."""
    said = [reading.amount(Measure.DURATION), reading.amount(Measure.TEMPERATURE)]
    if not any(said):
        return []
    return [Part(View.CLOSE_UP, 40 if all(said) else 28, lambda place: Gauges(reading, place))]
