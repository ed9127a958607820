"""The write side: the one way in which a change of the record reaches search."""

from django.db import models, transaction
from django.utils import timezone

from archive.models import OutboxEntry, Technique
from archive.search import documents
from archive.search.loading import get_backend


def technique_changed(technique: Technique) -> None:
    """Say that what the public may read of this technique has changed. Call it inside the change's transaction.

    The version rises under a lock. The embedded index is written here and now, so that both are committed or neither;
    for a search server an outbox entry is written, and the worker tells the server after the commit.
    """
    with transaction.atomic():
        row = Technique.objects.select_for_update(no_key=True).get(pk=technique.pk)
        row.search_version, row.updated_at = row.search_version + 1, timezone.now()
        row.save(update_fields=["search_version", "updated_at"])
        backend = get_backend()
        if backend.in_transaction:
            backend.put(documents.document(row), row.search_version)
        else:
            OutboxEntry.objects.create(technique=row, version=row.search_version)
    technique.search_version, technique.updated_at = row.search_version, row.updated_at


def techniques_changed(techniques: models.QuerySet[Technique]) -> None:
    """The same for many, such as all techniques of a craft or bearer whose name or status has changed."""
    with transaction.atomic():
        for technique in techniques.order_by("pk"):
            technique_changed(technique)
