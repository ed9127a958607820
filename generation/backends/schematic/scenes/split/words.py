"""What the words of a splitting step say: what is split, into how many parts, and why there may be no picture."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Moment, ease, span
from generation.backends.schematic.scenes.props.plan_view import of_another_trade
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.stuff import UNSAID, Stuff
from generation.backends.schematic.things.tools import STYLUS, TOOLS, Tool, tool_in
from generation.backends.schematic.things.workpieces import Form, kind_of
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading


class Section(StrEnum):
    """How a strand looks where it is cut across."""

    BUNDLE = "bundle"  # a thread of many fibres
    TUBE = "tube"  # a bamboo culm
    SLAB = "slab"  # a lath, split into thinner ones


THREADS: Final = ("丝", "线", "绒", "纱", "麻", "棕")
CANES: Final = ("竹", "篾", "藤", "苇", "柳")
LATHS: Final = ("篾", "竹片", "竹条", "竹青", "竹黄", "藤皮", "层")
UNITS: Final = ("份", "股", "根", "片", "条", "瓣", "半", "块", "层", "丝", "缕", "绺", "绒", "毛", "开")
FINE: Final = ("丝", "绒", "毛")  # 劈到八丝 names how thick the thread is in the end, not how many parts it has
HALVES: Final = ("两半", "对半", "一半", "一分为二", "二半")
OTHER_SENSE: Final = ("劈柴", "劈头", "劈叉", "劈里", "劈啪", "劈手", "劈裂声")
MOST: Final = 16


@dataclass(frozen=True, slots=True)
class Splitting:
    """What is split and into how many parts. ``said`` is the number as it was said, if it was."""

    name: str
    stuff: Stuff
    section: Section
    parts: int
    said: Amount | None
    tool: Tool | None

    def way(self, moment: Moment) -> float:
        """How far the split has run, 0 to 1."""
        return 0.06 + 0.94 * ease(span(moment.share, 0.03, 0.82))


def objection_to(reading: Reading) -> str:
    """Why the words are not about splitting a strand or a cane lengthwise; empty when they are."""
    if reading.says(*OTHER_SENSE):
        return "原话里的“劈”说的不是劈丝、劈篾"
    strange = of_another_trade(reading, "sever") and not reading.tools.endswith(("针", "刀"))
    if strange or "剪" in reading.tools:
        return "这件工具的劈法还没有画法"
    names = reading.materials or reading.words
    if any(word in names for word in (*THREADS, *CANES)):
        return ""
    if reading.materials:
        return "劈的不是丝线，也不是竹篾"
    return "" if _said(reading) else "原话没有说到劈的是什么、劈成几份"


def splitting_in(reading: Reading) -> Splitting:
    """The work that the words name."""
    names = reading.materials or reading.verb + reading.words_without_tools
    cane = any(word in names for word in CANES)
    name, stuff = _stuff(reading, cane=cane)
    lath = reading.amount(Measure.LAYERS) is not None or any(word in names for word in LATHS)
    section = (Section.SLAB if lath else Section.TUBE) if cane else Section.BUNDLE
    said = _said(reading)
    reading.assume("劈的快慢", None)
    tool = tool_in(reading, does="sever")
    if cane and tool is None:
        look = TOOLS["cleaver"] if "刀" in reading.tools else STYLUS
        tool = reading.assume("工具的样子" if reading.step.tool else "工具", look)
    return Splitting(name, stuff, section, _parts(reading, said), said, tool)


def _stuff(reading: Reading, *, cane: bool) -> tuple[str, Stuff]:
    for term in reading.step.material:
        kind = kind_of(term.text)
        if kind and kind[0] in (Form.STRAND, Form.RODS):
            return term.text, kind[1]
    if cane:
        return "", stuffs.BAMBOO
    if any(word in reading.verb for word in THREADS) or any(word in reading.materials for word in THREADS):
        return "", stuffs.THREAD
    return "", reading.assume("劈的东西", UNSAID)


def _said(reading: Reading) -> Amount | None:
    amounts = [
        *(one for one in reading.amounts(Measure.SPLIT) if one.unit not in FINE or reading.says("成", "分")),
        *(one for one in reading.amounts(Measure.COUNT) if fold(one.unit) in UNITS),
        *reading.amounts(Measure.LAYERS),
    ]
    return next((one for one in amounts if one.ends[0] >= 2), None)  # one part is no split


def _parts(reading: Reading, said: Amount | None) -> int:
    if said and not said.ranged and said.middle.is_integer() and said.middle <= MOST:
        return int(said.middle)
    if said:
        return reading.assume("画出的份数", min(8, int(said.ends[0])))
    if reading.says(*HALVES):
        return 2
    return reading.assume("劈成的份数", 2)
