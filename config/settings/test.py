"""Tests: fast passwords, no network, files in a temporary folder (tests/conftest.py moves MEDIA_ROOT per test)."""

import tempfile
from pathlib import Path

from config.settings.base import *

SECRET_KEY = "tests only"  # noqa: S105  CONFIG: never used outside tests
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
VAR_DIR = Path(tempfile.gettempdir()) / "jiyi-tests"
MEDIA_ROOT = VAR_DIR / "media"
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
CELERY_BROKER_URL = "memory://"
CELERY_BROKER_TRANSPORT_OPTIONS = {}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
if DATABASES["default"]["ENGINE"] != "django.db.backends.sqlite3":
    # Changes wait in the outbox; a test that searches asks for the fixture ``searchable``, which brings a server.
    SEARCH_BACKENDS = {
        "default": {
            "BACKEND": "archive.search.elasticsearch.ElasticsearchSearch",
            "OPTIONS": {"url": "http://127.0.0.1:9"},
        }
    }
else:
    # The live server's threads share one connection in memory; pysqlite3's cache of statements is not made for that.
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS | {"cached_statements": 0}
