"""The archivist's workbench over HTTP: who gets in, and what each button changes."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from archive.models import SpecStatus, TechniqueSpec, ValueDecision
from craftnlp.spec import Status
from tests.factories import SAID, SAID_AFTER, TechniqueFactory, TechniqueSpecFactory, spec_content
from tests.review.cast import People, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposal(spec: TechniqueSpec) -> TechniqueSpec:
    """The same two steps, not yet decided."""
    content = spec_content().model_dump(mode="json")
    for step in content["steps"]:
        for name, found in step.items():
            for each in found if isinstance(found, list) else [found]:
                if isinstance(each, dict) and "status" in each:
                    each.update(status="proposed", confidence=0.5 if name == "quantity" else 0.9)
    row: TechniqueSpec = TechniqueSpecFactory.create(
        technique=spec.technique, transcript=spec.transcript, version=None, status=SpecStatus.PROPOSED, content=content
    )
    return row


@pytest.fixture
def archivist(client: Client, cast: People) -> Client:
    client.force_login(cast.archivist)
    return client


def act(client: Client, name: str, row: TechniqueSpec, *args: str, htmx: bool = False, **data: Any) -> Any:
    return client.post(reverse(name, args=[row.pk, *args]), data, headers={"HX-Request": "true"} if htmx else {})


def value(row: TechniqueSpec, address: str) -> Any:
    row.refresh_from_db()
    return dict(row.spec.values())[address]


PAGES: dict[str, Callable[[TechniqueSpec], str]] = {
    "bench": lambda row: reverse("workbench"),
    "acceptance": lambda row: reverse("acceptance"),
    "new": lambda row: reverse("transcript-new"),
    "spec": lambda row: reverse("spec", args=[row.pk]),
    "value": lambda row: reverse("spec-value", args=[row.pk, "s1.tool.0"]),
}


@pytest.mark.parametrize("page", PAGES)
def test_a_visitor_is_asked_to_sign_in(client: Client, proposal: TechniqueSpec, page: str) -> None:
    answer = client.get(PAGES[page](proposal))
    assert (answer.status_code, answer.url.split("?")[0]) == (302, reverse("sign-in"))  # type: ignore[attr-defined]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", ["master", "maker", "master_elsewhere", "outsider"])
def test_whoever_curates_nothing_finds_no_workbench(
    client: Client, proposal: TechniqueSpec, cast: People, who: str, page: str
) -> None:
    client.force_login(getattr(cast, who))
    assert client.get(PAGES[page](proposal)).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_the_archivist_of_the_craft_gets_in(archivist: Client, proposal: TechniqueSpec, page: str) -> None:
    assert archivist.get(PAGES[page](proposal)).status_code == 200


def test_an_archivist_of_another_craft_sees_and_changes_nothing_here(
    client: Client, proposal: TechniqueSpec, cast: People
) -> None:
    TechniqueFactory.create(slug="laran-one", craft__slug="laran")
    client.force_login(cast.archivist_elsewhere)
    assert proposal.technique.name_zh not in client.get(reverse("workbench")).content.decode()
    assert client.get(reverse("spec", args=[proposal.pk])).status_code == 404
    assert act(client, "spec-decide", proposal, step="s1", accept="s1.tool.0").status_code == 404
    assert act(client, "spec-secret", proposal, step="s1", secret="1").status_code == 404
    assert act(client, "spec-confirm", proposal).status_code == 404
    assert act(client, "spec-value", proposal, "s1.tool.0").status_code == 404
    assert not ValueDecision.objects.exists()


def test_an_empty_workbench_has_one_sentence_and_one_action(client: Client) -> None:
    technique = TechniqueFactory.create()
    client.force_login(worker("shen", "curate_craft", technique.craft))
    page = client.get(reverse("workbench")).content.decode()
    assert "还没有口述" in page
    assert page.count(reverse("transcript-new")) == 1


def test_every_value_stands_with_its_quote_confidence_and_buttons(archivist: Client, proposal: TechniqueSpec) -> None:
    page = archivist.get(reverse("spec", args=[proposal.pk])).content.decode()
    assert "“三十度”" in page
    assert "没把握，50%" in page
    assert page.count('name="accept" value=') == len(list(proposal.spec.values()))
    assert '<mark class="quantity"><a href="#s1-quantity-0"' in page
    assert "还有 <b" in page


def test_accepting_one_value_changes_it_alone_and_writes_the_log(
    archivist: Client, proposal: TechniqueSpec, cast: People
) -> None:
    answer = act(archivist, "spec-decide", proposal, step="s1", accept="s1.tool.0")
    assert answer.status_code == 302
    assert answer.url.endswith("#step-s1")
    assert value(proposal, "s1.tool.0").status is Status.ACCEPTED
    assert value(proposal, "s1.action.0").status is Status.PROPOSED
    line = ValueDecision.objects.get()
    assert (line.address, line.decision, line.by) == ("s1.tool.0", "accept", cast.archivist)


def test_striking_keeps_the_value_and_its_words(archivist: Client, proposal: TechniqueSpec) -> None:
    act(archivist, "spec-decide", proposal, step="s1", strike="s1.manner.0")
    struck = value(proposal, "s1.manner.0")
    assert (struck.status, struck.said) == (Status.STRUCK, "慢慢")


def test_a_whole_step_is_accepted_at_once_but_not_what_was_decided_before(
    archivist: Client, proposal: TechniqueSpec
) -> None:
    act(archivist, "spec-decide", proposal, step="s1", strike="s1.manner.0")
    act(archivist, "spec-decide", proposal, step="s1", accept_step="1")
    proposal.refresh_from_db()
    states = {address: each.status for address, each in proposal.spec.step("s1").values()}
    assert states.pop("s1.manner.0") is Status.STRUCK
    assert set(states.values()) == {Status.ACCEPTED}


def test_a_value_that_was_inferred_is_not_accepted_with_the_step(archivist: Client, proposal: TechniqueSpec) -> None:
    proposal.content["steps"][0]["tool"][0]["inferred"] = True
    proposal.save()
    assert "承前推断" in archivist.get(reverse("spec", args=[proposal.pk])).content.decode()
    act(archivist, "spec-decide", proposal, step="s1", accept_step="1")
    assert value(proposal, "s1.tool.0").status is Status.PROPOSED


def test_a_version_says_what_was_inferred_and_what_was_never_said(archivist: Client, proposal: TechniqueSpec) -> None:
    heard = "采访者问到『三遍』，师傅只答『对』：是三遍吗？"
    proposal.content["steps"][0]["tool"][0]["inferred"] = True
    proposal.content["steps"][0]["questions"] = [{"field": "repetition", "measure": None, "text": heard}]
    proposal.save()
    act(archivist, "spec-decide", proposal, step="s1", accept="s1.action.0")
    act(archivist, "spec-decide", proposal, step="s1", accept="s1.tool.0")
    act(archivist, "spec-confirm", proposal)
    version = TechniqueSpec.objects.exclude(version=None).get(based_on=proposal)
    for row in (proposal, version):
        page = archivist.get(reverse("spec", args=[row.pk])).content.decode()
        assert page.count("承前推断，这里没说") == 1
        assert page.count(heard) == 1


def test_htmx_gets_the_step_alone_and_the_new_count(archivist: Client, proposal: TechniqueSpec) -> None:
    answer = act(archivist, "spec-decide", proposal, htmx=True, step="s1", accept_step="1")
    fragment = answer.content.decode()
    assert answer.status_code == 200
    assert "<html" not in fragment
    assert 'id="step-s1"' in fragment
    assert 'hx-swap-oob="true"' in fragment


@pytest.mark.parametrize("data", [{}, {"step": "s9", "accept_step": "1"}, {"step": "s1", "accept": "s1.tool.7"}])
def test_a_decision_about_nothing_is_refused_in_words(
    archivist: Client, proposal: TechniqueSpec, data: dict[str, Any]
) -> None:
    answer = act(archivist, "spec-decide", proposal, **data)
    assert (answer.status_code, answer.content.decode()) == (400, "没有这个值。请刷新页面后再试。")
    assert not ValueDecision.objects.exists()


def test_a_quantity_is_edited_and_its_canonical_figures_follow(archivist: Client, proposal: TechniqueSpec) -> None:
    typed = {"said": "三十度的样子", "value": "25-30", "unit": "度", "measure": "angle", "approximate": "on"}
    answer = act(archivist, "spec-value", proposal, "s1.quantity.0", **_prefixed("s1-quantity-0", typed))
    assert answer.status_code == 302
    edited = value(proposal, "s1.quantity.0")
    assert (edited.status, edited.value, edited.said) == (Status.EDITED, "25-30", "三十度的样子")
    assert (edited.canonical_low, edited.canonical_high, edited.canonical_unit) == (25, 30, "°")
    assert SAID[edited.quote.start : edited.quote.end] == edited.said
    assert ValueDecision.objects.get().before["value"] == "30"


def test_an_edited_term_is_no_longer_linked_to_the_lexicon(archivist: Client, proposal: TechniqueSpec) -> None:
    act(archivist, "spec-value", proposal, "s1.tool.0", **_prefixed("s1-tool-0", {"said": "针", "text": "绣花针"}))
    edited = value(proposal, "s1.tool.0")
    assert (edited.text, edited.concept) == ("绣花针", None)


@pytest.mark.parametrize(
    ("typed", "words"),
    [({"said": "银针", "text": "针"}, "口述里没有“银针”这几个字"), ({"said": "针", "text": ""}, "请填写“规范写法”。")],
)
def test_an_edit_that_cannot_stand_keeps_what_was_typed(
    archivist: Client, proposal: TechniqueSpec, typed: dict[str, str], words: str
) -> None:
    for htmx in (False, True):
        answer = act(archivist, "spec-value", proposal, "s1.tool.0", htmx=htmx, **_prefixed("s1-tool-0", typed))
        page = answer.content.decode()
        assert answer.status_code == 422
        assert page.count(words) == 2  # at the top and at the field
        assert f'value="{typed["said"]}"' in page
        assert ("<html" in page) is not htmx
    assert value(proposal, "s1.tool.0").status is Status.PROPOSED


def test_a_figure_must_be_one(archivist: Client, proposal: TechniqueSpec) -> None:
    typed = {"said": "三十度", "value": "三十", "unit": "度", "measure": "angle"}
    answer = act(archivist, "spec-value", proposal, "s1.quantity.0", **_prefixed("s1-quantity-0", typed))
    assert answer.status_code == 422
    assert "请写成数字" in answer.content.decode()


def test_a_hand_is_edited_by_choice(archivist: Client, proposal: TechniqueSpec) -> None:
    act(archivist, "spec-value", proposal, "s1.hand.0", **_prefixed("s1-hand-0", {"said": "右手", "side": "both"}))
    assert value(proposal, "s1.hand.0").side == "both"


def test_a_step_is_marked_secret_and_open_again(archivist: Client, proposal: TechniqueSpec) -> None:
    act(archivist, "spec-secret", proposal, step="s1", secret="1")
    proposal.refresh_from_db()
    assert proposal.spec.step("s1").secret
    assert "不拍、不公开" in archivist.get(reverse("spec", args=[proposal.pk])).content.decode()
    act(archivist, "spec-secret", proposal, htmx=True, step="s1", secret="0")
    proposal.refresh_from_db()
    assert not proposal.spec.step("s1").secret
    assert act(archivist, "spec-secret", proposal, step="s9", secret="1").status_code == 400


def test_a_step_is_joined_into_its_neighbour_with_all_that_was_said(archivist: Client, proposal: TechniqueSpec) -> None:
    page = archivist.get(reverse("spec", args=[proposal.pk])).content.decode()
    assert re.findall(r'value="(\w+)" id="(join-[\w-]+)"', page) == [("s2", "join-s1-after"), ("s1", "join-s2-before")]
    answer = act(archivist, "spec-join", proposal, step="s2", into="s1")
    assert (answer.status_code, answer.url) == (302, reverse("spec", args=[proposal.pk]) + "#step-s1")
    proposal.refresh_from_db()
    (joined,) = proposal.spec.steps
    assert (joined.id, joined.clause.text) == ("s1", f"{SAID}\n{SAID_AFTER}")
    assert {"针", "线"} == {each.text for each in (*joined.tool, *joined.material)}
    assert "join-s1" not in archivist.get(answer.url).content.decode()


def test_the_first_step_can_be_joined_into_the_one_after_it(archivist: Client, proposal: TechniqueSpec) -> None:
    act(archivist, "spec-join", proposal, step="s1", into="s2")
    proposal.refresh_from_db()
    assert [step.id for step in proposal.spec.steps] == ["s2"]


def test_no_button_joins_into_a_step_that_was_struck(archivist: Client, proposal: TechniqueSpec) -> None:
    act(archivist, "spec-decide", proposal, step="s1", strike="s1.action.0")
    page = archivist.get(reverse("spec", args=[proposal.pk])).content.decode()
    assert re.findall(r'id="(join-[\w-]+)"', page) == ["join-s1-after"]


@pytest.mark.parametrize(
    ("step", "into", "words", "place"),
    [
        ("s1", "s9", "没有这一步：s9。请刷新页面后再试。", "step-s1"),
        ("s2", "s2", "请选择要并入的另一步。", "step-s2"),
        ("s2", "s1", "那一步已经删去", "step-s2"),
        ("s9", "s1", "没有这一步：s9。", "steps-title"),
    ],
)
def test_what_cannot_be_joined_is_told_at_its_step(
    archivist: Client, proposal: TechniqueSpec, step: str, into: str, words: str, place: str
) -> None:
    act(archivist, "spec-decide", proposal, step="s1", strike="s1.action.0")
    answer = act(archivist, "spec-join", proposal, step=step, into=into)
    before, _, _ = answer.content.decode().partition(words)
    assert (answer.status_code, answer.content.decode().count(words)) == (422, 1)
    assert re.findall(r'id="(step-s\d|steps-title)"', before)[-1] == place
    proposal.refresh_from_db()
    assert len(proposal.spec.steps) == 2


def test_a_fault_in_joining_is_told_in_english_too(archivist: Client, proposal: TechniqueSpec) -> None:
    address = reverse("spec-join", args=[proposal.pk]).replace("/zh/", "/en/")
    page = archivist.post(address, {"step": "s1", "into": "s9"}).content.decode()
    assert "There is no such step: s9." in page
    assert "Join into the next step" in page


@pytest.mark.parametrize("who", ["master", "maker", "archivist_elsewhere", "outsider"])
def test_only_curators_join_steps(client: Client, proposal: TechniqueSpec, cast: People, who: str) -> None:
    assert act(client, "spec-join", proposal, step="s2", into="s1").url.startswith(reverse("sign-in"))
    client.force_login(getattr(cast, who))
    assert act(client, "spec-join", proposal, step="s2", into="s1").status_code == 404
    proposal.refresh_from_db()
    assert len(proposal.spec.steps) == 2


def test_steps_of_a_version_are_never_joined(archivist: Client, spec: TechniqueSpec) -> None:
    assert act(archivist, "spec-join", spec, step="s2", into="s1").status_code == 404
    assert archivist.get(reverse("spec-join", args=[spec.pk])).status_code == 405


def test_confirming_makes_a_version_of_what_was_accepted(archivist: Client, proposal: TechniqueSpec) -> None:
    act(archivist, "spec-decide", proposal, step="s2", accept_step="1")
    answer = act(archivist, "spec-confirm", proposal)
    version = TechniqueSpec.objects.current().get()
    assert answer.url == reverse("spec", args=[version.pk])
    assert (version.version, [step.id for step in version.spec.steps]) == (2, ["s2"])
    assert reverse("films-make", args=[version.pk]) in archivist.get(answer.url).content.decode()


def test_nothing_accepted_cannot_be_confirmed_and_the_page_says_so(archivist: Client, proposal: TechniqueSpec) -> None:
    answer = archivist.post(reverse("spec-confirm", args=[proposal.pk]), follow=True)
    assert "还没有接受任何一步" in answer.content.decode()
    assert TechniqueSpec.objects.current().get().version == 1


def test_a_version_is_shown_but_never_changed(archivist: Client, spec: TechniqueSpec) -> None:
    page = archivist.get(reverse("spec", args=[spec.pk])).content.decode()
    assert 'name="accept"' not in page
    assert act(archivist, "spec-decide", spec, step="s1", strike="s1.tool.0").status_code == 404
    assert act(archivist, "spec-secret", spec, step="s1", secret="1").status_code == 404
    assert act(archivist, "spec-confirm", spec).status_code == 404


def test_hostile_words_are_shown_as_words(archivist: Client, proposal: TechniqueSpec) -> None:
    attack = "<script>alert(1)</script>"
    proposal.content["steps"][0]["tool"][0]["text"] = attack
    proposal.content["steps"][0]["questions"] = [{"field": "tool", "measure": None, "text": attack}]
    proposal.save()
    cue = proposal.transcript.cues.get(number=1)
    cue.text, cue.speaker = attack, attack
    cue.save()
    page = archivist.get(reverse("spec", args=[proposal.pk])).content.decode()
    assert attack not in page
    assert "&lt;script&gt;" in page


def test_english_is_complete_on_the_workbench(archivist: Client, proposal: TechniqueSpec) -> None:
    page = archivist.get(reverse("spec", args=[proposal.pk]).replace("/zh/", "/en/")).content.decode()
    assert "Accept" in page
    assert "整步接受" not in page


def _prefixed(prefix: str, typed: dict[str, str]) -> dict[str, Any]:
    return {f"{prefix}-{name}": text for name, text in typed.items()}
