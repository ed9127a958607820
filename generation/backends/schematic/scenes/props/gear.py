"""The tool of a step that cuts, rubs or digs, and the hand on it."""

import math
from dataclasses import dataclass, field
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.scenes.base import draw_holder
from generation.backends.schematic.scenes.props.scissors import LOOPS, PIVOT, SHUT, draw_scissors
from generation.backends.schematic.scenes.props.sprite import Sprite
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.tools import TOOLS, Tool, draw_tool, tool_in
from generation.backends.schematic.words.reading import Holder, Reading

# Verbs that are at the same time the name of their tool.
IMPLIED: Final = {"剪": "scissors", "刨": "plane", "锯": "saw", "锉": "file", "凿": "chisel", "钻": "drill"}
BARE: Final = (110.0, -16.0)  # pixels from the finger tips to the middle of a flat hand, and its height
FINGERS: Final = 0.72  # the size of a hand in the loops of scissors
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

    The hand holds no farther from the tip than ``reach`` pixels of the tool, turned by ``twist`` degrees against it.
    """

    gear: Gear | None
    holder: Holder
    size: float
    reach: float = math.inf
    twist: float = 5.0
    _sprites: dict[float, Sprite] = field(default_factory=dict, compare=False)

    @property
    def snipping(self) -> bool:
        """Whether the tool opens and closes."""
        return self.gear is not None and self.gear.tool is TOOLS["scissors"]

    def slide(self, canvas: skia.Canvas, at: Point, turn: float = 0.0) -> None:
        """The same as :meth:`draw`, for a tool that keeps one turn all the time."""
        if turn not in self._sprites:
            self._sprites[turn] = Sprite(lambda sheet: self.draw(sheet, (0, 0), turn))
        self._sprites[turn].draw(canvas, at)

    def draw(self, canvas: skia.Canvas, at: Point, turn: float = 0.0, crossing: float = SHUT) -> None:
        """``turn`` in degrees; below 0 the handle rises. ``at`` is where scissors cut: see :func:`draw_scissors`."""
        canvas.save()
        canvas.translate(*at)
        canvas.rotate(turn)
        if self.snipping:
            self._draw_scissors(canvas, crossing)
            canvas.restore()
            return
        hold, (grip, level) = Grip.PALM, BARE
        if self.gear:
            tool = self.gear.tool
            hold, grip, level = tool.hold, tool.grip, tool.level
            draw_tool(canvas, tool, (0, 0), 0, self.size, assumed=not self.gear.said)
        place = (min(grip, self.reach) * self.size, level * self.size)
        draw_holder(canvas, self.holder, Pose(grip=hold, at=place, turn=self.twist, size=HAND * self.size))
        canvas.restore()

    def _draw_scissors(self, canvas: skia.Canvas, crossing: float) -> None:
        canvas.scale(self.size, self.size)
        fingers = Pose(grip=Grip.FIST, at=(LOOPS - PIVOT, 0), turn=3, size=FINGERS)
        draw_scissors(
            canvas,
            crossing,
            lambda: draw_holder(canvas, self.holder, fingers),
            assumed=not (self.gear and self.gear.said),
        )
