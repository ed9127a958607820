"""Measuring: the best of a few rounds, because other programs only ever make a run slower."""

import time
from collections.abc import Callable, Sequence

ROUNDS = 3


def best_seconds(work: Callable[[], object]) -> float:
    """The shortest of a few runs, in seconds, after one that is not counted."""
    work()
    return min(_seconds(work) for _ in range(ROUNDS))


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
