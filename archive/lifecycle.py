"""The one place where a status changes."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from archive.models import StatusChange, User


class IllegalMoveError(Exception):
    """The row is not in a status from which this move is allowed."""


class HasStatus(Protocol):
    """A row with a status and a table of allowed moves."""

    TRANSITIONS: Mapping[str, frozenset[str]]
    status: str


def hold(rows: models.QuerySet[Any]) -> None:
    """Lock rows until the transaction ends. Who changes a technique and what belongs to it holds the technique first.

    One order for all, so that no two can wait for each other. ``no_key``: meanwhile others may still add rows that
    point here.
    """
    list(rows.order_by("pk").select_for_update(no_key=True).values_list("pk"))


def move(
    row: models.Model,
    to: str,
    *,
    by: User | None = None,
    reason: str = "",
    then: Callable[[], object] | None = None,
) -> None:
    """Move a row to another status: lock, check, change, write a ``StatusChange``; ``then`` runs after commit.

    The row in memory is refreshed from the database first. Raises :class:`IllegalMoveError`.
    """
    model = type(row)
    table: Mapping[str, frozenset[str]] = model.TRANSITIONS  # type: ignore[attr-defined]
    with transaction.atomic():
        # Lock the row and believe it: the copy in memory may be old.
        locked = model._default_manager.select_for_update(no_key=True)
        row.refresh_from_db(fields=["status"], from_queryset=locked)
        old: str = row.status  # type: ignore[attr-defined]
        if to not in table[old]:
            raise IllegalMoveError(f"{model.__name__} {row.pk}: {old} → {to} is not allowed")
        row.status = to  # type: ignore[attr-defined]
        row.save(update_fields=["status"])
        StatusChange.objects.create(
            content_type=ContentType.objects.get_for_model(model),
            object_id=row.pk,
            old=old,
            new=to,
            reason=reason,
            by=by,
        )
        if then is not None:
            transaction.on_commit(then)
