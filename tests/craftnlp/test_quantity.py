"""Quantities as they are spoken: the table of forms, with sentences of our own."""

from decimal import Decimal

import pytest

from craftnlp import Measure
from tests.craftnlp.reading_aloud import amounts

FORMS = [
    ("先刷两三遍桐油", "两三遍", "2-3", "遍"),
    ("要锤三四遍才行", "三四遍", "3-4", "遍"),
    ("轻轻敲五、六下", "五、六下", "5-6", "下"),
    ("火升到六七十度", "六七十度", "60-70", "度"),
    ("一窑装二三百斤", "二三百斤", "200-300", "斤"),
    ("筛过十七八遍", "十七八遍", "17-18", "遍"),
    ("用了一百五六十根", "一百五六十根", "150-160", "根"),
    ("晒三五天", "三五天", "3-5", "天"),
    ("在水里泡一两天", "一两天", "1-2", "天"),
    ("掺一两朱砂", "一两", "1", "两"),
    ("称三两半松香", "三两半", "3.5", "两"),
    ("加三斤半水", "三斤半", "3.5", "斤"),
    ("边上厚一分半", "一分半", "1.5", "分"),
    ("放了半年", "半年", "0.5", "年"),
    ("再煮半个钟头", "半个钟头", "0.5", "钟头"),
    ("闷一个半小时", "一个半小时", "1.5", "小时"),
    ("烘一个多钟头", "一个多钟头", "1+", "钟头"),
    ("蒸十来分钟", "十来分钟", "10", "分钟"),
    ("上了二十多道漆", "二十多道", "20+", "道"),
    ("称出三十余斤", "三十余斤", "30+", "斤"),
    ("挖一丈多深", "一丈多", "1+", "丈"),
    ("沤一百天以上", "一百天以上", "100+", "天"),
    ("留约三寸左右", "约三寸左右", "3", "寸"),
    ("厚几寸就够", "几寸", "几", "寸"),
    ("糊好几层", "好几层", "几", "层"),
    ("叠十几张", "十几张", "10+", "张"),
    ("截成五到七尺", "五到七尺", "5-7", "尺"),
    ("留1~2mm", "1~2mm", "1-2", "mm"),
    ("宽3或4cm", "3或4cm", "3-4", "cm"),
    ("烧到900℃—950℃", "900℃—950℃", "900-950", "℃"),
    ("烧到九百度到九百五十度", "九百度到九百五十度", "900-950", "度"),
    ("隔零点五毫米", "零点五毫米", "0.5", "毫米"),
    ("牵一千零五根", "一千零五根", "1005", "根"),
    ("料有四万七千斤", "四万七千斤", "47000", "斤"),
    ("油占十分之八", "十分之八", "8/10", ""),
    ("留下四分之一", "四分之一", "1/4", ""),
    ("掺百分之四十", "百分之四十", "40/100", ""),
    ("劈成1/64股", "1/64股", "1/64", "股"),
    ("泥和水三比一", "三比一", "3:1", ""),
    ("裁36cm×24cm", "36cm×24cm", "36*24", "cm"),
    ("裁成5.5×4米", "5.5×4米", "5.5*4", "米"),
    ("换150,400,800目", "150,400,800目", "150,400,800", "目"),
    ("长一丈五尺", "一丈五尺", "1丈5尺", ""),
    ("宽两尺四寸", "两尺四寸", "2尺4寸", ""),
    ("长一米二", "一米二", "1.2", "米"),
    ("煮八天八夜", "八天八夜", "8", "天"),
    ("阴到八成干", "八成", "8", "成"),
    ("煮到七分熟", "七分", "7", "分"),
    ("每秒2mm以内", "每秒2mm以内", "2", "mm/秒"),
    ("一秒钟走两毫米", "一秒钟走两毫米", "2", "毫米/秒"),
    ("转30°角", "30°", "30", "°"),
    ("泡２０\u00a0分鐘", "２０\u00a0分鐘", "20", "分鐘"),
    ("晾三個鐘頭", "三個鐘頭", "3", "鐘頭"),
    ("刷兩遍", "兩遍", "2", "遍"),
    ("放廿天", "廿天", "20", "天"),
    ("烧到一千二，就停", "一千二", "1200", ""),
    ("磨四个面", "四个", "4", "个"),
]


@pytest.mark.parametrize(("text", "span", "value", "unit"), FORMS, ids=[form[1] for form in FORMS])
def test_a_spoken_quantity_is_read_with_its_span(text: str, span: str, value: str, unit: str) -> None:
    found = amounts(text)
    assert [(text[amount.start : amount.end], amount.value, amount.unit) for amount in found] == [(span, value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "挖一个坑", "垫一块木板", "第一步", "头一道工序", "（2）磨平", "3、磨平", "四周都要压", "大家一起抬", "一样厚", "一直磨", "一下子就断",
        "用三角刀刻", "五彩的线", "八仙桌上做", "两只手捧", "双手捧", "两面都磨", "千万不要碰", "一九五八年的事", "1958年学的", "三月里砍竹", "三月五号开窑",
        "十分光滑", "另一半", "数目够了", "一针挨一针", "一层一层糊", "一张张揭", "斜一点", "有十二岁",
    ],
)  # fmt: skip
def test_words_that_only_contain_a_numeral_are_no_quantity(text: str) -> None:
    assert amounts(text) == []


def test_two_grits_one_after_the_other_are_two_quantities() -> None:
    assert [amount.value for amount in amounts("先用80目，再上150目")] == ["80", "150"]


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate"),
    [
        ("泡三天", 3, 3, False),
        ("泡两三天", 2, 3, False),
        ("泡三天左右", 3, 3, True),
        ("大概泡三天", 3, 3, False),
        ("泡大概三天", 3, 3, True),
        ("泡三天以上", 3, None, False),
        ("至少泡三天", 3, 3, False),
        ("泡至少三天", 3, None, False),
        ("泡不超过三天", None, 3, False),
        ("泡三天以内", None, 3, False),
        ("泡几天", None, None, False),
    ],
)
def test_bounds_go_only_as_far_as_they_were_said(
    text: str, low: int | None, high: int | None, *, approximate: bool
) -> None:
    (amount,) = amounts(text)
    assert (amount.low, amount.high, amount.approximate) == (
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
        approximate,
    )


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("针要斜，三十度的样子", Measure.ANGLE),
        ("针跟绷面三十度", Measure.ANGLE),
        ("竹片弯到六十度", Measure.ANGLE),
        ("眼距三毫米", Measure.SPACING),
        ("刀跟纸面立直，九十度", Measure.ANGLE),
        ("蜡烧到六十五度", Measure.TEMPERATURE),
        ("六十五度", Measure.OTHER),
        ("烧到一千二，", Measure.TEMPERATURE),
        ("每针隔半个毫米", Measure.SPACING),
        ("拍到三个毫米那么厚", Measure.THICKNESS),
        ("差不多一毫米宽", Measure.WIDTH),
        ("刻两毫米深", Measure.DEPTH),
        ("直径五厘米", Measure.DIAMETER),
        ("留四十公分", Measure.LENGTH),
        ("裁二十公分见方", Measure.AREA),
        ("一秒钟走两毫米", Measure.SPEED),
        ("五张叠一起", Measure.LAYERS),
        ("裁五张纸", Measure.COUNT),
        ("一根劈成四份", Measure.SPLIT),
        ("用80目", Measure.GRIT),
        ("用十二号", Measure.SIZE_CLASS),
        ("刷三道", Measure.REPETITION),
        ("泡二十分钟", Measure.DURATION),
        ("加三斤", Measure.MASS),
        ("兑两勺", Measure.VOLUME),
        ("干到八成", Measure.PROPORTION),
        ("厚三分", Measure.THICKNESS),
        ("七分干", Measure.PROPORTION),
    ],
)
def test_a_quantity_says_what_it_measures(text: str, measure: Measure) -> None:
    assert [amount.measure for amount in amounts(text)] == [measure]
