"""What the labeller knows of each character, as named columns of integers.

Everything is taken from what the earlier components found: words with their part of speech, terms, amounts, clauses.
Words are numbered by a checksum, so that the numbers are the same on every machine.
"""

from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from craftnlp.components import words as lists
from craftnlp.components.reading import Clause, ClauseKind, Reading, Word
from craftnlp.spec import StepField

Column = NDArray[np.int64]
Columns = dict[str, Column]

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


def columns(reading: Reading) -> Columns:
    """The columns of a reading that has its words and clauses, each as long as the text."""
    lengths = np.array([word.end - word.start for word in reading.words], dtype=np.int64)
    wide = {name: np.repeat(column, lengths) for name, column in _word_columns(reading.words).items()}
    wide |= {name: np.repeat(column, lengths) for name, column in _clause_columns(reading).items()}
    chars = np.frombuffer(reading.shadow.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    return wide | {"char": chars, "says": _says(chars), "spot": _spots(lengths)} | _votes(reading)


def _votes(reading: Reading) -> Columns:
    """What the rules said: the field and whether the character is its first, for parts and for whole clauses apart."""
    columns = {name: np.zeros(len(reading.shadow), dtype=np.int64) for name in ("vote", "whole")}
    for name, found in reading.votes:
        column = columns["whole" if name in WHOLE else "vote"]
        own = 2 * FIELD_OF[name]
        column[found.start : found.end] = own
        column[found.start] = own + 1
    return columns


def _says(chars: Column) -> Column:
    known, place = np.unique(chars, return_inverse=True)
    said = [sum(bit for bit, held in SAYS if chr(char) in held) for char in known.tolist()]
    return np.array(said, dtype=np.int64)[place]


def _spots(lengths: Column) -> Column:
    """Where a character stands in its word: 0 alone, 1 first, 2 inside, 3 last."""
    size = int(lengths.sum())
    first, last = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
    ends = np.cumsum(lengths)
    first[ends - lengths] = 1
    last[ends - 1] = 1
    return np.choose(first + 2 * last, [2, 1, 3, 0])


@lru_cache(maxsize=50_000)
def number(text: str) -> int:
    """The number of a word: its CRC-32, the same everywhere."""
    return crc32(text.encode("utf-8", "surrogatepass"))


def _word_columns(words: list[Word]) -> Columns:
    rows = [
        (
            number(word.text),
            number(word.tag),
            CATEGORY.get(word.text, 0),
            _term(word),
            ord(word.text[0]),
            ord(word.text[-1]),
        )
        for word in words
    ]
    table = np.array(rows, dtype=np.int64).reshape(len(words), 6)
    names = ("word", "tag", "category", "term", "first", "last")
    own = dict(zip(names, table.T, strict=True))
    near = {f"{name}{step:+d}": _shift(own[name], step) for name in names[:4] for step in (-2, -1, 1, 2)}
    return own | near | {"last-1": _shift(own["last"], -1), "first+1": _shift(own["first"], 1)}


def _term(word: Word) -> int:
    """The class of the term or the kind of the amount that a word is."""
    if word.amount is not None:
        return number(f"amount {word.amount.kind}")
    return number(word.term.term_class) if word.term is not None else 0


def _shift(column: Column, step: int) -> Column:
    """The value ``step`` places further on; -1 beyond the ends."""
    moved = np.full_like(column, -1)
    if abs(step) < len(column):
        if step > 0:
            moved[:-step] = column[step:]
        else:
            moved[-step:] = column[:step]
    return moved


def _clause_columns(reading: Reading) -> Columns:
    names = (
        *("kind", "kind-1", "kind+1", "opens", "opens+1", "closes-1", "closes"),
        *("from", "to", "cue", "away", "acted", "acts"),
    )
    table = np.zeros((len(reading.words), len(names)), dtype=np.int64)
    at = {word.start: place for place, word in enumerate(reading.words)}
    kinds = [0, *(CLASS_OF[clause.kind] for clause in reading.clauses), 0]
    for place, clause in enumerate(reading.clauses):
        rows = _clause_rows(clause, kinds[place : place + 3])
        start = at[clause.words[0].start]
        table[start : start + len(rows)] = rows
    return dict(zip(names, table.T, strict=True))


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
