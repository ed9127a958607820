"""Where a word stands in a text, and the original text with those places marked."""

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape

from craftnlp.tokenize.folding import fold
from craftnlp.tokenize.grams import HAN, LATIN_RANGE

PIECES = re.compile(f"{HAN}+|[{LATIN_RANGE}]+")

Span = tuple[int, int]


def find(word: str, folded: str) -> list[Span]:
    """Where a query word stands in a folded text, as the index sees it: spaces may part its runs, Latin runs are whole.

    The offsets are offsets of the original too.
    """
    return [found.span() for found in _pattern(word).finditer(folded)]


@lru_cache(maxsize=2_000)
def _pattern(word: str) -> re.Pattern[str]:
    runs = [
        run if not run.isascii() else f"(?<![{LATIN_RANGE}]){run}(?![{LATIN_RANGE}])"
        for run in PIECES.findall(fold(word))
    ]
    return re.compile("[ \\t]*".join(runs) if runs else "(?!)")


def mark(text: str, words: Iterable[str]) -> str:
    """The original text as HTML: every piece escaped, every place of a word in ``<mark>``."""
    pieces, done, folded = [], 0, fold(text)
    for start, end in merged(span for word in words for span in find(word, folded)):
        pieces += [escape(text[done:start]), "<mark>", escape(text[start:end]), "</mark>"]
        done = end
    return "".join([*pieces, escape(text[done:])])


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, overlapping ones made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
