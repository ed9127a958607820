"""Entries → SKOS. Equal entries give equal bytes."""

from collections.abc import Iterable

from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from craftnlp.lexicon.entries import Entry, LexiconError
from craftnlp.lexicon.skos.names import HAN, NTRIPLES, PINYIN, TURTLE, XL, name, one_line
from craftnlp.lexicon.tables import Source
from craftnlp.spec import TermClass

CLASS_NAMES = {
    TermClass.ACTION: "动作",
    TermClass.TOOL: "工具",
    TermClass.MATERIAL: "材料",
    TermClass.TECHNIQUE: "技法",
    TermClass.PART: "部位",
    TermClass.PLACE: "场所",
    TermClass.DEFECT: "疵病",
}
SCHEME = name("scheme")


def export(entries: Iterable[Entry], sources: Iterable[Source] = (), *, form: str = TURTLE) -> str:
    """The entries as Turtle or N-Triples. Raises :class:`LexiconError` for what SKOS cannot hold."""
    graph = Graph()
    graph.bind("skosxl", XL)
    graph.add((SCHEME, RDF.type, SKOS.ConceptScheme))
    for entry in entries:
        _entry(graph, entry)
    for source in sources:
        _say(graph, name("source", source.key), DCTERMS.title, source.title)
        _say(graph, name("source", source.key), DCTERMS.description, source.note)
    text = graph.serialize(format=form)
    return "".join(sorted(text.splitlines(keepends=True))) if form == NTRIPLES else text


def _entry(graph: Graph, entry: Entry) -> None:
    for text in (*entry.surfaces, *entry.crafts, *(alias for alias, _ in entry.places), entry.source):
        one_line(text, entry.concept)
    concept = name(entry.term_class, entry.term)
    if not entry.term or (concept, RDF.type, SKOS.Concept) in graph:
        raise LexiconError(
            f"{entry.concept!r} 没有词，或者有两条，请先改好。",
            f"{entry.concept!r} is empty or stands twice: correct it.",
        )
    graph.add((concept, RDF.type, SKOS.Concept))
    graph.add((concept, SKOS.inScheme, SCHEME))
    graph.add((concept, SKOS.broader, _top(graph, entry.term_class)))
    _say(graph, concept, SKOS.prefLabel, entry.term)
    _say(graph, concept, SKOS.prefLabel, entry.pinyin, PINYIN)
    _say(graph, concept, SKOS.definition, entry.definition)
    for alias in entry.aliases:
        _say(graph, concept, SKOS.altLabel, alias)
    for alias, place in entry.places:
        _place(graph, entry, alias, place)
    for craft in entry.crafts:
        graph.add((_collection(graph, craft), SKOS.member, concept))
    if entry.source:
        graph.add((concept, DCTERMS.source, name("source", entry.source)))


def _top(graph: Graph, term_class: TermClass) -> URIRef:
    top = name("class", term_class)
    graph.add((top, RDF.type, SKOS.Concept))
    graph.add((top, SKOS.topConceptOf, SCHEME))
    _say(graph, top, SKOS.prefLabel, CLASS_NAMES[term_class])
    _say(graph, top, SKOS.prefLabel, term_class, "en")
    return top


def _collection(graph: Graph, craft: str) -> URIRef:
    collection = name("craft", craft)
    graph.add((collection, RDF.type, SKOS.Collection))
    _say(graph, collection, SKOS.prefLabel, craft)
    return collection


def _place(graph: Graph, entry: Entry, alias: str, place: str) -> None:
    label = name("label", entry.term_class, entry.term, alias)
    graph.add((name(entry.term_class, entry.term), XL.altLabel, label))
    graph.add((label, RDF.type, XL.Label))
    _say(graph, label, XL.literalForm, alias)
    _say(graph, label, DCTERMS.spatial, place)


def _say(graph: Graph, about: Node, what: Node, text: str, language: str = HAN) -> None:
    if text:
        graph.add((about, what, Literal(one_line(text, str(about)), language)))
