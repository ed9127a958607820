"""Quantities on the raw text, before there are words. No number that was not said ever leaves this file."""

import re
from collections.abc import Iterator
from decimal import Decimal

from craftnlp.components.quantities import measure
from craftnlp.components.quantities.articles import is_article, is_ordinal
from craftnlp.components.quantities.compounds import kind_of
from craftnlp.components.quantities.fixed import PATTERNS
from craftnlp.components.quantities.forms import Match, Part, read
from craftnlp.components.quantities.grammar import BEFORE, PAIRED_QUANTITY, SINGLE_QUANTITY
from craftnlp.components.quantities.numerals import NUMERAL
from craftnlp.components.reading import Amount, Reading
from craftnlp.lexicon.units import units

APPROXIMATE = re.compile("大约|约|将近|接近|近|大概|差不多|左右|上下|的样子|光景|来|把")
OPEN = re.compile("以上|往上|朝上|出头|开外|有余|挂零|不止|多|余")
AT_MOST = re.compile("不到|不超过|不过|最多|顶多|至多|不高于|低于|以内|之内|以下")
AT_LEAST = re.compile("至少|起码|少说|不少于|不低于|不下|高于|(?<!不)超过|不止")
HEDGE_BEFORE = re.compile(f"{BEFORE}(?:有|是|在|要|得|走|用)?$")
IN_SPAN = frozenset({"约", "约莫", "大约", "近", "将近"})
LOOSE = (
    *("loose", "ge_loose", "tail", "after", "to_loose", "row_loose", "sum_loose", "handful", "bit"),
    *("vague_loose", "teen_loose", "half_loose", "to_more"),
)
RUN = re.compile(rf"[\d.]+|[{NUMERAL}]{{15,}}|.", re.DOTALL)


def quantity(reading: Reading) -> None:
    """Find every quantity of the text."""
    shadow = reading.shadow
    off = [found.span() for pattern in PATTERNS for found in pattern.finditer(shadow)]
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
    pairs, singles = _Ahead(PAIRED_QUANTITY, shadow), _Ahead(SINGLE_QUANTITY, shadow)
    while found := _first(pairs.after(at), singles.after(at)):
        core = _core(found)
        amount = None
        if core not in blocked:
            amount = _amount(found, text) or _single(found, text)
        if amount:
            yield amount
        at = amount.end if amount else _after_numeral(shadow, core)


class _Ahead:
    """The next match of a pattern, looked for once however often it is asked for."""

    def __init__(self, pattern: re.Pattern[str], shadow: str) -> None:
        self._pattern = pattern
        self._shadow = shadow
        self._found = pattern.search(shadow)

    def after(self, at: int) -> Match | None:
        """The first match that begins at ``at`` or later."""
        if self._found and self._found.start() < at:
            self._found = self._pattern.search(self._shadow, at)
        return self._found


def _first(pair: Match | None, single: Match | None) -> Match | None:
    """The match that begins first; of two in one place the pair."""
    return single if pair is None or (single and single.start() < pair.start()) else pair


def _single(found: Match, text: str) -> Amount | None:
    """The first number of what looked like more than it is: 三道一寸 is no compound."""
    if found["bare"] is not None or found["number"] is not None:
        return None
    single = SINGLE_QUANTITY.match(found.string, _core(found))
    return _amount(single, text) if single else None


def _core(found: Match) -> int:
    """Where the number itself begins, after words such as 大约."""
    start = found.end("before") if found["before"] else found.start()
    return start + (found.string[start] == " ")


def _after_numeral(shadow: str, at: int) -> int:
    run = RUN.match(shadow, at)
    return run.end() if run else at + 1


def _amount(found: Match, text: str) -> Amount | None:
    core = _core(found)
    if _is_glued(found, core) or is_ordinal(found, core):
        return None
    part = read(found)
    if part is None or is_article(found) or _is_name(found) or not _bare_is_said(found):
        return None
    start = found.start("before") if found["before"] in IN_SPAN else core
    return Amount(start, found.end(), *_bounds(found, part), _unit(found, part[3], text), _kind(found, part[3]))


def _is_glued(found: Match, core: int) -> bool:
    """A4, M8 and the inside of a longer figure are no quantities."""
    before = found.string[core - 1 : core]
    return found.string[core].isdecimal() and bool(re.match(r"[a-z\d./]|(?<=\d)[,，]", before))


def _unit(found: Match, group: str, text: str) -> str:
    """The unit as said, in the script in which it was said."""
    if group == "doubled":
        return "天"
    if not group or found[group] is None:
        return ""
    unit = text[slice(*found.span(group))]
    per = {"rate_unit": "clock", "day_unit": "day", "span_unit": "span"}.get(group, "each")
    if found[per] is None:
        return unit
    other = text[slice(*found.span(per))]
    return f"{unit}/{other.removesuffix('钟').removesuffix('鐘') if other[0] == '秒' else other}"


def _kind(found: Match, group: str) -> str:
    if any(found[name] for name in ("rate", "day_rate", "span_rate", "each")):
        return "rate"
    if found["by"]:
        return "area"
    if found["first"] and not group:
        return kind_of(found["first_unit"], found["second_unit"])
    name = "天" if group == "doubled" else (found[group] or "") if group else ""
    kind = units()[name].kind if name in units() else ""
    if any(found[part] for part in ("percent", "below", "ratio", "slash", "tenths", "share")):
        return kind if kind not in {"", "strand"} else "split" if name else "proportion"
    return kind


def _bounds(found: Match, part: Part) -> tuple[str, Decimal | None, Decimal | None, bool]:
    """The value with what 以上, 不超过 or 左右 do to it, and whether it is approximate."""
    value, low, high, _ = part
    after = "".join(found[name] or "" for name in LOOSE)
    hedges = (found["before"] or _outside(found)) + after
    if OPEN.search(after) and low is not None and not value.endswith("+"):
        value, high = f"{value}+", None
    if AT_MOST.search(hedges):
        low = None
    if AT_LEAST.search(hedges):
        high = None
    return value, low, high, bool(APPROXIMATE.search(hedges))


def _outside(found: Match) -> str:
    before = HEDGE_BEFORE.search(found.string, max(0, found.start() - 6), found.start())
    return before[0] if before else ""


def _is_name(found: Match) -> bool:
    """三月 and 月五号 are dates; 百 and 千 alone are no numbers; a unit such as 石 needs company."""
    name = found["unit"]
    if name in {"月", "月份"}:
        return found["number"] != "两"
    if name in {"号", "日"} and found.string[: found.start("number")].endswith("月"):
        return True
    return found["number"] in {"百", "千"} and not found["loose"] and not found["before"]


HEATED = re.compile("烧|温|火|炉|窑|升|降|加热|煮|烤|熔|烘")
SIZED = re.compile("砂纸|目数|长|宽|厚|深|高|重|湿度")
TOWARDS = re.compile("(?:到了?|约|大概|至|(?:[温湿厚宽长深高]度|炉温|水温|目数)[是为在]?|[厚宽长深高])$")


def _bare_is_said(found: Match) -> bool:
    """A number without a unit counts only where it closes a phrase such as 烧到一千二."""
    if found["bare"] is None:
        return True
    shadow, start = found.string, found.start("bare")
    before, after = shadow[max(0, start - 10) : start], shadow[found.end() : found.end() + 1]
    large = len(found["bare"]) > 1 or found["after"]
    closes = not after or after in "，。；、！,.;!\n "
    told = HEATED.search(before) or SIZED.search(before)
    return bool(large and closes and told and TOWARDS.search(before))
