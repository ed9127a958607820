"""Training: the form of the corpus, the corpus that ships, and weights made from a corpus of ten sentences."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from craftnlp.components.labelling import crf
from craftnlp.components.labelling.columns import columns
from craftnlp.components.labelling.features import features
from craftnlp.components.labelling.labels import LAYERS, Layer, Marked, decode
from craftnlp.components.labelling.model import Model, label, loaded
from craftnlp.components.labelling.sentences import batches, gather, sentences
from craftnlp.spec import StepField
from craftnlp.training.descent import NEVER, Data, Example, Weights, prepare, stored, train
from craftnlp.training.examples import corpus, prepared
from craftnlp.training.markup import FIELDS, HOLDING, MarkupError, Passage, parse, passages

ROOT = Path(__file__).parents[2]


@st.composite
def marked_lines(draw: st.DrawFn) -> str:
    """A line with marks; conditions, cautions and results may hold others."""

    def piece(depth: int) -> str:
        words = draw(st.text("竹刀切泥，。 1", max_size=3))
        if depth > 2 or not draw(st.booleans()):
            return words
        mark = draw(st.sampled_from(sorted(HOLDING if depth < 2 else FIELDS)))
        held = piece(depth + 1) if mark in HOLDING else ""
        return f"{words}{{{mark}:{held or '泥'}}}{piece(depth + 1)}"

    return piece(0)


def rendered(text: str, spans: tuple[Marked, ...]) -> str:
    """The marked line of a text and its spans; a span that ends first stands first in ``spans``."""
    letter = {name: mark for mark, name in FIELDS.items()}
    opening: dict[int, str] = {}
    closing: dict[int, str] = {}
    for span in reversed(spans):
        opening[span.start] = opening.get(span.start, "") + f"{{{letter[span.field]}:"
        closing[span.end] = "}" + closing.get(span.end, "")
    return "".join(
        closing.get(at, "") + opening.get(at, "") + (text[at] if at < len(text) else "") for at in range(len(text) + 1)
    )


@given(marked_lines())
def test_a_marked_line_is_read_and_can_be_written_again(line: str) -> None:
    text, spans = parse(line)
    assert text == re.sub(r"\{\w:|\}", "", line)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert rendered(text, spans) == line


def test_marks_count_in_the_text_without_marks() -> None:
    text, spans = parse("先把{m:泥}{a:揉}匀，{c:等{m:泥}软了}再{a:拍}。")
    assert text == "先把泥揉匀，等泥软了再拍。"
    assert [(text[span.start : span.end], span.field) for span in spans] == [
        ("泥", StepField.MATERIAL),
        ("揉", StepField.ACTION),
        ("泥", StepField.MATERIAL),
        ("等泥软了", StepField.CONDITION),
        ("拍", StepField.ACTION),
    ]


@pytest.mark.parametrize(
    "line",
    ["把{z:泥}揉匀", "把{m泥}揉匀", "把{", "把{m:泥揉匀", "把泥}揉匀", "把{m:}揉匀", "{a:把{m:泥}揉匀}", "{c:等{m:泥}"],
)
def test_a_fault_names_its_line(line: str) -> None:
    with pytest.raises(MarkupError, match="line 3"):
        list(passages(f"# 陶艺 | spoken | hans\n拍平。\n{line}\n"))


@pytest.mark.parametrize("head", ["# 陶艺", "# 陶艺 | spoken", "# 陶艺 | spoken | hans | more", "#"])
def test_a_head_says_craft_style_and_script(head: str) -> None:
    with pytest.raises(MarkupError, match="line 2"):
        list(passages(f"\n{head}\n拍平。\n"))


def test_a_passage_belongs_to_a_block() -> None:
    with pytest.raises(MarkupError, match="line 4"):
        list(passages("# 陶艺 | spoken | hans\n拍平。\n\n拍平。\n"))


def test_the_shipped_corpus_has_both_scripts_both_styles_and_every_field() -> None:
    assert len(corpus()) > 1500
    assert {passage.script for passage in corpus()} == {"hans", "hant"}
    assert {passage.style for passage in corpus()} == {"spoken", "written"}
    assert {span.field for passage in corpus() for span in passage.spans} == set(FIELDS.values())
    assert all(passage.text[span.start : span.end].strip() for passage in corpus() for span in passage.spans)


LONG = 12  # characters; shorter sentences are common property


def test_no_sentence_of_the_corpus_is_one_that_tests_or_samples_use() -> None:
    """Else a test would only show that the labeller remembers."""
    files = [*ROOT.joinpath("tests").rglob("*.py"), *ROOT.joinpath("archive", "samples").rglob("*.*")]
    held = "\n".join(
        file.read_text(encoding="utf-8") for file in files if file.suffix in {".py", ".vtt", ".txt", ".md"}
    )
    written = {part for passage in corpus() for part in re.split("[。！？\n]", passage.text) if len(part) >= LONG}
    assert [part for part in written if part in held] == []


TINY = """
# 竹编 | spoken | hans
先把{m:竹筒}{a:锯}成{r:两截}，{h:右手}拿{t:篾刀}。
{p:顺着竹纹}{w:慢慢}{a:劈开}，{x:不要劈到手}。
把{m:篾条}{a:泡}在{l:水缸里}，泡三天。
{c:等篾条泡软了}，用{t:刮刀}{a:刮掉}{m:竹青}。
这门手艺是我爷爷传下来的。

# 陶藝 | written | hant
{m:泥團}{w:反覆}{a:揉}一百下，{r:揉到沒有氣泡}。
{c:泥片半乾時}，以{t:竹刀}{a:切}下{m:邊角}。
{h:雙手}{a:扶住}{m:坯體}，{p:從下往上}{a:拉}。
{m:坯體}{a:放}在{l:陰涼處}，{x:切勿曝曬}。
窯是父親年輕時砌的，用了三十年。
"""
EPOCHS = 30
Arrays = dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]]


class Trained(NamedTuple):
    """The weights of one layer, what they were made from, and the losses told on the way."""

    layer: Layer
    weights: Weights
    losses: list[float]


@cache
def tiny() -> tuple[Passage, ...]:
    return tuple(passages(TINY))


@cache
def data(layer: Layer, *, backwards: bool = False) -> Data:
    chosen = tiny()[::-1] if backwards else tiny()
    return prepare([Example(prepared(passage.text), passage.spans) for passage in chosen], layer)


@cache
def trained(layer: Layer, *, seed: int = 1, backwards: bool = False) -> Trained:
    told: list[str] = []
    weights = train(data(layer, backwards=backwards), layer, epochs=EPOCHS, seeds=(seed,), told=told.append)
    return Trained(layer, weights, [float(found[1]) for line in told if (found := re.search(r"loss ([\d.]+)", line))])


@pytest.fixture
def nothing_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten sentences spread what they teach over weights that are all too small to be stored otherwise."""
    monkeypatch.setattr("craftnlp.training.descent.SMALLEST", 0.0)


def models(*, backwards: bool = False) -> tuple[Model, ...]:
    made: Arrays = {}
    for layer in LAYERS:
        made |= stored(layer, trained(layer, backwards=backwards).weights)
    return loaded(made)


def marks(text: str, chosen: tuple[Model, ...]) -> set[tuple[str, StepField]]:
    return {(text[span.start : span.end], span.field) for span in label(prepared(text), chosen)}


def annotated(passage: Passage) -> set[tuple[str, StepField]]:
    return {(passage.text[span.start : span.end], span.field) for span in passage.spans}


@pytest.mark.parametrize("layer", LAYERS, ids=[layer.name for layer in LAYERS])
def test_the_loss_falls(layer: Layer) -> None:
    losses = trained(layer).losses
    assert len(losses) == EPOCHS
    assert losses[0] > losses[1] > losses[-1]
    assert losses[-1] < losses[0] / 4


@pytest.mark.usefixtures("nothing_left_out")
@pytest.mark.parametrize("backwards", [False, True], ids=["in order", "backwards"])
def test_what_was_learned_is_known(backwards: bool) -> None:
    """In whatever order the passages stood."""
    chosen = models(backwards=backwards)
    assert [marks(passage.text, chosen) for passage in tiny()] == [annotated(passage) for passage in tiny()]


@pytest.mark.parametrize("layer", LAYERS, ids=[layer.name for layer in LAYERS])
def test_same_seed_same_weights(layer: Layer) -> None:
    first = trained(layer).weights
    again = train(data(layer), layer, epochs=EPOCHS, seeds=(1,), told=lambda _: None)
    assert all(np.array_equal(one, two) for one, two in zip(first, again, strict=True))


@pytest.mark.parametrize("layer", LAYERS, ids=[layer.name for layer in LAYERS])
def test_nothing_is_learned_to_go_on_that_has_not_begun(layer: Layer) -> None:
    transition = trained(layer).weights.transition
    for inside in range(2, layer.size, 2):
        own = transition[[inside - 1, inside], inside]
        assert np.delete(transition[:, inside], [inside - 1, inside]).max() < own.min() - 1000


def test_another_seed_hides_other_words() -> None:
    (layer, *_) = LAYERS
    assert not np.array_equal(trained(layer).weights.table, trained(layer, seed=2).weights.table)


def exact(text: str, trained: Trained) -> Iterator[Marked]:
    """The spans of a text by the weights as they were learned, before anything was rounded or left out."""
    reading, weights = prepared(text), trained.weights
    places = features(columns(reading))
    rows = np.searchsorted(weights.buckets, places).clip(max=len(weights.buckets) - 1)
    scores = weights.table[np.where(weights.buckets[rows] == places, rows + 1, 0)].sum(axis=1)
    spans = list(sentences(reading.shadow))
    for group in batches(spans, 6000):
        chosen = [spans[place] for place in group]
        block, lengths = gather(scores, chosen)
        block[:, 0, 2::2] += NEVER
        path = crf.best_path(block, weights.transition, lengths)
        for row, (start, end) in enumerate(chosen):
            yield from decode(trained.layer, path[row, : end - start].tolist(), start)


@pytest.mark.usefixtures("nothing_left_out")
@pytest.mark.parametrize("text", [passage.text for passage in tiny()])
def test_stored_weights_say_the_same_as_learned_ones(text: str) -> None:
    kept = [(span.start, span.end, span.field) for span in label(prepared(text), models())]
    learned = sorted((span.start, span.end, span.field) for layer in LAYERS for span in exact(text, trained(layer)))
    assert kept == learned


@pytest.mark.parametrize("layer", LAYERS, ids=[layer.name for layer in LAYERS])
def test_stored_weights_are_the_learned_ones_rounded(layer: Layer) -> None:
    weights = trained(layer).weights
    made = stored(layer, weights)
    scale = float(made[f"{layer.name}_scale"])
    kept = np.isin(weights.buckets, made[f"{layer.name}_buckets"])
    off = made[f"{layer.name}_table"].astype(np.float64) * scale - weights.table[1:][kept]
    within = np.abs(weights.table[1:][kept]) < 127 * scale
    assert kept.any()
    assert np.abs(off[within]).max() <= scale / 2 + 1e-6
    assert np.abs(weights.table[1:][~kept]).max(initial=0) < 0.2
