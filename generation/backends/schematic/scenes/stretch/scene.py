"""stretch_sheet: cloth, paper or skin is stretched on a hoop or a frame until it is flat."""

from typing import ClassVar, Final

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Measure
from generation.backends.base import Scalar
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.props.plan_view import of_another_trade
from generation.backends.schematic.scenes.stretch.frame import stretching_in
from generation.backends.schematic.scenes.stretch.plan import StretchPlan
from generation.backends.schematic.scenes.stretch.side import StretchSide
from generation.backends.schematic.things.workpieces import Form, kind_of
from generation.backends.schematic.words.reading import Reading

SHEETS: Final = (
    "布",
    "绸",
    "缎",
    "绢",
    "纱",
    "纸",
    "皮",
    "绷面",
    "绣面",
    "绢面",
    "鼓面",
    "图",
    "画",
    "幅",
    "面料",
    "底料",
    "帆",
)
OTHER_SENSE: Final = (
    "撑船",
    "撑伞",
    "撑腰",
    "撑不",
    "张开嘴",
    "张开手",
    "张开眼",
    "展开讨论",
    "绷着脸",
    "绷带",
    "绷断",
    "绷开",
)


class Stretch(Scene):
    """Stretching a sheet."""

    template: ClassVar[str] = "stretch_sheet"
    family: ClassVar[Family] = Family.PULL
    verbs: ClassVar[tuple[str, ...]] = ("绷", "撑", "上绷", "张开", "展开", "挣平", "抻平", "扯平", "拉平")
    measure_names: ClassVar[dict[Measure, str]] = {Measure.WIDTH: "绷面宽", Measure.DIAMETER: "绷面直径"}

    def parts(self, reading: Reading) -> list[Part]:
        """From above, and from its edge, where one sees it hang and become flat."""
        work = stretching_in(reading)
        return [
            Part(View.OVERVIEW, 50, lambda place: StretchPlan(reading, place, work)),
            Part(View.SIDE, 50, lambda place: StretchSide(reading, place, work)),
        ]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Stretching needs a sheet, or a verb that means nothing else."""
        if reading.says(*OTHER_SENSE):
            return f"原话里的“{reading.step.action.text}”说的不是绷平一张面"
        if of_another_trade(reading, "stretch"):
            return "这件工具的绷法还没有画法"
        kinds = [kind[0] for term in reading.step.material if (kind := kind_of(term.text))]
        names = fold("".join(term.text for term in reading.step.material))
        if Form.SHEET in kinds or any(word in names for word in SHEETS):
            return ""
        if kinds:
            return "绷的、撑的不是布、纸、皮一类"
        return "" if "绷" in reading.verb or reading.says(*SHEETS) else "原话没有说到绷平、撑开的是什么"

    def facts(self) -> dict[str, Scalar]:
        """The scale of the picture, where a said width gives one."""
        scale = next((figure.pixels_per_mm for figure in self.figures if isinstance(figure, StretchPlan)), None)
        return {"pixels_per_mm": round(scale, 4)} if scale else {}
