"""Facets as pages show them: named in the reader's language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from archive.models import Bearer, Category, Craft, SubItem
from archive.search.base import SearchResult

NAMES: Mapping[str, str | Promise] = {
    "category": _("门类"),
    "craft": _("项目"),
    "place": _("地区"),
    "bearer": _("传承人"),
    "tool": _("工具"),
    "material": _("材料"),
    "verb": _("动作"),
    "has_transcript": _("口述记录"),
    "has_recording": _("原始影像"),
    "has_clip": _("演示成片"),
    "sample": _("示例"),
}
ANSWERS: Mapping[str, str | Promise] = {"yes": _("有"), "no": _("无")}
SAMPLE: Mapping[str, str | Promise] = {"yes": _("示例"), "no": _("非示例")}


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value to choose: what stands in the address, what the reader sees, how many hits, whether it is chosen."""

    value: str
    label: str
    n: int
    selected: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet with its values, most hits first."""

    name: str
    label: str
    values: tuple[FacetValue, ...]


def named_facets(result: SearchResult) -> tuple[Facet, ...]:
    """The facets of a result. Queries for the names of crafts, bearers and places."""
    return tuple(_facet(name, counts, result.query.filters.get(name, ())) for name, counts in result.facets.items())


def _facet(name: str, counts: Mapping[str, int], chosen: tuple[str, ...]) -> Facet:
    labels = LABELS[name](list(counts)) if name in LABELS else {}
    values = (FacetValue(value, str(labels.get(value, value)), n, value in chosen) for value, n in counts.items())
    return Facet(name, str(NAMES[name]), tuple(values))


Labels = Mapping[str, str | Promise]


def _english() -> bool:
    return (get_language() or "").startswith("en")


def _category_names(values: list[str]) -> Labels:
    return {str(category.value): category.label for category in Category}


def _craft_names(values: list[str]) -> Labels:
    return _pairs(Craft.objects.filter(slug__in=values), "slug", "name_en" if _english() else "name_zh")


def _bearer_names(values: list[str]) -> Labels:
    return _pairs(Bearer.objects.filter(slug__in=values), "slug", "name_en" if _english() else "name_zh")


def _place_names(values: list[str]) -> Labels:
    """Places are kept in Chinese; their English stands beside them."""
    if not _english():
        return {}
    listed = _pairs(SubItem.objects.filter(region_zh__in=values), "region_zh", "region_en")
    return {**listed, **_pairs(Bearer.objects.filter(place_zh__in=values).exclude(place_en=""), "place_zh", "place_en")}


def _pairs(rows: "QuerySet[Craft] | QuerySet[Bearer] | QuerySet[SubItem]", key: str, value: str) -> Labels:
    return dict(rows.values_list(key, value))


LABELS: Mapping[str, Callable[[list[str]], Labels]] = {
    "category": _category_names,
    "craft": _craft_names,
    "bearer": _bearer_names,
    "place": _place_names,
    "has_transcript": lambda values: ANSWERS,
    "has_recording": lambda values: ANSWERS,
    "has_clip": lambda values: ANSWERS,
    "sample": lambda values: SAMPLE,
}
