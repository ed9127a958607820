"""pierce: a point goes into a sheet or a block or comes out of it, a thread through an eye, a stuffing into a hole."""

from typing import ClassVar

from craftnlp.spec import Measure
from generation.backends.base import Scalar
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.pierce.plan import PiercePlan
from generation.backends.schematic.scenes.pierce.pocket import StuffSection
from generation.backends.schematic.scenes.pierce.side import PierceSide
from generation.backends.schematic.scenes.pierce.stuff import StuffOutside
from generation.backends.schematic.scenes.pierce.thread import ThreadEye, ThreadHands
from generation.backends.schematic.scenes.pierce.words import Deed, deed_of, objection_to, stuffs_softly, work_in
from generation.backends.schematic.words.reading import Reading


class Pierce(Scene):
    """Piercing, drawing out, threading and stuffing."""

    template: ClassVar[str] = "pierce"
    family: ClassVar[Family] = Family.INSERT
    verbs: ClassVar[tuple[str, ...]] = (
        *("扎", "刺", "插", "戳", "锥", "扎眼", "扎孔", "扎洞", "戳孔", "戳洞", "戳眼", "穿孔", "穿眼", "穿洞"),
        *("穿针", "穿线", "纫针", "纫线", "穿进", "穿入", "穿过", "塞", "拔", "抽针", "抽出"),
    )
    measure_names: ClassVar[dict[Measure, str]] = {
        Measure.ANGLE: "扎入角度",
        Measure.SPEED: "进针快慢",
        Measure.SPACING: "孔距",
        Measure.DIAMETER: "孔径",
        Measure.DEPTH: "深",
    }

    def parts(self, reading: Reading) -> list[Part]:
        """From above and from the side; the hands and the eye for a thread; outside and inside for a stuffing."""
        deed = deed_of(reading)
        if deed is Deed.THREAD:
            return [
                Part(View.OVERVIEW, 58, lambda place: ThreadHands(reading, place)),
                Part(View.CLOSE_UP, 42, lambda place: ThreadEye(reading, place)),
            ]
        if stuffs_softly(reading):
            return [
                Part(View.OVERVIEW, 50, lambda place: StuffOutside(reading, place)),
                Part(View.SIDE, 50, lambda place: StuffSection(reading, place)),
            ]
        work = work_in(reading)
        return [
            Part(View.OVERVIEW, 46, lambda place: PiercePlan(reading, place, work)),
            Part(View.SIDE, 54, lambda place: PierceSide(reading, place, work)),
        ]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Piercing needs a point, or at least no word that makes it tying, planting or acupuncture."""
        return objection_to(reading)

    def facts(self) -> dict[str, Scalar]:
        """The scale of the picture, where a depth or a distance gives one."""
        for figure in self.figures:
            if isinstance(figure, PierceSide) and figure.depth.pixels_per_mm:
                return {"pixels_per_mm": round(figure.depth.pixels_per_mm, 4)}
            if isinstance(figure, PiercePlan) and figure.pixels_per_mm:
                return {"pixels_per_mm": round(figure.pixels_per_mm, 4)}
        return {}
