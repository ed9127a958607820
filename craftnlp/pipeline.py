"""The order of work, in one tuple. Each component adds spans to a :class:`Reading`; the text never changes."""

import re
from collections.abc import Callable, Sequence

from craftnlp.components.assembly import assembly
from craftnlp.components.attachment import attachment
from craftnlp.components.clauses import clauses
from craftnlp.components.frames import frames
from craftnlp.components.labeller import labeller
from craftnlp.components.order.sections import sections
from craftnlp.components.order.sequence import sequence
from craftnlp.components.quantities.quantity import quantity
from craftnlp.components.reading import Reading
from craftnlp.components.rules.votes import rules
from craftnlp.components.speech.disfluency import disfluency
from craftnlp.components.terms import terms
from craftnlp.components.tokenizer import tokenizer
from craftnlp.cues import Cue, CueError, transcript_text
from craftnlp.lexicon import Lexicon, load
from craftnlp.lexicon.folding import fold
from craftnlp.spec import TechniqueSpec, text_sha256

VERSION = "0.1"

Component = Callable[[Reading], None]

PIPELINE: tuple[Component, ...] = (
    quantity,
    terms,
    disfluency,
    tokenizer,
    clauses,
    rules,
    labeller,
    attachment,
    sequence,
    assembly,
    frames,
)

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def read(cues: Sequence[Cue], *, lexicon: Lexicon | None = None) -> TechniqueSpec:
    """Propose a specification from a transcript. Raises :class:`CueError` where there is no Chinese to read."""
    reading = begin(cues, lexicon)
    if not HAN.search(reading.text):
        raise CueError(
            "没有找到中文。请上传中文口述记录；别的语言请先译成中文，并注明是译文。",
            "No Chinese found: upload a Chinese transcript, or a translation marked as such.",
        )
    for component in PIPELINE:
        component(reading)
    return TechniqueSpec(
        transcript_sha256=text_sha256(reading.text),
        reader=f"craftnlp/{VERSION} lexicon/{reading.lexicon.version}",
        steps=tuple(reading.steps),
        edges=tuple(reading.edges),
        marks=tuple(reading.marks),
        candidates=tuple(reading.candidates),
        sections=sections(reading),
    )


def begin(cues: Sequence[Cue], lexicon: Lexicon | None = None) -> Reading:
    """A reading that knows nothing yet but its text."""
    text = transcript_text(cues)
    return Reading(cues=tuple(cues), lexicon=lexicon or load(), text=text, shadow=fold(text))
