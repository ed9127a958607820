"""How fast schematic films are drawn, labelled, encoded and checked, beside real time (24 frames a second)."""

import tempfile
from pathlib import Path

from bench.timing import best_seconds, markdown
from generation.backends.base import RenderRequest
from generation.backends.schematic import Schematic
from generation.backends.schematic.samples import SAMPLES
from generation.postproduction.film import Origin, make_film

NAMES = ("stitch", "flatten", "draw", "cut")


def table() -> str:
    """Frames a second from request to probed file, and the ratio to the playing speed."""
    rows = [(name, *_figures(SAMPLES[name])) for name in NAMES]
    return markdown(("template", "frames a second", "times real time"), rows)


def _figures(request: RenderRequest) -> tuple[str, str]:
    speed = request.frames / best_seconds(lambda: _film(request))
    return f"{speed:.0f}", f"{speed / request.fps:.2f}"


def _film(request: RenderRequest) -> None:
    backend = Schematic()
    planned = backend.plan(request)
    origin = Origin(kind=backend.kind, backend=backend.name, recipe_sha256="0" * 64, producer="JIYI-BENCH-PRODUCER")
    with tempfile.TemporaryDirectory() as folder:
        rendering = backend.render(planned, on_progress=lambda _: None, is_cancelled=lambda: False)
        make_film(planned, rendering, origin=origin, folder=Path(folder))
