"""The way of a stick round a bowl, from straight above, and the whirl it leaves."""

import math

import skia

from generation.backends.schematic.drawing.lines import circle, curve, hatch
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import CARD, GREY, INK2, PALE, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale, ease, span
from generation.backends.schematic.scenes.mix.words import sense_in, turns_in
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.things.workpieces import Workpiece
from generation.backends.schematic.words.reading import Reading


def whirl(radius: float) -> skia.Path:
    """Six arms of a whirl, long and short, for a circle seen from straight above."""
    path = skia.Path()
    for arm in range(6):
        points = []
        for step in range(14):
            reach, turn = (
                radius * (0.16 + 0.16 * (arm % 2) + (0.84 - 0.3 * (arm % 2)) * step / 13),
                math.tau * arm / 6 - step * 0.16,
            )
            points.append((math.cos(turn) * reach, math.sin(turn) * reach))
        path.addPath(curve(points))
    return path


class MixWay(Figure):
    """The bowl from straight above: the way of the stick, once round and round."""

    def __init__(self, reading: Reading, place: Place, thing: Workpiece) -> None:
        stage = place.stage
        self.thing = thing
        self.turns = reading.assume("荡几下", 4) if "荡" in reading.verb else turns_in(reading)
        self.sense = sense_in(reading)
        self.panel = Panel(place, "俯视·走向", Pace.ASSUMED, Scale.NONE)
        self.middle = (stage.x + stage.width / 2, stage.y + stage.height / 2)
        self.radius = min(stage.width, stage.height) * 0.44
        self.swirl = whirl(self.radius * 0.86)

    def turn(self, moment: Moment) -> float:
        """How far round the stick has come, in turns."""
        return 0.1 + self.sense * self.turns * ease(span(moment.share, 0.0, 0.96))

    def still(self, pen: Pen) -> None:
        """The bowl's rim and what is in it."""
        canvas = pen.canvas
        rim = circle(*self.middle, self.radius)
        canvas.drawPath(rim, fill(PALE))
        hatch(canvas, rim, -45, 7, line(INK2, 1, 0.6))
        lay(canvas, circle(*self.middle, self.radius - 13), self.thing.stuff, outline=2)
        canvas.drawPath(rim, line(GREY, 2.4, dash=(7, 5)))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The whirl and the red arrow that goes round with the stick."""
        canvas, turn = pen.canvas, self.turn(moment)
        reach = self.radius * 0.56
        canvas.save()
        canvas.translate(*self.middle)
        canvas.rotate(360 * turn)
        canvas.drawPath(self.swirl, line(self.thing.stuff.dark, 2.6, 0.8))
        oval = skia.Rect.MakeLTRB(-reach, -reach, reach, reach)
        canvas.drawArc(oval, -self.sense * 200, self.sense * 192, useCenter=False, paint=line(CARD, 7, 0.85))
        canvas.drawArc(oval, -self.sense * 200, self.sense * 192, useCenter=False, paint=line(RED, 3.4))
        arrow(canvas, (reach, 0), self.sense * math.pi / 2, 18, RED)
        canvas.drawCircle(reach, 0, 5, fill(RED))
        canvas.restore()
