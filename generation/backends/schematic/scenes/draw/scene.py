"""draw_along_path: wax, ink, paint or graphite is laid along a line, or set in dots, with a pointed tool."""

from typing import ClassVar, Final

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.draw.detail import DrawDetail
from generation.backends.schematic.scenes.draw.medium import FLAT
from generation.backends.schematic.scenes.draw.plan import DotsPlan, DrawPlan, draws_dots
from generation.backends.schematic.things.tools import tool_in
from generation.backends.schematic.words.reading import Reading

MEDIA: Final = ("蜡", "墨", "漆", "颜料", "彩", "金")
HARD_GROUND: Final = ("瓷", "陶", "坯", "木", "石", "墙", "壶", "碗", "瓶", "灯笼", "扇", "脸", "面谱", "眼")
LINE_TOOLS: Final = ("笔", "蜡刀", "蜡壶")
LINE_WORDS: Final = ("线", "轮廓", "边", "纹", "稿", "花", "蝴蝶", "圆")


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
        """The line, or the dots, from above; the tip on it magnified."""
        plan = DotsPlan if draws_dots(reading) else DrawPlan
        return [
            Part(View.OVERVIEW, 60, lambda place: plan(reading, place)),
            Part(View.CLOSE_UP, 40, lambda place: DrawDetail(reading, place)),
        ]

    @staticmethod
    def follows_line(reading: Reading) -> bool:
        """A line does, dots do not."""
        return not draws_dots(reading)

    @staticmethod
    def objection(reading: Reading) -> str:
        """Drawing needs a pen or a medium, what is drawn, and a flat ground."""
        tools, drawing = reading.tools, tool_in(reading, does="draw")
        if "点" in reading.verb and not ("蜡" in reading.words or drawing):
            return "原话没有说到点的是蜡，也没有说到笔"
        if tools and not (drawing or any(word in tools for word in LINE_TOOLS)):
            return "这件工具还没有画法"
        if not tools and not reading.says(*MEDIA):
            return "原话没有说到画具或颜料"
        if not (drawing or reading.step.path or reading.says(*LINE_WORDS)):
            return "原话没有说到要画的线"
        grounds = "".join(fold(term.text) for term in (*reading.step.material, *reading.step.place))
        hard = any(word in grounds for word in HARD_GROUND) and not any(word in grounds for word in FLAT)
        return "画在立体的东西上，还没有画法" if hard else ""
