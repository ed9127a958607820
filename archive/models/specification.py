"""Specifications: what was read, what people decided about it, and the immutable versions that came out."""

from collections.abc import Mapping
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.models.events import AppendOnly
from archive.models.recording import Transcript
from archive.models.technique import Technique
from craftnlp import spec as language


class SpecStatus(models.TextChoices):
    """The life of a specification row."""

    PROPOSED = "proposed", _("待确认")
    CONFIRMED = "confirmed", _("已据此确认")
    ACCEPTED = "accepted", _("现行版本")
    SUPERSEDED = "superseded", _("已有新版")


SPEC_MOVES: Mapping[str, frozenset[str]] = {
    SpecStatus.PROPOSED: frozenset({SpecStatus.CONFIRMED}),
    SpecStatus.CONFIRMED: frozenset({SpecStatus.PROPOSED}),
    SpecStatus.ACCEPTED: frozenset({SpecStatus.SUPERSEDED}),
    SpecStatus.SUPERSEDED: frozenset(),
}


class TechniqueSpecQuerySet(models.QuerySet["TechniqueSpec"]):
    """Questions about specifications."""

    def visible_to(self, user: object) -> Self:
        """Accepted versions of visible techniques; proposals only where the user curates."""
        techniques = Technique.objects
        shown = Q(version__isnull=False, technique__in=techniques.visible_to(user))
        return self.filter(shown | Q(technique__in=techniques.curated_by(user)))

    def current(self) -> Self:
        """The version in force of each technique."""
        return self.filter(status=SpecStatus.ACCEPTED)

    def confirmed(self) -> Self:
        """The proposals from which a version was made."""
        return self.filter(version=None, status=SpecStatus.CONFIRMED)


class TechniqueSpec(models.Model):
    """A technique specification (技法规范).

    A *proposal* (no version number) holds what the reader proposed; its values are decided one by one. Confirming it
    writes a new row with the next version number that holds the accepted values only and never changes again.
    """

    TRANSITIONS: ClassVar[Mapping[str, frozenset[str]]] = SPEC_MOVES

    technique = models.ForeignKey(Technique, on_delete=models.PROTECT, related_name="specs")
    transcript = models.ForeignKey(Transcript, on_delete=models.PROTECT, related_name="specs")
    version = models.PositiveIntegerField(null=True, editable=False)
    status = models.CharField(max_length=20, choices=SpecStatus, default=SpecStatus.PROPOSED, editable=False)
    based_on = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="versions")
    content = models.JSONField(editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    reader = models.CharField(max_length=100, editable=False)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = TechniqueSpecQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["technique", "version"], name="one_spec_per_version"),
            models.UniqueConstraint(
                fields=["technique"], condition=Q(status=SpecStatus.ACCEPTED), name="one_spec_in_force"
            ),
            models.CheckConstraint(
                condition=Q(version__isnull=True, status__in=[SpecStatus.PROPOSED, SpecStatus.CONFIRMED])
                | Q(version__isnull=False, status__in=[SpecStatus.ACCEPTED, SpecStatus.SUPERSEDED]),
                name="spec_version_fits_status",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.technique_id} v{self.version}"

    @property
    def spec(self) -> language.TechniqueSpec:
        """The content, typed."""
        return language.TechniqueSpec.model_validate(self.content)


class ValueDecision(AppendOnly):
    """What an archivist decided about one value of a proposal. Also the training record of the reader."""

    class Decision(models.TextChoices):
        """Accept as read, accept after an edit, or strike."""

        ACCEPT = "accept", _("接受")
        EDIT = "edit", _("修改")
        STRIKE = "strike", _("删去")

    spec = models.ForeignKey(TechniqueSpec, on_delete=models.PROTECT, related_name="decisions")
    address = models.CharField(max_length=60)
    decision = models.CharField(max_length=10, choices=Decision)
    before = models.JSONField()
    after = models.JSONField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.pk} {self.address} {self.decision}"
