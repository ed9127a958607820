"""What a craft word is, and how it is found in a text.

Entries and matches are plain tuples: nothing from outside becomes one unchecked, and the reader makes thousands of them.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from craftnlp.lexicon.folding import fold
from craftnlp.spec import TermClass


class LexiconError(ValueError):
    """The lexicon cannot be read; the message names the place and says what to do, in both languages."""

    def __init__(self, message: str, english: str) -> None:
        super().__init__(message)
        self.english = english


class Entry(NamedTuple):
    """One craft word with its class, the crafts that use it, and what else it is called.

    ``places`` says of an alias where it is used, as pairs (alias, place): a dialect, or the jargon (行话) of one town.
    ``source`` is a key of ``sources.tab``; entries of an archive may leave it empty.
    """

    term: str
    pinyin: str
    term_class: TermClass
    crafts: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    definition: str = ""
    source: str = ""

    @property
    def concept(self) -> str:
        """The stable name that a :class:`~craftnlp.spec.Term` links to."""
        return f"{self.term_class}/{self.term}"

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Everything the word is called."""
        return (self.term, *self.aliases)


class Match(NamedTuple):
    """An entry found in a text."""

    start: int
    end: int
    entry: Entry


class Lexicon:
    """An immutable set of entries with longest-match lookup."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: tuple[Entry, ...] = tuple(entries)
        self._by_surface: dict[str, tuple[Entry, ...]] = {}
        for entry in self.entries:
            for surface in entry.surfaces:
                key = fold(surface)
                self._by_surface[key] = (*self._by_surface.get(key, ()), entry)
        lengths: dict[str, set[int]] = {}
        for key in self._by_surface:
            lengths.setdefault(key[:1], set()).add(len(key))
        self._lengths = {first: tuple(sorted(known, reverse=True)) for first, known in lengths.items()}

    @cached_property
    def version(self) -> str:
        """A short hash of the content: equal entries, equal version."""
        content = "\n".join(sorted(repr(tuple(entry)) for entry in self.entries))
        return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:12]

    def get(self, surface: str) -> tuple[Entry, ...]:
        """The entries that are called exactly this, in either script."""
        return self._by_surface.get(fold(surface), ())

    def find(self, text: str, *, shortest: int = 2) -> Iterator[Match]:
        """Longest matches from left to right, none overlapping. Single characters need their word borders first."""
        shadow, at = fold(text), 0
        while at < len(shadow):
            length = self._length_at(shadow, at, shortest)
            if length:
                yield Match(start=at, end=at + length, entry=self._by_surface[shadow[at : at + length]][0])
            at += length or 1

    def _length_at(self, shadow: str, at: int, shortest: int) -> int:
        for length in self._lengths.get(shadow[at], ()):
            if shortest <= length <= len(shadow) - at and shadow[at : at + length] in self._by_surface:
                return length
        return 0

    def with_entries(self, entries: Iterable[Entry]) -> "Lexicon":
        """A new lexicon in which these entries come first (and so win) over the present ones."""
        return Lexicon((*entries, *self.entries))
