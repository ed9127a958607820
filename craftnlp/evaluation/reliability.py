"""Whether stated confidences are true: of the values said to be 0.8 sure, about eight in ten should be right.

Right means that an annotated span answers the value (the lenient match). ECE is the expected calibration error: the
distance between stated and observed, averaged over the bands by their share of values. The Brier score is the mean
squared distance between the confidence and 1 for right, 0 for wrong.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from craftnlp.evaluation.comparison import Comparison
from craftnlp.evaluation.passages import ReadSpan

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


class Outcome(NamedTuple):
    """What became of one read value."""

    field: str
    component: str
    stated: float
    right: bool


class Row(NamedTuple):
    """Values of one kind: how many, the mean of what they stated, how many were right."""

    name: str
    values: int
    stated: float
    right: int

    @property
    def observed(self) -> float:
        """The share that was right."""
        return self.right / self.values

    def as_json(self) -> dict[str, Any]:
        """The row with named parts, to four places."""
        figures = {"stated": round(self.stated, 4), "observed": round(self.observed, 4)}
        return {"name": self.name, "values": self.values, "right": self.right} | figures


class Reliability(NamedTuple):
    """The tables and their two sums; ``None`` where nothing was read."""

    bands: tuple[Row, ...]
    rules: tuple[Row, ...]
    brier: float | None
    ece: float | None

    def as_json(self) -> dict[str, Any]:
        """Both tables and both sums."""
        return {
            "bands": [row.as_json() for row in self.bands],
            "rules": [row.as_json() for row in self.rules],
            "brier": None if self.brier is None else round(self.brier, 4),
            "ece": None if self.ece is None else round(self.ece, 4),
        }


def outcomes(comparison: Comparison) -> Iterator[Outcome]:
    """What became of each value that a reader proposed for a passage."""
    for name, compared in comparison.fields.items():
        right = {id(pair.read) for pair in compared.pairs}
        for placed in compared.read:
            if isinstance(placed.span, ReadSpan):
                yield Outcome(name, placed.span.component, placed.span.confidence, id(placed) in right)


def reliability(found: Iterable[Outcome]) -> Reliability:
    """The tables over all outcomes. A rule shows as component, field and the confidence it states."""
    known = tuple(found)
    bands = _rows((_band(one.stated), one) for one in known)
    rules = _rows((f"{one.component} {one.field} {one.stated:.2f}", one) for one in known)
    if not known:
        return Reliability(bands, rules, None, None)
    brier = sum((one.stated - one.right) ** 2 for one in known) / len(known)
    ece = sum(row.values * abs(row.stated - row.observed) for row in bands) / len(known)
    return Reliability(bands, rules, brier, ece)


def _rows(named: Iterable[tuple[str, Outcome]]) -> tuple[Row, ...]:
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for name, one in named:
        groups[name].append(one)
    return tuple(
        Row(name, len(ones), sum(one.stated for one in ones) / len(ones), sum(one.right for one in ones))
        for name, ones in sorted(groups.items())
    )


def _band(stated: float) -> str:
    low = max(edge for edge in EDGES[:-1] if edge <= stated)
    high = EDGES[EDGES.index(low) + 1]
    return f"{low:.1f}–{high:.1f}"
