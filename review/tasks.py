"""Background work of review."""

from celery import shared_task

from review.services.rounds import open_due_rounds


@shared_task  # type: ignore[untyped-decorator]
def open_rounds() -> None:
    """Ask the masters about every finished take that nobody was asked about yet."""
    open_due_rounds(by=None)
