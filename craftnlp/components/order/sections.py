"""Several techniques in one interview: 再说说打籽绣, 第二种针法叫…, 「那打籽绣呢？」 each open a section.

Only the name of a technique opens one. 再说说上釉 goes on with the same technique, and the heading before the first
step of a transcript that tells only one technique is no section either.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from craftnlp.components.reading import Reading
from craftnlp.lexicon import Lexicon
from craftnlp.spec import Section, TermClass

NAME = r"(?P<name>[\u3400-\u9fff]{2,10}?)"
TELL = r"(?:说说|讲讲|谈谈|说一说|讲一讲|介绍|讲解|讲|说|教)(?:一下|一讲)?"
WAYS = r"(?:针法|技法|手法|绣法|刻法|编法|织法|染法|雕法|画法|扎法|工艺|技艺|技术|针|绣)"
AFTER = r"(?:这[个种门项](?:针法|技法|手法|工艺|技艺)?|的?(?:做|绣|刻|编|织|染|雕|画|扎)法|怎么[做绣刻编织染雕画弄]|吧|啊|呢|了|嘛|[，。！？：,!?:\s]|$)"
OPENINGS = tuple(
    re.compile(pattern + AFTER)
    for pattern in (
        rf"(?:再|接着|接下来|下面|现在|然后|最后|那|今天|先|首先|我|给你们?|给大家|就|来|要){{1,5}}{TELL}(?:怎么[做绣刻编织染雕画])?{NAME}",
        rf"(?:另外|还有|另|再有|下)(?:的)?[一1]?种{WAYS}?(?:呢|嘛)?[，,]?(?:我们)?(?:叫做?|是|就是){NAME}",
        rf"第[一二三四五六七八九十]种{WAYS}?(?:呢|嘛)?[，,：:]?(?:我们)?(?:叫做?|是|就是)?{NAME}",
    )
)
ASKED = (
    re.compile(rf"(?:那么?|那您的?|还有)?{NAME}呢[？?]"),
    re.compile(rf"(?:{TELL}|请问|那么?)(?:怎么[做绣刻编织染雕画])?{NAME}(?:是)?{AFTER}"),
    re.compile(rf"{NAME}(?:又|是|要|该)*怎么[做绣刻编织染雕画弄]"),
)
ORDINAL = re.compile(r"第[一二三四五六七八九十]种(?:针法|技法|手法|绣法|刻法|编法|织法|染法|雕法|画法|扎法|工艺|技艺)")
KIND = re.compile(
    r"(?:绣|针|刻|雕|编|织|染|缂|嵌|绘|[针技绣刻编织染雕画扎]法|工艺|技艺)$"
)  # how the name of a technique ends
NO_NAME = re.compile(
    r"^(?:[下进走穿拉捏拿换运落回起收出扎上入用绕引拔抽磨开再先就要去来会不没是有我你他这那]|怎|开始|什么)"
    r"|怎么|如何|什么|时候|用|先|再"
)


Span = tuple[int, int]


class Heading(NamedTuple):
    """The words that open a section, the name said in them, and the index of its first draft."""

    start: int
    end: int
    name: Span | None
    first: int


def headings(reading: Reading) -> tuple[Heading, ...]:
    """Where each technique of an interview begins; none where only one is told."""
    starts = [draft.action.start for draft in reading.drafts]
    found: list[Heading] = []
    named: set[str] = set()
    for start, end, name in _said(reading):
        words = reading.shadow[slice(*name)] if name else ""
        first = bisect_left(starts, end)
        if (words and words in named) or first == len(starts):
            continue
        named.add(words)
        if found and found[-1].first == first:
            found.pop()
        found.append(Heading(start, end, name, first))
    several = len(found) > 1 or (found and found[0].first > 0)
    return tuple(found) if several else ()


def take_out(reading: Reading) -> None:
    """The 绣 in 再说说打籽绣 names a technique and is no act."""
    named = [name for _, _, name in _said(reading) if name]
    starts = [start for start, _ in named]
    for clause in reading.clauses:
        clause.predicates = [draft for draft in clause.predicates if not _is_inside(draft.action.start, starts, named)]
    reading.drafts = [draft for clause in reading.clauses for draft in clause.predicates]


def _is_inside(at: int, starts: list[int], spans: list[Span]) -> bool:
    index = bisect_right(starts, at) - 1
    return index >= 0 and at < spans[index][1]


def sections(reading: Reading) -> tuple[Section, ...]:
    """The sections of a reading."""
    return tuple(
        Section(
            quote=reading.quote(heading.start, heading.end),
            name=reading.quote(*heading.name) if heading.name else None,
            first=f"s{heading.first + 1}",
        )
        for heading in headings(reading)
    )


def _said(reading: Reading) -> Iterator[tuple[int, int, Span | None]]:
    """The words that may open a section, from left to right."""
    for start, end, cue in reading.cue_spans():
        after = start
        for words, name in sorted(_opened(reading, start, end, asked=cue.interviewer), key=_place):
            if words[0] >= after:
                after = words[1]
                yield *words, name


def _place(opened: tuple[Span, Span | None]) -> tuple[int, int]:
    """Left to right, the longer one first."""
    (start, end), _ = opened
    return start, -end


def _opened(reading: Reading, start: int, end: int, *, asked: bool) -> Iterator[tuple[Span, Span | None]]:
    """Each place between two offsets that names a technique to be told, with the name."""
    for pattern in ASKED if asked else OPENINGS:
        for found in pattern.finditer(reading.shadow, start, end):
            if _is_technique(found["name"], reading.lexicon):
                yield (found.start(), found.end("name")), found.span("name")
    if not asked:
        yield from ((found.span(), None) for found in ORDINAL.finditer(reading.shadow, start, end))


def _is_technique(name: str, lexicon: Lexicon) -> bool:
    entries = lexicon.get(name)
    if entries:
        return any(entry.term_class is TermClass.TECHNIQUE for entry in entries)
    return KIND.search(name) is not None and NO_NAME.search(name) is None
