"""Work of the record that happens in a worker."""

from celery import shared_task

from archive.search import outbox


@shared_task
def drain_outbox() -> int:
    """Tell the search server what has changed; called every few seconds, does nothing for the embedded search."""
    return outbox.drain()
