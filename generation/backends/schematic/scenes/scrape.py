"""scrape: a blade or plane goes over a surface in strokes and takes something off, or scratches it rough."""

import math
import random
from typing import ClassVar, Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Track, polygon, rectangle
from generation.backends.schematic.drawing.palette import GREY, INK, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import (
    Family,
    Moment,
    Pace,
    Panel,
    Part,
    Place,
    Scale,
    Scene,
    View,
    ease,
    span,
)
from generation.backends.schematic.scenes.props.bench import (
    HandFigure,
    caption,
    draw_motion,
    draw_size,
    draw_tally,
    exact,
    flying,
    strokes_of,
    write_size,
    wrong_form,
)
from generation.backends.schematic.scenes.props.edge import Edge, EdgeLens
from generation.backends.schematic.scenes.props.gear import Gear, ToolInHand, gear_for
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.things.tools import TOOLS
from generation.backends.schematic.things.workpieces import Form, workpiece_in
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

FORMS: Final = (Form.LUMP, Form.BLOCK, Form.ROUND, Form.VESSEL, Form.RODS, Form.SHEET)
ROUGHENING: Final = ("毛", "划痕", "划出道", "道子", "拉毛", "麻面")
PUSHING: Final = ("刨", "推", "往前", "铲")
MOUTH: Final = 74.0  # pixels from the nose of a plane to its iron
UNSAID_STROKES: Final = 4
LANES: Final = 4  # strokes side by side before the blade goes over the same place again


def scraper_of(reading: Reading) -> Gear:
    """The said blade or plane, else a grey scraper."""
    return gear_for(reading, "scrape", "cut", "carve", unsaid="scraper")


def pushed(reading: Reading) -> bool:
    """Whether the tool is pushed away from the hand; otherwise it is drawn towards it."""
    return scraper_of(reading).tool is TOOLS["plane"] or reading.says(*PUSHING)


def slit(reading: Reading) -> bool:
    """Whether one cut into the surface is meant, not a layer that comes off."""
    once = reading.says("一刀", "一道") and "刮" not in reading.verb
    return (once or reading.says("划开", "划破")) and not reading.says(*ROUGHENING)


class ScrapePlan(HandFigure):
    """The surface from above, and the strokes of the blade. ``spacing`` is the scale of parallel scratches, if said."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.spacing: Amount | None = reading.amount(Measure.SPACING)
        self.length: Amount | None = reading.amount(Measure.LENGTH)
        said = self.length or self.spacing
        both = self.length is not None and self.spacing is not None
        scale = Scale.TRUE if said and not both else Scale.NONE
        super().__init__(reading, Panel(place, caption(reading, "俯视"), Pace.ASSUMED, scale))
        self.work = workpiece_in(reading, *FORMS, unsaid=Form.BLOCK)
        self.rough = reading.says(*ROUGHENING)
        self.single = slit(reading)
        self.strokes = strokes_of(reading, 1 if self.single else UNSAID_STROKES)
        self.pushed = pushed(reading)
        self.planing = scraper_of(reading).tool is TOOLS["plane"]
        self.tool = ToolInHand(scraper_of(reading), self.holder, min(1.0, stage.width / 640, stage.height / 300), 150)
        self.pieces = self._pieces(reading)
        self.tracks = [self._track(index) for index in range(self.strokes.count)]
        self._scratches = self._marks()

    def _pieces(self, reading: Reading) -> list[skia.Rect]:
        """The pieces of work: as many as were said of boards or sheets, below each other."""
        said = exact(reading.amount(Measure.COUNT)) or 1
        count = said if said <= 3 and not self.single else 1
        stage = self.panel.stage
        top = stage.y + max(76.0, stage.height * 0.24)
        room = stage.bottom - top - stage.height * 0.12
        high = (room - 14 * (count - 1)) / count
        left, wide = stage.x + stage.width * 0.06, stage.width * 0.66
        if self.work.form is Form.RODS and count == 1:
            top, high = top + room * 0.3, room * 0.34
        return [skia.Rect.MakeXYWH(left, top + (high + 14) * index, wide, high) for index in range(count)]

    def _track(self, index: int) -> Track:
        """The line of one stroke, in the direction in which the blade goes."""
        count, total = len(self.pieces), self.strokes.count
        piece = self.pieces[index * count // total]
        lanes = min(LANES, math.ceil(total / count))
        lane = index % lanes
        y = piece.top() + piece.height() * (0.5 if lanes == 1 else 0.2 + 0.6 * lane / (lanes - 1))
        left, right = (piece.left() + piece.width() * 0.08, y), (piece.right() - piece.width() * 0.1, y - 4)
        return Track(polygon([right, left] if self.pushed else [left, right], closed=False))

    @property
    def band(self) -> float:
        """How wide the blade works, in pixels."""
        if self.single:
            return 5.0
        lanes = max(1, min(LANES, self.strokes.count // len(self.pieces)))
        return float(min(58.0, self.pieces[0].height() * 0.66 / lanes))

    def _marks(self) -> list[skia.Path]:
        """What a stroke leaves when it roughens: parallel scratches, slanting by turns, for each stroke."""
        chance = random.Random(31)  # noqa: S311  WONTFIX: drawing, not secrets
        gap, marks = self._gap(), []
        for index, track in enumerate(self.tracks):
            path, half = skia.Path(), self.band / 2
            lean = half * (0.7 if index % 2 else -0.7)
            for step in range(int(track.length / gap) + 1):
                (x, y), _ = track.at(step * gap)
                wide = half * (1.0 if self.spacing else chance.uniform(0.8, 1.1))
                path.moveTo(x - lean, y - wide)
                path.lineTo(x + lean, y + wide)
            marks.append(path)
        return marks

    def _gap(self) -> float:
        """Pixels between two scratches: the scale of a said spacing."""
        return 26.0 if self.spacing else 11.0

    def still_shapes(self, canvas: skia.Canvas) -> None:
        """The pieces of work, with the skin that is to come off."""
        for piece in self.pieces:
            shape = self._shape(piece)
            lay(canvas, shape, self.work.stuff, outline=2.6)
            if not self.rough and not self.single:
                self._draw_skin(canvas, shape)

    def _shape(self, piece: skia.Rect) -> skia.Path:
        if self.work.form in (Form.ROUND, Form.VESSEL):
            oval = skia.Path()
            oval.addOval(piece)
            return oval
        corner = 18 if self.work.form is Form.LUMP else piece.height() / 2 if self.work.form is Form.RODS else 4
        return rectangle(piece.left(), piece.top(), piece.width(), piece.height(), corner)

    def _draw_skin(self, canvas: skia.Canvas, shape: skia.Path) -> None:
        chance = random.Random(13)  # noqa: S311  WONTFIX: drawing, not secrets
        box, flecks = shape.getBounds(), skia.Path()
        for _ in range(150):
            x, y = chance.uniform(box.left(), box.right()), chance.uniform(box.top(), box.bottom())
            flecks.moveTo(x, y)
            flecks.lineTo(x + chance.uniform(3, 9), y + chance.uniform(-4, 4))
        canvas.save()
        canvas.clipPath(shape, doAntiAlias=True)
        canvas.drawPath(shape, fill(self.work.stuff.dark, 0.22))
        canvas.drawPath(flecks, line(self.work.stuff.dark, 1.6, 0.8))
        canvas.restore()

    def moving_shapes(self, canvas: skia.Canvas, moment: Moment) -> None:
        """The strokes so far, the shavings, the blade in its hand."""
        index, phase = self.strokes.at(moment.share)
        way = ease(span(phase, 0.0, 0.78))
        back = ease(span(phase, 0.8, 1.0)) if index < self.strokes.count - 1 else 0.0
        for number in range(index + 1):
            self._draw_stroke(canvas, number, 1.0 if number < index else max(0.02, way))
        track = self.tracks[index]
        (x, y), _ = track.at(track.length * way)
        if back:
            (goal, level), _ = self.tracks[index + 1].at(0)
            x, y = x + (goal - x) * back, y + (level - y) * back - 24 * math.sin(math.pi * back)
        if 0.04 < phase < 0.78:
            chips = flying((x, y), moment.seconds, reach=46, side=-1 if self.pushed else 1)
            canvas.drawPath(chips, fill(self.work.stuff.body))
            canvas.drawPath(chips, line(INK if self.work.said else GREY, 1.4))
        flat = MOUTH * self.tool.size if self.planing else 0.0
        self.tool.slide(canvas, (x - flat, y + flat * 0.4), 0.0 if self.planing else 16.0)
        canvas.drawCircle(x, y, 4, fill(RED))

    def _draw_stroke(self, canvas: skia.Canvas, number: int, share: float) -> None:
        track, box = self.tracks[number], self._shape_of(number)
        canvas.save()
        canvas.clipPath(box, doAntiAlias=True)
        done = track.part(0, track.length * share)
        if self.rough:
            wide = line(INK, self.band * 1.5)
            wide.setStrokeCap(skia.Paint.kButt_Cap)
            area = skia.Path()
            wide.getFillPath(done, area)
            canvas.clipPath(area)
            canvas.drawPath(self._scratches[number], line(INK if self.work.said else GREY, 2.2, 0.85))
        elif self.single:
            canvas.drawPath(done, line(INK, 5))
            canvas.drawPath(done, line("#FFFDF7", 1.6))
        else:
            broad = line(self.work.stuff.body, self.band)
            broad.setStrokeCap(skia.Paint.kButt_Cap)
            canvas.drawPath(done, broad)
            canvas.drawPath(done, line("#FFFFFF", 2, 0.6))
        canvas.restore()

    def _shape_of(self, number: int) -> skia.Path:
        return self._shape(self.pieces[number * len(self.pieces) // self.strokes.count])

    def tally(self, pen: Pen, moment: Moment) -> None:
        """The said number of strokes."""
        stage = self.panel.stage
        draw_tally(pen.canvas, self.point(stage.x + 26, stage.y + 36), self.strokes, moment.share, -self.away)

    def lettering(self, pen: Pen) -> None:
        """The way of the blade, the length of a stroke, the spacing of scratches."""
        stage = self.panel.stage
        y, start, end = stage.y + 34, stage.x + stage.width * 0.54, stage.x + stage.width * 0.68
        left, right = self.point(start, y), self.point(end, y)
        draw_motion(pen.canvas, *((right, left) if self.pushed else (left, right)))
        track = self.tracks[0]
        ends = sorted((track.at(0)[0][0], track.at(track.length)[0][0]))
        if self.length:
            y = self.pieces[-1].bottom() + 14
            self._draw_said(pen, self.length, (ends[0], ends[1]), y)
            middle = self.across(sum(ends) / 2)
            write_size(pen, self.length, (middle, y - 26), self.pieces[0].width() * 0.6, halo=self.work.stuff.body)
        elif self.spacing and self.rough:
            y, far = self.pieces[0].top() - 14, ends[0] + self._gap()
            self._draw_said(pen, self.spacing, (ends[0], far), y)
            anchor = "r" if self.holder.left else "l"
            write_size(pen, self.spacing, (self.across(far + 36), y + 8), 110, anchor=anchor)

    def _draw_said(self, pen: Pen, said: Amount, ends: tuple[float, float], y: float) -> None:
        start, end = sorted((self.across(ends[0]), self.across(ends[1])))
        draw_size(pen.canvas, said, (start, y), (end, y))


class Scrape(Scene):
    """Scraping, planing, scoring."""

    template: ClassVar[str] = "scrape"
    family: ClassVar[Family] = Family.CUT
    verbs: ClassVar[tuple[str, ...]] = ("刮", "刨", "划", "划毛", "刮毛", "刮去", "刮净", "刮平", "拉毛")
    measure_names: ClassVar[dict[Measure, str]] = {Measure.ANGLE: "刀与面", Measure.REPETITION: "刀数"}

    def parts(self, reading: Reading) -> list[Part]:
        """The surface from above; the edge on it, magnified."""
        work = workpiece_in(reading, *FORMS, unsaid=Form.BLOCK)
        gear = scraper_of(reading)
        plan = Part(View.OVERVIEW, 62, lambda place: ScrapePlan(reading, place))
        measured = any(reading.amount(one) for one in (Measure.ANGLE, Measure.DEPTH, Measure.THICKNESS))
        if slit(reading) and not measured:
            return [plan]
        edge = Edge(gear, work.stuff, pushed(reading), 30.0 if gear.tool is TOOLS["plane"] else 60.0)
        return [
            plan,
            Part(View.SIDE, 38, lambda place: EdgeLens(reading, place, "侧视·刃口", edge)),
        ]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Scraping needs a surface; drawing a line with a pen, or rowing, is another work."""
        if reading.says("刮风", "划船", "计划", "划分", "规划"):
            return "这里说的不是刮或划"
        if any(word in reading.tools for word in ("笔", "粉", "针", "剪", "砂纸")):
            return "用的不是刮削的工具"
        if wrong_form(reading, *FORMS, Form.POWDER, Form.LIQUID):
            return "这种料子的刮法还没有画法"
        if "划" in reading.verb and not (reading.tools or reading.says("刀", "毛", "划破", "划开")):
            return "原话没有说到用什么划"
        return ""
