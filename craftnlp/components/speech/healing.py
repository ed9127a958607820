"""A filler inside a term or a quantity does not break it: 绣嗯花针 is a 绣花针, 三呃毫米 are three millimetres.

The sentence is read a second time without its fillers. What is found there and spans the place of one is kept, with
the offsets of the transcript: its quote holds the filler too.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from craftnlp.components.quantities.quantity import quantity
from craftnlp.components.reading import Amount, Reading, TermSpan
from craftnlp.cues import Cue
from craftnlp.spec import Mark, MarkKind

Span = tuple[int, int]
Held = TypeVar("Held", Amount, TermSpan)
BORDER = re.compile(r"[。！？!?；;\n]")
PAUSE = "，、,… "
DIGIT = "[\\d零〇一二两三四五六七八九十百千万半]"
RESTART = re.compile(f"{DIGIT}[^\\d零〇一二两三四五六七八九十百千万半.点/分之]+{DIGIT}")  # 十，呃，二十: two numbers
NUMBER_BEFORE = re.compile(f"(?:{DIGIT}|[来多余几])[，、,… ]*$")
HAN = re.compile("[\u4e00-\u9fff]")
WINDOW = 24  # characters on each side of a filler that may belong to one word or number


def heal(reading: Reading, fillers: Sequence[Span]) -> None:
    """Add the terms and quantities that a filler had cut in two."""
    amounts, terms = list[Amount](), list[TermSpan]()
    for group in _groups(fillers):
        first, last = group[0][0], group[-1][1]
        kept = _offsets(reading.shadow, group, *_window(reading.shadow, first, last))
        if NUMBER_BEFORE.search(reading.shadow, max(0, first - WINDOW), first):
            amounts += _amounts(reading, kept, group)
        if HAN.match(reading.shadow, first - 1) and HAN.match(reading.shadow, last):
            terms += _terms(reading, kept, group)
    if amounts or terms:
        numbers = {at for amount in amounts for at in range(amount.start, amount.end)}
        terms = [term for term in terms if numbers.isdisjoint(range(term.start, term.end))]
        words = numbers | {at for term in terms for at in range(term.start, term.end)}
        reading.amounts = _in_order([*_outside(reading.amounts, words), *amounts])
        reading.terms = _in_order([*_outside(reading.terms, words), *terms])


def _outside(held: Iterable[Held], taken: set[int]) -> Iterator[Held]:
    return (span for span in held if taken.isdisjoint(range(span.start, span.end)))


def _in_order(held: list[Held]) -> list[Held]:
    """From left to right, none overlapping the one before."""
    kept: list[Held] = []
    for span in sorted(held, key=lambda span: span.start):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return kept


def _groups(fillers: Sequence[Span]) -> list[list[Span]]:
    """Fillers that stand so close that one word could span them."""
    groups: list[list[Span]] = []
    for span in fillers:
        if groups and span[0] - groups[-1][-1][1] <= 2 and len(groups[-1]) < WINDOW:
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _window(shadow: str, first: int, last: int) -> Span:
    before = [found.end() for found in BORDER.finditer(shadow, max(0, first - WINDOW), first)]
    after = BORDER.search(shadow, last, last + WINDOW)
    return max([max(0, first - WINDOW), *before]), after.start() if after else min(len(shadow), last + WINDOW)


def _offsets(shadow: str, fillers: Sequence[Span], start: int, end: int) -> list[int]:
    """The offsets between two borders that are left without the fillers and the pauses around them."""
    out = set[int]()
    for first, last in fillers:
        while first > start and shadow[first - 1] in PAUSE:
            first -= 1
        while last < end and shadow[last] in PAUSE:
            last += 1
        out |= set(range(first, last))
    return [at for at in range(start, end) if at not in out]


def _amounts(reading: Reading, kept: list[int], fillers: Sequence[Span]) -> Iterator[Amount]:
    text = "".join(reading.text[at] for at in kept)
    inner = Reading((Cue(text=text),), reading.lexicon, text, "".join(reading.shadow[at] for at in kept))
    quantity(inner)
    for amount in inner.amounts:
        start, end = kept[amount.start], kept[amount.end - 1] + 1
        if _spans(start, end, fillers) and not RESTART.search(reading.shadow, start, end):
            yield amount._replace(start=start, end=end)


def _terms(reading: Reading, kept: list[int], fillers: Sequence[Span]) -> Iterator[TermSpan]:
    """Only across a sound without a pause: a comma may part two words that would make a third."""
    for match in reading.lexicon.find("".join(reading.text[at] for at in kept)):
        if match.end > len(kept):
            continue
        start, end = kept[match.start], kept[match.end - 1] + 1
        if _spans(start, end, fillers) and not set(reading.shadow[start:end]) & set(PAUSE):
            yield TermSpan(start, end, match.entry)


def _spans(start: int, end: int, fillers: Sequence[Span]) -> bool:
    return any(start < first and last < end for first, last in fillers)


def spoken(reading: Reading, start: int, end: int) -> str:
    """The words between two offsets, as entered, without the fillers and stumbles that were said inside them."""
    words, at = "", start
    for mark in _marks(reading, start, end):
        if mark.kind is not MarkKind.REPAIR and at <= mark.quote.start and mark.quote.end < end:
            words += reading.text[at : mark.quote.start]
            at = mark.quote.end
    return words + reading.text[at:end]


def said_nothing(reading: Reading, start: int, end: int) -> bool:
    """Whether the words between two offsets only fill a pause or were said again at once."""
    near = _marks(reading, max(0, start - WINDOW), end)
    return any(
        mark.kind is not MarkKind.REPAIR and mark.quote.start <= start and end <= mark.quote.end for mark in near
    )


def _marks(reading: Reading, start: int, end: int) -> list[Mark]:
    first = bisect_left(reading.marks, start, key=lambda mark: mark.quote.start)
    last = bisect_left(reading.marks, end, key=lambda mark: mark.quote.start)
    return reading.marks[first:last]
