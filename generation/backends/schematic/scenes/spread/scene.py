"""spread: a cloth, a sheet or a powder is laid out over a ground, to a said thickness if there is one."""

from collections.abc import Sequence
from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.base import Scalar
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.props.goal import Goal, Where, goal_named, noted, thing_in
from generation.backends.schematic.scenes.spread.figures import LayerSide, SpreadPlan
from generation.backends.schematic.things.stuff import UNSAID
from generation.backends.schematic.things.workpieces import Form, Workpiece, kind_of
from generation.backends.schematic.words.amounts import length_in_mm
from generation.backends.schematic.words.reading import Reading

FLOWING: Final = ("铺垫", "铺开摊", "展开讲", "展开说", "摊位")
SPREADABLE: Final = (Form.SHEET, Form.POWDER, Form.LUMP, Form.RODS, Form.STRAND)


def ground_in(reading: Reading, thing: Workpiece) -> Goal:
    """What it is laid over: the said place, else assumed."""
    for term in reading.step.place:
        goal = goal_named(term.text) if term.text != thing.name else None
        if goal:
            return noted(reading, Goal(goal.name, Where.SURFACE, goal.stuff))
    name = next((term.text for term in reading.step.place if term.text not in ("上面", "里面", "下面", thing.name)), "")
    reading.assume(f"{name[:8]}的样子" if name else "铺在什么上", None)
    return Goal(name, Where.SURFACE, UNSAID)


class Spread(Scene):
    """Laying out over a ground."""

    template: ClassVar[str] = "spread"
    family: ClassVar[Family] = Family.PLACE
    verbs: ClassVar[tuple[str, ...]] = ("铺", "摊", "撒", "展开")
    measure_names: ClassVar[dict[Measure, str]] = {Measure.THICKNESS: "厚", Measure.LAYERS: "铺"}

    def parts(self, reading: Reading) -> Sequence[Part]:
        """The ground from a little above; the layer from its edge."""
        thing = thing_in(reading, unsaid=Form.SHEET)
        ground = ground_in(reading, thing)
        return [
            Part(View.OVERVIEW, 60, lambda place: SpreadPlan(reading, place, (thing, ground))),
            Part(View.SIDE, 40, lambda place: LayerSide(reading, place, (thing, ground))),
        ]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Spreading needs something that can lie flat."""
        if any(word in reading.verb for word in FLOWING):
            return "这不是把东西铺开"
        kinds = [kind for kind in (kind_of(term.text) for term in reading.step.material) if kind]
        if kinds and not any(kind[0] in SPREADABLE for kind in kinds):
            return "铺的不是布、纸、灰这样的料"
        return "" if reading.step.material or reading.step.place else "原话没有说到铺什么，也没有说到铺在哪里"

    def facts(self) -> dict[str, Scalar]:
        """The scale of the layer, where a thickness gives one."""
        side = next((figure for figure in self.figures if isinstance(figure, LayerSide)), None)
        unit = length_in_mm(side.said.unit) if side and side.said else None
        return {"pixels_per_mm": round(side.pixels / unit, 4)} if side and unit else {}
