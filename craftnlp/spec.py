"""The specification of a technique: the language everyone in the house speaks.

A :class:`TechniqueSpec` says what a master said, step by step. Every filled value carries the :class:`Quote`
it was read from, the component that read it, a confidence and a status. Nothing here can hold a value without a
quote. Offsets are Unicode code points of the transcript text as it was entered, end exclusive.
"""

import hashlib
from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import StrEnum
from graphlib import CycleError, TopologicalSorter
from heapq import heappop, heappush
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

SCHEMA_VERSION: Literal["1"] = "1"

Confidence = Annotated[float, Field(ge=0.0, le=1.0)]


def _is_empty(value: object) -> bool:
    """What was added to the schema later is written only where it says something: old content keeps its hash."""
    return not value


class Frozen(BaseModel):
    """Base of all specification types: immutable, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class QuoteMismatchError(ValueError):
    """A quote is not the text that stands at its offsets in the transcript."""


class Status(StrEnum):
    """What a person has decided about a value."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    EDITED = "edited"
    STRUCK = "struck"


class Quote(Frozen):
    """A span of the transcript: ``transcript[start:end] == text``, in code points."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str = Field(min_length=1)

    @model_validator(mode="after")
    def _length_matches(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"quote {self.text!r} is {len(self.text)} long, its offsets say {self.end - self.start}")
        return self


class Value(Frozen):
    """What every value of a step has in common.

    ``also`` keeps further quotes that belong to the value (the first half of a self-repair, say). ``component`` is
    the part of ``craftnlp.PIPELINE`` that read it, with its rule and version: ``quantity:quantity.grammar/1``. ``inferred`` marks
    a value carried over from another clause; it is shown to the archivist and never exported as said.
    """

    quote: Quote
    also: tuple[Quote, ...] = ()
    confidence: Confidence
    component: str
    status: Status = Status.PROPOSED
    inferred: bool = False

    @property
    def said(self) -> str:
        """The words of the master."""
        return self.quote.text


class TermClass(StrEnum):
    """The classes of craft terms."""

    ACTION = "action"
    TOOL = "tool"
    MATERIAL = "material"
    TECHNIQUE = "technique"
    PART = "part"
    PLACE = "place"
    DEFECT = "defect"


class Term(Value):
    """A craft word: an action, a tool, a material, a place.

    ``text`` is the preferred form (equal to the quote when nothing is known better), ``concept`` the lexicon entry it
    was linked to. A term without a concept is a candidate for the archivist, never silently mapped.
    """

    text: str = Field(min_length=1)
    term_class: TermClass
    concept: str | None = None


class HandSide(StrEnum):
    """Which hand, or which part of it. ``HAND`` is a hand of which the side was not said."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    FINGERS = "fingers"
    THUMB = "thumb"
    HAND = "hand"


class Hand(Value):
    """The hand that acts."""

    side: HandSide


class Phrase(Value):
    """Words taken as they stand: manner, path, condition, caution, result."""

    text: str = Field(min_length=1)


class Measure(StrEnum):
    """What a quantity measures. ``OTHER`` where the words do not say."""

    ANGLE = "angle"
    SPEED = "speed"
    SPACING = "spacing"
    THICKNESS = "thickness"
    WIDTH = "width"
    DEPTH = "depth"
    LENGTH = "length"
    DIAMETER = "diameter"
    AREA = "area"
    TEMPERATURE = "temperature"
    MASS = "mass"
    VOLUME = "volume"
    PROPORTION = "proportion"
    SIZE_CLASS = "size_class"
    GRIT = "grit"
    LAYERS = "layers"
    COUNT = "count"
    SPLIT = "split"
    DURATION = "duration"
    REPETITION = "repetition"
    OTHER = "other"


class Quantity(Value):
    """A number the master said.

    ``value`` is the number in digits exactly as far as it was said: ``3``, ``0.5``, ``2-3``, ``10+``, ``1/64``,
    ``36*24`` or ``几``. ``low`` and ``high`` bound it where it is numeric. ``unit`` is the unit as said, empty when
    none was said. The canonical figures stand beside it and name their ``assumption`` where one was needed
    (traditional units); they are ``None`` where no conversion is honest (一炷香).
    """

    value: str = Field(min_length=1)
    low: Decimal | None = None
    high: Decimal | None = None
    approximate: bool = False
    unit: str = ""
    measure: Measure = Measure.OTHER
    canonical_low: Decimal | None = None
    canonical_high: Decimal | None = None
    canonical_unit: str = ""
    assumption: str = ""


class StepField(StrEnum):
    """The fields of a step that hold values, in the order in which they are shown."""

    ACTION = "action"
    TOOL = "tool"
    MATERIAL = "material"
    HAND = "hand"
    PATH = "path"
    PLACE = "place"
    MANNER = "manner"
    QUANTITY = "quantity"
    DURATION = "duration"
    REPETITION = "repetition"
    CONDITION = "condition"
    CAUTION = "caution"
    RESULT = "result"


class Question(Frozen):
    """Something a maker needs and the master did not say. ``text`` is plain Chinese, for the archivist to ask."""

    field: StepField
    measure: Measure | None = None
    text: str = Field(min_length=1)


class Step(Frozen):
    """One action of the process. ``sentence`` is the standard sentence, built from filled values only."""

    id: str = Field(pattern=r"^s[0-9]+$")
    clause: Quote
    action: Term
    tool: tuple[Term, ...] = ()
    material: tuple[Term, ...] = ()
    hand: tuple[Hand, ...] = ()
    path: tuple[Phrase, ...] = ()
    place: tuple[Term, ...] = ()
    manner: tuple[Phrase, ...] = ()
    quantity: tuple[Quantity, ...] = ()
    duration: tuple[Quantity, ...] = ()
    repetition: tuple[Quantity, ...] = ()
    condition: tuple[Phrase, ...] = ()
    caution: tuple[Phrase, ...] = ()
    result: tuple[Phrase, ...] = ()
    sentence: str = ""
    questions: tuple[Question, ...] = ()
    secret: bool = False

    def field(self, name: StepField) -> tuple[Value, ...]:
        """The values of one field, in spoken order; the action as a tuple of one."""
        found = getattr(self, name.value)
        return (found,) if name is StepField.ACTION else found

    def values(self) -> Iterator[tuple[str, Value]]:
        """Every value with its address (``s3.tool.0``), which is stable within this specification."""
        for name in StepField:
            for index, value in enumerate(self.field(name)):
                yield f"{self.id}.{name.value}.{index}", value


class Relation(StrEnum):
    """How two steps stand to each other in time."""

    BEFORE = "before"
    PARALLEL = "parallel"
    REPEAT = "repeat"
    ALTERNATIVE = "alternative"


class Edge(Frozen):
    """An order between two steps. Without a ``marker`` the order is only that of the telling.

    ``parallel`` and ``alternative`` lead from a step to one told after it that stands beside it: what comes before the
    source comes before the target too. ``repeat`` leads from the last step of a loop back to its first, ``count`` are
    the words that say how often. Only ``repeat`` edges may close a cycle.
    """

    source: str
    target: str
    relation: Relation = Relation.BEFORE
    marker: Quote | None = None
    count: Quote | None = Field(default=None, exclude_if=_is_empty)

    def quotes(self) -> Iterator[Quote]:
        """The words that say the order."""
        yield from (quote for quote in (self.marker, self.count) if quote)


class Section(Frozen):
    """One technique of an interview that tells several: the words that open it, the name said, its first step."""

    quote: Quote
    name: Quote | None = None
    first: str


class MarkKind(StrEnum):
    """What a span of the transcript is, besides being a value."""

    FILLER = "filler"
    REPEAT = "repeat"
    REPAIR = "repair"


class Mark(Frozen):
    """A disfluency: marked, never deleted."""

    quote: Quote
    kind: MarkKind


class Candidate(Frozen):
    """A term the lexicon does not know, kept for the archivist."""

    quote: Quote
    term_class: TermClass


class TechniqueSpec(Frozen):
    """Everything read from one transcript.

    ``transcript_sha256`` is the hash of the transcript text in UTF-8; :meth:`check_quotes` proves each quote against
    that text.
    """

    schema_version: Literal["1"] = SCHEMA_VERSION
    transcript_sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    reader: str
    steps: tuple[Step, ...] = ()
    edges: tuple[Edge, ...] = ()
    marks: tuple[Mark, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    sections: tuple[Section, ...] = Field(default=(), exclude_if=_is_empty)

    @model_validator(mode="after")
    def _edges_join_known_steps(self) -> Self:
        known = {step.id for step in self.steps}
        if len(known) != len(self.steps):
            raise ValueError("two steps have the same id")
        for edge in self.edges:
            if edge.source not in known or edge.target not in known:
                raise ValueError(f"edge {edge.source} → {edge.target} names a step that does not exist")
        for section in self.sections:
            if section.first not in known:
                raise ValueError(f"section {section.quote.text!r} begins with a step that does not exist")
        return self

    def step(self, step_id: str) -> Step:
        """The step with this id. Raises ``KeyError``."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)

    def performed(self) -> tuple[Step, ...]:
        """The steps in the order in which they are done; where no word says otherwise, as told. Loops are walked once.

        An archived specification may hold a circle; then the order is that of the telling.
        """
        place = {step.id: at for at, step in enumerate(self.steps)}
        waiting: TopologicalSorter[int] = TopologicalSorter(dict.fromkeys(place.values(), ()))
        for edge in filter(is_order, self.edges):
            waiting.add(place[edge.target], place[edge.source])
        try:
            waiting.prepare()
        except CycleError:
            return self.steps
        order, ready = [], list[int]()
        while waiting.is_active():
            for at in waiting.get_ready():
                heappush(ready, at)
            order.append(heappop(ready))
            waiting.done(order[-1])
        return tuple(self.steps[at] for at in order)

    def keeping(self, steps: Iterable[Step]) -> Self:
        """The specification with these of its steps, with the edges between them and the sections they belong to."""
        left = tuple(steps)
        known = {step.id for step in left}
        edges = tuple(edge for edge in self.edges if edge.source in known and edge.target in known)
        return self.model_copy(update={"steps": left, "edges": edges, "sections": self._sections_of(known)})

    def _sections_of(self, known: set[str]) -> tuple[Section, ...]:
        """A section whose first step is gone begins with the next one left; one without steps is gone."""
        told = [step.id for step in self.steps]
        starts = [told.index(section.first) for section in self.sections]
        kept = []
        for section, start, end in zip(self.sections, starts, [*starts[1:], len(told)], strict=False):
            left = [step_id for step_id in told[start:end] if step_id in known]
            kept += [section.model_copy(update={"first": left[0]})] if left else []
        return tuple(kept)

    def values(self) -> Iterator[tuple[str, Value]]:
        """Every value of every step with its address."""
        for step in self.steps:
            yield from step.values()

    def quotes(self) -> Iterator[Quote]:
        """Every quote anywhere in the specification."""
        for step in self.steps:
            yield step.clause
        for _, value in self.values():
            yield value.quote
            yield from value.also
        for edge in self.edges:
            yield from edge.quotes()
        for section in self.sections:
            yield from (quote for quote in (section.quote, section.name) if quote)
        yield from (mark.quote for mark in self.marks)
        yield from (candidate.quote for candidate in self.candidates)

    def check_quotes(self, transcript: str) -> None:
        """Raise :class:`QuoteMismatchError` unless the transcript is ours and holds every quote at its offsets."""
        if text_sha256(transcript) != self.transcript_sha256:
            raise QuoteMismatchError("the specification was read from another transcript")
        for quote in self.quotes():
            if transcript[quote.start : quote.end] != quote.text:
                raise QuoteMismatchError(f"{quote.text!r} does not stand at {quote.start}–{quote.end}")

    def content_sha256(self) -> str:
        """Hash of the canonical JSON (sorted keys, UTF-8): equal content, equal hash."""
        return hashlib.sha256(self.model_dump_json(by_alias=True).encode()).hexdigest()


def is_order(edge: Edge) -> bool:
    """Whether an edge says what comes first. A loop leads back, so it does not."""
    return edge.relation is not Relation.REPEAT


def text_sha256(text: str) -> str:
    """SHA-256 (hex) of a transcript text in UTF-8; lone surrogates are kept by ``surrogatepass``."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
