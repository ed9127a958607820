"""The transcript as the pages show it: lines cut into segments, each marked with what it is."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.models import Cue
from craftnlp.sentence import kept
from craftnlp.spec import Quote, Step, StepField, Value


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the transcript and the field whose value was read from it. Offsets are code points of the whole text."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a line. ``kinds`` are the CSS classes of its ``<mark>``; empty for plain text."""

    text: str
    kinds: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the transcript. ``passage`` says that the chosen step was told here."""

    number: int
    start: float | None
    end: float | None
    speaker: str
    interviewer: bool
    segments: tuple[Segment, ...]
    passage: bool


def lines(cues: Sequence[Cue], steps: Iterable[Step], chosen: Step | None) -> tuple[Line, ...]:
    """The lines with every accepted value marked: those of the chosen step in full, those of other steps lightly."""
    marks = [mark for step in steps for mark in _marks(step, chosen)]
    return tuple(_line(cue, marks, chosen) for cue in cues)


def second_of(cues: Sequence[Cue], offset: int) -> float | None:
    """When the line began in which this place of the transcript stands. ``None`` where lines have no times."""
    at = bisect_right(cues, offset, key=lambda cue: cue.offset)
    return cues[at - 1].start if at else None


def segments(text: str, offset: int, marks: Iterable[Mark]) -> Iterator[Segment]:
    """Cut a text that stands at ``offset`` wherever a mark begins or ends, so that no two segments overlap."""
    length = len(text)
    near = [Mark(max(m.start - offset, 0), min(m.end - offset, length), m.kind) for m in marks]
    near = [mark for mark in near if mark.start < mark.end]
    cuts = sorted({0, length, *(m.start for m in near), *(m.end for m in near)})
    for start, end in pairwise(cuts):
        kinds = dict.fromkeys(m.kind for m in near if m.start <= start and end <= m.end)
        own = [kind for kind in kinds if kind != "other"] or list(kinds)
        yield Segment(text[start:end], " ".join(own))


def _line(cue: Cue, marks: Iterable[Mark], chosen: Step | None) -> Line:
    end = cue.offset + len(cue.text)
    return Line(
        number=cue.number,
        start=cue.start,
        end=cue.end,
        speaker=cue.speaker,
        interviewer=cue.interviewer,
        segments=tuple(segments(cue.text, cue.offset, marks)),
        passage=chosen is not None and chosen.clause.start < end and cue.offset < chosen.clause.end,
    )


def _marks(step: Step, chosen: Step | None) -> Iterator[Mark]:
    for name in StepField:
        for value in kept(step.field(name)):
            for quote in _quotes(value):
                yield Mark(quote.start, quote.end, name.value if step is chosen else "other")


def _quotes(value: Value) -> Iterator[Quote]:
    yield value.quote
    yield from value.also
