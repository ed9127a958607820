"""split_strand: a thread, a bamboo or a lath is split lengthwise into a number of parts."""

from typing import ClassVar

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.split.run import SplitCane, SplitThread
from generation.backends.schematic.scenes.split.section import SplitSection
from generation.backends.schematic.scenes.split.words import Section, objection_to, splitting_in
from generation.backends.schematic.words.reading import Reading


class Split(Scene):
    """Splitting lengthwise."""

    template: ClassVar[str] = "split_strand"
    family: ClassVar[Family] = Family.PULL
    verbs: ClassVar[tuple[str, ...]] = (
        *("劈", "分丝", "分线", "分绒", "破丝", "破线"),
        *("破竹", "破篾", "剖竹", "剖篾", "启篾", "起篾"),
    )
    measure_names: ClassVar[dict[Measure, str]] = {Measure.SPLIT: "劈成", Measure.LAYERS: "劈成", Measure.COUNT: "份数"}

    def parts(self, reading: Reading) -> list[Part]:
        """The split as it runs along, and all parts where the strand is cut across."""
        work = splitting_in(reading)
        run = SplitThread if work.section is Section.BUNDLE else SplitCane
        return [
            Part(View.OVERVIEW, 66, lambda place: run(reading, place, work)),
            Part(View.CLOSE_UP, 34, lambda place: SplitSection(reading, place, work)),
        ]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Splitting needs a thread or a cane, or a number of parts."""
        return objection_to(reading)
