"""Bringing a transcript in and having it read."""

import hashlib
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from archive.forms import RevisionForm, TranscriptForm
from archive.models import Technique, TechniqueSpec, Transcript
from archive.permissions import SignedInRequest
from archive.services.ingest import add_transcript, revise_transcript
from archive.services.reading import propose
from craftnlp.cues import decode


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def transcript_new(request: SignedInRequest) -> HttpResponse:
    """Upload or paste a transcript; it is kept, read, and its proposal opens. A fault keeps everything typed."""
    if not Technique.objects.curated_by(request.user).exists():
        raise Http404
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = TranscriptForm(*given, user=request.user, initial={"technique": request.GET.get("technique")})
    if form.is_valid():
        return redirect("spec", _take_in(form.cleaned_data, request).pk)
    status = 422 if form.is_bound else 200
    return render(request, "workbench/transcript_new.html", {"form": form}, status=status)


@login_required
@require_POST
def transcript_read(request: SignedInRequest, pk: int) -> HttpResponse:
    """Read a transcript that came in without a technique, for one of the same craft."""
    row = get_object_or_404(Transcript.objects.curated_by(request.user), pk=pk)
    techniques = Technique.objects.curated_by(request.user).filter(craft=row.craft_id)
    technique = get_object_or_404(techniques, slug=request.POST.get("technique", "").replace("\0", ""))
    return redirect("spec", propose(row, technique).pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def transcript(request: SignedInRequest, pk: int) -> HttpResponse:
    """Correct a transcript: the next version is kept and read, every earlier one stays as it was."""
    row = get_object_or_404(Transcript.objects.curated_by(request.user).select_related("craft", "bearer"), pk=pk)
    with row.source.open("rb") as stream:
        before = decode(stream.read())
    form = RevisionForm(request.POST if request.method == "POST" else None, before=before)
    if form.is_valid():
        revised = revise_transcript(row, form.cleaned_data["text"].encode("utf-8", "surrogatepass"), by=request.user)
        messages.success(request, _("口述已存成第 %(version)s 版，前面的各版都还在。") % {"version": revised.version})
        spec = TechniqueSpec.objects.filter(transcript__series=row.series).order_by("-pk").first()
        return redirect("spec", propose(revised, spec.technique).pk) if spec else redirect("workbench")
    versions = Transcript.objects.filter(series=row.series).select_related("created_by").order_by("-version")
    context = {"form": form, "row": row, "versions": versions}
    return render(request, "workbench/transcript_edit.html", context, status=422 if form.is_bound else 200)


@login_required
@require_GET
def transcript_source(request: SignedInRequest, pk: int) -> FileResponse:
    """One version, byte for byte as it was handed in. Machine-made text says so in its file name and in a header."""
    row = get_object_or_404(Transcript.objects.curated_by(request.user), pk=pk)
    origin = "-machine-made" if row.machine_made else ""
    name = f"transcript-{row.series}-v{row.version}{origin}.txt"
    headers = {"X-Machine-Made": "1"} if row.machine_made else {}
    return FileResponse(row.source.open("rb"), as_attachment=True, filename=name, headers=headers)


def _take_in(data: dict[str, Any], request: SignedInRequest) -> TechniqueSpec:
    """The proposal read from it. What was handed in twice is kept once."""
    technique: Technique = data["technique"]
    digest = hashlib.sha256(data["source"]).hexdigest()
    mine = TechniqueSpec.objects.filter(technique=technique, version=None, transcript__source_sha256=digest)
    if existing := mine.order_by("-pk").first():
        messages.info(request, _("这份口述已经在了，没有再存一份。"))
        return existing
    facts = {name: data[name] for name in ("recording", "layer", "machine_made")}
    with transaction.atomic():
        kept = add_transcript(data["source"], craft=technique.craft, bearer=technique.bearer, by=request.user, **facts)
        proposal = propose(kept, technique)
    messages.success(request, _("口述已存好，并读过一遍。下面每一项都等您核对。"))
    return proposal
