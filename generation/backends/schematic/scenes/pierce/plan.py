"""The workpiece from above, and the holes that come into it one after another."""

from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, ink, polygon, rectangle
from generation.backends.schematic.drawing.notation import Look, dimension
from generation.backends.schematic.drawing.palette import BLUE, CARD, GREY, INK, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, width
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    Stage,
    draw_holder,
    mirrored,
    write_hand_tag,
)
from generation.backends.schematic.scenes.pierce.words import Holes, Work
from generation.backends.schematic.scenes.props.plan_view import Worker
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import Stuff, lay
from generation.backends.schematic.things.workpieces import Form
from generation.backends.schematic.words.amounts import length_in_mm
from generation.backends.schematic.words.reading import Reading

HOLE: Final = 5.0  # pixels: the radius of a hole whose width nobody said
WIDEST: Final = 34.0  # pixels: a hole whose width is all that was said
PITCH: Final = 90.0
FRONT: Final = 26.0  # pixels of a block's front face
LIFT: Final = 30.0


def scale_in(reading: Reading, holes: Holes, free: float) -> tuple[float | None, float]:
    """Pixels of a millimetre and pixels from hole to hole. A said distance makes the scale, else a said width."""
    pitch = min(PITCH, free / max(1, holes.drawn - 1))
    said, wide = holes.spacing, reading.amount(Measure.DIAMETER)
    one = said if said and holes.drawn > 1 and not holes.corners else wide
    unit = length_in_mm(one.unit) if one else None
    if not (one and unit):
        return None, pitch
    return (pitch if one is said else WIDEST) / (one.middle * unit), pitch


class PiercePlan(Figure):
    """Holes in a row, or one at each corner; the next one under the tool."""

    def __init__(self, reading: Reading, place: Place, work: Work) -> None:
        stage = place.stage
        self.work, self.target = work, work.target
        self.holes, self.holder = work.holes, reading.holder()
        self.rhythm = work.rhythm
        front = 0.0 if self.target.form is Form.SHEET else FRONT
        self.front = front
        self.sheet = Stage(stage.x + 40, stage.y + 40, stage.width - 80, stage.height - 80 - front)
        self.pixels_per_mm, pitch = scale_in(reading, self.holes, self.sheet.width * 0.72)
        self.width = reading.amount(Measure.DIAMETER)
        self.radius = self._radius()
        self.spots = self._corners() if self.holes.corners else self._row(pitch)
        reading.assume("料与孔的大小" if self.holes.corners else "料的大小与孔的位置", None)
        pace = Pace.TRUE if self.rhythm.travel else Pace.ASSUMED
        scale = Scale.TRUE if self.pixels_per_mm else Scale.NONE
        self.panel = Panel(place, f"俯视·{reading.step.action.text[:4]}", pace, scale)
        self.worker = Worker(work.piercer.tool, self.holder, min(1.2, stage.height / 240))

    def _radius(self) -> float:
        unit = length_in_mm(self.width.unit) if self.width else None
        if self.width and unit and self.pixels_per_mm:
            return self.width.middle * unit * self.pixels_per_mm / 2
        return HOLE

    def _corners(self) -> list[Point]:
        sheet = self.sheet
        xs, ys = (sheet.x + 44, sheet.right - 44), (sheet.y + 40, sheet.bottom - 40)
        return [(xs[0], ys[0]), (xs[1], ys[0]), (xs[1], ys[1]), (xs[0], ys[1])]

    def _row(self, pitch: float) -> list[Point]:
        """From the side away from the hand towards it, so that nothing finished is covered."""
        count, sheet = self.holes.drawn, self.sheet
        side = -1 if self.holder.left else 1
        middle = sheet.x + sheet.width * (0.5 - 0.05 * side)
        start = middle - side * pitch * (count - 1) / 2
        return [(start + side * pitch * step, sheet.y + sheet.height * 0.46) for step in range(count)]

    def still(self, pen: Pen) -> None:
        """The workpiece, and rings where holes will come."""
        sheet, canvas = self.sheet, pen.canvas
        if self.front:
            side = rectangle(sheet.x, sheet.bottom, sheet.width, self.front)
            lay(canvas, side, self._shaded())
        face = rectangle(sheet.x, sheet.y, sheet.width, sheet.height)
        lay(canvas, face, self.target.stuff)
        if self.target.said:
            around = [(sheet.x, sheet.y), (sheet.right, sheet.y), (sheet.right, sheet.bottom), (sheet.x, sheet.bottom)]
            canvas.drawPath(ink(polygon(around), 3.0, seed=6), fill(INK))
        said = self.holes.count is not None or self.holes.corners
        for spot in self.spots:
            canvas.drawCircle(*spot, self.radius + 9, line(BLUE if said else GREY, 1.6, dash=(4, 4)))

    def _shaded(self) -> Stuff:
        stuff = self.target.stuff
        return Stuff(stuff.dark, stuff.body, stuff.grain) if self.target.said else stuff

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The holes so far, the tool at the next one."""
        canvas = pen.canvas
        done, inside = self.rhythm.at(moment)
        for spot in self.spots[:done] if not self.rhythm.outwards else self.spots:
            self._draw_hole(canvas, spot)
        here, lift = self._point(moment), LIFT * (1 - inside)
        side = -1 if self.holder.left else 1
        at = (here[0] + side * lift * 0.8, here[1] - lift)
        canvas.drawCircle(*here, 12 - 7 * inside, line(RED, 2.4))
        if lift > 1:
            canvas.drawLine(*at, *here, line(RED, 1.6, dash=(4, 4)))
        self._draw_worker(canvas, at)
        self._write(pen)

    def _draw_worker(self, canvas: skia.Canvas, at: Point) -> None:
        if self.work.piercer.rod is None:
            self.worker.draw(canvas, at)
            return
        rod = rectangle(at[0] - 1, at[1] - 8, 260, 16, 3)
        with mirrored(canvas, at[0], when=self.holder.left):
            canvas.save()
            canvas.rotate(14, *at)
            lay(canvas, rod, self.work.piercer.rod.stuff)
            pose = Pose(grip=Grip.FIST, at=(at[0] + 150, at[1]), turn=4, size=0.56 * self.worker.size)
            draw_holder(canvas, self.holder, pose)
            canvas.restore()

    def _point(self, moment: Moment) -> Point:
        index, share = self.rhythm.hole(moment), self.rhythm.between(moment)
        start, end = self.spots[index], self.spots[min(index + 1, len(self.spots) - 1)]
        return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share

    def _draw_hole(self, canvas: skia.Canvas, spot: Point) -> None:
        canvas.drawCircle(*spot, self.radius, fill("#3A2C22"))
        canvas.drawCircle(*spot, self.radius, line(INK, 1.6))

    def _write(self, pen: Pen) -> None:
        write_hand_tag(pen, self.holder, self.panel.stage)
        if not self.pixels_per_mm:
            return
        (x, level), spaced = self.spots[0], len(self.spots) > 1 and not self.holes.corners
        said, ends = self.width, (x - self.radius, x + self.radius)
        if self.holes.spacing and spaced:
            said, ends = self.holes.spacing, (min(x, self.spots[1][0]), max(x, self.spots[1][0]))
        if said is None:
            return
        for at in ends:
            pen.canvas.drawLine(at, level + 12, at, level + 52, line(BLUE, 1.2))
        dimension(pen.canvas, (ends[0], level + 46), (ends[1], level + 46), Look(about=said.about or said.ranged))
        style, stage = FACT.but(anchor="m", halo=CARD), self.panel.stage
        half = width(said.figure, style) / 2
        middle = max(stage.x + 12 + half, min(stage.right - 12 - half, sum(ends) / 2))
        pen.write(said.figure, middle, level + 86, style)
