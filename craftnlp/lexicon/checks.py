"""What a careful reader would correct in a lexicon: doubles, wrong pinyin, names that can never be found.

Pinyin is compared with every reading that pypinyin knows for a character. Beside those, any syllable but the first may
be neutral, and 一 and 不 may carry the tone they have in speech (*Scheme of the Chinese Phonetic Alphabet*; the
orthography GB/T 16159 writes the tone of the dictionary, so both are taken).
"""

import unicodedata
from collections.abc import Iterator
from functools import cache

from craftnlp.lexicon.entries import Entry, Lexicon
from craftnlp.lexicon.folding import fold

SANDHI = {"一": frozenset({"yí", "yì"}), "不": frozenset({"bú"})}
TONES = frozenset("\u0300\u0301\u0304\u030c")


def faults(lexicon: Lexicon) -> list[str]:
    """Each fault as one line, the concept first, Chinese and English."""
    return [f"{entry.concept}：{fault}" for entry in lexicon.entries for fault in _faults(entry, lexicon)]


def _faults(entry: Entry, lexicon: Lexicon) -> Iterator[str]:
    yield from _gaps(entry)
    yield from _spelling(entry)
    yield from _doubles(entry, lexicon)
    yield from _unreachable(entry, lexicon)


def _gaps(entry: Entry) -> Iterator[str]:
    if not entry.definition:
        yield "没有释义 / no definition"
    if not entry.source:
        yield "没有来源 / no source"
    for surface in entry.surfaces:
        if not surface or not all(_is_han(char) for char in surface):
            yield f"{surface!r} 里有不是汉字的字符 / holds what is no Chinese character"
    for alias, _ in entry.places:
        if alias not in entry.aliases:
            yield f"给 {alias} 写了地方，但别名里没有它 / a place is given for {alias}, which is no alias"


def _is_han(char: str) -> bool:
    return unicodedata.name(char, "").startswith("CJK UNIFIED IDEOGRAPH")


def _spelling(entry: Entry) -> Iterator[str]:
    syllables = entry.pinyin.split()
    if len(syllables) != len(entry.term):
        yield f"拼音 {entry.pinyin!r} 不是一字一音 / pinyin has not one syllable a character"
        return
    for at, (char, syllable) in enumerate(zip(entry.term, syllables, strict=True)):
        known = _readings(char)
        if syllable not in known and not (at and syllable in {_toneless(reading) for reading in known}):
            yield f"{char} 不读 {syllable} / not a reading: {'、'.join(sorted(known)) or '?'}"


@cache
def _readings(char: str) -> frozenset[str]:
    from pypinyin import Style, pinyin

    known = pinyin(char, style=Style.TONE, heteronym=True, errors="ignore")
    return frozenset(known[0] if known else ()) | SANDHI.get(char, frozenset())


def _toneless(syllable: str) -> str:
    parts = unicodedata.normalize("NFD", syllable)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES))


def _doubles(entry: Entry, lexicon: Lexicon) -> Iterator[str]:
    """The later of two entries is the one that is named."""
    seen = set[str]()
    for surface in entry.surfaces:
        if fold(surface) in seen:
            yield f"{surface} 写了两次（繁简、全半角算同一个）/ stands twice in the entry"
        seen.add(fold(surface))
        first = next(each for each in lexicon.get(surface) if each.term_class == entry.term_class)
        if first is not entry:
            yield f"{surface} 已在同类词条 {first.concept} 里 / stands in {first.concept} already"


def _unreachable(entry: Entry, lexicon: Lexicon) -> Iterator[str]:
    for surface in entry.surfaces:
        first = lexicon.get(surface)[0]
        if first.term_class != entry.term_class:
            yield f"{surface} 只会找到 {first.concept} / finds {first.concept} instead"
