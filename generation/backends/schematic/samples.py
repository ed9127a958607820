"""Steps built from sentences of our own, to look at plates without a transcript reader."""

from decimal import Decimal
from typing import Final

from craftnlp.spec import (
    Hand,
    HandSide,
    Measure,
    Phrase,
    Quantity,
    Question,
    Quote,
    Status,
    Step,
    StepField,
    Term,
    TermClass,
)
from generation.backends.base import RenderRequest

TERMS: Final = {
    StepField.ACTION: TermClass.ACTION,
    StepField.TOOL: TermClass.TOOL,
    StepField.MATERIAL: TermClass.MATERIAL,
    StepField.PLACE: TermClass.PLACE,
}
SIDES: Final = {"左手": HandSide.LEFT, "右手": HandSide.RIGHT, "双手": HandSide.BOTH, "手指": HandSide.FINGERS}
Number = tuple[Measure, str, str, str]  # measure, words as said, value, unit
Pair = tuple[StepField, str]


def quote_in(sentence: str, words: str) -> Quote:
    """The place of some words in a sentence."""
    start = sentence.index(words)
    return Quote(start=start, end=start + len(words), text=words)


def number_in(sentence: str, number: Number) -> Quantity:
    """A quantity; ``≈`` before the value makes it approximate, ``a-b`` a range."""
    measure, words, value, unit = number
    plain = value.removeprefix("≈")
    low, _, high = plain.partition("-")
    return Quantity(
        quote=quote_in(sentence, words),
        confidence=1.0,
        component="samples",
        status=Status.ACCEPTED,
        value=plain,
        low=Decimal(low),
        high=Decimal(high or low),
        approximate=value != plain,
        unit=unit,
        measure=measure,
    )


def _value(sentence: str, field: StepField, words: str) -> Term | Hand | Phrase:
    basis = {"quote": quote_in(sentence, words), "confidence": 1.0, "component": "samples", "status": Status.ACCEPTED}
    if field in TERMS:
        return Term.model_validate(basis | {"text": words, "term_class": TERMS[field]})
    if field is StepField.HAND:
        return Hand.model_validate(basis | {"side": SIDES[words]})
    return Phrase.model_validate(basis | {"text": words})


def step_from(sentence: str, pairs: list[Pair], numbers: list[Number] | None = None) -> Step:
    """A step whose values are words of one sentence. The pairs must hold one action."""
    found: dict[str, object] = {"id": "s1", "clause": quote_in(sentence, sentence)}
    lists: dict[StepField, list[object]] = {}
    for field, words in pairs:
        lists.setdefault(field, []).append(_value(sentence, field, words))
    found["action"] = lists.pop(StepField.ACTION)[0]
    for number in numbers or []:
        field = StepField.REPETITION if number[0] is Measure.REPETITION else StepField.QUANTITY
        lists.setdefault(field, []).append(number_in(sentence, number))
    return Step.model_validate(found | {field.value: tuple(values) for field, values in lists.items()})


def request_for(
    step: Step, names: tuple[str, str], place: tuple[int, int], title: str, seconds: float | None
) -> RenderRequest:
    """A request with the usual size; ``names`` are craft and technique."""
    return RenderRequest(
        step=step,
        craft=names[0],
        technique=names[1],
        step_number=place[0],
        step_count=place[1],
        title=title,
        quote=step.clause.text,
        quote_seconds=seconds,
        view="",
        prompt="",
        negative_prompt="",
        seed=7,
    )


F = StepField
STITCH: Final = step_from(
    "右手捏针穿红线，针跟绷面斜着，三十度的样子慢慢扎进去，一秒钟走两毫米，每针隔半个毫米，顺着梅花的边走一圈。",
    [
        (F.ACTION, "扎"),
        (F.HAND, "右手"),
        (F.TOOL, "针"),
        (F.MATERIAL, "红线"),
        (F.PATH, "顺着梅花的边"),
        (F.MANNER, "慢慢"),
    ],
    [
        (Measure.ANGLE, "三十度的样子", "≈30", "度"),
        (Measure.SPEED, "一秒钟走两毫米", "2", "毫米/秒"),
        (Measure.SPACING, "半个毫米", "0.5", "毫米"),
    ],
)
FLATTEN: Final = step_from(
    "泥团搁在垫板上，右手拿木拍子，一下一下把它拍匀，拍到三个毫米那么厚就够了。",
    [(F.ACTION, "拍"), (F.HAND, "右手"), (F.TOOL, "木拍子"), (F.MATERIAL, "泥团"), (F.PLACE, "垫板上")],
    [(Measure.THICKNESS, "三个毫米", "3", "毫米")],
)
DRAW: Final = step_from(
    "蜡热到六十五度，右手拿蜡刀蘸了蜡，在白布上顺着稿线画螺旋，一笔有一毫米宽，刀斜四十度。",
    [
        (F.ACTION, "画"),
        (F.HAND, "右手"),
        (F.TOOL, "蜡刀"),
        (F.MATERIAL, "蜡"),
        (F.PLACE, "白布上"),
        (F.PATH, "顺着稿线"),
    ],
    [
        (Measure.TEMPERATURE, "六十五度", "65", "度"),
        (Measure.WIDTH, "一毫米", "1", "毫米"),
        (Measure.ANGLE, "四十度", "40", "度"),
    ],
)
CUT: Final = step_from(
    "五张红纸叠在蜡盘上，左手把纸按住，右手拿刻刀，刀跟纸面立直九十度，沿着稿线把蝴蝶刻出来。",
    [
        (F.ACTION, "刻"),
        (F.HAND, "左手"),
        (F.HAND, "右手"),
        (F.TOOL, "刻刀"),
        (F.MATERIAL, "红纸"),
        (F.PATH, "沿着稿线"),
    ],
    [(Measure.LAYERS, "五张", "5", "张"), (Measure.ANGLE, "九十度", "90", "度")],
)
CARD: Final = step_from(
    "头道漆上完，推进荫房里荫着，屋里要潮，手摸上去不粘了，差不多三天，才好上第二道。",
    [(F.ACTION, "荫"), (F.MATERIAL, "漆"), (F.PLACE, "荫房里"), (F.CONDITION, "屋里要潮")],
    [(Measure.DURATION, "差不多三天", "≈3", "天")],
).model_copy(
    update={
        "sentence": "头道漆在荫房里荫，差不多三天；屋里要潮。",
        "questions": (
            Question(field=StepField.QUANTITY, measure=Measure.TEMPERATURE, text="荫房里多热？"),
            Question(field=StepField.QUANTITY, text="潮到什么程度？"),
        ),
    }
)
BARE: Final = step_from(
    "针就这样往布上扎，密一点。",
    [(F.ACTION, "扎"), (F.TOOL, "针"), (F.PLACE, "布上")],
)
LEFT_HANDED: Final = step_from(
    "我是左手，左手拿针，针头立起来六七十度往绸子上扎，走直线，针脚隔一两毫米。",
    [(F.ACTION, "扎"), (F.HAND, "左手"), (F.TOOL, "针"), (F.PLACE, "绸子上"), (F.PATH, "走直线")],
    [(Measure.ANGLE, "六七十度", "60-70", "度"), (Measure.SPACING, "一两毫米", "1-2", "毫米")],
)
SCISSORS: Final = step_from(
    "拿剪刀顺着画好的线剪，纸要跟着转。",
    [(F.ACTION, "剪"), (F.TOOL, "剪刀"), (F.PATH, "顺着画好的线"), (F.MATERIAL, "纸")],
)
BRUSH: Final = step_from(
    "右手握毛笔，蘸浓墨，在纸上勾一圈圆线。",
    [(F.ACTION, "勾"), (F.HAND, "右手"), (F.TOOL, "毛笔"), (F.PLACE, "纸上"), (F.PATH, "圆线")],
)
HAMMER: Final = step_from(
    "左手捏住铜片，右手拿锤子敲，从八毫米敲到两三毫米厚，要敲匀。",
    [(F.ACTION, "敲"), (F.HAND, "右手"), (F.TOOL, "锤子"), (F.MATERIAL, "铜片")],
    [(Measure.THICKNESS, "八毫米", "8", "毫米"), (Measure.THICKNESS, "两三毫米", "2-3", "毫米")],
)
SAMPLES: Final = {
    "stitch": request_for(STITCH, ("苏绣", "平针"), (3, 7), "沿梅花轮廓下针", 751),
    "flatten": request_for(FLATTEN, ("黑陶", "泥板成型"), (2, 5), "把泥板拍到三毫米厚", 248),
    "draw": request_for(DRAW, ("蜡染", "点蜡"), (4, 9), "用蜡刀顺稿线画螺旋", 1307),
    "cut": request_for(CUT, ("剪纸", "刻纸"), (5, 8), "沿稿线刻出蝴蝶", 1982),
    "card": request_for(CARD, ("徽州漆器髹饰技艺", "推光漆"), (11, 23), "荫干头道漆", 3725),
    "bare": request_for(BARE, ("苗绣", "平绣"), (1, 4), "往布上扎针", None),
    "left": request_for(LEFT_HANDED, ("汉绣", "齐针"), (2, 6), "左手走直线", 66),
    "scissors": request_for(SCISSORS, ("剪纸", "单色剪纸"), (1, 3), "顺线剪开", None),
    "brush": request_for(BRUSH, ("年画", "勾线"), (2, 12), "勾圆线", 12),
    "hammer": request_for(HAMMER, ("斑铜", "锻打"), (6, 10), "敲薄铜片：从八毫米起，一直敲到两三毫米，四面都要匀", 90),
}
