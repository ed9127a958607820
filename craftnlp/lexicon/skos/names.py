"""What export and import agree on: formats, languages, the names of concepts, and which text may travel."""

import logging
import unicodedata
from urllib.parse import quote

from rdflib import Namespace, URIRef

from craftnlp.lexicon.entries import LexiconError

TURTLE, NTRIPLES = "turtle", "nt"
FORMATS = (TURTLE, NTRIPLES)
HAN, PINYIN = "zh-Hans", "zh-Latn-pinyin"
XL = Namespace("http://www.w3.org/2008/05/skos-xl#")
BASE = "urn:jiyi:lexicon:"  # a name, not an address: there is nothing to fetch
REFUSED = frozenset({"Cc", "Cs", "Zl", "Zp"})  # control characters, lone surrogates, line and paragraph separators

logging.getLogger("rdflib.term").setLevel(logging.ERROR)  # it warns of odd URIs; we only compare them


def name(*parts: str) -> URIRef:
    """The stable name of a thing: the same parts, the same name, in every export."""
    return URIRef(BASE + ":".join(quote(part, safe="") for part in parts))


def one_line(text: str, where: str) -> str:
    """The text itself. Raises :class:`LexiconError` where it holds a line break or a control character."""
    if any(unicodedata.category(char) in REFUSED for char in text):
        raise LexiconError(
            f"{where!r}：{text!r} 里有换行或控制字符，请去掉。",
            f"{text!r} holds a line break or a control character: remove it.",
        )
    return text
