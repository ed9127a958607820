"""What the words say of mixing: the parts of a proportion, their names, the number and the sense of the turns."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from craftnlp.spec import Measure
from generation.backends.schematic.words.amounts import amount
from generation.backends.schematic.words.reading import Reading

MOST_TURNS: Final = 12
MOST_PARTS: Final = 5
TURN_UNITS: Final = ("圈", "转", "周")
BETWEEN: Final = re.compile(r"[、，和跟与及同加]")


@dataclass(frozen=True, slots=True)
class Proportion:
    """The said parts in spoken order; ``names`` is empty when the words do not give one name for each."""

    figure: str
    parts: tuple[float, ...]
    names: tuple[str, ...]
    about: bool


def proportion_in(reading: Reading) -> Proportion | None:
    """The first proportion that is numbers (1:3, 7：2：1)."""
    for quantity in reading.quantities():
        if quantity.measure is not Measure.PROPORTION:
            continue
        parts = _parts(quantity.value)
        if 2 <= len(parts) <= MOST_PARTS and min(parts) > 0 and max(parts) / min(parts) <= 40:
            about = quantity.approximate
            return Proportion(amount(quantity).figure, parts, _names(reading, len(parts)), about)
    return None


def _parts(value: str) -> tuple[float, ...]:
    try:
        return tuple(float(Decimal(part.strip())) for part in re.split(r"[:：比]", value) if part.strip())
    except InvalidOperation:
        return ()


def _names(reading: Reading, count: int) -> tuple[str, ...]:
    names = [part for term in reading.step.material for part in BETWEEN.split(term.text) if part]
    return tuple(names) if len(names) == count else ()


def turns_in(reading: Reading) -> int:
    """How many turns are drawn: as many as were said, else as many as look calm."""
    said = reading.amount(Measure.REPETITION)
    if said and any(unit in said.unit for unit in TURN_UNITS) and said.middle.is_integer() and not said.ranged:
        if said.middle <= MOST_TURNS:
            return int(said.middle)
        return reading.assume("画出的圈数", 5)
    return reading.assume("搅几圈", 4)


def sense_in(reading: Reading) -> int:
    """1 for clockwise seen from above, -1 against it."""
    if reading.says("逆时针", "反时针", "倒着搅"):
        return -1
    return 1 if reading.says("顺时针") else reading.assume("搅的方向", 1)


def result_in(reading: Reading) -> str:
    """What it is to become, as said (灰浆, 糊状)."""
    return reading.step.result[0].text if reading.step.result else ""


def stirs_by_hand(reading: Reading) -> bool:
    """Whether the hand itself was said to be in it."""
    return not reading.step.tool and reading.says("用手", "徒手", "下手", "拿手")
