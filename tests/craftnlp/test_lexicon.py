"""The lexicon: readable tables without faults, found longest first and in both scripts."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from craftnlp import TermClass
from craftnlp.lexicon import (
    COLUMNS,
    Entry,
    Lexicon,
    LexiconError,
    load,
    read_sources,
    read_table,
    sources,
    table_names,
    tables,
)
from craftnlp.lexicon import __file__ as package
from craftnlp.lexicon.checks import faults
from craftnlp.lexicon.units import units

HEAD = "\t".join(COLUMNS) + "\n"


def entry(term: str, *aliases: str, term_class: TermClass = TermClass.TOOL, pinyin: str = "") -> Entry:
    return Entry(term, pinyin, term_class, aliases=aliases, definition="自拟的释义", source="trade")


def table(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "own.tsv"
    path.write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def only(tmp_path: Path, line: str) -> Entry:
    (found,) = read_table(table(tmp_path, line), {"trade"})
    return found


# -- the shipped tables


def test_the_tables_have_no_faults() -> None:
    assert faults(load()) == []


def test_the_tables_are_large_and_broad() -> None:
    entries = load().entries
    assert len(entries) >= 1500
    assert len({craft for each in entries for craft in each.crafts}) >= 20
    assert {each.term_class for each in entries} == set(TermClass)


def test_every_table_stands_beside_the_module() -> None:
    assert set(table_names()) == {path.name for path in Path(package).parent.glob("*.tsv")}
    assert table_names()[-1] == "general.tsv"


def test_every_source_says_what_it_is() -> None:
    assert {each.source for each in load().entries} <= sources().keys()
    assert "trade" in sources()


def test_loading_is_quick() -> None:
    """Measured: 0.06 s for 2,950 entries. The bound leaves room for a busy machine."""
    load()  # OpenCC's own tables are loaded once a process
    started = time.perf_counter()
    tables.load.__wrapped__()
    assert time.perf_counter() - started < 0.3


# -- finding


def test_the_longest_name_wins_and_aliases_count() -> None:
    lexicon = Lexicon((entry("绣针"), entry("绣针盒"), entry("竹刀", "篾刀子")))
    assert [(m.start, m.end, m.entry.term) for m in lexicon.find("拿绣针盒和篾刀子")] == [
        (1, 4, "绣针盒"),
        (5, 8, "竹刀"),
    ]


@pytest.mark.parametrize(
    ("said", "concept"),
    [
        ("繡針", "tool/绣花针"),
        ("蠟刀", "tool/蜡刀"),
        ("剪紙", "action/剪纸"),
        ("花绷", "tool/绷架"),
        ("莨纱", "material/香云纱"),
        ("拽花", "action/拽花"),
        ("搭梭", "technique/搭梭"),
        ("饾版", "technique/饾版"),
        ("亮子", "part/影幕"),
        ("籰子", "tool/籰子"),
        ("維料", "action/维料"),
        ("惊燕", "part/惊燕"),
        ("篆刻", "action/治印"),
        ("鎗金", "technique/戗金"),
    ],
)
def test_a_name_of_the_trade_finds_its_concept(said: str, concept: str) -> None:
    (match,) = load().find(f"师傅说的是{said}。")
    assert match.entry.concept == concept


@pytest.mark.parametrize(
    "sentence",
    [
        "我们要规范子女教育，调整经济。",
        "这花本来不好看，他通过管理把工作做好了。",
        "活动给大家留下深刻印象，丰富了大家的生活色彩。",
        "当地经验说明，保障子孙的日子要靠手艺。",
    ],
)
def test_common_speech_is_not_cut_into_craft_words(sentence: str) -> None:
    """地经, 花本, 过管, 活色 … are words of the trade too; they stand across the border of two common words."""
    assert [match.entry.term for match in load().find(sentence)] == []


def test_entries_of_the_database_come_first() -> None:
    own = entry("蜡刀", term_class=TermClass.TECHNIQUE)
    extended = load().with_entries([own])
    assert extended.get("蜡刀")[0] == own
    assert load().get("蜡刀")[0].term_class is TermClass.TOOL
    assert extended.version != load().version


def test_the_version_is_the_content() -> None:
    assert Lexicon((entry("甲"), entry("乙"))).version == Lexicon((entry("乙"), entry("甲"))).version
    assert Lexicon((entry("甲"),)).version != Lexicon((entry("乙"),)).version


# -- reading a table


def test_a_row_becomes_an_entry(tmp_path: Path) -> None:
    found = only(tmp_path, "绷架\tbēng jià\ttool\t刺绣、织造\t绣架、花绷@苏州/无锡\t绷紧绣面的木架\ttrade")
    assert found == Entry(
        term="绷架",
        pinyin="bēng jià",
        term_class=TermClass.TOOL,
        crafts=("刺绣", "织造"),
        aliases=("绣架", "花绷"),
        places=(("花绷", "苏州"), ("花绷", "无锡")),
        definition="绷紧绣面的木架",
        source="trade",
    )
    assert found.surfaces == ("绷架", "绣架", "花绷")


def test_a_row_is_written_as_it_was_read(tmp_path: Path) -> None:
    line = "绷架\tbēng jià\ttool\t刺绣、织造\t绣架、花绷@苏州/无锡\t绷紧绣面的木架\ttrade"
    assert tables.table_text([only(tmp_path, line)]) == f"{HEAD}{line}\n"


@pytest.mark.parametrize("alias", ["花、绷", "花@绷", "花/绷", " 花绷", "", "花\n绷"])
def test_what_a_table_cannot_hold_is_not_written(alias: str) -> None:
    with pytest.raises(LexiconError, match="不能写进表里"):
        tables.table_text([entry("绷架", alias)])


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("竹刀\tzhú dāo\ttool\t\t", "应有 7 格，现有 5 格"),
        ("竹刀\t\ttool\t\t\t切削工具\ttrade", "都要填"),
        ("竹刀\tzhú dāo\ttool\t\t\t\ttrade", "都要填"),
        ("竹刀\tzhú dāo\tknife\t\t\t切削工具\ttrade", "没有这一类：'knife'"),
        ("竹刀\tzhú dāo\ttool\t\t\t切削工具\thearsay", "来源 'hearsay' 不在 sources.tab"),
        ("竹刀\tzhú dāo\ttool\t\t\t切削工具\t", "来源 '' 不在 sources.tab"),
    ],
)
def test_a_wrong_line_is_named(line: str, fault: str, tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=f"own.tsv:2：.*{fault}") as caught:
        list(read_table(table(tmp_path, line), {"trade"}))
    assert caught.value.english


def test_a_table_without_its_head_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_text("竹刀\tzhú dāo\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"own.tsv：第一行要写列名 term、pinyin"):
        list(read_table(path, {"trade"}))


@pytest.mark.parametrize("rows", ["trade\t行业用语\t\n", "a\t甲\t注\na\t乙\t注\n"])
def test_a_source_is_full_and_stands_once(rows: str, tmp_path: Path) -> None:
    path = tmp_path / "sources.tab"
    path.write_text(f"key\ttitle\tnote\n{rows}", encoding="utf-8")
    with pytest.raises(LexiconError, match="只写一次"):
        read_sources(path)


# -- the check


@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        ((entry("竹刀", pinyin="zhú dāo"), entry("竹刀", pinyin="zhú dāo")), "竹刀 已在同类词条 tool/竹刀 里"),
        ((entry("竹刀", pinyin="zhú dāo"), entry("篾刀", "竹刀", pinyin="miè dāo")), "竹刀 已在同类词条 tool/竹刀 里"),
        (
            (entry("竹刀", pinyin="zhú dāo"), entry("竹刀", pinyin="zhú dāo", term_class=TermClass.PART)),
            "竹刀 只会找到 tool/竹刀",
        ),
        ((entry("绣针", "繡針", pinyin="xiù zhēn"),), "繡針 写了两次"),
        ((entry("绣针", "绣针", pinyin="xiù zhēn"),), "绣针 写了两次"),
        ((entry("绣针", pinyin="xiù"),), "不是一字一音"),
        ((entry("绣针", pinyin="xiū zhēn"),), "绣 不读 xiū"),
        ((entry("绣针", pinyin="xiu zhēn"),), "绣 不读 xiu"),
        ((entry("绣针A", pinyin="xiù zhēn ā"),), "'绣针A' 里有不是汉字的字符"),
        ((entry("绣针", "", pinyin="xiù zhēn"),), "'' 里有不是汉字的字符"),
        ((Entry("绣针", "xiù zhēn", TermClass.TOOL, source="trade"),), "没有释义"),
        ((Entry("绣针", "xiù zhēn", TermClass.TOOL, definition="针"),), "没有来源"),
        ((entry("绣针", pinyin="xiù zhēn")._replace(places=(("花针", "苏州"),)),), "给 花针 写了地方"),
    ],
)
def test_a_fault_is_named(entries: tuple[Entry, ...], fault: str) -> None:
    assert [line for line in faults(Lexicon(entries)) if fault in line]


@pytest.mark.parametrize(
    ("term", "pinyin"),
    [("鞋子", "xié zi"), ("挑一压一", "tiǎo yì yā yī"), ("不退色", "bú tuì sè"), ("穿综", "chuān zèng"), ("绿", "lǜ")],
)
def test_a_reading_of_speech_is_no_fault(term: str, pinyin: str) -> None:
    assert faults(Lexicon((entry(term, pinyin=pinyin),))) == []


# -- the commands


def run(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "craftnlp.lexicon", *arguments]
    return subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False)


def test_the_check_of_the_shipped_tables_is_silent() -> None:
    done = run("check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_count_adds_up() -> None:
    rows = [line.split("\t") for line in run("count").stdout.splitlines()]
    assert rows[0] == ["craft", *TermClass, "all"]
    assert all(sum(map(int, row[1:-1])) == int(row[-1]) for row in rows[1:])
    assert int(rows[-1][-1]) == len(load().entries)


@pytest.mark.parametrize("arguments", [(), ("import",), ("check", "file"), ("export", "--format", "xml")])
def test_wrong_usage_is_one_line(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("用法不对")
    assert len(done.stderr.splitlines()) == 1


# -- units


def test_units_convert_honestly_or_not_at_all() -> None:
    assert units()["cm"].canonical == "mm"
    assert units()["炷香"].factor is None
    assert all(not unit.assumption or unit.factor for unit in units().values())
