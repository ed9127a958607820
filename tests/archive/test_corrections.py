"""``manage.py corrections``: confirmed proposals leave the archive as a log, secrets and the unwilling do not."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from archive.models import ConsentUse, TechniqueSpec
from archive.services.ingest import add_transcript
from archive.services.reading import confirm, decide, mark_secret, merge_steps, propose
from craftnlp.decisions import Decision, Verdict
from craftnlp.evaluation import Passage, read_lines
from tests.factories import TechniqueFactory, UserFactory, grant

pytestmark = pytest.mark.django_db

SPOKEN = "问：先做什么？\n师傅：右手拿木拍子，把泥板拍到三毫米厚。\n师傅：然后用竹刀沿着样板裁下来。\n"


@pytest.fixture
def proposal() -> TechniqueSpec:
    """Two spoken sentences of a bearer who allows training, read and not yet decided."""
    technique = TechniqueFactory.create()
    grant(technique.bearer, ConsentUse.AI_TRAIN_ON)
    transcript = add_transcript(SPOKEN.encode(), craft=technique.craft, bearer=technique.bearer, by=None)
    return propose(transcript, technique)


def exported(*options: str) -> tuple[list[dict[str, Any]], str]:
    """The lines and what was said about the rest."""
    out, err = StringIO(), StringIO()
    call_command("corrections", *options, stdout=out, stderr=err)
    return [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue()


def decided(proposal: TechniqueSpec, verdict: Verdict, *addresses: str) -> None:
    decide(proposal, [Decision(address=one, verdict=verdict) for one in addresses], by=UserFactory.create())


def accept_all(proposal: TechniqueSpec) -> None:
    decided(proposal, Verdict.ACCEPT, *dict(proposal.spec.values()))


def step_with(proposal: TechniqueSpec, action: str) -> str:
    return next(step.id for step in proposal.spec.steps if step.action.said.startswith(action))


def edit_action(proposal: TechniqueSpec, step: str, text: str) -> None:
    new = proposal.spec.step(step).action.model_copy(update={"text": text})
    edit = Decision(address=f"{step}.action.0", verdict=Verdict.EDIT, replacement=new)
    decide(proposal, [edit], by=UserFactory.create())


def test_a_confirmed_proposal_is_logged_value_by_value(proposal: TechniqueSpec) -> None:
    patted = step_with(proposal, "拍")
    accept_all(proposal)
    decided(proposal, Verdict.STRIKE, f"{patted}.quantity.0")
    confirm(proposal, by=UserFactory.create())
    lines, told = exported()
    verdicts = {line["address"]: line["verdict"] for line in lines}
    assert verdicts.keys() == dict(proposal.spec.values()).keys()
    assert verdicts[f"{patted}.quantity.0"] == "strike"
    assert {line["craft"] for line in lines} == {proposal.technique.craft.name_zh}
    assert told == ""


def test_an_edit_shows_what_the_reader_had_proposed_even_after_joining_steps(proposal: TechniqueSpec) -> None:
    patted, trimmed = step_with(proposal, "拍"), step_with(proposal, "裁")
    accept_all(proposal)
    read_as = proposal.spec.step(patted).action.text
    for text in ("拍打", "拍实"):
        edit_action(proposal, patted, text)
    tool = proposal.spec.step(trimmed).tool[0]
    renamed = Decision(
        address=f"{trimmed}.tool.0", verdict=Verdict.EDIT, replacement=tool.model_copy(update={"text": "篾刀"})
    )
    decide(proposal, [renamed], by=UserFactory.create())
    merge_steps(proposal, into=patted, parts=[trimmed])
    confirm(proposal, by=UserFactory.create())
    edits = {line["decided"]["text"]: line["proposed"]["text"] for line in exported()[0] if line["verdict"] == "edit"}
    assert edits == {"拍实": read_as, "篾刀": tool.text}


def test_a_proposal_that_nobody_confirmed_stays_inside(proposal: TechniqueSpec) -> None:
    accept_all(proposal)
    assert exported() == ([], "")


def test_without_consent_to_training_nothing_leaves(proposal: TechniqueSpec) -> None:
    accept_all(proposal)
    confirm(proposal, by=UserFactory.create())
    proposal.technique.bearer.consents.create(
        use=ConsentUse.AI_TRAIN_ON, decision="withdrawn", valid_from="2024-06-01", recorded_by=None
    )
    lines, told = exported()
    assert lines == []
    assert "没有" in told


def test_a_secret_step_is_in_neither_form(proposal: TechniqueSpec) -> None:
    patted = step_with(proposal, "拍")
    accept_all(proposal)
    mark_secret(proposal, patted, secret=True, by=UserFactory.create())
    confirm(proposal, by=UserFactory.create())
    lines, _ = exported()
    assert lines
    assert "三毫米" not in json.dumps(lines, ensure_ascii=False)
    assert patted not in {line["address"].split(".")[0] for line in lines}
    passages, told = exported("--passages")
    assert passages == []
    assert "秘密" in told


def test_passages_are_what_evaluate_reads(proposal: TechniqueSpec) -> None:
    accept_all(proposal)
    confirm(proposal, by=UserFactory.create())
    (record,), _ = exported("--passages")
    (passage,) = read_lines([json.dumps(record).encode()], Passage)
    assert len(passage.steps) == len(proposal.spec.steps)
    assert [cue.interviewer for cue in passage.cues()] == [True, False]


def test_the_same_archive_writes_the_same_log_and_names_nobody(proposal: TechniqueSpec) -> None:
    accept_all(proposal)
    user = UserFactory.create(username="wang-fang")
    confirm(proposal, by=user)
    first, second = exported(), exported()
    assert first == second
    text = json.dumps(first, ensure_ascii=False)
    assert user.username not in text
    assert proposal.technique.bearer.name_zh not in text
