"""Which backend is in use."""

from functools import cache
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from archive.search.base import SearchBackend


@cache
def get_backend(alias: str = "default") -> SearchBackend:
    """The backend that the settings name; ``get_backend.cache_clear()`` after a test has changed them."""
    configured: Any = settings.SEARCH_BACKENDS[alias]
    backend: SearchBackend = import_string(configured["BACKEND"])(**configured["OPTIONS"])
    return backend
