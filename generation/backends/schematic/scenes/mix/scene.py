"""mix: stirring in a bowl, rocking a bowl, parts in proportion."""

from collections.abc import Sequence
from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.mix.figures import MixBowl
from generation.backends.schematic.scenes.mix.parts import MixParts
from generation.backends.schematic.scenes.mix.way import MixWay
from generation.backends.schematic.scenes.mix.words import proportion_in, result_in
from generation.backends.schematic.scenes.props.goal import Goal, Where, goal_named
from generation.backends.schematic.things.stuff import UNSAID
from generation.backends.schematic.things.workpieces import Form, Workpiece, kind_of
from generation.backends.schematic.words.reading import Reading

OTHER_WORK: Final = (
    "调整", "调节", "调试", "调头", "调转", "调教", "调直", "和面", "和气", "配合", "配套", "搅局", "混纺", "混织",
    "熔化", "融化", "风化", "美化", "老化", "化妆", "炭化", "碳化", "硬化", "软化", "和泥", "揉和", "组合", "结合",
)  # fmt: skip
NO_STUFF: Final = ("比例", "颜色", "料", "材料")
MIXED: Final = (Form.LIQUID, Form.POWDER, Form.LUMP)


def mixed_in(reading: Reading) -> Workpiece:
    """What is stirred: the last said liquid, else powder or mass; something grey otherwise."""
    found: dict[Form, Workpiece] = {}
    names = [term.text for term in reading.step.material] + [result_in(reading)]
    for name in filter(None, names):
        kind = kind_of(name)
        if kind and kind[0] in MIXED:
            found[kind[0]] = Workpiece(name, kind[0], kind[1])
    label = next((term.text for term in reading.step.material if term.text not in NO_STUFF), "")
    for form in MIXED:
        if form in found:
            return Workpiece(label, form, found[form].stuff)
    return reading.assume("料的样子", Workpiece(label, Form.LIQUID, UNSAID))


def bowl_in(reading: Reading) -> Goal:
    """What it is mixed in: the said vessel, else a grey bowl."""
    for term in (*reading.step.place, *reading.step.tool):
        goal = goal_named(term.text)
        if goal and goal.where is Where.VESSEL:
            return goal
    reading.assume("盛放的东西", None)
    return Goal("", Where.VESSEL, UNSAID)


class Mix(Scene):
    """Mixing."""

    template: ClassVar[str] = "mix"
    family: ClassVar[Family] = Family.POUR
    verbs: ClassVar[tuple[str, ...]] = ("调", "搅", "拌", "混", "兑", "化开", "荡", "和匀", "和成", "配料", "配制")
    measure_names: ClassVar[dict[Measure, str]] = {Measure.PROPORTION: "比例", Measure.REPETITION: "遍数"}

    def parts(self, reading: Reading) -> Sequence[Part]:
        """The bowl; the parts when a proportion was said, else the way of the stick."""
        things = (mixed_in(reading), bowl_in(reading))
        bowl = Part(View.OVERVIEW, 58, lambda place: MixBowl(reading, place, things))
        said = proportion_in(reading)
        if said:
            return [bowl, Part(View.CLOSE_UP, 42, lambda place: MixParts(reading, place, said))]
        return [bowl, Part(View.CLOSE_UP, 42, lambda place: MixWay(reading, place, things[0]))]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Mixing needs a stuff that can be stirred, a proportion, or a word for what it becomes."""
        if any(word in reading.verb for word in OTHER_WORK) or reading.says("荡平", "墁刀"):
            return "这不是把料调和在一起"
        kinds = [kind for kind in (kind_of(term.text) for term in reading.step.material) if kind]
        if kinds and not any(kind[0] in MIXED for kind in kinds):
            return "调的不是能搅匀的料"
        if kinds or proportion_in(reading) or reading.step.result:
            return ""
        stirring = any(word in reading.verb for word in ("搅", "拌", "混", "兑", "荡"))
        return "" if stirring or reading.step.material else "原话没有说到调什么"
