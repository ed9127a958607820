"""How fast schematic films are drawn, labelled, encoded and checked, beside real time (24 frames a second)."""

import tempfile
from pathlib import Path

from bench.timing import best_seconds, markdown
from generation.backends.base import Rendering, RenderRequest
from generation.backends.schematic import Schematic
from generation.backends.schematic.samples import SAMPLES
from generation.postproduction.film import Origin, make_film

NAMES = ("stitch", "flatten", "draw", "cut")


def table() -> str:
    """Frames a second from request to probed file, and the ratio to the playing speed."""
    rows = [(name, *_figures(SAMPLES[name])) for name in NAMES]
    return markdown(("template", "frames a second", "times real time"), rows)


def _figures(request: RenderRequest) -> tuple[str, str]:
    speed = request.frames / best_seconds(lambda: film(request))
    return f"{speed:.0f}", f"{speed / request.fps:.2f}"


def film(request: RenderRequest) -> None:
    """One film from request to probed file, poster and captions; the files are thrown away."""
    finish(request, begin(request))


def begin(request: RenderRequest) -> Rendering:
    """Choose the template and set the page."""
    backend = Schematic()
    return backend.render(backend.plan(request), on_progress=lambda _: None, is_cancelled=lambda: False)


def finish(request: RenderRequest, rendering: Rendering) -> None:
    """Take all frames and make the files."""
    origin = Origin(kind=Schematic.kind, backend=Schematic.name, recipe_sha256="0" * 64, producer="JIYI-BENCH-PRODUCER")
    with tempfile.TemporaryDirectory() as folder:
        make_film(request, rendering, origin=origin, folder=Path(folder))
