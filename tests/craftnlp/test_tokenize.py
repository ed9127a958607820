"""Folding, tokens, pinyin and marks: what search compares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from craftnlp.tokenize import Vocabulary, Word, find, fold, grams, mark, phrase, pinyin_keys, qwords, token
from craftnlp.tokenize.grams import MAX_WORD_LENGTH, MAX_WORDS

CRAFT_TEXT = st.text(st.one_of(st.sampled_from("蘇繡戗鎗金，。 \t\n线 Aüｍ5㎜①乾隆瞭解"), st.characters()), max_size=40)


# -- folding


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("蘇繡", "苏绣"),
        ("鎗金綉傢", "戗金绣家"),
        ("ＣＮＣ　５ｍｍ", "cnc 5mm"),
        ("sū xiù", "su xiu"),
        ("LǙ ü", "lv v"),
        ("①㎜", "1m"),
        ("乾隆", "干隆"),
        ("瞭解", "了解"),
        ("\ud800", "\ufffd"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(CRAFT_TEXT, st.integers(0, 40), st.integers(0, 40))
def test_folding_knows_no_context_and_keeps_every_offset(text: str, start: int, end: int) -> None:
    assert len(fold(text)) == len(text)
    assert fold(text)[start:end] == fold(text[start:end])


# -- tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("蘇繡", "苏绣 绣"),
        ("鎗金、填彩", "戗金 金 zzbreak 填彩 彩"),
        ("CNC雕刻机", "cnc 雕刻 刻机 机"),
        ("二〇〇八年", "二〇 〇〇 〇八 八年 年"),
        ("0.5mm", "0 zzbreak 5mm"),
        ("苏 绣", "苏 绣"),
        ("丝\n绸", "丝 zzbreak 绸"),
        ("", ""),
    ],
)
def test_index_tokens(text: str, tokens: str) -> None:
    assert " ".join(grams(text)) == tokens


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("苏绣，打籽", "苏绣 打籽"),
        ("3D绣", "3d 绣"),
        ('-苏绣 "绣花" title:针*', "苏绣 绣花 title 针"),
        ("苏绣 蘇繡", "苏绣"),
        ("su\u0304xiu\u0300", "suxiu"),
        ("，“”*()", ""),
    ],
)
def test_query_words(query: str, words: str) -> None:
    assert " ".join(qwords(query)) == words


@pytest.mark.parametrize(
    ("word", "tokens"),
    [
        ("苏绣", "苏绣"),
        ("绣", "绣"),
        ("三十度", "三十 十度"),
        ("雕刻cnc", "雕刻 刻 cnc"),
        ("cnc雕刻机", "cnc 雕刻 刻机"),
        ("绣3d", "绣 3d"),
    ],
)
def test_phrases(word: str, tokens: str) -> None:
    assert " ".join(phrase(word)) == tokens


def test_a_query_without_end_is_cut_short() -> None:
    assert [len(word) for word in qwords("绣" * 10_000)] == [MAX_WORD_LENGTH]
    assert len(qwords(" ".join(str(n) for n in range(100)))) == MAX_WORDS


@given(CRAFT_TEXT, CRAFT_TEXT)
def test_what_is_found_in_the_text_is_what_the_tokens_match(text: str, query: str) -> None:
    tokens = grams(text)
    for word in qwords(query):
        wanted = phrase(word)
        width = len(wanted)
        if len(word) > 1:
            matched = any(tokens[at : at + width] == wanted for at in range(len(tokens)))
            assert matched == bool(find(word, fold(text)))


# -- pinyin


@pytest.mark.parametrize(
    ("word", "given_pinyin", "keys"),
    [
        ("苏绣", "", ("suxiu", "sx")),
        ("蘇繡", "", ("suxiu", "sx")),
        ("藏毯", "zàng tǎn", ("zangtan", "zt")),
        ("绿漆", "lǜ qī", ("lvqi", "lq")),
        ("绿漆", "", ("lvqi", "lq")),
        ("CNC雕刻机", "", ("cncdiaokeji", "cncdkj")),
        ("平针：打籽", "", ("pingzhendazi", "pzdz")),
        ("，", "", ("", "")),
    ],
)
def test_pinyin_keys(word: str, given_pinyin: str, keys: tuple[str, str]) -> None:
    assert pinyin_keys(word, given_pinyin) == keys


# -- vocabulary

WORDS = Vocabulary(
    [Word("戗金"), Word("戗金填彩"), Word("螺钿", "luó diàn", ("嵌螺钿", "钿")), Word("CNC雕刻机"), Word("A·B")]
)


def names(words: tuple[Word, ...]) -> set[str]:
    return {word.text for word in words}


def test_words_are_found_even_where_they_overlap() -> None:
    assert names(WORDS.found_in("鎗金填彩")) == {"戗金", "戗金填彩"}


def test_an_alias_counts_as_its_word_but_a_single_character_does_not() -> None:
    assert names(WORDS.found_in("嵌螺鈿")) == {"螺钿"}
    assert names(WORDS.found_in("钿头")) == set()
    assert names(WORDS.named("嵌螺鈿")) == {"螺钿"}


def test_letters_in_a_word_must_stand_alone() -> None:
    assert names(WORDS.found_in("用cnc雕刻机")) == {"CNC雕刻机"}
    assert names(WORDS.found_in("xcnc雕刻机")) == set()


def test_words_by_sound() -> None:
    assert names(WORDS.sounding("qiangjin")) == {"戗金", "戗金填彩"}
    assert names(WORDS.sounding("ld")) == {"螺钿"}
    assert names(WORDS.sounding("zz")) == set()


def test_a_token_has_nothing_to_cut_at() -> None:
    assert (token("A·B"), token("CNC 雕刻_机")) == ("ab", "cnc雕刻机")


# -- marks


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("講究蘇繡。", ["苏绣"], "講究<mark>蘇繡</mark>。"),
        ("苏绣花", ["苏绣", "绣花"], "<mark>苏绣花</mark>"),
        ("<b>绣</b>&", ["绣"], "&lt;b&gt;<mark>绣</mark>&lt;/b&gt;&amp;"),
        ("15mm 5mm", ["5mm"], "15mm <mark>5mm</mark>"),
        ("CNC \t雕刻机", ["cnc雕刻机"], "<mark>CNC \t雕刻机</mark>"),
        ("丝\n绸", ["丝绸"], "丝\n绸"),
        ("苏绣", [], "苏绣"),
    ],
)
def test_marks(text: str, words: list[str], marked: str) -> None:
    assert mark(text, words) == marked
