"""coat_area: a brush, a scraper or a cloth lays a coat over a face, once or as many times as was said."""

from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.base import Scalar
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.coat.plan import CoatPlan
from generation.backends.schematic.scenes.coat.section import CoatSection
from generation.backends.schematic.scenes.props.plan_view import of_another_trade
from generation.backends.schematic.words.amounts import length_in_mm
from generation.backends.schematic.words.reading import Reading

CLEANING: Final = (
    "刷洗",
    "洗刷",
    "刷干净",
    "刷净",
    "刷掉",
    "刷去",
    "抹掉",
    "抹去",
    "抹干净",
    "抹净",
    "抹干",
    "清洗",
    "洗",
)
FILLED: Final = ("漆", "色", "金", "灰", "彩", "颜料", "釉", "蜡", "腻子", "粉")
SMOOTHING: Final = ("墁刀", "抹子", "抹刀", "刮", "泥刀")
PASTED: Final = ("纸", "布", "绢", "灯笼")
FOOD: Final = ("饼", "面包", "酱", "糕")


class Coat(Scene):
    """Laying a coat."""

    template: ClassVar[str] = "coat_area"
    family: ClassVar[Family] = Family.DRAW
    verbs: ClassVar[tuple[str, ...]] = (
        "刷", "涂", "涂抹", "涂铺", "髹", "抹", "上漆", "上釉", "上蜡", "上色", "上油", "打蜡", "擦漆", "罩漆",
        "施釉", "刮灰", "填", "填漆", "糊", "荡", "荡平", "荡平整",
    )  # fmt: skip
    measure_names: ClassVar[dict[Measure, str]] = {Measure.LAYERS: "道数", Measure.REPETITION: "道数"}

    def parts(self, reading: Reading) -> list[Part]:
        """The face and the coats in section."""
        return [
            Part(View.OVERVIEW, 58, lambda place: CoatPlan(reading, place)),
            Part(View.CLOSE_UP, 42, lambda place: CoatSection(reading, place)),
        ]

    @staticmethod
    def objection(reading: Reading) -> str:
        """A coat stays on; cleaning, filling a pit and pasting paper are other pictures."""
        verb = reading.verb
        if any(word in verb for word in CLEANING):
            return "说的是刷洗擦净，不是涂上去"
        if "填" in verb and not any(word in verb + reading.materials for word in FILLED):
            return "原话没有说到填的是漆、色或灰"
        if "糊" in verb:
            return "" if reading.says("糊上", "糊泥", "糊灰") and not reading.says(*PASTED) else "糊的不是涂层"
        if "荡" in verb and not any(word in reading.tools for word in SMOOTHING):
            return "原话没有说到荡平的墁刀"
        return "这件工具不是涂刷用的" if of_another_trade(reading, "coat") else ""

    def facts(self) -> dict[str, Scalar]:
        """The scale of the section, where a thickness gives one."""
        for figure in self.figures:
            if isinstance(figure, CoatSection) and figure.thickness:
                unit = length_in_mm(figure.thickness.unit)
                return {"pixels_per_mm": round(figure.pixels / unit, 4)} if unit else {}
        return {}
