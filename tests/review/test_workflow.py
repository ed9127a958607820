"""The nine stations are named in order, and the walkthrough tells each of them."""

import socket
import sys
from pathlib import Path

import pytest
from pytest_django import Settings

from review.management.demo import processes
from review.management.demo.lock import AlreadyRunningError, only_one
from review.management.demo.processes import CeleryProcess, PortBusyError, ProcessGoneError, check_port
from review.management.demo.stages import progress_line
from review.workflow import STATIONS, Station

ROOT = Path(__file__).resolve().parent.parent.parent
NAMES = ["ingest", "read", "confirm", "storyboard", "recipe", "render", "review", "accession", "public"]


def test_the_stations_are_those_of_the_design_in_its_order() -> None:
    assert [station.name for station in STATIONS] == NAMES


@pytest.mark.parametrize("station", STATIONS, ids=NAMES)
def test_the_walkthrough_names_the_verbs_of_each_station(station: Station) -> None:
    walkthrough = (ROOT / "docs" / "walkthrough.md").read_text(encoding="utf-8")
    for verb in station.verbs:
        assert verb.__name__ in walkthrough


def test_a_process_that_was_killed_is_started_again_but_not_for_ever(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path
) -> None:
    settings.VAR_DIR = tmp_path
    monkeypatch.setattr(processes, "CELERY", (sys.executable, "-c", "import time; time.sleep(60)"))
    process = CeleryProcess("worker")
    try:
        for _ in range(processes.MAX_STARTS - 1):
            process.process.kill()
            process.process.wait()
            process.ensure()
            assert process.process.poll() is None
        process.process.kill()
        process.process.wait()
        with pytest.raises(ProcessGoneError, match=r"worker\.log"):
            process.ensure()
    finally:
        process.stop()


def test_a_busy_port_is_said_before_the_work() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortBusyError, match=str(port)):
            check_port(port)
    check_port(port)


def test_the_lock_is_free_again_when_its_holder_is_done(tmp_path: Path) -> None:
    file = tmp_path / "demo.lock"
    with only_one(file), pytest.raises(AlreadyRunningError), only_one(file):
        pytest.fail("two held the lock")
    with only_one(file):
        assert file.read_text()


def test_the_remaining_time_is_told_from_the_speed_so_far() -> None:
    assert progress_line(0, 10, 5.0) == "影片 0/10"
    assert progress_line(5, 10, 20.0) == "影片 5/10 · 还要约 20 秒"
