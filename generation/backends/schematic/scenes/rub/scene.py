"""rub: sandpaper, stone, file or cloth goes to and fro over a surface, and the surface grows smooth."""

import math
from typing import ClassVar, Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.palette import GREY, fill, line
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
    bench_said,
    caption,
    draw_bench,
    draw_motion,
    draw_tally,
    dust,
    strokes_of,
    wrong_form,
)
from generation.backends.schematic.scenes.props.gear import Gear, ToolInHand, gear_for
from generation.backends.schematic.scenes.rub.hole import RubHole
from generation.backends.schematic.scenes.rub.lens import RubLens
from generation.backends.schematic.scenes.rub.surface import CORNER, LEVELS, Profile, Surface
from generation.backends.schematic.things.hands import Grip
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.things.workpieces import Form, Workpiece, workpiece_in
from generation.backends.schematic.words.reading import Reading

FORMS: Final = (Form.BLOCK, Form.ROUND, Form.VESSEL, Form.RODS, Form.SHEET)
BARE: Final = ("手掌", "掌心", "掌根", "手心", "手指", "指腹", "拇指")
CORNERS: Final = ("圆角", "倒角", "棱角", "圆边", "边角")
MARKS: Final = ("铅笔", "印记", "墨线", "印子", "画痕")
WIPING: Final = ("擦", "抛", "推光")
ONE_WAY: Final = ("一个方向", "同一方向", "单向", "顺着一个")
HOLES: Final = ("孔", "眼里", "洞", "眼儿")
GRINDING: Final = ("磨墨", "磨粉", "磨成粉", "磨浆", "磨豆", "磨面", "石磨", "磨合", "磨练")
WAY: Final = 0.78  # how far to either side the tool goes


def rubber_of(reading: Reading) -> Gear | None:
    """What rubs: the said tool, the bare hand when a palm or finger is said, else a grey pad."""
    if not reading.tools and reading.says(*BARE):
        return None
    wiping = any(word in reading.verb for word in WIPING)
    return gear_for(reading, "rub", "scrape", unsaid="cloth" if wiping else "stone")


def profile_of(reading: Reading, work: Workpiece) -> Profile:
    """What the work looks like from the side."""
    if reading.says(*CORNERS):
        return Profile.CORNER
    return {Form.ROUND: Profile.ROUND, Form.VESSEL: Profile.VESSEL}.get(work.form, Profile.FLAT)


class RubSide(HandFigure):
    """The work on the bench, the tool going over it."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        super().__init__(reading, Panel(place, caption(reading, "侧视"), Pace.FASTER, Scale.NONE))
        self.work = workpiece_in(reading, *FORMS, unsaid=Form.BLOCK)
        self.bench = bench_said(reading)
        self.surface = Surface(profile_of(reading, self.work), stage, stage.bottom - 36)
        self.strokes = strokes_of(reading, 5)
        self.one_way = reading.says(*ONE_WAY)
        self.marked = reading.says(*MARKS)
        self.tool = ToolInHand(rubber_of(reading), self.holder, min(0.95, stage.width / 660, stage.height / 310), 150)
        self._rough = self.surface.roughness()
        self._outline = self.surface.outline()
        self._rounded = [self.surface.outline(CORNER * level / LEVELS) for level in range(LEVELS + 1)]
        self._shine = self.surface.shine()

    def still_shapes(self, canvas: skia.Canvas) -> None:
        """The bench, and the work unless its corner is worked round."""
        draw_bench(canvas, self.panel.stage, self.surface.level, said=self.bench)
        if self.surface.profile is not Profile.CORNER:
            lay(canvas, self._outline, self.work.stuff, outline=2.8)

    def swing(self, share: float) -> float:
        """Where the tool is, -1 to 1. A stroke goes to the far side and back, or one way and is lifted back."""
        _, phase = self.strokes.at(share)
        if self.one_way:
            return 1 - 2 * ease(span(phase, 0.0, 0.7)) if phase < 0.7 else -1 + 2 * ease(span(phase, 0.7, 1.0))
        return math.cos(math.tau * phase)

    def progress(self, share: float) -> float:
        """How smooth the surface is, 0 to 1."""
        index, phase = self.strokes.at(share)
        return (index + phase) / self.strokes.count

    def moving_shapes(self, canvas: skia.Canvas, moment: Moment) -> None:
        """The surface as rough as it is now, the dust, the tool."""
        done = self.progress(moment.share)
        self._draw_surface(canvas, done)
        touch, lean = self.surface.touch(WAY * self.swing(moment.share))
        _, phase = self.strokes.at(moment.share)
        lift = 30 * math.sin(math.pi * span(phase, 0.7, 1.0)) if self.one_way else 0.0
        self._draw_dust(canvas, touch, moment.seconds)
        self._draw_tool(canvas, (touch[0], touch[1] - lift - 2), lean)
        y = max(self.panel.stage.y + 92, self.surface.level - self.surface.high - 150)
        x = self.panel.stage.x + 40
        draw_motion(canvas, (x + 96, y), (x, y), both=not self.one_way)

    def _draw_tool(self, canvas: skia.Canvas, at: tuple[float, float], lean: float) -> None:
        held = self.tool
        flat = held.gear is None or held.gear.tool.hold is Grip.PALM
        if flat:
            half = 60 * held.size  # a pad lies with its middle on the surface
            turn = math.radians(lean)
            held.draw(canvas, (at[0] - half * math.cos(turn), at[1] - half * math.sin(turn)), lean)
        else:
            turn = math.radians(lean - 2)
            back = 70 * held.size
            held.draw(canvas, (at[0] - back * math.cos(turn), at[1] - back * math.sin(turn)), lean - 2)

    def _draw_surface(self, canvas: skia.Canvas, done: float) -> None:
        level = min(LEVELS - 1, int(done * LEVELS))
        if self.surface.profile is Profile.CORNER:
            lay(canvas, self._rounded[round(done * LEVELS)], self.work.stuff, outline=2.8)
            canvas.drawPath(self._outline, line(GREY, 1.4, dash=(6, 5)))
        elif done < 1:
            lay(canvas, self._rough[level], self.work.stuff, outline=1.8)
        if self.marked:
            (start, _), (end, _) = self.surface.touch(-0.9), self.surface.touch(0.9)
            canvas.drawLine(start[0], start[1] + 5, end[0], end[1] + 5, line("#55524E", 4, 1 - done))
        canvas.drawPath(self._shine, line("#FFFFFF", 3.2, 0.85 * span(done, 0.55, 1.0)))

    def _draw_dust(self, canvas: skia.Canvas, at: tuple[float, float], seconds: float) -> None:
        if self.work.form is Form.SHEET:
            return
        edge = 1 if self.surface.profile is Profile.CORNER else -1
        x = self.surface.middle[0] + edge * (self.surface.half + 8)
        path = dust((x, at[1] + 8), seconds, reach=10, fall=self.surface.level - at[1] - 14)
        canvas.drawPath(path, fill(self.work.stuff.dark, 0.8))

    def tally(self, pen: Pen, moment: Moment) -> None:
        """The said number of strokes as rings that fill."""
        stage = self.panel.stage
        draw_tally(pen.canvas, self.point(stage.x + 30, stage.y + 40), self.strokes, moment.share, -self.away)


class Rub(Scene):
    """Grinding, filing, polishing, wiping."""

    template: ClassVar[str] = "rub"
    family: ClassVar[Family] = Family.RUB
    verbs: ClassVar[tuple[str, ...]] = (
        "磨", "打磨", "磨去", "抛光", "擦", "锉", "砑", "推光", "磨平", "圆角", "搓磨", "掏", "蹭",
    )  # fmt: skip
    measure_names: ClassVar[dict[Measure, str]] = {Measure.GRIT: "目数"}

    def parts(self, reading: Reading) -> list[Part]:
        """The work from the side and its surface magnified; a file in a hole from the side alone."""
        if _in_a_hole(reading):
            return [Part(View.SIDE, 1, lambda place: RubHole(reading, place))]
        return [
            Part(View.OVERVIEW, 62, lambda place: RubSide(reading, place)),
            Part(View.CLOSE_UP, 38, lambda place: RubLens(reading, place, rubber_of(reading))),
        ]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Rubbing needs something firm with a surface; grinding powder or ink is another work."""
        if reading.says(*GRINDING):
            return "这里磨的是粉末或墨，不是打磨表面"
        if "掏" in reading.verb and not _in_a_hole(reading):
            return "原话没有说到用锉刀掏"
        if wrong_form(reading, *FORMS, Form.POWDER):
            return "这种料子的打磨还没有画法"
        other = any(word in reading.tools for word in ("针", "剪", "锤", "笔", "钻"))
        return "用的不是打磨的工具" if other else ""


def _in_a_hole(reading: Reading) -> bool:
    return "锉" in reading.tools and reading.says(*HOLES)
