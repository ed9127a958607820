"""One job: where it stands, its recipe, what came of it, and, for staff, the log."""

from django.contrib.auth.decorators import login_required
from django.contrib.contenttypes.models import ContentType
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from archive.models import StatusChange
from archive.permissions import SignedInRequest
from generation.models import Job, JobStatus, Take
from generation.views.lines import line
from generation.views.takes import film


@login_required
@require_GET
def job(request: SignedInRequest, pk: int) -> HttpResponse:
    """The page; htmx asks for the state of an open job every two seconds."""
    about = ("recipe__shot__storyboard__spec__technique__craft", "recipe__prompt_template", "requested_by")
    row = get_object_or_404(Job.objects.visible_to(request.user).select_related(*about), pk=pk)
    changes = StatusChange.objects.filter(content_type=ContentType.objects.get_for_model(Job), object_id=row.pk)
    take = Take.objects.filter(recipe=row.recipe).select_related("recipe").first()
    context = {
        "line": line(row, curated=Job.objects.curated_by(request.user).filter(pk=row.pk).exists()),
        "job": row,
        "recipe": row.recipe,
        "spec": row.recipe.shot.storyboard.spec,
        "take": take,
        "film": film(take) if take else None,
        "attempts": Job.objects.filter(recipe=row.recipe).exclude(pk=row.pk).order_by("attempt"),
        "changes": [
            {"at": change.at, "by": change.by, "label": JobStatus(change.new).label}
            for change in changes.select_related("by").order_by("at", "pk")
        ],
    }
    return render(request, "generation/job_state.html" if request.htmx else "generation/job.html", context)
