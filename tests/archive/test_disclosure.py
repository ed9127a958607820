"""What was told where a secret step was told stays hidden: also the words that order the steps and open a section."""

import pytest

from archive.disclosure import numbered_steps, open_spec
from archive.models import TechniqueSpec
from craftnlp.spec import Edge, Quote, Relation, Section, Status, Step, Term, TermClass, text_sha256
from craftnlp.spec import TechniqueSpec as Spec
from tests.factories import TechniqueSpecFactory, TranscriptFactory

pytestmark = pytest.mark.django_db
TOLD = "揉泥，拍平，这样反复三遍压实。再说说打籽绣，绕线，剪线。"
CLAUSES = {"揉泥": "揉泥", "拍平": "拍平", "压实": "三遍压实", "绕线": "打籽绣，绕线", "剪线": "剪线"}
ORDER, LOOP = ("s1", "s2"), ("s2", "s1")


def quote(words: str) -> Quote:
    start = TOLD.index(words)
    return Quote(start=start, end=start + len(words), text=words)


def told(secret: str = "") -> TechniqueSpec:
    """Five steps in two sections, the first two in a loop. The step named is secret."""
    steps = [
        Step(
            id=f"s{number}",
            clause=quote(clause),
            action=Term(
                quote=quote(act),
                text=act,
                term_class=TermClass.ACTION,
                confidence=0.9,
                component="test/1",
                status=Status.ACCEPTED,
            ),
            secret=act == secret,
        )
        for number, (act, clause) in enumerate(CLAUSES.items(), 1)
    ]
    spec = Spec(
        transcript_sha256=text_sha256(TOLD),
        reader="test/1",
        steps=tuple(steps),
        edges=(
            Edge(source="s1", target="s2"),
            Edge(source="s2", target="s1", relation=Relation.REPEAT, marker=quote("反复"), count=quote("三遍")),
        ),
        sections=(Section(quote=quote("再说说打籽绣"), name=quote("打籽绣"), first="s4"),),
    )
    spec.check_quotes(TOLD)
    return TechniqueSpecFactory.create(
        transcript=TranscriptFactory.create(), content=spec.model_dump(mode="json"), sha256=spec.content_sha256()
    )


def left(spec: Spec) -> tuple[list[tuple[str, str]], list[str]]:
    """The edges and the first steps of the sections."""
    Spec.model_validate(spec.model_dump())
    return [(edge.source, edge.target) for edge in spec.edges], [section.first for section in spec.sections]


def test_without_a_secret_all_is_shown() -> None:
    assert left(open_spec(told())) == ([ORDER, LOOP], ["s4"])


def test_a_loop_goes_when_a_secret_step_holds_the_words_that_say_how_often() -> None:
    shown = open_spec(told("压实"))
    assert left(shown) == ([ORDER], ["s4"])
    assert "三遍" not in shown.model_dump_json()


def test_a_section_goes_when_a_secret_step_holds_the_words_that_open_it() -> None:
    shown = open_spec(told("绕线"))
    assert left(shown) == ([ORDER, LOOP], [])
    assert "打籽绣" not in shown.model_dump_json()


def test_an_edge_goes_with_its_secret_step() -> None:
    assert left(open_spec(told("拍平"))) == ([], ["s4"])


def test_the_open_steps_stand_in_the_order_of_doing_and_keep_their_numbers() -> None:
    row = told("揉泥")
    content = row.spec.model_copy(update={"edges": (Edge(source="s1", target="s2"), Edge(source="s3", target="s1"))})
    row.content = content.model_dump(mode="json")
    assert [(number, step.id) for number, step in numbered_steps(row)] == [(1, "s3"), (3, "s2"), (4, "s4"), (5, "s5")]
