"""The queue and the files of takes over HTTP."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from archive.models import Consent, ConsentDecision, ConsentUse, SpecStatus, TechniqueSpec
from generation.models import Job, JobStatus, Take
from generation.services import make_recipe, request_render
from generation.storyboard import storyboard_for
from tests.factories import TechniqueSpecFactory
from tests.review.cast import People

pytestmark = pytest.mark.django_db

HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def job(spec: TechniqueSpec, cast: People) -> Job:
    """A film of the first step waits."""
    shot = storyboard_for(spec).shots.get(number=1)
    return request_render(make_recipe(shot, by=cast.archivist), by=cast.archivist)


@pytest.fixture
def archivist(client: Client, cast: People) -> Client:
    client.force_login(cast.archivist)
    return client


def text(client: Client, name: str, *args: Any, **more: Any) -> str:
    return client.get(reverse(name, args=args), **more).content.decode()


@pytest.mark.parametrize("who", ["archivist_elsewhere", "master_elsewhere"])
def test_jobs_of_another_craft_do_not_exist(client: Client, job: Job, cast: People, who: str) -> None:
    client.force_login(getattr(cast, who))
    assert f"job-{job.pk}" not in text(client, "jobs")
    assert client.get(reverse("job", args=[job.pk])).status_code == 404
    assert client.post(reverse("job-cancel", args=[job.pk])).status_code == 404
    assert client.post(reverse("jobs-cancel")).status_code == 302
    job.refresh_from_db()
    assert job.status == JobStatus.QUEUED


def test_visitors_sign_in_and_outsiders_find_no_queue(client: Client, job: Job, cast: People) -> None:
    for name, args in (("jobs", []), ("job", [job.pk])):
        assert client.get(reverse(name, args=args)).status_code == 302
    client.force_login(cast.outsider)
    for name, args in (("jobs", []), ("job", [job.pk])):
        assert client.get(reverse(name, args=args)).status_code == 404


def test_a_master_sees_the_queue_but_stops_nothing(client: Client, job: Job, cast: People) -> None:
    client.force_login(cast.master)
    page = text(client, "jobs")
    assert f"job-{job.pk}" in page
    assert reverse("job-cancel", args=[job.pk]) not in page
    assert client.post(reverse("job-cancel", args=[job.pk])).status_code == 404
    assert client.post(reverse("films-make", args=[job.recipe.shot.storyboard.spec_id])).status_code == 404


def test_an_empty_queue_says_where_to_go(archivist: Client) -> None:
    page = text(archivist, "jobs")
    assert "还没有生成任务" in page
    assert f'class="button" href="{reverse("workbench")}"' in page


def test_the_queue_asks_again_only_while_something_is_open(archivist: Client, job: Job) -> None:
    assert 'hx-trigger="every 2s"' in text(archivist, "jobs")
    fragment = text(archivist, "jobs", **HTMX)
    assert "<html" not in fragment
    assert "下一个就是它" in fragment
    Job.objects.update(status=JobStatus.DONE)
    for name, args in (("jobs", []), ("job", [job.pk])):
        assert "hx-trigger" not in text(archivist, name, *args, **HTMX)


def test_without_a_script_the_page_refreshes_itself(archivist: Client, job: Job) -> None:
    assert '<noscript><meta http-equiv="refresh"' in text(archivist, "jobs")
    Job.objects.update(status=JobStatus.CANCELLED)
    assert 'http-equiv="refresh"' not in text(archivist, "jobs")


def test_the_filter_counts_every_status(archivist: Client, job: Job) -> None:
    page = text(archivist, "jobs")
    assert "等待 1" in page
    assert "没成 0" in page
    failed = archivist.get(reverse("jobs"), {"status": "failed"}).content.decode()
    assert "没有这种状态的任务" in failed
    assert f"job-{job.pk}" in archivist.get(reverse("jobs"), {"status": "nonsense", "page": "x"}).content.decode()


def test_a_running_job_shows_what_it_does_how_far_and_how_long(archivist: Client, job: Job) -> None:
    now = timezone.now()
    Job.objects.update(status=JobStatus.RUNNING, phase="drawing", progress=0.629, started_at=now - timedelta(seconds=7))
    page = text(archivist, "job", job.pk)
    assert "正在画" in page
    assert "62%" in page
    assert "做了 7 秒" in page


def test_a_failure_shows_cause_and_next_step_and_the_log_only_to_staff(
    archivist: Client, job: Job, cast: People
) -> None:
    Job.objects.update(
        status=JobStatus.FAILED,
        error_code="disk_full",
        error_message="ENOSPC",
        log="Traceback <b>",
        finished_at=timezone.now(),
    )
    page = text(archivist, "job", job.pk)
    assert "请腾出空间后重试" in page
    assert "Traceback" not in page
    assert "ENOSPC" not in page
    cast.archivist.is_staff = True
    cast.archivist.save()
    page = text(archivist, "job", job.pk)
    assert "Traceback &lt;b&gt;" in page
    assert "ENOSPC" in page


def test_cancelling_stops_one_job_and_goes_back(archivist: Client, job: Job, cast: People) -> None:
    back = reverse("jobs") + "?status=queued"
    answer = archivist.post(reverse("job-cancel", args=[job.pk]), {"next": back})
    job.refresh_from_db()
    assert (answer.url, job.status) == (back, JobStatus.CANCELLED)  # type: ignore[attr-defined]
    assert archivist.post(reverse("job-cancel", args=[job.pk]), {"next": "https://elsewhere.example/"}).url == reverse(  # type: ignore[attr-defined]
        "jobs"
    )


def test_retrying_makes_another_attempt(archivist: Client, job: Job) -> None:
    Job.objects.update(status=JobStatus.FAILED, error_code="crashed")
    answer = archivist.post(reverse("job-retry", args=[job.pk]))
    again = Job.objects.latest("attempt")
    assert (answer.url, again.attempt, again.status) == (reverse("job", args=[again.pk]), 2, JobStatus.QUEUED)  # type: ignore[attr-defined]


def test_a_retry_that_may_not_be_made_says_why(archivist: Client, job: Job, spec: TechniqueSpec) -> None:
    Job.objects.update(status=JobStatus.FAILED, error_code="crashed")
    withdraw(spec)
    answer = archivist.post(reverse("job-retry", args=[job.pk]), follow=True)
    assert "没有同意" in answer.content.decode()
    assert Job.objects.count() == 1
    assert "没有同意" in archivist.post(reverse("jobs-retry"), follow=True).content.decode()


def test_many_are_stopped_and_repeated_at_once(archivist: Client, spec: TechniqueSpec) -> None:
    archivist.post(reverse("films-make", args=[spec.pk]))
    page = text(archivist, "jobs")
    assert "取消没做完的 2 个" in page
    archivist.post(reverse("jobs-cancel"))
    assert Job.objects.filter(status=JobStatus.CANCELLED).count() == 2
    Job.objects.update(status=JobStatus.FAILED)
    assert "重试没成的 2 个" in text(archivist, "jobs")
    archivist.post(reverse("jobs-retry"))
    assert Job.objects.filter(status=JobStatus.QUEUED, attempt=2).count() == 2


def test_films_are_asked_for_once_however_often_the_button_is_pressed(archivist: Client, spec: TechniqueSpec) -> None:
    for _ in range(2):
        answer = archivist.post(reverse("films-make", args=[spec.pk]))
        assert answer.url == reverse("jobs")  # type: ignore[attr-defined]
    assert Job.objects.count() == 2


def test_no_film_is_asked_for_a_secret_step(archivist: Client, spec: TechniqueSpec) -> None:
    spec.content["steps"][1]["secret"] = True
    TechniqueSpec.objects.filter(pk=spec.pk).update(content=spec.content)
    archivist.post(reverse("films-make", args=[spec.pk]))
    assert [job.recipe.shot.step_id for job in Job.objects.all()] == ["s1"]


def test_without_consent_no_film_is_asked_for(archivist: Client, spec: TechniqueSpec) -> None:
    withdraw(spec)
    answer = archivist.post(reverse("films-make", args=[spec.pk]), follow=True)
    assert answer.redirect_chain[-1][0] == reverse("spec", args=[spec.pk])
    assert "没有同意" in answer.content.decode()
    assert not Job.objects.exists()


def test_a_proposal_makes_no_films(archivist: Client, spec: TechniqueSpec) -> None:
    proposal = TechniqueSpecFactory.create(technique=spec.technique, version=None, status=SpecStatus.PROPOSED)
    assert archivist.post(reverse("films-make", args=[proposal.pk])).status_code == 404


class TestTakes:
    """The files of a take are nobody's but those who work in the craft."""

    @pytest.mark.parametrize("kind", ["mp4", "webp", "vtt"])
    def test_it_does_not_exist_for_others(self, client: Client, take: Take, cast: People, kind: str) -> None:
        address = reverse("take-media", args=[take.uid, kind])
        assert client.get(address).status_code == 404
        for who in (cast.outsider, cast.archivist_elsewhere, cast.master_elsewhere):
            client.force_login(who)
            assert client.get(address).status_code == 404

    @pytest.mark.parametrize("who", ["archivist", "master", "maker"])
    def test_those_of_the_craft_get_the_range_they_ask_for(
        self, client: Client, take: Take, cast: People, who: str
    ) -> None:
        client.force_login(getattr(cast, who))
        answer = client.get(reverse("take-media", args=[take.uid, "mp4"]), HTTP_RANGE="bytes=0-3")
        assert (answer.status_code, b"".join(answer)) == (206, b"film")
        assert client.get(reverse("take-media", args=[take.uid, "vtt"])).status_code == 200

    def test_the_page_of_its_job_plays_it_with_its_recipe(self, client: Client, take: Take, cast: People) -> None:
        client.force_login(cast.archivist)
        page = text(client, "job", take.job_id)
        assert reverse("take-media", args=[take.uid, "mp4"]) in page
        assert take.recipe.sha256 in page
        assert str(take.recipe.seed) in page


def withdraw(spec: TechniqueSpec) -> None:
    """The bearer takes back that films may be made."""
    Consent.objects.create(
        bearer=spec.technique.bearer,
        use=ConsentUse.AI_GENERATE_FROM,
        decision=ConsentDecision.WITHDRAWN,
        valid_from="2024-02-01",
    )
