"""Properties of the quantity grammar: nothing invented, everything generated is found, nothing breaks or blows up."""

import re
import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.craftnlp.reading_aloud import amounts
from tests.craftnlp.test_numerals import spoken

DIGITS = dict(zip("零一二三四五六七八九", range(10), strict=True)) | {"〇": 0, "两": 2, "兩": 2}
MAGNITUDES = {"十": 10, "百": 100, "千": 1000, "万": 10000, "萬": 10000}
FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")
TRADITIONAL = str.maketrans("两个钟层张条时厘钱块万", "兩個鐘層張條時釐錢塊萬")
PIECES = [
    *"零一二两兩三五八九十百千万半几数0123456789.,、，/:× -~",
    *[
        "大约",
        "约",
        "不到",
        "左右",
        "以上",
        "多",
        "来",
        "个",
        "個",
        "到",
        "至",
        "比",
        "点",
        "分之",
        "零下",
        "第",
        "每",
        "又",
    ],
    *[
        "毫米",
        "寸",
        "尺",
        "丈",
        "斤",
        "两",
        "钱",
        "分",
        "度",
        "℃",
        "目",
        "号",
        "股",
        "成",
        "小时",
        "分钟",
        "天",
        "夜",
        "遍",
        "次",
    ],
    *["刷", "泥", "的", "厚", "半个", "把", "有余", "炷香", "mm", "四周", "一起", "三番五次"],
]


def value_of(numeral: str) -> Decimal | None:
    """A deliberately simple evaluator that shares nothing with the grammar: digits times magnitudes, left to right."""
    total = section = digit = 0
    last = 1
    for char in numeral:
        if char in DIGITS:
            digit, last = DIGITS[char], (1 if DIGITS[char] == 0 else last)
        elif MAGNITUDES[char] == 10000:
            total, section, digit, last = (section + digit or 1) * 10000, 0, 0, 10000
        else:
            section, digit, last = section + (digit or 1) * MAGNITUDES[char], 0, MAGNITUDES[char]
    return Decimal(total + section + (digit * last // 10 if last > 10 else digit))


def numbers_said(quote: str) -> set[Decimal]:
    """Every number that a reader could find in the words, with 半, tenths and neighbours (六七十: 60, 70)."""
    quote = quote.replace("廿", "二十").translate(str.maketrans("０１２３４５６７８９．", "0123456789."))
    plain = quote.replace("，", "").replace(",", "")
    said = {Decimal(figure) for text in (quote, plain) for figure in re.findall(r"\d{1,20}(?:\.\d+)?", text)}
    for run in re.findall("[零〇一二两兩三四五六七八九十百千万萬]+", quote.replace("、", "")):
        for start in range(len(run)):
            for end in range(start + 1, len(run) + 1):
                part = run[start:end]
                shorter = {part[:at] + part[at + 1 :] for at in range(len(part)) if len(part) > 1}
                said |= {value for one in {part, *shorter} if (value := value_of(one)) is not None}
        if set(run) <= set(DIGITS):
            said.add(Decimal("".join(str(DIGITS[char]) for char in run)))
    whole = set(said) | {Decimal(0)}
    said |= {
        number * factor
        for number in whole
        for factor in (100, 1000, 10000)
        if "百" in quote or "千" in quote or "万" in quote
    }
    said |= {number + Decimal("0.5") for number in {*said, Decimal(0)} if "半" in quote}
    fractions = list(re.findall("点([零〇一二两兩三四五六七八九]+)", quote))
    fractions += re.findall("[米尺寸丈斤成]([零一二两兩三四五六七八九]{1,2})", quote)
    for fraction in fractions:
        for digits in {*fraction, *(fraction[:end] for end in range(1, len(fraction) + 1))}:
            tail = Decimal("0." + "".join(str(DIGITS[char]) for char in digits))
            said |= {number + tail for number in whole}
    return said


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join))
@settings(max_examples=400, deadline=None)
def test_every_number_of_a_value_is_said_in_its_quote(text: str) -> None:
    for amount in amounts(text):
        quote = text[amount.start : amount.end]
        said = numbers_said(quote)
        assert all(Decimal(figure) in said for figure in re.findall(r"\d+(?:\.\d+)?", amount.value)), (
            quote,
            amount.value,
        )
        assert amount.unit.partition("/")[0] in quote


NUMBERS = st.one_of(
    st.integers(3, 9999)
    .filter(lambda number: number not in {100, 1000})
    .map(lambda number: (spoken(number), str(number))),
    st.integers(1, 99999).map(lambda number: (str(number), str(number))),
    st.tuples(st.integers(0, 99), st.integers(1, 9)).map(lambda pair: (f"{pair[0]}.{pair[1]}",) * 2),
    st.integers(2, 7).map(lambda low: (spoken(low) + spoken(low + 1), f"{low}-{low + 1}")),
    st.integers(2, 7).map(lambda low: (spoken(low) + spoken(low + 1) + "十", f"{low}0-{low + 1}0")),
    st.tuples(st.integers(3, 40), st.integers(41, 90)).map(
        lambda ends: (f"{spoken(ends[0])}到{spoken(ends[1])}", f"{ends[0]}-{ends[1]}")
    ),
    st.tuples(st.integers(1, 40), st.integers(41, 90)).map(
        lambda ends: (f"{ends[0]}~{ends[1]}", f"{ends[0]}-{ends[1]}")
    ),
)
UNITS = [
    "毫米",
    "厘米",
    "寸",
    "尺",
    "斤",
    "两",
    "钱",
    "度",
    "℃",
    "目",
    "小时",
    "分钟",
    "天",
    "遍",
    "次",
    "下",
    "道",
    "层",
    "张",
    "条",
    "块",
]
HEDGES = [
    ("", "", False),
    ("约", "", False),
    ("大约", "", False),
    ("", "左右", False),
    ("", "以上", True),
    ("", "多", True),
]


@given(NUMBERS, st.sampled_from(UNITS), st.sampled_from(HEDGES), st.sampled_from(["", "traditional", "full-width"]))
@settings(max_examples=600, deadline=None)
def test_a_quantity_that_was_built_is_found_whole(
    number: tuple[str, str], unit: str, hedge: tuple[str, str, bool], writing: str
) -> None:
    before, after, is_open = hedge
    table = {"traditional": TRADITIONAL, "full-width": FULL_WIDTH}.get(writing, {})
    quote = f"{before}{number[0]}{unit}{after}".translate(table)
    text = f"这活儿，{quote}，看着办"
    value = f"{number[1].rstrip('0').rstrip('.') if '.' in number[1] else number[1]}{'+' if is_open else ''}"
    assert [(text[found.start : found.end], found.value, found.unit) for found in amounts(text)] == [
        (quote, value, unit.translate(table))
    ]


@given(st.text(st.one_of(st.sampled_from("".join(PIECES)), st.characters()), max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_scanned(text: str) -> None:
    found = amounts(text)
    assert all(0 <= amount.start < amount.end <= len(text) for amount in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


def test_lone_surrogates_and_emoji_do_not_move_a_span() -> None:
    text = "\ud800🧵刷\udfff三遍"
    (found,) = amounts(text)
    assert text[found.start : found.end] == "三遍"


@pytest.mark.parametrize("digits", ["9" * 16, "9" * 40, "9" * 5000, "0." + "9" * 60])
def test_a_figure_too_long_to_be_one_is_left_alone_and_never_cut(digits: str) -> None:
    assert amounts(f"重{digits}斤") == []


@pytest.mark.parametrize(
    "piece",
    [
        *"1一、多十 半两几零点万第",
        "1,",
        "一、",
        "1 ",
        "一一个",
        "1x",
        "1/",
        "1:",
        "每秒",
        "千分之",
        "一到",
        "1.1",
        "一点一",
        "三五",
    ],
)
def test_a_hostile_page_takes_no_longer_than_its_length(piece: str) -> None:
    page = (piece * 20_000)[:20_000]
    start = time.process_time()
    amounts(page)
    assert time.process_time() - start < 5
