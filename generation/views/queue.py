"""The queue: every job of the reader's crafts, what each is doing, and the buttons that stop or repeat it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from archive.models import Craft
from archive.permissions import SignedInRequest
from generation import services, tasks
from generation.models import Job, JobStatus
from generation.models.job import JobQuerySet
from generation.views.lines import line

PER_PAGE = 25
ABOUT = ("recipe__shot__storyboard__spec__technique__craft", "requested_by")


@login_required
@require_GET
def jobs(request: SignedInRequest) -> HttpResponse:
    """The list; htmx asks for its middle alone, every two seconds, as long as something is open."""
    if not Craft.objects.open_to(request.user).exists():
        raise Http404
    mine = Job.objects.visible_to(request.user)
    status = request.GET.get("status", "")
    shown = mine.filter(status=status) if status in JobStatus.values else mine
    curated = set(Job.objects.curated_by(request.user).values_list("pk", flat=True))
    page = Paginator(shown.select_related(*ABOUT).order_by("-pk"), PER_PAGE).get_page(request.GET.get("page"))
    counts: dict[str, int] = dict(mine.values_list("status").annotate(Count("pk")).order_by())
    context = {
        "page": page,
        "lines": [line(job, curated=job.pk in curated) for job in page],
        "filters": [(value, label, counts.get(value, 0)) for value, label in JobStatus.choices],
        "total": sum(counts.values()),
        "status": status,
        "is_open": mine.unfinished().exists(),
        "open_count": Job.objects.curated_by(request.user).unfinished().count(),
        "failed_count": len(_failed(Job.objects.curated_by(request.user))),
        "previous_page": page.previous_page_number() if page.has_previous() else None,
        "next_page": page.next_page_number() if page.has_next() else None,
        "curates": Craft.objects.curated_by(request.user).exists(),
    }
    return render(request, "generation/queue_list.html" if request.htmx else "generation/queue.html", context)


@login_required
@require_POST
def job_cancel(request: SignedInRequest, pk: int) -> HttpResponse:
    """Stop one job and no other."""
    job = services.cancel(get_object_or_404(Job.objects.curated_by(request.user), pk=pk), by=request.user)
    text = _("第 %(pk)s 号已取消。") if job.status == JobStatus.CANCELLED else _("第 %(pk)s 号会在下一帧停下。")
    messages.success(request, text % {"pk": job.pk})
    return _back(request)


@login_required
@require_POST
def job_retry(request: SignedInRequest, pk: int) -> HttpResponse:
    """Another attempt at the same recipe."""
    job = get_object_or_404(Job.objects.curated_by(request.user), pk=pk)
    try:
        attempt = tasks.enqueue_again(job, by=request.user)
    except services.RefusedError as error:
        messages.error(request, str(error))
        return _back(request)
    messages.success(request, _("已重新排队：第 %(pk)s 号。") % {"pk": attempt.pk})
    return redirect("job", attempt.pk)


@login_required
@require_POST
def jobs_cancel(request: SignedInRequest) -> HttpResponse:
    """Stop everything of mine that is open."""
    stopped = [services.cancel(job, by=request.user) for job in Job.objects.curated_by(request.user).unfinished()]
    messages.success(
        request, ngettext("取消了 %(count)d 个。", "取消了 %(count)d 个。", len(stopped)) % {"count": len(stopped)}
    )
    return redirect("jobs")


@login_required
@require_POST
def jobs_retry(request: SignedInRequest) -> HttpResponse:
    """Another attempt at every recipe of mine whose last attempt failed."""
    try:
        again = [tasks.enqueue_again(job, by=request.user) for job in _failed(Job.objects.curated_by(request.user))]
    except services.RefusedError as error:
        messages.error(request, str(error))
        return redirect("jobs")
    messages.success(
        request, ngettext("%(count)d 个已重新排队。", "%(count)d 个已重新排队。", len(again)) % {"count": len(again)}
    )
    return redirect("jobs")


def _failed(mine: JobQuerySet) -> list[Job]:
    latest = {job.recipe_id: job for job in mine.order_by("attempt")}
    return [job for job in latest.values() if job.status == JobStatus.FAILED]


def _back(request: SignedInRequest) -> HttpResponse:
    """To the page the button stood on, if it is one of ours."""
    there = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(there, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        return redirect(there)
    return redirect("jobs")
