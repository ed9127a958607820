"""A thing carved along a line, seen from the front."""

from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, curve, rectangle
from generation.backends.schematic.drawing.palette import GREY, INK, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Moment, Pace, Panel, Place, Scale
from generation.backends.schematic.scenes.props.bench import (
    HandFigure,
    Strokes,
    caption,
    draw_tally,
    exact,
    flying,
    strokes_of,
)
from generation.backends.schematic.scenes.props.chiselling import (
    draw_hammer,
    driven,
    end_of,
    hammer_in,
    hammering_hand,
    lift,
)
from generation.backends.schematic.scenes.props.gear import ToolInHand, gear_for
from generation.backends.schematic.scenes.props.plan_view import draw_guide, guide_in
from generation.backends.schematic.scenes.props.striker import Swing
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.things.workpieces import Form, workpiece_in
from generation.backends.schematic.words.reading import Reading

FORMS: Final = (Form.BLOCK, Form.ROUND, Form.VESSEL, Form.LUMP, Form.RODS, Form.SHEET)
STRUCK: Final = ("凿", "錾", "敲")
STANDING: Final = -68.0  # degrees; a struck chisel as it looks from the front
BEATS: Final = 9.0  # blows on one line; more would be a flicker
THICK: Final = 18.0  # pixels of the edge that shows below a board


class CarveFace(HandFigure):
    """The groove grows along the line the words name, else along a plain line that is assumed."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        super().__init__(reading, Panel(place, caption(reading, "正视"), Pace.FASTER, Scale.NONE))
        self.work = workpiece_in(reading, *FORMS, unsaid=Form.BLOCK)
        self.struck = reading.says(*STRUCK)
        low = 0.68 if self.struck else 0.52  # the hammer needs room above
        self.middle = (stage.x + stage.width * 0.4, stage.y + stage.height * low)
        self.half = (min(stage.width * 0.33, stage.height * 0.8), stage.height * 0.38)
        reach = min(self.half[1] * 0.74, self.half[0] * 0.62)
        self.guide = guide_in(reading, self.middle, reach, "所刻的线", flipped=self.holder.left)
        said = exact(reading.amount(Measure.REPETITION))
        self.passes = strokes_of(reading, 1) if said else Strokes(1, said=False, start=0.0, end=0.96)
        size = min(1.1, stage.height / 290, stage.width / 600)
        self.gear = gear_for(reading, "carve", "cut", unsaid="knife")
        twist = 90.0 if self.struck else 5.0  # a struck chisel stands up: the forearm comes from the side all the same
        size *= 0.64 if self.struck else 1.0
        self.tool = ToolInHand(self.gear, self.holder, size, 100 if self.struck else 150, twist)
        self.hammer = hammer_in(reading) if self.struck else None
        self.other = hammering_hand(reading, self.holder) if self.struck else self.holder

    def body(self) -> skia.Path:
        """The outline of the thing."""
        (x, y), (wide, high) = self.middle, self.half
        form = self.work.form
        if form is Form.ROUND:
            path = skia.Path()
            path.addCircle(x, y, high * 1.08)
            return path
        if form is Form.VESSEL:
            side = [(0.34, -1.0), (0.3, -0.8), (0.78, -0.4), (0.86, 0.1), (0.62, 0.7), (0.4, 1.0)]
            points = [(x + dx * high * 1.2, y + dy * high) for dx, dy in side]
            return curve([*points, *((2 * x - far, low) for far, low in reversed(points))], closed=True)
        if form is Form.RODS:
            return rectangle(x - wide, y - high * 0.6, 2 * wide, high * 1.2, high * 0.2)
        return rectangle(x - wide, y - high, 2 * wide, 2 * high, 26 if form is Form.LUMP else 5)

    def still_shapes(self, canvas: skia.Canvas) -> None:
        """The thing and the line to follow."""
        if self.work.form in (Form.BLOCK, Form.LUMP):
            below = skia.Path(self.body())
            below.offset(9, THICK)
            lay(canvas, below, self.work.stuff, outline=2.6)
            canvas.drawPath(below, fill(self.work.stuff.dark, 0.25))
        lay(canvas, self.body(), self.work.stuff, outline=2.8)
        draw_guide(canvas, self.guide)

    def done_at(self, share: float) -> tuple[int, float]:
        """The pass under way, and how far along the line the edge has come; by jerks under blows."""
        index, phase = self.passes.at(share)
        way = 0.07 + 0.93 * phase
        if self.struck:
            way = driven(way * BEATS) / BEATS
        return index, min(1.0, way)

    def moving_shapes(self, canvas: skia.Canvas, moment: Moment) -> None:
        """The groove so far, the chips, the tool."""
        index, way = self.done_at(moment.share)
        track = self.guide.track
        if index:
            self._draw_groove(canvas, track.path, 3.0 + 2.0 * index)
        self._draw_groove(canvas, track.part(0, track.length * way), 5.0 + 2.0 * index)
        here, _ = track.at(track.length * way)
        touches = track.touches(track.length * way)
        if touches:
            chips = flying(here, moment.seconds, reach=54)
            canvas.drawPath(chips, fill(self.work.stuff.body))
            canvas.drawPath(chips, line(INK if self.work.said else GREY, 1.5))
        self._draw_tool(canvas, here, moment.share)
        if touches:
            canvas.drawCircle(*here, 4, fill(RED))

    def _draw_tool(self, canvas: skia.Canvas, here: Point, share: float) -> None:
        if self.hammer is None:
            self.tool.slide(canvas, here, 15)
            return
        self.tool.slide(canvas, here, STANDING)
        _, phase = self.passes.at(share)
        end = end_of(self.gear, here, STANDING, self.tool.size)
        raised = lift((0.07 + 0.93 * phase) * BEATS)
        swing = Swing(end, raised, self.tool.size, end[1] - self.panel.stage.y)
        draw_hammer(canvas, self.hammer, self.other, swing, STANDING)

    def _draw_groove(self, canvas: skia.Canvas, path: skia.Path, wide: float) -> None:
        canvas.drawPath(path, line(self.work.stuff.dark if self.work.said else GREY, wide + 2.4))
        canvas.save()
        canvas.translate(0.9, 1.1)
        canvas.drawPath(path, line("#FFF8E8", wide * 0.42))
        canvas.restore()

    def tally(self, pen: Pen, moment: Moment) -> None:
        """The said number of passes as rings that fill."""
        stage = self.panel.stage
        draw_tally(pen.canvas, self.point(stage.x + 26, stage.y + 34), self.passes, moment.share, -self.away)
