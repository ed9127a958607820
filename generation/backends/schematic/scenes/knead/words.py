"""How a step says that a soft mass is worked with the bare hands: pushed through, or shaped between the fingers."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.props.blows import Blows, blows_in
from generation.backends.schematic.scenes.props.ground import Ground, ground_in
from generation.backends.schematic.scenes.props.pair import Pair, pair_in
from generation.backends.schematic.things.workpieces import Form, Workpiece, workpiece_in
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

BOWLS: Final = ("碗", "盏", "盆", "钵", "碟", "盘子")
CUPS: Final = ("杯", "壶", "罐", "瓶", "缸", "筒")


class Goal(Enum):
    """What the fingers make: only a vessel that the words name is drawn as one."""

    BOWL = "bowl"
    CUP = "cup"
    DENT = "dent"


@dataclass(frozen=True, slots=True)
class Kneaded:
    """All that the words say of the kneading. ``goal`` is none while the mass is only pushed through."""

    goal: Goal | None
    work: Workpiece
    hands: Pair
    ground: Ground
    pushes: Blows
    thickness: Amount | None


def kneaded_in(reading: Reading) -> Kneaded:
    """Read the kneading; what was not said is assumed."""
    goal = _goal_in(reading) if "捏" in reading.verb else None
    return Kneaded(
        goal=goal,
        work=workpiece_in(reading, Form.LUMP, Form.POWDER, unsaid=Form.LUMP),
        hands=pair_in(reading),
        ground=ground_in(reading),
        pushes=blows_in(reading, unsaid=5),
        thickness=reading.amount(Measure.THICKNESS),
    )


def _goal_in(reading: Reading) -> Goal:
    """Of several named vessels (杯碗) the bowl, the plainer one, is drawn."""
    if reading.says(*BOWLS):
        return Goal.BOWL
    return Goal.CUP if reading.says(*CUPS) else reading.assume("捏成的样子", Goal.DENT)
