"""The corrections log: what the reader proposed and what people made of it, one JSON object a line.

A line holds one value that was decided::

    {"format": "1", "transcript_sha256": "…", "craft": "陶艺", "reader": "craftnlp/0.1 …", "address": "s3.tool.0",
     "component": "roles/1", "confidence": 0.83, "verdict": "accept" | "edit" | "strike", "clause": QUOTE,
     "proposed": VALUE, "decided": VALUE | null}

``proposed`` is the value as it was read, ``decided`` what it is now (``null`` when struck), both in the form of a
specification; ``clause`` is where its step was told. The verdict says what became of the value in the end, whatever
happened in between. Who decided is not in the log. Values that nobody decided are not in it either.

The way back is :func:`passages`: what was accepted becomes annotated text, on which a reader can be scored or trained.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from craftnlp.cues import Cue, transcript_text
from craftnlp.decisions import AnyValue, Decision, Verdict, apply
from craftnlp.evaluation.passages import SPAN_FIELDS, AnnotatedStep, Passage, Span, annotated
from craftnlp.spec import Frozen, Quote, Status, StepField, TechniqueSpec, Value, text_sha256

FORMAT: Literal["1"] = "1"


class LoggedValue(Frozen):
    """One line of the log."""

    format: Literal["1"] = FORMAT
    transcript_sha256: str
    craft: str
    reader: str
    address: str
    component: str
    confidence: float
    verdict: Verdict
    clause: Quote
    proposed: AnyValue
    decided: AnyValue | None

    def line(self) -> str:
        """The record as one line of JSON."""
        return self.model_dump_json()


def log(proposed: TechniqueSpec, decisions: Iterable[Decision], *, craft: str) -> tuple[LoggedValue, ...]:
    """The log of the decisions on a proposal. Raises :class:`~craftnlp.decisions.DecisionError` for one that cannot be
    applied.
    """
    return log_of(apply(proposed, decisions), dict(proposed.values()), craft=craft)


def log_of(decided: TechniqueSpec, proposed: Mapping[str, Value], *, craft: str) -> tuple[LoggedValue, ...]:
    """The log of a specification in which people have decided; ``proposed`` gives by address what was read, where it
    differs from what stands there now. The order is that of the specification.
    """
    return tuple(
        _logged(decided, craft, step.clause, address, proposed.get(address, value), value)
        for step in decided.steps
        for address, value in step.values()
        if value.status is not Status.PROPOSED
    )


def passages(logged: Iterable[LoggedValue], transcripts: Mapping[str, Sequence[Cue]]) -> Iterator[Passage]:
    """What was accepted, as annotated passages: one for each transcript that is given, by the hash of its text.

    A step is in it when its action was accepted. What several proposals from one transcript say of one act is taken
    together. Raises ``ValidationError`` where a transcript does not hold what the log quotes.
    """
    by_transcript: dict[str, list[LoggedValue]] = defaultdict(list)
    for one in logged:
        by_transcript[one.transcript_sha256].append(one)
    for sha256, ones in sorted(by_transcript.items()):
        if sha256 in transcripts:
            yield _passage(sha256, ones, transcripts[sha256])


def _logged(
    decided: TechniqueSpec, craft: str, clause: Quote, address: str, before: Value, after: Value
) -> LoggedValue:
    before = _undecided(before)
    verdict = Verdict.ACCEPT if _undecided(after) == before else Verdict.EDIT
    if after.status is Status.STRUCK:
        verdict = Verdict.STRIKE
    return LoggedValue.model_validate(
        {
            "transcript_sha256": decided.transcript_sha256,
            "craft": craft,
            "reader": decided.reader,
            "address": address,
            "component": before.component,
            "confidence": before.confidence,
            "verdict": verdict,
            "clause": clause,
            "proposed": before,
            "decided": None if verdict is Verdict.STRIKE else after,
        }
    )


def _undecided(value: Value) -> Value:
    """The value without what was decided about it."""
    return value.model_copy(update={"status": Status.PROPOSED})


def _passage(sha256: str, ones: list[LoggedValue], cues: Sequence[Cue]) -> Passage:
    text = transcript_text(cues)
    if text_sha256(text) != sha256:
        raise ValueError(f"the transcript given as {sha256} is another one")
    steps: dict[tuple[int, int], AnnotatedStep] = {}
    for step in _steps(ones):
        place = step.action.start, step.action.end
        steps[place] = _together(steps[place], step) if place in steps else step
    return Passage(
        id=sha256,
        text=text,
        craft=ones[0].craft,
        style="spoken",
        interviewer=tuple(_interviewer(cues)),
        steps=tuple(steps[place] for place in sorted(steps)),
    )


def _steps(ones: list[LoggedValue]) -> Iterator[AnnotatedStep]:
    """The accepted steps of each proposal."""
    by_step: dict[tuple[str, str, str], dict[StepField, list[Value]]] = defaultdict(lambda: defaultdict(list))
    for one in ones:
        if one.decided is not None:
            step, name, _ = one.address.split(".")
            by_step[one.craft, one.reader, step][StepField(name)].append(one.decided)
    for fields in by_step.values():
        if actions := fields.get(StepField.ACTION):
            yield annotated(actions[0], fields)


def _together(first: AnnotatedStep, second: AnnotatedStep) -> AnnotatedStep:
    fields = {name: _joined(first.spans(name), second.spans(name)) for name in SPAN_FIELDS}
    return first.model_copy(update=fields)


def _joined(first: tuple[Span, ...], second: tuple[Span, ...]) -> tuple[Span, ...]:
    held = {(span.start, span.end): span for span in (*second, *first)}
    return tuple(held[place] for place in sorted(held))


def _interviewer(cues: Sequence[Cue]) -> Iterator[tuple[int, int]]:
    at = 0
    for cue in cues:
        if cue.interviewer:
            yield at, at + len(cue.text)
        at += len(cue.text) + 1
