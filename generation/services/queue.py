"""Where a job stands in the queue, and when it will be done: from this house's own history, never from a guess."""

from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Final

from django.db.models import Q
from django.utils import timezone

from generation.models import Job, JobStatus

HISTORY: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFacts:
    """``ahead`` counts jobs that come first. Times are seconds. ``eta`` is ``None`` while there is no history; ``low`` and
    ``high`` bound it by the quickest and slowest of the last ``samples`` films."""

    ahead: int
    waited: float
    elapsed: float
    eta: float | None
    low: float | None
    high: float | None
    samples: int


def queue_facts(job: Job, *, now: datetime | None = None) -> QueueFacts:
    """How long this job has waited and run, and how long it will still take."""
    now = now or timezone.now()
    waited = ((job.started_at or job.finished_at or now) - job.queued_at).total_seconds()
    elapsed = ((job.finished_at or now) - job.started_at).total_seconds() if job.started_at else 0.0
    before = [] if job.finished else jobs_before(job)
    history = [] if job.finished else durations(job.recipe.backend)
    remaining = [
        _remaining(typical, elapsed=elapsed, before=before, now=now)
        for typical in ((median(history), min(history), max(history)) if history else ())
    ]
    eta, low, high = remaining or (None, None, None)
    return QueueFacts(
        ahead=len(before), waited=waited, elapsed=elapsed, eta=eta, low=low, high=high, samples=len(history)
    )


def jobs_before(job: Job) -> list[Job]:
    """What the worker of this queue is doing or will do first."""
    if job.status == JobStatus.RUNNING:
        return []
    running = Q(status=JobStatus.RUNNING)
    earlier = Q(queued_at__lt=job.queued_at) | Q(queued_at=job.queued_at, pk__lt=job.pk)
    waiting = Q(status=JobStatus.QUEUED) & (Q(priority__gt=job.priority) | Q(priority=job.priority) & earlier)
    return list(Job.objects.filter(running | waiting, queue=job.queue).exclude(pk=job.pk))


def durations(backend: str) -> list[float]:
    """How long the last films of this backend took, in seconds."""
    done = Job.objects.filter(recipe__backend=backend, status=JobStatus.DONE, started_at__isnull=False)
    times = done.order_by("-finished_at").values_list("started_at", "finished_at")[:HISTORY]
    return [(finished - started).total_seconds() for started, finished in times if started and finished]


def _remaining(typical: float, *, elapsed: float, before: list[Job], now: datetime) -> float:
    """One worker in the queue, each film as long as ``typical``; what already ran is taken off."""
    ran = [(now - job.started_at).total_seconds() if job.started_at else 0.0 for job in before]
    return max(typical - elapsed, 0.0) + sum(max(typical - seconds, 0.0) for seconds in ran)
