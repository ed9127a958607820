"""The fonts every film is drawn with, kept in the repository so films repeat exactly."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

FOLDER: Final = Path(__file__).resolve().parent
FILM_FONTS: Final[Mapping[str, Path]] = MappingProxyType(
    {
        "regular": FOLDER / "NotoSerifSC-Regular.ttf",
        "semibold": FOLDER / "NotoSerifSC-SemiBold.ttf",
    }
)


@cache
def font_sha256() -> str:
    """Return the SHA-256 over both film fonts, as hex; part of the recipe of a film.

    Read once per process.  Raises FileNotFoundError when a font is missing.
    """
    return sha256_of(FILM_FONTS.values())


def sha256_of(paths: Iterable[Path]) -> str:
    """Return the SHA-256 over the digests of `paths` in their order, as hex."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()
