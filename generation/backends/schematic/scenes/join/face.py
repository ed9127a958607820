"""A part laid flat on another and pressed on: from above, and in section."""

from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import rectangle
from generation.backends.schematic.drawing.notation import DASH, arrow
from generation.backends.schematic.drawing.palette import GREY, INK, INK2, RED, fill, line
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
    write_hand_tag,
)
from generation.backends.schematic.scenes.join.words import MOST_PARTS, count_in, glue_of, ground_of, piece_of
from generation.backends.schematic.scenes.props.sprite import Sprite, hand_sprite
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.things.workpieces import Form
from generation.backends.schematic.words.reading import Reading

ARRIVES: Final = 0.5  # share of a beat after which the part lies, and is rubbed on
FILM: Final = 6.0


class FacePlan(Figure):
    """From above: one part after another is laid on the ground and rubbed on."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"俯视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.piece, self.ground = piece_of(reading), ground_of(reading)
        self.glue = glue_of(reading)
        if not self.glue:
            reading.assume("用什么粘", None)
        said = count_in(reading, Measure.COUNT, most=MOST_PARTS)
        self.count = int(said.ends[1]) if said else 1
        self.holder = reading.holder()
        self.axis = stage.x + stage.width / 2
        self.room = rectangle(stage.x + 34, stage.y + 30, stage.width - 68, stage.height - 58, 4)
        pitch = (stage.width * 0.66) / self.count
        self.wide, self.high = min(pitch * 0.86, stage.height * 0.8), stage.height * 0.5
        start = self.axis - stage.width * 0.05 - pitch * self.count / 2
        self.spots = [
            (start + pitch * (index + 0.5) - self.wide / 2, stage.y + stage.height * 0.27)
            for index in range(self.count)
        ]
        self.part = rectangle(0, 0, self.wide, self.high, 2)
        size = min(0.66, stage.height / 520)
        self.hand = hand_sprite(self.holder, Pose(grip=Grip.PALM, size=size), (116 * size, 0))
        box = skia.Rect.MakeLTRB(-6, -6, self.wide + 6, self.high + 6)
        self.piece_cutout = Sprite(lambda canvas: lay(canvas, self.part, self.piece.stuff, outline=2.4), box)

    def still(self, pen: Pen) -> None:
        """The ground, and where the parts will be."""
        lay(pen.canvas, self.room, self.ground.stuff, outline=2.4)
        with mirrored(pen.canvas, self.axis, when=self.holder.left):
            for x, y in self.spots:
                spot = rectangle(x, y, self.wide, self.high, 2)
                if self.glue:
                    pen.canvas.drawPath(spot, fill(self.glue.body, 0.85))
                pen.canvas.drawPath(spot, line(GREY, 1.4, dash=DASH))

    def beat(self, moment: Moment) -> tuple[int, float]:
        """The part that comes now, and how far its beat has run."""
        beat = min(self.count - 0.001, span(moment.share, 0.0, 0.94) * self.count)
        return int(beat), beat % 1

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The parts that lie, the one that comes, the hand."""
        canvas, (now, phase) = pen.canvas, self.beat(moment)
        comes, rubs = 1 - ease(span(phase, 0, ARRIVES)), ease(span(phase, ARRIVES, 0.96))
        with mirrored(canvas, self.axis, when=self.holder.left):
            for x, y in self.spots[:now]:
                self._draw_part(canvas, x, y, 0.0)
            x, y = self.spots[now]
            x, y = x + 90 * comes, y - 44 * comes
            self._draw_part(canvas, x, y, comes)
            reach = 0.62 if phase < ARRIVES else 0.62 - 0.5 * rubs * (1 - rubs) * 4 * 0.6
            at = (x + self.wide * reach, y + self.high * 0.55)
            self.hand.draw(canvas, at)
            canvas.drawCircle(*at, 4.5, fill(RED))
        write_hand_tag(pen, self.holder, self.panel.stage)

    def _draw_part(self, canvas: skia.Canvas, x: float, y: float, lifted: float) -> None:
        if lifted > 0:
            canvas.save()
            canvas.translate(x + 16 * lifted, y + 20 * lifted)
            canvas.drawPath(self.part, fill(INK2, 0.22))
            canvas.restore()
        self.piece_cutout.draw(canvas, (x, y))


class FaceSection(Figure):
    """In section: ground, glue where it was said, and the part that comes down on it."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, "剖面放大", Pace.ASSUMED, Scale.NONE)
        self.piece, self.ground = piece_of(reading), ground_of(reading)
        self.glue = glue_of(reading)
        self.base = stage.y + stage.height * 0.64
        self.thick = 12.0 if self.piece.form is Form.SHEET else stage.height * 0.2
        self.sheet = rectangle(stage.x + stage.width * 0.12, 0, stage.width * 0.76, self.thick, 2)
        self.block = rectangle(stage.x - 10, self.base, stage.width + 20, stage.height)

    def height(self, moment: Moment) -> float:
        """Pixels between the part and the ground."""
        end = FILM if self.glue else 0.0
        return end + self.panel.stage.height * 0.2 * (1 - ease(span(moment.share, 0.06, 0.6)))

    def still(self, pen: Pen) -> None:
        """The ground."""
        lay(pen.canvas, self.block, self.ground.stuff, outline=2.6)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """Glue and part."""
        stage, canvas, lift = self.panel.stage, pen.canvas, self.height(moment)
        if self.glue:
            thick = min(lift, FILM * 2)
            film = rectangle(stage.x + stage.width * 0.12 - 4, self.base - thick, stage.width * 0.76 + 8, thick, 3)
            canvas.drawPath(film, fill(self.glue.body))
            canvas.drawPath(film, line(INK, 1.4))
        canvas.save()
        canvas.translate(0, self.base - lift - self.thick)
        lay(canvas, self.sheet, self.piece.stuff, outline=2.4)
        canvas.restore()
        x, y = stage.x + stage.width / 2, self.base - lift - self.thick - 12
        canvas.drawLine(x, y - 56, x, y - 8, line(RED, 3))
        arrow(canvas, (x, y), 1.5708, 18, RED)
