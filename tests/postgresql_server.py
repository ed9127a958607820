"""A PostgreSQL for tests: a cluster of its own in a temporary folder, reached through a socket in that folder."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg

DEBIAN = Path("/usr/lib/postgresql")
NAME = "jiyi"
QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"  # what it holds is thrown away


def programs() -> Path | None:
    """Where ``initdb`` and ``pg_ctl`` are; Debian keeps them out of the path. The newest, or ``None``."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    versions = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return versions[-1].parent if versions else None


@contextmanager
def running() -> Iterator[str]:
    """A server with one empty database; gives its address. PostgreSQL refuses to run as root."""
    folder = Path(tempfile.mkdtemp(prefix="jiyi-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    data = ["-D", str(folder / "data")]
    try:
        _run(folder, "initdb", *data, "-U", NAME, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
        _run(folder, "pg_ctl", *data, "-w", "-o", f"-k {folder} -c listen_addresses='' {QUICK}", "start")
        try:
            yield _with_database(f"postgres://{NAME}@{quote(str(folder), safe='')}")
        finally:
            _run(folder, "pg_ctl", *data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _run(folder: Path, program: str, *args: str) -> None:
    where = programs()
    assert where is not None
    as_user = [_runuser(), "-u", "postgres", "--"] if os.geteuid() == 0 else []
    log = folder / "log"
    with log.open("a") as output:  # a pipe would stay open for as long as the server lives
        command = [*as_user, str(where / program), *args]
        done = subprocess.run(command, cwd=folder, stdout=output, stderr=output, timeout=60, check=False)
    assert done.returncode == 0, log.read_text()


def _runuser() -> str:
    """The program that runs another as somebody else; Debian keeps it out of many paths."""
    found = shutil.which("runuser", path=os.pathsep.join(["/usr/sbin", "/sbin", os.environ.get("PATH", "")]))
    assert found, "runuser (Debian: util-linux) is needed to start PostgreSQL as root"
    return found


def _with_database(server: str) -> str:
    with psycopg.connect(f"{server}/postgres", autocommit=True) as admin:
        admin.execute(f"create database {NAME}".encode())
    return f"{server}/{NAME}"
