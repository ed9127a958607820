"""Verdicts: who may give one, about exactly which bytes, and what follows from it."""

import logging

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from guardian.shortcuts import remove_perm

from archive.models import AppendOnlyError, Clip, Consent, ConsentDecision, ConsentUse, Publication, User
from archive.services.consent import ConsentMissingError
from generation.models import Take
from generation.services import make_recipe
from review.models import Accession, Decision, Remark, Round, RoundStatus, Verdict
from review.services.judging import NotYourRoundError, RoundClosedError, add_remark, give_verdict
from review.services.rounds import open_round
from tests.review.cast import People, finished, worker

pytestmark = pytest.mark.django_db


def approve(round_: Round, by: User) -> Verdict:
    return give_verdict(round_, by=by, decision=Decision.APPROVE, reasons=[], text="")


def test_an_approved_take_becomes_a_public_clip_with_its_recipe_and_verdict(round_: Round, cast: People) -> None:
    verdict = approve(round_, cast.master)
    clip = Clip.objects.published().get()
    assert round_.status == RoundStatus.APPROVED
    assert (clip.sha256, clip.recipe_sha256) == (round_.take_sha256, round_.take.recipe.sha256)
    assert (verdict.take_sha256, verdict.spec_sha256) == (round_.take_sha256, round_.spec.sha256)
    assert clip.verdicts.get().judge_name == "lu"
    assert clip.attribution.credit_zh.startswith("技艺：李素梅")
    assert clip.technique.search_version > 0


def test_a_take_is_accessioned_once(round_: Round, cast: People) -> None:
    approve(round_, cast.master)
    with pytest.raises(RoundClosedError):
        approve(round_, cast.master)
    assert (Clip.objects.count(), Accession.objects.count(), Verdict.objects.count()) == (1, 1, 1)


def test_all_masters_must_decide_and_one_no_is_enough(take: Take, cast: People) -> None:
    second = worker("second", "judge_craft", take.recipe.shot.storyboard.spec.technique.craft)
    round_ = open_round(take, by=None)
    approve(round_, cast.master)
    assert (round_.status, Clip.objects.count()) == (RoundStatus.OPEN, 0)
    give_verdict(round_, by=second, decision=Decision.REJECT, reasons=["tool"], text="针不对")
    assert (round_.status, Clip.objects.count()) == (RoundStatus.REJECTED, 0)


@pytest.mark.parametrize("who", ["archivist", "master_elsewhere", "maker", "outsider"])
def test_nobody_else_decides_and_the_attempt_is_logged(
    round_: Round, cast: People, who: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING), pytest.raises(NotYourRoundError):
        approve(round_, getattr(cast, who))
    assert f"user {getattr(cast, who).pk} may not judge round {round_.pk}" in caplog.text
    assert not Verdict.objects.exists()


def test_a_master_who_lost_the_craft_or_the_account_decides_no_more(round_: Round, cast: People) -> None:
    remove_perm("judge_craft", cast.master, round_.spec.technique.craft)
    with pytest.raises(NotYourRoundError):
        approve(round_, cast.master)


def test_a_film_that_changed_since_it_was_sent_is_refused(round_: Round, cast: People) -> None:
    file = round_.take.file
    name = str(file.name)
    file.storage.delete(name)
    file.storage.save(name, ContentFile(b"another film"))
    with pytest.raises(RoundClosedError, match="重新送审"):
        approve(round_, cast.master)
    assert not Verdict.objects.exists()
    assert not Clip.objects.exists()


@pytest.mark.parametrize(("reasons", "text"), [([], "手不对"), (["gesture"], "  "), (["nonsense"], "手不对")])
def test_change_and_reject_need_a_known_reason_and_a_sentence(
    round_: Round, cast: People, reasons: list[str], text: str
) -> None:
    for decision in (Decision.CHANGE, Decision.REJECT):
        with pytest.raises(ValidationError):
            give_verdict(round_, by=cast.master, decision=decision, reasons=reasons, text=text)
    assert not Verdict.objects.exists()


def test_without_consent_to_publish_the_verdict_is_not_kept_either(round_: Round, cast: People) -> None:
    use = ConsentUse.PUBLISH_GENERATED
    bearer = round_.spec.technique.bearer
    Consent.objects.create(bearer=bearer, use=use, decision=ConsentDecision.WITHDRAWN, valid_from="2024-02-01")
    with pytest.raises(ConsentMissingError):
        approve(round_, cast.master)
    round_.refresh_from_db()
    assert (round_.status, Verdict.objects.count(), Clip.objects.count()) == (RoundStatus.OPEN, 0, 0)


def test_verdicts_and_remarks_are_never_rewritten(round_: Round, cast: People) -> None:
    remark = add_remark(round_, by=cast.master, text="这里太快", frame=12)
    verdict = approve(round_, cast.master)
    for row in (verdict, remark):
        row.text = "改过"
        with pytest.raises(AppendOnlyError):
            row.save()
        with pytest.raises(AppendOnlyError):
            row.delete()
    with pytest.raises(AppendOnlyError):
        Verdict.objects.update(decision=Decision.REJECT)


def test_a_remark_knows_its_frame_and_the_middle_of_its_time(round_: Round, cast: People) -> None:
    remark = add_remark(round_, by=cast.master, text="这里太快", frame=12)
    assert (remark.frame, remark.seconds) == (12, 12.5 / 24)
    for frame in (-1, 30):
        with pytest.raises(ValidationError):
            add_remark(round_, by=cast.master, text="片子之外", frame=frame)
    assert Remark.objects.count() == 1


def test_a_new_clip_of_a_step_takes_the_place_of_the_old(round_: Round, cast: People) -> None:
    approve(round_, cast.master)
    again = finished(make_recipe(round_.take.recipe.shot, by=cast.maker, replaces=round_.take.recipe), by=cast.maker)
    approve(open_round(again, by=None), cast.master)
    assert Clip.objects.published().get().sha256 == again.sha256
    assert Clip.objects.filter(status=Publication.RETIRED).count() == 1
