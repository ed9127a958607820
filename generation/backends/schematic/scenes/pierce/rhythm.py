"""When the point goes in and out: one slow way in, or hole after hole; at the said speed where that can be shown."""

import math
from dataclasses import dataclass
from typing import Final

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Moment, ease, span
from generation.backends.schematic.words.amounts import length_in_mm, speed_in_mm
from generation.backends.schematic.words.reading import Reading

SHOWABLE: Final = (0.4, 4.4)  # seconds of one way in that can be shown at true speed
REST: Final = 0.5  # seconds before and after a way in at true speed


@dataclass(frozen=True, slots=True)
class Rhythm:
    """``travel`` is the time in seconds of one way in at the said speed; ``None`` where it cannot be kept."""

    holes: int
    outwards: bool = False
    travel: float | None = None

    def at(self, moment: Moment) -> tuple[int, float]:
        """How many holes are done, and how far the point is in, 0 to 1."""
        if self.travel is not None:
            way = self._steady(moment.seconds, self.travel)
            return int(way >= 1 or self.outwards), way
        if self.holes == 1:
            way = ease(span(moment.share, 0.08, 0.68))
            return int(way >= 1 or self.outwards), (1 - way if self.outwards else 0.04 + 0.96 * way)
        beat = min(span(moment.share, 0.0, 0.97) * self.holes, self.holes - 0.001)
        done, phase = divmod(beat, 1)
        way = ease(span(phase, 0.06, 0.45)) * (1 - ease(span(phase, 0.58, 0.86)))
        made = int(done) + (1 if phase >= 0.45 else 0)
        return made, way

    def _steady(self, seconds: float, travel: float) -> float:
        """In a line through time, as one speed asks; after a rest it is shown again."""
        passed = seconds % (travel + 3 * REST) - REST
        way = span(passed, 0, travel)
        return 1 - way if self.outwards else way

    def between(self, moment: Moment) -> float:
        """How far the hand has gone over to the next hole, 0 to 1."""
        if self.holes == 1:
            return 0.0
        beat = min(span(moment.share, 0.0, 0.97) * self.holes, self.holes - 0.001)
        return ease(span(beat % 1, 0.86, 1)) if int(beat) < self.holes - 1 else 0.0

    def hole(self, moment: Moment) -> int:
        """At which hole the hand is."""
        if self.holes == 1:
            return 0
        return int(min(span(moment.share, 0.0, 0.97) * self.holes, self.holes - 0.001))


def travel_in(reading: Reading) -> float | None:
    """Seconds of one way in at the said speed, from the said depth and angle; ``None`` if it cannot be shown."""
    speed, depth, angle = (reading.amount(one) for one in (Measure.SPEED, Measure.DEPTH, Measure.ANGLE))
    if not (speed and depth and angle):
        return None
    pace, unit = speed_in_mm(speed.unit), length_in_mm(depth.unit)
    if not (pace and unit):
        return None
    seconds = depth.middle * unit / math.sin(math.radians(angle.middle)) / (speed.middle * pace)
    return seconds if SHOWABLE[0] <= seconds <= SHOWABLE[1] else None
