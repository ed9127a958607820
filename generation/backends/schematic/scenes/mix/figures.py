"""Mixing: the bowl with stick and hand, the way round from above, and the parts as squares."""

import math
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, pen_line
from generation.backends.schematic.drawing.palette import CARD, HAIR, RED, line
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
)
from generation.backends.schematic.scenes.mix.way import whirl
from generation.backends.schematic.scenes.mix.words import (
    result_in,
    sense_in,
    stirs_by_hand,
    turns_in,
)
from generation.backends.schematic.scenes.props.goal import Goal, Where
from generation.backends.schematic.scenes.props.names import write_names
from generation.backends.schematic.scenes.props.vessel import FLAT, Vessel, build_of, portrait
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID
from generation.backends.schematic.things.tools import STYLUS, Tool, draw_tool, tool_in
from generation.backends.schematic.things.workpieces import Workpiece
from generation.backends.schematic.words.reading import Reading

LEVEL: Final = 0.82  # how full the bowl is
LEAN: Final = -52.0  # degrees: how the stick stands
ROCK: Final = 8.0  # degrees by which a bowl is rocked


def tool_for(reading: Reading) -> Tool | None:
    """The stick; nothing when a bare hand was said."""
    if stirs_by_hand(reading):
        return None
    tool = tool_in(reading, does="stir")
    if tool:
        return tool
    return reading.assume("工具的样子" if reading.step.tool else "搅的工具", STYLUS)


class MixBowl(Figure):
    """The bowl from a little above; the stick goes round in it, or the bowl itself is rocked (荡)."""

    def __init__(self, reading: Reading, place: Place, things: tuple[Workpiece, Goal]) -> None:
        stage = place.stage
        self.thing, self.goal = things
        result = result_in(reading)
        self.name = " → ".join(filter(None, (self.thing.name, result)))
        self.panel = Panel(place, f"斜视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.size = min(1.25, stage.height / 290)
        self.rocks = "荡" in reading.verb
        self.tool = None if self.rocks else tool_for(reading)
        self.holder = reading.holder()
        self.turns = reading.assume("荡几下", 4) if self.rocks else turns_in(reading)
        self.sense = sense_in(reading) * (-1 if self.holder.left else 1)  # the mirror of a left hand turns it back
        self.axis = stage.x + stage.width / 2
        build = build_of(self.goal.name or "碗")
        wide = min(stage.width * 0.52, stage.height * 0.42 / build.tall, 350 * self.size)
        stuff = self.goal.stuff if self.goal.where is Where.VESSEL else UNSAID
        self.vessel = Vessel(build, stuff, (stage.x + stage.width * 0.42, stage.bottom - 40 - wide * 0.09), wide)
        self.portrait = portrait(self.vessel, self.thing.stuff, LEVEL)
        self.swirl = whirl(self.vessel.half(LEVEL) * 0.8)

    @property
    def middle(self) -> Point:
        """The middle of the surface of what is mixed."""
        return self.vessel.at[0], self.vessel.at[1] - self.vessel.height * LEVEL

    def turn(self, moment: Moment) -> float:
        """How far round the stick has come, in turns."""
        return 0.1 + self.sense * self.turns * ease(span(moment.share, 0.0, 0.96))

    def still(self, pen: Pen) -> None:
        """The floor, the bowl unless it is rocked, the names."""
        stage = self.panel.stage
        floor = self.vessel.at[1] + self.vessel.half(0) * FLAT
        pen_line(pen.canvas, [(stage.x + 24, floor), (stage.right - 24, floor)], 1.8, seed=5, code=HAIR)
        if not self.rocks:
            with mirrored(pen.canvas, self.axis, when=self.holder.left):
                self._draw_bowl(pen.canvas)
        write_names(pen, stage, self.holder, (self.name, self.goal.name))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The swirl in the bowl, stick and hand; the bowl itself when it is rocked."""
        canvas, turn = pen.canvas, self.turn(moment)
        rock = ROCK * math.sin(math.tau * turn) if self.rocks else 0.0
        with mirrored(canvas, self.axis, when=self.holder.left):
            canvas.save()
            canvas.rotate(rock, *self.vessel.at)
            if self.rocks:
                self._draw_bowl(canvas)
            self._draw_swirl(canvas, turn)
            if self.rocks:
                self._draw_two_hands(canvas)
            canvas.restore()
            if not self.rocks:
                self._draw_stick(canvas, turn)

    def _draw_bowl(self, canvas: skia.Canvas) -> None:
        canvas.save()
        canvas.translate(*self.vessel.at)
        self.portrait.draw(canvas)
        canvas.restore()

    def _draw_swirl(self, canvas: skia.Canvas, turn: float) -> None:
        canvas.save()
        canvas.clipPath(self.vessel.opening(inset=6), doAntiAlias=True)
        canvas.translate(*self.middle)
        canvas.scale(1, FLAT)
        canvas.rotate(360 * turn)
        canvas.drawPath(self.swirl, line(self.thing.stuff.dark, 2.2, 0.9))
        canvas.restore()

    def spot(self, turn: float) -> Point:
        """Where the tip of the stick is."""
        reach = self.vessel.half(LEVEL) * 0.5
        x, y = self.middle
        return x + math.cos(math.tau * turn) * reach, y + math.sin(math.tau * turn) * reach * FLAT

    def _draw_stick(self, canvas: skia.Canvas, turn: float) -> None:
        tip = self.spot(turn)
        reach = self.vessel.half(LEVEL) * 0.74
        oval = skia.Rect.MakeLTRB(-reach, -reach * FLAT, reach, reach * FLAT)
        oval.offset(*self.middle)
        canvas.save()
        canvas.clipPath(self.vessel.opening(inset=4), doAntiAlias=True)
        canvas.drawArc(oval, 360 * turn, -150 * self.sense, useCenter=False, paint=line(CARD, 6, 0.8))
        canvas.drawArc(oval, 360 * turn, -150 * self.sense, useCenter=False, paint=line(RED, 3))
        canvas.restore()
        if self.tool is None:
            pose = Pose(grip=Grip.PINCH, at=(tip[0], tip[1] - 4), turn=LEAN + 12, size=0.66 * self.size)
            draw_holder(canvas, self.holder, pose)
            return
        size = min(0.9, 150 / max(self.tool.grip, 1.0)) * self.size
        canvas.save()
        canvas.translate(*tip)
        canvas.rotate(LEAN)
        draw_tool(canvas, self.tool, (-12 * self.size, 0), 0, size)
        at = (self.tool.grip * size - 12 * self.size, 0.0)
        draw_holder(canvas, self.holder, Pose(grip=self.tool.hold, at=at, turn=8, size=0.62 * self.size))
        canvas.restore()

    def _draw_two_hands(self, canvas: skia.Canvas) -> None:
        (x, y), size = self.vessel.at, self.size
        for left in (True, False):
            half = self.vessel.half(0.55) + 30 * size
            at = (x - half if left else x + half, y - self.vessel.height * 0.5)
            pose = Pose(grip=Grip.PALM, at=at, turn=10, size=0.6 * size, mirrored=left)
            draw_holder(canvas, self.holder, pose)
