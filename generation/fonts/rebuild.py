"""Build the film fonts and the web font from a pinned npm package.

    python -m generation.fonts.rebuild [--tarball FILE]

Needs npm and the fonttools and Brotli of `requirements/dev.txt`.  Running it again
gives the same bytes while those two keep their versions; other bytes change
`font_sha256()` and so the recipe of every film.
"""

import argparse
import hashlib
import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from generation.fonts import FILM_FONTS, FOLDER
from generation.fonts.charset import film_characters, web_characters

PACKAGE = "@expo-google-fonts/noto-serif-sc@0.4.3"
PACKAGE_SHA256 = "ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e"
MEMBERS = {
    "regular": "package/400Regular/NotoSerifSC_400Regular.ttf",
    "semibold": "package/600SemiBold/NotoSerifSC_600SemiBold.ttf",
}
WEB_FONT = FOLDER.parents[1] / "static" / "fonts" / "NotoSerifSC-web.woff2"

# The renderer draws glyph by glyph: no layout, no hinting, no vertical metrics.
FILM_FEATURES: list[str] = []
# A browser trims full-width punctuation with halt and chws.
WEB_FEATURES = ["kern", "halt", "chws"]


class ChangedPackageError(Exception):
    """The downloaded package is not the one this module was written for."""


def main() -> None:
    """Read the command line, then write both film fonts and the web font.

    Raises ChangedPackageError when the package has another SHA-256.
    """
    parser = argparse.ArgumentParser(description="Build the fonts from their npm package.")
    parser.add_argument("--tarball", type=Path, help="package already downloaded by npm pack")
    tarball: Path | None = parser.parse_args().tarball
    with tempfile.TemporaryDirectory() as folder:
        rebuild(tarball or download(Path(folder)))
    for path in (*FILM_FONTS.values(), WEB_FONT):
        sys.stdout.write(f"{path.name}: {path.stat().st_size:,} bytes\n")


def download(folder: Path) -> Path:
    """Fetch the package into `folder` and return its path.

    Raises FileNotFoundError without npm, CalledProcessError when npm fails.
    """
    npm = shutil.which("npm")
    if npm is None:
        raise FileNotFoundError("npm is missing: install Node.js or pass --tarball")
    subprocess.run([npm, "pack", "--silent", PACKAGE], cwd=folder, check=True)  # noqa: S603 WONTFIX fixed words only
    return next(folder.glob("*.tgz"))


def rebuild(tarball: Path) -> None:
    """Write the three fonts from the npm package `tarball`.

    Raises ChangedPackageError when it has another SHA-256.
    """
    found = hashlib.sha256(tarball.read_bytes()).hexdigest()
    if found != PACKAGE_SHA256:
        raise ChangedPackageError(f"{PACKAGE} has SHA-256 {found}, expected {PACKAGE_SHA256}")
    sources = read_members(tarball)
    for weight, path in FILM_FONTS.items():
        path.write_bytes(subset(sources[weight], film_characters(), FILM_FEATURES))
    web = subset(sources["semibold"], web_characters(), WEB_FEATURES, flavor="woff2")
    WEB_FONT.parent.mkdir(parents=True, exist_ok=True)
    WEB_FONT.write_bytes(web)


def read_members(tarball: Path) -> dict[str, bytes]:
    """Return the source fonts by weight; raise KeyError when one is not packed."""
    with tarfile.open(tarball) as archive:
        return {weight: _read(archive, name) for weight, name in MEMBERS.items()}


def subset(source: bytes, characters: Iterable[str], features: list[str], flavor: str | None = None) -> bytes:
    """Return `source` reduced to `characters` that it has, as TTF or as `flavor`.

    The same input gives the same bytes: the date inside stays that of the source.
    """
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    cutter = Subsetter(_options(features))
    cutter.populate(unicodes=[ord(character) for character in characters])
    cutter.subset(font)
    font.flavor = flavor
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()


def _options(features: list[str]) -> Options:
    options = Options()
    options.layout_features = features
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.drop_tables += ["BASE", "STAT", "DSIG", "vhea", "vmtx", "gasp"]
    return options


def _read(archive: tarfile.TarFile, name: str) -> bytes:
    packed = archive.extractfile(name)
    if packed is None:
        raise KeyError(f"{name} is not a plain file in the package")
    return packed.read()


if __name__ == "__main__":
    main()
