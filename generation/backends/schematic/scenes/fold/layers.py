"""What a fold has to do: how many layers, in which way, to which angle; and the said numbers for it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Measure
from generation.backends.schematic.things.stuff import Stuff
from generation.backends.schematic.things.workpieces import Form, workpiece_in
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

SHEETS: Final = ("张", "层", "块", "片", "叠", "摞", "幅")
TIMES: Final = ("次", "下", "遍", "道", "回")
MOST_LAYERS: Final = 12
MOST_HALVINGS: Final = 3
UNSAID_STACK: Final = 5


class Way(StrEnum):
    """How sheets come to lie in layers."""

    STACK = "stack"  # one sheet upon another
    HALVE = "halve"  # one sheet, doubled again and again
    PLEAT = "pleat"  # one sheet, to and fro
    EDGE = "edge"  # one sheet, turned up to an angle


@dataclass(frozen=True, slots=True)
class Fold:
    """A fold: its way, how many layers it ends with (``sure`` of them if a range was said), its angle in degrees."""

    way: Way
    layers: int
    sure: int
    stuff: Stuff
    layers_said: Amount | None
    angle: tuple[float, float]
    angle_said: Amount | None

    @property
    def halvings(self) -> int:
        """How often a sheet is doubled."""
        return self.layers.bit_length() - 1


def _counted(reading: Reading, units: tuple[str, ...]) -> Amount | None:
    measures = (Measure.LAYERS, Measure.COUNT, Measure.REPETITION)
    found = [one for measure in measures for one in reading.amounts(measure)]
    return next((one for one in found if fold(one.unit) in units and one.ends[0] >= 1), None)


def fold_in(reading: Reading) -> Fold:
    """The fold as said; what was not said is assumed."""
    stuff = workpiece_in(reading, Form.SHEET, unsaid=Form.SHEET).stuff
    angle, sheets, times = reading.amount(Measure.ANGLE), _counted(reading, SHEETS), _counted(reading, TIMES)
    if stacks(reading):
        count = int(sheets.ends[1]) if sheets else reading.assume("张数", UNSAID_STACK)
        sure = int(sheets.ends[0]) if sheets else count
        if count > MOST_LAYERS:
            count = sure = reading.assume("画出的张数", MOST_LAYERS)
        return Fold(Way.STACK, count, sure, stuff, sheets, (180.0, 180.0), None)
    if angle:
        reading.assume("角度从平处量起", None)
        return Fold(Way.EDGE, 2, 2, stuff, None, angle.ends, angle)
    return _layers(reading, stuff, sheets, times)


def _layers(reading: Reading, stuff: Stuff, sheets: Amount | None, times: Amount | None) -> Fold:
    flat = (180.0, 180.0)
    if times and times.middle.is_integer() and "对折" in reading.words:
        often = int(times.middle)
        if often > MOST_HALVINGS:
            often = reading.assume("画出的折数", MOST_HALVINGS)
        return Fold(Way.HALVE, 2**often, 2**often, stuff, times, flat, None)
    if sheets and sheets.ends[1] > 2:
        count = int(sheets.ends[1])
        if count > MOST_LAYERS:
            count = reading.assume("画出的层数", MOST_LAYERS)
        reading.assume("来回折", None)
        return Fold(Way.PLEAT, count, min(count, int(sheets.ends[0])), stuff, sheets, flat, None)
    return Fold(Way.HALVE, 2, 2, stuff, sheets, flat, None)


def stacks(reading: Reading) -> bool:
    """Whether sheets are laid upon each other rather than folded."""
    verb = reading.verb
    return "折" not in verb and any(word in verb for word in ("叠", "摞", "码"))
