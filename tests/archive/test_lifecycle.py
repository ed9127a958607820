"""A status changes in one place, and only along the table."""

import pytest
from django.contrib.contenttypes.models import ContentType

from archive.lifecycle import IllegalMoveError, move
from archive.models import AppendOnlyError, Publication, StatusChange, Technique
from tests.factories import TechniqueFactory, UserFactory

pytestmark = pytest.mark.django_db


def changes(row: Technique) -> list[tuple[str, str]]:
    """The moves of a row, oldest first."""
    kind = ContentType.objects.get_for_model(row)
    found = StatusChange.objects.filter(content_type=kind, object_id=row.pk).order_by("pk")
    return [(change.old, change.new) for change in found]


def test_a_draft_goes_through_review_to_the_public_and_each_move_is_a_row() -> None:
    row, user = TechniqueFactory.create(status=Publication.DRAFT), UserFactory.create()
    for status in (Publication.IN_REVIEW, Publication.APPROVED, Publication.PUBLISHED):
        move(row, status, by=user, reason="test")
    assert changes(row) == [("draft", "in_review"), ("in_review", "approved"), ("approved", "published")]
    assert StatusChange.objects.latest("pk").by == user


def test_an_illegal_jump_changes_nothing() -> None:
    row = TechniqueFactory.create(status=Publication.DRAFT)
    with pytest.raises(IllegalMoveError):
        move(row, Publication.PUBLISHED)
    row.refresh_from_db()
    assert row.status == Publication.DRAFT
    assert changes(row) == []


def test_the_row_in_the_database_counts_not_the_copy_in_memory() -> None:
    row = TechniqueFactory.create(status=Publication.DRAFT)
    old_copy = Technique.objects.get(pk=row.pk)
    move(row, Publication.IN_REVIEW)
    with pytest.raises(IllegalMoveError):
        move(old_copy, Publication.IN_REVIEW)


def test_nobody_is_told_when_the_transaction_is_undone(django_capture_on_commit_callbacks: object) -> None:
    row, told = TechniqueFactory.create(status=Publication.DRAFT), []
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        move(row, Publication.IN_REVIEW, then=lambda: told.append("told"))
        assert told == []
    assert told == ["told"]


def test_history_cannot_be_rewritten() -> None:
    move(TechniqueFactory.create(status=Publication.DRAFT), Publication.IN_REVIEW)
    change = StatusChange.objects.get()
    change.reason = "rewritten"
    with pytest.raises(AppendOnlyError):
        change.save()
    with pytest.raises(AppendOnlyError):
        change.delete()
    with pytest.raises(AppendOnlyError):
        StatusChange.objects.all().update(reason="rewritten")
    with pytest.raises(AppendOnlyError):
        StatusChange.objects.all().delete()
