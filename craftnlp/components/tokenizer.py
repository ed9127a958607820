"""Words, cut with jieba's dictionary.

jieba's HMM stays off (it glues verb and object). Quantities and lexicon terms force word borders.
"""

import re
from collections.abc import Iterator, Sequence

from craftnlp.components.dictionary import Piece, dictionary
from craftnlp.components.reading import Amount, Reading, TermSpan, Word
from craftnlp.components.words import GLUED, REDUPLICATED
from craftnlp.spec import TermClass

Fixed = Amount | TermSpan
WHOLE = re.compile(f"(?P<tool>手[捻摇拉压][钻锯刨泵])|{REDUPLICATED}")  # never cut inside


class TokenizerError(RuntimeError):
    """The words do not add up to the text: a defect of the tokenizer, never of the transcript."""


def tokenizer(reading: Reading) -> None:
    """Cut the text into words."""
    fixed: list[Fixed] = sorted([*reading.amounts, *reading.superseded, *reading.terms], key=lambda span: span.start)
    by_start = {span.start: span for span in fixed}
    at = 0
    for text, tag in checked(reading.shadow, fixed):
        reading.words.append(_word(text, at, tag, by_start.get(at), reading))
        at += len(text)


def checked(text: str, fixed: Sequence[Fixed]) -> list[Piece]:
    """The words of a text, each with its part of speech; the given spans are words. Raises :class:`TokenizerError`."""
    pieces = list(_pieces(text, fixed))
    if "".join(word for word, _ in pieces) != text:
        raise TokenizerError("the words do not add up to the text")
    return pieces


def _pieces(text: str, fixed: Sequence[Fixed]) -> Iterator[Piece]:
    at = 0
    for span in fixed:
        yield from _cut(text[at : span.start])
        yield text[span.start : span.end], _tag(span)
        at = span.end
    yield from _cut(text[at:])


def _cut(text: str) -> Iterator[Piece]:
    at = 0
    for found in WHOLE.finditer(text):
        yield from _words(text[at : found.start()])
        yield found[0], "n" if found["tool"] else "d"
        at = found.end()
    yield from _words(text[at:])


def _words(text: str) -> Iterator[Piece]:
    for word, tag in dictionary().cut(text):
        if word in GLUED:
            cut = GLUED[word]
            yield word[:cut], "f"
            yield word[cut:], "v"
        else:
            yield word, tag


def _tag(span: Fixed) -> str:
    if isinstance(span, Amount):
        return "m"
    return "v" if span.entry.term_class is TermClass.ACTION else "n"


def _word(text: str, start: int, tag: str, span: Fixed | None, reading: Reading) -> Word:
    end = start + len(text)
    if isinstance(span, Amount):
        return Word(text, start, end, tag, amount=None if span in reading.superseded else span)
    if span is not None:
        return Word(text, start, end, tag, term=span.entry)
    single = reading.lexicon.get(text) if len(text) == 1 else ()
    return Word(text, start, end, tag, term=single[0] if single else None)
