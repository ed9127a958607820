"""From a recipe to a take: asked once or ten times, cancelled, refused, failed, lost."""

import errno
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.utils import timezone
from pytest_django import Settings

from archive.models import Consent, ConsentDecision, ConsentUse, StatusChange
from generation import media, services, tasks
from generation.backends.base import MAX_SEED, Frame
from generation.models import Job, JobStatus, Recipe, Shot, Take
from generation.services.running import run_job
from generation.storyboard import storyboard_for
from tests.factories import BearerFactory, TechniqueSpecFactory, UserFactory, grant
from tests.generation.fake_backend import Fake

pytestmark = pytest.mark.django_db
FAKE = "tests.generation.fake_backend.Fake"


@pytest.fixture(autouse=True)
def backends(settings: Settings) -> None:
    """A quick backend, a slow one, one for every trouble, and two that are something else."""
    troubles = ("glyph", "crash", "black", "frozen", "short", "size")
    settings.GENERATION_BACKENDS = {
        "default": {"BACKEND": FAKE, "OPTIONS": {}},
        "slow": {"BACKEND": FAKE, "OPTIONS": {"seconds_per_frame": 0.1}},
        "film": {"BACKEND": f"{FAKE}Generative"},
        "away": {"BACKEND": f"{FAKE}Away"},
    } | {trouble: {"BACKEND": FAKE, "OPTIONS": {"trouble": trouble}} for trouble in troubles}
    settings.GENERATION_MIN_FREE_BYTES = 0


@pytest.fixture
def shot() -> Shot:
    """The first shot of the cast's specification; its bearer consents to everything."""
    spec = TechniqueSpecFactory.create()
    grant(spec.technique.bearer)
    return storyboard_for(spec).shots.get(number=1)


def asked(shot: Shot, **options: Any) -> Job:
    return services.request_render(services.make_recipe(shot, **options))


def made(shot: Shot, **options: Any) -> Job:
    job = asked(shot, **options)
    run_job(job.pk, worker="test")
    job.refresh_from_db()
    return job


def stored() -> list[Path]:
    """Every file below MEDIA_ROOT but the transcript."""
    root = Path(default_storage.path(""))
    return sorted(path for path in root.rglob("*") if path.is_file() and "transcripts" not in path.parts)


class TestRecipe:
    def test_the_same_inputs_are_the_same_recipe(self, shot: Shot) -> None:
        assert services.make_recipe(shot, seed=7) == services.make_recipe(shot, seed=7)
        assert Recipe.objects.count() == 1

    def test_another_seed_shot_or_backend_is_another_recipe(self, shot: Shot) -> None:
        other_shot = shot.storyboard.shots.get(number=2)
        recipes = {
            services.make_recipe(shot, seed=7),
            services.make_recipe(shot, seed=8),
            services.make_recipe(other_shot, seed=7),
            services.make_recipe(shot, seed=7, backend="film"),
        }
        assert len({recipe.sha256 for recipe in recipes}) == 4

    def test_it_freezes_everything_that_decides_the_film(self, shot: Shot) -> None:
        recipe = services.make_recipe(shot, seed=7)
        assert recipe.request["step"]["id"] == "s1"
        assert (recipe.request["step_number"], recipe.request["step_count"]) == (1, 2)
        assert recipe.request["quote_seconds"] == 3.0
        assert recipe.request["seed"] == recipe.seed == 7
        assert recipe.context["spec_sha256"] == shot.storyboard.spec.sha256
        assert recipe.context["label"] == "AI生成·示意动画"
        assert services.request_from(recipe).canonical() == recipe.request

    def test_a_seed_follows_from_the_shot_and_changes_with_every_turn(self, shot: Shot) -> None:
        first = services.make_recipe(shot)
        second = services.make_recipe(shot, replaces=first)
        third = services.make_recipe(shot, replaces=second)
        assert services.make_recipe(shot) == first
        assert len({first.seed, second.seed, third.seed}) == 3
        assert all(0 <= recipe.seed <= MAX_SEED for recipe in (first, second, third))
        assert second.replaces == first

    @pytest.mark.parametrize("seed", [-1, MAX_SEED + 1])
    def test_a_seed_out_of_range_is_refused(self, shot: Shot, seed: int) -> None:
        with pytest.raises(ValueError, match="种子"):
            services.make_recipe(shot, seed=seed)

    def test_an_unknown_backend_is_named(self, shot: Shot) -> None:
        with pytest.raises(services.UnknownBackendError, match="没有叫“nobody”的"):
            services.make_recipe(shot, backend="nobody")


class TestAsking:
    def test_asking_twice_makes_one_job(self, shot: Shot) -> None:
        assert asked(shot) == asked(shot)

    def test_a_finished_recipe_is_not_made_again(self, shot: Shot) -> None:
        done = made(shot)
        assert asked(shot) == done
        assert Job.objects.count() == Take.objects.count() == 1

    def test_two_who_ask_at_the_same_moment_get_the_same_job(self, shot: Shot) -> None:
        recipe = services.make_recipe(shot)
        first = services.request_render(recipe)
        assert services.jobs.next_attempt(recipe, by=None) == first

    def test_without_consent_nothing_is_asked_for(self) -> None:
        shot = storyboard_for(TechniqueSpecFactory.create()).shots.get(number=1)
        with pytest.raises(services.ConsentMissingError, match="李素梅（示例）还没有同意“据此生成演示”"):
            asked(shot)
        assert not Job.objects.exists()

    def test_the_one_who_told_it_must_consent_as_well(self, shot: Shot) -> None:
        spec = shot.storyboard.spec
        spec.transcript.bearer = BearerFactory.create(slug="wang", name_zh="王师傅")
        spec.transcript.save()
        with pytest.raises(services.ConsentMissingError, match="王师傅"):
            asked(Shot.objects.get(pk=shot.pk))

    def test_sending_data_out_needs_its_own_consent(self, shot: Shot) -> None:
        bearer = shot.storyboard.spec.technique.bearer
        asked(shot, backend="away")
        Consent.objects.create(
            bearer=bearer, use=ConsentUse.SEND_OUT, decision=ConsentDecision.WITHDRAWN, valid_from=date(2024, 2, 1)
        )
        with pytest.raises(services.ConsentMissingError, match="交外部服务处理"):
            asked(shot, backend="away", seed=2)
        asked(shot)

    def test_a_consent_withdrawn_while_waiting_stops_the_job(self, shot: Shot) -> None:
        job = asked(shot)
        Consent.objects.create(
            bearer=shot.storyboard.spec.technique.bearer,
            use=ConsentUse.AI_GENERATE_FROM,
            decision=ConsentDecision.WITHDRAWN,
            valid_from=timezone.localdate(),
        )
        run_job(job.pk, worker="test")
        job.refresh_from_db()
        assert (job.status, job.error_code) == (JobStatus.FAILED, "consent_missing")
        assert "授权" in services.failure_text(job)


class TestRunning:
    def test_a_take_with_film_poster_and_captions(self, shot: Shot) -> None:
        job = made(shot)
        take = job.take
        assert (job.status, job.progress, job.lease) == (JobStatus.DONE, 1.0, None)
        assert (take.width, take.height, take.fps, take.frames, take.seconds) == (320, 180, 24.0, 30, 1.25)
        assert [path.name for path in stored()] == [f"{take.uid}.mp4", f"{take.uid}.vtt", f"{take.uid}.webp"]
        assert take.file.size == take.size
        assert take.facts == {"poster_frame": 3, "drawn": ["方"]}
        assert take.content_number in take.probe["aigc"]
        assert take.label == "AI生成·示意动画"
        assert "30 frames in" in job.log

    def test_a_film_model_gets_the_other_label(self, shot: Shot) -> None:
        assert made(shot, backend="film").take.label == "AI生成·非原始影像"

    def test_every_change_of_status_is_a_row(self, shot: Shot) -> None:
        made(shot)
        moves = StatusChange.objects.order_by("pk").values_list("old", "new")
        assert list(moves) == [("queued", "running"), ("running", "done")]

    def test_a_repeated_message_renders_once(self, shot: Shot) -> None:
        job = made(shot)
        before = job.take.created_at
        run_job(job.pk, worker="another")
        run_job(job.pk, worker="another")
        job.refresh_from_db()
        assert (job.worker, job.take.created_at, Take.objects.count()) == ("test", before, 1)

    def test_a_message_about_nothing_is_harmless(self) -> None:
        run_job(404, worker="test")
        assert not Take.objects.exists()

    @pytest.mark.parametrize(
        ("trouble", "code", "words"),
        [
            ("glyph", "missing_glyph", "龘"),
            ("black", "black_film", "黑"),
            ("frozen", "frozen_film", "一动不动"),
            ("short", "wrong_length", "29"),
            ("size", "wrong_size", "336×180"),
        ],
    )
    def test_a_failure_says_why_and_leaves_nothing(self, shot: Shot, trouble: str, code: str, words: str) -> None:
        job = made(shot, backend=trouble)
        assert (job.status, job.error_code) == (JobStatus.FAILED, code)
        assert words in job.error_message
        assert services.failure_text(job)
        assert stored() == []

    def test_a_crash_is_a_failure_with_its_traceback_and_the_next_job_goes_on(self, shot: Shot) -> None:
        job = asked(shot, backend="crash")
        with pytest.raises(RuntimeError):
            run_job(job.pk, worker="test")
        job.refresh_from_db()
        assert (job.status, job.error_code) == (JobStatus.FAILED, "crashed")
        assert "the renderer fell over" in job.log
        assert made(shot).status == JobStatus.DONE

    def test_another_environment_does_not_pretend_to_be_the_recipe(
        self, shot: Shot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        job = asked(shot)
        monkeypatch.setattr(Fake, "fingerprint", lambda self: {"fake": "2"})
        run_job(job.pk, worker="test")
        job.refresh_from_db()
        assert (job.status, job.error_code) == (JobStatus.FAILED, "environment_changed")
        assert "fake" in job.error_message

    def test_progress_is_seen_while_it_runs(self, shot: Shot, monkeypatch: pytest.MonkeyPatch) -> None:
        seen: list[tuple[str, float]] = []
        picture = Fake._picture

        def looking(self: Fake, *args: int) -> Frame:
            job = Job.objects.get()
            seen.append((job.phase, job.progress))
            return picture(self, *args)

        monkeypatch.setattr(Fake, "_picture", looking)
        monkeypatch.setattr("generation.services.leases.WRITE_EVERY", 0.0)
        assert made(shot).status == JobStatus.DONE
        assert seen[0] == ("", 0.0)
        assert seen[-1][0] == "drawing"
        assert seen[-1][1] == pytest.approx(0.95 * 29 / 30)
        assert seen == sorted(seen, key=lambda entry: entry[1])


class FullStorage(FileSystemStorage):
    """Half the file is written when the disk turns out to be full."""

    def save(self, name: str | None, content: Any, max_length: int | None = None) -> str:
        if name is None or not name.endswith(".webp"):
            return super().save(name, content, max_length)
        data = content.read()
        super().save(name, ContentFile(data[: len(data) // 2]), max_length)
        raise OSError(errno.ENOSPC, "No space left on device")


class TestFullDisk:
    def test_too_little_room_refuses_before_anything_is_queued(self, shot: Shot, settings: Settings) -> None:
        settings.GENERATION_MIN_FREE_BYTES = 2**60
        with pytest.raises(services.LowDiskError, match="请清理磁盘后重试"):
            asked(shot)
        assert not Job.objects.exists()

    def test_a_disk_that_fills_while_waiting_fails_plainly(self, shot: Shot, settings: Settings) -> None:
        job = asked(shot)
        settings.GENERATION_MIN_FREE_BYTES = 2**60
        run_job(job.pk, worker="test")
        job.refresh_from_db()
        assert (job.status, job.error_code) == (JobStatus.FAILED, "disk_full")

    def test_a_disk_that_fills_while_encoding(self, shot: Shot, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("generation.postproduction.film.encode", encode_to_full_disk)
        self.check_nothing_is_left(made(shot))

    def test_a_disk_that_fills_while_putting_in_place(self, shot: Shot, settings: Settings) -> None:
        settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": "tests.generation.test_jobs.FullStorage"}}
        self.check_nothing_is_left(made(shot))

    def test_when_there_is_room_again_a_retry_makes_it(self, shot: Shot, monkeypatch: pytest.MonkeyPatch) -> None:
        with monkeypatch.context() as full:
            full.setattr("generation.postproduction.film.encode", encode_to_full_disk)
            failed = made(shot)
        again = services.retry(failed)
        run_job(again.pk, worker="test")
        again.refresh_from_db()
        assert (again.status, again.attempt, again.recipe) == (JobStatus.DONE, 2, failed.recipe)

    def check_nothing_is_left(self, job: Job) -> None:
        assert (job.status, job.error_code) == (JobStatus.FAILED, "disk_full")
        assert "腾出空间" in services.failure_text(job)
        assert stored() == []
        assert not Take.objects.exists()
        assert job.recipe.request["seed"] == job.recipe.seed


def encode_to_full_disk(frames: Iterator[Frame], path: Path, **options: Any) -> str:
    """The real encoder, writing to a device that is always full."""
    from generation.postproduction.encode import encode

    path.symlink_to("/dev/full")
    return encode(frames, path, **options)


class TestCancelling:
    def test_a_waiting_job_stops_at_once_and_the_running_one_goes_on(self, shot: Shot) -> None:
        running, waiting = asked(shot, seed=1), asked(shot, seed=2)
        hold = services.leases.claim(running.pk, worker="test")
        services.cancel(waiting, by=UserFactory.create())
        waiting.refresh_from_db()
        running.refresh_from_db()
        assert (waiting.status, running.status) == (JobStatus.CANCELLED, JobStatus.RUNNING)
        assert hold is not None
        assert not hold.is_cancelled()
        run_job(waiting.pk, worker="test")
        assert not Take.objects.exists()

    def test_a_running_job_is_told_and_keeps_who_asked(self, shot: Shot) -> None:
        job = asked(shot)
        hold = services.leases.claim(job.pk, worker="test")
        told = services.cancel(job, by=UserFactory.create(username="guanliyuan"))
        assert told.status == JobStatus.RUNNING
        assert "guanliyuan" in told.log
        assert hold is not None
        assert hold.is_cancelled()

    def test_a_running_job_stops_within_a_second(self, shot: Shot, monkeypatch: pytest.MonkeyPatch) -> None:
        job = asked(shot, backend="slow")
        picture = Fake._picture
        told: list[float] = []

        def telling(self: Fake, *args: int) -> Frame:
            if not told and args[-1] == 3:
                services.cancel(job)
                told.append(time.monotonic())
            return picture(self, *args)

        monkeypatch.setattr(Fake, "_picture", telling)
        run_job(job.pk, worker="test")
        assert time.monotonic() - told[0] < 1.0
        job.refresh_from_db()
        assert (job.status, job.error_code) == (JobStatus.CANCELLED, "cancelled")
        assert stored() == []

    def test_a_finished_job_stays_finished(self, shot: Shot) -> None:
        assert services.cancel(made(shot)).status == JobStatus.DONE

    def test_a_cancelled_job_can_be_tried_again(self, shot: Shot) -> None:
        first = services.cancel(asked(shot))
        second = services.retry(first)
        assert (second.attempt, second.status, second.recipe) == (2, JobStatus.QUEUED, first.recipe)


class TestReconciling:
    def lost(self, shot: Shot, **options: Any) -> Job:
        job = asked(shot, **options)
        services.leases.claim(job.pk, worker="killed")
        Job.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
        return job

    def test_a_lost_job_fails_and_its_recipe_is_queued_again(self, shot: Shot) -> None:
        job = self.lost(shot)
        found = services.reconcile()
        job.refresh_from_db()
        assert (job.status, job.error_code) == (JobStatus.FAILED, "worker_lost")
        assert (found.lost, found.retried) == (1, 1)
        assert [(again.recipe, again.attempt, again.status) for again in found.ring] == [(job.recipe, 2, "queued")]
        assert services.reconcile() == services.Reconciled(lost=0, retried=0, swept=0, ring=())

    def test_it_gives_up_after_the_last_attempt(self, shot: Shot, settings: Settings) -> None:
        settings.GENERATION_MAX_ATTEMPTS = 2
        recipe = self.lost(shot).recipe
        for _ in range(2):
            (latest,) = services.reconcile().ring or [None]
            if latest:
                services.leases.claim(latest.pk, worker="killed")
                Job.objects.filter(pk=latest.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
        assert [job.status for job in recipe.jobs.order_by("attempt")] == [JobStatus.FAILED, JobStatus.FAILED]

    def test_a_lost_job_that_was_cancelled_is_cancelled(self, shot: Shot) -> None:
        job = self.lost(shot)
        services.cancel(job)
        assert services.reconcile().ring == ()
        job.refresh_from_db()
        assert job.status == JobStatus.CANCELLED

    def test_a_worker_that_comes_back_too_late_changes_nothing(
        self, shot: Shot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        job = asked(shot)
        keep = services.running.keep

        def late(*args: Any, **options: Any) -> Take:
            Job.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
            services.reconcile()
            return keep(*args, **options)

        monkeypatch.setattr("generation.services.running.keep", late)
        run_job(job.pk, worker="asleep")
        job.refresh_from_db()
        assert (job.status, job.error_code) == (JobStatus.FAILED, "worker_lost")
        assert not Take.objects.exists()
        assert stored() == []

    def test_a_message_that_got_lost_is_rung_again_once(self, shot: Shot) -> None:
        job = asked(shot)
        later = timezone.now() + timedelta(seconds=61)
        assert services.reconcile().ring == ()
        assert services.reconcile(later).ring == (job,)
        assert services.reconcile(later).ring == ()

    def test_behind_a_busy_worker_a_message_may_wait(self, shot: Shot) -> None:
        job = asked(shot, seed=1)
        services.leases.claim(asked(shot, seed=2).pk, worker="test")
        Job.objects.update(lease_until=timezone.now() + timedelta(days=1))
        assert services.reconcile(timezone.now() + timedelta(seconds=61)).ring == ()
        assert services.reconcile(timezone.now() + timedelta(seconds=601)).ring == (job,)

    def test_what_a_killed_worker_left_is_swept_and_a_living_one_is_spared(self, shot: Shot) -> None:
        hold = services.leases.claim(asked(shot).pk, worker="test")
        assert hold is not None
        for name in (str(hold.lease), "left-behind"):
            (media.partial_folder() / name).mkdir(parents=True)
        assert services.reconcile().swept == 1
        assert [folder.name for folder in media.partial_folder().iterdir()] == [str(hold.lease)]


class TestDoorbell:
    @pytest.fixture
    def rung(self, monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        monkeypatch.setattr(tasks.render_job, "apply_async", lambda args, queue: found.append((args[0], queue)))
        return found

    def test_it_rings_after_commit(
        self, shot: Shot, rung: list[tuple[int, str]], django_capture_on_commit_callbacks: Any
    ) -> None:
        recipe = services.make_recipe(shot)
        with django_capture_on_commit_callbacks(execute=True):
            job = tasks.enqueue(recipe)
            assert rung == []
        assert rung == [(job.pk, "cpu")]

    def test_nobody_is_woken_for_a_finished_film(
        self, shot: Shot, rung: list[tuple[int, str]], django_capture_on_commit_callbacks: Any
    ) -> None:
        job = made(shot)
        with django_capture_on_commit_callbacks(execute=True):
            assert tasks.enqueue(job.recipe) == job
        assert rung == []

    def test_a_broker_that_is_away_loses_nothing(
        self, shot: Shot, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
    ) -> None:
        def away(**options: object) -> None:
            raise ConnectionError

        monkeypatch.setattr(tasks.render_job, "apply_async", away)
        recipe = services.make_recipe(shot)
        with django_capture_on_commit_callbacks(execute=True):
            job = tasks.enqueue(recipe)
        assert job.status == JobStatus.QUEUED
        assert services.reconcile(timezone.now() + timedelta(seconds=61)).ring == (job,)

    def test_the_task_makes_the_film(self, shot: Shot) -> None:
        job = asked(shot)
        tasks.render_job(job.pk)
        job.refresh_from_db()
        assert job.status == JobStatus.DONE
