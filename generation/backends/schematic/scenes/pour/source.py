"""What is poured from: a vessel that tilts, a ladle, a pipe. Built for a hand from the right; the stream leaves to the left."""

import math
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, hatch, ink, polygon
from generation.backends.schematic.drawing.palette import GREY, INK, INK2, fill, line
from generation.backends.schematic.scenes.base import draw_holder
from generation.backends.schematic.scenes.props.vessel import Vessel, build_of, portrait
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import BAMBOO, UNSAID, Stuff, lay
from generation.backends.schematic.things.tools import TOOLS, draw_tool
from generation.backends.schematic.things.workpieces import Form, kind_of
from generation.backends.schematic.words.reading import Holder, Reading

TILT: Final = 50.0  # degrees by which a full vessel is tilted at the end
PIPES: Final = ("管", "笕", "渠")
LADLES: Final = ("勺", "瓢", "舀")


class Source:
    """A vessel in a hand. Its lip stays at one place while it tilts."""

    def __init__(self, name: str, holder: Holder, lip: Point, size: float) -> None:
        self.holder, self.lip, self.size = holder, lip, size
        kind = kind_of(name) if name else None
        stuff = kind[1] if kind and kind[0] is Form.VESSEL else UNSAID
        self.vessel = Vessel(build_of(name), stuff, (0, 0), 98 * size)
        self.portrait = portrait(self.vessel)

    def draw(self, canvas: skia.Canvas, share: float) -> None:
        """Draw it tilted; ``share`` is how far, 0 to 1."""
        vessel, turn = self.vessel, -TILT * share
        lip = (-vessel.mouth, -vessel.height)
        canvas.save()
        canvas.translate(*self.lip)
        canvas.rotate(turn)
        canvas.translate(-lip[0], -lip[1])
        self.portrait.draw(canvas)
        canvas.restore()
        grip = _turned((vessel.half(0.5) - lip[0] - 4 * self.size, -vessel.height * 0.5 - lip[1]), turn)
        at = (self.lip[0] + grip[0], self.lip[1] + grip[1])
        draw_holder(canvas, self.holder, Pose(grip=Grip.FIST, at=at, turn=-14 + turn * 0.2, size=0.62 * self.size))


class Ladle:
    """A ladle on its handle."""

    def __init__(self, holder: Holder, lip: Point, size: float) -> None:
        self.holder, self.lip, self.size = holder, lip, size

    def draw(self, canvas: skia.Canvas, share: float) -> None:
        """Draw it tilted about its bowl."""
        tool, reach = TOOLS["ladle"], 0.62 * self.size
        canvas.save()
        canvas.translate(*self.lip)
        canvas.rotate(-8 - 20 * share)
        draw_tool(canvas, tool, (0, 0), 0, reach)
        at = (tool.grip * reach, 0.0)
        draw_holder(canvas, self.holder, Pose(grip=tool.hold, at=at, turn=4, size=0.6 * self.size))
        canvas.restore()


class Pipe:
    """A pipe that comes down from the right and ends at the lip; nobody holds it."""

    def __init__(self, stuff: Stuff, lip: Point, size: float) -> None:
        self.lip = lip
        recorder = skia.PictureRecorder()
        canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-40, -400, 1300, 60))
        half, long, fall = 13 * size, 1200.0, 0.16
        body = polygon([(0, -half), (long, -half - long * fall), (long, half - long * fall), (0, half)])
        lay(canvas, body, stuff, outline=2.4)
        hatch(
            canvas,
            polygon([(0, 2), (long, 2 - long * fall), (long, half - long * fall), (0, half)]),
            50,
            7,
            line(INK2, 1, 0.6),
        )
        for x in (90 * size, 230 * size, 370 * size):
            knot = polygon([(x, -half - 2 - x * fall), (x + 2, half + 2 - x * fall)], closed=False)
            canvas.drawPath(ink(knot, 4), fill(GREY if stuff is UNSAID else INK))
        mouth = skia.Rect.MakeLTRB(-6 * size, -half, 6 * size, half)
        canvas.drawOval(mouth, fill(stuff.dark))
        canvas.drawOval(mouth, line(INK, 2))
        self.picture = recorder.finishRecordingAsPicture()

    def draw(self, canvas: skia.Canvas, share: float) -> None:
        """Draw it; a pipe does not tilt."""
        del share
        canvas.save()
        canvas.translate(*self.lip)
        canvas.drawPicture(self.picture)
        canvas.restore()


def source_in(reading: Reading, lip: Point, size: float) -> Source | Ladle | Pipe:
    """What the words say it is poured from; a grey vessel where they do not."""
    tools = reading.tools
    if any(word in tools for word in PIPES):
        return Pipe(BAMBOO if "竹" in tools else UNSAID, lip, size)
    if "引水" in reading.verb and not tools:
        return Pipe(reading.assume("引水的管子", UNSAID), lip, size)
    holder = reading.holder()
    if any(word in tools for word in LADLES):
        return Ladle(holder, lip, size)
    name = next((term.text for term in reading.step.tool if kind_of(term.text)), "")
    if not name:
        reading.assume("倒的器具", None)
    return Source(name, holder, lip, size)


def _turned(point: Point, degrees: float) -> Point:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return point[0] * cos - point[1] * sin, point[0] * sin + point[1] * cos
