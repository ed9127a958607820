"""Predicates: the physical acts among the verbs of a clause. Each one becomes the draft of a step."""

import re

from craftnlp.components.reading import Clause, ClauseKind, Draft, Found, Reading, Word
from craftnlp.components.words import (
    BOUND_COMPLEMENT,
    COMPLEMENT,
    DIRECTION,
    FUNCTION_VERBS,
    GENERIC_VERBS,
    OBJECT_CUES,
    PATH_CUES,
    PHYSICAL,
    TOOL_CUES,
)
from craftnlp.spec import TermClass

NEGATIONS = frozenset(
    "不 没 没有 不用 不要 别 不能 未 不再 无 无需 不必 不会 不可 没法 不好 免 甭 难 容易 易 很难 好难".split()
)
TOOL_HEAD = "刀针锤钻刷尺帘架机盘槽夹剪笔槌凿锯梭棒杆石板子"
NEVER_SINGLE = frozenset("点端量缝包托架盘锁卷夹盖罩印接补封顶调打分系张加收展改构检养扩退挤投悬")
OWN_ACT = re.compile("把|将|用|拿")
BINDING = "成为到在至作"
POSITIVE_WARNING = re.compile("记得|记住|一定要|注意要|千万要")


def predicates(reading: Reading) -> None:
    """Draft one step for each physical act of an act clause."""
    for clause in reading.clauses:
        if _may_act(clause, reading.shadow):
            clause.predicates = _drafts(clause, reading)
    for clause in reading.clauses:
        if clause.predicates and _is_taken_back(clause, reading):
            clause.predicates = []
    reading.drafts = [draft for clause in reading.clauses for draft in clause.predicates]


def _is_taken_back(clause: Clause, reading: Reading) -> bool:
    """晾一天，不对，晾两天: the first half is no step where the second repeats its act."""
    verbs = {draft.action.start: reading.shadow[draft.action.start : draft.action.end] for draft in clause.predicates}
    for amount in reading.amounts:
        if any(clause.start <= start < clause.end for start, _ in amount.also):
            home = next(other for other in reading.clauses if other.start <= amount.start < other.end)
            again = {reading.shadow[draft.action.start : draft.action.end] for draft in home.predicates}
            return home is not clause and set(verbs.values()) <= again
    return False


def _may_act(clause: Clause, shadow: str) -> bool:
    text = shadow[clause.start : clause.end]
    if clause.kind is ClauseKind.CONDITION:
        return bool(OWN_ACT.search(text)) and bool(re.search("(?:之后|以后|后)$", text))
    if clause.kind is ClauseKind.CAUTION:
        return bool(POSITIVE_WARNING.search(text))
    return clause.kind in (ClauseKind.ACT, ClauseKind.RESULT) and not (
        clause.kind is ClauseKind.RESULT and not re.search("[把将用]", text)
    )


def _drafts(clause: Clause, reading: Reading) -> list[Draft]:
    words = clause.words
    spots = [i for i in range(len(words)) if _is_act(words, i) and not _is_negated(words, i)]
    spots = [i for i in spots if not _is_modifier(words, i, spots) and not _is_second_half(words, i)]
    spots = [i for i in spots if not (i - 1 in spots and _are_one(words, i - 1))]
    if not spots:
        spots = [i for i, word in enumerate(words) if word.text in GENERIC_VERBS and word.text != "做"]
        spots = [i for i in spots if not _is_modifier(words, i, spots)][:1]
    return [_draft(clause, i) for i in spots]


def _is_act(words: list[Word], i: int) -> bool:
    word = words[i]
    if word.amount is not None:
        return False
    if word.term is not None and len(word.text) > 1:
        return word.term.term_class is TermClass.ACTION and not _names_a_tool(words, i)
    if _in_compound_noun(words, i):
        return False
    if len(word.text) == 1:
        return _single_acts(words, i)
    return word.text not in FUNCTION_VERBS | PATH_CUES and _long_acts(word)


def _long_acts(word: Word) -> bool:
    text = word.text
    if text[0] in PHYSICAL and (set(text[1:]) <= COMPLEMENT or text[1:] in DIRECTION):
        return not word.tag.startswith("a")
    if len(text) == 4:
        return sum(char in PHYSICAL for char in text) >= 2 and not re.search("[风雨日]", text)
    if len(text) == 2 and text[1] in BINDING and (text[0] in PHYSICAL or text[0] == "塑"):
        return True
    return word.tag.startswith("v") and (text[0] in PHYSICAL or (len(text) == 2 and text[-1] in PHYSICAL))


def _single_acts(words: list[Word], i: int) -> bool:
    text = words[i].text
    before = words[i - 1].text if i else ""
    after = words[i + 1] if i + 1 < len(words) else None
    if text == "走":
        return any(word.text in PATH_CUES for word in words[:i])
    if text == "立":
        return bool(after and after.text in {"直", "起", "住", "稳"})
    if text not in PHYSICAL or before in {"的", "之", "一"} or _is_article(words[i - 1] if i else None):
        return False
    if text in NEVER_SINGLE:
        if after is None:
            return i > 0 and words[i - 1].tag.startswith(("d", "f"))
        return after.text[0] in BOUND_COMPLEMENT or after.text in {"一", "了", "在", "到", "成"} or _is_object(after)
    return not (before in TOOL_CUES | OBJECT_CUES and before not in {"拿", "对"})


def _is_article(word: Word | None) -> bool:
    return (
        word is not None
        and word.amount is None
        and bool(re.fullmatch("[一这那每][^刀手口气下针笔次回边]", word.text))
        and word.tag in {"m", "mq", "r"}
    )


def _is_object(word: Word) -> bool:
    return word.amount is not None or word.tag.startswith("n") or (word.term is not None)


def _in_compound_noun(words: list[Word], i: int) -> bool:
    """A piece of a tool's name is no verb: 手捻钻, 抄纸帘."""
    before = words[i - 1].text if i else ""
    if _is_tool_head(words, i):
        return True
    if len(words[i].text) > 1 or not (before in TOOL_CUES | OBJECT_CUES | {"的", "着", "起", "手"} or not i):
        return False
    rest = words[i + 1 : i + 3]
    return (
        any(word.text[-1] in TOOL_HEAD and len(word.text) <= 2 for word in rest[-1:])
        and all(word.tag.startswith("n") or len(word.text) == 1 for word in rest)
        and len(rest) == 2
        and rest[0].text not in BOUND_COMPLEMENT
        and rest[0].text not in {"了", "着", "一", "在", "到"}
    )


def _names_a_tool(words: list[Word], i: int) -> bool:
    """抄纸 + 帘: an act before a tool character is part of the tool's name."""
    after = words[i + 1] if i + 1 < len(words) else None
    return after is not None and after.text in frozenset("帘刀针锤钻刷尺架机盘槽夹剪笔凿")


def _is_tool_head(words: list[Word], i: int) -> bool:
    """梅花 + 钻, 手 + 捻 + 钻: a noun or a verb just before a tool character makes a name of it."""
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    if words[i].text in "钻锉刷刨锯锤凿" and before is not None:
        if before.tag.startswith("n") and before.term is None and len(before.text) > 1:
            return before.tag == "nr" or not (after and (_is_object(after) or after.text in {"了", "一", "出", "掉"}))
        return before.text in PHYSICAL and i >= 2 and words[i - 2].text in {"手", "电", "脚"}
    chained = words[i].text in PHYSICAL and before is not None and before.text in {"手", "电", "脚"}
    return bool(chained and after and after.text in TOOL_HEAD)


def _are_one(words: list[Word], i: int) -> bool:
    """Two single verbs side by side are one act: 涂铺, 揉捏."""
    first, second = words[i], words[i + 1]
    return (
        len(first.text) == 1
        and second.text[-1] not in COMPLEMENT
        and first.end == second.start
        and len(second.text) <= 2
    )


def _is_negated(words: list[Word], i: int) -> bool:
    if i + 1 < len(words) and words[i + 1].text in {"不", "不进", "不开", "不住", "不动", "不透", "不出", "不了"}:
        return True
    return any(word.text in NEGATIONS for word in words[max(0, i - 2) : i])


def _is_second_half(words: list[Word], i: int) -> bool:
    """刮一刮 is one act."""
    return i >= 2 and words[i - 1].text in {"一", "了", "一下"} and words[i - 2].text == words[i].text


def _is_modifier(words: list[Word], i: int, spots: list[int]) -> bool:
    """A verb inside …的 + noun belongs to the noun: 装满瓷坯的匣钵, 舂碎和筛选过的泥粉."""
    after = i + 1
    while after < len(words) and (
        words[after].text in {"了", "过", "着", "好", "得"}
        or words[after].text in COMPLEMENT
        or words[after].text in DIRECTION
    ):
        after += 1
    if after >= len(words):
        return False
    if words[after].text == "的":
        return after + 1 < len(words) or not any(word.text in {"把", "用", "将"} for word in words)
    if words[after].text in {"和", "、", "或"} and after + 1 in spots:
        return _is_modifier(words, after + 1, spots)
    started = any(word.text in TOOL_CUES | OBJECT_CUES | PATH_CUES | {"在"} for word in words[max(0, i - 3) : i])
    return started and _closes_with_de(words, after, spots)


def _closes_with_de(words: list[Word], at: int, spots: list[int]) -> bool:
    for k in range(at, min(at + 4, len(words) - 1)):
        if k in spots:
            return False
        if words[k].text == "的":
            return any(spot > k for spot in spots)
    return False


def _draft(clause: Clause, i: int) -> Draft:
    words, last = clause.words, i
    end = words[i].end
    following = words[i + 1] if i + 1 < len(words) else None
    if (
        following is not None
        and i + 1 < len(words)
        and _is_act(words, i + 1)
        and len(words[i].text) == 1
        and _are_one(words, i)
    ):
        last, end = i + 1, following.end
    elif len(words[i].text) == 2 and words[i].text[1] in BINDING + "着了":
        end -= 1
    elif following is not None and following.amount is None and following.start == end:
        if following.text in DIRECTION:
            last, end = i + 1, following.start + 1
        elif following.text in BOUND_COMPLEMENT and not _starts_a_noun(words, i + 1):
            last, end = i + 1, following.end
            if last + 1 < len(words) and words[last + 1].text in {"来", "去"}:
                last += 1
    word = words[i]
    rule = (
        "action.term" if word.term and len(word.text) > 1 else "action.single" if len(word.text) == 1 else "action.verb"
    )
    if word.text in GENERIC_VERBS:
        rule = "action.generic"
    return Draft(Found(word.start, end, rule, entry=_action_entry(word)), clause, i, last)


def _starts_a_noun(words: list[Word], i: int) -> bool:
    """上面, 下方, 平锉刀: the character begins the next noun instead of ending the verb."""
    return (
        i + 1 < len(words)
        and words[i].text in {"上", "下", "平", "细", "薄", "回"}
        and words[i + 1].text[0] in "面方边头刀锉"
    )


def _action_entry(word: Word):  # type: ignore[no-untyped-def]
    return word.term if word.term and word.term.term_class is TermClass.ACTION else None
