"""Self-repairs: 三毫米，不对，五毫米. What was said last holds; the slip is kept beside it and marked.

The words between the slip and its correction must say that it was one, and no more than that: 三毫米，不是五毫米 denies
the five, and 刷三遍，刷错了就再刷 corrects nothing.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from craftnlp.components.reading import Amount, Draft, Found, Reading
from craftnlp.spec import Mark, MarkKind, StepField

PAUSE = r"[，,、。…\s]"
SOUND = r"(?:哦|噢|啊|嗯|呃|哎呀?|诶|唉|喔)"
SLIP = (
    r"(?:(?:不对){1,3}|不不不?|(?:我|刚才|刚刚|前面)*(?:[说讲记弄搞]|口误)?错了?|口误|不是不是|[哦噢啊呃]不(?:是)?|更正(?:一下)?|"
    r"准确(?:地|的)?[说讲]|确切(?:地|的)?[说讲]|不(?=[，,、…]))"
)
CORRECTS = re.compile(
    rf"(?:的|厚|宽|深|长|高)?{PAUSE}*(?:{SOUND}{PAUSE}*)?"
    rf"(?P<cue>{SLIP}(?:{PAUSE}*(?:应该是|应当是|应该|是|要|得))?|不是(?={PAUSE})|应该是|应当是)"
    rf"{PAUSE}*(?:{SOUND}{PAUSE}*)?(?P<tail>[^，,、。？?！!；;\n就便]{{0,6}})"
)
CONTRASTS = re.compile(rf"{PAUSE}*(?:而是|是|要)")
DENIED = re.compile(r"(?:不是|并非|没有?)(?:[要用刷泡煮晾绣走留]|只有?)?$")
DENIES = re.compile(rf"{PAUSE}*(?:可|并)?不是")
ALONE = re.compile(rf"(?<=[，,、。…])(?P<cue>{SOUND}?[，,]?(?:{SLIP}|不是))(?={PAUSE})")
PHRASE = re.compile("(?P<said>[^，,、。…\\s]+)[，,、…]*$")
PHRASE_END = re.compile("[，,、。！？；…\\s]")
FIRST_PAUSE = re.compile("[^，,、。…\\s]{1,8}(?=[，,、。…])")
SLIPS = 8  # so many slips are kept of a value that is corrected again and again
REACH = 18  # characters between a slip and its correction
QUANTITIES = (StepField.QUANTITY, StepField.DURATION, StepField.REPETITION)


def corrects(gap: str) -> bool:
    """Whether the words between two values take the first one back."""
    return len(gap) <= REACH and CORRECTS.fullmatch(gap) is not None


def repairs(reading: Reading) -> list[Mark]:
    """Carry out the repairs of quantities, and mark every word that takes something back."""
    marks = list(_amounts(reading))
    inside = {at for mark in marks for at in range(mark.quote.start, mark.quote.end)}
    return [*marks, *(mark for mark in _slips(reading) if mark.quote.start not in inside)]


def _amounts(reading: Reading) -> Iterator[Mark]:
    """Put the later quantity in the place of the one it corrects. What was only denied (不是五毫米) is no value."""
    amounts: list[Amount] = []
    voices = _Voices(reading)
    for amount in reading.amounts:
        before = amounts[-1] if amounts else None
        if before is None or before.kind != amount.kind or not voices.one(before.start, amount.start):
            amounts.append(amount)
            continue
        gap = reading.shadow[before.end : amount.start]
        if corrects(gap) or _contrasts(reading, before, gap):
            yield Mark(quote=reading.quote(before.start, amount.start), kind=MarkKind.REPAIR)
            reading.superseded.append(before)
            amounts[-1] = amount._replace(also=(*before.also[-SLIPS:], (before.start, before.end)))
        elif DENIES.fullmatch(gap):
            reading.superseded.append(amount)
        else:
            amounts.append(amount)
    reading.amounts = amounts


def _slips(reading: Reading) -> Iterator[Mark]:
    """The words that take something else than a quantity back: 用大的，不是，用小的 says twice how the act is done."""
    for found in ALONE.finditer(reading.shadow):
        start, end = found.span("cue")
        before = PHRASE.search(reading.shadow, max(0, start - 14), start)
        after = reading.shadow[end : end + 14].lstrip("，,、。… ")
        if before and _is_retold(before["said"], PHRASE_END.split(after)[0]):
            yield Mark(quote=reading.quote(start, end), kind=MarkKind.REPAIR)


def _is_retold(before: str, after: str) -> bool:
    """Whether two phrases begin alike or share two characters in a row."""
    return before[:1] == after[:1] or any(before[at : at + 2] in after for at in range(len(before) - 1))


class _Voices:
    """Who speaks where: a correction is said by the one who made the slip."""

    def __init__(self, reading: Reading) -> None:
        self._starts: list[int] = []
        speaker = None
        for start, _, cue in reading.cue_spans():
            if (cue.speaker, cue.interviewer) != speaker:
                speaker = (cue.speaker, cue.interviewer)
                self._starts.append(start)

    def one(self, first: int, second: int) -> bool:
        """Whether the same person speaks from one offset to another."""
        return bisect_right(self._starts, first) == bisect_right(self._starts, second)


def _contrasts(reading: Reading, before: Amount, gap: str) -> bool:
    """不是三毫米，是五毫米."""
    lead = reading.shadow[max(0, before.start - 4) : before.start]
    return DENIED.search(lead) is not None and CONTRASTS.fullmatch(gap) is not None


def repaired(shadow: str, held: list[Found]) -> list[tuple[Found, tuple[Found, ...]]]:
    """The values of a field in spoken order, each with the slips that it corrects (用大刀，不对，用小刀)."""
    kept: list[tuple[Found, tuple[Found, ...]]] = []
    for found in sorted(held, key=lambda found: found.start):
        if kept and _corrects_thing(shadow[kept[-1][0].end : found.start]):
            slip, slips = kept.pop()
            kept.append((found, (*slips, slip)))
        else:
            kept.append((found, ()))
    return kept


def _corrects_thing(gap: str) -> bool:
    """As :func:`corrects`; the act itself may stand before the pause (用大刀切开，不对，用小刀切开)."""
    pause = FIRST_PAUSE.match(gap)
    return corrects(gap) or (pause is not None and corrects(gap[pause.end() :]))


def take_back(reading: Reading) -> None:
    """用竹刀切，不对，用骨刀切 tells one act: the second half repeats the first one's verb with another thing."""
    kept: list[Draft] = []
    for draft in reading.drafts:
        if kept and _restated(reading, kept[-1], draft):
            _take_over(kept.pop(), draft)
        kept.append(draft)
    reading.drafts = kept


def _restated(reading: Reading, first: Draft, second: Draft) -> bool:
    said = [reading.shadow[draft.action.start : draft.action.end] for draft in (first, second)]
    return said[0] == said[1] and corrects(reading.shadow[_end(reading, first) : _begin(second)])


def _begin(draft: Draft) -> int:
    """Where the first word of its own clause stands that an act holds."""
    held = [found.start for name in draft.slots for found in draft.slots[name] if found.start >= draft.clause.start]
    return min([draft.action.start, *held])


def _end(reading: Reading, draft: Draft) -> int:
    """Where the last word of its own clause ends that an act holds, or would hold were it not corrected."""
    held = [found.end for name in draft.slots for found in draft.slots[name] if found.end <= draft.clause.end]
    first = bisect_left(reading.superseded, draft.clause.start, key=_start)
    slips = (slip.end for slip in reading.superseded[first : first + 3] if slip.end <= draft.clause.end)
    return max([draft.action.end, *held, *slips])


def _start(amount: Amount) -> int:
    return amount.start


def _take_over(first: Draft, second: Draft) -> None:
    """The second half keeps what only the first one said; what it says anew takes the place of the slip."""
    for name, held in first.slots.items():
        for found in held if name not in QUANTITIES or not second.slots.get(name) else ():
            second.add(name, found)
    first.clause.predicates = [draft for draft in first.clause.predicates if draft is not first]
