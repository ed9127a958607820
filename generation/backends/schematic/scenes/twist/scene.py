"""twist_strand: strands twisted about each other by hand, or a loop of rope twisted tight with a stick."""

from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.props.strand import strand_in
from generation.backends.schematic.scenes.twist.end import StrandsEnd
from generation.backends.schematic.scenes.twist.side import Twisting
from generation.backends.schematic.words.reading import Reading

OTHER_SENSES: Final = ("螺", "盖", "眉", "锁")


class Twist(Scene):
    """Twisting strands."""

    template: ClassVar[str] = "twist_strand"
    family: ClassVar[Family] = Family.ROLL
    verbs: ClassVar[tuple[str, ...]] = ("捻线", "捻绳", "捻成", "捻", "绞", "绞紧", "搓绳", "搓线", "拧", "拧紧")
    measure_names: ClassVar[dict[Measure, str]] = {Measure.COUNT: "数", Measure.REPETITION: "圈数"}

    def parts(self, reading: Reading) -> list[Part]:
        """The strands from the side, and cut across."""
        return [
            Part(View.OVERVIEW, 66, lambda place: Twisting(reading, place)),
            Part(View.CLOSE_UP, 34, lambda place: StrandsEnd(place, Twisting(reading, place))),
        ]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Twisting needs strands; a screw or a lid that is turned is another picture."""
        if reading.says(*OTHER_SENSES) and "绞" not in reading.verb:
            return "拧的不是线绳"
        if any(word in reading.materials for word in ("泥", "面", "钻", "土", "粉", "碎")):
            return "捻的不是线绳"
        said = strand_in(Reading(reading.step), "").said
        if said or "绞紧" in reading.verb or any(word in reading.verb for word in ("绳", "线")):
            return ""
        return "原话没有说到要捻的线绳"
