"""draw_along_path: wax, ink or paint is laid along a line with a pointed tool."""

from dataclasses import dataclass
from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import circle, curve, rectangle, weave
from generation.backends.schematic.drawing.notation import Angle, Look, dimension, draw_angle, write_angle
from generation.backends.schematic.drawing.palette import GREY, HAIR, INK, INK2, PALE, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen
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
    draw_lens_rim,
    ease,
    mirrored,
    write_hand_tag,
)
from generation.backends.schematic.scenes.plan_view import Worker, draw_guide, guide_in, share_done
from generation.backends.schematic.things.tools import STYLUS, TOOLS, Tool, draw_tool
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

CLOTH: Final = ("布", "绸", "绢", "缎")
SHEET: Final = ("纸",)
MEDIA: Final = ("蜡", "墨", "漆", "颜料", "彩", "金")
HARD_GROUND: Final = ("瓷", "陶", "坯", "木", "石", "墙", "壶", "碗", "瓶", "灯笼", "扇", "脸", "面谱", "眼")
BRUSHES: Final = ("毛笔", "狼毫", "羊毫", "画笔", "勾线笔", "衣纹笔")
LINE_TOOLS: Final = ("笔", "蜡刀", "蜡壶")
LINE_WORDS: Final = ("线", "轮廓", "边", "纹", "稿", "花", "蝴蝶", "圆")
BEAD: Final = 34.0  # pixels of the line's width in the magnified detail


@dataclass(frozen=True, slots=True)
class Medium:
    """What is laid down: its edge, its body and its light."""

    edge: str
    body: str
    light: str


WAX: Final = Medium("#7B4A16", "#D79A3E", "#F3CF8A")
UNSAID: Final = Medium("#6B6052", "#A79C8B", "#D3CABA")


def medium_of(reading: Reading) -> Medium:
    """Wax looks like wax; otherwise the said colour, or grey."""
    if reading.says("蜡"):
        return WAX
    if reading.says("墨"):
        return Medium(INK, "#3A332D", "#7C7166")
    code = reading.colour("颜色", ("色", "漆", "颜料", "彩", "线"))
    return Medium(INK2, code, "#FFFDF7") if code else UNSAID


def tool_of(reading: Reading) -> Tool:
    """The tool as said."""
    names = reading.tools
    if "蜡刀" in names:
        return TOOLS["wax_knife"]
    return TOOLS["brush"] if any(word in names for word in BRUSHES) else reading.assume("工具的样子", STYLUS)


class DrawPlan(Figure):
    """The ground from above, and the line that grows."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"俯视·{reading.step.action.text[:6]}", Pace.FASTER, Scale.NONE)
        self.cloth = reading.says(*CLOTH)
        self.sheet = reading.says(*SHEET)
        if not (self.cloth or self.sheet):
            reading.assume("底子", None)
        self.holder = reading.holder()
        self.medium = medium_of(reading)
        self.thick = 8.0 if reading.amount(Measure.WIDTH) else reading.assume("线的粗细", 7.0)
        side = 0.6 if self.holder.left else 0.4
        middle = (stage.x + stage.width * side, stage.y + stage.height * 0.49)
        self.guide = guide_in(reading, middle, min(stage.height * 0.41, stage.width * 0.3), "所画的线")
        self.worker = Worker(tool_of(reading), self.holder, min(1.1, stage.height / 300))

    def still(self, pen: Pen) -> None:
        """The ground and the line to follow."""
        stage, canvas = self.panel.stage, pen.canvas
        said = self.cloth or self.sheet
        ground = rectangle(stage.x + 14, stage.y + 12, stage.width - 28, stage.height - 24)
        canvas.drawPath(ground, fill("#FFFDF7" if said else PALE, 1.0 if said else 0.5))
        if self.cloth:
            weave(canvas, ground, 5, line(HAIR, 0.7, 0.4))
        if said:
            canvas.drawPath(ground, line(INK, 2))
        else:
            canvas.drawPath(ground, line(GREY, 1.8, dash=(7, 5)))
        draw_guide(canvas, self.guide)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The line so far, the tool and the hand at its end."""
        track = self.guide.track
        done = track.length * share_done(moment)
        path = track.part(0, done)
        for code, thick in ((self.medium.edge, 2.6), (self.medium.body, 0.0), (self.medium.light, 1.8 - self.thick)):
            pen.canvas.drawPath(path, line(code, self.thick + thick))
        here, _ = track.at(done)
        self.worker.draw(pen.canvas, here)
        pen.canvas.drawCircle(*here, 4.5, fill(RED))
        write_hand_tag(pen, self.holder, self.panel.stage)


class DrawDetail(Figure):
    """The tip on the line, magnified; only what was said of width and angle is measured."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.width = reading.amount(Measure.WIDTH)
        self.said = reading.amount(Measure.ANGLE)
        self.panel = Panel(place, "落点放大", Pace.ASSUMED, Scale.ANGLE if self.said else Scale.NONE)
        low, high = self.said.ends if self.said else (reading.assume("执具的斜度", 42.0),) * 2
        self.left = reading.holder().left
        self.tool = tool_of(reading)
        self.medium = medium_of(reading)
        self.cloth = reading.says(*CLOTH)
        self.middle = (stage.x + stage.width / 2, stage.y + stage.height / 2 - 2)
        self.radius = min(stage.width, stage.height) / 2 - 12
        side = -1 if self.left else 1
        tip = (self.middle[0] + side * 4, self.middle[1] + self.radius * 0.34)
        self.angle = Angle(at=tip, low=low, high=high, radius=self.radius * 0.53, mirrored=self.left)

    def still(self, pen: Pen) -> None:
        """The ground in the glass."""
        glass = circle(*self.middle, self.radius)
        pen.canvas.drawPath(glass, fill("#FFFDF7"))
        if self.cloth:
            weave(pen.canvas, glass, 15, line(HAIR, 1.6, 0.5))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The line is drawn up to the tip, which breathes a little."""
        canvas, (x, y), reach = pen.canvas, self.angle.at, self.radius
        canvas.save()
        canvas.clipPath(circle(*self.middle, self.radius), doAntiAlias=True)
        with mirrored(canvas, x, when=self.left):
            sway = 2 * ease(abs(moment.seconds % 2 - 1))
            bead = curve([(x - reach * 1.5, y + 8), (x - reach * 0.7, y - 4 + sway), (x, y)])
            for code, thick in ((self.medium.edge, BEAD + 5), (self.medium.body, BEAD), (self.medium.light, 7)):
                canvas.drawPath(bead, line(code, thick))
            draw_tool(canvas, self.tool, (x, y), -self.angle.middle, 2.9)
        canvas.restore()
        draw_lens_rim(canvas, *self.middle, self.radius)
        if self.said:
            look = Look(about=self.said.about)
            draw_angle(canvas, self.angle, look)
            write_angle(pen, self.angle, self.said.figure, look, "#FFFDF7")
        if self.width:
            self._write_width(pen, self.width)

    def _write_width(self, pen: Pen, said: Amount) -> None:
        side = 1 if self.left else -1
        x, y = self.angle.at[0] + side * self.radius * 0.46, self.angle.at[1]
        dimension(pen.canvas, (x, y - BEAD / 2), (x, y + BEAD / 2), Look(about=said.about or said.ranged))
        below = self.middle[1] + self.radius * 0.82
        pen.write(said.figure, self.middle[0], below, FACT.but(anchor="m", halo="#FFFDF7"))


class Draw(Scene):
    """Laying a line."""

    template: ClassVar[str] = "draw_along_path"
    family: ClassVar[Family] = Family.DRAW
    verbs: ClassVar[tuple[str, ...]] = ("画", "描", "勾", "绘", "点蜡", "画蜡", "点")
    measure_names: ClassVar[dict[Measure, str]] = {
        Measure.WIDTH: "线宽",
        Measure.TEMPERATURE: "温度",
        Measure.ANGLE: "斜度",
    }

    def parts(self, reading: Reading) -> list[Part]:
        """The line from above; the tip magnified where a width or an angle was said."""
        plan = Part(View.OVERVIEW, 60, lambda place: DrawPlan(reading, place))
        detail = Part(View.CLOSE_UP, 40, lambda place: DrawDetail(reading, place))
        return [plan, detail] if reading.amount(Measure.WIDTH) or reading.amount(Measure.ANGLE) else [plan]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Drawing needs a pointed tool or a medium, a line, and a flat ground."""
        tools = reading.tools
        if "点" in reading.step.action.text and not ("蜡" in reading.words or "笔" in tools):
            return "原话没有说到点的是蜡，也没有说到笔"
        if tools and not any(word in tools for word in LINE_TOOLS):
            return "这件工具还没有画法"
        if not tools and not reading.says(*MEDIA):
            return "原话没有说到画具或颜料"
        if not (reading.step.path or reading.says(*LINE_WORDS)):
            return "原话没有说到要画的线"
        grounds = "".join(term.text for term in (*reading.step.material, *reading.step.place))
        return "画在立体的东西上，还没有画法" if any(word in grounds for word in HARD_GROUND) else ""
