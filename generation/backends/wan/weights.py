"""The identity of a model's files. Sixty gigabytes are read once; afterwards size and time of change vouch for them."""

import contextlib
import hashlib
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from pydantic import BaseModel, TypeAdapter, ValidationError

from generation.backends.wan.folder import Model

REMEMBERED: Final = "jiyi-checksums.json"  # beside model_index.json; may be deleted at any time


class Known(BaseModel):
    """A file as it was when it was read."""

    size: int
    mtime_ns: int
    sha256: str


KNOWN_FILES: Final = TypeAdapter(dict[str, Known])


def file_checksums(model: Model) -> dict[str, str]:
    """Name -> SHA-256 of every file the pipeline is loaded from."""
    before = _recall(model.folder)
    now = {path.relative_to(model.folder).as_posix(): _known(path, before, model.folder) for path in model.files}
    if now != before:
        _remember(model.folder, now)
    return {name: known.sha256 for name, known in now.items()}


def combined(checksums: Mapping[str, str]) -> str:
    """One SHA-256 for all files and their names."""
    lines = "".join(f"{checksum}  {name}\n" for name, checksum in sorted(checksums.items()))
    return hashlib.sha256(lines.encode()).hexdigest()


def _known(path: Path, before: Mapping[str, Known], folder: Path) -> Known:
    state = path.stat()
    known = before.get(path.relative_to(folder).as_posix())
    if known and (known.size, known.mtime_ns) == (state.st_size, state.st_mtime_ns):
        return known
    checksum = _sha256(path, state.st_size, state.st_mtime_ns)
    return Known(size=state.st_size, mtime_ns=state.st_mtime_ns, sha256=checksum)


@lru_cache(maxsize=256)
def _sha256(path: Path, size: int, mtime_ns: int) -> str:
    """Remembered in memory too: the folder may be read-only."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _recall(folder: Path) -> dict[str, Known]:
    try:
        return KNOWN_FILES.validate_json((folder / REMEMBERED).read_bytes())
    except (OSError, ValidationError):
        return {}


def _remember(folder: Path, known: dict[str, Known]) -> None:
    with contextlib.suppress(OSError):
        draft = folder / f"{REMEMBERED}.{os.getpid()}"
        draft.write_bytes(KNOWN_FILES.dump_json(known, indent=1))
        draft.replace(folder / REMEMBERED)
