"""The embroidery plate beside the same plate as a scene of Manim Community, in turns, each film in a process of its own.

``python -m bench.manim`` times our own side alone.
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from bench.films import film
from bench.sides import ROOT, measured, report
from bench.timing import ROUNDS, markdown
from generation.backends.schematic.samples import SAMPLES
from generation.postproduction.encode import encode

PLATE: Final = SAMPLES["stitch"]
PEER: Final = ROOT / "var" / "manim"  # its environment; `make manim` leaves a file `done` there
MISSING: Final = """
Manim 没有安装，只量了自己这一边。安装：make manim（要 Debian 的 libpango1.0-dev 和 libcairo2-dev）。
Manim is not installed, so only our own side was measured. To install it: make manim
"""
NOTE: Final = """
Each side: the second film of a fresh process, the best of {rounds} processes in turns. Ours is the whole way from request to
probed file with label, poster, captions and hashes. Manim's is its `render()`, with its own encoder settings. The rows below
leave out on both sides what is done once a film: setting the letters, building the scene, joining or probing files. Manim's plate is a
little plainer (no paper fibres, even lines, less hatching; words and the angle stand below what moves, so that it draws them
once), and its cache of letters is kept between films. Cold: from the start of the interpreter to the end of the first film.
Peak: until the end of that film.
"""
HEAD: Final = ("plate", "frames a second", "Jiyi is times as fast", "processor, ms a frame", "cold, s", "peak, MB")


def table() -> str:
    """Frames a second, processor time, cold start and peak memory of both; our own alone where Manim is not installed."""
    commands: list[Sequence[str | Path]] = [(sys.executable, "-m", "bench.manim")]
    if (PEER / "done").exists():
        commands.append((PEER / "bin" / "python", "-m", "bench.peer"))
    runs = [[measured(command) for command in commands] for _ in range(ROUNDS)]
    ours, *theirs = (
        {name: min(figures[name] for figures in side) for name in side[0]} for side in zip(*runs, strict=True)
    )
    rows = [_row("Jiyi, the whole way", ours, ours)]
    rows += [_row("Manim, the whole way", peer, ours) for peer in theirs]
    rows.append(_core("Jiyi, its frames alone", ours, ours))
    rows += [_core("Manim, its animation alone", peer, ours) for peer in theirs]
    return markdown(HEAD, rows) + "\n" + (NOTE.format(rounds=ROUNDS) if theirs else MISSING)


def _row(name: str, side: dict[str, float], ours: dict[str, float]) -> tuple[str, ...]:
    processor = side["processor"] * 1000 / PLATE.frames
    rest = (f"{processor:.1f}", f"{side['cold']:.1f}", f"{side['peak']:.0f}")
    return (*_speeds(name, side["seconds"], ours["seconds"]), *rest)


def _core(name: str, side: dict[str, float], ours: dict[str, float]) -> tuple[str, ...]:
    return (*_speeds(name, side["core"], ours["core"]), "", "", "")


def _speeds(name: str, seconds: float, ours: float) -> tuple[str, str, str]:
    return name, f"{PLATE.frames / seconds:.0f}", f"{seconds / ours:.2f}"


def plate() -> float:
    """One film; the seconds that drawing, stamping, hashing and encoding its frames took of it."""
    spent = 0.0

    def timed(*given: Any, **named: Any) -> str:
        nonlocal spent
        start = time.perf_counter()
        digest = encode(*given, **named)
        spent = time.perf_counter() - start
        return digest

    with patch("generation.postproduction.film.encode", timed):
        film(PLATE)
    return spent


if __name__ == "__main__":
    sys.stdout.write(report(plate))
