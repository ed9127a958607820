"""Rounds: ask the masters of a craft about a take."""

from django.db import transaction
from django.utils.translation import gettext as _

from archive.lifecycle import move
from archive.models import SpecStatus, User
from generation.models import Take
from review.models import Assignment, Round, RoundStatus
from review.permissions import made, masters_of


class NobodyToAskError(Exception):
    """No master of the craft may judge this take."""


def open_round(take: Take, *, by: User | None) -> Round:
    """Ask every master of the craft (never the maker) about a take. An open round is returned as it is.

    Raises :class:`NobodyToAskError`.
    """
    with transaction.atomic():
        Take.objects.select_for_update(no_key=True).get(pk=take.pk)
        if existing := take.rounds.filter(status=RoundStatus.OPEN).first():
            return existing
        spec = take.recipe.shot.storyboard.spec
        masters = [master for master in masters_of(spec.technique.craft) if not made(master, take)]
        if not masters:
            craft = spec.technique.craft.name_zh
            raise NobodyToAskError(_("“%(craft)s”还没有可以审看的师傅。请先指派，再送审。") % {"craft": craft})
        round_ = Round.objects.create(
            take=take, spec=spec, take_sha256=take.sha256, number=take.rounds.count() + 1, opened_by=by
        )
        Assignment.objects.bulk_create(Assignment(round=round_, master=master, assigned_by=by) for master in masters)
    return round_


def close_outdated_rounds(*, by: User | None) -> int:
    """Close every open round on a specification that is no longer in force; tells how many. What was shown there is
    not what the archive now says."""
    outdated = Round.objects.filter(status=RoundStatus.OPEN).exclude(spec__status=SpecStatus.ACCEPTED)
    for round_ in outdated:
        move(round_, RoundStatus.CLOSED, by=by, reason="the specification has a newer version")
    return len(outdated)


def open_due_rounds(*, by: User | None) -> list[Round]:
    """Open the first round of every finished take of a specification in force that was never asked about and has
    someone to ask."""
    opened = []
    current = Take.objects.filter(recipe__shot__storyboard__spec__status=SpecStatus.ACCEPTED)
    for take in current.filter(rounds=None).order_by("pk"):
        craft = take.recipe.shot.storyboard.spec.technique.craft
        if any(not made(master, take) for master in masters_of(craft)):
            opened.append(open_round(take, by=by))
    return opened
