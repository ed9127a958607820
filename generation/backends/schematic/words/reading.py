"""A step as a template reads it: what its words say, and a list of all the picture had to assume.

The list is never written by hand: whoever needs a value that was not said gets it from :meth:`Reading.assume`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Hand, HandSide, Measure, Quantity, Step, StepField, Value
from generation.backends.schematic.drawing.outline import Outline
from generation.backends.schematic.drawing.palette import SAID_COLOURS
from generation.backends.schematic.words.amounts import Amount, amount

T = TypeVar("T")

SIDE_NAMES: Final = {
    HandSide.LEFT: "左手",
    HandSide.RIGHT: "右手",
    HandSide.BOTH: "双手",
    HandSide.FINGERS: "手指",
    HandSide.THUMB: "拇指",
}
MEASURE_NAMES: Final = {
    Measure.ANGLE: "角度",
    Measure.SPEED: "速度",
    Measure.SPACING: "间距",
    Measure.THICKNESS: "厚度",
    Measure.WIDTH: "宽",
    Measure.DEPTH: "深",
    Measure.LENGTH: "长",
    Measure.DIAMETER: "直径",
    Measure.AREA: "尺寸",
    Measure.TEMPERATURE: "温度",
    Measure.MASS: "重",
    Measure.VOLUME: "容量",
    Measure.PROPORTION: "比例",
    Measure.SIZE_CLASS: "号数",
    Measure.GRIT: "目数",
    Measure.LAYERS: "层数",
    Measure.COUNT: "数量",
    Measure.SPLIT: "分丝",
    Measure.DURATION: "时长",
    Measure.REPETITION: "遍数",
    Measure.OTHER: "数",
}
QUOTING: Final = "『"
HOLDING_DOWN: Final = ("按", "压", "摁", "扶", "撑", "稳住")


@dataclass(frozen=True, slots=True)
class Fact:
    """A said value for the strip of facts; ``carried`` over from another clause."""

    label: str
    value: str
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Holder:
    """The hand that holds the tool. ``name`` is empty when it was not said; then the hand is only an outline."""

    name: str
    left: bool = False

    @property
    def said(self) -> bool:
        """Whether the master named this hand."""
        return bool(self.name)


class Reading:
    """One step, read for drawing. ``words`` and what is looked for in them are simplified; what is drawn stays as said.

    ``mirrored`` swaps the hands for a left-handed learner; ``outline`` is a line to follow that came with the request.
    The plate says both.
    """

    def __init__(self, step: Step, *, mirrored: bool = False, outline: Outline | None = None) -> None:
        self.step = step
        self.mirrored = mirrored
        self.outline = outline
        self._assumed: dict[str, None] = {}
        self._credits: dict[str, None] = {}
        said = [value for _, value in step.values()]
        texts = [getattr(value, "text", "") for value in said]
        self.words = fold("\n".join([step.clause.text, *(value.said for value in said), *texts]))

    @property
    def assumed(self) -> tuple[str, ...]:
        """Everything assumed so far, in order."""
        return tuple(self._assumed)

    def assume(self, name: str, default: T) -> T:
        """Use a value nobody said, and say so on the plate."""
        self._assumed.setdefault(name)
        return default

    @property
    def credits(self) -> tuple[str, ...]:
        """What in the picture came neither from the words nor from us, in order."""
        return tuple(self._credits)

    def credit(self, note: str) -> None:
        """Say on the plate where something in the picture came from."""
        self._credits.setdefault(note)

    @property
    def by_thumb(self) -> bool:
        """Whether the master works with the thumb."""
        return any(hand.side is HandSide.THUMB for hand in self.step.hand) or self.says("拇指")

    @property
    def tools(self) -> str:
        """The names of the said tools, for matching."""
        return fold("、".join(term.text for term in self.step.tool))

    @property
    def materials(self) -> str:
        """The names of the said materials, for matching."""
        return fold("、".join(term.text for term in self.step.material))

    @property
    def verb(self) -> str:
        """The action, for matching."""
        return fold(self.step.action.text)

    def says(self, *words: str) -> bool:
        """Whether any of the words stands in the step."""
        return any(word in self.words for word in words)

    def quantities(self) -> tuple[Quantity, ...]:
        """Every said number."""
        return (*self.step.quantity, *self.step.duration, *self.step.repetition)

    def amounts(self, measure: Measure) -> list[Amount]:
        """The said numbers of one measure that can be drawn, in spoken order."""
        found = (amount(quantity) for quantity in self.quantities() if quantity.measure is measure)
        return [one for one in found if one.numeric]

    def amount(self, measure: Measure) -> Amount | None:
        """The first said number of one measure."""
        found = self.amounts(measure)
        return found[0] if found else None

    def colour(self, of: str, nouns: Iterable[str]) -> str | None:
        """The colour said of one of the nouns (红线, 红色的线); otherwise it is assumed and ``None``."""
        for name, code in SAID_COLOURS.items():
            for noun in nouns:
                if self.says(f"{name}{noun}", f"{name}色{noun}", f"{name}色的{noun}", f"{name}颜色的{noun}"):
                    return code
        return self.assume(of, None)

    def holder(self) -> Holder:
        """The hand that holds the tool, as said."""
        sides = [hand for hand in self.step.hand if hand.side in (HandSide.LEFT, HandSide.RIGHT)]
        if sides:
            return self._named(min(sides, key=self._distance_to_tool).side)
        if not self.step.hand:
            return self.assume("执手", Holder("", self.mirrored))
        if self.step.hand[0].side is HandSide.BOTH:
            return self.assume("双手如何分工", Holder("", self.mirrored))
        return self.assume("左手还是右手", Holder("", self.mirrored))

    def _named(self, side: HandSide) -> Holder:
        left = (side is HandSide.LEFT) != self.mirrored
        name = SIDE_NAMES[HandSide.LEFT if left else HandSide.RIGHT]
        return Holder(name, left)

    @property
    def words_without_tools(self) -> str:
        """The words, less the names of tools: a 梅花针 is no plum blossom."""
        words = self.words
        for term in self.step.tool:
            words = words.replace(fold(term.said), "").replace(fold(term.text), "")
        return words

    def _distance_to_tool(self, hand: Hand) -> int:
        goal = self.step.tool[0].quote.start if self.step.tool else self.step.action.quote.start
        gap = goal - hand.quote.end
        return gap if gap >= 0 else 1000 - gap

    def holds_down(self, holder: Holder) -> Holder | None:
        """The other hand, when it was said to hold the work down."""
        wanted = HandSide.RIGHT if holder.left != self.mirrored else HandSide.LEFT
        for hand in self.step.hand:
            after = fold(self._clause_after(hand))
            if holder.said and hand.side is wanted and any(word in after for word in HOLDING_DOWN):
                return self._named(wanted)
        return None

    def _clause_after(self, hand: Hand) -> str:
        clause = self.step.clause
        rest = clause.text[max(0, hand.quote.end - clause.start) :]
        for mark in "，。；,;":
            rest = rest.partition(mark)[0]
        return rest

    def facts(self, names: dict[Measure, str]) -> list[Fact]:
        """What was said, for the strip above the picture; ``names`` are the template's own words for measures."""
        labels = MEASURE_NAMES | names
        hands = [(SIDE_NAMES[hand.side], hand) for hand in self.step.hand]
        found = _joined("执手" if len({side for side, _ in hands}) < 2 else "手", hands) + _joined(
            "工具", [(term.text, term) for term in self.step.tool]
        )
        for quantity in self.quantities():
            label = labels[quantity.measure]
            found.append(Fact(label, amount(quantity).figure, quantity.inferred))
        found += _joined("材料", [(term.text, term) for term in self.step.material])
        found += _joined("手法", [(phrase.text, phrase) for phrase in self.step.manner])
        return found

    def circumstances(self) -> list[Fact]:
        """Where, when, and what to mind: for a page that has room for it."""
        found: list[Fact] = []
        for label, name in CIRCUMSTANCES:
            found += _joined(label, [(getattr(value, "text", value.said), value) for value in self.step.field(name)])
        return found

    def unsaid(self) -> list[str]:
        """What the master left open, as questions. One that quotes the interview holds a number that the master did not
        say; it is for the archivist and never drawn.
        """
        return [question.text for question in self.step.questions if QUOTING not in question.text]


CIRCUMSTANCES: Final = (
    ("地点", StepField.PLACE),
    ("路线", StepField.PATH),
    ("条件", StepField.CONDITION),
    ("当心", StepField.CAUTION),
    ("结果", StepField.RESULT),
)


def _joined(label: str, pairs: Sequence[tuple[str, Value]]) -> list[Fact]:
    own = dict.fromkeys(text for text, value in pairs if not value.inferred)
    carried = dict.fromkeys(text for text, value in pairs if value.inferred and text not in own)
    return [Fact(label, "、".join(texts), flag) for texts, flag in ((own, False), (carried, True)) if texts]
