"""The sheet from its edge: it hangs between two bars and comes up until it is flat."""

import math
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, curve, hatch, ink, rectangle
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import CARD, GREY, INK, RED, fill, line
from generation.backends.schematic.drawing.text import CAPTION, Pen, clipped
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale, mirrored
from generation.backends.schematic.scenes.props.sprite import hand_sprite
from generation.backends.schematic.scenes.stretch.frame import Stretching
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID, lay
from generation.backends.schematic.words.reading import Reading

BAR: Final = 36.0  # pixels: the section of a bar
THICK: Final = 7.0


class StretchSide(Figure):
    """Built for a right hand at the right end, mirrored for a left one."""

    def __init__(self, reading: Reading, place: Place, work: Stretching) -> None:
        stage = place.stage
        self.work, self.holder = work, reading.holder()
        self.panel = Panel(place, "侧视·松与平", Pace.ASSUMED, Scale.NONE)
        self.axis = stage.x + stage.width / 2
        self.level = stage.y + stage.height * 0.42
        self.ends = (stage.x + 56, stage.right - 176)
        self.hand = hand_sprite(self.holder, Pose(grip=Grip.PINCH, turn=8, size=0.6))
        reading.assume("松的程度", None)

    def sag(self, way: float) -> float:
        """How far the middle of the sheet hangs below the bars, in pixels; nothing when flat."""
        return self.panel.stage.height * 0.4 * math.pow(max(0.0, 1 - way), 0.8)

    def still(self, pen: Pen) -> None:
        """The two bars in section, and the level to reach."""
        canvas = pen.canvas
        with mirrored(canvas, self.axis, when=self.holder.left):
            for x in self.ends:
                bar = rectangle(x - BAR / 2, self.level, BAR, BAR * 1.5, 5)
                lay(canvas, bar, self.work.frame)
                hatch(canvas, bar, 45, 6, line(GREY if self.work.frame is UNSAID else INK, 1, 0.7))
                if self.work.frame is not UNSAID:
                    canvas.drawPath(ink(bar, 2.6, seed=8), fill(INK))
            canvas.drawLine(self.ends[0], self.level - 3, self.ends[1], self.level - 3, line(RED, 1.6, dash=(4, 7)))
        style, stage = CAPTION.but(anchor="m", halo=CARD), self.panel.stage
        x = sum(self.ends) / 2
        x = 2 * self.axis - x if self.holder.left else x
        words = clipped(self.work.sheet.name, style, stage.width * 0.4)
        pen.write(words, x, stage.bottom - 16, style)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The sheet, the hand at its end, the way both go."""
        canvas, way = pen.canvas, self.work.way(moment)
        with mirrored(canvas, self.axis, when=self.holder.left):
            hand = self._draw_sheet(canvas, way)
            self.hand.draw(canvas, hand)
            canvas.drawLine(hand[0] - 40, self.level - 46, hand[0] + 10, self.level - 46, line(RED, 3))
            arrow(canvas, (hand[0] + 20, self.level - 46), 0.0, 17, RED)
            middle, low = sum(self.ends) / 2, self.level + self.sag(way)
            if self.sag(way) > 24:  # pixels; no room for an arrow below that
                canvas.drawLine(middle, low - 10, middle, max(self.level + 16, low - 54), line(RED, 3))
                arrow(canvas, (middle, max(self.level + 6, low - 64)), -math.pi / 2, 16, RED)

    def _draw_sheet(self, canvas: skia.Canvas, way: float) -> Point:
        (left, right), y, sag = self.ends, self.level - 4, self.sag(way)
        hand = (right + 44 + 26 * way, self.level + 10)
        above = [(left - BAR / 2 - 4, y + 30), (left - BAR / 2, y), (left + BAR / 2, y)]
        hanging = [(left + (right - left) * share, y + sag * 4 * share * (1 - share)) for share in (0.25, 0.5, 0.75)]
        after = [(right - BAR / 2, y), (right + BAR / 2, y), hand]
        path = curve([*above, *hanging, *after], tension=0.9)
        said = self.work.sheet.said
        canvas.drawPath(path, line(INK if said else GREY, THICK + 3))
        canvas.drawPath(path, line(self.work.sheet.stuff.body, THICK))
        return hand
