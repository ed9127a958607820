"""Clauses: where one thought of a speaker ends and the next begins."""

import re
from collections.abc import Iterator

from craftnlp.components.clause_types import type_clause
from craftnlp.components.reading import Clause, ClauseKind, Reading, Word
from craftnlp.components.words import word_set
from craftnlp.cues import Cue

BREAKS = frozenset("，。！？；：,!?;:…（）()[]【】\n\r\ufffd")
ENDS = frozenset("。！？!?…")
OPENERS = word_set("然后 接着 接下来 随后 紧接着 再就是 最后 之后再 以防 以免 免得 防止 不然 否则 以便 省得 让 使 使得")
CLOSERS = frozenset({"之后", "以后", "时", "时候", "的话", "之时", "后"})
FINISHED = re.compile("[好完](?:了|完了|好了)$")
BRACKETS = re.compile("[（(][^（()）]*[）)]")
ACTS_AGAIN = re.compile("[把将用先再要]|然后|接着|左手|右手|双手")
OWN_WAY = re.compile("(?:但是?|不过)?我们?[是用就先把都]")
LONGEST = 100  # words; a page without punctuation is cut, so that no clause is slow to read
TOLD = (ClauseKind.CHATTER, ClauseKind.DESCRIPTION)


def clauses(reading: Reading) -> None:
    """Cut the words into clauses and say what each one does."""
    reading.clauses = list(_cut(reading))
    aside = {at for found in BRACKETS.finditer(reading.shadow) for at in range(*found.span())}
    for index, clause in enumerate(reading.clauses):
        following = reading.clauses[index + 1].start if index + 1 < len(reading.clauses) else len(reading.shadow)
        clause.kind = _kind(clause, reading, following)
        if clause.kind is ClauseKind.ACT and clause.start in aside:
            clause.kind = ClauseKind.DESCRIPTION
    _spread(reading)


def _kind(clause: Clause, reading: Reading, following: int) -> ClauseKind:
    if clause.interviewer:
        return ClauseKind.QUESTION
    return type_clause(clause, reading.shadow, reading.shadow[clause.end : following])


def _cut(reading: Reading) -> Iterator[Clause]:
    """Clauses cue by cue; a sentence runs on into the next cue of the same speaker."""
    sentence, speaker, fresh = 0, None, True
    words = iter(reading.words)
    word = next(words, None)
    for turn, (_, end, cue) in enumerate(reading.cue_spans()):
        mine: list[Word] = []
        while word is not None and word.start < end:
            mine.append(word)
            word = next(words, None)
        sentence += cue.speaker != speaker
        speaker = cue.speaker
        for piece in _pieces(mine):
            if piece.ends:
                sentence, fresh = sentence + (not fresh), True
            elif piece.words:
                fresh = False
                yield _clause(piece.words, sentence, turn, cue)


class _Piece:
    """Some words of a clause, or the end of a sentence."""

    def __init__(self, words: list[Word], *, ends: bool = False) -> None:
        self.words = words
        self.ends = ends


def _pieces(words: list[Word]) -> Iterator[_Piece]:
    held: list[Word] = []
    for index, word in enumerate(words):
        if _is_break(word):
            yield _Piece(held)
            held = []
            if not ENDS.isdisjoint(word.text) or "\n" in word.text:
                yield _Piece([], ends=True)
            continue
        if _opens(word, held):
            yield _Piece(held)
            held = []
        held.append(word)
        if len(held) == LONGEST or (index + 1 < len(words) and _closes(held, words[index + 1])):
            yield _Piece(held)
            held = []
    yield _Piece(held)


def _is_break(word: Word) -> bool:
    return word.amount is None and not BREAKS.isdisjoint(word.text)


def _opens(word: Word, held: list[Word]) -> bool:
    """A connective begins a new clause once the present one has a verb: 揉完然后 | 拍."""
    if word.text not in OPENERS or not any(each.tag.startswith("v") for each in held):
        return False
    return held[-1].text not in {"的", "在", "到", "以"}


def _closes(held: list[Word], following: Word) -> bool:
    """A condition may stand before its act without a comma: 干了以后 | 就涂; 煮好了 | 拿到河里."""
    if _is_break(following):
        return False
    if held[-1].text in {"了", "完了", "好了"} and len(held) <= 3:
        return FINISHED.search("".join(word.text for word in held)) is not None
    if held[-1].text not in CLOSERS or following.text in {"的", "面"} or len(held) < 2:
        return False
    return not (held[-1].text == "后" and held[-2].text in {"最", "前", "先"})


def _clause(words: list[Word], sentence: int, turn: int, cue: Cue) -> Clause:
    said = [word for word in words if word.text.strip()] or words
    kept = [word for word in words if said[0].start <= word.start <= said[-1].start]
    return Clause(kept[0].start, kept[-1].end, kept, sentence, turn, interviewer=cue.interviewer)


def _spread(reading: Reading) -> None:
    """A memory or a description that opens a sentence usually fills it, until the telling turns to an act again."""
    kind, sentence = ClauseKind.ACT, -1
    for clause in reading.clauses:
        if clause.sentence != sentence or clause.kind is ClauseKind.CHATTER:
            sentence = clause.sentence
            kind = clause.kind if clause.kind in TOLD else ClauseKind.ACT
        elif clause.kind is ClauseKind.ACT:
            text = reading.shadow[clause.start : clause.end]
            again = OWN_WAY.match(text) or (kind is ClauseKind.DESCRIPTION and ACTS_AGAIN.search(text))
            kind = ClauseKind.ACT if again else kind
            clause.kind = kind
