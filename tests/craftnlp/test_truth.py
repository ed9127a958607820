"""No number that was not said: not in a value, not in a sentence, not in a title."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from craftnlp import Cue, Quantity, Step, read, title
from craftnlp.components.quantities.numerals import parse

NUMERAL = "零〇一二两三四五六七八九十百千万半几"
PIECES = st.sampled_from(
    ["三毫米", "两三遍", "十来分钟", "半个钟头", "六七十度", "一米二", "百分之四十", "约三寸左右", "第一步", "一块", "一起", "八仙桌", "五彩线", "1958年", "3", "十二号针",
     "打磨", "下针", "刷", "煮", "切", "用竹刀", "把泥片", "在窑里", "沿着边", "慢慢", "，", "。", "？", "，不对，", "不然容易断", "等干了以后", "再", "至少", "以上"]
)  # fmt: skip


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d+)?", text))


def allowed(step: Step) -> str:
    """Everything a sentence may take its numbers from."""
    words = [value.quote.text for _, value in step.values()]
    words += [value.value for _, value in step.values() if isinstance(value, Quantity)]
    return " ".join(words)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, min_size=2, max_size=16).map("".join))
def test_every_numeral_of_a_sentence_was_said(text: str) -> None:
    for step in read((Cue(text=text),)).steps if re.search("[\u4e00-\u9fff]", text) else ():
        source = allowed(step)
        assert numbers(step.sentence) <= numbers(source)
        assert {char for char in step.sentence if char in NUMERAL} <= set(source)
        assert set(title(step)) <= set("".join(value.quote.text for _, value in step.values()) + " ")


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, min_size=2, max_size=16).map("".join))
def test_every_value_is_in_its_own_quote(text: str) -> None:
    for step in read((Cue(text=text),)).steps if re.search("[\u4e00-\u9fff]", text) else ():
        for value in (*step.quantity, *step.duration, *step.repetition):
            for number in numbers(value.value):
                assert _is_said(number, value.quote.text), (number, value.quote.text)


def _is_said(number: str, quote: str) -> bool:
    """Whether some stretch of the quote says the number, perhaps with a half or a tenth after the unit."""
    stretches = (quote[a:b] for a in range(len(quote)) for b in range(a + 1, len(quote) + 1))
    said = {part for stretch in stretches if (found := parse(stretch)) for part in re.split("-", found.text)}
    said |= {"100"} if "百分之" in quote else set()
    halves = {f"{part}.5" for part in said} | {"0.5"} if "半" in quote else set()
    tenths = {f"{whole}.{part}" for whole in said for part in said if "米" in quote and len(part) == 1}
    return number in said | halves | tenths
