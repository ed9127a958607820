"""Which numbers and hands a text supports, and when two written quantities are the same.

A second, patient reader of numerals that only decides what is NOT invented.

It shares no code with the quantity grammar, so that a mistake there does not excuse itself here. It errs towards
support: a number that stands elsewhere in the passage counts as said.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from craftnlp.lexicon.folding import fold

DIGITS = {char: Fraction(value) for value, char in enumerate("零一二三四五六七八九")}
DIGITS |= {"〇": Fraction(0), "两": Fraction(2)}
POWERS = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
SCORES = str.maketrans({"廿": "二十", "卅": "三十"})
LONGEST = 16  # no spoken numeral is longer; it keeps the work linear in the text

NUMERAL = "零〇一二两三四五六七八九十百千万亿"
ARABIC = re.compile(r"\d{1,12}(?:\.\d{1,12})?", re.ASCII)
RUN = re.compile(f"[{NUMERAL}点]{{1,{LONGEST}}}")
AND_HALF = re.compile(rf"(\d{{1,12}}(?:\.\d{{1,12}})?|[{NUMERAL}]{{1,{LONGEST}}})[^\n]{{1,2}}?半", re.ASCII)
AND_TENTHS = re.compile(f"([{NUMERAL}]{{1,8}})[米丈尺寸斤块]([一二三四五六七八九])")
HAND = re.compile("[手指拇掌腕]")
SAME_UNIT = {"毫米": "mm", "厘米": "cm", "公分": "cm", "°c": "℃", "个小时": "小时", "钟头": "小时"}


def numbers_said(text: str) -> set[Fraction]:
    """Every number that a reader could find in the text."""
    shadow = fold(text).translate(SCORES)
    found = {Fraction(match[0]) for match in ARABIC.finditer(shadow)}
    for run in RUN.finditer(shadow):
        found.update(_inside(run[0]))
    if "半" in shadow:
        found.add(Fraction(1, 2))
    for match in AND_HALF.finditer(shadow):
        found.update(number + Fraction(1, 2) for number in _number(match[1]))
    for match in AND_TENTHS.finditer(shadow):
        found.update(number + DIGITS[match[2]] / 10 for number in _number(match[1]))
    return found


def numbers_in_value(value: str) -> set[Fraction]:
    """The numbers of a value as written: 5-7 has two, 几 none."""
    return {Fraction(match[0]) for match in ARABIC.finditer(value)}


def plain_value(value: str | None) -> str | None:
    """One way of writing for each value: 5～7 and 5-7, 5×4 and 5*4, 3.0 and 3 are the same."""
    if value is None:
        return None
    joined = re.sub("[~–—]", "-", re.sub("[×x]", "*", "".join(fold(value).split())))
    return ARABIC.sub(lambda number: str(Decimal(number[0]).normalize()), joined)


def plain_unit(unit: str | None) -> str:
    """One name for each unit that has several; the script makes no difference."""
    plain = fold(unit or "").strip()
    return SAME_UNIT.get(plain, plain)


def is_hand(words: str) -> bool:
    """Whether the words name a hand or a part of one."""
    return bool(HAND.search(words))


def _inside(run: str) -> Iterator[Fraction]:
    for start in range(len(run)):
        for end in range(start + 1, len(run) + 1):
            yield from _number(run[start:end])


def _number(said: str) -> Iterator[Fraction]:
    if said[0].isdecimal():
        yield Fraction(said)
    elif "点" in said:
        yield from _decimal(said)
    elif all(char in DIGITS for char in said):
        if len(said) == 1:
            yield DIGITS[said]
        elif {"零", "〇"} & set(said):  # 一五零; but 三四 is a range, never 34
            yield Fraction("".join(str(DIGITS[char]) for char in said))
    else:
        yield _counted(said)


def _decimal(said: str) -> Iterator[Fraction]:
    whole, _, rest = said.partition("点")
    if rest and all(char in DIGITS for char in rest):
        tenths = Fraction("0." + "".join(str(DIGITS[char]) for char in rest))
        yield from (number + tenths for number in (_number(whole) if whole else [Fraction(0)]))


def _counted(said: str) -> Fraction:
    """一千零五 is 1005, 一千二 is 1200, 二十六 is 26."""
    total = section = Fraction(0)
    digit, last_power, after_zero = None, 1, False
    for char in said:
        if char in DIGITS:
            digit, after_zero = DIGITS[char], after_zero or not DIGITS[char]
        elif (power := POWERS[char]) >= POWERS["万"]:
            total += (section + (digit or 0) or 1) * power
            section, digit, last_power, after_zero = Fraction(0), None, power, False
        else:
            section += (1 if digit in (None, 0) else digit) * power
            digit, last_power, after_zero = None, power, False
    ending = (digit or 0) * (1 if after_zero or last_power == POWERS["十"] else Fraction(last_power, 10))
    return total + section + ending
