"""A tenon goes into its mortise: two timbers from the front, and the joint in section to scale."""

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, polygon, rectangle
from generation.backends.schematic.drawing.notation import DASH, arrow, dimension
from generation.backends.schematic.drawing.palette import GREY, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
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
from generation.backends.schematic.scenes.join.words import glue_of, piece_of
from generation.backends.schematic.scenes.props.lengths import look_of, ruler_for, write_length
from generation.backends.schematic.scenes.props.sprite import Sprite, hand_sprite
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID, Stuff, lay
from generation.backends.schematic.words.reading import Reading


def _timber(reading: Reading) -> Stuff:
    return piece_of(reading).stuff


def _outside(moment: Moment) -> float:
    """How much of the tenon is still outside, 1 to 0, in three pushes."""
    return 1 - sum(ease(span(moment.share, 0.08 + 0.26 * push, 0.26 + 0.26 * push)) for push in range(3)) / 3


class TenonSide(Figure):
    """A post with its mortise, and a rail whose tenon a hand pushes into it."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"正视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.stuff = _timber(reading)
        self.holder = reading.holder()
        reading.assume("料的粗细", None)
        self.axis = stage.x + stage.width / 2
        self.post = (stage.x + stage.width * 0.16, min(110.0, stage.width * 0.17))
        self.level = stage.y + stage.height * 0.54
        self.high = stage.height * 0.27
        self.tenon = self.post[1] * 0.78
        self.rail = _rail(self.tenon, self.high, stage.width)
        size = min(0.72, stage.height / 480)
        self.hand = hand_sprite(self.holder, Pose(grip=Grip.FIST, turn=-8, size=size))
        self.timber = Sprite(self._print_rail, self.rail.getBounds().makeOutset(4, 4))

    def _print_rail(self, canvas: skia.Canvas) -> None:
        lay(canvas, self.rail, self.stuff, outline=2.6)

    def still(self, pen: Pen) -> None:
        """The post; the mortise inside it is dashed."""
        stage, (x, wide) = self.panel.stage, self.post
        with mirrored(pen.canvas, self.axis, when=self.holder.left):
            lay(pen.canvas, rectangle(x, stage.y + 22, wide, stage.height + 20), self.stuff, outline=2.6)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The rail on its way, the hidden part of its tenon, the hand."""
        canvas, (x, wide) = pen.canvas, self.post
        edge = x + wide
        out = self.tenon * _outside(moment) + 24 * (1 - span(moment.share, 0, 0.1))
        with mirrored(canvas, self.axis, when=self.holder.left):
            canvas.save()
            canvas.clipRect(skia.Rect.MakeLTRB(edge, self.panel.stage.y, 4000, 4000))
            self.timber.draw(canvas, (edge + out, self.level))
            canvas.restore()
            half = self.high * 0.22
            hole = rectangle(edge - self.tenon, self.level - half, self.tenon, 2 * half)
            canvas.drawPath(hole, fill(INK2, 0.25))
            canvas.drawPath(hole, line(GREY, 1.8, dash=DASH))
            inside = max(0.0, self.tenon - out)
            if inside:
                canvas.drawPath(
                    rectangle(edge - inside, self.level - half, inside, 2 * half), fill(self.stuff.body, 0.8)
                )
            grip = (edge + out + self.panel.stage.width * 0.3, self.level)
            self.hand.draw(canvas, grip)
            canvas.drawCircle(edge, self.level, 4.5, fill(RED))
        write_hand_tag(pen, self.holder, self.panel.stage)


def _rail(tenon: float, high: float, length: float) -> skia.Path:
    """A rail whose shoulder stands at x = 0, its tenon to the left."""
    half, thin = high / 2, high * 0.22
    points: list[Point] = [
        (-tenon, -thin),
        (0, -thin),
        (0, -half),
        (length, -half),
        (length, half),
        (0, half),
        (0, thin),
    ]
    return polygon([*points, (-tenon, thin)])


class TenonSection(Figure):
    """The joint cut open. Said lengths of the tenon are to one scale."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.length = reading.amount(Measure.DEPTH) or reading.amount(Measure.LENGTH)
        self.height = reading.amount(Measure.THICKNESS) or reading.amount(Measure.WIDTH)
        ruler = ruler_for([(self.length, stage.width * 0.3), (self.height, stage.height * 0.3)])
        if ruler is None:
            self.length = self.height = None
        self.ruler = ruler
        self.panel = Panel(place, "榫卯剖面", Pace.ASSUMED, Scale.TRUE if ruler else Scale.NONE)
        self.stuff, self.glue = _timber(reading), glue_of(reading)
        self.left = reading.holder().left
        self.deep = ruler.middle(self.length) if ruler and self.length else stage.width * 0.26
        self.high = ruler.middle(self.height) if ruler and self.height else stage.height * 0.24
        if not (self.length and self.height):
            reading.assume("榫头的大小", None)
        self.axis = stage.x + stage.width / 2
        self.level = stage.y + stage.height * 0.5
        half, thin, far = stage.height * 0.3, self.high / 2, stage.width
        self.rail = polygon(
            [
                (-self.deep, -thin),
                (0, -thin),
                (0, -half),
                (far, -half),
                (far, half),
                (0, half),
                (0, thin),
                (-self.deep, thin),
            ]
        )
        self.post = polygon(
            [
                (-far, -far),
                (0, -far),
                (0, -thin),
                (-self.deep, -thin),
                (-self.deep, thin),
                (0, thin),
                (0, far),
                (-far, far),
            ]
        )

    def still(self, pen: Pen) -> None:
        """The post with its mortise."""
        with mirrored(pen.canvas, self.axis, when=self.left):
            pen.canvas.save()
            pen.canvas.translate(self.axis, self.level)
            lay(pen.canvas, self.post, self.stuff, outline=2.6)
            if self.glue:
                inner = polygon(
                    [
                        (0, -self.high / 2),
                        (-self.deep, -self.high / 2),
                        (-self.deep, self.high / 2),
                        (0, self.high / 2),
                    ],
                    closed=False,
                )
                pen.canvas.drawPath(inner, line(self.glue.body, 7))
            pen.canvas.restore()

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The rail, as far as it is in; then the said lengths."""
        canvas, out = pen.canvas, self.deep * _outside(moment)
        stuff = UNSAID if self.stuff is UNSAID else self.stuff
        with mirrored(canvas, self.axis, when=self.left):
            canvas.save()
            canvas.translate(self.axis + out + 1, self.level)
            lay(canvas, self.rail, stuff, outline=2.6)
            canvas.restore()
            y = self.level + self.panel.stage.height * 0.36
            canvas.drawLine(self.axis + 96, y, self.axis + 30, y, line(RED, 3))
            arrow(canvas, (self.axis + 22, y), 3.14159, 18, RED)
        self._write(pen)

    def _across(self, distance: float) -> float:
        return self.axis - distance if self.left else self.axis + distance

    def _write(self, pen: Pen) -> None:
        if self.length:
            y = self.level - self.high / 2 - 22
            dimension(pen.canvas, (self._across(-self.deep), y), (self._across(0), y), look_of(self.length))
            x = self._across(-self.deep / 2)
            write_length(pen, self.length, (x, y - 18), self.panel.stage)
        if self.height:
            x = self._across(-self.deep - 20)
            ends = (self.level - self.high / 2, self.level + self.high / 2)
            dimension(pen.canvas, (x, ends[0]), (x, ends[1]), look_of(self.height))
            end = self._across(-self.deep + 4)
            write_length(pen, self.height, (end, self.level + self.high / 2 + 62), self.panel.stage)
