"""What was told, as the public may read it: steps and transcript without the secret steps."""

from bisect import bisect_right

from archive.disclosure import numbered_steps, open_cues
from archive.models import TechniqueSpec
from archive.search.base import SearchStep, SpokenLine


class Told:
    """A specification in force with its transcript. ``public`` are the steps that are not secret."""

    def __init__(self, row: TechniqueSpec) -> None:
        self.numbered = numbered_steps(row)
        self.public = tuple(step for _, step in self.numbered)
        self.cues = sorted(row.transcript.cues.all(), key=lambda cue: cue.number)
        self.open = open_cues(row.transcript)

    def steps(self) -> tuple[SearchStep, ...]:
        """The public steps, numbered as in the specification, with the second at which they were told."""
        return tuple(
            SearchStep(
                id=step.id,
                n=number,
                t0=self._second(step.clause.start),
                sentence=step.sentence,
                said=step.clause.text,
                verb=step.action.text,
            )
            for number, step in self.numbered
        )

    def lines(self) -> tuple[SpokenLine, ...]:
        """The transcript line by line, without the lines in which a secret step was told."""
        return tuple(SpokenLine(_whole(cue.start), cue.text) for cue in self.open)

    def _second(self, offset: int) -> int | None:
        """When the line began that holds this place of the text."""
        at = bisect_right(self.cues, offset, key=lambda cue: cue.offset)
        return _whole(self.cues[at - 1].start) if at else None


def _whole(seconds: float | None) -> int | None:
    return None if seconds is None else int(seconds)
