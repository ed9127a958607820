"""One scale for all said lengths of a figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.drawing.notation import Look
from generation.backends.schematic.drawing.palette import CARD
from generation.backends.schematic.drawing.text import FACT, Pen, clipped, width
from generation.backends.schematic.scenes.base import Stage
from generation.backends.schematic.words.amounts import Amount, length_in_mm

EDGE: Final = 10.0  # pixels between a figure and the frame of its panel


@dataclass(frozen=True, slots=True)
class Ruler:
    """Pixels of one unit: a millimetre when ``metric``, else the unit that the master used."""

    pixels: float
    metric: bool

    def ends(self, said: Amount) -> tuple[float, float]:
        """A said length in pixels; both ends, equal unless a range was said."""
        unit = (length_in_mm(said.unit) or 1.0) if self.metric else 1.0
        low, high = said.ends
        return low * unit * self.pixels, high * unit * self.pixels

    def middle(self, said: Amount) -> float:
        """The middle of a said length in pixels."""
        return sum(self.ends(said)) / 2


def ruler_for(lengths: Sequence[tuple[Amount | None, float]]) -> Ruler | None:
    """The largest scale at which each said length fits its room (pixels).

    ``None`` when nothing was said, or in units that have no common measure (寸 beside 厘米).
    """
    said = [(amount, room) for amount, room in lengths if amount is not None]
    units = {amount.unit for amount, _ in said}
    metric = all(length_in_mm(unit) for unit in units)
    if not said or not (metric or len(units) == 1):
        return None
    sizes = [amount.ends[1] * ((length_in_mm(amount.unit) or 1.0) if metric else 1.0) for amount, _ in said]
    return Ruler(min(room / size for (_, room), size in zip(said, sizes, strict=True)), metric)


def look_of(said: Amount) -> Look:
    """A length that is about right, or between two ends, looks so."""
    return Look(about=said.about or said.ranged)


def write_length(pen: Pen, said: Amount, at: Point, stage: Stage, anchor: str = "m") -> None:
    """The figure of a length at a point, moved sideways where it would leave its panel."""
    words = clipped(said.figure, FACT, stage.width - 2 * EDGE)
    wide = width(words, FACT)
    left = at[0] - {"l": 0.0, "m": 0.5, "r": 1.0}[anchor] * wide
    left = max(stage.x + EDGE, min(stage.right - EDGE - wide, left))
    pen.write(words, left, at[1], FACT.but(halo=CARD))
