"""jieba's dictionary and its search for the likeliest cut, with a table of our own.

jieba stores every beginning of every word, which doubles its table and the time to load it. Here the words that begin
with a character are read when a text has that character, and a word is looked for only as far as the longest one with
its first two characters. The cuts are jieba's own (HMM off); a test compares them. Words longer than ``LONGEST``
characters (names of offices, proverbs) are not looked for.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distribution
from math import log
from pathlib import Path
from sys import intern
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

LONGEST = 8
RUN = re.compile(r"([\u4e00-\u9fd5]+)|([a-zA-Z0-9]+)")


Piece = tuple[str, str]  # a word and its part of speech


class Begun(NamedTuple):
    """The words that begin with one character, each with its log share; the longest for each two characters."""

    words: dict[str, tuple[float, Piece]]
    longest: dict[str, int]


class Dictionary(dict[str, Begun]):
    """Words by their first character, read from lines of word, frequency and part of speech."""

    def __init__(self, lines: bytes) -> None:
        super().__init__()
        self._lines = lines
        table = np.frombuffer(lines, dtype=np.uint8)
        spaces = np.flatnonzero(table == ord(" "))
        self._log_total = log(_sum(table, spaces[::2] + 1, spaces[1::2]))
        self._stretches = _stretches(table)

    def __missing__(self, first: str) -> Begun:
        begun = self[first] = self._begun(first)
        return begun

    def _begun(self, first: str) -> Begun:
        words, longest = {first: (-self._log_total, (first, "x"))}, dict[str, int]()
        for start, end in self._stretches.get(first.encode(), ()):
            for line in self._lines[start:end].decode().splitlines():
                word, frequency, tag = line.split(" ")
                if len(word) <= LONGEST:
                    words[word] = log(int(frequency) or 1) - self._log_total, (word, intern(tag))
                    longest[word[:2]] = max(longest.get(word[:2], 1), len(word))
        return Begun(words, longest)

    def cut(self, text: str) -> Iterator[Piece]:
        """The words of a text with their part of speech, as jieba names them; ``x`` for what it does not know."""
        at = 0
        for run in RUN.finditer(text):
            yield from ((char, "x") for char in text[at : run.start()])
            if run[2]:
                yield run[2], "eng"
            else:
                yield from self._han(run[1])
            at = run.end()
        yield from ((char, "x") for char in text[at:])

    def _han(self, run: str) -> Iterator[Piece]:
        """The likeliest words, from the end to the beginning; of two that are as likely the longer first word."""
        size = len(run)
        score, pieces = [0.0] * (size + 1), [("", "")] * size
        for start in range(size - 1, -1, -1):
            words, longest = self[run[start]]
            best, piece = words[run[start]]
            best += score[start + 1]
            for end in range(start + 2, min(size, start + longest.get(run[start : start + 2], 0)) + 1):
                held = words.get(run[start:end])
                if held and held[0] + score[end] >= best:
                    best, piece = held[0] + score[end], held[1]
            score[start], pieces[start] = best, piece
        at = 0
        while at < size:
            yield pieces[at]
            at += len(pieces[at][0])


def _sum(table: NDArray[np.uint8], starts: NDArray[np.intp], ends: NDArray[np.intp]) -> int:
    """The sum of the whole numbers that are written from each start to each end."""
    total, worth = 0, 1
    while len(ends):
        ends = ends - 1
        total += worth * (int(table[ends].sum(dtype=np.int64)) - ord("0") * len(ends))
        starts, ends = starts[ends > starts], ends[ends > starts]
        worth *= 10
    return total


def _stretches(table: NDArray[np.uint8]) -> dict[bytes, list[tuple[int, int]]]:
    """Where the lines stand that begin with the same three bytes, which are one Chinese character."""
    starts = np.concatenate([[0], np.flatnonzero(table == ord("\n"))[:-1] + 1])
    firsts = table[starts[:, None] + np.arange(3)]
    borders = [0, *(np.flatnonzero((firsts[1:] != firsts[:-1]).any(axis=1)) + 1).tolist()]
    found: dict[bytes, list[tuple[int, int]]] = {}
    ends = [*starts[borders[1:]].tolist(), len(table)]
    for border, end in zip(borders, ends, strict=True):
        found.setdefault(firsts[border].tobytes(), []).append((int(starts[border]), end))
    return found


@cache
def dictionary() -> Dictionary:
    """The dictionary that ships with jieba; read once a process."""
    return Dictionary(Path(str(distribution("jieba").locate_file("jieba/dict.txt"))).read_bytes())
