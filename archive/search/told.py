"""What was told, as the public may read it: steps and transcript without the secret steps."""

from bisect import bisect_right
from collections.abc import Iterator

from archive.models import TechniqueSpec
from archive.search.base import SearchStep, SpokenLine
from craftnlp import spec as language
from craftnlp.tokenize import merged

CUT = "……"  # stands where a secret step was told
Span = tuple[int, int]


class Told:
    """A specification in force with its transcript. ``public`` are the steps that are not secret."""

    def __init__(self, row: TechniqueSpec) -> None:
        self.spec = row.spec
        self.public = tuple(step for step in self.spec.steps if not step.secret)
        self.cues = sorted(row.transcript.cues.all(), key=lambda cue: cue.number)
        self.secret = merged(_secret_spans(self.spec))

    def steps(self) -> tuple[SearchStep, ...]:
        """The public steps, numbered as in the specification, with the second at which they were told."""
        return tuple(
            SearchStep(
                id=step.id,
                n=number,
                t0=self._second(step.clause.start),
                sentence=step.sentence,
                said=self._open(step.clause.text, step.clause.start),
                verb=step.action.text,
            )
            for number, step in enumerate(self.spec.steps, 1)
            if not step.secret
        )

    def lines(self) -> tuple[SpokenLine, ...]:
        """The transcript line by line; what belongs to a secret step is cut out."""
        return tuple(SpokenLine(_whole(cue.start), self._open(cue.text, cue.offset)) for cue in self.cues)

    def _second(self, offset: int) -> int | None:
        """When the line began that holds this place of the text."""
        at = bisect_right(self.cues, offset, key=lambda cue: cue.offset)
        return _whole(self.cues[at - 1].start) if at else None

    def _open(self, text: str, offset: int) -> str:
        """A piece of the transcript that begins at ``offset``, with the secret spans cut out."""
        shown, done = [], 0
        for start, end in ((start - offset, end - offset) for start, end in self.secret):
            if end > done and start < len(text):
                shown += [text[done : max(start, done)], CUT]
                done = end
        return "".join([*shown, text[done:]])


def _whole(seconds: float | None) -> int | None:
    return None if seconds is None else int(seconds)


def _secret_spans(spec: language.TechniqueSpec) -> Iterator[Span]:
    """Everything that was said for a secret step. What was only carried over from elsewhere stays."""
    for step in spec.steps:
        if step.secret:
            values = [value for _, value in step.values() if not value.inferred]
            quotes = [step.clause, *(quote for value in values for quote in (value.quote, *value.also))]
            yield from ((quote.start, quote.end) for quote in quotes)
