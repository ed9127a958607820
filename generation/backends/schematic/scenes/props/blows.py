"""The beat of a hammer, a club or a pressing hand: when a blow falls, how high the tool is, how far the work has come."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.palette import HAIR, RED, fill, line
from generation.backends.schematic.scenes.base import ease, span
from generation.backends.schematic.words.reading import Reading

MOST: Final = 12
FEWER: Final = 6  # drawn where more were said than a film can show
FIRST: Final = (0.02, 0.14)  # between these parts of the film the blows begin
LAST: Final = (0.86, 0.96)  # and between these they end
POSTER: Final = 0.72  # part of the film that is shown as a poster
SEEN: Final = 0.52  # part of a beat that the poster should show: the tool on the work
HIT: Final = 0.46  # part of a beat at which the tool arrives
ROUNDS: Final = ("遍", "回", "轮", "道")  # one of these is more than one blow


@dataclass(frozen=True, slots=True)
class Blows:
    """Equal beats. ``rounds`` are what was counted, ``each`` the blows in one; ``exact`` when just so many were said."""

    rounds: int
    each: int = 1
    exact: bool = False

    @property
    def count(self) -> int:
        """All blows that are drawn."""
        return self.rounds * self.each

    def landed(self, share: float) -> float:
        """Blows that have fallen so far; the last one counts in part while the work gives way."""
        whole, phase = self._beat(share)
        return min(float(self.count), whole + ease(span(phase, HIT, HIT + 0.14)))

    def lift(self, share: float) -> float:
        """How high the tool is: 1 raised, 0 on the work. It falls ever faster and is drawn back softly."""
        whole, phase = self._beat(share)
        if whole >= self.count:
            return 0.35
        if phase < HIT:
            return 1 - span(phase, 0.14, HIT) ** 2
        high = 1.0 if whole + 1 < self.count else 0.35
        return high * ease(span(phase, HIT + 0.1, 1.0))

    def shock(self, share: float) -> float:
        """How fresh a blow is, 1 at the moment it falls."""
        whole, phase = self._beat(share)
        return 0.0 if whole >= self.count or phase < HIT else 1 - span(phase, HIT, HIT + 0.3)

    def rounds_done(self, share: float) -> int:
        """The counted rounds that are over."""
        return int(self.landed(share) + 1e-6) // self.each

    def progress(self, share: float) -> float:
        """How many beats are over, with their parts."""
        return span(share, *_bounds(self.count)) * self.count

    def _beat(self, share: float) -> tuple[int, float]:
        beat = self.progress(share)
        return int(beat), beat % 1


@cache
def _bounds(count: int) -> tuple[float, float]:
    """When the blows begin and end, so that the poster shows the tool on the work and not in the air."""
    steps = [step / 12 for step in range(13)]
    pairs = [(FIRST[0] + (FIRST[1] - FIRST[0]) * a, LAST[1] - (LAST[1] - LAST[0]) * b) for a in steps for b in steps]
    return min(pairs, key=lambda pair: abs(span(POSTER, *pair) * count % 1 - SEEN))


def blows_in(reading: Reading, *, unsaid: int, each: int = 1) -> Blows:
    """As many as were said, up to a dozen. ``each`` blows make a round (遍); an unsaid number is assumed."""
    said = reading.amount(Measure.REPETITION)
    if said is None:
        return Blows(reading.assume("次数与快慢", unsaid))
    exact = not said.about and not said.ranged and said.middle.is_integer() and said.middle <= MOST
    if not exact:
        return Blows(reading.assume("画出的次数", min(FEWER, max(1, round(said.middle)))))
    if each > 1 and said.unit in ROUNDS and said.middle * each <= MOST:
        return Blows(int(said.middle), reading.assume("每遍的次数", each), exact=True)
    return Blows(int(said.middle), exact=True)


def draw_tally(canvas: skia.Canvas, at: tuple[float, float], blows: Blows, share: float, *, leftwards: bool) -> None:
    """One ring for every counted round, filled when it is done; only for an exact number that was said."""
    if not blows.exact:
        return
    done = blows.rounds_done(share)
    for index in range(blows.rounds):
        x = at[0] + (-22 if leftwards else 22) * index
        if index < done:
            canvas.drawCircle(x, at[1], 7, fill(RED))
        else:
            canvas.drawCircle(x, at[1], 7, line(HAIR, 2))


def draw_shock(canvas: skia.Canvas, at: tuple[float, float], reach: float, fresh: float) -> None:
    """Short red rays on both sides of the point that was hit; ``reach`` is half the width of what hit it."""
    if fresh <= 0:
        return
    rays = skia.Path()
    for side in (-1, 1):
        for step in range(3):
            x = at[0] + side * (reach + 4 + step * 11)
            rays.moveTo(x, at[1] - 5 - step * 2)
            rays.lineTo(x + side * (6 + 4 * step), at[1] - 26 + step * 5)
    canvas.drawPath(rays, line(RED, 2.8, fresh))
