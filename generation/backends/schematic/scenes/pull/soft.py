"""Dough or sugar drawn out between two hands: what it gains in length it loses in thickness."""

import math
from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, curve
from generation.backends.schematic.drawing.notation import Look, arrow, dimension
from generation.backends.schematic.drawing.palette import BLUE, CARD, RED, line
from generation.backends.schematic.drawing.text import FACT, Pen
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    mirrored,
    write_hand_tag,
)
from generation.backends.schematic.scenes.props.sprite import hand_sprite
from generation.backends.schematic.scenes.pull.words import both_hands, pulls_in, workpiece_of
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID, lay
from generation.backends.schematic.words.amounts import length_in_mm
from generation.backends.schematic.words.reading import Reading

SHORTEST: Final = 0.46  # of the final length
THICKEST: Final = 40.0  # pixels: half the thickness at the start


class SoftPull(Figure):
    """Two hands go apart; the mass between them keeps its volume."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.hands, self.pulls = both_hands(reading), pulls_in(reading)
        found = workpiece_of(reading)
        self.stuff = found.stuff if found else (stuffs.FOOD if "面" in reading.verb else UNSAID)
        if found is None:
            reading.assume("面或糖的样子" if self.stuff is UNSAID else "面的粗细", None)
        self.size = min(1.2, stage.height / 300)
        self.axis = stage.x + stage.width / 2
        self.level = stage.y + stage.height * 0.5
        self.reach = stage.width / 2 - 150 * self.size
        pose = Pose(grip=Grip.FIST, turn=6, size=0.66 * self.size)
        self.grips = [hand_sprite(hand, pose) for hand in self.hands]
        self.length = reading.amount(Measure.LENGTH)
        unit = length_in_mm(self.length.unit) if self.length else None
        self.pixels_per_mm = 2 * self.reach / (self.length.middle * unit) if self.length and unit else None
        scale = Scale.TRUE if self.pixels_per_mm else Scale.NONE
        self.panel = Panel(place, f"全貌·{reading.step.action.text[:4]}", Pace.ASSUMED, scale)
        if not self.length:
            reading.assume("抻到多长", None)

    def half_length(self, way: float) -> float:
        """Half the distance between the hands, in pixels."""
        return self.reach * (SHORTEST + (1 - SHORTEST) * way)

    def half_thickness(self, way: float) -> float:
        """Half the thickness in the middle, in pixels: length times thickness squared stays the same."""
        return THICKEST * self.size * math.sqrt(SHORTEST * self.reach / self.half_length(way)) * (1 - 0.35 * way)

    def still(self, pen: Pen) -> None:
        """The said length, to be reached."""
        said = self.length
        if said is None:
            return
        level, ends = self.panel.stage.bottom - 56, (self.axis - self.reach, self.axis + self.reach)
        for x in ends:
            pen.canvas.drawLine(x, self.level + 40, x, level + 10, line(BLUE, 1.2, dash=(5, 5)))
        dimension(pen.canvas, (ends[0], level), (ends[1], level), Look(about=said.about or said.ranged))
        pen.write(said.figure, self.axis, level + 38, FACT.but(anchor="m", halo=CARD))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The mass and the two hands."""
        way, canvas = self.pulls.way(moment), pen.canvas
        half, thick = self.half_length(way), self.half_thickness(way)
        lay(canvas, self._mass(half, thick, way), self.stuff, outline=2.6)
        for hand, grip in zip(self.hands, self.grips, strict=True):
            with mirrored(canvas, self.axis, when=hand.left):
                grip.draw(canvas, (self.axis + half + 6, self.level))
        for side in (1, -1):
            x = self.axis + side * (half - 34)
            y = self.level - 84 * self.size
            canvas.drawLine(x - side * 66, y, x, y, line(RED, 3))
            arrow(canvas, (x + side * 11, y), 0.0 if side > 0 else 3.14159, 18, RED)
        for hand in self.hands:
            write_hand_tag(pen, hand, self.panel.stage)

    def _mass(self, half: float, thick: float, way: float) -> skia.Path:
        x, y, end = self.axis, self.level + 16 * way * self.size, self.level
        full = THICKEST * self.size
        upper: list[Point] = [
            (x - half - 16, end - full * 0.6),
            (x - half * 0.72, end - full * 0.72),
            (x - half * 0.3, y - thick),
            (x + half * 0.3, y - thick),
            (x + half * 0.72, end - full * 0.72),
            (x + half + 16, end - full * 0.6),
        ]
        lower = [(px, 2 * (y if abs(px - x) < half * 0.5 else end) - py) for px, py in reversed(upper)]
        return curve([*upper, *lower], closed=True, tension=1.3)
