"""How well a reading agrees with annotated text: scores, mistakes, and whether the stated confidences are true.

Nothing here reads a transcript. ``compare(passage, steps)`` sets the steps that somebody read beside the annotated
ones; ``score``, ``mistakes`` and ``outcomes`` each look at that comparison.
"""

from craftnlp.evaluation.comparison import Comparison, compare
from craftnlp.evaluation.mistakes import Mistake, mistakes
from craftnlp.evaluation.passages import AnnotatedStep, Passage, PassageText, Span, read_lines, steps_of
from craftnlp.evaluation.reliability import Reliability, outcomes, reliability
from craftnlp.evaluation.scores import Scores, score, total

__all__ = [
    "AnnotatedStep",
    "Comparison",
    "Mistake",
    "Passage",
    "PassageText",
    "Reliability",
    "Scores",
    "Span",
    "compare",
    "mistakes",
    "outcomes",
    "read_lines",
    "reliability",
    "score",
    "steps_of",
    "total",
]
