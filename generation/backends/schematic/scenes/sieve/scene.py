"""sieve: a sieve is shaken over a ground or a vessel; a cloth or a sieve lets a liquid through."""

from collections.abc import Sequence
from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import (
    Family,
    Part,
    Scene,
    View,
)
from generation.backends.schematic.scenes.props.goal import thing_in
from generation.backends.schematic.scenes.sieve.figures import Mesh, Shaking
from generation.backends.schematic.things.stuff import UNSAID
from generation.backends.schematic.things.workpieces import Form, Workpiece, kind_of
from generation.backends.schematic.words.reading import Reading

SIFTED: Final = (Form.LIQUID, Form.POWDER, Form.LUMP, Form.ROUND)


def sifted_in(reading: Reading) -> Workpiece:
    """What is sieved; something grey where it was not said."""
    thing = thing_in(reading, unsaid=Form.POWDER)
    return thing if thing.form in SIFTED else Workpiece(thing.name, Form.POWDER, UNSAID)


class Sieve(Scene):
    """Sieving and straining."""

    template: ClassVar[str] = "sieve"
    family: ClassVar[Family] = Family.POUR
    verbs: ClassVar[tuple[str, ...]] = ("筛", "滤", "过罗", "淘")
    measure_names: ClassVar[dict[Measure, str]] = {Measure.GRIT: "筛目"}

    def parts(self, reading: Reading) -> Sequence[Part]:
        """The sieve in the hand; its mesh magnified."""
        thing = sifted_in(reading)
        return [
            Part(View.OVERVIEW, 60, lambda place: Shaking(reading, place, thing)),
            Part(View.CLOSE_UP, 40, lambda place: Mesh(reading, place, thing)),
        ]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Sieving needs a stuff in grains or a liquid, or none said; 筛选 and 淘汰 are other work."""
        if any(word in reading.verb for word in ("筛选", "淘汰", "淘宝")):
            return "这不是用筛子筛"
        kinds = [kind for kind in (kind_of(term.text) for term in reading.step.material) if kind]
        return "筛的不是粉、土或水" if kinds and not any(kind[0] in SIFTED for kind in kinds) else ""
