"""The labeller: its arithmetic against every path written out, its sentences, its labels, and what it marks in a text."""

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from craftnlp import Cue, read
from craftnlp.components.labeller import labeller
from craftnlp.components.labelling import crf
from craftnlp.components.labelling.labels import LAYERS, Layer, Marked, decode, encode
from craftnlp.components.labelling.model import models
from craftnlp.components.labelling.sentences import LONGEST, batches, gather, sentences
from craftnlp.components.reading import Reading
from craftnlp.pipeline import PIPELINE, begin

# A telling of our own with every kind of span.
TELLING = (
    "先把竹筒锯成两截，右手拿篾刀，顺着竹纹慢慢劈开，不要劈到手。劈好以后把篾条泡在水缸里，泡三天。"
    "等泡软了，再用刮刀刮掉竹青，刮到发亮。最后搁在阴凉的地方晾干。"
)


class Lattice(NamedTuple):
    """Scores of a batch of sequences of different lengths."""

    emission: np.ndarray[Any, Any]
    transition: np.ndarray[Any, Any]
    lengths: np.ndarray[Any, Any]

    def paths(self, row: int) -> Iterator[tuple[tuple[int, ...], float]]:
        """Every way to label one sequence, with its score."""
        length = int(self.lengths[row])
        for path in product(range(self.emission.shape[2]), repeat=length):
            own = sum(float(self.emission[row, t, label]) for t, label in enumerate(path))
            yield path, own + sum(float(self.transition[pair]) for pair in pairwise(path))


@st.composite
def lattices(draw: st.DrawFn) -> Lattice:
    """Up to three labels, three sequences and five places; scores are quarters, so that sums are exact."""
    labels = draw(st.integers(1, 3))
    lengths = sorted(draw(st.lists(st.integers(1, 5), min_size=1, max_size=3)), reverse=True)
    shape = (len(lengths), lengths[0], labels)
    size = int(np.prod(shape))
    scores = st.integers(-24, 24).map(lambda number: number / 4)
    emission = draw(st.lists(scores, min_size=size, max_size=size))
    transition = draw(st.lists(scores, min_size=labels**2, max_size=labels**2))
    return Lattice(
        np.array(emission, dtype=np.float32).reshape(shape),
        np.array(transition, dtype=np.float32).reshape(labels, labels),
        np.array(lengths, dtype=np.int64),
    )


@given(lattices())
@settings(deadline=None)
def test_the_best_path_is_the_best_of_all_paths(lattice: Lattice) -> None:
    found = crf.best_path(*lattice)
    for row, length in enumerate(lattice.lengths):
        scores = dict(lattice.paths(row))
        assert scores[tuple(found[row, :length].tolist())] == max(scores.values())


@given(lattices())
@settings(deadline=None)
def test_the_log_sum_is_that_of_all_paths(lattice: Lattice) -> None:
    _, _, whole = crf.marginals(*lattice)
    written = [np.logaddexp.reduce([score for _, score in lattice.paths(row)]) for row in range(len(lattice.lengths))]
    assert whole == pytest.approx(written, abs=1e-3)


@given(lattices())
@settings(deadline=None)
def test_probabilities_are_the_shares_of_all_paths(lattice: Lattice) -> None:
    unary, pairs, _ = crf.marginals(*lattice)
    written = np.zeros_like(pairs)
    for row, length in enumerate(lattice.lengths):
        shares = np.zeros((length, len(pairs)))
        paths, scores = zip(*lattice.paths(row), strict=True)
        weights = np.exp(scores - np.logaddexp.reduce(scores))
        for path, weight in zip(paths, weights, strict=True):
            shares[range(length), path] += weight
            for pair in pairwise(path):
                written[pair] += weight
        assert unary[row, :length] == pytest.approx(shares, abs=1e-3)
    assert pairs == pytest.approx(written, abs=1e-3)


def test_padding_changes_nothing() -> None:
    rng = np.random.default_rng(3)
    emission = rng.normal(size=(2, 9, 5)).astype(np.float32)
    transition = rng.normal(size=(5, 5)).astype(np.float32)
    together = crf.marginals(emission, transition, np.array([9, 4]))
    alone = crf.marginals(emission[1:, :4], transition, np.array([4]))
    assert together[0][1, :4] == pytest.approx(alone[0][0], abs=1e-5)
    assert together[2][1] == pytest.approx(alone[2][0], abs=1e-4)


@pytest.mark.parametrize("layer", LAYERS, ids=[layer.name for layer in LAYERS])
def test_nothing_that_is_forbidden_is_ever_labelled(layer: Layer) -> None:
    (model,) = (model for model in models() if model.layer == layer)
    rng = np.random.default_rng(5)
    emission = rng.integers(-5000, 5000, size=(40, 60, layer.size)).astype(np.int32)
    emission[:, :, 2::2] += 4000  # the inside of a span is always tempting
    path = crf.best_path(emission, model.transition, np.full(40, 60))
    before, after = path[:, :-1], path[:, 1:]
    inside = (after > 0) & (after % 2 == 0)
    assert inside.any()
    assert ((before == after) | (before == after - 1))[inside].all()


@st.composite
def spans_of(draw: st.DrawFn, layer: Layer) -> tuple[int, list[Marked]]:
    """The length of a text, and spans in it that do not overlap; they may touch."""
    borders = sorted(draw(st.sets(st.integers(0, 40), max_size=12)))
    chosen = [
        Marked(start, end, draw(st.sampled_from(layer.fields)))
        for start, end in pairwise(borders)
        if draw(st.booleans())
    ]
    return draw(st.integers(borders[-1] if borders else 0, 50)), chosen


@given(st.sampled_from(LAYERS).flatmap(lambda layer: st.tuples(st.just(layer), spans_of(layer))))
def test_spans_become_labels_and_come_back(case: tuple[Layer, tuple[int, list[Marked]]]) -> None:
    layer, (size, spans) = case
    labels = encode(layer, spans, size)
    assert list(decode(layer, labels.tolist())) == spans
    moved = [Marked(span.start + 7, span.end + 7, span.field) for span in spans]
    assert list(decode(layer, labels.tolist(), start=7)) == moved


@pytest.mark.parametrize("layer", LAYERS, ids=[layer.name for layer in LAYERS])
def test_a_layer_marks_no_field_of_the_other(layer: Layer) -> None:
    others = [name for other in LAYERS if other != layer for name in other.fields]
    assert not encode(layer, [Marked(0, 3, name) for name in others], 5).any()


TEXTS = st.one_of(
    st.text(st.sampled_from("泥刀切。，！？…\n 」”"), max_size=400),
    st.text(st.sampled_from("泥刀切"), max_size=900),
    st.text(max_size=60),
)


@given(TEXTS)
@settings(deadline=None)
def test_sentences_cover_the_text_and_stay_short(text: str) -> None:
    found = list(sentences(text))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(first[1] == second[0] for first, second in pairwise(found))
    assert all(0 < end - start <= LONGEST for start, end in found)


def test_a_long_sentence_is_cut_at_a_comma() -> None:
    text = "把泥揉匀，" * 60
    assert all(text[end - 1] == "，" for _, end in sentences(text))


@given(st.lists(st.integers(1, 160), max_size=60), st.integers(1, 2000))
def test_batches_hold_every_sentence_once_and_no_more_than_they_may(lengths: list[int], size: int) -> None:
    ends = np.cumsum([0, *lengths]).tolist()
    spans = list(pairwise(ends))
    groups = list(batches(spans, size))
    assert sorted(place for group in groups for place in group) == list(range(len(spans)))
    for group in groups:
        own = [lengths[place] for place in group]
        assert own == sorted(own, reverse=True)
        assert len(group) == 1 or own[0] * len(own) <= size


def test_a_block_holds_each_sentence_from_its_start() -> None:
    rows = np.arange(20).reshape(10, 2)
    block, lengths = gather(rows, [(4, 9), (0, 2)])
    assert lengths.tolist() == [5, 2]
    assert block[0].tolist() == rows[4:9].tolist()
    assert block[1].tolist() == [*rows[0:2].tolist(), [0, 0], [0, 0], [0, 0]]


def labelled(*cues: Cue) -> Reading:
    """A reading up to its labels."""
    reading = begin(cues)
    for component in PIPELINE[: PIPELINE.index(labeller) + 1]:
        component(reading)
    return reading


def test_a_telling_gets_spans_of_every_kind() -> None:
    reading = labelled(Cue(text=TELLING))
    found = {(span.field.value, TELLING[span.start : span.end]) for span in reading.spans}
    assert {("action", "锯"), ("material", "竹筒"), ("tool", "篾刀"), ("tool", "刮刀"), ("hand", "右手")} <= found
    assert {name for name, _ in found} >= {"path", "manner", "place", "condition", "caution"}
    assert all(0 < span.probability <= 1 for span in reading.spans)


@pytest.mark.parametrize("layer", LAYERS, ids=[layer.name for layer in LAYERS])
def test_spans_of_a_layer_never_overlap(layer: Layer) -> None:
    spans = [span for span in labelled(Cue(text=TELLING * 3)).spans if span.field in layer.fields]
    assert spans
    assert all(first.end <= second.start for first, second in pairwise(spans))


@pytest.mark.parametrize("times", [2, 50])
def test_a_paragraph_is_labelled_alike_wherever_it_stands(times: int) -> None:
    alone = labelled(Cue(text=TELLING)).spans
    cues = [Cue(text=TELLING) for _ in range(times)]
    offset = len(TELLING) + 1
    again = labelled(*cues).spans
    parts = [[span for span in again if span.start // offset == place] for place in range(times)]
    moved = [[(span.start % offset, span.end - span.start, span.field) for span in part] for part in parts]
    assert moved[1:-1] == [moved[1]] * len(moved[1:-1])
    assert moved[0] == [(span.start, span.end - span.start, span.field) for span in alone]


def test_what_an_interviewer_says_is_never_labelled() -> None:
    words = "你是先把竹筒锯成两截，再用篾刀劈开吗？"
    cues = (Cue(speaker="问", interviewer=True, text=words), Cue(speaker="师傅", text="把篾条泡在水缸里。"))
    spans = labelled(*cues).spans
    assert spans
    assert all(span.start > len(words) for span in spans)


PROGRAM = """
import sys
from craftnlp import Cue, read
sys.stdout.write(read((Cue(text=sys.stdin.read()),)).model_dump_json())
"""


def test_two_processes_read_the_same() -> None:
    """Whatever order sets and dictionaries of strings have there."""
    root = Path(__file__).parents[2]
    told = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            input=TELLING.encode(),
            capture_output=True,
            check=True,
            cwd=root,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        ).stdout.decode()
        for seed in ("1", "2")
    ]
    assert told[0] == told[1] == read((Cue(text=TELLING),)).model_dump_json()
