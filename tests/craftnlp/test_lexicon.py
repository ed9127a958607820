"""The lexicon: readable tables without doubles, found longest first and in both scripts."""

from pathlib import Path

import pytest

from craftnlp import TermClass
from craftnlp.lexicon import COLUMNS, Entry, Lexicon, LexiconError, faults, load, read_table, table_names
from craftnlp.lexicon import __file__ as package
from craftnlp.lexicon.units import units


def entry(term: str, *aliases: str, term_class: TermClass = TermClass.TOOL) -> Entry:
    return Entry(term=term, pinyin="x " * len(term), term_class=term_class, aliases=aliases)


def test_the_tables_have_no_faults() -> None:
    assert faults(load()) == []
    assert len(load().entries) >= 300
    assert {each.term_class for each in load().entries} == set(TermClass)


def test_faults_are_named() -> None:
    doubled = Lexicon(
        (entry("竹刀"), entry("竹刀"), entry("刀", "竹刀"), Entry(term="针", pinyin="", term_class=TermClass.TOOL))
    )
    assert faults(doubled) == [
        "tool/竹刀 stands twice",
        "tool/刀: 竹刀 finds tool/竹刀 instead",
        "tool/针: pinyin '' has not one syllable a character",
    ]


def test_the_longest_name_wins_and_aliases_count() -> None:
    lexicon = Lexicon((entry("绣针"), entry("绣针盒"), entry("竹刀", "篾刀子")))
    assert [(m.start, m.end, m.entry.term) for m in lexicon.find("拿绣针盒和篾刀子")] == [
        (1, 4, "绣针盒"),
        (5, 8, "竹刀"),
    ]


def test_names_are_found_in_both_scripts() -> None:
    assert [match.entry.term for match in load().find("用繡針和蠟刀")] == ["绣花针", "蜡刀"]
    assert [found.concept for found in load().get("剪紙")] == ["action/剪纸"]


def test_entries_of_the_database_come_first() -> None:
    own = entry("蜡刀", term_class=TermClass.TECHNIQUE)
    extended = load().with_entries([own])
    assert extended.get("蜡刀")[0] == own
    assert load().get("蜡刀")[0].term_class is TermClass.TOOL
    assert extended.version != load().version


def test_the_version_is_the_content() -> None:
    assert Lexicon((entry("甲"), entry("乙"))).version == Lexicon((entry("乙"), entry("甲"))).version
    assert Lexicon((entry("甲"),)).version != Lexicon((entry("乙"),)).version


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("竹刀\tzhú dāo\ttool\t\t", "5 cells instead of 6"),
        ("竹刀\t\ttool\t\t\t切削工具", "must be filled"),
        ("竹刀\tzhú dāo\tknife\t\t\t切削工具", "unknown class 'knife'"),
    ],
)
def test_a_wrong_line_is_named(line: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.joinpath("own.tsv").write_text("\t".join(COLUMNS) + f"\n{line}\n", encoding="utf-8")
    monkeypatch.setattr("craftnlp.lexicon.files", lambda _: tmp_path)
    with pytest.raises(LexiconError, match=f"own.tsv:2: .*{fault}"):
        list(read_table("own.tsv"))


def test_a_table_without_its_head_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.joinpath("own.tsv").write_text("竹刀\tzhú dāo\n", encoding="utf-8")
    monkeypatch.setattr("craftnlp.lexicon.files", lambda _: tmp_path)
    with pytest.raises(LexiconError, match="column names"):
        list(read_table("own.tsv"))


def test_every_table_stands_beside_the_module() -> None:
    assert set(table_names()) == {path.name for path in Path(package).parent.glob("*.tsv")}


def test_units_convert_honestly_or_not_at_all() -> None:
    assert units()["cm"].canonical == "mm"
    assert units()["炷香"].factor is None
    assert all(not unit.assumption or unit.factor for unit in units().values())
