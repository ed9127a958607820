"""fire_kiln: a kiln that is fired, a thing over or in an open fire, hot metal quenched; heat and time as said."""

from collections.abc import Callable
from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Family, Figure, Part, Place, Scene, View
from generation.backends.schematic.scenes.fire.kiln import Kiln
from generation.backends.schematic.scenes.fire.lens import FireLens
from generation.backends.schematic.scenes.fire.open import OpenFire
from generation.backends.schematic.scenes.fire.quench import Quench
from generation.backends.schematic.scenes.fire.words import FIRE, Way, way_of
from generation.backends.schematic.scenes.props.dials import gauge_parts
from generation.backends.schematic.things.workpieces import Form, kind_of
from generation.backends.schematic.words.reading import Reading

BURNT: Final = ("线头", "毛边", "毛刺", "头发", "香", "纸钱", "水", "饭", "菜", "绒毛")

FIGURES: Final[dict[Way, Callable[[Reading, Place], Figure]]] = {
    Way.KILN: Kiln,
    Way.OPEN: OpenFire,
    Way.QUENCH: Quench,
}


class Fire(Scene):
    """Firing, roasting, quenching."""

    template: ClassVar[str] = "fire_kiln"
    family: ClassVar[Family] = Family.CHANGE
    verbs: ClassVar[tuple[str, ...]] = (
        "烧", "烧窑", "烧制", "焙", "焙烧", "点火", "烤", "烤炙", "烘", "烘干", "烘烤", "煅", "煅烧", "淬", "淬火",
    )  # fmt: skip
    measure_names: ClassVar[dict[Measure, str]] = {Measure.DURATION: "时长", Measure.TEMPERATURE: "火温"}

    def parts(self, reading: Reading) -> list[Part]:
        """The fire cut open; beside it what was measured, else the thing in the glass."""
        figure = FIGURES[way_of(reading)]
        section = Part(View.OVERVIEW, 62, lambda place: figure(reading, place))
        lens = Part(View.CLOSE_UP, 38, lambda place: FireLens(reading, place))
        return [section, *(gauge_parts(reading) or [lens])]

    @staticmethod
    def objection(reading: Reading) -> str:
        """The words must hold a kiln, a fire, or something that only fire changes."""
        if way_of(reading) in (Way.KILN, Way.QUENCH):
            return ""
        if any(word in reading.materials for word in BURNT):
            return "烧的不是要烧成的料"
        if reading.says(*FIRE) or any(word in reading.verb for word in ("焙", "煅", "烤", "炙")):
            return ""
        kinds = [kind_of(term.text) for term in reading.step.material]
        hard = any(kind and kind[0] in (Form.BLOCK, Form.VESSEL) for kind in kinds)
        if reading.verb.startswith("烧") and (hard or reading.amount(Measure.TEMPERATURE)):
            return ""
        return "原话没有说到火、炉子或窑"
