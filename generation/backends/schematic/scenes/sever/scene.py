"""sever: one cut through a thing, and the piece that comes off, as long as said when a length was said."""

from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.props.bench import wrong_form
from generation.backends.schematic.scenes.sever.block import SeverBlock
from generation.backends.schematic.scenes.sever.fell import SeverFell
from generation.backends.schematic.scenes.sever.length import SeverLength
from generation.backends.schematic.scenes.sever.sheet import SeverSheet
from generation.backends.schematic.scenes.sever.thread import SeverThread
from generation.backends.schematic.things.workpieces import Form, kind_of
from generation.backends.schematic.words.reading import Reading

FORMS: Final = (Form.LUMP, Form.BLOCK, Form.RODS, Form.STRAND, Form.SHEET)
ENDS: Final = ("线头", "丝头", "余线", "线断", "线剪", "剪线")
STANDING: Final = ("上山", "竹林", "林子", "山里", "山上", "齐根", "根部", "一根", "棵", "伐")
PARING: Final = ("雕", "刻", "花纹", "图案")


def form_of(reading: Reading) -> Form:
    """What is cut: a thread's end when one is named, else the form of the material, else a block."""
    if reading.says(*ENDS) and any(word in reading.verb for word in ("剪", "断", "割")):
        return Form.STRAND
    kinds = [kind_of(term.text) for term in (*reading.step.material, *reading.step.place)]
    return next((kind[0] for kind in kinds if kind and kind[0] in FORMS), Form.BLOCK)


def _felled(reading: Reading) -> bool:
    length = reading.amount(Measure.LENGTH)
    standing = reading.says(*STANDING) or not reading.tools
    return any(word in reading.verb for word in ("砍", "伐")) and standing and length is None


class Sever(Scene):
    """Cutting through."""

    template: ClassVar[str] = "sever"
    family: ClassVar[Family] = Family.CUT
    verbs: ClassVar[tuple[str, ...]] = (
        "切", "砍", "伐", "截", "截断", "剪断", "剪", "裁", "裁成", "锯", "锯开", "剁", "斩", "割", "切断",
    )  # fmt: skip
    measure_names: ClassVar[dict[Measure, str]] = {Measure.LENGTH: "每段", Measure.AREA: "尺寸"}

    def parts(self, reading: Reading) -> list[Part]:
        """The cut with the hand; then where along the thing it falls."""
        form = form_of(reading)
        if form is Form.STRAND:
            return [Part(View.SIDE, 1, lambda place: SeverThread(reading, place))]
        if form is Form.SHEET:
            return [Part(View.OVERVIEW, 1, lambda place: SeverSheet(reading, place))]
        if form is Form.RODS and _felled(reading):
            return [Part(View.OVERVIEW, 1, lambda place: SeverFell(reading, place))]
        return [
            Part(View.OVERVIEW, 58, lambda place: SeverBlock(reading, place)),
            Part(View.SIDE, 42, lambda place: SeverLength(reading, place)),
        ]

    @staticmethod
    def objection(reading: Reading) -> str:
        """A cut needs something that can be cut through; carving and other uses of the words are refused."""
        if reading.says("剪纸", "切记", "一切", "剪彩", "切忌", "裁判", "截止", "割舍"):
            return "这里说的不是切断"
        if any(word in reading.tools for word in ("笔", "针", "锤", "砂纸", "钻")):
            return "用的不是切断的工具"
        if reading.says(*PARING):
            return "这里不是一刀切断"
        if wrong_form(reading, *FORMS) and form_of(reading) is not Form.STRAND:
            return "这种料子的切法还没有画法"
        named = reading.materials or reading.step.place or reading.tools or form_of(reading) is Form.STRAND
        return "" if named else "原话没有说到切的是什么，也没有说到用什么切"
