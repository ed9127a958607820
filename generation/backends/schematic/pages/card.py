"""quote_card: for a step that no template can draw truly. A page of the book that says so, with the master's words."""

from dataclasses import dataclass
from typing import Final

from generation.backends.base import RenderRequest
from generation.backends.schematic.drawing.lines import rectangle
from generation.backends.schematic.drawing.numerals import clock
from generation.backends.schematic.drawing.palette import CARD, HAIR, INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import (
    NOTE,
    Face,
    Pen,
    Style,
    TextLog,
    break_lines,
    clipped,
    hang,
    tidy,
)  # fmt: skip
from generation.backends.schematic.drawing.vertical import Cell, columns, write_column
from generation.backends.schematic.pages.plate import fact_width, write_fact
from generation.backends.schematic.pages.rail import LEFT, RIGHT
from generation.backends.schematic.scenes.base import Moment, span
from generation.backends.schematic.words.reading import Fact, Reading

HEADING: Final = "此步未作动画：尚无合适的图式"
TOP: Final = 130.0
BOTTOM: Final = 642.0
BLOCK_LEFT: Final = 588.0
FADED: Final = "#8F8270"
SIZES: Final = (58, 52, 46, 40, 35, 31, 28, 25)
LEADING: Final = 1.62  # width of a column, in characters
FACT_PITCH: Final = 38.0
NOTE_PITCH: Final = 29.0


@dataclass(frozen=True, slots=True)
class Page:
    """The quote in columns, and the size that makes them fit."""

    columns: tuple[tuple[Cell, ...], ...]
    style: Style

    @property
    def pitch(self) -> float:
        """From one column to the next."""
        return self.style.size * LEADING

    def x(self, index: int) -> float:
        """The middle of a column; the first is at the right."""
        width = self.pitch * len(self.columns)
        free = max(0.0, RIGHT - BLOCK_LEFT - 28 - width)
        return RIGHT - 14 - free / 2 - self.pitch * (index + 0.5)


def page_of(quote: str) -> Page:
    """The quote set as large as the page allows; what is too long even then ends with an ellipsis."""
    width, height = RIGHT - BLOCK_LEFT - 28, BOTTOM - TOP - 40
    for size in SIZES:
        style = Style(size=size)
        squares, most = int(height / (size * 1.1)), int(width / (size * LEADING))
        found = columns(quote, style, squares)
        if len(found) <= most:
            return Page(_balanced(quote, style, squares, len(found)), style)
    kept = [*found[: most - 1], [*found[most - 1][:-1], Cell("…")]]
    return Page(tuple(tuple(column) for column in kept), style)


def _balanced(quote: str, style: Style, squares: int, count: int) -> tuple[tuple[Cell, ...], ...]:
    found = columns(quote, style, squares)
    while squares > 6 and len(tried := columns(quote, style, squares - 1)) == count:
        found, squares = tried, squares - 1
    return tuple(tuple(column) for column in found)


class Card:
    """The page; it has neither facts strip nor quote strip, because it is made of them."""

    template = "quote_card"

    def __init__(self, request: RenderRequest, reason: str) -> None:
        self.request = request
        self.reason = reason
        self.reading = Reading(request.step)
        self.quote = tidy(request.quote or request.step.clause.text)
        self.page = page_of(self.quote)

    def still(self, pen: Pen) -> None:
        """Everything, with the quote in pale ink."""
        self._draw_block(pen)
        y = self._write_heading(pen)
        y = self._write_facts(pen, y)
        self._write_rest(pen, y)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The quote inked character by character, as a reader's eye goes."""
        quiet = Pen(pen.canvas, TextLog())
        total = sum(len(column) for column in self.page.columns)
        left = round(total * span(moment.share, 0.02, 0.9))
        for index, column in enumerate(self.page.columns):
            done = list(column[: max(0, left)])
            left -= len(column)
            if done:
                write_column(quiet, done, self.page.x(index), self._column_top(), self.page.style)

    def _column_top(self) -> float:
        tallest = max(
            sum(cell.squares(self.page.style) for cell in column) * self.page.style.size * 1.1
            for column in self.page.columns
        )
        return TOP + max(20.0, (BOTTOM - TOP - tallest) / 2)

    def _draw_block(self, pen: Pen) -> None:
        canvas, page = pen.canvas, self.page
        block = rectangle(BLOCK_LEFT, TOP, RIGHT - BLOCK_LEFT, BOTTOM - TOP)
        canvas.drawPath(block, fill(CARD, 0.75))
        canvas.drawPath(block, line(INK, 3))
        canvas.drawPath(rectangle(BLOCK_LEFT + 6, TOP + 6, RIGHT - BLOCK_LEFT - 12, BOTTOM - TOP - 12), line(INK, 1))
        x = page.x(0) + page.pitch * (0.5 + (RIGHT - page.x(0)) // page.pitch)
        while x > BLOCK_LEFT + 20:
            if x < RIGHT - 20:
                canvas.drawLine(x, TOP + 6, x, BOTTOM - 6, line(HAIR, 1))
            x -= page.pitch
        for index, column in enumerate(page.columns):
            write_column(pen, list(column), page.x(index), self._column_top(), page.style.but(colour=FADED))

    def _write_heading(self, pen: Pen) -> float:
        style = Style(face=Face.SEMIBOLD, size=30, colour=RED)
        pen.write(HEADING, LEFT, TOP + 32, style)
        y = TOP + 66
        for text in break_lines(self.reason, Style(size=22), BLOCK_LEFT - 30 - LEFT)[:2]:
            style = Style(size=22, colour=INK2)
            pen.write(text, LEFT - hang(text, style), y, style)
            y += 30
        pen.canvas.drawLine(LEFT, y - 10, BLOCK_LEFT - 30, y - 10, line(INK, 1))
        return y + 26

    def _write_facts(self, pen: Pen, y: float) -> float:
        rows: list[tuple[float, list[Fact]]] = []
        room = BLOCK_LEFT - 30 - LEFT
        facts = [Fact("动作", self.request.step.action.text), *self.reading.facts({}), *self.reading.circumstances()]
        for fact in facts:
            wide = fact_width(fact, room)
            if rows and rows[-1][0] + 28 + wide <= room:
                rows[-1] = (rows[-1][0] + 28 + wide, [*rows[-1][1], fact])
            else:
                rows.append((wide, [fact]))
        for _, row in rows[:8]:
            x = LEFT
            for fact in row:
                x = write_fact(pen, fact, x, y, room) + 28
            y += FACT_PITCH
        return y

    def _write_rest(self, pen: Pen, y: float) -> None:
        """The standard sentence and what was not said, as far as there is room above the time."""
        room = BLOCK_LEFT - 30 - LEFT
        asked = "；".join(text.rstrip("。？?") for text in self.reading.unsaid())
        for label, text in (("", tidy(self.request.step.sentence)), ("口述未说：", tidy(asked))):
            if not text:
                continue
            style = NOTE.but(size=22, colour=INK if not label else INK2)
            found = break_lines(label + text, style, room)
            left = int((BOTTOM - 40 - y) / NOTE_PITCH)
            if left < 1:
                break
            if len(found) > left:
                found = [*found[: left - 1], clipped("".join(found[left - 1 :]), style, room)]
            for line_text in found:
                pen.write(line_text, LEFT, y, style)
                y += NOTE_PITCH
            y += 10
        self._write_time(pen)

    def _write_time(self, pen: Pen) -> None:
        end = pen.write("口述", LEFT, BOTTOM - 4, Style(face=Face.SEMIBOLD, size=24, colour=RED))
        if self.request.quote_seconds is not None:
            pen.write(clock(self.request.quote_seconds), end + 14, BOTTOM - 4, NOTE)

    def facts(self) -> dict[str, str]:
        """Why there is no picture."""
        return {"reason": self.reason}
