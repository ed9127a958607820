"""A tool whose tip is in a vessel, and the hand that holds it from the upper right."""

import math
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.scenes.base import draw_holder
from generation.backends.schematic.things.hands import Pose
from generation.backends.schematic.things.tools import Tool, draw_tool
from generation.backends.schematic.words.reading import Holder

LONGEST: Final = 190.0


def draw_held(canvas: skia.Canvas, holder: Holder, tool: Tool, tip: Point, lean: float, size: float) -> None:
    """Tool and hand; ``lean`` are the degrees to which the handle is turned, ``size`` is the size of the hand.

    A long tool is drawn smaller, so that the hand stays in the picture.
    """
    scale = min(1.0, LONGEST / max(1.0, tool.grip))
    draw_tool(canvas, tool, tip, lean, scale)
    cos, sin = math.cos(math.radians(lean)) * scale, math.sin(math.radians(lean)) * scale
    grip = (tip[0] + tool.grip * cos - tool.level * sin, tip[1] + tool.grip * sin + tool.level * cos)
    draw_holder(canvas, holder, Pose(grip=tool.hold, at=grip, turn=lean + 8, size=size))
