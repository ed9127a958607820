"""The demonstration itself, as its users start it: real worker, real broker, real films."""

import hashlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import av
import pytest

ROOT = Path(__file__).resolve().parent.parent


def environment(var: Path) -> dict[str, str]:
    """A machine of its own: nothing of the tests' settings reaches the demonstration."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "PYTEST_"))}
    return kept | {"JIYI_VAR": str(var), "PYTHONWARNINGS": "default"}


def demo(var: Path) -> subprocess.CompletedProcess[str]:
    """One run without serving."""
    command = [sys.executable, "manage.py", "demo", "--no-serve", "--json"]
    return subprocess.run(
        command, cwd=ROOT, env=environment(var), capture_output=True, text=True, timeout=600, check=False
    )


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the demonstration of this module writes to."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def first(var: Path) -> dict[str, Any]:
    """What the first run printed."""
    run = demo(var)
    assert run.returncode == 0, run.stderr[-4000:]
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def takes_of(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Every take of every technique."""
    return [take for technique in found["techniques"] for take in technique["takes"]]


def test_four_techniques_are_read_and_filmed(first: dict[str, Any]) -> None:
    assert len(first["techniques"]) == 4
    for technique in first["techniques"]:
        assert technique["steps"] >= 4, technique["title"]
        assert len(technique["takes"]) == technique["steps"], technique["title"]
        assert technique["spec_version"] == 1


def test_every_file_is_the_film_it_claims_to_be(first: dict[str, Any]) -> None:
    for take in takes_of(first):
        film = Path(take["file"])
        assert hashlib.sha256(film.read_bytes()).hexdigest() == take["sha256"]
        with av.open(str(film)) as container:
            stream = container.streams.video[0]
            assert (stream.width, stream.height, float(stream.average_rate or 0)) == (1280, 720, 24.0)
            assert stream.codec_context.name == "h264"
            assert sum(1 for _ in container.demux(stream) if _.size) == take["frames"]
        assert 5 <= take["seconds"] <= 8
        assert take["backend"] == "schematic"
        assert 0 <= take["seed"] < 2**31
        assert len(take["recipe"]) == 64


def test_masters_approve_some_ask_for_one_change_and_leave_one_waiting(first: dict[str, Any]) -> None:
    verdicts = [take["verdict"] for take in takes_of(first)]
    assert verdicts.count(None) == 1
    assert verdicts.count("change") == 1
    assert verdicts.count("approve") == len(verdicts) - 2
    for take in takes_of(first):
        assert (take["clip_url"] is not None) == (take["verdict"] == "approve")


def test_the_words_of_the_master_are_found_in_every_spelling(first: dict[str, Any]) -> None:
    found = first["search"]
    assert found["苏绣"]
    assert found["苏绣"] == found["蘇繡"] == found["suxiu"]
    assert found["苏绣"][0] in found["三十度"]


def test_a_second_run_does_nothing_twice(first: dict[str, Any], var: Path) -> None:
    again = demo(var)
    assert again.returncode == 0, again.stderr[-4000:]
    second = json.loads(again.stdout)
    assert second["techniques"] == first["techniques"]
    assert second["search"] == first["search"]
    assert len(list((var / "media" / "takes").glob("*.mp4"))) == len(takes_of(first))


def test_two_at_the_same_time_are_refused_in_plain_words(first: dict[str, Any], var: Path) -> None:
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import fcntl, sys, time; f = open(sys.argv[1], 'a+'); fcntl.flock(f, fcntl.LOCK_EX);"
            "f.truncate(0); f.write('4711'); f.flush(); print('held', flush=True); time.sleep(60)",
            str(var / "demo.lock"),
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        start = time.monotonic()
        refused = demo(var)
    finally:
        holder.kill()
        holder.communicate()
    assert refused.returncode == 75
    assert "4711" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert time.monotonic() - start < 60
