"""The twisted strands cut across: how many they are, and how they turn about each other."""

import math
from dataclasses import replace

import skia

from generation.backends.schematic.drawing.lines import Point, circle, rectangle
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import CARD, RED, line
from generation.backends.schematic.drawing.text import FACT, Pen
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale, mirrored
from generation.backends.schematic.scenes.twist.side import Twisting
from generation.backends.schematic.things.stuff import UNSAID, Grain, lay


class StrandsEnd(Figure):
    """The strands cut across: how many they are, and how they turn about each other."""

    def __init__(self, place: Place, twisting: Twisting) -> None:
        stage = place.stage
        self.panel = Panel(place, "截面·拧向", Pace.ASSUMED, Scale.NONE)
        self.twisting = twisting
        self.middle = (stage.x + stage.width / 2, stage.y + stage.height * 0.48)
        self.radius = min(stage.height * 0.31, stage.width * 0.34)
        self.cut = self._record_cut()

    @property
    def places(self) -> list[Point]:
        """The middles of the strands before they turn, seen from the common middle."""
        count = self.twisting.lay.count
        out = self.radius / (1 + math.sin(math.pi / count))
        return [(out * math.cos(math.tau * k / count), out * math.sin(math.tau * k / count)) for k in range(count)]

    def still(self, pen: Pen) -> None:
        """How many strands, as said."""
        said = self.twisting.lay.count_said
        if said:
            x, y = self.middle[0], self.panel.stage.bottom - 20
            pen.write(said.figure, x, y, FACT.but(halo=CARD, anchor="m"))

    def _record_cut(self) -> skia.Picture:
        """The strands cut across, with the ends of their fibres, about the common middle; the stick between them."""
        twisting, recorder = self.twisting, skia.PictureRecorder()
        count, reach = twisting.lay.count, self.radius * 1.6
        size = self.radius - self.radius / (1 + math.sin(math.pi / count))
        canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-reach, -reach, reach, reach))
        if twisting.loop:
            lay(canvas, rectangle(-self.radius * 1.5, -7, self.radius * 3, 14, 5), twisting.stick)
        stuff, said = twisting.strand.stuff, twisting.strand.said
        for x, y in self.places if not twisting.loop else [(y, x) for x, y in self.places]:
            lay(canvas, circle(x, y, size - 1.5), replace(stuff, grain=Grain.PLAIN) if said else UNSAID, outline=2.8)
            if twisting.strand.smooth:
                canvas.drawPath(_shine(x, y, size), line(stuff.dark, 1.4, 0.8))
            else:
                canvas.drawPath(_fibre_ends(x, y, size), line(stuff.dark, 3.0, 0.6))
        return recorder.finishRecordingAsPicture()

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The strands turned as far as they are, and the sense of turning."""
        canvas, twisting = pen.canvas, self.twisting
        with mirrored(canvas, self.middle[0], when=twisting.holder.left):
            canvas.save()
            canvas.translate(*self.middle)
            canvas.rotate(math.degrees(math.tau * twisting.turned(moment)))
            canvas.drawPicture(self.cut)
            canvas.restore()
            self._draw_way(canvas)

    def _draw_way(self, canvas: skia.Canvas) -> None:
        out = self.radius + 18
        x, y = self.middle
        canvas.drawArc(
            skia.Rect.MakeLTRB(x - out, y - out, x + out, y + out), -150, 100, useCenter=False, paint=line(RED, 3)
        )
        turn = math.radians(-50)
        arrow(canvas, (x + out * math.cos(turn), y + out * math.sin(turn)), turn + math.pi / 2, 17, RED)


def _fibre_ends(x: float, y: float, size: float) -> skia.Path:
    """Dots in rings, as the fibres of a thread lie when it is cut."""
    path = skia.Path()
    for ring, count in ((0.0, 1), (0.32, 6), (0.6, 11), (0.86, 16)):
        for step in range(count):
            turn = math.tau * step / count + ring * 4
            path.moveTo(x + size * ring * math.cos(turn), y + size * ring * math.sin(turn))
            path.rLineTo(0.1, 0)
    return path


def _shine(x: float, y: float, size: float) -> skia.Path:
    """The engraver's lines on cut metal, closer on one side: so one sees it turn."""
    path = skia.Path()
    for share in (-0.78, -0.6, -0.44, -0.3, -0.12, 0.12, 0.44):
        half = size * math.sqrt(1 - share**2) - 4
        path.moveTo(x - half, y + size * share)
        path.lineTo(x + half, y + size * share)
    return path
