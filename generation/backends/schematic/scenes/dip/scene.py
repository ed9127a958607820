"""dip: something goes into a liquid for a moment and comes out again, as often as was said."""

from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.dip.lens import DipLens
from generation.backends.schematic.scenes.dip.screen import ScreenSection
from generation.backends.schematic.scenes.dip.section import DipSection
from generation.backends.schematic.scenes.props.dials import gauge_parts
from generation.backends.schematic.things.tools import tool_in
from generation.backends.schematic.things.workpieces import Form, kind_of
from generation.backends.schematic.words.reading import Reading

SHORT: Final = (
    "一下",
    "一浸",
    "秒",
    "马上",
    "立刻",
    "随即",
    "提起",
    "提出",
    "捞起",
    "捞出",
    "拿出",
    "取出",
    "浸染",
    "快速",
    "下",
)
LIQUIDS: Final = ("水", "釉", "浆", "漆", "染", "靛", "油", "墨", "胶", "蜡", "汤", "汁", "液", "糖")
BY_BRUSH: Final = ("刷染", "画染", "扎染", "印染")


class Dip(Scene):
    """Dipping and lifting."""

    template: ClassVar[str] = "dip"
    family: ClassVar[Family] = Family.CHANGE
    verbs: ClassVar[tuple[str, ...]] = (
        "蘸", "点蘸", "浸染", "染", "浸", "浸入", "放进", "放入", "荡", "荡起", "抄", "抄起",
    )  # fmt: skip
    measure_names: ClassVar[dict[Measure, str]] = {
        Measure.DURATION: "浸的时间",
        Measure.REPETITION: "次数",
        Measure.TEMPERATURE: "温度",
    }

    def parts(self, reading: Reading) -> list[Part]:
        """The vessel cut open; beside it what was measured, else the coat in the glass."""
        if has_screen(reading):
            return [Part(View.OVERVIEW, 64, lambda place: ScreenSection(reading, place)), *gauge_parts(reading)]
        section = Part(View.OVERVIEW, 62, lambda place: DipSection(reading, place))
        lens = Part(View.CLOSE_UP, 38, lambda place: DipLens(reading, place))
        return [section, *(gauge_parts(reading) or [lens])]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Each verb needs its own company: a liquid, a screen, or words for a short stay."""
        verb = reading.verb
        if "荡" in verb or "抄" in verb:
            return (
                "" if has_screen(reading) or (reading.says("纸浆", "竹浆") and "荡平" not in verb) else "荡的不是纸浆"
            )
        if not _has_liquid(reading):
            return "原话没有说到蘸什么、浸在什么里"
        if "放" in verb:
            lifted = has_screen(reading) or reading.says("再提", "提起", "捞起", "捞出", "马上取", "拿出")
            return "" if lifted else "放进去以后没有说到提起来"
        if verb.startswith("浸") and "染" not in verb and not _short(reading):
            return "说的是长时间的浸泡"
        return "这种染法还没有画法" if reading.says(*BY_BRUSH) or (verb == "染" and _has_brush(reading)) else ""


def has_screen(reading: Reading) -> bool:
    """Whether the screen of a papermaker is dipped."""
    found = tool_in(reading, does="dip")
    return (found is not None and found.name == "screen") or reading.says("抄纸帘", "纸帘", "帘子", "竹帘", "帘床")


def _short(reading: Reading) -> bool:
    return reading.says(*SHORT) or reading.amount(Measure.REPETITION) is not None


def _has_brush(reading: Reading) -> bool:
    return any(word in reading.tools for word in ("刷", "笔"))


def _has_liquid(reading: Reading) -> bool:
    terms = (*reading.step.material, *reading.step.place)
    kinds = [kind_of(term.text.rstrip("里中内上下去")) for term in terms]
    return any(kind and kind[0] is Form.LIQUID for kind in kinds) or reading.says(*LIQUIDS)
