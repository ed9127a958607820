"""The tables of the embedded search. They exist in SQLite only and belong to no model."""

from django.db import migrations

TABLES = [
    """
    create table search_row (
        id integer primary key,
        version integer not null,
        visible integer not null,
        updated text not null default '',
        sort_title text not null default '',
        facets blob not null default x''
    )
    """,
    """
    create virtual table search_fts using fts5(
        title, summary, body, term, py,
        tokenize='unicode61 remove_diacritics 0', prefix='1', content='', contentless_delete=1
    )
    """,
    "create table search_facet (val integer primary key, facet text not null, value text not null, unique (facet, value))",
    """
    create table search_suggest (
        text text primary key,
        folded text not null,
        py text not null,
        initials text not null,
        weight integer not null
    )
    """,
    "create index search_suggest_folded on search_suggest (folded)",
    "create index search_suggest_py on search_suggest (py)",
    "create index search_suggest_initials on search_suggest (initials)",
    "create table search_suggest_use (id integer not null, text text not null, primary key (id, text)) without rowid",
    "create table search_meta (name text primary key, value text not null)",
]
NAMES = ["search_row", "search_fts", "search_facet", "search_suggest", "search_suggest_use", "search_meta"]


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for statement in TABLES:
            schema_editor.execute(statement)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name in NAMES:
            schema_editor.execute(f"drop table {name}")


class Migration(migrations.Migration):
    dependencies = [("archive", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
