"""Verdicts and remarks: what a master decided and said. Both are append-only."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.models import TechniqueSpec
from archive.models.events import AppendOnly
from review.models.round import Round


class Decision(models.TextChoices):
    """What a master can decide."""

    APPROVE = "approve", _("画得对")
    CHANGE = "change", _("要改一改")
    REJECT = "reject", _("不能用")


class Reason(models.TextChoices):
    """Where the film is wrong. Required unless the master approves."""

    PROCEDURE = "procedure", _("工序")
    TOOL = "tool", _("工具")
    GESTURE = "gesture", _("手势")
    MATERIAL = "material", _("材料")
    NUMBER = "number", _("数")
    SAFETY = "safety", _("安全")
    OTHER = "other", _("别的")


class Verdict(AppendOnly):
    """What one master decided in one round (审定), about exactly these bytes and this specification version."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="verdicts")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="verdicts")
    decision = models.CharField(max_length=10, choices=Decision)
    reasons = models.JSONField(default=list)
    text = models.TextField(blank=True, default="")
    take_sha256 = models.CharField(max_length=64)
    spec = models.ForeignKey(TechniqueSpec, on_delete=models.PROTECT, related_name="+")
    spec_sha256 = models.CharField(max_length=64)
    decided_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "by"], name="one_verdict_per_master_and_round"),
            models.CheckConstraint(condition=Q(decision__in=Decision.values), name="verdict_decision_known"),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.decision}"


class Remark(AppendOnly):
    """A time-coded note on a take (批注). ``frame`` counts from 0; ``seconds`` is its middle."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="remarks")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    frame = models.PositiveIntegerField(null=True)
    seconds = models.FloatField(null=True)
    text = models.TextField()
    drawing = models.JSONField(null=True)
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.pk} round {self.round_id} @{self.frame}"
