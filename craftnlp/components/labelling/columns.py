"""What the labeller knows of each character, as named columns of integers.

Everything is taken from what the earlier components found: words with their part of speech, terms, amounts, clauses.
Words are numbered by a checksum, so that the numbers are the same on every machine.
"""

from functools import lru_cache
from itertools import chain
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from craftnlp.components import words as lists
from craftnlp.components.reading import Clause, ClauseKind, Reading, Word
from craftnlp.spec import StepField

Column = NDArray[np.int64]
Places = NDArray[np.intp]
Small = NDArray[np.unsignedinteger[Any]]

FAR = 4  # distances in words are told apart up to here
CUES = lists.TOOL_CUES | lists.OBJECT_CUES | lists.PATH_CUES | lists.PLACE_CUES | {"被", "由", "使", "让"}

# The closed word lists; the first that holds a word names it.
CATEGORIES = (
    lists.TOOL_CUES,
    lists.OBJECT_CUES,
    lists.PATH_CUES,
    lists.PLACE_CUES,
    lists.LOCALIZERS,
    lists.NEGATIONS,
    lists.MANNER_WORDS,
    lists.FUNCTION_VERBS,
    lists.PRONOUNS,
    lists.PARTICLES,
    lists.SEQUENCE,
    lists.CONNECTIVES,
    lists.ADVERBS,
    lists.DIRECTION,
)
CATEGORY = {word: number for number, held in reversed(list(enumerate(CATEGORIES, 1))) for word in held}

# What single characters often say: an act, the end of an act, the head of a tool, of a material, of a place.
ACT, COMPLEMENT, TOOL, MATERIAL, PLACE = 1, 2, 4, 8, 16
SAYS = (
    (ACT, "".join(lists.PHYSICAL)),
    (COMPLEMENT, "".join(lists.COMPLEMENT)),
    (TOOL, "刀针锤钻刷尺帘架机盘槽夹剪笔槌凿锯梭棒杆锥铲钳锉刨斧镊梳筛勺杵碾磨锭轮架模板棍砧凳篾弓绷镰錾镐钩叉箕耙"),
    (
        MATERIAL,
        "泥釉漆胶水灰线布纸丝绸棉麻蜡土料浆粉油墨竹木铜银铁金锡石皮革藤草绳盐糖米面豆酒醋酱茶叶花毛骨角炭灰糊膏药色坯胎片条块",
    ),
    (PLACE, "上里中内处下边旁间窑缸锅盆槽池坛罐瓮桶炉灶房屋台架板席篓筐坑河溪塘缝孔口底面背心"),
)
FIELD_OF = {name: number for number, name in enumerate(StepField, 1)}
WHOLE = (StepField.CONDITION, StepField.CAUTION, StepField.RESULT)
CLASS_OF = {name: number for number, name in enumerate(ClauseKind, 1)}

WORDS = ("word", "tag", "category", "first", "last", "term")
CLAUSES = (
    *("kind", "kind-1", "kind+1", "opens", "opens+1", "closes-1", "closes"),
    *("from", "to", "cue", "away", "acted", "acts"),
)
ROW_OF = {name: row for row, name in enumerate(WORDS + CLAUSES)}


class Columns:
    """The columns of a reading that has its words and clauses, as long as its text and held in little room."""

    def __init__(self, words: NDArray[np.uint32], word_at: Places, chars: dict[str, Small]) -> None:
        self._words = words  # one row for each of WORDS and CLAUSES
        self._word_at = word_at  # the word of each character
        self._chars = chars

    def __len__(self) -> int:
        return len(self._word_at)

    def part(self, name: str, start: int, end: int) -> Column:
        """A column from one character to another. ``word-1`` is of the word before, ``char-1`` of the character before."""
        if name in ROW_OF:
            return _picked(self._words[ROW_OF[name]], self._word_at[start:end])
        step = int(name[-2:]) if name[-1].isdigit() else 0
        own = name[:-2] if step else name
        if own in ROW_OF:
            return _picked(self._words[ROW_OF[own]], self._word_at[start:end] + step)
        return _picked(self._chars[own], np.arange(start + step, end + step))


def columns(reading: Reading) -> Columns:
    """The columns of a reading."""
    lengths = np.array([word.end - word.start for word in reading.words], dtype=np.intp)
    chars = np.frombuffer(reading.shadow.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    own: dict[str, Small] = {"char": chars, "says": _says(chars), "spot": _spots(lengths)}
    return Columns(
        np.concatenate([_word_rows(reading.words), _clause_table(reading)], axis=1).T.copy(),
        np.repeat(np.arange(len(lengths)), lengths),
        own | _votes(reading),
    )


def _picked(column: Small, places: Places) -> Column:
    """The values at these places; -1 beyond the ends."""
    if not len(column):
        return np.full(len(places), -1)
    found: Column = column[places.clip(0, len(column) - 1)].astype(np.int64)
    found[(places < 0) | (places >= len(column))] = -1
    return found


def _votes(reading: Reading) -> dict[str, Small]:
    """What the rules said: the field and whether the character is its first, for parts and for whole clauses apart."""
    columns: dict[str, Small] = {name: np.zeros(len(reading.shadow), dtype=np.uint8) for name in ("vote", "whole")}
    for name, found in reading.votes:
        column = columns["whole" if name in WHOLE else "vote"]
        own = 2 * FIELD_OF[name]
        column[found.start : found.end] = own
        column[found.start] = own + 1
    return columns


def _says(chars: NDArray[np.uint32]) -> NDArray[np.uint8]:
    known, place = np.unique(chars, return_inverse=True)
    said = [sum(bit for bit, held in SAYS if chr(char) in held) for char in known.tolist()]
    found: NDArray[np.uint8] = np.array(said, dtype=np.uint8)[place]
    return found


def _spots(lengths: Places) -> NDArray[np.uint8]:
    """Where a character stands in its word: 0 alone, 1 first, 2 inside, 3 last."""
    size = int(lengths.sum())
    first, last = np.zeros(size, dtype=np.uint8), np.zeros(size, dtype=np.uint8)
    ends = np.cumsum(lengths)
    first[ends - lengths] = 1
    last[ends - 1] = 1
    found: NDArray[np.uint8] = np.array([2, 1, 3, 0], dtype=np.uint8)[first + 2 * last]
    return found


@lru_cache(maxsize=50_000)
def number(text: str) -> int:
    """The number of a word: its CRC-32, the same everywhere."""
    return crc32(text.encode("utf-8", "surrogatepass"))


def _word_rows(words: list[Word]) -> NDArray[np.uint32]:
    """One row a word, as ``WORDS`` names its columns."""
    flat = chain.from_iterable(
        (*_plain(word.text, word.tag), _term(word) if word.term or word.amount else 0) for word in words
    )
    return np.fromiter(flat, dtype=np.uint32, count=len(words) * len(WORDS)).reshape(len(words), len(WORDS))


@lru_cache(maxsize=50_000)
def _plain(text: str, tag: str) -> tuple[int, ...]:
    """What a word says wherever it stands."""
    return number(text), number(tag), CATEGORY.get(text, 0), ord(text[0]), ord(text[-1])


def _term(word: Word) -> int:
    """The class of the term or the kind of the amount that a word is."""
    if word.amount is not None:
        return number(f"amount {word.amount.kind}")
    return number(word.term.term_class) if word.term is not None else 0


def _clause_table(reading: Reading) -> NDArray[np.uint32]:
    """One row a word, as ``CLAUSES`` names its columns; noughts for words between clauses."""
    table = np.zeros((len(reading.words), len(CLAUSES)), dtype=np.uint32)
    at = {word.start: place for place, word in enumerate(reading.words)}
    kinds = [0, *(CLASS_OF[clause.kind] for clause in reading.clauses), 0]
    for place, clause in enumerate(reading.clauses):
        rows = _clause_rows(clause, kinds[place : place + 3])
        start = at[clause.words[0].start]
        table[start : start + len(rows)] = rows
    return table


def _clause_rows(clause: Clause, kinds: list[int]) -> list[tuple[int, ...]]:
    """What each word of a clause knows of the clause: its kind, its ends, the last cue, acts on either side."""
    words = clause.words
    before, own, after = kinds
    ends = tuple(number(words[place].text) if len(words) > 1 else 0 for place in (1, -2))
    ends = (number(words[0].text), *ends, number(words[-1].text))
    may_act = [word.amount is None and word.text[0] in lists.PHYSICAL for word in words]
    acts_left, acted, cue, away = sum(may_act), 0, 0, 0
    rows = []
    for place, word in enumerate(words):
        acts_left -= may_act[place]
        ways = min(place, FAR), min(len(words) - 1 - place, FAR)
        rows.append((own, before, after, *ends, *ways, cue, min(away, FAR), min(acted, 2), min(acts_left, 2)))
        acted += may_act[place]
        cue, away = (number(word.text), 1) if word.text in CUES else (cue, away + 1)
    return rows
