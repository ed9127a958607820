"""What is stretched on what, as the words say."""

from dataclasses import dataclass
from typing import Final

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Moment, ease, span
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.stuff import UNSAID, Stuff
from generation.backends.schematic.things.workpieces import Form, Workpiece, kind_of, workpiece_in
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

ROUND: Final = ("花绷", "手绷", "圆绷", "绷圈", "圆圈", "圆框", "鼓", "竹圈")
FRAMES: Final = (
    "绷架",
    "绷子",
    "大绷",
    "卷绷",
    "方绷",
    "框",
    "木架",
    "架子",
    "架上",
    "上绷",
    "花绷",
    "手绷",
    "绷圈",
    "竹圈",
)
CLOTHS: Final = ("绷面", "绣面", "布面", "绸面", "面料", "底料")


@dataclass(frozen=True, slots=True)
class Stretching:
    """The sheet, whether its frame is round, what the frame is made of, and how wide it was said to be."""

    sheet: Workpiece
    round: bool
    frame: Stuff
    width: Amount | None

    def way(self, moment: Moment) -> float:
        """How flat the sheet is, 0 to 1."""
        return 0.04 + 0.96 * ease(span(moment.share, 0.05, 0.8))


def stretching_in(reading: Reading) -> Stretching:
    """The work that the words name; a frame that was not said is grey."""
    named = [*reading.amounts(Measure.DIAMETER), *reading.amounts(Measure.WIDTH), *reading.amounts(Measure.LENGTH)]
    reading.assume("绷的快慢", None)
    circular = reading.says(*ROUND) or bool(reading.amounts(Measure.DIAMETER))
    framed = reading.says(*FRAMES, *ROUND)
    if not framed or not circular:
        reading.assume("绷架的样子" if framed else "绷架", None)
    return Stretching(_sheet(reading), circular, stuffs.WOOD if framed else UNSAID, named[0] if named else None)


def _sheet(reading: Reading) -> Workpiece:
    if any((kind := kind_of(term.text)) and kind[0] is Form.SHEET for term in reading.step.material):
        return workpiece_in(reading, Form.SHEET, unsaid=Form.SHEET)
    term = reading.step.material[0].text if reading.step.material else ""
    if any(word in reading.words for word in CLOTHS):
        return Workpiece(term or "绷面", Form.SHEET, stuffs.CLOTH)
    return reading.assume(f"{term}的样子" if term else "绷的料", Workpiece(term, Form.SHEET, UNSAID))
