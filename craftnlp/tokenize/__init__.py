"""What search matches: folded characters, the tokens of index and query, pinyin keys, and marks on the original.

Nothing here knows a database or a search engine; every backend is handed the same tokens.
"""

from craftnlp.tokenize.folding import fold
from craftnlp.tokenize.grams import BREAK, grams, is_han, is_latin, phrase, qwords
from craftnlp.tokenize.marking import find, mark, merged
from craftnlp.tokenize.pinyin import PinyinKeys, pinyin_keys
from craftnlp.tokenize.vocabulary import Vocabulary, Word, token

__all__ = [
    "BREAK",
    "PinyinKeys",
    "Vocabulary",
    "Word",
    "find",
    "fold",
    "grams",
    "is_han",
    "is_latin",
    "mark",
    "merged",
    "phrase",
    "pinyin_keys",
    "qwords",
    "token",
]
