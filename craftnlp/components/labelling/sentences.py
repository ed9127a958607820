"""Sentences as the labeller sees them: short runs of text that are labelled together."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Kind = TypeVar("Kind", bound=np.generic)

END = re.compile(r"[。！？!?…\n]+[”」』\"]*|$")
COMMA = re.compile("[，,；;、 ]")
LONGEST = 160


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence; what is too long is cut, at a comma where there is one."""
    at = 0
    for found in END.finditer(text):
        while found.end() - at > LONGEST:
            commas = [comma.end() for comma in COMMA.finditer(text, at + LONGEST // 2, at + LONGEST)]
            cut = commas[-1] if commas else at + LONGEST
            yield at, cut
            at = cut
        if found.end() > at:
            yield at, found.end()
        at = found.end()


def batches(spans: Sequence[tuple[int, int]], size: int) -> Iterator[list[int]]:
    """Places in ``spans``, longest first, so many at a time that a batch holds about ``size`` characters."""
    order = sorted(range(len(spans)), key=lambda place: spans[place][0] - spans[place][1])
    held: list[int] = []
    for place in order:
        longest = spans[held[0]][1] - spans[held[0]][0] if held else 0
        if held and longest * (len(held) + 1) > size:
            yield held
            held = []
        held.append(place)
    if held:
        yield held


def gather(rows: NDArray[Kind], spans: Sequence[tuple[int, int]]) -> tuple[NDArray[Kind], NDArray[np.int64]]:
    """The rows of some sentences (falling lengths) as one padded block, and their lengths."""
    lengths = np.array([end - start for start, end in spans], dtype=np.int64)
    block = np.zeros((len(spans), int(lengths[0]), *rows.shape[1:]), dtype=rows.dtype)
    for place, (start, end) in enumerate(spans):
        block[place, : end - start] = rows[start:end]
    return block, lengths
