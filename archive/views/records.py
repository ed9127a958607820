"""Crafts and bearers, in lists and one by one."""

from django.db.models import Count, F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from archive.models import Bearer, Clip, Craft, Technique
from archive.views.home import posters_of

BY_SERIAL = F("serial").asc(nulls_first=True)  # said, because every database has its own place for what is empty


@require_safe
def crafts(request: HttpRequest) -> HttpResponse:
    """Every craft in the order of the national list."""
    visible = Technique.objects.visible_to(request.user)
    rows = Craft.objects.visible_to(request.user).prefetch_related("sub_items")
    rows = rows.annotate(shown=Count("techniques", filter=Q(techniques__in=visible), distinct=True))
    return render(request, "archive/crafts.html", {"crafts": rows.order_by("category", BY_SERIAL, "pk")})


@require_safe
def craft(request: HttpRequest, slug: str) -> HttpResponse:
    """One craft: its number and category, where it is listed, who holds it, its techniques."""
    found = get_object_or_404(Craft.objects.visible_to(request.user), slug=slug)
    techniques = Technique.objects.visible_to(request.user).filter(craft=found)
    context = {
        "craft": found,
        "sub_items": found.sub_items.order_by(F("listed_in").asc(nulls_first=True), "pk"),
        "bearers": found.bearers.order_by("pk"),
        "techniques": _with_posters(request, techniques),
    }
    return render(request, "archive/craft.html", context)


@require_safe
def bearers(request: HttpRequest) -> HttpResponse:
    """Every bearer of a visible craft."""
    rows = Bearer.objects.visible_to(request.user).prefetch_related("crafts").order_by("pk")
    visible = set(Craft.objects.visible_to(request.user).values_list("pk", flat=True))
    pairs = [(row, [craft for craft in row.crafts.all() if craft.pk in visible]) for row in rows]
    return render(request, "archive/bearers.html", {"bearers": pairs})


@require_safe
def bearer(request: HttpRequest, slug: str) -> HttpResponse:
    """One bearer: level, place, lineage, techniques."""
    rows = Bearer.objects.visible_to(request.user).select_related("teacher")
    found = get_object_or_404(rows, slug=slug)
    techniques = Technique.objects.visible_to(request.user).filter(bearer=found)
    known = Bearer.objects.visible_to(request.user)
    context = {
        "bearer": found,
        "teacher": known.filter(students=found).first(),
        "students": known.filter(teacher=found).order_by("pk"),
        "crafts": Craft.objects.visible_to(request.user).filter(bearers=found).order_by("category", BY_SERIAL, "pk"),
        "techniques": _with_posters(request, techniques),
    }
    return render(request, "archive/bearer.html", context)


def _with_posters(request: HttpRequest, techniques: QuerySet[Technique]) -> list[tuple[Technique, Clip | None]]:
    rows = list(techniques.select_related("craft", "bearer").order_by("pk"))
    posters = posters_of(rows, user=request.user)
    return [(row, posters.get(row.pk)) for row in rows]
