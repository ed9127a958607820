"""What of a record may be shown: everything but secret steps and the lines in which they were told.

Pages, captions, search and the API read specifications and transcripts only through here. Signed-in staff see the same; the
whole record is on their workbench. Footage cannot be cut: where part of it is hidden, only those who work in the craft get it.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from archive.models import Clip, Craft, Cue, Recording, SpecStatus, TechniqueSpec, Transcript
from craftnlp.sentence import sentence
from craftnlp.spec import Quote, Step, StepField, Value
from craftnlp.spec import TechniqueSpec as Spec

OUTDATED = SpecStatus.SUPERSEDED

Span = tuple[int, int]


def hidden_spans(transcript: Transcript) -> tuple[Span, ...]:
    """The places of the transcript where a secret step was told, of any technique read from it. Queries."""
    specs = _with_secrets().filter(transcript=transcript)
    quotes = (quote for row in specs for step in row.spec.steps if step.secret for quote in _told(step))
    return tuple((quote.start, quote.end) for quote in quotes)


def open_cues(transcript: Transcript) -> tuple[Cue, ...]:
    """The lines of a transcript without those that tell a secret step. Queries."""
    hidden = hidden_spans(transcript)
    rows = transcript.cues.order_by("number")
    return tuple(cue for cue in rows if not _touches(cue.offset, cue.offset + len(cue.text), hidden))


def open_spec(row: TechniqueSpec) -> Spec:
    """The specification without secret steps, and without any value or order quoted from where one was told. Queries."""
    spec, hidden = row.spec, hidden_spans(row.transcript)
    shown = spec.keeping(_open_steps(spec, hidden))
    return shown.model_copy(
        update={
            "edges": tuple(edge for edge in shown.edges if all(_is_open(quote, hidden) for quote in edge.quotes())),
            "sections": tuple(section for section in shown.sections if _is_open(section.quote, hidden)),
            "marks": tuple(mark for mark in spec.marks if _is_open(mark.quote, hidden)),
            "candidates": (),  # words still to be decided are the archivist's
        }
    )


def numbered_steps(row: TechniqueSpec) -> tuple[tuple[int, Step], ...]:
    """The open steps in the order of doing, each with its number in the whole specification. Queries."""
    shown = {step.id: step for step in open_spec(row).steps}
    return tuple((number, shown[step.id]) for number, step in enumerate(row.spec.performed(), 1) if step.id in shown)


def open_clips(rows: QuerySet[Clip]) -> QuerySet[Clip]:
    """Those of the clips whose step may be shown today: its words are not hidden by a version in force."""
    doubtful = rows.filter(spec__transcript__in=_with_secrets().values("transcript"))
    hidden = [clip.pk for clip in doubtful.select_related("spec__transcript") if not _clip_is_open(clip)]
    return rows.exclude(pk__in=hidden)


def open_recordings(rows: QuerySet[Recording], *, user: object) -> QuerySet[Recording]:
    """Those of the recordings whose bytes this user may have: where a transcript hides words, the sound would tell them."""
    hiding = _with_secrets().exclude(transcript__recording=None).values("transcript__recording")
    return rows.filter(~Q(pk__in=hiding) | Q(craft__in=Craft.objects.open_to(user)))


def _with_secrets() -> QuerySet[TechniqueSpec]:
    rows = TechniqueSpec.objects.exclude(status=OUTDATED)
    return rows.annotate(text=Cast("content", TextField())).filter(text__contains='"secret": true')


def _clip_is_open(clip: Clip) -> bool:
    step = next((step for step in clip.spec.spec.steps if step.id == clip.step_id), None)
    return step is not None and not step.secret and _is_open(step.clause, hidden_spans(clip.spec.transcript))


def _told(step: Step) -> Iterator[Quote]:
    """Where a step was told. What was carried over from elsewhere is not part of it."""
    yield step.clause
    for _, value in step.values():
        if not value.inferred:
            yield from (value.quote, *value.also)


def _open_steps(spec: Spec, hidden: tuple[Span, ...]) -> Iterator[Step]:
    for step in spec.steps:
        if step.secret or not _is_open(step.clause, hidden) or not _is_open(step.action.quote, hidden):
            continue
        yield _open_step(step, hidden) if hidden else step


def _open_step(step: Step, hidden: tuple[Span, ...]) -> Step:
    fields: dict[str, Any] = {
        name.value: tuple(value for value in step.field(name) if _value_is_open(value, hidden))
        for name in StepField
        if name is not StepField.ACTION
    }
    shown = step.model_copy(update=fields)
    return shown.model_copy(update={"sentence": sentence(shown)})


def _value_is_open(value: Value, hidden: tuple[Span, ...]) -> bool:
    return all(_is_open(quote, hidden) for quote in (value.quote, *value.also))


def _is_open(quote: Quote, hidden: tuple[Span, ...]) -> bool:
    return not _touches(quote.start, quote.end, hidden)


def _touches(start: int, end: int, spans: tuple[Span, ...]) -> bool:
    return any(start < last and first < end for first, last in spans)
