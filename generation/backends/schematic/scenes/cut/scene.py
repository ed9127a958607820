"""cut_along_path: a sheet, or several, cut along a line with a knife; with scissors it is another picture."""

import math
import random
from typing import ClassVar, Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import hatch, rectangle
from generation.backends.schematic.drawing.notation import Angle, Look, dimension, draw_angle, write_angle
from generation.backends.schematic.drawing.palette import GREY, INK, INK2, PALE, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, clipped
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
    write_hand_tag,
)
from generation.backends.schematic.scenes.cut.scissors import UNSAID_SHEET, ScissorsPlan
from generation.backends.schematic.scenes.props.imprint import Lettering
from generation.backends.schematic.scenes.props.lens import lens_in
from generation.backends.schematic.scenes.props.plan_view import Worker, draw_guide, draw_presser, guide_in, share_done
from generation.backends.schematic.scenes.props.sprite import Sprite
from generation.backends.schematic.things.tools import STYLUS, TOOLS, Tool, draw_tool
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

SHEETS: Final = ("纸", "皮子", "牛皮", "驴皮", "羊皮", "布", "绢", "箔")
DRAWN_LINE: Final = ("稿", "墨线", "画好的线", "线条", "轮廓", "花样", "纹样", "图样", "样子", "边线")
LOOSE_ENDS: Final = ("线头", "丝头", "余线", "灯芯", "毛边", "枝", "指甲", "头发", "毛", "草", "叶", "篾", "竹", "绳")
MATS: Final = ("蜡盘", "垫板", "蜡板", "油盘")
MAT: Final = "#4A3C30"
SHEET_HEIGHT: Final = 9.0


def tool_of(reading: Reading) -> Tool:
    """Scissors where scissors are said, a knife where a knife is; else a grey stick."""
    names = reading.tools
    if "剪" in names or (not names and "剪" in reading.step.action.text):
        return TOOLS["scissors"]
    return TOOLS["knife"] if "刀" in names else reading.assume("工具", STYLUS)


class CutPlan(Figure):
    """The sheet from above, and the cut that goes along the line."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"俯视·{reading.step.action.text[:6]}", Pace.FASTER, Scale.NONE)
        self.sheet = reading.colour("纸色" if reading.says("纸") else "料的颜色", ("纸", "皮", "布", "绢"))
        self.material = reading.says(*SHEETS)
        if not self.material:
            reading.assume("料子", None)
        self.tool = tool_of(reading)
        self.mat = reading.says(*MATS)
        self.holder = reading.holder()
        self.presser = reading.holds_down(self.holder)
        aside = 0.0 if self.presser else 0.08
        middle = (
            stage.x + stage.width * (0.5 + (aside if self.holder.left else -aside)),
            stage.y + stage.height * 0.53,
        )
        reach = min(stage.height * (0.42 if self.presser else 0.46), stage.width * 0.27)
        self.guide = guide_in(reading, middle, reach, "所刻的线")
        self.worker = Worker(self.tool, self.holder, min(1.1, stage.height / 300))
        self._tags = Lettering(self._write_tags, stage)

    def still(self, pen: Pen) -> None:
        """The mat when one was said, the sheet, the line to follow."""
        stage, canvas = self.panel.stage, pen.canvas
        if self.mat:
            mat = rectangle(stage.x + 10, stage.y + 8, stage.width - 20, stage.height - 16, 8)
            canvas.drawPath(mat, fill(MAT))
            hatch(canvas, mat, 24, 6, line("#8A7560", 1, 0.35))
        sheet = rectangle(stage.x + 24, stage.y + 20, stage.width - 48, stage.height - 40)
        canvas.drawPath(sheet, fill(self.sheet or UNSAID_SHEET))
        if self.sheet:
            _draw_fibres(canvas, sheet)
        said = self.material
        canvas.drawPath(sheet, line(INK if said else GREY, 1.8, dash=None if said else (7, 5)))
        draw_guide(canvas, self.guide, "#F6E3D6" if self.sheet else INK2)
        if self.presser:
            draw_presser(canvas, stage, self.presser)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The cut so far, the pressing hand, the tool in its hand."""
        track, canvas = self.guide.track, pen.canvas
        done = track.length * share_done(moment)
        path = track.part(0, done)
        canvas.drawPath(path, line("#33261D", 4.6))
        canvas.drawPath(path, line("#FDF3E2", 1.5))
        here, _ = track.at(done)
        self.worker.draw(canvas, here)
        if track.touches(done):
            canvas.drawCircle(*here, 4, fill(RED))
        self._tags.draw(pen)

    def _write_tags(self, pen: Pen) -> None:
        for holder in filter(None, (self.holder, self.presser)):
            write_hand_tag(pen, holder, self.panel.stage)


class CutSide(Figure):
    """The stack from its edge: how many sheets, and how upright the knife."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.said = reading.amount(Measure.ANGLE)
        self.panel = Panel(place, "侧视·下刀", Pace.ASSUMED, Scale.ANGLE if self.said else Scale.NONE)
        self.layers = reading.amount(Measure.LAYERS)
        self.sure = int(self.layers.ends[0]) if self.layers else 1
        self.count = math.ceil(self.layers.ends[1]) if self.layers else reading.assume("纸的层数", 1)
        low, high = self.said.ends if self.said else (reading.assume("下刀角度", 75.0),) * 2
        self.left = reading.holder().left
        self.tool = tool_of(reading)
        self.sheet = (
            reading.colour("纸色" if reading.says("纸") else "料的颜色", ("纸", "皮", "布", "绢")) or UNSAID_SHEET
        )
        self.mat = reading.says(*MATS) or reading.assume("垫底", default=False)
        self.lens = lens_in(stage, margin=12, rise=2)
        self.middle, self.radius = self.lens.middle, self.lens.radius
        self.base = self.middle[1] + self.radius * 0.52
        self.height = min(SHEET_HEIGHT * self.count, self.radius * 0.7)
        at = (self.middle[0] + self.radius * (0.14 if self.left else -0.14), self.base - self.height)
        self.angle = Angle(at=at, low=low, high=high, radius=self.radius * 0.46, mirrored=self.left)
        turn = self.angle.middle - 180 if self.angle.mirrored else -self.angle.middle
        self._blade = Sprite(lambda canvas: draw_tool(canvas, self.tool, (0, 0), turn, 2.4))
        self._lettering = Lettering(self._letter, stage)

    def still(self, pen: Pen) -> None:
        """The ground in the glass."""
        x, _ = self.middle
        self.lens.draw_glass(pen.canvas)
        with self.lens.inside(pen.canvas):
            ground = rectangle(x - self.radius, self.base, 2 * self.radius, self.radius)
            pen.canvas.drawPath(ground, fill(MAT if self.mat else PALE))
            hatch(pen.canvas, ground, 24, 8, line("#8A7560" if self.mat else GREY, 1.2, 0.6))
        self.lens.draw_rim(pen.canvas)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The tool goes down through all sheets, again and again."""
        canvas = pen.canvas
        phase = moment.seconds % 1.5 / 1.5
        depth = self.height * min(1.0, phase / 0.6) if phase < 0.8 else self.height * (1 - (phase - 0.8) / 0.2)
        with self.lens.inside(canvas):
            self._draw_sheets(canvas, depth)
            self._blade.draw(canvas, self.angle.point(self.angle.middle, -depth))
        self._lettering.draw(pen)

    def _letter(self, pen: Pen) -> None:
        canvas = pen.canvas
        if self.said:
            look = Look(about=self.said.about)
            draw_angle(canvas, self.angle, look)
            write_angle(pen, self.angle, self.said.figure, look, "#FFFDF7")
        if self.layers:
            self._write_layers(pen, self.layers)

    def _draw_sheets(self, canvas: skia.Canvas, depth: float) -> None:
        thick = self.height / self.count
        x, left = self.angle.at[0], self.middle[0] - self.radius
        for index in range(self.count):
            top = self.base - (index + 1) * thick
            slit = 2 if (self.count - 1 - index) * thick < depth else 0
            for start, end in ((left, x - slit), (x + slit, self.middle[0] + self.radius)):
                leaf = skia.Rect.MakeLTRB(start, top + 0.8, end, top + thick - 0.8)
                sure = 1.0 if index < self.sure else 0.4  # of a range, the sheets that may be there or not
                canvas.drawRect(leaf, fill(self.sheet, sure))
                canvas.drawRect(leaf, line(INK2, 0.8, sure))

    def _write_layers(self, pen: Pen, said: Amount) -> None:
        x = self.middle[0] + self.radius * (0.62 if self.left else -0.62)
        look = Look(about=said.about or said.ranged)
        dimension(pen.canvas, (x, self.base), (x, self.base - self.height), look)
        words = clipped(said.figure, FACT, 130)
        pen.write(words, x, self.base - self.height - 42, FACT.but(anchor="m", halo="#FFFDF7"))


def _draw_fibres(canvas: skia.Canvas, sheet: skia.Path) -> None:
    chance = random.Random(3)  # noqa: S311  WONTFIX: drawing, not secrets
    bounds = sheet.getBounds()
    canvas.save()
    canvas.clipPath(sheet, doAntiAlias=True)
    for _ in range(150):
        x, y = chance.uniform(bounds.left(), bounds.right()), chance.uniform(bounds.top(), bounds.bottom())
        dx, dy = chance.uniform(-18, 18), chance.uniform(-18, 18)
        canvas.drawLine(x, y, x + dx, y + dy, line(chance.choice(["#FFFFFF", "#000000"]), 0.8, 0.12))
    canvas.restore()


class Cut(Scene):
    """Cutting along a line."""

    template: ClassVar[str] = "cut_along_path"
    family: ClassVar[Family] = Family.CUT
    verbs: ClassVar[tuple[str, ...]] = ("剪", "裁", "刻", "下刀", "走刀")
    measure_names: ClassVar[dict[Measure, str]] = {Measure.ANGLE: "刀与纸面", Measure.LAYERS: "叠"}

    def parts(self, reading: Reading) -> list[Part]:
        """The sheet from above; the knife from the side where an angle or a number of layers was said."""
        if tool_of(reading) is TOOLS["scissors"]:
            return [Part(View.OVERVIEW, 1, lambda place: ScissorsPlan(reading, place))]
        plan = Part(View.OVERVIEW, 60, lambda place: CutPlan(reading, place))
        side = Part(View.SIDE, 40, lambda place: CutSide(reading, place))
        measured = reading.amount(Measure.ANGLE) or reading.amount(Measure.LAYERS)
        return [plan, side] if measured else [plan]

    @staticmethod
    def follows_line(reading: Reading) -> bool:
        """Always."""
        return True

    @staticmethod
    def objection(reading: Reading) -> str:
        """Cutting needs a sheet or a drawn line, and nothing that is no sheet."""
        material = reading.materials
        if any(word in material for word in LOOSE_ENDS):
            return "剪的不是纸面上的图样"
        if material and not any(word in material for word in (*SHEETS, *DRAWN_LINE)):
            return "这种料子的刻法还没有画法"
        paths = "".join(phrase.text for phrase in reading.step.path)
        if "裁" in reading.verb and not paths and not reading.says(*DRAWN_LINE):
            return "原话没有说到沿着什么线裁"
        if not reading.says("纸") and not any(word in paths + material for word in (*SHEETS, *DRAWN_LINE)):
            return "原话没有说到纸，也没有说到要刻的线"
        tools = reading.tools
        return "" if not tools or "刀" in tools or "剪" in tools else "这件工具还没有画法"
