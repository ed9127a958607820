"""What is put into a vessel, over a fire or on a line: one drawing for each form of workpiece, dry and wet."""

import math
from collections.abc import Callable
from typing import Final

import skia

from craftnlp.lexicon.folding import fold
from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.drawing.palette import INK, SAID_COLOURS, fill
from generation.backends.schematic.scenes.props.load_forms import (
    draw_block,
    draw_heap,
    draw_leaves,
    draw_lump,
    draw_rods,
    draw_rounds,
    draw_seeds,
    draw_sheet,
    draw_slab,
    draw_stems,
    draw_strand,
    draw_vessel,
)  # fmt: skip
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.stuff import UNSAID, Stuff
from generation.backends.schematic.things.workpieces import Form, Workpiece, kind_of, workpiece_in
from generation.backends.schematic.words.reading import Reading

WET: Final = (86, 92, 84)
WETNESS: Final = 0.34
Drawing = Callable[[skia.Canvas, Point, Stuff], None]
SHARPNESS: Final = 2  # of the drawing that is laid down turned or scaled


def moist(stuff: Stuff) -> Stuff:
    """The same stuff soaked: darker."""
    code = int(stuff.body[1:], 16)
    parts = ((code >> 16) & 255, (code >> 8) & 255, code & 255)
    mixed = [round(part + (wet - part) * WETNESS) for part, wet in zip(parts, WET, strict=True)]
    return Stuff("#" + "".join(f"{part:02X}" for part in mixed), stuff.dark, stuff.grain)


class Load:
    """A workpiece drawn once, its middle at the origin, as wide and tall as ``size`` (pixels).

    ``coat`` is what covers it where it was dipped, instead of wetness; ``drawing`` another look than that of its form.
    """

    def __init__(self, work: Workpiece, size: Point, coat: Stuff | None = None, drawing: Drawing | None = None) -> None:
        self.work = work
        self.drawing = drawing or _drawing_of(work)
        self.width, self.height = size
        self.dry = self._images(work.stuff)
        # What nobody named shows no wetness either: a grey thing stays grey.
        self.wet = self._images(coat or moist(work.stuff)) if work.said or coat else self.dry

    @property
    def bounds(self) -> skia.Rect:
        """The box of the drawing, with its outline."""
        return skia.Rect.MakeLTRB(-self.width / 2 - 6, -self.height / 2 - 6, self.width / 2 + 6, self.height / 2 + 6)

    def _images(self, stuff: Stuff) -> tuple[skia.Image, skia.Image]:
        """The drawing as large as it is shown, and larger, so that it stays sharp when it turns."""
        return self._image(stuff, 1), self._image(stuff, SHARPNESS)

    def _image(self, stuff: Stuff, scale: int) -> skia.Image:
        box = self.bounds
        surface = skia.Surface(math.ceil(box.width() * scale), math.ceil(box.height() * scale))
        canvas = surface.getCanvas()
        canvas.scale(scale, scale)
        canvas.translate(-box.left(), -box.top())
        self.drawing(canvas, (self.width, self.height), stuff)
        return surface.makeImageSnapshot()

    def draw(self, canvas: skia.Canvas, at: Point, *, wet: float = 0.0, turn: float = 0.0) -> None:
        """Draw it at a point; ``wet`` 0 to 1."""
        canvas.save()
        canvas.translate(*at)
        canvas.rotate(turn)
        if wet < 0.99 or self.wet is self.dry:
            self._lay(canvas, self.dry, 1.0)
        if wet > 0.01 and self.wet is not self.dry:
            self._lay(canvas, self.wet, min(1.0, wet))
        canvas.restore()

    def draw_coat(self, canvas: skia.Canvas, at: Point, line: float) -> None:
        """What is wet or coated below a line; ``line`` is its height (y) seen from the middle."""
        if line < self.height / 2 and self.wet is not self.dry:
            canvas.save()
            canvas.translate(*at)
            canvas.clipRect(skia.Rect.MakeLTRB(-self.width, line, self.width, self.height))
            self._lay(canvas, self.wet, 1.0)
            canvas.restore()

    def _lay(self, canvas: skia.Canvas, images: tuple[skia.Image, skia.Image], alpha: float) -> None:
        """Unturned it goes down at whole pixels, which costs a quarter of smoothing it."""
        box, matrix = self.bounds, canvas.getTotalMatrix()
        side = matrix.getScaleX()
        if abs(side) == 1 == matrix.getScaleY() and not matrix.getSkewX():
            spot = matrix.mapXY(box.left(), box.top())
            canvas.save()
            canvas.resetMatrix()
            canvas.translate(round(spot.x()), round(spot.y()))
            canvas.scale(side, 1)
            canvas.drawImage(images[0], 0, 0, skia.SamplingOptions(), fill(INK, alpha))
            canvas.restore()
            return
        sharp = skia.Rect.MakeWH(box.width() * SHARPNESS, box.height() * SHARPNESS)
        canvas.drawImageRect(images[1], sharp, box, skia.SamplingOptions(skia.FilterMode.kLinear), fill(INK, alpha))


DRAWINGS: Final[dict[Form, Drawing]] = {
    Form.RODS: draw_rods,
    Form.SHEET: draw_sheet,
    Form.STRAND: draw_strand,
    Form.LUMP: draw_lump,
    Form.BLOCK: draw_block,
    Form.ROUND: draw_rounds,
    Form.VESSEL: draw_vessel,
    Form.POWDER: draw_heap,
}


SEEDS: Final = ("豆", "珠", "籽", "米", "果", "核")
SPECIAL: Final[tuple[tuple[tuple[str, ...], tuple[Form, ...], Drawing], ...]] = (
    (SEEDS, (Form.ROUND,), draw_seeds),
    (("茶",), (Form.LUMP, Form.RODS), draw_leaves),
    (("板", "片", "瓦"), (Form.BLOCK,), draw_slab),
)


def _drawing_of(work: Workpiece) -> Drawing:
    """Seeds, leaves and slabs have a look of their own within their form."""
    name = fold(work.name)
    for words, forms, drawing in SPECIAL:
        if work.form in forms and name.rstrip("子叶").endswith(words):
            return drawing
    return draw_stems if work.stuff.dark == stuffs.PLANT.dark else DRAWINGS.get(work.form, draw_lump)


def rolled(work: Workpiece | None) -> bool:
    """Whether it is tea leaves."""
    return work is not None and _drawing_of(work) is draw_leaves


def load_in(reading: Reading, unsaid: Form = Form.LUMP) -> Workpiece:
    """The first said material that is no liquid; of one whose form nobody knows, or of none, the look is assumed."""
    names = []
    for term in reading.step.material:
        kind = kind_of(term.text)
        if kind is None:
            names.append(term.text)
        elif kind[0] is not Form.LIQUID:
            return _coloured(workpiece_in(reading, *DRAWINGS, unsaid=unsaid))
    return reading.assume(f"{names[0]}的样子" if names else "料的样子", Workpiece("", unsaid, UNSAID))


def _coloured(work: Workpiece) -> Workpiece:
    """Beans and beads have the colour that their name says."""
    code = next((code for word, code in SAID_COLOURS.items() if word in fold(work.name)), None)
    if code and work.form is Form.ROUND:
        return Workpiece(work.name, work.form, Stuff(code, work.stuff.dark, stuffs.Grain.PLAIN))
    return work
