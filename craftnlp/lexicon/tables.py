"""The tables that ship with the library, one a trade, beside this module.

A table is a tab-separated file: term, pinyin, class, crafts, aliases, definition, source. Lists inside a cell are
separated by ``、``; an alias may say where it is used: ``花绷@苏州``, ``花绷@苏州/无锡``. ``source`` is a key of
``sources.tab``.
"""

from collections.abc import Container, Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from craftnlp.lexicon.entries import Entry, Lexicon, LexiconError
from craftnlp.spec import TermClass

COLUMNS = ("term", "pinyin", "class", "crafts", "aliases", "definition", "source")
SOURCE_COLUMNS = ("key", "title", "note")
SEPARATORS = frozenset("\t\r\n、@/")
CLASSES = {str(each): each for each in TermClass}


class Source(NamedTuple):
    """Where a fact comes from: a book, a list, or plainly the writers' own knowledge of a trade."""

    key: str
    title: str
    note: str


@cache
def load() -> Lexicon:
    """The lexicon that ships with the library."""
    return Lexicon(entry for name in table_names() for entry in read_table(_folder().joinpath(name), sources()))


@cache
def sources() -> dict[str, Source]:
    """The sources that an entry may name, by key."""
    return read_sources(_folder().joinpath("sources.tab"))


def table_names() -> tuple[str, ...]:
    """The tables in the order in which they win: the general one last."""
    names = sorted(item.name for item in _folder().iterdir() if item.name.endswith(".tsv"))
    return tuple(sorted(names, key=lambda name: name == "general.tsv"))


def read_table(table: Traversable, known: Container[str]) -> Iterator[Entry]:
    """The entries of one table whose sources are ``known``. Raises :class:`LexiconError` with the line at fault."""
    for where, row in _rows(table, COLUMNS):
        yield _entry(row, known, where)


def read_sources(table: Traversable) -> dict[str, Source]:
    """The table of sources, by key. Raises :class:`LexiconError` with the line at fault."""
    found: dict[str, Source] = {}
    for where, row in _rows(table, SOURCE_COLUMNS):
        source = Source(*row)
        if not all(source) or source.key in found:
            raise LexiconError(f"{where}：每个来源要填满，且只写一次。", "Fill every cell; name each source once.")
        found[source.key] = source
    return found


def table_text(entries: Iterable[Entry]) -> str:
    """The entries as a table in the form that :func:`read_table` reads. Raises :class:`LexiconError` for what cannot."""
    return "".join("\t".join(row) + "\n" for row in (COLUMNS, *(_row(entry) for entry in entries)))


def _row(entry: Entry) -> tuple[str, ...]:
    places: dict[str, list[str]] = {}
    for alias, place in entry.places:
        places.setdefault(alias, []).append(place)
    for text in (*entry.surfaces, *entry.crafts, *(place for _, place in entry.places)):
        if not text or set(text) & SEPARATORS or text != text.strip():
            raise LexiconError(
                f"{entry.concept!r}：{text!r} 是空的，或者有表格的分隔符，不能写进表里。",
                f"{entry.concept!r}: {text!r} is empty or holds a separator of the table.",
            )
    aliases = [f"{each}@{'/'.join(places[each])}" if each in places else each for each in entry.aliases]
    listed = ("、".join(entry.crafts), "、".join(aliases))
    return (entry.term, entry.pinyin, entry.term_class, *listed, entry.definition, entry.source)


def _folder() -> Traversable:
    return files("craftnlp.lexicon")


def _rows(table: Traversable, columns: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    """Each row with its place (``clay.tsv:12``)."""
    lines = table.read_text(encoding="utf-8").split("\n")
    if lines[0].rstrip("\r").split("\t") != list(columns):
        names = "、".join(columns)
        raise LexiconError(f"{table.name}：第一行要写列名 {names}。", "The first line must be the column names.")
    for number, line in enumerate(lines[1:], 2):
        row = [cell.strip() for cell in line.split("\t")]
        where = f"{table.name}:{number}"
        if len(row) == len(columns):
            yield where, row
        elif line.strip():
            raise LexiconError(
                f"{where}：应有 {len(columns)} 格，现有 {len(row)} 格。", f"{len(row)} cells instead of {len(columns)}."
            )


def _entry(row: list[str], known: Container[str], where: str) -> Entry:
    term, pinyin, term_class, crafts, aliases, definition, source = row
    if not (term and pinyin and definition):
        raise LexiconError(f"{where}：词、拼音、释义都要填。", "Fill in term, pinyin and definition.")
    if term_class not in CLASSES:
        raise LexiconError(f"{where}：没有这一类：{term_class!r}。", f"Unknown class {term_class!r}.")
    if source not in known:
        raise LexiconError(
            f"{where}：来源 {source!r} 不在 sources.tab 里，请先登记。",
            f"Unknown source {source!r}: add it to sources.tab first.",
        )
    names, places = _aliases(aliases)
    return Entry(term, pinyin, CLASSES[term_class], _cells(crafts), names, places, definition, source)


def _aliases(cell: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The names in an alias cell, and where those are used that say so."""
    parts = [part.partition("@") for part in _cells(cell)]
    places = tuple((name, place) for name, _, where in parts for place in where.split("/") if place)
    return tuple(name for name, _, _ in parts), places


def _cells(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("、") if part)
