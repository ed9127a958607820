"""SKOS: what goes out comes in again, byte for byte; what is broken or hostile is refused in plain words."""

import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from craftnlp import TermClass
from craftnlp.lexicon import Entry, LexiconError, load, sources
from craftnlp.lexicon.skos import FORMATS, export, read

FRAME = Entry(
    term="绷架",
    pinyin="bēng jià",
    term_class=TermClass.TOOL,
    crafts=("刺绣",),
    aliases=("绣架", "花绷"),
    places=(("花绷", "苏州"),),
    definition='绷紧绣面的"木架"',
    source="trade",
)
HOSTILE = [
    b"",
    b"\xff\xfe\x00",
    b"not rdf at all",
    b"[" * 50_000,
    b"(" * 50_000,
    b'<a> <b> """never closed',
    b"<a> <b> <c>",
    b"@prefix : <http://example.invalid/> . :a :b :c .",
    b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r>&x;</r>',
    b'{"@context": "http://example.invalid/context.jsonld", "@id": "a"}',
]
text = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=6)
names = st.lists(text, unique=True, max_size=3).map(lambda found: tuple(sorted(found)))


@st.composite
def entries(draw: st.DrawFn) -> tuple[Entry, ...]:
    made: dict[str, Entry] = {}
    for term in draw(st.lists(text | st.just("描🪡\"'\\"), min_size=1, max_size=4)):
        aliases = draw(names)
        entry = Entry(
            term=term,
            pinyin=draw(st.just("") | text),
            term_class=draw(st.sampled_from(TermClass)),
            crafts=draw(names),
            aliases=aliases,
            places=tuple((alias, draw(text)) for alias in aliases if draw(st.booleans())),
            definition=draw(st.just("") | text),
            source=draw(st.just("") | text),
        )
        made[entry.concept] = entry
    return tuple(sorted(made.values(), key=lambda each: each.concept))


@pytest.mark.parametrize("form", FORMATS)
def test_the_shipped_lexicon_comes_back_as_it_went(form: str) -> None:
    sent = export(load().entries, sources().values(), form=form)
    received = read(sent.encode(), form=form)
    assert export(received, sources().values(), form=form) == sent
    assert {each.concept for each in received} == {each.concept for each in load().entries}


@given(entries())
@settings(max_examples=60, deadline=None)
def test_any_entry_comes_back_as_it_went(made: tuple[Entry, ...]) -> None:
    for form in FORMATS:
        sent = export(made, form=form)
        assert read(sent.encode(), form=form) == made
        assert export(read(sent.encode(), form=form), form=form) == sent


def test_the_concept_says_all_that_the_entry_says() -> None:
    sent = export([FRAME], sources().values())
    for part in (
        'skos:prefLabel "绷架"@zh-Hans',
        '"bēng jià"@zh-Latn-pinyin',
        'skos:altLabel "绣架"@zh-Hans',
        'dcterms:spatial "苏州"@zh-Hans',
        "skos:broader <urn:jiyi:lexicon:class:tool>",
        "dcterms:source <urn:jiyi:lexicon:source:trade>",
        "a skos:Collection",
    ):
        assert part in sent
    assert read(sent.encode()) == (FRAME,)


def test_the_order_of_the_entries_changes_nothing() -> None:
    assert export(load().entries[:40]) == export(load().entries[:40][::-1])


@pytest.mark.parametrize("char", ["\n", "\r", "\x00", "\u2028", "\ud800"])
def test_a_line_break_is_refused_on_the_way_out(char: str) -> None:
    broken = f"绷{char}架"
    for entry in (
        FRAME._replace(term=broken),
        FRAME._replace(pinyin=broken),
        FRAME._replace(definition=broken),
        FRAME._replace(source=broken),
        FRAME._replace(crafts=(broken,)),
        FRAME._replace(aliases=(broken,)),
        FRAME._replace(places=(("花绷", broken),)),
    ):
        with pytest.raises(LexiconError, match="换行或控制字符"):
            export([entry])


def test_one_concept_twice_is_refused() -> None:
    with pytest.raises(LexiconError, match="有两条"):
        export([FRAME, FRAME._replace(pinyin="")])


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"绷架"@zh-Hans', '"绷架"@zh-Hans, "绣绷"@zh-Hans', "有几个 zh-Hans"),
        ('"绷架"@zh-Hans', '"frame"@en', "要有一个 zh-Hans"),
        ('"绷架"@zh-Hans', '"绷\\n架"@zh-Hans', "换行"),
        ('"绣架"@zh-Hans', '"绣\\uD800架"@zh-Hans', "换行或控制字符|不是可读"),
        ("skos:broader <urn:jiyi:lexicon:class:tool>", "skos:broader <urn:jiyi:lexicon:class:knife>", "指向我们词类"),
        ("source <urn:jiyi:lexicon:source:trade>", "source <urn:a>, <urn:b>", "几个来源"),
        ("a skos:Concept ;", "a skos:Thing ;", "没有 SKOS 概念"),
    ],
)
def test_a_file_of_another_shape_is_refused(old: str, new: str, fault: str) -> None:
    sent = export([FRAME])
    assert old in sent
    changed = sent.replace(old, new)
    with pytest.raises(LexiconError, match=fault) as caught:
        read(changed.encode())
    assert caught.value.english


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("data", HOSTILE, ids=lambda data: repr(data[:20]))
def test_a_broken_or_hostile_file_is_refused(data: bytes, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network(*_: object, **__: object) -> None:
        raise AssertionError("reading a file opened a connection")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    with pytest.raises(LexiconError) as caught:
        read(data, form=form)
    assert "hostname" not in str(caught.value)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_damaged_file_gives_entries_or_a_plain_error(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(FORMATS))
    sent = export([FRAME], form=form).encode()
    at = data.draw(st.integers(0, len(sent)))
    length = data.draw(st.integers(0, 30))
    damaged = (
        sent[:at]
        + data.draw(st.binary(max_size=6) | st.sampled_from([b"[", b"{", b'"""', b"\\u0000"]))
        + sent[at + length :]
    )
    with suppress(LexiconError):  # any other error fails the test
        assert read(damaged, form=form)


def test_what_is_too_large_is_not_parsed() -> None:
    with pytest.raises(LexiconError, match="超过 32 MB"):
        read(b" " * (33 << 20))


def test_labels_in_other_languages_are_left_out() -> None:
    sent = export([FRAME]).replace('"绣架"@zh-Hans', '"绣架"@ZH-HANS, "embroidery frame"@en')
    assert read(sent.encode()) == (FRAME,)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "craftnlp.lexicon", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_import_writes_a_table_and_the_check_speaks_on_stderr(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(export([FRAME._replace(pinyin="péng jià")]), encoding="utf-8")
    done = run("import", str(path))
    assert done.returncode == 0
    assert done.stdout.splitlines()[1].startswith("绷架\tpéng jià\ttool\t刺绣\t绣架、花绷@苏州\t")
    assert "绷 不读 péng" in done.stderr


@pytest.mark.parametrize(("content", "said"), [(b"[[[", "不是可读的 turtle 文件"), (None, "读不到这个文件")])
def test_an_unreadable_file_is_one_plain_line(content: bytes | None, said: str, tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    if content is not None:
        path.write_bytes(content)
    done = run("import", str(path))
    assert done.returncode == 1
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_loading_the_lexicon_does_not_load_rdflib() -> None:
    code = "import sys, craftnlp.lexicon; craftnlp.lexicon.load(); print('rdflib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
