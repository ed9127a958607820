"""The parts of a tool put together, and parts held by nails."""

import math
from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import polygon, rectangle
from generation.backends.schematic.drawing.notation import DASH
from generation.backends.schematic.drawing.palette import GREY, INK, RED, fill, line
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
from generation.backends.schematic.scenes.join.words import (
    MOST_PARTS,
    count_in,
    ground_of,
    piece_of,
    tool_among_parts,
)
from generation.backends.schematic.scenes.props.sprite import Sprite, hand_sprite
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import METAL, lay
from generation.backends.schematic.things.tools import STYLUS, draw_tool
from generation.backends.schematic.words.reading import Holder, Reading

SPLIT: Final = 0.55  # where the tool comes apart, as a share of the way from its tip to the hand
TURNS: Final = 3


class ToolParts(Figure):
    """Both halves of the tool come together along its axis, and are turned tight."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"侧视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.tool = tool_among_parts(reading) or reading.assume("工具的样子", STYLUS)
        reading.assume("从哪里分开", None)
        self.holder = reading.holder()
        self.axis = stage.x + stage.width / 2
        self.level = stage.y + stage.height * 0.5
        self.size = min(2.2, stage.width * 0.46 / max(120.0, self.tool.grip + 60))
        self.tip = (self.axis - self.tool.grip * self.size * 0.62, self.level)
        self.cut = self.tip[0] + self.tool.grip * self.size * SPLIT
        self.away = stage.width * 0.1
        size = min(0.72, stage.height / 480)
        self.hand = hand_sprite(self.holder, Pose(grip=self.tool.hold, size=size))
        self.other = hand_sprite(Holder(""), Pose(grip=Grip.PINCH, size=size, mirrored=True))
        self.turned = Sprite(lambda canvas: draw_tool(canvas, self.tool, (0, 0), 0, self.size))

    def apart(self, moment: Moment) -> float:
        """Pixels between both halves."""
        return self.away * (1 - ease(span(moment.share, 0.08, 0.6)))

    def still(self, pen: Pen) -> None:
        """The common axis."""
        stage = self.panel.stage
        pen.canvas.drawLine(stage.x + 24, self.level, stage.right - 24, self.level, line(GREY, 1.4, dash=(14, 6)))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The halves with a hand on each; the other hand was not said and is an outline."""
        canvas, gap, stage = pen.canvas, self.apart(moment), self.panel.stage
        with mirrored(canvas, self.axis, when=self.holder.left):
            for start, end, shift in ((stage.x - 900, self.cut, -gap), (self.cut, stage.right + 900, gap)):
                canvas.save()
                canvas.translate(shift, 0)
                canvas.clipRect(skia.Rect.MakeLTRB(start, stage.y, end, stage.bottom))
                self.turned.draw(canvas, self.tip)
                canvas.restore()
            tightens = 5 * math.sin(math.tau * TURNS * span(moment.share, 0.64, 0.94))
            self.hand.draw(canvas, (self.tip[0] + self.tool.grip * self.size + gap, self.level + tightens))
            self.other.draw(canvas, (self.cut - 0.34 * self.tool.grip * self.size - gap, self.level))
            canvas.drawCircle(self.cut - gap, self.level, 4.5, fill(RED))
        write_hand_tag(pen, self.holder, stage)


class Nails(Figure):
    """In section: as many nails as were said go through the part into what is below, one after another."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"剖面·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.piece, self.ground = piece_of(reading), ground_of(reading)
        said = count_in(reading, Measure.COUNT, most=MOST_PARTS)
        self.count = int(said.ends[1]) if said else reading.assume("几颗", 1)
        self.holder = reading.holder()
        self.axis = stage.x + stage.width / 2
        self.base = stage.y + stage.height * 0.64
        self.thick = stage.height * 0.14
        self.length = stage.height * 0.32
        pitch = stage.width * 0.52 / self.count
        start = self.axis - stage.width * 0.06 - pitch * self.count / 2
        self.spots = [start + pitch * (index + 0.5) for index in range(self.count)]
        self.nail = polygon([(-4, 0), (4, 0), (4, self.length * 0.86), (0, self.length), (-4, self.length * 0.86)])
        self.cap = rectangle(-17, -8, 34, 9, 4)
        self.hand = hand_sprite(self.holder, Pose(grip=Grip.PINCH, turn=-24, size=min(0.66, stage.height / 520)))

    def still(self, pen: Pen) -> None:
        """The two parts, one on the other."""
        stage = self.panel.stage
        lay(
            pen.canvas,
            rectangle(stage.x - 10, self.base, stage.width + 20, stage.height),
            self.ground.stuff,
            outline=2.6,
        )
        part = rectangle(stage.x + stage.width * 0.1, self.base - self.thick, stage.width * 0.8, self.thick)
        lay(pen.canvas, part, self.piece.stuff, outline=2.6)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The nails that are in, and the one that goes in now."""
        canvas = pen.canvas
        beat = min(self.count - 0.001, span(moment.share, 0, 0.94) * self.count)
        now, phase = int(beat), beat % 1
        out = self.length * 0.96 * (1 - ease(span(phase, 0.12, 0.8)))
        top = self.base - self.thick
        with mirrored(canvas, self.axis, when=self.holder.left):
            for index, x in enumerate(self.spots[: now + 1]):
                self._draw_nail(canvas, x, top - (out if index == now else 0.0))
            at = (self.spots[now] + 12, top - out - 10)
            self.hand.draw(canvas, at)
            canvas.drawCircle(self.spots[now], top, 4.5, fill(RED))
        write_hand_tag(pen, self.holder, self.panel.stage)

    def _draw_nail(self, canvas: skia.Canvas, x: float, y: float) -> None:
        canvas.save()
        canvas.translate(x, y)
        inside = max(0.0, self.base - self.thick - y)
        canvas.drawPath(self.nail, fill(METAL.body))
        canvas.drawPath(self.nail, line(INK, 1.8, dash=None if inside else DASH))
        canvas.drawPath(self.cap, fill(METAL.body))
        canvas.drawPath(self.cap, line(INK, 2.2))
        canvas.restore()
