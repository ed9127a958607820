"""A whole technique as one film: its length, chapters, captions, poster, label and identity."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from craftnlp.cues import parse_transcript
from generation.backends.base import CancelledError, CannotRenderError, Progress, RenderRequest
from generation.backends.schematic import Schematic
from generation.backends.schematic.book import Book, step_name, tally_of
from generation.backends.schematic.film import Film as Plate
from generation.backends.schematic.pages.end import Tally
from generation.backends.schematic.samples import SAMPLES
from generation.postproduction.chapters import chapters_in
from generation.postproduction.film import Film
from generation.postproduction.probe import picture_at
from generation.postproduction.technique_film import book_sha256, chapters_of, make_technique_film

STEPS = ("stitch", "card", "flatten")
PRODUCER = "JIYI-SAMPLE-PRODUCER"
FPS = 4


def requests(*names: str, **changes: object) -> list[RenderRequest]:
    usual = {"craft": "苏绣", "technique": "梅花平针", "step_count": len(names), "frames": 4, "fps": FPS, "seed": 7}
    return [
        replace(SAMPLES[name], step_number=number, **(usual | changes))  # type: ignore[arg-type]
        for number, name in enumerate(names, 1)
    ]


def book(*names: str, bearer: str = "李素梅", **changes: object) -> Book:
    return Book(Schematic(paper_grain=False), requests(*(names or STEPS), **changes), bearer=bearer)


def film(made: Book, folder: Path, heard: Callable[[Progress], None] = lambda _: None) -> Film:
    folder.mkdir(exist_ok=True)
    return make_technique_film(made, producer=PRODUCER, folder=folder, on_progress=heard, is_cancelled=lambda: False)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Book, Film]:
    made = book()
    return made, film(made, tmp_path_factory.mktemp("film"))


def test_the_pages_follow_one_another_with_a_turn_between(shown: tuple[Book, Film]) -> None:
    made, done = shown
    leaves = made.leaves()
    assert [leaf.name for leaf in leaves[1:-1]] == [step_name(request) for request in made.requests]
    assert [leaf.frames for leaf in leaves] == [3 * FPS, 4, 4, 4, 5 * FPS]
    assert all(one.start + one.frames + made.turn_frames == other.start for one, other in pairwise(leaves))
    assert done.probe["frames"] == made.frames == leaves[-1].start + leaves[-1].frames
    assert made.turn_frames == 2


def test_the_turn_takes_ten_frames_of_a_usual_film() -> None:
    assert book(fps=24).turn_frames == 10


def test_every_page_is_a_chapter_of_the_file(shown: tuple[Book, Film]) -> None:
    made, done = shown
    found = chapters_in(done.film)
    assert [title for title, _, _ in found] == ["片头", *map(step_name, made.requests), "片尾"]
    assert [start for _, start, _ in found] == pytest.approx([leaf.start / FPS for leaf in made.leaves()])
    assert all(before[2] == after[1] for before, after in pairwise(found))
    assert found[-1][2] == pytest.approx(made.frames / FPS)
    assert step_name(made.requests[0]) == f"第一步 {made.requests[0].title}"


def test_every_step_is_one_caption_while_it_is_shown(shown: tuple[Book, Film]) -> None:
    made, done = shown
    cues = parse_transcript(done.captions.read_text(encoding="utf-8"))
    assert [cue.text for cue in cues] == [request.quote for request in made.requests]
    assert [(cue.start, cue.end) for cue in cues] == [
        (chapter.start / FPS, chapter.end / FPS) for chapter in chapters_of(made)[1:-1]
    ]


def test_each_chapter_begins_with_its_own_page_lying_open(shown: tuple[Book, Film]) -> None:
    made, done = shown
    for leaf, request in zip(made.leaves()[1:-1], made.requests, strict=True):
        rendering = made.backend.render(request, on_progress=lambda _: None, is_cancelled=lambda: False)
        alone = next(rendering.frames)[130:, :, :3].astype(int)
        found = picture_at(done.film, leaf.start).to_ndarray(format="rgb24")[130:].astype(int)
        assert np.abs(found - alone).mean() < 3


def test_the_poster_is_the_title_page_when_all_of_it_is_there(shown: tuple[Book, Film]) -> None:
    made, done = shown
    assert done.facts["poster_frame"] == made.leaves()[0].frames - 1


def test_it_is_labelled_and_tells_what_it_shows(shown: tuple[Book, Film]) -> None:
    made, done = shown
    assert done.label == "AI生成·示意动画"
    assert "ProduceID" in str(done.probe["aigc"])
    assert done.content_number in str(done.probe["aigc"])
    steps = done.facts["steps"]
    assert isinstance(steps, list)
    assert [step["template"] for step in steps] == [request.settings["template"] for request in made.requests]
    plates = [tally_of(Plate(request, grain=False)) for request in made.requests]
    assert (done.facts["said"], done.facts["assumed"], done.facts["cards"]) == (
        sum(plate.said for plate in plates),
        sum(len(step["assumed"]) for step in steps),
        1,
    )


def test_what_is_counted_is_what_the_plate_shows() -> None:
    plate = Plate(Schematic().plan(SAMPLES["stitch"]), grain=False)
    assert tally_of(plate) == Tally(said=len(plate.header.facts), assumed=len(plate.header.assumed))
    carried = [fact for fact in plate.header.facts if fact.carried]
    assert not carried


def test_equal_input_gives_an_equal_file_and_other_input_another(tmp_path: Path) -> None:
    first, second = film(book("card"), tmp_path / "a"), film(book("card"), tmp_path / "b")
    assert (first.sha256, first.frames_sha256) == (second.sha256, second.frames_sha256)
    assert first.poster.read_bytes() == second.poster.read_bytes()
    same = book_sha256(book("card"), PRODUCER)
    others = [
        book("card", bearer="王师傅"),
        book("card", seed=8),
        book("card", frames=5),
        book("stitch"),
        book("card", "card"),
        book("card", technique="打籽"),
    ]
    assert len({same, book_sha256(book("card"), "OTHER"), *(book_sha256(other, PRODUCER) for other in others)}) == 8
    assert same == book_sha256(book("card"), PRODUCER)


def test_it_tells_which_page_it_is_at(tmp_path: Path) -> None:
    heard: list[Progress] = []
    made = book("card")
    film(made, tmp_path, heard.append)
    assert list(dict.fromkeys(item.phase for item in heard)) == [leaf.name for leaf in made.leaves()]
    fractions = [item.fraction for item in heard]
    assert (len(fractions), fractions[-1]) == (made.frames, 1)
    assert fractions == sorted(fractions)


def test_a_cancelled_film_stops_at_the_next_frame() -> None:
    rendering = book().render(on_progress=lambda _: None, is_cancelled=lambda: True)
    next(rendering.frames)
    with pytest.raises(CancelledError):
        next(rendering.frames)


def test_every_step_that_cannot_be_drawn_is_named_before_anything_is_drawn() -> None:
    asked = requests("stitch", "card", "flatten")
    asked[0], asked[2] = replace(asked[0], quote="针\U0001f9f5线"), replace(asked[2], title="拍\ue000")
    with pytest.raises(CannotRenderError) as caught:
        Book(Schematic(), asked)
    message = str(caught.value)
    assert message.index(f"第一步 {asked[0].title}：") < message.index("第三步 拍")
    assert "第二步" not in message
    assert caught.value.reason == "missing_glyph"


@pytest.mark.parametrize(
    ("asked", "bearer", "reason"),
    [
        ([], "", "no_steps"),
        (requests("stitch"), "李\U0001f9f5", "missing_glyph"),
        ([*requests("stitch"), replace(requests("card")[0], fps=12)], "", "bad_fps"),
    ],
)
def test_what_cannot_become_a_book_is_refused(asked: list[RenderRequest], bearer: str, reason: str) -> None:
    with pytest.raises(CannotRenderError) as caught:
        Book(Schematic(), asked, bearer=bearer)
    assert caught.value.reason == reason
