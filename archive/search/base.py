"""The search seam: what goes into an index, what comes out of one, and what a backend can do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import ClassVar, Literal, Protocol, get_args

Sort = Literal["score", "updated", "title"]
Kind = Literal["missing", "older", "newer", "extra", "wrong visibility", "incomplete", "damaged index", "other lexicon"]
FacetCounts = Mapping[str, Mapping[str, int]]

FACETS = (
    "category",
    "craft",
    "place",
    "bearer",
    "tool",
    "material",
    "verb",
    "has_transcript",
    "has_recording",
    "has_clip",
    "sample",
)
SORTS: tuple[Sort, ...] = get_args(Sort)
WINDOW = 10_000  # no backend shows hits beyond this one
MAX_FACET_VALUES = 100


class SearchUnavailableError(Exception):
    """The search server does not answer. Browsing and saving go on; the index catches up by itself."""


class Params(Protocol):
    """What is needed of Django's ``QueryDict``."""

    def getlist(self, key: str) -> Sequence[str]:
        """All values of a key."""
        ...


@dataclass(frozen=True, slots=True)
class SearchStep:
    """One public step: the standard sentence, what was said, and the second at which it was said."""

    id: str
    n: int
    t0: int | None
    sentence: str
    said: str
    verb: str = ""

    @property
    def text(self) -> str:
        """Both, on lines of their own, so that no phrase crosses from one to the other."""
        return "\n".join(part for part in (self.sentence, self.said) if part)


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """One line of the transcript and the second at which it begins."""

    t0: int | None
    text: str


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """A technique as the public may read it. ``visible=False`` is a tombstone and holds nothing else.

    ``about`` are the names around the technique (craft, bearer, place). ``labels`` are found by their whole name and
    by their pinyin.
    """

    id: int
    slug: str = ""
    title: str = ""
    title_en: str = ""
    summary: str = ""
    summary_en: str = ""
    about: tuple[str, ...] = ()
    steps: tuple[SearchStep, ...] = ()
    lines: tuple[SpokenLine, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    labels: tuple[str, ...] = ()
    updated: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    visible: bool = True

    @property
    def titles(self) -> str:
        return "\n".join(part for part in (self.title, self.title_en) if part)

    @property
    def summaries(self) -> str:
        return "\n".join(part for part in (self.summary, self.summary_en) if part)

    @property
    def body(self) -> str:
        """Everything else that can be found, one line each."""
        return "\n".join([*self.about, *(step.text for step in self.steps), *(line.text for line in self.lines)])


Change = tuple[SearchDocument, int]  # a document or tombstone, and its version


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What somebody looks for. ``filters`` holds the chosen values of each facet: OR inside one, AND between them."""

    text: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facets: tuple[str, ...] = FACETS
    sort: Sort = "score"
    page: int = 1
    size: int = 20

    @classmethod
    def from_params(cls, params: Params, *, size: int = 20) -> "SearchQuery":
        """The query of an address: ``q``, ``sort``, ``page``, and each facet by its name, repeated for more values.

        What cannot be understood counts as not given.
        """
        chosen = {
            name: tuple(dict.fromkeys(value for value in params.getlist(name) if value and "\0" not in value))
            for name in FACETS
        }
        sort = next((known for known in SORTS if known in params.getlist("sort")), SORTS[0])
        page = next(iter(params.getlist("page")), "1")
        return cls(
            text=next(iter(params.getlist("q")), ""),
            filters={name: values for name, values in chosen.items() if values},
            sort=sort,
            page=int(page) if page.isdecimal() and len(page) < 6 else 1,
            size=size,
        )

    @property
    def first(self) -> int:
        """How many hits lie before this page. The page is moved into what can be shown."""
        last_page = max(1, WINDOW // self.size)
        return (min(max(self.page, 1), last_page) - 1) * self.size


@dataclass(frozen=True, slots=True)
class StepHit:
    """A step that holds a word of the query. ``html`` is safe: escaped, with ``<mark>``."""

    id: str
    n: int
    t0: int | None
    html: str


@dataclass(frozen=True, slots=True)
class LineHit:
    """A line of the transcript that holds a word of the query. ``html`` is safe."""

    t0: int | None
    html: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One technique found. All texts are safe HTML: escaped, with ``<mark>``.

    ``steps`` are those that match; ``about`` the names around it that do (craft, bearer, place); ``lines`` are filled
    only where no step matches. Together they say why the technique was found.
    """

    id: int
    slug: str
    title: str
    title_en: str
    summary: str
    summary_en: str
    about: tuple[str, ...] = ()
    steps: tuple[StepHit, ...] = ()
    lines: tuple[LineHit, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResult:
    """One page of hits. ``facets`` counts, for each facet, the hits under all selections but its own."""

    query: SearchQuery
    total: int
    hits: tuple[Hit, ...]
    facets: FacetCounts

    @property
    def page(self) -> int:
        return self.query.first // self.query.size + 1

    @property
    def pages(self) -> int:
        """How many pages can be shown."""
        return max(1, -(-min(self.total, WINDOW) // self.query.size))


@dataclass(frozen=True, slots=True)
class Difference:
    """Something in which index and database differ. ``technique_id`` is ``None`` for the index as a whole."""

    technique_id: int | None
    kind: Kind
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one document that was handed in.

    ``older``: a newer version is there already. ``busy``: try again later. ``refused``: it will never be taken so.
    """

    outcome: Literal["done", "older", "busy", "refused"]
    error: str = ""

    @property
    def rank(self) -> int:
        """The worse, the higher."""
        return ("done", "older", "busy", "refused").index(self.outcome)


class DocumentSource(Protocol):
    """Where a backend reads documents from: the database, or a dictionary in a test."""

    def __call__(self, ids: Iterable[int]) -> Mapping[int, SearchDocument]:
        """The documents of those ids that the public may see now."""
        ...


class SearchBackend(Protocol):
    """An index of techniques. Every method may raise :class:`SearchUnavailableError`."""

    in_transaction: ClassVar[bool]
    """Whether ``put`` belongs into the transaction of the change; otherwise the outbox carries it."""

    def put(self, doc: SearchDocument, version: int) -> bool:
        """Index a document or its tombstone. ``False``: a newer version is there already, nothing was done."""
        ...

    def put_many(self, changes: Sequence[Change]) -> Mapping[int, Receipt]:
        """The same for many, each with its own receipt. One that fails does not stop the others."""
        ...

    def remove(self, technique_id: int, version: int) -> bool:
        """Leave a tombstone that a late write of an older version cannot undo. Never deletes."""
        ...

    def search(self, query: SearchQuery) -> SearchResult:
        """The hits of one page, the total, and the facet counts. A query without words browses everything."""
        ...

    def suggest(self, text: str, n: int = 8) -> tuple[str, ...]:
        """Words and titles of public records that begin with this, typed in characters, pinyin or initials."""
        ...

    def similar(self, doc: SearchDocument, n: int = 6) -> tuple[int, ...]:
        """Other techniques that share most: of the same craft first, then with the same tools, materials, actions."""
        ...

    def rebuild(self) -> int:
        """Index everything anew from the database while the site runs. Returns how many documents are visible."""
        ...

    def audit(self, *, fix: bool = False) -> tuple[Difference, ...]:
        """Compare index and database. ``fix`` repairs what it finds (a search server through the outbox)."""
        ...
