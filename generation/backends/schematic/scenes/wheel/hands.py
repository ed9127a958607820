"""Hands on turning clay: both outside on a lump; once it is open, the left one inside the wall and the right one outside."""

import math
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.drawing.palette import RED, fill
from generation.backends.schematic.scenes.base import span
from generation.backends.schematic.scenes.props.sprite import Sprite, hand_sprite
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.words.reading import Holder

FLAT: Final = -26.0  # degrees of a hand that comes from the side
STEEP: Final = -64.0  # degrees of a hand that reaches down into the vessel
CHANGE: Final = (0.03, 0.16)  # the part of the vessel's growth in which the left hand goes inside
AWAY: Final = 150.0  # pixels by which it is taken off for that


class ThrowingHands:
    """``size`` is that of the hands; ``axis`` the middle (x) of the vessel."""

    def __init__(self, hands: tuple[Holder, ...], size: float, axis: float) -> None:
        self.hands = hands
        self.axis = axis
        self.outside = [_palm(hand, size, FLAT) for hand in hands]
        self.inside = _palm(hands[0], size, STEEP) if len(hands) > 1 else None

    def draw(self, canvas: skia.Canvas, wall: Point, mouth: skia.Rect, grown: float) -> None:
        """Draw them at a point of the right wall.

        ``mouth`` is the opening of the vessel and ``grown`` how far the vessel has come, 0 to 1.
        """
        entered = span(grown, *CHANGE) if self.inside else 0.0
        for hand, palm in zip(self.hands, self.outside, strict=True):
            side = -1 if hand.left else 1
            touch = (self.axis + side * (wall[0] - self.axis + 1), wall[1])
            if side < 0 and entered >= 0.5:
                self._draw_inside(canvas, wall, mouth, 2 - 2 * entered)
                continue
            off = AWAY * 2 * entered if side < 0 else 0.0
            palm.draw(canvas, (touch[0] - off, touch[1] - off * 0.3))
            if not off:
                canvas.drawCircle(*touch, 4.5, fill(RED))

    def _draw_inside(self, canvas: skia.Canvas, wall: Point, mouth: skia.Rect, out: float) -> None:
        """The near wall hides what is below the front of the rim."""
        above = skia.Path()
        above.addRect(skia.Rect.MakeLTRB(-4000, -4000, 4000, mouth.centerY()))
        above.addOval(mouth)
        canvas.save()
        canvas.clipPath(above, doAntiAlias=True)
        reach = mouth.width() * 0.3
        if self.inside:
            self.inside.draw(canvas, (mouth.centerX() + reach, max(wall[1], mouth.centerY() + 12) - AWAY * out))
        canvas.restore()


def _palm(hand: Holder, size: float, turn: float) -> Sprite:
    """A hand that is laid down by the tips of its fingers."""
    side, reach, lean = -1 if hand.left else 1, 138 * size, math.radians(-turn)
    grip = (side * reach * math.cos(lean), -reach * math.sin(lean))
    return hand_sprite(hand, Pose(grip=Grip.PALM, turn=turn, size=size, mirrored=hand.left), grip)
