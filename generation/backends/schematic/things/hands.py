"""Hands, drawn for this project. The grip is at the origin, the tool runs along the x axis, its tip to the left.

They are right hands seen as a maker's right hand comes from the right; mirrored they are left hands.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

import skia

from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.things.engraving import engraved


class Grip(StrEnum):
    """How a hand holds; each is a drawing in ``drawings/hands/``."""

    PINCH = "pinch"  # a slender tool between thumb and two fingers
    FIST = "fist"  # round a handle
    PALM = "palm"  # flat on the work, fingers forward, seen from above
    CUP = "cup"  # open, holding something from below: the x axis is the level of the palm
    STRAND = "strand"  # a strand between thumb and forefinger; it runs along the x axis through the grip
    GUIDE = "guide"  # round a handle with the forefinger stretched along it, as one guides a knife
    THUMB = "thumb"  # the thumb pressing down on the x axis, from the side, the fingers curled behind it
    HEEL = (
        "heel"  # the heel of the hand pressing down on the x axis, from the side, fingers to the left and a little up
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """Where a hand is: its grip point, its turn in degrees, its size, and whether it is the other hand.

    An ``assumed`` hand (no hand was said) is only an outline.
    """

    grip: Grip = Grip.PINCH
    at: Point = (0, 0)
    turn: float = 0.0
    size: float = 0.6
    mirrored: bool = False
    assumed: bool = False


def draw_hand(canvas: skia.Canvas, pose: Pose) -> None:
    """Draw a hand. A mirrored pose is flipped left to right before it is turned."""
    canvas.save()
    canvas.translate(*pose.at)
    if pose.mirrored:
        canvas.scale(-1, 1)
    canvas.rotate(pose.turn)
    canvas.scale(pose.size, pose.size)
    canvas.drawPicture(engraved("hands", pose.grip, pose.assumed))
    canvas.restore()


def draw_pair(canvas: skia.Canvas, left: Pose, right: Pose) -> None:
    """Both hands on one thing, the left one behind; whichever way the poses face, left is left and right is right."""
    draw_hand(canvas, replace(left, mirrored=True))
    draw_hand(canvas, replace(right, mirrored=False))
