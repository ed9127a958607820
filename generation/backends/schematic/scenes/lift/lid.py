"""The lid of a vessel comes off: it tilts, rises and is carried aside."""

import skia

from generation.backends.schematic.drawing.lines import ink, pen_line, rectangle
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import GREY, HAIR, PALE, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    draw_holder,
    ease,
    mirrored,
    span,
)
from generation.backends.schematic.scenes.props.names import write_names
from generation.backends.schematic.scenes.props.vessel import FLAT, Vessel, build_of
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.workpieces import Workpiece
from generation.backends.schematic.words.reading import Reading


class LidLift(Figure):
    """The vessel, its lid (what it looks like nobody said) and the hand on the knob."""

    def __init__(self, reading: Reading, place: Place, thing: Workpiece) -> None:
        stage = place.stage
        self.thing = thing
        self.panel = Panel(place, f"斜视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.size = min(1.25, stage.height / 290)
        self.holder = reading.holder()
        reading.assume("盖子的样子", None)
        self.axis = stage.x + stage.width / 2
        build = build_of(thing.name)
        wide = min(stage.width * 0.5, stage.height * 0.46 / build.tall)
        self.vessel = Vessel(build, thing.stuff, (stage.x + stage.width * 0.46, stage.bottom - 48), wide)
        self.lid = _lid(self.vessel.mouth * 1.04, self.size)

    def still(self, pen: Pen) -> None:
        """The vessel on the floor."""
        stage = self.panel.stage
        with mirrored(pen.canvas, self.axis, when=self.holder.left):
            floor = self.vessel.at[1] + self.vessel.half(0) * FLAT
            pen_line(pen.canvas, [(stage.x + 24, floor), (stage.right - 24, floor)], 1.8, seed=5, code=HAIR)
            self.vessel.draw(pen.canvas)
        write_names(pen, stage, self.holder, (self.thing.name, ""))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """First the lid tilts, then it goes up and aside."""
        canvas, size = pen.canvas, self.size
        tilt, gone = lifting(moment)
        x, y = self.vessel.rim
        with mirrored(canvas, self.axis, when=self.holder.left):
            start = (x - self.vessel.mouth - 34 * size, y - 4)
            canvas.drawLine(*start, start[0], start[1] - 74 * size, line(RED, 3))
            arrow(canvas, (start[0], start[1] - 74 * size), -1.5708, 17, RED)
            canvas.save()
            canvas.translate(x + self.vessel.mouth * 0.8 * gone, y - (10 * tilt + 34 * gone) * size)
            canvas.rotate(-11 * tilt - 8 * gone)
            canvas.drawPicture(self.lid)
            pose = Pose(grip=Grip.PINCH, at=(2, -34 * size), turn=-26 + 11 * tilt, size=0.66 * size)
            draw_holder(canvas, self.holder, pose)
            canvas.restore()


class LidSection(Figure):
    """The vessel cut open: its lid leaves the rim."""

    def __init__(self, reading: Reading, place: Place, thing: Workpiece) -> None:
        stage = place.stage
        self.panel = Panel(place, "剖面·离口", Pace.ASSUMED, Scale.NONE)
        self.size = min(1.25, stage.height / 290)
        self.left = reading.holder().left
        self.axis = stage.x + stage.width / 2
        build = build_of(thing.name)
        wide = min(stage.width * 0.58, stage.height * 0.52 / build.tall)
        self.vessel = Vessel(build, thing.stuff, (self.axis, stage.bottom - 32), wide)

    def still(self, pen: Pen) -> None:
        """The vessel cut open."""
        stage, floor = self.panel.stage, self.vessel.at[1]
        pen_line(pen.canvas, [(stage.x + 22, floor), (stage.right - 22, floor)], 2)
        self.vessel.draw_cut(pen.canvas)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The lid from its edge: first one side, then all of it."""
        canvas, size = pen.canvas, self.size
        tilt, gone = lifting(moment)
        (x, y), half = self.vessel.rim, self.vessel.mouth * 1.04
        with mirrored(canvas, self.axis, when=self.left):
            canvas.save()
            canvas.translate(x - half + half * 0.5 * gone, y - 34 * size * gone)
            canvas.rotate(-14 * tilt)
            bar = rectangle(0, -13 * size, 2 * half, 12 * size, 3)
            canvas.drawPath(bar, fill(PALE))
            canvas.drawPath(bar, line(GREY, 2.4, dash=(7, 5)))
            canvas.restore()
            start = (x + half + 16 * size, y + 20 * size)
            canvas.drawLine(*start, start[0], start[1] - 66 * size, line(RED, 3))
            arrow(canvas, (start[0], start[1] - 66 * size), -1.5708, 17, RED)


def lifting(moment: Moment) -> tuple[float, float]:
    """How far the lid is tilted, and how far it is gone, 0 to 1."""
    return ease(span(moment.share, 0.1, 0.42)), ease(span(moment.share, 0.36, 0.9))


def _lid(half: float, size: float) -> skia.Picture:
    """A flat round lid with a bar to hold it by: grey, for nobody said what it looks like."""
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-half - 9, -80 * size, half + 9, half))
    thick = 13 * size
    for drop in (thick, 0.0):
        disc = skia.Path()
        disc.addOval(skia.Rect.MakeLTRB(-half, drop - half * FLAT - thick, half, drop + half * FLAT - thick))
        canvas.drawPath(disc, fill(PALE))
        canvas.drawPath(disc, line(GREY, 2.4, dash=(7, 5)))
    knob = rectangle(-26 * size, -thick - 20 * size, 52 * size, 16 * size, 5)
    canvas.drawPath(knob, fill(PALE))
    canvas.drawPath(ink(knob, 2.2), fill(GREY))
    return recorder.finishRecordingAsPicture()
