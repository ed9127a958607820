"""Numbers that only the interviewer said. A bare 对 does not make them the master's: they become questions.

「采访者问到『三遍』，师傅只答『对』：是三遍吗？」 A number that the master repeats, or replaces by one of the same kind,
needs no question: it is read from the master's own words.
"""

import re
from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from craftnlp.components.reading import Amount, Reading
from craftnlp.cues import Cue
from craftnlp.spec import Question, StepField

YES = re.compile(
    r"^[\s，。、嗯呃啊哎哦诶]*(?P<yes>对+啊?对?|是的|是啊|是这样|是|没错|不错|差不多|就是|可以|行|好的?|嗯+|哎|系|中|要得|欸|对头)(?=[\s，。、！!,.；啊呀嘛的]|$)"
)
FIELDS = {
    "duration": StepField.DURATION,
    "month": StepField.DURATION,
    "repetition": StepField.REPETITION,
    "pass": StepField.REPETITION,
}


class Turn(NamedTuple):
    """What one person says until the other speaks: its offsets, and who asks."""

    start: int
    end: int
    interviewer: bool


def asked_by_interviewer(reading: Reading) -> dict[str, list[Question]]:
    """The questions for the archivist, by the step that the answer tells, or else the last one told before."""
    turns = _turns(reading)
    starts = [step.action.quote.start for step in reading.steps]
    found: dict[str, list[Question]] = {}
    for question, answer in pairwise(turns):
        yes = YES.match(reading.shadow[answer.start : answer.end])
        if question.interviewer and not answer.interviewer and yes:
            for amount in _unanswered(reading, question, answer):
                if owner := _owner(reading, starts, answer):
                    found.setdefault(owner, []).append(_question(reading, amount, yes["yes"]))
    return found


def _turns(reading: Reading) -> list[Turn]:
    turns: list[Turn] = []
    last: Cue | None = None
    for start, end, cue in reading.cue_spans():
        if last is not None and last.interviewer == cue.interviewer:
            turns[-1] = turns[-1]._replace(end=end)
        else:
            turns.append(Turn(start, end, cue.interviewer))
        last = cue
    return turns


def _unanswered(reading: Reading, question: Turn, answer: Turn) -> list[Amount]:
    """The numbers of a question that the answer neither repeats nor replaces."""
    said = {amount.kind for amount in _within(reading, answer)}
    return [amount for amount in _within(reading, question) if amount.kind not in said]


def _within(reading: Reading, turn: Turn) -> list[Amount]:
    first = bisect_left(reading.amounts, turn.start, key=lambda amount: amount.start)
    last = bisect_left(reading.amounts, turn.end, key=lambda amount: amount.start)
    return reading.amounts[first:last]


def _question(reading: Reading, amount: Amount, yes: str) -> Question:
    said = reading.text[amount.start : amount.end]
    return Question(
        field=FIELDS.get(amount.kind, StepField.QUANTITY),
        measure=amount.measure,
        text=f"采访者问到『{said}』，师傅只答『{yes}』：是{said}吗？",
    )


def _owner(reading: Reading, starts: list[int], answer: Turn) -> str:
    """The first step that the answer tells, or the last one told before it."""
    at = bisect_left(starts, answer.start)
    if at < len(starts) and starts[at] < answer.end:
        return reading.steps[at].id
    return reading.steps[at - 1].id if at else ""
