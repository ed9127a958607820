"""What the words of a pull say: what is pulled, out of or away from what, how often, and why there may be no picture."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from craftnlp.lexicon.folding import fold
from craftnlp.spec import HandSide, Measure
from generation.backends.schematic.scenes.base import Moment, ease, span
from generation.backends.schematic.scenes.props.plan_view import of_another_trade
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.stuff import UNSAID, Stuff
from generation.backends.schematic.things.workpieces import Form, Workpiece, kind_of, workpiece_in
from generation.backends.schematic.words.reading import SIDE_NAMES, Holder, Reading


class Pulled(StrEnum):
    """What the pull looks like."""

    THROUGH_CLOTH = "cloth"  # a thread until it lies on the cloth
    SOFT = "soft"  # dough or sugar drawn out between two hands
    DIE = "die"  # a wire made thinner in a plate
    COCOON = "cocoon"  # silk off its cocoons
    STRAND = "strand"  # any other strand, away from where it is held


# A verb followed by one of these characters means another thing: 拉坯 is throwing on the wheel, 拉锯 is sawing.
OTHER_SENSE: Final = {
    "拉": "坯胚锯风花毛纹家开近远门丁网二胡弓大",
    "拽": "住",
    "抽": "烟空查水打样象签屉湿干真",
    "引": "火导水诱燃子入",
    "牵": "牛马扯强",
    "收": "口",
}
STRANDS: Final = ("线", "丝", "绳", "纱", "绒", "麻", "棕", "筋", "弦", "带", "藤", "篾", "条")
SOFT: Final = ("面", "糖", "饴", "粉条")
WIRES: Final = ("铜丝", "银丝", "金丝", "铁丝", "钢丝", "铜线", "银线", "金线", "铁线")
COCOONS: Final = ("茧", "缫")
CLOTHS: Final = ("绸", "布", "绣面", "绷", "缎", "绢", "面料", "鞋底", "针")
TIGHT: Final = ("紧", "直", "绷", "停", "住", "平")
UNAMBIGUOUS: Final = ("拉紧", "抽紧", "勒紧", "拽紧", "绷线", "抽丝", "缫", "拉线", "抽线", "牵线")
TONGS: Final = ("钳", "夹子")
ROPES: Final = ("绳", "麻", "棕", "带", "筋")
MOST_PULLS: Final = 12
BOTH: Final = "双手"
PIECES: Final = ("个", "只", "颗", "粒", "枚")


def pulled_in(reading: Reading) -> Pulled:
    """What kind of pull the words name."""
    words = reading.words_without_tools
    if any(word in words for word in COCOONS):
        return Pulled.COCOON
    if any(word in words for word in WIRES) and any(word in words for word in ("细", "板", "眼", "孔", "拔")):
        return Pulled.DIE
    names = reading.materials or reading.verb
    if any(word in names for word in SOFT) and not any(word in names for word in STRANDS):
        return Pulled.SOFT
    if "抻" in reading.verb and not reading.materials:
        return Pulled.SOFT
    thread = any(word in names for word in ("线", "丝", "绒"))
    return Pulled.THROUGH_CLOTH if thread and reading.says(*CLOTHS) else Pulled.STRAND


def objection_to(reading: Reading) -> str:
    """Why the words are not about pulling a strand; empty when they are."""
    if any(f"{head}{tail}" in reading.verb for head, tails in OTHER_SENSE.items() for tail in tails):
        return f"原话里的“{reading.step.action.text}”说的不是拉线、拉条"
    if of_another_trade(reading, "pull") and not any(word in reading.tools for word in (*TONGS, "针")):
        return "这件工具的拉法还没有画法"
    names = reading.materials
    if names:
        known = any(word in names for word in (*STRANDS, *SOFT, *COCOONS))
        return "" if known else "原话里拉的不是线、丝、绳或面、糖"
    clear = any(word in reading.verb for word in (*UNAMBIGUOUS, "抻"))
    said = any(word in reading.words_without_tools for word in (*STRANDS, *COCOONS))
    return "" if clear or said else "原话没有说到拉的是什么"


@dataclass(frozen=True, slots=True)
class Strand:
    """What is pulled: its name, stuff, and its width in pixels (assumed unless a picture measures it)."""

    name: str
    stuff: Stuff
    width: float

    @property
    def said(self) -> bool:
        """Whether words say what it is made of."""
        return self.stuff is not UNSAID


def strand_in(reading: Reading) -> Strand:
    """The strand that the words name; else a grey one that counts as assumed."""
    found = workpiece_of(reading)
    if found is None:
        word = next((word for word in STRANDS[:5] if word in reading.verb), "")
        if word:
            reading.assume("线的颜色粗细", None)
            return Strand(word, stuffs.THREAD, 5.0)
        return Strand("", reading.assume("拉的东西", UNSAID), 6.0)
    wide = 12.0 if any(word in fold(found.name) for word in ROPES) else 5.0
    reading.assume("线的粗细", None)
    return Strand(found.name, found.stuff, wide)


def workpiece_of(reading: Reading) -> Workpiece | None:
    """The first material that is a strand, rods or a soft mass; cloths and tools beside it are passed over."""
    forms = (Form.STRAND, Form.RODS, Form.LUMP)
    for term in reading.step.material:
        kind = kind_of(term.text)
        if kind and kind[0] in forms:
            return workpiece_in(reading, *forms, unsaid=Form.STRAND)
    return None


@dataclass(frozen=True, slots=True)
class Pulls:
    """How often, and whether a strand is made taut (else it is drawn along)."""

    count: int
    tightens: bool

    def way(self, moment: Moment) -> float:
        """How far the pull has come, 0 to 1; pulled again and again it goes back in between."""
        if self.count == 1:
            return 0.05 + 0.95 * ease(span(moment.share, 0.04, 0.78))
        beat = min(span(moment.share, 0, 0.96) * self.count, self.count - 0.001)
        number, phase = divmod(beat, 1)
        back = 0.0 if int(number) == self.count - 1 else ease(span(phase, 0.74, 1))
        return 0.05 + 0.95 * ease(span(phase, 0, 0.62)) * (1 - back)


def pulls_in(reading: Reading) -> Pulls:
    """The pulls as said; how many there are to see is assumed where nobody said it or they are too many."""
    said = reading.amount(Measure.REPETITION)
    reading.assume("拉的快慢", None)
    tightens = any(word in reading.verb or reading.says(f"拉{word}", f"抽{word}") for word in TIGHT)
    tightens = tightens or any(word in fold(result.text) for result in reading.step.result for word in TIGHT)
    if said and not said.ranged and said.middle.is_integer() and said.middle <= MOST_PULLS:
        return Pulls(int(said.middle), tightens)
    return Pulls(reading.assume("画出的次数", 4) if said else 1, tightens)


def cocoons_in(reading: Reading) -> int:
    """How many cocoons: as said up to a dozen, else an assumed few."""
    for one in reading.amounts(Measure.COUNT):
        if one.unit.replace("個", "个") in PIECES and not one.ranged and 1 <= one.middle <= MOST_PULLS:
            return int(one.middle)
    return reading.assume("茧的个数", 3)


def both_hands(reading: Reading) -> tuple[Holder, Holder]:
    """The pulling hand and the one on the other side; a name stands only at a hand that was said."""
    sides = {hand.side for hand in reading.step.hand}
    if HandSide.BOTH in sides and not sides & {HandSide.LEFT, HandSide.RIGHT}:
        return Holder(BOTH, reading.mirrored), Holder(BOTH, not reading.mirrored)
    one = reading.holder()
    if {HandSide.LEFT, HandSide.RIGHT} <= sides:
        name = SIDE_NAMES[HandSide.RIGHT if one.left else HandSide.LEFT]
        return one, Holder(name, not one.left)
    return one, reading.assume("另一只手", Holder("", not one.left))
