"""What is turned, how far, which way, as far as the words say."""

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Moment, ease, span
from generation.backends.schematic.things.tools import TOOLS, Tool
from generation.backends.schematic.things.workpieces import Form, Workpiece, workpiece_in
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

ROUNDS: Final = ("圈", "转", "周")
MOST_ROUNDS: Final = 6
STROKE: Final = 75.0  # degrees that a hand turns a piece before it takes hold again
UNSAID_TURN: Final = 90.0
TWISTED: Final = ("drill", "pierce")


class Manner(StrEnum):
    """The three ways in which a hand turns a piece."""

    OVER = "over"  # to its other face
    FLAT = "flat"  # on its face, as on a table
    UPRIGHT = "upright"  # about its own axis, as a drill


@dataclass(frozen=True, slots=True)
class Turning:
    """How far in degrees, what was said of it, whether clockwise as seen by the maker, and the word for that."""

    degrees: float
    low: float
    said: Amount | None
    clockwise: bool
    word: str

    @property
    def sign(self) -> int:
        """1 clockwise on the screen, -1 against it."""
        return 1 if self.clockwise else -1

    @property
    def strokes(self) -> int:
        """How many times the hand takes hold."""
        return max(1, math.ceil(self.degrees / STROKE - 0.01))

    def at(self, moment: Moment) -> tuple[float, float, float]:
        """Degrees turned so far, degrees by which the hand went along, and how far the hand is lifted (0 to 1)."""
        beat = span(moment.share, 0.05, 0.92) * self.strokes
        index = min(self.strokes - 1, int(beat))
        phase, each = beat - index, self.degrees / self.strokes
        last = index == self.strokes - 1
        goes = ease(span(phase, 0.04, 0.96 if last else 0.62))
        back = 0.0 if last else ease(span(phase, 0.66, 1))
        lifted = 0.0 if last else math.sin(math.pi * span(phase, 0.62, 1))
        return self.sign * each * (index + goes), self.sign * each * (goes - back), lifted


def manner_of(reading: Reading) -> Manner:
    """翻 goes over; a tool with a point turns about its own axis; all else turns flat."""
    if "翻" in reading.verb:
        return Manner.OVER
    return Manner.UPRIGHT if pointed_tool(reading) else Manner.FLAT


def pointed_tool(reading: Reading) -> Tool | None:
    """The drill or awl that is turned, wherever it was named."""
    named = f"{reading.materials}、{reading.tools}"
    found = [
        (len(word), tool)
        for tool in TOOLS.values()
        if tool.does & set(TWISTED)
        for word in tool.words
        if word in named and word != "针"
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def piece_of(reading: Reading) -> Workpiece:
    """What is turned."""
    forms = (Form.SHEET, Form.BLOCK, Form.ROUND, Form.VESSEL, Form.LUMP, Form.RODS)
    return workpiece_in(reading, *forms, unsaid=Form.SHEET)


def turning_of(reading: Reading, *, unsaid: float = UNSAID_TURN) -> Turning:
    """How far the piece turns: the said angle or rounds, half a round for 掉头, else an assumed angle."""
    clockwise, word = True, ""
    for name, sense in (("逆时针", False), ("反时针", False), ("顺时针", True)):
        if reading.says(name):
            clockwise, word = sense, name
            break
    else:
        reading.assume("转的方向", None)
    said, scale = reading.amount(Measure.ANGLE), 1.0
    if said is None:
        said, scale = _rounds_in(reading), 360.0
    if said is None:
        half = any(turn in reading.verb for turn in ("掉头", "调头", "掉转"))
        degrees = 180.0 if half else reading.assume("转多少", unsaid)
        return Turning(degrees, degrees, None, clockwise, word)
    if said.ends[1] * scale > MOST_ROUNDS * 360:
        rounds = reading.assume("画出的圈数", 360.0 * 3)
        return Turning(rounds, rounds, None, clockwise, word)
    return Turning(said.ends[1] * scale, said.ends[0] * scale, said, clockwise, word)


def _rounds_in(reading: Reading) -> Amount | None:
    for measure in (Measure.REPETITION, Measure.COUNT, Measure.OTHER):
        for said in reading.amounts(measure):
            if fold(said.unit) in ROUNDS:
                return said
    return None
