"""Eye, ear, nose, mouth or hand at the work: which sense judges it, and along which line."""

import math
from enum import StrEnum
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, Track, curve, ink, pen_line
from generation.backends.schematic.drawing.palette import HAIR, INK, INK2, RED, SKIN, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    draw_holder,
    mirrored,
)
from generation.backends.schematic.scenes.check.measure import subject_in
from generation.backends.schematic.scenes.props.names import write_names
from generation.backends.schematic.scenes.props.piece import extent, piece_of
from generation.backends.schematic.scenes.props.vessel import Vessel, build_of
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID
from generation.backends.schematic.things.workpieces import Form, Workpiece, kind_of
from generation.backends.schematic.words.reading import Holder, Reading


class Sense(StrEnum):
    """By what a master judges."""

    EYE = "eye"
    EAR = "ear"
    NOSE = "nose"
    MOUTH = "mouth"
    HAND = "hand"


BY_WORD: Final = (
    (("摸", "捏", "按", "试手"), Sense.HAND),
    (("听",), Sense.EAR),
    (("闻", "嗅"), Sense.NOSE),
    (("尝",), Sense.MOUTH),
    (("看", "观察", "检查", "检验", "验", "瞧"), Sense.EYE),
)


def sense_of(reading: Reading) -> Sense | None:
    """The sense that the action names; of 试 only what else was said tells."""
    for words, sense in BY_WORD:
        if any(word in reading.verb for word in words):
            return sense
    if "试" in reading.verb:
        for words, sense in BY_WORD:
            if reading.says(*words):
                return sense
        return Sense.HAND if reading.step.hand else None
    return None


class Sensing(Figure):
    """The work on a ground and the sense that turns to it."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.sense = sense_of(reading) or Sense.EYE
        self.panel = Panel(place, f"侧视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.size = min(1.25, stage.height / 290)
        self.name = subject_in(reading)
        self.touches = self.sense is Sense.HAND
        self.thumb = reading.by_thumb
        self.holder = reading.holder() if self.touches else Holder("")
        self.thing = _thing(reading, self.name)
        wide, tall = extent(self.thing)
        self.piece = piece_of(self.thing, min(2.3 * self.size, stage.width * 0.44 / wide, stage.height * 0.6 / tall))
        self.axis = stage.x + stage.width / 2
        self.foot = (stage.x + stage.width * 0.34, stage.bottom - 50)
        self.face: Point = (stage.x + stage.width * 0.8, stage.y + stage.height * 0.32)
        self.stroked = self._stroked()
        self.icon = _icon(self.sense, self.size)

    def still(self, pen: Pen) -> None:
        """The ground, the work, the name."""
        stage = self.panel.stage
        with mirrored(pen.canvas, self.axis, when=self.holder.left):
            level = self.foot[1] + 2
            pen_line(pen.canvas, [(stage.x + 24, level), (stage.right - 24, level)], 2, seed=5, code=HAIR)
            self.piece.draw(pen.canvas, self.foot)
        write_names(pen, stage, self.holder, (self.name, ""))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The hand that strokes along, or lines between the work and the sense that come and go."""
        canvas = pen.canvas
        with mirrored(canvas, self.axis, when=self.holder.left):
            if self.touches:
                self._draw_hand(canvas, moment)
            else:
                self._draw_face(canvas, moment)

    def _draw_hand(self, canvas: skia.Canvas, moment: Moment) -> None:
        """The fingers stroke to and fro on the upper side, or up and down the wall of a vessel."""
        sway = math.sin(math.tau * 2 * moment.share)
        canvas.drawPath(self.stroked.path, line(RED, 2.6, dash=(9, 6)))
        (x, y), _ = self.stroked.at(self.stroked.length * (0.5 + 0.4 * sway))
        reach = 0.66 * self.size
        pose = Pose(grip=Grip.PALM, at=(x + 148 * reach, y - 46 * reach), turn=-18, size=reach)
        if self.thumb:
            pose = Pose(grip=Grip.THUMB, at=(x + 14 * reach, y - 4 * reach), turn=-24, size=reach)
        draw_holder(canvas, self.holder, pose)
        canvas.drawCircle(x, y, 5, fill(RED))

    def _stroked(self) -> Track:
        """The way of the fingertips over the work."""
        (x, foot), wide, tall = self.foot, self.piece.width, self.piece.height
        if self.thing.form is not Form.VESSEL:
            return Track(
                curve([(x - wide * 0.3, foot - tall * 0.86), (x, foot - tall), (x + wide * 0.3, foot - tall * 0.86)])
            )
        wall = Vessel(build_of(self.thing.name), self.thing.stuff, (x, foot - 8), wide)
        return Track(curve([(x + wall.half(share) * 0.62, foot - tall * share) for share in (0.3, 0.5, 0.7, 0.84)]))

    def _draw_face(self, canvas: skia.Canvas, moment: Moment) -> None:
        top = (self.foot[0] + self.piece.width * 0.3, self.foot[1] - self.piece.height * 0.72)
        x, y = self.face
        reach = 58 * self.size
        run = math.hypot(x - top[0], y - top[1])
        way = ((x - top[0]) / run, (y - top[1]) / run)
        end = (x - way[0] * reach, y - way[1] * reach)
        if self.sense is Sense.EYE:
            canvas.drawLine(*end, *top, line(RED, 2.6, dash=(10, 7)))
            share = moment.seconds * 0.45 % 1
            canvas.drawCircle(end[0] + (top[0] - end[0]) * share, end[1] + (top[1] - end[1]) * share, 4.5, fill(RED))
        else:
            self._draw_waves(canvas, (top, end), moment)
        canvas.save()
        canvas.translate(x, y)
        canvas.drawPicture(self.icon)
        canvas.restore()

    def _draw_waves(self, canvas: skia.Canvas, ends: tuple[Point, Point], moment: Moment) -> None:
        """Sound, smell or taste: bows that leave the work and reach the face."""
        (x, y), (far, high) = ends
        turn = math.degrees(math.atan2(high - y, far - x))
        for step in range(4):
            share = (moment.seconds * 0.4 + step / 4) % 1
            middle = (x + (far - x) * share, y + (high - y) * share)
            reach = (16 + 30 * share) * self.size
            oval = skia.Rect.MakeLTRB(middle[0] - reach, middle[1] - reach, middle[0] + reach, middle[1] + reach)
            canvas.drawArc(oval, turn - 38, 76, useCenter=False, paint=line(RED, 2.8, 1 - 0.6 * share))


def _thing(reading: Reading, name: str) -> Workpiece:
    kind = kind_of(name) if name else None
    if kind and kind[0] is not Form.LIQUID:
        return Workpiece(name, kind[0], kind[1])
    if kind:
        reading.assume("盛放的东西", None)
        return Workpiece("碗", Form.VESSEL, UNSAID)
    return reading.assume(f"{name[:8]}的样子" if name else "所验的东西", Workpiece(name, Form.LUMP, UNSAID))


EYE: Final = (((-62, 4), (-30, -26), (6, -34), (40, -22), (64, 6)), ((-62, 4), (-28, 24), (6, 30), (42, 20), (64, 6)))
BROW: Final = ((-66, -40), (-30, -66), (16, -68), (62, -46))
EAR: Final = ((-8, 52), (-30, 34), (-36, 0), (-34, -36), (-8, -60), (26, -54), (40, -22), (30, 8), (14, 24), (12, 46))
EAR_FOLDS: Final = (
    ((-22, 22), (-24, -14), (-16, -38), (6, -44), (24, -28), (22, -4)),
    ((-10, 14), (-4, -4), (8, -14), (6, -26)),
)
NOSE: Final = ((40, -64), (16, -30), (-14, 10), (-40, 30), (-38, 46), (-16, 50), (4, 42), (26, 50), (44, 38))
MOUTH: Final = ((-58, 0), (-30, -20), (-8, -24), (0, -19), (10, -24), (32, -18), (58, 0))
LOWER_LIP: Final = ((-58, 0), (-26, 24), (0, 30), (28, 24), (58, 0))


def _icon(sense: Sense, size: float) -> skia.Picture:
    """An eye, an ear, a nose or a mouth as an engraver draws it, about 130 pixels wide."""
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-120, -120, 120, 120))
    canvas.scale(size, size)
    {Sense.EYE: _eye, Sense.EAR: _ear, Sense.NOSE: _nose, Sense.MOUTH: _mouth}.get(sense, _eye)(canvas)
    return recorder.finishRecordingAsPicture()


def _stroke(canvas: skia.Canvas, points: tuple[Point, ...], width: float) -> None:
    canvas.drawPath(ink(curve(list(points)), width, taper=0.2), fill(INK))


def _eye(canvas: skia.Canvas) -> None:
    upper, lower = EYE
    white = curve([*upper, *reversed(lower[1:-1])], closed=True)
    canvas.drawPath(white, fill("#FFFDF7"))
    canvas.save()
    canvas.clipPath(white, doAntiAlias=True)
    canvas.drawCircle(-6, -2, 24, fill("#8C6E52"))
    canvas.drawCircle(-6, -2, 24, line(INK, 2.2))
    canvas.drawCircle(-6, -2, 11, fill(INK))
    canvas.drawCircle(-12, -9, 4.5, fill("#FFFFFF"))
    canvas.restore()
    _stroke(canvas, upper, 4.6)
    _stroke(canvas, lower, 2.2)
    _stroke(canvas, BROW, 6.5)
    for step in range(6):
        x = -40 + step * 16
        canvas.drawLine(x, -46 + abs(x) * 0.1, x + 6, -40 + abs(x) * 0.1, line(INK2, 1.1, 0.7))


def _ear(canvas: skia.Canvas) -> None:
    canvas.drawPath(curve(list(EAR), closed=True), fill(SKIN))
    _stroke(canvas, EAR, 3.2)
    for fold in EAR_FOLDS:
        _stroke(canvas, fold, 2.2)


def _nose(canvas: skia.Canvas) -> None:
    canvas.drawPath(curve([*NOSE, (52, -20)], closed=True), fill(SKIN))
    _stroke(canvas, NOSE, 3.2)
    _stroke(canvas, ((-14, 42), (-6, 34), (4, 36)), 2.4)


def _mouth(canvas: skia.Canvas) -> None:
    canvas.drawPath(curve([*MOUTH, *reversed(LOWER_LIP[1:-1])], closed=True), fill(SKIN))
    for points, wide in ((MOUTH, 3.0), (LOWER_LIP, 2.8), (((-58, 0), (-20, 3), (0, 0), (22, 3), (58, 0)), 2.4)):
        _stroke(canvas, points, wide)
