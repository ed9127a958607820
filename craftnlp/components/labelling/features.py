"""Features: which columns are looked at together, and from how far away. Each becomes one number a character.

A template is read as a list of columns; ``char-1`` is the character before. Combinations are hashed into a table of
fixed size (Weinberger et al., Feature Hashing for Large Scale Multitask Learning, ICML 2009).
"""

import numpy as np
from numpy.typing import NDArray

from craftnlp.components.labelling.columns import Columns

# Columns that name a character or a word; in training they are sometimes hidden, so that the others learn their part.
LEXICAL = frozenset(["char", "word", "first", "last", "opens", "closes"])
BITS = 21
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio: spreads neighbouring numbers

TEMPLATES = tuple(
    tuple(line.split())
    for line in """
    char
    char-1
    char+1
    char-2
    char+2
    char-1 char
    char char+1
    char-2 char-1
    char+1 char+2
    char-1 char char+1
    char-2 char-1 char
    char char+1 char+2
    char-1 char+1
    says spot
    says-1 says says+1
    says-2 says-1 says
    says says+1 says+2
    vote
    vote-1 vote
    vote vote+1
    vote tag spot
    vote says
    vote kind
    vote term
    vote whole
    whole
    whole-1 whole
    whole whole+1
    whole kind
    whole from
    closes-1 closes
    opens opens+1
    word spot
    word-1 spot
    word+1 spot
    word-2 spot
    word+2 spot
    word-1 word spot
    word word+1 spot
    word-1 word+1 spot
    tag spot
    tag-1 tag spot
    tag tag+1 spot
    tag-1 tag tag+1 spot
    tag-2 tag-1 tag spot
    tag tag+1 tag+2 spot
    last tag spot
    first tag spot
    last-1 tag spot
    first+1 tag spot
    category spot
    category-1 tag spot
    category+1 tag spot
    category-1 category category+1 spot
    category-2 category-1 tag spot
    term spot
    term-1 term spot
    term term+1 spot
    term-1 category tag spot
    term category+1 tag spot
    term-2 term-1 category spot
    term+1 says spot
    term+1 tag spot
    term+2 category+1 says
    term+2 category+1 tag spot
    cue away tag spot
    cue away says
    cue acts tag spot
    cue term spot
    acted acts tag spot
    acted acts says says-1
    acted term spot
    kind spot
    kind tag spot
    kind says
    kind-1 kind kind+1 spot
    kind from to
    opens from spot
    closes to spot
    opens closes spot
    opens kind tag
    from tag spot
    to tag spot
    from to says
""".strip().splitlines()
)

NAMES_A_WORD = np.array([any(name.rstrip("+-0123456789") in LEXICAL for name in template) for template in TEMPLATES])


NAMES = sorted({name for template in TEMPLATES for name in template})


def features(columns: Columns, start: int = 0, end: int | None = None) -> NDArray[np.int32]:
    """One row a character from ``start`` to ``end``, one column a template: places in a table of ``2 ** BITS``."""
    last = len(columns) if end is None else min(end, len(columns))
    parts = {name: columns.part(name, start, last).view(np.uint64) for name in NAMES}
    rows = np.empty((len(TEMPLATES), last - start), dtype=np.int32)
    for salt, template in enumerate(TEMPLATES, 1):
        rows[salt - 1] = _hashed(salt, [parts[name] for name in template])
    return rows.T


def place_of(column: str, value: int) -> int:
    """The place of a feature that looks at one column alone."""
    return int(_hashed(1 + TEMPLATES.index((column,)), [np.array([value], dtype=np.uint64)])[0])


def _hashed(salt: int, parts: list[NDArray[np.uint64]]) -> NDArray[np.uint64]:
    with np.errstate(over="ignore"):
        mixed = np.full(len(parts[0]), salt, dtype=np.uint64) * MULTIPLIER
        for part in parts:
            mixed ^= part
            mixed *= MULTIPLIER
            mixed ^= mixed >> np.uint64(29)
    mixed >>= np.uint64(64 - BITS)
    return mixed
