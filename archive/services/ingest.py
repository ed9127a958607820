"""Ingest: footage and transcripts come in; their bytes are hashed, probed and never changed again."""

import hashlib
import uuid
from pathlib import Path
from typing import IO, Any

from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils.translation import gettext as _

from archive.lifecycle import hold
from archive.models import Bearer, Craft, Cue, Recording, Transcript, User
from archive.probing import probe
from craftnlp.cues import Cue as SpokenCue
from craftnlp.cues import decode, parse_transcript, transcript_text
from craftnlp.spec import text_sha256

BLOCK = 1024 * 1024


class DuplicateFileError(Exception):
    """The same bytes are in the archive already. ``existing`` is the recording that holds them."""

    def __init__(self, existing: Recording) -> None:
        super().__init__(_("这个文件档案里已经有了：%(title)s。没有再存一份。") % {"title": existing.title_zh})
        self.existing = existing


def sha256_of(stream: "IO[bytes] | File[bytes]") -> str:
    """SHA-256 (hex) of what is left in a stream, read in blocks."""
    digest = hashlib.sha256()
    while block := stream.read(BLOCK):
        digest.update(block)
    return digest.hexdigest()


def add_recording(path: Path, *, craft: Craft, bearers: list[Bearer], facts: dict[str, Any]) -> Recording:
    """Take a recording into the archive: hash, probe, copy. ``facts`` are the descriptive fields of the row.

    Raises :class:`DuplicateFileError` when these bytes are kept already, :class:`archive.probing.ProbeError` when the
    file is no film or sound we can open.
    """
    with path.open("rb") as stream:
        sha256 = sha256_of(stream)
    if existing := Recording.objects.filter(sha256=sha256).first():
        raise DuplicateFileError(existing)
    found = probe(path)
    recording = Recording(craft=craft, sha256=sha256, size=path.stat().st_size, **found.fields(), **facts)
    with path.open("rb") as stream, transaction.atomic():
        recording.file.save(path.name, File(stream), save=False)
        recording.save()
        recording.bearers.set(bearers)
    return recording


def add_transcript(source: bytes, *, craft: Craft, bearer: Bearer, by: User | None, **facts: Any) -> Transcript:
    """Keep a transcript as it was handed in, with its cues. ``facts``: recording, layer, language, machine_made.

    Raises :class:`craftnlp.cues.CueError`, whose message names the line and says what to do; nothing is kept then.
    """
    cues = parse_transcript(decode(source))
    transcript = Transcript(craft=craft, bearer=bearer, created_by=by, **facts)
    return _keep(transcript, source, cues)


def revise_transcript(transcript: Transcript, source: bytes, *, by: User | None) -> Transcript:
    """An edit: the next version of the same series. The earlier version stays as it was."""
    cues = parse_transcript(decode(source))
    with transaction.atomic():
        series = Transcript.objects.filter(series=transcript.series)
        hold(series)
        newest = series.latest("version")  # asked after the lock: somebody may just have written one
        revised = Transcript(
            series=transcript.series,
            version=newest.version + 1,
            craft=transcript.craft,
            bearer=transcript.bearer,
            recording=transcript.recording,
            layer=transcript.layer,
            language=transcript.language,
            created_by=by,
        )
        return _keep(revised, source, cues)


def link_recording(transcript: Transcript, recording: Recording) -> None:
    """Join a transcript that was entered first to the footage that came later. Nothing is re-keyed."""
    transcript.recording = recording
    transcript.save(update_fields=["recording"])


def _keep(transcript: Transcript, source: bytes, cues: tuple[SpokenCue, ...]) -> Transcript:
    transcript.source_sha256 = hashlib.sha256(source).hexdigest()
    transcript.text_sha256 = text_sha256(transcript_text(cues))
    with transaction.atomic():
        transcript.source.save(str(uuid.uuid4()), ContentFile(source), save=False)
        transcript.save()
        Cue.objects.bulk_create(_rows(transcript, cues))
    return transcript


def _rows(transcript: Transcript, cues: tuple[SpokenCue, ...]) -> list[Cue]:
    rows, offset = [], 0
    for number, cue in enumerate(cues):
        rows.append(Cue(transcript=transcript, number=number, offset=offset, **cue.model_dump()))
        offset += len(cue.text) + 1
    return rows
