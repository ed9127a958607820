"""What became of the values that each version of the reader proposed."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from archive.models import TechniqueSpec
from archive.services.acceptance import Tally, acceptance
from archive.services.ingest import add_transcript
from archive.services.reading import confirm, decide, mark_secret, merge_steps, propose
from craftnlp.decisions import Decision, Verdict
from craftnlp.spec import StepField
from tests.factories import TechniqueFactory, UserFactory
from tests.review.cast import worker

pytestmark = pytest.mark.django_db

SPOKEN = "师傅：右手拿木拍子，把泥板拍到三毫米厚。\n师傅：然后用竹刀沿着样板裁下来。\n"
OLDER = "craftnlp/0.0 lexicon/0"


def read(slug: str = "tile", reader: str = "") -> TechniqueSpec:
    """Two spoken sentences, read and not yet decided, by this version of the reader or the present one."""
    technique = TechniqueFactory.create(slug=slug)
    transcript = add_transcript(SPOKEN.encode(), craft=technique.craft, bearer=technique.bearer, by=None)
    proposal = propose(transcript, technique)
    if reader:
        TechniqueSpec.objects.filter(pk=proposal.pk).update(reader=reader)
        proposal.refresh_from_db()
    return proposal


def decided(proposal: TechniqueSpec, verdict: Verdict, *addresses: str) -> None:
    decide(proposal, [Decision(address=one, verdict=verdict) for one in addresses], by=UserFactory.create())


def edited(proposal: TechniqueSpec, address: str, text: str) -> None:
    new = dict(proposal.spec.values())[address].model_copy(update={"text": text})
    edit = Decision.model_validate({"address": address, "verdict": Verdict.EDIT, "replacement": new})
    decide(proposal, [edit], by=UserFactory.create())


def steps(proposal: TechniqueSpec) -> tuple[str, str]:
    """The ids of the two steps: patting and trimming."""
    said = {step.action.said[0]: step.id for step in proposal.spec.steps}
    return said["拍"], said["裁"]


def decide_all_but_one(proposal: TechniqueSpec) -> None:
    """The trimming knife edited, the thickness struck, the hand left, everything else accepted; then confirmed."""
    patted, trimmed = steps(proposal)
    hand = f"{patted}.hand.0"
    decided(proposal, Verdict.ACCEPT, *(address for address, _ in proposal.spec.values() if address != hand))
    decided(proposal, Verdict.STRIKE, f"{patted}.quantity.0")
    edited(proposal, f"{trimmed}.tool.0", "篾刀")
    confirm(proposal, by=UserFactory.create())


def tallied() -> dict[str, Tally]:
    return {one.reader: one.whole for one in acceptance(TechniqueSpec.objects.confirmed())}


def test_every_value_is_counted_once_by_what_became_of_it() -> None:
    proposal = read()
    decide_all_but_one(proposal)
    (reader,) = acceptance(TechniqueSpec.objects.confirmed())
    total = len(dict(proposal.spec.values()))
    assert (reader.reader, reader.specs, reader.whole.proposed) == (proposal.reader, 1, total)
    assert reader.whole == Tally(accepted=total - 3, edited=1, struck=1, left=1)
    assert reader.whole.percent == (total - 3) * 100 // (total - 1)
    fields = dict(reader.fields())
    assert fields[StepField.TOOL] == Tally(accepted=1, edited=1)
    assert fields[StepField.TOOL].percent == 50
    assert fields[StepField.QUANTITY] == Tally(struck=1)
    assert (fields[StepField.HAND], fields[StepField.HAND].percent) == (Tally(left=1), None)
    assert StepField.CAUTION not in fields


def test_what_was_edited_and_then_accepted_was_not_accepted_as_read() -> None:
    proposal = read()
    decide_all_but_one(proposal)
    _, trimmed = steps(proposal)
    decided(proposal, Verdict.ACCEPT, f"{trimmed}.tool.0")
    assert tallied()[proposal.reader].edited == 1
    edited(proposal, f"{trimmed}.tool.0", "竹刀")
    assert tallied()[proposal.reader].edited == 0


def test_joining_steps_changes_no_verdict() -> None:
    proposal = read()
    decide_all_but_one(proposal)
    before = tallied()[proposal.reader]
    patted, trimmed = steps(proposal)
    merge_steps(proposal, into=patted, parts=[trimmed])
    after = tallied()[proposal.reader]
    assert (after.edited, after.struck, after.left) == (before.edited, before.struck, before.left) == (1, 1, 1)


def test_secret_steps_count_and_what_nobody_confirmed_does_not() -> None:
    proposal = read()
    decide_all_but_one(proposal)
    before = tallied()
    mark_secret(proposal, steps(proposal)[0], secret=True, by=UserFactory.create())
    unconfirmed = read("bowl", OLDER)
    decided(unconfirmed, Verdict.ACCEPT, *dict(unconfirmed.spec.values()))
    assert tallied() == before


def test_versions_stand_apart_the_latest_first_in_two_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for slug, reader in (("bowl", OLDER), ("tile", ""), ("jar", "")):
        decide_all_but_one(read(slug, reader))
    with django_assert_num_queries(2):
        first, second = acceptance(TechniqueSpec.objects.confirmed())
    assert (first.specs, second.specs, second.reader) == (2, 1, OLDER)
    assert first.whole.proposed == 2 * second.whole.proposed


def test_the_page_gives_the_figures_of_the_crafts_one_curates(client: Client) -> None:
    proposal = read()
    client.force_login(worker("shen", "curate_craft", proposal.technique.craft))
    address = reverse("acceptance")
    assert "还没有确认过的读法" in client.get(address).content.decode()
    decide_all_but_one(proposal)
    page = client.get(address).content.decode()
    assert page.count(f">{proposal.reader}<") == 2
    assert '工具</td><td class="figure">50%</td><td class="figure">2</td>' in page
    assert '执手</td><td class="figure">—</td>' in page
    assert "三毫米" not in page
    assert f'href="{address}"' in client.get(reverse("workbench")).content.decode()
    english = client.get(address.replace("/zh/", "/en/")).content.decode()
    assert "Acceptance rate" in english
    elsewhere = TechniqueFactory.create(slug="laran-one", craft__slug="laran")
    client.force_login(worker("wu", "curate_craft", elsewhere.craft))
    assert proposal.reader not in client.get(address).content.decode()
