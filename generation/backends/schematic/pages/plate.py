"""The book page around every picture: border, column, title, facts, what was assumed, the quote, the thread of time."""

from dataclasses import dataclass
from typing import Final

from generation.backends.base import LABEL_AREA, RenderRequest
from generation.backends.schematic.drawing.lines import rectangle
from generation.backends.schematic.drawing.numerals import chinese, clock
from generation.backends.schematic.drawing.palette import GREY, INK, PALE, RED, fill, line
from generation.backends.schematic.drawing.text import (
    FACT,
    NOTE,
    Face,
    Pen,
    Style,
    balanced_lines,
    break_lines,
    clipped,
    hang,
    tidy,
    width,
)  # fmt: skip
from generation.backends.schematic.pages.frame import draw_border, draw_column, longest_place, place_of
from generation.backends.schematic.pages.rail import LEFT, RIGHT, Rail
from generation.backends.schematic.scenes.base import Stage
from generation.backends.schematic.words.reading import Fact

STAGE_LEFT: Final = 124.0
STAGE_BOTTOM: Final = 588.0
TITLE: Final = Style(face=Face.SEMIBOLD, size=42)
TITLE_GAP: Final = 14.0
FACT_TOP: Final = 118.0
FACT_ROW: Final = 37.0
FACT_ROWS: Final = 3
NOTE_ROW: Final = 25.0


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the picture; its height decides where the stage begins."""

    facts: tuple[Fact, ...]
    assumed: tuple[str, ...]
    credits: tuple[str, ...] = ()
    mirrored: bool = False

    def fact_rows(self) -> list[list[Fact]]:
        """The facts in as many rows as the page has room for; of more, the notes say that they stand beside the film."""
        return self._all_rows()[:FACT_ROWS]

    def _all_rows(self) -> list[list[Fact]]:
        rows: list[list[Fact]] = [[]]
        x = LEFT
        for fact in self.facts:
            wide = fact_width(fact)
            if rows[-1] and x + wide > RIGHT:
                rows.append([])
                x = LEFT
            rows[-1].append(fact)
            x += wide + 34
        return rows

    def note_lines(self) -> list[str]:
        """The list of assumptions in at most two lines."""
        text = "；".join(
            part
            for part in (
                "镜像：左右手对调" if self.mirrored else "",
                *self.credits,
                "其余所说的见片旁" if len(self._all_rows()) > FACT_ROWS else "",
                "灰＝图示假定，口述未说：" + "、".join(self.assumed) if self.assumed else "",
            )
            if part
        )
        if not text:
            return []
        found = break_lines(text, NOTE, RIGHT - LEFT - 30)
        if len(found) > 2:
            found = [found[0], clipped("".join(found[1:]), NOTE, RIGHT - LEFT - 30)]
        return found

    def stage(self) -> Stage:
        """The room left for the picture."""
        top = FACT_TOP + FACT_ROW * len(self.fact_rows()) + NOTE_ROW * len(self.note_lines()) + 8
        return Stage(STAGE_LEFT, top, RIGHT - STAGE_LEFT + 4, STAGE_BOTTOM - top)


def fact_width(fact: Fact, room: float = RIGHT - LEFT) -> float:
    """How wide a fact is, from its label to its end."""
    label, value, mark = _fact_parts(fact, room)
    return width(label, NOTE.but(size=22)) + 8 + width(value, FACT) + width(mark, NOTE)


def _fact_parts(fact: Fact, room: float) -> tuple[str, str, str]:
    mark = "（承上文）" if fact.carried else ""
    left = room - width(fact.label + mark, NOTE.but(size=22)) - 8
    return fact.label, clipped(tidy(fact.value), FACT, left), mark


def draw_header(pen: Pen, header: Header) -> None:
    """The facts and the assumptions."""
    base = FACT_TOP + 28
    for row in header.fact_rows():
        x = LEFT
        for fact in row:
            x = write_fact(pen, fact, x, base) + 34
        base += FACT_ROW
    for index, text in enumerate(header.note_lines()):
        y = base - 6 + NOTE_ROW * index
        if index == 0:
            swatch = rectangle(LEFT, y - 15, 20, 14)
            pen.canvas.drawPath(swatch, fill(PALE))
            pen.canvas.drawPath(swatch, line(GREY, 1.6, dash=(4, 3)))
        pen.write(text, LEFT + 30, y, NOTE)


def write_fact(pen: Pen, fact: Fact, x: float, base: float, room: float = RIGHT - LEFT) -> float:
    """One fact: a small label, the value, and whether it came from another clause."""
    label, value, mark = _fact_parts(fact, room)
    x = pen.write(label, x, base, NOTE.but(size=22)) + 8
    return pen.write(mark, pen.write(value, x, base, FACT), base, NOTE)


def draw_furniture(pen: Pen, request: RenderRequest) -> None:
    """Border, column, title row and rail: on every plate of a technique in the same place."""
    count = request.step_count
    draw_border(pen.canvas)
    draw_column(
        pen,
        request.craft,
        request.technique,
        place=place_of(request.step_number, count),
        longest=longest_place(count),
    )
    _write_title(pen, request)
    Rail(request.step_number, count).draw_still(pen.canvas)


def _write_title(pen: Pen, request: RenderRequest) -> None:
    mark = Style(face=Face.SEMIBOLD, size=26, colour="#FFF8EC")
    label = f"第{chinese(request.step_number)}步"
    wide = width(label, mark) + 26
    pen.canvas.drawPath(rectangle(LEFT, 51, wide, 44, 3), fill(RED))
    pen.write(label, LEFT + 13, 83, mark)
    x = LEFT + wide + 16
    found, style = title_lines(tidy(request.title), LABEL_AREA[0] - TITLE_GAP - x)
    pitch = style.size * 1.22
    base = 73 + style.size * 0.36 - pitch * (len(found) - 1) / 2
    for index, text in enumerate(found):
        pen.write(text, x, base + pitch * index, style)


def title_lines(title: str, room: float) -> tuple[list[str], Style]:
    """The title in the largest size that stays left of the label."""
    for size, rows in ((42, 1), (36, 1), (32, 2), (28, 2), (24, 3)):
        style = TITLE.but(size=size)
        found = balanced_lines(title, style, room)
        if len(found) <= rows and all(width(text, style) <= room for text in found):
            return found, style
    found = break_lines(title, style, room - style.size)
    kept = [*found[:2], clipped("".join(found[2:]), style, room)]
    return [clipped(text, style, room) for text in kept if text], style


def draw_quote(pen: Pen, request: RenderRequest) -> None:
    """The master's words below the picture, with their time in the recording."""
    pen.canvas.drawLine(STAGE_LEFT, 592, RIGHT + 4, 592, line(INK, 1))
    x = LEFT + 104
    words = f"“{tidy(request.quote or request.step.clause.text)}”"
    found, style = quote_lines(words, tidy(request.step.clause.text), RIGHT - x)
    pitch = 37 if len(found) <= 2 else 26
    base = {1: 642, 2: 628}.get(len(found), 616)
    timed = request.quote_seconds is not None
    pen.write("口述", LEFT, 628 if timed else base, Style(face=Face.SEMIBOLD, size=24, colour=RED))
    if request.quote_seconds is not None:
        pen.write(clock(request.quote_seconds), LEFT, 656, NOTE)
    for index, text in enumerate(found):
        pen.write(text, x - hang(text, style), base + pitch * index, style)


def quote_lines(words: str, clause: str, room: float) -> tuple[list[str], Style]:
    """The quote in two lines or, smaller, in three; a longer one is cut down to the surroundings of the clause."""
    for size, rows in ((30, 1), (28, 2), (26, 2), (22, 3)):
        style = Style(size=size)
        found = balanced_lines(words, style, room)
        if len(found) <= rows:
            return found, style
    letters = int(room / style.size * 3) - 6
    start = max(0, words.find(clause) - max(0, letters - len(clause)) // 2) if clause in words else 0
    start = max(0, min(start, len(words) - letters))
    piece = words[start : start + letters]
    piece = ("“…" if start else "") + piece + ("…”" if start + letters < len(words) else "")
    return break_lines(piece, style, room)[:3], style
