"""Labels: which words say the act, the tool, the material … Acts become the drafts of steps.

The spans come from the trained labeller (:mod:`craftnlp.components.labelling`). What an interviewer says is never labelled.
"""

import re
from bisect import bisect_right

from craftnlp.components.labelling.model import label
from craftnlp.components.reading import Clause, Draft, Found, Labelled, Reading
from craftnlp.spec import StepField, TermClass

HAND = re.compile("[手指拇掌]")


def labeller(reading: Reading) -> None:
    """Mark the spans of every field and draft one step for each act."""
    starts = [clause.start for clause in reading.clauses]
    for span in _said(label(reading), reading.shadow):
        home = bisect_right(starts, span.start) - 1
        if home < 0 or reading.clauses[home].interviewer:
            continue
        reading.spans.append(span)
        if span.field is StepField.ACTION:
            clause = reading.clauses[home]
            clause.predicates.append(_draft(clause, span, reading))
    reading.drafts = [draft for clause in reading.clauses for draft in clause.predicates]


def _said(spans: list[Labelled], shadow: str) -> list[Labelled]:
    """Without what only a condition names (竹子砍回来以后: nobody is told to fell it), and without hands that nobody said."""
    conditions = [span for span in spans if span.field is StepField.CONDITION]
    starts = [span.start for span in conditions]
    return [
        span
        for span in spans
        if not _is_inside(span, conditions, starts)
        and (span.field is not StepField.HAND or HAND.search(shadow, span.start, span.end))
    ]


def _is_inside(span: Labelled, conditions: list[Labelled], starts: list[int]) -> bool:
    """Whether a shorter span lies within a condition."""
    near = bisect_right(starts, span.start) - 1
    return near >= 0 and span.field is not StepField.CONDITION and span.end <= conditions[near].end


def _draft(clause: Clause, span: Labelled, reading: Reading) -> Draft:
    inside = [place for place, word in enumerate(clause.words) if word.start < span.end and span.start < word.end]
    return Draft(found(span, reading), clause, inside[0], inside[-1])


def found(span: Labelled, reading: Reading) -> Found:
    """What a labelled span says for a field, linked to the lexicon where its words are an entry."""
    entries = reading.lexicon.get(reading.shadow[span.start : span.end])
    action = span.field is StepField.ACTION
    fitting = (entry for entry in entries if (entry.term_class is TermClass.ACTION) is action)
    return Found(span.start, span.end, f"label.{span.field}", entry=next(fitting, None), probability=span.probability)
