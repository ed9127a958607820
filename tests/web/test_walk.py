"""The whole way over HTTP: an archivist brings words in, a master judges the films, a visitor finds and sees them."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from guardian.shortcuts import assign_perm

from archive.models import Technique
from archive.tasks import drain_outbox
from generation.models import Job
from generation.services.running import run_job
from review.services.rounds import open_due_rounds
from tests.factories import TechniqueFactory, UserFactory, grant

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("searchable")]

SPOKEN = """1
00:00:02,000 --> 00:00:07,000
师傅：右手用针从背面慢慢扎，三十度的样子。

2
00:00:08,000 --> 00:00:10,000
采访者：扎完以后呢？

3
00:00:11,000 --> 00:00:15,000
师傅：然后把线拉紧，贴住绸面就停。

4
00:00:16,000 --> 00:00:21,000
师傅：最后用白及水轻轻刷一遍。
"""
SHOWN, CHANGED, SECRET = "从背面", "拉紧", "刷"  # words of the master by which the three steps are known
STRUCK = "30度"  # how the master's 三十度 would be shown; the words themselves stay in the transcript
SECRET_WORDS = ("白及", "轻轻", "刷")
WHY = "线要顺着针脚拉，不能往上提"

Capture = Callable[..., AbstractContextManager[list[Callable[[], object]]]]


@pytest.fixture
def technique() -> Technique:
    """A published technique of which nothing has been told yet; its bearer allows everything."""
    row: Technique = TechniqueFactory.create()
    grant(row.bearer)
    for name, permission in (("shen", "curate_craft"), ("lu", "judge_craft")):
        assign_perm(permission, UserFactory.create(username=name), row.craft)
    return row


def test_from_the_words_to_the_public_page(
    technique: Technique, django_capture_on_commit_callbacks: Capture, caplog: pytest.LogCaptureFixture
) -> None:
    archivist, master, visitor = signed_in("shen"), signed_in("lu"), Client()
    version = confirm(archivist, upload(archivist, technique))
    with django_capture_on_commit_callbacks() as doorbells:
        queue = post(archivist, reverse("films-make", args=[version]))
    assert len(doorbells) == 2
    assert "2 段示意动画已排队" in text(archivist, queue)
    for job in Job.objects.order_by("pk"):
        run_job(job.pk, worker="walk")
    assert "已完成 2" in text(archivist, queue)
    assert text(archivist, queue).count('<span class="label ok">已完成</span>') == 2
    open_due_rounds(by=None)
    takes = judge(master)
    seen_by_a_visitor(visitor, technique, takes)
    nothing_secret(visitor, technique)


def signed_in(name: str) -> Client:
    """A browser after the sign-in page."""
    client = Client()
    typed = {"username": name, "password": "correct horse battery staple", "next": reverse("about")}
    assert post(client, reverse("sign-in"), **typed) == reverse("about")
    return client


def upload(archivist: Client, technique: Technique) -> str:
    """The transcript goes in as a file; the page of its proposal comes back, every quote on it."""
    assert f'<option value="{technique.pk}"' in text(archivist, reverse("transcript-new"))
    file = SimpleUploadedFile("told.srt", SPOKEN.encode())
    proposal = post(archivist, reverse("transcript-new"), technique=technique.pk, layer="as_spoken", text="", file=file)
    page = text(archivist, proposal)
    for quote in ("“从背面”", "“三十度的样子”", "“拉紧”", "“白及水”"):
        assert quote in page
    return proposal


def confirm(archivist: Client, proposal: str) -> str:
    """Three steps are accepted, a figure is struck, a step is kept secret; a version comes out, named by its number."""
    page = text(archivist, proposal)
    shown, changed, secret = (step_of(page, words) for words in (SHOWN, CHANGED, SECRET))
    decide, hide, finish = (proposal + end for end in ("decide/", "secret/", "confirm/"))
    post(archivist, decide, step=shown, strike=f"{shown}.quantity.0")
    for step in (shown, changed, secret):
        post(archivist, decide, step=step, accept_step="1")
    post(archivist, hide, step=secret, secret="1")
    version = post(archivist, finish)
    page = text(archivist, version)
    assert "第 1 版" in page
    assert page.count('<article class="step-card') == 3
    assert STRUCK not in page
    return version.rstrip("/").rpartition("/")[2]


def judge(master: Client) -> dict[str, str]:
    """One film is right and the other is not; the files of both, by what was decided."""
    inbox = text(master, reverse("reviews"))
    rounds = sorted(set(re.findall(rf'href="({reverse("reviews")}\d+/)"', inbox)))
    assert len(rounds) == 2
    takes = {}
    for address in rounds:
        station = text(master, address)
        right = SHOWN in station
        takes["approved" if right else "changed"] = found(r'src="(/media/takes/[^"]+\.mp4)"', station)
        done = (
            post(master, address, decision="approve", text="针路是这样的")
            if right
            else post(master, address + "change/", reasons=["gesture"], text=WHY)
        )
        assert "记下了" in text(master, done)
    assert "现在没有要您过目的" in text(master, reverse("reviews"))
    return takes


def seen_by_a_visitor(visitor: Client, technique: Technique, takes: dict[str, str]) -> None:
    """Found by two characters from the middle of what was said; everything stands on one page."""
    drain_outbox()
    hits = text(visitor, reverse("search") + "?q=背面")
    assert "从<mark>背面</mark>" in hits
    moment = unescape(found(rf'href="({reverse("technique", args=[technique.slug])}\?step=[^"#]+)', hits))
    page = text(visitor, moment)
    told = re.sub(r"<[^>]*>", "", page)
    for words in ("右手用针从背面慢慢扎，三十度的样子。", "然后把线拉紧，贴住绸面就停。", "拉紧线"):
        assert words in told
    assert "只有文字记录" in page
    assert "没有公开的原始影像" in page
    for words in ("认可", "针路是这样的", technique.bearer.name_zh, technique.bearer.lineage_zh):
        assert words in page
    assert '<span class="seal">AI生成·示意动画</span>' in page
    assert "<dt>署名</dt><dd>" in page
    assert WHY not in page
    clip = found(r'src="(/media/clips/[^"]+\.mp4)"', page)
    assert page.count("<video ") == 1
    whole, part = visitor.get(clip), visitor.get(clip, headers={"Range": "bytes=4-7"})
    assert (whole.status_code, part.status_code) == (200, 206)
    film = b"".join(whole)
    assert (film[4:8], b"".join(part)) == (b"ftyp", b"ftyp")
    for take in takes.values():
        assert visitor.get(take).status_code == 404


def nothing_secret(visitor: Client, technique: Technique) -> None:
    """Neither the secret step nor the struck figure is anywhere that a visitor can come to."""
    lists = [reverse(f"api-{kind}-list") for kind in ("technique", "transcript", "spec", "clip", "recording")]
    transcript = visitor.get(reverse("api-transcript-list")).json()["results"][0]["id"]
    pages = [reverse("technique", args=[technique.slug]), reverse("home"), reverse("search"), *lists]
    for address in [*pages, reverse("transcript-captions", args=[transcript])]:
        answer = text(visitor, address)
        assert not [words for words in (*SECRET_WORDS, STRUCK) if words in answer], address
    for words in SECRET_WORDS:
        assert "没有找到" in text(visitor, reverse("search") + f"?q={words}")
    steps = visitor.get(reverse("api-spec-list")).json()["results"][0]["content"]["steps"]
    assert [len(step["quantity"]) for step in steps] == [0, 0]


def post(client: Client, address: str, **data: Any) -> str:
    """Where a form leads."""
    answer = client.post(address, data)
    assert answer.status_code == 302, (address, answer.content.decode()[:500])
    return str(answer.headers["Location"]).partition("#")[0]


def text(client: Client, address: str) -> str:
    """A page as this person gets it."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def step_of(page: str, words: str) -> str:
    """The id of the step whose card quotes these words."""
    cards = page.split('<article class="step-card')[1:]
    return found(r'id="step-(\w+)"', next(card for card in cards if f"“{words}”" in card))


def found(pattern: str, page: str) -> str:
    """What stands there."""
    hit = re.search(pattern, page)
    assert hit is not None, pattern
    return hit[1]
