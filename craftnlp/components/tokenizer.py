"""Words: spaCy's blank Chinese with a tokenizer of our own, on a private jieba.

jieba's HMM stays off (it glues verb and object) and its global tokenizer is never touched. Quantities and lexicon
terms force word borders.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

import spacy
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from craftnlp.components.dictionary import dictionary
from craftnlp.components.reading import Amount, Reading, TermSpan, Word
from craftnlp.components.words import GLUED, REDUPLICATED
from craftnlp.spec import Mark, TermClass

Token.set_extension("disfluent", default=False, force=True)

Fixed = Amount | TermSpan
WHOLE = re.compile(f"(?P<tool>手[捻摇拉压][钻锯刨泵])|{REDUPLICATED}")  # never cut inside


class TokenizerError(RuntimeError):
    """The words do not add up to the text: a defect of the tokenizer, never of the transcript."""


class CraftTokenizer:
    """Cuts a text into words and keeps the borders that it is given."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._dictionary = dictionary()

    def __call__(self, text: str) -> Doc:
        return self.doc(text, ())

    def doc(self, text: str, fixed: tuple[Fixed, ...]) -> Doc:
        """The document of a text with the given spans as words."""
        pieces = list(self._pieces(text, fixed))
        doc = Doc(
            self.vocab,
            words=[word for word, _ in pieces],
            spaces=[False] * len(pieces),
            tags=[tag for _, tag in pieces],
        )
        if doc.text != text:
            raise TokenizerError("the words do not add up to the text")
        return doc

    def _pieces(self, text: str, fixed: tuple[Fixed, ...]) -> Iterator[tuple[str, str]]:
        at = 0
        for span in fixed:
            yield from self._cut(text[at : span.start])
            yield text[span.start : span.end], _tag(span)
            at = span.end
        yield from self._cut(text[at:])

    def _cut(self, text: str) -> Iterator[tuple[str, str]]:
        at = 0
        for found in WHOLE.finditer(text):
            yield from self._words(text[at : found.start()])
            yield found[0], "n" if found["tool"] else "d"
            at = found.end()
        yield from self._words(text[at:])

    def _words(self, text: str) -> Iterator[tuple[str, str]]:
        for word, tag in self._dictionary.cut(text):
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


@cache
def cutter() -> CraftTokenizer:
    """The tokenizer on spaCy's blank Chinese; about a second, once a process."""
    return CraftTokenizer(spacy.blank("zh").vocab)


def tokenizer(reading: Reading) -> None:
    """Cut the text into words."""
    fixed: list[Fixed] = sorted([*reading.amounts, *reading.superseded, *reading.terms], key=lambda span: span.start)
    reading.doc = cutter().doc(reading.shadow, tuple(fixed))
    _set_disfluent(reading.doc, reading.marks)
    by_start = {span.start: span for span in fixed}
    reading.words = [_word(token, by_start.get(token.idx), reading) for token in reading.doc]


def _set_disfluent(doc: Doc, marks: list[Mark]) -> None:
    """Flag the tokens that lie wholly inside a mark."""
    starts = [token.idx for token in doc]
    for mark in marks:
        for token in doc[bisect_left(starts, mark.quote.start) : bisect_left(starts, mark.quote.end)]:
            token._.disfluent = token.idx + len(token) <= mark.quote.end


def _word(token: Token, span: Fixed | None, reading: Reading) -> Word:
    text, start = token.text, token.idx
    end = start + len(text)
    if isinstance(span, Amount):
        return Word(text, start, end, "m", amount=None if span in reading.superseded else span)
    if span is not None:
        return Word(text, start, end, token.tag_, term=span.entry)
    single = reading.lexicon.get(text) if len(text) == 1 else ()
    return Word(text, start, end, token.tag_, term=single[0] if single else None)
