"""The forms of a spoken quantity: one reader for each alternative of the grammar.

A reader answers with the value as it is written down, its bounds, and the name of the group that holds the unit; or
with nothing where the words only looked like its form.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from craftnlp.components.quantities.compounds import family
from craftnlp.components.quantities.numerals import Number, integer, neighbours, parse
from craftnlp.lexicon.units import rounded, units

Match = re.Match[str]
Part = tuple[str, Decimal | None, Decimal | None, str]  # value, low, high, the group that holds the unit
HALF = Decimal("0.5")
TENTHS = frozenset({"米", "公尺", "丈", "尺", "寸", "斤", "公斤", "成"})
SIZES = frozenset({"目", "号", "#"})  # worked through one after the other: 7、8号 are two needles
WHOLES = {"十": 10, "百": 100, "千": 1000, "万": 10000}
COUNTS = frozenset({"count", "repetition", "pass", "layers", "sheet", "strand", "stitch", "turn"})  # never none of them
SHARED = re.compile(
    r"(?:占|剩|留|减|去|掉|倒|少|多|放|加|到|至|缩|磨|刮|切|取|露|埋|装|满|约|近|过|足|舀|兑|用)[了到掉出去下成上有得]{0,2}$"
)


def _either(found: Match, *groups: str) -> str:
    """The one of two groups that was said."""
    return next(group for group in groups if found[group] is not None)


def _exactly(number: Number | None, group: str) -> Part | None:
    return number and (number.text, number.low, number.top, group)


def _number(found: Match) -> Part | None:
    group = _either(found, "ge_unit", "unit", "sized")
    said = parse(found["number"])
    if said is None or (not said.low and units()[found[group]].kind in COUNTS):
        return None
    if found["and_half"] or found["tail"] == "半":
        said = Number(said.low + HALF, said.high and said.high + HALF)
    elif found["decimal"]:
        return _decimal_after_unit(found, said)
    if re.fullmatch(r"0\d+", found["number"]):
        return found["number"], said.low, said.low, group  # a size such as 00号 is no zero
    if found["below_zero"]:
        said = Number(-said.top, None if said.high is None else -said.low)
    return _exactly(said, group)


def _decimal_after_unit(found: Match, whole: Number) -> Part | None:
    """一米二 is 1.2 米 and 一米七五 is 1.75: what follows the unit is its tenths."""
    if found["unit"] not in TENTHS or whole.high is not None:
        return None
    said = found["decimal"]
    pair = neighbours(said) if len(said) > 1 and found["unit"] != "米" else None
    if pair:
        return _exactly(Number(whole.low + pair.low / 10, whole.low + pair.top / 10), "unit")
    digits = "".join(str(integer(char)) for char in said)
    return _exactly(Number(whole.low + Decimal(f"0.{digits}")), "unit")


def _doubled(found: Match) -> Part | None:
    return _exactly(parse(found["doubled"]), "doubled")


def _rate(found: Match) -> Part | None:
    return _exactly(parse(found["rate"]), "rate_unit")


def _day_rate(found: Match) -> Part | None:
    return _exactly(parse(found["day_rate"]), "day_unit")


def _span_rate(found: Match) -> Part | None:
    return _exactly(parse(found["span_rate"]), "span_unit")


def _percent(found: Match) -> Part | None:
    said, whole = parse(found["percent_of"]), WHOLES[found["percent"]]
    if said and found["percent_to"]:
        to = parse(found["percent_to"])
        said = Number(said.low, to.top) if to and to.top > said.low else None
    return said and (f"{said.text}/{whole}", said.low / whole, said.top / whole, "")


def _fraction(found: Match) -> Part | None:
    """三分之二, 一又四分之一, 三分之一到二分之一."""
    low = _one_fraction(found["below"], found["above"], found["whole"])
    if low is None or found["below_to"] is None:
        return low and (low[0], low[1], low[1], "part_unit")
    high = _one_fraction(found["below_to"], found["above_to"], None)
    return (f"{low[0]}-{high[0]}", low[1], high[1], "part_unit") if high and low[1] < high[1] else None


def _one_fraction(under: str, over: str, units_of: str | None) -> tuple[str, Decimal] | None:
    below, above = parse(under), parse(over)
    if not below or not above or not below.low:
        return None
    ratio, value = _ratio_of(above.low, below.low), f"{above.text}/{below.text}"
    whole = integer(units_of) if units_of else None
    return (value, ratio) if whole is None else (f"{whole}又{value}", ratio + whole)


def _ratio_of(above: Decimal, below: Decimal) -> Decimal:
    return rounded(Fraction(above) / Fraction(below))


def _slash(found: Match) -> Part | None:
    above, below = (Decimal(part) for part in found["slash"].split("/"))
    if not below:
        return None
    ratio = _ratio_of(above, below)
    return found["slash"], ratio, ratio, "slash_unit"


def _tenths(found: Match) -> Part | None:
    """三七开, 二八配: two parts of ten."""
    left, right = (integer(char) or 0 for char in found["tenths"])
    return (f"{left}:{right}", None, None, "") if left + right == 10 else None


def _ratio(found: Match) -> Part | None:
    said = [parse(part) for part in re.split("[:∶：比]", found["ratio"])]
    if any(part is None for part in said):
        return None
    return ":".join(part.text for part in said if part), None, None, ""


def _area(found: Match) -> Part | None:
    sides = [parse(found[name]) for name in ("left", "right", "height") if found[name] is not None]
    named = {found[name] for name in ("left_unit", "right_unit") if found[name]}
    if None in sides or named - {found["area_unit"]}:
        return None
    return "*".join(side.text for side in sides if side), None, None, "area_unit"


def _list(found: Match) -> Part | None:
    return _listed(re.split("[,，、]", found["list"]), "list_unit")


def _row(found: Match) -> Part | None:
    """五、六下 is a range of neighbours, 二十、四十、六十目 a list."""
    said = found["row"].split("、")
    pair = _pair(said, found["row_unit"]) if len(said) == 2 else None
    return _exactly(pair, "row_unit") if pair else _listed(said, "row_unit")


def _pair(said: list[str], unit: str) -> Number | None:
    """Two numbers with 、 that are one estimate: 七、八百, 二十五、六, 8、9, and 3、5 as 三五天."""
    if not said[0][0].isdecimal():
        pair = parse("".join(said))
        return pair if pair and pair.high is not None else None
    low, high = parse(said[0]), parse(said[1])
    if not low or not high or unit in SIZES:
        return None
    close = high.low - low.low == 1 or said == ["3", "5"]
    return Number(low.low, high.low) if close else None


def _couple(found: Match) -> Part | None:
    return _listed(re.split("[和跟与]", found["couple"]), "couple_unit")


def _listed(said: list[str], group: str) -> Part | None:
    numbers = [number for part in said if (number := parse(part))]
    if len(numbers) < len(said):
        return None
    lows = [number.low for number in numbers]
    return ",".join(number.text for number in numbers), min(lows), max(number.top for number in numbers), group


def _teens(found: Match) -> Part | None:
    low, to = parse(found["teens"].rstrip("几来多")), parse(found["teens_to"])
    return _exactly(Number(low.low, to.low), "teens_unit") if low and to and low.low < to.low else None


def _range(found: Match) -> Part | None:
    low, high = Number(HALF) if found["from"] == "半" else parse(found["from"]), parse(found["to"])
    if not low or not high or (found["from_unit"] or found["to_unit"]) != found["to_unit"]:
        return None
    bottom = low.low + (HALF if found["from_half"] else 0)
    top = high.top + (HALF if found["to_half"] or found["to_tail"] else 0)
    if bottom >= top:
        return None
    said = Number(-top, -bottom) if found["minus"] else Number(bottom, top)
    return _exactly(said, "to_unit")


def _compound(found: Match) -> Part | None:
    """一丈五尺: a larger and a smaller unit of one family, kept as said."""
    places = [place for place in ("first", "second", "third") if found[place] is not None]
    numbers = [parse(found[place]) for place in places]
    names = tuple(found[f"{place}_unit"] for place in places)
    if any(number is None or number.high is not None for number in numbers) or family(names) is None:
        return None
    value = "".join(f"{number.text}{name}" for number, name in zip(numbers, names, strict=True) if number)
    return value + ("+" if found["sum_loose"] else ""), None, None, ""


def _vague(found: Match) -> Part | None:
    return "几" + (found["vague_of"] or ""), None, None, _either(found, "vague_ge", "vague_unit")


def _teen(found: Match) -> Part | None:
    """十几, 二十几, 一百二十几."""
    return _open(parse((found["hundreds"] or "") + found["tens"]), _either(found, "teen_ge", "teen_unit"))


def _beyond(found: Match) -> Part | None:
    """一百几十斤."""
    return _open(parse(found["beyond"]), _either(found, "beyond_ge", "beyond_unit"))


def _upward(found: Match) -> Part | None:
    """上百次."""
    return _open(Number(Decimal(WHOLES[found["upward"]])), _either(found, "upward_ge", "upward_unit"))


def _open(said: Number | None, group: str) -> Part | None:
    return said and (f"{said.text}+", said.low, None, group)


def _handful(found: Match) -> Part | None:
    """千把块 is about 1000; 个把小时 says no number."""
    group = _either(found, "handful_ge", "handful_unit")
    if found["handful"] == "个":
        return "个把", None, None, group
    return _exactly(Number(Decimal(WHOLES[found["handful"]])), group)


def _bit(found: Match) -> Part | None:
    return "个把", None, None, "bit_unit"


def _share(found: Match) -> Part | None:
    """一半 measures after 舀掉, 占 or 留; elsewhere it is one of two sides."""
    before = found.string[max(0, found.start("share") - 4) : found.start("share")]
    return ("0.5", HALF, HALF, "") if SHARED.search(before) else None


def _half(found: Match) -> Part | None:
    return "0.5", HALF, HALF, _either(found, "half_ge", "half_unit")


def _part(found: Match) -> Part | None:
    """大半碗 is more than half a bowl, 小半碗 less."""
    group = _either(found, "part_ge", "part_of")
    return ("0.5+", HALF, None, group) if found["part"] == "大半" else ("0.5", None, HALF, group)


def _sizing(found: Match) -> Part | None:
    return _exactly(parse(found["sizing"]), "")


def _bare(found: Match) -> Part | None:
    return _exactly(parse(found["bare"]), "")


READERS: dict[str, Callable[[Match], Part | None]] = {
    "doubled": _doubled,
    "rate": _rate,
    "day_rate": _day_rate,
    "span_rate": _span_rate,
    "percent": _percent,
    "below": _fraction,
    "slash": _slash,
    "tenths": _tenths,
    "ratio": _ratio,
    "by": _area,
    "list": _list,
    "row": _row,
    "couple": _couple,
    "teens": _teens,
    "from": _range,
    "first": _compound,
    "vague": _vague,
    "teen": _teen,
    "beyond": _beyond,
    "upward": _upward,
    "handful": _handful,
    "bit": _bit,
    "share": _share,
    "half_ge": _half,
    "half": _half,
    "part": _part,
    "number": _number,
    "sizing": _sizing,
    "bare": _bare,
}


def read(found: Match) -> Part | None:
    """What a match of the grammar says."""
    return next((reader(found) for name, reader in READERS.items() if found[name] is not None), None)
