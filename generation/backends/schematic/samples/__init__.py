"""Steps built from sentences of our own, one module a template, to look at plates without a transcript reader."""

from typing import Final

from generation.backends.base import RenderRequest
from generation.backends.schematic.samples import (
    card,
    carve,
    check,
    coat,
    cook,
    cut,
    dig,
    draw,
    drill,
    dry,
    fire,
    flatten,
    fold,
    join,
    knead,
    mix,
    pierce,
    place,
    pour,
    press,
    pull,
    roll,
    rub,
    scrape,
    sever,
    soak,
    stitch,
    strike,
    twist,
    weave,
    wheel,
    wrap,
)

MODULES: Final = (
    *(stitch, pierce, pull),
    *(flatten, strike, press, roll, knead, twist),
    *(cut, drill, dig, rub, scrape, carve, sever),
    *(draw, coat, wheel, join),
    *(soak, fire, cook, dry),
    *(fold, weave, wrap),
    *(pour, mix, place, check),
    card,
)
SAMPLES: Final[dict[str, RenderRequest]] = {
    name: request for module in MODULES for name, request in module.SAMPLES.items()
}
