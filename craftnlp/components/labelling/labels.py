"""The labels of characters: B for the first of a span, I for the rest, O for none.

Two layers, because a condition, a caution or a result may be a whole clause that holds other spans.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from craftnlp.spec import StepField


class Marked(NamedTuple):
    """A span of a text and the field it fills; offsets in code points."""

    start: int
    end: int
    field: StepField


class Layer(NamedTuple):
    """The fields that one labeller tells apart. Label 0 is O, then B and I of each field."""

    name: str
    fields: tuple[StepField, ...]

    @property
    def size(self) -> int:
        return 1 + 2 * len(self.fields)


ROLES = Layer(
    "roles",
    (
        StepField.ACTION,
        StepField.TOOL,
        StepField.MATERIAL,
        StepField.HAND,
        StepField.MANNER,
        StepField.PATH,
        StepField.PLACE,
    ),
)
CLAUSES = Layer("clauses", (StepField.CONDITION, StepField.CAUTION, StepField.RESULT))
LAYERS = (ROLES, CLAUSES)


def encode(layer: Layer, spans: Iterable[Marked], size: int) -> NDArray[np.int64]:
    """One label a character. Of two spans in one place the longer one counts."""
    labels = np.zeros(size, dtype=np.int64)
    for span in sorted(spans, key=lambda span: span.end - span.start):
        if span.field in layer.fields:
            first = 1 + 2 * layer.fields.index(span.field)
            labels[span.start : span.end] = first + 1
            labels[span.start] = first
    return labels


def decode(layer: Layer, labels: Sequence[int], start: int = 0) -> Iterator[Marked]:
    """The spans that labels say; ``start`` is the offset of the first label."""
    at = 0
    while at < len(labels):
        begun = at
        at += 1
        if labels[begun]:
            inside = labels[begun] + labels[begun] % 2
            while at < len(labels) and labels[at] == inside:
                at += 1
            yield Marked(start + begun, start + at, layer.fields[(labels[begun] - 1) // 2])


def forbidden(layer: Layer) -> NDArray[np.bool_]:
    """``[from, to]``: I may only follow B or I of its own field."""
    out = np.zeros((layer.size, layer.size), dtype=bool)
    for inside in range(2, layer.size, 2):
        out[:, inside] = True
        out[[inside - 1, inside], inside] = False
    return out
