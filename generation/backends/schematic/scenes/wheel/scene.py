"""turn_on_axis: clay on a wheel is raised or trimmed, or a hand sets the wheel going."""

from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.base import Scalar
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.wheel.plan import WheelPlan
from generation.backends.schematic.scenes.wheel.side import WheelSide
from generation.backends.schematic.scenes.wheel.words import CLAY, WHEELS
from generation.backends.schematic.words.reading import Reading

SURE: Final = ("拉坯", "拉胚", "修坯", "利坯", "旋坯", "车坯")
PUSHED: Final = ("拨", "转动", "转")
DISCS: Final = (*WHEELS, "盘")
WOODEN: Final = ("木", "竹", "玉", "石", "铜", "铁")


class Wheel(Scene):
    """Work on a wheel."""

    template: ClassVar[str] = "turn_on_axis"
    family: ClassVar[Family] = Family.TURN
    verbs: ClassVar[tuple[str, ...]] = (
        "拉坯", "拉胚", "修坯", "利坯", "旋坯", "车坯", "拉", "提拉", "旋", "车", "拨盘", "拨", "拨动", "转盘", "转动", "转",
    )  # fmt: skip
    measure_names: ClassVar[dict[Measure, str]] = {Measure.SPEED: "转速", Measure.DIAMETER: "口径"}

    def parts(self, reading: Reading) -> list[Part]:
        """The vessel from the side and the wheel from above; the wheel alone where only it is set going."""
        pushes = _pushes(reading)
        plan = Part(View.OVERVIEW, 40, lambda place: WheelPlan(reading, place, pushes=pushes))
        return [plan] if pushes else [Part(View.SIDE, 60, lambda place: WheelSide(reading, place)), plan]

    @staticmethod
    def objection(reading: Reading) -> str:
        """拉坯 and 修坯 name clay on a wheel; every other verb needs the wheel, and clay or a hand that pushes it."""
        if any(word in reading.verb for word in SURE):
            return ""
        if _pushes(reading):
            return ""
        if not reading.says(*WHEELS):
            return "原话没有说到转盘"
        named = reading.materials or reading.words_without_tools
        if not any(word in named for word in CLAY):
            return "转盘上的料还没有画法" if any(word in named for word in WOODEN) else "原话没有说到转盘上的泥"
        return ""

    def facts(self) -> dict[str, Scalar]:
        """The scale of the vessel, where a length gives one in millimetres."""
        for figure in self.figures:
            if isinstance(figure, WheelSide) and figure.size.ruler and figure.size.ruler.metric:
                return {"pixels_per_mm": round(figure.size.ruler.pixels, 4)}
        return {}


def _pushes(reading: Reading) -> bool:
    """Whether the hand sets the wheel itself going (拨盘使转, 转动转盘)."""
    named = reading.materials or reading.verb
    plates = any(word in named for word in DISCS) and not reading.says("盘子", "托盘", "蜡盘")
    return (
        any(word in reading.verb for word in PUSHED) and plates and not any(word in reading.materials for word in CLAY)
    )
