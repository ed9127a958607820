"""The approved words that search knows: what they are called, how they sound, and where they stand in a text."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from craftnlp.tokenize.folding import fold
from craftnlp.tokenize.grams import HAN_RANGE, LATIN_RANGE
from craftnlp.tokenize.pinyin import pinyin_keys

NOT_IN_A_TOKEN = re.compile(f"[^{HAN_RANGE}{LATIN_RANGE}]")
LETTER = re.compile(f"[{LATIN_RANGE}]")
SHORTEST = 2  # a single character is found as it stands and is never a term


def token(text: str) -> str:
    """A whole word as one token of the index: folded, and without what a tokeniser would cut at."""
    return NOT_IN_A_TOKEN.sub("", fold(text))


@dataclass(frozen=True, slots=True)
class Word:
    """An approved word. ``pinyin`` holds its syllables where they are known; ``aliases`` are found as the word itself."""

    text: str
    pinyin: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Everything the word is called."""
        return (self.text, *self.aliases)


class Vocabulary:
    """An immutable set of words, looked up by what they are called and by how they sound."""

    def __init__(self, words: Iterable[Word]) -> None:
        self.words = tuple(dict.fromkeys(words))
        self._named: defaultdict[str, list[Word]] = defaultdict(list)
        self._surfaces: defaultdict[str, dict[str, None]] = defaultdict(dict)
        sounds: set[tuple[str, int]] = set()
        for number, word in enumerate(self.words):
            self._enter(word)
            sounds |= {(key, number) for key in pinyin_keys(word.text, word.pinyin) if key}
        self._sounds = sorted(sounds)

    def _enter(self, word: Word) -> None:
        for surface in word.surfaces:
            if len(token(surface)) >= SHORTEST:
                self._named[token(surface)].append(word)
                self._surfaces[fold(surface)[0]][fold(surface)] = None

    def named(self, surface: str) -> tuple[Word, ...]:
        """The words that are called exactly this."""
        return tuple(self._named.get(token(surface), ()))

    def found_in(self, text: str) -> tuple[Word, ...]:
        """Every word that stands in the text, each once, overlapping ones too (戗金填彩 holds 戗金)."""
        folded, found = fold(text), dict[Word, None]()
        for at, char in enumerate(folded):
            for surface in self._surfaces.get(char, ()):
                if folded.startswith(surface, at) and _stands_alone(folded, at, at + len(surface)):
                    found.update(dict.fromkeys(self._named[token(surface)]))
        return tuple(found)

    def sounding(self, letters: str) -> tuple[Word, ...]:
        """The words whose pinyin or initials begin with these letters."""
        first = bisect_left(self._sounds, (letters, 0))
        last = bisect_left(self._sounds, (letters + "\U0010ffff", 0))
        return tuple(dict.fromkeys(self.words[number] for _, number in self._sounds[first:last]))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether letters and digits at the edges are whole runs: ``mm`` does not stand in ``5mm``."""
    before = start > 0 and LETTER.match(text[start]) and LETTER.match(text[start - 1])
    after = end < len(text) and LETTER.match(text[end - 1]) and LETTER.match(text[end])
    return not before and not after
