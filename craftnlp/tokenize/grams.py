"""Tokens: what stands in the index, and what a query asks of it.

Chinese is indexed as overlapping pairs of characters plus the last single one, so that a word of two characters is
found in the middle of any sentence and no dictionary can lose it.
"""

import re
import unicodedata

from craftnlp.tokenize.folding import fold

BREAK = "zzbreak"  # phrases must not cross it
MAX_WORDS = 12
MAX_WORD_LENGTH = 80

HAN_RANGE = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
LATIN_RANGE = "0-9a-z"
HAN = f"[{HAN_RANGE}]"
RUN = re.compile(f"(?P<han>{HAN}+)|(?P<latin>[{LATIN_RANGE}]+)|(?P<gap>[ \\t]+)|[^{HAN_RANGE}{LATIN_RANGE} \\t]+")
WORD = re.compile(f"[{HAN_RANGE}{LATIN_RANGE}]+")
LONE_HAN_AT_END = re.compile(f"(?<=[{LATIN_RANGE}])(?={HAN}$)")
ONLY_HAN = re.compile(f"{HAN}+")


def is_han(char: str) -> bool:
    """Whether a folded character is Chinese."""
    return ONLY_HAN.fullmatch(char) is not None


def is_latin(word: str) -> bool:
    """Whether a folded word is letters only, and so may be pinyin."""
    return word.isascii() and word.isalpha()


def grams(text: str) -> list[str]:
    """The tokens of a text, in order: 蘇繡 gives 苏绣 绣, and anything but a space between two words gives a break."""
    found: list[str] = []
    for run in RUN.finditer(fold(text)):
        if run.lastgroup == "han":
            found += pairs(run[0])
        elif run.lastgroup == "latin":
            found.append(run[0])
        elif run.lastgroup is None:
            found.append(BREAK)
    return found


def pairs(run: str) -> list[str]:
    """Every overlapping pair of a Chinese run, and its last character."""
    return [run[at : at + 2] for at in range(len(run))]


def qwords(query: str) -> list[str]:
    """The words of a query, folded, each once. Whatever is neither Chinese, letter nor digit only separates."""
    folded = fold(unicodedata.normalize("NFC", query))
    pieces = [piece[:MAX_WORD_LENGTH] for word in WORD.findall(folded) for piece in LONE_HAN_AT_END.split(word)]
    return list(dict.fromkeys(pieces))[:MAX_WORDS]


def phrase(word: str) -> list[str]:
    """The tokens that must follow each other where this word stands: the last single character is left open."""
    tokens = grams(word)
    return tokens[:-1] if len(tokens) > 1 and is_han(word[-2:]) else tokens
