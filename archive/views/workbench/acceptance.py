"""How well each version of the reader reads, by what archivists made of its proposals. Figures only, no words."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from archive.models import Technique, TechniqueSpec
from archive.permissions import SignedInRequest
from archive.services.acceptance import ReaderTally, Tally
from archive.services.acceptance import acceptance as tallied
from archive.views.facts import FIELDS, Label


@login_required
@require_GET
def acceptance(request: SignedInRequest) -> HttpResponse:
    """The figures of the crafts this user curates. Only for those who curate one."""
    techniques = Technique.objects.curated_by(request.user)
    if not techniques.exists():
        raise Http404
    confirmed = TechniqueSpec.objects.confirmed().filter(technique__in=techniques)
    readers = [(one, _by_field(one)) for one in tallied(confirmed)]
    return render(request, "workbench/acceptance.html", {"readers": readers})


def _by_field(reader: ReaderTally) -> list[tuple[Label, Tally]]:
    return [(FIELDS[name], tally) for name, tally in reader.fields()]
