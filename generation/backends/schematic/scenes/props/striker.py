"""Where tools that strike hit and are held, and how one swings from the wrist onto a point."""

import math
from dataclasses import dataclass
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.scenes.base import draw_holder
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.tools import Tool, draw_tool
from generation.backends.schematic.words.reading import Holder

WRIST: Final = 150.0  # pixels of the tool's own scale from the grip to the point about which it swings
SWING: Final = 24.0  # degrees
RISE: Final = 34.0  # pixels of the tool's own scale by which the hand goes up with it
EDGE: Final = 8.0  # pixels kept free above the raised tool


@dataclass(frozen=True, slots=True)
class Face:
    """In the tool's own pixels: the middle and half the width of its face, its handle's level, the height of its head."""

    middle: float
    half: float
    level: float
    head: float


FACES: Final = {
    "mallet": Face(60, 60, -59, 120),
    "hammer": Face(60, 28, -59, 122),
    "club": Face(90, 84, -18, 40),
    "pestle": Face(0, 34, 0, 34),
    "stone_pestle": Face(0, 46, 0, 46),
    "paddle": Face(130, 130, -13, 32),
    "block": Face(130, 130, -14, 32),
}


def face_of(tool: Tool) -> Face:
    """The face of a tool that strikes; of any other tool, its tip."""
    return FACES.get(tool.name, Face(0, 12, 0, 12))


@dataclass(frozen=True, slots=True)
class Swing:
    """A blow about to fall: onto which point, from how high (0 on the work, 1 raised), at which scale.

    ``room`` are the pixels above the point: the raised tool stays inside them.
    """

    at: Point
    lift: float
    scale: float
    room: float


def draw_striker(canvas: skia.Canvas, tool: Tool, holder: Holder, swing: Swing, *, assumed: bool = False) -> None:
    """The tool with its hand, coming from the right; the tool grey when ``assumed``."""
    face, scale = face_of(tool), swing.scale
    reach = (tool.grip - face.middle + WRIST) * scale
    free = max(0.0, swing.room - face.head * scale - EDGE)
    rise = min(RISE * scale, free * 0.3)
    turn = min(SWING, math.degrees(math.asin(min(1.0, (free - rise) / (reach + face.middle * scale)))))
    canvas.save()
    canvas.translate(*swing.at)
    canvas.translate(reach, -rise * swing.lift)
    canvas.rotate(turn * swing.lift)
    canvas.translate(-reach, 0)
    draw_tool(canvas, tool, (-face.middle * scale, 0), 0, scale, assumed=assumed)
    grip = ((tool.grip - face.middle) * scale, face.level * scale)
    draw_holder(canvas, holder, Pose(grip=Grip.FIST, at=grip, turn=3, size=0.85 * scale))
    canvas.restore()
