"""The rhythm of the needle and the scale of the magnified section, both from what was said."""

from dataclasses import dataclass
from typing import Final

from craftnlp.spec import Measure
from generation.backends.schematic.words.amounts import Amount, length_in_mm, speed_in_mm
from generation.backends.schematic.words.reading import Reading

PITCH: Final = 58.0  # pixels between two stitches in the section; with a said spacing this makes the scale
TRAVEL: Final = 150.0  # pixels the needle point travels before it is in
GOING_IN: Final = 0.62  # part of a beat in which the needle goes in
SHOWABLE: Final = (0.3, 4.0)  # seconds of travel that can be shown at true speed
PLAIN_CYCLE: Final = 1.6


@dataclass(frozen=True, slots=True)
class Beat:
    """One stitch after another. ``pixels_per_mm`` is ``None`` where no spacing with a known unit was said."""

    spacing: Amount | None
    speed: Amount | None
    cycle: float
    true_speed: bool
    pixels_per_mm: float | None

    @property
    def shows_detail(self) -> bool:
        """Whether a magnified section has anything said to show."""
        return self.spacing is not None

    def at(self, seconds: float) -> tuple[int, float]:
        """How many stitches are done, and how far the next one is, 0 to 1."""
        count, rest = divmod(seconds, self.cycle)
        return int(count), rest / self.cycle


def beat_of(reading: Reading) -> Beat:
    """The beat of a step; a rhythm that does not follow from a said speed is assumed."""
    spacing, speed = reading.amount(Measure.SPACING), reading.amount(Measure.SPEED)
    unit = length_in_mm(spacing.unit) if spacing else None
    scale = PITCH / (spacing.middle * unit) if spacing and unit else None
    pace = speed_in_mm(speed.unit) if speed else None
    if speed and pace and scale:
        seconds = TRAVEL / (speed.middle * pace * scale)
        if SHOWABLE[0] <= seconds <= SHOWABLE[1]:
            return Beat(spacing, speed, seconds / GOING_IN, true_speed=True, pixels_per_mm=scale)
    cycle = reading.assume("下针节奏", PLAIN_CYCLE)
    return Beat(spacing, speed, cycle, true_speed=False, pixels_per_mm=scale)
