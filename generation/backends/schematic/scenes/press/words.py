"""How a step says that something is pressed: with what, on what, in what, and whether water comes out."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Measure, Term
from generation.backends.schematic.things.stuff import STONE, UNSAID, WOOD, Stuff
from generation.backends.schematic.things.tools import TOOLS, Tool
from generation.backends.schematic.things.workpieces import Form, Workpiece, kind_of, workpiece_in
from generation.backends.schematic.words.reading import Reading

BOARDS: Final[tuple[tuple[str, Stuff], ...]] = (
    ("木板", WOOD),
    ("木条", WOOD),
    ("板子", WOOD),
    ("夹板", WOOD),
    ("拍", WOOD),
    ("石板", STONE),
    ("石头", STONE),
    ("石块", STONE),
    ("大石", STONE),
    ("砖", STONE),
    ("板", WOOD),
)
BASES: Final = ("砂纸", "磨石", "油石", "毡", "垫")
VESSELS: Final = ("锅", "缸", "盆", "坛", "桶", "罐", "模", "槽", "碗")
GIVING: Final = (Form.LUMP, Form.SHEET, Form.BLOCK, Form.RODS, Form.STRAND, Form.ROUND, Form.POWDER)
MOST_LEAVES: Final = 40
DRILL: Final = TOOLS["drill"]


class Presser(Enum):
    """What presses."""

    PALM = "palm"
    THUMB = "thumb"
    BOARD = "board"
    LEVER = "lever"  # a beam that squeezes water out; only where nobody said with what


@dataclass(frozen=True, slots=True)
class Pressed:
    """All that the words say of the pressing. ``upright`` is a tool that the hand holds down."""

    presser: Presser
    name: str
    stuff: Stuff
    work: Workpiece
    base: str
    vessel: str
    wet: bool
    leaves: int
    upright: Tool | None


def board_in(reading: Reading) -> Term | None:
    """The said board or weight that presses: a tool, or the one thing that is put on (压上一块木板)."""
    for term in reading.step.tool:
        if any(word in fold(term.text) for word, _ in BOARDS):
            return term
    materials = [term for term in reading.step.material if any(word in fold(term.text) for word, _ in BOARDS)]
    others = [term for term in reading.step.material if term not in materials]
    put_on = "上" in reading.verb or bool(others) or bool(reading.step.place)
    return materials[0] if materials and put_on and f"把{fold(materials[0].text)}" not in reading.words else None


def squeezes_water(reading: Reading) -> bool:
    """Whether water is said to come out."""
    return "压干" in reading.verb or reading.says("水分", "压出水", "挤水", "去水", "沥水", "水压", "水挤")


def pressed_in(reading: Reading) -> Pressed:
    """Read the pressing; what was not said is assumed."""
    board = board_in(reading)
    presser, wet = _presser_of(reading, board), squeezes_water(reading)
    stuff = next((kind for word, kind in BOARDS if board and word in fold(board.text)), UNSAID)
    if presser is Presser.LEVER:
        reading.assume("压具的样子", None)
    upright = _upright_in(reading)
    work = Workpiece("", Form.BLOCK, UNSAID) if upright else _work_in(reading, board)
    return Pressed(
        presser=presser,
        name=board.text if board else "",
        stuff=stuff,
        work=work,
        base=next((term.text for term in reading.step.tool if any(word in fold(term.text) for word in BASES)), ""),
        vessel=next((word for word in VESSELS if reading.says(f"{word}里", f"{word}内", f"{word}中", f"{word}底")), ""),
        wet=wet,
        leaves=_leaves_in(reading, work),
        upright=upright,
    )


def _presser_of(reading: Reading, board: Term | None) -> Presser:
    if board:
        return Presser.BOARD
    if reading.by_thumb:
        return Presser.THUMB
    return Presser.LEVER if squeezes_water(reading) or reading.says("榨") else Presser.PALM


def _upright_in(reading: Reading) -> Tool | None:
    """A drill whose cap is pressed (按在钻的帽子上)."""
    names = "、".join(fold(term.text) for term in reading.step.place)
    return DRILL if any(word in names for word in DRILL.words) else None


def _work_in(reading: Reading, board: Term | None) -> Workpiece:
    for term in (*reading.step.material, *reading.step.place):
        kind = None if term == board else kind_of(term.text)
        if kind and kind[0] in GIVING and not any(word in fold(term.text) for word in (*BASES, "水分", "案", "桌")):
            return Workpiece(term.text, *kind)
    if board is None and not squeezes_water(reading):
        return workpiece_in(reading, unsaid=Form.LUMP)
    return reading.assume("被压的料", Workpiece("", Form.LUMP, UNSAID))


def _leaves_in(reading: Reading, work: Workpiece) -> int:
    """How many sheets lie on each other."""
    if work.form is not Form.SHEET:
        return 1
    said = reading.amount(Measure.LAYERS) or reading.amount(Measure.COUNT)
    if said and said.middle.is_integer() and said.middle <= MOST_LEAVES and not said.ranged and not said.about:
        return int(said.middle)
    return reading.assume("画出的张数" if said else "叠了几张", 12)
