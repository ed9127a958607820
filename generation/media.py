"""Where films are made before they are put in place: a working folder beside the files it will become."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.core.files.storage import default_storage

PARTIAL = ".partial"


class FinishedFile(File):  # type: ignore[type-arg]  # WONTFIX: generic only in the stubs
    """A finished local file on its way into storage. Django's file storage moves it in one step; others read it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.open("rb"), name=path.name)
        self.path = path

    def temporary_file_path(self) -> str:
        """Tells :class:`django.core.files.storage.FileSystemStorage` to move instead of copy."""
        return str(self.path)


def partial_folder() -> Path:
    """The folder of all unfinished work, in the storage's own file system where it has one."""
    try:
        return Path(default_storage.path(PARTIAL))
    except NotImplementedError:
        return Path(tempfile.gettempdir()) / "jiyi-partial"


@contextmanager
def workspace(name: str) -> Iterator[Path]:
    """An empty folder for one film, gone afterwards whatever happens."""
    folder = partial_folder() / name
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep(keep: set[str]) -> int:
    """Remove the working folders that killed workers left behind; ``keep`` names those in use."""
    if not partial_folder().is_dir():
        return 0
    left = [folder for folder in partial_folder().iterdir() if folder.name not in keep]
    for folder in left:
        shutil.rmtree(folder, ignore_errors=True)
    return len(left)


def free_bytes() -> int:
    """How much room is left where films are made."""
    place = partial_folder()
    while not place.exists():
        place = place.parent
    return shutil.disk_usage(place).free


def store(field: Any, path: Path) -> None:
    """Put a finished file in place under the name its model field gives it, and flush it to the disk."""
    flush(path)
    with FinishedFile(path) as content:
        field.save(path.name, content, save=False)
    try:
        flush(Path(field.path).parent)
    except NotImplementedError:
        return  # an object store has no folders to flush


def flush(path: Path) -> None:
    """Wait until a file, or the entries of a folder, are really on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
