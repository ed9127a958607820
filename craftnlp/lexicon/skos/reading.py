"""SKOS → entries. A file from outside is data: its shape is checked, and reading it opens nothing else.

Only Turtle and N-Triples are read. Neither has entities, includes or remote contexts, as RDF/XML and JSON-LD have.
"""

from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote

from rdflib import DCTERMS, RDF, SKOS, Graph, Literal
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from craftnlp.lexicon.entries import Entry, LexiconError
from craftnlp.lexicon.skos.names import BASE, HAN, PINYIN, TURTLE, XL, name, one_line
from craftnlp.spec import TermClass

LARGEST = 32 * 1024 * 1024  # bytes; the lexicon itself has about 1 MB
CLASSES: dict[Node, TermClass] = {name("class", each): each for each in TermClass}
SOURCE = f"{BASE}source:"
# What rdflib 7.6 raises on broken files; the last two are slips of its Turtle parser, found by mutating good files.
BROKEN = (BadSyntax, ParserError, ValueError, RecursionError, IndexError, AssertionError)


def read(data: bytes, *, form: str = TURTLE) -> tuple[Entry, ...]:
    """The entries of a file, by class and term. Raises :class:`LexiconError` where it is broken or of another shape."""
    graph = _parsed(data, form)
    found = sorted((_entry(graph, concept) for concept in _concepts(graph)), key=lambda entry: entry.concept)
    if not found:
        raise LexiconError("文件里没有 SKOS 概念。", "The file holds no SKOS concept.")
    for first, second in pairwise(found):
        if first.concept == second.concept:
            raise LexiconError(
                f"{first.concept} 有两条，请先合并。", f"{first.concept} stands twice: merge them first."
            )
    return tuple(found)


def _parsed(data: bytes, form: str) -> Graph:
    if len(data) > LARGEST:
        raise LexiconError(f"文件超过 {LARGEST >> 20} MB，请分开导入。", "The file is too large: import it in parts.")
    try:
        return Graph().parse(data=data.decode("utf-8-sig"), format=form)
    except BROKEN as error:
        line = getattr(error, "lines", None)
        raise LexiconError(
            f"这不是可读的 {form} 文件{'' if line is None else f'，第 {line + 1} 行附近有错'}。",
            f"This is no readable {form} file{'' if line is None else f': see about line {line + 1}'}.",
        ) from error


def _concepts(graph: Graph) -> Iterator[Node]:
    """Every concept that is not the top of a scheme, each once."""
    for concept in dict.fromkeys(graph.subjects(RDF.type, SKOS.Concept)):
        if (concept, SKOS.topConceptOf, None) not in graph:
            yield concept


def _entry(graph: Graph, concept: Node) -> Entry:
    classes = [CLASSES[each] for each in graph.objects(concept, SKOS.broader) if each in CLASSES]
    term = _single(graph, concept, SKOS.prefLabel)
    if len(classes) != 1 or not term:
        raise LexiconError(
            f"{_shown(concept)} 要有一个 zh-Hans 的 prefLabel，和一个指向我们词类的 broader。",
            f"{_shown(concept)} needs one zh-Hans prefLabel and one broader that is a class of ours.",
        )
    return Entry(
        term=term,
        pinyin=_single(graph, concept, SKOS.prefLabel, PINYIN),
        term_class=classes[0],
        crafts=tuple(sorted(_single(graph, craft, SKOS.prefLabel) for craft in graph.subjects(SKOS.member, concept))),
        aliases=tuple(sorted(_texts(graph, concept, SKOS.altLabel))),
        places=tuple(sorted(_places(graph, concept))),
        definition=_single(graph, concept, SKOS.definition),
        source=_source(graph, concept),
    )


def _places(graph: Graph, concept: Node) -> Iterator[tuple[str, str]]:
    for label in graph.objects(concept, XL.altLabel):
        alias = _single(graph, label, XL.literalForm)
        yield from ((alias, place) for place in _texts(graph, label, DCTERMS.spatial))


def _source(graph: Graph, concept: Node) -> str:
    """The key of a source of ours; of another file's, what it says itself."""
    sources = sorted(str(each) for each in graph.objects(concept, DCTERMS.source))
    if len(sources) > 1:
        raise LexiconError(
            f"{_shown(concept)} 有几个来源，只能有一个。", f"{_shown(concept)} has several sources: keep one."
        )
    return one_line("".join(unquote(each.removeprefix(SOURCE)) for each in sources), _shown(concept))


def _single(graph: Graph, about: Node, what: Node, language: str = HAN) -> str:
    """The one text in a language, or nothing. Raises :class:`LexiconError` where there are several."""
    texts = list(_texts(graph, about, what, language))
    if len(texts) > 1:
        raise LexiconError(
            f"{_shown(about)} 有几个 {language} 的 {_shown(what)}，只能有一个。",
            f"{_shown(about)} has several {_shown(what)} in {language}: keep one.",
        )
    return texts[0] if texts else ""


def _texts(graph: Graph, about: Node, what: Node, language: str = HAN) -> Iterator[str]:
    """Every text in a language; those in other languages are left out. Tags are compared without case (RFC 5646)."""
    for text in graph.objects(about, what):
        if isinstance(text, Literal) and (text.language or "").lower() == language.lower():
            yield one_line(str(text), _shown(about))


def _shown(node: Node) -> str:
    return repr(unquote(str(node)))
