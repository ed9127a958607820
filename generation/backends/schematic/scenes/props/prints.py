"""What is drawn once and laid down in every frame; a copy costs a fifth of the drawing."""

from collections.abc import Callable
from typing import Final

import numpy as np
import skia

RGBA: Final = skia.ColorType.kRGBA_8888_ColorType  # the order of a frame's bytes
WIDTH: Final = 80  # pixels of a strip

Strip = tuple[skia.Image, int, int]  # with the place of its upper left corner


class Print:
    """A drawing in upright strips, each as tall as what is on it: a slanting arm fills little of its box.

    ``draw`` draws in its own coordinates; what leaves ``box`` is lost.
    """

    def __init__(self, draw: Callable[[skia.Canvas], None], box: skia.IRect) -> None:
        pixels = np.zeros((max(1, box.height()), max(1, box.width()), 4), np.uint8)
        canvas = skia.Surface(pixels, RGBA, skia.AlphaType.kPremul_AlphaType).getCanvas()
        canvas.translate(-box.left(), -box.top())
        draw(canvas)
        self._strips: list[Strip] = []
        for left in range(0, pixels.shape[1], WIDTH):
            part = pixels[:, left : left + WIDTH]
            shown = part[..., 3] > 0
            rows, columns = np.flatnonzero(shown.any(axis=1)), np.flatnonzero(shown.any(axis=0))
            if rows.size:
                inked = np.ascontiguousarray(part[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])
                image = skia.Image.fromarray(inked, RGBA, alphaType=skia.AlphaType.kPremul_AlphaType)
                self._strips.append((image, box.left() + left + int(columns[0]), box.top() + int(rows[0])))

    def bounds(self) -> skia.IRect:
        """The smallest box round everything that was drawn."""
        found = skia.IRect.MakeEmpty()
        for image, left, top in self._strips:
            found.join(skia.IRect.MakeXYWH(left, top, image.width(), image.height()))
        return found

    def lay(self, canvas: skia.Canvas, x: int = 0, y: int = 0) -> None:
        """Lay it down, moved by whole pixels."""
        for image, left, top in self._strips:
            canvas.drawImage(image, x + left, y + top)
