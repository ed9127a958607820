"""The embedded backend: what the seam asks, in terms of the tables."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import ClassVar

from django.db import DatabaseError, transaction

from archive.models import Technique
from archive.search import audit, display, documents
from archive.search.analysis import analyse, craft_terms, step_terms
from archive.search.audit import Facts
from archive.search.base import Change, Difference, DocumentSource, Receipt, SearchDocument, SearchQuery, SearchResult
from archive.search.embedded import tables
from archive.search.embedded.counting import Matches
from archive.search.embedded.expression import any_term, expression
from archive.search.plan import plan, shown_words
from archive.search.vocabulary import current, lexicon_version
from craftnlp.tokenize import Vocabulary, token

BATCH, PAUSE = 20, 0.03  # a rebuild leaves room for the writers of the site


class EmbeddedSearch:
    """The default backend. No server, no outbox, nothing that could lag behind."""

    in_transaction: ClassVar[bool] = True

    def __init__(
        self, *, source: DocumentSource = documents.published, vocabulary: Callable[[], Vocabulary] = current
    ) -> None:
        self.source = source
        self.vocabulary = vocabulary

    def put(self, doc: SearchDocument, version: int) -> bool:
        """Index a document or its tombstone."""
        return self.put_many([(doc, version)])[doc.id].outcome == "done"

    def put_many(self, changes: Sequence[Change]) -> Mapping[int, Receipt]:
        """Analyse first, then write all in one transaction."""
        words = self.vocabulary()
        ready = [(doc, version, analyse(doc, words) if doc.visible else None) for doc, version in changes]
        with transaction.atomic():
            tables.note_lexicon(lexicon_version())
            return {
                doc.id: Receipt("done" if tables.write(doc, version, tokens) else "older")
                for doc, version, tokens in ready
            }

    def remove(self, technique_id: int, version: int) -> bool:
        """Leave a tombstone."""
        return self.put(SearchDocument(id=technique_id, visible=False), version)

    def search(self, query: SearchQuery) -> SearchResult:
        """The hits of one page, the total and the facet counts, from one list of matches."""
        words = plan(query.text, self.vocabulary())
        rows = tables.matching(expression(words)) if words else tables.everything()
        matches = Matches(rows, tables.facet_ids())
        total, ids = matches.page(query)
        return SearchResult(
            query=query,
            total=total,
            hits=display.hits(ids, shown_words(words), self.source),
            facets=matches.counts(query),
        )

    def suggest(self, text: str, n: int = 8) -> tuple[str, ...]:
        """Words and titles that begin with this."""
        return tables.suggestions(token(text), n) if token(text) else ()

    def similar(self, doc: SearchDocument, n: int = 6) -> tuple[int, ...]:
        """Of the same craft first, those with shared words before the others; then shared words in other crafts."""
        found: dict[int, None] = {}
        for wanted in _kinship(craft_terms(doc), step_terms(doc)):
            if len(found) <= n:
                found.update(dict.fromkeys(tables.best(wanted, n + 1 + len(found))))
        return tuple(pk for pk in found if pk != doc.id)[:n]

    def rebuild(self) -> int:
        """Write every document anew, in small batches with a pause, so that the site can write in between."""
        ids = list(Technique.objects.order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(ids), BATCH):
            self.put_many(documents.latest(ids[start : start + BATCH]))
            time.sleep(PAUSE)
        self._compare(fix=True)
        tables.tidy()
        tables.note_lexicon(lexicon_version())
        return sum(visible for _, visible in tables.indexed().values())

    def audit(self, *, fix: bool = False) -> tuple[Difference, ...]:
        """Let FTS5 check itself, then compare versions and visibility. A fault of the whole is mended by a rebuild."""
        faults = tuple(_faults())
        if not faults:
            return self._compare(fix=fix)
        if fix:
            tables.empty()
            self.rebuild()
        return faults

    def _compare(self, *, fix: bool) -> tuple[Difference, ...]:
        found = tables.indexed()
        differences = audit.compare(found)
        for difference in differences if fix else ():
            self._repair(difference.technique_id, found)
        return differences

    def _repair(self, pk: int | None, found: Mapping[int, Facts]) -> None:
        if pk is None:
            return
        with transaction.atomic():
            audit.catch_up(pk, found.get(pk, (0, False))[0])
            tables.forget(pk)
            [(doc, version)] = documents.latest([pk])
            if doc.visible:
                self.put(doc, version)


def _kinship(craft: list[str], shared: list[str]) -> list[str]:
    """What a similar document must match, nearest kin first."""
    ways = [any_term(words) for words in (craft, shared) if words]
    return [f"{ways[0]} AND {ways[1]}", *ways] if len(ways) > 1 else ways


def _faults() -> Iterator[Difference]:
    """What is wrong with the index as a whole."""
    try:
        with transaction.atomic():
            tables.check()
    except DatabaseError as error:
        yield Difference(None, "damaged index", str(error))
    if tables.lexicons() - {lexicon_version()}:
        yield Difference(None, "other lexicon", "rebuild the index")
