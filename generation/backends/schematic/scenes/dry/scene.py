"""dry: a thing hangs on a line or lies on a rack until it is dry; sun, shade and wind only where they were said."""

from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.dry.air import DryingPlace
from generation.backends.schematic.scenes.dry.lens import DryLens
from generation.backends.schematic.scenes.props.dials import gauge_parts
from generation.backends.schematic.words.reading import Reading

FIRE: Final = ("火", "炉", "炭", "灶", "窑")
NOT_DRIED: Final = ("晒图", "晒太阳", "晒黑", "冷冻", "保鲜", "晾凉", "放凉")


class Dry(Scene):
    """Drying."""

    template: ClassVar[str] = "dry"
    family: ClassVar[Family] = Family.CHANGE
    verbs: ClassVar[tuple[str, ...]] = (
        "晾", "晒", "阴干", "晾干", "晒干", "荫", "荫干", "风干", "晾着", "烘干", "自然干", "干燥", "摊晾",
    )  # fmt: skip
    measure_names: ClassVar[dict[Measure, str]] = {Measure.DURATION: "时长", Measure.TEMPERATURE: "温度"}

    def parts(self, reading: Reading) -> list[Part]:
        """Where it dries; beside it what was measured, else the surface in the glass."""
        view = Part(View.OVERVIEW, 62, lambda place: DryingPlace(reading, place))
        lens = Part(View.CLOSE_UP, 38, lambda place: DryLens(reading, place))
        return [view, *(gauge_parts(reading) or [lens])]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Drying over a fire is another picture; 晒图 and 晾凉 are no drying at all."""
        if reading.says(*NOT_DRIED):
            return "这里说的不是晾干"
        return "烘干用的是火" if "烘" in reading.verb and reading.says(*FIRE) else ""
