"""What went wrong, word by word, for looking at."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from craftnlp.evaluation.comparison import Comparison, Pair, Placed
from craftnlp.evaluation.passages import Span
from craftnlp.evaluation.scores import same_amount


class Kind(StrEnum):
    """How a reading can be wrong about a span."""

    MISSED = "missed"
    FALSE = "false"
    WRONG_AMOUNT = "wrong amount"
    WRONG_STEP = "wrong step"


class Mistake(NamedTuple):
    """One mistake. ``quote`` is what stands in the passage; ``read`` is what was made of it, where that matters."""

    passage: str | int
    field: str
    kind: Kind
    start: int
    end: int
    quote: str
    read: str = ""

    def as_json(self) -> dict[str, Any]:
        """The mistake with named parts."""
        return self._asdict()


def mistakes(comparison: Comparison) -> Iterator[Mistake]:
    """Every mistake of a passage, field by field, in the order of the text."""
    for name, compared in comparison.fields.items():
        answered = {id(placed) for pair in compared.pairs for placed in pair}
        missed = [_plain(comparison, name, Kind.MISSED, one) for one in compared.gold if id(one) not in answered]
        false = [_plain(comparison, name, Kind.FALSE, one) for one in compared.read if id(one) not in answered]
        poor = [found for pair in compared.pairs for found in _poor(comparison, name, pair)]
        yield from sorted((*missed, *false, *poor), key=lambda mistake: (mistake.kind, mistake.start))


def _plain(comparison: Comparison, name: str, kind: Kind, placed: Placed) -> Mistake:
    start, end = placed.span.start, placed.span.end
    return Mistake(comparison.passage.id, name, kind, start, end, comparison.passage.text[start:end])


def _poor(comparison: Comparison, name: str, pair: Pair) -> Iterator[Mistake]:
    if name == "quantity" and not same_amount(pair):
        read = f"{_amount(pair.read.span)} ≠ {_amount(pair.gold.span)}"
        yield _plain(comparison, name, Kind.WRONG_AMOUNT, pair.gold)._replace(read=read)
    if comparison.step_of.get(pair.read.step) != pair.gold.step:
        action = comparison.passage.steps[pair.gold.step].action
        belongs = f"→ {comparison.passage.text[action.start : action.end]}"
        yield _plain(comparison, name, Kind.WRONG_STEP, pair.gold)._replace(read=belongs)


def _amount(span: Span) -> str:
    return f"{span.value or '–'} {span.unit or ''}".strip()
