"""Jobs: one row per attempt to make one recipe. The row is the truth; the broker only rings."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.models import Craft
from generation.models.recipe import Recipe


class JobStatus(models.TextChoices):
    """Where a job stands. The last three are terminal."""

    QUEUED = "queued", _("等待")
    RUNNING = "running", _("正在画")
    DONE = "done", _("已完成")
    FAILED = "failed", _("没成")
    CANCELLED = "cancelled", _("已取消")


OPEN_STATUSES = (JobStatus.QUEUED, JobStatus.RUNNING)

JOB_MOVES: Mapping[str, frozenset[str]] = {
    JobStatus.QUEUED: frozenset({JobStatus.RUNNING, JobStatus.FAILED, JobStatus.CANCELLED}),
    JobStatus.RUNNING: frozenset({JobStatus.DONE, JobStatus.FAILED, JobStatus.CANCELLED}),
    JobStatus.DONE: frozenset(),
    JobStatus.FAILED: frozenset(),
    JobStatus.CANCELLED: frozenset(),
}


class JobQuerySet(models.QuerySet["Job"]):
    """Questions about jobs."""

    def visible_to(self, user: object) -> Self:
        """Jobs of the crafts in which this user works."""
        return self.filter(recipe__shot__storyboard__spec__technique__craft__in=Craft.objects.open_to(user))

    def curated_by(self, user: object) -> Self:
        """Jobs that this user may cancel or retry."""
        return self.filter(recipe__shot__storyboard__spec__technique__craft__in=Craft.objects.curated_by(user))

    def unfinished(self) -> Self:
        """Queued or running."""
        return self.filter(status__in=OPEN_STATUSES)

    def lost(self, now: datetime) -> Self:
        """Running, but the worker's lease has run out: killed, or cut off."""
        return self.filter(status=JobStatus.RUNNING, lease_until__lt=now)

    def unheard(self, before: datetime) -> Self:
        """Queued, and the last message about it is older than ``before``: perhaps lost."""
        return self.filter(status=JobStatus.QUEUED, rung_at__lt=before)


class Job(models.Model):
    """One attempt to make one recipe (生成任务). Work is leased and heart-beaten; every job reaches a terminal state."""

    TRANSITIONS: ClassVar[Mapping[str, frozenset[str]]] = JOB_MOVES

    recipe = models.ForeignKey(Recipe, on_delete=models.PROTECT, related_name="jobs")
    attempt = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=20, choices=JobStatus, default=JobStatus.QUEUED, editable=False)
    queue = models.CharField(max_length=30, default="cpu")
    priority = models.SmallIntegerField(default=0)
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    queued_at = models.DateTimeField(auto_now_add=True)
    rung_at = models.DateTimeField(auto_now_add=True, help_text=_("最近一次通知工作进程的时间"))
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    lease = models.UUIDField(null=True, default=None, help_text=_("哪个工作进程正持有它"))
    lease_until = models.DateTimeField(null=True)
    worker = models.CharField(max_length=200, blank=True, default="")
    phase = models.CharField(max_length=30, blank=True, default="")
    progress = models.FloatField(default=0.0)
    cancel_requested = models.BooleanField(default=False)
    error_code = models.CharField(max_length=50, blank=True, default="")
    error_message = models.TextField(blank=True, default="")
    log = models.TextField(blank=True, default="")
    cost = models.DecimalField(max_digits=10, decimal_places=4, null=True)
    cost_currency = models.CharField(max_length=3, blank=True, default="")

    objects = JobQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["recipe", "attempt"], name="one_job_per_attempt"),
            models.UniqueConstraint(
                fields=["recipe"], condition=Q(status__in=OPEN_STATUSES), name="one_open_job_per_recipe"
            ),
            models.CheckConstraint(condition=Q(progress__gte=0, progress__lte=1), name="job_progress_0_to_1"),
        ]
        indexes = [models.Index(fields=["status", "lease_until"])]

    def __str__(self) -> str:
        return f"{self.pk} {self.status}"

    @property
    def finished(self) -> bool:
        """Whether the job has reached a terminal state."""
        return self.status not in OPEN_STATUSES
