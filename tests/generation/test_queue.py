"""Where a job stands, and when it will be done."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from generation.models import Job, JobStatus, Shot
from generation.services import make_recipe, queue_facts, request_render
from generation.storyboard import storyboard_for
from tests.factories import TechniqueSpecFactory, grant

pytestmark = pytest.mark.django_db


@pytest.fixture
def shot(settings: Settings) -> Shot:
    settings.GENERATION_BACKENDS = {"default": {"BACKEND": "tests.generation.fake_backend.Fake"}}
    settings.GENERATION_MIN_FREE_BYTES = 0
    spec = TechniqueSpecFactory.create()
    grant(spec.technique.bearer)
    return storyboard_for(spec).shots.get(number=1)


@pytest.fixture
def now() -> datetime:
    return timezone.now()


def job(shot: Shot, seed: int, **columns: object) -> Job:
    """A job that is already in this state."""
    made = request_render(make_recipe(shot, seed=seed))
    Job.objects.filter(pk=made.pk).update(**columns)
    made.refresh_from_db()
    return made


def done(shot: Shot, seed: int, *, took: float, now: datetime) -> None:
    job(shot, seed, status=JobStatus.DONE, started_at=now - timedelta(seconds=took), finished_at=now)


def test_without_history_there_is_no_guess(shot: Shot) -> None:
    facts = queue_facts(job(shot, 1))
    assert (facts.ahead, facts.eta, facts.samples) == (0, None, 0)


def test_a_waiting_job_waits_for_those_before_it(shot: Shot, now: datetime) -> None:
    for seed, took in ((1, 4.0), (2, 6.0), (3, 8.0)):
        done(shot, seed, took=took, now=now)
    job(shot, 4, status=JobStatus.RUNNING, started_at=now - timedelta(seconds=2))
    job(shot, 5, queued_at=now - timedelta(seconds=50))
    mine = job(shot, 6, queued_at=now - timedelta(seconds=30))
    job(shot, 7, queued_at=now)
    facts = queue_facts(mine, now=now)
    assert (facts.ahead, facts.waited, facts.elapsed, facts.samples) == (2, 30.0, 0.0, 3)
    assert (facts.eta, facts.low, facts.high) == (4.0 + 6.0 + 6.0, 2.0 + 4.0 + 4.0, 6.0 + 8.0 + 8.0)


def test_a_more_urgent_job_goes_first_and_another_queue_does_not_count(shot: Shot) -> None:
    mine = job(shot, 1)
    job(shot, 2, priority=5)
    job(shot, 3, priority=5, queue="gpu")
    assert queue_facts(mine).ahead == 1


def test_a_running_job_counts_down_but_never_below_zero(shot: Shot, now: datetime) -> None:
    done(shot, 1, took=6.0, now=now)
    started = now - timedelta(seconds=4)
    mine = job(shot, 2, status=JobStatus.RUNNING, started_at=started, queued_at=started - timedelta(seconds=3))
    facts = queue_facts(mine, now=now)
    assert (facts.ahead, facts.waited, facts.elapsed, facts.eta) == (0, 3.0, 4.0, 2.0)
    assert queue_facts(mine, now=now + timedelta(seconds=60)).eta == 0.0


def test_a_finished_job_has_no_eta(shot: Shot, now: datetime) -> None:
    done(shot, 1, took=6.0, now=now)
    facts = queue_facts(Job.objects.get(), now=now)
    assert (facts.eta, facts.elapsed) == (None, 6.0)
