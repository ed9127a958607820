"""The training corpus: sentences written for it, as readings with their spans.

Each passage is read twice, with the whole lexicon and with half of it, so that the labeller learns to do without a
word that no lexicon knows yet.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from zlib import crc32

from craftnlp.components.labeller import labeller
from craftnlp.components.reading import Reading
from craftnlp.cues import Cue
from craftnlp.lexicon import Lexicon, load
from craftnlp.pipeline import PIPELINE, begin
from craftnlp.training.descent import Example
from craftnlp.training.markup import MarkupError, Passage, passages

HALVES = 8


@cache
def corpus() -> tuple[Passage, ...]:
    """Every passage that ships with the library. Raises :class:`~craftnlp.training.markup.MarkupError`."""
    found: list[Passage] = []
    for file in sorted(files(__package__).joinpath("corpus").iterdir(), key=lambda item: item.name):
        try:
            found += passages(file.read_text(encoding="utf-8"))
        except MarkupError as error:
            raise MarkupError(f"{file.name}: {error}") from error
    return tuple(found)


def examples(chosen: Iterable[Passage]) -> Iterator[Example]:
    """Each passage twice: read with the whole lexicon, and with a random half of it."""
    halves = [_half(number) for number in range(HALVES)]
    for place, passage in enumerate(chosen):
        for lexicon in (load(), halves[place % len(halves)]):
            yield Example(prepared(passage.text, lexicon), passage.spans)


def prepared(text: str, lexicon: Lexicon | None = None) -> Reading:
    """A reading of one speaker's words, up to what the labeller needs."""
    reading = begin((Cue(text=text),), lexicon)
    for component in PIPELINE[: PIPELINE.index(labeller)]:
        component(reading)
    return reading


def _half(number: int) -> Lexicon:
    """Half of the lexicon; which half depends on ``number`` and on each word alone."""
    return Lexicon(entry for entry in load().entries if crc32(f"{number} {entry.concept}".encode()) % 2)
