"""The title page of a whole technique: its name on a slip, then who told it, how many steps, a picture, a seal."""

import random
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import polygon
from generation.backends.schematic.drawing.numerals import chinese
from generation.backends.schematic.drawing.palette import HAIR, INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import (
    Face,
    Pen,
    Style,
    TextLog,
    tidy,
)
from generation.backends.schematic.drawing.vertical import Cell, write_column
from generation.backends.schematic.pages.frame import draw_block, draw_border
from generation.backends.schematic.pages.frontispiece import Frontispiece
from generation.backends.schematic.pages.lettering import (
    BOTTOM,
    INSET,
    PANEL_TOP,
    RIGHT,
    RULE,
    SLIP_LEFT,
    SLIP_TOP,
    Line,
    panel_lines,
    slip_lines,
)
from generation.backends.schematic.scenes.base import Moment, ease, span

NAMELESS: Final = "口述技法"
GAP: Final = 30.0
FADED: Final = "#B7AA94"
SEAL: Final = "技忆"


class Title:
    """The page; its words are inked in reading order, from right to left, and the seal is pressed last."""

    def __init__(self, names: tuple[str, str], bearer: str, count: int, picture: Frontispiece | None) -> None:
        craft, technique = (tidy(name) for name in names)
        self.name = technique or craft or NAMELESS
        self.craft = craft if technique else ""
        self.bearer = tidy(bearer)
        self.count = count
        wide, self.slip_lines = slip_lines(self.name)
        self.slip = skia.Rect.MakeLTRB(SLIP_LEFT, SLIP_TOP, SLIP_LEFT + wide, BOTTOM)
        self.panel = skia.Rect.MakeLTRB(self.slip.right() + GAP, PANEL_TOP, RIGHT, BOTTOM)
        self.panel_lines = self._panel_lines()
        self.lines = [*self.panel_lines, *self.slip_lines]
        self.picture = picture if picture and self._picture_room().width() >= picture.narrowest else None

    def still(self, pen: Pen) -> None:
        """Frames, rules and picture, with the words in pale ink."""
        draw_border(pen.canvas)
        draw_block(pen.canvas, self.slip)
        draw_block(pen.canvas, self.panel)
        self._draw_rules(pen.canvas)
        if self.picture:
            self.picture.draw(pen, self._picture_room())
        for row in self.lines:
            row.write(pen, row.style.but(colour=FADED), len(row.cells))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The words inked so far, and the seal on its way down."""
        quiet = Pen(pen.canvas, TextLog())
        left = round(sum(len(row.cells) for row in self.lines) * span(moment.share, 0.03, 0.5))
        for row in self.lines:
            row.write(quiet, row.style, left)
            left -= len(row.cells)
        pressed = span(moment.share, 0.52, 0.6)
        if pressed:
            self._draw_seal(quiet, pressed)

    def _panel_lines(self) -> list[Line]:
        """The craft, who told it, how many steps: from the right edge on, one or two columns each."""
        rows: list[Line] = []
        for words, sizes, colour in (
            (self.craft, (68, 60, 52, 46, 40), INK),
            (f"{self.bearer} 口述" if self.bearer else "", (50, 44, 40, 36), INK2),
            (f"凡{chinese(self.count)}步", (50, 44, 38), INK2),
        ):
            rows += panel_lines(words, sizes, colour, RIGHT - 14 - RULE * len(rows))
        return rows

    def _draw_rules(self, canvas: skia.Canvas) -> None:
        """A rule beside each column; without a picture they go on over the rest, as on empty manuscript paper."""
        end = self._picture_room().right() if self.picture else self.panel.left() + RULE / 2
        x = RIGHT - 14 - RULE
        while x > end:
            canvas.drawLine(x, PANEL_TOP + 7, x, BOTTOM - 7, line(HAIR, 1.2))
            x -= RULE
        if self.picture:
            canvas.drawLine(end, PANEL_TOP + 7, end, BOTTOM - 7, line(INK, 1.2))

    def _picture_room(self) -> skia.Rect:
        right = RIGHT - 14 - RULE * len(self.panel_lines)
        return skia.Rect.MakeLTRB(self.panel.left() + 7, PANEL_TOP + 14, right, BOTTOM - 14)

    def _draw_seal(self, pen: Pen, pressed: float) -> None:
        """The seal of the house under the last column."""
        half, size = 37.0, 1 + 0.5 * (1 - ease(pressed))
        canvas, y = pen.canvas, BOTTOM - INSET - half - 12
        canvas.save()
        canvas.translate(RIGHT - 14 - RULE * (len(self.panel_lines) - 0.5), y)
        canvas.scale(size, size)
        canvas.drawPath(_chipped(half, half + 12), fill(RED, 0.25 + 0.7 * ease(pressed)))
        style = Style(face=Face.SEMIBOLD, size=42, colour="#FFF8EC")
        write_column(pen, [Cell(char) for char in SEAL], 0, -42 * 1.1, style)
        canvas.restore()


def _chipped(half_wide: float, half_high: float) -> skia.Path:
    """The uneven edge of a stone seal, around the origin."""
    chance = random.Random(11)  # noqa: S311  WONTFIX: drawing, not secrets
    sides = ((-1, -1, 1, -1), (1, -1, 1, 1), (1, 1, -1, 1), (-1, 1, -1, -1))
    points = []
    for x0, y0, x1, y1 in sides:
        for part in range(9):
            x, y = x0 + (x1 - x0) * part / 9, y0 + (y1 - y0) * part / 9
            chip = 1 - abs(chance.gauss(0, 0.012))
            points.append((x * half_wide * chip, y * half_high * chip))
    return polygon(points)
