"""How many turns are wound, how far apart, how wide the strand is: as said, else assumed."""

import math
from dataclasses import dataclass
from typing import Final

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Measure
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

ROUNDS: Final = ("圈", "道", "匝", "转", "周", "遍", "回")
MOST_TURNS: Final = 12
UNSAID_TURNS: Final = 5


@dataclass(frozen=True, slots=True)
class Turns:
    """How many turns are wound and how wide they stand, in pixels; ``sure`` of them if a range was said."""

    count: int
    sure: int
    said: Amount | None
    pitch: float
    width: float
    spacing: Amount | None
    pixels_per_unit: float | None


def rounds_in(reading: Reading) -> Amount | None:
    """The said number of turns."""
    found = [one for measure in (Measure.COUNT, Measure.REPETITION) for one in reading.amounts(measure)]
    return next((one for one in found if fold(one.unit) in ROUNDS and one.ends[0] >= 1), None)


def turns_in(reading: Reading, room: float, most_wide: float) -> Turns:
    """The turns as said, else assumed, set out in ``room`` pixels along the core."""
    said = rounds_in(reading)
    count = math.ceil(said.ends[1]) if said else reading.assume("圈数", UNSAID_TURNS)
    sure = int(said.ends[0]) if said else count
    if count > MOST_TURNS:
        count = sure = reading.assume("画出的圈数", MOST_TURNS)
    spacing, strand = reading.amount(Measure.SPACING), _width_of_strand(reading)
    pitch = min(room / count, 64.0 if spacing else most_wide * 1.12)
    if spacing and strand and _same_unit(spacing, strand) and strand.middle <= spacing.middle:
        scale = pitch / spacing.middle
        return Turns(count, sure, said, pitch, strand.middle * scale, spacing, scale)
    if spacing:
        width = reading.assume("线绳的粗细", min(most_wide, pitch * 0.55))
        return Turns(count, sure, said, pitch, width, spacing, pitch / spacing.middle)
    reading.assume("圈与圈的间距", None)
    return Turns(count, sure, said, pitch, reading.assume("线绳的粗细", pitch * 0.84), None, None)


def _same_unit(one: Amount, other: Amount) -> bool:
    return one.unit == other.unit


def _width_of_strand(reading: Reading) -> Amount | None:
    """A width counts as the strand's own where its noun follows: 两毫米宽的藤皮."""
    clause = reading.step.clause
    for quantity in reading.step.quantity:
        after = clause.text[quantity.quote.end - clause.start :]
        if quantity.measure in (Measure.WIDTH, Measure.THICKNESS, Measure.DIAMETER) and after.startswith(
            ("的", "宽的", "粗的")
        ):
            return reading.amount(quantity.measure)
    return None
