"""Words and idioms that only contain a numeral, read from ``fixed_words.tab``: 四周, 一起, 三番五次, 百里挑一.

The second column is a pattern: before it the word is none of these (十分 before 钟 is ten minutes).
"""

import re
from functools import cache
from importlib.resources import files


@cache
def fixed_words() -> tuple[str, ...]:
    """A pattern for each word, the longest first."""
    lines = files("craftnlp.lexicon").joinpath("fixed_words.tab").read_text(encoding="utf-8").splitlines()
    rows = sorted((line.split("\t") for line in lines[1:]), key=lambda row: len(row[0]), reverse=True)
    return tuple(re.escape(word) + (f"(?!{unless})" if unless else "") for word, unless in rows)
