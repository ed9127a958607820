"""The transcript with its marks: each line cut into pieces that say what was read from them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.models import Cue
from craftnlp.spec import TechniqueSpec


@dataclass(frozen=True, slots=True)
class Span:
    """A marked stretch of the whole transcript text, and the value it belongs to."""

    start: int
    end: int
    kind: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line that carries the same marks throughout."""

    text: str
    kinds: str
    address: str

    @property
    def anchor(self) -> str:
        """The HTML id of the value that was read here."""
        return self.address.replace(".", "-")


@dataclass(frozen=True, slots=True)
class Line:
    """One cue, cut into pieces."""

    cue: Cue
    pieces: tuple[Piece, ...]


def lines(cues: Sequence[Cue], spec: TechniqueSpec) -> list[Line]:
    """The cues with everything that was read from them marked."""
    spans = sorted(_spans(spec), key=lambda span: span.start)
    return [Line(cue, tuple(_pieces(cue, spans))) for cue in cues]


def _spans(spec: TechniqueSpec) -> Iterator[Span]:
    for address, value in spec.values():
        for quote in (value.quote, *value.also):
            yield Span(quote.start, quote.end, address.split(".")[1], address)
    for mark in spec.marks:
        yield Span(mark.quote.start, mark.quote.end, "filler")
    for candidate in spec.candidates:
        yield Span(candidate.quote.start, candidate.quote.end, "candidate")


def _pieces(cue: Cue, spans: Sequence[Span]) -> Iterator[Piece]:
    first, last = cue.offset, cue.offset + len(cue.text)
    here = [span for span in spans if span.start < last and span.end > first]
    cuts = {first, last} | {at for span in here for at in (span.start, span.end) if first < at < last}
    for start, end in pairwise(sorted(cuts)):
        over = [span for span in here if span.start <= start and span.end >= end]
        yield Piece(
            cue.text[start - first : end - first],
            " ".join(sorted({span.kind for span in over})),
            _nearest(over),
        )


def _nearest(spans: Sequence[Span]) -> str:
    """The value whose quote is shortest: the most precise of those that share the words."""
    owned = [span for span in spans if span.address]
    return min(owned, key=lambda span: span.end - span.start).address if owned else ""
