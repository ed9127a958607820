"""Said numbers as a picture needs them: figures to write, and one number for drawing that comes from the same value."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from craftnlp.spec import Measure, Quantity

MILLIMETRES: Final = {
    "毫米": 1.0, "mm": 1.0, "㎜": 1.0, "公厘": 1.0, "厘米": 10.0, "cm": 10.0, "公分": 10.0, "米": 1000.0, "m": 1000.0,
    "微米": 0.001,
}  # fmt: skip
SECONDS: Final = {"秒": 1.0, "s": 1.0, "秒钟": 1.0, "分钟": 60.0, "min": 60.0}
DEGREES: Final = frozenset({"度", "°", "deg", "degree"})

# What can be drawn at all, in millimetres, degrees or as said; beyond it a number is a slip or no matter for a picture.
LENGTH: Final = (0.005, 5000.0)
AMOUNT: Final = (0.001, 1000000.0)
POSSIBLE: Final[dict[Measure, tuple[float, float]]] = {
    Measure.ANGLE: (0.5, 360.0),
    Measure.SPEED: (0.01, 5000.0),
    Measure.SPACING: LENGTH,
    Measure.THICKNESS: LENGTH,
    Measure.WIDTH: LENGTH,
    Measure.DEPTH: LENGTH,
    Measure.LENGTH: LENGTH,
    Measure.DIAMETER: LENGTH,
    Measure.TEMPERATURE: (-50.0, 2500.0),
    Measure.LAYERS: (1.0, 40.0),
    Measure.COUNT: (0.1, 1000000.0),
    Measure.SPLIT: (1.0, 100000.0),
    Measure.GRIT: (1.0, 100000.0),
    Measure.AREA: AMOUNT,
    Measure.MASS: AMOUNT,
    Measure.VOLUME: AMOUNT,
    Measure.PROPORTION: AMOUNT,
    Measure.DURATION: AMOUNT,
    Measure.SIZE_CLASS: (0.0, 10000.0),
    Measure.OTHER: (0.0, 1000000.0),
    Measure.REPETITION: (1.0, 100000.0),
}


@dataclass(frozen=True, slots=True)
class Amount:
    """One said number. ``low`` and ``high`` are ``None`` where it is vague (几层)."""

    figure: str
    unit: str
    low: float | None
    high: float | None
    about: bool

    @property
    def numeric(self) -> bool:
        """Whether it can be drawn."""
        return self.low is not None and self.high is not None

    @property
    def ends(self) -> tuple[float, float]:
        """Both ends; equal unless a range was said. Only for a numeric amount."""
        if self.low is None or self.high is None:
            raise ValueError(f"{self.figure!r} is no number")
        return self.low, self.high

    @property
    def middle(self) -> float:
        """The number in the middle of the range."""
        return sum(self.ends) / 2

    @property
    def ranged(self) -> bool:
        """Whether a range was said."""
        return self.numeric and self.ends[0] != self.ends[1]


def amount(quantity: Quantity) -> Amount:
    """A quantity for the picture."""
    low, high = _bounds(quantity)
    about = quantity.approximate or quantity.value.endswith("+")
    return Amount(_figure(quantity), quantity.unit, low, high, about)


def _bounds(quantity: Quantity) -> tuple[float | None, float | None]:
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        try:
            low = Decimal(quantity.value.rstrip("+"))
        except InvalidOperation:
            return None, None
    low, high = (low if low is not None else high), (high if high is not None else low)
    return (None, None) if low is None or high is None else (float(low), float(high))


def _figure(quantity: Quantity) -> str:
    value = quantity.value.replace("-", "–").replace("*", " × ")
    if quantity.low is None and quantity.high is not None:
        value = f"≤ {value}"
    elif quantity.low is not None and quantity.high is None and not value.endswith("+"):
        value = f"≥ {value}"
    if quantity.approximate and not value.endswith("+"):
        value = f"≈ {value}"
    if quantity.measure is Measure.ANGLE and quantity.unit in DEGREES:
        return f"{value}°"
    return f"{value} {quantity.unit}".rstrip()


def length_in_mm(unit: str) -> float | None:
    """How many millimetres a unit of length has; ``None`` for units whose length depends on the trade."""
    return MILLIMETRES.get(unit.strip().lower())


def speed_in_mm(unit: str) -> float | None:
    """How many millimetres a second a unit of speed has."""
    length, slash, time = unit.replace("每", "/").partition("/")
    seconds = SECONDS.get(time.strip().lower()) if slash else None
    millimetres = length_in_mm(length)
    return millimetres / seconds if millimetres and seconds else None


def impossible(quantity: Quantity) -> bool:
    """Whether a number cannot be drawn: nothing, negative, beyond what hands work with, or a range from high to low."""
    said = amount(quantity)
    if not said.numeric:
        return False
    least, most = POSSIBLE[quantity.measure]
    scale = _scale(quantity)
    low, high = (end * scale for end in said.ends)
    return not (least <= low <= high <= most)


def _scale(quantity: Quantity) -> float:
    if quantity.measure is Measure.SPEED:
        return speed_in_mm(quantity.unit) or 1.0
    return length_in_mm(quantity.unit) or 1.0
