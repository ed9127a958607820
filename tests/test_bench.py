"""The comparison with Manim: the same plate on both sides, each measured in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench import manim
from bench.sides import measured, report
from generation.backends.schematic import Schematic
from generation.backends.schematic.film import Film

MEGABYTE = 1 << 20
PEER = Path(manim.__file__).parent / "peer"


def test_the_peer_writes_every_word_of_our_plate() -> None:
    film = Film(Schematic().plan(manim.PLATE), grain=False)
    source = "".join(file.read_text(encoding="utf-8") for file in sorted(PEER.glob("*.py")))
    written = film.facts()["text"]
    assert isinstance(written, list)
    assert len(written) > 30
    assert [text for text in written if text not in source] == []


def test_the_peer_draws_as_many_frames() -> None:
    source = (PEER / "__main__.py").read_text(encoding="utf-8")
    assert f"SECONDS: Final = {manim.PLATE.seconds}\n" in source
    assert f"RATE: Final = {manim.PLATE.fps}\n" in source


def test_the_peak_of_a_process_is_its_own() -> None:
    held = bytearray(MEGABYTE) * 300
    run = [sys.executable, "-c", "from bench.sides import peak_mb; print(peak_mb())"]
    idle = float(subprocess.run(run, capture_output=True, check=True, text=True).stdout)
    run[2] = f"held = bytearray(1) * {200 * MEGABYTE}; {run[2]}"
    busy = float(subprocess.run(run, capture_output=True, check=True, text=True).stdout)
    assert len(held) == 300 * MEGABYTE
    assert idle < 100
    assert 200 < busy < 300


def test_the_second_film_is_timed_and_the_first_is_the_peak() -> None:
    lengths = iter([0.5, 0.25])
    told = json.loads(report(lambda: next(lengths)))
    assert told["core"] == 0.25
    assert 0 <= told["seconds"] < 5
    assert set(told) == {"seconds", "processor", "core", "done", "peak"}


def test_a_side_that_fails_is_not_passed_over() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        measured((sys.executable, "-c", "raise SystemExit(3)"))


SIDE = {"seconds": 2.0, "processor": 3.0, "done": 0.0, "peak": 100.0, "cold": 4.0, "core": 1.2}


def test_without_manim_our_own_figures_come_with_the_way_to_install_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(manim, "PEER", tmp_path)
    monkeypatch.setattr(manim, "measured", lambda _: SIDE)
    told = manim.table()
    assert "| Jiyi, the whole way | 72 | 1.00 | 20.8 | 4.0 | 100 |" in told
    assert "make manim" in told
    assert "Manim, the whole way" not in told


def test_with_manim_the_ratio_is_that_of_the_best_rounds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "done").touch()
    ours = iter([{**SIDE, "seconds": seconds} for seconds in (2.0, 1.5, 1.8)])
    theirs = iter([{**SIDE, "seconds": seconds, "core": 3.0} for seconds in (6.0, 5.0, 4.5)])
    monkeypatch.setattr(manim, "PEER", tmp_path)
    monkeypatch.setattr(manim, "measured", lambda command: next(theirs if "bench.peer" in command else ours))
    told = manim.table()
    assert "| Jiyi, the whole way | 96 | 1.00 |" in told
    assert "| Manim, the whole way | 32 | 3.00 |" in told
    assert "| Jiyi, its frames alone | 120 | 1.00 |" in told
    assert "| Manim, its animation alone | 48 | 2.50 |" in told
