"""The page after 要改一改 and 不能用, and the page after every decision."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_http_methods

from archive.permissions import SignedInRequest
from review.forms import ReasonsForm
from review.models import Accession, Decision, Round, Verdict
from review.views.station import decide, refused, visible_round, what_is_shown


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def review_reasons(request: SignedInRequest, pk: int, decision: str) -> HttpResponse:
    """Why the film has to change or cannot be used. 422 as long as a reason or the sentence is missing."""
    round_ = visible_round(request, pk)
    if no := refused(request, round_):
        return no
    answer = Decision(decision)
    form = ReasonsForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        given = form.cleaned_data
        return decide(request, round_, decision=answer, reasons=given["reasons"], text=given["text"])
    context = what_is_shown(round_) | {"form": form, "decision": answer}
    return render(request, "review/reasons.html", context, status=422 if form.is_bound else 200)


@login_required
@require_GET
def review_done(request: SignedInRequest, pk: int) -> HttpResponse:
    """The decision is kept. What became of it, and what waits next."""
    round_ = visible_round(request, pk)
    verdict = get_object_or_404(Verdict.objects.select_related("round"), round=round_, by=request.user)
    clip = Accession.objects.filter(round=round_).select_related("clip__technique").first()
    context = what_is_shown(round_) | {
        "verdict": verdict,
        "clip": clip.clip if clip else None,
        "still_asked": round_.assignments.count() - round_.verdicts.count(),
        "following": Round.objects.awaiting(request.user).order_by("opened_at").first(),
    }
    return render(request, "review/done.html", context)
