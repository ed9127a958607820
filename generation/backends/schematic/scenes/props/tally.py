"""How often something is done: as many rings as were said, filled one after another."""

import math
from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, circle
from generation.backends.schematic.drawing.palette import BLUE, CARD, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen
from generation.backends.schematic.scenes.base import ease, span
from generation.backends.schematic.scenes.props.dials import fitted, open_ended
from generation.backends.schematic.words.reading import Reading

MOST: Final = 12
FEWER: Final = 6  # of a larger said number, this many are shown
FIRST: Final = 0.06  # parts of the film between which everything is repeated
LAST: Final = 0.94
RADIUS: Final = 9.0
PITCH: Final = 28.0
HEIGHT: Final = 44.0


class Rounds:
    """How often an action is repeated in the film: as often as was said, up to a dozen."""

    def __init__(self, reading: Reading, unsaid: int) -> None:
        self.said = reading.amount(Measure.REPETITION)
        self.drawn = self.said is not None and math.ceil(self.said.ends[1]) <= MOST
        if self.drawn and self.said:
            self.count = math.ceil(self.said.ends[1])
        else:
            self.count = reading.assume("画出的次数" if self.said else "次数与快慢", FEWER if self.said else unsaid)

    @property
    def sure(self) -> int:
        """How many of the rounds were said without a doubt."""
        if not self.said:
            return 0
        return self.count - 1 if self.said.about and not open_ended(self.said) else int(self.said.ends[0])

    def now(self, share: float) -> float:
        """How many rounds are done, with the part of the one under way."""
        return self.count * span(share, FIRST, LAST)

    def phase(self, share: float) -> float:
        """How far the round under way has come, 0 to 1; 0 before the first and after the last."""
        done = self.now(share)
        return done % 1 if 0 < done < self.count else 0.0

    def swing(self, share: float) -> float:
        """There and back within each round: 0 to 1 to 0, soft at both ends."""
        phase = self.phase(share)
        return ease(phase * 2) if phase < 0.5 else ease(2 - phase * 2)


class Tally:
    """The row of rings below a picture; those that may be there or not are dashed."""

    def __init__(self, rounds: Rounds, middle: Point, room: float) -> None:
        self.rounds = rounds
        figure = rounds.said.figure if rounds.said else ""
        count = rounds.count if rounds.drawn else 0
        pitch = min(PITCH, (room - 150) / max(1, count))
        self.radius = min(RADIUS, pitch * 0.36)
        self.text, self.style = fitted(figure, FACT, room - pitch * count - 20)
        start = middle[0] - (pitch * count + 12 + 14 * len(self.text)) / 2
        self.base = middle[1]
        self.rings = [circle(start + pitch * (index + 0.5), self.base, self.radius) for index in range(count)]
        self.end = start + pitch * count + 12

    def still(self, pen: Pen) -> None:
        """The empty rings and the said figure."""
        for index, ring in enumerate(self.rings):
            dash = None if index < self.rounds.sure else (3.5, 3.0)
            pen.canvas.drawPath(ring, fill(CARD))
            pen.canvas.drawPath(ring, line(BLUE, 2, dash=dash))
        pen.write(self.text, self.end, self.base + self.style.size * 0.36, self.style.but(halo=CARD))

    def moving(self, pen: Pen, share: float) -> None:
        """A ring is filled when its round is done."""
        done = skia.Path()
        for ring in self.rings[: int(self.rounds.now(share) + 0.02)]:
            done.addPath(ring)
        pen.canvas.drawPath(done, fill(BLUE, 0.75))
