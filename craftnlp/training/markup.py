"""Passages with their spans marked in the text: ``先把{m:竹子}{a:锯}断``. The form of the training corpus.

A block begins with ``# craft | spoken or written | hans or hant``; each further line is a passage; an empty line ends it.
Conditions, cautions and results may hold other spans, nothing else may.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from craftnlp.components.labelling.labels import Marked
from craftnlp.spec import StepField

FIELDS = {
    "a": StepField.ACTION,
    "t": StepField.TOOL,
    "m": StepField.MATERIAL,
    "h": StepField.HAND,
    "w": StepField.MANNER,
    "p": StepField.PATH,
    "l": StepField.PLACE,
    "c": StepField.CONDITION,
    "x": StepField.CAUTION,
    "r": StepField.RESULT,
}
HOLDING = frozenset("cxr")
PIECE = re.compile("(?P<opens>[{])(?P<mark>.?)(?P<colon>:?)|(?P<closes>[}])|[^{}]+")


class MarkupError(ValueError):
    """A block of the corpus is wrong; the message names the line and the fault."""


class Passage(NamedTuple):
    """A passage without its marks, and the marks."""

    craft: str
    style: str
    script: str
    text: str
    spans: tuple[Marked, ...]


def passages(source: str) -> Iterator[Passage]:
    """The passages of a corpus file. Raises :class:`MarkupError`."""
    head: list[str] = []
    for number, line in enumerate(source.splitlines(), 1):
        if line.startswith("#"):
            head = [cell.strip() for cell in line[1:].split("|")]
            if len(head) != 3:
                raise MarkupError(f"line {number}: a block begins with '# craft | style | script'")
        elif line.strip():
            if not head:
                raise MarkupError(f"line {number}: the passage has no line that begins with #")
            text, spans = parse(line.strip(), number)
            yield Passage(head[0], head[1], head[2], text, spans)
        else:
            head = []


def parse(line: str, number: int = 1) -> tuple[str, tuple[Marked, ...]]:
    """The text of a marked line and its spans in the order of their ends."""
    text, spans, waiting = "", list[Marked](), list[tuple[str, int]]()
    for piece in PIECE.finditer(line):
        if piece["opens"]:
            if piece["mark"] not in FIELDS or not piece["colon"]:
                raise MarkupError(f"line {number}: unknown mark {piece[0]!r}")
            if waiting and waiting[-1][0] not in HOLDING:
                raise MarkupError(f"line {number}: {line[piece.start() :][:8]!r} stands in a span that may hold none")
            waiting.append((piece["mark"], len(text)))
        elif piece["closes"]:
            if not waiting or waiting[-1][1] == len(text):
                raise MarkupError(f"line {number}: a closing brace too many, or an empty span")
            mark, start = waiting.pop()
            spans.append(Marked(start, len(text), FIELDS[mark]))
        else:
            text += piece[0]
    if waiting:
        raise MarkupError(f"line {number}: a brace is not closed")
    return text, tuple(spans)
