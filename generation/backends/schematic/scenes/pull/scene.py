"""pull_strand: a thread, a wire, silk, dough or sugar is pulled by hand until it is taut, long or thin."""

from typing import ClassVar

from craftnlp.spec import Measure
from generation.backends.base import Scalar
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.pull.cloth import ClothPull
from generation.backends.schematic.scenes.pull.lens import PullLens
from generation.backends.schematic.scenes.pull.run import PullRun
from generation.backends.schematic.scenes.pull.soft import SoftPull
from generation.backends.schematic.scenes.pull.words import Pulled, objection_to, pulled_in
from generation.backends.schematic.words.reading import Reading


class Pull(Scene):
    """Pulling a strand."""

    template: ClassVar[str] = "pull_strand"
    family: ClassVar[Family] = Family.PULL
    verbs: ClassVar[tuple[str, ...]] = (
        "拉",
        "拽",
        "抽",
        "抻",
        "缫",
        "牵",
        "扯",
        "引线",
        "收紧",
        "勒紧",
        "绷线",
        "拔丝",
    )
    measure_names: ClassVar[dict[Measure, str]] = {
        Measure.LENGTH: "拉到",
        Measure.THICKNESS: "粗细",
        Measure.DIAMETER: "粗细",
        Measure.REPETITION: "拉",
        Measure.ANGLE: "线与面",
    }

    def parts(self, reading: Reading) -> list[Part]:
        """The hand and its strand, and what happens in the strand, magnified."""
        kind = pulled_in(reading)
        lens = Part(View.CLOSE_UP, 34, lambda place: PullLens(reading, place, kind))
        if kind is Pulled.THROUGH_CLOTH:
            whole = Part(View.SIDE, 66, lambda place: ClothPull(reading, place))
        elif kind is Pulled.SOFT:
            whole = Part(View.OVERVIEW, 66, lambda place: SoftPull(reading, place))
        else:
            whole = Part(View.OVERVIEW, 66, lambda place: PullRun(reading, place, kind))
        return [whole, lens]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Pulling needs a strand or a soft mass, or a verb that means nothing else."""
        return objection_to(reading)

    def facts(self) -> dict[str, Scalar]:
        """The scale of the picture, where a said length or thickness gives one."""
        for figure in self.figures:
            scale = getattr(figure, "pixels_per_mm", None)
            if scale:
                return {"pixels_per_mm": round(scale, 4)}
        return {}
