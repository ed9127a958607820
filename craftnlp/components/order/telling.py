"""The steps of one technique as they were told: each with the words that led to it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from craftnlp.components.reading import Clause, Draft, Reading, Word

FAR = 200  # characters of a sentence that may hold the second half of 要么…要么


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A step in its place. ``lead`` are the folded words since the step before it, within its own sentence.

    ``lead_start`` is where they stand in the text; ``words`` are the same as tokens.
    """

    id: str
    draft: Draft
    lead_start: int
    lead: str
    words: tuple[Word, ...]
    place: int

    @property
    def own_start(self) -> int:
        """Where the words begin that lead to it in its own clause."""
        return max(self.lead_start, self.draft.clause.start)

    @property
    def own(self) -> str:
        """The folded words that lead to it in its own clause."""
        return self.lead[self.own_start - self.lead_start :]

    @property
    def sentence(self) -> int:
        """The number of the sentence that tells it."""
        return self.draft.clause.sentence

    @property
    def start(self) -> int:
        """Where its action stands."""
        return self.draft.action.start


@dataclass(frozen=True)
class Telling:
    """The steps of one technique, and the folded text they were told in."""

    shadow: str
    steps: tuple[Told, ...]
    clauses: tuple[Clause, ...]

    def before(self, told: Told) -> Told | None:
        """The step told before this one."""
        return self.steps[told.place - 1] if told.place else None

    def rest(self, told: Told) -> str:
        """What the sentence goes on to say after the action, as far as it matters."""
        end = told.draft.action.end
        return self.shadow[end : min(self._ends.get(told.sentence, 0), end + FAR)]

    def around(self, sentence: int) -> list[Told]:
        """The steps of a sentence and of the one before it."""
        return [*self._by_sentence.get(sentence - 1, ()), *self._by_sentence.get(sentence, ())]

    @cached_property
    def _ends(self) -> dict[int, int]:
        return {clause.sentence: clause.end for clause in self.clauses}

    @cached_property
    def _by_sentence(self) -> dict[int, list[Told]]:
        found: dict[int, list[Told]] = {}
        for told in self.steps:
            found.setdefault(told.sentence, []).append(told)
        return found


def tellings(reading: Reading, borders: Sequence[int]) -> Iterator[Telling]:
    """One telling for each technique; ``borders`` are the indices of drafts that begin a new one."""
    starts = sorted({0, *borders, len(reading.drafts)})
    leads = list(_leads(reading))
    for first, last in pairwise(starts):
        steps = tuple(_told(reading, leads, first, at) for at in range(first, last))
        yield Telling(reading.shadow, steps, _between(reading, steps[0].sentence, steps[-1].sentence + 1))


def _between(reading: Reading, low: int, high: int) -> tuple[Clause, ...]:
    """The clauses of these sentences, and of the one after them, which may say that all is repeated."""
    first = bisect_left(reading.clauses, low, key=_sentence)
    last = bisect_right(reading.clauses, high, key=_sentence)
    return tuple(clause for clause in reading.clauses[first:last] if not clause.interviewer)


def _sentence(clause: Clause) -> int:
    return clause.sentence


def _told(reading: Reading, leads: list[tuple[int, tuple[Word, ...]]], first: int, at: int) -> Told:
    draft = reading.drafts[at]
    start, words = leads[at]
    lead = reading.shadow[start : draft.action.start]
    return Told(f"s{at + 1}", draft, start, lead, words, at - first)


def _leads(reading: Reading) -> Iterator[tuple[int, tuple[Word, ...]]]:
    """For each draft, where the words that lead to it begin, and these words."""
    sentence, start, held = -1, 0, list[Word]()
    for clause in reading.clauses:
        if clause.sentence != sentence:
            sentence, start, held = clause.sentence, clause.start, []
        at = 0
        for draft in clause.predicates:
            held += clause.words[at : draft.first]
            yield start, tuple(held)
            at, start, held = draft.last + 1, draft.action.end, []
        held += clause.words[at:]
