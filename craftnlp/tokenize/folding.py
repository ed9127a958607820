"""Folding for search: one character in, one out, and no context, so that offsets into the original stay valid.

``fold(text)[i:j] == fold(text[i:j])`` always holds; a conversion of whole strings would not do, because it reads 乾 in
乾隆 and a lone 乾 differently, and a query is always a fragment. The table of Chinese characters is the lexicon's; beyond
it, search folds more than the reader may (punctuation, accents, ``½``): see :mod:`craftnlp.lexicon.folding`.
"""

import unicodedata

from craftnlp.lexicon.folding import LONE_SURROGATE, simplified

U_FAMILY = frozenset("üǖǘǚǜÜǕǗǙǛ")


class _Table(dict[int, str]):
    """A translation table that fills itself, one character at a time."""

    def __missing__(self, code: int) -> str:
        self[code] = _fold_one(chr(code))
        return self[code]


_TABLE = _Table()


def fold(text: str) -> str:
    """The text as search compares it: simplified, half-width, lower case, without accents, of equal length."""
    return text.translate(_TABLE)


def _fold_one(char: str) -> str:
    if 0xD800 <= ord(char) <= 0xDFFF:
        return LONE_SURROGATE
    char = unicodedata.normalize("NFKC", char)[0]
    if char in U_FAMILY:
        return "v"
    base = unicodedata.normalize("NFD", char)[0]
    if base.isascii() and base.isalpha():
        return base.lower()
    return simplified(char).lower()[0]
