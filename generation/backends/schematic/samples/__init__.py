"""Steps built from sentences of our own, one module a template, to look at plates without a transcript reader."""

from typing import Final

from generation.backends.base import RenderRequest
from generation.backends.schematic.samples import card, cut, draw, flatten, stitch

SAMPLES: Final[dict[str, RenderRequest]] = {
    name: request for module in (stitch, flatten, draw, cut, card) for name, request in module.SAMPLES.items()
}
