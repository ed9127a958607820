"""Draw stills of sample steps to look at: ``python -m generation.backends.schematic --out DIR``."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

import skia

from generation.backends.schematic import Schematic
from generation.backends.schematic.film import Film
from generation.backends.schematic.samples import SAMPLES


def main() -> int:
    """Write one PNG for each sample and each asked part of the film."""
    parser = argparse.ArgumentParser(prog="generation.backends.schematic", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for the PNG files")
    parser.add_argument("--at", type=float, nargs="*", default=[0.0, 0.72], help="parts of the film, 0 to 1")
    parser.add_argument("--only", choices=sorted(SAMPLES), nargs="*", help="these samples only")
    asked = parser.parse_args()
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


if __name__ == "__main__":
    raise SystemExit(main())
