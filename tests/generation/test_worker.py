"""A real Celery worker on the broker that needs no server: killed, restarted, cancelled. And a web process without models."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest
from django.db import connection
from psycopg.rows import dict_row

ROOT = Path(__file__).resolve().parents[2]
LEASE = 2
Job = dict[str, Any]
SETTINGS = f"""
from config.settings.local import *

GENERATION_BACKENDS = {{
    "default": {{"BACKEND": "tests.generation.fake_backend.Fake", "OPTIONS": {{"seconds_per_frame": 0.15}}}},
}}
GENERATION_LEASE_SECONDS = {LEASE}
GENERATION_MIN_FREE_BYTES = 0
"""
SCENE = """
from generation import services, tasks
from generation.storyboard import storyboard_for
from tests.factories import TechniqueSpecFactory, grant
spec = TechniqueSpecFactory.create()
grant(spec.technique.bearer)
shot = storyboard_for(spec).shots.get(number=1)
for seed in range(3):
    tasks.ring(tasks.enqueue(services.make_recipe(shot, seed=seed)))  # every message comes twice
"""


class House:
    """A Jiyi of its own in a temporary folder, reached only through processes."""

    def __init__(self, folder: Path, database: str) -> None:
        self.folder, self.database = folder, database
        (folder / "house_settings.py").write_text(SETTINGS)
        for name in ("messages", "control"):
            (folder / "broker" / name).mkdir(parents=True)
        self.env = os.environ | {
            "JIYI_VAR": str(folder),
            "DATABASE_URL": database,
            "ELASTICSEARCH_URL": "" if database.startswith("sqlite") else "http://127.0.0.1:9",
            "DJANGO_SETTINGS_MODULE": "house_settings",
            "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}",
        }
        self.workers: list[subprocess.Popen[bytes]] = []

    def manage(self, *args: str) -> str:
        command = [sys.executable, "manage.py", *args]
        return subprocess.run(command, cwd=ROOT, env=self.env, check=True, capture_output=True, text=True).stdout

    def shell(self, code: str) -> None:
        self.manage("shell", "--no-imports", "-c", code)

    def jobs(self) -> list[Job]:
        """Every job as it stands in the database."""
        return self.query("SELECT id, recipe_id, status, progress, error_code FROM generation_job ORDER BY id")

    def query(self, sql: str) -> list[Job]:
        """What another program reads in the database, without any Django."""
        if not self.database.startswith("sqlite"):
            with psycopg.connect(self.database, row_factory=dict_row) as server:
                return server.execute(sql.encode()).fetchall()
        with closing(sqlite3.connect(self.folder / "jiyi.sqlite3", timeout=20)) as file:
            file.row_factory = sqlite3.Row
            return [dict(row) for row in file.execute(sql)]

    def start_worker(self) -> subprocess.Popen[bytes]:
        command = [
            sys.executable,
            "-m",
            "celery",
            "-A",
            "config",
            "worker",
            "-c",
            "1",
            "-Q",
            "cpu",
            "--loglevel",
            "INFO",
        ]
        with (self.folder / f"worker{len(self.workers)}.log").open("wb") as log:
            worker = subprocess.Popen(
                command, cwd=ROOT, env=self.env, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
            )
        self.workers.append(worker)
        return worker

    def wait(self, ready: Callable[[list[Job]], bool], seconds: float = 60) -> list[Job]:
        """The jobs as soon as they stand as wished."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if ready(jobs := self.jobs()):
                return jobs
            time.sleep(0.05)
        logs = "\n".join(path.read_text() for path in self.folder.glob("worker*.log"))
        pytest.fail(f"{self.jobs()}\n{logs}")

    def clean_up(self) -> None:
        for worker in self.workers:
            if worker.poll() is None:
                os.killpg(worker.pid, signal.SIGKILL)
            worker.wait()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[str]:
    """The address of an empty database, of the kind that these tests run on."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path / 'jiyi.sqlite3'}"
        return
    server, name = os.environ["DATABASE_URL"], f"house_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"create database {name}".encode())
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
        admin.execute(f"drop database {name} with (force)".encode())


@pytest.fixture
def house(tmp_path: Path, database: str) -> Iterator[House]:
    built = House(tmp_path, database)
    built.manage("migrate", "--verbosity", "0")
    built.shell(SCENE)
    yield built
    built.clean_up()


def count(jobs: list[Job], status: str) -> int:
    return sum(job["status"] == status for job in jobs)


def is_drawing(jobs: list[Job]) -> bool:
    return any(job["status"] == "running" and job["progress"] > 0 for job in jobs)


def all_ended(jobs: list[Job]) -> bool:
    return count(jobs, "queued") == count(jobs, "running") == 0


def test_a_killed_worker_loses_nothing_and_doubles_nothing(house: House) -> None:
    worker = house.start_worker()
    house.wait(is_drawing)
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()
    assert count(house.jobs(), "running") == 1

    time.sleep(LEASE + 0.5)
    counts = json.loads(house.manage("reconcile", "--json"))
    assert (counts["lost"], counts["retried"]) == (1, 1)
    house.start_worker()
    time.sleep(LEASE + 0.5)
    # The killed worker may have held the messages of other jobs as well; the new one keeps its lease.
    assert json.loads(house.manage("reconcile", "--json"))["lost"] == 0
    jobs = house.wait(all_ended)

    assert [job["status"] for job in jobs if job["error_code"]] == ["failed"]
    assert [job["error_code"] for job in jobs if job["error_code"]] == ["worker_lost"]
    assert count(jobs, "done") == 3
    assert len(house.query("SELECT id FROM archive_statuschange WHERE new = 'running'")) == 4
    takes = [row["recipe_id"] for row in house.query("SELECT recipe_id FROM generation_take")]
    assert sorted(takes) == sorted({job["recipe_id"] for job in jobs})
    assert len(list((house.folder / "media" / "takes").glob("*.mp4"))) == 3
    assert list((house.folder / "media" / ".partial").iterdir()) == []


def test_a_running_job_hears_of_its_cancellation_and_the_others_go_on(house: House) -> None:
    house.start_worker()
    running = next(job["id"] for job in house.wait(is_drawing) if job["status"] == "running")
    house.shell(
        f"from generation.models import Job; from generation.services import cancel; cancel(Job.objects.get(pk={running}))"
    )
    jobs = house.wait(all_ended)
    assert [job["status"] for job in jobs if job["id"] == running] == ["cancelled"]
    assert count(jobs, "done") == 2


WEB = """
import sys, config.wsgi
from django.urls import get_resolver
get_resolver().url_patterns
print([name for name in ("torch", "diffusers", "transformers", "skia") if name in sys.modules])
"""
VERBS = """
import sys, django
django.setup()
import generation.tasks, generation.services, generation.storyboard
print([name for name in ("torch", "diffusers", "transformers", "skia", "av", "PIL") if name in sys.modules])
"""


@pytest.mark.parametrize("code", [WEB, VERBS])
def test_no_film_model_and_no_drawing_library_enters_the_web_process(code: str) -> None:
    env = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings.test"}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
