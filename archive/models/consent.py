"""What each bearer has consented to. Nothing recorded means no."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.models.bearer import Bearer
from archive.models.events import AppendOnly, AppendOnlyQuerySet


class ConsentUse(models.TextChoices):
    """What a bearer can consent to (knowledge: standards §4)."""

    RECORD = "record", _("录制")
    TRANSCRIBE = "transcribe", _("转写")
    PRESERVE = "preserve", _("保存")
    PUBLISH_ORIGINAL = "publish_original", _("公开原始影像")
    AI_GENERATE_FROM = "ai_generate_from", _("据此生成演示")
    AI_TRAIN_ON = "ai_train_on", _("用于训练模型")
    PUBLISH_GENERATED = "publish_generated", _("公开生成的演示")
    SEND_OUT = "send_out", _("交外部服务处理")
    COMMERCIAL = "commercial", _("商业使用")
    DERIVATIVE = "derivative", _("改编")
    NAME_USE = "name_use", _("署名")
    LIKENESS_VOICE = "likeness_voice", _("肖像与声音")


class ConsentDecision(models.TextChoices):
    """What the bearer said. Nothing recorded means no."""

    GRANTED = "granted", _("同意")
    DENIED = "denied", _("不同意")
    NOT_ASKED = "not_asked", _("未问")
    WITHDRAWN = "withdrawn", _("撤回")


class ConsentQuerySet(AppendOnlyQuerySet):
    """Questions about consents."""

    def allows(self, bearer: "Bearer", use: str, *, on: date) -> bool:
        """Whether the latest row for this bearer and use grants it on that day. No row: no."""
        latest = self.filter(bearer=bearer, use=use, valid_from__lte=on).order_by("-valid_from", "-pk").first()
        if latest is None or latest.decision != ConsentDecision.GRANTED:
            return False
        return latest.expires_on is None or on <= latest.expires_on


class Consent(AppendOnly):
    """What a bearer decided about one use of what they gave. The latest row counts; a withdrawal is a new row."""

    bearer = models.ForeignKey(Bearer, on_delete=models.PROTECT, related_name="consents")
    use = models.CharField(max_length=30, choices=ConsentUse)
    decision = models.CharField(max_length=20, choices=ConsentDecision)
    valid_from = models.DateField()
    expires_on = models.DateField(null=True, blank=True)
    given_by = models.CharField(max_length=200, blank=True, default="", help_text=_("本人以外的签署人，如家属"))
    form_sha256 = models.CharField(max_length=64, blank=True, default="")
    note = models.TextField(blank=True, default="")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = ConsentQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        indexes = [models.Index(fields=["bearer", "use"])]
        constraints = [
            models.CheckConstraint(condition=Q(use__in=ConsentUse.values), name="consent_use_known"),
            models.CheckConstraint(condition=Q(decision__in=ConsentDecision.values), name="consent_decision_known"),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.bearer_id} {self.use} {self.decision}"
