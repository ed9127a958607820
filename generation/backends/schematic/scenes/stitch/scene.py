"""stitch_along_path: a needle goes in at an angle, again and again, along a line on a cloth."""

import math
from bisect import bisect_right
from typing import ClassVar, Final

import skia

from craftnlp.spec import Measure
from generation.backends.base import Scalar
from generation.backends.schematic.drawing.lines import Point, circle, ink, rectangle, weave
from generation.backends.schematic.drawing.palette import HAIR, INK, INK2, RED, WOOD, colour, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import (
    Family,
    Figure,
    Moment,
    Pace,
    Panel,
    Part,
    Place,
    Scale,
    Scene,
    View,
    ease,
)
from generation.backends.schematic.scenes.props.imprint import Imprint
from generation.backends.schematic.scenes.props.plan_view import draw_guide, guide_in
from generation.backends.schematic.scenes.stitch.beat import beat_of
from generation.backends.schematic.scenes.stitch.lens import StitchLens
from generation.backends.schematic.scenes.stitch.side import StitchSide
from generation.backends.schematic.things.tools import NEEDLE, draw_tool
from generation.backends.schematic.words.reading import Reading

CLOTH_WORDS: Final = ("绷", "布", "绸", "缎", "绢", "绫", "纱", "帛", "面料", "鞋底", "绣", "针脚", "底料")
SURE_VERBS: Final = ("绣", "缝", "绗", "纳")
NOT_STITCHING: Final = ("穴", "皮肉", "经络", "穿针", "拔针", "抽针", "剪", "劈")
STITCH_GAP: Final = 7.4
STITCH_LENGTH: Final = 13.0
DOZEN: Final = 12
STITCHES: Final = 8  # on a shorter contour they are smaller, down to half
SLANT: Final = math.radians(24)


class StitchPlan(Figure):
    """The cloth from above, and the line of stitches growing along it."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, "俯视·走针路线", Pace.FASTER, Scale.NONE)
        self.hoop = reading.says("绷")
        self.middle = (stage.x + stage.width / 2, stage.y + stage.height / 2 + (8 if self.hoop else 0))
        self.radius = min(stage.width, stage.height) / 2 - (34 if self.hoop else 22)
        self.guide = guide_in(reading, self.middle, self.radius * (0.74 if self.hoop else 0.8), "走针路线")
        for unsaid in ("针脚长短", "绷的样子" if self.hoop else "布的大小"):
            reading.assume(unsaid, None)
        self.thread = reading.colour("线色", ("线", "丝", "绒")) or "#9A8D7C"
        self.fine = min(1.0, max(0.5, self.guide.track.shortest / (STITCHES * STITCH_GAP)))
        self.places = self.guide.track.places(STITCH_GAP * self.fine)
        self.stitches = self._stitches()
        self._prints: dict[int, Imprint] = {}

    def _stitches(self) -> list[tuple[Point, Point]]:
        cos, sin, half = math.cos(SLANT), math.sin(SLANT), self.fine * STITCH_LENGTH / 2
        found = []
        for place in self.places:
            (x, y), (run_x, run_y) = self.guide.track.at(place)
            dx, dy = (-run_y * cos + run_x * sin) * half, (run_x * cos + run_y * sin) * half
            found.append(((x - dx, y - dy), (x + dx, y + dy)))
        return found

    def still(self, pen: Pen) -> None:
        """The hoop or the piece of cloth, and the line to follow."""
        canvas, (x, y), radius = pen.canvas, self.middle, self.radius
        if self.hoop:
            cloth = circle(x, y, radius)
            _draw_hoop(canvas, x, y, radius)
        else:
            wide = self.panel.stage.width / 2 - 24
            cloth = rectangle(x - wide, y - radius, 2 * wide, 2 * radius)
            canvas.drawPath(cloth, line(INK2, 2))
        canvas.drawPath(cloth, fill("#FFFDF7"))
        weave(canvas, cloth, 5, line(HAIR, 0.7, 0.38))
        draw_guide(canvas, self.guide)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The stitches so far, and the needle at the last one."""
        share = 0.06 + 0.94 * ease(moment.share * 1.04)
        track = self.guide.track
        reached = track.length * share
        sewn = bisect_right(self.places, reached)
        printed = sewn // DOZEN
        self._sewn(printed).draw(pen.canvas)
        self._draw_stitches(pen.canvas, printed * DOZEN, sewn)
        (x, y), _ = track.at(reached)
        tail = skia.Path()
        tail.moveTo(x, y)
        tail.cubicTo(x + 20, y - 26, x + 50, y + 8, x + 66, y - 30)
        pen.canvas.drawPath(tail, line(self.thread, 1.8))
        draw_tool(pen.canvas, NEEDLE, (x, y), -30, 0.42)
        if track.touches(reached):
            pen.canvas.drawCircle(x, y, 5.5, line(RED, 2))

    def _sewn(self, dozens: int) -> Imprint:
        """The first stitches, printed a dozen at a time."""
        if dozens not in self._prints:
            self._prints[dozens] = Imprint(
                lambda canvas: self._draw_stitches(canvas, 0, dozens * DOZEN), self.panel.stage
            )
        return self._prints[dozens]

    def _draw_stitches(self, canvas: skia.Canvas, first: int, last: int) -> None:
        """Each stitch lies over the edge of the one before."""
        edge, thread = line("#4B3F35", 4.8 * self.fine, 0.9), line(self.thread, 2.9 * self.fine)
        for start, end in self.stitches[first:last]:
            canvas.drawLine(*start, *end, edge)
            canvas.drawLine(*start, *end, thread)


def _draw_hoop(canvas: skia.Canvas, x: float, y: float, radius: float) -> None:
    band = circle(x, y, radius + 20)
    band.addCircle(x, y, radius)
    band.setFillType(skia.PathFillType.kEvenOdd)
    canvas.save()
    canvas.clipPath(band, doAntiAlias=True)
    canvas.drawColor(colour(WOOD, 0.7))
    for step in range(150):
        turn = math.tau * step / 150
        lit = math.cos(turn - 0.9)
        if lit > -0.35:
            cos, sin, long = math.cos(turn), math.sin(turn), radius + 8 + 9 * max(0.0, lit)
            canvas.drawLine(
                x + (radius + 1) * cos, y + (radius + 1) * sin, x + long * cos, y + long * sin, line(INK2, 1)
            )
    canvas.restore()
    for offset, width in ((20, 2.8), (11, 1.2), (8, 1.2), (0, 2.4)):
        canvas.drawPath(ink(circle(x, y, radius + offset), width, seed=11 + offset), fill(INK))
    screw = rectangle(x - 9, y - radius - 33, 18, 15, 2)
    canvas.drawPath(screw, fill("#CBB89A"))
    canvas.drawPath(screw, line(INK, 1.7))


class Stitch(Scene):
    """Stitching along a line."""

    template: ClassVar[str] = "stitch_along_path"
    family: ClassVar[Family] = Family.INSERT
    verbs: ClassVar[tuple[str, ...]] = (
        *("扎", "刺", "插", "戳", "下针", "进针", "入针", "落针", "走针", "起针", "运针"),
        *SURE_VERBS,
    )
    measure_names: ClassVar[dict[Measure, str]] = {
        Measure.ANGLE: "入针",
        Measure.SPEED: "针速",
        Measure.SPACING: "针距",
    }

    def parts(self, reading: Reading) -> list[Part]:
        """Route and needle; the section only where a spacing was said."""
        beat = self.beat = beat_of(reading)
        plan = Part(View.OVERVIEW, 36 if beat.shows_detail else 44, lambda place: StitchPlan(reading, place))
        side = Part(View.SIDE, 44 if beat.shows_detail else 56, lambda place: StitchSide(reading, place, beat))
        lens = Part(View.CLOSE_UP, 26, lambda place: StitchLens(reading, place, beat))
        return [plan, side, lens] if beat.shows_detail else [plan, side]

    @staticmethod
    def follows_line(reading: Reading) -> bool:
        """Always."""
        return True

    @staticmethod
    def objection(reading: Reading) -> str:
        """Stitching needs a needle and a cloth, or a verb that means nothing else."""
        if reading.says(*NOT_STITCHING):
            return "原话说的不是沿线走针"
        if any(verb in reading.step.action.text for verb in SURE_VERBS):
            return ""
        if not reading.says("针"):
            return "原话没有说到针"
        return "" if reading.step.path or reading.says(*CLOTH_WORDS) else "原话没有说到布面或走针的路线"

    def facts(self) -> dict[str, Scalar]:
        """The scale of the magnified section, where a spacing gives one."""
        scale = self.beat.pixels_per_mm
        return {} if scale is None else {"pixels_per_mm": round(scale, 4), "true_speed": self.beat.true_speed}
