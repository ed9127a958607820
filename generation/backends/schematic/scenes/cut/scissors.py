"""A sheet cut along a line with scissors: they keep their place in the hand, and the sheet turns to meet them."""

import math
from itertools import pairwise
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, rectangle
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import GREY, INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.route import Route
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale, span, write_hand_tag
from generation.backends.schematic.scenes.props.gear import Gear, ToolInHand
from generation.backends.schematic.scenes.props.plan_view import draw_guide, guide_in
from generation.backends.schematic.scenes.props.scissors import Snips
from generation.backends.schematic.things.hands import Grip, Pose, draw_hand
from generation.backends.schematic.things.tools import TOOLS
from generation.backends.schematic.words.reading import Reading

UNSAID_SHEET: Final = "#EFE7D6"
LEAN: Final = 10.0  # degrees by which the scissors point upwards
BEGUN: Final = 0.1  # part of the work that the first picture shows
SAMPLES: Final = 180  # places along the line where its direction is known
CALM: Final = 4  # samples on each side over which a corner is rounded: paper cannot be jerked


class Turning:
    """How far a sheet must be turned at each part of a line for the cut to go towards ``heading`` (radians)."""

    def __init__(self, track: Route, heading: float) -> None:
        ways = [track.at(track.length * index / SAMPLES)[1] for index in range(SAMPLES + 1)]
        turns = [math.atan2(y, x) for x, y in ways]
        smooth = [turns[0]]
        for before, after in pairwise(turns):
            smooth.append(smooth[-1] + math.remainder(after - before, math.tau))
        self._turns = [heading - sum(near) / len(near) for near in (
            smooth[max(0, index - CALM) : index + CALM + 1] for index in range(SAMPLES + 1))]  # fmt: skip

    def at(self, share: float) -> float:
        """Degrees, clockwise, for a part of the line from 0 to 1."""
        place = max(0.0, min(1.0, share)) * SAMPLES
        index = min(SAMPLES - 1, int(place))
        low, high = self._turns[index : index + 2]
        return math.degrees(low + (high - low) * (place - index))


class ScissorsPlan(Figure):
    """The sheet from above. Only the line and its order are the work's; the sheet's turn is how scissors are led."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"俯视·{reading.step.action.text[:6]}", Pace.FASTER, Scale.NONE)
        self.sheet = reading.colour("纸色" if reading.says("纸") else "料的颜色", ("纸", "皮", "布", "绢"))
        self.holder = reading.holder()
        self.presser = reading.holds_down(self.holder)
        aside = -1 if self.holder.left else 1
        self.middle = (stage.x + stage.width * (0.5 - 0.1 * aside), stage.y + stage.height * 0.5)
        reach = min(stage.height * 0.32, stage.width * 0.2)
        self.guide = guide_in(reading, self.middle, reach, "所刻的线")
        edge = 1.34 if self.guide.named else 1.12  # a plain line runs from edge to edge
        self.half = (reach * edge, reach)
        lean = math.radians(LEAN)
        self.turning = Turning(self.guide.track, -lean if self.holder.left else math.pi + lean)
        size = min(1.2, stage.height / 290, stage.width / 560)
        self.tool = ToolInHand(Gear(TOOLS["scissors"], said=True), self.holder, size)
        self.snips = Snips(self.guide.track.length, size)
        self._paper = self._print()

    def _print(self) -> skia.Picture:
        """The sheet and the line to follow, drawn once."""
        (x, y), (wide, high) = self.middle, self.half
        recorder = skia.PictureRecorder()
        canvas = recorder.beginRecording(skia.Rect.MakeLTRB(x - wide - 9, y - high - 9, x + wide + 9, y + high + 9))
        sheet = rectangle(x - wide, y - high, 2 * wide, 2 * high)
        canvas.drawPath(sheet, fill(self.sheet or UNSAID_SHEET))
        canvas.drawPath(sheet, line(INK if self.sheet else GREY, 2.2))
        draw_guide(canvas, self.guide, "#F6E3D6" if self.sheet else INK2)
        return recorder.finishRecordingAsPicture()

    def done(self, moment: Moment) -> Point:
        """How much of the line is cut, in pixels, and where the edges of the scissors cross."""
        return self.snips.at(BEGUN + (1 - BEGUN) * span(moment.share, 0, 0.95))

    def still(self, pen: Pen) -> None:
        """Nothing: the sheet turns."""

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The sheet turned so that the line meets the scissors, the cut so far, the hands."""
        track, canvas = self.guide.track, pen.canvas
        cut, crossing = self.done(moment)
        turn = self.turning.at(cut / track.length)
        canvas.save()
        canvas.rotate(turn, *self.middle)
        canvas.drawPicture(self._paper)
        path = track.part(0, cut)
        canvas.drawPath(path, line("#33261D", 4.6))
        canvas.drawPath(path, line("#FDF3E2", 1.5))
        canvas.restore()
        here = self.turned(track.at(cut)[0], turn)
        self._draw_scissors(canvas, here, crossing)
        if track.touches(cut):
            canvas.drawCircle(*here, 4, fill(RED))
        self._draw_sign(canvas, turn)
        for holder in filter(None, (self.holder, self.presser)):
            write_hand_tag(pen, holder, self.panel.stage)

    def turned(self, point: Point, turn: float) -> Point:
        """Where a point of the sheet lies after a turn of so many degrees."""
        x, y = point[0] - self.middle[0], point[1] - self.middle[1]
        cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        return self.middle[0] + x * cos - y * sin, self.middle[1] + x * sin + y * cos

    def _draw_scissors(self, canvas: skia.Canvas, here: Point, crossing: float) -> None:
        side = -1 if self.holder.left else 1
        if self.presser:
            at = (self.middle[0] - side * self.half[0] * 1.02, self.middle[1] + self.half[1] * 0.2)
            draw_hand(canvas, Pose(grip=Grip.PALM, at=at, turn=4, size=0.6, mirrored=self.presser.left))
        canvas.save()
        canvas.translate(*here)
        canvas.scale(side, 1)
        self.tool.draw(canvas, (0, 0), LEAN, crossing=crossing)
        canvas.restore()

    def _draw_sign(self, canvas: skia.Canvas, turn: float) -> None:
        """A red sign beside the sheet of the way it turns; it slides with the sheet."""
        stage = self.panel.stage
        far = 1 if self.holder.left else -1
        x = self.middle[0]
        reach = min(math.hypot(*self.half) + 14, abs((stage.right if far > 0 else stage.x) - x) - 14)
        centre = 0 if far > 0 else 180
        oval = skia.Rect.MakeLTRB(x - reach, self.middle[1] - reach, x + reach, self.middle[1] + reach)
        ahead = self.turning.at(1.0) - turn
        if abs(ahead) < 3:
            return
        way = math.copysign(1, ahead)
        canvas.drawArc(oval, centre - way * 13, way * 26, useCenter=False, paint=line(RED, 3))
        end = math.radians(centre + way * 13)
        tip = (x + reach * math.cos(end), self.middle[1] + reach * math.sin(end))
        arrow(canvas, tip, end + way * math.pi / 2, 15, RED)
