"""weave_grid: warp and weft, row upon row, by the said rule of over and under."""

from typing import ClassVar

from craftnlp.spec import Measure
from generation.backends.base import Scalar
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.props.strand import strand_in
from generation.backends.schematic.scenes.weave.cloth import RULE
from generation.backends.schematic.scenes.weave.plan import Weaving
from generation.backends.schematic.scenes.weave.section import WeaveSection
from generation.backends.schematic.words.amounts import length_in_mm
from generation.backends.schematic.words.reading import Reading


class Weave(Scene):
    """Weaving by over and under."""

    template: ClassVar[str] = "weave_grid"
    family: ClassVar[Family] = Family.WRAP
    verbs: ClassVar[tuple[str, ...]] = ("编", "编织", "编成", "编制", "织", "织布", "挑")
    measure_names: ClassVar[dict[Measure, str]] = {Measure.WIDTH: "条宽", Measure.SPACING: "间隔"}

    def parts(self, reading: Reading) -> list[Part]:
        """The weave from above, and cut along a weft."""
        return [
            Part(View.OVERVIEW, 62, lambda place: Weaving(reading, place)),
            Part(View.CLOSE_UP, 38, lambda place: WeaveSection(place, Weaving(reading, place))),
        ]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Weaving needs strips or threads that cross; a plait, a net or openwork goes another way."""
        if reading.says("辫", "结网", "六角", "编号", "编写", "编排", "钩织", "绦"):
            return "这种编法还没有画法"
        crossing = RULE.search(reading.words) or reading.says("经", "纬", "梭")
        if "挑" in reading.verb and "编" not in reading.verb and not RULE.search(reading.words):
            return "原话没有说到挑几压几"
        if not crossing and not strand_in(Reading(reading.step), "").said:
            return "原话没有说到编的料，也没有说到挑压"
        return ""

    def facts(self) -> dict[str, Scalar]:
        """The scale of the picture, where a width gives one."""
        weaving = next((figure for figure in self.figures if isinstance(figure, Weaving)), None)
        if weaving is None or weaving.cloth.width_said is None or weaving.cloth.pixels_per_unit is None:
            return {}
        unit = length_in_mm(weaving.cloth.width_said.unit)
        return {"pixels_per_mm": round(weaving.cloth.pixels_per_unit / unit, 4)} if unit else {}
