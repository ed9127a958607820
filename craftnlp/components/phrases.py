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
)

CUES = TOOL_CUES | OBJECT_CUES | PATH_CUES | {"在", "于"}
LEADING = frozenset(
    "一 个 一个 这 那 这个 那个 这些 那些 些 一些 的 了 着 过 自己 上 一块 一根 一把 一张 一条 一片 一只 一支 一种 一层 一朵 一串 一枚 一颗 一点 一点点 点 块 根 把 张 条 片 只 支 种 、".split()
)
TRAILING = frozenset("后 之后 以后 时 都 也 来 去 等 等等 先 再 就 了 着 的 地 要 、 和 与 跟 又 呢 嘛 啊 吧".split())
AFTER_AMOUNT = frozenset("厚 宽 深 长 高 大 左右 那么 这么 来 多 的 粗".split())
STOP_TAGS = ("d", "c", "y", "e", "o")


def chunk_end(clause: Clause, start: int, spots: set[int]) -> int:
    """One past the last word of the noun phrase that begins at ``start``."""
    words = clause.words
    at = start
    while at < len(words):
        word = words[at]
        if at in spots or (at > start and _stops(words, at, spots)):
            break
        at += 1
    return at


def _stops(words: list[Word], at: int, spots: set[int]) -> bool:
    word = words[at]
    if word.amount is not None or word.term is not None:
        return False
    if word.text in {"、", "和", "以及"} and at + 1 in spots:
        return True
    if word.text in LOCALIZERS and at + 1 < len(words) and word.tag != "v":
        return False
    if word.text in {"的", "之", "和", "与", "跟", "及", "、", "或", "或者", "以及", "加"}:
        return False
    inside = any(later.text == "的" for later in words[at + 1 : at + 4])
    if word.text in CUES:
        return not inside or word.text in {"把", "将", "用"}
    if word.text in ADVERBS or word.text in PARTICLES:
        return not inside or word.text in {"都", "也", "就", "再"}
    return word.tag in STOP_TAGS and not inside


def trimmed(words: list[Word], *, keep_amount: bool) -> list[Word]:
    """The phrase without articles, particles and, unless they are its size, quantities."""
    while words and (words[0].text in LEADING or words[0].text in PRONOUNS or not words[0].text.strip()):
        words = words[1:]
    if words and words[0].amount is not None and not keep_amount:
        words = words[1:]
        while words and words[0].text in AFTER_AMOUNT:
            words = words[1:]
        return trimmed(words, keep_amount=False)
    while words and (
        words[-1].text in TRAILING | DIRECTION or words[-1].text in CONNECTIVES or not words[-1].text.strip()
    ):
        words = words[:-1]
    return words


def is_place(words: list[Word]) -> bool:
    """Whether a phrase ends in 上, 里, 中 …"""
    return (
        len(words) > 1
        and words[-1].text in LOCALIZERS
        or bool(words)
        and len(words[-1].text) > 1
        and words[-1].text[-1] in "上里中内处旁"
    )


def has_noun(words: list[Word]) -> bool:
    """Whether anything in a phrase can be a thing."""
    return any(
        word.term is not None
        or word.tag.startswith(("n", "eng", "x", "vn", "an", "l", "i", "j", "g", "z", "q", "f", "s"))
        or (len(word.text) == 1 and word.tag not in {"uj", "ul", "d", "c", "y", "p", "m"})
        for word in words
        if word.text not in PRONOUNS and word.text not in PARTICLES
    )
