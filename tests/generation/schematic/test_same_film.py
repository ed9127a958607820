"""The same request is the same film, bit for bit: in another process, on fewer cores, on a machine that is busy."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generation.backends.base import Kind
from generation.backends.schematic import Schematic
from generation.backends.schematic.samples import SAMPLES
from generation.postproduction.film import Origin, make_film

CHILD = "from tests.generation.schematic.test_same_film import child; child()"


def film_in(folder: Path, name: str) -> tuple[str, str]:
    """The hashes of a short film: of its file, and of its frames."""
    request = Schematic().plan(replace(SAMPLES[name], frames=6, fps=6))
    rendering = Schematic().render(request, on_progress=lambda _: None, is_cancelled=lambda: False)
    origin = Origin(kind=Kind.SCHEMATIC, backend="schematic", recipe_sha256="ab" * 32, producer="JIYI-SAMPLE")
    film = make_film(request, rendering, origin=origin, folder=folder)
    return film.sha256, film.frames_sha256


def child() -> None:
    """What another process does: take the cores it was given and print the hashes."""
    folder, name, cores = sys.argv[1:]
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(cores)])
    sys.stdout.write(" ".join(film_in(Path(folder), name)))


def in_another_process(folder: Path, name: str, *, cores: int, seed: str) -> tuple[str, ...]:
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder), name, str(cores)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    return tuple(done.stdout.split())


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="needs a system that can give a process fewer cores")
@pytest.mark.parametrize("name", ["stitch", "dye"])
def test_neither_hash_seed_nor_cores_nor_other_work_change_a_bit(tmp_path: Path, name: str) -> None:
    alone = in_another_process(tmp_path / "one", name, cores=1, seed="1")
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as busy:
        crowded = in_another_process(tmp_path / "two", name, cores=2, seed="4242")
        here = film_in(tmp_path, name)
        busy.kill()
    assert len(alone) == 2
    assert alone == crowded == here
