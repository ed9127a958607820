"""The Elasticsearch backend: what the seam asks, in requests to the server."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar

from archive.models import OutboxEntry, Technique
from archive.search import audit, display, documents
from archive.search.analysis import analyse, craft_terms, step_terms
from archive.search.audit import Facts
from archive.search.base import (
    Change,
    Difference,
    DocumentSource,
    Receipt,
    SearchDocument,
    SearchQuery,
    SearchResult,
    SearchUnavailableError,
)
from archive.search.elasticsearch.mapping import KEY_ENDS, body
from archive.search.elasticsearch.requests import kin_requests, search_request, suggest_request
from archive.search.elasticsearch.server import Server
from archive.search.plan import plan, shown_words
from archive.search.vocabulary import current, lexicon_version
from craftnlp.tokenize import Vocabulary, token

BATCH = 200
CHECKS = 5  # how often a new index is compared before it must be equal


class ElasticsearchSearch:
    """The backend for PostgreSQL and more than one machine. Its worker writes; the web only reads."""

    in_transaction: ClassVar[bool] = False

    def __init__(
        self,
        url: str,
        index: str = "jiyi",
        *,
        node_class: str = "",
        source: DocumentSource = documents.published,
        vocabulary: Callable[[], Vocabulary] = current,
    ) -> None:
        self.server = Server(url, index, node_class=node_class)
        self.source = source
        self.vocabulary = vocabulary

    # -- writing

    def put(self, doc: SearchDocument, version: int) -> bool:
        """Index a document or its tombstone."""
        return self.put_many([(doc, version)])[doc.id].outcome == "done"

    def put_many(self, changes: Sequence[Change]) -> Mapping[int, Receipt]:
        """Send documents to every index that is in use or being built."""
        return self._send(changes, self.server.targets())

    def _send(self, changes: Sequence[Change], indices: Iterable[str]) -> Mapping[int, Receipt]:
        words = self.vocabulary()
        ready = [body(doc, version, analyse(doc, words) if doc.visible else None) for doc, version in changes]
        return self.server.send(ready, indices)

    def remove(self, technique_id: int, version: int) -> bool:
        """Leave a tombstone."""
        return self.put(SearchDocument(id=technique_id, visible=False), version)

    # -- reading

    def search(self, query: SearchQuery) -> SearchResult:
        """The hits of one page, the total and the facet counts, from one request."""
        words = plan(query.text, self.vocabulary())
        answer = self.server.ask(search_request(query, words))
        found = answer["hits"]["hits"]
        steps = {int(hit["_id"]): _step_numbers(hit) for hit in found if "inner_hits" in hit}
        return SearchResult(
            query=query,
            total=answer["hits"]["total"]["value"],
            hits=display.hits([int(hit["_id"]) for hit in found], shown_words(words), self.source, steps=steps),
            facets={
                facet: _counts(answer["aggregations"][facet], query.filters.get(facet, ())) for facet in query.facets
            },
        )

    def suggest(self, text: str, n: int = 8) -> tuple[str, ...]:
        """Words and titles that begin with this. With the server down: words of the vocabulary."""
        key = token(text)
        if not key:
            return ()
        try:
            answer = self.server.ask(suggest_request(key, n))
        except SearchUnavailableError:
            return tuple(word.text for word in self.vocabulary().sounding(key))[:n]
        counted = {
            bucket["key"].split(KEY_ENDS)[1]: bucket["doc_count"]
            for bucket in answer["aggregations"]["words"]["buckets"]
        }
        return tuple(sorted(counted, key=lambda word: (-counted[word], word))[:n])

    def similar(self, doc: SearchDocument, n: int = 6) -> tuple[int, ...]:
        """Of the same craft first, those with shared words before the others; then shared words in other crafts."""
        found: dict[int, None] = {}
        for request in kin_requests(craft_terms(doc), step_terms(doc), but=doc.id, size=2 * n):
            if len(found) < n:
                found.update(dict.fromkeys(int(hit["_id"]) for hit in self.server.ask(request)["hits"]["hits"]))
        return tuple(found)[:n]

    # -- care

    def rebuild(self) -> int:
        """Fill a new index beside the old one, which goes on answering; then let the names point to the new one."""
        new = self.server.create_building()
        ids = list(Technique.objects.order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(ids), BATCH):
            self._send(documents.latest(ids[start : start + BATCH]), [new])
        for _ in range(CHECKS):
            wrong = audit.compare(self.server.indexed(new))
            if not wrong:
                break
            self._send(
                documents.latest(difference.technique_id for difference in wrong if difference.technique_id), [new]
            )
        self.server.switch_to(new)
        return sum(visible for _, visible in self.server.indexed(new).values())

    def audit(self, *, fix: bool = False) -> tuple[Difference, ...]:
        """Compare versions and visibility; what waits in the outbox is not judged."""
        found = self.server.indexed()
        pending = OutboxEntry.objects.values_list("technique_id", flat=True)
        differences = audit.compare(found, pending=set(pending))
        for difference in differences if fix else ():
            self._repair(difference.technique_id, found)
        return (*self._other_lexicon(fix=fix), *differences)

    def _other_lexicon(self, *, fix: bool) -> tuple[Difference, ...]:
        if self.server.lexicons() == {lexicon_version()}:
            return ()
        if fix:
            self.rebuild()
        return (Difference(None, "other lexicon", "rebuild the index"),)

    def _repair(self, pk: int | None, found: Mapping[int, Facts]) -> None:
        if pk is None:
            return
        seen = found.get(pk, (0, False))[0]
        audit.catch_up(pk, seen)
        version = Technique.objects.filter(pk=pk).values_list("search_version", flat=True).first()
        if version is None:
            self.remove(pk, seen)
        else:
            OutboxEntry.objects.create(technique_id=pk, version=version)


def _step_numbers(hit: Mapping[str, Any]) -> frozenset[int]:
    """Which steps of a hit hold a word of the query."""
    return frozenset(int(step["_source"]["n"]) for step in hit["inner_hits"]["steps"]["hits"]["hits"])


def _counts(aggregation: Mapping[str, Any], chosen: Sequence[str]) -> dict[str, int]:
    """The first hundred values, and what is chosen even where nothing is left of it."""
    first = {bucket["key"]: bucket["doc_count"] for bucket in aggregation["values"]["buckets"]}
    others = {bucket["key"]: bucket["doc_count"] for bucket in aggregation.get("chosen", {"buckets": []})["buckets"]}
    return first | {value: others.get(value, 0) for value in chosen if value not in first}
