"""The blow from the side: the work on its ground, what stands on it, the tool that falls, the hand that swings it."""

from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, curve, polygon, rectangle
from generation.backends.schematic.drawing.notation import DASH
from generation.backends.schematic.drawing.palette import CARD, GREY, INK, RED, fill, line
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
from generation.backends.schematic.scenes.props.blows import Blows, blows_in, draw_shock, draw_tally
from generation.backends.schematic.scenes.props.ground import Ground, ground_in, write_name
from generation.backends.schematic.scenes.props.imprint import Lettering
from generation.backends.schematic.scenes.props.sprite import Sprite
from generation.backends.schematic.scenes.props.striker import Swing, draw_striker, face_of
from generation.backends.schematic.scenes.strike.words import MORTARS, Mode, Struck, striking_hand, struck_in
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import STONE, UNSAID, Stuff, lay
from generation.backends.schematic.things.tools import Tool, draw_tool
from generation.backends.schematic.things.workpieces import Form
from generation.backends.schematic.words.reading import Holder, Reading

FLOOR: Final = 50.0  # from the ground's upper side to the lower edge
NAIL_LENGTH: Final = 56.0
PESTLE_TURN: Final = -90.0
GRAVER_LENGTH: Final = 108.0
GRAVER_LEAN: Final = -82.0
GRAVERS: Final = {"graver": 160.0, "chisel": 215.0}  # their own lengths


class StrikeSide(Figure):
    """Built for a right hand that swings from the right; mirrored for a left one. ``size`` scales all but letters."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        verb = reading.step.action.text
        self.panel = Panel(place, f"侧视·{verb[:6]}", Pace.ASSUMED, Scale.NONE)
        self.struck: Struck = struck_in(reading)
        self.blows: Blows = blows_in(reading, unsaid=5, each=2)
        self.holder = striking_hand(reading)
        self.ground: Ground = ground_in(reading)
        self.size = min(1.15, stage.height / 330, stage.width / 600)
        self.axis = stage.x + stage.width / 2
        self.level = stage.bottom - FLOOR
        mode = self.struck.mode
        self.x = stage.x + stage.width * (0.45 if mode is Mode.POUND else 0.36)
        self.stone = reading.says(*MORTARS)
        self.helper = Holder("") if mode is Mode.GRAVER else None
        if self.helper:
            self.helper = reading.holds_down(self.holder) or reading.assume("扶錾子的手", self.helper)
        self._work = self._make_work()
        self._pestle = Sprite(self._draw_pestle)
        self._tag = Lettering(lambda pen: write_hand_tag(pen, self.holder, stage), stage)

    def still(self, pen: Pen) -> None:
        """The ground, the names, the hand that was said."""
        stage = self.panel.stage
        self.ground.draw(pen, stage, self.level)
        self.ground.write(pen, stage, self.level, right=self.holder.left)
        half = (180 if self.struck.work.form in (Form.RODS, Form.STRAND) else 135) * self.size
        right = self.holder.left
        x = stage.right - 18 if right else stage.x + 18
        room = self.x - half - stage.x - 26
        write_name(pen, self.struck.work.name, (x, self.level - 10), room, right=right)
        if self.soft:
            return
        with mirrored(pen.canvas, self.axis, when=self.holder.left):
            pen.canvas.drawPicture(self._work)
            if self.struck.between:
                self._draw_graver(pen.canvas, self.struck.between)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The work giving way, the tool and its hand, the count so far."""
        canvas, share, stage = pen.canvas, moment.share, self.panel.stage
        with mirrored(canvas, self.axis, when=self.holder.left):
            self._draw_work(canvas, share)
            at, half = self._contact(share)
            if self.struck.mode is Mode.POUND:
                self._pestle.draw(canvas, (at[0], at[1] - 62 * self.blows.lift(share) * self.size))
            else:
                scale = (0.62 if self.struck.mode is Mode.GRAVER else 0.8) * self.size
                swing = Swing(at, self.blows.lift(share), scale, at[1] - stage.y)
                draw_striker(canvas, self.struck.striker, self.holder, swing)
            draw_shock(canvas, at, min(half, 90 * self.size), self.blows.shock(share))
            canvas.drawCircle(*at, 4.5, fill(RED))
        self._tag.draw(pen)
        x = stage.right - 30 if self.holder.left else stage.x + 30
        draw_tally(canvas, (x, stage.y + 32), self.blows, share, leftwards=self.holder.left)

    def driven(self, share: float, nail: int) -> float:
        """How deep a nail has gone, 0 to 1."""
        own = self.blows.landed(share) * self.struck.nails / self.blows.count - nail
        return max(0.0, min(1.0, own))

    @property
    def top(self) -> float:
        """The level of the work's upper side."""
        heights = {Mode.HIT: 62, Mode.GRAVER: 42, Mode.NAIL: 70, Mode.POUND: 30}
        return self.level - heights[self.struck.mode] * self.size

    def nail_x(self, nail: int) -> float:
        """Where a nail stands."""
        return self.x + (nail - (self.struck.nails - 1) / 2) * 40 * self.size

    def _contact(self, share: float) -> tuple[Point, float]:
        """The point that is hit, and half the width of what hits it."""
        size, face = self.size, face_of(self.struck.striker)
        if self.struck.mode is Mode.NAIL:
            beat = min(self.struck.nails - 0.001, self.blows.landed(share) * self.struck.nails / self.blows.count)
            nail = int(beat)
            glide = ease(span(beat % 1, 0.86, 1.0)) if nail + 1 < self.struck.nails else 0.0
            x = self.nail_x(nail) + glide * 40 * size
            return (x, self._head(self.driven(share, nail))), min(face.half, 30) * size
        if self.struck.mode is Mode.GRAVER:
            return (self.x + GRAVER_LENGTH * 0.14 * size, self.top - GRAVER_LENGTH * 0.99 * size), face.half * size
        if self.struck.mode is Mode.POUND:
            return (self.x, self.top), 18 * size
        return (self.x, self.top + self._give(share)), face.half * size

    def _head(self, driven: float) -> float:
        return self.top - (NAIL_LENGTH * (1 - driven) + 6) * self.size

    def _give(self, share: float) -> float:
        """How much lower a soft work is by now, in pixels."""
        return (14 * self.size * self.blows.landed(share) / self.blows.count) if self.soft else 0.0

    @property
    def soft(self) -> bool:
        """Whether the work gives way; what does not is part of the still picture."""
        return self.struck.mode is Mode.HIT and self.struck.work.form in (Form.LUMP, Form.RODS, Form.STRAND)

    def _draw_work(self, canvas: skia.Canvas, share: float) -> None:
        if self.soft:
            give, high = self._give(share), self.level - self.top
            canvas.save()
            canvas.translate(self.x, self.level)
            canvas.scale(1 + 0.7 * give / high, 1 - give / high)
            canvas.translate(-self.x, -self.level)
            canvas.drawPicture(self._work)
            canvas.restore()
        if self.struck.mode is Mode.NAIL:
            for nail in range(self.struck.nails):
                self._draw_nail(canvas, self.nail_x(nail), self.driven(share, nail))

    def _draw_nail(self, canvas: skia.Canvas, x: float, driven: float) -> None:
        size, head = self.size, self._head(driven)
        shaft = rectangle(x - 4.5 * size, head + 6 * size, 9 * size, NAIL_LENGTH * (1 - driven) * size)
        lay(canvas, shaft, self.struck.nail_stuff, outline=1.8)
        cap = skia.Path()
        cap.addArc(skia.Rect.MakeXYWH(x - 13 * size, head, 26 * size, 14 * size), 180, 180)
        cap.close()
        lay(canvas, cap, self.struck.nail_stuff, outline=1.8)
        if self.struck.strand:
            self._draw_cord(canvas, x, head, self.struck.strand)
        tip = self.top + NAIL_LENGTH * driven * size
        if driven > 0:
            path = polygon([(x - 4 * size, self.top), (x, tip + 5), (x + 4 * size, self.top)], closed=False)
            canvas.drawPath(path, line(GREY, 1.4, dash=DASH))

    def _draw_cord(self, canvas: skia.Canvas, x: float, head: float, cord: Stuff) -> None:
        """A cord round the neck of the nail, its end hanging over the edge of the work."""
        size = self.size
        level = min(self.top - 4, head + 20 * size)
        end = self.x + 125 * size
        points = [(x - 10 * size, level), (x + 4 * size, level + 3), (x + 40 * size, self.top - 4), (end, self.top - 3),
                  (end + 12 * size, self.top + 40 * size)]  # fmt: skip
        path = curve(points)
        canvas.drawPath(path, line(INK, 7 * size))
        canvas.drawPath(path, line(cord.body, 4 * size))

    def _draw_graver(self, canvas: skia.Canvas, graver: Tool) -> None:
        size = self.size
        own = GRAVER_LENGTH / GRAVERS.get(graver.name, 170)
        draw_tool(canvas, graver, (self.x, self.top), GRAVER_LEAN, size * own)
        if self.helper:
            at = (self.x + 6 * size, self.top - 46 * size)
            pose = Pose(grip=Grip.PINCH, at=at, turn=-14, size=0.54 * size, mirrored=True)
            draw_holder(canvas, self.helper, pose)

    def _draw_pestle(self, canvas: skia.Canvas) -> None:
        """The club or rammer upright, its axis above the origin."""
        tool, size = self.struck.striker, self.size
        scale = 0.62 * size
        draw_tool(canvas, tool, (-face_of(tool).level * scale, 0), PESTLE_TURN, scale)
        pose = Pose(grip=Grip.FIST, at=(0, -132 * size), turn=-22, size=0.66 * size)
        draw_holder(canvas, self.holder, pose)

    def _make_work(self) -> skia.Picture:
        recorder = skia.PictureRecorder()
        canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-100, -100, 1400, 900))
        forms = {Form.RODS: self._draw_bundle, Form.STRAND: self._draw_bundle, Form.SHEET: self._draw_sheets}
        if self.struck.mode is Mode.POUND:
            self._draw_mortar_back(canvas)
        else:
            forms.get(self.struck.work.form, self._draw_block)(canvas)
        return recorder.finishRecordingAsPicture()

    def _draw_block(self, canvas: skia.Canvas) -> None:
        half, stuff = 125 * self.size, self.struck.work.stuff
        corner = 26 * self.size if self.struck.work.form is Form.LUMP else 4
        block = rectangle(self.x - half, self.top, 2 * half, self.level - self.top, corner)
        lay(canvas, block, stuff, outline=2.6)

    def _draw_sheets(self, canvas: skia.Canvas) -> None:
        half, thick = 125 * self.size, (self.level - self.top) / 5
        for index in range(5):
            leaf = rectangle(self.x - half, self.level - (index + 1) * thick, 2 * half, thick, 2)
            lay(canvas, leaf, self.struck.work.stuff, outline=1.8)

    def _draw_bundle(self, canvas: skia.Canvas) -> None:
        """Stems lying side by side, their ends frayed."""
        half, high = 140 * self.size, self.level - self.top
        stems, ends = skia.Path(), skia.Path()
        for index in range(6):
            y = self.level - high * (index + 0.5) / 6
            left = self.x - half + (index % 3 - 1) * 9 * self.size
            stem = skia.Rect.MakeXYWH(left, y - high / 12, 2 * half + (index % 2) * 10, high / 6)
            stems.addRoundRect(stem, high / 14, high / 14)
        for side in (-1, 1):
            x = self.x + side * half
            for index in range(7):
                y = self.level - high * (index + 0.5) / 7
                ends.moveTo(x - side * 8, y)
                ends.quadTo(x + side * 14, y - 2, x + side * 26, y - 8 + 3 * index)
        canvas.drawPath(ends, line(INK, 1.3))
        lay(canvas, stems, self.struck.work.stuff, outline=1.8)

    def _bowl(self) -> tuple[float, float, float]:
        return 128 * self.size, self.level - 96 * self.size, 92 * self.size

    def _draw_mortar_back(self, canvas: skia.Canvas) -> None:
        """The mass, in a mortar cut open; a mortar that was not said is grey."""
        half, rim, inner = self._bowl()
        stuff = STONE if self.stone else UNSAID
        body = polygon(
            [
                (self.x - half, rim),
                (self.x + half, rim),
                (self.x + half * 0.74, self.level),
                (self.x - half * 0.74, self.level),
            ]
        )
        lay(canvas, body, stuff, outline=2.6)
        hollow = skia.Path()
        hollow.moveTo(self.x - inner, rim)
        hollow.cubicTo(self.x - inner, rim + 92 * self.size, self.x + inner, rim + 92 * self.size, self.x + inner, rim)
        hollow.close()
        canvas.drawPath(hollow, fill(CARD))
        canvas.drawPath(hollow, line(INK if self.stone else GREY, 2))
        canvas.save()
        canvas.clipPath(hollow, doAntiAlias=True)
        mass = rectangle(self.x - inner - 4, self.top - 10 * self.size, 2 * inner + 8, 90 * self.size)
        lay(canvas, mass, self.struck.work.stuff, outline=2)
        canvas.restore()
