"""Hits as they are shown: loaded from the database, marked in the original text, the same for every backend."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from django.utils.safestring import SafeString

from archive.search.base import DocumentSource, Hit, LineHit, SearchDocument, SearchStep, StepHit
from craftnlp.tokenize import find, fold, mark

MAX_LINES = 3


def hits(
    ids: Sequence[int],
    words: Sequence[str],
    source: DocumentSource,
    *,
    steps: Mapping[int, Collection[int]] | None = None,
) -> tuple[Hit, ...]:
    """The hits in their order. A record that the public may not see any more is left out.

    ``steps`` are the numbers of the steps that match, where the backend knows them; otherwise they are looked for.
    """
    documents = source(ids)
    return tuple(_hit(documents[pk], words, (steps or {}).get(pk)) for pk in ids if pk in documents)


def matching_steps(doc: SearchDocument, words: Iterable[str]) -> tuple[SearchStep, ...]:
    """The steps that hold any of the words."""
    wanted = tuple(words)
    return tuple(step for step in doc.steps if _holds(step.text, wanted))


def _hit(doc: SearchDocument, query_words: Sequence[str], numbers: Collection[int] | None) -> Hit:
    everything = fold("\n".join((doc.titles, doc.summaries, doc.body)))
    words = [word for word in query_words if find(word, everything)]
    told = matching_steps(doc, words) if numbers is None else [step for step in doc.steps if step.n in numbers]
    steps = tuple(StepHit(step.id, step.n, step.t0, _step(step, words)) for step in told)
    return Hit(
        id=doc.id,
        slug=doc.slug,
        title=_marked(doc.title, words),
        title_en=_marked(doc.title_en, words),
        summary=_marked(doc.summary, words),
        summary_en=_marked(doc.summary_en, words),
        about=tuple(_marked(name, words) for name in doc.about if _holds(name, words)),
        steps=steps,
        lines=() if steps else _lines(doc, words),
    )


def _step(step: SearchStep, words: Sequence[str]) -> str:
    """The standard sentence if the word stands in it, else what was said."""
    shown = step.sentence if _holds(step.sentence, words) else step.said
    return _marked(shown, words)


def _lines(doc: SearchDocument, words: Sequence[str]) -> tuple[LineHit, ...]:
    found = [line for line in doc.lines if _holds(line.text, words)][:MAX_LINES]
    return tuple(LineHit(line.t0, _marked(line.text, words)) for line in found)


def _holds(text: str, words: Iterable[str]) -> bool:
    folded = fold(text)
    return any(find(word, folded) for word in words)


def _marked(text: str, words: Sequence[str]) -> str:
    return SafeString(mark(text, words))
