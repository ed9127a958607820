"""An approval is about what was approved: a step that changed must be filmed and judged again."""

import pytest

from archive.models import Clip, Publication, SpecStatus, StatusChange, TechniqueSpec
from archive.services.publishing import retire_outdated_clips
from craftnlp.spec import Step
from review.models import Assignment, Decision, Round, RoundStatus
from review.services.judging import NotYourRoundError, RoundClosedError, give_verdict
from review.services.rounds import close_outdated_rounds
from tests.factories import spec_content
from tests.review.cast import People

pytestmark = pytest.mark.django_db


def approved(round_: Round, cast: People) -> Clip:
    """The clip of the first step, approved by the master."""
    give_verdict(round_, by=cast.master, decision=Decision.APPROVE, reasons=[], text="")
    return Clip.objects.get()


def next_version(spec: TechniqueSpec, *steps: Step) -> TechniqueSpec:
    """A second version in force that holds these steps."""
    TechniqueSpec.objects.filter(pk=spec.pk).update(status=SpecStatus.SUPERSEDED)
    content = spec_content().model_copy(update={"steps": steps})
    return TechniqueSpec.objects.create(
        technique=spec.technique,
        transcript=spec.transcript,
        version=2,
        status=SpecStatus.ACCEPTED,
        content=content.model_dump(mode="json"),
        sha256=content.content_sha256(),
        reader="test/1",
    )


def status_after(clip: Clip, version: TechniqueSpec) -> str:
    """What becomes of the clip when this version comes into force."""
    retire_outdated_clips(version, by=None)
    clip.refresh_from_db()
    return clip.status


def test_a_clip_of_an_unchanged_step_stays_public(round_: Round, cast: People) -> None:
    clip = approved(round_, cast)
    version = next_version(round_.spec, *spec_content().steps)
    assert status_after(clip, version) == Publication.PUBLISHED


@pytest.mark.parametrize("change", ["other words", "gone", "secret"])
def test_a_clip_of_a_step_that_changed_is_taken_down(round_: Round, cast: People, change: str) -> None:
    clip = approved(round_, cast)
    first, second = spec_content().steps
    steps = {
        "other words": (first.model_copy(update={"quantity": ()}), second),
        "gone": (second,),
        "secret": (first.model_copy(update={"secret": True}), second),
    }[change]
    assert status_after(clip, next_version(round_.spec, *steps)) == Publication.RETIRED
    assert StatusChange.objects.filter(object_id=clip.pk, new="retired").latest("pk").reason


def test_a_round_on_an_older_version_is_closed_and_asks_nobody(round_: Round, cast: People) -> None:
    next_version(round_.spec, *spec_content().steps)
    assert not Round.objects.awaiting(cast.master).exists()
    with pytest.raises(RoundClosedError):
        give_verdict(round_, by=cast.master, decision=Decision.APPROVE, reasons=[], text="")
    assert close_outdated_rounds(by=None) == 1
    round_.refresh_from_db()
    assert round_.status == RoundStatus.CLOSED
    assert not Clip.objects.exists()


def test_the_maker_may_not_judge_even_when_somebody_asked_them(round_: Round, cast: People) -> None:
    Assignment.objects.create(round=round_, master=cast.maker)
    with pytest.raises(NotYourRoundError):
        give_verdict(round_, by=cast.maker, decision=Decision.APPROVE, reasons=[], text="")
    assert not round_.verdicts.exists()
