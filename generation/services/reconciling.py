"""Finding again what was lost: workers that were killed, messages that never arrived."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from archive.lifecycle import move
from generation import media
from generation.models import Job, JobStatus
from generation.services.failures import FAILURES
from generation.services.jobs import next_attempt

PATIENCE: Final = 10  # leases that a message may wait behind other work before it counts as lost


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """What was found: jobs whose worker is gone, new attempts, folders removed, and the jobs to be rung."""

    lost: int
    retried: int
    swept: int
    ring: tuple[Job, ...]


def reconcile(now: datetime | None = None) -> Reconciled:
    """Give up lost jobs, queue their next attempt, and name every job that has to be rung (again)."""
    now = now or timezone.now()
    lost = [job for job in Job.objects.lost(now) if give_up(job, now=now)]
    retried = [job for job in map(try_again, lost) if job]
    rung = tuple(job for job in unheard(now) if _rings(job, now=now))
    running = Job.objects.filter(status=JobStatus.RUNNING).values_list("lease", flat=True)
    swept = media.sweep({str(lease) for lease in running})
    return Reconciled(lost=len(lost), retried=len(retried), swept=swept, ring=(*retried, *rung))


def give_up(job: Job, *, now: datetime) -> bool:
    """End a job whose lease has run out; ``False`` when its worker came back in time after all."""
    code = "cancelled" if job.cancel_requested else "worker_lost"
    with transaction.atomic():
        ended = {"lease": None, "lease_until": None, "finished_at": now, "phase": ""}
        if (
            Job.objects.lost(now).filter(pk=job.pk).update(**ended, error_code=code, error_message=str(FAILURES[code]))
            != 1
        ):
            return False
        move(job, JobStatus.CANCELLED if job.cancel_requested else JobStatus.FAILED, reason=code)
    return True


def try_again(job: Job) -> Job | None:
    """The next attempt at a lost job, while there are attempts left and nobody cancelled it."""
    if job.status == JobStatus.CANCELLED or job.attempt >= settings.GENERATION_MAX_ATTEMPTS:
        return None
    return next_attempt(job.recipe, by=job.requested_by, priority=job.priority)


def unheard(now: datetime) -> list[Job]:
    """Waiting jobs whose message seems lost. Behind a worker that is busy, a message may simply wait."""
    lease = timedelta(seconds=settings.GENERATION_LEASE_SECONDS)
    busy = set(Job.objects.filter(status=JobStatus.RUNNING).values_list("queue", flat=True))
    waiting = Job.objects.unheard(now - lease).order_by("-priority", "queued_at", "pk")
    return [job for job in waiting if job.queue not in busy or job.rung_at < now - PATIENCE * lease]


def _rings(job: Job, *, now: datetime) -> bool:
    return Job.objects.filter(pk=job.pk, status=JobStatus.QUEUED, rung_at=job.rung_at).update(rung_at=now) == 1
