"""What is built up: courses of bricks, and a frame of posts with a roof."""

from functools import partial
from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import polygon, rectangle
from generation.backends.schematic.drawing.notation import DASH
from generation.backends.schematic.drawing.palette import BLUE, GREY, INK, INK2, RED, fill, line
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
from generation.backends.schematic.scenes.join.words import MOST_COURSES, count_in, glue_of, piece_of
from generation.backends.schematic.scenes.props.lengths import write_length
from generation.backends.schematic.scenes.props.sprite import Sprite, hand_sprite
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.words.reading import Holder, Reading

IN_COURSE: Final = 3
UNSAID_COURSES: Final = 4
POSTS: Final = 3


def _draw_ground(canvas: skia.Canvas, left: float, right: float, y: float) -> None:
    canvas.drawLine(left, y, right, y, line(INK, 2.6))
    for step in range(int((right - left) / 12)):
        x = left + 8 + step * 12
        canvas.drawLine(x + 6, y + 3, x - 3, y + 13, line(INK2, 1, 0.8))


class Courses(Figure):
    """A wall from the front: course upon course, the joints staggered; exactly the said number of courses."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"正视·{reading.step.action.text[:6]}", Pace.FASTER, Scale.NONE)
        self.piece, self.glue = piece_of(reading), glue_of(reading)
        self.said = count_in(reading, Measure.LAYERS, Measure.REPETITION, most=MOST_COURSES)
        self.count = int(self.said.ends[1]) if self.said else reading.assume("几层", UNSAID_COURSES)
        self.holder = reading.holder()
        if self.piece.said:
            reading.assume("物件的形状", None)
        self.axis = stage.x + stage.width / 2
        self.ground = stage.bottom - 40
        self.high = min(72.0, (stage.height - 130) / self.count)
        self.wide = min(self.high * 2.6, stage.width * 0.56 / (IN_COURSE + 0.5))
        self.left = self.axis - stage.width * 0.08 - self.wide * (IN_COURSE + 0.5) / 2
        self.joint = min(5.0, self.high * 0.12)
        self.brick = rectangle(1, self.joint, self.wide - 2, self.high - self.joint, 2)
        self.hand = hand_sprite(self.holder, Pose(grip=Grip.FIST, turn=-18, size=min(0.6, stage.height / 560)))
        self.bedded, self.bare = (Sprite(partial(self._print_brick, bedded=bedded)) for bedded in (True, False))

    def still(self, pen: Pen) -> None:
        """The ground."""
        _draw_ground(pen.canvas, self.panel.stage.x + 24, self.panel.stage.right - 24, self.ground)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The courses that stand, and the one that is being laid: a hand brings its last brick."""
        canvas = pen.canvas
        beat = min(self.count - 0.001, span(moment.share, 0, 0.95) * self.count)
        now, phase = int(beat), beat % 1
        comes = 1 - ease(span(phase, 0.1, 0.8))
        with mirrored(canvas, self.axis, when=self.holder.left):
            for index in range(now + 1):
                bricks = IN_COURSE if index < now else IN_COURSE - 1
                for place in range(bricks):
                    self._draw_brick(canvas, index, place, 0.0)
            x, y = self._draw_brick(canvas, now, IN_COURSE - 1, comes)
            at = (x + self.wide * 0.82, y + self.high * 0.2)
            self.hand.draw(canvas, at)
            canvas.drawCircle(x + 3, y + self.high, 4.5, fill(RED))
        if self.said:
            self._write_count(pen, now)
        write_hand_tag(pen, self.holder, self.panel.stage)

    def _draw_brick(self, canvas: skia.Canvas, course: int, place: int, away: float) -> tuple[float, float]:
        x = self.left + (place + (0.5 if course % 2 else 0.0)) * self.wide + 64 * away
        y = self.ground - (course + 1) * self.high - 58 * away
        (self.bare if away else self.bedded).draw(canvas, (x, y))
        return x, y

    def _print_brick(self, canvas: skia.Canvas, *, bedded: bool) -> None:
        """A brick; one that lies has its mortar below and beside it."""
        if self.glue and bedded:
            canvas.drawRect(skia.Rect.MakeLTRB(0, 0, self.wide, self.high), fill(self.glue.body))
        lay(canvas, self.brick, self.piece.stuff, outline=2.0)

    def _write_count(self, pen: Pen, now: int) -> None:
        said = self.said
        if said is None:
            return
        left = self.holder.left
        x = 2 * self.axis - self.left + 26 if left else self.left - 26
        for index in range(now + 1):
            pen.canvas.drawCircle(x, self.ground - (index + 0.5) * self.high, min(4.5, self.high * 0.3), fill(BLUE))
        at = (x + (14 if left else -14), self.ground - 10)
        write_length(pen, said, at, self.panel.stage, "l" if left else "r")


class Frame(Figure):
    """Posts rise one by one, a beam is laid over them, then the roof. Nobody said how it looks: it is grey."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"正视·{reading.step.action.text[:6]}", Pace.FASTER, Scale.NONE)
        reading.assume("棚架的样子", None)
        self.holder = reading.holder() if reading.step.hand else Holder("")
        self.ground = stage.bottom - 40
        self.left, self.right = stage.x + stage.width * 0.2, stage.right - stage.width * 0.2
        self.top = stage.y + stage.height * 0.36
        self.eaves = stage.y + 34
        low = self.top - 8
        self._roof = polygon(
            [(self.left - 60, low), ((self.left + self.right) / 2, self.eaves), (self.right + 60, low)]
        )

    def still(self, pen: Pen) -> None:
        """The ground, and where the frame will stand."""
        canvas = pen.canvas
        _draw_ground(canvas, self.panel.stage.x + 24, self.panel.stage.right - 24, self.ground)
        gap = (self.right - self.left) / (POSTS - 1)
        paint = line(GREY, 1.3, 0.8, dash=DASH)
        for index in range(POSTS):
            canvas.drawPath(self._post(self.left + index * gap, 1.0), paint)
        canvas.drawPath(self._beam(0.0), paint)
        canvas.drawPath(self._roof, paint)

    def _post(self, x: float, grown: float) -> skia.Path:
        top = self.ground - (self.ground - self.top) * grown
        return rectangle(x - 8, top, 16, self.ground - top, 3)

    def _beam(self, drop: float) -> skia.Path:
        return rectangle(self.left - 26, self.top - 12 - drop, self.right - self.left + 52, 15, 3)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """Posts, beam and roof so far."""
        canvas, share = pen.canvas, max(0.06, span(moment.share, 0, 0.95))
        gap = (self.right - self.left) / (POSTS - 1)
        for index in range(POSTS):
            grown = ease(span(share, index * 0.16, index * 0.16 + 0.16))
            if grown:
                self._draw_pole(canvas, self._post(self.left + index * gap, grown))
        beam = ease(span(share, 0.5, 0.64))
        if beam:
            self._draw_pole(canvas, self._beam(40 * (1 - beam)))
        roof = ease(span(share, 0.66, 0.96))
        if roof:
            self._draw_roof(canvas, roof)
        end = self.left + gap * min(POSTS - 1, int(share / 0.16))
        tip = self.top if share > 0.5 else self.ground - (self.ground - self.top) * ease(share % 0.16 / 0.16)
        if share < 0.64:
            canvas.drawCircle(end, tip, 5, fill(RED))
        write_hand_tag(pen, self.holder, self.panel.stage)

    def _draw_pole(self, canvas: skia.Canvas, pole: skia.Path) -> None:
        canvas.drawPath(pole, fill("#E6DDCB"))
        canvas.drawPath(pole, line(GREY, 2.2, dash=DASH))

    def _draw_roof(self, canvas: skia.Canvas, share: float) -> None:
        middle = (self.left + self.right) / 2
        low = self.top - 8
        canvas.save()
        reach = (self.right - self.left + 120) * share
        canvas.clipRect(skia.Rect.MakeLTRB(self.left - 64, self.eaves - 6, self.left - 60 + reach, low + 8))
        canvas.drawPath(self._roof, fill("#E6DDCB"))
        rafters = skia.Path()
        for step in range(1, 18):
            x = self.left - 60 + step * (self.right - self.left + 120) / 18
            rafters.moveTo(middle + (x - middle) * 0.06, self.eaves + 4)
            rafters.lineTo(x, low)
        canvas.drawPath(rafters, line(GREY, 1.4))
        canvas.drawPath(self._roof, line(GREY, 2.4, dash=DASH))
        canvas.restore()
