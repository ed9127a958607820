"""The embroidery plate beside the same plate as a scene of Manim Community, in turns, each film in a process of its own.

``python -m bench.manim`` times our own side alone.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bench.films import film
from bench.sides import ROOT, measured, report
from bench.timing import ROUNDS, markdown
from generation.backends.schematic.samples import SAMPLES

PLATE: Final = SAMPLES["stitch"]
PEER: Final = ROOT / "var" / "manim"  # its environment; `make manim` leaves a file `done` there
MISSING: Final = """
Manim 没有安装，只量了自己这一边。安装：make manim（要 Debian 的 libpango1.0-dev 和 libcairo2-dev）。
Manim is not installed, so only our own side was measured. To install it: make manim
"""
NOTE: Final = """
Each side: the second film of a fresh process, the best of {rounds} processes in turns. Ours is the whole way from request to
probed file with label, poster, captions and hashes. Manim's is its `render()`, with its own encoder settings. Its animation
alone leaves out what it does once a film: setting the letters, building the scene, joining its files. Manim's plate is a
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
    for peer in theirs:
        rows.append(_row("Manim, the whole way", peer, ours))
        rows.append((*_speeds("Manim, its animation alone", peer["core"], ours), "", "", ""))
    return markdown(HEAD, rows) + "\n" + (NOTE.format(rounds=ROUNDS) if theirs else MISSING)


def _row(name: str, side: dict[str, float], ours: dict[str, float]) -> tuple[str, ...]:
    processor = side["processor"] * 1000 / PLATE.frames
    rest = (f"{processor:.1f}", f"{side['cold']:.1f}", f"{side['peak']:.0f}")
    return (*_speeds(name, side["seconds"], ours), *rest)


def _speeds(name: str, seconds: float, ours: dict[str, float]) -> tuple[str, str, str]:
    return name, f"{PLATE.frames / seconds:.0f}", f"{seconds / ours['seconds']:.2f}"


if __name__ == "__main__":
    sys.stdout.write(report(lambda: film(PLATE)))
