"""The film of a whole technique: drawn as a book, finished like the film of a step, with a chapter for each page."""

import hashlib
import json
from itertools import pairwise
from pathlib import Path

from generation.backends.base import IsCancelled, OnProgress, recipe_sha256
from generation.backends.schematic.book import Book
from generation.postproduction.chapters import Chapter
from generation.postproduction.film import Film, Origin, make_film
from generation.postproduction.mastering import mastering_facts


def book_sha256(book: Book, producer: str) -> str:
    """The identity of the film: the recipe of its steps, all together, and of what is written around them."""
    canonical = json.dumps(book.canonical(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    context = mastering_facts(book.backend.kind) | {
        "producer": producer,
        "book_sha256": hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest(),
    }
    backend = book.backend
    return recipe_sha256(backend=backend.name, request=book.whole, fingerprint=backend.fingerprint(), context=context)


def chapters_of(book: Book) -> list[Chapter]:
    """A chapter for each page, from where it lies open until the next one does."""
    leaves = book.leaves()
    ends = [after.start for _, after in pairwise(leaves)] + [book.frames]
    return [Chapter(leaf.name, leaf.start, end, leaf.quote) for leaf, end in zip(leaves, ends, strict=True)]


def make_technique_film(
    book: Book, *, producer: str, folder: Path, on_progress: OnProgress, is_cancelled: IsCancelled
) -> Film:
    """Draw the book and write film, poster and captions into the folder. ``producer`` is the producer's code.

    Raises what :func:`generation.postproduction.film.make_film` raises.
    """
    origin = Origin(
        kind=book.backend.kind,
        backend=book.backend.name,
        recipe_sha256=book_sha256(book, producer),
        producer=producer,
    )
    rendering = book.render(on_progress=on_progress, is_cancelled=is_cancelled)
    return make_film(book.whole, rendering, origin=origin, folder=folder, chapters=chapters_of(book))
