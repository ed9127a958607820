"""flatten_to: a soft or hammered mass on a board is struck or pressed thinner, to a said thickness if there is one."""

from typing import ClassVar

from craftnlp.spec import Measure
from generation.backends.base import Scalar
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.flatten.slab import Slab
from generation.backends.schematic.scenes.flatten.words import BLADES, bare_handed, gives_way, presses
from generation.backends.schematic.things.tools import tool_in
from generation.backends.schematic.words.amounts import length_in_mm
from generation.backends.schematic.words.reading import Reading


class Flatten(Scene):
    """Striking or pressing to a thickness."""

    template: ClassVar[str] = "flatten_to"
    family: ClassVar[Family] = Family.PRESS
    # The double words stand here too, so that this scene is asked before the ones that only strike or press.
    verbs: ClassVar[tuple[str, ...]] = (
        "拍", "拍打", "拍平", "捶", "捶打", "锤", "锤打", "敲", "敲打", "打", "打薄", "砸", "压", "压平", "按", "按平",
        "按压", "摁",
    )  # fmt: skip
    measure_names: ClassVar[dict[Measure, str]] = {Measure.THICKNESS: "厚度", Measure.REPETITION: "次数"}

    def parts(self, reading: Reading) -> list[Part]:
        """One figure, from the side."""
        return [Part(View.SIDE, 1, lambda place: Slab(reading, place))]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Flattening needs a mass that gives way, and a goal: a thickness or a word for flat or thin."""
        if reading.verb.startswith("打") and reading.verb != "打薄" and not tool_in(reading, does="flatten"):
            return "这里的“打”不是捶打"
        if not gives_way(reading):
            return "原话没有说到能拍薄、锤薄的料"
        if not (reading.amounts(Measure.THICKNESS) or reading.says("薄", "扁", "平", "匀", "厚")):
            return "原话没有说到拍平、拍薄或厚度"
        return _objection_to_tool(reading)

    def facts(self) -> dict[str, Scalar]:
        """The scale of the picture, where a thickness gives one."""
        slab = next(figure for figure in self.figures if isinstance(figure, Slab))
        said, scale = slab.thickness.said, slab.thickness.pixels
        unit = length_in_mm(said.unit) if said else None
        return {"pixels_per_mm": round(scale / unit, 4)} if unit else {}


def _objection_to_tool(reading: Reading) -> str:
    tools = reading.tools
    if tools and not (tool_in(reading, does="flatten") or any(word in tools for word in BLADES)):
        return "这件工具还没有画法"
    if presses(reading) and not any(word in tools for word in BLADES) and not bare_handed(reading):
        return "原话没有说到压的工具"
    return "" if not reading.says("手指", "拳") else "用手指或拳头压打还没有画法"
