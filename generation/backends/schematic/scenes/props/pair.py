"""Two hands on soft work: both said, one said and the other assumed, or both assumed."""

from dataclasses import dataclass, replace

import skia

from craftnlp.spec import HandSide
from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.scenes.props.sprite import hand_sprite
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


class PairOfPalms:
    """Both hands in one pose; ``look`` gives grip, turn and size of the right one."""

    def __init__(self, pair: Pair, look: Pose) -> None:
        self._palms = [
            (holder.left, hand_sprite(holder, replace(look, mirrored=holder.left)))
            for holder in (pair.other, pair.lead)
        ]

    def draw(self, canvas: skia.Canvas, places: tuple[Point, Point]) -> None:
        """Draw them at a left and a right place."""
        for left, palm in self._palms:
            palm.draw(canvas, places[0] if left else places[1])


FROM_BELOW = Pose(grip=Grip.PALM, turn=64, size=0.6)
