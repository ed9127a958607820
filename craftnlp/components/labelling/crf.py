"""A linear-chain conditional random field over batches of sequences (Lafferty et al., ICML 2001), in numpy.

Scores are ``emission[b, t, label]`` and ``transition[from, to]``. Sequences of falling length are padded to one length;
``lengths`` tells what is real.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Labels = NDArray[np.int64]


def best_path(emission: NDArray[Any], transition: NDArray[Any], lengths: Labels) -> Labels:
    """The best labels of each sequence (Viterbi). ``lengths`` are falling; shape (batch, time)."""
    batch, time, _ = emission.shape
    score = emission[:, 0].copy()
    back = np.zeros(emission.shape, dtype=np.int8)
    for t in range(1, time):
        live = int((lengths > t).sum())
        joined = score[:live, :, None] + transition
        back[:live, t] = joined.argmax(axis=1)
        score[:live] = joined.max(axis=1) + emission[:live, t]
    path = np.zeros((batch, time), dtype=np.int64)
    rows = np.arange(batch)
    label = score.argmax(axis=1)
    for t in range(time - 1, -1, -1):
        path[rows, t] = label
        going = (lengths > t) & (t > 0)
        label = np.where(going, back[rows, t, label], label)
    return path


def marginals(emission: Floats, transition: Floats, lengths: Labels) -> tuple[Floats, Floats, Floats]:
    """Probability of each label at each place, expected count of each transition, log sum over all paths.

    Sums over paths are kept as shares of their total, which is taken out at every place (Rabiner, Proc. IEEE 77, 1989,
    section V.A); beyond the end of a sequence they stay as they were at its end.
    """
    top = emission.max(axis=2, keepdims=True)
    weight = np.exp((emission - top).astype(np.float64))
    step = np.exp(transition.astype(np.float64))
    alpha, scale = _forward(weight, step, lengths)
    beta = _backward(weight, step, lengths, scale)
    real = np.arange(emission.shape[1])[None] < lengths[:, None]
    whole = ((np.log(scale) + top[:, :, 0]) * real).sum(axis=1)
    pairs = np.zeros_like(step)
    for t in range(1, emission.shape[1]):
        live = int((lengths > t).sum())
        after = weight[:live, t] * beta[:live, t] / scale[:live, t, None]
        pairs += alpha[:live, t - 1].T @ after
    return (alpha * beta).astype(np.float32), (pairs * step).astype(np.float32), whole.astype(np.float32)


def _forward(weight: Doubles, step: Doubles, lengths: Labels) -> tuple[Doubles, Doubles]:
    """Shares of the paths up to each place that end in each label, and the totals that were taken out."""
    alpha, scale = np.zeros_like(weight), np.ones(weight.shape[:2])
    alpha[:, 0] = weight[:, 0]
    scale[:, 0] = alpha[:, 0].sum(axis=1)
    alpha[:, 0] /= scale[:, :1]
    for t in range(1, weight.shape[1]):
        live = int((lengths > t).sum())
        alpha[:live, t] = (alpha[:live, t - 1] @ step) * weight[:live, t]
        scale[:live, t] = alpha[:live, t].sum(axis=1)
        alpha[:live, t] /= scale[:live, t, None]
    return alpha, scale


def _backward(weight: Doubles, step: Doubles, lengths: Labels, scale: Doubles) -> Doubles:
    """What the paths after each place weigh, in the same measure."""
    beta = np.ones_like(weight)
    for t in range(weight.shape[1] - 2, -1, -1):
        live = int((lengths > t + 1).sum())
        after = weight[:live, t + 1] * beta[:live, t + 1] / scale[:live, t + 1, None]
        beta[:live, t] = after @ step.T
    return beta
