"""Search: words, facets and their counts, hits that lead to the step and the second."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from archive.models import Technique
from archive.search import SearchQuery, SearchResult, SearchUnavailableError, get_backend, named_facets
from archive.search.base import Sort
from archive.views.home import posters_of

PAGE = 20
SORTS: tuple[tuple[Sort, str | Promise], ...] = (("score", _("相关")), ("updated", _("新近")), ("title", _("名称")))


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Hits of a query. Every choice stands in the address, so that going back loses nothing."""
    query = replace(SearchQuery.from_params(request.GET), size=PAGE)
    try:
        result = get_backend().search(query)
    except SearchUnavailableError:
        rows = Technique.objects.visible_to(request.user).select_related("craft", "bearer").order_by("name_zh")
        return render(request, "archive/search_down.html", {"query": query, "techniques": rows[:100]})
    return render(request, "archive/search.html", {"query": query, "result": result, **_shown(request, result)})


def _shown(request: HttpRequest, result: SearchResult) -> dict[str, object]:
    facets = named_facets(result)
    ids = [hit.id for hit in result.hits]
    rows = Technique.objects.visible_to(request.user).select_related("craft", "bearer").in_bulk(ids)
    posters = posters_of(list(rows.values()), user=request.user)
    return {
        "english": get_language() == "en",
        "sorts": SORTS,
        "facets": [
            (facet, [(value, toggled(request.GET, facet.name, value.value)) for value in facet.values])
            for facet in facets
        ],
        "chips": [
            (facet.label, value.label, toggled(request.GET, facet.name, value.value))
            for facet in facets
            for value in facet.values
            if value.selected
        ],
        "hits": [(hit, rows[hit.id], posters.get(hit.id)) for hit in result.hits if hit.id in rows],
    }


def toggled(params: QueryDict, name: str, value: str) -> str:
    """The query string with this facet value added, or removed if it was there. Back to the first page."""
    changed = params.copy()
    values = changed.getlist(name)
    changed.setlist(name, [one for one in values if one != value] if value in values else [*values, value])
    changed.pop("page", None)
    return "?" + changed.urlencode()
