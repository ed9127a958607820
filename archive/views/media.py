"""Files of recordings and clips, and captions made from transcripts. What a reader may not see answers 404."""

import html
from collections.abc import Iterator
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from archive.disclosure import open_clips, open_cues, open_recordings
from archive.media import serve
from archive.models import Clip, Cue, Recording, SpecStatus, Transcript

CLIP_FILES = {
    "mp4": ("file", "video/mp4"),
    "webp": ("poster", "image/webp"),
    "vtt": ("captions", "text/vtt; charset=utf-8"),
}


@require_safe
def recording(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """The original bytes of a recording, unless part of what is said in it may not be told."""
    rows = open_recordings(Recording.objects.visible_to(request.user), user=request.user)
    row = get_object_or_404(rows, uid=uid)
    return serve(request, row.file, content_type=row.mime_type, sha256=row.sha256)


@require_safe
def clip(request: HttpRequest, uid: UUID, kind: str) -> HttpResponseBase:
    """The film, poster or captions of a clip; ``?download`` saves the film, its labels in picture and file included."""
    row = get_object_or_404(open_clips(Clip.objects.visible_to(request.user)), uid=uid)
    name, content_type = CLIP_FILES[kind]
    tag = row.sha256 if kind == "mp4" else f"{row.sha256}-{kind}"
    save_as = f"jiyi-AI-generated-{row.content_number}.{kind}" if "download" in request.GET else ""
    return serve(request, getattr(row, name), content_type=content_type, sha256=tag, download_as=save_as)


@require_safe
def captions(request: HttpRequest, pk: int) -> HttpResponse:
    """A transcript in force as WebVTT, without the lines of secret steps."""
    rows = Transcript.objects.visible_to(request.user).filter(specs__status=SpecStatus.ACCEPTED).distinct()
    text = "".join(webvtt(open_cues(get_object_or_404(rows, pk=pk))))
    return HttpResponse(text, content_type="text/vtt; charset=utf-8")


def webvtt(cues: tuple[Cue, ...]) -> Iterator[str]:
    """The timed lines as a WebVTT file. A line without an end lasts until the next one begins."""
    yield "WEBVTT\n"
    for index, cue in enumerate(cues):
        following = cues[index + 1].start if index + 1 < len(cues) else None
        end = cue.end or following or (cue.start or 0) + 5
        if cue.start is not None and end > cue.start:
            text = "\n".join(line for line in html.escape(cue.text, quote=False).splitlines() if line.strip())
            voice = f"<v {html.escape(cue.speaker, quote=False)}>" if cue.speaker else ""
            yield f"\n{_stamp(cue.start)} --> {_stamp(end)}\n{voice}{text}\n"


def _stamp(seconds: float) -> str:
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest:02}.{thousandths:03}"
