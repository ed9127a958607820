"""Bringing a transcript in: every fault is named, and nothing that was typed or uploaded is lost."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from archive.models import Recording, Technique, TechniqueSpec, Transcript
from archive.services.ingest import add_transcript
from tests.factories import CraftFactory
from tests.review.cast import People

pytestmark = pytest.mark.django_db

SRT = "1\n00:00:01,000 --> 00:00:03,000\n师傅：右手捏针，慢慢扎进去\n"
BROKEN = "1\n00:00:01,000 --> 00:99:03,000\n师傅：右手捏针\n"


@pytest.fixture
def archivist(client: Client, cast: People) -> Client:
    client.force_login(cast.archivist)
    return client


@pytest.fixture
def technique(spec: TechniqueSpec) -> Technique:
    return spec.technique


def send(client: Client, of: Technique, **data: Any) -> Any:
    filled = {"technique": of.pk, "layer": "as_spoken", "text": ""} | data
    return client.post(reverse("transcript-new"), filled)


def upload(text: str | bytes, name: str = "a.srt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)


def test_a_file_is_kept_as_it_came_read_and_its_proposal_opens(archivist: Client, technique: Technique) -> None:
    answer = send(archivist, technique, file=upload(SRT), machine_made="on")
    proposal = TechniqueSpec.objects.get(version=None)
    transcript = proposal.transcript
    assert answer.url == reverse("spec", args=[proposal.pk])
    with transcript.source.open() as kept:
        assert kept.read() == SRT.encode()
    assert (transcript.machine_made, transcript.bearer, transcript.cues.get().speaker) == (
        True,
        technique.bearer,
        "师傅",
    )
    assert "文字由机器转写，未经人核对" in archivist.get(answer.url).content.decode()


def test_pasted_words_do_as_well(archivist: Client, technique: Technique) -> None:
    answer = send(archivist, technique, text="师傅：右手捏针，慢慢扎进去\n采访者：多深？")
    assert answer.status_code == 302
    assert TechniqueSpec.objects.get(version=None).transcript.cues.count() == 2


def test_the_same_words_sent_twice_are_kept_once(archivist: Client, technique: Technique) -> None:
    first, second = (send(archivist, technique, text="师傅：右手捏针") for _ in range(2))
    assert first.url == second.url
    assert "没有再存一份" in archivist.get(second.url).content.decode()


def test_a_line_that_lasts_no_time_is_no_crash(archivist: Client, technique: Technique) -> None:
    answer = send(archivist, technique, text=SRT.replace("03,000", "01,000"))
    assert answer.status_code in (302, 422)


def test_gb18030_is_read(archivist: Client, technique: Technique) -> None:
    assert send(archivist, technique, file=upload("师傅：右手捏针".encode("gb18030"), "a.txt")).status_code == 302


def test_a_bad_time_is_named_by_line_twice_and_the_text_can_be_mended(archivist: Client, technique: Technique) -> None:
    before = Transcript.objects.count()
    answer = send(archivist, technique, file=upload(BROKEN), layer="as_written", machine_made="on")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("第 2 行的时间看不懂") == 2
    assert "师傅：右手捏针" in page
    assert '<option value="as_written" selected>' in page
    assert Transcript.objects.count() == before
    mended = send(archivist, technique, text=BROKEN.replace("99", "00"))
    assert mended.status_code == 302


def test_a_fault_is_told_in_the_language_of_the_page(archivist: Client, technique: Technique) -> None:
    address = reverse("transcript-new").replace("/zh/", "/en/")
    answer = archivist.post(address, {"technique": technique.pk, "layer": "as_spoken", "text": BROKEN})
    assert "Line 2 has no readable time" in answer.content.decode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({}, "请选一个文件，或把文字粘贴在下面"),
        ({"text": " \n "}, "请选一个文件，或把文字粘贴在下面"),
        ({"file": upload(b"\x00\x01\x02\xff" * 50, "a.vtt")}, "这不是文字文件"),
        ({"file": upload(b"", "a.txt")}, "口述记录是空的"),
        ({"text": "师傅\0：右手"}, "不允许"),
        ({"file": upload(SRT), "text": "师傅：右手捏针"}, "只要一样"),
        ({"text": "师傅：右手捏针", "layer": "nonsense"}, "nonsense"),
        ({"text": "师傅：右手捏针", "technique": "0"}, "选择一个有效的选项"),
    ],
)
def test_each_fault_says_what_to_do(archivist: Client, technique: Technique, data: dict[str, Any], words: str) -> None:
    before = Transcript.objects.count()
    if "file" in data:
        data["file"].seek(0)
    answer = send(archivist, technique, **data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert data.get("text", "").strip() in page
    assert Transcript.objects.count() == before


def test_a_file_that_is_too_large_is_refused(archivist: Client, technique: Technique, settings: Settings) -> None:
    settings.TRANSCRIPT_MAX_BYTES = 1024 * 1024
    answer = send(archivist, technique, file=upload("师" * 400_000))
    assert "最大 1 MB" in answer.content.decode()
    assert answer.status_code == 422


def test_a_technique_one_does_not_curate_cannot_be_chosen(client: Client, technique: Technique, cast: People) -> None:
    Technique.objects.create(
        slug="la", craft=CraftFactory.create(slug="laran"), bearer=technique.bearer, name_zh="画蜡", name_en="Wax"
    )
    client.force_login(cast.archivist_elsewhere)
    assert technique.name_zh not in client.get(reverse("transcript-new")).content.decode()
    assert send(client, technique, text="师傅：右手捏针").status_code == 422


def test_footage_must_be_of_the_same_craft(archivist: Client, technique: Technique) -> None:
    facts = {"title_zh": "别处", "title_en": "Elsewhere", "sha256": "a" * 64, "size": 1, "seconds": 1.0}
    other = Recording.objects.create(craft=CraftFactory.create(slug="laran"), mime_type="video/mp4", **facts)
    assert send(archivist, technique, text="师傅：右手捏针", recording=other.pk).status_code == 422


def test_hostile_words_come_back_as_words(archivist: Client, technique: Technique) -> None:
    attack = "</textarea><script>alert(1)</script>"
    page = send(archivist, technique, text=f"00:00:01 --> {attack}").content.decode()
    assert attack not in page
    assert "&lt;/textarea&gt;" in page


def test_a_transcript_that_nobody_read_is_read_on_request(
    archivist: Client, technique: Technique, cast: People
) -> None:
    kept = add_transcript(SRT.encode(), craft=technique.craft, bearer=technique.bearer, by=cast.archivist)
    assert reverse("transcript-read", args=[kept.pk]) in archivist.get(reverse("workbench")).content.decode()
    answer = archivist.post(reverse("transcript-read", args=[kept.pk]), {"technique": technique.slug})
    assert answer.status_code == 302
    assert kept.specs.get().technique == technique
    for slug in ("x", "\x00"):
        assert archivist.post(reverse("transcript-read", args=[kept.pk]), {"technique": slug}).status_code == 404


class TestRevising:
    """An edit is a new version; the first one can still be opened and is byte-identical."""

    @pytest.fixture
    def first(self, archivist: Client, technique: Technique) -> Transcript:
        send(archivist, technique, file=upload(SRT), machine_made="on")
        return TechniqueSpec.objects.get(version=None).transcript

    def revise(self, client: Client, row: Transcript, text: str) -> Any:
        return client.post(reverse("transcript", args=[row.pk]), {"text": text})

    def test_a_correction_becomes_the_next_version_and_is_read(self, archivist: Client, first: Transcript) -> None:
        answer = self.revise(archivist, first, SRT.replace("慢慢", "轻轻"))
        second = Transcript.objects.get(series=first.series, version=2)
        assert answer.url == reverse("spec", args=[second.specs.get().pk])
        assert not second.machine_made
        kept = archivist.get(reverse("transcript-source", args=[first.pk]))
        assert b"".join(kept) == SRT.encode()
        assert "-v1-machine-made.txt" in kept["Content-Disposition"]
        assert kept["X-Machine-Made"] == "1"
        page = archivist.get(reverse("transcript", args=[second.pk])).content.decode()
        assert "轻轻扎进去" in page
        assert reverse("transcript", args=[first.pk]) in page

    @pytest.mark.parametrize(("text", "words"), [(SRT, "没有改动"), (BROKEN, "第 2 行"), ("", "口述不能是空的")])
    def test_a_fault_makes_no_version(self, archivist: Client, first: Transcript, text: str, words: str) -> None:
        answer = self.revise(archivist, first, text)
        assert answer.status_code == 422
        assert answer.content.decode().count(words) == 2
        assert Transcript.objects.filter(series=first.series).count() == 1

    def test_it_is_nobody_elses(self, archivist: Client, first: Transcript, cast: People) -> None:
        for user in (cast.archivist_elsewhere, cast.master, cast.outsider):
            other = Client()
            other.force_login(user)
            assert other.get(reverse("transcript", args=[first.pk])).status_code == 404
            assert other.get(reverse("transcript-source", args=[first.pk])).status_code == 404
            assert self.revise(other, first, "师傅：别的话").status_code == 404
