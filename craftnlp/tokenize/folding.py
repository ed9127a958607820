"""Folding for search: one character in, one out, and no context, so that offsets into the original stay valid.

``fold(text)[i:j] == fold(text[i:j])`` always holds; a conversion of whole strings would not do, because it reads 乾 in
乾隆 and a lone 乾 differently, and a query is always a fragment.
"""

import unicodedata
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
}
U_FAMILY = frozenset("üǖǘǚǜÜǕǗǙǛ")
REPLACEMENT = "\ufffd"


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
        return REPLACEMENT
    char = HOUSE.get(char, char)
    char = unicodedata.normalize("NFKC", char)[0]
    if char in U_FAMILY:
        return "v"
    base = unicodedata.normalize("NFD", char)[0]
    if base.isascii() and base.isalpha():
        return base.lower()
    return _simplified(char).lower()[0]


def _simplified(char: str) -> str:
    return str(_converter().convert(char))[:1] or char


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")
