"""pour: a liquid or a powder is poured into a vessel or led there by a pipe; its level rises, to a said depth."""

from collections.abc import Sequence
from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.base import Scalar
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.pour.figures import (
    BEFORE,
    FULL,
    UNSAID_LEVEL,
    Filling,
    LevelSection,
    PourOverview,
)
from generation.backends.schematic.scenes.props.goal import Goal, Where, goal_in, thing_in
from generation.backends.schematic.things.stuff import UNSAID, WATER
from generation.backends.schematic.things.workpieces import Form, Workpiece, kind_of
from generation.backends.schematic.words.amounts import Amount, length_in_mm
from generation.backends.schematic.words.reading import Reading

LIQUID_ONLY: Final = ("加", "添", "放", "淋", "浇", "灌", "注")
ADDING: Final = ("加", "添", "兑")
OTHER_WORK: Final = (
    "倒角", "倒过来", "倒扣", "倒模", "倒置", "颠倒", "倒立", "倒圆", "倒着", "倒钩", "放大", "放松", "放慢", "放样",
    "加工", "加热", "加固", "加深", "加强", "加长", "加宽", "加厚", "加压", "加温", "加速", "放凉", "放冷",
)  # fmt: skip
FLOWING: Final = (Form.LIQUID, Form.POWDER)


def poured_in(reading: Reading) -> Workpiece:
    """What is poured: the said liquid or powder, the water of 加水 or 引水, else something grey."""
    if not reading.step.material and reading.says("水"):
        return Workpiece("水", Form.LIQUID, WATER)
    thing = thing_in(reading, unsaid=Form.LIQUID)
    return thing if thing.form in FLOWING else reading.assume("倒的是什么", Workpiece(thing.name, Form.LIQUID, UNSAID))


def filling_in(reading: Reading) -> Filling:
    """What goes into what, and how high it stands at the end."""
    thing, goal = poured_in(reading), goal_in(reading, into=True)
    if goal.where in (Where.WATER, Where.SURFACE):
        reading.assume("盛水的东西", None)
        goal = Goal(goal.name, Where.VESSEL, UNSAID)
    depth = depth_in(reading)
    adds = any(word in reading.verb for word in ADDING) and not depth
    start = reading.assume("先前有多少", BEFORE) if adds else 0.08
    full = FULL if reading.says("满") else None
    end = full or (UNSAID_LEVEL if depth else reading.assume("倒到多满", UNSAID_LEVEL))
    return Filling(thing, goal, start, end, depth)


def depth_in(reading: Reading) -> Amount | None:
    """The said depth; a length counts as one when the words say 深 or 高."""
    said = reading.amount(Measure.DEPTH)
    if said is None and reading.says("深", "水位", "液面"):
        said = reading.amount(Measure.LENGTH)
    return said if said and said.ends[0] > 0 else None


class Pour(Scene):
    """Pouring."""

    template: ClassVar[str] = "pour"
    family: ClassVar[Family] = Family.POUR
    verbs: ClassVar[tuple[str, ...]] = ("倒", "灌", "注入", "浇", "淋", "引水", "加", "添", "放")
    measure_names: ClassVar[dict[Measure, str]] = {Measure.DEPTH: "深", Measure.VOLUME: "容量"}

    def parts(self, reading: Reading) -> Sequence[Part]:
        """The hand that pours; the vessel cut open."""
        filling = filling_in(reading)
        return [
            Part(View.OVERVIEW, 60, lambda place: PourOverview(reading, place, filling)),
            Part(View.SIDE, 40, lambda place: LevelSection(reading, place, filling)),
        ]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Pouring needs something that flows; 加, 添 and 放 say so only by their material."""
        if any(word in reading.verb for word in OTHER_WORK):
            return "这不是倒水倒浆"
        kinds = [kind for kind in (kind_of(term.text) for term in reading.step.material) if kind]
        if kinds and not any(kind[0] in FLOWING for kind in kinds):
            return "倒的不是水、浆或粉"
        weak = any(word in reading.verb for word in LIQUID_ONLY) and (kinds or not reading.says("水"))
        if weak and not any(kind[0] is Form.LIQUID for kind in kinds):
            return "原话没有说到水或浆"
        return "" if kinds or reading.step.place or reading.says("水") else "原话没有说到倒什么"

    def facts(self) -> dict[str, Scalar]:
        """The scale of the depth, where one was said."""
        side = next((figure for figure in self.figures if isinstance(figure, LevelSection)), None)
        unit = length_in_mm(side.said.unit) if side and side.said else None
        return {"pixels_per_mm": round(side.pixels / unit, 4)} if side and unit else {}
