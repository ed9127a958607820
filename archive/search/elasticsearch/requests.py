"""The query plan, selections and facets as Elasticsearch takes them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from archive.search.base import MAX_FACET_VALUES, SearchQuery
from archive.search.elasticsearch.mapping import KEY_ENDS
from archive.search.plan import Plan, PlanWord, shown_words
from craftnlp.tokenize import is_han, phrase

Json = dict[str, Any]

TEXT_WEIGHTS = {"title": 10, "summary": 5, "body": 1}
TERM_WEIGHT, PINYIN_WEIGHT = 8, 6
MAX_STEPS = 100  # index.max_inner_result_window
ORDERS: Mapping[str, list[Json]] = {
    "score": [{"_score": "desc"}, {"rid": "asc"}],
    "updated": [{"updated": "desc"}, {"rid": "asc"}],
    "title": [{"sort_title": "asc"}, {"rid": "asc"}],
}


def search_request(query: SearchQuery, words: Plan) -> Json:
    """The whole request, by the argument names of the client: words, selections after the counts, one count per facet, and the steps that match."""
    return {
        "query": _query(words),
        "post_filter": _all_of(_selections(query)),
        "aggs": {facet: _facet(facet, query) for facet in query.facets},
        "sort": ORDERS[query.sort],
        "from_": query.first,
        "size": query.size,
        "track_total_hits": True,
        "source": False,
    }


def kin_requests(craft: Sequence[str], shared: Sequence[str], *, but: int, size: int) -> list[Json]:
    """What finds similar documents, nearest kin first."""
    groups = [[craft, shared], [craft], [shared]]
    wanted = [[any_of(_terms(words)) for words in group] for group in groups if all(group)]
    none_of = [{"term": {"rid": but}}]
    return [
        {"query": {"bool": {"must": must, "must_not": none_of}}, "sort": ORDERS["score"], "size": size, "source": False}
        for must in wanted
    ]


def suggest_request(key: str, n: int) -> Json:
    """The suggestions under keys that begin so. The key holds only Chinese, letters and digits."""
    counted = {"terms": {"field": "suggest", "include": f"{key}[^{KEY_ENDS}]*{KEY_ENDS}.*", "size": 4 * n}}
    return {"size": 0, "aggs": {"words": counted}}


# -- words


def _query(words: Plan) -> Json:
    if not words:
        return {"match_all": {}}
    return {"bool": {"must": [any_of(_ways(word)) for word in words], "should": [_steps(shown_words(words))]}}


def _ways(word: PlanWord) -> list[Json]:
    if word.kind == "char":
        return [{"prefix": {field: {"value": word.text, "boost": boost}}} for field, boost in TEXT_WEIGHTS.items()]
    fields = [f"{field}^{boost}" for field, boost in TEXT_WEIGHTS.items()]
    text = {"multi_match": {"query": " ".join(word.tokens), "type": "phrase", "fields": fields}}
    pinyin = {"prefix": {"py": {"value": word.text, "boost": PINYIN_WEIGHT}}}
    return [text, *_terms(word.terms), *([pinyin] if word.kind == "pinyin" else [])]


def _terms(words: Iterable[str]) -> list[Json]:
    return [{"term": {"term": {"value": word, "boost": TERM_WEIGHT}}} for word in words]


def _steps(shown: Iterable[str]) -> Json:
    """Which steps hold a word. The score stays as it was."""
    inner = {"size": MAX_STEPS, "_source": ["steps.n"]}
    wanted = any_of([_in_step(word) for word in shown])
    return {"nested": {"path": "steps", "score_mode": "none", "query": wanted, "inner_hits": inner}}


def _in_step(word: str) -> Json:
    if len(word) == 1 and is_han(word):
        return {"prefix": {"steps.text": word}}
    return {"match_phrase": {"steps.text": " ".join(phrase(word))}}


# -- facets


def _selections(query: SearchQuery, *, but: str = "") -> list[Json]:
    return [{"terms": {facet: list(values)}} for facet, values in query.filters.items() if facet != but]


def _facet(facet: str, query: SearchQuery) -> Json:
    counts = {"values": {"terms": {"field": facet, "size": MAX_FACET_VALUES}}}
    chosen = query.filters.get(facet, ())
    if chosen:
        counts["chosen"] = {"terms": {"field": facet, "include": list(chosen), "size": len(chosen)}}
    return {"filter": _all_of(_selections(query, but=facet)), "aggs": counts}


def any_of(ways: list[Json]) -> Json:
    """At least one of them."""
    return {"bool": {"should": ways, "minimum_should_match": 1}}


def _all_of(filters: list[Json]) -> Json:
    return {"bool": {"filter": filters}} if filters else {"match_all": {}}
