"""One film before a master: beside the footage, with what the master said, and three answers."""

import logging
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from archive.permissions import SignedInRequest
from archive.services.consent import ConsentMissingError
from archive.views.facts import figures, words
from archive.views.passages import second_of
from archive.views.technique import asked_second, footage
from generation.services import request_from
from generation.views.takes import film
from review.forms import RemarkForm
from review.models import Decision, Round, RoundStatus, Verdict
from review.permissions import may_judge
from review.services.judging import RoundClosedError, add_remark, give_verdict

log = logging.getLogger(__name__)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: SignedInRequest, pk: int) -> HttpResponse:
    """The station. A POST approves at once; the two other answers lead to one more page."""
    round_ = visible_round(request, pk)
    if request.method != "POST":
        return station(request, round_)
    if request.POST.get("decision") != Decision.APPROVE:
        return station(request, round_, problem=_("请点三个回答中的一个。"), status=422)
    return decide(request, round_, decision=Decision.APPROVE, reasons=[], text=request.POST.get("text", ""))


@login_required
@require_POST
def review_remark(request: SignedInRequest, pk: int) -> HttpResponse:
    """Leave a note on a frame. What was typed stays where it cannot be taken."""
    round_ = visible_round(request, pk)
    if no := refused(request, round_):
        return no
    form = RemarkForm(request.POST, frames=round_.take.frames)
    if not form.is_valid():
        return station(request, round_, remark=form, status=422)
    add_remark(round_, by=request.user, text=form.cleaned_data["text"], frame=form.cleaned_data["frame"])
    return redirect(f"{reverse('review', args=[pk])}#remarks")


def visible_round(request: SignedInRequest, pk: int) -> Round:
    """The round, or 404 for whoever does not work in its craft."""
    about = ("take__recipe__shot", "take__job", "spec__technique__craft", "spec__transcript__recording")
    return get_object_or_404(Round.objects.visible_to(request.user).select_related(*about), pk=pk)


def refused(request: SignedInRequest, round_: Round) -> HttpResponse | None:
    """403, and a line in the log, for whoever works in the craft but was not asked, or made the film."""
    if may_judge(request.user, round_):
        return None
    log.warning("refused: user %s may not judge round %s", request.user.pk, round_.pk)
    return render(request, "review/refused.html", {"round": round_}, status=403)


def decide(
    request: SignedInRequest, round_: Round, *, decision: Decision, reasons: list[str], text: str
) -> HttpResponse:
    """Record the verdict and go on; say plainly what stood in the way."""
    if no := refused(request, round_):
        return no
    try:
        give_verdict(round_, by=request.user, decision=decision, reasons=reasons, text=text)
    except RoundClosedError as error:
        return station(request, round_, problem=str(error), status=409)
    except ConsentMissingError as error:
        return station(request, round_, problem=str(error), status=422)
    return redirect("review-done", round_.pk)


def station(
    request: SignedInRequest, round_: Round, *, problem: str = "", remark: RemarkForm | None = None, status: int = 200
) -> HttpResponse:
    """The page."""
    waiting = list(Round.objects.awaiting(request.user).order_by("opened_at").values_list("pk", flat=True))
    mine = round_.verdicts.filter(by=request.user).first()
    may_decide = mine is None and round_.status == RoundStatus.OPEN and may_judge(request.user, round_)
    shown = what_is_shown(round_)
    context = shown | {
        "start": asked_second(request.GET.get("t", ""), shown["offset"]),
        "may_decide": may_decide,
        "mine": mine,
        "verdicts": _verdicts(round_, may_decide=may_decide),
        "earlier": _earlier(round_),
        "remarks": round_.remarks.select_related("by").order_by(F("frame").asc(nulls_first=True), "pk"),
        "remark": remark or RemarkForm(frames=round_.take.frames),
        "problem": problem,
        "position": waiting.index(round_.pk) + 1 if round_.pk in waiting else None,
        "total": len(waiting),
    }
    return render(request, "review/station.html", context, status=status)


def what_is_shown(round_: Round) -> dict[str, Any]:
    """The film, the step it shows, and where in the footage that step was told."""
    take, spec = round_.take, round_.spec
    request = request_from(take.recipe)
    cues = list(spec.transcript.cues.order_by("number"))
    recording = spec.transcript.recording
    return {
        "round": round_,
        "take": take,
        "shown": request,
        "technique": spec.technique,
        "recording": recording,
        "footage": footage(recording, spec.transcript) if recording else None,
        "film": film(take),
        "offset": second_of(cues, request.step.clause.start) or 0.0,
        "figures": figures(request.step, cues),
        "words": words(request.step, cues),
        "master_mode": True,
        "assumed": take.facts.get("assumed", ()),
    }


def _verdicts(round_: Round, *, may_decide: bool) -> Any:
    """What others decided. Hidden from whoever still decides: each master judges alone."""
    verdicts = round_.verdicts.select_related("by").order_by("decided_at")
    return verdicts.none() if may_decide else verdicts


def _earlier(round_: Round) -> Any:
    """What masters said about the film that this one replaces."""
    before = round_.take.recipe.replaces_id
    if before is None:
        return Verdict.objects.none()
    return Verdict.objects.filter(round__take__recipe=before).select_related("by").order_by("decided_at")
