"""What every film gets, whichever backend made it: label, encoding, metadata, probe, poster, captions."""

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import av
import numpy as np
import pytest
from PIL import Image

from craftnlp.cues import parse_transcript
from generation.backends.base import LABEL_AREA, Frame, Kind, RenderRequest
from generation.postproduction.aigc import AigcLabelError, aigc_label, labels_in, parse_label, top_boxes
from generation.postproduction.captions import captions
from generation.postproduction.encode import FilmFaultError, encode
from generation.postproduction.film import Film, Origin, make_film, poster_frame
from generation.postproduction.mastering import SOURCE_TYPES, label_text
from generation.postproduction.probe import picture_at, probe
from generation.postproduction.stamp import stamp_for
from tests.factories import spec_content
from tests.generation.fake_backend import PATCH, Fake

SHA = "ab" * 32
SIZES = [(1280, 720), (832, 480), (1280, 704), (720, 1280), (1920, 1080)]
RED_INK = 60  # how much less green than red a pixel of the letters has, after encoding


def request(**changes: object) -> RenderRequest:
    step = spec_content().steps[0]
    plain = RenderRequest(
        step=step,
        craft="苏绣",
        technique="平针",
        step_number=1,
        step_count=2,
        title="扎",
        quote=step.clause.text,
        quote_seconds=3.0,
        view="plate",
        prompt="",
        negative_prompt="",
        seed=42,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def origin(kind: Kind = Kind.SCHEMATIC) -> Origin:
    return Origin(kind=kind, backend="fake", recipe_sha256=SHA, producer="JIYI-SAMPLE-PRODUCER")


def film(folder: Path, *, kind: Kind = Kind.SCHEMATIC, seed: int = 42, **options: object) -> Film:
    folder.mkdir(exist_ok=True)
    backend = Fake(**options)  # type: ignore[arg-type]
    planned = backend.plan(request(seed=seed))
    rendering = backend.render(planned, on_progress=lambda _: None, is_cancelled=lambda: False)
    return make_film(planned, rendering, origin=origin(kind), folder=folder)


def rgb(path: Path, number: int) -> Frame:
    return picture_at(path, number).to_ndarray(format="rgb24").astype(np.uint8)


def ink_runs(label: Frame, cut: int = 12) -> list[tuple[int, int]]:
    """Height and left edge of each letter: runs of columns with red inside the double frame."""
    inside = label[cut:-cut, cut:-cut].astype(int)
    red = (inside[..., 0] - inside[..., 1]) > RED_INK
    columns = red.any(axis=0)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], columns.astype(int), [0]))))
    runs = []
    for left, right in edges.reshape(-1, 2):
        rows = np.flatnonzero(red[:, left:right].any(axis=1))
        runs.append((int(rows[-1] - rows[0] + 1), int(left)))
    return runs


@pytest.mark.parametrize("kind", list(Kind))
def test_the_label_has_ink_of_36_px_at_the_beginning_the_middle_and_the_end(tmp_path: Path, kind: Kind) -> None:
    made = film(tmp_path, kind=kind, width=1280, frames=48)
    x, y, width, height = LABEL_AREA
    for number in (0, 24, 47):
        label = rgb(made.film, number)[y : y + height, x : x + width]
        heights = [height for height, _ in ink_runs(label)]
        assert heights[0] >= 36, "A"
        assert heights[1] >= 36, "I"
        assert sum(height >= 36 for height in heights[2:]) >= 4, "Chinese characters"
    assert made.label == label_text(kind)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", list(Kind))
def test_the_label_fits_every_size_and_keeps_five_percent(size: tuple[int, int], kind: Kind) -> None:
    plain = np.full((size[1], size[0], 4), 128, np.uint8)
    stamped = plain.copy()
    stamp_for(kind, stamped.shape[1], stamped.shape[0]).press(stamped)
    rows, columns = np.nonzero((plain != stamped).any(axis=2))
    assert rows[0] > 0
    assert columns.min() > 0
    assert columns.max() < size[0] - 1
    stamp = stamp_for(kind, *size)
    label = stamped[stamp.y : stamp.y + stamp.ink.shape[0], stamp.x : stamp.x + stamp.ink.shape[1], :3]
    latin = ink_runs(label, cut=round(12 * min(size) / 720))[:2]
    assert min(height for height, _ in latin) >= 0.05 * min(size)


def test_the_label_stays_in_its_area_and_leaves_the_rest_alone() -> None:
    frame = np.full((720, 1280, 4), 77, np.uint8)
    stamp_for(Kind.GENERATIVE, frame.shape[1], frame.shape[0]).press(frame)
    x, y, width, height = LABEL_AREA
    frame[y : y + height, x : x + width] = 77
    assert (frame == 77).all()


def test_the_label_can_be_read_on_black_and_on_white() -> None:
    for ground in (0, 255):
        frame = np.full((720, 1280, 4), ground, np.uint8)
        stamp_for(Kind.GENERATIVE, frame.shape[1], frame.shape[0]).press(frame)
        paper = frame[LABEL_AREA[1] + 14, LABEL_AREA[0] + 14, :3]
        assert paper.min() > 170


def test_the_same_frames_give_the_same_bytes(tmp_path: Path) -> None:
    first, second, other = film(tmp_path / "a"), film(tmp_path / "b"), film(tmp_path / "c", seed=43)
    assert (first.sha256, first.frames_sha256) == (second.sha256, second.frames_sha256)
    assert first.poster.read_bytes() == second.poster.read_bytes()
    assert other.frames_sha256 != first.frames_sha256


def test_colours_come_back_within_3(tmp_path: Path) -> None:
    made = film(tmp_path, width=640)
    patch = rgb(made.film, 10)[190:210, 58:78].reshape(-1, 3).astype(int)
    assert np.abs(patch - PATCH).max() <= 3


def test_rgb_and_rgbx_frames_make_the_same_film(tmp_path: Path) -> None:
    frames = [np.full((144, 256, 4), 40 + number, np.uint8) for number in range(4)]
    wanted = request(width=256, height=144, frames=4)
    stamp = stamp_for(Kind.SCHEMATIC, 256, 144)
    four = encode(frames, tmp_path / "4.mp4", request=wanted, stamp=stamp, metadata={})
    three = encode([f[..., :3] for f in frames], tmp_path / "3.mp4", request=wanted, stamp=stamp, metadata={})
    assert four == three
    assert (tmp_path / "4.mp4").read_bytes() == (tmp_path / "3.mp4").read_bytes()


def test_the_film_says_what_it_is(tmp_path: Path) -> None:
    made = film(tmp_path)
    with av.open(str(made.film)) as container:
        found = dict(container.metadata)
        profile = container.streams.video[0].codec_context.profile
    assert found["title"] == "苏绣 · 平针 · 扎"
    comment = json.loads(found["comment"])
    assert (comment["recipe_sha256"], comment["seed"], comment["label"]) == (SHA, 42, "AI生成·示意动画")
    label = parse_label(found["AIGC"])
    assert (label["Label"], label["ProduceID"], label["PropagateID"]) == ("1", made.content_number, made.content_number)
    assert profile == "High"
    assert [name for name, _ in top_boxes(made.film)][:2] == [b"ftyp", b"moov"]
    assert labels_in(made.film) == 1


@pytest.mark.parametrize(
    ("trouble", "code"),
    [("black", "black_film"), ("frozen", "frozen_film"), ("short", "wrong_length"), ("size", "wrong_size")],
)
def test_a_film_that_is_not_what_was_asked_for_is_refused(tmp_path: Path, trouble: str, code: str) -> None:
    with pytest.raises(FilmFaultError) as caught:
        film(tmp_path, trouble=trouble)
    assert caught.value.code == code


def test_a_film_that_lost_its_label_on_the_way_is_refused(tmp_path: Path) -> None:
    made = film(tmp_path)
    bare = tmp_path / "bare.mp4"
    with av.open(str(made.film)) as old, av.open(str(bare), "w", options={"movflags": "+faststart"}) as new:
        stream = new.add_stream_from_template(old.streams.video[0])
        for packet in old.demux(video=0):
            if packet.size:
                packet.stream = stream
                new.mux(packet)
    with pytest.raises(FilmFaultError) as caught:
        probe(bare, request=Fake().plan(request()), content_number=made.content_number)
    assert caught.value.code == "bad_label"


def test_a_film_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    made = film(tmp_path)
    made.film.write_bytes(made.film.read_bytes()[:-6000])
    with pytest.raises((FilmFaultError, av.error.InvalidDataError)):
        probe(made.film, request=Fake().plan(request()), content_number=made.content_number)


def test_a_full_disk_is_an_oserror_of_its_own(tmp_path: Path) -> None:
    frames = (np.random.default_rng(1).integers(0, 255, (144, 256, 4), np.uint8) for _ in range(60))
    with pytest.raises(OSError, match="No space left"):
        encode(
            frames,
            Path("/dev/full"),
            request=request(width=256, height=144),
            stamp=stamp_for(Kind.SCHEMATIC, 256, 144),
            metadata={},
        )


GOOD = json.loads(aigc_label(producer="P1", content_number="N1"))
MUTANTS = [
    *({k: v for k, v in GOOD.items() if k != gone} for gone in GOOD),
    *(GOOD | {key: 1} for key in GOOD),
    GOOD | {"Extra": "x"},
    GOOD | {"Label": "4"},
    GOOD | {"Label": "属于"},
    GOOD | {"ContentProducer": ""},
    GOOD | {"ProduceID": ""},
    GOOD | {"ContentProducer": "技忆"},
    GOOD | {"ProduceID": "a b"},
    GOOD | {"ProduceID": "N1\n"},
    GOOD | {"ReservedCode1": 'a"b'},
    GOOD | {"ReservedCode2": "a\\b"},
    {"AIGC": GOOD},
    [GOOD],
    "AIGC",
]


@pytest.mark.parametrize("mutant", MUTANTS, ids=str)
def test_a_label_that_breaks_a_rule_is_rejected(mutant: object) -> None:
    with pytest.raises(AigcLabelError):
        parse_label(json.dumps(mutant, ensure_ascii=False))


@pytest.mark.parametrize("text", ["", "{", '{"Label":"1",' + aigc_label(producer="P", content_number="N")[1:]])
def test_a_label_that_is_no_json_or_says_a_thing_twice_is_rejected(text: str) -> None:
    with pytest.raises(AigcLabelError):
        parse_label(text)


def test_a_good_label_is_accepted_and_two_in_one_file_are_not(tmp_path: Path) -> None:
    assert parse_label(json.dumps(GOOD)) == GOOD
    made = film(tmp_path)
    data = made.film.read_bytes()
    at = data.index(b"mdtacomment")  # the key of another entry, of the same length once overwritten
    made.film.write_bytes(data[:at] + b"mdtaAIGC" + data[at + 8 :])
    with pytest.raises(FilmFaultError, match="个数"):
        probe(made.film, request=Fake().plan(request()), content_number=made.content_number)


@pytest.mark.parametrize("kind", list(Kind))
def test_the_poster_is_labelled_like_the_film(tmp_path: Path, kind: Kind) -> None:
    made = film(tmp_path, kind=kind)
    with Image.open(made.poster) as poster:
        packet = ElementTree.fromstring(poster.info["xmp"])  # noqa: S314  WONTFIX: our own file
        said = {element.tag.rsplit("}")[-1]: element.text or "" for element in packet.iter()}
        assert poster.size == (320, 180)
        assert poster.format == "WEBP"
    assert parse_label(said["AIGC"])["ProduceID"] == made.content_number
    assert said["DigitalSourceType"] == SOURCE_TYPES[kind]


def test_the_poster_is_the_frame_the_backend_recommends() -> None:
    assert poster_frame({"poster_frame": 3}, 30) == 3
    assert poster_frame({}, 30) == 15
    assert poster_frame({"poster_frame": 30}, 30) == 15


def test_captions_hold_the_whole_quote_over_the_whole_film() -> None:
    quote = spec_content().steps[0].clause.text
    cues = parse_transcript(captions(quote, 6.0))
    assert "".join(cue.text for cue in cues) == quote
    assert (cues[0].start, cues[-1].end) == (0.0, 6.0)
    assert all(before.end == after.start for before, after in pairwise(cues))
    assert len(cues) == 2


def test_captions_cannot_be_broken_by_what_was_said() -> None:
    text = captions("先<b>扎</b>，再 --> 拉\n\n然后 & 停", 3.0)
    assert "<b>" not in text
    assert text.count("-->") == text.count("\n00:00:") == len(parse_transcript(text))
