"""The split as it runs along: a thread drawn apart between two hands, a cane opened by a blade."""

from dataclasses import replace
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import CARD, GREY, INK, RED, fill, line
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
from generation.backends.schematic.scenes.props.sprite import hand_sprite, tool_sprite
from generation.backends.schematic.scenes.pull.words import BOTH, both_hands
from generation.backends.schematic.scenes.split.words import Splitting
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID
from generation.backends.schematic.things.tools import Tool
from generation.backends.schematic.words.reading import Reading

FULL: Final = 17.0  # pixels: a whole thread, drawn thick so that its parts can be counted
CANE: Final = 62.0  # pixels: a whole cane


class SplitRun(Figure):
    """Built for a right hand, mirrored for a left one. The parts spread to the right of the split."""

    whole: float
    spread: float

    def __init__(self, reading: Reading, place: Place, work: Splitting) -> None:
        stage = place.stage
        self.work, self.hands = work, both_hands(reading)
        self.panel = Panel(place, f"全貌·{reading.step.action.text[:4]}", Pace.ASSUMED, Scale.NONE)
        self.size = min(1.2, stage.height / 300)
        self.axis = stage.x + stage.width / 2
        self.level = stage.y + stage.height * 0.5
        self.left, self.right = stage.x + 130 * self.size, stage.right - 150 * self.size
        reading.assume("劈的东西多粗多长", None)
        if self.hands[0].name == BOTH:
            reading.assume("双手如何分工", None)

    def fork(self, way: float) -> float:
        """Where the split has come to: it runs from right to left."""
        return self.right - (self.right - self.left - 60) * way

    def tips(self, way: float) -> list[Point]:
        """The free end of every part."""
        count, open_ = self.work.parts, self.spread * self.panel.stage.height * way
        return [(self.right, self.level + (index - (count - 1) / 2) * self._pitch(open_)) for index in range(count)]

    def _pitch(self, open_: float) -> float:
        return max(self.whole / self.work.parts, open_ / max(1, self.work.parts - 1))

    def parts_path(self, way: float, reach: float = 0.0) -> skia.Path:
        """One line for every part, from where it is still whole to its free end."""
        fork, count, path = self.fork(way), self.work.parts, skia.Path()
        for index, tip in enumerate(self.tips(way)):
            start = self.level + (index - (count - 1) / 2) * self.whole / count
            middle = fork + (tip[0] - fork) * 0.5
            path.moveTo(fork - 12, start)
            path.cubicTo(middle, start, middle, tip[1], tip[0] + reach, tip[1])
        return path

    def _draw_strokes(self, canvas: skia.Canvas, path: skia.Path, wide: float) -> None:
        stuff = self.work.stuff
        if stuff is UNSAID:
            canvas.drawPath(path, line(GREY, wide + 2.4))
            canvas.drawPath(path, line(stuff.body, wide))
            return
        canvas.drawPath(path, line(INK, wide + 2.8))
        canvas.drawPath(path, line(stuff.body, wide))

    def _draw_whole(self, canvas: skia.Canvas, start: float, fork: float) -> None:
        path = skia.Path()
        path.moveTo(start, self.level)
        path.lineTo(fork, self.level)
        self._draw_strokes(canvas, path, self.whole)

    def _write(self, pen: Pen) -> None:
        stage = self.panel.stage
        for hand in self.hands:
            write_hand_tag(pen, hand, stage)
        if self.work.said:
            look = FACT.but(anchor="m", halo=CARD)
            x = self.left + (self.right - self.left) * 0.36
            x = 2 * self.axis - x if self.holder_left else x
            pen.write(self.work.said.figure, x, stage.bottom - 18, look)

    @property
    def holder_left(self) -> bool:
        """Whether the working hand is the left one."""
        return self.hands[0].left

    def still(self, pen: Pen) -> None:
        """Nothing here rests."""

    def _draw_way(self, canvas: skia.Canvas, fork: float, above: float) -> None:
        y = self.level - above
        canvas.drawLine(fork + 84, y, fork + 18, y, line(RED, 3))
        arrow(canvas, (fork + 8, y), 3.14159, 17, RED)
        canvas.drawCircle(fork, self.level, 5, fill(RED))


class SplitThread(SplitRun):
    """Two hands draw a thread apart."""

    whole = FULL
    spread = 0.56

    def __init__(self, reading: Reading, place: Place, work: Splitting) -> None:
        super().__init__(reading, place, work)
        held = Pose(grip=Grip.STRAND, turn=6, size=0.6 * self.size, mirrored=True)
        self.holding = hand_sprite(self.hands[1], held)
        self.pulling = hand_sprite(self.hands[0], replace(held, turn=8, mirrored=False))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The whole thread on one side, its parts on the other, a hand at each."""
        canvas, way = pen.canvas, self.work.way(moment)
        fork = self.fork(way)
        with mirrored(canvas, self.axis, when=self.holder_left):
            wide = max(2.4, self.whole / self.work.parts - 1.6)
            self._draw_strokes(canvas, self.parts_path(way, 46), wide)
            self._draw_whole(canvas, self.left - 150, fork)
            marks = skia.Path()
            for step in range(int((fork - self.left) / 12)):
                marks.moveTo(self.left + step * 12, self.level + 7)
                marks.lineTo(self.left + step * 12 + 9, self.level - 7)
            canvas.drawPath(marks, line(self.work.stuff.dark, 1.3, 0.7))
            tip = self.tips(way)[-1]
            self.holding.draw(canvas, (self.left, self.level))
            self.pulling.draw(canvas, (tip[0] + 6, tip[1]))
            self._draw_way(canvas, fork, 66 * self.size)
        self._write(pen)


class SplitCane(SplitRun):
    """A blade goes along a cane."""

    whole = CANE
    spread = 0.44

    def __init__(self, reading: Reading, place: Place, work: Splitting) -> None:
        super().__init__(reading, place, work)
        held = Pose(grip=Grip.FIST, turn=4, size=0.66 * self.size, mirrored=True)
        self.holding = hand_sprite(self.hands[1], held)
        if work.tool:
            self.blade = tool_sprite(work.tool, -14, self._blade_size(work.tool))
        grip = Pose(grip=work.tool.hold if work.tool else Grip.FIST, turn=-10, size=0.6 * self.size)
        self.leading = hand_sprite(self.hands[0], grip)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The cane, its laths spreading behind the blade, the hand with the blade."""
        canvas, way = pen.canvas, self.work.way(moment)
        fork = self.fork(way)
        with mirrored(canvas, self.axis, when=self.holder_left):
            wide = max(2.6, self.whole / self.work.parts - 2.6)
            self._draw_strokes(canvas, self.parts_path(way), wide)
            self._draw_whole(canvas, self.panel.stage.x - 30, fork - 10)
            nodes = skia.Path()
            for step in range(1, 8):
                x = self.left - 200 + step * 130
                if x < fork - 30:
                    nodes.moveTo(x, self.level - self.whole / 2)
                    nodes.quadTo(x + 7, self.level, x, self.level + self.whole / 2)
                    nodes.moveTo(x + 6, self.level - self.whole / 2)
                    nodes.quadTo(x + 13, self.level, x + 6, self.level + self.whole / 2)
            canvas.drawPath(nodes, line(self.work.stuff.dark, 1.8))
            self.holding.draw(canvas, (self.left - 20, self.level))
            self._draw_blade(canvas, fork)
            self._draw_way(canvas, fork, 84 * self.size)
        self._write(pen)

    def _draw_blade(self, canvas: skia.Canvas, fork: float) -> None:
        tool = self.work.tool
        if tool is None:
            return
        self.blade.draw(canvas, (fork + 6, self.level))
        reach = tool.grip * self._blade_size(tool)
        self.leading.draw(canvas, (fork + 6 + reach * 0.97, self.level - reach * 0.242))

    def _blade_size(self, tool: Tool) -> float:
        return min(0.95, 190 / max(100.0, tool.grip)) * self.size
