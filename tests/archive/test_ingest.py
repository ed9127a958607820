"""What comes in is hashed, probed and kept byte for byte; what cannot be read is refused in plain words."""

from pathlib import Path

import pytest
from django.db.models.fields.files import FieldFile

from archive.models import Cue, Recording, Transcript
from archive.probing import ProbeError
from archive.services.ingest import (
    DuplicateFileError,
    add_recording,
    add_transcript,
    link_recording,
    revise_transcript,
)
from craftnlp.cues import Cue as SpokenCue
from craftnlp.cues import CueError, transcript_text
from generation.placeholder import Placeholder, film_placeholder
from tests.factories import BearerFactory, CraftFactory

pytestmark = pytest.mark.django_db

VTT = "WEBVTT\r\n\r\n00:00:01.000 --> 00:00:03.500\r\n<v 师傅>先把線劈開，🧵一根劈成四份。\r\n\r\n00:00:04.000 --> 00:00:06.000\r\n<v 采访者>用几号针？\r\n".encode()


def take_in(source: bytes) -> Transcript:
    """Hand a transcript in for the embroiderer."""
    return add_transcript(source, craft=CraftFactory.create(), bearer=BearerFactory.create(), by=None)


def kept(file: FieldFile) -> bytes:
    """The bytes that the archive keeps."""
    with file.open("rb") as stream:
        content: bytes = stream.read()
    return content


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A short real film."""
    out = tmp_path / "footage.mp4"
    cue = SpokenCue(start=0.0, end=1.0, text="先把线劈开")
    film_placeholder(Placeholder(title="平针", subtitle="示例", cues=[cue]), out)
    return out


def keep(film: Path) -> Recording:
    """Take a film into the archive."""
    facts = {"title_zh": "平针", "title_en": "Flat stitch"}
    return add_recording(film, craft=CraftFactory.create(), bearers=[BearerFactory.create()], facts=facts)


def test_the_file_is_kept_byte_for_byte_and_its_lines_as_cues() -> None:
    transcript = take_in(VTT)
    assert kept(transcript.source) == VTT
    cues = list(Cue.objects.filter(transcript=transcript).order_by("number"))
    assert [(cue.start, cue.speaker, cue.interviewer) for cue in cues] == [(1.0, "师傅", False), (4.0, "采访者", True)]
    assert cues[0].text == "先把線劈開，🧵一根劈成四份。"


def test_offsets_of_cues_count_code_points_of_the_whole_text() -> None:
    transcript = take_in(VTT)
    text = transcript_text(transcript.spoken())
    for cue in transcript.cues.all():
        assert text[cue.offset : cue.offset + len(cue.text)] == cue.text


@pytest.mark.parametrize(
    ("source", "said"),
    [
        pytest.param(b"", "空的", id="empty"),
        pytest.param(b"\x00\x01\x02\x7fELF\x00" * 200, "", id="binary"),
        pytest.param("WEBVTT\n\n00:00:09.000 --> 00:00:03.000\n倒着走\n".encode(), "3", id="ends before it starts"),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_is_kept(source: bytes, said: str) -> None:
    with pytest.raises(CueError) as refused:
        take_in(source)
    assert said in str(refused.value)
    assert not Transcript.objects.exists()
    assert not Cue.objects.exists()


def test_a_speaker_is_kept_however_long_the_name() -> None:
    name = "张师傅和他的徒弟" * 20
    transcript = take_in(f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v {name}>先描稿\n".encode())
    assert transcript.cues.get().speaker == name


def test_an_edit_is_a_new_version_and_the_first_stays_as_it_was() -> None:
    first = take_in(VTT)
    second = revise_transcript(first, VTT.replace("四份".encode(), "八份".encode()), by=None)
    assert (first.series, first.version) == (second.series, second.version - 1)
    assert kept(Transcript.objects.get(pk=first.pk).source) == VTT
    assert "八份" in transcript_text(second.spoken())
    assert "四份" in transcript_text(first.spoken())


def test_two_edits_of_the_same_version_do_not_collide() -> None:
    first = take_in(VTT)
    assert [revise_transcript(first, VTT, by=None).version for _ in range(2)] == [2, 3]


def test_footage_is_probed_and_kept_unchanged(film: Path) -> None:
    recording = keep(film)
    assert (recording.width, recording.height, recording.fps) == (640, 360, 12)
    assert recording.seconds == pytest.approx(2.0, abs=0.1)
    assert recording.mime_type == "video/mp4"
    assert kept(recording.file) == film.read_bytes()


def test_the_same_footage_twice_is_reported_and_stored_once(film: Path) -> None:
    first = keep(film)
    with pytest.raises(DuplicateFileError) as refused:
        keep(film)
    assert refused.value.existing == first
    assert Recording.objects.count() == 1


@pytest.mark.parametrize("content", [b"", b"not a film", b"\x00\x00\x00\x18ftypisom" + b"<script>" * 100])
def test_what_is_no_film_is_refused(tmp_path: Path, content: bytes) -> None:
    fake = tmp_path / "fake.mp4"
    fake.write_bytes(content)
    with pytest.raises(ProbeError):
        keep(fake)
    assert not Recording.objects.exists()


def test_a_playlist_that_points_elsewhere_is_not_followed(tmp_path: Path) -> None:
    playlist = tmp_path / "list.mp4"
    playlist.write_text("#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n")
    with pytest.raises(ProbeError):
        keep(playlist)


def test_a_transcript_can_be_linked_to_footage_that_comes_later(film: Path) -> None:
    transcript = take_in(VTT)
    assert transcript.recording is None
    link_recording(transcript, keep(film))
    assert Transcript.objects.get().recording == Recording.objects.get()
    assert Cue.objects.filter(transcript=transcript).count() == 2
