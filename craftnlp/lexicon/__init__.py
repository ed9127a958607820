"""The craft words: readable tables, longest match over them in both scripts, a check, and exchange as SKOS."""

from craftnlp.lexicon.entries import Entry, Lexicon, LexiconError, Match
from craftnlp.lexicon.tables import COLUMNS, Source, load, read_sources, read_table, sources, table_names

__all__ = [
    "COLUMNS",
    "Entry",
    "Lexicon",
    "LexiconError",
    "Match",
    "Source",
    "load",
    "read_sources",
    "read_table",
    "sources",
    "table_names",
]
