"""What is woven: the rule of over and under, the width of the strips, their gaps."""

import re
from dataclasses import dataclass
from typing import Final

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.props.strand import strand_in
from generation.backends.schematic.things.stuff import UNSAID, Grain, Stuff
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

FIGURES: Final = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
RULE: Final = re.compile("挑([一二两三四五1-5])[，、 ]?压([一二两三四五1-5])")
FEWEST: Final = 4
MOST: Final = 24


@dataclass(frozen=True, slots=True)
class Rule:
    """The weft goes under ``lifted`` warps, then over ``pressed``; each row one warp further. ``said`` as it was said."""

    lifted: int
    pressed: int
    said: str

    def over(self, row: int, warp: int) -> bool:
        """Whether the weft of a row lies over a warp."""
        return (warp + row) % (self.lifted + self.pressed) >= self.lifted


def rule_in(reading: Reading) -> Rule:
    """The rule of over and under as said (挑一压一), else one and one, assumed."""
    found = RULE.search(reading.words)
    if found:
        lifted, pressed = (FIGURES.get(word) or int(word) for word in found.groups())
        return Rule(lifted, pressed, found.group().replace("，", "").replace("、", ""))
    return reading.assume("挑压的规矩", Rule(1, 1, ""))


@dataclass(frozen=True, slots=True)
class Cloth:
    """What is woven: its rule, its stuff, how many warps, the width of one and the gap to the next in pixels."""

    rule: Rule
    stuff: Stuff
    warps: int
    width: float
    gap: float
    width_said: Amount | None
    pixels_per_unit: float | None

    @property
    def pitch(self) -> float:
        """From warp to warp."""
        return self.width + self.gap


def cloth_in(reading: Reading, room: float) -> Cloth:
    """The weave as said, as many warps as fit into ``room`` pixels where their number was not said."""
    strand = strand_in(reading, "编的料")
    warps = _warps_said(reading)
    strips = strand.stuff.grain in (Grain.WOOD, Grain.HATCH) or strand.stuff is UNSAID
    said, apart = reading.amount(Measure.WIDTH), reading.amount(Measure.SPACING)
    wide = min(24.0 if strips else 11.0, room / (warps or FEWEST) * 0.8)
    scale = wide / said.middle if said else None
    gap = wide * 0.2 if strips else wide * 0.7
    if scale and apart and said and apart.unit == said.unit:
        gap = apart.middle * scale
    else:
        reading.assume("经纬的疏密", None)
    if not said:
        reading.assume("经纬的宽窄", None)
    count = warps or max(FEWEST, min(MOST, int(room / (wide + gap))))
    if not warps:
        reading.assume("经的根数", None)
    return Cloth(rule_in(reading), strand.stuff, count, wide, gap, said, scale)


def _warps_said(reading: Reading) -> int | None:
    said = reading.amount(Measure.COUNT)
    if said and not said.ranged and FEWEST <= said.middle <= MOST and said.unit in ("根", "条") and reading.says("经"):
        return int(said.middle)
    return None
