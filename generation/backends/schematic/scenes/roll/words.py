"""How a step says that something is rolled: under a roller, under the palm as a strand, or round."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.props.blows import Blows, blows_in
from generation.backends.schematic.scenes.props.ground import Ground, ground_in
from generation.backends.schematic.scenes.props.pair import Pair, pair_in
from generation.backends.schematic.things.stuff import STONE, UNSAID, WOOD, Stuff
from generation.backends.schematic.things.tools import tool_in
from generation.backends.schematic.things.workpieces import Form, Workpiece, workpiece_in
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

ROUND: Final = ("圆", "丸", "球", "珠", "团子", "汤圆")
FLATTENED: Final = (Form.LUMP, Form.SHEET, Form.POWDER, Form.BLOCK)
ROLLED: Final = (Form.LUMP, Form.STRAND, Form.RODS, Form.ROUND)


class Mode(Enum):
    """The ways to roll that have a picture."""

    ROLLER = "roller"
    STRAND = "strand"
    BALL = "ball"


@dataclass(frozen=True, slots=True)
class Rolled:
    """All that the words say of the rolling."""

    mode: Mode
    roller: Stuff
    work: Workpiece
    hands: Pair
    ground: Ground
    passes: Blows
    thickness: Amount | None
    diameter: Amount | None
    length: Amount | None

    @property
    def gauge(self) -> Amount | None:
        """What is seen from the end: the thickness of a slab, the diameter of a strand or ball."""
        return self.thickness if self.mode is Mode.ROLLER else self.diameter or self.thickness

    @property
    def spread(self) -> Amount | None:
        """What is seen from above: the diameter of a slab, the length of a strand."""
        return {Mode.ROLLER: self.diameter, Mode.STRAND: self.length, Mode.BALL: None}[self.mode]


def mode_of(reading: Reading) -> Mode:
    """擀 and 碾 need a roller; 搓 is done with the palm, unless a roller is said."""
    if tool_in(reading, does="roll") or any(word in reading.verb for word in ("擀", "碾")):
        return Mode.ROLLER
    if any(word in reading.verb for word in ROUND) or reading.says("搓圆", "滚圆", "搓成圆", "搓成丸", "搓成球"):
        return Mode.BALL
    return Mode.STRAND


def rolled_in(reading: Reading) -> Rolled:
    """Read the rolling; what was not said is assumed."""
    mode = mode_of(reading)
    forms = FLATTENED if mode is Mode.ROLLER else ROLLED
    return Rolled(
        mode=mode,
        roller=_roller_in(reading) if mode is Mode.ROLLER else UNSAID,
        work=workpiece_in(reading, *forms, unsaid=Form.LUMP),
        hands=pair_in(reading),
        ground=ground_in(reading),
        passes=blows_in(reading, unsaid=3),
        thickness=reading.amount(Measure.THICKNESS),
        diameter=reading.amount(Measure.DIAMETER),
        length=reading.amount(Measure.LENGTH),
    )


def _roller_in(reading: Reading) -> Stuff:
    if not reading.step.tool:
        return reading.assume("擀压的工具", UNSAID)
    if tool_in(reading, does="roll") is None:
        return reading.assume("工具的样子", UNSAID)
    return STONE if "石" in reading.tools else WOOD
