"""The doorbell and what answers it. The rows are the truth; a message only says: look."""

import os
import socket

from celery import shared_task
from django.db import transaction

from archive.models import User
from generation import services
from generation.models import Job, JobStatus, Recipe


def enqueue(recipe: Recipe, *, by: User | None = None) -> Job:
    """Ask for the film of a recipe and wake a worker. Raises :class:`generation.services.RefusedError`."""
    job = services.request_render(recipe, by=by)
    ring(job)
    return job


def enqueue_again(job: Job, *, by: User | None = None) -> Job:
    """Ask for another attempt and wake a worker. Raises :class:`generation.services.RefusedError`."""
    attempt = services.retry(job, by=by)
    ring(attempt)
    return attempt


def ring(job: Job) -> None:
    """Wake a worker for a waiting job, after commit. If the broker is away, :func:`reconcile` rings again."""

    def send() -> None:
        render_job.apply_async(args=(job.pk,), queue=job.queue)

    if job.status == JobStatus.QUEUED:
        transaction.on_commit(send, robust=True)


@shared_task(acks_late=True)
def render_job(job_id: int) -> None:
    """Make one film."""
    from generation.services.running import run_job  # keeps the media libraries out of the web process

    run_job(job_id, worker=f"{socket.gethostname()}:{os.getpid()}")


@shared_task
def reconcile() -> dict[str, int]:
    """Find lost jobs and ring for those that wait unheard; tells how many."""
    found = services.reconcile()
    for job in found.ring:
        ring(job)
    return {"lost": found.lost, "retried": found.retried, "rung": len(found.ring), "swept": found.swept}
