"""soak: something lies in a liquid, is rinsed in it, or has it poured over; for as long and as often as was said."""

from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.props.dials import gauge_parts
from generation.backends.schematic.scenes.soak.lens import SoakLens
from generation.backends.schematic.scenes.soak.section import SoakSection
from generation.backends.schematic.scenes.soak.words import Way, way_of
from generation.backends.schematic.things.tools import TOOLS
from generation.backends.schematic.words.reading import Reading

WATERY: Final = frozenset({"pour", "dip", "place", "stir", "sieve"})
NO_WORKPIECE: Final = ("手", "脸", "澡", "牌", "照片", "胶卷")
WATER_WORDS: Final = ("水", "洗", "溪", "河", "塘", "池", "浆", "液", "汤", "汁")


class Soak(Scene):
    """Soaking and rinsing."""

    template: ClassVar[str] = "soak"
    family: ClassVar[Family] = Family.CHANGE
    verbs: ClassVar[tuple[str, ...]] = (
        "浸", "浸泡", "浸透", "泡", "沤", "漂", "漂洗", "洗", "洗掉", "清洗", "清洁", "冲", "冲洗", "淋洗",
    )  # fmt: skip
    measure_names: ClassVar[dict[Measure, str]] = {
        Measure.DURATION: "时长",
        Measure.REPETITION: "遍数",
        Measure.TEMPERATURE: "水温",
    }

    def parts(self, reading: Reading) -> list[Part]:
        """The vessel cut open; beside it what was measured, else what goes on in the glass."""
        section = Part(View.OVERVIEW, 62, lambda place: SoakSection(reading, place))
        lens = Part(View.CLOSE_UP, 38, lambda place: SoakLens(reading, place))
        return [section, *(gauge_parts(reading) or [lens])]

    @staticmethod
    def objection(reading: Reading) -> str:
        """The liquid may be unsaid, but the word must mean a bath, and no tool may be said that is no use in one."""
        if any(word in reading.materials + reading.verb for word in NO_WORKPIECE):
            return "洗的不是手艺里的料"
        if ("清洁" in reading.verb or reading.verb in ("冲", "漂")) and not reading.says(*WATER_WORDS):
            return "原话没有说到水"
        if "漂" in reading.verb and reading.says("漂漆", "漆"):
            return "漂漆还没有画法"
        return _objection_to_tool(reading)


def _objection_to_tool(reading: Reading) -> str:
    known = [tool for tool in TOOLS.values() if any(word in reading.tools for word in tool.words)]
    if known and not any(tool.does & WATERY for tool in known):
        return "用这件工具来洗、来泡还没有画法"
    return "" if way_of(reading) is not Way.POUR or not reading.says("冲压", "冲孔") else "冲在这里不是用水"
