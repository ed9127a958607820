"""press_down: a palm, a thumb, a board or a weight lies on the work and holds it down or presses it together."""

from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.press.lens import PressLens
from generation.backends.schematic.scenes.press.side import PressSide
from generation.backends.schematic.scenes.press.words import BASES, BOARDS, squeezes_water
from generation.backends.schematic.things.workpieces import Form, kind_of
from generation.backends.schematic.words.reading import Reading

WORDS: Final = (
    "压上",
    "压平",
    "压干",
    "压住",
    "压实",
    "压紧",
    "压牢",
    "压出",
    "按压",
    "按平",
    "按住",
    "按在",
    "按紧",
    "按实",
)
NOT_PRESSING: Final = ("压花", "压线", "压模", "按摩", "压缩", "碾压", "压一", "压二", "按照")
OTHER_TRADES: Final = ("针", "笔", "刀", "剪", "锯", "筛", "锤", "槌", "滚", "擀", "碾", "刷")
WEAVING: Final = ("经线", "纬线", "经篾", "纬篾", "挑一", "绣", "缝纫")


class Press(Scene):
    """Pressing down."""

    template: ClassVar[str] = "press_down"
    family: ClassVar[Family] = Family.PRESS
    verbs: ClassVar[tuple[str, ...]] = (*WORDS, "压", "按", "摁")
    measure_names: ClassVar[dict[Measure, str]] = {Measure.REPETITION: "次数", Measure.THICKNESS: "厚度"}

    def parts(self, reading: Reading) -> list[Part]:
        """From the side; inside the work where leaves, water or a soft mass were said."""
        side = Part(View.SIDE, 62, lambda place: PressSide(reading, place))
        lens = Part(View.CLOSE_UP, 38, lambda place: PressLens(reading, place))
        forms = {kind[0] for term in reading.step.material if (kind := kind_of(term.text))}
        inside = squeezes_water(reading) or forms & {Form.SHEET, Form.LUMP, Form.POWDER, Form.STRAND}
        return [side, lens] if inside else [side]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Pressing flat is no printing, sewing, weaving or rolling, and no tool of those trades does it."""
        if any(word in reading.verb for word in NOT_PRESSING) or reading.says(*WEAVING):
            return "这里的“压”不是往下按压"
        tools = reading.tools
        known = any(word in tools for word in (*BASES, *(word for word, _ in BOARDS)))
        if any(word in tools for word in OTHER_TRADES) and not known:
            return "说到的工具不是用来按压的"
        kinds = [kind for term in reading.step.material if (kind := kind_of(term.text))]
        if kinds and all(kind[0] is Form.LIQUID for kind in kinds) and not squeezes_water(reading):
            return "按压的是水或浆，没有画法"
        return ""
