"""A thread through the eye of a needle: both hands, and the eye magnified."""

from typing import Final

import skia

from craftnlp.spec import HandSide
from generation.backends.schematic.drawing.lines import Point, circle, curve, polygon, rectangle
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import INK, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    draw_holder,
    ease,
    mirrored,
    span,
    write_hand_tag,
)
from generation.backends.schematic.scenes.props.lens import lens_in
from generation.backends.schematic.scenes.props.sprite import Sprite, hand_sprite
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID, lay
from generation.backends.schematic.things.tools import NEEDLE, draw_tool
from generation.backends.schematic.words.reading import SIDE_NAMES, Holder, Reading

PLAIN_THREAD: Final = "#9A8D7C"
DARK: Final = "#4B3F35"
HOLDS_NEEDLE: Final = ("手拿针", "手捏针", "手持针", "手拿着针", "手捏着针", "手捏住针")
EYE: Final = 186.0  # pixels from the point of the needle to its eye
STEEL: Final = "#DAD6CB"


def hands_in(reading: Reading) -> tuple[Holder, Holder]:
    """The hand with the thread and the hand with the needle. Only a hand that was said has a name."""
    one = reading.holder()
    sides = {hand.side for hand in reading.step.hand}
    both = {HandSide.LEFT, HandSide.RIGHT} <= sides
    name = SIDE_NAMES[HandSide.RIGHT if one.left else HandSide.LEFT]
    other = Holder(name, not one.left) if both else reading.assume("另一只手", Holder("", not one.left))
    if one.said and reading.says(*HOLDS_NEEDLE):
        return other, one
    return one, other


def names_needle(reading: Reading) -> bool:
    """Whether the thread goes through a needle; 穿线 alone does not say through what."""
    return reading.says("针", "纫")


def way_in(moment: Moment) -> float:
    """How far the thread is through, 0 to 1: up to the eye, a rest while it is aimed, then through."""
    return 0.34 * ease(span(moment.share, 0, 0.3)) + 0.66 * ease(span(moment.share, 0.4, 0.86))


class ThreadHands(Figure):
    """The needle upright in one hand, the end of the thread between the fingers of the other."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, "持针穿线", Pace.ASSUMED, Scale.NONE)
        self.thread_hand, self.needle_hand = hands_in(reading)
        self.colour = reading.colour("线色", ("线", "丝", "绒")) or PLAIN_THREAD
        self.named = names_needle(reading)
        reading.assume("针与线的粗细" if self.named else "线穿过什么", None)
        self.size = min(1.3, stage.height / 290, stage.width / 470)
        self.axis = stage.x + stage.width / 2
        eye_x = self.axis - 36 * self.size
        self.eye = (eye_x, stage.y + stage.height * 0.3)
        self.leading = hand_sprite(self.thread_hand, Pose(grip=Grip.STRAND, turn=10, size=0.66 * self.size))
        self.long = (stage.height * 0.62) / 200  # size of the needle

    def still(self, pen: Pen) -> None:
        """The needle and the hand that holds it."""
        with mirrored(pen.canvas, self.axis, when=self.thread_hand.left):
            (x, y), long = self.eye, self.long
            if self.named:
                draw_tool(pen.canvas, NEEDLE, (x, y + EYE * long), -90, long)
            else:
                self._draw_strip(pen.canvas)
            at = (x + 2, y + 118 * long)
            pose = Pose(at=at, turn=16, size=0.66 * self.size, mirrored=True)
            draw_holder(pen.canvas, self.needle_hand, pose)

    def _draw_strip(self, canvas: skia.Canvas) -> None:
        """A grey strip with a hole, where no needle was said."""
        (x, y), size = self.eye, self.size
        strip = rectangle(x - 20 * size, y - 34 * size, 40 * size, EYE * self.long, 4)
        strip.addPath(circle(x, y, 7 * size))
        strip.setFillType(skia.PathFillType.kEvenOdd)
        lay(canvas, strip, UNSAID)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The thread, its hand, and the way it goes."""
        canvas = pen.canvas
        with mirrored(canvas, self.axis, when=self.thread_hand.left):
            self._draw_thread(canvas, way_in(moment))
        write_hand_tag(pen, self.thread_hand, self.panel.stage)
        write_hand_tag(pen, self.needle_hand, self.panel.stage)

    def _draw_thread(self, canvas: skia.Canvas, way: float) -> None:
        (x, y), size = self.eye, self.size
        tip = x + (92 - 190 * way) * size
        hand = max(tip + 58 * size, x + 42 * size)
        path = self._thread((tip, y), hand, way)
        canvas.drawPath(path, line(DARK, 4.6))
        canvas.drawPath(path, line(self.colour, 2.8))
        self.leading.draw(canvas, (hand, y))
        level = y - 34 * size
        canvas.drawLine(x - 24 * size, level, x - 84 * size, level, line(RED, 3))
        arrow(canvas, (x - 94 * size, level), 3.14159, 17, RED)
        canvas.drawCircle(x, y, 10, line(RED, 2.2))

    def _thread(self, tip: Point, hand: float, way: float) -> skia.Path:
        (x, y), size = self.eye, self.size
        past = max(0.0, x - tip[0])
        drop = past * (0.3 + 0.5 * way)
        end = [(x - past * 0.8, y + drop)] if past > 4 else [tip]
        middle = [(x - past * 0.4, y + drop * 0.24), (x, y)] if past > 4 else []
        return curve([*end, *middle, (hand, y), (hand + 60 * size, y + 24 * size), (hand + 96 * size, y + 150 * size)])


class ThreadEye(Figure):
    """The eye in the glass: the thread goes in at the front and leaves behind."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, "针眼", Pace.ASSUMED, Scale.NONE)
        self.left = hands_in(reading)[0].left
        self.colour = reading.colour("线色", ("线", "丝", "绒")) or PLAIN_THREAD
        self.named = names_needle(reading)
        self.lens = lens_in(stage, rise=2)
        self.middle, self.radius = self.lens.middle, self.lens.radius
        self.head = self._head()
        self.strand = Sprite(
            self._draw_ply, skia.Rect.MakeLTRB(-4, -self.radius * 0.1, self.radius * 2, self.radius * 0.1)
        )

    def _head(self) -> skia.Path:
        """The head of the needle with its eye left open; without a needle, a plate with a hole."""
        (x, y), r = self.middle, self.radius
        path = skia.Path()
        if self.named:
            path.moveTo(x - r * 0.2, y + r * 1.2)
            path.cubicTo(x - r * 0.2, y + r * 0.5, x - r * 0.3, y, x - r * 0.27, y - r * 0.36)
            path.cubicTo(x - r * 0.24, y - r * 0.86, x + r * 0.24, y - r * 0.86, x + r * 0.27, y - r * 0.36)
            path.cubicTo(x + r * 0.3, y, x + r * 0.2, y + r * 0.5, x + r * 0.2, y + r * 1.2)
            path.close()
        else:
            path.addRect(skia.Rect.MakeLTRB(x - r * 0.36, y - r, x + r * 0.36, y + r))
        path.addOval(skia.Rect.MakeLTRB(x - r * 0.13, y - r * 0.52, x + r * 0.13, y + r * 0.3))
        path.setFillType(skia.PathFillType.kEvenOdd)
        return path

    def _draw_ply(self, canvas: skia.Canvas) -> None:
        """A twisted thread with its end at the origin, running to the right."""
        half, long = self.radius * 0.075, self.radius * 4
        body = polygon(
            [(0, -half * 0.3), (half * 3, -half), (long, -half), (long, half), (half * 3, half), (0, half * 0.3)]
        )
        canvas.drawPath(body, fill(self.colour))
        plies = skia.Path()
        for step in range(1, int(long / (half * 1.5))):
            at = step * half * 1.5
            plies.moveTo(at - half * 0.7, half)
            plies.cubicTo(at, half * 0.4, at, -half * 0.4, at + half * 0.9, -half)
        canvas.save()
        canvas.clipPath(body, doAntiAlias=True)
        canvas.drawPath(plies, line(DARK, 1.5, 0.8))
        canvas.restore()
        canvas.drawPath(body, line(INK, 2))

    def still(self, pen: Pen) -> None:
        """The glass."""
        self.lens.draw_glass(pen.canvas)
        self.lens.draw_rim(pen.canvas)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The thread behind, the needle, the thread in front."""
        canvas, (x, y), r = pen.canvas, self.middle, self.radius
        tip = x + r * (0.75 - 1.6 * way_in(moment))
        with self.lens.inside(canvas), mirrored(canvas, x, when=self.left):
            self._draw_strand(canvas, tip, skia.Rect.MakeLTRB(x - r, y - r, x, y + r))
            if self.named:
                canvas.drawPath(self.head, fill(STEEL))
                canvas.drawPath(self.head, line(INK, 2.6))
            else:
                lay(canvas, self.head, UNSAID)
            self._draw_strand(canvas, tip, skia.Rect.MakeLTRB(x, y - r, x + r, y + r))
            canvas.drawLine(x + r * 0.8, y - r * 0.36, x + r * 0.46, y - r * 0.36, line(RED, 3))
            arrow(canvas, (x + r * 0.4, y - r * 0.36), 3.14159, 17, RED)

    def _draw_strand(self, canvas: skia.Canvas, tip: float, room: skia.Rect) -> None:
        canvas.save()
        canvas.clipRect(room)
        self.strand.draw(canvas, (tip, self.middle[1] - self.radius * 0.1))
        canvas.restore()
