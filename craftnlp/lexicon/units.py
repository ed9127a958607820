"""Units of measure, read from ``units.tab``: what kind of quantity each one says, and its honest conversion, if any."""

from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit as said. ``factor`` is ``None`` where no conversion is honest (一炷香)."""

    name: str
    kind: str
    canonical: str
    factor: Fraction | None
    assumption: str

    def convert(self, value: Decimal) -> Decimal | None:
        """The value in the canonical unit, to six significant places."""
        if self.factor is None:
            return None
        exact = Fraction(value) * self.factor
        return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal("0.000001")).normalize() + 0


@cache
def units() -> dict[str, Unit]:
    """Every unit by every name it has."""
    lines = files("craftnlp.lexicon").joinpath("units.tab").read_text(encoding="utf-8").splitlines()
    found: dict[str, Unit] = {}
    for line in lines[1:]:
        name, aliases, kind, canonical, factor, assumption = line.split("\t")
        ratio = Fraction(factor) if "." not in factor and factor else Fraction(Decimal(factor)) if factor else None
        for surface in (name, *aliases.split("、")):
            if surface:
                found[surface.lower()] = Unit(surface, kind, canonical, ratio, assumption)
    return found
