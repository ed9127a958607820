"""A film from a rendering, in the order in which it is done: stamp, encode, label, probe, poster, captions, hash."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from generation.backends.base import Facts, Kind, Rendering, RenderRequest, Scalar
from generation.postproduction.aigc import aigc_label
from generation.postproduction.captions import captions, chapter_captions
from generation.postproduction.chapters import Chapter
from generation.postproduction.encode import encode
from generation.postproduction.mastering import content_number, label_text
from generation.postproduction.poster import write_poster
from generation.postproduction.probe import picture_at, probe
from generation.postproduction.stamp import stamp_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a film comes from, as its metadata says it. ``producer`` is the producer's code."""

    kind: Kind
    backend: str
    recipe_sha256: str
    producer: str

    @property
    def content_number(self) -> str:
        """The 内容制作编号."""
        return content_number(self.recipe_sha256)

    def aigc(self) -> str:
        """The AIGC label."""
        reserved = f"sha256:{self.recipe_sha256}"
        return aigc_label(producer=self.producer, content_number=self.content_number, reserved=reserved)


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """A finished film in a working folder: three files, and what is known of them."""

    film: Path
    poster: Path
    captions: Path
    sha256: str
    frames_sha256: str
    label: str
    content_number: str
    facts: Facts
    probe: Mapping[str, Scalar]


def make_film(
    request: RenderRequest, rendering: Rendering, *, origin: Origin, folder: Path, chapters: Sequence[Chapter] = ()
) -> Film:
    """Take all frames and write film, poster and captions into the folder. With chapters, each is one caption.

    Raises :class:`generation.postproduction.encode.FilmFaultError` when the result is not what was asked for, ``OSError``
    when it cannot be written, and whatever the backend raises.
    """
    film, poster, vtt = folder / "film.mp4", folder / "poster.webp", folder / "captions.vtt"
    stamp = stamp_for(origin.kind, request.width, request.height)
    metadata = _metadata(request, origin)
    frames_sha256 = encode(rendering.frames, film, request=request, stamp=stamp, metadata=metadata, chapters=chapters)
    facts = rendering.facts()
    with ThreadPoolExecutor(1) as second:  # to look into the film and to decode the poster take as long as each other
        probing = second.submit(probe, film, request=request, content_number=origin.content_number)
        shown = picture_at(film, poster_frame(facts, request.frames))
        write_poster(shown, poster, kind=origin.kind, label=metadata["AIGC"])
        probed = probing.result()
    said = chapter_captions(chapters, request.fps) if chapters else captions(request.quote, request.seconds)
    vtt.write_text(said, encoding="utf-8")
    return Film(
        film=film,
        poster=poster,
        captions=vtt,
        sha256=file_sha256(film),
        frames_sha256=frames_sha256,
        label=label_text(origin.kind),
        content_number=origin.content_number,
        facts=facts,
        probe=probed,
    )


def _metadata(request: RenderRequest, origin: Origin) -> dict[str, str]:
    comment = {
        "label": label_text(origin.kind),
        "content_number": origin.content_number,
        "recipe_sha256": origin.recipe_sha256,
        "backend": origin.backend,
        "seed": request.seed,
    }
    title = " · ".join(part for part in (request.craft, request.technique, request.title) if part)
    return {"title": title, "comment": json.dumps(comment, ensure_ascii=False), "AIGC": origin.aigc()}


def poster_frame(facts: Facts, frames: int) -> int:
    """The frame the backend recommends, otherwise the middle one."""
    wanted = facts.get("poster_frame")
    return wanted if isinstance(wanted, int) and 0 <= wanted < frames else frames // 2


def file_sha256(path: Path) -> str:
    """SHA-256 (hex) of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
