"""drill: a drill turns into the work and a hole grows, to the said depth and width if there are any."""

from typing import ClassVar

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import (
    Family,
    Part,
    Scene,
    View,
)
from generation.backends.schematic.scenes.drill.bore import FORMS
from generation.backends.schematic.scenes.drill.face import DrillFace
from generation.backends.schematic.scenes.drill.section import DrillSection
from generation.backends.schematic.scenes.props.bench import (
    wrong_form,
)
from generation.backends.schematic.words.reading import Reading


class Drill(Scene):
    """Drilling and widening holes."""

    template: ClassVar[str] = "drill"
    family: ClassVar[Family] = Family.CUT
    verbs: ClassVar[tuple[str, ...]] = ("钻", "钻孔", "钻眼", "打孔", "打眼", "打通", "扩孔", "扩大", "扩", "打洞")
    measure_names: ClassVar[dict[Measure, str]] = {Measure.DIAMETER: "孔径", Measure.DEPTH: "孔深"}

    def parts(self, reading: Reading) -> list[Part]:
        """The work cut open; the holes from the front."""
        return [
            Part(View.SIDE, 62, lambda place: DrillSection(reading, place)),
            Part(View.CLOSE_UP, 38, lambda place: DrillFace(reading, place)),
        ]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Drilling needs something firm, a hole, and a tool that turns."""
        if reading.says("钻研", "钻进", "钻过", "钻木"):
            return "这里的“钻”不是钻孔"
        if wrong_form(reading, *FORMS):
            return "这种料子的钻法还没有画法"
        if any(word in reading.tools for word in ("冲", "錾", "锤", "打孔器", "针")):
            return "这里的孔不是钻出来的"
        holes = reading.says("孔", "眼", "洞", "钻", "窟窿") or "钻" in reading.tools
        return "" if holes else "原话没有说到钻头，也没有说到孔"
