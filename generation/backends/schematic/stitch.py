"""stitch_along_path: a needle goes in at an angle, again and again, along a line on a cloth."""

import math
from dataclasses import dataclass
from typing import ClassVar, Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.amounts import speed_in_mm
from generation.backends.schematic.hands import Grip, Pose
from generation.backends.schematic.lens import StitchLens
from generation.backends.schematic.lines import Track, circle, hatching, ink, pen_line, polygon, rectangle, weave
from generation.backends.schematic.notation import Angle, Look, arrow, draw_angle, write_angle
from generation.backends.schematic.palette import CARD, GREY, HAIR, INK, INK2, RED, WOOD, fill, line
from generation.backends.schematic.reading import Reading
from generation.backends.schematic.scene import (
    Moment, Panel, Scene, Stage, draw_holder, ease, mirrored, span, write_hand,
)  # fmt: skip
from generation.backends.schematic.shapes import outline_named_in, plain
from generation.backends.schematic.text import CAPTION, FACT, Pen
from generation.backends.schematic.tools import NEEDLE, draw_tool
