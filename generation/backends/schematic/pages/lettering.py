"""How the words of a title page are set: Chinese in columns, Latin names in rows or turned along their column."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generation.backends.schematic.drawing.text import (
    Face,
    Pen,
    Style,
    balanced_lines,
    break_lines,
    clipped,
    width,
)
from generation.backends.schematic.drawing.vertical import Cell, columns, write_column
from generation.backends.schematic.pages.frame import TO_MIDDLE, mostly_latin, tall

SLIP_LEFT: Final = 64.0
SLIP_TOP: Final = 56.0
PANEL_TOP: Final = 140.0
BOTTOM: Final = 664.0
RIGHT: Final = 1216.0
INSET: Final = 26.0
# The most columns a title may take at a size of at least so many pixels: few large ones go before many small ones.
SLIP_ROOMS: Final = ((1, 88), (2, 74), (3, 62), (4, 52), (6, 40))
SLIP_SIZES: Final = (178, 160, 144, 130, 116, 104, 94, 88, 82, 74, 68, 62, 56, 52, 46, 40)
SLIP_WIDEST: Final = 520.0
LEADING: Final = 1.24
RULE: Final = 96.0  # between two rules of the panel
NARROWEST_SLIP: Final = 168.0
LATIN_SIZES: Final = (88, 80, 72, 64, 56, 50, 44, 38, 32)
MOST_ROWS: Final = 7
MOST_COLUMNS: Final = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words. Chinese runs down from ``y`` with its middle at ``x``; Latin letters run on a baseline that begins
    at (x, y), turned by ``turn`` degrees.
    """

    cells: tuple[Cell, ...]
    style: Style
    x: float
    y: float
    turn: float | None = None

    def write(self, pen: Pen, style: Style, count: int) -> None:
        """Its first ``count`` squares."""
        done = list(self.cells[: max(0, count)])
        if not done:
            return
        if self.turn is None:
            write_column(pen, done, self.x, self.y, style)
            return
        pen.canvas.save()
        pen.canvas.translate(self.x, self.y)
        pen.canvas.rotate(self.turn)
        pen.write("".join(cell.text for cell in done), 0, 0, style)
        pen.canvas.restore()


def slip_lines(name: str) -> tuple[float, list[Line]]:
    """The width of the slip in pixels and the name on it: as large as it can be in few columns; Latin names lie in rows.

    A name that is too long even so ends with an ellipsis.
    """
    if mostly_latin(name):
        return _slip_rows(name)
    found, style = _slip_columns(name)
    pitch = style.size * LEADING
    wide = max(NARROWEST_SLIP, len(found) * pitch + 2 * INSET)
    right = SLIP_LEFT + (wide + len(found) * pitch) / 2
    top = (SLIP_TOP + BOTTOM - max(_height(column, style) for column in found)) / 2
    return wide, [Line(column, style, right - pitch * (index + 0.5), top) for index, column in enumerate(found)]


def _slip_rows(name: str) -> tuple[float, list[Line]]:
    rows, style = [name], Style(face=Face.SEMIBOLD)
    for size in LATIN_SIZES:
        style = style.but(size=size)
        rows = balanced_lines(name, style, SLIP_WIDEST - 2 * INSET)
        if len(rows) <= MOST_ROWS and all(width(row, style) <= SLIP_WIDEST - 2 * INSET for row in rows):
            break
    else:
        rows = [clipped(row, style, SLIP_WIDEST - 2 * INSET) for row in rows[:MOST_ROWS]]
    wide = max(NARROWEST_SLIP, max(width(row, style) for row in rows) + 2 * INSET)
    base = (SLIP_TOP + BOTTOM) / 2 + style.size * (0.34 - 0.66 * (len(rows) - 1))
    return wide, [
        Line(_letters(row), style, SLIP_LEFT + INSET, base + style.size * 1.32 * index, 0)
        for index, row in enumerate(rows)
    ]


def _slip_columns(name: str) -> tuple[list[tuple[Cell, ...]], Style]:
    height = BOTTOM - SLIP_TOP - 2 * INSET
    style = Style(face=Face.SEMIBOLD, size=SLIP_SIZES[-1])
    for most, least in SLIP_ROOMS:
        for size in (size for size in SLIP_SIZES if size >= least):
            style = style.but(size=size)
            found = columns(name, style, int(height / (size * 1.1)))
            fits = all(_height(column, style) <= height + size * 0.6 for column in found)
            if fits and len(found) <= most and len(found) * size * LEADING <= SLIP_WIDEST - 2 * INSET:
                return _balanced(name, style, height), style
    return _at_most(name, style, height, int((SLIP_WIDEST - 2 * INSET) / (style.size * LEADING))), style


def panel_lines(words: str, sizes: Sequence[float], colour: str, right: float) -> list[Line]:
    """Words of the panel in one column, in two where even the smallest size is too large; none for no words."""
    if not words:
        return []
    height, top = BOTTOM - PANEL_TOP - 2 * INSET, PANEL_TOP + INSET
    style = Style(face=Face.SEMIBOLD, size=sizes[-1], colour=colour)
    style = next((big for big in (style.but(size=size) for size in sizes) if tall(words, big) <= height), style)
    if not mostly_latin(words):
        alone = tall(words, style) <= height
        found = [tuple(columns(words, style, 99)[0])] if alone else _balanced(words, style, height)
        found = found if len(found) <= MOST_COLUMNS else _at_most(words, style, height, MOST_COLUMNS)
        return [Line(column, style, right - RULE * (index + 0.5), top) for index, column in enumerate(found)]
    rows = break_lines(words, style, height)
    rows = rows if len(rows) <= MOST_COLUMNS else [rows[0], clipped("".join(rows[1:]), style, height)]
    return [
        Line(_letters(row), style, right - RULE * (index + 0.5) - style.size * TO_MIDDLE, top, 90)
        for index, row in enumerate(rows)
    ]


def _letters(row: str) -> tuple[Cell, ...]:
    return tuple(Cell(char) for char in row)


def _balanced(words: str, style: Style, height: float) -> list[tuple[Cell, ...]]:
    """As few columns as the height needs, but of nearly equal length."""
    squares = int(height / (style.size * 1.1))
    found = columns(words, style, squares)
    while squares > 1 and len(tried := columns(words, style, squares - 1)) == len(found):
        found, squares = tried, squares - 1
    return [tuple(column) for column in found]


def _at_most(words: str, style: Style, height: float, most: int) -> list[tuple[Cell, ...]]:
    found = [tuple(column) for column in columns(words, style, int(height / (style.size * 1.1)))]
    return found if len(found) <= most else [*found[: most - 1], (*found[most - 1][:-1], Cell("…"))]


def _height(column: Sequence[Cell], style: Style) -> float:
    return sum(cell.squares(style) for cell in column) * style.size * 1.1
