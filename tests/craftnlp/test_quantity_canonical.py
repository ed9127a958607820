"""The canonical figure beside the said one: only where it is honest, and always with what it assumes."""

from decimal import Decimal

import pytest

from craftnlp import Measure
from craftnlp.components.quantities.measure import canonical
from craftnlp.lexicon.folding import fold
from tests.craftnlp.reading_aloud import amounts


def figures(text: str) -> tuple[Decimal | None, Decimal | None, str, str]:
    """The canonical figures of the one quantity of a text."""
    (amount,) = amounts(text)
    return tuple(canonical(amount, fold(amount.unit)))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("锯到四十公分", "400", "400", "mm"),
        ("留三尺", "1000", "1000", "mm"),
        ("長三尺的板", "1000", "1000", "mm"),
        ("称二两松香", "100", "100", "g"),
        ("加五到六斤水", "2500", "3000", "g"),
        ("闷一个半小时", "5400", "5400", "s"),
        ("泡两三天", "172800", "259200", "s"),
        ("烧到八百度", "800", "800", "℃"),
        ("冻在零下十度的冷库", "-10", "-10", "℃"),
        ("针斜着，四十五度", "45", "45", "°"),
        ("每秒两毫米", "2", "2", "mm/s"),
        ("泡三天以上", "259200", None, "s"),
        ("泡不超过三天", None, "259200", "s"),
        ("盛三斗米", "30000", "30000", "mL"),
        ("晾到八成干", "80", "80", "%"),
    ],
)
def test_a_quantity_is_converted_beside_what_was_said(text: str, low: str | None, high: str | None, unit: str) -> None:
    found = figures(text)
    assert found[:3] == (low and Decimal(low), high and Decimal(high), unit)


@pytest.mark.parametrize(
    ("text", "total", "unit"),
    [
        ("杆长一丈五尺", "5000", "mm"),
        ("宽两尺四寸三分", "810", "mm"),
        ("寬兩尺四寸三分", "810", "mm"),
        ("料重三斤二两", "1600", "g"),
        ("朱砂二钱五分", "12.5", "g"),
        ("煮一个小时二十分钟", "4800", "s"),
        ("煮4小时30分", "16200", "s"),
        ("量一斗五升", "15000", "mL"),
        ("板长一米五十公分", "1500", "mm"),
    ],
)
def test_a_compound_keeps_its_parts_and_sums_them_beside(text: str, total: str, unit: str) -> None:
    found = figures(text)
    assert found[:3] == (Decimal(total), Decimal(total), unit)


def test_an_open_compound_has_no_upper_bound() -> None:
    assert figures("杆长一丈五尺多")[:3] == (Decimal(5000), None, "mm")


@pytest.mark.parametrize(
    ("text", "assumption"),
    [
        ("留三尺", "1/3 米"),
        ("料重三斤二两", "1959"),
        ("板厚三分", "旁有厚"),
        ("朱砂二钱，雄黄", "1 两 = 10 钱"),
        ("晾到八成干", "10%"),
        ("烧到八百度", "摄氏"),
    ],
)
def test_a_conversion_names_what_it_assumes(text: str, assumption: str) -> None:
    assert assumption in figures(text)[3]


@pytest.mark.parametrize(
    "text",
    [
        "点三炷香",
        "抽两袋烟的工夫",
        "吃一顿饭的工夫",
        "守两天一夜",
        "离远一点，五分",
        "刷三遍",
        "绕竹圈转一周",
        "用十二号针",
        "泡几天",
    ],
)
def test_nothing_is_converted_where_the_words_do_not_decide(text: str) -> None:
    assert figures(text)[:3] == (None, None, "")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("板厚三分", Measure.THICKNESS),
        ("板子三分厚", Measure.THICKNESS),
        ("槽宽五分", Measure.WIDTH),
        ("槽深五分", Measure.DEPTH),
        ("蒸到七分熟", Measure.PROPORTION),
        ("时间大约十到二十分", Measure.DURATION),
        ("用三十二支棉纱", Measure.SIZE_CLASS),
        ("用三支毛笔", Measure.COUNT),
        ("绕竹圈转一周", Measure.REPETITION),
        ("放一周", Measure.DURATION),
        ("一天三次", Measure.REPETITION),
        ("每寸十二针", Measure.COUNT),
        ("每秒两毫米", Measure.SPEED),
        ("每小时升五十度", Measure.OTHER),
        ("蜡厚一指宽", Measure.WIDTH),
        ("煮三分三十秒", Measure.DURATION),
        ("按三七开", Measure.PROPORTION),
        ("裁三尺乘六尺", Measure.AREA),
        ("零下十度", Measure.TEMPERATURE),
        ("八百度", Measure.TEMPERATURE),
        ("四十度", Measure.OTHER),
    ],
)
def test_the_words_beside_a_unit_say_what_it_measures(text: str, measure: Measure) -> None:
    assert [amount.measure for amount in amounts(text)] == [measure]


def test_fen_beside_qian_is_a_mass() -> None:
    assert [amount.measure for amount in amounts("朱砂二钱，雄黄五分")] == [Measure.MASS, Measure.MASS]
