"""The tool of a step that cuts, rubs or digs, and the hand on it."""

import math
from dataclasses import dataclass
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.scenes.base import draw_holder
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.tools import TOOLS, Tool, draw_tool, tool_in
from generation.backends.schematic.words.reading import Holder, Reading

# Verbs that are at the same time the name of their tool.
IMPLIED: Final = {"剪": "scissors", "刨": "plane", "锯": "saw", "锉": "file", "凿": "chisel", "钻": "drill"}
BARE: Final = (110.0, -16.0)  # pixels from the finger tips to the middle of a flat hand, and its height
HAND: Final = 0.8  # the size of a hand beside a tool of size 1


@dataclass(frozen=True, slots=True)
class Gear:
    """A tool, and whether the words name it; otherwise it is drawn grey, as an example."""

    tool: Tool
    said: bool


def gear_for(reading: Reading, *works: str, unsaid: str) -> Gear:
    """The said tool that is good for one of the works, else the one the verb names, else a grey ``unsaid`` one."""
    for work in works:
        tool = tool_in(reading, does=work)
        if tool:
            return Gear(tool, said=True)
    if not reading.tools:
        for verb, name in IMPLIED.items():
            if verb in reading.verb:
                return Gear(TOOLS[name], said=True)
    return reading.assume("工具的样子" if reading.tools else "工具", Gear(TOOLS[unsaid], said=False))


@dataclass(frozen=True, slots=True)
class ToolInHand:
    """A tool and the hand on it, drawn with the tool's tip at a point; without a tool the bare hand, flat.

    The hand holds no farther from the tip than ``reach`` pixels of the tool.
    """

    gear: Gear | None
    holder: Holder
    size: float
    reach: float = math.inf

    def draw(self, canvas: skia.Canvas, at: Point, turn: float = 0.0) -> None:
        """``turn`` in degrees; below 0 the handle rises."""
        canvas.save()
        canvas.translate(*at)
        canvas.rotate(turn)
        hold, (grip, level) = Grip.PALM, BARE
        if self.gear:
            tool = self.gear.tool
            hold, grip, level = tool.hold, tool.grip, tool.level
            draw_tool(canvas, tool, (0, 0), 0, self.size, assumed=not self.gear.said)
        place = (min(grip, self.reach) * self.size, level * self.size)
        draw_holder(canvas, self.holder, Pose(grip=hold, at=place, turn=5, size=HAND * self.size))
        canvas.restore()
