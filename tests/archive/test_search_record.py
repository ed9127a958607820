"""From real rows to hits: what is published is found, what is retired is gone, and the audit tells the truth."""

import json
import subprocess
import sys
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.http import QueryDict

from archive.lifecycle import move
from archive.models import Cue, Publication, Technique, TechniqueSpec
from archive.search import (
    SearchQuery,
    document,
    get_backend,
    named_facets,
    technique_changed,
    techniques_changed,
)
from archive.search.embedded import tables
from tests.factories import TechniqueFactory, TechniqueSpecFactory, UserFactory

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="the embedded index lives in SQLite"),
]


@pytest.fixture
def technique() -> Technique:
    """A published technique with an accepted specification, told to search."""
    technique = TechniqueSpecFactory.create().technique
    technique_changed(technique)
    return technique


def ids(text: str, **filters: str) -> list[int]:
    """What a visitor finds."""
    address = QueryDict(mutable=True)
    address.update({"q": text, **filters})
    return [hit.id for hit in get_backend().search(SearchQuery.from_params(address)).hits]


def test_it_is_found_by_what_was_said_by_names_and_by_pinyin(technique: Technique) -> None:
    for text in (
        "三十度",
        "30度",
        "贴住绸面",
        "平针",
        "Flat stitch",
        "梅花轮廓",
        "苏绣",
        "suxiu",
        "李素梅",
        "苏州",
        "Sumei",
    ):
        assert ids(text) == [technique.pk], text
    assert ids("没有说过") == []


def test_a_hit_opens_at_the_second_of_the_step(technique: Technique) -> None:
    [hit] = get_backend().search(SearchQuery("贴住")).hits
    assert [(step.id, step.n, step.t0) for step in hit.steps] == [("s2", 2, 11)]
    assert hit.steps[0].html == "线拉到<mark>贴住</mark>绸面就停，不要太紧"


def test_a_retired_record_is_gone_at_once(technique: Technique) -> None:
    move(technique, Publication.RETIRED, by=UserFactory.create())
    assert ids("平针") == []  # not shown even before the index hears of it
    technique_changed(technique)
    result = get_backend().search(SearchQuery())
    assert (result.total, result.facets["craft"]) == (0, {})
    assert get_backend().suggest("平") == ()


def test_a_hidden_craft_takes_its_techniques_along(technique: Technique) -> None:
    move(technique.craft, Publication.RETIRED)
    techniques_changed(Technique.objects.filter(craft=technique.craft))
    assert get_backend().search(SearchQuery()).total == 0


def test_every_change_raises_the_version(technique: Technique) -> None:
    before = technique.search_version
    technique_changed(technique)
    assert technique.search_version == before + 1
    assert Technique.objects.get().search_version == before + 1


def test_a_secret_step_is_nowhere(technique: Technique) -> None:
    row = TechniqueSpec.objects.get()
    steps = row.content["steps"]
    steps[0]["secret"] = True
    row.save(update_fields=["content"])
    technique_changed(technique)
    assert ids("三十度") == ids("扎进去") == []
    assert ids("绸面") == [technique.pk]
    doc = document(technique)
    assert [step.id for step in doc.steps] == ["s2"]
    assert "针" not in doc.facets["tool"]
    assert [line.text for line in doc.lines] == ["线拉到贴住绸面就停，不要太紧"]


def test_facets_filter_by_get_parameters_and_have_names(technique: Technique) -> None:
    assert ids("", craft="suxiu", tool="针", verb="扎", category="7", sample="no") == [technique.pk]
    assert ids("", craft="heitao") == []
    result = get_backend().search(SearchQuery("针", {"craft": ("suxiu",)}))
    facets = {facet.name: facet for facet in named_facets(result)}
    [craft] = facets["craft"].values
    assert (craft.label, craft.n, craft.selected) == ("苏绣", 1, True)
    assert [value.label for value in facets["category"].values] == ["传统美术"]
    assert [value.value for value in facets["has_clip"].values] == ["no"]


def test_parameters_that_make_no_sense_count_as_not_given() -> None:
    query = SearchQuery.from_params(QueryDict("q=%E9%92%88&page=x&sort=nonsense&colour=red&tool="))
    assert query == SearchQuery("针")


def test_a_technique_without_specification_is_found_by_its_title() -> None:
    bare = TechniqueFactory.create(slug="bare", name_zh="打籽绣")
    technique_changed(bare)
    assert ids("打籽") == [bare.pk]
    assert document(bare).steps == ()


def test_a_transcript_without_times_has_steps_without_seconds(technique: Technique) -> None:
    Cue.objects.update(start=None, end=None)
    assert [step.t0 for step in document(technique).steps] == [None, None]


# -- rebuild and audit


def test_rebuilding_changes_nothing_that_is_right(technique: Technique) -> None:
    call_command("search_rebuild", stdout=StringIO())
    assert ids("三十度") == [technique.pk]
    assert get_backend().audit() == ()
    assert get_backend().suggest("pingz") == ("平针",)


PLANTED = {
    "update search_row set version = version - 1": "older",
    "update search_row set version = version + 9": "newer",
    "update search_row set visible = 0": "incomplete",
    "delete from search_row": "incomplete",
    "delete from search_fts": "incomplete",
    "insert into search_row (id, version, visible) values (4711, 1, 1)": "extra",
}


@pytest.mark.parametrize(("sql", "kind"), PLANTED.items())
def test_the_audit_finds_a_planted_difference_and_repairs_it(technique: Technique, sql: str, kind: str) -> None:
    call_command("search_audit", stdout=StringIO())
    tables.execute(sql)
    with pytest.raises(CommandError) as failure:
        call_command("search_audit", stdout=StringIO())
    assert failure.value.returncode == 1
    assert [difference.kind for difference in get_backend().audit(fix=True)] == [kind]
    assert get_backend().audit() == ()
    assert ids("三十度") == [technique.pk]
    technique_changed(technique)
    assert get_backend().audit() == ()


def test_a_damaged_index_is_found_and_written_anew(technique: Technique) -> None:
    tables.execute("delete from search_fts_data where id > 10")
    assert [difference.kind for difference in get_backend().audit(fix=True)] == ["damaged index"]
    assert get_backend().audit() == ()
    assert ids("三十度") == [technique.pk]


def test_the_audit_asks_for_a_rebuild_after_the_lexicon_has_changed(
    technique: Technique, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.search.embedded.backend.lexicon_version", lambda: "another")
    assert [difference.kind for difference in get_backend().audit(fix=True)] == ["other lexicon"]
    assert get_backend().audit() == ()
    assert ids("三十度") == [technique.pk]


def test_the_audit_prints_json(technique: Technique) -> None:
    tables.forget(technique.pk)
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("search_audit", "--json", stdout=out)
    assert json.loads(out.getvalue())[0]["kind"] == "missing"


def test_the_index_is_rolled_back_with_the_record(technique: Technique) -> None:
    with transaction.atomic():
        Technique.objects.update(name_zh="打籽绣")
        technique_changed(technique)
        assert ids("打籽绣") == [technique.pk]
        transaction.set_rollback(True)
    assert (ids("打籽绣"), ids("平针")) == ([], [technique.pk])
    assert get_backend().audit() == ()


def test_the_embedded_search_loads_no_client_of_a_server() -> None:
    code = (
        "import sys, django; django.setup(); from archive.search import get_backend; get_backend(); "
        "sys.exit('elasticsearch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
