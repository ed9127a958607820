"""The commands that others script against: what they print, and what their exit code says."""

import hashlib
import io
import json
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from craftnlp.spec import Status
from generation import services
from generation.models import Take
from generation.services.running import run_job
from generation.storyboard import storyboard_for
from tests.factories import TechniqueSpecFactory, grant, spec_content
from tests.generation.fake_backend import Fake


@pytest.fixture(autouse=True)
def backends(settings: Settings) -> None:
    settings.GENERATION_BACKENDS = {
        "default": {"BACKEND": "tests.generation.fake_backend.Fake", "OPTIONS": {}},
        "black": {"BACKEND": "tests.generation.fake_backend.Fake", "OPTIONS": {"trouble": "black"}},
        "schematic": {"BACKEND": "generation.backends.schematic.Schematic"},
    }
    settings.GENERATION_MIN_FREE_BYTES = 0


@pytest.fixture
def spec_file(tmp_path: Path) -> Path:
    path = tmp_path / "spec.json"
    path.write_text(spec_content().model_dump_json(), encoding="utf-8")
    return path


def call(*args: object, **options: Any) -> Any:
    """What a command prints, read as JSON."""
    out = io.StringIO()
    call_command(*map(str, args), "--json", stdout=out, **options)
    return json.loads(out.getvalue())


class TestRender:
    def render(self, spec_file: Path, out: Path, *more: object, step: int = 1, seed: int = 7) -> Any:
        return call("render", spec_file, "--step", step, "--seed", seed, "--out", out, *more)

    def test_a_specification_becomes_a_film_without_any_database(self, spec_file: Path, tmp_path: Path) -> None:
        out = tmp_path / "film.mp4"
        report = self.render(spec_file, out)
        assert (report["out"], report["seed"], report["frames"], report["label"]) == (
            str(out),
            7,
            30,
            "AI生成·示意动画",
        )
        assert report["unconfirmed_values"] == 0
        names = sorted(path.name for path in tmp_path.iterdir())
        assert names == ["film.mp4", "film.vtt", "film.webp", "spec.json"]

    def test_the_same_command_gives_the_same_bytes(self, spec_file: Path, tmp_path: Path) -> None:
        first = self.render(spec_file, tmp_path / "a.mp4")
        second = self.render(spec_file, tmp_path / "b.mp4")
        other = self.render(spec_file, tmp_path / "c.mp4", seed=8)
        assert first["sha256"] == second["sha256"] != other["sha256"]

    def test_the_embedded_backend_draws_the_whole_way(self, spec_file: Path, tmp_path: Path) -> None:
        out = tmp_path / "film.mp4"
        report = self.render(spec_file, out, "--backend", "schematic", "--seconds", 1)
        assert (report["width"], report["height"], report["frames"]) == (1280, 720, 24)
        with av.open(str(out)) as container:
            assert sum(1 for _ in container.decode(video=0)) == 24

    def test_it_counts_what_nobody_has_confirmed(self, spec_file: Path, tmp_path: Path) -> None:
        text = spec_file.read_text(encoding="utf-8").replace(Status.ACCEPTED, Status.PROPOSED)
        spec_file.write_text(text, encoding="utf-8")
        assert self.render(spec_file, tmp_path / "film.mp4")["unconfirmed_values"] == 5

    def test_a_secret_step_is_not_there(self, spec_file: Path, tmp_path: Path) -> None:
        first, second = spec_content().steps
        spec = spec_content().model_copy(update={"steps": (first.model_copy(update={"secret": True}), second)})
        spec_file.write_text(spec.model_dump_json(), encoding="utf-8")
        assert self.render(spec_file, tmp_path / "film.mp4")["frames"] == 30
        with pytest.raises(CommandError, match="可以画的有 1 步"):
            self.render(spec_file, tmp_path / "film.mp4", step=2)

    @pytest.mark.parametrize(
        ("more", "step", "seed", "words"),
        [
            ((), 0, 7, "没有第 0 步"),
            ((), 1, -1, "种子"),
            (("--backend", "black"), 1, 7, "黑"),
            (("--backend", "nobody"), 1, 7, "没有叫“nobody”的"),
        ],
    )
    def test_a_failure_is_an_error_and_leaves_nothing(
        self, spec_file: Path, tmp_path: Path, more: tuple[str, ...], step: int, seed: int, words: str
    ) -> None:
        with pytest.raises(CommandError, match=words):
            self.render(spec_file, tmp_path / "film.mp4", *more, step=step, seed=seed)
        assert [path.name for path in tmp_path.iterdir()] == ["spec.json"]

    def test_a_file_that_is_no_specification_is_named(self, tmp_path: Path) -> None:
        wrong = tmp_path / "wrong.json"
        wrong.write_text("{}", encoding="utf-8")
        with pytest.raises(CommandError, match=r"wrong\.json 不是技法规范"):
            self.render(wrong, tmp_path / "film.mp4")


@pytest.mark.django_db
class TestReproduce:
    @pytest.fixture
    def take(self) -> Take:
        spec = TechniqueSpecFactory.create()
        grant(spec.technique.bearer)
        recipe = services.make_recipe(storyboard_for(spec).shots.get(number=1))
        run_job(services.request_render(recipe).pk, worker="test")
        return Take.objects.get()

    def test_the_same_machine_makes_the_same_frames(self, take: Take) -> None:
        report = call("reproduce", take.pk)
        assert (report["identical"], report["same_bytes"], report["changed_environment"]) == (True, True, [])
        assert call("reproduce", take.uid)["identical"]

    def test_a_difference_is_measured_and_the_exit_code_says_so(
        self, take: Take, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        picture = Fake._picture
        monkeypatch.setattr(Fake, "_picture", lambda *args: np.minimum(picture(*args), 250) + np.uint8(4))
        monkeypatch.setattr(Fake, "fingerprint", lambda self: {"fake": "2"})
        out = io.StringIO()
        with pytest.raises(CommandError) as caught:
            call_command("reproduce", str(take.pk), "--json", stdout=out)
        report = json.loads(out.getvalue())
        assert caught.value.returncode == 1
        assert not report["identical"]
        assert 2 <= report["mean_difference"] <= 5
        assert report["psnr_db"] > 30
        assert report["changed_environment"] == ["fake"]

    def test_a_film_that_got_lost_comes_back_byte_for_byte(self, take: Take) -> None:
        film, captions = str(take.file.name), str(take.captions.name)
        take.file.storage.delete(film)
        assert call("reproduce", take.pk)["restored"] == []
        assert call("reproduce", take.pk, "--restore")["restored"] == [film]
        assert call("reproduce", take.pk, "--restore")["restored"] == []
        with take.file.storage.open(film) as file:
            assert hashlib.sha256(file.read()).hexdigest() == take.sha256
        assert take.captions.storage.exists(captions)

    @pytest.mark.parametrize("name", ["404", "no-uuid", "00000000-0000-0000-0000-000000000000"])
    def test_a_take_that_is_not_there(self, name: str) -> None:
        with pytest.raises(CommandError, match="没有镜次") as caught:
            call_command("reproduce", name)
        assert caught.value.returncode == 2


@pytest.mark.django_db
def test_reconcile_counts_what_it_found() -> None:
    assert call("reconcile") == {"lost": 0, "retried": 0, "rung": 0, "swept": 0}
