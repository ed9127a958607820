"""What the words of a cooking step say: the way of it, and whether the material fills the pot."""

from enum import StrEnum
from typing import Final

from generation.backends.schematic.scenes.props.load import load_in
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.workpieces import Form, Workpiece, kind_of
from generation.backends.schematic.words.reading import Reading


class Way(StrEnum):
    """What the heat does in the pot."""

    BOIL = "boil"
    STEAM = "steam"
    FRY = "fry"
    MELT = "melt"


WAYS: Final = (
    (Way.STEAM, ("蒸",)),
    (Way.FRY, ("炒", "煎")),
    (Way.MELT, ("化", "熔", "融")),
)


def way_of(reading: Reading) -> Way:
    """The way the action names; whatever else stands over a fire boils."""
    found = next((way for way, words in WAYS if any(word in reading.verb for word in words)), Way.BOIL)
    return Way.MELT if found is Way.BOIL and reading.verb.startswith("烧") and "蜡" in reading.materials else found


def cooked_in(reading: Reading) -> Workpiece | None:
    """What lies in the pot; ``None`` where only a liquid was said."""
    if liquid_only(reading):
        return None
    return load_in(reading)


def liquid_only(reading: Reading) -> bool:
    """Whether every said material is a liquid (烧水, 熬胶)."""
    kinds = [kind_of(term.text) for term in reading.step.material]
    return bool(kinds) and all(kind is not None and kind[0] is Form.LIQUID for kind in kinds)


def fills(work: Workpiece | None) -> bool:
    """Whether it fills the pot as a paste does (豆馅, 糖)."""
    return work is not None and work.form is Form.LUMP and work.stuff is stuffs.FOOD
