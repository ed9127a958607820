"""The forms of a spoken quantity: one reader for each alternative of the grammar.

A reader answers with the value as it is written down, its bounds, and the name of the group that holds the unit; or
with nothing where the words only looked like its form.
"""

import re
from decimal import Decimal

from craftnlp.components.numerals import parse, plain

Match = re.Match[str]
Part = tuple[str, Decimal | None, Decimal | None, str]  # value, low, high, the group that holds the unit


def _number(found: Match) -> Part | None:
    said = parse(found["number"])
    if said is None:
        return None
    low, high = said.low, said.high or said.low
    value = said.text
    half = Decimal("0.5")
    if found["and_half"] or found["tail"] == "半":
        low, high = low + half, high + half
        value = plain(low)
    elif found["decimal"]:
        return _decimal_after_unit(found, low)
    return value, low, high, "ge_unit" if found["ge"] else "unit"


def _decimal_after_unit(found: Match, whole: Decimal) -> Part | None:
    """一米二 is 1.2 米: the digit after the unit is its tenth."""
    tenth = parse(found["decimal"])
    if tenth is None or found["unit"] not in {"米", "丈", "尺", "寸", "斤"}:
        return plain(whole), whole, whole, "unit"
    value = whole + tenth.low / 10
    return plain(value), value, value, "unit"


def _doubled(found: Match) -> Part | None:
    said = parse(found["doubled"])
    return said and (said.text, said.low, said.high or said.low, "day")


def _rate(found: Match) -> Part | None:
    said = parse(found["rate"])
    return said and (said.text, said.low, said.high or said.low, "rate_unit")


def _percent(found: Match) -> Part | None:
    said = parse(found["percent_of"])
    whole = {"百": 100, "千": 1000}[found["percent"]]
    return said and (f"{said.text}/{whole}", said.low / whole, (said.high or said.low) / whole, "")


def _fraction(found: Match) -> Part | None:
    below, above = parse(found["below"]), parse(found["above"])
    if not below or not above or not below.low:
        return None
    ratio = above.low / below.low
    return f"{above.text}/{below.text}", ratio, ratio, "part_unit"


def _slash(found: Match) -> Part | None:
    above, below = (Decimal(part) for part in found["slash"].split("/"))
    return (below and (found["slash"], above / below, above / below, "slash_unit")) or None


def _ratio(found: Match) -> Part | None:
    said = [parse(part) for part in re.split("[:∶比]", found["ratio"])]
    if any(part is None for part in said):
        return None
    return ":".join(part.text for part in said if part), None, None, ""


def _area(found: Match) -> Part | None:
    left, right = parse(found["left"]), parse(found["right"])
    if not left or not right or (found["left_unit"] or found["area_unit"]) != found["area_unit"]:
        return None
    return f"{left.text}*{right.text}", None, None, "area_unit"


def _list(found: Match) -> Part | None:
    numbers = re.split("[,，、]", found["list"])
    decimals = [Decimal(number) for number in numbers]
    return ",".join(numbers), min(decimals), max(decimals), "list_unit"


def _teens(found: Match) -> Part | None:
    to = parse(found["teens_to"])
    return to and (f"10-{to.text}", Decimal(10), to.low, "teens_unit")


def _range(found: Match) -> Part | None:
    low, high = parse(found["from"]), parse(found["to"])
    if not low or not high or (found["from_unit"] or found["to_unit"]) != found["to_unit"]:
        return None
    top = high.high or high.low
    if low.low >= top:
        return None
    return f"{plain(low.low)}-{plain(top)}", low.low, top, "to_unit"


FAMILIES = ("丈尺寸分厘", "斤两钱分厘", "米厘毫", "小时钟头分钟秒", "年月天")


def _compound(found: Match) -> Part | None:
    """一丈五尺: a larger and a smaller unit of one family, kept as said."""
    first, second = parse(found["first"]), parse(found["second"]) if found["second"] != "半" else None
    names = found["first_unit"], found["second_unit"]
    ordered = any(0 <= family.find(names[0]) < family.find(names[1]) for family in FAMILIES)
    if not first or not second or first.high or second.high or not ordered:
        return None
    return f"{first.text}{names[0]}{second.text}{names[1]}", None, None, ""


def _vague(found: Match) -> Part | None:
    return "几" + (found["vague_of"] or ""), None, None, "vague_ge" if found["vague_ge"] else "vague_unit"


def _teen(found: Match) -> Part | None:
    return "10+", Decimal(10), None, "teen_unit"


def _tens(found: Match) -> Part | None:
    said = parse(found["tens"])
    return said and (f"{said.text}+", said.low, None, "tens_unit")


def _half(found: Match) -> Part | None:
    return "0.5", Decimal("0.5"), Decimal("0.5"), "half_unit"


def _bare(found: Match) -> Part | None:
    said = parse(found["bare"])
    return said and (said.text, said.low, said.high or said.low, "")


READERS = {
    "doubled": _doubled,
    "rate": _rate,
    "percent": _percent,
    "below": _fraction,
    "slash": _slash,
    "ratio": _ratio,
    "by": _area,
    "list": _list,
    "teens": _teens,
    "from": _range,
    "first": _compound,
    "vague": _vague,
    "teen": _teen,
    "tens": _tens,
    "half": _half,
    "number": _number,
    "bare": _bare,
}
