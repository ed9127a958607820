"""What a maker must know about each family of acts. What the master did not say becomes a plain question."""

from typing import NamedTuple

from craftnlp.components.reading import Reading
from craftnlp.spec import Measure, Question, Step, StepField


class Need(NamedTuple):
    """A value that a family of acts needs: its field, its measure, and what to ask about it."""

    field: StepField
    measures: tuple[Measure, ...]
    ask: str


NEEDLE = Need(StepField.QUANTITY, (Measure.SIZE_CLASS,), "用几号针")
SLANT = Need(StepField.QUANTITY, (Measure.ANGLE,), "针斜多少")
STITCH = Need(StepField.QUANTITY, (Measure.SPACING, Measure.LENGTH), "针脚多长、隔多少")
TIME = Need(StepField.DURATION, (), "要多长时间")
HEAT = Need(StepField.QUANTITY, (Measure.TEMPERATURE,), "火候或温度是多少")
GRIT = Need(StepField.QUANTITY, (Measure.GRIT,), "用多少目")
SHARES = Need(StepField.QUANTITY, (Measure.PROPORTION, Measure.MASS, Measure.VOLUME), "各用多少，比例如何")
COATS = Need(StepField.REPETITION, (), "几遍")
TOOL = Need(StepField.TOOL, (), "用什么工具")
DEPTH = Need(StepField.QUANTITY, (Measure.DEPTH,), "多深")
THICKNESS = Need(StepField.QUANTITY, (Measure.THICKNESS,), "多厚")
SPLIT = Need(StepField.QUANTITY, (Measure.SPLIT,), "分成几份")

FRAMES: tuple[tuple[str, tuple[Need, ...]], ...] = (
    ("下针 进针 扎进 落针 绣 刺绣 缝", (NEEDLE, SLANT, STITCH)),
    ("劈 劈线 劈丝 分线", (SPLIT,)),
    ("煮 熬 蒸 泡 浸 浸泡 晾 晒 阴干 烘 焙 熬煮 晾干 晒干 浸透", (TIME,)),
    ("烧 烧制 烧成 烧窑 煅烧 熔 化开 炼", (HEAT, TIME)),
    ("打磨 磨 磨光 抛光", (GRIT,)),
    ("调 调和 配 调配 兑 和泥", (SHARES,)),
    ("刷 涂 上漆 上釉 上浆 髹 涂抹 刷漆", (COATS,)),
    ("刻 雕 雕刻 刻字", (TOOL, DEPTH)),
    ("拍 拍打 擀 捶 敲", (THICKNESS,)),
    ("染 染色", (TIME, COATS)),
)
NEEDS = {verb: needs for verbs, needs in FRAMES for verb in verbs.split()}


def frames(reading: Reading) -> None:
    """Ask for what each step needs and does not have."""
    reading.steps = [step.model_copy(update={"questions": tuple(_questions(step))}) for step in reading.steps]


def _questions(step: Step) -> list[Question]:
    verb = step.action.text
    needs = NEEDS.get(verb, NEEDS.get(verb[:1], ()))
    return [
        Question(
            field=need.field,
            measure=need.measures[0] if need.measures else None,
            text=f"「{step.action.quote.text}」{need.ask}？原话未说。",
        )
        for need in needs
        if not _is_said(step, need)
    ]


def _is_said(step: Step, need: Need) -> bool:
    held = step.field(need.field)
    if not need.measures:
        return bool(held)
    return any(getattr(value, "measure", None) in need.measures for value in held)
