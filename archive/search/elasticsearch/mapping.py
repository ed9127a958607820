"""What stands in the index: its settings, its strict mapping, and a document as the server takes it."""

from collections.abc import Mapping
from typing import Any

from archive.search.analysis import Tokens
from archive.search.base import FACETS, SearchDocument
from archive.search.vocabulary import lexicon_version
from craftnlp.tokenize import grams

SEARCHED = ("title", "summary", "body", "term", "py")
KEY_ENDS = "\t"  # in a suggestion: between what is typed and what is shown

TEXT = {"type": "text", "analyzer": "whitespace"}
KEYWORD = {"type": "keyword"}
INTEGER = {"type": "integer"}

SETTINGS: Mapping[str, Any] = {
    "number_of_shards": 1,  # counts are exact
    "auto_expand_replicas": "0-1",
    "refresh_interval": "1s",
}


def mappings() -> dict[str, Any]:
    """The mapping. Unknown fields are refused; what is searched is not kept, the database is the truth."""
    return {
        "dynamic": "strict",
        "_meta": {"schema": 1, "lexicon": lexicon_version()},
        "_source": {"excludes": list(SEARCHED)},
        "properties": {
            **dict.fromkeys(SEARCHED, TEXT),
            **dict.fromkeys((*FACETS, "sort_title", "suggest"), KEYWORD),
            "rid": {"type": "long"},
            "v": {"type": "long"},
            "updated": {"type": "date", "format": "epoch_millis"},
            "visible": {"type": "boolean"},
            "steps": {"type": "nested", "properties": {"n": INTEGER, "t0": INTEGER, "verb": KEYWORD, "text": TEXT}},
        },
    }


def body(doc: SearchDocument, version: int, tokens: Tokens | None) -> dict[str, Any]:
    """A document for the server; without tokens a tombstone."""
    known = {"rid": doc.id, "v": version, "visible": tokens is not None}
    if tokens is None:
        return known
    searched = {name: getattr(tokens, name) for name in (*SEARCHED, "sort_title")}
    return {
        **known,
        **searched,
        **{facet: list(values) for facet, values in doc.facets.items()},
        "updated": int(doc.updated.timestamp() * 1000),
        "suggest": sorted(_suggestions(tokens)),
        "steps": [
            {"n": step.n, "t0": step.t0, "verb": step.verb, "text": " ".join(grams(step.text))} for step in doc.steps
        ],
    }


def _suggestions(tokens: Tokens) -> set[str]:
    """Each suggestion under each of its keys."""
    return {
        f"{key}{KEY_ENDS}{word.text}"
        for word in tokens.suggestions
        for key in (word.folded, word.py, word.initials)
        if key
    }
