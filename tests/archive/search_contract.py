"""What every search backend must do. A backend's test class inherits this and brings its ``backend`` fixture."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from archive.search.base import WINDOW, SearchBackend, SearchDocument, SearchQuery, SearchStep
from archive.search.display import matching_steps
from archive.search.plan import plan, shown_words
from craftnlp.tokenize import find, fold, pinyin_keys, qwords, token
from tests.archive.search_corpus import VOCABULARY, Shelf, corpus

Settle = Callable[[], object]
Filled = tuple[SearchBackend, Shelf]

RECALL = [
    "戗金填彩",
    "鎗金填彩",
    "戗金",
    "苏绣",
    "蘇繡",
    "刮灰",
    "打籽绣 绷架",
    "漆器",
    "绣花",
    "雕漆",
    "绣",
    "CNC雕刻机",
    "扫描",
    "3D扫描",
    "螺鈿鑲嵌",
    "花版",
    "镂空花版",
    "推光漆",
    "凭手感",
    "老师傅",
    "三十度",
    "5mm",
    "线拉到",
    "丝线 绣",
    "stitch",
]
HOSTILE = (
    "-苏绣",
    "title:苏绣",
    "^苏绣",
    "NEAR(a b)",
    '苏绣" OR "',
    "苏绣*",
    "{title}:苏绣",
    "苏绣\0",
    "zzbreak",
    "绣" * 10_000,
)
WORDLESS = ("", "，", '"', "*", "()", "  ", "。！？" * 5_000)
SELECTIONS: tuple[dict[str, tuple[str, ...]], ...] = (
    {},
    {"craft": ("suxiu",)},
    {"tool": ("绷架", "刮刀")},
    {"craft": ("suxiu",), "tool": ("绷架",)},
    {"craft": ("suxiu", "taohuawu"), "verb": ("扎", "刮灰")},
    {"material": ("没有这种材料",)},
)


def found(backend: SearchBackend, text: str = "", **more: object) -> set[int]:
    """The ids of everything that is found."""
    result = backend.search(SearchQuery(text, size=500, **more))  # type: ignore[arg-type]
    assert result.total == len(result.hits)
    return {hit.id for hit in result.hits}


def holding(shelf: Shelf, text: str) -> set[int]:
    """The documents that hold every word of a text, and those that list it whole as a label."""

    def holds(doc: SearchDocument) -> bool:
        everything = fold("\n".join((doc.titles, doc.summaries, doc.body)))
        listed = {token(label) for label in doc.labels}
        return all(find(word, everything) or (len(word) > 1 and word in listed) for word in qwords(text))

    return {pk for pk, doc in shelf.items() if holds(doc)}


def counted(shelf: Shelf, ids: set[int], facet: str) -> dict[str, int]:
    """How many of the documents have each value."""
    values = [value for pk in ids for value in shelf[pk].facets.get(facet, ())]
    return {value: values.count(value) for value in values}


def chosen(shelf: Shelf, selection: dict[str, tuple[str, ...]], *, but: str = "") -> set[int]:
    """The documents that satisfy a selection, one facet left aside."""
    return {
        pk
        for pk, doc in shelf.items()
        if all(set(doc.facets.get(facet, ())) & set(values) for facet, values in selection.items() if facet != but)
    }


def said(text: str) -> tuple[SearchStep, ...]:
    """One step in which this was said."""
    return (SearchStep("s1", 1, 12, "", text),)


class SearchBackendContract:
    """Inherit and define a ``backend`` fixture that takes the ``shelf`` fixture as its source."""

    @pytest.fixture
    def shelf(self) -> Shelf:
        return Shelf()

    @pytest.fixture
    def filled(self, backend: SearchBackend, shelf: Shelf, settle: Settle) -> Filled:
        shelf.update(corpus())
        receipts = backend.put_many([(doc, 1) for doc in shelf.values()])
        assert {receipt.outcome for receipt in receipts.values()} == {"done"}
        settle()
        return backend, shelf

    # -- words

    def test_every_record_that_holds_the_words_is_found_and_no_other(self, filled: Filled) -> None:
        backend, shelf = filled
        for text in RECALL:
            assert found(backend, text) == holding(shelf, text), text

    def test_words_are_found_in_the_middle_of_a_sentence(self, filled: Filled) -> None:
        backend, _ = filled
        planted = {"绣花": 901, "丝绸": 902, "金线": 903, "漆器": 904, "雕漆": 905}
        for word, pk in planted.items():
            assert pk in found(backend, word), word
        assert not {906, 907} & (found(backend, "绣花") | found(backend, "丝绸"))

    def test_traditional_and_simplified_find_the_same(self, filled: Filled) -> None:
        backend, _ = filled
        assert found(backend, "蘇繡") == found(backend, "苏绣") != set()
        assert found(backend, "鎗金填彩") == found(backend, "戗金填彩") != set()

    def test_pinyin_finds_what_characters_find(self, filled: Filled) -> None:
        backend, _ = filled
        for typed in ("suxiu", "su xiu", "sūxiù", "SuXiu", "ｓｕｘｉｕ"):
            assert found(backend, typed) == found(backend, "苏绣"), typed
        assert found(backend, "sx") >= found(backend, "苏绣")
        assert found(backend, "qiangjin") >= {pk for pk in found(backend, "戗金") if "戗金" in filled[1][pk].title}
        assert found(backend, "cnc") >= holding(filled[1], "cnc")

    def test_an_alias_finds_the_approved_word(self, filled: Filled) -> None:
        backend, _ = filled
        assert found(backend, "嵌螺钿") == found(backend, "螺钿") != set()

    def test_hostile_queries_do_no_harm(self, filled: Filled) -> None:
        backend, shelf = filled
        for text in HOSTILE:
            assert len(found(backend, text)) < len(shelf), text[:20]
        assert found(backend, "-苏绣") == found(backend, "苏绣")

    def test_a_query_without_words_browses(self, filled: Filled) -> None:
        backend, shelf = filled
        for text in WORDLESS:
            assert found(backend, text) == set(shelf), text[:20]

    # -- facets

    @pytest.mark.parametrize("selection", SELECTIONS)
    def test_facets_count_under_the_other_selections(
        self, filled: Filled, selection: dict[str, tuple[str, ...]]
    ) -> None:
        backend, shelf = filled
        facets = ("craft", "tool", "material", "verb", "place")
        for text in ("", "绣", "推光漆", "戗金填彩"):
            result = backend.search(SearchQuery(text, selection, facets, size=500))
            hits = holding(shelf, text)
            assert {hit.id for hit in result.hits} == hits & chosen(shelf, selection)
            assert tuple(result.facets) == facets
            for facet in facets:
                wanted = counted(shelf, hits & chosen(shelf, selection, but=facet), facet)
                missing = {value: 0 for value in selection.get(facet, ()) if value not in wanted}
                assert result.facets[facet] == wanted | missing, (text, facet)

    def test_facet_values_come_by_count_and_then_by_value(self, filled: Filled) -> None:
        backend, _ = filled
        for counts in backend.search(SearchQuery("绣")).facets.values():
            assert list(counts.items()) == sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    def test_two_runs_count_the_same(self, filled: Filled) -> None:
        backend, _ = filled
        query = SearchQuery("漆", {"craft": ("suxiu",)})
        assert backend.search(query).facets == backend.search(query).facets

    # -- order and pages

    def test_sorting_by_date_and_title(self, filled: Filled) -> None:
        backend, shelf = filled
        newest = [hit.id for hit in backend.search(SearchQuery("绣", sort="updated", size=500)).hits]
        assert newest == sorted(newest, key=lambda pk: (-shelf[pk].updated.timestamp(), pk))
        titles = [hit.id for hit in backend.search(SearchQuery("绣", sort="title", size=500)).hits]
        assert titles == sorted(newest, key=lambda pk: (pinyin_keys(shelf[pk].title).full, shelf[pk].title, pk))

    def test_a_title_that_matches_stands_above_a_mention(
        self, backend: SearchBackend, shelf: Shelf, settle: Settle
    ) -> None:
        mention = said("正文里提到打籽绣的一句话")
        shelf[1] = SearchDocument(id=1, title="别的名字", steps=mention)
        shelf[2] = SearchDocument(id=2, title="打籽绣")
        for doc in shelf.values():
            backend.put(doc, 1)
        settle()
        assert [hit.id for hit in backend.search(SearchQuery("打籽绣")).hits] == [2, 1]

    def test_pages_join_without_gap_or_repetition(self, filled: Filled) -> None:
        backend, shelf = filled
        pages = [backend.search(SearchQuery(sort="title", page=page, size=50)) for page in (1, 2, 3)]
        seen = [hit.id for page in pages for hit in page.hits]
        assert len(seen) == len(set(seen)) == len(shelf)
        assert [page.pages for page in pages] == [3, 3, 3]

    def test_pages_end_at_the_window(self, filled: Filled) -> None:
        backend, _ = filled
        result = backend.search(SearchQuery(page=10**9, size=20))
        assert (result.hits, result.page) == ((), WINDOW // 20)

    # -- what is shown

    def test_a_hit_shows_the_steps_that_match_with_their_second(self, filled: Filled) -> None:
        backend, shelf = filled
        for text in ("苏绣", "绣", "打籽绣 绷架", "suxiu", "5mm"):
            words = shown_words(plan(text, VOCABULARY))
            for hit in backend.search(SearchQuery(text, size=500)).hits:
                steps = matching_steps(shelf[hit.id], words)
                assert [(step.n, step.t0) for step in hit.steps] == [(step.n, step.t0) for step in steps]
                assert all("<mark>" in step.html for step in hit.steps)

    def test_the_original_spelling_is_marked_and_markup_is_escaped(
        self, backend: SearchBackend, shelf: Shelf, settle: Settle
    ) -> None:
        shelf[1] = SearchDocument(id=1, title="<b>蘇繡</b>", steps=said("講講蘇繡"))
        backend.put(shelf[1], 1)
        settle()
        [hit] = backend.search(SearchQuery("suxiu")).hits
        assert hit.title == "&lt;b&gt;<mark>蘇繡</mark>&lt;/b&gt;"
        assert hit.steps[0].html == "講講<mark>蘇繡</mark>"

    def test_a_record_that_vanished_from_the_database_is_not_shown(self, filled: Filled) -> None:
        backend, shelf = filled
        gone = min(found(backend, "苏绣"))
        del shelf[gone]
        assert gone not in {hit.id for hit in backend.search(SearchQuery("苏绣", size=500)).hits}

    # -- versions

    def test_an_older_version_is_ignored_and_an_equal_one_accepted(
        self, backend: SearchBackend, shelf: Shelf, settle: Settle
    ) -> None:
        shelf[1] = SearchDocument(id=1, title="推光漆")
        assert backend.put(shelf[1], 5)
        assert not backend.put(SearchDocument(id=1, title="打籽绣"), 4)
        settle()
        assert (found(backend, "推光漆"), found(backend, "打籽绣")) == ({1}, set())
        assert backend.put(SearchDocument(id=1, title="打籽绣"), 5)
        settle()
        assert (found(backend, "推光漆"), found(backend, "打籽绣")) == (set(), {1})

    def test_a_late_write_does_not_bring_back_what_was_removed(self, filled: Filled, settle: Settle) -> None:
        backend, shelf = filled
        before = found(backend, "苏绣")
        gone = min(before)
        assert backend.remove(gone, 3)
        assert not backend.put(shelf[gone], 2)
        settle()
        assert found(backend, "苏绣") == before - {gone}
        assert found(backend) == set(shelf) - {gone}
        counts = backend.search(SearchQuery("苏绣")).facets["craft"]
        assert counts == counted(shelf, before - {gone}, "craft")

    def test_an_unpublished_record_is_in_no_hit_count_or_suggestion(
        self, backend: SearchBackend, shelf: Shelf, settle: Settle
    ) -> None:
        shelf[1] = SearchDocument(id=1, title="独门手法", facets={"craft": ("suxiu",)}, labels=("苏绣",))
        backend.put(shelf[1], 1)
        settle()
        assert backend.suggest("独门") == ("独门手法",)
        backend.put(SearchDocument(id=1, visible=False), 2)
        settle()
        result = backend.search(SearchQuery())
        assert (result.total, dict(result.facets["craft"])) == (0, {})
        assert backend.suggest("独门") == ()

    # -- onward

    def test_suggestions_begin_with_what_was_typed(self, filled: Filled) -> None:
        backend, _ = filled
        for typed in ("苏", "蘇", "su", "SX", "su xiu", "sū"):
            assert "苏绣" in backend.suggest(typed), typed
        assert "绿漆" not in backend.suggest("lv")  # no record holds it
        assert backend.suggest("，") == backend.suggest("") == ()
        assert len(backend.suggest("s", n=2)) <= 2

    def test_similar_records_are_of_the_same_craft_first(self, filled: Filled) -> None:
        backend, shelf = filled
        near = backend.similar(shelf[1], n=6)
        assert len(near) == 6
        assert 1 not in near
        assert {shelf[pk].facets["craft"] for pk in near} == {shelf[1].facets["craft"]}

    def test_a_record_alone_in_its_craft_is_similar_to_those_with_its_tools(
        self, filled: Filled, settle: Settle
    ) -> None:
        backend, shelf = filled
        alone = replace(shelf[1], id=999, facets={"craft": ("alone",), "tool": ("绷架",)}, labels=("绷架",))
        near = backend.similar(alone, n=4)
        assert near
        assert all("绷架" in shelf[pk].facets["tool"] or "绷架" in shelf[pk].body for pk in near)
