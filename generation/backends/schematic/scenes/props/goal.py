"""What is moved, and where it goes or comes from, read from the words of a step."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from craftnlp.lexicon.folding import fold
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.stuff import UNSAID, Stuff
from generation.backends.schematic.things.workpieces import BESIDE, Form, Workpiece, kind_of, stuff_noted
from generation.backends.schematic.words.reading import Reading

FROM_ABOVE: Final = ("天窗", "窑顶", "火眼", "投柴孔")
SIDE: Final = re.compile(r"[上里下外表底]面")
MARKS: Final = re.compile(r"[，。；！？、：,;\n]")
SURFACES: Final = ("台", "桌", "架", "案", "席", "凳", "砧", "盔头", "垫", "托")
WATERS: Final = ("塘", "河", "溪", "湖", "海")
KILNS: Final = ("窑", "炉")


class Where(StrEnum):
    """What a thing can be put on or into."""

    SURFACE = "surface"
    VESSEL = "vessel"
    WATER = "water"
    KILN = "kiln"


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a thing goes or comes from; ``name`` is empty when nobody said."""

    name: str
    where: Where
    stuff: Stuff


def thing_in(reading: Reading, *, unsaid: Form = Form.LUMP) -> Workpiece:
    """What is moved: the material that has a form, else a thing that stands in the place of one (丢进柴火入窑)."""
    names = [term.text for term in reading.step.material] + [_head(term.text) for term in reading.step.place]
    for name in filter(None, names):
        kind = kind_of(name)
        if kind:
            return stuff_noted(reading, Workpiece(name, *kind))
    name = reading.step.material[0].text if reading.step.material else ""
    return reading.assume(f"{name[:8]}的样子" if name else "料的样子", Workpiece(name, unsaid, UNSAID))


def _head(place: str) -> str:
    """What stands before 入, 进 or 到 in the words of a place; they were read together with the thing."""
    head, mark, tail = re.split(r"([入进到])", place, maxsplit=1) if re.search(r"[入进到]", place) else ("", "", "")
    return head if mark and tail else ""


def goal_in(reading: Reading, *, into: bool = False) -> Goal:
    """Where the thing goes: the said place, else what the clause says after the action, else assumed.

    ``into`` when it can only be a vessel.
    """
    into = into or any(word in reading.verb for word in ("入", "进", "装", "丢", "加", "添"))
    places = [term.text[len(_head(term.text)) :].lstrip("入进到") for term in reading.step.place]
    for name in filter(None, [*places, _tail(reading)]):
        goal = goal_named(name)
        if goal:
            return noted(reading, goal)
    name = next(iter(filter(None, places)), "")
    if name and not BESIDE.sub("", fold(name)):
        name = ""  # 里面 says where, but not in what
    inside = into or fold(name).endswith(("里", "内", "中"))
    if name:
        reading.assume(f"{name[:8]}的样子", None)
    else:
        reading.assume("盛放的东西" if inside else "放的地方", None)
    return Goal(name, Where.VESSEL if inside else Where.SURFACE, UNSAID)


def noted(reading: Reading, goal: Goal) -> Goal:
    """The same place; what it looks like is assumed when only its name was said. A kiln fed from above opens above."""
    if goal.stuff is UNSAID and goal.name:
        reading.assume(f"{goal.name[:8]}的样子", None)
    if goal.where is Where.KILN and reading.says(*FROM_ABOVE):
        reading.assume("窑的样子", None)
        return Goal(goal.name, Where.VESSEL, goal.stuff)
    return goal


def goal_named(name: str) -> Goal | None:
    """The place that a name names, or ``None`` when it names none that we know."""
    plain = fold(name)
    if any(word in plain for word in KILNS):
        return Goal(name, Where.KILN, stuffs.CLAY)
    if any(word in plain for word in WATERS):
        return Goal(name, Where.WATER, stuffs.WATER)
    kind, on = kind_of(name), plain.endswith("上")
    if kind is None:
        return Goal(name, Where.SURFACE, UNSAID) if on and BESIDE.sub("", plain) else None
    where = {Form.LIQUID: Where.WATER, Form.VESSEL: Where.SURFACE if on else Where.VESSEL}
    return Goal(name, where.get(kind[0], Where.SURFACE), kind[1])


def _tail(reading: Reading) -> str:
    """The words after the action up to the next mark, when they begin with a word of direction (放在盔头上)."""
    clause, action = reading.step.clause, reading.step.action.quote
    start = action.end - clause.start
    if not 0 <= start <= len(clause.text):
        return ""
    rest = MARKS.split(clause.text[start:], maxsplit=1)[0]
    found = re.match(r"(?:[到在入进至]|回到)(.{1,10})$", fold(rest))
    if not found and fold(reading.verb)[-1:] in "入进到在":
        found = re.match(r"(.{1,8})$", fold(rest))
    if not found:
        found = re.search(r"[放搁摆装送][到在入进](.{1,10})$", fold(rest))
    return rest[found.start(1) :] if found else ""


def count_of(reading: Reading, thing: Workpiece) -> int | None:
    """How many things are moved, when a whole number of them was said right before or after their name."""
    for quantity in reading.step.quantity:
        if quantity.low is None or quantity.low != quantity.high or quantity.low % 1 or quantity.approximate:
            continue
        for term in reading.step.material:
            beside = (quantity.quote.end == term.quote.start) or (term.quote.end == quantity.quote.start)
            if term.text == thing.name and beside and quantity.measure.value in ("count", "layers"):
                return int(quantity.low)
    return None
