"""What waits for this master, the longest waiting first."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from archive.models import Craft
from archive.permissions import SignedInRequest
from review.models import Assignment, Round, RoundStatus, Verdict

SHOWN = 20


@login_required
@require_GET
def reviews(request: SignedInRequest) -> HttpResponse:
    """待我过目. Whoever works in no craft has no such page."""
    if not Craft.objects.open_to(request.user).exists():
        raise Http404
    about = ("take__recipe__shot", "spec__technique__craft", "spec__technique__bearer")
    judged = Verdict.objects.filter(by=request.user).select_related("round__take__recipe", "round__spec__technique")
    mine = Round.objects.awaiting(request.user)
    others = Round.objects.visible_to(request.user).filter(status=RoundStatus.OPEN).exclude(pk__in=mine.values("pk"))
    asked = Assignment.objects.filter(master=request.user)
    context = {
        "master_mode": asked.exists(),
        "waiting": mine.select_related(*about).order_by("opened_at"),
        "judged": judged.order_by("-decided_at")[:SHOWN],
        "others": others.select_related(*about).order_by("opened_at"),
    }
    return render(request, "review/inbox.html", context)
