"""knead: a soft mass under the heels of both hands, or a lump shaped between the fingers."""

from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.knead.push import KneadPlan, KneadSide
from generation.backends.schematic.scenes.knead.shape import ShapeLens, ShapeSide
from generation.backends.schematic.things.workpieces import Form, kind_of
from generation.backends.schematic.words.reading import Reading

MIXING: Final = ("和", "和面", "和泥", "和匀")
HOLDING: Final = ("捏住", "捏着", "捏起", "捏紧", "捏针", "捏褶", "捏线", "捏笔")
SHAPING: Final = ("捏塑", "捏成", "捏出", "捏制")
COILING: Final = ("泥条", "盘筑", "盘绕", "盘头", "盘发", "盘扣", "盘线")
NO_TOOLS: Final = ("手", "掌", "指", "盆", "案", "板", "缸", "桌", "台")
LUMPS: Final = (Form.LUMP, Form.POWDER)


class Knead(Scene):
    """Kneading and shaping by hand."""

    template: ClassVar[str] = "knead"
    family: ClassVar[Family] = Family.ROLL
    verbs: ClassVar[tuple[str, ...]] = ("揉", "揉泥", "揉面", "揉搓", "和面", "和泥", "和", "捏", "捏塑", "捏成", "盘")
    measure_names: ClassVar[dict[Measure, str]] = {Measure.REPETITION: "次数", Measure.THICKNESS: "壁厚"}

    def parts(self, reading: Reading) -> list[Part]:
        """The mass from the side and from above; a shaped lump from the side, and its wall in the glass."""
        if "捏" in reading.verb:
            return [
                Part(View.SIDE, 62, lambda place: ShapeSide(reading, place)),
                Part(View.CLOSE_UP, 38, lambda place: ShapeLens(reading, place)),
            ]
        return [
            Part(View.SIDE, 60, lambda place: KneadSide(reading, place)),
            Part(View.OVERVIEW, 40, lambda place: KneadPlan(reading, place)),
        ]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Kneading needs a soft mass and bare hands; holding between the fingers, coiling and stirring are other acts."""
        kinds = [kind for term in reading.step.material if (kind := kind_of(term.text))]
        soft = any(kind[0] in LUMPS for kind in kinds)
        if kinds and not soft:
            return "这种料的揉捏还没有画法"
        if any(term and not any(word in term for word in NO_TOOLS) for term in reading.tools.split("、")):
            return "揉捏用的是手，原话说到了别的工具"
        return _objection_to_verb(reading, soft=soft)


def _objection_to_verb(reading: Reading, *, soft: bool) -> str:
    verb = reading.verb
    if "捏" in verb:
        if any(word in verb for word in HOLDING):
            return "这里的“捏”是拿住，不是捏塑"
        return "" if soft or any(word in verb for word in SHAPING) else "原话没有说到捏的是什么"
    if "盘" in verb and "揉" not in verb:
        coiled = reading.says(*COILING)
        return "" if soft and not coiled and verb == "盘" else "这里的“盘”不是揉泥"
    if "揉" not in verb and (verb not in MIXING or not (soft or verb in ("和面", "和泥"))):
        return "这里的“和”不是和面、和泥"
    return ""
