"""Look at what the renderer draws.

``python -m generation.backends.schematic stills --out DIR`` draws sample steps as PNG files;
``python -m generation.backends.schematic gallery --out FILE.png`` draws all hands, tools and templates on one sheet;
``python -m generation.backends.schematic coverage FILE…`` says which steps of specifications or passages are drawn.
"""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Final

import skia

from craftnlp import CueError
from generation.backends.schematic import Schematic
from generation.backends.schematic.coverage import coverage, steps_in
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
    sheet.add_argument("--out", type=Path, required=True, help="the PNG file")
    cover = commands.add_parser("coverage", help="which steps get a drawn plate, and why the others do not")
    cover.add_argument("files", type=Path, nargs="+", metavar="FILE", help="specification JSON or passages .jsonl")
    cover.add_argument("--least", type=float, default=0.0, metavar="SHARE", help="fail below this share, 0 to 1")
    asked = parser.parse_args()
    try:
        return RUNS[asked.command](asked)
    except (CueError, OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 1


def draw_stills(asked: argparse.Namespace) -> int:
    """Write one PNG for each sample and each asked part of its film."""
    asked.out.mkdir(parents=True, exist_ok=True)
    backend = Schematic()
    for name in asked.only or SAMPLES:
        request = backend.plan(replace(SAMPLES[name], frames=145))
        film = Film(request, grain=backend.paper_grain)
        for share in asked.at:
            surface = skia.Surface(request.width, request.height)
            film.draw(round(share * (request.frames - 1)), surface.getCanvas())
            target = asked.out / f"{name}_{round(share * 100):03d}.png"
            surface.makeImageSnapshot().save(str(target))
            sys.stdout.write(f"{target}  {request.settings['template']}\n")
    return 0


def draw_gallery(asked: argparse.Namespace) -> int:
    """Write the sheet."""
    gallery(asked.out)
    sys.stdout.write(f"{asked.out}\n")
    return 0


def tell_coverage(asked: argparse.Namespace) -> int:
    """Print a line for each step, then the share that is drawn; 1 when it is less than asked."""
    found = coverage(step for path in asked.files for step in steps_in(path))
    for line in found.lines():
        sys.stdout.write(f"{line}\n")
    return int(found.share < asked.least)


RUNS: Final = {"stills": draw_stills, "gallery": draw_gallery, "coverage": tell_coverage}


if __name__ == "__main__":
    raise SystemExit(main())
