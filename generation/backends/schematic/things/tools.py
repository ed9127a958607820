"""The tools a plate can draw, read from ``tools.toml`` and the drawings in ``tools/``.

A tool's tip is at the origin, its handle runs along the x axis; the striking face of a hammer is the level of the axis.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

import skia

from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.things import old_tools
from generation.backends.schematic.things.hands import Grip
from generation.backends.schematic.words.reading import Reading


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: its name in the field's language, where (x) and how it is held, what it is good for."""

    name: str
    zh: str
    words: tuple[str, ...]
    grip: float
    hold: Grip
    does: frozenset[str]


def _read() -> dict[str, Tool]:
    rows: dict[str, dict[str, Any]] = tomllib.loads(files(__package__).joinpath("tools.toml").read_text("utf-8"))
    return {
        name: Tool(name, row["zh"], tuple(row["words"]), row["grip"], Grip(row["hold"]), frozenset(row["does"]))
        for name, row in rows.items()
    }


TOOLS: Final = _read()
NEEDLE: Final = TOOLS["needle"]
NEEDLE_POINT: Final = Tool("needle_point", "针尖", (), 400, Grip.PINCH, frozenset())  # magnified
STYLUS: Final = Tool("stylus", "工具", (), 100, Grip.PINCH, frozenset())  # grey: nobody said what it looks like
BLOCK: Final = Tool("block", "工具", (), 426, Grip.FIST, frozenset())  # grey, for striking and pressing


def tool_in(reading: Reading, *, does: str) -> Tool | None:
    """The said tool that is good for something, or ``None``. Of several words the longest one counts."""
    found = [
        (len(word), tool)
        for tool in TOOLS.values()
        if does in tool.does
        for word in tool.words
        if word in reading.tools
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def draw_tool(canvas: skia.Canvas, tool: Tool, at: Point, turn: float, size: float = 1.0) -> None:
    """Draw a tool with its tip at a point, its handle turned by ``turn`` degrees."""
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(turn)
    canvas.scale(size, size)
    canvas.drawPicture(picture(tool.name))
    canvas.restore()


@cache
def picture(name: str) -> skia.Picture:
    """A tool recorded once."""
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-600, -400, 900, 400))
    old_tools.DRAWINGS.get(name, old_tools.DRAWINGS["stylus"])(canvas)
    return recorder.finishRecordingAsPicture()
