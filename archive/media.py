"""Serving the bytes of films: one range at a time, so that players can seek.

Django's ``FileResponse`` answers every range request with the whole file; a browser then believes that the film
cannot be sought at all. Callers ask ``visible_to(user)`` first; nothing here decides who may see a file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models.fields.files import FieldFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

BLOCK = 64 * 1024
RANGE = re.compile(r"bytes=(\d*)-(\d*)")


class UnsatisfiableError(ValueError):
    """The range lies outside the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """A film as the player takes it. ``sound`` marks a recording without a picture."""

    src: str
    mime_type: str
    captions: str
    title: str
    poster: str = ""
    fps: float | None = None
    frames: int | None = None
    seconds: float = 0.0
    sound: bool = False


def serve(
    request: HttpRequest, file: FieldFile, *, content_type: str, sha256: str, download_as: str = ""
) -> HttpResponseBase:
    """Answer with a stored file or the one range of it that was asked for. Raises ``Http404`` if it is not there."""
    try:
        size = file.size
    except FileNotFoundError as error:
        raise Http404(file.name) from error
    etag = f'"{sha256}"'
    if request.headers.get("If-None-Match") == etag:
        return HttpResponseNotModified(headers={"ETag": etag})
    try:
        wanted = asked_range(request, size=size, etag=etag)
    except UnsatisfiableError:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}", "Accept-Ranges": "bytes"})
    first, last = wanted or (0, size - 1)
    body = iter(()) if request.method == "HEAD" else _blocks(file, first, last - first + 1)
    headers = {
        "ETag": etag,
        "Accept-Ranges": "bytes",
        "Content-Length": str(last - first + 1),
        "Cache-Control": "private, no-cache",
        "X-Content-Type-Options": "nosniff",
    }
    if wanted:
        headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    if download_as:
        headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=download_as) or ""
    return StreamingHttpResponse(body, status=206 if wanted else 200, content_type=content_type, headers=headers)


def asked_range(request: HttpRequest, *, size: int, etag: str) -> tuple[int, int] | None:
    """First and last byte of the range asked for; ``None`` for the whole file, as for anything we do not understand.

    Raises :class:`UnsatisfiableError`.
    """
    found = RANGE.fullmatch(request.headers.get("Range", ""))
    if found is None or found[0] == "bytes=-" or request.headers.get("If-Range", etag) != etag:
        return None
    if not found[1]:  # the last n bytes
        first, last = max(size - int(found[2]), 0), size - 1
    else:
        first, last = int(found[1]), min(int(found[2] or size), size - 1)
    if found[2] and found[1] and int(found[2]) < int(found[1]):
        return None
    if first > last:
        raise UnsatisfiableError
    return first, last


def _blocks(file: FieldFile, first: int, length: int) -> Iterator[bytes]:
    with file.storage.open(str(file.name)) as stream:
        stream.seek(first)
        while length > 0 and (block := stream.read(min(BLOCK, length))):
            length -= len(block)
            yield block
