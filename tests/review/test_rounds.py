"""Rounds: who is asked about a take."""

import pytest
from django.contrib.auth.models import Permission

from generation.models import Take
from review.models import Round
from review.permissions import may_judge
from review.services.rounds import NobodyToAskError, open_due_rounds, open_round
from tests.factories import UserFactory
from tests.review.cast import People

pytestmark = pytest.mark.django_db


def test_every_master_of_the_craft_is_asked_but_not_the_maker(take: Take, cast: People) -> None:
    round_ = open_round(take, by=cast.archivist)
    assert [asked.master for asked in round_.assignments.all()] == [cast.master]


def test_asking_again_returns_the_open_round(take: Take) -> None:
    assert open_round(take, by=None) == open_round(take, by=None)
    assert Round.objects.count() == 1


def test_a_craft_without_a_master_says_whom_to_appoint(take: Take, cast: People) -> None:
    cast.master.is_active = False
    cast.master.save()
    with pytest.raises(NobodyToAskError, match="苏绣"):
        open_round(take, by=None)
    assert open_due_rounds(by=None) == []


def test_due_rounds_are_opened_once(take: Take) -> None:
    assert len(open_due_rounds(by=None)) == 1
    assert open_due_rounds(by=None) == []


def test_a_superuser_judges_nothing_by_being_one(take: Take) -> None:
    root = UserFactory.create(is_superuser=True, is_staff=True)
    root.user_permissions.add(Permission.objects.get(codename="judge_craft"))
    assert not may_judge(root, open_round(take, by=None))


def test_what_awaits_a_master_is_open_asked_of_them_and_undecided(round_: Round, cast: People) -> None:
    assert list(Round.objects.awaiting(cast.master)) == [round_]
    for other in (cast.maker, cast.archivist, cast.master_elsewhere, cast.outsider):
        assert not Round.objects.awaiting(other).exists()
