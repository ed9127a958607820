"""Vertical lettering: characters upright from top to bottom, marks where a printed book puts them."""

from dataclasses import dataclass
from typing import Final

import skia

from generation.backends.schematic.drawing.palette import fill
from generation.backends.schematic.drawing.text import (
    ASCENT,
    NEVER_FIRST,
    NEVER_LAST,
    Pen,
    Style,
    font,
    require_glyphs,
    width,
)

CORNER_MARKS: Final = frozenset("，。、．；：！？,.")  # upper right corner of their square
TURNED_MARKS: Final = frozenset("（）《》〈〉「」『』【】〔〕“”‘’…—～-–()[]")
LETTERS_IN_SQUARE: Final = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one square of a column: one character, or a short run of digits or Latin letters."""

    text: str

    @property
    def turned(self) -> bool:
        """Whether it lies on its side."""
        return self.text in TURNED_MARKS or (self.text.isascii() and len(self.text) > LETTERS_IN_SQUARE)

    def squares(self, style: Style) -> float:
        """How many squares it fills."""
        if self.text == " ":
            return 0.5
        return max(1.0, width(self.text, style) / style.size) if self.turned else 1.0


def cells(text: str) -> list[Cell]:
    """The text in squares; digits and Latin letters that belong together share one."""
    found: list[str] = []
    for char in text:
        joins = char.isascii() and (char.isalnum() or char in ".%/") and found and found[-1][-1].isascii()
        if joins and found[-1].replace(".", "").replace("/", "").isalnum():
            found[-1] += char
        else:
            found.append(char)
    return [Cell(text) for text in found]


def columns(text: str, style: Style, squares: int) -> list[list[Cell]]:
    """The cells in columns of at most ``squares``; a closing mark may hang below the last square."""
    done: list[list[Cell]] = []
    current: list[Cell] = []
    used = 0.0
    for cell in cells(text):
        need = cell.squares(style)
        if current and used + need > squares and cell.text not in NEVER_FIRST:
            opening = [current.pop()] if current[-1].text in NEVER_LAST else []
            done.append(current)
            current, used = opening, float(len(opening))
        current.append(cell)
        used += need
    return [*done, current] if current else done


def write_column(pen: Pen, column: list[Cell], x: float, top: float, style: Style) -> float:
    """Draw one column centred on x; gives back where it ends. ``top`` is the upper edge of the first square."""
    y, pitch = top, style.size * 1.1
    for cell in column:
        _write_cell(pen, cell, x, y, style)
        y += cell.squares(style) * pitch
    text = "".join(cell.text for cell in column)
    half = style.size / 2
    pen.log.note(text, skia.Rect.MakeLTRB(x - half, top, x + half, y))
    return y


def _write_cell(pen: Pen, cell: Cell, x: float, top: float, style: Style) -> None:
    if cell.text == " ":
        return
    require_glyphs(cell.text)
    size = style.size
    if cell.turned:
        pen.canvas.save()
        pen.canvas.translate(x, top)
        pen.canvas.rotate(90)
        pen.canvas.drawString(cell.text, 0, size * (ASCENT - 0.5), font(style.face, size), fill(style.colour))
        pen.canvas.restore()
        return
    letters = font(style.face, size)
    wide = float(letters.measureText(cell.text))
    if wide > size * 1.05:
        letters = font(style.face, size * size / wide)
        wide = size
    shift = (size * 0.58, -size * 0.64) if cell.text in CORNER_MARKS else (0.0, 0.0)
    pen.canvas.drawString(
        cell.text, x - wide / 2 + shift[0], top + size * ASCENT + shift[1], letters, fill(style.colour)
    )
