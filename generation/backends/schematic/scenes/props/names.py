"""The names of a thing and its place, written where no hand is."""

from generation.backends.schematic.drawing.palette import BLUE, CARD
from generation.backends.schematic.drawing.text import FACT, NOTE, Pen, clipped, width
from generation.backends.schematic.scenes.base import Stage
from generation.backends.schematic.words.reading import Holder


def write_names(pen: Pen, stage: Stage, holder: Holder, names: tuple[str, str]) -> None:
    """The thing's name in the upper corner away from the hand, the place's name in the lower one."""
    left = not holder.left
    x, anchor = (stage.x + 20, "l") if left else (stage.right - 20, "r")
    tag = width(holder.name, FACT) + 64 if holder.said else 0
    style = FACT.but(anchor=anchor, halo=CARD)
    pen.write(clipped(names[0], style, min(stage.width * 0.42, stage.width - 60 - tag)), x, stage.y + 42, style)
    note = NOTE.but(size=22, anchor=anchor, halo=CARD, colour=BLUE)
    pen.write(clipped(names[1], note, stage.width * 0.42), x, stage.bottom - 12, note)
