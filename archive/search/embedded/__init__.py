"""Search inside the project's SQLite file: FTS5, written in the transaction of the change itself."""

from archive.search.embedded.backend import EmbeddedSearch

__all__ = ["EmbeddedSearch"]
