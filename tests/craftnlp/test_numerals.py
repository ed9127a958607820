"""Numerals: every integer that can be said comes back, and nothing comes back that was not said."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from craftnlp.components.quantities.numerals import parse

DIGITS = "零一二三四五六七八九"


def spoken(number: int) -> str:
    """A number below 10,000 as it is written out in Chinese."""
    text, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if zero and text else "") + DIGITS[digit] + name
        zero = digit == 0
    return text.removeprefix("一") if 10 <= number < 20 else text


@given(st.integers(min_value=1, max_value=9999))
def test_a_spoken_integer_comes_back(number: int) -> None:
    found = parse(spoken(number))
    assert found is not None
    assert found.text == str(number)


@given(st.integers(min_value=1, max_value=8), st.sampled_from(["", "十", "百", "千"]))
def test_neighbouring_digits_are_a_range(low: int, magnitude: str) -> None:
    found = parse(DIGITS[low] + DIGITS[low + 1] + magnitude)
    factor = {"": 1, "十": 10, "百": 100, "千": 1000}[magnitude]
    assert found is not None
    assert (found.low, found.high) == (Decimal(low * factor), Decimal((low + 1) * factor))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一千二", "1200"),
        ("一万五", "15000"),
        ("三百五", "350"),
        ("二〇〇八", "2008"),
        ("零点零五", "0.05"),
        ("2.50", "2.5"),
    ],
)
def test_short_and_long_forms(text: str, value: str) -> None:
    found = parse(text)
    assert found is not None
    assert found.text == value


@pytest.mark.parametrize("text", ["", "三七", "五二", "点五", "三点", "百点"])
def test_digits_in_a_row_without_sense_are_no_number(text: str) -> None:
    assert parse(text) is None
