"""What is worked on: the form and the stuff that the words name. The words stand in ``workpieces.toml``.

A word that names no form we know leaves the shape to be assumed: grey, and listed on the plate.
"""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, Final

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Term
from generation.backends.schematic.drawing.palette import SAID_COLOURS
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.stuff import UNSAID, Stuff
from generation.backends.schematic.words.reading import Reading

SIDES: Final = re.compile(r"[上下里外表背正反两四底侧]面|面上")
BESIDE: Final = re.compile(r"[上里内中下外旁边后前面]+$")
NO_DISHES: Final = ("转盘", "轮盘", "托盘")  # what they are of nobody said
MADE_OF: Final = {
    "木": stuffs.WOOD, "竹": stuffs.BAMBOO, "石": stuffs.STONE, "玉": stuffs.STONE, "骨": stuffs.BONE,
    "铁": stuffs.METAL, "钢": stuffs.METAL, "锡": stuffs.METAL, "银": stuffs.METAL, "铜": stuffs.COPPER,
    "金": stuffs.GOLD, "瓷": stuffs.PORCELAIN, "陶": stuffs.CLAY, "瓦": stuffs.CLAY, "泥": stuffs.CLAY,
}  # fmt: skip


class Form(StrEnum):
    """The shapes a workpiece can have."""

    SHEET = "sheet"  # paper, cloth, leather
    STRAND = "strand"  # thread, rope, wire
    RODS = "rods"  # bamboo, canes, sticks
    LUMP = "lump"  # clay, dough, wax: gives way
    BLOCK = "block"  # wood, stone, metal: keeps its shape
    ROUND = "round"  # nuts, beads
    VESSEL = "vessel"  # bowls, pots, bodies on the wheel
    LIQUID = "liquid"  # water, glaze, lacquer, dye
    POWDER = "powder"  # ash, earth, pigment


@dataclass(frozen=True, slots=True)
class Workpiece:
    """A workpiece: the words for it (empty when none were said), its form, what it is made of."""

    name: str
    form: Form
    stuff: Stuff

    @property
    def said(self) -> bool:
        """Whether the words say what it is made of."""
        return self.stuff is not UNSAID


@cache
def _words() -> tuple[tuple[str, Form, Stuff], ...]:
    rows: list[dict[str, Any]] = tomllib.loads(files(__package__).joinpath("workpieces.toml").read_text("utf-8"))[
        "kind"
    ]
    return tuple(
        (word, Form(row["form"]), getattr(stuffs, row["stuff"].upper())) for row in rows for word in row["words"]
    )


def kind_of(name: str) -> tuple[Form, Stuff] | None:
    """Form and stuff of a name: its last known word counts, as the head of a Chinese noun stands last.

    What stands before 的 counts only if the rest is not known; the side of a thing (里面, 漆面) is no dough. A vessel, a
    block or a bead is of what its name begins with (铁桶, 玉珠), and has the colour that was said.
    """
    whole = SIDES.sub("", fold(name))
    for part in (whole.rsplit("的", 1)[-1], whole):
        plain = BESIDE.sub("", part)
        if plain.endswith(NO_DISHES):
            return None
        kind = _named(plain) or _named(part)
        if kind:
            return kind
    return None


def _named(name: str) -> tuple[Form, Stuff] | None:
    found = [(name.rfind(word) + len(word), len(word), form, stuff) for word, form, stuff in _words() if word in name]
    if not found:
        return None
    form, stuff = max(found, key=lambda row: row[:2])[2:]
    return form, _tinted(name, _made_of(name, form, stuff))


def _made_of(name: str, form: Form, stuff: Stuff) -> Stuff:
    if form not in (Form.VESSEL, Form.BLOCK, Form.ROUND):
        return stuff
    return next((MADE_OF[char] for char in reversed(name[:-1]) if char in MADE_OF), stuff)


def _tinted(name: str, stuff: Stuff) -> Stuff:
    code = next((code for word, code in SAID_COLOURS.items() if word in name), None)
    return Stuff(code, stuff.dark, stuff.grain) if code and stuff in TINTED else stuff


TINTED: Final = (stuffs.PAPER, stuffs.CLOTH, stuffs.THREAD, stuffs.LACQUER, stuffs.DYE)


def stuff_noted(reading: Reading, thing: Workpiece) -> Workpiece:
    """The same thing; what it is of is noted as assumed where its name does not say (珠子)."""
    return thing if thing.said else reading.assume(f"{thing.name[:8]}的料", thing)


def workpiece_in(reading: Reading, *forms: Form, unsaid: Form) -> Workpiece:
    """The first material, else place, of the step that has one of the forms; otherwise one of form ``unsaid``, assumed."""
    terms: tuple[Term, ...] = (*reading.step.material, *reading.step.place)
    for term in terms:
        kind = kind_of(term.text)
        if kind and kind[0] in forms:
            return stuff_noted(reading, Workpiece(term.text, *kind))
    name = reading.step.material[0].text if reading.step.material else ""
    return reading.assume(f"{name}的样子" if name else "料的样子", Workpiece(name, unsaid, UNSAID))
