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

    The side of a thing (里面, 漆面) is no dough.
    """
    plain = SIDES.sub("", fold(name))
    if plain.endswith("面") and (thing := kind_of(plain[:-1])):
        return thing
    found = [(plain.rfind(word) + len(word), len(word), form, stuff) for word, form, stuff in _words() if word in plain]
    return max(found, key=lambda row: row[:2])[2:] if found else None


def workpiece_in(reading: Reading, *forms: Form, unsaid: Form) -> Workpiece:
    """The first material, else place, of the step that has one of the forms; otherwise one of form ``unsaid``, assumed."""
    terms: tuple[Term, ...] = (*reading.step.material, *reading.step.place)
    for term in terms:
        kind = kind_of(term.text)
        if kind and kind[0] in forms:
            return Workpiece(term.text, kind[0], _tinted(term.text, kind[1]))
    name = reading.step.material[0].text if reading.step.material else ""
    return reading.assume(f"{name}的样子" if name else "料的样子", Workpiece(name, unsaid, UNSAID))


def _tinted(name: str, stuff: Stuff) -> Stuff:
    code = next((code for word, code in SAID_COLOURS.items() if word in fold(name)), None)
    return Stuff(code, stuff.dark, stuff.grain) if code and stuff in TINTED else stuff


TINTED: Final = (stuffs.PAPER, stuffs.CLOTH, stuffs.THREAD)
