"""The master's pages over HTTP: one film, three answers, and nobody else decides."""

import logging
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from archive.models import Clip, Consent, ConsentDecision, ConsentUse, TechniqueSpec
from generation.models import Take
from review.models import Remark, Round, RoundStatus, Verdict
from review.services.rounds import open_round
from tests.review.cast import People, worker

pytestmark = pytest.mark.django_db

WHY = {"reasons": ["gesture", "tool"], "text": "左手要托住绷子"}


@pytest.fixture
def master(client: Client, cast: People) -> Client:
    client.force_login(cast.master)
    return client


def page(client: Client, name: str, round_: Round) -> Any:
    return client.get(reverse(name, args=[round_.pk]))


def answer(client: Client, name: str, round_: Round, **data: Any) -> Any:
    return client.post(reverse(name, args=[round_.pk]), data)


def approve(client: Client, round_: Round) -> Any:
    return answer(client, "review", round_, decision="approve")


@pytest.mark.parametrize("name", ["review", "review-change", "review-reject", "review-done"])
def test_a_visitor_is_asked_to_sign_in(client: Client, round_: Round, name: str) -> None:
    assert page(client, name, round_).url.startswith(reverse("sign-in"))
    assert answer(client, name, round_).status_code == 302
    assert client.get(reverse("reviews")).status_code == 302


@pytest.mark.parametrize("who", ["archivist_elsewhere", "master_elsewhere", "outsider"])
def test_whoever_does_not_work_in_the_craft_finds_nothing(
    client: Client, round_: Round, cast: People, who: str
) -> None:
    client.force_login(getattr(cast, who))
    for name in ("review", "review-change", "review-done"):
        assert page(client, name, round_).status_code == 404
    assert approve(client, round_).status_code == 404
    assert answer(client, "review-remark", round_, text="x").status_code == 404


@pytest.mark.parametrize("who", ["archivist", "maker"])
def test_those_who_may_look_but_not_judge_are_refused_and_it_is_logged(
    client: Client, round_: Round, cast: People, who: str, caplog: pytest.LogCaptureFixture
) -> None:
    client.force_login(getattr(cast, who))
    shown = page(client, "review", round_).content.decode()
    assert "您可以看，不能决定" in shown
    assert 'value="approve"' not in shown
    with caplog.at_level(logging.WARNING):
        assert approve(client, round_).status_code == 403
        assert answer(client, "review-change", round_, **WHY).status_code == 403
        assert answer(client, "review-remark", round_, text="x").status_code == 403
    assert caplog.text.count(f"may not judge round {round_.pk}") == 3
    assert not Verdict.objects.exists()
    assert not Remark.objects.exists()


def test_the_inbox_shows_what_waits_for_this_master_alone(client: Client, round_: Round, cast: People) -> None:
    client.force_login(cast.master)
    mine = client.get(reverse("reviews")).content.decode()
    assert reverse("review", args=[round_.pk]) in mine
    assert 'data-mode="master"' in mine
    assert reverse("take-media", args=[round_.take.uid, "webp"]) in mine
    client.force_login(cast.maker)
    others = client.get(reverse("reviews")).content.decode()
    assert "现在没有要您过目的" in others
    assert "等师傅们过目的" in others


def test_an_outsider_has_no_inbox(client: Client, cast: People) -> None:
    client.force_login(cast.outsider)
    assert client.get(reverse("reviews")).status_code == 404


def test_the_station_shows_film_words_numbers_and_three_answers(master: Client, round_: Round) -> None:
    shown = page(master, "review", round_).content.decode()
    assert 'data-mode="master"' in shown
    assert reverse("take-media", args=[round_.take.uid, "mp4"]) in shown
    assert "三十度" in shown
    assert "线色" in shown  # what the film assumed and nobody said
    for words in ("画得对", "要改一改", "不能用"):
        assert words in shown


def test_approval_makes_the_film_public_at_once(master: Client, client: Client, round_: Round) -> None:
    done = approve(master, round_)
    assert done.url == reverse("review-done", args=[round_.pk])
    clip = Clip.objects.published().get()
    assert "已进档案" in master.get(done.url).content.decode()
    assert reverse("technique", args=[clip.technique.slug]) in master.get(done.url).content.decode()
    visitor = Client()
    assert visitor.get(reverse("clip-media", args=[clip.uid, "mp4"])).status_code == 200
    assert visitor.get(reverse("take-media", args=[round_.take.uid, "mp4"])).status_code == 404


def test_a_second_answer_is_refused_and_changes_nothing(master: Client, round_: Round) -> None:
    approve(master, round_)
    again = approve(master, round_)
    assert again.status_code == 409
    assert "已经审过了" in again.content.decode()
    assert (Verdict.objects.count(), Clip.objects.count()) == (1, 1)


def test_a_closed_round_takes_no_answer(master: Client, round_: Round) -> None:
    Round.objects.update(status=RoundStatus.CLOSED)
    assert approve(master, round_).status_code == 409
    assert answer(master, "review-reject", round_, **WHY).status_code == 409
    assert 'value="approve"' not in page(master, "review", round_).content.decode()


@pytest.mark.parametrize(
    ("name", "status", "next_"),
    [("review-change", RoundStatus.CHANGES, "change"), ("review-reject", "rejected", "reject")],
)
def test_the_other_answers_ask_why_and_keep_it(
    master: Client, round_: Round, name: str, status: str, next_: str
) -> None:
    assert "哪里不对" in page(master, name, round_).content.decode()
    assert answer(master, name, round_, **WHY).url == reverse("review-done", args=[round_.pk])
    verdict = Verdict.objects.get()
    assert (verdict.decision, verdict.reasons, verdict.text) == (next_, WHY["reasons"], WHY["text"])
    round_.refresh_from_db()
    assert (round_.status, Clip.objects.count()) == (status, 0)
    shown = page(master, "review-done", round_).content.decode()
    assert "手势、工具" in shown
    assert "不会公开" in shown


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"text": "左手要托住绷子"}, "请点一下哪里不对，至少一样。"),
        ({"reasons": ["gesture"], "text": "  "}, "请写一句话，画的人才知道怎么改。"),
        ({"reasons": ["nonsense"], "text": "左手"}, "nonsense"),
    ],
)
def test_without_a_reason_nothing_is_kept_and_nothing_lost(
    master: Client, round_: Round, data: dict[str, Any], words: str
) -> None:
    refused = answer(master, "review-change", round_, **data)
    shown = refused.content.decode()
    assert refused.status_code == 422
    assert shown.count(words) == 2  # at the top and at the field
    assert data["text"].strip() in shown
    assert ("checked" in shown) is ("gesture" in data.get("reasons", []))
    assert not Verdict.objects.exists()


def test_an_answer_that_is_none_of_the_three_is_refused(master: Client, round_: Round) -> None:
    refused = answer(master, "review", round_, decision="maybe")
    assert (refused.status_code, Verdict.objects.count()) == (422, 0)
    assert "请点三个回答中的一个" in refused.content.decode()


def test_missing_consent_is_told_and_nothing_is_decided(master: Client, round_: Round) -> None:
    bearer, use = round_.spec.technique.bearer, ConsentUse.NAME_USE
    Consent.objects.create(bearer=bearer, use=use, decision=ConsentDecision.WITHDRAWN, valid_from="2024-02-01")
    refused = approve(master, round_)
    assert (refused.status_code, Verdict.objects.count(), Clip.objects.count()) == (422, 0, 0)
    assert "还没有同意" in refused.content.decode()


def test_a_master_does_not_see_what_another_decided_before_deciding(
    master: Client, take: Take, spec: TechniqueSpec
) -> None:
    second = worker("second", "judge_craft", spec.technique.craft)
    round_ = open_round(take, by=None)
    other = Client()
    other.force_login(second)
    answer(other, "review-change", round_, **WHY)
    assert WHY["text"] not in page(master, "review", round_).content.decode()
    approve(master, round_)
    assert WHY["text"] in page(master, "review", round_).content.decode()


def test_a_remark_counts_frames_as_the_player_shows_them(master: Client, round_: Round) -> None:
    assert answer(master, "review-remark", round_, text="这里太快", frame="13").status_code == 302
    assert answer(master, "review-remark", round_, text="整段都好").status_code == 302
    assert list(Remark.objects.order_by("pk").values_list("frame", flat=True)) == [12, None]
    shown = page(master, "review", round_).content.decode()
    assert 'data-seek="12"' in shown
    assert shown.index("整段都好") < shown.index("第 13 帧")


@pytest.mark.parametrize(
    ("data", "words"), [({"text": " "}, "请先写一句话"), ({"text": "手", "frame": "31"}, "第 1 到第 30 帧")]
)
def test_a_remark_that_cannot_be_kept_stays_on_the_page(
    master: Client, round_: Round, data: dict[str, str], words: str
) -> None:
    refused = answer(master, "review-remark", round_, **data)
    assert refused.status_code == 422
    assert refused.content.decode().count(words) == 2
    assert data["text"].strip() in refused.content.decode()


def test_hostile_words_are_shown_as_words(master: Client, round_: Round) -> None:
    attack = "<img src=x onerror=alert(1)>"
    answer(master, "review-remark", round_, text=attack)
    assert attack not in page(master, "review", round_).content.decode()
    answer(master, "review-change", round_, reasons=["other"], text=attack)
    for name in ("review", "review-done"):
        shown = page(master, name, round_).content.decode()
        assert attack not in shown
        assert "&lt;img" in shown


def test_the_pages_speak_english(master: Client, round_: Round) -> None:
    shown = master.get(reverse("review", args=[round_.pk]).replace("/zh/", "/en/")).content.decode()
    assert "要改一改" not in shown
    assert "画得对" not in shown
