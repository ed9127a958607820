"""The outbox: how a change reaches a search server, although messages, workers and servers may fail."""

import logging
import random
from collections.abc import Mapping, Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from archive.models import OutboxEntry
from archive.search import documents
from archive.search.base import Change, Receipt, SearchUnavailableError
from archive.search.loading import get_backend

logger = logging.getLogger(__name__)

BATCH = 200
MAX_ATTEMPTS = 5  # after so many refusals an entry is parked until somebody looks at it
LEASE = timedelta(minutes=2)  # a worker that dies gives its entries back after this
MINUTE = timedelta(minutes=1)


def drain() -> int:
    """Tell the search server everything that is due. Returns how many entries are settled.

    What is sent is read from the database now, not remembered from the time of the change: however often and in
    whatever order entries are handled, the newest version stays.
    """
    if get_backend().in_transaction:
        return 0
    settled = 0
    while entries := _claim():
        try:
            settled += _settle(entries, get_backend().put_many(_changes(entries)))
        except SearchUnavailableError as error:
            logger.warning("The outbox waits, the search server does not answer: %s", error)
            _postpone([entry.pk for entry in entries], str(error))
            break
    return settled


def _claim() -> list[OutboxEntry]:
    """Entries that are due, for this worker alone until the lease ends."""
    now = timezone.now()
    with transaction.atomic():
        due = OutboxEntry.objects.filter(next_try__lte=now, attempts__lt=MAX_ATTEMPTS).order_by("pk")
        entries = list(due.select_for_update(skip_locked=True)[:BATCH])
        OutboxEntry.objects.filter(pk__in=[entry.pk for entry in entries]).update(next_try=now + LEASE)
    return entries


def _changes(entries: Sequence[OutboxEntry]) -> list[Change]:
    """What each technique is now. One that is gone leaves a tombstone with the version of its entry."""
    asked = {entry.technique_id: entry.version for entry in entries}
    return [(doc, max(version, asked[doc.id])) for doc, version in documents.latest(asked)]


def _settle(entries: Sequence[OutboxEntry], receipts: Mapping[int, Receipt]) -> int:
    """Delete what is delivered, by primary key: an entry that came in meanwhile stays."""
    delivered = []
    for entry in entries:
        receipt = receipts.get(entry.technique_id, Receipt("busy", "no answer for this record"))
        if receipt.outcome in {"done", "older"}:
            delivered.append(entry.pk)
        elif receipt.outcome == "busy":
            _postpone([entry.pk], receipt.error)
        else:
            _refused(entry, receipt.error)
    OutboxEntry.objects.filter(pk__in=delivered).delete()
    return len(delivered)


def _postpone(pks: Sequence[int], error: str) -> None:
    """Try again in a while, not all at the same moment."""
    wait = timedelta(seconds=random.uniform(5, 30))  # noqa: S311  CONFIG: jitter, not a secret
    OutboxEntry.objects.filter(pk__in=pks).update(next_try=timezone.now() + wait, last_error=error)


def _refused(entry: OutboxEntry, error: str) -> None:
    entry.attempts += 1
    entry.last_error = error
    entry.next_try = timezone.now() + MINUTE * 2**entry.attempts
    entry.save(update_fields=["attempts", "last_error", "next_try"])
    logger.error("Search refuses technique %s (attempt %s): %s", entry.technique_id, entry.attempts, error)
