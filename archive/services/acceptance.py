"""How much of what each version of the reader proposed was accepted: a worse version shows here."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import QuerySet

from archive.models import TechniqueSpec
from archive.services.corrections import logged
from craftnlp.decisions import Verdict
from craftnlp.spec import Status, StepField

ROWS_AT_ONCE = 100


@dataclass(slots=True)
class Tally:
    """How many values were accepted as read, edited, struck, and left undecided."""

    accepted: int = 0
    edited: int = 0
    struck: int = 0
    left: int = 0

    @property
    def decided(self) -> int:
        """How many somebody decided about."""
        return self.accepted + self.edited + self.struck

    @property
    def proposed(self) -> int:
        """How many there are in all."""
        return self.decided + self.left

    @property
    def percent(self) -> int | None:
        """Accepted of decided in whole percent, rounded down; ``None`` where nothing was decided."""
        return self.accepted * 100 // self.decided if self.decided else None

    def add(self, verdict: Verdict | None) -> None:
        """Count one value; ``None`` is one that was left."""
        match verdict:
            case Verdict.ACCEPT:
                self.accepted += 1
            case Verdict.EDIT:
                self.edited += 1
            case Verdict.STRIKE:
                self.struck += 1
            case None:
                self.left += 1


@dataclass(slots=True)
class ReaderTally:
    """One version of the reader: its figures in all and by field, over so many confirmed proposals."""

    reader: str
    specs: int = 0
    whole: Tally = field(default_factory=Tally)
    by_field: dict[StepField, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def fields(self) -> list[tuple[StepField, Tally]]:
        """The fields in which something was proposed, in the order in which a step shows them."""
        return [(name, self.by_field[name]) for name in StepField if name in self.by_field]


def acceptance(confirmed: QuerySet[TechniqueSpec]) -> list[ReaderTally]:
    """The figures of these confirmed proposals, the reader of the latest one first.

    Counted are the values that stand in a proposal, those of secret steps too. What a step lost when it was joined into
    another (its action, say) was neither accepted nor struck and is not counted. The verdicts are those of the
    corrections log. Two queries, and one more for every further :data:`ROWS_AT_ONCE` proposals.
    """
    rows = confirmed.select_related("technique__craft").prefetch_related("decisions").order_by("-created_at", "-pk")
    tallies: dict[str, ReaderTally] = {}
    for row in rows.iterator(chunk_size=ROWS_AT_ONCE):
        tally = tallies.setdefault(row.reader, ReaderTally(row.reader))
        tally.specs += 1
        for name, verdict in _outcomes(row):
            tally.whole.add(verdict)
            tally.by_field[name].add(verdict)
    return list(tallies.values())


def _outcomes(row: TechniqueSpec) -> Iterator[tuple[StepField, Verdict | None]]:
    """Each value of a proposal: its field, and what became of it; ``None`` where nobody decided."""
    spec = row.spec
    yield from ((_field(line.address), line.verdict) for line in logged(row, spec))
    yield from ((_field(address), None) for address, value in spec.values() if value.status is Status.PROPOSED)


def _field(address: str) -> StepField:
    return StepField(address.split(".")[1])
