"""The processes of a running Jiyi: a worker, a scheduler, and the web server in this one."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import waitress
from django.conf import settings
from django.core.wsgi import get_wsgi_application

from generation.services import get_backend

CELERY = (sys.executable, "-m", "celery", "--app", "config", "--quiet")
WORKER = ("--concurrency", "2", "--loglevel", "WARNING", "--without-gossip", "--without-mingle")
SCHEDULER = ("beat", "--loglevel", "WARNING", "--pidfile", "")
STOP_SECONDS = 15
MAX_STARTS = 3


class ProcessGoneError(Exception):
    """A process of ours ends again and again; the message names its log."""


class PortBusyError(Exception):
    """Something else listens on the port; the message says what to do."""


class CeleryProcess:
    """A Celery process of our own. What it says goes to ``var/log``."""

    def __init__(self, *arguments: str) -> None:
        self.arguments = arguments
        self.log = Path(settings.VAR_DIR) / "log" / f"{arguments[0]}.log"
        self.starts = 0
        self.process = self._start()

    def ensure(self) -> None:
        """Start the process again if it has ended. Raises :class:`ProcessGoneError` when that does not help."""
        if self.process.poll() is None:
            return
        if self.starts >= MAX_STARTS:
            raise ProcessGoneError(
                f"后台进程反复退出，原因见 {self.log} · the background process keeps ending, see {self.log}"
            )
        self.process = self._start()

    def stop(self) -> None:
        """A polite stop, then a hard one."""
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _start(self) -> subprocess.Popen[bytes]:
        self.starts += 1
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as out:
            return subprocess.Popen(  # noqa: S603  CONFIG: fixed arguments
                [*CELERY, *self.arguments], cwd=settings.BASE_DIR, env=os.environ.copy(), stdout=out, stderr=out
            )


@contextmanager
def worker() -> Iterator[CeleryProcess]:
    """A worker for every queue that the configured backends use, stopped when the block ends."""
    with _running("worker", "--queues", ",".join(queues()), *WORKER) as process:
        yield process


@contextmanager
def scheduler() -> Iterator[CeleryProcess]:
    """Celery's beat: rings the reconcilers."""
    with _running(*SCHEDULER) as process:
        yield process


def queues() -> list[str]:
    """The queues that the configured backends use on this one machine."""
    return sorted(
        {"gpu" if get_backend(alias).needs_accelerator else "cpu" for alias in settings.GENERATION_BACKENDS} | {"cpu"}
    )


def check_port(port: int) -> None:
    """Raise :class:`PortBusyError` when something else already listens there: said before the work, not after it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise PortBusyError(
                f"端口 {port} 已被占用，请停下那个程序，或加 --port 换一个。 Port {port} is in use: stop that program or choose another with --port."
            ) from error


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
def _running(*arguments: str) -> Iterator[CeleryProcess]:
    process = CeleryProcess(*arguments)
    try:
        yield process
    finally:
        process.stop()
