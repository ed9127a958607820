"""Specifications of texts in which the test itself says what the acts are, so that only what follows is tested.

``把[material:泥片][切开]，再[压平]`` has two acts. A field goes to the next act of its clause, else to the one before; so
does a quantity, the other way round.
"""

import re
from functools import cache

from craftnlp import Cue, StepField, TechniqueSpec, transcript_text
from craftnlp.components.assembly import assembly
from craftnlp.components.attachment import FIELD_OF_KIND
from craftnlp.components.clauses import clauses
from craftnlp.components.frames import frames
from craftnlp.components.order.sections import sections
from craftnlp.components.order.sequence import sequence
from craftnlp.components.quantities.quantity import quantity
from craftnlp.components.reading import Clause, Draft, Found, Reading
from craftnlp.components.speech.disfluency import disfluency
from craftnlp.components.terms import terms
from craftnlp.components.tokenizer import tokenizer
from craftnlp.lexicon import load
from craftnlp.lexicon.folding import fold
from craftnlp.spec import text_sha256

MARK = re.compile(r"\[(?:(?P<field>[a-z]+):)?(?P<words>[^\]]+)\]")
Marked = tuple[StepField, int, int]


def heard(*cues: Cue) -> Reading:
    """A reading with its words and clauses."""
    text = transcript_text(cues)
    reading = Reading(cues=cues, lexicon=load(), text=text, shadow=fold(text))
    for component in (quantity, terms, disfluency, tokenizer, clauses):
        component(reading)
    return reading


@cache
def marked(*turns: str) -> TechniqueSpec:
    """The specification of some turns; those that begin with 问： are the interviewer's."""
    cues, spans = [], list[Marked]()
    at = 0
    for turn in turns:
        plain, found = _unmarked(turn.removeprefix("问："), at)
        asks = turn.startswith("问：")
        cues.append(Cue(speaker="问" if asks else "师傅", interviewer=asks, text=plain))
        spans += found
        at += len(plain) + 1
    reading = heard(*cues)
    _draft(reading, spans)
    _attach(reading, spans)
    for component in (sequence, assembly, frames):
        component(reading)
    spec = TechniqueSpec(
        transcript_sha256=text_sha256(reading.text),
        reader="test",
        steps=tuple(reading.steps),
        edges=tuple(reading.edges),
        marks=tuple(reading.marks),
        candidates=tuple(reading.candidates),
        sections=sections(reading),
    )
    spec.check_quotes(reading.text)
    return spec


def _unmarked(turn: str, offset: int) -> tuple[str, list[Marked]]:
    plain, spans, at = "", list[Marked](), 0
    for found in MARK.finditer(turn):
        plain += turn[at : found.start()]
        start = offset + len(plain)
        plain += found["words"]
        spans.append((StepField(found["field"] or "action"), start, offset + len(plain)))
        at = found.end()
    return plain + turn[at:], spans


def _draft(reading: Reading, spans: list[Marked]) -> None:
    for name, start, end in spans:
        if name is StepField.ACTION:
            clause = _home(reading, start)
            inside = [place for place, word in enumerate(clause.words) if word.start < end and start < word.end]
            clause.predicates.append(Draft(Found(start, end, "action.test"), clause, inside[0], inside[-1]))
    reading.drafts = [draft for clause in reading.clauses for draft in clause.predicates]


def _attach(reading: Reading, spans: list[Marked]) -> None:
    for name, start, end in spans:
        if name is not StepField.ACTION:
            entry = next(iter(reading.lexicon.get(reading.shadow[start:end])), None)
            owner = _owner(reading, start, backwards=False)
            owner.add(name, Found(start, end, f"{name}.test", entry=entry))
    for amount in reading.amounts:
        if reading.drafts and not _home(reading, amount.start).interviewer:
            name = FIELD_OF_KIND.get(amount.kind, StepField.QUANTITY)
            owner = _owner(reading, amount.start, backwards=True)
            owner.add(name, Found(amount.start, amount.end, "quantity.grammar", amount=amount))


def _home(reading: Reading, at: int) -> Clause:
    return [clause for clause in reading.clauses if clause.start <= at][-1]


def _owner(reading: Reading, at: int, *, backwards: bool) -> Draft:
    near = _home(reading, at).predicates
    before = [draft for draft in near if draft.action.start < at]
    after = [draft for draft in near if draft.action.start >= at]
    told = [draft for draft in reading.drafts if draft.action.start < at]
    later = [draft for draft in reading.drafts if draft.action.start >= at]
    first, second = (before[-1:], after[:1]) if backwards else (after[:1], before[-1:])
    far = (told[-1:], later[:1]) if backwards else (later[:1], told[-1:])
    return next(iter((*first, *second, *far[0], *far[1])))
