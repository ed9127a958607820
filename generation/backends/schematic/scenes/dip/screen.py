"""The papermaker's screen from the side: tilted into the vat of pulp by both hands, levelled, lifted, left to drain."""

import math
from typing import Final

import skia

from craftnlp.spec import HandSide
from generation.backends.schematic.drawing.lines import rectangle
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    ease,
    mirrored,
    span,
)
from generation.backends.schematic.scenes.props.cut_vessel import Bath, Shape, Vessel, drops, liquid_in, vessel_in
from generation.backends.schematic.scenes.props.sprite import hand_sprite
from generation.backends.schematic.scenes.props.tally import HEIGHT, Rounds, Tally
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID, lay
from generation.backends.schematic.words.reading import Holder, Reading

TILT: Final = 17.0  # degrees, assumed
THICK: Final = 16.0


class ScreenSection(Figure):
    """Vat, screen and two hands. Both hands are drawn as said only when both were said."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, "剖视·帘子入浆", Pace.ASSUMED, Scale.NONE)
        self.axis = stage.x + stage.width / 2
        self.rounds = Rounds(reading, 1)
        self.tally = Tally(self.rounds, (self.axis, stage.bottom - 28), stage.width - 40) if self.rounds.said else None
        foot = stage.bottom - (HEIGHT + 14 if self.tally else 24)
        rim = stage.y + stage.height * 0.5
        wide = min(stage.width * 0.9, stage.height * 3.0)
        self.vessel = Vessel(
            vessel_in(reading, Shape.TROUGH, Shape.TROUGH, Shape.TUB, Shape.VAT, Shape.POND),
            self.axis,
            rim,
            (wide, foot - rim),
        )
        self.bath = Bath(self.vessel, rim + (self.vessel.floor - rim) * 0.2, liquid_in(reading, unsaid="浆水"))
        self.wide = self.vessel.width * 0.52
        both = any(hand.side is HandSide.BOTH for hand in reading.step.hand)
        self.hands = Holder("双手") if both else reading.assume("双手如何拿", Holder(""))
        self.screen_said = reading.says("帘")
        self.body = rectangle(-self.wide / 2, -THICK / 2, self.wide, THICK, 4)
        self.sheet = rectangle(-self.wide / 2 + 16, -THICK / 2 - 5, self.wide - 32, 6, 2)
        self.slats = skia.Path()
        for step in range(int((self.wide - 30) / 9)):
            x = -self.wide / 2 + 16 + step * 9
            self.slats.addRect(skia.Rect.MakeLTRB(x, -THICK / 2 + 2, x + 5, THICK / 2 - 2))
        size = min(0.62, stage.height / 480)
        self.hand = hand_sprite(self.hands, Pose(grip=Grip.FIST, turn=-34, size=size))
        reading.assume("帘子斜多少", None)

    def phase(self, moment: Moment) -> float:
        """How far one dip has come, 0 to 1."""
        share = self.rounds.phase(moment.share)
        return 1.0 if self.rounds.now(moment.share) >= self.rounds.count else share

    def height(self, moment: Moment) -> float:
        """The middle of the screen (y): above, under, above."""
        phase = self.phase(moment)
        above, under = self.vessel.rim - 44, self.bath.level + (self.vessel.floor - self.bath.level) * 0.42
        down = ease(span(phase, 0.06, 0.4)) - ease(span(phase, 0.55, 0.86))
        return above + (under - above) * down

    def tilt(self, moment: Moment) -> float:
        """Its lean in degrees: tilted on the way in, level on the way out."""
        phase = self.phase(moment)
        return -TILT * (ease(span(phase, 0, 0.1)) - ease(span(phase, 0.36, 0.55)))

    def still(self, pen: Pen) -> None:
        """Ground, vat, pulp."""
        self.bath.stand(pen.canvas, self.panel.stage)
        if self.tally:
            self.tally.still(pen)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The screen with its hands, the sheet on it, the water that runs off."""
        canvas, y = pen.canvas, self.height(moment)
        caught = span(self.phase(moment), 0.36, 0.6)
        canvas.save()
        canvas.translate(self.axis, y)
        canvas.rotate(self.tilt(moment))
        self._draw_screen(canvas, caught)
        canvas.restore()
        self._draw_hands(canvas, y, math.radians(self.tilt(moment)))
        reach = self.wide / 2 + 30
        box = skia.Rect.MakeLTRB(self.axis - reach, self.bath.level, self.axis + reach, y + reach * 0.35)
        canvas.save()
        canvas.clipPath(self.vessel.cavity)
        self.bath.cover(canvas, box, 0.5)
        canvas.restore()
        self.bath.surface(canvas, moment.seconds, 4.0)
        if y < self.bath.level - 10 and caught >= 1:
            starts = [(self.axis + self.wide * part, y + THICK / 2) for part in (-0.4, -0.26, -0.1, 0.04, 0.2, 0.36)]
            drops(canvas, starts, self.bath.level, moment.seconds * 1.4, self.bath.stuff.dark)
        self._draw_motion(canvas)
        if self.tally:
            self.tally.moving(pen, moment.share)

    def _draw_hands(self, canvas: skia.Canvas, y: float, lean: float) -> None:
        """A hand at each end; the wrists give way to the lean of the screen."""
        reach = self.wide / 2 - 8
        for side in (1, -1):
            with mirrored(canvas, self.axis, when=side < 0):
                self.hand.draw(canvas, (self.axis + reach * math.cos(lean), y - 2 + side * reach * math.sin(lean)))

    def _draw_screen(self, canvas: skia.Canvas, caught: float) -> None:
        lay(canvas, self.body, stuffs.BAMBOO if self.screen_said else UNSAID)
        canvas.drawPath(self.slats, line(INK2, 1, 0.8))
        if caught > 0:
            canvas.drawPath(self.sheet, fill("#FFFDF6", caught))
            canvas.drawPath(self.sheet, line(INK, 1.6, caught))

    def _draw_motion(self, canvas: skia.Canvas) -> None:
        x, top, end = self.axis, self.panel.stage.y + 34, self.panel.stage.y + 84
        canvas.drawLine(x, top, x, end, line(RED, 2.6))
        arrow(canvas, (x, end + 8), math.pi / 2, 15, RED)
        arrow(canvas, (x, top - 8), -math.pi / 2, 15, RED)
