"""The last page of a whole technique: all its steps, how much of the pictures was said, who said it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import skia

from generation.backends.base import LABEL_AREA
from generation.backends.schematic.drawing.lines import rectangle
from generation.backends.schematic.drawing.numerals import LARGEST, chinese
from generation.backends.schematic.drawing.palette import HAIR, INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import Face, Pen, Style, clipped, tidy, width
from generation.backends.schematic.drawing.vertical import Cell, write_column
from generation.backends.schematic.pages.frame import (
    draw_block,
    draw_border,
    draw_column,
    longest_place,
    shortened,
    tall,
    write_down,
)
from generation.backends.schematic.pages.rail import LEFT, RIGHT, Rail

CLOSING: Final = "终"
LIST_TOP: Final = 132.0
LIST_BOTTOM: Final = 546.0
GUTTER: Final = 34.0
NOTICE: Final = "示意动画，不是现场影像；灰色、虚线是图示假定。"
MOST_UPRIGHT: Final = 12  # steps that stand as columns of a page, as on the first one
WIDEST: Final = 118.0
UPRIGHT_SIZES: Final = (42, 38, 34, 30, 26, 23)


@dataclass(frozen=True, slots=True)
class Tally:
    """What all pictures of a technique show: values of their own clause, values carried over from another clause, things
    assumed; and how many steps are pages of words.
    """

    said: int = 0
    carried: int = 0
    assumed: int = 0
    cards: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.said + other.said,
            self.carried + other.carried,
            self.assumed + other.assumed,
            self.cards + other.cards,
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """How the list is set: columns, size of the letters, height of a row, all in pixels but the first."""

    columns: int
    size: float
    row: float

    @property
    def rows(self) -> int:
        """Rows of one column."""
        return int((LIST_BOTTOM - LIST_TOP) / self.row)

    @property
    def room(self) -> int:
        """How many steps it holds."""
        return self.columns * self.rows

    @property
    def wide(self) -> float:
        """The width of a column."""
        return (RIGHT - LEFT - GUTTER * (self.columns - 1)) / self.columns


LAYOUTS: Final = (
    Layout(1, 34, 59),
    Layout(2, 30, 46),
    Layout(2, 28, 41),
    Layout(3, 26, 37),
    Layout(3, 24, 34),
    Layout(4, 22, 29),
    Layout(4, 20, 27),
)


def layout_for(count: int) -> Layout:
    """The largest letters in which the list is complete; the smallest where it never is."""
    return next((layout for layout in LAYOUTS if layout.room >= count), LAYOUTS[-1])


def counted(number: int) -> str:
    """A number of the page itself in Chinese; beyond what the numerals go to only that it is more."""
    return chinese(number) if number <= LARGEST else f"{chinese(LARGEST)}以上"


class End:
    """The page. ``titles`` are those of the steps in order; ``tally`` is of all of them."""

    def __init__(self, names: tuple[str, str], bearer: str, titles: Sequence[str], tally: Tally) -> None:
        self.names = names
        self.bearer = tidy(bearer)
        self.titles = [tidy(title) for title in titles]
        self.tally = tally

    def still(self, pen: Pen) -> None:
        """All of it; nothing moves."""
        count = len(self.titles)
        draw_border(pen.canvas)
        draw_column(pen, *self.names, place=CLOSING, longest=longest_place(count))
        Rail(count, count).draw_done(pen.canvas)
        self._write_heading(pen)
        if count <= MOST_UPRIGHT:
            self._write_columns(pen)
        else:
            self._write_list(pen)
        self._write_notes(pen)

    def _write_heading(self, pen: Pen) -> None:
        mark = Style(face=Face.SEMIBOLD, size=26, colour="#FFF8EC")
        wide = width(CLOSING, mark) + 26
        pen.canvas.drawPath(rectangle(LEFT, 51, wide, 44, 3), fill(RED))
        pen.write(CLOSING, LEFT + 13, 83, mark)
        x = LEFT + wide + 16
        name = tidy(self.names[1] or self.names[0])
        words = f"{name}：以上{counted(len(self.titles))}步" if name else f"以上{counted(len(self.titles))}步"
        room = LABEL_AREA[0] - 14 - x
        style = next((style for style in HEADINGS if width(words, style) <= room), HEADINGS[-1])
        if width(words, style) > room:
            tail = f"：以上{counted(len(self.titles))}步"
            words = clipped(name, style, room - width(tail, style)) + tail
        pen.write(words, x, 73 + style.size * 0.36, style)

    def _write_columns(self, pen: Pen) -> None:
        """Each step a column, from right to left between rules; the rules go on over what is left of the page."""
        block = skia.Rect.MakeLTRB(LEFT - 6, LIST_TOP, RIGHT, LIST_BOTTOM - 6)
        draw_block(pen.canvas, block)
        pitch = min(WIDEST, (block.width() - 14) / len(self.titles))
        room = block.height() - 40
        longest = max(self.titles, key=len)
        sizes = [size for size in UPRIGHT_SIZES if size <= pitch * 0.62]
        style = Style(size=sizes[-1])
        style = next((big for big in (style.but(size=size) for size in sizes) if self._fits(longest, big, room)), style)
        for index, title in enumerate(self.titles):
            x, top = block.right() - 7 - pitch * (index + 0.5), block.top() + 20
            number = style.but(face=Face.SEMIBOLD, size=style.size * 0.8, colour=RED)
            top = write_column(pen, [Cell(char) for char in chinese(index + 1)], x, top, number) + style.size * 0.4
            write_down(pen, shortened(title, style, block.bottom() - 20 - top), x, top, style)
        x = block.right() - 7 - pitch
        while x > block.left() + 20:
            pen.canvas.drawLine(x, block.top() + 7, x, block.bottom() - 7, line(HAIR, 1))
            x -= pitch

    def _fits(self, title: str, style: Style, room: float) -> bool:
        number = len(chinese(len(self.titles))) * style.size * 0.88
        return number + style.size * 0.4 + tall(title, style) <= room

    def _write_list(self, pen: Pen) -> None:
        layout = layout_for(len(self.titles))
        shown = self.titles if len(self.titles) <= layout.room else self.titles[: layout.room - 1]
        number = Style(face=Face.SEMIBOLD, size=layout.size, colour=RED)
        indent = max(width(chinese(at), number) for at in range(1, len(shown) + 1)) + layout.size * 0.6
        style = Style(size=layout.size)
        for index in range(layout.room if len(shown) < len(self.titles) else len(shown)):
            column, row = divmod(index, layout.rows)
            x = LEFT + column * (layout.wide + GUTTER)
            y = LIST_TOP + row * layout.row + layout.row * 0.72
            if index == len(shown):
                rest = f"另有{counted(len(self.titles) - len(shown))}步"
                pen.write(rest, x, y, style.but(colour=INK2))
                continue
            pen.write(chinese(index + 1), x, y, number)
            pen.write(clipped(shown[index], style, layout.wide - indent), x + indent, y, style)
        used = -(-len(shown) // layout.rows)
        for column in range(1, used):
            x = LEFT + column * (layout.wide + GUTTER) - GUTTER / 2
            pen.canvas.drawLine(x, LIST_TOP + 6, x, LIST_BOTTOM - 4, line(HAIR, 1))

    def _write_notes(self, pen: Pen) -> None:
        pen.canvas.drawLine(LEFT - 10, LIST_BOTTOM + 12, RIGHT + 4, LIST_BOTTOM + 12, line(INK, 1))
        label = Style(face=Face.SEMIBOLD, size=24, colour=RED)
        x = LEFT + 76
        for index, (name, words) in enumerate(
            (("口述", self._speaker()), ("出处", self._sources()), ("说明", self._notice()))
        ):
            y = LIST_BOTTOM + 46 + 36 * index
            pen.write(name, LEFT, y, label)
            fitting = next((one for one in NOTE_STYLES if width(words, one) <= RIGHT - x), NOTE_STYLES[-1])
            pen.write(clipped(words, fitting, RIGHT - x), x, y, fitting)

    def _speaker(self) -> str:
        return self.bearer or "未署名"

    def _sources(self) -> str:
        tally = self.tally
        carried = f"（{counted(tally.carried)}项承上文）" if tally.carried else ""
        return f"图中标出的值{counted(tally.said + tally.carried)}项，全部出自口述{carried}；图示假定{counted(tally.assumed)}项"

    def _notice(self) -> str:
        cards = self.tally.cards
        return NOTICE + (f"{counted(cards)}步未作动画，只列原话。" if cards else "")


HEADINGS: Final = tuple(Style(face=Face.SEMIBOLD, size=size) for size in (42, 38, 34, 30, 26))
NOTE_STYLES: Final = tuple(Style(size=size) for size in (24, 22, 20))
