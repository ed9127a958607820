"""One specification: the proposal being confirmed, or a version that stands."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import reswap, retarget

from archive.forms import in_reader_language
from archive.models import Technique, TechniqueSpec
from archive.permissions import SignedInRequest
from archive.services import reading
from archive.views.order import is_plain
from archive.views.workbench.cards import cards, in_order, order, waiting_addresses
from archive.views.workbench.editing import FORMS, ValueForm
from archive.views.workbench.marks import lines
from craftnlp.cues import transcript_text
from craftnlp.decisions import Decision, DecisionError, Verdict
from craftnlp.merging import MergeError
from craftnlp.spec import TechniqueSpec as Spec
from craftnlp.spec import Value


@login_required
@require_GET
def spec(request: SignedInRequest, pk: int) -> HttpResponse:
    """The dense workbench for a proposal; a version is shown as it stands."""
    row = get_object_or_404(_curated(request), pk=pk)
    page = "workbench/proposal.html" if row.version is None else "workbench/version.html"
    return render(request, page, _whole(row))


@login_required
@require_POST
def spec_decide(request: SignedInRequest, pk: int) -> HttpResponse:
    """Accept or strike one value, or accept what is left of a step."""
    row = get_object_or_404(_proposals(request), pk=pk)
    try:
        made = _decisions(row, request)
        reading.decide(row, made, by=request.user)
    except (DecisionError, KeyError):
        return _cannot(_("没有这个值。请刷新页面后再试。"))
    return _step_answer(request, row, request.POST.get("step", ""))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def spec_value(request: SignedInRequest, pk: int, address: str) -> HttpResponse:
    """Edit one value: a page of its own, or a fragment in its row. 422 where what was typed cannot stand."""
    row = get_object_or_404(_proposals(request), pk=pk)
    value = dict(row.spec.values()).get(address)
    if value is None:
        raise Http404
    form = _form(row, address, value, request.POST if request.method == "POST" else None)
    if form.is_valid():
        edit = Decision(address=address, verdict=Verdict.EDIT, replacement=form.replacement(), by=request.user.username)
        reading.decide(row, [edit], by=request.user)
        return _step_answer(request, row, address.split(".")[0])
    page = "workbench/value_form.html" if request.htmx else "workbench/value.html"
    context = {
        "form": form,
        "row": row,
        "address": address,
        "anchor": address.replace(".", "-"),
        "step_id": address.split(".")[0],
        "clause": row.spec.step(address.split(".")[0]).clause.text,
        "inline": request.htmx,
    }
    answer = render(request, page, context, status=422 if form.is_bound else 200)
    return reswap(retarget(answer, f"#edit-{context['anchor']}"), "innerHTML")


@login_required
@require_POST
def spec_join(request: SignedInRequest, pk: int) -> HttpResponse:
    """Join a step into its neighbour. Numbers and addresses change all over the page, so it comes anew."""
    row = get_object_or_404(_proposals(request), pk=pk)
    step_id, into = request.POST.get("step", ""), request.POST.get("into", "")
    try:
        reading.merge_steps(row, into=into, parts=[step_id])
    except MergeError as error:
        context = _whole(row)
        place = step_id if step_id in {card.step.id for card in context["cards"]} else ""
        context |= {"problem": in_reader_language(error), "problem_at": place}
        return render(request, "workbench/proposal.html", context, status=422)
    return redirect(f"{reverse('spec', args=[row.pk])}#step-{into}")


@login_required
@require_POST
def spec_secret(request: SignedInRequest, pk: int) -> HttpResponse:
    """Mark a step as not to be shown, or lift the mark."""
    row = get_object_or_404(_proposals(request), pk=pk)
    step_id = request.POST.get("step", "")
    try:
        reading.mark_secret(row, step_id, secret=request.POST.get("secret") == "1", by=request.user)
    except KeyError:
        return _cannot(_("没有这一步。请刷新页面后再试。"))
    except reading.NothingAcceptedError as error:
        return _cannot(str(error))
    return _step_answer(request, row, step_id)


@login_required
@require_POST
def spec_confirm(request: SignedInRequest, pk: int) -> HttpResponse:
    """Make the next version from what was accepted."""
    row = get_object_or_404(_proposals(request), pk=pk)
    try:
        version = reading.confirm(row, by=request.user)
    except reading.NothingAcceptedError as error:
        messages.error(request, str(error))
        return redirect("spec", row.pk)
    messages.success(request, _("已确认：第 %(version)s 版。") % {"version": version.version})
    return redirect("spec", version.pk)


def _cannot(words: str) -> HttpResponse:
    return HttpResponseBadRequest(words, content_type="text/plain; charset=utf-8")


def _curated(request: SignedInRequest) -> Any:
    techniques = Technique.objects.curated_by(request.user)
    return TechniqueSpec.objects.filter(technique__in=techniques).select_related(
        "technique__craft", "technique__bearer", "transcript__recording"
    )


def _proposals(request: SignedInRequest) -> Any:
    """Only proposals can be decided: a version never changes again."""
    return _curated(request).filter(version=None)


def _form(row: TechniqueSpec, address: str, value: Value, data: Any) -> ValueForm:
    transcript = transcript_text(row.transcript.spoken())
    return FORMS[type(value)](value, transcript, data, prefix=address.replace(".", "-"))


def _decisions(row: TechniqueSpec, request: SignedInRequest) -> list[Decision]:
    """What the pressed button says: accept=ADDRESS, strike=ADDRESS, or accept_step with step=ID."""
    name = request.user.username
    if "accept_step" in request.POST:
        waiting: Iterable[str] = waiting_addresses(row.spec.step(request.POST.get("step", "")))
        return [Decision(address=address, verdict=Verdict.ACCEPT, by=name) for address in waiting]
    for verdict in (Verdict.ACCEPT, Verdict.STRIKE):
        if address := request.POST.get(verdict.value):
            return [Decision(address=address, verdict=verdict, by=name)]
    raise DecisionError("no decision was sent")


def _whole(row: TechniqueSpec) -> dict[str, Any]:
    """What the page shows: the words on one side, the steps on the other."""
    content = row.spec
    return _context(row, content) | {
        "lines": lines(list(row.transcript.cues.order_by("number")), content),
        "candidates": sorted({candidate.quote.text for candidate in content.candidates}),
        "versions": row.technique.specs.exclude(version=None).order_by("-version"),
    }


def _context(row: TechniqueSpec, content: Spec) -> dict[str, Any]:
    """A proposal stands in the order of the telling, beside its words; a version in that of the doing."""
    shown = content if row.version is None else in_order(content)
    made = cards(shown, list(row.transcript.cues.order_by("number")))
    parts = order(content, made)
    waiting = sum(card.waiting for card in made)
    return {"row": row, "cards": made, "waiting": waiting, "parts": parts, "plain": is_plain(parts)}


def _step_answer(request: SignedInRequest, row: TechniqueSpec, step_id: str) -> HttpResponse:
    """The step as it now stands: alone for htmx, else the page at that step."""
    if not request.htmx:
        return redirect(f"{reverse('spec', args=[row.pk])}#step-{step_id}")
    context = _context(row, row.spec)
    card = next(card for card in context["cards"] if card.step.id == step_id)
    return render(request, "workbench/step_answer.html", context | {"card": card})
