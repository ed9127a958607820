"""Bytes of films: ranges, validators, and nobody sees what they may not."""

import pytest
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from archive.models import Clip, Recording
from tests.web.cast import Shown, publish_everything

pytestmark = pytest.mark.django_db
DATA = bytes(range(256)) * 1000


@pytest.fixture
def shown() -> Shown:
    return publish_everything(footage=DATA, film=DATA[::-1])


@pytest.fixture
def address(shown: Shown) -> str:
    return reverse("recording-media", args=[shown.recording.uid])


def body(response: HttpResponseBase) -> bytes:
    return b"".join(response)


def test_the_whole_file(client: Client, address: str, shown: Shown) -> None:
    response = client.get(address)
    assert response.status_code == 200
    assert body(response) == DATA
    assert response.headers["Accept-Ranges"] == "bytes"
    assert response.headers["Content-Type"] == "video/mp4"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["ETag"] == f'"{shown.recording.sha256}"'


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=100-199", 100, 199),
        ("bytes=255990-", 255990, 255999),
        ("bytes=-10", 255990, 255999),
        ("bytes=0-999999999", 0, 255999),
        ("bytes=-999999999", 0, 255999),
    ],
)
def test_one_range_answers_206(client: Client, address: str, asked: str, first: int, last: int) -> None:
    response = client.get(address, headers={"Range": asked})
    assert response.status_code == 206
    assert response.headers["Content-Range"] == f"bytes {first}-{last}/256000"
    assert response.headers["Content-Length"] == str(last - first + 1)
    assert body(response) == DATA[first : last + 1]


@pytest.mark.parametrize("asked", ["bytes=256000-", "bytes=-0", "bytes=999999-1000000"])
def test_a_range_outside_the_file_answers_416(client: Client, address: str, asked: str) -> None:
    response = client.get(address, headers={"Range": asked})
    assert response.status_code == 416
    assert response.headers["Content-Range"] == "bytes */256000"


@pytest.mark.parametrize("asked", ["bytes=9-3", "bytes=-", "bytes=0-1,5-6", "lines=1-2", "bytes=a-b", "bytes=1-2 "])
def test_what_is_no_single_range_answers_the_whole_file(client: Client, address: str, asked: str) -> None:
    response = client.get(address, headers={"Range": asked})
    assert response.status_code in {200, 206} if asked.endswith(" ") else response.status_code == 200


def test_if_range_with_another_version_answers_the_whole_file(client: Client, address: str, shown: Shown) -> None:
    old = client.get(address, headers={"Range": "bytes=0-9", "If-Range": '"old"'})
    same = client.get(address, headers={"Range": "bytes=0-9", "If-Range": f'"{shown.recording.sha256}"'})
    assert (old.status_code, same.status_code) == (200, 206)


def test_a_known_file_is_not_sent_again(client: Client, address: str, shown: Shown) -> None:
    response = client.get(address, headers={"If-None-Match": f'"{shown.recording.sha256}"'})
    assert response.status_code == 304


def test_head_tells_the_length_and_sends_nothing(client: Client, address: str) -> None:
    response = client.head(address, headers={"Range": "bytes=0-9"})
    assert (response.status_code, response.headers["Content-Length"]) == (206, "10")
    assert body(response) == b""


def test_nothing_can_be_posted(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


def test_a_clip_is_downloaded_with_its_label_in_the_name(client: Client, shown: Shown) -> None:
    response = client.get(reverse("clip-media", args=[shown.clip.uid, "mp4"]), {"download": ""})
    assert "AI-generated" in response.headers["Content-Disposition"]
    assert body(response) == DATA[::-1]


def test_poster_and_captions_of_a_clip(client: Client, shown: Shown) -> None:
    poster = client.get(reverse("clip-media", args=[shown.clip.uid, "webp"]))
    captions = client.get(reverse("clip-media", args=[shown.clip.uid, "vtt"]))
    assert poster.headers["Content-Type"] == "image/webp"
    assert captions.headers["Content-Type"].startswith("text/vtt")
    assert len({poster.headers["ETag"], captions.headers["ETag"], f'"{shown.clip.sha256}"'}) == 3


@pytest.mark.parametrize("status", ["draft", "in_review", "approved", "retired"])
def test_what_is_not_published_is_not_there(client: Client, shown: Shown, address: str, status: str) -> None:
    Recording.objects.update(status=status)
    Clip.objects.update(status=status)
    assert client.get(address).status_code == 404
    for kind in ("mp4", "webp", "vtt"):
        assert client.get(reverse("clip-media", args=[shown.clip.uid, kind])).status_code == 404


def test_a_file_that_is_gone_is_not_there(client: Client, shown: Shown, address: str) -> None:
    shown.recording.file.delete(save=False)
    Recording.objects.update(file="originals/gone")
    assert client.get(address).status_code == 404


def test_the_transcript_as_captions(client: Client, shown: Shown) -> None:
    shown.transcript.cues.filter(number=0).update(text="右手<i>捏</i>针\n\n-->慢慢", speaker="师傅")
    text = client.get(reverse("transcript-captions", args=[shown.transcript.pk])).content.decode()
    assert text.startswith("WEBVTT\n\n00:00:03.000 --> 00:00:10.000\n<v 师傅>右手&lt;i&gt;捏&lt;/i&gt;针\n--&gt;慢慢\n")
    assert "00:00:11.000 --> 00:00:18.000\n<v 师傅>线拉到贴住绸面就停" in text
