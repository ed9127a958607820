"""A shadow of a text for matching only: simplified, half-width, and of exactly the same length.

Offsets into the shadow are offsets into the text. Nothing that is stored or shown ever comes from a shadow.

There are two foldings, with one table of Chinese characters (:func:`simplified`). This one is the reader's: it keeps
what tells clauses and quantities apart (Chinese punctuation, ``½``, ``²``, ``é``). Search, in
:mod:`craftnlp.tokenize.folding`, wants the opposite: whatever a visitor may type in another way becomes the same.
"""

from functools import cache
from typing import Any

# Characters that OpenCC leaves alone or that craft texts write differently. Editable: rebuild the index afterwards.
HOUSE = {
    "鎗": "戗",
    "綉": "绣",
    "繡": "绣",
    "瞭": "了",
    "傢": "家",
    "著": "着",
    "砲": "炮",
    "紥": "扎",
    "紮": "扎",
    "鉋": "刨",
    "祇": "只",
    "妳": "你",
}
MARKS = dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\u3000\t", " ") | dict.fromkeys("–—―－～〜∼", "~")
LONE_SURROGATE = "\ufffd"


class _Folder(dict[int, str]):
    """A translation table that fills itself, one character at a time."""

    def __missing__(self, code: int) -> str:
        self[code] = _fold_one(chr(code))
        return self[code]


def _fold_one(char: str) -> str:
    if 0xD800 <= ord(char) <= 0xDFFF:
        return LONE_SURROGATE
    if 0xFF01 <= ord(char) <= 0xFF5E and char not in "，！？：；（）～－":
        return chr(ord(char) - 0xFEE0).lower()
    if char in MARKS:
        return MARKS[char]
    return simplified(char) if "\u3400" <= char <= "\U0003ffff" else _lower(char)


def _lower(char: str) -> str:
    low = char.lower()
    return low if len(low) == 1 else char


def simplified(char: str) -> str:
    """One Chinese character in the simplified script; what has no other form stays as it is."""
    if char in HOUSE:
        return HOUSE[char]
    out = str(_converter().convert(char))
    return out if len(out) == 1 else char


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


_TABLE = _Folder()


def fold(text: str) -> str:
    """The shadow of a text: ``len(fold(text)) == len(text)``, always."""
    return text.translate(_TABLE)
