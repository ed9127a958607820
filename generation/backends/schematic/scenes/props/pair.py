"""Two hands on soft work: both said, one said and the other assumed, or both assumed."""

from dataclasses import dataclass

import skia

from craftnlp.spec import HandSide
from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.scenes.base import draw_holder
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.words.reading import SIDE_NAMES, Holder, Reading


@dataclass(frozen=True, slots=True)
class Pair:
    """The hand that leads (its name is what was said), and its partner, which may be only an outline."""

    lead: Holder
    other: Holder


def pair_in(reading: Reading) -> Pair:
    """The two hands as said. 双手 names both; one named hand leaves the other assumed."""
    if any(hand.side is HandSide.BOTH for hand in reading.step.hand):
        both = SIDE_NAMES[HandSide.BOTH]
        return Pair(Holder(both), Holder(both, left=True))
    lead = reading.holder()
    return Pair(lead, reading.assume("另一只手", Holder("", left=not lead.left)))


def draw_pair(canvas: skia.Canvas, pair: Pair, places: tuple[Point, Point], look: Pose) -> None:
    """Both hands in one pose, at a left and a right place; ``look`` gives grip, turn and size of the right one."""
    for holder in (pair.other, pair.lead):
        at = places[0] if holder.left else places[1]
        pose = Pose(grip=look.grip, at=at, turn=look.turn, size=look.size, mirrored=holder.left)
        draw_holder(canvas, holder, pose)


FROM_BELOW = Pose(grip=Grip.PALM, turn=64, size=0.6)
