"""Search: one vocabulary, two backends.

Pages ask ``get_backend().search(SearchQuery.from_params(request.GET))``; services call :func:`technique_changed`.
"""

from archive.search.base import (
    FACETS,
    SORTS,
    Difference,
    Hit,
    SearchBackend,
    SearchDocument,
    SearchQuery,
    SearchResult,
    SearchUnavailableError,
)
from archive.search.documents import document
from archive.search.facets import Facet, FacetValue, named_facets
from archive.search.loading import get_backend
from archive.search.record import technique_changed, techniques_changed

__all__ = [
    "FACETS",
    "SORTS",
    "Difference",
    "Facet",
    "FacetValue",
    "Hit",
    "SearchBackend",
    "SearchDocument",
    "SearchQuery",
    "SearchResult",
    "SearchUnavailableError",
    "document",
    "get_backend",
    "named_facets",
    "technique_changed",
    "techniques_changed",
]
