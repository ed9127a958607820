"""The page holds: the label's place stays empty, lettering never collides, however long the words are."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from craftnlp.spec import StepField
from generation.backends.base import LABEL_AREA
from generation.backends.schematic import Schematic
from generation.backends.schematic.drawing.numerals import chinese, clock
from generation.backends.schematic.drawing.text import (
    NEVER_FIRST,
    NEVER_LAST,
    Style,
    balanced_lines,
    break_lines,
    clipped,
    width,
)
from generation.backends.schematic.drawing.vertical import cells, columns
from generation.backends.schematic.samples import SAMPLES
from generation.backends.schematic.samples.building import step_from
from tests.generation.schematic.contract import faults, film_of

LONG = "把晾到半干的泥坯翻过来放在垫板上再用木拍子从中间往四边一下一下慢慢拍匀拍薄拍实为止"
VARIANTS: dict[str, dict[str, Any]] = {
    "as they are": {},
    "long title": {"title": LONG},
    "huge title": {"title": LONG * 4},
    "no title": {"title": ""},
    "long names": {"craft": "黎族传统纺染织绣技艺（海南省五指山市）", "technique": "白沙双面绣与扎染套色整理技法"},
    "no names": {"craft": "", "technique": ""},
    "long quote": {"quote": f"早先我师傅教的时候讲，{LONG}，{LONG}，{LONG}，{LONG}。"},
    "late step": {"step_number": 128, "step_count": 365},
    "no time": {"quote_seconds": None},
    "long time": {"quote_seconds": 359999.0},
    "english": {
        "title": "Push the needle in at thirty degrees and draw the thread through slowly without pulling",
        "craft": "Suzhou embroidery of the Jiangnan region",
        "technique": "Double-sided random stitch",
        "quote": "Well, you hold it like so, and then you push it in, slowly, and never ever pull at the thread.",
    },
    "latin": {"title": "Step with quite a lot of Latin letters inside 12.5mm/s", "craft": "Cloisonné 景泰蓝"},
}


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("name", ["stitch", "weave_twill", "card"])
def test_lettering_keeps_clear(name: str, variant: str) -> None:
    assert faults(film_of(replace(SAMPLES[name], **VARIANTS[variant]), 6)) == []


@pytest.mark.parametrize("name", ["stitch", "weave_twill", "card"])
def test_nothing_at_all_is_drawn_under_the_label(name: str) -> None:
    request = Schematic(paper_grain=False).plan(replace(SAMPLES[name], frames=2, fps=1))
    rendering = Schematic(paper_grain=False).render(request, on_progress=lambda _: None, is_cancelled=lambda: False)
    x, y, wide, high = LABEL_AREA
    for frame in rendering.frames:
        area = frame[y : y + high, x : x + wide, :3]
        assert (area == area[0, 0]).all()


@pytest.mark.parametrize("degrees", ["5", "30", "60", "90", "20-40"])
@pytest.mark.parametrize("side", ["左手", "右手"])
def test_stitches_at_every_angle_keep_their_words_apart(degrees: str, side: str) -> None:
    base = SAMPLES["stitch"].step
    angle = base.quantity[0].model_copy(update={"value": degrees, "low": None, "high": None, "approximate": False})
    low, _, high = degrees.partition("-")
    angle = angle.model_copy(update={"low": Decimal(low), "high": Decimal(high or low)})
    hand = step_from(f"{side}拿针", [(StepField.ACTION, "拿"), (StepField.HAND, side)]).hand
    step = base.model_copy(update={"quantity": (angle, *base.quantity[1:]), "hand": hand})
    assert faults(film_of(replace(SAMPLES["stitch"], step=step))) == []


def test_a_long_title_is_never_lost_silently() -> None:
    texts = film_of(replace(SAMPLES["stitch"], title=LONG)).log.texts()
    assert all(any(char in text for text in texts) for char in LONG)
    assert any(text.endswith("…") for text in film_of(replace(SAMPLES["stitch"], title=LONG * 4)).log.texts())


@pytest.mark.parametrize("text", ["约10000000目的砂纸", "约一百二十五目的砂纸", "约12.5–13.5毫米"])
def test_half_a_number_is_never_written(text: str) -> None:
    style = Style(size=20)
    cuts = {clipped(text, style, limit) for limit in range(20, round(width(text, style)))}
    number = text[1:].rstrip("目的砂纸毫米")
    assert {cut.removeprefix("约").removesuffix("…")[: len(number)] for cut in cuts} <= {"", number}


def test_lines_break_where_printers_break_them() -> None:
    style = Style(size=20)
    text = "针脚，要密。“一针”一针（慢慢）走：别急！速度是12.5毫米/秒、不要停……"
    for limit in range(60, 400, 7):
        lines = break_lines(text, style, limit)
        assert "".join(lines) == text
        assert not [line for line in lines[1:] if line[0] in NEVER_FIRST]
        assert not [line for line in lines[:-1] if line[-1] in NEVER_LAST]
        assert len(balanced_lines(text, style, limit)) <= len(lines)


def test_lines_fit_but_for_hanging_marks() -> None:
    style = Style(size=20)
    for line in break_lines(LONG * 3, style, 300):
        assert width(line, style) <= 300


def test_columns_keep_every_character_and_numbers_stand_together() -> None:
    text = "烧到1280度，两三天。"
    assert "".join(cell.text for column in columns(text, Style(size=20), 4) for cell in column) == text
    assert "1280" in [cell.text for cell in cells(text)]


def test_numbers_of_the_page_are_chinese() -> None:
    known = {
        1: "一",
        10: "十",
        11: "十一",
        20: "二十",
        35: "三十五",
        100: "一百",
        105: "一百零五",
        110: "一百一十",
        999: "九百九十九",
    }
    assert {number: chinese(number) for number in known} == known
    assert clock(3725.9) == "01:02:05"
