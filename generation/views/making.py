"""Asking for the films of a specification version: storyboard, recipes, jobs, doorbell."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from archive.models import Technique, TechniqueSpec
from archive.permissions import SignedInRequest
from generation.backends.base import CannotRenderError
from generation.models import Shot
from generation.services import RefusedError, make_recipe
from generation.storyboard import storyboard_for
from generation.tasks import enqueue


@login_required
@require_POST
def films_make(request: SignedInRequest, pk: int) -> HttpResponse:
    """Queue a film for every step that may be shown. Asked again, nothing is made twice."""
    versions = TechniqueSpec.objects.exclude(version=None).filter(
        technique__in=Technique.objects.curated_by(request.user)
    )
    spec = get_object_or_404(versions, pk=pk)
    shots = storyboard_for(spec, by=request.user).shots.order_by("number")
    try:
        made = sum(_queue(request, shot) for shot in shots)
    except RefusedError as error:
        messages.error(request, str(error))
        return redirect("spec", pk)
    text = ngettext("%(count)d 段示意动画已排队。", "%(count)d 段示意动画已排队。", made)
    messages.success(request, text % {"count": made})
    return redirect("jobs")


def _queue(request: SignedInRequest, shot: Shot) -> bool:
    """Whether the film was queued; a step that cannot be drawn is told and holds up no other."""
    try:
        enqueue(make_recipe(shot, by=request.user), by=request.user)
    except CannotRenderError as error:
        messages.warning(request, _("第 %(number)s 步没有排队：%(why)s") % {"number": shot.number, "why": error})
        return False
    return True
