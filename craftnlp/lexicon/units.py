"""Units of measure, read from ``units.tab``: what kind of quantity each one says, and its honest conversion, if any."""

from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit as said. ``factor`` is ``None`` where no conversion is honest (一炷香).

    ``not_before`` are the endings that make another word of it: 次 + 序, 面 + 粉. A unit of the kind ``part`` is one
    only inside a compound (一石二斗).
    """

    name: str
    kind: str
    canonical: str
    factor: Fraction | None
    assumption: str
    not_before: tuple[str, ...] = ()

    def convert(self, value: Decimal) -> Decimal | None:
        """The value in the canonical unit, to six significant places."""
        return None if self.factor is None else rounded(Fraction(value) * self.factor)


def rounded(exact: Fraction) -> Decimal:
    """An exact figure as a decimal with six places, without trailing zeros."""
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal("0.000001")).normalize() + 0


@cache
def units() -> dict[str, Unit]:
    """Every unit by every name it has."""
    lines = files("craftnlp.lexicon").joinpath("units.tab").read_text(encoding="utf-8").splitlines()
    found: dict[str, Unit] = {}
    for line in lines[1:]:
        name, aliases, kind, canonical, factor, assumption, not_before = line.split("\t")
        ratio = Fraction(factor) if "." not in factor and factor else Fraction(Decimal(factor)) if factor else None
        endings = tuple(ending for ending in not_before.split("、") if ending)
        for surface in (name, *aliases.split("、")):
            if surface:
                found[surface.lower()] = Unit(surface, kind, canonical, ratio, assumption, endings)
    return found
