"""One clause while the rules read it: which words are taken, and what was found."""

from dataclasses import dataclass, field

from craftnlp.components.reading import Clause, Draft, Found, Word
from craftnlp.spec import StepField, TermClass


@dataclass(slots=True)
class Scene:
    """A clause with its predicates. ``used`` are the words that already say something."""

    clause: Clause
    spots: set[int] = field(default_factory=set)
    used: set[int] = field(default_factory=set)
    found: list[tuple[StepField, Found]] = field(default_factory=list)

    @property
    def drafts(self) -> list[Draft]:
        return self.clause.predicates

    def give(self, name: StepField, found: Found) -> None:
        """Note what a rule found."""
        self.found.append((name, found))

    def use(self, words: list[Word]) -> None:
        """These words have said what they say."""
        starts = {word.start for word in words}
        self.used |= {i for i, word in enumerate(self.clause.words) if word.start in starts}

    def inside(self, start: int, end: int) -> list[int]:
        """The words that a span of the text touches."""
        return [i for i, word in enumerate(self.clause.words) if word.start < end and start < word.end]


def set_scene(clause: Clause) -> Scene:
    """The scene of a clause, with its predicates' words taken."""
    spots = {i for draft in clause.predicates for i in range(draft.first, draft.last + 1)}
    return Scene(clause, spots, set(spots))


def phrase_found(words: list[Word], rule: str) -> Found:
    """The span of a noun phrase, linked to the lexicon where its last word is an entry."""
    entry = words[-1].term
    linked = entry if entry and entry.term_class is not TermClass.ACTION else None
    return Found(words[0].start, words[-1].end, rule, entry=linked)


def said(words: list[Word]) -> str:
    """The folded words of a phrase."""
    return "".join(word.text for word in words)
