"""The craft words: readable tables, and longest match over them in both scripts.

Each table is a tab-separated file beside this module: term, pinyin, class, crafts, aliases, definition. Lists inside
a cell are separated by ``、``. The database adds its own entries with :meth:`Lexicon.with_entries`.
"""

import csv
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Frozen, TermClass

COLUMNS = ("term", "pinyin", "class", "crafts", "aliases", "definition")


class LexiconError(ValueError):
    """A lexicon table is wrong; the message names the file, the line and the fault."""


class Entry(Frozen):
    """One craft word with its class, the crafts that use it, and what else it is called."""

    term: str
    pinyin: str
    term_class: TermClass
    crafts: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    definition: str = ""

    @property
    def concept(self) -> str:
        """The stable name that a :class:`~craftnlp.spec.Term` links to."""
        return f"{self.term_class}/{self.term}"

    @property
    def surfaces(self) -> tuple[str, ...]:
        return (self.term, *self.aliases)


class Match(Frozen):
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
        self._lengths: dict[str, tuple[int, ...]] = {}
        for key in self._by_surface:
            known = self._lengths.get(key[0], ())
            self._lengths[key[0]] = tuple(sorted({*known, len(key)}, reverse=True))

    @property
    def version(self) -> str:
        """A short hash of the content: equal entries, equal version."""
        content = "\n".join(sorted(entry.model_dump_json() for entry in self.entries))
        return hashlib.sha256(content.encode()).hexdigest()[:12]

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
            if length >= shortest and shadow[at : at + length] in self._by_surface:
                return length
        return 0

    def with_entries(self, entries: Iterable[Entry]) -> "Lexicon":
        """A new lexicon in which these entries come first (and so win) over the present ones."""
        return Lexicon((*entries, *self.entries))


@cache
def load() -> Lexicon:
    """The lexicon that ships with the library."""
    return Lexicon(entry for name in table_names() for entry in read_table(name))


def table_names() -> tuple[str, ...]:
    """The tables in the order in which they win: the general one last."""
    names = sorted(item.name for item in files(__name__).iterdir() if item.name.endswith(".tsv"))
    return tuple(sorted(names, key=lambda name: name == "general.tsv"))


def read_table(name: str) -> Iterator[Entry]:
    """The entries of one table. Raises :class:`LexiconError` with the line at fault."""
    lines = files(__name__).joinpath(name).read_text(encoding="utf-8").splitlines()
    rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    if tuple(next(rows, ())) != COLUMNS:
        raise LexiconError(f"{name}: the first line must be the column names {', '.join(COLUMNS)}")
    for number, row in enumerate(rows, 2):
        yield _entry(row, f"{name}:{number}")


def _entry(row: list[str], where: str) -> Entry:
    if len(row) != len(COLUMNS):
        raise LexiconError(f"{where}: {len(row)} cells instead of {len(COLUMNS)}")
    term, pinyin, term_class, crafts, aliases, definition = (cell.strip() for cell in row)
    if not (term and pinyin and definition):
        raise LexiconError(f"{where}: term, pinyin and definition must be filled")
    if term_class not in list(TermClass):
        raise LexiconError(f"{where}: unknown class {term_class!r}")
    return Entry(
        term=term,
        pinyin=pinyin,
        term_class=TermClass(term_class),
        crafts=_cells(crafts),
        aliases=_cells(aliases),
        definition=definition,
    )


def _cells(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("、") if part)


def faults(lexicon: Lexicon) -> list[str]:
    """What a careful reader would correct: doubles, missing pinyin, names that can never be found."""
    found: list[str] = []
    seen: set[str] = set()
    for entry in lexicon.entries:
        if entry.concept in seen:
            found.append(f"{entry.concept} stands twice")
        seen.add(entry.concept)
        if len(entry.pinyin.split()) != len(entry.term):
            found.append(f"{entry.concept}: pinyin {entry.pinyin!r} has not one syllable a character")
        found += [
            f"{entry.concept}: {surface} finds {lexicon.get(surface)[0].concept} instead"
            for surface in entry.aliases
            if lexicon.get(surface)[0] is not entry
        ]
    return found
