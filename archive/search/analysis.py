"""A document as tokens: the same for every backend, so that every backend finds the same."""

from dataclasses import dataclass

from archive.search.base import SearchDocument
from craftnlp.tokenize import Vocabulary, Word, grams, pinyin_keys, token

CRAFT = "zzcraft"
MAX_SHARED = 10


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word or title to suggest, with the keys under which it is typed."""

    text: str
    folded: str
    py: str
    initials: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The five searched columns, as tokens joined by spaces, and what the record adds to the suggestions."""

    title: str
    summary: str
    body: str
    term: str
    py: str
    sort_title: str
    suggestions: tuple[Suggestion, ...]


def analyse(doc: SearchDocument, vocabulary: Vocabulary) -> Tokens:
    """The tokens of a document. Needs no database; do it before a transaction where that is possible."""
    in_title = vocabulary.found_in(doc.title)
    words = dict.fromkeys([*in_title, *vocabulary.found_in(f"{doc.summaries}\n{doc.body}")])
    labels = [_label(text, vocabulary) for text in dict.fromkeys(doc.labels)]
    sounding = {*(pinyin_keys(word.text, word.pinyin) for word in (*labels, *in_title)), pinyin_keys(doc.title)}
    return Tokens(
        title=" ".join(grams(doc.titles)),
        summary=" ".join(grams(doc.summaries)),
        body=" ".join(grams(doc.body)),
        term=" ".join(terms(doc, tuple(words))),
        py=" ".join(sorted({key for keys in sounding for key in keys if key})),
        sort_title=f"{pinyin_keys(doc.title).full} {doc.title}",
        suggestions=tuple({word.text: _suggestion(word) for word in (*words, *labels, Word(doc.title))}.values()),
    )


def terms(doc: SearchDocument, words: tuple[Word, ...]) -> list[str]:
    """Whole words of a document as tokens: its labels and the approved words in it."""
    known = (*doc.labels, *(word.text for word in words))
    return [*craft_terms(doc), *(word for word in dict.fromkeys(map(token, known)) if word)]


def craft_terms(doc: SearchDocument) -> list[str]:
    """A token that only documents of the same craft have."""
    return [CRAFT + token(slug) for slug in doc.facets.get("craft", ())]


def step_terms(doc: SearchDocument) -> list[str]:
    """The tools, materials and actions of a document, as tokens: what makes another one similar."""
    said = [token(value) for facet in ("tool", "material", "verb") for value in doc.facets.get(facet, ())]
    return list(dict.fromkeys(filter(None, said)))[:MAX_SHARED]


def _label(text: str, vocabulary: Vocabulary) -> Word:
    """The approved word of this label, whose pinyin is right; else the label itself."""
    return next((word for word in vocabulary.named(text) if word.text == text), Word(text))


def _suggestion(word: Word) -> Suggestion:
    keys = pinyin_keys(word.text, word.pinyin)
    return Suggestion(text=word.text, folded=token(word.text), py=keys.full, initials=keys.initials)
