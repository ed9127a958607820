"""Something soft or loose goes into a hole: from outside, and in a section that shows it fill."""

import math
from dataclasses import dataclass
from typing import Final

import skia

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, curve, hatching, ink
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import CARD, GREY, INK, RED, SAID_COLOURS, fill, line
from generation.backends.schematic.drawing.text import CAPTION, Pen, clipped
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    ease,
    mirrored,
    span,
    write_hand_tag,
)
from generation.backends.schematic.scenes.pierce.words import bare
from generation.backends.schematic.scenes.props.sprite import hand_sprite
from generation.backends.schematic.things.hands import Pose
from generation.backends.schematic.things.stuff import UNSAID, Grain, Stuff, lay
from generation.backends.schematic.things.workpieces import Form, Workpiece, kind_of
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

PIECES: Final = ("颗", "粒", "个", "枚", "团", "块", "把", "只", "次", "下", "遍", "回")
MOST: Final = 12
UNSAID_PIECES: Final = 5
BODIES: Final = (Form.SHEET, Form.BLOCK, Form.LUMP, Form.VESSEL)
UPRIGHT: Final = -52.0  # degrees by which the hand points down into the hole


@dataclass(frozen=True, slots=True)
class Stuffing:
    """What is stuffed, into what, in how many pieces, and how deep the hole is said to be."""

    thing: Workpiece
    body: Workpiece
    pieces: int
    depth: Amount | None

    @property
    def loose(self) -> bool:
        """Whether it is pieces that keep their shape."""
        return self.thing.form is Form.ROUND


def stuffing_in(reading: Reading) -> Stuffing:
    """The stuffing that the words name. The last of two materials, or the place, is what it goes into."""
    named = [(term.text, kind) for term in reading.step.material if (kind := kind_of(term.text))]
    inside = [(term.text, kind) for term in reading.step.place if (kind := kind_of(term.text))]
    bodies = [(text, kind) for text, kind in (*inside, *named[1:]) if kind[0] in BODIES]
    body = Workpiece(bare(bodies[0][0]), *bodies[0][1]) if bodies else None
    thing = Workpiece(named[0][0], named[0][1][0], _tinted(*named[0])) if named else None
    return Stuffing(
        thing or reading.assume("塞的东西", Workpiece(_name(reading), Form.LUMP, UNSAID)),
        body or reading.assume("塞进的地方", Workpiece("", Form.LUMP, UNSAID)),
        _pieces(reading),
        reading.amount(Measure.DEPTH),
    )


def _tinted(name: str, kind: tuple[Form, Stuff]) -> Stuff:
    """A bean or bead in the colour of its name (红豆)."""
    code = next((code for word, code in SAID_COLOURS.items() if fold(name).startswith(word)), None)
    return Stuff(code, INK, Grain.PLAIN) if code and kind[0] is Form.ROUND else kind[1]


def _name(reading: Reading) -> str:
    return reading.step.material[0].text if reading.step.material else ""


def _pieces(reading: Reading) -> int:
    said = [*reading.amounts(Measure.COUNT), *reading.amounts(Measure.REPETITION)]
    for one in said:
        if one.unit.replace("個", "个") in PIECES and not one.ranged and one.middle.is_integer():
            return int(one.middle) if one.middle <= MOST else reading.assume("画出的个数", UNSAID_PIECES)
    return reading.assume("塞的次数", UNSAID_PIECES)


def beat_at(moment: Moment, pieces: int) -> tuple[int, float]:
    """Which piece is under way, and how far it is in, 0 to 1. The first one is on its way from the start."""
    share = min(span(moment.share, 0, 0.94) * pieces + 0.18, pieces - 0.001)
    index, phase = divmod(share, 1)
    if moment.share >= 0.94:
        return pieces - 1, 1.0
    return int(index), ease(span(phase, 0.1, 0.75))


class StuffOutside(Figure):
    """The body with its mouth, and the hand that pushes."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"全貌·{reading.step.action.text[:4]}", Pace.ASSUMED, Scale.NONE)
        self.stuffing = stuffing_in(reading)
        self.holder = reading.holder()
        self.size = min(1.2, stage.height / 300, stage.width / 440)
        self.axis = stage.x + stage.width / 2
        self.mouth = (self.axis - 20 * self.size, stage.y + stage.height * 0.5)
        self.body = self._body(stage.bottom - 24)
        self.lip = skia.Path()
        self.lip.addOval(self._oval(66, 20))
        self.piece = lump(22 * self.size)
        self.hand = hand_sprite(self.holder, Pose(turn=UPRIGHT, size=0.58 * self.size))

    def _oval(self, across: float, up: float) -> skia.Rect:
        (x, y), size = self.mouth, self.size
        return skia.Rect.MakeLTRB(x - across * size, y - up * size, x + across * size, y + up * size)

    def _body(self, bottom: float) -> skia.Path:
        (x, y), size = self.mouth, self.size
        wide = 150 * size
        right = [
            (66 * size, 0),
            (wide, (bottom - y) * 0.42),
            (wide * 0.94, (bottom - y) * 0.82),
            (wide * 0.5, bottom - y),
        ]
        points = [(x + dx, y + dy) for dx, dy in right] + [(x - dx, y + dy) for dx, dy in reversed(right)]
        return curve(points, closed=True, tension=1.4)

    def still(self, pen: Pen) -> None:
        """The body and its dark mouth."""
        canvas, stuffing = pen.canvas, self.stuffing
        with mirrored(canvas, self.axis, when=self.holder.left):
            lay(canvas, self.body, stuffing.body.stuff)
            self._draw_shade(canvas)
            if stuffing.body.said:
                canvas.drawPath(ink(self.body, 3.2, seed=5), fill(INK))
            canvas.drawPath(self.lip, fill("#5C4A3A"))
            canvas.drawPath(self.lip, line(INK if stuffing.body.said else GREY, 2.4))
        stage = self.panel.stage
        style = CAPTION.but(halo=CARD, anchor="m")
        x = self.mouth[0] if not self.holder.left else 2 * self.axis - self.mouth[0]
        words = clipped(stuffing.body.name, style, 200 * self.size)
        pen.write(words, x, stage.bottom - 60 * self.size, style)

    def _draw_shade(self, canvas: skia.Canvas) -> None:
        """Engraver's lines on the side away from the light."""
        lit = skia.Path(self.body)
        lit.offset(-20 * self.size, -18 * self.size)
        canvas.save()
        canvas.clipPath(self.body, doAntiAlias=True)
        canvas.clipPath(lit, skia.ClipOp.kDifference, doAntiAlias=True)
        canvas.drawPath(hatching(self.body.getBounds(), -52, 6), line(self.stuffing.body.stuff.dark, 1.3, 0.9))
        canvas.restore()

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The piece between the fingers, on its way into the mouth."""
        canvas, (x, y), size = pen.canvas, self.mouth, self.size
        index, way = beat_at(moment, self.stuffing.pieces)
        level = y - 84 * size * (1 - way) + 4 * size
        with mirrored(canvas, self.axis, when=self.holder.left):
            self._draw_inside(canvas, index, way)
            canvas.save()
            canvas.clipPath(self._open(), doAntiAlias=True)
            canvas.translate(x, level)
            lay(canvas, self.piece, self.stuffing.thing.stuff)
            canvas.restore()
            self.hand.draw(canvas, (x + 12 * size, level - 18 * size))
            draw_push(canvas, (x - 100 * size, y - 78 * size), 60 * size)
        write_hand_tag(pen, self.holder, self.panel.stage)

    def _open(self) -> skia.Path:
        """Above the near lip: what goes deeper is hidden by the body."""
        stage, path = self.panel.stage, skia.Path()
        path.addRect(skia.Rect.MakeLTRB(stage.x, stage.y, stage.right, self.mouth[1]))
        path.addOval(self._oval(66, 20))
        return path

    def _draw_inside(self, canvas: skia.Canvas, index: int, way: float) -> None:
        filled = (index + way) / self.stuffing.pieces
        if filled < 0.5:
            return
        canvas.save()
        canvas.clipPath(self.lip, doAntiAlias=True)
        canvas.translate(0, 46 * self.size * (1 - filled))
        lay(canvas, self.lip, self.stuffing.thing.stuff)
        canvas.restore()


def lump(radius: float) -> skia.Path:
    """A soft lump about its own middle."""
    points = [
        (radius * (1 + 0.12 * math.sin(3 * turn)) * math.cos(turn), radius * 0.86 * math.sin(turn))
        for turn in (math.tau * step / 12 for step in range(12))
    ]
    return curve(points, closed=True)


def draw_push(canvas: skia.Canvas, start: Point, long: float) -> None:
    """A red arrow downwards."""
    end = (start[0], start[1] + long)
    canvas.drawLine(*start, *end, line(RED, 3))
    arrow(canvas, (end[0], end[1] + 8), math.pi / 2, 17, RED)
