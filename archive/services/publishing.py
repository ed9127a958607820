"""Publishing and accession: what the public site may show, and who told the search index."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction

from archive.lifecycle import hold, move
from archive.models import (
    Attribution,
    Bearer,
    Clip,
    ClipVerdict,
    ConsentUse,
    Publication,
    Recording,
    Technique,
    TechniqueSpec,
    User,
)
from archive.models.publication import Published
from archive.search import technique_changed
from archive.services.consent import require_consent
from archive.services.crediting import credit_clip

TO_PUBLIC = (Publication.IN_REVIEW, Publication.APPROVED, Publication.PUBLISHED)


def publish(row: Published, *, by: User | None, reason: str = "") -> None:
    """Bring a row through review to the public, one recorded move after another. A public row stays as it is.

    Raises :class:`archive.services.consent.ConsentMissingError`; footage needs an attribution (``ValueError``).
    """
    if isinstance(row, Recording):
        _check_recording(row)
    if isinstance(row, Clip):
        require_consent(row.technique.bearer, ConsentUse.PUBLISH_GENERATED, ConsentUse.NAME_USE)
    with transaction.atomic():
        _hold(row)
        for status in TO_PUBLIC[_stage(row) :]:
            move(row, status, by=by, reason=reason)
        _tell(row)


def retire(row: Published, *, by: User | None, reason: str) -> None:
    """Take a public row down at once. The row, its files and its identifier stay."""
    with transaction.atomic():
        _hold(row)
        move(row, Publication.RETIRED, by=by, reason=reason)
        _tell(row)


def retire_outdated_clips(version: TechniqueSpec, *, by: User | None) -> None:
    """Take down every public clip whose step reads otherwise in the new version, is gone from it, or is now secret.

    An approval is about what was approved; a changed step must be filmed and judged again.
    """
    steps = {step.id: step for step in version.spec.steps}
    for clip in version.technique.clips.published().select_related("spec"):
        now = steps.get(clip.step_id)
        if now is None or now.secret or now != clip.spec.spec.step(clip.step_id):
            move(clip, Publication.RETIRED, by=by, reason=f"step changed in version {version.version}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmFiles:
    """The three files of an approved take."""

    film: "File[bytes]"
    poster: "File[bytes]"
    captions: "File[bytes]"


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedBy:
    """One verdict as the archive keeps it."""

    bearer: Bearer | None
    judge_name: str
    decision: str
    remark: str
    take_sha256: str
    spec_sha256: str
    decided_at: datetime


def accession_clip(
    spec: TechniqueSpec, *, files: FilmFiles, facts: dict[str, Any], verdicts: list[JudgedBy], by: User | None
) -> Clip:
    """Write an approved film, its recipe, verdicts and attribution into the archive and publish it.

    An earlier public clip of the same step gives way. Raises :class:`archive.services.consent.ConsentMissingError`.
    """
    technique = spec.technique
    with transaction.atomic():
        clip = Clip(technique=technique, spec=spec, **facts)
        clip.attribution = _credit(clip, verdicts)
        clip.file.save("film", files.film, save=False)
        clip.poster.save("poster", files.poster, save=False)
        clip.captions.save("captions", files.captions, save=False)
        clip.save()
        for verdict in verdicts:
            ClipVerdict.objects.create(clip=clip, **{name: getattr(verdict, name) for name in JudgedBy.__slots__})
        for older in technique.clips.published().filter(step_id=clip.step_id).exclude(pk=clip.pk):
            move(older, Publication.RETIRED, by=by, reason=f"replaced by clip {clip.uid}")
        publish(clip, by=by)
    return clip


def _credit(clip: Clip, verdicts: list[JudgedBy]) -> Attribution:
    approved_by = [verdict.judge_name for verdict in verdicts if verdict.decision == "approve"]
    return credit_clip(
        clip.spec,
        uid=str(clip.uid),
        backend=clip.backend,
        approved_by=approved_by,
    )


def _check_recording(recording: Recording) -> None:
    if recording.attribution is None:
        raise ValueError("a recording without attribution cannot be published")
    for bearer in recording.bearers.all():
        require_consent(bearer, ConsentUse.PUBLISH_ORIGINAL, ConsentUse.NAME_USE)


def _stage(row: Published) -> int:
    stages = {Publication.IN_REVIEW: 1, Publication.APPROVED: 2, Publication.PUBLISHED: 3}
    return stages.get(Publication(row.status), 0)


def _hold(row: Published) -> None:
    """Lock every technique whose public record this row belongs to."""
    hold(Technique.objects.filter(pk__in=[technique.pk for technique in _techniques(row)]))


def _tell(row: Published) -> None:
    """Tell the search index about every technique whose public record this row belongs to."""
    for technique in _techniques(row):
        technique_changed(technique)


def _techniques(row: Published) -> list[Technique]:
    if isinstance(row, Technique):
        return [row]
    if isinstance(row, Clip):
        return [row.technique]
    if isinstance(row, Recording):
        return list(Technique.objects.filter(craft=row.craft).order_by("pk"))
    return list(Technique.objects.filter(craft__pk=row.pk).order_by("pk"))
