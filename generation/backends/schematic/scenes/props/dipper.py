"""A tool whose tip is in a vessel, and the hand that holds it from the upper right."""

import math
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.scenes.base import draw_holder
from generation.backends.schematic.scenes.props.sprite import Sprite
from generation.backends.schematic.things.hands import Pose
from generation.backends.schematic.things.tools import Tool, draw_tool
from generation.backends.schematic.words.reading import Holder

LONGEST: Final = 190.0


class Dipper:
    """Tool and hand; ``lean`` are the degrees to which the handle is turned, ``size`` is the size of the hand.

    A tool whose hand would be farther than ``longest`` pixels from its tip is drawn smaller, so that the hand stays in
    the picture.
    """

    def __init__(self, holder: Holder, tool: Tool, lean: float, size: float, longest: float = LONGEST) -> None:
        self.holder = holder
        self.tool = tool
        self.lean = lean
        self.size = size
        self.longest = longest
        self._cutout = Sprite(self._print)

    def _print(self, canvas: skia.Canvas) -> None:
        tool, scale = self.tool, min(1.0, self.longest / max(1.0, self.tool.grip))
        draw_tool(canvas, tool, (0, 0), self.lean, scale)
        cos, sin = math.cos(math.radians(self.lean)) * scale, math.sin(math.radians(self.lean)) * scale
        grip = (tool.grip * cos - tool.level * sin, tool.grip * sin + tool.level * cos)
        draw_holder(canvas, self.holder, Pose(grip=tool.hold, at=grip, turn=self.lean + 8, size=self.size))

    def draw(self, canvas: skia.Canvas, tip: Point) -> None:
        """Draw both with the tip of the tool at a point."""
        self._cutout.draw(canvas, tip)
