"""The standard sentence and the short title of a step, built from filled values and from nothing else.

Every number in a sentence stands in the quote of a value or is its normalised value; the words of the template
hold none.
"""

from collections.abc import Sequence
from typing import TypeVar

from craftnlp.spec import HandSide, Measure, Quantity, Status, Step, Term, Value

TITLE_LENGTH = 16

MEASURE_NAMES = {
    Measure.ANGLE: "角度",
    Measure.SPEED: "速度",
    Measure.SPACING: "间距",
    Measure.THICKNESS: "厚",
    Measure.WIDTH: "宽",
    Measure.DEPTH: "深",
    Measure.LENGTH: "长度",
    Measure.DIAMETER: "直径",
    Measure.AREA: "尺寸",
    Measure.TEMPERATURE: "温度",
    Measure.MASS: "重量",
    Measure.VOLUME: "容量",
    Measure.PROPORTION: "比例",
    Measure.SIZE_CLASS: "型号",
    Measure.GRIT: "目数",
    Measure.LAYERS: "层数",
    Measure.COUNT: "数量",
    Measure.SPLIT: "分成",
    Measure.DURATION: "时间",
    Measure.REPETITION: "次数",
    Measure.OTHER: "",
}

HAND_NAMES = {
    HandSide.LEFT: "左手",
    HandSide.RIGHT: "右手",
    HandSide.BOTH: "双手",
    HandSide.FINGERS: "手指",
    HandSide.THUMB: "拇指",
    HandSide.HAND: "手",
}


Said = TypeVar("Said", bound=Value)


def kept(values: Sequence[Said]) -> tuple[Said, ...]:
    """The values that nobody has struck and that were said, not inferred."""
    return tuple(value for value in values if value.status is not Status.STRUCK and not value.inferred)


def sentence(step: Step) -> str:
    """The standard sentence, or an empty one where the action itself was struck."""
    if not kept((step.action,)):
        return ""
    conditions = [value.text for value in kept(step.condition)]
    cautions = [value.text for value in kept(step.caution)]
    clauses = [*conditions, _main_clause(step), *_figures(step), *(value.text for value in kept(step.result))]
    text = "，".join(clauses) + "。"
    return text + "".join(f"注意：{caution}。" for caution in cautions)


def _main_clause(step: Step) -> str:
    tools = "、".join(words(value) for value in kept(step.tool))
    hands = "、".join(words(value) for value in kept(step.hand))
    places = "、".join(words(value) for value in kept(step.place))
    ways = [value.text for value in (*kept(step.path), *kept(step.manner))]
    act = words(step.action) + "、".join(words(value) for value in kept(step.material))
    parts = [hands, f"用{tools}" if tools else "", f"在{places}" if places else "", *ways, act]
    return "，".join(part for part in parts if part)


def words(value: Value) -> str:
    """The words of the master. A term that was said around a filler (绣嗯花针) stands without it."""
    said = value.quote.text
    if isinstance(value, Term) and len(value.text) < len(said):
        left = iter(said)
        return value.text if all(char in left for char in value.text) else said
    return said


def _figures(step: Step) -> list[str]:
    return [figure(value) for value in (*kept(step.quantity), *kept(step.duration), *kept(step.repetition))]


def figure(value: Quantity) -> str:
    """A quantity in words: what it measures, about or exactly how much, and the unit as said."""
    about = "约" if value.approximate else ""
    return f"{MEASURE_NAMES[value.measure]}{about}{_bounds(value)}{value.unit}"


def _bounds(value: Quantity) -> str:
    if value.value.endswith("+"):
        return value.value.removesuffix("+") + "以上"
    if value.low is None and value.high is not None and not value.approximate:
        return f"不超过{value.value}"
    return value.value


def title(step: Step) -> str:
    """A short title made of said words only, such as 沿梅花的边下针."""
    action = words(step.action)
    path = "".join(value.quote.text for value in kept(step.path)[:1])
    material = _nearest(step)
    if material in action:
        material = ""
    act = material + action if action[-1] in "来去來" else action + material
    for candidate in (path + action if path else act, act):
        if len(candidate) <= TITLE_LENGTH:
            return _one_line(candidate)
    return _one_line(action)[:TITLE_LENGTH]


def _nearest(step: Step) -> str:
    """The thing that stands closest to the action in the telling."""
    things = sorted(kept(step.material), key=lambda value: abs(value.quote.start - step.action.quote.end))
    return words(things[0]) if things else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
