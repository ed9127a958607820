"""A rule along the work. Said lengths are true to one another; the rule has marks but no figures, for nobody read them."""

from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, hatch, ink, pen_line, polygon, rectangle
from generation.backends.schematic.drawing.notation import Look, arrow, dimension
from generation.backends.schematic.drawing.palette import CARD, GREY, HAIR, INK, INK2, PALE, RED, WOOD, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, clipped, width
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    draw_holder,
    ease,
    mirrored,
    span,
)
from generation.backends.schematic.scenes.props.names import write_names
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID, Stuff, lay
from generation.backends.schematic.things.tools import tool_in
from generation.backends.schematic.things.workpieces import kind_of
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

LENGTHS: Final = (Measure.LENGTH, Measure.WIDTH, Measure.DIAMETER, Measure.DEPTH, Measure.THICKNESS)
ACROSS: Final = (Measure.LENGTH, Measure.DIAMETER, Measure.WIDTH)
UPRIGHT: Final = (Measure.THICKNESS, Measure.DEPTH, Measure.WIDTH)
NO_THINGS: Final = ("尺寸", "长度", "宽度", "高度", "厚度", "长宽高", "大小", "比例", "直径")
MARKS: Final = 24  # of the rule: so many that nobody counts them


def subject_in(reading: Reading) -> str:
    """What is measured or judged, as said; empty when nobody said (尺寸 is no thing)."""
    names = [term.text for term in (*reading.step.material, *reading.step.place)]
    return next((name for name in names if name not in NO_THINGS), "")


def _stuff_in(reading: Reading) -> Stuff:
    kind = kind_of(subject_in(reading)) if subject_in(reading) else None
    return kind[1] if kind else reading.assume("所量的东西", UNSAID)


class Measuring(Figure):
    """A block as long and as high as was said, the rule below it, the hand on the rule."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.name, self.stuff = subject_in(reading), _stuff_in(reading)
        self.long = next((found for measure in ACROSS if (found := reading.amount(measure))), None)
        others = (found for measure in UPRIGHT if (found := reading.amount(measure)))
        unit = self.long.unit if self.long else ""
        self.high = next((one for one in others if one is not self.long and one.unit == unit), None) if unit else None
        self.panel = Panel(
            place, f"正视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.TRUE if self.long else Scale.NONE
        )
        if not self.long:
            reading.assume("所量的长短", None)
        self.size = min(1.25, stage.height / 290)
        self.holder = reading.holder()
        if not tool_in(reading, does="measure"):
            reading.assume("尺子的样子" if reading.step.tool else "量的工具", None)
        self.said_rule = tool_in(reading, does="measure") is not None
        self.axis = stage.x + stage.width / 2
        aside = min(width(self.high.figure, FACT) + 46, stage.width * 0.3) if self.high else 0.0
        self.left = stage.x + max(stage.width * 0.1, aside + 14)
        self.room = stage.x + stage.width * 0.68 - self.left
        self.rule_top = stage.bottom - 74 * self.size
        self.tall_room = self.rule_top - stage.y - 138  # below the names and the level dimension
        self.pixels = self._scale()
        self.wide = self.long.middle * self.pixels if self.long else self.room
        self.tall = self.high.middle * self.pixels if self.high else min(self.tall_room, 108 * self.size)

    @property
    def unit(self) -> str:
        """The unit of the scale, empty without one."""
        return self.long.unit if self.long else ""

    def _scale(self) -> float:
        """Pixels to one said unit."""
        if not self.long:
            return 1.0
        across = self.room / self.long.ends[1]
        return min(across, self.tall_room / self.high.ends[1]) if self.high else across

    def block(self) -> skia.Rect:
        """The front of the work, for a right hand."""
        return skia.Rect.MakeXYWH(self.left, self.rule_top - 6 - self.tall, self.wide, self.tall)

    def still(self, pen: Pen) -> None:
        """The work with its front, top and side; its name."""
        canvas, box = pen.canvas, self.block()
        with mirrored(canvas, self.axis, when=self.holder.left):
            front = rectangle(box.left(), box.top(), box.width(), box.height())
            dx, dy = min(30.0, box.height()) * 0.8, min(22.0, box.height() * 0.6)
            top: list[Point] = [(box.left(), box.top()), (box.left() + dx, box.top() - dy)]
            top += [(box.right() + dx, box.top() - dy), (box.right(), box.top())]
            side: list[Point] = [(box.right(), box.top()), (box.right() + dx, box.top() - dy)]
            side += [(box.right() + dx, box.bottom() - dy), (box.right(), box.bottom())]
            for path in (front, polygon(top), polygon(side)):
                lay(canvas, path, self.stuff, outline=0)
                said = self.stuff is not UNSAID
                canvas.drawPath(ink(path, 2.4) if said else path, fill(INK) if said else line(GREY, 2.2, dash=(7, 5)))
            hatch(canvas, polygon(side), -55, 6, line(INK2, 1.1, 0.7))
            canvas.drawPath(polygon(top), fill("#FFFFFF", 0.22))
            level = self.rule_top + 44 * self.size
            pen_line(
                canvas, [(self.panel.stage.x + 22, level), (self.panel.stage.right - 22, level)], 1.8, seed=5, code=HAIR
            )
        write_names(pen, self.panel.stage, self.holder, (self.name, ""), low_arm=True)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The rule slides along to the edge of the work; then the eye goes from one end to the other."""
        canvas = pen.canvas
        shift = 64 * self.size * (1 - ease(span(moment.share, 0.0, 0.3)))
        read = ease(span(moment.share, 0.36, 0.8))
        with mirrored(canvas, self.axis, when=self.holder.left):
            self._draw_rule(canvas, shift)
            x = self.left + self.wide * read
            canvas.drawLine(x, self.rule_top - 3, x, self.rule_top + 15, line(RED, 3))
            arrow(canvas, (x, self.rule_top - 4), 1.5708, 14, RED)
        self._draw_lengths(pen)

    def _draw_rule(self, canvas: skia.Canvas, shift: float) -> None:
        long, deep = self.panel.stage.width * 0.82 - (self.left - self.panel.stage.x), 38 * self.size
        x, y = self.left + shift, self.rule_top
        body = rectangle(x, y, long, deep, 3)
        canvas.drawPath(body, fill(WOOD if self.said_rule else PALE))
        canvas.drawPath(body, line(INK if self.said_rule else GREY, 2.4, dash=None if self.said_rule else (7, 5)))
        marks = skia.Path()
        for step in range(1, MARKS):
            at = x + step * long / MARKS
            marks.moveTo(at, y)
            marks.lineTo(at, y + (13 if step % 5 else 20) * self.size)
        canvas.drawPath(marks, line(INK2, 1.5))
        grip = (x + long - 18 * self.size, y + deep * 0.62)
        draw_holder(canvas, self.holder, Pose(grip=Grip.PINCH, at=grip, turn=-6, size=0.58 * self.size))

    def _across(self, x: float) -> float:
        return 2 * self.axis - x if self.holder.left else x

    def _draw_lengths(self, pen: Pen) -> None:
        box = self.block()
        if self.long:
            level = box.top() - min(22.0, box.height() * 0.6) - 20
            self._draw_span(pen, self.long, (self.left, level), (self.left + self.long.middle * self.pixels, level))
        if self.high:
            x = self.left - 20
            self._draw_span(pen, self.high, (x, box.bottom()), (x, box.bottom() - self.high.middle * self.pixels))

    def _draw_span(self, pen: Pen, said: Amount, start: Point, end: Point) -> None:
        """A dimension with its figure: above a level one, over an upright one."""
        first, last = (self._across(start[0]), start[1]), (self._across(end[0]), end[1])
        dimension(pen.canvas, first, last, Look(about=said.about or said.ranged))
        stage, style = self.panel.stage, FACT.but(halo=CARD, anchor="m")
        upright = start[0] == end[0]
        text = clipped(said.figure, style, stage.width * 0.3 - 46 if upright else stage.width * 0.6)
        half = width(text, style) / 2
        if not upright:
            x = (first[0] + last[0]) / 2
            pen.write(text, x, start[1] - 10, style)
            return
        outside = 1 if self.holder.left else -1
        x = first[0] + outside * (half + 12)
        pen.write(text, x, (start[1] + end[1]) / 2 + 10, style)
