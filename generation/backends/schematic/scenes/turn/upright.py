"""A drill or an awl upright in the hand, turned about its own axis."""

import math
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import rectangle
from generation.backends.schematic.drawing.notation import DASH, arrow
from generation.backends.schematic.drawing.palette import GREY, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
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
from generation.backends.schematic.scenes.turn.flat import TWIST
from generation.backends.schematic.scenes.turn.words import pointed_tool, turning_of
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID, lay
from generation.backends.schematic.things.tools import STYLUS, draw_tool
from generation.backends.schematic.words.reading import Reading

LEAN: Final = -34.0  # degrees: the forearm comes from the upper right


class TurnUpright(Figure):
    """The tool stands on the work; fingers turn its shaft, and a point on a ring round it shows how it goes."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"侧视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.tool = pointed_tool(reading) or reading.assume("工具的样子", STYLUS)
        self.turning = turning_of(reading, unsaid=TWIST)
        self.holder = reading.holder()
        reading.assume("钻头下的料", None)
        self.axis = stage.x + stage.width * (0.56 if self.holder.left else 0.44)
        self.ground = stage.bottom - 52
        self.size = (stage.height - 110) / max(240.0, self.tool.grip + 110)
        self.grip = self.ground - self.tool.grip * self.size
        pose = Pose(grip=Grip.PINCH, turn=LEAN, size=min(0.8, self.size * 0.7))
        self.hand = hand_sprite(self.holder, pose)

    def still(self, pen: Pen) -> None:
        """What it stands on, and the tool."""
        stage = self.panel.stage
        lay(pen.canvas, rectangle(self.axis - stage.width * 0.24, self.ground, stage.width * 0.48, 80), UNSAID)
        with mirrored(pen.canvas, self.axis, when=self.holder.left):
            draw_tool(pen.canvas, self.tool, (self.axis, self.ground), -90, self.size)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The hand, and the ring with its running point."""
        canvas = pen.canvas
        turned, along, lifted = self.turning.at(moment)
        with mirrored(canvas, self.axis, when=self.holder.left):
            sway = 5 * math.sin(math.radians(along))
            at = (self.axis + sway + 8 * lifted, self.grip)
            self.hand.draw(canvas, at)
        self._draw_ring(canvas, turned)
        canvas.drawCircle(self.axis, self.ground, 4.5, fill(RED))
        write_hand_tag(pen, self.holder, self.panel.stage)

    def _draw_ring(self, canvas: skia.Canvas, turned: float) -> None:
        """Seen from a little above: clockwise from above runs leftwards in front."""
        x, y = self.axis, self.ground - (self.ground - self.grip) * 0.4
        wide, deep = 62.0, 17.0
        code = RED if self.turning.word else GREY
        oval = skia.Rect.MakeLTRB(x - wide, y - deep, x + wide, y + deep)
        dash = None if self.turning.word else DASH
        start, sweep = (20, 140) if self.turning.clockwise else (160, -140)
        canvas.drawArc(oval, 0, 360, useCenter=False, paint=line(INK2, 1.0, 0.6))
        canvas.drawArc(oval, start, sweep, useCenter=False, paint=line(code, 3, dash=dash))
        end = math.radians(start + sweep)
        tip = (x + wide * math.cos(end), y + deep * math.sin(end))
        arrow(canvas, tip, math.pi + 0.5 if self.turning.clockwise else -0.5, 18, code)
        turn = math.radians(90 + turned)
        canvas.drawCircle(x + wide * math.cos(turn), y + deep * math.sin(turn), 6, fill(code))
