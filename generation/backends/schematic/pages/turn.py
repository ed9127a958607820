"""The turn of a page: a leaf of rice paper lifted at its left edge and laid over to the right, where it is bound."""

import math
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import rectangle
from generation.backends.schematic.drawing.palette import INK, colour
from generation.backends.schematic.scenes.base import ease

BEND: Final = 46.0  # radius of the bent paper, in pixels
LEAN: Final = 6.0  # degrees: a hand takes the leaf at its lower corner
SHINE: Final = 0.1  # how much of the print shows through the back of the leaf
SHADOW: Final = 80.0
DARK: Final = 0.3
GLOOM: Final = 0.06  # of the hollow behind the bend
FAR: Final = 4000.0


class Turn:
    """An old page on its way over a new one; ``blank`` is the empty back of the leaf.

    Between the words that go and those that come lies the back of the leaf, so that they are never read together.
    """

    def __init__(self, old: skia.Image, new: skia.Image, blank: skia.Image) -> None:
        self.old, self.new, self.blank = old, new, blank
        self.width, self.height = float(old.width()), float(old.height())

    def draw(self, canvas: skia.Canvas, share: float) -> None:
        """The moment at which ``share`` of the turn is done, 0 to 1."""
        fold = self._fold(ease(share))
        over = self._over(fold)
        leaf = _moved(rectangle(0, 0, self.width, self.height), over)
        canvas.drawImage(self.new, 0, 0)
        self._draw_band(canvas, fold, (-BEND, -BEND - SHADOW), (DARK, 0.0))
        canvas.save()
        canvas.clipPath(_moved(rectangle(0, -FAR, FAR, 2 * FAR), fold), doAntiAlias=True)
        canvas.drawImage(self.old, 0, 0)
        canvas.drawPath(leaf, _soft_shadow())
        canvas.restore()
        canvas.save()
        canvas.clipPath(_moved(rectangle(-BEND, -FAR, FAR, 2 * FAR), fold), doAntiAlias=True)
        canvas.clipPath(leaf, doAntiAlias=True)
        canvas.save()
        canvas.concat(over)
        canvas.drawImage(self.blank, 0, 0)
        canvas.drawImage(self.old, 0, 0, skia.SamplingOptions(skia.FilterMode.kLinear), skia.Paint(Alphaf=SHINE))
        canvas.restore()
        self._draw_band(canvas, fold, (-BEND, BEND * 0.4), (DARK, 0.0))
        self._draw_band(canvas, fold, (BEND * 0.4, BEND * 1.6), (0.0, GLOOM))
        self._draw_band(canvas, fold, (BEND * 1.6, BEND * 4), (GLOOM, 0.0))
        canvas.restore()

    def _fold(self, share: float) -> skia.Matrix:
        """Where the bend runs: its own y axis is the line along which the leaf leaves the book."""
        aside = math.tan(math.radians(LEAN)) * self.height / 2
        x = -aside + (self.width + BEND + SHADOW + 2 * aside) * share
        return skia.Matrix.Translate(x, self.height / 2).preRotate(LEAN)

    @staticmethod
    def _over(fold: skia.Matrix) -> skia.Matrix:
        """From a place on the page to its place once turned over; half the bend takes its own length of paper."""
        upright = skia.Matrix()
        fold.invert(upright)
        mirror = skia.Matrix.Translate(-math.pi * BEND, 0).preScale(-1, 1)
        return skia.Matrix.Concat(skia.Matrix.Concat(fold, mirror), upright)

    def _draw_band(
        self, canvas: skia.Canvas, fold: skia.Matrix, ends: tuple[float, float], dark: tuple[float, float]
    ) -> None:
        """Shade along the bend, from one distance of it to another."""
        paint = skia.Paint(
            Shader=skia.GradientShader.MakeLinear(
                [skia.Point(ends[0], 0), skia.Point(ends[1], 0)], [colour(INK, part) for part in dark]
            )
        )
        canvas.save()
        canvas.concat(fold)
        canvas.drawRect(skia.Rect.MakeLTRB(min(ends), -FAR, max(ends), FAR), paint)
        canvas.restore()


def _moved(path: skia.Path, matrix: skia.Matrix) -> skia.Path:
    path.transform(matrix)
    return path


def _soft_shadow() -> skia.Paint:
    blur = skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 14)
    return skia.Paint(AntiAlias=True, Color=colour(INK, DARK), MaskFilter=blur)
