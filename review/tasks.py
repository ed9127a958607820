"""Background work of review."""

from celery import shared_task

from review.services.rounds import close_outdated_rounds, open_due_rounds


@shared_task
def open_rounds() -> None:
    """Ask the masters about every finished take that nobody was asked about yet; close what is outdated."""
    close_outdated_rounds(by=None)
    open_due_rounds(by=None)
