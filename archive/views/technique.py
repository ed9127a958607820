"""The page that is the product: footage, passage, step, film, verdict and attribution of one technique, together."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from archive.disclosure import numbered_steps, open_clips, open_cues, open_recordings, open_spec
from archive.media import Film
from archive.models import Clip, Cue, Publication, Recording, Technique, TechniqueSpec, Transcript
from archive.views import facts
from archive.views.order import drawing
from archive.views.passages import lines, second_of
from craftnlp.sentence import title
from craftnlp.spec import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    """One row of the list of steps."""

    step: Step
    number: int
    title: str
    seconds: float | None
    clip: Clip | None


@require_safe
def technique(request: HttpRequest, slug: str) -> HttpResponse:
    """One technique. ``?step=s3`` chooses the step, ``?t=12.5`` the second at which the footage starts."""
    rows = Technique.objects.visible_to(request.user).select_related("craft", "bearer")
    found = get_object_or_404(rows, slug=slug)
    spec = found.specs.current().select_related("transcript__recording__attribution").first()
    context: dict[str, object] = {"technique": found, "craft": found.craft, "bearer": found.bearer, "spec": spec}
    if spec is not None:
        context |= _reading(request, found, spec)
    return render(request, "archive/technique.html", context)


def _reading(request: HttpRequest, found: Technique, spec: TechniqueSpec) -> dict[str, object]:
    cues = open_cues(spec.transcript)
    steps = shown_steps(found, spec, cues, user=request.user)
    chosen = choose(steps, request.GET.get("step", ""))
    recording = _recording(spec.transcript, user=request.user)
    offset = (chosen.seconds if chosen else None) or 0.0
    clip = chosen.clip if chosen else None
    return {
        "steps": steps,
        "parts": drawing(open_spec(spec), {row.step.id: row for row in steps}),
        "chosen": chosen,
        **_neighbours(steps, chosen),
        "figures": facts.figures(chosen.step, cues) if chosen else [],
        "words": facts.words(chosen.step, cues) if chosen else [],
        "lines": lines(cues, [row.step for row in steps], chosen.step if chosen else None),
        "transcript": spec.transcript,
        "recording": recording,
        "footage": _footage(recording, spec.transcript, user=request.user) if recording else None,
        "film": film(clip) if clip else None,
        "clip": clip,
        "offset": offset,
        "start": asked_second(request.GET.get("t", ""), offset),
        "verdicts": clip.verdicts.select_related("bearer").order_by("decided_at") if clip else [],
        "versions": found.specs.exclude(version=None).order_by("-version"),
    }


def shown_steps(found: Technique, spec: TechniqueSpec, cues: Sequence[Cue], *, user: object) -> list[ShownStep]:
    """The open steps of the version in force, in the order of doing, each with its newest clip that this user may see."""
    clips = _clips_by_step(found, user=user)
    return [
        ShownStep(
            step=step,
            number=number,
            title=title(step),
            seconds=second_of(cues, step.clause.start),
            clip=clips.get((spec.transcript_id, step.clause.start, step.clause.end)),
        )
        for number, step in numbered_steps(spec)
    ]


def choose(steps: Sequence[ShownStep], wanted: str) -> ShownStep | None:
    """The step asked for; otherwise, of those with a clip, the one with the most figures said; otherwise the first."""
    asked = [row for row in steps if row.step.id == wanted]
    filmed = sorted((row for row in steps if row.clip), key=lambda row: -len(row.step.quantity))
    return next(iter([*asked, *filmed, *steps]), None)


def _neighbours(steps: Sequence[ShownStep], chosen: ShownStep | None) -> dict[str, ShownStep | None]:
    """The steps before and after the chosen one."""
    if chosen is None:
        return {}
    at = steps.index(chosen)
    return {"before": steps[at - 1] if at else None, "after": steps[at + 1] if at + 1 < len(steps) else None}


def asked_second(text: str, default: float) -> float:
    """A second from the address. Anything that is no moment of a recording counts as not given."""
    try:
        seconds = float(text)
    except ValueError:
        return default
    return seconds if math.isfinite(seconds) and 0 <= seconds < 86400 else default


def footage(recording: Recording, transcript: Transcript) -> Film:
    """A recording for the player, captioned by the transcript."""
    return Film(
        src=reverse("recording-media", args=[recording.uid]),
        mime_type=recording.mime_type,
        captions=reverse("transcript-captions", args=[transcript.pk]),
        title=recording.title_zh,
        fps=recording.fps,
        seconds=recording.seconds,
        sound=not recording.width,
    )


def film(clip: Clip) -> Film:
    """A clip for the player."""
    return Film(
        src=reverse("clip-media", args=[clip.uid, "mp4"]),
        mime_type="video/mp4",
        captions=reverse("clip-media", args=[clip.uid, "vtt"]),
        poster=reverse("clip-media", args=[clip.uid, "webp"]),
        title=clip.title,
        fps=clip.fps,
        frames=clip.frames,
        seconds=clip.seconds,
    )


def _clips_by_step(found: Technique, *, user: object) -> dict[tuple[int, int, int], Clip]:
    """Clips by the passage they were made from, so that a clip stays with its step when the version rises."""
    rows = open_clips(Clip.objects.visible_to(user).filter(technique=found, status=Publication.PUBLISHED))
    clips: dict[tuple[int, int, int], Clip] = {}
    for clip in rows.select_related("spec", "attribution").order_by("accessioned_at"):
        clause = clip.spec.spec.step(clip.step_id).clause
        clips[clip.spec.transcript_id, clause.start, clause.end] = clip
    return clips


def _footage(recording: Recording, transcript: Transcript, *, user: object) -> Film | None:
    """The footage, if this user may see and hear all of it."""
    rows = Recording.objects.filter(pk=recording.pk)
    return footage(recording, transcript) if open_recordings(rows, user=user).exists() else None


def _recording(transcript: Transcript, *, user: object) -> Recording | None:
    return Recording.objects.visible_to(user).filter(transcripts=transcript).select_related("attribution").first()
