"""``manage.py render --all``: one film of a whole specification, without any database."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from craftnlp.spec import Edge, Status, TechniqueSpec
from generation.management.commands.render import read_steps
from generation.postproduction.chapters import chapters_in
from tests.factories import spec_content

pytestmark = pytest.mark.usefixtures("schematic")


@pytest.fixture
def schematic(settings: Settings) -> None:
    settings.GENERATION_BACKENDS = {
        "default": {"BACKEND": "generation.backends.schematic.Schematic", "OPTIONS": {"paper_grain": False}},
        "fake": {"BACKEND": "tests.generation.fake_backend.Fake"},
    }


@pytest.fixture
def spec_file(tmp_path: Path) -> Path:
    return written(spec_content(), tmp_path)


def written(spec: TechniqueSpec, folder: Path) -> Path:
    path = folder / "spec.json"
    path.write_text(spec.model_dump_json(), encoding="utf-8")
    return path


def render(spec_file: Path, out: Path, *more: object) -> tuple[Any, list[str]]:
    """The report, and the lines that tell how far it is."""
    said, told = io.StringIO(), io.StringIO()
    words = ["--all", "--seed", "7", "--seconds", "0.125", "--craft", "苏绣", "--technique", "平针", "--json"]
    call_command("render", str(spec_file), "--out", str(out), *words, *map(str, more), stdout=said, stderr=told)
    return json.loads(said.getvalue()), told.getvalue().splitlines()


def test_all_steps_become_one_film_with_chapters_poster_and_captions(spec_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "film.mp4"
    report, told = render(spec_file, out, "--bearer", "李素梅")
    names = ["片头", "第一步 扎", "第二步 拉线", "片尾"]
    assert told == [f"{number}/4 {name}" for number, name in enumerate(names, 1)]
    assert report["chapters"] == names == [title for title, _, _ in chapters_in(out)]
    assert report["frames"] == 72 + 3 + 3 + 120 + 3 * 10
    assert report["facts"]["cards"] == 0
    assert [step["number"] for step in report["facts"]["steps"]] == [1, 2]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["film.mp4", "film.vtt", "film.webp", "spec.json"]
    again, _ = render(spec_file, tmp_path / "again.mp4", "--bearer", "李素梅")
    assert again["sha256"] == report["sha256"]


def test_what_may_not_be_shown_is_not_in_it(tmp_path: Path) -> None:
    first, second = spec_content().steps
    needle = first.tool[0].model_copy(update={"status": Status.STRUCK})
    struck = first.model_copy(update={"tool": (needle,)})
    secret = second.model_copy(update={"secret": True})
    steps = read_steps(written(spec_content().model_copy(update={"steps": (struck, secret)}), tmp_path))
    assert [step.id for step in steps] == ["s1"]
    assert steps[0].tool == ()
    assert "针" not in steps[0].sentence
    assert steps[0].hand == first.hand


def test_steps_stand_in_the_order_of_doing(tmp_path: Path) -> None:
    spec = spec_content().model_copy(update={"edges": (Edge(source="s2", target="s1"),)})
    assert [step.id for step in read_steps(written(spec, tmp_path))] == ["s2", "s1"]


def test_a_step_that_cannot_be_drawn_is_named_and_leaves_nothing(tmp_path: Path) -> None:
    first, second = spec_content().steps
    odd = second.model_copy(update={"sentence": "拉\ue000线。"})
    spec_file = written(spec_content().model_copy(update={"steps": (first, odd)}), tmp_path)
    with pytest.raises(CommandError, match=r"第二步 拉线：.*U\+E000"):
        render(spec_file, tmp_path / "film.mp4")
    assert [path.name for path in tmp_path.iterdir()] == ["spec.json"]


@pytest.mark.parametrize(
    ("more", "words"),
    [(("--backend", "fake"), "只能用示意动画"), (("--step", 1), "not allowed with argument"), (("--seed", -1), "种子")],
)
def test_what_cannot_be_made_is_refused(spec_file: Path, tmp_path: Path, more: tuple[object, ...], words: str) -> None:
    with pytest.raises(CommandError, match=words):
        render(spec_file, tmp_path / "film.mp4", *more)
    assert [path.name for path in tmp_path.iterdir()] == ["spec.json"]


def test_a_specification_without_a_step_to_show_is_refused(tmp_path: Path) -> None:
    spec_file = written(spec_content().model_copy(update={"steps": ()}), tmp_path)
    with pytest.raises(CommandError, match="没有可以画的工序"):
        render(spec_file, tmp_path / "film.mp4")


def test_either_one_step_or_all(spec_file: Path, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="one of the arguments --step --all is required"):
        call_command("render", str(spec_file), "--seed", "7", "--out", str(tmp_path / "film.mp4"))
