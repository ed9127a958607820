"""Clauses: where one thought of a speaker ends and the next begins."""

import re
from collections.abc import Iterator

from craftnlp.components.clause_types import type_clause
from craftnlp.components.reading import Clause, ClauseKind, Reading, Word

BREAKS = frozenset("，。！？；：,!?;:…（）()[]【】\n\r\ufffd")
ENDS = frozenset("。！？!?…")
OPENERS = frozenset("然后 接着 接下来 随后 紧接着 再就是 最后 之后再 以防 以免 免得 防止 不然 否则 以便 省得".split())
ACTS_AGAIN = re.compile("[把将用先再要]|然后|接着|左手|右手|双手")
VAGUE = frozenset({"", "degree"})
CLOSERS = frozenset("之后 以后 时 时候 的话 之时 后".split())


def clauses(reading: Reading) -> None:
    """Cut the words into clauses and say what each one does."""
    turns = list(reading.cue_spans())
    reading.clauses = [clause for clause in _cut(reading.words, turns) if clause.words]
    brackets = [found.span() for found in re.finditer("[（(][^（()）]*[）)]", reading.shadow)]
    for clause, following in zip(reading.clauses, [*reading.clauses[1:], None], strict=True):
        tail = reading.shadow[clause.end : following.start if following else len(reading.shadow)]
        clause.kind = ClauseKind.QUESTION if clause.interviewer else type_clause(clause, reading.shadow, tail)
        if clause.kind is ClauseKind.ACT and any(start < clause.start < end for start, end in brackets):
            clause.kind = ClauseKind.DESCRIPTION
    _spread(reading.clauses, reading.shadow)


def _spread(found: list[Clause], shadow: str) -> None:
    """A memory or a description that opens a sentence usually fills it, until the telling turns to an act again."""
    kind, sentence = ClauseKind.ACT, -1
    for clause in found:
        text = shadow[clause.start : clause.end]
        if clause.sentence != sentence:
            kind, sentence = ClauseKind.ACT, clause.sentence
            opens = clause.kind in (ClauseKind.CHATTER, ClauseKind.DESCRIPTION) and clause.marker not in VAGUE
            kind = clause.kind if opens else ClauseKind.ACT
        elif clause.kind is ClauseKind.CHATTER:
            kind = ClauseKind.CHATTER
        elif clause.kind is ClauseKind.ACT and kind is not ClauseKind.ACT:
            if kind is ClauseKind.DESCRIPTION and ACTS_AGAIN.search(text):
                kind = ClauseKind.ACT
            clause.kind = kind


def _cut(words: list[Word], turns: list[tuple[int, int, object]]) -> Iterator[Clause]:
    turn, sentence = 0, 0
    speaker: object = None
    held: list[Word] = []
    for index, word in enumerate(words):
        while turn + 1 < len(turns) and word.start >= turns[turn + 1][0]:
            turn += 1
        cue = turns[turn][2]
        if getattr(cue, "speaker", None) != speaker:
            speaker, sentence = getattr(cue, "speaker", None), sentence + 1
        following = words[index + 1] if index + 1 < len(words) else None
        if _is_break(word):
            yield _clause(held, sentence, turn, cue)
            held = []
            sentence += bool(set(word.text) & ENDS) or ("\n" in word.text and word.end <= turns[turn][1])
            continue
        if _opens(word, held) and words[index - 1].text not in {"的", "在", "到", "以"}:
            yield _clause(held, sentence, turn, cue)
            held = []
        held.append(word)
        if following and _closes(word, following, held):
            yield _clause(held, sentence, turn, cue)
            held = []
    if held:
        yield _clause(held, sentence, turn, turns[turn][2])


def _opens(word: Word, held: list[Word]) -> bool:
    """A connective begins a new clause once the present one has a verb: 揉完然后 | 拍."""
    return word.text in OPENERS and any(each.tag.startswith("v") for each in held)


def _is_break(word: Word) -> bool:
    return bool(set(word.text) & BREAKS) and word.amount is None


def _closes(word: Word, following: Word, held: list[Word]) -> bool:
    """A condition may stand before its act without a comma: 干了以后 | 就涂."""
    if word.text in {"了", "完了", "好了"} and len(held) <= 3 and following.text not in {"，", "。"}:
        return bool(re.search("[好完]了$", "".join(each.text for each in held)))
    if word.text not in CLOSERS or following.text in {"的", "面", "，"} or len(held) < 2:
        return False
    return not (word.text == "后" and held[-2].text in {"最", "前", "先"})


def _clause(words: list[Word], sentence: int, turn: int, cue: object) -> Clause:
    while words and re.fullmatch(r"\s+", words[0].text):
        words = words[1:]
    while words and re.fullmatch(r"\s+", words[-1].text):
        words = words[:-1]
    start, end = (words[0].start, words[-1].end) if words else (0, 0)
    return Clause(start, end, words, sentence, turn, interviewer=bool(getattr(cue, "interviewer", False)))
