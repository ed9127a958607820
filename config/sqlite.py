"""Puts a current SQLite under Python's ``sqlite3`` name. Imported before Django by every entry point.

System SQLite libraries are often older than 3.51.3 and can corrupt a WAL database; ``pysqlite3`` brings its own.
"""

import importlib
import sys


def use_bundled_sqlite() -> None:
    """Replace ``sqlite3`` by ``pysqlite3`` where that is installed; otherwise the system's stays and a check warns."""
    try:
        bundled = importlib.import_module("pysqlite3")
    except ImportError:
        return
    sys.modules["sqlite3"] = bundled
    sys.modules["sqlite3.dbapi2"] = importlib.import_module("pysqlite3.dbapi2")
