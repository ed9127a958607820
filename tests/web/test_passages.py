"""Marks in the transcript and facts of a step: pure functions."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from archive.models import Cue
from archive.templatetags.jiyi import clock, numeral
from archive.views.facts import figures, measured, words
from archive.views.passages import Mark, Segment, second_of, segments
from archive.views.technique import asked_second
from craftnlp.spec import Measure, Quantity, Quote
from tests.factories import SAID, spec_content

CUES = (Cue(number=0, offset=0, start=3.0, text=SAID), Cue(number=1, offset=len(SAID) + 1, start=11.0, text="线"))


def cut(text: str, *marks: tuple[int, int, str], offset: int = 0) -> list[Segment]:
    return list(segments(text, offset, [Mark(*mark) for mark in marks]))


def test_neighbouring_marks_touch_without_a_gap() -> None:
    assert cut("捏针进", (0, 1, "action"), (1, 2, "tool")) == [
        Segment("捏", "action"),
        Segment("针", "tool"),
        Segment("进", ""),
    ]


def test_overlapping_marks_become_segments_with_both_classes() -> None:
    assert cut("一圈走完", (0, 3, "repetition"), (2, 4, "action")) == [
        Segment("一圈", "repetition"),
        Segment("走", "repetition action"),
        Segment("完", "action"),
    ]


def test_offsets_are_code_points() -> None:
    assert cut("𠮷🪡针", (2, 3, "tool"))[-1] == Segment("针", "tool")


def test_marks_that_run_over_the_line_are_cut_at_its_ends() -> None:
    assert cut("中间", (0, 99, "path"), offset=10) == [Segment("中间", "path")]
    assert cut("中间", (0, 10, "path"), offset=10) == [Segment("中间", "")]


def test_the_chosen_step_outshines_the_others() -> None:
    assert cut("针", (0, 1, "other"), (0, 1, "tool")) == [Segment("针", "tool")]


def test_the_second_of_a_place_is_that_of_its_line() -> None:
    assert second_of(CUES, 0) == 3.0
    assert second_of(CUES, len(SAID)) == 3.0
    assert second_of(CUES, len(SAID) + 1) == 11.0
    assert second_of((), 5) is None


def test_facts_carry_label_value_words_and_second() -> None:
    step = spec_content().steps[0]
    hand, angle = figures(step, CUES)
    assert (hand.label, hand.value, hand.quote, hand.seconds) == ("执手", "右手", "右手", 3.0)
    assert (angle.label, angle.value, angle.quote) == ("角度", "约30度", "三十度")
    assert [fact.value for fact in words(step, CUES)] == ["扎", "针", "慢慢"]


@pytest.mark.parametrize(
    ("value", "unit", "low", "canonical_unit", "english"),
    [
        ("30", "度", "30", "°", "30°"),
        ("0.5", "毫米", "0.5", "mm", "0.5 mm"),
        ("3", "天", "259200", "s", "3 d"),
        ("90", "秒钟", "90", "s", "90 s"),
        ("1", "炷香", None, "", "1 炷香"),
    ],
)
def test_quantities_in_english_are_canonical(
    value: str, unit: str, low: str | None, canonical_unit: str, english: str
) -> None:
    number = Decimal(low) if low else None
    quantity = Quantity(
        quote=Quote(start=0, end=1, text="数"),
        confidence=1.0,
        component="test/1",
        value=value,
        unit=unit,
        measure=Measure.OTHER,
        canonical_low=number,
        canonical_high=number,
        canonical_unit=canonical_unit,
    )
    with override("en"):
        assert measured(quantity) == english


@pytest.mark.parametrize(("text", "seconds"), [("12.5", 12.5), ("", 3.0), ("inf", 3.0), ("-1", 3.0), ("x", 3.0)])
def test_seconds_in_the_address(text: str, seconds: float) -> None:
    assert asked_second(text, 3.0) == seconds


def test_clocks_and_numerals() -> None:
    assert [clock(5), clock(751.5), clock(3723), clock(None)] == ["0:05", "12:31", "1:02:03", ""]
    assert [numeral(3), numeral(10), numeral(12), numeral(20), numeral(34)] == ["三", "十", "十二", "二十", "三十四"]
    with override("en"):
        assert numeral(3) == "3"
