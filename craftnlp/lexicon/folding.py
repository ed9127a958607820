"""A shadow of a text for matching only: simplified, half-width, and of exactly the same length.

Offsets into the shadow are offsets into the text. Nothing that is stored or shown ever comes from a shadow.
"""

from functools import cache
from typing import Any

MARKS = dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\u3000\t", " ") | dict.fromkeys("–—―－～〜∼", "~")
MARKS |= {"著": "着", "鉋": "刨", "祇": "只", "妳": "你", "臺": "台", "裏": "里", "綫": "线", "粘": "粘"}
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
    return _simplified(char) if "\u3400" <= char <= "\U0003ffff" else _lower(char)


def _lower(char: str) -> str:
    low = char.lower()
    return low if len(low) == 1 else char


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


def _simplified(char: str) -> str:
    out = str(_converter().convert(char))
    return out if len(out) == 1 else char


_TABLE = _Folder()


def fold(text: str) -> str:
    """The shadow of a text: ``len(fold(text)) == len(text)``, always."""
    return text.translate(_TABLE)
