"""Quantities on the raw text, before there are words. No number that was not said ever leaves this file."""

import re
from collections.abc import Iterator
from decimal import Decimal

from craftnlp.components import measure
from craftnlp.components.numerals import plain
from craftnlp.components.quantity_forms import READERS, Match
from craftnlp.components.quantity_grammar import (
    ARTICLE_UNITS,
    BEFORE,
    FIXED,
    ORDINAL_BEFORE,
    QUANTITY,
    REDUPLICATED,
    SINGLE,
    STEP_NUMBER,
    YEAR,
)
from craftnlp.components.reading import Amount, Reading
from craftnlp.lexicon.units import units

APPROXIMATE = re.compile("大约|约|将近|接近|近|大概|差不多|左右|上下|的样子|光景|来")
OPEN = re.compile("以上|往上|出头|开外|多|余")
AT_MOST = re.compile("不到|不超过|不过|最多|顶多|至多|不高于|以内|之内|以下")
AT_LEAST = re.compile("至少|起码|少说|不少于|不低于")
HEDGE_BEFORE = re.compile(f"{BEFORE}(?:有|是|在|要|得|走|用)?$")


def quantity(reading: Reading) -> None:
    """Find every quantity of the text."""
    shadow = reading.shadow
    off = [found.span() for pattern in (FIXED, REDUPLICATED, STEP_NUMBER, YEAR) for found in pattern.finditer(shadow)]
    off += [(match.start, match.end) for match in _numbered_terms(reading)]
    blocked = _Blocked(off, len(shadow))
    reading.amounts = [measure.measured(amount, shadow) for amount in scan(reading.text, shadow, blocked)]


def _numbered_terms(reading: Reading) -> Iterator[Amount]:
    for match in reading.lexicon.find(reading.text):
        if re.search("[一二两三四五六七八九十百千万半]", reading.shadow[match.start : match.end]):
            yield Amount(match.start, match.end, "")


class _Blocked:
    """Which characters belong to a word that only contains a numeral."""

    def __init__(self, spans: list[tuple[int, int]], size: int) -> None:
        self._flags = bytearray(size + 1)
        for start, end in spans:
            self._flags[start:end] = b"\x01" * (end - start)

    def __contains__(self, at: int) -> bool:
        return bool(self._flags[at])


def scan(text: str, shadow: str, blocked: "_Blocked") -> Iterator[Amount]:
    """The quantities of a text from left to right."""
    at = 0
    while found := QUANTITY.search(shadow, at):
        core = _core(found)
        amount = None
        if core not in blocked:
            single = SINGLE.match(shadow, core)
            amount = _amount(found, text, shadow) or (_amount(single, text, shadow) if single else None)
        if amount:
            yield amount
        at = amount.end if amount else _after_numeral(shadow, core)


def _core(found: Match) -> int:
    """Where the number itself begins, after words such as 大约."""
    start = found.end("before") if found["before"] else found.start()
    return start + (found.string[start] == " ")


def _after_numeral(shadow: str, at: int) -> int:
    run = re.compile(r"[\d.]+|.", re.DOTALL).match(shadow, at)
    return run.end() if run else at + 1


def _amount(found: Match, text: str, shadow: str) -> Amount | None:
    core = _core(found)
    if ORDINAL_BEFORE.search(shadow[max(0, core - 2) : core]):
        return None
    part = next((READERS[name](found) for name in READERS if found[name] is not None), None)
    if part is None or _is_article(found) or _is_name(found, shadow) or not _bare_is_said(found, shadow):
        return None
    start = found.start("before") if found["before"] in {"约", "大约", "近", "将近"} else core
    value, low, high, group = part
    unit = _unit(found, group, text)
    bounds = _bounds(found, value, low, high)
    return Amount(start, found.end(), *bounds, unit, _kind(found, group))


def _unit(found: Match, group: str, text: str) -> str:
    """The unit as said, in the script in which it was said."""
    if group == "day":
        return "天"
    start, end = found.span(group) if group else (0, 0)
    unit = text[start:end] if start >= 0 else ""
    if group == "rate_unit":
        clock = text[slice(*found.span("clock"))]
        return f"{unit}/{clock.removesuffix('钟').removesuffix('鐘') if clock[0] == '秒' else clock}"
    return unit


def _kind(found: Match, group: str) -> str:
    if found["rate"]:
        return "rate"
    if found["percent"] or found["below"] or found["ratio"] or found["slash"]:
        return "split" if group and found[group] else "proportion"
    if found["by"]:
        return "area"
    if found["second"] and not group:
        return units()[found["first_unit"]].kind
    name = "天" if group == "day" else (found[group] or "") if group else ""
    return units()[name].kind if name else ""


def _bounds(
    found: Match, value: str, low: Decimal | None, high: Decimal | None
) -> tuple[str, Decimal | None, Decimal | None, bool]:
    """The value with what 以上, 不超过 or 左右 do to it, and whether it is approximate."""
    after = "".join(found[name] or "" for name in ("loose", "ge_loose", "tail", "after", "to_loose"))
    hedges = (found["before"] or _outside(found)) + after
    if OPEN.search(after) and low is not None and not value.endswith("+"):
        value, high = f"{plain(low) if high == low else value}+", None
    if AT_MOST.search(hedges):
        low = None
    if AT_LEAST.search(hedges):
        high = None
    return value, low, high, bool(APPROXIMATE.search(hedges))


def _outside(found: Match) -> str:
    before = HEDGE_BEFORE.search(found.string, max(0, found.start() - 6), found.start())
    return before[0] if before else ""


def _is_article(found: Match) -> bool:
    """一 + classifier is an article (一个坑), unless the number is more than a mere 一."""
    return bool(
        found["number"] == "一"
        and found["unit"] in ARTICLE_UNITS
        and not (found["loose"] or found["and_half"] or found["tail"] or found["after"] or found["before"])
    )


def _is_name(found: Match, shadow: str) -> bool:
    """三月 and 月五号 are dates; 百 and 千 alone are no numbers."""
    if found["unit"] == "月":
        return True
    if found["unit"] in {"号", "日"} and shadow[: found.start("number")].endswith("月"):
        return True
    return found["number"] in {"百", "千", "万"} and not found["loose"]


def _bare_is_said(found: Match, shadow: str) -> bool:
    """A number without a unit counts only where it closes a phrase such as 烧到一千二."""
    if found["bare"] is None:
        return True
    before, after = shadow[: found.start("bare")][-2:], shadow[found.end() : found.end() + 1]
    large = len(found["bare"]) > 1 or found["after"]
    return bool(large and re.search("到|约|大概|至|是$", before) and (not after or after in "，。；、！,.;!\n "))
