"""What the words of a piercing step say: which deed it is, with what, into what, and why they may not carry a picture."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Measure
from generation.backends.schematic.scenes.pierce.rhythm import Rhythm, travel_in
from generation.backends.schematic.scenes.props.plan_view import of_another_trade
from generation.backends.schematic.things.stuff import CLAY, UNSAID
from generation.backends.schematic.things.tools import NEEDLE, STYLUS, TOOLS, Tool, tool_in
from generation.backends.schematic.things.workpieces import Form, Workpiece, kind_of
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading


class Deed(StrEnum):
    """The ways in which something goes into something else, or comes out of it."""

    PIERCE = "扎入"
    WITHDRAW = "拔出"
    THREAD = "穿线"
    STUFF = "塞入"


# A verb followed by one of these characters means another thing: 扎紧 is tying, 插秧 is planting.
OTHER_SENSE: Final = {
    "扎": "紧住牢好染成起捆口带根实心营把辫",
    "插": "话手秧图花座头页画条嘴曲",
    "刺": "绣激青探",
    "抽": "烟空查水打样象签屉",
    "拔": "河火草毛苗秧高尖丝罐腿",
    "塞": "车外北",
    "穿": "衣戴梭着鞋珠插越帮堂",
}
ON_BODIES: Final = ("穴", "皮肉", "经络", "针灸", "病人")
TIES: Final = ("绳", "带", "线", "草", "篾")
POINTED: Final = ("针", "锥", "钉", "签", "钎", "楔", "棍", "杆", "棒", "桩", "销", "榫")
RODS: Final = ("棍", "杆", "签", "楔", "桩", "销", "木条", "竹条", "篾条", "筷子", "钢筋", "骨架")
INSIDE: Final = ("里", "裡", "裏", "中", "上", "内", "下", "面")
HOLLOW: Final = ("孔", "洞", "眼", "缝", "口", "里", "中")
FORMS: Final = (Form.SHEET, Form.BLOCK, Form.LUMP)
NEVER_PIERCED: Final = (Form.LIQUID, Form.POWDER)
HOLE_UNITS: Final = ("个", "处", "下", "次", "眼", "孔", "洞", "针", "点", "排")
IN_A_ROW: Final = ("一排", "一行", "逐个", "挨着", "一个一个", "隔", "间距", "眼距", "孔距", "沿", "顺着")
CORNERS: Final = ("四角", "四个角")
MOST_HOLES: Final = 12
UPRIGHT: Final = ("立直", "垂直", "竖直", "直着扎", "直上直下", "笔直")


def deed_of(reading: Reading) -> Deed:
    """Which deed the action names."""
    verb = reading.verb
    if "塞" in verb:
        return Deed.STUFF
    if any(word in verb for word in ("穿针", "穿线", "纫针", "纫线")):
        return Deed.THREAD
    if "穿" in verb and "线" in reading.materials and reading.says("针"):
        return Deed.THREAD
    return Deed.WITHDRAW if "拔" in verb or "抽" in verb else Deed.PIERCE


def objection_to(reading: Reading) -> str:
    """Why the words are not about piercing, threading, stuffing or drawing out; empty when they are."""
    deed = deed_of(reading)
    if deed in (Deed.THREAD, Deed.STUFF):
        return _objection_to_sense(reading) or _objection_to_thing(reading, deed)
    return _objection_to_sense(reading) or _objection_to_tool(reading) or _objection_to_target(reading, deed)


def _objection_to_sense(reading: Reading) -> str:
    if reading.says(*ON_BODIES):
        return "原话说的是往人身上扎"
    for head, tails in OTHER_SENSE.items():
        if head in reading.verb and any(f"{head}{tail}" in reading.words for tail in tails):
            return f"原话里的“{head}”说的不是往里扎、往里插"
    return ""


def _objection_to_tool(reading: Reading) -> str:
    if _pointed(reading.tools):
        return ""
    if any(word in reading.tools for word in TIES):
        return "原话说的是捆扎"
    return "这件工具的扎法还没有画法" if of_another_trade(reading, "pierce") else ""


def _objection_to_thing(reading: Reading, deed: Deed) -> str:
    kinds = [kind for term in reading.step.material if (kind := kind_of(term.text))]
    if any(form is Form.LIQUID for form, _ in kinds):
        return "这种料子的塞法还没有画法"
    if deed is Deed.THREAD and "针" not in reading.words and not reading.says("眼", "孔", "穿线", "纫线"):
        return "原话没有说到针眼"
    return ""


def _objection_to_target(reading: Reading, deed: Deed) -> str:
    names = reading.verb + reading.materials + reading.tools
    if deed is Deed.WITHDRAW and not _pointed(names) and (reading.materials or "抽" in reading.verb):
        return "原话没有说到拔出来的是针、锥或棍子"
    if "穿" in reading.verb and not _pointed(names) and not any(word in reading.verb for word in HOLLOW):
        return "原话没有说到用什么穿过去"
    terms = (*reading.step.material, *reading.step.place)
    kinds = [kind[0] for term in terms if (kind := kind_of(term.text))]
    raw = any(kind_of(term.text) == (Form.VESSEL, CLAY) for term in terms)
    fits = raw or Form.VESSEL not in kinds or any(form in FORMS for form in kinds)
    return "" if fits and not any(form in NEVER_PIERCED for form in kinds) else "这种料子的扎法还没有画法"


def _pointed(names: str) -> bool:
    return any(word in names for word in POINTED)


@dataclass(frozen=True, slots=True)
class Piercer:
    """What goes in: a tool, or a rod that was said (棍子, 竹签), drawn as a rod of its own stuff."""

    tool: Tool
    rod: Workpiece | None = None

    @property
    def shown(self) -> bool:
        """Whether its look follows from words."""
        return self.rod is not None or self.tool is not STYLUS


def piercer_in(reading: Reading) -> Piercer:
    """The said pointed tool, needle or rod; else a grey stick that counts as assumed."""
    tool = tool_in(reading, does="pierce")
    if tool:
        return Piercer(tool)
    rod = _rod_in(reading)
    if rod and not reading.step.tool:
        reading.assume(f"{rod.name}的粗细长短", None)
        return Piercer(STYLUS, rod)
    names = reading.verb + reading.materials + ("针" if reading.says("针头", "针尖", "针跟", "针要") else "")
    for word, found in (("针", NEEDLE), ("锥", TOOLS["awl"])):
        if word in names and not reading.step.tool:
            return Piercer(found)
    return Piercer(reading.assume("工具的样子" if reading.step.tool else "工具", STYLUS))


def _rod_in(reading: Reading) -> Workpiece | None:
    """The first material, else place, that is a rod and not the inside of one."""
    for term in (*reading.step.material, *reading.step.place):
        kind, inside = kind_of(term.text), term.text.endswith(INSIDE)
        if not inside and ((kind and kind[0] is Form.RODS) or any(word in fold(term.text) for word in RODS)):
            return Workpiece(term.text, Form.RODS, kind[1] if kind else UNSAID)
    return None


def bare(name: str) -> str:
    """A place without its last 里, 上 or 中: what it is called, not where."""
    return name[:-1] if len(name) > 1 and name.endswith(INSIDE[:-1]) else name


def target_in(reading: Reading) -> Workpiece:
    """What is pierced, where the words name it; else a grey sheet that counts as assumed."""
    terms = (*reading.step.material, *reading.step.place)
    rod = _rod_in(reading)
    for term in terms:
        kind = kind_of(term.text)
        if kind and kind[0] in FORMS and not (rod and term.text == rod.name):
            return Workpiece(bare(term.text), *kind)
        if kind == (Form.VESSEL, CLAY):  # a raw body (泥坯) is as good as a block to what goes into it
            return Workpiece(bare(term.text), Form.BLOCK, CLAY)
    unsaid = Form.BLOCK if rod else Form.SHEET
    return reading.assume("扎进去的料", Workpiece("", unsaid, UNSAID))


@dataclass(frozen=True, slots=True)
class Holes:
    """How many holes are drawn, whether at the four corners, and the said count and distance."""

    drawn: int
    corners: bool
    count: Amount | None
    spacing: Amount | None


def holes_in(reading: Reading) -> Holes:
    """The holes as said; a number nobody said, or too many to draw, is assumed."""
    count = next((one for one in _counts(reading) if one.ends[0] >= 1), None)
    spacing = reading.amount(Measure.SPACING)
    at_corners = reading.says(*CORNERS)
    drawn = int(count.middle) if count and not count.ranged and count.middle.is_integer() else 0
    if drawn and drawn <= MOST_HOLES:
        return Holes(drawn, at_corners and drawn == 4, count, spacing)
    if count is None and at_corners:
        return Holes(4, corners=True, count=None, spacing=spacing)
    if count is not None:
        return Holes(reading.assume("画出的次数", 6), corners=False, count=count, spacing=spacing)
    many = spacing is not None or (reading.says(*IN_A_ROW) and reading.says("眼", "孔", "洞"))
    return Holes(reading.assume("孔的个数", 5) if many else 1, corners=False, count=None, spacing=spacing)


@dataclass(frozen=True, slots=True)
class Work:
    """What goes into what, at how many places, and when."""

    piercer: Piercer
    target: Workpiece
    holes: Holes
    rhythm: Rhythm


def work_in(reading: Reading) -> Work:
    """The work that the words name."""
    holes = holes_in(reading)
    travel = travel_in(reading) if holes.drawn == 1 else None
    if travel is None:
        reading.assume("扎入的节奏", None)
    rhythm = Rhythm(holes.drawn, deed_of(reading) is Deed.WITHDRAW, travel)
    return Work(piercer_in(reading), target_in(reading), holes, rhythm)


def _counts(reading: Reading) -> list[Amount]:
    said = [*reading.amounts(Measure.COUNT), *reading.amounts(Measure.REPETITION)]
    return [one for one in said if one.unit.replace("個", "个") in HOLE_UNITS]


def stuffs_softly(reading: Reading) -> bool:
    """Whether something is stuffed in that is no rod: beans, a filling, cotton."""
    return deed_of(reading) is Deed.STUFF and _rod_in(reading) is None
