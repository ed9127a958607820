"""Accession: an approved take becomes a clip of the archive."""

from typing import Any

from archive.models import Clip, User
from archive.services.publishing import FilmFiles, JudgedBy, accession_clip
from generation.models import Take
from generation.services import get_backend
from review.models import Accession, Round, Verdict


def accession(round_: Round, *, by: User) -> Clip:
    """Copy film, recipe, verdicts and attribution of an approved round into the archive, once.

    Called inside the transaction of the last verdict, so that either all of it happens or none.
    """
    take = round_.take
    with take.file.open("rb") as film, take.poster.open("rb") as poster, take.captions.open("rb") as captions:
        clip = accession_clip(
            round_.spec,
            files=FilmFiles(film=film, poster=poster, captions=captions),
            facts=_facts(take),
            verdicts=[_judged(verdict) for verdict in round_.verdicts.select_related("by", "spec")],
            by=by,
        )
    Accession.objects.create(round=round_, clip=clip, by=by)
    return clip


def _facts(take: Take) -> dict[str, Any]:
    recipe = take.recipe
    same = ("sha256", "size", "width", "height", "fps", "frames", "seconds", "label", "content_number")
    return {name: getattr(take, name) for name in same} | {
        "step_id": recipe.shot.step_id,
        "step_number": recipe.request["step_number"],
        "title": recipe.request["title"],
        "kind": recipe.kind,
        "backend": get_backend(recipe.backend).name,
        "seed": recipe.seed,
        "recipe": {"request": recipe.request, "fingerprint": recipe.fingerprint, "context": recipe.context},
        "recipe_sha256": recipe.sha256,
    }


def _judged(verdict: Verdict) -> JudgedBy:
    bearer = getattr(verdict.by, "bearer", None)
    return JudgedBy(
        bearer=bearer,
        judge_name=bearer.name_zh if bearer else str(verdict.by),
        decision=verdict.decision,
        remark=verdict.text,
        take_sha256=verdict.take_sha256,
        spec_sha256=verdict.spec_sha256,
        decided_at=verdict.decided_at,
    )
