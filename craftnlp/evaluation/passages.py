"""Annotated passages, one JSON object a line, and the steps of a specification in the same form.

A passage is ``{"id", "text", "craft", "style", "steps": [...], "ignore": [[start, end], ...]}``. A step holds spans by
field; a span is ``{"start", "end"}``, code points of the passage's text, end exclusive, with ``text``, and for
quantities ``value`` and ``unit``, for hands ``value``. Quantities inside ``ignore`` are no mistakes. ``interviewer``
holds the ``[start, end]`` of whole lines that somebody else than the master said. Other keys may stand beside these and
are passed over.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from craftnlp.cues import Cue, CueError, transcript_text
from craftnlp.spec import Hand, Quantity, StepField, TechniqueSpec, Value

SPAN_FIELDS = (
    "tool",
    "material",
    "quantity",
    "hand",
    "manner",
    "path",
    "place",
    "condition",
    "caution",
    "result",
)
POOLED = {StepField.DURATION: "quantity", StepField.REPETITION: "quantity"}
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Record(BaseModel):
    """What is read from a line: frozen, and patient with keys of others."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Span(Record):
    """Some words of a passage. ``value`` is that of a quantity or a hand, ``unit`` the unit as said."""

    start: int = Field(ge=0)
    end: int = Field(ge=1)
    text: str | None = None
    value: str | None = None
    unit: str | None = None

    def stands_in(self, text: str) -> bool:
        """Whether the text has these words at this place."""
        return self.start < self.end <= len(text) and self.text in (None, text[self.start : self.end])


class ReadSpan(Span):
    """A span that a reader proposed, with what it says about itself."""

    confidence: float
    component: str


class AnnotatedStep(Record):
    """One act and what was said about it."""

    action: Span
    tool: tuple[Span, ...] = ()
    material: tuple[Span, ...] = ()
    quantity: tuple[Span, ...] = ()
    hand: tuple[Span, ...] = ()
    manner: tuple[Span, ...] = ()
    path: tuple[Span, ...] = ()
    place: tuple[Span, ...] = ()
    condition: tuple[Span, ...] = ()
    caution: tuple[Span, ...] = ()
    result: tuple[Span, ...] = ()

    def spans(self, name: str) -> tuple[Span, ...]:
        """The spans of one field."""
        found: Span | tuple[Span, ...] = getattr(self, name)
        return (found,) if isinstance(found, Span) else found


class PassageText(Record):
    """A passage of which only the words are needed. Raises ``ValidationError`` where ``interviewer`` cuts a line."""

    id: str | int
    text: str
    interviewer: tuple[tuple[int, int], ...] = ()

    @model_validator(mode="after")
    def _interviewer_says_whole_lines(self) -> Self:
        if transcript_text(self.cues()) != self.text:
            raise ValueError("interviewer: these are no whole lines of the text")
        return self

    def cues(self) -> tuple[Cue, ...]:
        """The passage as the reader takes it."""
        return tuple(self._cues())

    def _cues(self) -> Iterator[Cue]:
        at = 0
        for start, end in sorted(self.interviewer):
            if start > at:
                yield Cue(text=self.text[at : start - 1])
            yield Cue(text=self.text[start:end], interviewer=True)
            at = end + 1
        if at <= len(self.text):
            yield Cue(text=self.text[at:])


class Passage(PassageText):
    """A passage with its annotation. Raises ``ValidationError`` where a span is not what stands in the text."""

    craft: str = ""
    style: str = ""
    steps: tuple[AnnotatedStep, ...]
    ignore: tuple[tuple[int, int], ...] = ()

    @model_validator(mode="after")
    def _spans_stand_in_the_text(self) -> Self:
        for number, step in enumerate(self.steps, 1):
            for name in ("action", *SPAN_FIELDS):
                for span in step.spans(name):
                    if not span.stands_in(self.text):
                        raise ValueError(f"step {number}, {name}: {span.start}-{span.end} is not {span.text!r}")
        return self


AnyPassage = TypeVar("AnyPassage", bound=PassageText)


def read_lines(lines: Iterable[bytes], kind: type[AnyPassage]) -> Iterator[AnyPassage]:
    """The passages of a file, one after the other; empty lines are skipped. Raises :class:`CueError`, naming the line."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _passage(line.removeprefix(BYTE_ORDER_MARK) if number == 1 else line, number, kind)


def steps_of(spec: TechniqueSpec) -> tuple[AnnotatedStep, ...]:
    """The steps as they would be annotated. What was carried over from another clause is not said, and left out."""
    return tuple(annotated(step.action, {name: step.field(name) for name in StepField}) for step in spec.steps)


def annotated(action: Value, fields: Mapping[StepField, Iterable[Value]]) -> AnnotatedStep:
    """A step as it would be annotated."""
    spans: dict[str, list[Span]] = {}
    for name in StepField:
        if name is not StepField.ACTION:
            said = [_span(value) for value in fields.get(name, ()) if not value.inferred]
            spans.setdefault(POOLED.get(name, name.value), []).extend(said)
    return AnnotatedStep(action=_span(action), **{name: tuple(held) for name, held in spans.items()})


def _passage(line: bytes, number: int, kind: type[AnyPassage]) -> AnyPassage:
    try:
        return kind.model_validate(json.loads(line.decode()))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise _broken(number, kind, f"{where}: {first['msg']}".removeprefix(": ")) from error
    except (ValueError, RecursionError) as error:
        raise _broken(number, kind, "no JSON in UTF-8") from error


def _broken(number: int, kind: type[PassageText], reason: str) -> CueError:
    needed = "id、text 和 steps" if kind is Passage else "id 和 text"
    english = "id, text and steps" if kind is Passage else "id and text"
    return CueError(
        f"第 {number} 行不是带 {needed} 的 JSON，请改正这一行。",
        f"Line {number} is no JSON object with {english}; correct it ({reason}).",
        line=number,
    )


def _span(value: Value) -> ReadSpan:
    span = ReadSpan(**value.quote.model_dump(), confidence=value.confidence, component=value.component)
    if isinstance(value, Quantity):
        return span.model_copy(update={"value": value.value, "unit": value.unit})
    if isinstance(value, Hand):
        return span.model_copy(update={"value": value.side.value})
    return span
