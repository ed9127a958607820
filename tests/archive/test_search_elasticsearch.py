"""The Elasticsearch backend keeps the contract, and the outbox brings every change to it."""

import random
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.utils import timezone
from pytest_django import Settings

from archive.lifecycle import move
from archive.models import OutboxEntry, Publication, Technique
from archive.search import SearchQuery, SearchUnavailableError, outbox, technique_changed
from archive.search.base import Receipt, SearchDocument
from archive.search.elasticsearch import ElasticsearchSearch
from archive.tasks import drain_outbox
from tests.archive.search_contract import SearchBackendContract, Settle
from tests.archive.search_corpus import VOCABULARY, Shelf
from tests.archive.search_server import Address, in_use, running
from tests.factories import TechniqueFactory, TechniqueSpecFactory

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]

NOWHERE = "http://127.0.0.1:9"


@pytest.fixture(scope="module")
def address() -> Iterator[Address]:
    with running() as found:
        yield found


@pytest.fixture
def index() -> str:
    return f"jiyi-test-{uuid4().hex[:8]}"


@pytest.fixture
def at_server(settings: Settings, address: Address) -> Iterator[ElasticsearchSearch]:
    """The project as it runs with Elasticsearch."""
    with in_use(settings, address) as backend:
        yield backend


def ids(backend: ElasticsearchSearch, text: str = "") -> list[int]:
    """What a visitor finds."""
    backend.server.client.indices.refresh(index=backend.server.name)
    return [hit.id for hit in backend.search(SearchQuery(text)).hits]


class TestElasticsearch(SearchBackendContract):
    @pytest.fixture
    def backend(self, shelf: Shelf, address: Address, index: str) -> Iterator[ElasticsearchSearch]:
        backend = ElasticsearchSearch(
            address.url, index, node_class=address.node_class, source=shelf, vocabulary=lambda: VOCABULARY
        )
        yield backend
        backend.server.client.indices.delete(index=f"{index}-v*")
        backend.server.client.close()

    @pytest.fixture
    def settle(self, backend: ElasticsearchSearch) -> Settle:
        return lambda: backend.server.client.indices.refresh(index=backend.server.name)


# -- the outbox


def test_a_change_waits_in_the_outbox_and_is_found_after_it_is_drained(at_server: ElasticsearchSearch) -> None:
    technique = TechniqueSpecFactory.create().technique
    technique_changed(technique)
    technique_changed(technique)
    assert [entry.version for entry in OutboxEntry.objects.order_by("pk")] == [1, 2]
    assert drain_outbox() == 2
    assert not OutboxEntry.objects.exists()
    assert ids(at_server, "三十度") == [technique.pk]
    assert at_server.audit() == ()


def test_what_is_retired_is_gone_and_a_late_worker_does_not_bring_it_back(at_server: ElasticsearchSearch) -> None:
    technique = TechniqueSpecFactory.create().technique
    technique_changed(technique)
    late = at_server.source([technique.pk])[technique.pk]
    move(technique, Publication.RETIRED)
    technique_changed(technique)
    outbox.drain()
    assert not at_server.put(late, 1)
    assert at_server.server.indexed() == {technique.pk: (2, False)}
    assert ids(at_server) == []


def test_entries_that_came_in_meanwhile_stay(at_server: ElasticsearchSearch, monkeypatch: pytest.MonkeyPatch) -> None:
    technique = TechniqueFactory.create()
    technique_changed(technique)
    send = at_server.put_many

    def change_while_sending(changes: Any) -> Any:
        monkeypatch.setattr(at_server, "put_many", send)
        technique_changed(technique)
        return send(changes)

    monkeypatch.setattr(at_server, "put_many", change_while_sending)
    monkeypatch.setattr(outbox, "BATCH", 1)
    assert outbox.drain() == 2
    assert at_server.server.indexed() == {technique.pk: (2, True)}


def test_a_refused_record_is_tried_again_later_and_parked_in_the_end(
    at_server: ElasticsearchSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    technique = TechniqueFactory.create()
    technique_changed(technique)
    monkeypatch.setattr(at_server, "put_many", lambda changes: {technique.pk: Receipt("refused", "no such field")})
    for attempts in range(1, 6):
        assert outbox.drain() == 0
        entry = OutboxEntry.objects.get()
        assert (entry.attempts, entry.last_error) == (attempts, "no such field")
        assert entry.next_try > timezone.now() + timedelta(minutes=1)
        OutboxEntry.objects.update(next_try=timezone.now())
    assert outbox.drain() == 0
    assert OutboxEntry.objects.get().attempts == 5


def test_the_server_refuses_what_the_mapping_does_not_know(at_server: ElasticsearchSearch) -> None:
    unknown = SearchDocument(id=1, title="平针", facets={"colour": ("red",)})
    assert at_server.put_many([(unknown, 1), (SearchDocument(id=2, title="平针"), 1)])[1].outcome == "refused"
    assert at_server.server.indexed() == {2: (1, True)}


def test_with_the_embedded_search_there_is_nothing_to_drain() -> None:
    assert drain_outbox() == 0


# -- the server is down


def test_a_server_that_is_down_says_so_and_suggestions_go_on() -> None:
    down = ElasticsearchSearch(NOWHERE, vocabulary=lambda: VOCABULARY)
    for ask in (lambda: down.search(SearchQuery("绣")), lambda: down.put(SearchDocument(id=1), 1), down.audit):
        with pytest.raises(SearchUnavailableError, match="检索服务没有应答"):
            ask()
    assert down.suggest("su") == ("苏绣",)


def test_saving_goes_on_and_the_index_catches_up(at_server: ElasticsearchSearch) -> None:
    server, at_server.server = at_server.server, ElasticsearchSearch(NOWHERE).server
    technique = TechniqueFactory.create()
    technique_changed(technique)
    assert outbox.drain() == 0
    entry = OutboxEntry.objects.get()
    assert (entry.attempts, "没有应答" in entry.last_error) == (0, True)
    assert entry.next_try > timezone.now()
    at_server.server = server
    OutboxEntry.objects.update(next_try=timezone.now())
    assert outbox.drain() == 1
    assert ids(at_server, "平针") == [technique.pk]


def test_a_new_server_without_index_is_not_an_error_of_the_page(at_server: ElasticsearchSearch) -> None:
    with pytest.raises(SearchUnavailableError, match="search_rebuild"):
        at_server.search(SearchQuery("绣"))


# -- rebuild and audit


def test_a_rebuilt_index_takes_over_the_names(at_server: ElasticsearchSearch) -> None:
    technique = TechniqueSpecFactory.create().technique
    technique_changed(technique)
    outbox.drain()
    for number in (2, 3):
        call_command("search_rebuild")
        assert at_server.server.targets() == [f"{at_server.server.name}-v{number}"]
        assert ids(at_server, "三十度") == [technique.pk]
    assert at_server.audit() == ()


def test_an_index_that_is_being_filled_hears_of_changes(at_server: ElasticsearchSearch) -> None:
    technique = TechniqueFactory.create()
    technique_changed(technique)
    outbox.drain()
    new = at_server.server.create_building()
    technique_changed(technique)
    outbox.drain()
    assert at_server.server.indexed(new) == at_server.server.indexed() == {technique.pk: (2, True)}


def test_the_audit_finds_planted_differences_and_the_outbox_repairs_them(at_server: ElasticsearchSearch) -> None:
    older, hidden, missing = (TechniqueFactory.create(slug=f"t{n}") for n in range(3))
    for technique in (older, hidden):
        technique_changed(technique)
    outbox.drain()
    Technique.objects.filter(pk=older.pk).update(search_version=7)
    Technique.objects.filter(pk=hidden.pk).update(status=Publication.RETIRED)
    at_server.put(SearchDocument(id=999, title="无主"), 3)
    found = {difference.technique_id: difference.kind for difference in at_server.audit(fix=True)}
    assert found == {older.pk: "older", hidden.pk: "wrong visibility", missing.pk: "missing", 999: "extra"}
    outbox.drain()
    assert at_server.audit() == ()
    assert set(ids(at_server)) == {older.pk, missing.pk}


def test_the_audit_asks_for_a_rebuild_after_the_lexicon_has_changed(
    at_server: ElasticsearchSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    technique_changed(TechniqueFactory.create())
    outbox.drain()
    for module in ("backend", "mapping"):
        monkeypatch.setattr(f"archive.search.elasticsearch.{module}.lexicon_version", lambda: "another")
    assert [difference.kind for difference in at_server.audit(fix=True)] == ["other lexicon"]
    assert at_server.audit() == ()


def test_however_often_and_in_whatever_order_changes_are_sent_the_newest_stays(at_server: ElasticsearchSearch) -> None:
    sent = [
        (SearchDocument(id=pk, title=f"第{version}版"), version) for pk in range(1, 6) for version in range(1, 21)
    ] * 2
    random.Random(3).shuffle(sent)  # noqa: S311  CONFIG: repeatable, not secret
    for start in range(0, len(sent), 7):
        at_server.put_many(sent[start : start + 7])
    assert at_server.server.indexed() == dict.fromkeys(range(1, 6), (20, True))
