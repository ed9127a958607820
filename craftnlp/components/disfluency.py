"""Disfluency: marked, never deleted. Reduplication that says how (轻轻, 一点一点) is data and stays unmarked."""

import re
from collections.abc import Iterator

from craftnlp.components.reading import Amount, Reading
from craftnlp.spec import Mark, MarkKind

FILLER = re.compile(
    r"(?:(?<=[，。、！？；\n…])|^)(?:嗯+|呃+|额|哎呀|哎|诶|噢|哦|啊|呀|怎么说呢|就是说|怎么讲呢|这个|那个|那什么)(?=[，。、！？…])|嗯+|呃+|诶"
)
REPEAT = re.compile(r"(?P<said>[\u4e00-\u9fff]{1,8})[，、…]{1,2}(?P=said)(?P<shared>)")
REPAIR = re.compile(r"[，。…\s]*(?:哦|啊|嗯)?[，]?(?:不对不对|不对|错了|说错了|不是|应该是|噢不|哦不)[，,\s]*")
REPAIR_REACH = 12


def disfluency(reading: Reading) -> None:
    """Mark fillers, stumbling repeats and self-repairs; a repaired quantity keeps both quotes."""
    marks = [*_fillers(reading), *_repeats(reading), *_repairs(reading)]
    reading.marks = sorted(set(marks), key=lambda mark: (mark.quote.start, mark.quote.end))


def _fillers(reading: Reading) -> Iterator[Mark]:
    """Fillers, except where the same character is part of a term."""
    inside = {at for span in reading.terms for at in range(span.start, span.end)}
    for found in FILLER.finditer(reading.shadow):
        if found.start() not in inside:
            yield Mark(quote=reading.quote(*found.span()), kind=MarkKind.FILLER)


def _repeats(reading: Reading) -> Iterator[Mark]:
    for found in REPEAT.finditer(reading.shadow):
        said = found["said"]
        if len(set(said)) == 1 or (len(said) % 2 == 0 and said[: len(said) // 2] == said[len(said) // 2 :]):
            continue
        yield Mark(quote=reading.quote(found.start(), found.end() - len(said)), kind=MarkKind.REPEAT)


def _repairs(reading: Reading) -> Iterator[Mark]:
    """三毫米，不对，五毫米: the later quantity is the value, the earlier one stands beside it."""
    amounts: list[Amount] = []
    for amount in reading.amounts:
        before = amounts[-1] if amounts else None
        if before and _is_repair(reading.shadow, before, amount):
            yield Mark(quote=reading.quote(before.start, amount.start), kind=MarkKind.REPAIR)
            reading.superseded.append(before)
            amounts[-1] = _repaired(before, amount)
        else:
            amounts.append(amount)
    reading.amounts = amounts


def _is_repair(shadow: str, before: Amount, after: Amount) -> bool:
    """Two quantities of one kind with 不对 and at most a few words between them."""
    gap = shadow[before.end : after.start]
    found = REPAIR.search(gap)
    return bool(found and len(gap) <= REPAIR_REACH and before.kind == after.kind and "？" not in gap)


def _repaired(before: Amount, after: Amount) -> Amount:
    return after._replace(also=(*before.also, (before.start, before.end)))
