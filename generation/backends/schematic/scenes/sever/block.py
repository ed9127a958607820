"""A block, a lump or a rod that is cut through, drawn slanting so that both the cut and the hand are seen."""

import math
from dataclasses import replace
from enum import StrEnum
from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, hatching, polygon
from generation.backends.schematic.drawing.palette import GREY, INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import (
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    ease,
    span,
)
from generation.backends.schematic.scenes.props.bench import (
    HandFigure,
    Strokes,
    caption,
    draw_motion,
    draw_tally,
    exact,
    flying,
    strokes_of,
)
from generation.backends.schematic.scenes.props.gear import Gear, ToolInHand, gear_for
from generation.backends.schematic.scenes.props.sprite import hand_sprite
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.things.tools import TOOLS, draw_tool
from generation.backends.schematic.things.workpieces import Form, workpiece_in
from generation.backends.schematic.words.reading import Holder, Reading

FORMS: Final = (Form.LUMP, Form.BLOCK, Form.RODS)
THROUGH: Final = 0.84  # part of the film at which the cut is done


class Way(StrEnum):
    """How the cutting tool moves."""

    SLICE = "slice"  # down, drawn a little
    SAW = "saw"  # to and fro
    CHOP = "chop"  # swung
    WIRE = "wire"  # stretched between two hands and drawn down


def cutter_of(reading: Reading) -> Gear:
    """The said tool; for chopping and slicing, where none was said, a grey blade."""
    return gear_for(reading, "sever", "cut", "carve", unsaid="cleaver")


def way_of(reading: Reading) -> Way:
    """By the tool, else by the verb."""
    gear = cutter_of(reading)
    ways = {TOOLS["saw"]: Way.SAW, TOOLS["axe"]: Way.CHOP, TOOLS["billhook"]: Way.CHOP, TOOLS["wire"]: Way.WIRE}
    if gear.said and gear.tool in ways:
        return ways[gear.tool]
    if "锯" in reading.verb:
        return Way.SAW
    return Way.CHOP if any(word in reading.verb for word in ("砍", "剁", "斩")) else Way.SLICE


def hull(points: list[Point]) -> skia.Path:
    """The convex outline round some points."""
    ordered = sorted(points)
    chains: list[list[Point]] = []
    for row in (ordered, ordered[::-1]):
        chain: list[Point] = []
        for point in row:
            while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
                chain.pop()
            chain.append(point)
        chains.append(chain[:-1])
    return polygon([*chains[0], *chains[1]])


def _turn(first: Point, second: Point, third: Point) -> float:
    return (second[0] - first[0]) * (third[1] - first[1]) - (second[1] - first[1]) * (third[0] - first[0])


class SeverBlock(HandFigure):
    """The tool goes down through the thing; the piece in front comes away."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        super().__init__(reading, Panel(place, caption(reading, "斜视"), Pace.ASSUMED, Scale.NONE))
        self.work = workpiece_in(reading, *FORMS, unsaid=Form.BLOCK)
        reading.assume("料的大小", None)
        self.way = way_of(reading)
        said = exact(reading.amount(Measure.REPETITION))
        self.strokes = strokes_of(reading, 1) if said else self._unsaid_strokes(reading)
        size = min(1.0, stage.width / 640, stage.height / 300)
        self.tool = ToolInHand(cutter_of(reading), self.holder, size, 260)
        pose = Pose(grip=Grip.STRAND, size=0.8 * size)
        self._palm = hand_sprite(self.holder, pose)
        self._other = hand_sprite(Holder("", not self.holder.left), replace(pose, mirrored=True))
        half = min(stage.height * (0.14 if self.work.form is Form.RODS else 0.19), stage.width * 0.11)
        self.half = (half if self.work.form is Form.RODS else half * 1.12, half)
        self.axis_out = (stage.width * 0.16, -stage.height * 0.17)
        self.middle = (stage.x + stage.width * 0.38, stage.y + stage.height * 0.58)
        self._section = self._ring()
        self.whole = self._body(-1, 1)
        self.front = self._body(-1, 0)
        self.behind = self._body(0, 1)
        self.face = polygon(self._at(-1))
        self.cut = polygon(self._at(0))
        self.cavity = self._cavity()

    def _unsaid_strokes(self, reading: Reading) -> Strokes:
        if self.way in (Way.SLICE, Way.WIRE):
            return Strokes(1, said=False)
        return Strokes(reading.assume("次数与快慢", 7 if self.way is Way.SAW else 4), said=False)

    def _ring(self) -> list[Point]:
        """The section: points round the middle of the cut."""
        (x, y), (wide, high) = self.middle, self.half
        power = {Form.RODS: 1.0, Form.LUMP: 0.5}.get(self.work.form, 0.12)
        points = []
        for step in range(64):
            turn = math.tau * step / 64
            cos, sin = math.cos(turn), math.sin(turn)
            points.append(
                (
                    x + wide * math.copysign(abs(cos) ** power, cos),
                    y + high * math.copysign(abs(sin) ** power, sin),
                )
            )
        return points

    def _at(self, along: float) -> list[Point]:
        dx, dy = self.axis_out
        return [(x + dx * along, y + dy * along) for x, y in self._section]

    def _body(self, start: float, end: float) -> skia.Path:
        return hull([*self._at(start), *self._at(end)])

    def _cavity(self) -> skia.Path | None:
        """The hollow of a bamboo, seen on a cut face in the plane of the cut."""
        if not (self.work.form is Form.RODS and "竹" in self.work.name):
            return None
        (x, y), (wide, high) = self.middle, self.half
        path = skia.Path()
        path.addOval(skia.Rect.MakeLTRB(x - wide * 0.68, y - high * 0.68, x + wide * 0.68, y + high * 0.68))
        return path

    def still_shapes(self, canvas: skia.Canvas) -> None:
        """The shadow on the ground."""
        shadow = skia.Path(self.whole)
        shadow.offset(14, self.half[1] * 0.34)
        canvas.save()
        canvas.clipPath(shadow, doAntiAlias=True)
        canvas.drawPath(hatching(shadow.getBounds(), -52, 8), line(INK2, 1.1, 0.6))
        canvas.restore()

    def level(self, share: float) -> float:
        """How deep the cut is, 0 to 1; negative while the tool is still above."""
        if self.strokes.count == 1:
            return -0.35 + 1.35 * ease(span(share, 0.0, THROUGH))
        beat = span(share, 0.05, THROUGH) * self.strokes.count
        if self.way is Way.CHOP:
            return (int(beat) + span(beat % 1, 0.5, 0.62)) / self.strokes.count if beat < self.strokes.count else 1.0
        return beat / self.strokes.count

    def moving_shapes(self, canvas: skia.Canvas, moment: Moment) -> None:
        """The thing, the tool in the cut, the piece in front of it."""
        deep = self.level(moment.share)
        apart = 0.42 * ease(span(moment.share, THROUGH, 0.97))
        top, tall = self.middle[1] - self.half[1], 2 * self.half[1]
        y = top + tall * deep
        if apart:
            lay(canvas, self.behind, self.work.stuff, outline=2.6)
            self._draw_face(canvas, self.cut, 0.0)
        else:
            lay(canvas, self.whole, self.work.stuff, outline=2.6)
        self._draw_tool(canvas, y, moment)
        self._draw_front(canvas, apart, y)
        if 0 < deep < 1 and self.way in (Way.SAW, Way.CHOP):
            chips = flying((self.middle[0] + self.half[0] + 4, y), moment.seconds, reach=40, side=1)
            canvas.drawPath(chips, fill(self.work.stuff.body))
            canvas.drawPath(chips, line(INK if self.work.said else GREY, 1.2))
        self._draw_way(canvas, y)

    def _draw_way(self, canvas: skia.Canvas, y: float) -> None:
        """The way down: beside the thing, or above the wire where a hand stands beside it."""
        if self.way is Way.WIRE:
            draw_motion(canvas, (self.middle[0], y - 64), (self.middle[0], y - 14))
        else:
            x, top = self.panel.stage.x + 44, self.panel.stage.y + 78
            draw_motion(canvas, (x, top), (x, top + 62))

    def _draw_front(self, canvas: skia.Canvas, apart: float, y: float) -> None:
        canvas.save()
        canvas.translate(-self.axis_out[0] * apart, -self.axis_out[1] * apart)
        if apart:
            lay(canvas, self.front, self.work.stuff, outline=2.6)
        else:
            lay(canvas, self.front, self.work.stuff, outline=0)
            canvas.save()
            canvas.clipPath(self.front, doAntiAlias=True)
            canvas.drawPath(self.whole, self._rim())
            canvas.restore()
            canvas.save()
            canvas.clipRect(skia.Rect.MakeLTRB(0, 0, 4000, y))
            canvas.drawPath(self.front, self._rim())
            canvas.restore()
        self._draw_face(canvas, self.face, -1.0)
        canvas.restore()

    def _rim(self) -> skia.Paint:
        return line(INK if self.work.said else GREY, 2.6, dash=None if self.work.said else (7, 5))

    def _draw_face(self, canvas: skia.Canvas, face: skia.Path, along: float) -> None:
        """A cut end: a little lighter, hollow where it is bamboo."""
        lay(canvas, face, self.work.stuff, outline=2.4)
        canvas.drawPath(face, fill("#FFF8E6", 0.35))
        if self.cavity:
            canvas.save()
            canvas.translate(self.axis_out[0] * along, self.axis_out[1] * along)
            canvas.drawPath(self.cavity, fill("#5B5232"))
            canvas.drawPath(self.cavity, line(INK, 2))
            canvas.restore()

    def _draw_tool(self, canvas: skia.Canvas, y: float, moment: Moment) -> None:
        left = self.middle[0] - self.half[0] - 26
        _, phase = self.strokes.at(moment.share)
        gone = 60 * ease(span(moment.share, THROUGH, 0.97)) if self.way is not Way.WIRE else 0.0
        if self.way is Way.WIRE:
            self._draw_wire(canvas, y)
        elif self.way is Way.SAW:
            sway = 38 * math.sin(math.tau * phase) if moment.share < THROUGH else 0.0
            self.tool.slide(canvas, (left - 30 + sway, y - gone))
        elif self.way is Way.CHOP:
            self._draw_chop(canvas, (left, y - gone), phase if moment.share < THROUGH else 0.55)
        else:
            self.tool.slide(canvas, (left + 22 * math.sin(math.tau * min(1.0, phase)), y - gone))
        if 0 < self.level(moment.share) < 1:
            canvas.drawCircle(self.middle[0] + self.half[0], y, 4, fill(RED))

    def _draw_chop(self, canvas: skia.Canvas, at: Point, phase: float) -> None:
        """Swung about the elbow, far to the right."""
        lift = 1 - ease(span(phase, 0.25, 0.55)) if phase < 0.62 else ease(span(phase, 0.62, 1.0))
        elbow = (at[0] + 420, at[1] + 20)
        canvas.save()
        canvas.translate(*elbow)
        canvas.rotate(16 * lift)
        canvas.translate(-elbow[0], -elbow[1])
        self.tool.draw(canvas, at)
        canvas.restore()

    def _draw_wire(self, canvas: skia.Canvas, y: float) -> None:
        """The taut wire behind the front piece, a hand at either end."""
        left = self.middle[0] - self.half[0] - 62
        right = self.middle[0] + self.half[0] + 96
        middle, scale = ((left + right) / 2, y), (right - left) / 2 / TOOLS["wire"].grip
        draw_tool(canvas, TOOLS["wire"], middle, 0, scale)
        self._other.draw(canvas, (left, y))
        self._palm.draw(canvas, (right, y))

    def tally(self, pen: Pen, moment: Moment) -> None:
        """The said number of strokes as rings that fill."""
        stage = self.panel.stage
        draw_tally(pen.canvas, self.point(stage.x + 26, stage.y + 34), self.strokes, moment.share, -self.away)
