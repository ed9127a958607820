"""What workpieces are made of: the colours and the grain with which a shape is filled. What nobody said is grey.

The grain is a small tile drawn once, so that filling a shape that changes in every frame stays cheap.
"""

import math
import random
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

import skia

from generation.backends.schematic.drawing.palette import GREY, INK, PALE, colour, fill, line

TILE: Final = 192


class Grain(StrEnum):
    """The pattern of a surface."""

    PLAIN = "plain"
    HATCH = "hatch"  # clay, metal: slanting engraver's lines
    WOOD = "wood"
    WEAVE = "weave"
    SPECKLE = "speckle"  # stone, powder, food
    WATER = "water"


@dataclass(frozen=True, slots=True)
class Stuff:
    """A material: the colour of its body, of its lines, and its grain."""

    body: str
    dark: str
    grain: Grain


CLAY: Final = Stuff("#CFA87E", "#8F6645", Grain.HATCH)
METAL: Final = Stuff("#C9C0AE", "#5A4E42", Grain.HATCH)
COPPER: Final = Stuff("#D29A6A", "#7E4A22", Grain.HATCH)
GOLD: Final = Stuff("#D9B25A", "#8A6420", Grain.HATCH)
WOOD: Final = Stuff("#D9BE93", "#7C5A34", Grain.WOOD)
BAMBOO: Final = Stuff("#CFC38A", "#6F6A36", Grain.WOOD)
CLOTH: Final = Stuff("#FFFDF7", "#B3A48D", Grain.WEAVE)
PAPER: Final = Stuff("#FFFDF6", "#B3A48D", Grain.PLAIN)
THREAD: Final = Stuff("#EFE4CC", "#8C7B62", Grain.PLAIN)
STONE: Final = Stuff("#CFCBC0", "#6B665C", Grain.SPECKLE)
POWDER: Final = Stuff("#D8CDB6", "#8A7B62", Grain.SPECKLE)
FOOD: Final = Stuff("#DDB98C", "#8A5A3A", Grain.SPECKLE)
PLANT: Final = Stuff("#A9B58A", "#55633C", Grain.HATCH)
LEATHER: Final = Stuff("#C79A6B", "#74502C", Grain.SPECKLE)
WAX: Final = Stuff("#E2B25E", "#8A5A16", Grain.PLAIN)
LACQUER: Final = Stuff("#6B2A22", "#3A1612", Grain.PLAIN)
DYE: Final = Stuff("#D6CCB8", "#7A6D5D", Grain.WATER)  # of a colour that nobody said
INDIGO: Final = Stuff("#46647C", "#1F3A50", Grain.WATER)
SOOT: Final = Stuff("#4A433C", "#1D1814", Grain.PLAIN)
OIL: Final = Stuff("#DDBB62", "#8A6420", Grain.WATER)
MOLTEN: Final = Stuff("#E09A52", "#8A3A16", Grain.PLAIN)
BONE: Final = Stuff("#F2EAD6", "#9C8A6A", Grain.HATCH)
SEED: Final = Stuff("#C79E68", "#6E4A26", Grain.SPECKLE)
WATER: Final = Stuff("#BFD4D6", "#4E7480", Grain.WATER)
PORCELAIN: Final = Stuff("#F4F1E8", "#8B93A0", Grain.PLAIN)
UNSAID: Final = Stuff(PALE, GREY, Grain.PLAIN)


def lay(canvas: skia.Canvas, shape: skia.Path, stuff: Stuff, *, outline: float = 2.2) -> None:
    """Fill a shape with a material and draw its outline; one that nobody said is grey and dashed."""
    canvas.drawPath(shape, fill(stuff.body))
    if stuff.grain is not Grain.PLAIN:
        canvas.drawPath(shape, _texture(stuff, _filter(canvas)))
    if outline:
        dash = (7.0, 5.0) if stuff is UNSAID else None
        canvas.drawPath(shape, line(GREY if stuff is UNSAID else INK, outline, dash=dash))


def _filter(canvas: skia.Canvas) -> skia.FilterMode:
    """A tile that is only moved or mirrored needs no smoothing, which costs four times as much."""
    matrix = canvas.getTotalMatrix()
    upright = abs(matrix.getScaleX()) == 1 == abs(matrix.getScaleY())
    return skia.FilterMode.kNearest if upright else skia.FilterMode.kLinear


@cache
def _texture(stuff: Stuff, smoothing: skia.FilterMode) -> skia.Paint:
    surface = skia.Surface(TILE, TILE)
    canvas = surface.getCanvas()
    canvas.clear(colour("#FFFFFF", 0.0))
    LINES[stuff.grain](canvas, stuff)
    tile = skia.TileMode.kRepeat
    shader = surface.makeImageSnapshot().makeShader(tile, tile, skia.SamplingOptions(smoothing))
    return skia.Paint(AntiAlias=True, Shader=shader)


def _hatch(canvas: skia.Canvas, stuff: Stuff) -> None:
    for offset in range(-TILE, 2 * TILE, 8):
        canvas.drawLine(offset - 4, TILE + 4, offset + TILE + 4, -4, line(stuff.dark, 1.1, 0.55))


def _wood(canvas: skia.Canvas, stuff: Stuff) -> None:
    for index, level in enumerate(range(3, TILE, 7)):
        path, sway = skia.Path(), 1.6 + index % 3
        path.moveTo(0, level)
        for x in range(0, TILE + 1, 12):
            path.lineTo(x, level + sway * math.sin(math.tau * x / TILE + index * 1.7))
        canvas.drawPath(path, line(stuff.dark, 0.9, 0.5))


def _weave(canvas: skia.Canvas, stuff: Stuff) -> None:
    for at in range(0, TILE, 6):
        canvas.drawLine(at, 0, at, TILE, line(stuff.dark, 0.7, 0.45))
        canvas.drawLine(0, at, TILE, at, line(stuff.dark, 0.7, 0.45))


def _speckle(canvas: skia.Canvas, stuff: Stuff) -> None:
    chance = random.Random(41)  # noqa: S311  WONTFIX: drawing, not secrets
    for _ in range(150):
        x, y = chance.uniform(3, TILE - 3), chance.uniform(3, TILE - 3)
        canvas.drawCircle(x, y, chance.uniform(0.6, 1.6), fill(stuff.dark, chance.uniform(0.35, 0.7)))


def _water(canvas: skia.Canvas, stuff: Stuff) -> None:
    for index, level in enumerate(range(8, TILE, 16)):
        path = skia.Path()
        path.moveTo(-24 + index % 2 * 24, level)
        for x in range(-24 + index % 2 * 24, TILE + 24, 48):
            path.quadTo(x + 12, level - 5, x + 24, level)
            path.quadTo(x + 36, level + 5, x + 48, level)
        canvas.drawPath(path, line(stuff.dark, 1.0, 0.5))


LINES: Final = {
    Grain.HATCH: _hatch,
    Grain.WOOD: _wood,
    Grain.WEAVE: _weave,
    Grain.SPECKLE: _speckle,
    Grain.WATER: _water,
}
