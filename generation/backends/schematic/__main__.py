"""Look at what the renderer draws.

``python -m generation.backends.schematic stills --out DIR`` draws sample steps as PNG files;
``python -m generation.backends.schematic gallery --out FILE.png`` draws all hands, tools and templates on sheets.
"""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

import skia

from generation.backends.schematic import Schematic
from generation.backends.schematic.film import Film
from generation.backends.schematic.gallery import gallery
from generation.backends.schematic.samples import SAMPLES


def main() -> int:
    """Run the asked command."""
    parser = argparse.ArgumentParser(prog="generation.backends.schematic", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    still = commands.add_parser("stills", help="sample steps at some parts of their film")
    still.add_argument("--out", type=Path, required=True, help="folder for the PNG files")
    still.add_argument("--at", type=float, nargs="*", default=[0.0, 0.72], help="parts of the film, 0 to 1")
    still.add_argument("--only", choices=sorted(SAMPLES), nargs="*", metavar="NAME", help="these samples only")
    sheet = commands.add_parser("gallery", help="all hands, tools and templates")
    sheet.add_argument("--out", type=Path, required=True, help="the first PNG file; further ones get a number")
    asked = parser.parse_args()
    for line in stills(asked) if asked.command == "stills" else map(str, gallery(asked.out)):
        sys.stdout.write(f"{line}\n")
    return 0


def stills(asked: argparse.Namespace) -> list[str]:
    """Write one PNG for each sample and each asked part of its film; what was written."""
    asked.out.mkdir(parents=True, exist_ok=True)
    backend, written = Schematic(), []
    for name in asked.only or SAMPLES:
        request = backend.plan(replace(SAMPLES[name], frames=145))
        film = Film(request, grain=backend.paper_grain)
        for share in asked.at:
            surface = skia.Surface(request.width, request.height)
            film.draw(round(share * (request.frames - 1)), surface.getCanvas())
            target = asked.out / f"{name}_{round(share * 100):03d}.png"
            surface.makeImageSnapshot().save(str(target))
            written.append(f"{target}  {request.settings['template']}")
    return written


if __name__ == "__main__":
    raise SystemExit(main())
