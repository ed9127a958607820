"""Numerals as they are spoken: Chinese, Arabic, mixed; ranges of neighbours; halves; fractions.

Everything here works on the folded shadow of a text. Two neighbouring digits are a range (两三 is 2-3, never 23).
"""

import re
from decimal import Decimal
from typing import NamedTuple

DIGIT = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0}
MAGNITUDE = {"十": 10, "百": 100, "千": 1000}
HAN = "零〇一二两三四五六七八九"

ARABIC = r"\d{1,15}(?:\.\d{1,9})?"  # bounded, so that a page of digits costs no more than a page of words
SIMPLE = rf"(?:[{HAN}十百千万廿卅]{{1,14}}(?:点[{HAN}]{{1,9}})?)"
ONE = rf"(?:{ARABIC}\ *[万千百]?|{SIMPLE})"


class Number(NamedTuple):
    """A number or a range as it was said. ``high`` is ``None`` for a single number."""

    low: Decimal
    high: Decimal | None = None

    @property
    def text(self) -> str:
        return plain(self.low) if self.high is None else f"{plain(self.low)}-{plain(self.high)}"


def plain(value: Decimal) -> str:
    """``4.0`` as 4, ``0.50`` as 0.5, and never an exponent."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


NEIGHBOURS = re.compile(
    r"(?P<head>[一二两三四五六七八九十百千]*?)(?P<a>[一二两三四五六七八九])[、,，]?(?P<b>[二两三四五六七八九])(?P<tail>[十百千万]*)$"
)
RANGES = {("三", "五"), ("两", "三"), *zip("一二三四五六七八", "二三四五六七八九", strict=True), ("一", "两")}


def parse(text: str) -> Number | None:
    """The number that a numeral says, or ``None`` where it says none."""
    text = text.replace(" ", "").replace("廿", "二十").replace("卅", "三十")
    if not text:
        return None
    if re.fullmatch(rf"{ARABIC}[万千百]?", text):
        return Number(_arabic(text))
    if "点" in text:
        return _decimal(text)
    return _neighbours(text) or _single(text)


def _arabic(text: str) -> Decimal:
    factor = {"万": 10000, "千": 1000, "百": 100}.get(text[-1], 1)
    return Decimal(text.rstrip("万千百")) * factor


def _decimal(text: str) -> Number | None:
    whole, _, part = text.partition("点")
    head = _han(whole)
    if head is None or not part or any(char not in DIGIT for char in part):
        return None
    return Number(Decimal(f"{head}." + "".join(str(DIGIT[char]) for char in part)))


def _single(text: str) -> Number | None:
    value = _han(text)
    return None if value is None else Number(Decimal(value))


def _neighbours(text: str) -> Number | None:
    """两三, 六七十, 二三百, 十七八, 一百五六十: the magnitude applies to both."""
    found = NEIGHBOURS.match(text)
    if not found or (found["a"], found["b"]) not in RANGES:
        return None
    if found["head"] and found["head"][-1] not in MAGNITUDE:
        return None
    low, high = (_han(found["head"] + found[side] + found["tail"]) for side in ("a", "b"))
    if low is None or high is None:
        return None
    return Number(Decimal(low), Decimal(high))


def _han(text: str) -> int | None:
    """A Chinese integer; 一千二 is 1200, 一千零二 is 1002. ``None`` for a run of digits without magnitudes."""
    if not text:
        return None
    if len(text) > 1 and all(char in DIGIT for char in text):
        return _read_out(text)
    total = section = digit = 0
    last = 10
    for char in text:
        if char in DIGIT:
            digit, last = DIGIT[char], (1 if char in "零〇" else last)
        elif char in MAGNITUDE:
            section, digit, last = section + (digit or 1) * MAGNITUDE[char], 0, MAGNITUDE[char]
        elif char == "万":
            total, section, digit, last = (section + digit) * 10000, 0, 0, 10000
        else:
            return None
    return total + section + digit * (last // 10 if last > 10 else 1)


def _read_out(text: str) -> int | None:
    """Digits read one by one (二〇〇八) are a number only with a zero among them."""
    if not set(text) & set("零〇") or "两" in text:
        return None
    return int("".join(str(DIGIT[char]) for char in text))
