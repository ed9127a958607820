"""The query plan: one neutral reading of what was typed, which every backend translates."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from craftnlp.tokenize import Vocabulary, Word, is_han, is_latin, phrase, pinyin_keys, qwords, token

MAX_SOUNDING = 100


@dataclass(frozen=True, slots=True)
class PlanWord:
    """One word of the query. All words must be found; a word is found by any of its ways.

    ``tokens`` must follow each other in title, summary or body; ``terms`` are whole approved words; ``shown`` are the
    words to mark, pinyin written out.
    """

    kind: Literal["char", "pinyin", "phrase"]
    text: str
    tokens: tuple[str, ...]
    terms: tuple[str, ...]
    shown: tuple[str, ...]


Plan = tuple[PlanWord, ...]


def plan(text: str, vocabulary: Vocabulary) -> Plan:
    """The words of a query with all their ways. Empty: browse."""
    return tuple(_word(word, vocabulary) for word in _joined(qwords(text), vocabulary))


def shown_words(words: Plan) -> tuple[str, ...]:
    """What is marked in a hit, and what makes a step one that matches."""
    return tuple(dict.fromkeys(shown for word in words for shown in word.shown))


def _joined(words: list[str], vocabulary: Vocabulary) -> list[str]:
    """``su xiu`` means ``suxiu`` where an approved word sounds like that."""
    found, at = [], 0
    while at < len(words):
        end = _end_of_pinyin(words, at, vocabulary)
        found.append("".join(words[at:end]))
        at = end
    return found


def _end_of_pinyin(words: list[str], start: int, vocabulary: Vocabulary) -> int:
    end = start
    while end < len(words) and is_latin(words[end]):
        end += 1
    for candidate in range(end, start + 1, -1):
        if vocabulary.sounding("".join(words[start:candidate])):
            return candidate
    return start + 1


def _word(word: str, vocabulary: Vocabulary) -> PlanWord:
    if is_han(word) and len(word) == 1:
        return PlanWord("char", word, (word,), (), (word,))
    if is_latin(word) and len(word) > 1:
        return _pinyin(word, vocabulary)
    named = vocabulary.named(word)
    return PlanWord("phrase", word, tuple(phrase(word)), _terms(word, named), _surfaces(word, named))


def _pinyin(word: str, vocabulary: Vocabulary) -> PlanWord:
    """Letters: a word as it stands, the beginning of a label's pinyin, or exactly the pinyin of an approved word."""
    named, sounding = vocabulary.named(word), vocabulary.sounding(word)
    meant = (*named, *(known for known in sounding if word in pinyin_keys(known.text, known.pinyin)))
    shown = _surfaces(word, (*meant, *sounding[:MAX_SOUNDING]))
    return PlanWord("pinyin", word, tuple(phrase(word)), _terms(word, meant), shown)


def _terms(word: str, named: Iterable[Word]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([word, *(token(known.text) for known in named)]))


def _surfaces(word: str, known: Iterable[Word]) -> tuple[str, ...]:
    """The word and all that its approved words are called; a single character would be marked everywhere."""
    called = (surface for entry in known for surface in entry.surfaces if len(surface) > 1)
    return tuple(dict.fromkeys([word, *called]))
