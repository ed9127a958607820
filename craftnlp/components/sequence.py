"""The order of the steps: that of the telling, unless a word says otherwise."""

import re
from itertools import pairwise

from craftnlp.components.reading import Draft, Reading
from craftnlp.components.words import SEQUENCE
from craftnlp.spec import Edge, Quote, Relation

PARALLEL = re.compile("同时|一边|一面|一边儿")
ALTERNATIVE = re.compile("或者|要么|也可以|也可|或(?!许)")


def sequence(reading: Reading) -> None:
    """Join each step to the one told before it, with the word that says how."""
    numbered = [(f"s{number}", draft) for number, draft in enumerate(reading.drafts, 1)]
    reading.edges = [_edge(reading, before[0], after) for before, after in pairwise(numbered)]


def _edge(reading: Reading, source: str, after: tuple[str, Draft]) -> Edge:
    target, draft = after
    words = draft.clause.words[: draft.first]
    lead = reading.shadow[draft.clause.start : draft.action.start]
    for pattern, relation in ((PARALLEL, Relation.PARALLEL), (ALTERNATIVE, Relation.ALTERNATIVE)):
        if found := pattern.search(lead):
            marker = reading.quote(draft.clause.start + found.start(), draft.clause.start + found.end())
            return Edge(source=source, target=target, relation=relation, marker=marker)
    said = next((word for word in words if word.text in SEQUENCE), None)
    marker_quote: Quote | None = reading.quote(said.start, said.end) if said else None
    return Edge(source=source, target=target, marker=marker_quote)
