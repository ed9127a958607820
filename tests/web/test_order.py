"""The order of doing is drawn: steps, forks, loops and sections, as text that a visitor and a screen reader get alike."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from archive.models import SpecStatus, TechniqueSpec
from archive.views.order import Fork, Item, Loop, Node, drawing, is_plain
from craftnlp.spec import Edge, Quote, Relation, Section, Status, Step, Term, TermClass, text_sha256
from craftnlp.spec import TechniqueSpec as Spec
from tests.factories import TechniqueSpecFactory, TranscriptFactory

ACTS = "abcdefgh"
TOLD = "先裁纸。一边刷浆，一边压平，反复三遍。阴干或者烘干。磨边。描金之前先上胶。再说说打籽绣，绕线。"


def quote(words: str) -> Quote:
    start = TOLD.index(words)
    return Quote(start=start, end=start + len(words), text=words)


def step(number: int, words: str) -> Step:
    said = quote(words)
    action = Term(
        quote=said,
        text=words,
        term_class=TermClass.ACTION,
        confidence=0.9,
        component="test/1",
        status=Status.ACCEPTED,
    )
    return Step(id=f"s{number}", clause=said, action=action, sentence=f"{words}。")


def spec_of(
    *edges: Edge, words: tuple[str, ...] = tuple("裁刷压阴烘磨描上"), sections: tuple[Section, ...] = ()
) -> Spec:
    steps = tuple(step(number, act) for number, act in enumerate(words, 1))
    return Spec(transcript_sha256=text_sha256(TOLD), reader="test/1", steps=steps, edges=edges, sections=sections)


def edge(pair: str, relation: Relation = Relation.BEFORE, marker: str = "", count: str = "") -> Edge:
    """``ab``: from the first step to the second."""
    source, target = (f"s{ACTS.index(letter) + 1}" for letter in pair)
    return Edge(
        source=source,
        target=target,
        relation=relation,
        marker=quote(marker) if marker else None,
        count=quote(count) if count else None,
    )


class Row:
    """A step as a page may show it."""

    def __init__(self, number: int) -> None:
        self.number = number


def drawn(spec: Spec) -> list[str]:
    """Each part as a line: ``a (b | c) d``, parallel with ``&``, loops in square brackets, notes in braces."""
    rows = {one.id: Row(number) for number, one in enumerate(spec.steps, 1)}
    ordered = {one.id: rows[one.id] for one in spec.performed()}
    return [" ".join(map(written, part.items)) for part in drawing(spec, ordered)]


def written(item: Item) -> str:
    match item:
        case Fork():
            sign = " & " if item.relation is Relation.PARALLEL else " | "
            return "(" + sign.join(" ".join(map(written, branch)) for branch in item.branches) + ")"
        case Loop():
            return "[" + " ".join(map(written, item.items)) + "]"
        case Node():
            return ACTS[int(item.id[1:]) - 1] + "".join(
                "{" + f"{note.kind} {ACTS[note.other.number - 1]}" + "}" for note in item.notes
            )


BESIDE, OR, AGAIN = Relation.PARALLEL, Relation.ALTERNATIVE, Relation.REPEAT


@pytest.mark.parametrize(
    ("edges", "picture"),
    [
        ([edge("ab"), edge("bc")], "a b c"),
        ([edge("ab"), edge("bc", BESIDE), edge("bd"), edge("cd")], "a (b & c) d"),
        ([edge("ab"), edge("bc", OR), edge("bd"), edge("cd")], "a (b | c) d"),
        ([edge("ab", BESIDE), edge("bc", BESIDE), edge("ad"), edge("bd"), edge("cd")], "(a & b & c) d"),
        ([edge("ab"), edge("ac", OR), edge("cd"), edge("be"), edge("de")], "(a b | c d) e"),
        ([edge("ab", OR), edge("bc", BESIDE), edge("ad"), edge("bd"), edge("cd")], "(a | (b & c)) d"),
        ([edge("ab"), edge("bc"), edge("cd"), edge("ca", AGAIN)], "[a b c] d"),
        ([edge("ab"), edge("bc"), edge("bb", AGAIN)], "a [b] c"),
        ([edge("ab"), edge("bc", BESIDE), edge("bd"), edge("cd"), edge("db", AGAIN)], "a [(b & c) d]"),
        ([edge("ab"), edge("bc", OR), edge("bd"), edge("cd"), edge("cc", AGAIN)], "a (b | [c]) d"),
        ([edge("ab"), edge("bc"), edge("cb", AGAIN), edge("ca", AGAIN)], "[a [b c]]"),
        ([edge("ab"), edge("ca")], "c{earlier a} a b"),
        ([edge("ab", BESIDE), edge("cb"), edge("ad"), edge("bd")], "c{earlier b} (a & b) d"),
    ],
)
def test_what_the_edges_say_is_drawn(edges: list[Edge], picture: str) -> None:
    letters = sorted({letter for one in edges for letter in (one.source, one.target)})
    words = tuple("裁刷压阴烘磨描上"[: len(letters)])
    assert drawn(spec_of(*edges, words=words)) == [picture]


@pytest.mark.parametrize(
    ("edges", "picture"),
    [
        ([edge("ab"), edge("bc"), edge("ac", BESIDE)], "a b c{parallel a}"),
        ([edge("ab"), edge("bc"), edge("ac", OR)], "a b c{alternative a}"),
        ([edge("ab"), edge("bc"), edge("cd"), edge("ca", AGAIN), edge("db", AGAIN)], "[a b c] d{repeat b}"),
        ([edge("ab"), edge("ba")], "a b{earlier a}"),
    ],
)
def test_what_cannot_be_drawn_is_told_at_its_step(edges: list[Edge], picture: str) -> None:
    letters = {letter for one in edges for letter in (one.source, one.target)}
    assert drawn(spec_of(*edges, words=tuple("裁刷压阴烘磨描上"[: len(letters)]))) == [picture]


def test_every_step_is_drawn_once_whatever_the_edges_say() -> None:
    letters = ACTS[:5]
    pairs = [first + second for first in letters for second in letters if first != second]
    for turn in range(200):
        chosen = [pairs[(turn * 7 + at * at * 3) % len(pairs)] for at in range(6)]
        edges = [edge(pair, list(Relation)[(turn + at) % 4]) for at, pair in enumerate(chosen)]
        (line,) = drawn(spec_of(*edges, words=tuple("裁刷压阴烘")))
        assert sorted(re.sub(r"\{.*?\}|[^a-h]", "", line)) == list(letters), line


def test_sections_are_drawn_one_after_the_other() -> None:
    section = Section(quote=quote("再说说打籽绣"), name=quote("打籽绣"), first="s3")
    spec = spec_of(edge("ab"), words=("裁", "刷", "绕"), sections=(section,))
    assert drawn(spec) == ["a b", "c"]
    rows = {one.id: Row(1) for one in spec.steps}
    assert [part.section for part in drawing(spec, rows)] == [None, section]
    assert not is_plain(drawing(spec, rows))
    assert is_plain(drawing(spec_of(edge("ab"), words=("裁", "刷")), rows))


WORDS = ("裁纸", "刷浆", "压平", "阴干", "烘干", "磨边", "描金", "上胶", "绕线")


def told() -> Spec:
    """Cut; brush and press at once, three times; dry in one of two ways; grind; size before gilding; another stitch."""
    edges = (
        edge("ab"),
        edge("bc", BESIDE, "一边"),
        edge("cb", AGAIN, "反复", "三遍"),
        edge("bd"),
        edge("cd"),
        edge("de", OR, "或者"),
        edge("df"),
        edge("ef"),
        edge("fg"),
        edge("hg", Relation.BEFORE, "之前先"),
    )
    section = Section(quote=quote("再说说打籽绣"), name=quote("打籽绣"), first="s9")
    return spec_of(*edges, words=WORDS, sections=(section,))


def text_of(page: str) -> str:
    """What is left of the list of steps when the tags are gone."""
    start = page.index('id="steps-title"')
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page[start : page.index("</section>", start)]))


@pytest.fixture
def shown(db: None) -> TechniqueSpec:
    return told_row()


def told_row(**fields: Any) -> TechniqueSpec:
    """A specification in force of what was told, on a public technique."""
    transcript = TranscriptFactory.create(text_sha256=text_sha256(TOLD))
    transcript.cues.all().delete()
    transcript.cues.create(number=0, offset=0, text=TOLD)
    own = {"content": told().model_dump(mode="json"), "transcript": transcript}
    row: TechniqueSpec = TechniqueSpecFactory.create(**own | fields)
    return row


def test_the_technique_page_says_the_order_in_words(client: Client, shown: TechniqueSpec) -> None:
    text = text_of(client.get(reverse("technique", args=[shown.technique.slug])).content.decode())
    said = [
        "一 裁纸",
        "同时做",
        "二 刷浆",
        "三 压平",
        "做完第三步，再回到第二步",
        "反复三遍",
        "四 阴干",
        "五 烘干",
        "六 磨边",
    ]
    said += ["七 上胶", "师傅后讲的，要先于第八步做", "之前先", "八 描金", "打籽绣", "再说说打籽绣", "九 绕线"]
    places = [text.find(words) for words in said]
    assert -1 not in places, dict(zip(said, places, strict=True))
    assert places == sorted(places)
    assert "选一种做 或者" in text


def test_the_english_page_says_it_in_english(client: Client, shown: TechniqueSpec) -> None:
    text = text_of(client.get(f"/en/techniques/{shown.technique.slug}/").content.decode())
    assert "After step 3, back to step 2" in text
    assert "Told later, done before step 8" in text


def test_the_next_step_is_the_next_one_to_do(client: Client, shown: TechniqueSpec) -> None:
    page = client.get(reverse("technique", args=[shown.technique.slug]) + "?step=s6").content.decode()
    assert re.search(r'rel="next" href="\?step=s8#player"', page)


def test_the_workbench_draws_the_order_and_names_the_sections(admin_client: Client, shown: TechniqueSpec) -> None:
    proposal = told_row(version=None, status=SpecStatus.PROPOSED)
    page = admin_client.get(reverse("spec", args=[proposal.pk])).content.decode()
    assert '<details class="fold order" open>' in page
    order = page[page.index('id="order"') : page.index("</details>", page.index('id="order"'))]
    assert re.findall(r'href="#step-(s\d)"', order) == ["s1", "s2", "s3", "s4", "s5", "s6", "s8", "s7", "s9"]
    assert page.count("再说说打籽绣") >= 2
    assert re.findall(r'id="step-(s\d)"', page) == [f"s{number}" for number in range(1, 10)]


def test_a_version_stands_in_the_order_of_doing(admin_client: Client, shown: TechniqueSpec) -> None:
    page = admin_client.get(reverse("spec", args=[shown.pk])).content.decode()
    assert re.findall(r'<article[^>]*id="step-(s\d)"', page)[5:8] == ["s6", "s8", "s7"]


def test_a_struck_step_leaves_the_drawing_at_once(admin_client: Client, shown: TechniqueSpec) -> None:
    proposal = told_row(version=None, status=SpecStatus.PROPOSED)
    answer = admin_client.post(
        reverse("spec-decide", args=[proposal.pk]),
        {"step": "s4", "strike": "s4.action.0"},
        headers={"HX-Request": "true"},
    ).content.decode()
    order = answer[answer.index('id="order"') :]
    assert 'hx-swap-oob="true"' in order
    assert "阴干" not in order
    assert "烘干" in order
