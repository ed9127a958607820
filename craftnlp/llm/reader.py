"""Reading with the rules and a model: the rules first, then the model's quotes, checked one by one."""

import time
from collections.abc import Sequence
from typing import ClassVar

from craftnlp import pipeline
from craftnlp.components.reading import Reading
from craftnlp.cues import Cue
from craftnlp.lexicon import Lexicon, load
from craftnlp.llm.asking import answer, lines_of, portions, question
from craftnlp.llm.checking import Checker
from craftnlp.llm.endpoint import Endpoint, NoAnswerError, Note
from craftnlp.llm.joining import join
from craftnlp.llm.report import Report
from craftnlp.spec import Frozen, TechniqueSpec


class Consultation(Frozen):
    """What was read, and what became of the model's part in it."""

    spec: TechniqueSpec
    report: Report


class Reader:
    """Reads like :func:`craftnlp.read`, and asks a model as well.

    It sends the master's words to the endpoint: whoever calls it must have asked for the bearer's consent first.
    ``seconds`` bounds all requests for one transcript together. Whatever the endpoint does, the rules' reading comes
    back; the report says what went wrong.
    """

    sends_data_out: ClassVar[bool] = True

    def __init__(self, endpoint: Endpoint, *, seconds: float = 120.0) -> None:
        self.endpoint = endpoint
        self.seconds = seconds

    def read(self, cues: Sequence[Cue], *, lexicon: Lexicon | None = None) -> TechniqueSpec:
        """Propose a specification. Raises :class:`~craftnlp.cues.CueError` where there is no Chinese to read."""
        return self.consult(cues, lexicon=lexicon).spec

    def consult(self, cues: Sequence[Cue], *, lexicon: Lexicon | None = None) -> Consultation:
        """The same with its report."""
        lexicon = lexicon or load()
        spec = pipeline.read(cues, lexicon=lexicon)
        reading = _by_the_rules(cues, lexicon)
        lines = lines_of(cues)
        checker = Checker(reading, spec, lines)
        requests, answers, notes = 0, 0, []
        deadline = time.monotonic() + self.seconds
        for portion in portions(lines):
            requests += 1
            body = question(self.endpoint.model, reading.text, portion)
            try:
                told = answer(self.endpoint.post(body, seconds=deadline - time.monotonic()))
            except NoAnswerError as error:
                notes.append(_given_up(error.note, portion[0].number, lines[-1].number))
                break
            answers += 1
            for step in told.steps:
                checker.check(step)
        report = Report(
            model=self.endpoint.model,
            requests=requests,
            answers=answers,
            added=checker.added,
            known=checker.known,
            rejected=tuple(checker.rejected),
            notes=tuple(notes),
        )
        if answers:
            spec = join(spec, reading, checker.drafts, model=self.endpoint.model)
        return Consultation(spec=spec, report=report)


def _by_the_rules(cues: Sequence[Cue], lexicon: Lexicon) -> Reading:
    """What the rules know of the text beside their specification: its amounts and terms."""
    reading = pipeline.begin(cues, lexicon)
    for component in pipeline.PIPELINE:
        component(reading)
    return reading


def _given_up(why: Note, first: int, last: int) -> Note:
    return Note(
        f"{why.chinese}。第 {first} 到 {last} 行只按规则读。",
        f"{why.english}. Lines {first} to {last} were read by the rules alone.",
    )
