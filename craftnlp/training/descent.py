"""Training: the weights of a layer from marked readings.

Stochastic gradient descent with AdaGrad (Duchi et al., JMLR 12, 2011) on the log likelihood; the weights of the last
half of the epochs are averaged. Features that name a word are hidden from some characters each time: they explain the
training text too well, and what they hide (parts of speech, the rules' votes) is what carries over to other crafts.
Several trainings that differ only in chance are averaged. Same readings, same seeds: same weights.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from craftnlp.components.labelling import crf
from craftnlp.components.labelling.columns import columns
from craftnlp.components.labelling.features import BITS, NAMES_A_WORD, features
from craftnlp.components.labelling.labels import Layer, Marked, encode, forbidden
from craftnlp.components.labelling.sentences import batches, gather, sentences
from craftnlp.components.reading import Reading

EPOCHS = 6
SEEDS = (1, 2)
RATE = 0.15
DECAY = 3e-5  # L2, per character seen
HIDDEN = 0.5  # how often the features that name a word are hidden from a character
BATCH = 1500  # characters
RAREST = 6  # a feature that is seen less often gets no weight
NEVER = np.float32(-1e4)
SMALLEST = 0.1  # a feature whose weights are all below this is not stored
LARGEST = 2.0  # stored weights lie between minus this and this

Floats = NDArray[np.float32]
Arrays = dict[str, NDArray[np.generic]]


class Example(NamedTuple):
    """A reading that has its words, clauses and votes, and what is marked in it."""

    reading: Reading
    spans: tuple[Marked, ...]


class Data(NamedTuple):
    """All examples one after the other: features and label of each character, and where the sentences are."""

    places: NDArray[np.int32]
    labels: NDArray[np.int64]
    spans: list[tuple[int, int]]


class Batch(NamedTuple):
    """Some sentences as padded blocks; ``real`` is false where there is only padding."""

    rows: NDArray[np.int32]
    gold: NDArray[np.int64]
    lengths: NDArray[np.int64]
    real: NDArray[np.bool_]


class Weights(NamedTuple):
    """``table[row]`` are the scores of each label where a feature is present; row 0 stands for unknown features."""

    buckets: NDArray[np.int32]  # of each row from 1 on
    table: Floats
    transition: Floats


def prepare(examples: Iterable[Example], layer: Layer) -> Data:
    """Features, labels and sentences of the examples."""
    places, labels, spans, at = [], [], [], 0
    for reading, marked in examples:
        size = len(reading.shadow)
        places.append(features(columns(reading)))
        labels.append(encode(layer, marked, size))
        spans += [(at + start, at + end) for start, end in sentences(reading.shadow)]
        at += size
    return Data(np.concatenate(places), np.concatenate(labels), spans)


def train(
    data: Data, layer: Layer, *, epochs: int = EPOCHS, seeds: Sequence[int] = SEEDS, told: Callable[[str], None] = print
) -> Weights:
    """The mean of the weights that explain the labels best, one training for each seed. ``told`` hears of every epoch."""
    trained = [_trained(data, layer, epochs, seed, told) for seed in seeds]
    table = np.stack([one.table for one in trained]).mean(axis=0)
    transition = np.stack([one.transition for one in trained]).mean(axis=0)
    return Weights(trained[0].buckets, table, transition)


def _trained(data: Data, layer: Layer, epochs: int, seed: int, told: Callable[[str], None]) -> Weights:
    descent = _Descent(data, layer, np.random.default_rng(seed))
    sums: list[Floats] = []
    for epoch in range(1, epochs + 1):
        loss = descent.epoch()
        told(f"{layer.name}: epoch {epoch} of {epochs}, loss {loss:.4f} a character")
        if epoch > epochs // 2:
            now = [descent.table, descent.transition]
            sums = (
                [total + part for total, part in zip(sums, now, strict=True)] if sums else [part.copy() for part in now]
            )
    table, transition = (total / np.float32(epochs - epochs // 2) for total in sums)
    return Weights(descent.buckets, table, transition)


class _Descent:
    """The weights while they are learned."""

    def __init__(self, data: Data, layer: Layer, chance: np.random.Generator) -> None:
        seen = np.bincount(data.places.ravel(), minlength=1 << BITS)
        self.buckets = np.flatnonzero(seen >= RAREST).astype(np.int32)
        row_of = np.zeros(1 << BITS, dtype=np.int32)
        row_of[self.buckets] = np.arange(1, len(self.buckets) + 1)
        self._rows = row_of[data.places]
        self._data = data
        self._chance = chance
        self._groups = list(batches(data.spans, BATCH))
        self._blocked = forbidden(layer)
        self.table = np.zeros((len(self.buckets) + 1, layer.size), dtype=np.float32)
        self.transition = np.where(self._blocked, NEVER, np.float32(0))
        self._held = np.full_like(self.table, 1e-6)  # sums of squared gradients
        self._held_transition = np.full_like(self.transition, 1e-6)

    def epoch(self) -> float:
        """One pass over all sentences; the mean loss of a character."""
        order = self._chance.permutation(len(self._groups))
        return sum(self._step(self._batch(self._groups[group])) for group in order) / len(self._rows)

    def _batch(self, group: Sequence[int]) -> Batch:
        spans = [self._data.spans[place] for place in group]
        rows, lengths = gather(self._rows, spans)
        gold, _ = gather(self._data.labels, spans)
        real = np.arange(rows.shape[1])[None] < lengths[:, None]
        hidden = self._chance.random(rows.shape[:2]) < HIDDEN
        return Batch(np.where(hidden[:, :, None] & NAMES_A_WORD, 0, rows), gold, lengths, real)

    def _step(self, batch: Batch) -> float:
        """Move against the gradient of one batch; its loss."""
        emission = self.table[batch.rows].sum(axis=2)
        emission[:, 0, 2::2] += NEVER  # nothing begins inside
        unary, pairs, whole = crf.marginals(emission, self.transition, batch.lengths)
        places, times = np.nonzero(batch.real)
        said = batch.gold[places, times]
        follows = batch.real[:, 1:]
        steps = (batch.gold[:, :-1][follows], batch.gold[:, 1:][follows])
        loss = whole.sum() - emission[places, times, said].sum() - self.transition[steps].sum()
        unary[places, times, said] -= 1
        np.add.at(pairs, steps, -1)
        pairs[self._blocked] = 0
        self._move(batch.rows[batch.real], unary[batch.real])
        self._held_transition += pairs * pairs
        self.transition -= RATE * pairs / np.sqrt(self._held_transition)
        return float(loss)

    def _move(self, rows: NDArray[np.int32], gradient: Floats) -> None:
        """Change the weights of the features that are present."""
        order = np.argsort(rows, axis=None, kind="stable")
        used, starts = np.unique(rows.ravel()[order], return_index=True)
        step = np.add.reduceat(gradient[order // rows.shape[1]], starts)
        step += DECAY * len(rows) * self.table[used]
        step[used == 0] = 0
        self._held[used] += step * step
        self.table[used] -= RATE * step / np.sqrt(self._held[used])


def stored(layer: Layer, weights: Weights) -> Arrays:
    """The weights as whole numbers, as they stand in ``weights.npz``."""
    scale = LARGEST / 127
    table = np.clip(np.rint(weights.table[1:] / scale), -127, 127).astype(np.int8)
    kept = np.abs(weights.table[1:]).max(axis=1) >= SMALLEST
    transition = np.clip(np.rint(weights.transition / scale), -(10**6), 10**6).astype(np.int32)
    return {
        f"{layer.name}_buckets": weights.buckets[kept],
        f"{layer.name}_table": table[kept],
        f"{layer.name}_transition": transition,
        f"{layer.name}_scale": np.array(scale, dtype=np.float32),
    }
