"""Settings, addresses and entry points. The Celery application is named here so that ``celery -A config`` finds it."""

from config.sqlite import use_bundled_sqlite

use_bundled_sqlite()

from config.celery import app as celery_app  # noqa: E402  CONFIG: SQLite must be chosen before Django loads

__all__ = ["celery_app"]
