"""Parts that meet edge to edge: from above, and the seam in section."""

from functools import partial
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import polygon, rectangle
from generation.backends.schematic.drawing.notation import DASH, arrow
from generation.backends.schematic.drawing.palette import GREY, INK, RED, fill, line
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
from generation.backends.schematic.scenes.join.words import glue_of, parts_of, piece_of
from generation.backends.schematic.scenes.props.sprite import Sprite, hand_sprite
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.words.reading import Reading

FILM: Final = 5.0  # pixels of glue that stay in a closed seam


class EdgePlan(Figure):
    """From above: each part is pushed against the ones before it."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"俯视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.piece = piece_of(reading)
        self.glue = glue_of(reading)
        self.count = parts_of(reading)
        self.holder = reading.holder()
        if self.piece.said:
            reading.assume("物件的形状", None)
        self.axis = stage.x + stage.width / 2
        self.wide = min(stage.width * 0.58 / self.count, stage.height * 0.5)
        self.high = stage.height - 92
        self.top = stage.y + 50
        self.left = self.axis - stage.width * 0.12 - self.wide * self.count / 2
        self.away = min(stage.width * 0.13, 90.0)
        self.part = rectangle(0, 0, self.wide, self.high)
        size = min(0.66, stage.height / 520)
        self.hand = hand_sprite(self.holder, Pose(grip=Grip.PALM, size=size), (118 * size, 0))
        box = skia.Rect.MakeLTRB(-6, -6, self.wide + 6, self.high + 6)
        self.first, self.next = (Sprite(partial(self._print_part, glued=glued), box) for glued in (False, True))

    def places(self, moment: Moment) -> list[float]:
        """How far each part still is from its place, in pixels; those not yet begun are missing."""
        joints = self.count - 1
        beat = span(moment.share, 0.02, 0.9) * joints
        begun = min(joints, int(beat) + 1)
        gaps = [0.0] * begun
        gaps.append(self.away * (1 - ease(span(beat - begun + 1, 0.1, 0.7))))
        return gaps

    def still(self, pen: Pen) -> None:
        """The first part, and where the others will be."""
        for index in range(1, self.count):
            place = rectangle(self.left + index * self.wide, self.top, self.wide, self.high)
            with mirrored(pen.canvas, self.axis, when=self.holder.left):
                pen.canvas.drawPath(place, line(GREY, 1.4, 0.9, dash=DASH))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The parts so far, and the hand behind the newest one."""
        canvas, gaps = pen.canvas, self.places(moment)
        with mirrored(canvas, self.axis, when=self.holder.left):
            for index, gap in enumerate(gaps):
                part = self.next if index else self.first
                part.draw(canvas, (self.left + index * self.wide + gap, self.top))
            x = self.left + self.wide * len(gaps) + gaps[-1]
            y = self.top + self.high * 0.52
            self.hand.draw(canvas, (x, y))
            canvas.drawCircle(x, y, 4.5, fill(RED))
        write_hand_tag(pen, self.holder, self.panel.stage)

    def _print_part(self, canvas: skia.Canvas, *, glued: bool) -> None:
        lay(canvas, self.part, self.piece.stuff, outline=2.6)
        if glued and self.glue:
            canvas.drawLine(1, 2, 1, self.high - 2, line(self.glue.dark, FILM + 2))
            canvas.drawLine(1, 2, 1, self.high - 2, line(self.glue.body, FILM))


class Seam(Figure):
    """The seam in section: the gap closes; glue is pressed thin where glue was said."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, "接缝剖面", Pace.ASSUMED, Scale.NONE)
        self.piece = piece_of(reading)
        self.glue = glue_of(reading)
        self.axis = stage.x + stage.width / 2
        self.left = reading.holder().left
        self.open = min(74.0, stage.width * 0.18)
        high = stage.height * 0.42
        self.top, self.high = stage.y + (stage.height - high) / 2, high
        self.block = rectangle(0, 0, stage.width, high, 2)

    def gap(self, moment: Moment) -> float:
        """Pixels between both edges."""
        end = FILM if self.glue else 0.0
        return end + (self.open - end) * (1 - ease(span(moment.share, 0.06, 0.66)))

    def still(self, pen: Pen) -> None:
        """The part that waits."""
        with mirrored(pen.canvas, self.axis, when=self.left):
            pen.canvas.save()
            pen.canvas.translate(self.axis - self.panel.stage.width, self.top)
            lay(pen.canvas, self.block, self.piece.stuff, outline=2.6)
            pen.canvas.restore()

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The part that comes, with its glue."""
        canvas, gap = pen.canvas, self.gap(moment)
        with mirrored(canvas, self.axis, when=self.left):
            if self.glue:
                self._draw_glue(canvas, gap)
            canvas.save()
            canvas.translate(self.axis + gap, self.top)
            lay(canvas, self.block, self.piece.stuff, outline=2.6)
            canvas.restore()
            y = self.top + self.high + 34
            x = self.axis + gap + 18
            canvas.drawLine(x + 70, y, x, y, line(RED, 3))
            arrow(canvas, (x - 8, y), 3.14159, 18, RED)

    def _draw_glue(self, canvas: skia.Canvas, gap: float) -> None:
        thick = min(gap, FILM + 9)
        out = 7 * (1 - span(gap, FILM, FILM + 12))  # what is pressed out above and below
        x = self.axis + gap
        shape = polygon(
            [
                (x - thick, self.top - out),
                (x, self.top - out),
                (x, self.top + self.high + out),
                (x - thick, self.top + self.high + out),
            ]
        )
        canvas.drawPath(shape, fill(self.glue.body if self.glue else GREY))
        canvas.drawPath(shape, line(INK, 1.4))
