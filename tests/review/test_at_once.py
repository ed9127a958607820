"""Two at the same moment. SQLite lets one write after the other; on PostgreSQL only our locks make them wait."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from archive.lifecycle import hold
from archive.models import Clip, SpecStatus, Technique, TechniqueSpec, Transcript
from archive.search import technique_changed
from archive.services.ingest import revise_transcript
from archive.services.reading import confirm, mark_secret
from generation.models import Job, JobStatus, Take
from generation.services import make_recipe, request_render
from generation.services.leases import claim
from generation.storyboard import storyboard_for
from review.models import Decision, Round, Verdict
from review.services.judging import RoundClosedError, give_verdict
from review.services.rounds import open_round
from tests.factories import (
    TechniqueFactory,
    TechniqueSpecFactory,
    TranscriptFactory,
    UserFactory,
    spec_content,
)
from tests.review.cast import People

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL, where two can write at once"),
]

Start = Callable[[Callable[[], object]], "Future[object]"]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts something on a connection of its own and waits until it waits for a lock, or is through."""

    def run(action: Callable[[], object], known: "Future[int]") -> object:
        try:
            with connection.cursor() as cursor:
                cursor.execute("select pg_backend_pid()")
                known.set_result(cursor.fetchone()[0])
            return action()
        finally:
            connection.close()

    def begin(action: Callable[[], object]) -> "Future[object]":
        known: Future[int] = Future()
        other = pool.submit(run, action, known)
        pid, until = known.result(10), time.monotonic() + 10
        while not (other.done() or waits(pid)):
            assert time.monotonic() < until, "neither waiting nor through"
            time.sleep(0.01)
        return other

    with ThreadPoolExecutor(1) as pool:
        yield begin


def waits(pid: int) -> bool:
    """Whether that connection waits for a lock."""
    with connection.cursor() as cursor:
        cursor.execute("select cardinality(pg_blocking_pids(%s)) > 0", [pid])
        return bool(cursor.fetchone()[0])


def proposal() -> TechniqueSpec:
    """A proposal with everything accepted."""
    row: TechniqueSpec = TechniqueSpecFactory.create(version=None, status=SpecStatus.PROPOSED)
    return row


def test_two_edits_of_a_transcript_are_two_versions(start: Start) -> None:
    first = TranscriptFactory.create()
    by = UserFactory.create()
    with transaction.atomic():
        revise_transcript(first, "先描稿".encode(), by=by)
        other = start(lambda: revise_transcript(first, "后描稿".encode(), by=by))
        assert not other.done()
    other.result(10)
    versions = Transcript.objects.filter(series=first.series).order_by("version")
    assert list(versions.values_list("version", flat=True)) == [1, 2, 3]


def test_adding_to_a_technique_does_not_wait_for_who_changes_it(start: Start) -> None:
    technique = TechniqueFactory.create()
    with transaction.atomic():
        technique_changed(technique)
        other = start(lambda: TechniqueSpecFactory.create(technique=technique))
        assert other.done()
    assert technique.specs.count() == 1


def test_confirming_and_marking_secret_wait_for_each_other(start: Start) -> None:
    row, by = proposal(), UserFactory.create()
    with transaction.atomic():
        hold(Technique.objects.filter(pk=row.technique_id))
        other = start(lambda: mark_secret(row, "s1", secret=True, by=by))
        version = confirm(TechniqueSpec.objects.get(pk=row.pk), by=by)
    other.result(10)
    assert version.version == 1
    current = TechniqueSpec.objects.current().get()
    assert (current.version, current.spec.step("s1").secret) == (2, True)


def test_two_who_confirm_make_one_version(start: Start) -> None:
    row, by = proposal(), UserFactory.create()
    with transaction.atomic():
        version = confirm(row, by=by)
        other = start(lambda: confirm(TechniqueSpec.objects.get(pk=row.pk), by=by))
        assert not other.done()
    assert other.result(10) == version


def test_a_verdict_that_comes_with_a_new_version_is_refused(start: Start, round_: Round, cast: People) -> None:
    row = TechniqueSpecFactory.create(
        technique=round_.spec.technique,
        transcript=round_.spec.transcript,
        version=None,
        status=SpecStatus.PROPOSED,
        content=spec_content().model_copy(update={"steps": spec_content().steps[1:]}).model_dump(mode="json"),
    )
    with transaction.atomic():
        confirm(row, by=cast.archivist)
        other = start(lambda: approve(Round.objects.get(pk=round_.pk), cast))
        assert not other.done()
    with pytest.raises(RoundClosedError, match="工序已经改过了"):
        other.result(10)
    assert not Clip.objects.exists()


def test_a_verdict_given_twice_counts_once(start: Start, round_: Round, cast: People) -> None:
    with transaction.atomic():
        approve(round_, cast)
        other = start(lambda: approve(Round.objects.get(pk=round_.pk), cast))
        assert not other.done()
    with pytest.raises(RoundClosedError):
        other.result(10)
    assert (Clip.objects.count(), Verdict.objects.count()) == (1, 1)


def approve(round_: Round, cast: People) -> Verdict:
    return give_verdict(round_, by=cast.master, decision=Decision.APPROVE, reasons=[], text="")


def test_two_who_send_a_film_to_review_open_one_round(start: Start, take: Take) -> None:
    with transaction.atomic():
        round_ = open_round(take, by=None)
        other = start(lambda: open_round(Take.objects.get(pk=take.pk), by=None))
        assert not other.done()
    assert other.result(10) == round_


def test_two_who_ask_for_a_film_get_one_job(start: Start, spec: TechniqueSpec) -> None:
    recipe = make_recipe(storyboard_for(spec).shots.get(number=1))
    with transaction.atomic():
        job = request_render(recipe)
        other = start(lambda: request_render(recipe))
        assert not other.done()
    assert other.result(10) == job


def test_two_workers_take_a_job_once(start: Start, spec: TechniqueSpec) -> None:
    job = request_render(make_recipe(storyboard_for(spec).shots.get(number=1)))
    with transaction.atomic():
        assert claim(job.pk, worker="one") is not None
        other = start(lambda: claim(job.pk, worker="two"))
        assert not other.done()
    assert other.result(10) is None
    assert Job.objects.get().status == JobStatus.RUNNING


def test_two_storyboards_of_a_version_are_one(start: Start, spec: TechniqueSpec) -> None:
    with transaction.atomic():
        board = storyboard_for(spec)
        other = start(lambda: storyboard_for(TechniqueSpec.objects.get(pk=spec.pk)))
        assert not other.done()
    assert other.result(10) == board
    assert board.shots.count() == 2
