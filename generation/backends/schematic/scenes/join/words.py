"""What is joined, of how many parts, in which way and with what, as far as the words say."""

import re
from enum import StrEnum
from typing import Final

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Measure
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.stuff import Grain, Stuff
from generation.backends.schematic.things.tools import TOOLS, Tool
from generation.backends.schematic.things.workpieces import Form, Workpiece, kind_of, workpiece_in
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

GLUE: Final = Stuff("#E7D49A", "#8A7440", Grain.PLAIN)
GLUES: Final = (
    ("胶", GLUE), ("浆糊", GLUE), ("糨糊", GLUE), ("面糊", GLUE), ("米糊", GLUE), ("糊糊", GLUE), ("米浆", GLUE),
    ("鱼鳔", GLUE), ("泥浆", stuffs.CLAY), ("灰浆", stuffs.POWDER), ("石灰", stuffs.POWDER), ("黄泥", stuffs.CLAY),
    ("漆灰", stuffs.LACQUER), ("生漆", stuffs.LACQUER), ("蜡", stuffs.WAX),
)  # fmt: skip
REFUSED: Final = re.compile(
    r"(?:不用|不上|不抹|不涂|不要|不加|不靠|不能|没有|没用|别用|无需)[^，。；！？\n]{0,6}"
)  # 不用胶
MOST_PARTS: Final = 6
MOST_COURSES: Final = 12
SOLID: Final = (Form.SHEET, Form.BLOCK, Form.RODS, Form.VESSEL, Form.ROUND)


class Way(StrEnum):
    """The ways in which parts come together."""

    TENON = "tenon"
    TOOL = "tool"  # the parts of a tool
    NAIL = "nail"
    EDGE = "edge"  # edge to edge
    COURSES = "courses"  # one on the other, as a wall
    FRAME = "frame"  # posts and a roof
    FACE = "face"  # one flat on the other


FRAMES: Final = ("棚", "架", "亭", "屋", "房")
BRICKS: Final = ("砖", "石", "瓦", "坯")
EDGES: Final = ("拼", "接", "合", "并")
FACES: Final = ("粘", "黏", "贴", "糊", "裱", "胶")


def way_of(reading: Reading) -> Way | None:
    """How the parts come together; ``None`` when the words do not say."""
    verb = reading.verb
    if reading.says("榫", "卯"):
        return Way.TENON
    if "装" in verb and tool_among_parts(reading):
        return Way.TOOL
    if "钉" in reading.tools + reading.materials and any(word in verb for word in ("固定", "装", "合", "接", "拼")):
        return Way.NAIL
    return _way_of_verb(reading, verb)


def _way_of_verb(reading: Reading, verb: str) -> Way | None:
    built = any(word in verb for word in ("砌", "垒", "搭"))
    if built and any(word in reading.materials + verb for word in FRAMES):
        return Way.FRAME
    if built and not reading.says("合缝"):
        return Way.COURSES if "搭" not in verb or any(word in reading.materials for word in BRICKS) else None
    if any(word in verb for word in FACES):
        return Way.FACE
    if any(word in verb for word in EDGES) or reading.says("合缝"):
        return Way.EDGE
    glued = glue_of(reading) is not None and any(word in verb for word in ("固定", "装"))
    return Way.FACE if glued else None


def glue_of(reading: Reading) -> Stuff | None:
    """What sticks the parts together, only when it was said."""
    named = REFUSED.sub("", reading.words)
    return next((stuff for word, stuff in GLUES if word in named), None)


def tool_among_parts(reading: Reading) -> Tool | None:
    """The tool that is put together, when the words name one."""
    found = [(len(word), tool) for tool in TOOLS.values() for word in tool.words if word in reading.materials]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def piece_of(reading: Reading) -> Workpiece:
    """What comes to the other part."""
    return workpiece_in(reading, *SOLID, unsaid=Form.BLOCK)


def ground_of(reading: Reading) -> Workpiece:
    """What it comes to: a place, else a second material; unsaid it is grey."""
    first = piece_of(reading)
    for term in (*reading.step.place, *reading.step.material):
        kind = kind_of(term.text)
        if kind and kind[0] in SOLID and term.text != first.name:
            return Workpiece(fold(term.text), kind[0], kind[1])
    return reading.assume("另一件的样子", Workpiece("", Form.BLOCK, stuffs.UNSAID))


def count_in(reading: Reading, *measures: Measure, most: int) -> Amount | None:
    """A said whole number of parts that can be drawn one by one; a larger one is noted as drawn smaller."""
    said = next((one for measure in measures if (one := reading.amount(measure))), None)
    if said is None or said.ends[0] < 1:
        return None
    if said.ends[1] > most:
        return reading.assume("画出的块数", None)
    return said


def parts_of(reading: Reading) -> int:
    """How many parts are joined: as said, else two."""
    said = count_in(reading, Measure.COUNT, most=MOST_PARTS)
    return max(2, int(said.ends[1])) if said else reading.assume("几块", 2)
