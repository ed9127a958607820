"""Pinyin keys: 苏绣 is found by suxiu and by sx. The lexicon's own pinyin wins; pypinyin is only the default."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from craftnlp.tokenize.folding import fold
from craftnlp.tokenize.grams import RUN


class PinyinKeys(NamedTuple):
    """What a reader may type for a word: all syllables, or their first letters. ``ü`` is ``v``."""

    full: str
    initials: str


@lru_cache(maxsize=20_000)
def pinyin_keys(text: str, pinyin: str = "") -> PinyinKeys:
    """The keys of a word; ``pinyin`` holds its syllables separated by spaces where they are known."""
    if pinyin:
        syllables = [fold(part) for part in unicodedata.normalize("NFC", pinyin).replace("'", "").split()]
        return PinyinKeys("".join(syllables), "".join(part[:1] for part in syllables))
    spoken = _syllables(text)
    return PinyinKeys("".join(full for full, _ in spoken), "".join(short for _, short in spoken))


def _syllables(text: str) -> list[tuple[str, str]]:
    """Each syllable and its first letter; letters and digits are kept whole."""
    from pypinyin import lazy_pinyin

    found: list[tuple[str, str]] = []
    for run in RUN.finditer(fold(text)):
        if run.lastgroup == "han":
            spoken = lazy_pinyin(text[run.start() : run.end()], errors="ignore")
            found += [(fold(syllable), syllable[0]) for syllable in spoken]
        elif run.lastgroup == "latin":
            found.append((run[0], run[0]))
    return found
