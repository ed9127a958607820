"""From an accepted specification to shots. A secret step never gets this far."""

from django.db import transaction

from archive.models import TechniqueSpec, User
from craftnlp import spec as language
from craftnlp.decisions import accepted
from generation.models import Shot, Storyboard

SECONDS = 6.0


class NotAcceptedError(Exception):
    """The specification is still a proposal; somebody has to confirm it first."""


def shown_steps(spec: language.TechniqueSpec) -> tuple[language.Step, ...]:
    """The steps that may be shown, in the order of doing, with accepted values only. Their places count from 1 and leave
    secret steps out.
    """
    return tuple(step for step in accepted(spec).performed() if not step.secret)


def storyboard_for(spec: TechniqueSpec, *, by: User | None = None) -> Storyboard:
    """The storyboard of an accepted specification: one plate for each step. Asked again, the same one.

    Raises :class:`NotAcceptedError` for a proposal.
    """
    if spec.version is None:
        raise NotAcceptedError("技法规范还没有确认。请先逐项确认，再排分镜。")
    with transaction.atomic():
        board, is_new = Storyboard.objects.get_or_create(spec=spec, version=1, defaults={"created_by": by})
        if is_new:
            Shot.objects.bulk_create(
                Shot(storyboard=board, number=number, step_id=step.id, view=Shot.View.PLATE, seconds=SECONDS)
                for number, step in enumerate(shown_steps(spec.spec), 1)
            )
    return board
