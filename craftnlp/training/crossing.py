"""Cross-validation by craft: each group of crafts is labelled by a model that was trained on the others."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from zlib import crc32

from craftnlp.components.labelling.labels import Marked
from craftnlp.components.labelling.model import label, loaded
from craftnlp.components.reading import Labelled
from craftnlp.evaluation.comparison import may_answer, overlap
from craftnlp.training.descent import Arrays
from craftnlp.training.examples import prepared
from craftnlp.training.markup import Passage

FOLDS = 4


@dataclass(slots=True)
class Score:
    """How many spans a field has, how many were read, and how many of those were right, and exactly so."""

    gold: int = 0
    read: int = 0
    right: int = 0
    exact: int = 0

    @property
    def lenient(self) -> float:
        """F1 where half of the shorter span is enough."""
        return 2 * self.right / max(1, self.gold + self.read)

    @property
    def strict(self) -> float:
        """F1 where start and end must agree."""
        return 2 * self.exact / max(1, self.gold + self.read)


def fold_of(passage: Passage) -> int:
    """The fold of a passage: all passages of a craft share it."""
    return crc32(passage.craft.encode()) % FOLDS


def crossed(passages: Sequence[Passage], fit: Callable[[Sequence[Passage]], Arrays]) -> dict[str, Score]:
    """The scores of each field, and of all, over passages whose craft was left out of the training."""
    scores: defaultdict[str, Score] = defaultdict(Score)
    for fold in range(FOLDS):
        models = loaded(fit([passage for passage in passages if fold_of(passage) != fold]))
        for passage in passages:
            if fold_of(passage) == fold:
                _count(scores, label(prepared(passage.text), models), passage.spans)
    return dict(scores)


def _count(scores: defaultdict[str, Score], found: Sequence[Labelled], gold: Sequence[Marked]) -> None:
    free = set(gold)
    for mark in gold:
        for name in (mark.field.value, "all"):
            scores[name].gold += 1
    for span in found:
        answer = max(
            (mark for mark in free if mark.field is span.field and may_answer(span, mark)),
            key=lambda mark: overlap(span, mark),
            default=None,
        )
        free -= {answer}
        for name in (span.field.value, "all"):
            scores[name].read += 1
            scores[name].right += answer is not None
            scores[name].exact += answer is not None and answer[:2] == span[:2]
