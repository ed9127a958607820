"""turn_piece: a hand turns a sheet, a block, a vessel or a tool, on its face, over, or about its own axis."""

from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.turn.flat import TurnFlat, TurnMeasure
from generation.backends.schematic.scenes.turn.over import OverPlan, OverSide
from generation.backends.schematic.scenes.turn.upend import Upend
from generation.backends.schematic.scenes.turn.upright import TurnUpright
from generation.backends.schematic.scenes.turn.words import Manner, manner_of, piece_of, turning_of
from generation.backends.schematic.things.workpieces import Form, kind_of
from generation.backends.schematic.words.reading import Reading

OTHER_SENSES: Final = (
    "转入", "转到", "转移", "转成", "转为", "转化", "翻炒", "翻拌", "翻晒", "翻搅", "翻土", "翻耕", "翻新", "翻模", "翻砂",
)  # fmt: skip
SOLID: Final = (Form.VESSEL, Form.LUMP, Form.ROUND)
LOOSE: Final = {
    Form.LIQUID: "翻动的是汤水，不是一件东西",
    Form.POWDER: "翻动的是散料，不是一件东西",
    Form.STRAND: "转的是线，捻线另有画法",
}


class Turn(Scene):
    """Turning a piece by hand."""

    template: ClassVar[str] = "turn_piece"
    family: ClassVar[Family] = Family.TURN
    verbs: ClassVar[tuple[str, ...]] = (
        "转", "转过", "转动", "旋转", "翻", "翻转", "翻面", "翻过", "掉头", "调头", "掉转", "捻转",
    )  # fmt: skip
    widest: ClassVar[float] = 360.0
    measure_names: ClassVar[dict[Measure, str]] = {Measure.ANGLE: "转角", Measure.REPETITION: "转"}

    def parts(self, reading: Reading) -> list[Part]:
        """The hand at work, and beside it how the piece turns."""
        manner = manner_of(reading)
        if manner is Manner.OVER and piece_of(reading).form in SOLID:
            return [Part(View.SIDE, 100, lambda place: Upend(reading, place))]
        if manner is Manner.OVER:
            return [
                Part(View.OVERVIEW, 56, lambda place: OverPlan(reading, place)),
                Part(View.SIDE, 44, lambda place: OverSide(reading, place)),
            ]
        measure = Part(View.CLOSE_UP, 40, lambda place: TurnMeasure(reading, place))
        if manner is Manner.UPRIGHT:
            return [Part(View.SIDE, 60, lambda place: TurnUpright(reading, place)), measure]
        return [Part(View.OVERVIEW, 60, lambda place: TurnFlat(reading, place)), measure]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Something that holds together is turned; stirring, tipping and twisting thread are other pictures."""
        if any(word in reading.verb for word in OTHER_SENSES):
            return "这里的转、翻不是把一件东西转过来"
        step = reading.step
        if not (step.material or step.place or step.tool or step.hand or turning_of(reading).said):
            return "原话没有说到转的是什么"
        kinds = [kind for term in step.material if (kind := kind_of(term.text))]
        if kinds and all(form in LOOSE for form, _ in kinds):
            return LOOSE[kinds[0][0]]
        return "翻动的是一堆料，不是一件东西" if "翻" in reading.verb and reading.says("翻动", "翻一翻") else ""
