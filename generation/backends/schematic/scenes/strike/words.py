"""How a step says that something is struck: what hits, what stands between, what is hit."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Measure
from generation.backends.schematic.things.stuff import METAL, UNSAID, WOOD, Stuff
from generation.backends.schematic.things.tools import BLOCK, STYLUS, TOOLS, Tool
from generation.backends.schematic.things.workpieces import Form, Workpiece, kind_of, workpiece_in
from generation.backends.schematic.words.reading import Holder, Reading

STRIKERS: Final = ("mallet", "hammer", "club", "pestle", "stone_pestle")
BETWEEN: Final = ("graver", "chisel")
NAILS: Final = (
    "帽钉",
    "铁钉",
    "竹钉",
    "木钉",
    "铜钉",
    "钉子",
    "铆钉",
    "泡钉",
    "图钉",
    "销钉",
    "楔",
    "销子",
    "桩",
    "钉",
)
POUNDING: Final = ("夯", "舂", "捣", "杵")
PESTLES: Final = ("杵", "碓", "夯", "舂")
DRIVING: Final = ("打入", "打进", "钉", "敲进", "敲入", "砸进", "锤进")
MORTARS: Final = ("臼", "碓", "研钵", "擂钵")
MOST_NAILS: Final = 6
SOLID: Final = (Form.BLOCK, Form.LUMP, Form.SHEET, Form.RODS, Form.STRAND, Form.ROUND, Form.POWDER)


class Mode(Enum):
    """The ways to strike that have a picture."""

    HIT = "hit"  # the striker falls on the work itself
    GRAVER = "graver"  # a graver or chisel stands between
    NAIL = "nail"  # a nail, wedge or peg is driven in
    POUND = "pound"  # an upright pestle or rammer


def tool_among(reading: Reading, names: tuple[str, ...]) -> Tool | None:
    """The said tool of these; of several words the longest counts."""
    found = [
        (len(word), name)
        for name in names
        for word in (*TOOLS[name].words, *(("冲子", "冲头", "錾子") if name == "graver" else ()))
        if word in reading.tools
    ]
    return TOOLS[max(found)[1]] if found else None


def nail_in(reading: Reading) -> str:
    """The nail, wedge or peg as it was said; empty when there is none."""
    for term in (*reading.step.material, *reading.step.tool):
        if any(word in fold(term.text) for word in NAILS):
            return term.text
    return next((word for word in NAILS if len(word) > 1 and word in reading.words), "")


def mode_of(reading: Reading) -> Mode:
    """The picture that the words ask for."""
    if any(word in reading.verb for word in POUNDING) or any(word in reading.tools for word in PESTLES):
        return Mode.POUND
    if any(word in reading.verb for word in DRIVING) or nail_in(reading):
        return Mode.NAIL
    if "錾" in reading.verb or tool_among(reading, BETWEEN):
        return Mode.GRAVER
    return Mode.HIT


@dataclass(frozen=True, slots=True)
class Struck:
    """All that the words say of the blow. ``nails`` are how many are driven in, ``nail`` their name.

    ``strand`` is what a nail holds fast, a cord or a wire.
    """

    mode: Mode
    striker: Tool
    between: Tool | None
    work: Workpiece
    nail: str
    nails: int
    strand: Stuff | None

    @property
    def nail_stuff(self) -> Stuff:
        """What the nail is made of; a wedge is wood, a nail is iron unless its name says otherwise."""
        if not self.nail:
            return UNSAID
        return WOOD if any(word in fold(self.nail) for word in ("竹", "木", "楔", "桩")) else METAL


def struck_in(reading: Reading) -> Struck:
    """Read the blow; what was not said is assumed."""
    mode = mode_of(reading)
    striker = tool_among(reading, STRIKERS)
    if striker is None:
        striker = reading.assume("工具的样子" if _other_tool(reading) else "敲打的工具", BLOCK)
    between = None
    if mode is Mode.GRAVER:
        between = tool_among(reading, BETWEEN) or reading.assume("錾子", STYLUS)
    nail = nail_in(reading) if mode is Mode.NAIL else ""
    if mode is Mode.NAIL and not nail:
        reading.assume("钉子", None)
    return Struck(mode, striker, between, _work_in(reading, mode), nail, _nails_in(reading, mode), _strand_in(reading))


def _other_tool(reading: Reading) -> bool:
    """Whether a tool was said that is neither a graver nor the nail itself."""
    nail = fold(nail_in(reading))
    names = [fold(term.text) for term in reading.step.tool]
    return (
        bool(names)
        and not tool_among(reading, BETWEEN)
        and not any(name in nail or nail in name for name in names if nail)
    )


def _work_in(reading: Reading, mode: Mode) -> Workpiece:
    if mode is not Mode.NAIL:
        work = workpiece_in(reading, *SOLID, unsaid=Form.BLOCK if mode is not Mode.POUND else Form.POWDER)
        if any(word in fold(work.name) for word in MORTARS):  # what holds the stuff is not the stuff
            return reading.assume("料的样子", Workpiece("", Form.POWDER, UNSAID))
        return work
    for term in (*reading.step.material, *reading.step.place):
        kind = kind_of(term.text)
        if kind and kind[0] is Form.BLOCK and not any(word in fold(term.text) for word in NAILS):
            return Workpiece(term.text, *kind)
    return reading.assume("钉在什么上", Workpiece("", Form.BLOCK, UNSAID))


def _nails_in(reading: Reading, mode: Mode) -> int:
    said = reading.amount(Measure.COUNT)
    if mode is not Mode.NAIL or said is None:
        return 1
    if said.middle.is_integer() and 1 <= said.middle <= MOST_NAILS and not said.ranged:
        return int(said.middle)
    return reading.assume("画出的个数", MOST_NAILS if said.middle > MOST_NAILS else 1)


def striking_hand(reading: Reading) -> Holder:
    """The hand that swings. Where both were said it is the one named nearest to the striker, not to the graver."""
    sides = {hand.side for hand in reading.step.hand}
    strikers = [
        term
        for term in reading.step.tool
        if any(word in fold(term.text) for name in STRIKERS for word in TOOLS[name].words)
    ]
    if len(sides) < 2 or not strikers:
        return reading.holder()
    step = reading.step.model_copy(update={"tool": (strikers[-1],)})
    return Reading(step, mirrored=reading.mirrored).holder()


def _strand_in(reading: Reading) -> Stuff | None:
    kinds = [kind for term in reading.step.material if (kind := kind_of(term.text))]
    return next((stuff for form, stuff in kinds if form is Form.STRAND), None)
