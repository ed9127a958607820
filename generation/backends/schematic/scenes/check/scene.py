"""check: measuring along a workpiece, or looking, touching, listening, smelling, tasting by a said criterion."""

from collections.abc import Sequence
from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.base import Scalar
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.check.criteria import Criteria, criteria_in
from generation.backends.schematic.scenes.check.measure import LENGTHS, Measuring, subject_in
from generation.backends.schematic.scenes.check.sense import Sensing, sense_of
from generation.backends.schematic.words.amounts import length_in_mm
from generation.backends.schematic.words.reading import Reading

SHORT: Final = 7  # characters of a criterion that need no wide panel
MEASURING: Final = ("量", "测")
SEEMING: Final = ("看起来", "看上去", "看来", "看样子")
OTHER_WORK: Final = (
    "看护", "看守", "看管", "看来", "看重", "商量", "尝试", "试着", "试制", "试做", "掂量", "称量", "抚摸", "摸索",
    "听说", "听话", "酌量", "量产", "配量", "看样子",
)  # fmt: skip


def measures(reading: Reading) -> bool:
    """Whether something is measured with a rule rather than judged by a sense."""
    return any(word in reading.verb for word in MEASURING)


class Check(Scene):
    """Measuring and judging."""

    template: ClassVar[str] = "check"
    family: ClassVar[Family] = Family.CHECK
    verbs: ClassVar[tuple[str, ...]] = (
        "量", "测", "看", "观察", "摸", "听", "试", "闻", "尝", "检验", "检查", "验",
    )  # fmt: skip
    measure_names: ClassVar[dict[Measure, str]] = {}

    def parts(self, reading: Reading) -> Sequence[Part]:
        """The rule along the work, or the sense at it; and what to look for, in the master's words."""
        said = criteria_in(reading)
        share = 34 if max(map(len, said), default=0) <= SHORT else 46
        if measures(reading):
            first = Part(View.OVERVIEW, 100 - share, lambda place: Measuring(reading, place))
        else:
            first = Part(View.OVERVIEW, 100 - share, lambda place: Sensing(reading, place))
        if not said:
            return [first]
        return [first, Part(View.CLOSE_UP, share, lambda place: Criteria(reading, place, said))]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Measuring needs a rule or a length; a sense needs something to judge or to judge by."""
        if any(word in reading.verb for word in OTHER_WORK) or ("看" in reading.verb and reading.says(*SEEMING)):
            return "这不是量，也不是看验"
        if measures(reading):
            return _objection_to_measuring(reading)
        if sense_of(reading) is None:
            return "原话没有说到怎样验"
        return "" if criteria_in(reading) or subject_in(reading) else "原话没有说到看什么、验什么"

    def facts(self) -> dict[str, Scalar]:
        """The scale of the first length."""
        figure = next((figure for figure in self.figures if isinstance(figure, Measuring)), None)
        unit = length_in_mm(figure.unit) if figure and figure.unit else None
        return {"pixels_per_mm": round(figure.pixels / unit, 4)} if figure and unit else {}


def _objection_to_measuring(reading: Reading) -> str:
    if reading.says("温度", "体温", "水温", "重量", "秤"):
        return "量温度、称重还没有画法"
    ruled = bool(reading.step.tool) or any(reading.amounts(measure) for measure in LENGTHS)
    ruled = ruled or reading.says("尺寸", "长", "宽", "高", "厚", "直径")
    return "" if ruled else "原话没有说到用什么量，也没有说到量什么"
