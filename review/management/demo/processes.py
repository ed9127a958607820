"""The processes of a running Jiyi: a worker, a scheduler, and the web server in this one."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import waitress
from django.conf import settings
from django.core.wsgi import get_wsgi_application

CELERY = (sys.executable, "-m", "celery", "--app", "config", "--quiet")
WORKER = (
    "worker",
    "--queues",
    "cpu",
    "--concurrency",
    "2",
    "--loglevel",
    "WARNING",
    "--without-gossip",
    "--without-mingle",
)
SCHEDULER = ("beat", "--loglevel", "WARNING", "--pidfile", "")
STOP_SECONDS = 15


@contextmanager
def worker() -> Iterator[None]:
    """A Celery worker in a process of its own, stopped when the block ends."""
    for folder in ("messages", "control"):
        (Path(settings.BROKER_DIR) / folder).mkdir(parents=True, exist_ok=True)
    with _celery(WORKER):
        yield


@contextmanager
def scheduler() -> Iterator[None]:
    """Celery's beat: rings the reconcilers."""
    with _celery(SCHEDULER):
        yield


def serve(port: int) -> None:
    """Serve the site on the loopback address until interrupted."""
    waitress.serve(get_wsgi_application(), host="127.0.0.1", port=port, threads=8, ident="jiyi", _quiet=True)


def serve_everything(port: int) -> None:
    """Web, worker and scheduler together, until interrupted."""
    with ExitStack() as stack:
        stack.enter_context(worker())
        stack.enter_context(scheduler())
        serve(port)


@contextmanager
def _celery(arguments: tuple[str, ...]) -> Iterator[None]:
    """Start a Celery process; what it says goes to ``var/log``. It gets a polite stop, then a hard one."""
    log = Path(settings.VAR_DIR) / "log" / f"{arguments[0]}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as out:
        process = subprocess.Popen(  # noqa: S603  CONFIG: fixed arguments
            [*CELERY, *arguments], cwd=settings.BASE_DIR, env=os.environ.copy(), stdout=out, stderr=out
        )
        try:
            yield
        finally:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
