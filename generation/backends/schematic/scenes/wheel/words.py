"""What the words say of a wheel: how fast it turns, which way, whose hands are on it, how large the vessel is to be."""

import math
from dataclasses import dataclass
from typing import Final

from craftnlp.lexicon.folding import fold
from craftnlp.spec import HandSide, Measure, Quantity
from generation.backends.schematic.scenes.base import Stage
from generation.backends.schematic.scenes.props.lengths import Ruler, ruler_for
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.stuff import UNSAID, Stuff
from generation.backends.schematic.words.amounts import Amount, amount
from generation.backends.schematic.words.reading import SIDE_NAMES, Holder, Reading

CLAY: Final = ("泥", "坯", "胚", "陶土", "瓷土", "瓷泥", "黏土", "粘土", "紫砂")
WHEELS: Final = (
    "转盘",
    "陶轮",
    "轮盘",
    "轮子",
    "陶车",
    "拉坯机",
    "辘轳",
    "轮车",
    "盔头",
    "转轮",
    "慢轮",
    "快轮",
    "坯车",
)
OPEN: Final = ("碗", "杯", "盘子", "碟", "盏")
TURNS: Final = {"转": 1.0, "圈": 1.0, "周": 1.0}
SECONDS: Final = {"秒": 1.0, "秒钟": 1.0, "分": 60.0, "分钟": 60.0}
FASTEST: Final = 6.0  # turns a second that can still be followed at 24 pictures a second
LENGTHS: Final = (Measure.DIAMETER, Measure.LENGTH, Measure.WIDTH, Measure.DEPTH, Measure.OTHER)
UNSAID_SPEED: Final = 0.7


def turns_a_second(said: Amount) -> float | None:
    """How many turns a second a said speed means (转/分钟); ``None`` for a speed along a line."""
    count, slash, time = fold(said.unit).replace("每", "/").partition("/")
    seconds = SECONDS.get(time.strip()) if slash else None
    return said.middle * TURNS[count.strip()] / seconds if seconds and count.strip() in TURNS else None


@dataclass(frozen=True, slots=True)
class Spin:
    """How a wheel turns: turns a second, whether clockwise from above, and which of both was said."""

    speed: float
    said: Amount | None
    clockwise: bool
    direction: str

    def angle(self, seconds: float) -> float:
        """Radians turned after some seconds, growing clockwise as seen from above."""
        return math.tau * self.speed * seconds * (1 if self.clockwise else -1)


def clockwise_in(reading: Reading) -> tuple[bool, str]:
    """The said direction and its word; unsaid it is clockwise, assumed, and has no word."""
    for word, clockwise in (("逆时针", False), ("反时针", False), ("顺时针", True)):
        if reading.says(word):
            return clockwise, word
    return reading.assume("转的方向", default=True), ""


def spin_of(reading: Reading) -> Spin:
    """How the wheel turns; what was not said is assumed."""
    clockwise, word = clockwise_in(reading)
    said = reading.amount(Measure.SPEED)
    speed = turns_a_second(said) if said else None
    if speed is None or speed > FASTEST:
        return Spin(reading.assume("转速", UNSAID_SPEED), None, clockwise, word)
    return Spin(speed, said, clockwise, word)


def hands_of(reading: Reading) -> tuple[Holder, ...]:
    """The hands on the clay: the one that was said, both when both were; unsaid both are outlines."""
    sides = {hand.side for hand in reading.step.hand}
    if HandSide.BOTH in sides or sides >= {HandSide.LEFT, HandSide.RIGHT}:
        return tuple(Holder(SIDE_NAMES[HandSide.BOTH], left) for left in (True, False))
    holder = reading.holder()
    if holder.said:
        return (holder,)
    return Holder("", left=True), Holder("", left=False)


def clay_of(reading: Reading) -> Stuff:
    """Clay where the words say clay, as in 拉坯; otherwise grey."""
    return stuffs.CLAY if reading.says(*CLAY) else reading.assume("料的样子", UNSAID)


@dataclass(frozen=True, slots=True)
class Size:
    """The vessel as it is to be, in pixels, and what was said of it."""

    diameter: float
    height: float
    diameter_said: Amount | None
    height_said: Amount | None
    ruler: Ruler | None


def size_of(reading: Reading, room: Stage) -> Size:
    """The said diameter and height at one scale that fits the room; what was not said is assumed."""
    high = _beside(reading, "高")
    wide = next((amount(one) for one in _lengths(reading) if one is not high and one.measure is Measure.DIAMETER), None)
    tall = amount(high) if high else None
    ruler = ruler_for([(wide, room.width), (tall, room.height)])
    if ruler is None:
        wide = tall = None
    diameter = ruler.middle(wide) if ruler and wide else reading.assume("口径", room.width * 0.9)
    height = ruler.middle(tall) if ruler and tall else reading.assume("器高", min(room.height, diameter * 0.95))
    if wide is None and ruler and tall:
        diameter = min(room.width, height * 1.1)
    return Size(diameter, height, wide, tall, ruler)


def _lengths(reading: Reading) -> list[Quantity]:
    return [one for one in reading.quantities() if one.measure in LENGTHS and amount(one).numeric]


def _beside(reading: Reading, word: str) -> Quantity | None:
    """The length with a word right before or behind it (高十五厘米, 十五厘米高)."""
    clause = reading.step.clause
    for one in _lengths(reading):
        start, end = one.quote.start - clause.start, one.quote.end - clause.start
        if word in clause.text[max(0, start - 2) : end + 1]:
            return one
    return None
