"""What stays where it is on every page of a book: the border, and the column with fishtails and names."""

from typing import Final

import skia

from generation.backends.schematic.drawing.lines import polygon, rectangle
from generation.backends.schematic.drawing.numerals import chinese
from generation.backends.schematic.drawing.palette import CARD, INK, INK2, fill, line
from generation.backends.schematic.drawing.text import Face, Pen, Style, tidy, width
from generation.backends.schematic.drawing.vertical import columns, write_column

COLUMN_X: Final = 66.5
NAMES_TOP: Final = 84.0
PLACE_BOTTOM: Final = 646.0
FIRST_CHINESE: Final = "\u2e80"
TO_MIDDLE: Final = 0.36  # from the baseline of Latin letters to their middle, of their size
NAME_SIZES: Final = ((38, 26), (34, 24), (30, 22), (26, 20), (22, 20))


def draw_border(canvas: skia.Canvas) -> None:
    """The double border of a printed leaf."""
    canvas.drawRect(skia.Rect.MakeLTRB(22, 20, 1258, 700), line(INK, 3.2))
    canvas.drawRect(skia.Rect.MakeLTRB(29, 27, 1251, 693), line(INK, 1))


def draw_block(canvas: skia.Canvas, box: skia.Rect) -> None:
    """A frame cut in wood: a heavy line outside, a fine one inside."""
    outer = rectangle(box.left(), box.top(), box.width(), box.height())
    canvas.drawPath(outer, fill(CARD, 0.8))
    canvas.drawPath(outer, line(INK, 4.5))
    canvas.drawPath(rectangle(box.left() + 7, box.top() + 7, box.width() - 14, box.height() - 14), line(INK, 1.2))


def place_of(number: int, count: int) -> str:
    """Which step of how many, as the foot of the column says it."""
    return f"{chinese(number)}之{chinese(count)}"


def longest_place(count: int) -> int:
    """How many characters the longest place of a technique has; all its pages leave room for that one."""
    return max(len(place_of(number, count)) for number in range(1, count + 1))


def draw_column(pen: Pen, craft: str, technique: str, *, place: str, longest: int) -> None:
    """The column with the names and, at its foot, the place in the book. ``longest`` is that of all places, in characters:
    the names stand and are as large on one page as on another.
    """
    for x in (104, 108):
        pen.canvas.drawLine(x, 27, x, 693, line(INK, 1))
    _fishtail(pen.canvas, 40, 26)
    _fishtail(pen.canvas, 680, -26)
    style = Style(face=Face.SEMIBOLD, size=26 if longest <= 5 else 22)
    square = style.size * 1.1
    _write_names(pen, tidy(craft), tidy(technique), PLACE_BOTTOM - longest * square - 24)
    write_column(pen, columns(place, style, 99)[0], COLUMN_X, PLACE_BOTTOM - len(place) * square, style)


def _fishtail(canvas: skia.Canvas, y: float, height: float) -> None:
    x, half = COLUMN_X, 37.5
    points = [(x - half, y), (x + half, y), (x + half, y + height), (x, y + height * 0.45), (x - half, y + height)]
    canvas.drawPath(polygon(points), fill(INK))


def _write_names(pen: Pen, craft: str, technique: str, bottom: float) -> None:
    top = NAMES_TOP
    for large, small in NAME_SIZES:
        first, second = Style(face=Face.SEMIBOLD, size=large), Style(size=small, colour=INK2)
        if top + tall(craft, first) + 14 + tall(technique, second) <= bottom:
            break
    else:
        craft = shortened(craft, first, (bottom - top) * 0.6)
        technique = shortened(technique, second, bottom - top - 14 - tall(craft, first))
    for words, style in ((craft, first), (technique, second)):
        if words:
            top = write_down(pen, words, COLUMN_X, top, style) + 14


def mostly_latin(words: str) -> bool:
    """Whether words are turned by a quarter where Chinese runs down: their letters are more than twice its characters."""
    chinese_ones = sum(char >= FIRST_CHINESE for char in words)
    return sum(char.isalpha() for char in words) > 3 * chinese_ones


def tall(words: str, style: Style) -> float:
    """How high the words are in one column, in pixels."""
    if mostly_latin(words):
        return width(words, style)
    return sum(cell.squares(style) for column in columns(words, style, 99) for cell in column) * style.size * 1.1


def write_down(pen: Pen, words: str, x: float, top: float, style: Style) -> float:
    """Write the words downwards in one column with its middle at x; gives back where they end."""
    if not words:
        return top
    if not mostly_latin(words):
        return write_column(pen, columns(words, style, 99)[0], x, top, style)
    pen.canvas.save()
    pen.canvas.translate(x - style.size * TO_MIDDLE, top)
    pen.canvas.rotate(90)
    pen.write(words, 0, 0, style)
    pen.canvas.restore()
    return top + width(words, style)


def shortened(words: str, style: Style, room: float) -> str:
    """The words, or as much of their beginning as a column of ``room`` pixels holds, with an ellipsis."""
    if tall(words, style) <= room:
        return words
    while words and tall(words + "…", style) > room:
        words = words[:-1]
    return words + "…"
