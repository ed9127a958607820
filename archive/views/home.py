"""The front of the house, and where to go from it."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from archive.disclosure import open_clips
from archive.models import Bearer, Category, Clip, Craft, Publication, Technique

RECENT = 6


@require_safe
def start(request: HttpRequest) -> HttpResponseRedirect:
    """``/`` leads to the reader's language."""
    response = redirect("home")
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What this is, a way in by words, by category and by what is new."""
    techniques = Technique.objects.visible_to(request.user).select_related("craft", "bearer")
    recent = list(techniques.order_by("-updated_at")[:RECENT])
    posters = posters_of(recent, user=request.user)
    featured = next((row for row in recent if row.pk in posters), None)
    return render(
        request,
        "archive/home.html",
        {
            "categories": categories(user=request.user),
            "recent": [(row, posters.get(row.pk)) for row in recent],
            "featured": featured,
            "clip": posters.get(featured.pk) if featured else None,
            "bearers": Bearer.objects.visible_to(request.user).order_by("pk")[:RECENT],
        },
    )


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What the archive is, how to tell original from generated, how to use the data."""
    return render(request, "archive/about.html")


def categories(*, user: object) -> list[tuple[int, str, int]]:
    """Each category with visible techniques: its number, name, and how many."""
    crafts = Craft.objects.visible_to(user)
    rows = Technique.objects.visible_to(user).filter(craft__in=crafts)
    counts = rows.order_by("craft__category").values_list("craft__category").annotate(Count("pk"))
    return [(number, str(Category(number).label), count) for number, count in counts]


def posters_of(techniques: list[Technique], *, user: object) -> dict[int, Clip]:
    """For each technique the public clip whose poster stands for it: that with the most figures said, else the first."""
    rows = Clip.objects.visible_to(user).filter(technique__in=techniques, status=Publication.PUBLISHED)
    clips = open_clips(rows).order_by("-step_number", "accessioned_at")
    return {clip.technique_id: clip for clip in sorted(clips, key=_figures)}


def _figures(clip: Clip) -> int:
    step = clip.recipe.get("request", {}).get("step", {})
    return len(step.get("quantity", ()))
