"""The sheet in its frame from above: pulled outwards all round until its folds are gone."""

import math
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import circle, curve, grain, ink, rectangle
from generation.backends.schematic.drawing.notation import Look, arrow, dimension
from generation.backends.schematic.drawing.palette import CARD, GREY, INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    mirrored,
    write_hand_tag,
)
from generation.backends.schematic.scenes.props.sprite import hand_sprite
from generation.backends.schematic.scenes.stretch.frame import Stretching
from generation.backends.schematic.things.engraving import thinned
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID, lay
from generation.backends.schematic.words.amounts import length_in_mm
from generation.backends.schematic.words.reading import Reading

BAR: Final = 22.0  # pixels: how wide a bar or ring of the frame is
SLACK: Final = 26.0  # pixels by which the edge of a slack sheet is drawn in
LACES: Final = 9  # on a long side
FOLDS: Final = ((0.05, 0.8, 0.3), (0.34, 0.76, 0.42), (-0.4, 0.72, 0.46))  # creases: lean (radians), outer, inner end


class StretchPlan(Figure):
    """Built for a right hand at the right edge, mirrored for a left one."""

    def __init__(self, reading: Reading, place: Place, work: Stretching) -> None:
        stage = place.stage
        self.work, self.holder = work, reading.holder()
        room = 50.0 if work.width else 0.0
        self.axis = stage.x + stage.width / 2
        self.middle = (self.axis - 30, stage.y + (stage.height - room) / 2)
        tall = (stage.height - room) / 2 - 46
        self.half = (tall, tall) if work.round else (min(stage.width / 2 - 108, tall * 1.5), tall)
        unit = length_in_mm(work.width.unit) if work.width else None
        said = work.width
        self.pixels_per_mm = 2 * self.half[0] / (said.middle * unit) if said and unit else None
        scale = Scale.TRUE if self.pixels_per_mm else Scale.NONE
        self.panel = Panel(place, f"俯视·{reading.step.action.text[:4]}", Pace.ASSUMED, scale)
        self.hand = hand_sprite(self.holder, Pose(grip=Grip.PINCH, turn=8, size=0.56))
        self.folds = thinned(ink(self._folds(), 4.0, taper=0.1, seed=12))

    def _folds(self) -> skia.Path:
        """Creases of a slack sheet: from where it is held they run in, bend, and get lost towards the middle."""
        (x, y), (wide, tall), path = self.middle, self.half, skia.Path()
        turns = [math.tau * step / 8 for step in range(8)]
        if not self.work.round:
            corner = math.atan2(tall, wide)
            turns = [sign * turn for turn in (corner, math.pi - corner) for sign in (1, -1)]
        for index, turn in enumerate(turns):
            out = (wide, tall) if self.work.round else (wide / math.cos(corner), tall / math.sin(corner))
            for lean, far, near in FOLDS[index % 2 :]:
                bend = lean * (1 if index % 2 else -1)
                spots = ((far, 0.0), ((far + near) / 2, 0.5 * bend), (near, bend))
                points = [
                    (x + share * out[0] * math.cos(turn + aside), y + share * out[1] * math.sin(turn + aside))
                    for share, aside in spots
                ]
                path.addPath(curve(points))
        return path

    def edge(self, way: float) -> float:
        """How far the edge of the sheet is drawn in from its place when flat, in pixels."""
        return SLACK * (1 - way)

    def still(self, pen: Pen) -> None:
        """The frame, and the width it was said to have."""
        with mirrored(pen.canvas, self.axis, when=self.holder.left):
            frame = self._frame()
            lay(pen.canvas, frame, self.work.frame)
            if self.work.frame is not UNSAID:
                pen.canvas.drawPath(ink(frame, 2.8, seed=4), fill(INK))
                grain(pen.canvas, frame, gap=5)
        said, stage = self.work.width, self.panel.stage
        if said is None:
            return
        x = 2 * self.axis - self.middle[0] if self.holder.left else self.middle[0]
        level = self.middle[1] + self.half[1] + BAR + 20
        dimension(
            pen.canvas, (x - self.half[0], level), (x + self.half[0], level), Look(about=said.about or said.ranged)
        )
        pen.write(said.figure, x, min(stage.bottom - 10, level + 34), FACT.but(anchor="m", halo=CARD))

    def _frame(self) -> skia.Path:
        (x, y), (wide, tall) = self.middle, self.half
        if self.work.round:
            frame = circle(x, y, wide + BAR)
            frame.addPath(circle(x, y, wide))
        else:
            frame = rectangle(x - wide - BAR, y - tall - BAR, 2 * (wide + BAR), 2 * (tall + BAR), 4)
            frame.addPath(rectangle(x - wide, y - tall, 2 * wide, 2 * tall))
        frame.setFillType(skia.PathFillType.kEvenOdd)
        return frame

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The sheet, what ties it to the frame, its folds, the pull outwards."""
        canvas, way = pen.canvas, self.work.way(moment)
        with mirrored(canvas, self.axis, when=self.holder.left):
            if not self.work.round:
                canvas.drawPath(self._laces(way), line(GREY, 1.7))
            lay(canvas, self._sheet(way), self.work.sheet.stuff, outline=1.8)
            self._draw_folds(canvas, 1 - way)
            self._draw_pull(canvas, way)
            x, y = self.middle
            at = (x + self.half[0] + (4 if self.work.round else -8) - self.edge(way), y + 8)
            self.hand.draw(canvas, at)
        write_hand_tag(pen, self.holder, self.panel.stage)

    def _inset(self) -> float:
        return 0.0 if self.work.round else 14.0

    def _sheet(self, way: float) -> skia.Path:
        (x, y), slack = self.middle, self.edge(way)
        wide, tall = self.half[0] - self._inset(), self.half[1] - self._inset()
        if self.work.round:
            turns = [math.tau * step / 32 for step in range(32)]
            reach = [wide - slack * (0.55 + 0.45 * math.cos(8 * turn)) for turn in turns]
            around = [(x + r * math.cos(t), y + r * math.sin(t)) for r, t in zip(reach, turns, strict=True)]
            return curve(around, closed=True)
        path = skia.Path()
        path.moveTo(x - wide, y - tall)
        path.quadTo(x, y - tall + 2 * slack, x + wide, y - tall)
        path.quadTo(x + wide - 2 * slack, y, x + wide, y + tall)
        path.quadTo(x, y + tall - 2 * slack, x - wide, y + tall)
        path.quadTo(x - wide + 2 * slack, y, x - wide, y - tall)
        path.close()
        return path

    def _laces(self, way: float) -> skia.Path:
        """Threads from the edge of the sheet round the bars: zigzag, straight when taut."""
        (x, y), (wide, tall), slack = self.middle, self.half, self.edge(way)
        inset = self._inset()
        path = skia.Path()
        for side in (1, -1):
            for step in range(LACES):
                share = -0.94 + 1.88 * step / (LACES - 1)
                bow = 1 - share**2
                path.moveTo(x + share * (wide - inset), y + side * (tall - inset - slack * bow))
                path.lineTo(x + (share + 0.07) * wide, y + side * (tall + 3))
                path.moveTo(x + side * (wide - inset - slack * bow), y + share * (tall - inset))
                path.lineTo(x + side * (wide + 3), y + (share + 0.07) * tall)
        return path

    def _draw_folds(self, canvas: skia.Canvas, slack: float) -> None:
        if slack < 0.02:  # the sheet is flat
            return
        canvas.drawPath(self.folds, fill(INK2, min(1.0, slack * 1.1)))
        canvas.translate(5, 4)
        canvas.drawPath(self.folds, fill(self.work.sheet.stuff.dark, 0.6 * min(1.0, slack * 1.1)))
        canvas.translate(-5, -4)

    def _draw_pull(self, canvas: skia.Canvas, way: float) -> None:
        (x, y), (wide, tall) = self.middle, self.half
        push = 10 * way
        for turn, reach in ((0.0, wide), (math.pi / 2, tall), (math.pi, wide), (-math.pi / 2, tall)):
            cos, sin = math.cos(turn), math.sin(turn)
            if turn == 0.0:  # the hand pulls here
                y0 = y - 58
                canvas.drawLine(x + reach - 74, y0, x + reach - 34 + push, y0, line(RED, 3))
                arrow(canvas, (x + reach - 24 + push, y0), 0.0, 16, RED)
                continue
            start, end = reach - 74, reach - 36 + push
            canvas.drawLine(x + cos * start, y + sin * start, x + cos * end, y + sin * end, line(RED, 3))
            arrow(canvas, (x + cos * (end + 10), y + sin * (end + 10)), turn, 16, RED)
