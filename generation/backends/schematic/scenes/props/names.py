"""The names of a thing, of its place and of the hand, written where no hand is; they stand still, under what moves."""

from dataclasses import replace
from typing import Final

from craftnlp.spec import HandSide
from generation.backends.schematic.drawing.palette import BLUE, CARD
from generation.backends.schematic.drawing.text import FACT, NOTE, Pen, clipped, width
from generation.backends.schematic.scenes.base import Stage, write_hand_tag
from generation.backends.schematic.words.reading import SIDE_NAMES, Holder

BOTH: Final = SIDE_NAMES[HandSide.BOTH]
TAG: Final = 70.0  # pixels from the lower edge to the place of the hand's tag


def write_names(pen: Pen, stage: Stage, holder: Holder, names: tuple[str, str], *, low_arm: bool = False) -> None:
    """The thing's name in the upper corner away from the hand, the place's below it, the hand's below its own arm.

    Above it when the arm lies low.
    """
    left = not holder.left
    if holder.name == BOTH:  # an arm in each upper corner
        names = ("", "　".join(filter(None, names)))
    x, anchor = (stage.x + 20, "l") if left else (stage.right - 20, "r")
    style = FACT.but(anchor=anchor, halo=CARD)
    room = stage.width - 60 - (width(holder.name, FACT) + 64 if low_arm and holder.said else 0)
    pen.write(clipped(names[0], style, min(stage.width * 0.6, room)), x, stage.y + 42, style)
    note = NOTE.but(size=22, anchor=anchor, halo=CARD, colour=BLUE)
    pen.write(clipped(names[1], note, stage.width * 0.42), x, stage.bottom - 12, note)
    write_hand_tag(pen, holder, stage if low_arm else replace(stage, y=stage.bottom - TAG))
