"""What one reading of a transcript knows so far. Components only add to it; the text never changes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from craftnlp.cues import Cue
from craftnlp.lexicon import Entry, Lexicon
from craftnlp.spec import Candidate, Edge, Mark, Measure, Quote, Step, StepField


class Amount(NamedTuple):
    """A quantity found in the text: the number, its bounds, the unit and what it measures."""

    start: int
    end: int
    value: str
    low: Decimal | None = None
    high: Decimal | None = None
    approximate: bool = False
    unit: str = ""
    kind: str = ""
    measure: Measure = Measure.OTHER
    also: tuple[tuple[int, int], ...] = ()


class TermSpan(NamedTuple):
    """A lexicon entry found in the text."""

    start: int
    end: int
    entry: Entry


class Word(NamedTuple):
    """A token: its folded form, offsets, part of speech, and the term or amount it is, if any."""

    text: str
    start: int
    end: int
    tag: str
    term: Entry | None = None
    amount: Amount | None = None


class ClauseKind(StrEnum):
    """What a clause does in the telling."""

    ACT = "act"
    CONDITION = "condition"
    CAUTION = "caution"
    RESULT = "result"
    DESCRIPTION = "description"
    HEADING = "heading"
    QUESTION = "question"
    CHATTER = "chatter"


@dataclass(slots=True)
class Clause:
    """A stretch of one speaker's words between two borders. ``sentence`` numbers the sentence it belongs to."""

    start: int
    end: int
    words: list[Word]
    sentence: int
    turn: int
    interviewer: bool = False
    kind: ClauseKind = ClauseKind.ACT
    marker: str = ""
    towards: int = 0  # -1: belongs to the act before, +1: to the act after
    predicates: list["Draft"] = field(default_factory=list)


class Found(NamedTuple):
    """A span read for a field, and the rule that read it."""

    start: int
    end: int
    rule: str
    entry: Entry | None = None
    amount: Amount | None = None
    probability: float | None = None


class Labelled(NamedTuple):
    """A span that the labeller marked, and how probable it holds it: that of its least probable character."""

    start: int
    end: int
    field: StepField
    probability: float


@dataclass(slots=True)
class Draft:
    """A step in the making: its action and what was found for it."""

    action: Found
    clause: Clause
    first: int  # index of the action's first and last word in its clause
    last: int
    slots: dict[StepField, list[Found]] = field(default_factory=dict)

    def add(self, name: StepField, found: Found) -> None:
        """Add a span unless it overlaps one that the field already holds."""
        held = self.slots.setdefault(name, [])
        if all(found.end <= other.start or other.end <= found.start for other in held):
            held.append(found)


@dataclass(slots=True)
class Reading:
    """Everything read so far."""

    cues: tuple[Cue, ...]
    lexicon: Lexicon
    text: str
    shadow: str
    amounts: list[Amount] = field(default_factory=list)
    superseded: list[Amount] = field(default_factory=list)  # the first halves of self-repairs
    terms: list[TermSpan] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    votes: list[tuple[StepField, Found]] = field(default_factory=list)
    spans: list[Labelled] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    def quote(self, start: int, end: int) -> Quote:
        """The quote at these offsets, as entered."""
        return Quote(start=start, end=end, text=self.text[start:end])

    def cue_spans(self) -> Iterator[tuple[int, int, Cue]]:
        """Each cue with its offsets in the text."""
        at = 0
        for cue in self.cues:
            yield at, at + len(cue.text), cue
            at += len(cue.text) + 1
