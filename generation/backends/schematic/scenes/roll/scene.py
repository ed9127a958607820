"""roll_on: a roller over a mass that grows thin, or the palm over a strand that grows long and even."""

from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.roll.plan import RollPlan
from generation.backends.schematic.scenes.roll.side import RollSide
from generation.backends.schematic.scenes.roll.words import Mode, mode_of
from generation.backends.schematic.things.tools import tool_in
from generation.backends.schematic.things.workpieces import Form, kind_of
from generation.backends.schematic.words.reading import Reading

NOT_ROLLING: Final = ("搓洗", "搓手", "搓澡", "滚烫", "滚开", "滚水", "滚边", "碾磨")
OTHER_TRADES: Final = ("针", "笔", "刀", "剪", "锯", "锤", "槌", "刷", "筛")
LAUNDRY: Final = ("衣", "肥皂", "洗")


class Roll(Scene):
    """Rolling."""

    template: ClassVar[str] = "roll_on"
    family: ClassVar[Family] = Family.ROLL
    verbs: ClassVar[tuple[str, ...]] = ("擀", "碾", "碾压", "滚", "滚压", "搓", "搓成", "搓条")
    measure_names: ClassVar[dict[Measure, str]] = {
        Measure.REPETITION: "遍数",
        Measure.THICKNESS: "厚度",
        Measure.DIAMETER: "直径",
    }

    def parts(self, reading: Reading) -> list[Part]:
        """From above with both hands; from the end, where it turns."""
        return [
            Part(View.OVERVIEW, 60, lambda place: RollPlan(reading, place)),
            Part(View.SIDE, 40, lambda place: RollSide(reading, place)),
        ]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Rolling needs work that can roll or give way; boiling, washing and edging only share the word."""
        if any(word in reading.verb for word in NOT_ROLLING) or reading.says(*LAUNDRY):
            return "这里说的不是擀、碾或搓条"
        if any(word in reading.tools for word in OTHER_TRADES) and not tool_in(reading, does="roll"):
            return "说到的工具不是用来擀或搓的"
        kinds = [kind for term in reading.step.material if (kind := kind_of(term.text))]
        if kinds and all(kind[0] in (Form.LIQUID, Form.VESSEL) for kind in kinds):
            return "这种料没法擀或搓"
        if "滚" in reading.verb and mode_of(reading) is Mode.STRAND and not kinds:
            return "原话没有说到滚的是什么"
        return ""
