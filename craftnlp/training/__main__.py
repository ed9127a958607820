"""``python -m craftnlp.training check | train | cross``.

``check`` counts the corpus, ``train`` writes the labeller's weights from it, ``cross`` measures on crafts that were left
out: each group of crafts in turn is labelled by a model that never saw one of them.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np

from craftnlp.components.labelling.labels import LAYERS
from craftnlp.training.crossing import Score, crossed
from craftnlp.training.descent import Arrays, prepare, stored, train
from craftnlp.training.examples import corpus, examples
from craftnlp.training.markup import Passage
from craftnlp.training.trust import trusting


def main(arguments: Sequence[str]) -> None:
    """Run one command."""
    parser = argparse.ArgumentParser(prog="python -m craftnlp.training", description=__doc__)
    parser.add_argument("command", choices=("check", "train", "cross"))
    command = parser.parse_args(arguments).command
    {"check": check, "train": write, "cross": cross}[command]()


def check() -> None:
    """What the corpus holds."""
    found = corpus()
    say(f"{len(found)} passages, {sum(len(passage.text) for passage in found):,} characters")
    for kind, number in sorted(Counter((passage.style, passage.script) for passage in found).items()):
        say(f"{' '.join(kind)}: {number}")
    marks = Counter(span.field.value for passage in found for span in passage.spans)
    for name, number in marks.most_common():
        say(f"{name}: {number}")


def write() -> None:
    """The weights of the whole corpus, into the package."""
    path = Path(str(files("craftnlp.components.labelling").joinpath("weights.npz")))
    np.savez_compressed(path, **fit(corpus()))  # type: ignore[arg-type]
    say(f"{path.name}: {path.stat().st_size:,} bytes from {len(corpus())} passages")


def cross() -> None:
    """Scores of each field on crafts that the model never saw."""
    say(f"{'field':10} {'gold':>5} {'read':>5}  lenient  strict")
    for name, score in crossed(corpus(), fit).items():
        say(_row(name, score))


def _row(name: str, score: Score) -> str:
    return f"{name:10} {score.gold:5} {score.read:5}  {score.lenient:.3f}    {score.strict:.3f}"


def fit(chosen: Sequence[Passage]) -> Arrays:
    """The stored weights of both layers, from some passages."""
    marked = list(examples(chosen))
    layers = [stored(layer, trusting(layer, train(prepare(marked, layer), layer, told=report))) for layer in LAYERS]
    return {name: held for weights in layers for name, held in weights.items()}


def report(text: str) -> None:
    """A line of progress."""
    sys.stderr.write(text + "\n")


def say(text: str) -> None:
    """A line of the result."""
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
