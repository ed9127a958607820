"""What the words of a firing step say: kiln, open fire or quenching, and what stands in the heat."""

from enum import StrEnum
from typing import Final

from generation.backends.schematic.things.stuff import UNSAID
from generation.backends.schematic.things.workpieces import Form, Workpiece, kind_of
from generation.backends.schematic.words.reading import Reading

FIRE: Final = ("火", "炉", "灶", "炭", "柴", "窑", "焰", "焙笼", "烘房", "火墙")
CERAMIC: Final = ("坯", "瓷", "陶", "砖", "瓦", "盏", "泥", "釉")


class Way(StrEnum):
    """How the heat comes to the thing."""

    KILN = "kiln"
    OPEN = "open"
    QUENCH = "quench"


def way_of(reading: Reading) -> Way:
    """The way the words name."""
    if "淬" in reading.verb:
        return Way.QUENCH
    fired = reading.verb.startswith(("烧", "焙", "点火")) and any(word in reading.materials for word in CERAMIC)
    return Way.KILN if reading.says("窑") or fired else Way.OPEN


def fired_in(reading: Reading, unsaid: Form) -> Workpiece:
    """The first said material that is neither fuel nor liquid, else something assumed."""
    for term in reading.step.material:
        kind = kind_of(term.text)
        fuel = any(word in term.text for word in ("柴", "炭", "火", "煤"))
        if kind and kind[0] is not Form.LIQUID and not fuel:
            return Workpiece(term.text, kind[0], kind[1])
    return reading.assume("料的样子", Workpiece("", unsaid, UNSAID))
