"""The sheet every plate is printed on: tone, grain and fibres, made once from a fixed seed."""

import math
import random
from collections.abc import Callable
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
import skia

from generation.backends.schematic.drawing.palette import PAPER, colour, line

SEED: Final = 20260
TONE: Final = (0xF4, 0xEC, 0xDB)
CLOUDS: Final = ((1, 1.7), (3, 1.3), (24, 1.0), (160, 1.4))  # cell size in pixels, strength
FIBRES: Final = 320


@cache
def sheet(width: int, height: int, grain: bool) -> skia.Image:  # noqa: FBT001  WONTFIX: a cache key
    """The empty sheet as a picture; an even tone without ``grain``."""
    if not grain:
        surface = skia.Surface(width, height)
        surface.getCanvas().clear(colour(PAPER))
        return surface.makeImageSnapshot()
    pixels = _mottled(width, height)
    surface = skia.Surface(pixels)
    _draw_fibres(surface.getCanvas(), width, height)
    return surface.makeImageSnapshot()


def printed(size: tuple[int, int], grain: bool, draw: Callable[[skia.Canvas], None]) -> skia.Image:  # noqa: FBT001  WONTFIX: passed on
    """A sheet of ``size`` pixels with something on it, opaque and in the byte order of the frames: laying it down is a copy."""
    kind = (skia.ColorType.kRGBA_8888_ColorType, skia.AlphaType.kOpaque_AlphaType)
    surface = skia.Surface.MakeRaster(skia.ImageInfo.Make(*size, *kind))
    canvas = surface.getCanvas()
    canvas.drawImage(sheet(*size, grain), 0, 0)
    draw(canvas)
    return surface.makeImageSnapshot()


def _mottled(width: int, height: int) -> npt.NDArray[np.uint8]:
    chance = np.random.default_rng(SEED)
    noise = np.zeros((height, width), np.float32)
    for cell, strength in CLOUDS:
        rough = chance.standard_normal((height // cell + 2, width // cell + 2)).astype(np.float32)
        noise += strength * _stretched(rough, width, height)
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    edge = 5 * ((across / width * 2 - 1) ** 2 + (down / height * 2 - 1) ** 2)
    tint = np.array(TONE, np.float32) + noise[..., None] * np.array([1, 1, 0.95], np.float32)
    tint -= edge[..., None] * np.array([1, 1.15, 1.6], np.float32)
    pixels = np.full((height, width, 4), 255, np.uint8)
    pixels[..., :3] = np.clip(tint, 0, 255).astype(np.uint8)
    return pixels


def _stretched(rough: npt.NDArray[np.float32], width: int, height: int) -> npt.NDArray[np.float32]:
    rows = np.linspace(0, rough.shape[0] - 1.001, height, dtype=np.float32)
    columns = np.linspace(0, rough.shape[1] - 1.001, width, dtype=np.float32)
    top, left = rows.astype(int), columns.astype(int)
    down, across = (rows - top)[:, None], (columns - left)[None]
    upper = rough[top][:, left] * (1 - across) + rough[top][:, left + 1] * across
    lower = rough[top + 1][:, left] * (1 - across) + rough[top + 1][:, left + 1] * across
    smooth: npt.NDArray[np.float32] = upper * (1 - down) + lower * down
    return smooth


def _draw_fibres(canvas: skia.Canvas, width: int, height: int) -> None:
    chance = random.Random(SEED)  # noqa: S311  WONTFIX: drawing, not secrets
    for _ in range(FIBRES):
        x, y, turn = chance.random() * width, chance.random() * height, chance.random() * math.tau
        long, bend = chance.uniform(8, 38), chance.uniform(-0.5, 0.5)
        dx, dy = math.cos(turn) * long, math.sin(turn) * long
        path = skia.Path()
        path.moveTo(x, y)
        path.quadTo(x + dx / 2 - dy * bend, y + dy / 2 + dx * bend, x + dx, y + dy)
        tint = chance.choice(["#B8A582", "#FFFDF6", "#CDBD9F"])
        canvas.drawPath(path, line(tint, chance.uniform(0.5, 1.0), chance.uniform(0.12, 0.34)))
