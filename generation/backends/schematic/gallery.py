"""One sheet to look at: every hand, every tool, and a still of every sample by family of motion."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Final

import skia

from generation.backends.base import RenderRequest
from generation.backends.schematic import Schematic
from generation.backends.schematic.choose import Choice, choose
from generation.backends.schematic.drawing.lines import rectangle
from generation.backends.schematic.drawing.palette import HAIR, PAPER, RED, colour, fill, line
from generation.backends.schematic.drawing.text import FACT, NOTE, Pen, TextLog, clipped
from generation.backends.schematic.film import Film
from generation.backends.schematic.samples import SAMPLES
from generation.backends.schematic.scenes.base import Family
from generation.backends.schematic.things.engraving import extent
from generation.backends.schematic.things.hands import Grip, Pose, draw_hand, draw_pair
from generation.backends.schematic.things.tools import BLOCK, NEEDLE_POINT, STYLUS, TOOLS, Tool, draw_tool

WIDTH: Final = 2400
EDGE: Final = 60
SECTION: Final = 100.0  # the height of a section's title
LABEL: Final = 44.0  # below each cell
STILL_SHARE: Final = 0.72
GRIP_NAMES: Final = {
    Grip.PINCH: "捏",
    Grip.FIST: "握",
    Grip.PALM: "平按",
    Grip.CUP: "托",
    Grip.STRAND: "捏线",
    Grip.GUIDE: "扶柄",
    Grip.HEEL: "掌根压",
    Grip.THUMB: "拇指压",
}

Draw = Callable[[skia.Canvas, skia.Rect], None]


@dataclass(frozen=True, slots=True)
class Cell:
    """One thing with its caption."""

    caption: str
    draw: Draw


@dataclass(frozen=True, slots=True)
class Section:
    """Cells under one title, ``columns`` to a row, each ``height`` pixels high."""

    title: str
    columns: int
    height: float
    cells: Sequence[Cell]

    @property
    def tall(self) -> float:
        """The height with title and captions."""
        rows = -(-len(self.cells) // self.columns)
        return SECTION + rows * (self.height + LABEL)

    def draw(self, pen: Pen, top: float) -> None:
        """Draw title, frames, things, captions; ``top`` in pixels from the upper edge of the sheet."""
        pen.write(self.title, EDGE, top + 66, FACT.but(size=44))
        pen.canvas.drawLine(EDGE, top + 84, WIDTH - EDGE, top + 84, line(HAIR, 2))
        wide = (WIDTH - 2 * EDGE) / self.columns
        for index, cell in enumerate(self.cells):
            row, column = divmod(index, self.columns)
            x, y = EDGE + column * wide, top + SECTION + row * (self.height + LABEL)
            room = skia.Rect.MakeXYWH(x + 6, y, wide - 12, self.height - 6)
            pen.canvas.save()
            pen.canvas.clipRect(room)
            cell.draw(pen.canvas, room)
            pen.canvas.restore()
            pen.canvas.drawPath(rectangle(room.x(), room.y(), room.width(), room.height()), line(HAIR, 1.2))
            pen.write(clipped(cell.caption, NOTE, wide - 20), x + 10, y + self.height + 22, NOTE)


def gallery(out: Path) -> None:
    """Write one sheet as a PNG file, as tall as it must be."""
    sections = [_hands(), _tools(), *_templates()]
    height = round(sum(section.tall for section in sections) + EDGE)
    surface = skia.Surface(WIDTH, height)
    pen = Pen(surface.getCanvas(), TextLog())
    pen.canvas.clear(colour(PAPER))
    top = 0.0
    for section in sections:
        section.draw(pen, top)
        top += section.tall
    out.parent.mkdir(parents=True, exist_ok=True)
    surface.makeImageSnapshot().save(str(out))


def _hands() -> Section:
    cells = [Cell(f"{name}·{side}", _hand_cell(grip, side)) for grip, name in GRIP_NAMES.items() for side in SIDES]
    return Section("手", len(SIDES), 230, cells)


SIDES: Final = ("右手", "左手", "双手", "没说哪只手")


def _hand_cell(grip: Grip, side: str) -> Draw:
    def draw(canvas: skia.Canvas, room: skia.Rect) -> None:
        middle, level = room.centerX(), room.centerY() + (40 if grip in (Grip.HEEL, Grip.THUMB) else 0)
        canvas.drawLine(room.left(), level, room.right(), level, line(RED, 1, 0.5))
        right = Pose(grip=grip, at=(middle - 70, level), size=0.9)
        left = replace(right, at=(middle + 70, level), mirrored=True)
        if side == "双手":
            apart = (
                replace(left, at=(middle - 100, level), size=0.6),
                replace(right, at=(middle + 100, level), size=0.6),
            )
            draw_pair(canvas, *apart)
        else:
            draw_hand(canvas, left if side == "左手" else replace(right, assumed=side != "右手"))

    return draw


def _tools() -> Section:
    cells = [
        Cell(f"{tool.zh}  {tool.name}", _tool_cell(tool)) for tool in (*TOOLS.values(), NEEDLE_POINT, STYLUS, BLOCK)
    ]
    return Section("工具", 6, 170, cells)


def _tool_cell(tool: Tool) -> Draw:
    """A tool as large as its cell allows; a dot marks its tip, a ring the place where it is held."""

    def draw(canvas: skia.Canvas, room: skia.Rect) -> None:
        reach = extent("tools", tool.name)
        size = min(1.4, (room.width() - 60) / reach.width(), (room.height() - 30) / reach.height())
        x = room.centerX() - size * reach.centerX()
        y = room.centerY() - size * reach.centerY()
        canvas.drawLine(room.left(), y, room.right(), y, line(RED, 1, 0.5))
        draw_tool(canvas, tool, (x, y), 0, size)
        canvas.drawCircle(x, y, 4, fill(RED))
        canvas.drawCircle(x + size * tool.grip, y + size * tool.level, 6, line(RED, 2))

    return draw


def _templates() -> list[Section]:
    """A still of every sample; samples of one family stand together."""
    chosen = [(name, request, choose(request.step)) for name, request in SAMPLES.items()]
    ordered = sorted(chosen, key=lambda one: _place(one[2]))
    return [
        Section(
            f"图式·{title}",
            6,
            222,
            [Cell(f"{choice.template}  {name}", _still(request)) for name, request, choice in group],
        )
        for title, group in groupby(ordered, key=lambda one: _title(one[2]))
    ]


def _place(choice: Choice) -> int:
    return list(Family).index(Family[choice.family.upper()]) if choice.family else len(Family)


def _title(choice: Choice) -> str:
    return str(Family[choice.family.upper()]) if choice.family else "原话卡"


def _still(request: RenderRequest) -> Draw:
    def draw(canvas: skia.Canvas, room: skia.Rect) -> None:
        asked = Schematic().plan(replace(request, frames=145))
        surface = skia.Surface(asked.width, asked.height)
        Film(asked, grain=False).draw(round(STILL_SHARE * (asked.frames - 1)), surface.getCanvas())
        picture = surface.makeImageSnapshot().withDefaultMipmaps()
        smooth = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
        canvas.drawImageRect(picture, room, smooth)

    return draw
