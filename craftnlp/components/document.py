"""A reading as a document of spaCy, for whoever works on with it: the words of the reading on spaCy's blank Chinese.

No component needs it, and spaCy takes half a second to import, so the pipeline leaves it alone.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

import spacy
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from craftnlp.components.dictionary import Piece
from craftnlp.components.reading import Reading
from craftnlp.components.tokenizer import checked

Token.set_extension("disfluent", default=False, force=True)


class CraftTokenizer:
    """Cuts a text into words, as a tokenizer of spaCy."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        return self.doc(checked(text, ()))

    def doc(self, pieces: Sequence[Piece]) -> Doc:
        """The document of these words."""
        words, tags = ([piece[side] for piece in pieces] for side in (0, 1))
        return Doc(self.vocab, words=words, spaces=[False] * len(pieces), tags=tags)


@cache
def cutter() -> CraftTokenizer:
    """The tokenizer on spaCy's blank Chinese."""
    return CraftTokenizer(spacy.blank("zh").vocab)


def document(reading: Reading) -> Doc:
    """The words of a reading as a spaCy document; ``Token._.disfluent`` flags what lies wholly inside a mark."""
    doc = cutter().doc([(word.text, word.tag) for word in reading.words])
    starts = [word.start for word in reading.words]
    for mark in reading.marks:
        for place in range(bisect_left(starts, mark.quote.start), bisect_left(starts, mark.quote.end)):
            doc[place]._.disfluent = reading.words[place].end <= mark.quote.end
    return doc
