"""Judging: a master gives a verdict; approval makes the take a clip of the archive."""

import logging

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from archive.lifecycle import hold, move
from archive.models import SpecStatus, Technique, User
from archive.services.ingest import sha256_of
from review.models import Decision, Reason, Remark, Round, RoundStatus, Verdict
from review.permissions import may_judge
from review.services.accession import accession

log = logging.getLogger(__name__)


class NotYourRoundError(Exception):
    """This user may not decide in this round."""


class RoundClosedError(Exception):
    """The round was decided already, or the film or the specification has changed since it was opened."""


def give_verdict(round_: Round, *, by: User, decision: Decision, reasons: list[str], text: str) -> Verdict:
    """Record what a master decided. When the last asked master has decided, the round closes; approved takes are
    accessioned in the same transaction.

    Raises :class:`NotYourRoundError`, :class:`RoundClosedError`, ``ValidationError`` (reason missing),
    :class:`archive.services.consent.ConsentMissingError`.
    """
    if not may_judge(by, round_):
        log.warning("verdict refused: user %s may not judge round %s", by.pk, round_.pk)
        raise NotYourRoundError(_("这一件没有派给您审看。"))
    _check_reasons(decision, reasons, text)
    with transaction.atomic():
        hold(Technique.objects.filter(pk=round_.spec.technique_id))  # no other version comes into force meanwhile
        round_.refresh_from_db(from_queryset=Round.objects.select_for_update(no_key=True))
        _check_open(round_, by)
        verdict = Verdict.objects.create(
            round=round_,
            by=by,
            decision=decision,
            reasons=reasons,
            text=text,
            take_sha256=round_.take_sha256,
            spec=round_.spec,
            spec_sha256=round_.spec.sha256,
        )
        _close_if_all_decided(round_, by)
    return verdict


def add_remark(round_: Round, *, by: User, text: str, frame: int | None) -> Remark:
    """Leave a note on a frame (counted from 0) of the take, or on the whole take. Raises :class:`NotYourRoundError`."""
    if not may_judge(by, round_):
        raise NotYourRoundError(_("这一件没有派给您审看。"))
    if not text.strip() or (frame is not None and not 0 <= frame < round_.take.frames):
        raise ValidationError(_("批注要有文字，帧号要在片子里。"))
    seconds = None if frame is None else (frame + 0.5) / round_.take.fps
    return Remark.objects.create(round=round_, by=by, text=text, frame=frame, seconds=seconds)


def _check_reasons(decision: Decision, reasons: list[str], text: str) -> None:
    if unknown := set(reasons) - set(Reason.values):
        raise ValidationError(_("没有这个理由：%(reasons)s") % {"reasons": "、".join(sorted(unknown))})
    if decision is not Decision.APPROVE and not (reasons and text.strip()):
        raise ValidationError(_("请选哪里不对，并写一句话，画的人才知道怎么改。"))


def _check_open(round_: Round, by: User) -> None:
    if round_.status != RoundStatus.OPEN or round_.verdicts.filter(by=by).exists():
        raise RoundClosedError(_("这一件已经审过了，您的决定没有再记一次。"))
    if round_.spec.status != SpecStatus.ACCEPTED:
        raise RoundClosedError(_("工序已经改过了，请等新的片子。"))
    with round_.take.file.open("rb") as film:
        current = sha256_of(film)
    if current != round_.take_sha256:
        raise RoundClosedError(_("片子的文件和送审时不一样了，请重新送审。"))


def _close_if_all_decided(round_: Round, by: User) -> None:
    decisions = set(round_.verdicts.values_list("decision", flat=True))
    if round_.verdicts.count() < round_.assignments.count():
        return
    if Decision.REJECT in decisions:
        move(round_, RoundStatus.REJECTED, by=by)
    elif Decision.CHANGE in decisions:
        move(round_, RoundStatus.CHANGES, by=by)
    else:
        move(round_, RoundStatus.APPROVED, by=by)
        accession(round_, by=by)
