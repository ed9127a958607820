"""Asking for films: request, cancel, try again. Every call may be repeated without harm."""

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from archive.lifecycle import move
from archive.models import User
from generation.models import Job, JobStatus, Recipe
from generation.services.backends import get_backend
from generation.services.gates import check_consent, check_disk


def request_render(recipe: Recipe, *, by: User | None = None) -> Job:
    """The job that makes this recipe: the one that made it, the one at work, or a new one that waits for a worker.

    :func:`generation.tasks.enqueue` calls this and rings the doorbell. Raises a
    :class:`generation.services.failures.RefusedError`.
    """
    check_consent(recipe)
    finished = Job.objects.filter(take__recipe=recipe).first()
    if finished:
        return finished
    unfinished = Job.objects.filter(recipe=recipe).unfinished().first()
    if unfinished:
        return unfinished
    check_disk()
    return next_attempt(recipe, by=by)


def retry(job: Job, *, by: User | None = None) -> Job:
    """A new attempt at the same frozen recipe. History stays. Raises as :func:`request_render`."""
    return request_render(job.recipe, by=by)


def next_attempt(recipe: Recipe, *, by: User | None, priority: int = 0) -> Job:
    """A new job for a recipe. When two people ask at the same moment, both get the first one's."""
    jobs = Job.objects.filter(recipe=recipe)
    latest = jobs.aggregate(latest=Max("attempt"))["latest"] or 0
    queue = "gpu" if get_backend(recipe.backend).needs_accelerator else "cpu"
    try:
        with transaction.atomic():
            return Job.objects.create(
                recipe=recipe, attempt=latest + 1, queue=queue, priority=priority, requested_by=by
            )
    except IntegrityError:
        return jobs.latest("attempt")


def cancel(job: Job, *, by: User | None = None) -> Job:
    """Stop one job and no other: a waiting one at once, a running one at its next frame. A finished one stays as it is."""
    with transaction.atomic():
        row = Job.objects.select_for_update(no_key=True).get(pk=job.pk)
        if row.status == JobStatus.RUNNING:
            Job.objects.filter(pk=row.pk).update(cancel_requested=True, log=row.log + _asked(by))
        elif row.status == JobStatus.QUEUED:
            Job.objects.filter(pk=row.pk).update(
                cancel_requested=True, finished_at=timezone.now(), error_code="cancelled", log=row.log + _asked(by)
            )
            move(row, JobStatus.CANCELLED, by=by, reason="cancelled")
    row.refresh_from_db()
    return row


def _asked(by: User | None) -> str:
    return f"{timezone.now():%F %T} cancel requested by {by.username if by else '-'}\n"
