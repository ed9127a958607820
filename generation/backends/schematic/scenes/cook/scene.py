"""cook: a pot over a fire; what is in it boils, steams, is fried or melts, as long and as hot as was said."""

from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.cook.lens import CookLens
from generation.backends.schematic.scenes.cook.pot import CookPot
from generation.backends.schematic.scenes.cook.words import Way, way_of
from generation.backends.schematic.scenes.props.dials import gauge_parts
from generation.backends.schematic.things.workpieces import Form, kind_of
from generation.backends.schematic.words.reading import Reading

KILN: Final = ("窑", "坯", "瓷", "陶", "砖", "瓦")
SPEECH: Final = ("煎熬", "熬夜", "炒作", "熬过", "蒸发")
MELTING: Final = ("蜡", "胶", "糖", "锡", "银", "铜", "金", "铅", "油", "松香", "沥青", "明矾", "铁", "漆")


class Cook(Scene):
    """Cooking and melting."""

    template: ClassVar[str] = "cook"
    family: ClassVar[Family] = Family.CHANGE
    verbs: ClassVar[tuple[str, ...]] = (
        "煮", "熬", "熬煮", "蒸", "煨", "炒", "煎", "炖", "化开", "熔", "熔化", "融化", "溶化", "煮上", "烧", "烧水",
    )  # fmt: skip
    measure_names: ClassVar[dict[Measure, str]] = {Measure.DURATION: "时长", Measure.TEMPERATURE: "温度"}

    def parts(self, reading: Reading) -> list[Part]:
        """The pot on its fire; beside it what was measured, else its inside in the glass."""
        pot = Part(View.OVERVIEW, 62, lambda place: CookPot(reading, place))
        lens = Part(View.CLOSE_UP, 38, lambda place: CookLens(reading, place))
        return [pot, *(gauge_parts(reading) or [lens])]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Boiling and frying speak for themselves; melting needs what melts, heating needs what is in the pot."""
        if reading.says(*SPEECH):
            return "这里不是在锅里煮"
        if reading.verb.startswith("烧") and not _heats_a_pot(reading):
            return "烧的不是一锅东西"
        if way_of(reading) is Way.MELT and not any(word in reading.materials for word in MELTING):
            return "" if reading.says("火", "锅", "热") else "原话没有说到用火化开"
        return ""


def _heats_a_pot(reading: Reading) -> bool:
    if any(word in reading.words for word in KILN):
        return False
    kinds = [kind_of(term.text) for term in reading.step.material]
    return reading.says("锅", "开水", "烧水") or any(
        kind and (kind[0] is Form.LIQUID or term.text in ("蜡", "黄蜡", "糖"))
        for kind, term in zip(kinds, reading.step.material, strict=True)
    )
