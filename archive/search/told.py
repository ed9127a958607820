"""What was told, as the public may read it: steps and transcript without the secret steps."""

from bisect import bisect_right

from archive.disclosure import hidden_spans, numbered_steps
from archive.models import TechniqueSpec
from archive.search.base import SearchStep, SpokenLine
from craftnlp.tokenize import merged

CUT = "……"  # stands where a secret step was told


class Told:
    """A specification in force with its transcript. ``public`` are the steps that are not secret."""

    def __init__(self, row: TechniqueSpec) -> None:
        self.numbered = numbered_steps(row)
        self.public = tuple(step for _, step in self.numbered)
        self.cues = sorted(row.transcript.cues.all(), key=lambda cue: cue.number)
        self.secret = merged(hidden_spans(row.transcript))

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
            for number, step in self.numbered
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
