"""System checks: say before the start what would fail later."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connection

OLDEST_SQLITE = (3, 43, 0)  # contentless_delete of FTS5
SAFE_SQLITE = (3, 51, 3)  # the WAL-reset bug is fixed from here on


@register(Tags.database)
def sqlite_is_new_enough(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """SQLite must have contentless FTS5 and should not have the WAL-reset bug (knowledge: search §5)."""
    if connection.vendor != "sqlite":
        return []
    hint = "Install pysqlite3 (requirements/base.txt) and start through manage.py, wsgi or the worker."
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        return [
            Error(f"SQLite {sqlite3.sqlite_version} is too old for the search index.", hint=hint, id="archive.E001")
        ]
    if sqlite3.sqlite_version_info < SAFE_SQLITE:
        return [Warning(f"SQLite {sqlite3.sqlite_version} can corrupt a WAL database.", hint=hint, id="archive.W001")]
    return []


@register(Tags.database)
def postgresql_wants_elasticsearch(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """The embedded search lives in the project's SQLite file; another database needs Elasticsearch."""
    backend = settings.SEARCH_BACKENDS["default"]["BACKEND"]
    if connection.vendor == "sqlite" or backend != "archive.search.embedded.EmbeddedSearch":
        return []
    return [
        Error(
            "The embedded search works only in a SQLite database.",
            hint="Set ELASTICSEARCH_URL, which switches to archive.search.elasticsearch.ElasticsearchSearch.",
            id="archive.E002",
        )
    ]
