"""Only one demonstration at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class AlreadyRunningError(Exception):
    """Another process holds the lock; ``pid`` is its process id as it wrote it down."""

    def __init__(self, pid: str) -> None:
        super().__init__(f"another demonstration is running (process {pid})")
        self.pid = pid


@contextmanager
def only_one(file: Path) -> Iterator[None]:
    """Hold the lock while the block runs. The system drops it with the process, however it ends.

    Raises :class:`AlreadyRunningError` at once when somebody else holds it.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a+") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            handle.seek(0)
            raise AlreadyRunningError(handle.read().strip() or "?") from None
        handle.truncate(0)
        handle.write(str(os.getpid()))
        handle.flush()
        yield
