"""What a quantity measures, told from its unit and from the words around it. ``OTHER`` where they do not say."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from craftnlp.components.reading import Amount
from craftnlp.lexicon.units import units
from craftnlp.spec import Measure

NEAR = 8  # characters before a quantity in which a word such as 隔 or 宽 speaks for it
WIDE = 24  # and in which heat or slant does

BY_KIND = {
    "mass": Measure.MASS,
    "volume": Measure.VOLUME,
    "duration": Measure.DURATION,
    "month": Measure.DURATION,
    "temperature": Measure.TEMPERATURE,
    "angle": Measure.ANGLE,
    "grit": Measure.GRIT,
    "size_class": Measure.SIZE_CLASS,
    "proportion": Measure.PROPORTION,
    "repetition": Measure.REPETITION,
    "pass": Measure.REPETITION,
    "layers": Measure.LAYERS,
    "area": Measure.AREA,
    "rate": Measure.SPEED,
    "split": Measure.SPLIT,
    "stitch": Measure.COUNT,
    "count": Measure.COUNT,
    "turn": Measure.REPETITION,
}


class Cue(NamedTuple):
    """A measure, the words before a length that speak for it, and the words after."""

    measure: Measure
    before: re.Pattern[str]
    after: re.Pattern[str]


LENGTHS = (
    Cue(Measure.SPACING, re.compile("隔|间距|间隔|针距|相距|距离|之间"), re.compile("的?(?:间距|间隔|距离|一[针个])")),
    Cue(Measure.THICKNESS, re.compile("厚"), re.compile("(?:那么|这么|来|的)?厚")),
    Cue(Measure.WIDTH, re.compile("宽|阔"), re.compile("(?:那么|这么|来|的)?[宽阔]")),
    Cue(Measure.DEPTH, re.compile("深"), re.compile("(?:那么|这么|来|的)?深")),
    Cue(Measure.DIAMETER, re.compile("直径|径|粗"), re.compile("(?:那么|这么|的)?(?:粗|直径|口径)")),
    Cue(Measure.LENGTH, re.compile("长|高|留"), re.compile("(?:那么|这么|来|的)?[长高]")),
    Cue(Measure.AREA, re.compile("(?!)"), re.compile("见方")),
)
ANGLE = re.compile("角|斜|倾|坡|竖|立直|直角|立着|弯成|折成|转")
HEAT = re.compile("火|窑|炉|温|热|烧|烤|蜡|水|煮|熔|化|烘|烫|焙|灶|冷|凉|釉")
SPLIT = re.compile("劈|分成|分为|拆|破成|剖|析|擘")


def measured(amount: Amount, shadow: str) -> Amount:
    """The quantity with its measure."""
    return amount._replace(measure=_measure(amount, shadow))


def _measure(amount: Amount, shadow: str) -> Measure:
    told = Surroundings(
        shadow[max(0, amount.start - NEAR) : amount.start],
        shadow[amount.start : amount.end],
        shadow[amount.end : amount.end + 6],
        shadow[max(0, amount.start - WIDE) : amount.start],
    )
    by_words = BY_WORDS.get(amount.kind)
    return by_words(told) if by_words else BY_KIND.get(amount.kind, Measure.OTHER)


class Surroundings(NamedTuple):
    """The folded words of a quantity and those around it."""

    before: str
    own: str
    after: str
    wide: str


def _length(told: Surroundings) -> Measure:
    before = re.split("[，。；！？,;\n]", told.before)[-1]
    for cue in LENGTHS:
        if cue.after.match(told.after) or cue.after.search(told.own):
            return cue.measure
    return next((cue.measure for cue in LENGTHS if cue.before.search(before)), Measure.LENGTH)


def _degree(told: Surroundings) -> Measure:
    """度 is an angle beside 斜 and a temperature beside 火: the nearer word decides, and without one nobody does."""
    if told.after.startswith(("角", "的角")):
        return Measure.ANGLE
    slant = max((found.end() for found in ANGLE.finditer(told.wide)), default=-1)
    heat = max((found.end() for found in HEAT.finditer(told.wide)), default=-1)
    if slant == heat:
        return Measure.OTHER
    return Measure.ANGLE if slant > heat else Measure.TEMPERATURE


def _fen(told: Surroundings) -> Measure:
    """分 is a share before 干 and 熟, a length beside 厚, 宽 and 寸."""
    if re.match("[干熟湿满饱]", told.after):
        return Measure.PROPORTION
    if re.match("(?:那么|的)?厚", told.after) or "厚" in told.before:
        return Measure.THICKNESS
    if re.match("(?:那么|的)?宽", told.after) or "宽" in told.before:
        return Measure.WIDTH
    return Measure.LENGTH if "寸" in told.before + told.after else Measure.OTHER


def _strand(told: Surroundings) -> Measure:
    return Measure.SPLIT if SPLIT.search(told.before) else Measure.COUNT


def _sheet(told: Surroundings) -> Measure:
    return Measure.LAYERS if re.search("叠|摞|层", told.before + told.after) else Measure.COUNT


def _unsaid(told: Surroundings) -> Measure:
    """A number without a unit: 烧到一千二 is heat, everything else stays open."""
    heated = re.search("(?:烧|升温|烤|加热|温度|炉温|窑温)(?:是|到|至)?$", told.before)
    return Measure.TEMPERATURE if heated else Measure.OTHER


BY_WORDS: dict[str, Callable[[Surroundings], Measure]] = {
    "length": _length,
    "degree": _degree,
    "fen": _fen,
    "strand": _strand,
    "sheet": _sheet,
    "": _unsaid,
}


class Canonical(NamedTuple):
    """The figures beside a said quantity, with the assumption that made them."""

    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    assumption: str = ""


DEGREES = {Measure.ANGLE: "°", Measure.TEMPERATURE: "℃"}


def canonical(amount: Amount, folded_unit: str) -> Canonical:
    """The honest conversion of a quantity; empty where there is none."""
    if amount.measure in DEGREES and amount.kind == "degree":
        assumption = "度按摄氏度计" if amount.measure is Measure.TEMPERATURE else ""
        return Canonical(amount.low, amount.high, DEGREES[amount.measure], assumption)
    name, _, clock = folded_unit.partition("/")
    unit = units().get(name)
    if unit is None or unit.factor is None or (amount.low is None and amount.high is None):
        return Canonical()
    per = units().get(clock)
    if clock and (per is None or per.name not in {"秒", "秒钟"}):
        return Canonical()
    low, high = (None if bound is None else unit.convert(bound) for bound in (amount.low, amount.high))
    return Canonical(low, high, f"{unit.canonical}/s" if clock else unit.canonical, unit.assumption)
