"""Is this word a physical act? Single characters by list, longer words by their parts, lexicon terms by their class."""

import re
from collections.abc import Callable

from craftnlp.components.reading import Word
from craftnlp.components.words import (
    BINDING,
    BOUND_COMPLEMENT,
    COMPLEMENT,
    DIRECTION,
    FUNCTION_VERBS,
    MANNER_WORDS,
    OBJECT_CUES,
    PATH_CUES,
    PHYSICAL,
    SHY,
    TOOL_CUES,
)
from craftnlp.spec import TermClass

TOOL_HEAD = frozenset("刀针锤钻刷尺帘架机盘槽夹剪笔槌凿锯梭棒杆")
POWERED = frozenset("手电脚")
NAME_BEFORE = TOOL_CUES | OBJECT_CUES | {"的", "着", "起"}
GRASPING = frozenset({"拿", "对"})
ANNOUNCING = (TOOL_CUES | OBJECT_CUES) - GRASPING
NEVER_ACTS = FUNCTION_VERBS | PATH_CUES
WEATHER = re.compile("[风雨日]")
MEASURING = re.compile("[一这那每][^刀手口气下针笔次回边]")


def is_act(words: list[Word], i: int) -> bool:
    """Whether the word at ``i`` names a physical act."""
    word = words[i]
    if word.amount is not None or _in_tool_name(words, i):
        return False
    if len(word.text) == 1:
        return _single_acts(words, i)
    if word.term is not None:
        return word.term.term_class is TermClass.ACTION
    return word.text not in NEVER_ACTS and _long_acts(word)


def are_one(words: list[Word], i: int) -> bool:
    """Two single verbs side by side are one act: 涂铺, 揉捏."""
    first, second = words[i], words[i + 1]
    return len(first.text) == 1 and second.text[-1] not in COMPLEMENT and len(second.text) <= 2


def after(words: list[Word], i: int) -> str:
    """The word after ``i``, or nothing."""
    return words[i + 1].text if i + 1 < len(words) else ""


def before(words: list[Word], i: int) -> str:
    """The word before ``i``, or nothing."""
    return words[i - 1].text if i else ""


def _long_acts(word: Word) -> bool:
    text = word.text
    physical = text[0] in PHYSICAL
    if physical and (set(text[1:]) <= COMPLEMENT or text[1:] in DIRECTION):
        return not word.tag.startswith("a")
    if len(text) == 4:
        return sum(char in PHYSICAL for char in text) >= 2 and not WEATHER.search(text)
    if len(text) == 2 and text[1] in BINDING and (physical or text[0] == "塑"):
        return True
    return word.tag.startswith("v") and (physical or (len(text) == 2 and text[1] in PHYSICAL))


def _single_acts(words: list[Word], i: int) -> bool:
    text = words[i].text
    if text in COMPANY:
        return COMPANY[text](words, i)
    if text not in PHYSICAL or before(words, i) in {"的", "之", "一"} or _follows_article(words, i):
        return False
    if text == "加" and i >= 2 and words[i - 2].text in TOOL_CUES:
        return False
    if text in SHY:
        return _shy_acts(words, i)
    return before(words, i) not in ANNOUNCING


def _walks(words: list[Word], i: int) -> bool:
    """走 is an act of the craft only along something: 顺着边走."""
    return any(word.text in PATH_CUES for word in words[:i])


def _stands(words: list[Word], i: int) -> bool:
    return after(words, i) in {"直", "起", "住", "稳"}


COMPANY: dict[str, Callable[[list[Word], int], bool]] = {"走": _walks, "立": _stands}


def _shy_acts(words: list[Word], i: int) -> bool:
    """Characters that are mostly something else act only before an object or a complement, or after an adverb."""
    if i + 1 == len(words):
        return i > 0 and words[i - 1].tag.startswith(("d", "f"))
    following = words[i + 1]
    return (
        following.text[0] in BOUND_COMPLEMENT
        or following.text in {"一", "了", "在", "到", "成"}
        or _is_thing(following)
    )


def _follows_article(words: list[Word], i: int) -> bool:
    """一个 + 孔: a thing. 一刀 + 划: an act."""
    word = words[i - 1] if i else None
    if word is None or word.amount is not None or word.tag not in {"m", "mq", "r"}:
        return False
    return word.text not in MANNER_WORDS and MEASURING.fullmatch(word.text) is not None


def _is_thing(word: Word) -> bool:
    return word.amount is not None or word.term is not None or word.tag.startswith("n")


def _in_tool_name(words: list[Word], i: int) -> bool:
    """A piece of a tool's name is no verb: 手 + 捻 + 钻, 梅花 + 钻, 抄纸 + 帘."""
    text, following = words[i].text, after(words, i)
    if len(text) > 1:
        return words[i].term is not None and following in TOOL_HEAD
    if text not in PHYSICAL:
        return False
    chained = before(words, i) in POWERED and following in TOOL_HEAD
    return chained or _is_tool_head(words, i) or _begins_tool_name(words, i)


def _is_tool_head(words: list[Word], i: int) -> bool:
    if words[i].text not in TOOL_HEAD | {"锉", "刨"} or not i:
        return False
    noun = words[i - 1]
    if noun.tag == "nr":
        return True
    if noun.tag.startswith("n") and noun.term is None and len(noun.text) > 1:
        return i + 1 == len(words) or not (_is_thing(words[i + 1]) or words[i + 1].text in {"了", "一", "出", "掉"})
    return noun.text in PHYSICAL and i >= 2 and words[i - 2].text in POWERED


def _begins_tool_name(words: list[Word], i: int) -> bool:
    """用 + 抄 + 纸 + 帘: a verb and a noun before a tool character, after a word that announces a thing."""
    rest = words[i + 1 : i + 3]
    if len(rest) < 2 or (i and words[i - 1].text not in NAME_BEFORE):
        return False
    noun, head = rest
    return len(head.text) <= 2 and head.text[-1] in TOOL_HEAD and (noun.tag.startswith("n") or noun.term is not None)
