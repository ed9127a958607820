"""Jiyi on PostgreSQL: the system check, the migrations, and every part of the suite that works with rows."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgresql_server import running

pytestmark = pytest.mark.postgresql

ROOT = Path(__file__).resolve().parent.parent
ROWS = (
    "tests/archive",
    "tests/review",
    "tests/web",
    "tests/generation/test_jobs.py",
    "tests/generation/test_queue.py",
    "tests/generation/test_storyboard.py",
    "tests/generation/test_worker.py",
)
AT_LEAST = 400
SERVER_NEEDED = "needs PostgreSQL, where two can write at once"  # why tests/review/test_at_once.py is skipped elsewhere


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    """The address of an empty database on a server of its own."""
    with running() as address:
        yield address


def run(database: str, *args: str, **more: str) -> subprocess.CompletedProcess[str]:
    """A Python process that knows of nothing but this database."""
    foreign = ("DJANGO_", "PYTEST_", "COV", "ELASTICSEARCH_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    command = [sys.executable, *args]
    env = kept | {"DATABASE_URL": database} | more
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=500, check=False)


def manage(database: str, tmp_path: Path, *args: str, **more: str) -> subprocess.CompletedProcess[str]:
    return run(database, "manage.py", *args, JIYI_VAR=str(tmp_path), **more)


def test_without_elasticsearch_a_system_check_stops_the_start(database: str, tmp_path: Path) -> None:
    for command in (["check", "--database", "default"], ["migrate"]):
        refused = manage(database, tmp_path, *command)
        assert refused.returncode == 1
        assert "archive.E002" in refused.stderr
        assert "ELASTICSEARCH_URL" in refused.stderr


def test_the_migrations_make_what_the_models_say(database: str, tmp_path: Path) -> None:
    for command in (["migrate"], ["migrate", "--check"], ["makemigrations", "--check"], ["migrate", "archive", "zero"]):
        done = manage(database, tmp_path, *command, ELASTICSEARCH_URL="http://127.0.0.1:9")
        assert done.returncode == 0, done.stdout + done.stderr


def test_what_works_with_rows_works_on_postgresql(database: str) -> None:
    here = "not browser and not models and not postgresql"
    done = run(database, "-m", "pytest", *ROWS, "-q", "-x", "-p", "no:cacheprovider", "-m", here)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
    assert SERVER_NEEDED not in done.stdout
    passed = re.search(r"^(\d+) passed", done.stdout, re.MULTILINE)
    assert passed is not None, done.stdout[-2000:]
    assert int(passed[1]) >= AT_LEAST
