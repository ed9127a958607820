"""inlay: a wire, a strip or powder is laid into a groove."""

from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.base import Scalar
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.inlay.plan import InlayPlan
from generation.backends.schematic.scenes.inlay.section import InlaySection
from generation.backends.schematic.words.reading import Reading

STONES: Final = ("宝石", "珍珠", "玛瑙", "螺钿", "贝", "玉片", "琉璃", "绿松石")
OTHER_SENSES: Final = ("嵌套", "嵌合")


class Inlay(Scene):
    """Laying into a groove."""

    template: ClassVar[str] = "inlay"
    family: ClassVar[Family] = Family.JOIN
    verbs: ClassVar[tuple[str, ...]] = ("嵌", "镶", "镶嵌", "填嵌", "嵌进", "嵌入", "错金", "错银", "嵌丝")
    measure_names: ClassVar[dict[Measure, str]] = {Measure.DEPTH: "槽深", Measure.WIDTH: "槽宽"}

    def parts(self, reading: Reading) -> list[Part]:
        """The groove from above, and in section."""
        return [
            Part(View.OVERVIEW, 58, lambda place: InlayPlan(reading, place)),
            Part(View.CLOSE_UP, 42, lambda place: InlaySection(reading, place)),
        ]

    @staticmethod
    def follows_line(reading: Reading) -> bool:
        """Always."""
        return True

    @staticmethod
    def objection(reading: Reading) -> str:
        """A line of wire or powder; single stones and shells are another picture."""
        if any(word in reading.verb for word in OTHER_SENSES):
            return "这里说的不是镶嵌"
        if any(word in reading.materials for word in STONES):
            return "镶的是整块的石头或贝片，还没有画法"
        return "" if reading.step.material or reading.step.place else "原话没有说到嵌的是什么"

    def facts(self) -> dict[str, Scalar]:
        """The scale of the section, where a length gives one in millimetres."""
        for figure in self.figures:
            if isinstance(figure, InlaySection) and figure.ruler and figure.ruler.metric:
                return {"pixels_per_mm": round(figure.ruler.pixels, 4)}
        return {}
