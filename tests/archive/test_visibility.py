"""Default deny: what is not public is seen only by those who work in that craft."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from guardian.shortcuts import assign_perm

from archive.models import (
    Consent,
    ConsentDecision,
    ConsentUse,
    Craft,
    Publication,
    Technique,
    TechniqueSpec,
    Transcript,
    User,
)
from tests.factories import BearerFactory, CraftFactory, TechniqueFactory, TechniqueSpecFactory, UserFactory

pytestmark = pytest.mark.django_db

VISITOR = AnonymousUser()


def archivist_of(craft: Craft) -> User:
    """A user who may change the records of this craft."""
    user = UserFactory.create()
    assign_perm("archive.curate_craft", user, craft)
    return user


def test_a_draft_technique_is_seen_by_its_archivist_and_by_nobody_else() -> None:
    technique = TechniqueFactory.create(status=Publication.DRAFT)
    other = CraftFactory.create(slug="laran", name_zh="蜡染")
    assert not Technique.objects.visible_to(VISITOR).exists()
    assert not Technique.objects.visible_to(archivist_of(other)).exists()
    assert Technique.objects.visible_to(archivist_of(technique.craft)).get() == technique


def test_a_public_technique_of_a_craft_that_is_not_public_stays_hidden() -> None:
    technique = TechniqueFactory.create()
    Craft.objects.filter(pk=technique.craft.pk).update(status=Publication.DRAFT)
    assert not Technique.objects.visible_to(VISITOR).exists()


def test_a_deactivated_archivist_sees_what_a_visitor_sees() -> None:
    technique = TechniqueFactory.create(status=Publication.DRAFT)
    user = archivist_of(technique.craft)
    user.is_active = False
    assert not Technique.objects.visible_to(user).exists()


def test_a_master_sees_the_drafts_of_their_craft_but_curates_nothing() -> None:
    technique, master = TechniqueFactory.create(status=Publication.DRAFT), UserFactory.create()
    assign_perm("archive.judge_craft", master, technique.craft)
    assert Technique.objects.visible_to(master).exists()
    assert not Technique.objects.curated_by(master).exists()


def test_visitors_read_accepted_specifications_but_never_proposals() -> None:
    accepted = TechniqueSpecFactory.create()
    TechniqueSpecFactory.create(
        technique=accepted.technique, transcript=accepted.transcript, version=None, status="proposed"
    )
    assert TechniqueSpec.objects.visible_to(VISITOR).get() == accepted
    assert TechniqueSpec.objects.visible_to(archivist_of(accepted.technique.craft)).count() == 2


def test_a_transcript_becomes_readable_with_its_technique() -> None:
    spec = TechniqueSpecFactory.create(technique=TechniqueFactory.create(status=Publication.DRAFT))
    assert not Transcript.objects.visible_to(VISITOR).exists()
    Technique.objects.filter(pk=spec.technique.pk).update(status=Publication.PUBLISHED)
    assert Transcript.objects.visible_to(VISITOR).get() == spec.transcript


def consent(decision: ConsentDecision, day: date, expires_on: date | None = None) -> None:
    """Record a decision of 李素梅 about making films."""
    Consent.objects.create(
        bearer=BearerFactory.create(),
        use=ConsentUse.AI_GENERATE_FROM,
        decision=decision,
        valid_from=day,
        expires_on=expires_on,
    )


def allowed(day: date) -> bool:
    """Whether films may be made from what she said on that day."""
    return Consent.objects.allows(BearerFactory.create(), ConsentUse.AI_GENERATE_FROM, on=day)


def test_consent_is_no_until_it_is_granted_and_no_again_after_withdrawal_or_expiry() -> None:
    start = date(2025, 1, 1)
    assert not allowed(start)
    consent(ConsentDecision.GRANTED, start, expires_on=start + timedelta(days=30))
    assert allowed(start)
    assert not allowed(start - timedelta(days=1))
    assert not allowed(start + timedelta(days=31))
    consent(ConsentDecision.WITHDRAWN, start + timedelta(days=5))
    assert allowed(start + timedelta(days=4))
    assert not allowed(start + timedelta(days=5))


def test_consent_to_one_use_is_none_to_another() -> None:
    consent(ConsentDecision.GRANTED, date(2025, 1, 1))
    assert not Consent.objects.allows(BearerFactory.create(), ConsentUse.AI_TRAIN_ON, on=date(2025, 6, 1))


def test_the_project_number_is_written_with_its_roman_numeral() -> None:
    assert CraftFactory.create(category=7, serial=18).number == "Ⅶ-18"
    assert CraftFactory.create(slug="unlisted", serial=None).number == ""
