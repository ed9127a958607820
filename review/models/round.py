"""Rounds: who was asked to judge which take, and what became of it."""

from collections.abc import Mapping
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.models import Clip, Craft, SpecStatus, TechniqueSpec, User
from generation.models import Take


class RoundStatus(models.TextChoices):
    """The life of a round."""

    OPEN = "open", _("待审")
    APPROVED = "approved", _("已认可")
    CHANGES = "changes", _("要修改")
    REJECTED = "rejected", _("不能用")
    CLOSED = "closed", _("已作废")


ROUND_MOVES: Mapping[str, frozenset[str]] = {
    RoundStatus.OPEN: frozenset({RoundStatus.APPROVED, RoundStatus.CHANGES, RoundStatus.REJECTED, RoundStatus.CLOSED}),
    RoundStatus.APPROVED: frozenset({RoundStatus.CLOSED}),
    RoundStatus.CHANGES: frozenset(),
    RoundStatus.REJECTED: frozenset(),
    RoundStatus.CLOSED: frozenset(),
}


class RoundQuerySet(models.QuerySet["Round"]):
    """Questions about rounds."""

    def visible_to(self, user: object) -> Self:
        """Rounds on takes of the crafts in which this user works."""
        return self.filter(take__recipe__shot__storyboard__spec__technique__craft__in=Craft.objects.open_to(user))

    def awaiting(self, user: User) -> Self:
        """Open rounds on the version in force to which this master is assigned and in which they have not decided."""
        mine = self.filter(status=RoundStatus.OPEN, spec__status=SpecStatus.ACCEPTED, assignments__master=user)
        return mine.exclude(verdicts__by=user).distinct()


class Round(models.Model):
    """One asking about one take (评审轮次), bound to the file's SHA-256 and the specification version."""

    TRANSITIONS: ClassVar[Mapping[str, frozenset[str]]] = ROUND_MOVES

    take = models.ForeignKey(Take, on_delete=models.PROTECT, related_name="rounds")
    spec = models.ForeignKey(TechniqueSpec, on_delete=models.PROTECT, related_name="rounds")
    take_sha256 = models.CharField(max_length=64, editable=False)
    number = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=20, choices=RoundStatus, default=RoundStatus.OPEN, editable=False)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(auto_now_add=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["take", "number"], name="one_round_per_number"),
            models.UniqueConstraint(
                fields=["take"], condition=Q(status=RoundStatus.OPEN), name="one_open_round_per_take"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} take {self.take_id} #{self.number}"


class Assignment(models.Model):
    """A master who was asked in a round."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="assignments")
    master = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments")
    assigned_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    assigned_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "master"], name="asked_once_per_round")]

    def __str__(self) -> str:
        return f"{self.pk} round {self.round_id} master {self.master_id}"


class Accession(models.Model):
    """The act that turned an approved take into a clip of the archive."""

    round = models.OneToOneField(Round, on_delete=models.PROTECT, related_name="accession")
    clip = models.OneToOneField(Clip, on_delete=models.PROTECT, related_name="accession")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.pk} round {self.round_id} → clip {self.clip_id}"
