"""Who carries: one hand, both hands, or a tool that was said, with the point where the thing is held."""

from dataclasses import dataclass
from typing import Final

import skia

from craftnlp.spec import HandSide
from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.scenes.base import draw_holder, mirrored
from generation.backends.schematic.scenes.props.piece import Piece
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.tools import STYLUS, Tool, draw_tool, tool_in
from generation.backends.schematic.things.workpieces import Form
from generation.backends.schematic.words.reading import Holder, Reading

LONGEST: Final = 130.0  # pixels from a tool's tip to the hand
STEEP: Final = -74.0  # degrees: the arm comes from above
TURN: Final = -34.0  # degrees: the arm comes from the upper right
CARRYING: Final = ("镊", "钳", "夹", "叉", "铲", "筷", "钩")


@dataclass(frozen=True, slots=True)
class Carrier:
    """One hand, both hands (``both``) or a hand with a tool. A right hand; figures mirror it for a left one."""

    holder: Holder
    both: bool
    tool: Tool | None
    form: Form
    size: float

    def draw(self, canvas: skia.Canvas, foot: Point, piece: Piece, away: float, turn: float = TURN) -> None:
        """Draw the carrier at a thing whose foot is at a point; ``away`` is 0 when it holds, 1 when it has gone."""
        x, y = foot
        wide, tall = piece.width / 2, piece.height
        gone = (70 * self.size * away, -56 * self.size * away)
        if self.both:
            self._draw_both(canvas, (x, y - max(tall * 0.5, 24 * self.size)), wide, gone)
            return
        share = 0.5 if self.form in (Form.SHEET, Form.RODS, Form.STRAND) else 0.6
        grip = (x + wide * share + gone[0], y - tall * (0.72 if self.form is not Form.SHEET else 0.6) + gone[1])
        self.pinch(canvas, grip, turn)

    def reach_in(self, canvas: skia.Canvas, foot: Point, piece: Piece, away: float) -> None:
        """Draw it reaching down into a vessel that is cut open: from straight above, past the walls."""
        (x, y), lift = foot, 130 * self.size * away
        for side in (-1, 1) if self.both else (1,):
            at = (x + side * piece.width * (0.3 if self.both else 0.0), y - piece.height * 0.8 - lift)
            with mirrored(canvas, at[0], when=side < 0):
                self.pinch(canvas, at, STEEP)

    def pinch(self, canvas: skia.Canvas, at: Point, turn: float) -> None:
        """Draw one hand, or the tool in it, pinching something at a point, the arm turned by some degrees."""
        if self.tool:
            self._draw_tool(canvas, self.tool, at, turn)
            return
        draw_holder(canvas, self.holder, Pose(grip=Grip.PINCH, at=at, turn=turn, size=0.62 * self.size))

    def _draw_both(self, canvas: skia.Canvas, middle: Point, wide: float, gone: Point) -> None:
        for left in (True, False):
            side = -1 if left else 1
            at = (middle[0] + side * (wide + 34 * self.size + gone[0]), middle[1] + gone[1])
            pose = Pose(grip=Grip.PALM, at=at, turn=-16, size=0.6 * self.size, mirrored=left)
            draw_holder(canvas, self.holder, pose)

    def _draw_tool(self, canvas: skia.Canvas, tool: Tool, tip: Point, turn: float) -> None:
        size = self.size
        reach = min(0.8, LONGEST / max(tool.grip, 1.0)) * size  # a long tool is drawn smaller, for the hand to be seen
        canvas.save()
        canvas.translate(*tip)
        canvas.rotate(turn)
        draw_tool(canvas, tool, (-10 * size, 0), 0, reach)
        at = (tool.grip * reach - 10 * size, 0.0)
        draw_holder(canvas, self.holder, Pose(grip=tool.hold, at=at, turn=0, size=0.62 * size))
        canvas.restore()


def carrier_in(reading: Reading, form: Form, size: float) -> Carrier:
    """The carrier that the words name."""
    said = bool(reading.step.hand) and reading.step.hand[0].side is HandSide.BOTH
    both = said or (not reading.step.hand and "捧" in reading.verb)  # one carries in cupped hands with two
    tool = tool_in(reading, does="place")
    if tool is None and any(word in reading.tools for word in CARRYING):
        tool = reading.assume("工具的样子", STYLUS)
    holder = Holder("双手") if said else reading.holder()
    return Carrier(holder, both and tool is None, tool, form, size)
