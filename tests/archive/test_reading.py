"""Propose, decide value by value, confirm: only what a person accepted becomes a version."""

import pytest

from archive.models import SpecStatus, StatusChange, TechniqueSpec, ValueDecision
from archive.services.ingest import add_transcript, revise_transcript
from archive.services.reading import NothingAcceptedError, confirm, decide, mark_secret, propose
from craftnlp.cues import transcript_text
from craftnlp.decisions import Decision, DecisionError, Verdict
from craftnlp.spec import Status
from tests.factories import TechniqueFactory, UserFactory

pytestmark = pytest.mark.django_db

SPOKEN = "师傅：右手拿木拍子，把泥板拍到三毫米厚。不然烧的时候容易裂。\n师傅：然后用竹刀沿着样板裁下来。\n"


@pytest.fixture
def proposal() -> TechniqueSpec:
    """What the reader makes of two spoken sentences."""
    technique = TechniqueFactory.create()
    transcript = add_transcript(SPOKEN.encode(), craft=technique.craft, bearer=technique.bearer, by=None)
    return propose(transcript, technique)


def accept_all(proposal: TechniqueSpec, *steps: str) -> list[Decision]:
    """Accept every value of these steps."""
    return [
        Decision(address=address, verdict=Verdict.ACCEPT)
        for address, _ in proposal.spec.values()
        if address.split(".")[0] in steps
    ]


def first_step(proposal: TechniqueSpec) -> str:
    """The id of the step that pats the clay."""
    return next(step.id for step in proposal.spec.steps if step.action.text.startswith("拍"))


def test_a_proposal_quotes_the_transcript_and_is_no_version(proposal: TechniqueSpec) -> None:
    proposal.spec.check_quotes(transcript_text(proposal.transcript.spoken()))
    assert proposal.version is None
    assert {value.status for _, value in proposal.spec.values()} == {Status.PROPOSED}


def test_reading_the_same_transcript_again_gives_the_same_proposal(proposal: TechniqueSpec) -> None:
    assert propose(proposal.transcript, proposal.technique) == proposal
    assert TechniqueSpec.objects.count() == 1


def test_nothing_accepted_cannot_be_confirmed(proposal: TechniqueSpec) -> None:
    with pytest.raises(NothingAcceptedError):
        confirm(proposal, by=UserFactory.create())
    assert not TechniqueSpec.objects.exclude(version=None).exists()


def test_only_accepted_values_become_the_version(proposal: TechniqueSpec) -> None:
    step = first_step(proposal)
    decide(proposal, accept_all(proposal, step), by=UserFactory.create())
    version = confirm(proposal, by=UserFactory.create())
    assert (version.version, version.status) == (1, SpecStatus.ACCEPTED)
    assert [kept.id for kept in version.spec.steps] == [step]
    assert "3" in {value.value for value in version.spec.steps[0].quantity}


def test_a_struck_value_is_in_no_version(proposal: TechniqueSpec) -> None:
    step, user = first_step(proposal), UserFactory.create()
    decide(proposal, accept_all(proposal, step), by=user)
    decide(proposal, [Decision(address=f"{step}.quantity.0", verdict=Verdict.STRIKE)], by=user)
    version = confirm(proposal, by=user)
    assert version.spec.steps[0].quantity == ()
    assert "3" not in version.spec.steps[0].sentence
    assert proposal.spec.step(step).quantity[0].status is Status.STRUCK


def test_every_decision_is_kept_with_before_and_after(proposal: TechniqueSpec) -> None:
    step, user = first_step(proposal), UserFactory.create()
    old = proposal.spec.step(step).action
    new = old.model_copy(update={"text": "拍打"})
    decide(proposal, [Decision(address=f"{step}.action.0", verdict=Verdict.EDIT, replacement=new)], by=user)
    line = ValueDecision.objects.get()
    assert line.after is not None
    assert (line.decision, line.by, line.before["text"], line.after["text"]) == ("edit", user, old.text, "拍打")
    assert proposal.spec.step(step).action.status is Status.EDITED


def test_a_wrong_decision_changes_nothing(proposal: TechniqueSpec) -> None:
    step, before = first_step(proposal), proposal.content
    wrong = [
        Decision(address=f"{step}.action.0", verdict=Verdict.ACCEPT),
        Decision(address="s999.tool.0", verdict=Verdict.ACCEPT),
    ]
    with pytest.raises(DecisionError):
        decide(proposal, wrong, by=UserFactory.create())
    proposal.refresh_from_db()
    assert proposal.content == before
    assert not ValueDecision.objects.exists()


def test_the_next_version_supersedes_the_one_in_force(proposal: TechniqueSpec) -> None:
    user = UserFactory.create()
    steps = [step.id for step in proposal.spec.steps]
    decide(proposal, accept_all(proposal, steps[0]), by=user)
    first = confirm(proposal, by=user)
    assert confirm(proposal, by=user) == first
    decide(proposal, accept_all(proposal, *steps), by=user)
    second = confirm(proposal, by=user)
    first.refresh_from_db()
    assert (first.status, second.version, second.status) == (SpecStatus.SUPERSEDED, 2, SpecStatus.ACCEPTED)
    assert StatusChange.objects.filter(object_id=first.pk, new="superseded").count() == 1


def test_a_secret_step_stays_secret_in_the_version(proposal: TechniqueSpec) -> None:
    step, user = first_step(proposal), UserFactory.create()
    mark_secret(proposal, step, secret=True, by=user)
    decide(proposal, accept_all(proposal, step), by=user)
    assert confirm(proposal, by=user).spec.step(step).secret


def test_an_edit_that_quotes_other_words_than_the_master_said_is_refused(proposal: TechniqueSpec) -> None:
    step = first_step(proposal)
    old = proposal.spec.step(step).action
    quote = old.quote.model_copy(update={"text": "锤" * len(old.quote.text)})
    invented = old.model_copy(update={"quote": quote})
    edit = Decision(address=f"{step}.action.0", verdict=Verdict.EDIT, replacement=invented)
    with pytest.raises(DecisionError):
        decide(proposal, [edit], by=UserFactory.create())


def test_a_mark_set_after_confirming_makes_the_next_version_at_once(proposal: TechniqueSpec) -> None:
    step, user = first_step(proposal), UserFactory.create()
    decide(proposal, accept_all(proposal, step), by=user)
    first = confirm(proposal, by=user)
    mark_secret(proposal, step, secret=True, by=user)
    current = TechniqueSpec.objects.current().get()
    assert current.version == (first.version or 0) + 1
    assert current.spec.step(step).secret
    assert not first.spec.step(step).secret


def test_a_version_cannot_be_changed(proposal: TechniqueSpec) -> None:
    step, user = first_step(proposal), UserFactory.create()
    decide(proposal, accept_all(proposal, step), by=user)
    version = confirm(proposal, by=user)
    with pytest.raises(ValueError, match="cannot be changed"):
        mark_secret(version, step, secret=True, by=user)
    with pytest.raises(ValueError, match="cannot be changed"):
        decide(version, accept_all(version, step), by=user)
    version.refresh_from_db()
    assert not version.spec.step(step).secret


def test_a_secret_stays_one_when_the_transcript_is_corrected_and_read_again(proposal: TechniqueSpec) -> None:
    step, user = first_step(proposal), UserFactory.create()
    mark_secret(proposal, step, secret=True, by=user)
    corrected = SPOKEN.replace("裁下来", "裁齐").encode()
    again = propose(revise_transcript(proposal.transcript, corrected, by=user), proposal.technique)
    assert again != proposal
    secrets = [kept for kept in again.spec.steps if kept.secret]
    assert [kept.action.text for kept in secrets] == [proposal.spec.step(step).action.text]
