"""What a quantity measures, told from its unit and from the words around it. ``OTHER`` where they do not say."""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from craftnlp.components.quantities.compounds import total
from craftnlp.components.reading import Amount
from craftnlp.lexicon.units import rounded, units
from craftnlp.spec import Measure

NEAR = 8  # characters before a quantity in which a word such as 隔 or 宽 speaks for it
FULL_CIRCLE = 360  # degrees: more than these are heat
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
    Cue(
        Measure.SPACING,
        re.compile("隔|间距|间隔|[针眼孔行]距|相距|距离|之间"),
        re.compile("的?(?:间距|间隔|距离|一[针个])"),
    ),
    Cue(Measure.THICKNESS, re.compile("厚"), re.compile("(?:那么|这么|来|的)?厚")),
    Cue(Measure.WIDTH, re.compile("宽|阔"), re.compile("(?:那么|这么|来|的)?[宽阔]")),
    Cue(Measure.DEPTH, re.compile("深"), re.compile("(?:那么|这么|来|的)?深")),
    Cue(Measure.DIAMETER, re.compile("直径|径|粗"), re.compile("(?:那么|这么|的)?(?:粗|直径|口径)")),
    Cue(Measure.LENGTH, re.compile("长|高|留"), re.compile("(?:那么|这么|来|的)?[长高]")),
    Cue(Measure.AREA, re.compile("(?!)"), re.compile("见方")),
)
ANGLE = re.compile("角|斜|倾|坡|竖|立直|立着|[弯折][成到]?|转|[跟和与同][^，。；]{0,4}[面纸布]")
HEAT = re.compile("火|窑|炉|温|热|烧|烤|蜡|水|煮|熔|化|烘|烫|焙|灶|冷|凉|釉")
AROUND = re.compile("[绕转围旋][^，。；]{0,6}$")
SPLIT = re.compile("劈|分成|分为|拆|破成|剖|析|擘")


def measured(amount: Amount, shadow: str) -> Amount:
    """The quantity with its measure. 分 beside 时间 is a duration, 一周 after 绕 a turn."""
    own = shadow[amount.start : amount.end]
    if (
        amount.kind == "duration"
        and own.endswith("周")
        and AROUND.search(shadow[max(0, amount.start - 8) : amount.start])
    ):
        amount = amount._replace(kind="turn")
    measure = _measure(amount, shadow)
    if measure is Measure.DURATION and amount.kind == "fen":
        amount = amount._replace(kind="duration")
    return amount._replace(measure=measure)


def _measure(amount: Amount, shadow: str) -> Measure:
    told = Surroundings(
        shadow[max(0, amount.start - NEAR) : amount.start],
        shadow[amount.start : amount.end],
        shadow[amount.end : amount.end + 6],
        shadow[max(0, amount.start - WIDE) : amount.start],
    )
    if amount.kind == "degree" and (told.own.startswith("零下") or (amount.low or 0) > FULL_CIRCLE):
        return Measure.TEMPERATURE
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


LENGTH_CUES = (("厚", Measure.THICKNESS), ("宽", Measure.WIDTH), ("深", Measure.DEPTH), ("长", Measure.LENGTH))


def _fen(told: Surroundings) -> Measure:
    """分 is a share before 干 and 熟, a length beside 厚, 宽 and 寸, a mass beside 钱 and 两, minutes beside 时间."""
    if re.match("[干熟湿满饱]", told.after):
        return Measure.PROPORTION
    after = re.match("(?:那么|这么|来|的)?([厚宽深长])", told.after)
    near = [(told.before.rfind(cue), measure) for cue, measure in LENGTH_CUES if cue in told.before]
    if after or near:
        return dict(LENGTH_CUES)[after[1]] if after else max(near)[1]
    if re.search("钱|[一二两三四五六七八九十]两", told.before + told.after):
        return Measure.MASS
    if re.search("时间|钟|秒", told.before + told.after):
        return Measure.DURATION
    return Measure.LENGTH if "寸" in told.before + told.after else Measure.OTHER


def _yarn(told: Surroundings) -> Measure:
    """三十二支 beside yarn is its fineness, elsewhere a count."""
    return (
        Measure.SIZE_CLASS
        if re.match("的?(?:棉|毛|麻|丝)?[纱线]", told.after) or told.before.endswith("纱")
        else Measure.COUNT
    )


def _strand(told: Surroundings) -> Measure:
    return Measure.SPLIT if SPLIT.search(told.before) else Measure.COUNT


def _rate(told: Surroundings) -> Measure:
    """每秒两毫米 and 一分钟六十下 are speeds, 一天三次 a repetition, 每寸十二针 a count; 每小时升五十度 has no name here."""
    if re.match("[每一](?:天|日)", told.own):
        return Measure.REPETITION
    if re.search("度|℃|°", told.own):
        return Measure.OTHER
    return Measure.COUNT if re.match("[每一](?:寸|尺|米|厘米|公分)", told.own) else Measure.SPEED


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
    "yarn": _yarn,
    "body": _length,
    "rate": _rate,
    "": _unsaid,
}


class Canonical(NamedTuple):
    """The figures beside a said quantity, with the assumption that made them."""

    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    assumption: str = ""


DEGREES = {Measure.ANGLE: "°", Measure.TEMPERATURE: "℃"}
LINEAR = frozenset({Measure.THICKNESS, Measure.WIDTH, Measure.DEPTH, Measure.LENGTH, Measure.SPACING, Measure.DIAMETER})
FEN = {
    **dict.fromkeys(
        LINEAR,
        (Fraction(10, 3), "mm", "分按长度计（旁有厚、宽、深、长或寸）；市制：1 分 = 1/10 寸 = 1/300 米"),
    ),
    Measure.MASS: (Fraction(1, 2), "g", "分按重量计（旁有钱或两）；市制：1 分 = 1/10 钱 = 0.5 克"),
    Measure.DURATION: (Fraction(60), "s", "分按分钟计（旁有时间）"),
    Measure.PROPORTION: (Fraction(10), "%", "分按十分之一计（后有干、熟、湿、满）"),
}


def canonical(amount: Amount, folded_unit: str) -> Canonical:
    """The honest conversion of a quantity; empty where there is none."""
    if amount.low is None and amount.high is None:
        return _summed(amount)
    if amount.measure in DEGREES and amount.kind == "degree":
        assumption = "度按摄氏度计" if amount.measure is Measure.TEMPERATURE else ""
        return Canonical(amount.low, amount.high, DEGREES[amount.measure], assumption)
    if folded_unit == "分":
        return _small(amount)
    return _converted(amount, folded_unit)


def _summed(amount: Amount) -> Canonical:
    """A compound such as 1丈5尺, summed; an open one (一丈五尺多) has no upper bound."""
    sum_of = total(amount.value, of_mass=amount.measure is Measure.MASS, of_length=amount.measure in LINEAR)
    if sum_of is None:
        return Canonical()
    high = None if amount.value.endswith("+") else sum_of.value
    return Canonical(sum_of.value, high, sum_of.unit, sum_of.assumption)


def _small(amount: Amount) -> Canonical:
    """分 converts only where the words beside it say what it measures."""
    if amount.measure not in FEN:
        return Canonical()
    factor, unit, assumption = FEN[amount.measure]
    low, high = (None if bound is None else rounded(Fraction(bound) * factor) for bound in (amount.low, amount.high))
    return Canonical(low, high, unit, assumption)


def _converted(amount: Amount, folded_unit: str) -> Canonical:
    name, _, clock = folded_unit.partition("/")
    unit, per = units().get(name), units().get({"s": "秒"}.get(clock, clock))
    if (
        unit is None
        or unit.factor is None
        or amount.kind == "turn"
        or (clock and (per is None or per.name not in {"秒", "秒钟"}))
    ):
        return Canonical()
    low, high = (None if bound is None else unit.convert(bound) for bound in (amount.low, amount.high))
    return Canonical(low, high, f"{unit.canonical}/s" if clock else unit.canonical, unit.assumption)
