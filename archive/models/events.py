"""Rows that are only ever added: status changes, and the outbox of things still to be told."""

from typing import Any, NoReturn

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class AppendOnlyError(TypeError):
    """Someone tried to change or delete a row of an append-only table."""


class AppendOnlyQuerySet(models.QuerySet[Any]):
    """Refuses what would rewrite history."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Always refused."""
        raise AppendOnlyError(f"{self.model.__name__} is append-only: add a new row instead of updating")

    def delete(self) -> NoReturn:
        """Always refused."""
        raise AppendOnlyError(f"{self.model.__name__} is append-only: rows cannot be deleted")


class AppendOnly(models.Model):
    """A row that can be written once and read for ever."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert. A second save raises :class:`AppendOnlyError`."""
        if not self._state.adding:
            raise AppendOnlyError(f"{type(self).__name__} is append-only: add a new row instead of saving again")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Always refused."""
        raise AppendOnlyError(f"{type(self).__name__} is append-only: rows cannot be deleted")


class StatusChange(AppendOnly):
    """One move of one row from a status to another: who, when, why."""

    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    object_id = models.BigIntegerField()
    row = GenericForeignKey("content_type", "object_id")
    old = models.CharField(max_length=20)
    new = models.CharField(max_length=20)
    reason = models.TextField(blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["content_type", "object_id"])]

    def __str__(self) -> str:
        return f"{self.pk} {self.old} → {self.new}"


class OutboxEntry(models.Model):
    """A technique whose public record changed and must be told to a search server.

    Written in the transaction of the change and deleted once every index has the version (knowledge: search §6.2).
    """

    technique = models.ForeignKey("archive.Technique", on_delete=models.CASCADE, related_name="outbox")
    version = models.PositiveIntegerField()
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try = models.DateTimeField(auto_now_add=True)
    last_error = models.TextField(blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["next_try"])]

    def __str__(self) -> str:
        return f"{self.pk} technique {self.technique_id} v{self.version}"
