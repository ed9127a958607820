"""Fire and what it does: flames, logs, smoke, steam, bubbles. Everything moves as a pure function of the seconds."""

import math
from dataclasses import dataclass
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, circle, rectangle
from generation.backends.schematic.drawing.palette import GREY, INK, INK2, RED, fill, line
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.stuff import UNSAID, Grain, Stuff, lay
from generation.backends.schematic.words.reading import Reading

GENTLE: Final = ("慢火", "文火", "小火", "微火", "炭火", "余火")
STRONG: Final = ("大火", "猛火", "旺火", "武火", "烈火", "急火")
WOOD: Final = ("柴", "松木", "木头烧", "劈柴")
COAL: Final = ("炭", "煤")
FLAME: Final = "#D9743A"
HEART: Final = "#F0C765"
COALS: Final = Stuff("#5B524A", "#2A231D", Grain.HATCH)


def height_of_fire(reading: Reading) -> float:
    """How tall the flames stand, 0 to 1; assumed unless a gentle or a strong fire was said."""
    if reading.says(*GENTLE):
        return 0.45
    return 1.0 if reading.says(*STRONG) else reading.assume("火的大小", 0.7)


@dataclass(frozen=True, slots=True)
class Flames:
    """A row of tongues from ``left`` to ``right`` on a base line, as tall as ``height`` pixels."""

    left: float
    right: float
    base: float
    height: float

    def draw(self, canvas: skia.Canvas, seconds: float, strength: float = 1.0) -> None:
        """The flames now; ``strength`` 0 to 1 is how far they have caught."""
        if strength <= 0.02:
            return
        outer, inner = skia.Path(), skia.Path()
        count = max(3, round((self.right - self.left) / 34))
        pitch = (self.right - self.left) / count
        for index in range(count):
            x = self.left + (index + 0.5) * pitch
            tall = 0.62 + 0.38 * math.sin(index * 2.4 + 0.6) * math.sin(seconds * 5.1 + index * 1.9)
            tall *= 0.72 + 0.28 * math.sin(math.pi * (index + 0.5) / count)
            sway = 0.3 * math.sin(seconds * 4.3 + index * 2.2)
            tongue(outer, (x, self.base), pitch * 0.72, (self.height * strength * tall, sway))
            tongue(inner, (x, self.base), pitch * 0.36, (self.height * strength * tall * 0.55, sway))
        canvas.drawPath(outer, fill(FLAME))
        canvas.drawPath(outer, line(RED, 2))
        canvas.drawPath(inner, fill(HEART))


def tongue(path: skia.Path, foot: Point, half: float, shape: Point) -> None:
    """Add one tongue of flame to a path; ``shape`` is its height and its lean."""
    (x, y), (tall, sway) = foot, shape
    tip = (x + sway * tall * 0.5, y - tall)
    path.moveTo(x - half * 0.7, y)
    path.cubicTo(x - half * 1.3, y - tall * 0.36, x - half * 0.1 + sway * half, y - tall * 0.5, *tip)
    path.cubicTo(x + half * 0.5 + sway * half, y - tall * 0.62, x + half * 1.4, y - tall * 0.3, x + half * 0.7, y)
    path.close()


def fuel_in(reading: Reading) -> Stuff:
    """What burns, as said; else something grey, assumed."""
    if reading.says(*COAL):
        return COALS
    return stuffs.WOOD if reading.says(*WOOD) else reading.assume("烧什么柴", UNSAID)


def draw_logs(canvas: skia.Canvas, middle: Point, wide: float, stuff: Stuff) -> None:
    """Crossed logs, or sticks of charcoal, under a fire."""
    x, y = middle
    for turn, drop, length in ((-9, 0, 1.0), (8, 2, 0.94), (0, 11, 1.06)):
        canvas.save()
        canvas.translate(x, y + drop)
        canvas.rotate(turn)
        half = wide / 2 * length
        lay(canvas, rectangle(-half, -9, 2 * half, 18, 8), stuff)
        if stuff is stuffs.WOOD:
            canvas.drawPath(circle(half - 9, 0, 5), line(INK2, 1.3))
        canvas.restore()


@dataclass(frozen=True, slots=True)
class Plume:
    """Steam or smoke that rises in wavering lines from ``left`` to ``right``, ``height`` pixels tall."""

    left: float
    right: float
    base: float
    height: float
    count: int = 4
    code: str = INK2

    def draw(self, canvas: skia.Canvas, seconds: float, strength: float = 1.0) -> None:
        """The plume now."""
        if strength <= 0.02:
            return
        path = skia.Path()
        for index in range(self.count):
            x = self.left + (self.right - self.left) * (index + 0.5) / self.count
            start = self.base - 8 * math.sin(seconds * 0.9 + index * 1.7)
            tall = self.height * (0.7 + 0.3 * math.sin(index * 2.1)) * strength
            steps, wide = 6, min(11.0, self.height * 0.13)
            path.moveTo(x, start)
            for step in range(1, steps + 1):
                y = start - tall * step / steps
                lean = 0.8 * wide * math.sin(seconds * 2.2 - step * 1.25 + index * 1.4) * step / steps
                knee = wide * math.sin(seconds * 2.2 - step * 1.25 + 0.6 + index * 1.4)
                path.quadTo(x + knee, y + tall / steps / 2, x + lean, y)
        canvas.drawPath(path, line(self.code, 2.2, 0.55 * strength))


def bubbles(canvas: skia.Canvas, box: skia.Rect, seconds: float, count: int, code: str = INK) -> None:
    """Bubbles that rise through a box and grow on their way."""
    path = skia.Path()
    for index in range(count):
        phase = (seconds * (0.42 + 0.13 * (index % 3)) + index * 0.618) % 1
        x = box.left() + box.width() * ((index * 0.381 + 0.13) % 1) + 4 * math.sin(seconds * 3 + index)
        path.addCircle(x, box.bottom() - box.height() * phase, 2.2 + 5.2 * phase * (0.5 + 0.5 * ((index * 7) % 5) / 4))
    canvas.drawPath(path, fill("#FFFFFF", 0.45))
    canvas.drawPath(path, line(code, 1.5, 0.8))


def draw_hearth(canvas: skia.Canvas, middle: Point, size: Point) -> None:
    """Two grey hearth stones that carry a pot over its fire: nobody said what carries it."""
    (x, y), (wide, tall) = middle, size
    for side in (-1, 1):
        lay(canvas, rectangle(x + side * wide / 2 - 22, y, 44, tall, 7), UNSAID)
    canvas.drawLine(x - wide / 2 - 60, y + tall, x + wide / 2 + 60, y + tall, line(GREY, 2.2))
