"""Numerals as they are spoken: Chinese, Arabic, mixed; ranges of neighbours.

Everything here works on the folded shadow of a text. Two neighbouring digits are a range (两三 is 2-3, never 23).
A run that no one would say as one number (五二十, 十百) is no number.
"""

import re
from decimal import Decimal
from typing import NamedTuple

DIGIT = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
MAGNITUDE = {"十": 10, "百": 100, "千": 1000}
HAN = "零〇一二两三四五六七八九"
NUMERAL = f"{HAN}十百千万廿卅"

# Bounded and possessive, so that a page of digits costs no more than a page of words, and never cut in two.
THOUSANDS = r"(?<![\d.])(?:\d{1,2}[,，]\d{3}|\d{3}[,，]000)(?![\d,，.])"
ARABIC = r"(?<![\d.])\d{1,15}+(?!\d)(?:\.\d{1,9}+)?"
LIANG = "[一三]?两(?![零〇一二四五六七八九])"  # 两 before another digit is the unit: 一两一包
SIMPLE = rf"(?:(?:{LIANG}|[{NUMERAL.replace('两', '')}]){{1,14}}(?:点[{HAN}]{{1,9}})?)"
ONE = rf"(?:{ARABIC}\ {{0,2}}[万千百]?|{SIMPLE})"


class Number(NamedTuple):
    """A number or a range as it was said. ``high`` is ``None`` for a single number."""

    low: Decimal
    high: Decimal | None = None

    @property
    def text(self) -> str:
        return plain(self.low) if self.high is None else f"{plain(self.low)}-{plain(self.high)}"

    @property
    def top(self) -> Decimal:
        return self.low if self.high is None else self.high


def plain(value: Decimal) -> str:
    """``4.0`` as 4, ``0.50`` as 0.5, and never an exponent."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


NEIGHBOURS = re.compile(
    r"(?P<head>[一二两三四五六七八九十百千万]*?)(?P<a>[一二两三四五六七八九])(?P<b>[一二两三四五六七八九])(?P<tail>[十百千万]*)"
)
RANGES = {
    ("三", "五"),
    ("两", "三"),
    ("一", "两"),
    ("三", "两"),
    *zip("一二三四五六七八", "二三四五六七八九", strict=True),
}
ABOUT_A_HUNDRED = {"百八十": Number(Decimal(80), Decimal(100)), "千八百": Number(Decimal(800), Decimal(1000))}
DIGIT_BY_DIGIT = re.compile(f"[{HAN.replace('两', '')}]{{2,9}}")


def parse(text: str) -> Number | None:
    """The number that a numeral says, or ``None`` where it says none."""
    text = text.replace(" ", "").replace("廿", "二十").replace("卅", "三十")
    if not text:
        return None
    if text[0].isdecimal():
        return _arabic(text)
    if "点" in text:
        return _decimal(text)
    return ABOUT_A_HUNDRED.get(text) or neighbours(text) or _single(text)


def _arabic(text: str) -> Number | None:
    found = re.fullmatch(r"(\d{1,15}(?:\.\d{1,9})?)([万千百]?)", text.replace(",", "").replace("，", ""))
    if not found:
        return None
    return Number(Decimal(found[1]) * {"万": 10000, "千": 1000, "百": 100}.get(found[2], 1))


def _decimal(text: str) -> Number | None:
    whole, _, part = text.partition("点")
    head = integer(whole)
    if head is None or not part or any(char not in DIGIT for char in part):
        return None
    return Number(Decimal(f"{head}." + "".join(str(DIGIT[char]) for char in part)))


def _single(text: str) -> Number | None:
    value = integer(text)
    return None if value is None else Number(Decimal(value))


def neighbours(text: str) -> Number | None:
    """两三, 六七十, 二三百, 十七八, 一百五六十: the magnitude applies to both. 三两 is 2-3 as well."""
    found = NEIGHBOURS.fullmatch(text)
    if not found or (found["a"], found["b"]) not in RANGES or (found["head"] and found["head"][-1] in DIGIT):
        return None
    ends = [integer(found["head"] + found[side] + found["tail"]) for side in ("a", "b")]
    if None in ends:
        return None
    low, high = sorted(Decimal(end) for end in ends if end is not None)
    return Number(low, high)


def integer(text: str) -> int | None:
    """A Chinese integer; 一千二 is 1200, 一千零二 is 1002. ``None`` for what nobody says as one number."""
    if len(text) > 1 and DIGIT_BY_DIGIT.fullmatch(text):
        return _read_out(text)
    if len(text) > 1 and text[0] in "零〇":
        return None
    head, ten_thousand, rest = text.partition("万")
    if not ten_thousand:
        return _section(text, 10000)
    above = _section(head, 10000)
    below = _section(rest, 10000) if rest else 0
    if above is None or below is None:
        return None
    return above * 10000 + (below * 1000 if rest in DIGIT else below)


def _section(text: str, above: int) -> int | None:
    """A number below 10,000. Magnitudes only fall: 三百二十, never 二十三百."""
    total = digit = 0
    said = zero = False
    for char in text:
        if char in MAGNITUDE:
            if MAGNITUDE[char] >= above or (zero and not said):
                return None
            above = MAGNITUDE[char]
            total, digit, said = total + (digit if said else 1) * above, 0, False
        elif char in DIGIT and not said:
            zero, said = (True, False) if DIGIT[char] == 0 else (zero, True)
            digit = DIGIT[char]
        else:
            return None
    if not text or (len(text) > 1 and text[-1] in "零〇"):
        return None
    return total + digit * (above // 10 if 10 < above < 10000 and not zero else 1)


def _read_out(text: str) -> int | None:
    """Digits read one by one (二〇〇八, 零五) are a number only with a zero among them; 一零 is none."""
    is_number = text[0] in "零〇" or (len(text) > 2 and set(text) & set("零〇"))
    return int("".join(str(DIGIT[char]) for char in text)) if is_number else None
