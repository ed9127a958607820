"""Noun phrases inside a clause: where they end, and what is trimmed off them."""

from craftnlp.components.reading import Clause, Word
from craftnlp.components.words import (
    ADVERBS,
    CONNECTIVES,
    DIRECTION,
    LOCALIZERS,
    OBJECT_CUES,
    PARTICLES,
    PATH_CUES,
    PRONOUNS,
    TOOL_CUES,
    word_set,
)

CUES = TOOL_CUES | OBJECT_CUES | PATH_CUES | {"在", "于"}
LEADING = word_set(
    "一 个 一个 这 那 这个 那个 这些 那些 些 一些 的 了 着 过 自己 上 一块 一根 一把 一张 一条 一片 一只 一支 一种 一层 一朵 一串 一枚 一颗 一点 一点点 点 块 根 把 张 条 片 只 支 种 、"
)
TRAILING = word_set("后 之后 以后 时 都 也 来 去 等 等等 先 再 就 了 着 的 地 要 、 和 与 跟 又 呢 嘛 啊 吧")
AFTER_AMOUNT = word_set("厚 宽 深 长 高 大 左右 那么 这么 来 多 的 粗")
JOINING = frozenset({"的", "之", "和", "与", "跟", "及", "、", "或", "或者", "以及", "加"})
HARD_STOPS = frozenset({"把", "将", "用", "都", "也", "就", "再"})
STOPS = CUES | ADVERBS | PARTICLES
ENDINGS = TRAILING | DIRECTION | CONNECTIVES
STOP_TAGS = ("d", "c", "y", "e", "o")


def chunk_end(clause: Clause, start: int, spots: set[int]) -> int:
    """One past the last word of the noun phrase that begins at ``start``."""
    words = clause.words
    at = start
    while at < len(words):
        if at in spots or (at > start and _stops(words, at, spots)):
            break
        at += 1
    return at


def _stops(words: list[Word], at: int, spots: set[int]) -> bool:
    """Whether a noun phrase ends before this word. Inside …的 + noun it goes on."""
    word = words[at]
    if word.amount is not None or word.term is not None:
        return False
    if word.text in JOINING:
        return at + 1 in spots
    if word.text in LOCALIZERS and (at + 1 < len(words) or words[at - 1].text == "的") and word.tag != "v":
        return False
    inside = any(later.text == "的" for later in words[at + 1 : at + 4])
    if inside:
        return word.text in HARD_STOPS
    return word.text in STOPS or word.tag in STOP_TAGS


def trimmed(words: list[Word], *, keep_amount: bool) -> list[Word]:
    """The phrase without articles, particles and, unless they are its size, quantities."""
    while words and (words[0].text in LEADING or words[0].text in PRONOUNS or not words[0].text.strip()):
        words = words[1:]
    if words and words[0].amount is not None and not keep_amount:
        words = words[1:]
        while words and words[0].text in AFTER_AMOUNT:
            words = words[1:]
        return trimmed(words, keep_amount=False)
    while words and (words[-1].text in ENDINGS or not words[-1].text.strip()):
        words = words[:-1]
    return words


def is_place(words: list[Word]) -> bool:
    """Whether a phrase ends in 上, 里, 中 …"""
    return (len(words) > 1 and words[-1].text in LOCALIZERS) or (
        bool(words) and len(words[-1].text) > 1 and words[-1].text[-1] in "上里中内处旁"
    )


def has_noun(words: list[Word]) -> bool:
    """Whether anything in a phrase can be a thing."""
    return any(
        word.term is not None
        or word.tag.startswith(("n", "eng", "x", "vn", "an", "l", "i", "j", "g", "z", "q", "f", "s"))
        or (len(word.text) == 1 and word.tag not in {"uj", "ul", "d", "c", "y", "p"} and word.text not in "一二三")
        for word in words
        if word.text not in PRONOUNS and word.text not in PARTICLES
    )
