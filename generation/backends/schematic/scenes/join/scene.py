"""join_parts: two or more parts come together: glued, edge to edge, with a tenon, in courses, with nails."""

from collections.abc import Callable
from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.base import Scalar
from generation.backends.schematic.scenes.base import Family, Figure, Part, Place, Scene, View
from generation.backends.schematic.scenes.join.build import Courses, Frame
from generation.backends.schematic.scenes.join.edge import EdgePlan, Seam
from generation.backends.schematic.scenes.join.face import FacePlan, FaceSection
from generation.backends.schematic.scenes.join.parts import Nails, ToolParts
from generation.backends.schematic.scenes.join.tenon import TenonSection, TenonSide
from generation.backends.schematic.scenes.join.words import Way, way_of
from generation.backends.schematic.things.workpieces import Form, kind_of
from generation.backends.schematic.words.reading import Reading

Make = Callable[[Reading, Place], Figure]
FIGURES: Final[dict[Way, tuple[tuple[View, float, Make], ...]]] = {
    Way.TENON: ((View.OVERVIEW, 56, TenonSide), (View.CLOSE_UP, 44, TenonSection)),
    Way.TOOL: ((View.SIDE, 100, ToolParts),),
    Way.NAIL: ((View.CLOSE_UP, 100, Nails),),
    Way.EDGE: ((View.OVERVIEW, 58, EdgePlan), (View.CLOSE_UP, 42, Seam)),
    Way.COURSES: ((View.OVERVIEW, 100, Courses),),
    Way.FRAME: ((View.OVERVIEW, 100, Frame),),
    Way.FACE: ((View.OVERVIEW, 58, FacePlan), (View.CLOSE_UP, 42, FaceSection)),
}
OTHER_SENSES: Final = (
    "混合", "配合", "合适", "接着", "接触", "接水", "装满", "装进", "装入", "装窑", "装饰", "装料", "搭配", "贴近", "粘住手",
    "糊掉", "糊了", "熬", "煮", "咬合", "缝合", "愈合", "闭合",
)  # fmt: skip
KNOTTED: Final = (Form.STRAND,)


class Join(Scene):
    """Bringing parts together."""

    template: ClassVar[str] = "join_parts"
    family: ClassVar[Family] = Family.JOIN
    verbs: ClassVar[tuple[str, ...]] = (
        "粘", "粘上", "粘合", "黏", "贴", "贴上", "拼", "拼接", "接", "接上", "合", "合上", "榫", "组装", "组装好", "装", "装上",
        "安装", "搭", "搭建", "砌", "砌好", "垒", "固定", "糊", "裱", "插榫", "入榫", "对榫",
    )  # fmt: skip
    measure_names: ClassVar[dict[Measure, str]] = {Measure.DEPTH: "榫深", Measure.COUNT: "件数"}

    def parts(self, reading: Reading) -> list[Part]:
        """The figures for the way in which the parts come together."""
        return [
            Part(view, share, lambda place, make=make: make(reading, place))  # type: ignore[misc]
            for view, share, make in FIGURES[way_of(reading) or Way.EDGE]
        ]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Two solid parts, and words for how they hold together."""
        if any(word in reading.verb for word in OTHER_SENSES):
            return "这里说的不是把几件东西接在一起"
        way = way_of(reading)
        if way is None:
            return "原话没有说到怎样装在一起"
        kinds = [kind for term in reading.step.material if (kind := kind_of(term.text))]
        if kinds and all(form in KNOTTED for form, _ in kinds):
            return "接的是线，另有画法"
        if way is Way.EDGE and not (reading.step.material or reading.step.place):
            return "原话没有说到拼接的是什么"
        return ""

    def facts(self) -> dict[str, Scalar]:
        """The scale of a tenon, where a length gives one in millimetres."""
        for figure in self.figures:
            if isinstance(figure, TenonSection) and figure.ruler and figure.ruler.metric:
                return {"pixels_per_mm": round(figure.ruler.pixels, 4)}
        return {}
