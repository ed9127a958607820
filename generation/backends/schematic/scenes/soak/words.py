"""What the words of a soaking step say: the way of it, and what lies in the bath."""

from enum import StrEnum

from generation.backends.schematic.scenes.props.load import load_in
from generation.backends.schematic.things.stuff import UNSAID
from generation.backends.schematic.things.workpieces import Form, Workpiece
from generation.backends.schematic.words.reading import Reading


class Way(StrEnum):
    """How the liquid comes to the thing."""

    STEEP = "steep"  # it lies in it
    RINSE = "rinse"  # it is moved about in it
    POUR = "pour"  # it runs over it


def way_of(reading: Reading) -> Way:
    """The way the action names."""
    if any(word in reading.verb for word in ("冲", "淋")) or reading.says("冲水", "水冲"):
        return Way.POUR
    return Way.RINSE if any(word in reading.verb for word in ("洗", "漂", "清洁")) else Way.STEEP


def washed_in(reading: Reading) -> Workpiece:
    """What lies in the bath. In 洗掉青皮 the material is what comes off; what it comes off was not said."""
    if any(word in reading.verb for word in ("掉", "去")):
        return reading.assume("洗的料", Workpiece("", Form.LUMP, UNSAID))
    return load_in(reading)
