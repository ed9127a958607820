"""The tools a plate can draw, read from ``tools.toml`` and the drawings in ``drawings/tools/``.

A tool's tip is at the origin, its handle runs along the x axis. What strikes, cuts or rubs with a whole side has that side
on the axis and its body above it.
"""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

import skia

from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.things.engraving import engraved
from generation.backends.schematic.things.hands import Grip
from generation.backends.schematic.words.reading import Reading


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: its name in the field's language, where (x) and how it is held, what it is good for.

    ``level`` is the y of the place where it is held: above the axis for a tool that works with a side. The origin of a
    ``centred`` tool is its middle; it is held at both ends.
    """

    name: str
    zh: str
    words: tuple[str, ...]
    grip: float
    hold: Grip
    does: frozenset[str]
    level: float = 0.0
    centred: bool = False


def _read() -> dict[str, Tool]:
    rows: dict[str, dict[str, Any]] = tomllib.loads(files(__package__).joinpath("tools.toml").read_text("utf-8"))
    return {name: _tool(name, row) for name, row in rows.items()}


def _tool(name: str, row: dict[str, Any]) -> Tool:
    words, does = tuple(row["words"]), frozenset(row["does"])
    return Tool(
        name, row["zh"], words, row["grip"], Grip(row["hold"]), does, row.get("level", 0.0), row.get("centred", False)
    )


TOOLS: Final = _read()
NEEDLE: Final = TOOLS["needle"]
NEEDLE_POINT: Final = Tool("needle_point", "针尖", (), 400, Grip.PINCH, frozenset())  # magnified
STYLUS: Final = Tool("stylus", "工具", (), 100, Grip.PINCH, frozenset())  # grey: nobody said what it looks like
BLOCK: Final = Tool("block", "工具", (), 426, Grip.FIST, frozenset(), -14)  # grey, for striking and pressing


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


def draw_tool(
    canvas: skia.Canvas, tool: Tool, at: Point, turn: float, size: float = 1.0, *, assumed: bool = False
) -> None:
    """Draw a tool with its tip at a point, its handle turned by ``turn`` degrees; grey when ``assumed``."""
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(turn)
    canvas.scale(size, size)
    canvas.drawPicture(engraved("tools", tool.name, assumed))
    canvas.restore()
