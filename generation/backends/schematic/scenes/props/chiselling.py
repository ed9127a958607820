"""The hammer that drives a chisel or a graver on: it falls on the end of the handle, from the side of the other hand."""

import math
from dataclasses import replace
from typing import Final

import skia

from craftnlp.spec import HandSide
from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.scenes.base import ease, span
from generation.backends.schematic.scenes.props.gear import Gear
from generation.backends.schematic.scenes.props.striker import Swing, draw_striker
from generation.backends.schematic.things.tools import TOOLS
from generation.backends.schematic.words.reading import SIDE_NAMES, Holder, Reading

HAMMERS: Final = ("hammer", "mallet")
HIT: Final = 0.42  # part of a beat at which the hammer arrives
LENGTHS: Final = {"graver": 160.0, "chisel": 215.0, "knife": 190.0}  # pixels of the drawing, tip to end
SMALLER: Final = 0.86  # a hammer beside a chisel of size 1


def driven(beat: float) -> float:
    """How far the edge has come after so many beats, in beats: it stands until it is hit."""
    return int(beat) + ease(span(beat % 1, HIT, HIT + 0.16))


def lift(beat: float) -> float:
    """How high the hammer is, 1 raised, 0 on the handle."""
    phase = beat % 1
    return 1 - span(phase, 0.1, HIT) ** 2 if phase < HIT else ease(span(phase, HIT + 0.14, 1.0))


def hammer_in(reading: Reading) -> Gear:
    """The said hammer or mallet; else a grey one that is assumed."""
    words = [(len(word), name) for name in HAMMERS for word in TOOLS[name].words if word in reading.tools]
    if words:
        return Gear(TOOLS[max(words)[1]], said=True)
    return reading.assume("锤子的样子" if reading.says("锤", "槌") else "敲打的锤子", Gear(TOOLS["hammer"], said=False))


def hammering_hand(reading: Reading, holder: Holder) -> Holder:
    """The hand that does not hold the chisel, by its name when the words have it."""
    side = HandSide.RIGHT if holder.left else HandSide.LEFT
    if holder.said and any(hand.side in (HandSide.LEFT, HandSide.RIGHT) for hand in reading.step.hand[1:]):
        return Holder(SIDE_NAMES[side], left=not holder.left)
    return reading.assume("另一只手", Holder("", left=not holder.left))


def draw_hammer(canvas: skia.Canvas, gear: Gear, holder: Holder, swing: Swing, turn: float) -> None:
    """Draw the hammer over the end of a chisel that is turned by ``turn`` degrees; it comes from the left."""
    canvas.save()
    canvas.translate(*swing.at)
    canvas.rotate(turn + 90)
    canvas.scale(-1, 1)
    blow = replace(swing, at=(0, 0), scale=swing.scale * SMALLER)
    draw_striker(canvas, gear.tool, holder, blow, assumed=not gear.said)
    canvas.restore()


def end_of(gear: Gear, at: Point, turn: float, size: float) -> Point:
    """Where the handle of a tool ends whose tip is at a point."""
    long, way = LENGTHS.get(gear.tool.name, gear.tool.grip + 60) * size, math.radians(turn)
    return at[0] + long * math.cos(way), at[1] + long * math.sin(way)
