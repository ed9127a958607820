"""The trained labeller: from the columns of a reading to marked spans, each with its probability.

Scores are sums of whole numbers, so the spans are the same on every machine; only the probabilities are real numbers.
"""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from craftnlp.components.labelling import crf
from craftnlp.components.labelling.columns import Columns, columns
from craftnlp.components.labelling.features import BITS, features
from craftnlp.components.labelling.labels import LAYERS, Layer, decode
from craftnlp.components.labelling.sentences import batches, gather, sentences
from craftnlp.components.reading import Labelled, Reading

BATCH = 6000  # characters labelled at once
BLOCK = 4096  # characters whose features are held at once
NEVER = -(10**6)  # the score of what cannot be


class Model(NamedTuple):
    """The weights of one layer in whole numbers: a score is their sum times ``scale``."""

    layer: Layer
    row_of: NDArray[np.int32]
    table: NDArray[np.int8]
    transition: NDArray[np.int32]
    scale: float


@cache
def models() -> tuple[Model, ...]:
    """The models that ship with the library; read once a process."""
    with files(__package__).joinpath("weights.npz").open("rb") as file, np.load(file) as stored:
        return loaded(dict(stored))


def loaded(stored: dict[str, NDArray[np.generic]]) -> tuple[Model, ...]:
    """The models of stored weights."""
    return tuple(_model(layer, stored) for layer in LAYERS)


def _model(layer: Layer, stored: dict[str, NDArray[np.generic]]) -> Model:
    buckets, table = stored[f"{layer.name}_buckets"], stored[f"{layer.name}_table"]
    row_of = np.zeros(1 << BITS, dtype=np.int32)
    row_of[buckets] = np.arange(1, len(buckets) + 1, dtype=np.int32)
    padded = np.concatenate([np.zeros((1, layer.size), dtype=np.int8), table.astype(np.int8)])
    transition = stored[f"{layer.name}_transition"].astype(np.int32)
    return Model(layer, row_of, padded, transition, float(stored[f"{layer.name}_scale"]))


def label(reading: Reading, chosen: tuple[Model, ...] | None = None) -> list[Labelled]:
    """The spans of a reading that has its words and clauses, in the order of the text."""
    used = chosen or models()
    spans = list(sentences(reading.shadow))
    scores = _scores(used, columns(reading))
    return sorted(span for model, own in zip(used, scores, strict=True) for span in _labelled(model, own, spans))


def _labelled(model: Model, scores: NDArray[np.int16], spans: list[tuple[int, int]]) -> list[Labelled]:
    found: list[Labelled] = []
    for group in batches(spans, BATCH):
        chosen = [spans[place] for place in group]
        gathered, lengths = gather(scores, chosen)
        block = gathered.astype(np.int32)
        block[:, 0, 2::2] += NEVER  # nothing begins inside
        path = crf.best_path(block, model.transition, lengths)
        sure = _probabilities(model, block, lengths, path)
        for row, (start, end) in enumerate(chosen):
            for span in decode(model.layer, path[row, : end - start].tolist()):
                least = sure[row, span.start : span.end].min()
                found.append(Labelled(start + span.start, start + span.end, span.field, float(least)))
    return found


def _scores(used: tuple[Model, ...], told: Columns) -> list[NDArray[np.int16]]:
    """The scores of each model, so many characters at a time that their features need little room."""
    scores = [np.zeros((len(told), model.layer.size), dtype=np.int16) for model in used]
    for start in range(0, len(told), BLOCK):
        places = features(told, start, start + BLOCK)
        for model, own in zip(used, scores, strict=True):
            _add(model, places, own[start : start + BLOCK])
    return scores


def _add(model: Model, places: NDArray[np.int32], scores: NDArray[np.int16]) -> None:
    """Add the weights of each character's features; a hundred of them are still far from the largest int16."""
    for template in range(places.shape[1]):
        scores += model.table[model.row_of[places[:, template]]]


def _probabilities(
    model: Model, block: NDArray[np.int32], lengths: NDArray[np.int64], path: NDArray[np.int64]
) -> NDArray[np.float32]:
    emission = np.maximum(block, NEVER).astype(np.float32) * np.float32(model.scale)
    transition = model.transition.astype(np.float32) * np.float32(model.scale)
    unary, _, _ = crf.marginals(emission, transition, lengths)
    return np.take_along_axis(unary, path[:, :, None], axis=2)[:, :, 0]
