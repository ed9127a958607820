"""The figures: precision, recall and F1 by field, strict, lenient and linked; value and unit; order; inventions."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, NamedTuple

from craftnlp.evaluation.comparison import FIELDS, Comparison, Invention, Pair
from craftnlp.evaluation.support import plain_unit, plain_value

HEADLINE = FIELDS[:7]
LEVELS = ("strict", "lenient", "linked")
EXAMPLES = 12


class Agreement(NamedTuple):
    """Precision, recall and F1 of ``hits`` among what was read and what is annotated."""

    hits: int
    read: int
    gold: int

    @property
    def precision(self) -> float:
        """How much of what was read is right; 0 where nothing was read."""
        return self.hits / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """How much of what is annotated was read; 0 where nothing is annotated."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def as_json(self) -> dict[str, Any]:
        """The figures to four places, with the counts."""
        figures = {"P": round(self.precision, 4), "R": round(self.recall, 4), "F1": round(self.f1, 4)}
        return figures | {"tp": self.hits, "pred": self.read, "gold": self.gold}


@dataclass(frozen=True, slots=True)
class Count:
    """What was read, annotated and matched in some fields of some passages."""

    read: int = 0
    gold: int = 0
    strict: int = 0
    lenient: int = 0
    linked: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.read + other.read,
            self.gold + other.gold,
            self.strict + other.strict,
            self.lenient + other.lenient,
            self.linked + other.linked,
        )

    def at(self, level: str) -> Agreement:
        """The agreement at one of :data:`LEVELS`."""
        return Agreement(getattr(self, level), self.read, self.gold)


@dataclass(frozen=True, slots=True)
class Scores:
    """The counts of some passages; figures are taken from them at the end, so passages can be added up."""

    passages: int = 0
    fields: dict[str, Count] = field(default_factory=lambda: dict.fromkeys(FIELDS, Count()))
    value_and_unit: int = 0
    in_order: int = 0
    ordered: int = 0
    invented: tuple[Invention, ...] = ()

    def __add__(self, other: "Scores") -> "Scores":
        return Scores(
            self.passages + other.passages,
            {name: self.fields[name] + other.fields[name] for name in FIELDS},
            self.value_and_unit + other.value_and_unit,
            self.in_order + other.in_order,
            self.ordered + other.ordered,
            self.invented + other.invented,
        )

    def over(self, names: Iterable[str]) -> Count:
        """The counts of several fields together."""
        return sum((self.fields[name] for name in names), Count())

    def rows(self) -> dict[str, Count]:
        """Every field, then the headline and all fields."""
        return self.fields | {"HEADLINE": self.over(HEADLINE), "ALL_FIELDS": self.over(FIELDS)}

    @property
    def quantities(self) -> Agreement:
        """Quantities with the right value and unit."""
        return self.fields["quantity"].at("lenient")._replace(hits=self.value_and_unit)

    @property
    def order(self) -> float | None:
        """How many pairs of matched acts stand in the annotated order; ``None`` without a pair."""
        return self.in_order / self.ordered if self.ordered else None

    def as_json(self) -> dict[str, Any]:
        """All figures, to four places."""
        rows = {name: {level: count.at(level).as_json() for level in LEVELS} for name, count in self.rows().items()}
        examples = [[one.passage, one.field, one.span.model_dump(exclude_none=True)] for one in self.invented]
        return rows | {
            "quantity_value_unit": self.quantities.as_json(),
            "order": None if self.order is None else round(self.order, 4),
            "invented": {"count": len(self.invented), "examples": examples[:EXAMPLES]},
            "passages": self.passages,
        }


def score(comparison: Comparison) -> Scores:
    """The counts of one passage."""
    fields = {
        name: Count(
            read=len(compared.read) + compared.unsupported,
            gold=len(compared.gold),
            strict=sum(pair.exact for pair in compared.pairs),
            lenient=len(compared.pairs),
            linked=sum(comparison.step_of.get(pair.read.step) == pair.gold.step for pair in compared.pairs),
        )
        for name, compared in comparison.fields.items()
    }
    told = [gold for _, gold in sorted(comparison.step_of.items())]
    return Scores(
        passages=1,
        fields=fields,
        value_and_unit=sum(same_amount(pair) for pair in comparison.fields["quantity"].pairs),
        in_order=sum(first < second for first, second in combinations(told, 2)),
        ordered=len(told) * (len(told) - 1) // 2,
        invented=tuple(comparison.invented),
    )


def total(scores: Iterable[Scores]) -> Scores:
    """The counts of many passages."""
    return sum(scores, Scores())


def same_amount(pair: Pair) -> bool:
    """Whether both spans say the same value in the same unit."""
    return plain_value(pair.read.span.value) == plain_value(pair.gold.span.value) and plain_unit(
        pair.read.span.unit
    ) == plain_unit(pair.gold.span.unit)
