"""Language: oral transcript in, quoted specification out. A pure library: no Django, no database.

``read(parse_transcript(text))`` is the whole of it. Importing this package is light; the tokenizer and its dictionary
are loaded by the first reading.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from craftnlp.cues import Cue, CueError, decode, parse_transcript, transcript_text
from craftnlp.sentence import title
from craftnlp.spec import (
    Candidate,
    Edge,
    Hand,
    HandSide,
    Mark,
    Measure,
    Phrase,
    Quantity,
    Question,
    Quote,
    Relation,
    Status,
    Step,
    StepField,
    TechniqueSpec,
    Term,
    TermClass,
)

if TYPE_CHECKING:
    from craftnlp.lexicon import Lexicon
    from craftnlp.pipeline import PIPELINE

__all__ = [
    "PIPELINE",
    "Candidate",
    "Cue",
    "CueError",
    "Edge",
    "Hand",
    "HandSide",
    "Mark",
    "Measure",
    "Phrase",
    "Quantity",
    "Question",
    "Quote",
    "Relation",
    "Status",
    "Step",
    "StepField",
    "TechniqueSpec",
    "Term",
    "TermClass",
    "decode",
    "parse_transcript",
    "read",
    "title",
    "transcript_text",
]


def read(cues: Sequence[Cue], *, lexicon: "Lexicon | None" = None) -> TechniqueSpec:
    """Propose a specification from the cues of a transcript."""
    from craftnlp import pipeline

    return pipeline.read(cues, lexicon=lexicon)


def __getattr__(name: str) -> Any:
    if name == "PIPELINE":
        from craftnlp.pipeline import PIPELINE

        return PIPELINE
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
