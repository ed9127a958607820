"""What waits on the workbench: proposals to confirm, and transcripts that nobody has read yet."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from archive.models import SpecStatus, Technique, TechniqueSpec, Transcript
from archive.permissions import SignedInRequest
from craftnlp.spec import Status


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposal and how far its confirmation has come."""

    proposal: TechniqueSpec
    steps: int
    decided: int
    total: int


@login_required
@require_GET
def workbench(request: SignedInRequest) -> HttpResponse:
    """The list. Only for those who curate a craft."""
    techniques = Technique.objects.curated_by(request.user)
    if not techniques.exists():
        raise Http404
    specs = TechniqueSpec.objects.filter(technique__in=techniques).select_related(
        "technique__craft", "transcript__bearer"
    )
    context = {
        "waiting": [_progress(row) for row in specs.filter(status=SpecStatus.PROPOSED).order_by("-created_at")],
        "confirmed": specs.current().order_by("-created_at"),
        "unread": _unread(request),
    }
    return render(request, "workbench/bench.html", context)


def _unread(request: SignedInRequest) -> QuerySet[Transcript]:
    mine = Transcript.objects.curated_by(request.user).filter(specs=None)
    return mine.select_related("craft", "bearer").order_by("-created_at")


def _progress(row: TechniqueSpec) -> Waiting:
    spec = row.spec
    values = [value for _, value in spec.values()]
    decided = sum(value.status is not Status.PROPOSED for value in values)
    return Waiting(row, len(spec.steps), decided, len(values))
