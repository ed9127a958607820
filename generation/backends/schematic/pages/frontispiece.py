"""The picture beside the title: the tools that were named, or one figure of one of the steps."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import skia

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Step
from generation.backends.schematic.drawing.palette import BLUE
from generation.backends.schematic.drawing.text import NOTE, Face, Pen, Style, clipped, tidy
from generation.backends.schematic.scenes.base import Moment, Scene, Stage
from generation.backends.schematic.things.engraving import extent
from generation.backends.schematic.things.tools import TOOLS, Tool, draw_tool

MOST_TOOLS: Final = 5
TOOL_ROOM: Final = 112.0  # the narrowest place for one tool
TOOL_NOTE: Final = "口述提到的器具，不按比例"
LARGEST: Final = 2.4  # times the size of its drawing
FIGURE_NOTE: Final = "灰＝图示假定"
SHOWN: Final = 0.72  # of a step's film: work well under way
SECONDS: Final = 6.0


class Frontispiece(Protocol):
    """A picture for the title page. ``narrowest`` is the width in pixels below which it is better left out."""

    narrowest: float

    def draw(self, pen: Pen, room: skia.Rect) -> None:
        """Draw it into the room."""


@dataclass(frozen=True, slots=True)
class SaidTool:
    """A tool under the name the master gave it."""

    name: str
    tool: Tool


def said_tools(steps: Sequence[Step]) -> list[SaidTool]:
    """The named tools of which there is a drawing under exactly this name, in spoken order; none twice."""
    found: dict[str, SaidTool] = {}
    for term in (term for step in steps for term in step.tool):
        tool = next((tool for tool in TOOLS.values() if fold(term.text) in tool.words), None)
        if tool:
            found.setdefault(tool.name, SaidTool(tidy(term.text), tool))
    return list(found.values())


class ToolRow:
    """Tools hung side by side with the tip down, each as large as its place allows, its name below."""

    narrowest = 264.0

    def __init__(self, tools: Sequence[SaidTool]) -> None:
        self.tools = tools

    def draw(self, pen: Pen, room: skia.Rect) -> None:
        """As many as there is room for."""
        hung = self.tools[: min(MOST_TOOLS, int(room.width() / TOOL_ROOM))]
        wide = min(room.width() / len(hung), 1.7 * TOOL_ROOM)
        start = room.centerX() - wide * len(hung) / 2
        style = Style(face=Face.SEMIBOLD, size=30, colour=BLUE, anchor="m")
        for index, one in enumerate(hung):
            x = start + wide * (index + 0.5)
            place = skia.Rect.MakeLTRB(x - wide / 2 + 10, room.top() + 12, x + wide / 2 - 10, room.bottom() - 92)
            _hang(pen.canvas, one.tool, place)
            pen.write(clipped(one.name, style, wide - 10), x, room.bottom() - 50, style)
        pen.write(TOOL_NOTE, room.centerX(), room.bottom() - 10, NOTE.but(anchor="m"))


class StepFigure:
    """One figure of a step, larger than on its own plate. ``make`` sets it on a stage, ``name`` is that of the step."""

    narrowest = 400.0

    def __init__(self, name: str, make: Callable[[Stage], Scene]) -> None:
        self.name = name
        self.make = make

    def draw(self, pen: Pen, room: skia.Rect) -> None:
        """The figure with its caption, and the step it is taken from."""
        scene = self.make(Stage(room.left() + 10, room.top() + 4, room.width() - 20, room.height() - 40))
        scene.still(pen)
        scene.moving(pen, Moment(SHOWN * SECONDS, SECONDS))
        note = f"{self.name}　{FIGURE_NOTE}"
        pen.write(clipped(note, NOTE, room.width() - 20), room.left() + 10, room.bottom() - 8, NOTE)


def _hang(canvas: skia.Canvas, tool: Tool, room: skia.Rect) -> None:
    reach = extent("tools", tool.name)
    size = min(LARGEST, room.width() / reach.height(), room.height() / reach.width())
    # Turned by a quarter, the drawing's x axis runs upwards.
    at = room.centerX() - size * reach.centerY(), room.centerY() + size * reach.centerX()
    draw_tool(canvas, tool, at, -90, size)
