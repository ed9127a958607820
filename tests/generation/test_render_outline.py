"""``manage.py render --outline``: the line that a tool follows comes from an SVG file."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from generation.backends.schematic.drawing.svg_file import MOST_BYTES
from tests.factories import spec_content

pytestmark = pytest.mark.usefixtures("schematic")
FISH = (
    '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0C30 -30 60 -30 90 0L120 -20V20L90 0C60 30 30 30 0 0Z"/></svg>'
)


@pytest.fixture
def schematic(settings: Settings) -> None:
    settings.GENERATION_BACKENDS = {
        "default": {"BACKEND": "generation.backends.schematic.Schematic", "OPTIONS": {"paper_grain": False}}
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "spec.json").write_text(spec_content().model_dump_json(), encoding="utf-8")
    (tmp_path / "fish.svg").write_text(FISH, encoding="utf-8")
    return tmp_path


def render(folder: Path, *more: object) -> Any:
    said = io.StringIO()
    words = ["--seed", 7, "--seconds", 0.125, "--json", "--out", folder / "film.mp4", *more]
    call_command("render", *map(str, [folder / "spec.json", *words]), stdout=said)
    return json.loads(said.getvalue())


def test_a_film_follows_the_line_of_a_file_and_says_so(folder: Path) -> None:
    plain, drawn = render(folder, "--step", 1), render(folder, "--step", 1, "--outline", folder / "fish.svg")
    assert drawn["frames_sha256"] != plain["frames_sha256"]
    assert plain["facts"]["credits"] == []
    [note] = drawn["facts"]["credits"]
    assert note.startswith("线形取自附图")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"fish", "不是 SVG"),
        (FISH.encode() + b" " * MOST_BYTES, "文件太大"),
        (b"<!DOCTYPE svg><svg/>", "DOCTYPE"),
    ],
)
def test_a_file_without_a_line_is_refused_and_nothing_is_made(folder: Path, data: bytes, words: str) -> None:
    (folder / "fish.svg").write_bytes(data)
    with pytest.raises(CommandError, match=words):
        render(folder, "--step", 1, "--outline", folder / "fish.svg")
    assert not (folder / "film.mp4").exists()


def test_a_file_that_is_not_there_is_named(folder: Path) -> None:
    with pytest.raises(CommandError, match=r"whale\.svg"):
        render(folder, "--step", 1, "--outline", folder / "whale.svg")


def test_an_outline_belongs_to_one_step(folder: Path) -> None:
    with pytest.raises(CommandError, match="请用 --step"):
        render(folder, "--all", "--outline", folder / "fish.svg")
    with pytest.raises(CommandError, match="不沿着线走"):
        render(folder, "--step", 2, "--outline", folder / "fish.svg")
