"""carve: chips come off a thing along a line, out of a hollow, or its skin comes off. No final shape is invented."""

from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.carve.face import FORMS, CarveFace
from generation.backends.schematic.scenes.carve.hollow import CarveHollow
from generation.backends.schematic.scenes.carve.peel import CarvePeel
from generation.backends.schematic.scenes.props.bench import wrong_form
from generation.backends.schematic.scenes.props.edge import Edge, EdgeLens
from generation.backends.schematic.scenes.props.gear import gear_for
from generation.backends.schematic.things.tools import TOOLS
from generation.backends.schematic.things.workpieces import Form, workpiece_in
from generation.backends.schematic.words.reading import Reading

PEELING: Final = ("去皮", "削皮", "削去皮", "表皮", "外皮", "青皮")
HOLLOWING: Final = ("挖", "掏", "凿孔", "凿眼", "凿洞", "镂空", "榫眼", "卯眼")
IN_THE_GROUND: Final = ("坑", "塘", "窖", "沟", "池", "井", "地里", "渠")
LOOSE: Final = ("叶", "草", "粮", "米", "籽儿", "钱")
OTHER_SENSES: Final = ("立刻", "时刻", "刻意", "深刻", "削弱", "挖掘传统", "修改", "修理", "修养")


def hollows(reading: Reading) -> bool:
    """Whether a hollow is made, not a groove."""
    return any(word in reading.verb for word in ("挖", "掏")) or reading.says(*HOLLOWING[2:])


class Carve(Scene):
    """Carving, engraving, hollowing, paring."""

    template: ClassVar[str] = "carve"
    family: ClassVar[Family] = Family.CUT
    verbs: ClassVar[tuple[str, ...]] = (
        "雕", "刻", "雕刻", "刻字", "刻上", "凿", "镂", "挖", "削", "削出", "精修", "修", "去皮", "掏", "剔", "走刀",
    )  # fmt: skip
    measure_names: ClassVar[dict[Measure, str]] = {Measure.ANGLE: "下刀角度", Measure.DEPTH: "刻深"}

    def parts(self, reading: Reading) -> list[Part]:
        """The work and the tool on it; the edge magnified, where it cuts into the surface."""
        if reading.says(*PEELING):
            first = Part(View.OVERVIEW, 60, lambda place: CarvePeel(reading, place))
        elif hollows(reading):
            return [Part(View.SIDE, 1, lambda place: CarveHollow(reading, place))]
        else:
            first = Part(View.OVERVIEW, 60, lambda place: CarveFace(reading, place))
        work = workpiece_in(reading, *FORMS, unsaid=Form.BLOCK)
        gear = gear_for(reading, "carve", "cut", unsaid="knife")
        struck = "凿" in reading.verb or (
            gear.tool in (TOOLS["chisel"], TOOLS["graver"]) and reading.says("敲", "锤", "凿")
        )
        edge = Edge(gear, work.stuff, pushed=True, steep=35.0, struck=struck)
        return [first, Part(View.SIDE, 40, lambda place: EdgeLens(reading, place, "侧视·下刀", edge))]

    @staticmethod
    def follows_line(reading: Reading) -> bool:
        """A groove does; a hollow and a skin do not."""
        return not (reading.says(*PEELING) or hollows(reading))

    @staticmethod
    def objection(reading: Reading) -> str:
        """Carving needs something that keeps its shape, and a blade; pits and paste are another work."""
        if reading.says(*OTHER_SENSES):
            return "这里说的不是雕刻"
        if any(word in reading.tools for word in ("笔", "针", "剪", "砂纸", "锉", "锹", "锄", "勺", "钻")):
            return "用的不是雕刻的工具"
        if wrong_form(reading, *FORMS):
            return "这种料子的雕法还没有画法"
        return _objection_to_loose_words(reading)


def _objection_to_loose_words(reading: Reading) -> str:
    """挖 and 修 and 掏 say little: they need a material, a place or a tool of carving."""
    if not any(word in reading.verb for word in ("挖", "掏", "修", "剔")):
        return ""
    if reading.says(*IN_THE_GROUND):
        return "这里是在地里挖，不是雕"
    if any(word in reading.materials for word in LOOSE):
        return "挖的是散的东西，不是雕"
    named = reading.materials or reading.step.place or reading.says("刀", "凿", "里面")
    return "" if named else "原话没有说到在什么上面动刀"
