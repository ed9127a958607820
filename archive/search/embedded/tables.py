"""The tables of the embedded index: every SQL statement stands here."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from django.db import connection

from archive.search.analysis import Suggestion, Tokens
from archive.search.base import SearchDocument

WEIGHTS = "10, 5, 1, 8, 6"  # title, summary, body, term, py
FACET_TYPE = "<u4"
FacetIds = Mapping[str, Mapping[str, int]]
MatchRow = tuple[int, float, str, str, bytes]


def rows(sql: str, params: Iterable[Any] = ()) -> list[Any]:
    """All rows of a query."""
    with connection.cursor() as cursor:
        cursor.execute(sql, tuple(params))
        return list(cursor.fetchall())


def execute(sql: str, params: Iterable[Any] = ()) -> int:
    """Run a statement; how many rows it changed."""
    with connection.cursor() as cursor:
        cursor.execute(sql, tuple(params))
        return int(cursor.rowcount)


# -- writing


def write(doc: SearchDocument, version: int, tokens: Tokens | None) -> bool:
    """Replace what the index knows of a document; without tokens only a tombstone stays. Older versions change nothing."""
    row = (doc.id, version, tokens is not None, stamp(doc.updated), tokens.sort_title if tokens else "")
    if not _claim(row, _facet_blob(doc) if tokens else b""):
        return False
    execute("delete from search_fts where rowid = %s", [doc.id])
    if tokens:
        columns = (tokens.title, tokens.summary, tokens.body, tokens.term, tokens.py)
        sql = "insert into search_fts (rowid, title, summary, body, term, py) values (%s, %s, %s, %s, %s, %s)"
        execute(sql, [doc.id, *columns])
    _suggest(doc.id, tokens.suggestions if tokens else ())
    return True


def _claim(row: tuple[object, ...], facets: bytes) -> bool:
    sql = """
        insert into search_row (id, version, visible, updated, sort_title, facets) values (%s, %s, %s, %s, %s, %s)
        on conflict (id) do update set
            version = excluded.version, visible = excluded.visible, updated = excluded.updated,
            sort_title = excluded.sort_title, facets = excluded.facets
        where excluded.version >= search_row.version
    """
    return execute(sql, [*row, facets]) > 0


def _facet_blob(doc: SearchDocument) -> bytes:
    pairs = [(facet, value) for facet, values in doc.facets.items() for value in values]
    with connection.cursor() as cursor:
        cursor.executemany("insert or ignore into search_facet (facet, value) values (%s, %s)", pairs)
    sql = "select val from search_facet where facet = %s and value = %s"
    found = sorted({rows(sql, pair)[0][0] for pair in pairs})
    return b"".join(val.to_bytes(4, "little") for val in found)


def _suggest(technique_id: int, suggestions: Iterable[Suggestion]) -> None:
    used = "select text from search_suggest_use where id = %s"
    execute(f"update search_suggest set weight = weight - 1 where text in ({used})", [technique_id])  # noqa: S608  CONFIG: constant text
    execute("delete from search_suggest_use where id = %s", [technique_id])
    sql = """
        insert into search_suggest (text, folded, py, initials, weight) values (%s, %s, %s, %s, 1)
        on conflict (text) do update set
            folded = excluded.folded, py = excluded.py, initials = excluded.initials, weight = weight + 1
    """
    words = list(suggestions)
    with connection.cursor() as cursor:
        cursor.executemany(sql, [(word.text, word.folded, word.py, word.initials) for word in words])
        uses = [(technique_id, word.text) for word in words]
        cursor.executemany("insert into search_suggest_use (id, text) values (%s, %s)", uses)


def stamp(moment: datetime) -> str:
    """A time that sorts as text, to the millisecond."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def forget(pk: int) -> None:
    """Drop every trace of a document, its version too."""
    execute("delete from search_fts where rowid = %s", [pk])
    execute("delete from search_row where id = %s", [pk])
    _suggest(pk, ())


def tidy() -> None:
    """After a rebuild: merge the index into one segment, and drop suggestions that no record uses."""
    execute("insert into search_fts (search_fts) values ('optimize')")
    execute("delete from search_suggest where weight <= 0")
    execute("delete from search_meta")


def note_lexicon(version: str) -> None:
    """Remember the lexicon of the first document after a rebuild."""
    execute("insert or ignore into search_meta (name, value) values ('lexicon', %s)", [version])


def lexicons() -> set[str]:
    """The lexicon that the tokens were made with; none in an empty index."""
    return {version for (version,) in rows("select value from search_meta where name = 'lexicon'")}


def empty() -> None:
    """Forget everything but the facet numbers, which must never be given anew."""
    execute("insert into search_fts (search_fts) values ('delete-all')")
    for table in ("search_row", "search_suggest", "search_suggest_use", "search_meta"):
        execute(f"delete from {table}")  # noqa: S608  CONFIG: constant names


# -- reading


def matching(expression: str) -> list[MatchRow]:
    """Every document that matches: id, score (lower is better), updated, sort title, facet numbers."""
    sql = f"""
        select search_fts.rowid, bm25(search_fts, {WEIGHTS}), search_row.updated, sort_title, facets
        from search_fts join search_row on search_row.id = search_fts.rowid
        where search_fts match %s order by search_fts.rowid
    """  # noqa: S608  CONFIG: constant weights
    return rows(sql, [expression])


def everything() -> list[MatchRow]:
    """Every visible document, for browsing."""
    return rows("select id, 0.0, updated, sort_title, facets from search_row where visible order by id")


def best(expression: str, n: int) -> list[int]:
    """The best matches only."""
    sql = f"select rowid from search_fts where search_fts match %s order by bm25(search_fts, {WEIGHTS}), rowid limit %s"  # noqa: S608  CONFIG: constant weights
    return [pk for (pk,) in rows(sql, [expression, n])]


def facet_ids() -> FacetIds:
    """The number of every facet value."""
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for facet, value, val in rows("select facet, value, val from search_facet"):
        found[facet][value] = val
    return found


def suggestions(key: str, n: int) -> tuple[str, ...]:
    """Suggestions of which a key begins so, the most used first."""
    scans = " union ".join(
        f"select text, weight from search_suggest where {column} >= %s and {column} < %s"  # noqa: S608  CONFIG: constant names
        for column in ("folded", "py", "initials")
    )
    sql = f"select text from ({scans}) where weight > 0 order by weight desc, text limit %s"  # noqa: S608  CONFIG: constant text
    return tuple(text for (text,) in rows(sql, [*[key, key + "\U0010ffff"] * 3, n]))


def indexed() -> dict[int, tuple[int, bool]]:
    """Version and visibility of each document; the version is -1 where row and full text do not agree."""
    listed = {
        pk: (version, bool(visible)) for pk, version, visible in rows("select id, version, visible from search_row")
    }
    searchable = {pk for (pk,) in rows("select rowid from search_fts")}
    broken = {pk for pk, (_, visible) in listed.items() if visible} ^ searchable
    return listed | dict.fromkeys(broken, (-1, True))


def check() -> None:
    """Let FTS5 check itself. Raises ``DatabaseError`` where the index is damaged."""
    execute("insert into search_fts (search_fts, rank) values ('integrity-check', 0)")
