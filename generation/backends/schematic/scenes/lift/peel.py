"""A sheet that comes off from one corner: from above with the hand, and from the side with its angle."""

import math
from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, curve, hatch, polygon, rectangle
from generation.backends.schematic.drawing.notation import Angle, Look, arrow, draw_angle, write_angle
from generation.backends.schematic.drawing.palette import CARD, GREY, INK, INK2, RED, fill, line
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
)
from generation.backends.schematic.scenes.props.carrier import carrier_in
from generation.backends.schematic.scenes.props.goal import Goal
from generation.backends.schematic.scenes.props.names import write_names
from generation.backends.schematic.things.stuff import UNSAID, lay
from generation.backends.schematic.things.workpieces import Form, Workpiece
from generation.backends.schematic.words.reading import Reading

UNSAID_ANGLE: Final = 40.0
ARM: Final = 38.0  # degrees: the arm comes from below, so that the fold is seen
END: Final = 0.6  # the part of the sheet's diagonal that is off at the end


def off(moment: Moment) -> float:
    """How much of the sheet is off, as a share of its diagonal; never nothing, so that the first picture shows it."""
    return 0.22 + (END - 0.22) * ease(span(moment.share, 0.08, 0.94))


def halves(corners: list[Point], at: Point, normal: Point) -> tuple[list[Point], list[Point]]:
    """A convex shape cut by a line: the part behind it, and the part in front mirrored back over the line."""
    behind: list[Point] = []
    front: list[Point] = []
    for index, corner in enumerate(corners):
        after = corners[(index + 1) % len(corners)]
        here, there = (_reach(point, at, normal) for point in (corner, after))
        (front if here > 0 else behind).append(corner)
        if here * there < 0:
            share = here / (here - there)
            cut = (corner[0] + (after[0] - corner[0]) * share, corner[1] + (after[1] - corner[1]) * share)
            behind.append(cut)
            front.append(cut)
    return behind, [folded(point, at, normal) for point in front]


def _reach(point: Point, at: Point, normal: Point) -> float:
    return (point[0] - at[0]) * normal[0] + (point[1] - at[1]) * normal[1]


def folded(point: Point, at: Point, normal: Point) -> Point:
    """A point mirrored over a line."""
    reach = _reach(point, at, normal)
    return point[0] - 2 * reach * normal[0], point[1] - 2 * reach * normal[1]


class PeelPlan(Figure):
    """The sheet on its ground from above; the near corner is drawn back over the sheet."""

    def __init__(self, reading: Reading, place: Place, things: tuple[Workpiece, Goal]) -> None:
        stage = place.stage
        self.thing, self.goal = things
        self.panel = Panel(place, f"俯视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.size = min(1.25, stage.height / 290)
        self.carrier = carrier_in(reading, Form.SHEET, self.size)
        self.axis = stage.x + stage.width / 2
        left, right = stage.x + stage.width * 0.16, stage.x + stage.width * 0.8
        top, low = stage.y + stage.height * 0.2, stage.bottom - 54
        self.corners: list[Point] = [(left, top), (right, top), (right, low), (left, low)]
        self.ground = self._ground()
        if not reading.says("角"):
            reading.assume("从哪个角揭", None)

    def fold_at(self, share: float) -> tuple[Point, Point]:
        """A point of the fold and the direction in which the corner was lifted."""
        far, near = self.corners[0], self.corners[2]
        run = (near[0] - far[0], near[1] - far[1])
        long = math.hypot(*run)
        normal = (run[0] / long, run[1] / long)
        along = long * (1 - share * 0.62)
        return (far[0] + normal[0] * along, far[1] + normal[1] * along), normal

    def still(self, pen: Pen) -> None:
        """The ground and the whole sheet on it; the film lays its ground bare again."""
        canvas = pen.canvas
        with mirrored(canvas, self.axis, when=self.carrier.holder.left):
            canvas.drawPicture(self.ground)
            lay(canvas, polygon(self.corners), self.thing.stuff, outline=0)
        write_names(pen, self.panel.stage, self.carrier.holder, (self.thing.name, self.goal.name), low_arm=True)

    def _ground(self) -> skia.Picture:
        (left, top), (right, low) = self.corners[0], self.corners[2]
        recorder = skia.PictureRecorder()
        canvas = recorder.beginRecording(skia.Rect.MakeLTRB(left - 30, top - 20, right + 30, low + 20))
        board = rectangle(left - 26, top - 16, right - left + 52, low - top + 32, 5)
        lay(canvas, board, self.goal.stuff, outline=0)
        said = self.goal.stuff is not UNSAID
        canvas.drawPath(board, line(INK if said else GREY, 2.6, dash=None if said else (7.0, 5.0)))
        hatch(canvas, rectangle(left + 8, top + 8, right - left - 16, low - top - 16), 30, 12, line(INK2, 0.8, 0.35))
        canvas.drawPath(polygon(self.corners), line(INK2, 1.4, dash=(6, 5)))
        return recorder.finishRecordingAsPicture()

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The ground that is bare, the part of the sheet that is off, the hand at its corner."""
        canvas = pen.canvas
        at, normal = self.fold_at(off(moment))
        lying, back = halves(self.corners, at, normal)
        with mirrored(canvas, self.axis, when=self.carrier.holder.left):
            canvas.save()
            canvas.clipPath(polygon([folded(point, at, normal) for point in back]), doAntiAlias=True)
            canvas.drawPicture(self.ground)
            canvas.restore()
            canvas.drawPath(polygon(lying), line(GREY if self.thing.stuff is UNSAID else INK, 2.4))
            corner = folded(self.corners[2], at, normal)
            self._draw_flap(canvas, back)
            self._draw_way(canvas, corner)
            self._draw_hand(canvas, corner)

    def _draw_flap(self, canvas: skia.Canvas, back: list[Point]) -> None:
        flap = polygon(back)
        shadow = skia.Path(flap)
        shadow.offset(-7, 9)
        canvas.drawPath(shadow, fill(INK, 0.12))
        lay(canvas, flap, self.thing.stuff, outline=2.4)
        canvas.drawPath(flap, fill(INK2, 0.13))

    def _draw_way(self, canvas: skia.Canvas, corner: Point) -> None:
        """The way of the corner: from where it lay, in a bow over the sheet."""
        start = self.corners[2]
        middle = ((start[0] + corner[0]) / 2 + 24, (start[1] + corner[1]) / 2 + 26)
        bow = curve([start, middle, corner])
        canvas.drawPath(bow, line(RED, 2.8, dash=(9, 6)))

    def _draw_hand(self, canvas: skia.Canvas, corner: Point) -> None:
        """The hand or the tweezers pinch the corner; the arm comes from the right."""
        self.carrier.pinch(canvas, (corner[0] + 3, corner[1] - 2), ARM)


class PeelSide(Figure):
    """The sheet from its edge: still flat on the left, drawn up on the right, at its angle where one was said."""

    def __init__(self, reading: Reading, place: Place, things: tuple[Workpiece, Goal]) -> None:
        stage = place.stage
        self.thing, self.goal = things
        self.said = reading.amount(Measure.ANGLE)
        self.panel = Panel(place, "侧视·揭起", Pace.ASSUMED, Scale.ANGLE if self.said else Scale.NONE)
        low, high = self.said.ends if self.said else (reading.assume("揭起的斜度", UNSAID_ANGLE),) * 2
        self.size = min(1.25, stage.height / 290)
        self.carrier = carrier_in(reading, Form.SHEET, self.size)
        self.axis = stage.x + stage.width / 2
        self.floor = stage.bottom - 60 * self.size
        self.long = min(stage.height * 0.66, stage.width * 0.58)
        self.low, self.high = low, high
        self.start = stage.x + stage.width * 0.26
        self.look = Look(said=self.said is not None, about=bool(self.said and self.said.about))

    def angle_at(self, x: float) -> Angle:
        """The said angle at the place where the sheet leaves the ground."""
        left = self.carrier.holder.left
        at = (2 * self.axis - x if left else x, self.floor)
        return Angle(at=at, low=self.low, high=self.high, radius=64 * self.size, mirrored=left)

    def still(self, pen: Pen) -> None:
        """The ground from its edge."""
        stage, canvas = self.panel.stage, pen.canvas
        ground = rectangle(stage.x + 20, self.floor, stage.width - 40, 26 * self.size)
        lay(canvas, ground, self.goal.stuff, outline=2.4)
        hatch(canvas, ground, -50, 9, line(INK2, 1, 0.6))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The edge of the sheet and the hand; then the angle and its words."""
        canvas = pen.canvas
        leaves = self.start - 26 * self.size * off(moment)
        turn = math.radians((self.low + self.high) / 2)
        reach = self.long * (0.7 + 0.3 * off(moment) / END)
        tip = (leaves + math.cos(turn) * reach, self.floor - 3 - math.sin(turn) * reach)
        with mirrored(canvas, self.axis, when=self.carrier.holder.left):
            edge = polygon([(self.panel.stage.x + 30, self.floor - 3), (leaves, self.floor - 3), tip], closed=False)
            code = GREY if self.thing.stuff is UNSAID else INK
            canvas.drawPath(edge, line(code, 7))
            canvas.drawPath(edge, line(self.thing.stuff.body, 3.4))
            canvas.drawCircle(leaves, self.floor - 3, 4.5, fill(RED))
            self.carrier.pinch(canvas, tip, min(-10.0, -math.degrees(turn) + 10))
            self._draw_pull(canvas, tip, turn)
        angle = self.angle_at(leaves)
        draw_angle(canvas, angle, self.look)
        if self.said:
            still = self.angle_at(self.start - 13 * self.size)  # the words rest while the corner creeps
            write_angle(pen, still, self.said.figure, self.look, CARD)

    def _draw_pull(self, canvas: skia.Canvas, tip: Point, turn: float) -> None:
        start = (tip[0] - 26 * self.size, tip[1] - 12 * self.size)
        end = (start[0] - 34 * self.size * math.sin(turn), start[1] - 34 * self.size * math.cos(turn))
        canvas.drawLine(*start, *end, line(RED, 3))
        arrow(canvas, end, math.atan2(end[1] - start[1], end[0] - start[0]), 15, RED)
