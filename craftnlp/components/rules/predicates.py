"""Predicates: the physical acts that a clause tells. Each one becomes the draft of a step."""

import re
from bisect import bisect_right

from craftnlp.components.reading import Clause, ClauseKind, Draft, Found, Reading, Word
from craftnlp.components.rules.acts import after, are_one, before, is_act
from craftnlp.components.words import (
    ABSTRACT,
    BINDING,
    BOUND_COMPLEMENT,
    COMPLEMENT,
    DIRECTION,
    GENERIC_VERBS,
    NEGATIONS,
    OBJECT_CUES,
    PATH_CUES,
    PROCESS,
    TOOL_CUES,
    word_set,
)
from craftnlp.spec import TermClass

HANDLING = re.compile("把|将|用|拿")
AFTERWARDS = re.compile("(?:之后|以后|后)$")
POSITIVE_WARNING = re.compile("记得|记住|一定要|注意要|千万要")
IMPOSSIBLE = word_set("不 不进 不开 不住 不动 不透 不出 不了")
ANNOUNCED = TOOL_CUES | OBJECT_CUES | PATH_CUES | {"在"}
ASPECT = frozenset("了过着好得")


def predicates(reading: Reading) -> None:
    """Draft one step for each physical act of an act clause."""
    for clause in reading.clauses:
        if _may_act(clause, reading.shadow):
            clause.predicates = [_draft(clause, i) for i in _spots(clause.words)]
    _take_back(reading)
    reading.drafts = [draft for clause in reading.clauses for draft in clause.predicates]


def _may_act(clause: Clause, shadow: str) -> bool:
    """Conditions and warnings make a step only where they tell a new act of their own."""
    text = shadow[clause.start : clause.end]
    match clause.kind:
        case ClauseKind.ACT:
            return True
        case ClauseKind.CONDITION:
            return bool(HANDLING.search(text) and AFTERWARDS.search(text))
        case ClauseKind.CAUTION:
            return bool(POSITIVE_WARNING.search(text))
        case ClauseKind.RESULT:
            return bool(HANDLING.search(text))
        case _:
            return False


def _take_back(reading: Reading) -> None:
    """晾一天，不对，晾两天: the first half is no step where the second repeats its act."""
    starts = [clause.start for clause in reading.clauses]
    for amount in reading.amounts:
        home = reading.clauses[bisect_right(starts, amount.start) - 1] if amount.also else None
        for start, _ in amount.also:
            first = reading.clauses[bisect_right(starts, start) - 1]
            if home is not None and first is not home and _verbs(first, reading) <= _verbs(home, reading):
                first.predicates = []


def _verbs(clause: Clause, reading: Reading) -> set[str]:
    return {reading.shadow[draft.action.start : draft.action.end] for draft in clause.predicates}


def _spots(words: list[Word]) -> list[int]:
    """Where the acts are; a making verb that says nothing specific counts only where there is no better one."""
    spots = [i for i in range(len(words)) if is_act(words, i) and not _is_negated(words, i)]
    spots = [i for i in spots if not _is_modifier(words, i, spots) and not _is_second_half(words, i)]
    spots = [i for i in spots if not (i - 1 in spots and are_one(words, i - 1))]
    if spots:
        return spots
    generic = [i for i, word in enumerate(words) if word.text in GENERIC_VERBS]
    return [i for i in generic if not _is_modifier(words, i, generic)][:1]


def _is_negated(words: list[Word], i: int) -> bool:
    return after(words, i) in IMPOSSIBLE or any(word.text in NEGATIONS for word in words[max(0, i - 2) : i])


def _is_second_half(words: list[Word], i: int) -> bool:
    """刮一刮 is one act."""
    return i >= 2 and before(words, i) in {"一", "了", "一下"} and words[i - 2].text == words[i].text


def _is_modifier(words: list[Word], i: int, spots: list[int]) -> bool:
    """A verb inside …的 + noun belongs to the noun: 装满瓷坯的匣钵, 舂碎和筛选过的泥粉."""
    at = i + 1
    while at < len(words) and (words[at].text in ASPECT | COMPLEMENT or words[at].text in DIRECTION):
        at += 1
    if at >= len(words):
        return False
    if words[at].text in ABSTRACT:
        return True
    if words[at].text == "的":
        return _modifies(words, at)
    if words[at].text in {"和", "、", "或"} and at + 1 in spots:
        return _is_modifier(words, at + 1, spots)
    started = any(word.text in ANNOUNCED for word in words[max(0, i - 3) : i])
    return started and _closes_with_de(words, at, spots)


def _modifies(words: list[Word], at: int) -> bool:
    """V + 的 + noun modifies, except in a list of acts (…的过程); V + 的 at the end only without a handled thing."""
    if at + 1 < len(words):
        return words[at + 1].text not in PROCESS
    return not any(word.text in {"把", "用", "将"} for word in words)


def _closes_with_de(words: list[Word], at: int, spots: list[int]) -> bool:
    for k in range(at, min(at + 4, len(words) - 1)):
        if k in spots:
            return False
        if words[k].text == "的":
            return any(spot > k for spot in spots)
    return False


def _draft(clause: Clause, i: int) -> Draft:
    word = clause.words[i]
    last, end = _extent(clause.words, i)
    entry = word.term if word.term and word.term.term_class is TermClass.ACTION else None
    return Draft(Found(word.start, end, _rule(word), entry=entry), clause, i, last)


def _rule(word: Word) -> str:
    if word.text in GENERIC_VERBS:
        return "action.generic"
    if len(word.text) == 1:
        return "action.single"
    return "action.term" if word.term else "action.verb"


def _extent(words: list[Word], i: int) -> tuple[int, int]:
    """The last word of the act and where the act ends: with its bound complement (取出), without 到, 成, 着."""
    word = words[i]
    following = words[i + 1] if i + 1 < len(words) else None
    if following is None or following.amount is not None or _is_bound(word):
        return i, word.end - _is_bound(word)
    if len(word.text) == 1 and is_act(words, i + 1) and are_one(words, i):
        return i + 1, following.end
    if following.text in DIRECTION:
        return i + 1, following.start + 1
    if following.text in BOUND_COMPLEMENT and not _starts_a_noun(words, i + 1):
        return i + 1 + (after(words, i + 1) in {"来", "去"}), following.end
    return i, word.end


def _is_bound(word: Word) -> bool:
    """放到, 磨成, 晾着: the second half is no part of the act."""
    return len(word.text) == 2 and word.text[1] in BINDING + "着了" and word.text not in GENERIC_VERBS


def _starts_a_noun(words: list[Word], i: int) -> bool:
    """上面, 下方, 平锉刀: the character begins the next noun instead of ending the verb."""
    return words[i].text in {"上", "下", "平", "细", "薄"} and after(words, i)[:1] in {*"面方边头刀锉"}
