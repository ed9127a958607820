"""The files of takes, for those who work in the craft. For everybody else they do not exist."""

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from archive.media import Film, serve
from generation.models import Take

FILES = {
    "mp4": ("file", "video/mp4"),
    "webp": ("poster", "image/webp"),
    "vtt": ("captions", "text/vtt; charset=utf-8"),
}


@require_safe
def take(request: HttpRequest, uid: UUID, kind: str) -> HttpResponseBase:
    """The film, poster or captions of a take, one range at a time."""
    row = get_object_or_404(Take.objects.visible_to(request.user), uid=uid)
    name, content_type = FILES[kind]
    tag = row.sha256 if kind == "mp4" else f"{row.sha256}-{kind}"
    return serve(request, getattr(row, name), content_type=content_type, sha256=tag)


def film(row: Take) -> Film:
    """A take for the player."""
    src, poster, captions = (reverse("take-media", args=[row.uid, kind]) for kind in ("mp4", "webp", "vtt"))
    return Film(
        src=src,
        mime_type="video/mp4",
        captions=captions,
        poster=poster,
        title=row.recipe.request["title"],
        fps=row.fps,
        frames=row.frames,
        seconds=row.seconds,
    )
