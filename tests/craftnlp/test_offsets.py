"""Offsets count code points of the text as it was entered, whatever stands in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from craftnlp import Cue, TechniqueSpec, read, transcript_text
from craftnlp.components.document import cutter, document
from craftnlp.lexicon.folding import fold
from craftnlp.pipeline import PIPELINE, begin
from tests.craftnlp.reading_aloud import spec_of

AROUND = ["🧵", "👩‍🎨", "\r\n", "\u3000", "\u00a0", "e\u0301", "Ａ", "\ufeff", "\u2028", "İ", "ﬁ", "\U0002a6a5", "𠀀"]


@pytest.mark.parametrize("char", AROUND, ids=[repr(char) for char in AROUND])
def test_a_quote_stands_where_it_says(char: str) -> None:
    text = f"{char}用竹刀{char}，切３\u00a0毫米厚的泥片。{char}"
    spec = spec_of(text)
    assert [(value.said, value.value, value.unit) for step in spec.steps for value in step.quantity] == [
        ("３\u00a0毫米", "3", "毫米")
    ]


def test_a_lone_surrogate_breaks_the_clause_and_shifts_nothing() -> None:
    cues = (Cue(text="先\ud83d揉泥，再切三刀。"),)
    spec = read(cues)
    spec.check_quotes(transcript_text(cues))
    assert [step.action.said[0] for step in spec.steps] == ["揉", "切"]
    assert TechniqueSpec.model_validate_json(spec.model_dump_json()) == spec


@given(st.text(alphabet=st.characters(), max_size=60))
def test_a_shadow_is_as_long_as_its_text(text: str) -> None:
    assert len(fold(text)) == len(text)


WORDS = st.sampled_from(
    [
        *"先用把在沿的了，。？",
        "竹刀",
        "三毫米",
        "两三遍",
        "切",
        "磨平",
        "泥片",
        "不然容易断",
        "等干了以后",
        "🧵",
        "\r\n",
        "，不对，",
        "十",
        "半个",
        "度",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=25).map("".join))
def test_any_telling_can_be_read_exported_and_proved(text: str) -> None:
    cues = (Cue(text=f"说{text}"),)
    spec = read(cues)
    spec.check_quotes(transcript_text(cues))
    assert TechniqueSpec.model_validate_json(spec.model_dump_json()) == spec
    assert read(cues) == spec


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_words_add_up_to_the_text(text: str) -> None:
    assert cutter()(fold(text)).text == fold(text)


def test_the_words_are_a_spacy_document_that_flags_what_a_speaker_took_back() -> None:
    reading = begin((Cue(text="先切，嗯，切三寸，不对，四寸长。"),))
    for component in PIPELINE:
        component(reading)
    doc = document(reading)
    assert doc.text == reading.shadow
    assert [(token.text, token.idx, token.tag_) for token in doc] == [
        (word.text, word.start, word.tag) for word in reading.words
    ]
    flagged = {token.text for token in doc if token._.disfluent}
    assert "嗯" in flagged
    assert "四寸" not in flagged
