"""strike_point: a hammer, a mallet or a club falls on a point; with a graver or a nail between where that is said."""

from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.strike.lens import StrikeLens
from generation.backends.schematic.scenes.strike.side import StrikeSide
from generation.backends.schematic.scenes.strike.words import STRIKERS, Mode, mode_of, nail_in, tool_among
from generation.backends.schematic.things.workpieces import Form, kind_of
from generation.backends.schematic.words.reading import Reading

PLAIN_BLOWS: Final = (
    "锤打", "捶打", "敲打", "捶捣", "锤", "捶", "敲", "錾刻", "錾", "打入", "打进", "敲进", "敲入", "砸", "钉入", "钉进",
    "钉", "夯", "舂", "捣",
)  # fmt: skip
OTHER_TRADES: Final = ("针", "线", "笔", "刷", "剪", "筛", "锯", "刨")
SOFT_GOODS: Final = ("扣", "珠", "亮片", "绣", "针", "书", "册")  # to sew on or to bind
NO_BLOW: Final = ("敲定", "钉珠", "装订", "打磨", "打蜡", "打孔", "打通", "打底")


class Strike(Scene):
    """Striking a point."""

    template: ClassVar[str] = "strike_point"
    family: ClassVar[Family] = Family.PRESS
    verbs: ClassVar[tuple[str, ...]] = (*PLAIN_BLOWS, "打")
    measure_names: ClassVar[dict[Measure, str]] = {Measure.REPETITION: "次数", Measure.DEPTH: "深"}

    def parts(self, reading: Reading) -> list[Part]:
        """The blow from the side; what it does to the work, in the glass."""
        return [
            Part(View.SIDE, 62, lambda place: StrikeSide(reading, place)),
            Part(View.CLOSE_UP, 38, lambda place: StrikeLens(reading, place)),
        ]

    @staticmethod
    def objection(reading: Reading) -> str:
        """A blow needs a word for it, a work that is no liquid, and no tool of another trade."""
        if not _is_blow(reading):
            return "这里的“打”不是捶打"
        if any(word in reading.tools for word in OTHER_TRADES) and not tool_among(reading, STRIKERS):
            return "说到的工具不是用来捶打的"
        if mode_of(reading) is Mode.NAIL and reading.says(*SOFT_GOODS):
            return "这里的“钉”是缝缀或装订"
        kinds = [kind_of(term.text) for term in reading.step.material]
        if mode_of(reading) is not Mode.POUND and any(kind and kind[0] is Form.LIQUID for kind in kinds):
            return "打的是水或浆，不是捶打"
        return ""


def _is_blow(reading: Reading) -> bool:
    """打 alone is a blow only with a striker, or onto metal, stone, clay or a nail; 打磨 and 打结 never are."""
    verb = reading.verb
    if any(word in verb for word in NO_BLOW):
        return False
    if any(word in verb for word in PLAIN_BLOWS):
        return True
    if verb not in ("打", "打实", "打平", "打碎", "打烂", "打薄", "打紧", "打牢"):
        return False
    return bool(tool_among(reading, STRIKERS) or nail_in(reading) or reading.says("一锤", "锤子"))
