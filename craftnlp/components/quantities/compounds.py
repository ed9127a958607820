"""Compound quantities: 一丈五尺, 三斤二两, 一个小时二十分钟. The parts stay as said; the canonical figure is their sum.

Units of one family follow each other from large to small. 分 and 厘 say a length after 寸 and a mass after 钱.
"""

import re
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from craftnlp.lexicon.units import Unit, rounded, units

LENGTH = {"丈": 0, "尺": 1, "寸": 2, "分": 3, "厘": 4, "毫": 5}
MASS = {"担": 0, "斤": 1, "两": 2, "钱": 3, "分": 4, "厘": 5}
METRIC = {"公里": 0, "千米": 0, "米": 1, "公尺": 1, "分米": 2, "厘米": 3, "公分": 3, "cm": 3, "毫米": 4, "mm": 4}
GRAMS = {"吨": 0, "公斤": 1, "千克": 1, "kg": 1, "克": 2, "g": 2}
VOLUME = {"石": 0, "斗": 1, "升": 2, "合": 3}
TIME = {"天": 0, "昼夜": 0, "时辰": 1, "小时": 1, "钟头": 1, "刻钟": 2, "分钟": 3, "分": 3, "秒钟": 4, "秒": 4}
CALENDAR = {"年": 0, "月": 1, "天": 2}
NIGHTS = {"天": 0, "夜": 1, "宿": 1, "晚": 1, "晚上": 1}
FAMILIES = (LENGTH, MASS, METRIC, GRAMS, VOLUME, TIME, CALENDAR, NIGHTS)
SMALL: tuple[tuple[dict[str, int], dict[str, Fraction]], ...] = (
    (LENGTH, {"分": Fraction(10, 3), "厘": Fraction(1, 3), "毫": Fraction(1, 30)}),
    (MASS, {"分": Fraction(1, 2), "厘": Fraction(1, 20)}),
    (VOLUME, {"石": Fraction(100000), "合": Fraction(100)}),
    (TIME, {"分": Fraction(60)}),
)
CANONICAL = (
    *((kin, "mm") for kin in (LENGTH, METRIC)),
    *((kin, "g") for kin in (MASS, GRAMS)),
    (VOLUME, "mL"),
    *((kin, "s") for kin in (TIME, CALENDAR, NIGHTS)),
)
EITHER = frozenset({"分", "厘"})
PART = re.compile(r"(\d+(?:\.\d+)?)([^\d.+]+)")


def kind_of(first: str, second: str) -> str:
    """What a compound says: 三分三十秒 is a duration, 一石二斗 a volume."""
    known = family((first, second))
    kind = units()[first].kind
    return "duration" if known is TIME else "volume" if known is VOLUME else kind


class Sum(NamedTuple):
    """What the parts come to in the canonical unit, and what had to be assumed."""

    value: Decimal
    unit: str
    assumption: str


def family(names: tuple[str, ...]) -> dict[str, int] | None:
    """The family in which these units follow each other from large to small."""
    for known in FAMILIES:
        ranks = [known.get(name, -1) for name in names]
        if ranks[0] >= 0 and all(low < high for low, high in pairwise(ranks)):
            return known
    return None


def total(value: str, *, of_mass: bool = False, of_length: bool = False) -> Sum | None:
    """The sum of a compound value such as ``1丈5尺``; ``None`` where a part has no honest length or weight (2天1夜).

    一分二厘 is summed only where the words around it told whether it is a length or a mass.
    """
    parts = PART.findall(value)
    names = tuple(name for _, name in parts)
    known = family(names) if len(parts) > 1 else None
    if names and names[0] in EITHER and known is LENGTH:
        known = MASS if of_mass else LENGTH if of_length else None
    if known is None:
        return None
    factors = [_factor(name, known) for name in names]
    if None in factors:
        return None
    terms = zip(parts, factors, strict=True)
    exact = sum((Fraction(Decimal(said)) * factor for (said, _), factor in terms if factor), Fraction())
    return Sum(rounded(exact), _canonical(known), _assumption([units()[name] for name in names]))


def _factor(name: str, known: dict[str, int]) -> Fraction | None:
    small = next((factors for owner, factors in SMALL if owner is known), {})
    return small.get(name, units()[name].factor)


def _canonical(known: dict[str, int]) -> str:
    return next(unit for owner, unit in CANONICAL if owner is known)


def _assumption(said: list[Unit]) -> str:
    return "；".join(dict.fromkeys(unit.assumption for unit in said if unit.assumption))
