"""A line followed from above: the ground, the line to follow, how much is done, the tool and the hand."""

from dataclasses import dataclass
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.drawing.notation import DASH
from generation.backends.schematic.drawing.palette import GREY, INK2, line
from generation.backends.schematic.drawing.route import Route
from generation.backends.schematic.drawing.shapes import outline_named_in, plain
from generation.backends.schematic.scenes.base import Moment, Stage, draw_holder, ease, mirrored
from generation.backends.schematic.things.hands import Grip, Pose, draw_hand
from generation.backends.schematic.things.tools import TOOLS, Tool, draw_tool, tool_in
from generation.backends.schematic.words.reading import Holder, Reading

TURN = 14.0  # degrees by which tool and hand point downwards to the side of the hand


FROM_OUTLINE: Final = "线形取自附图"
NOT_AS_SAID: Final = "线形取自附图，未用所说的花样"


@dataclass(frozen=True, slots=True)
class Guide:
    """The line to follow; ``named`` when words or an attached outline give its shape."""

    track: Route
    named: bool


def guide_in(reading: Reading, middle: Point, reach: float, unsaid: str, *, flipped: bool = False) -> Guide:
    """The attached outline, else the one that the words name, else a plain line noted as ``unsaid``.

    ``flipped`` where the figure will be mirrored as a whole: an attached outline must not be.
    """
    outline = outline_named_in(reading.words_without_tools)
    if reading.outline:
        reading.credit(NOT_AS_SAID if outline else FROM_OUTLINE)
        reading.assume("花样的大小", None)
        own = reading.outline.flipped() if flipped else reading.outline
        return Guide(Route(own.at(*middle, reach)), named=True)
    reading.assume("花样的大小与样子" if outline else unsaid, None)
    return Guide(Route([(outline or plain)(*middle, reach)]), named=outline is not None)


def draw_guide(canvas: skia.Canvas, guide: Guide, code: str = INK2) -> None:
    """The line before the work: dashed, and grey when assumed."""
    canvas.drawPath(guide.track.path, line(code if guide.named else GREY, 1.6, 0.95, dash=DASH))


def share_done(moment: Moment) -> float:
    """How much of the line is done; never nothing, so that the first picture already shows the work."""
    return 0.07 + 0.93 * ease(moment.share * 1.05)


@dataclass(frozen=True, slots=True)
class Worker:
    """Tool and hand on the line. A left hand comes from the left."""

    tool: Tool
    holder: Holder
    size: float

    def draw(self, canvas: skia.Canvas, at: Point, *, bare: bool = False) -> None:
        """Draw both with the tip of the tool at a point; ``bare`` leaves out the tool: fingers do the work."""
        with mirrored(canvas, at[0], when=self.holder.left):
            if not bare:
                draw_tool(canvas, self.tool, at, TURN, self.size)
            canvas.save()
            canvas.translate(*at)
            canvas.rotate(TURN)
            grip = (self.tool.grip * self.size, 0)
            draw_holder(canvas, self.holder, Pose(grip=self.tool.hold, at=grip, turn=4, size=0.56 * self.size))
            canvas.restore()


def draw_presser(canvas: skia.Canvas, stage: Stage, presser: Holder) -> None:
    """The other hand, flat on the work, from its own side."""
    x = stage.x + 44 if presser.left else stage.right - 44
    pose = Pose(grip=Grip.PALM, at=(x, stage.y + stage.height * 0.42), turn=4, size=0.6, mirrored=presser.left)
    draw_hand(canvas, pose)


def of_another_trade(reading: Reading, does: str) -> bool:
    """Whether a tool was said that we know, and that is good for other work only."""
    known = any(word in reading.tools for tool in TOOLS.values() for word in tool.words)
    return known and tool_in(reading, does=does) is None
