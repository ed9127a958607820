"""Holding a job: while the lease lasts, this worker and no other writes about it."""

import logging
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from archive.lifecycle import move
from generation.backends.base import Progress
from generation.models import Job, JobStatus
from generation.models.job import JobQuerySet

ASK_EVERY: Final = 0.2  # seconds between two looks at cancel_requested
WRITE_EVERY: Final = 0.5  # seconds between two writes of the progress
BEATS: Final = 4  # a lease is renewed this often before it would run out
RENDERING_PART: Final = 0.95  # the rest of the progress bar is probing and putting in place

log = logging.getLogger(__name__)


class LeaseLostError(Exception):
    """The reconciler gave this job up while we were still at it; what we made is not wanted any more."""


class Hold:
    """One worker's hold on one running job."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.lease = job.lease
        self.lost = False
        self._cancelled = False
        self._asked_at = self._written_at = 0.0
        self._phase = ""

    def row(self) -> JobQuerySet:
        """The job, as long as it is ours: an update of this that changes no row means the lease is lost."""
        return Job.objects.filter(pk=self.job.pk, lease=self.lease, status=JobStatus.RUNNING)

    def is_cancelled(self) -> bool:
        """Whether to stop: somebody cancelled, or the job is no longer ours. Cheap enough to ask at every frame."""
        if not self.lost and time.monotonic() - self._asked_at >= ASK_EVERY:
            asked = self.row().values_list("cancel_requested", flat=True).first()
            self.lost, self._cancelled = asked is None, bool(asked)
            self._asked_at = time.monotonic()
        return self.lost or self._cancelled

    def on_progress(self, progress: Progress) -> None:
        """Write how far it is, but not more often than anyone looks."""
        if progress.phase == self._phase and time.monotonic() - self._written_at < WRITE_EVERY:
            return
        fraction = min(max(progress.fraction, 0.0), 1.0)
        self.row().update(phase=progress.phase, progress=fraction * RENDERING_PART)
        self._phase, self._written_at = progress.phase, time.monotonic()

    @contextmanager
    def beating(self) -> Iterator[None]:
        """Renew the lease in a second thread, however long one step of the work takes."""
        stop = threading.Event()
        heart = threading.Thread(target=self._beat, args=(stop,), name=f"lease of job {self.job.pk}")
        heart.start()
        try:
            yield
        finally:
            stop.set()
            heart.join()

    def _beat(self, stop: threading.Event) -> None:
        while not stop.wait(settings.GENERATION_LEASE_SECONDS / BEATS):
            try:
                self.row().update(lease_until=lease_end())
            except DatabaseError:
                log.warning("Job %s: the lease could not be renewed, the next beat tries again", self.job.pk)
        connection.close()


def lease_end() -> datetime:
    """When a lease taken now runs out."""
    return timezone.now() + timedelta(seconds=settings.GENERATION_LEASE_SECONDS)


def claim(job_id: int, *, worker: str) -> Hold | None:
    """Take a waiting job; ``None`` when it is not waiting any more. Of many workers exactly one gets it."""
    waiting = Job.objects.filter(pk=job_id, status=JobStatus.QUEUED)
    now = timezone.now()
    with transaction.atomic():
        taken = waiting.update(lease=uuid.uuid4(), lease_until=lease_end(), worker=worker, started_at=now)
        if taken != 1:
            return None
        job = Job.objects.select_related("recipe__shot__storyboard__spec__technique").get(pk=job_id)
        move(job, JobStatus.RUNNING)
    return Hold(job)


def settle(hold: Hold, to: JobStatus, *, code: str = "", message: str = "", note: str = "") -> None:
    """Bring the job to a terminal state. Raises :class:`LeaseLostError` when it is not ours any more."""
    with transaction.atomic():
        job = hold.row().select_for_update(no_key=True).first()
        if job is None:
            raise LeaseLostError(f"job {hold.job.pk}")
        hold.row().update(
            lease=None,
            lease_until=None,
            finished_at=timezone.now(),
            phase="",
            progress=1.0 if to == JobStatus.DONE else job.progress,
            error_code=code,
            error_message=message,
            log=job.log + note,
        )
        move(hold.job, to, reason=code)
