"""Threads, ropes, wires and strips as the scenes of winding, knotting, weaving and twisting show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import skia

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Term
from generation.backends.schematic.drawing.palette import GREY, INK, line
from generation.backends.schematic.things.stuff import BAMBOO, UNSAID, Grain, Stuff
from generation.backends.schematic.things.workpieces import Form, Workpiece, kind_of, workpiece_in
from generation.backends.schematic.words.reading import Reading

STRIPS: Final = ("篾", "藤", "竹丝", "竹片", "竹条", "苇", "柳条", "草", "麦秆")
IN_PASSING: Final = ("麻绳", "棉绳", "草绳", "绳", "铁丝", "铜丝", "银丝")  # said, but in no field of the step
EDGE: Final = 2.0  # pixels of outline on each side
LAY: Final = (1.6, 5.4)  # the marks of the lay: dark, then gap
THIN: Final = 6.0  # below this no lay is seen


@dataclass(frozen=True, slots=True)
class Strand:
    """A strand of a stuff, so many pixels wide; one that nobody said is grey and dashed."""

    stuff: Stuff
    width: float

    @property
    def said(self) -> bool:
        """Whether the words say what it is made of."""
        return self.stuff is not UNSAID

    @property
    def smooth(self) -> bool:
        """Wire and strips are smooth; threads and ropes show the marks of their lay."""
        return self.stuff.grain in (Grain.HATCH, Grain.WOOD)

    def draw(self, canvas: skia.Canvas, path: skia.Path, alpha: float = 1.0, *, flat: bool = False) -> None:
        """Draw it along a line; paler where it is not sure that it is there, its ends ``flat`` where it goes on."""
        for paint in _paints(self, alpha, flat=flat):
            canvas.drawPath(path, paint)

    def draw_body(self, canvas: skia.Canvas, path: skia.Path) -> None:
        """Its edge and its body alone, with flat ends: for pieces whose marks are drawn together."""
        for paint in _paints(self, 1.0, flat=True)[:2]:
            canvas.drawPath(path, paint)

    def draw_marks(self, canvas: skia.Canvas, path: skia.Path) -> None:
        """The marks along it alone."""
        canvas.drawPath(path, _paints(self, 1.0, flat=True)[2])


@cache
def _paints(strand: Strand, alpha: float, *, flat: bool) -> tuple[skia.Paint, ...]:
    """The strokes that make a strand, one over the other: edge, body, marks."""
    stuff, wide = strand.stuff, strand.width
    base = (line(INK if strand.said else GREY, wide + 2 * EDGE, alpha), line(stuff.body, wide, alpha))
    for paint in base if flat else ():
        paint.setStrokeCap(skia.Paint.kButt_Cap)
    if not strand.said:
        return (*base, line(GREY, 1.4, alpha, dash=(7, 5)))
    if strand.smooth or wide < THIN:
        return (*base, line(stuff.dark, max(0.8, wide * 0.14), 0.55 * alpha))
    return (*base, line(stuff.dark, wide * 0.76, 0.5 * alpha, dash=LAY))


def strand_in(reading: Reading, unsaid: str) -> Workpiece:
    """The strand of the step: thread, rope, wire or strips among its materials, else its tools; else assumed."""
    for term in (*reading.step.material, *reading.step.tool):
        if any(word in fold(term.text) for word in STRIPS):
            return Workpiece(term.text, Form.STRAND, BAMBOO)
    terms: tuple[Term, ...] = (*reading.step.material, *reading.step.place)
    if any((kind_of(term.text) or (None,))[0] is Form.STRAND for term in terms):
        return workpiece_in(reading, Form.STRAND, unsaid=Form.STRAND)
    for term in reading.step.tool:
        kind = kind_of(term.text)
        if kind and kind[0] is Form.STRAND:
            return Workpiece(term.text, *kind)
    loose = next((word for word in IN_PASSING if word in reading.words), "")
    kind = kind_of(loose)
    return Workpiece(loose, *kind) if kind else reading.assume(unsaid, Workpiece("", Form.STRAND, UNSAID))


def other_than(reading: Reading, strand: Workpiece, forms: Sequence[Form]) -> Workpiece | None:
    """What besides the strand was said and has one of the forms: the thing that is wound or tied."""
    for term in (*reading.step.place, *reading.step.material):
        kind = kind_of(term.text)
        if kind and kind[0] in forms and term.text != strand.name:
            return Workpiece(term.text, *kind)
    return None
