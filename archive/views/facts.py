"""What the master said of a step, as facts: a label, a value, the words, and the second in the recording."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from archive.models import Cue
from archive.views.passages import second_of
from craftnlp.sentence import MEASURE_NAMES, figure, kept
from craftnlp.spec import Hand, HandSide, Measure, Phrase, Quantity, Step, StepField, Term, Value

Label = str | Promise

FIELDS: Mapping[StepField, Label] = {
    StepField.ACTION: gettext_lazy("动作"),
    StepField.TOOL: gettext_lazy("工具"),
    StepField.MATERIAL: gettext_lazy("材料"),
    StepField.HAND: gettext_lazy("执手"),
    StepField.PATH: gettext_lazy("走法"),
    StepField.PLACE: gettext_lazy("部位"),
    StepField.MANNER: gettext_lazy("手法"),
    StepField.QUANTITY: gettext_lazy("数量"),
    StepField.DURATION: gettext_lazy("时长"),
    StepField.REPETITION: gettext_lazy("次数"),
    StepField.CONDITION: gettext_lazy("条件"),
    StepField.CAUTION: gettext_lazy("当心"),
    StepField.RESULT: gettext_lazy("结果"),
}
MEASURES: Mapping[Measure, Label] = {
    Measure.ANGLE: gettext_lazy("角度"),
    Measure.SPEED: gettext_lazy("速度"),
    Measure.SPACING: gettext_lazy("间距"),
    Measure.THICKNESS: gettext_lazy("厚度"),
    Measure.WIDTH: gettext_lazy("宽度"),
    Measure.DEPTH: gettext_lazy("深度"),
    Measure.LENGTH: gettext_lazy("长度"),
    Measure.DIAMETER: gettext_lazy("直径"),
    Measure.AREA: gettext_lazy("尺寸"),
    Measure.TEMPERATURE: gettext_lazy("温度"),
    Measure.MASS: gettext_lazy("重量"),
    Measure.VOLUME: gettext_lazy("容量"),
    Measure.PROPORTION: gettext_lazy("比例"),
    Measure.SIZE_CLASS: gettext_lazy("型号"),
    Measure.GRIT: gettext_lazy("目数"),
    Measure.LAYERS: gettext_lazy("层数"),
    Measure.COUNT: gettext_lazy("个数"),
    Measure.SPLIT: gettext_lazy("分成"),
    Measure.DURATION: gettext_lazy("时长"),
    Measure.REPETITION: gettext_lazy("次数"),
}
HANDS: Mapping[HandSide, Label] = {
    HandSide.LEFT: gettext_lazy("左手"),
    HandSide.RIGHT: gettext_lazy("右手"),
    HandSide.BOTH: gettext_lazy("双手"),
    HandSide.FINGERS: gettext_lazy("手指"),
    HandSide.THUMB: gettext_lazy("拇指"),
    HandSide.HAND: gettext_lazy("手（没说哪只）"),
}
CLOCK_UNITS = ((86400, "d"), (3600, "h"), (60, "min"), (1, "s"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One said value. ``spoken`` marks a value in the master's own Chinese; ``note`` is its conversion."""

    address: str
    label: str
    value: str
    note: str
    quote: str
    seconds: float | None
    spoken: bool


def figures(step: Step, cues: Sequence[Cue]) -> list[Fact]:
    """The numbers of a step, and the hand that acts."""
    return [fact for value, fact in _facts(step, cues) if isinstance(value, Quantity | Hand)]


def words(step: Step, cues: Sequence[Cue]) -> list[Fact]:
    """Everything else that was said: action, tools, materials, ways, conditions, cautions."""
    return [fact for value, fact in _facts(step, cues) if not isinstance(value, Quantity | Hand)]


def measured(value: Quantity) -> str:
    """A quantity for the reader: in Chinese as it was said, in English in canonical units where there are any."""
    if get_language() != "en":
        return figure(value).removeprefix(MEASURE_NAMES[value.measure])
    text = canonical(value) or f"{value.value} {value.unit}".strip()
    return _("约 %(figure)s") % {"figure": text} if value.approximate else text


def canonical(value: Quantity) -> str:
    """The canonical figure of a quantity, such as 2–3 mm; empty where no conversion is honest."""
    bounds = [bound for bound in (value.canonical_low, value.canonical_high) if bound is not None]
    if not bounds:
        return ""
    divisor, unit = _clock_unit(bounds) if value.canonical_unit == "s" else (1, value.canonical_unit)
    gap = "" if unit in {"°", "%"} else " "
    return "–".join(dict.fromkeys(_plain(bound / divisor) for bound in bounds)) + gap + unit


def _facts(step: Step, cues: Sequence[Cue]) -> Iterator[tuple[Value, Fact]]:
    for name in StepField:
        for index, value in enumerate(kept(step.field(name))):
            fact = Fact(
                address=f"{step.id}.{name.value}.{index}",
                label=str(_label(name, value)),
                value=_shown(value),
                note=_note(value),
                quote=value.said,
                seconds=second_of(cues, value.quote.start),
                spoken=not isinstance(value, Quantity | Hand),
            )
            yield value, fact


def _label(name: StepField, value: Value) -> Label:
    if isinstance(value, Quantity):
        return MEASURES.get(value.measure, FIELDS[name])
    return FIELDS[name]


def _shown(value: Value) -> str:
    match value:
        case Quantity():
            return measured(value)
        case Hand():
            return str(HANDS[value.side])
        case Term() | Phrase():
            return value.text
        case _:
            return value.said


def _note(value: Value) -> str:
    """The conversion of a traditional unit, with what it assumes."""
    if not isinstance(value, Quantity) or not value.assumption:
        return ""
    return _("折合 %(figure)s（%(assumption)s）") % {"figure": canonical(value), "assumption": value.assumption}


def _clock_unit(bounds: list[Decimal]) -> tuple[int, str]:
    """The longest unit of time that leaves no fraction."""
    return next(unit for unit in CLOCK_UNITS if unit[0] == 1 or not any(bound % unit[0] for bound in bounds))


def _plain(number: Decimal) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
