"""What a maker must know about each family of acts. What the master did not say becomes a question to read aloud.

The families and their questions are a table, ``frames.tab``; this module says what answers a need. A word that says
how answers it as a number does: after 文火 nobody asks for the heat.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from craftnlp.components.interview import asked_by_interviewer
from craftnlp.components.reading import Reading
from craftnlp.lexicon.folding import fold
from craftnlp.spec import Measure, Question, Step, StepField, Value

MOST = 3  # questions about one step
NOT_SAID = "原话未说。"
MODIFIERS = "粗细精初复再重轻深浅水干生熟冷热手"  # 粗磨, 水磨: the act is the second half


OBJECTS = frozenset("泥土坯釉线丝绒布绸绢纸竹木铁铜银金锡漆蜡浆胶糊灰料粉皮革石玉篾片条绳麻茶墨油盐糖花字边底面")
COMPLETING = frozenset(
    "了着过到在成来去好完上下进出入起开掉住紧满透断碎匀实牢直齐干净通穿尽稳拢合松薄光亮回平短长细圆散软熟红烂热白黑黄去一"
)


class Need(NamedTuple):
    """A value that an act needs: its field, the measures that give it, and words that answer it just as well."""

    field: StepField
    measures: tuple[Measure, ...] = ()
    words: str = ""
    any_value: bool = True  # whether any value of the field answers, where no measure is asked


class Ask(NamedTuple):
    """A need of a family and how to ask for it."""

    need: Need
    text: str


Q, M = StepField.QUANTITY, Measure
UNTIL = "为止|直到|直至|到.*[干软烂透化匀光亮细稠]|^[干软烂透匀光亮细稠]|一[夜宿晚整]|过夜|发白|变色|[成分]干"
GLUE = "胶|糊|浆|漆|膘|粘|黏"
NEEDS = {
    "needle": Need(Q, (M.SIZE_CLASS,), "[大小中粗细]号?[针孔]|号针"),
    "slant": Need(Q, (M.ANGLE,), "垂直|竖直|立直|水平|直角"),
    "stitch": Need(Q, (M.SPACING, M.LENGTH)),
    "length": Need(Q, (M.LENGTH,)),
    "split": Need(Q, (M.SPLIT, M.COUNT), "一分为|对半|[两二三四]半"),
    "tool": Need(StepField.TOOL, words="手工|用手|徒手|双手|两手|两只手"),
    "tight": Need(StepField.MANNER, words="紧|松|绷直|敲得响|密", any_value=False),
    "size": Need(Q, (M.LENGTH, M.WIDTH, M.AREA, M.DIAMETER, M.OTHER)),
    "coats": Need(StepField.REPETITION, (M.LAYERS, M.REPETITION), "一?[遍层道]"),
    "dry": Need(StepField.DURATION, words="干了|干透|阴干|晾干|[成分]干"),
    "thick": Need(Q, (M.THICKNESS, M.LAYERS), "薄|厚"),
    "depth": Need(Q, (M.DEPTH,), "浅|深"),
    "direction": Need(StepField.PATH, words="顺|逆|往|向|从.+[到往]|横|竖|左|右"),
    "diameter": Need(Q, (M.DIAMETER, M.SIZE_CLASS)),
    "gap": Need(Q, (M.SPACING,), "紧|松|严"),
    "glue": Need(StepField.MATERIAL, words=GLUE, any_value=False),
    "grit": Need(Q, (M.GRIT,), "目|磨石|砥石|油石|细砂|粗砂|木贼|炭|瓦灰"),
    "passes": Need(StepField.REPETITION, (M.REPETITION, M.COUNT), "一?[遍次回道]"),
    "extent": Need(StepField.RESULT, words=UNTIL),
    "time": Need(StepField.DURATION, words=UNTIL),
    "heat": Need(Q, (M.TEMPERATURE,), "火|温|滚|沸|开水|烫|热水|冷水|凉水|烧红|通红|暗红|发白"),
    "ratio": Need(Q, (M.PROPORTION, M.MASS, M.VOLUME, M.COUNT), "对半|一比|各一半|适量"),
    "water": Need(StepField.MATERIAL, words="水|油|汤|汁|泉", any_value=False),
    "where": Need(StepField.PLACE, words="阴|太阳|日头|通风|屋|荫"),
    "cool": Need(StepField.DURATION, words="凉|冷"),
    "solder": Need(StepField.MATERIAL, words="焊|硼砂|银药|锡", any_value=False),
    "size_glue": Need(StepField.MATERIAL, words=GLUE, any_value=False),
    "layers": Need(Q, (M.LAYERS, M.COUNT), "层|对折|三折"),
    "hand": Need(StepField.HAND),
    "width": Need(Q, (M.WIDTH, M.DIAMETER)),
    "rounds": Need(StepField.REPETITION, (M.REPETITION, M.COUNT), "[圈道匝]"),
    "thread": Need(StepField.MATERIAL, words="线|绳|丝|麻|棉|绒", any_value=False),
    "paper": Need(StepField.MATERIAL, words="纸|绢|布", any_value=False),
    "ink": Need(StepField.MANNER, words="浓|淡|焦墨|稀|稠", any_value=False),
    "weight": Need(Q, (M.MASS,), "重物|石头|千斤"),
    "pattern": Need(Q, (M.COUNT,), "挑.压|压.挑|隔.根"),
    "density": Need(Q, (M.COUNT,), "密|疏|稀"),
    "strands": Need(Q, (M.SPLIT, M.COUNT), "[单双]股|股"),
    "turning": Need(StepField.REPETITION, (M.REPETITION,), "翻"),
    "amount": Need(Q, (M.MASS, M.VOLUME, M.COUNT, M.PROPORTION, M.OTHER), "适量|一把|一勺"),
    "mesh": Need(Q, (M.GRIT,), "目|细筛|粗筛|绢罗|马尾"),
    "hair": Need(StepField.MATERIAL, words="毫|毛"),
    "distance": Need(Q, (M.LENGTH, M.SPACING)),
    "weather": Need(StepField.CAUTION, words="雨|风|晴|雪|潮"),
    "spacing": Need(Q, (M.SPACING, M.LENGTH)),
}  # fmt: skip


class FrameError(ValueError):
    """The table of frames is wrong; the message names the line and the fault."""


@cache
def table() -> dict[str, tuple[Ask, ...]]:
    """The questions of every verb. A verb of two families belongs to the first. Raises :class:`FrameError`."""
    found: dict[str, tuple[Ask, ...]] = {}
    verbs: list[str] = []
    for number, line in enumerate(_lines(), 1):
        head, *rest = line.split("\t")
        if not line or line.startswith("#"):
            continue
        if head and len(rest) == 1:
            verbs = [verb for verb in rest[0].split() if verb not in found]
            found |= dict.fromkeys(verbs, ())
        elif len(rest) == 2 and rest[0] in NEEDS:
            ask = Ask(NEEDS[rest[0]], rest[1])
            found |= {verb: (*found[verb], ask) for verb in verbs}
        else:
            raise FrameError(f"frames.tab:{number}: neither a family nor a need with its question: {line!r}")
    return found


def _lines() -> list[str]:
    return files(__package__ or "").joinpath("frames.tab").read_text(encoding="utf-8").splitlines()


def frames(reading: Reading) -> None:
    """Ask for what each step needs and does not have, and for what only the interviewer said."""
    heard = asked_by_interviewer(reading)
    reading.steps = [
        step.model_copy(update={"questions": (*heard.get(step.id, ()), *_questions(step))[:MOST]})
        for step in reading.steps
    ]


def family(verb: str) -> str:
    """The verb of the table that an act belongs to: itself, or without its complement (磨平), or without 粗 (粗磨)."""
    known, folded = table(), fold(verb)
    if folded in known:
        return folded
    heads = (folded[:end] for end in range(len(folded) - 1, 0, -1) if _completes(folded[end:]))
    tails = (folded[1:],) if folded[:1] in MODIFIERS else ()
    return next((part for part in (*heads, *tails) if part in known), "")


def _completes(rest: str) -> bool:
    """Whether characters only complete a verb: 平, 下去, 好了, or a plain object: 泥, 线."""
    return rest in OBJECTS or all(char in COMPLETING for char in rest)


def _questions(step: Step) -> Iterator[Question]:
    act = step.action.said
    for ask in table().get(_family_of(step), ()):
        if not _is_said(step, ask.need):
            need = ask.need
            yield Question(
                field=need.field,
                measure=need.measures[0] if need.measures and need.field is Q else None,
                text=f"{act}的时候，{ask.text}{NOT_SAID}",
            )


def _family_of(step: Step) -> str:
    return family(step.action.said) or family(step.action.text)


def _is_said(step: Step, need: Need) -> bool:
    """Whether a value of the step answers. What was only inferred was not said."""
    held = [value for value in step.field(need.field) if not value.inferred]
    measured = [*step.quantity, *step.duration, *step.repetition]
    if any(value.measure in need.measures for value in measured):
        return True
    if held and need.any_value and need.field is not Q:
        return True
    words = [*_words(step), step.action.said[1:] if need.field is StepField.RESULT else ""]
    return bool(need.words) and any(re.search(need.words, fold(word)) for word in words)


def _words(step: Step) -> Iterator[str]:
    """What was said of the act besides its name."""
    values: Iterator[tuple[str, Value]] = step.values()
    yield from (value.said for address, value in values if not value.inferred and ".action." not in address)
