"""Layers from their edge: exactly as many as were said, and the angle as it was said."""

import math
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, polygon
from generation.backends.schematic.drawing.notation import Angle, Look, dimension, draw_angle, write_angle
from generation.backends.schematic.drawing.palette import CARD, GREY, INK, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, width
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale, ease, mirrored, span
from generation.backends.schematic.scenes.fold.layers import Fold, Way
from generation.backends.schematic.things.stuff import UNSAID

FIRST: Final = 0.06
LAST: Final = 0.88
UNSURE: Final = 0.4
OPEN: Final = 0.62  # how wide a pleat stands open at first, in parts of a layer
ARRIVED: Final = 0.66  # of the film, when the last sheet of a stack lies


def lying(moment: Moment, fold: Fold) -> float:
    """How many sheets of a stack lie at this moment; the first lies from the start."""
    return 1 + (fold.layers - 1) * span(moment.share, FIRST, ARRIVED)


def squared(moment: Moment) -> float:
    """How far the edges of a stack are brought in line, 0 to 1."""
    return ease(span(moment.share, ARRIVED + 0.04, LAST))


def askew(index: int, share: float) -> float:
    """How far a sheet of a stack lies aside, in parts of the greatest lapse."""
    return math.sin(index * 2.4 + 0.7) * (1 - share) if index else 0.0


def turned(moment: Moment, fold: Fold) -> tuple[int, float]:
    """Which fold is being made, and how far it is turned in degrees."""
    folds = fold.halvings if fold.way is Way.HALVE else 1
    done = span(moment.share, FIRST, LAST) * folds
    whole = min(int(done), folds - 1)
    part = ease(span(done - whole, 0.0, 0.86)) if folds > 1 else ease(done - whole)
    goal = sum(fold.angle) / 2
    return whole, max(12.0 if whole == 0 else 0.0, goal * part)


class Layers(Figure):
    """The sheets from their edge, enlarged in thickness."""

    def __init__(self, place: Place, fold: Fold, *, left: bool) -> None:
        stage = place.stage
        self.fold, self.left = fold, left
        scale = Scale.ANGLE if fold.angle_said else Scale.NONE
        self.panel = Panel(place, "侧视·层数", Pace.ASSUMED, scale)
        if fold.way is Way.EDGE:
            self.panel = Panel(place, "侧视·折角", Pace.ASSUMED, scale)
        self.axis = stage.x + stage.width / 2
        self.board = stage.bottom - 40
        self.length = stage.width * 0.82
        self.thick = min(22.0 if fold.way is Way.STACK else 15.0, stage.height * 0.42 / fold.layers)
        self.crease = (self.axis, self.board - self.thick)

    def still(self, pen: Pen) -> None:
        """The table; the angle, as said."""
        stage, canvas = self.panel.stage, pen.canvas
        canvas.drawLine(stage.x + 14, self.board + 2, stage.right - 14, self.board + 2, line(GREY, 2, dash=(9, 6)))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The sheets as they lie now, then what was said of them."""
        canvas, fold = pen.canvas, self.fold
        with mirrored(canvas, self.axis, when=self.left):
            if fold.way is Way.STACK:
                self._draw_stack(canvas, moment)
            elif fold.way is Way.PLEAT:
                self._draw_pleats(canvas, moment)
            else:
                self._draw_fold(canvas, *turned(moment, fold))
        if fold.angle_said:
            look = Look(about=fold.angle_said.about)
            angle = self.angle
            draw_angle(canvas, angle, look)
            stage = self.panel.stage
            write_angle(pen, angle, fold.angle_said.figure, look, CARD, (stage.x, stage.right))
        elif fold.layers_said:
            self._write_layers(pen)

    @property
    def angle(self) -> Angle:
        """The said angle at the crease."""
        low, high = self.fold.angle
        radius = min(self.length * 0.2, self.panel.stage.height * 0.26)
        return Angle(at=self.crease, low=low, high=high, radius=radius, mirrored=self.left)

    def _leaf(self, canvas: skia.Canvas, x: float, y: float, long: float, alpha: float = 1.0) -> None:
        """One sheet, its lower edge at y."""
        leaf = skia.Rect.MakeLTRB(x, y - self.thick + 1, x + long, y - 1)
        said = self.fold.stuff is not UNSAID
        canvas.drawRect(leaf, fill(self.fold.stuff.body, alpha))
        canvas.drawRect(leaf, line(INK if said else GREY, 1.8, alpha, dash=None if said else (7, 5)))

    def _draw_stack(self, canvas: skia.Canvas, moment: Moment) -> None:
        count, fold, share = lying(moment, self.fold), self.fold, squared(moment)
        long = self.length * 0.74
        for index in range(min(fold.layers, math.ceil(count))):
            fall = 1 - ease(min(1.0, count - index)) if index else 0.0
            x = self.axis - long / 2 + askew(index, share) * self.length * 0.08
            y = self.board - index * self.thick - fall * self.panel.stage.height * 0.3
            self._leaf(canvas, x, y, long, 1.0 if index < fold.sure else UNSURE)
        if 0 < share < 1:
            for side in (-1, 1):
                x = self.axis + side * (long / 2 + 22 - 12 * share)
                canvas.drawLine(x, self.board - fold.layers * self.thick, x, self.board, line(RED, 3))

    def _draw_fold(self, canvas: skia.Canvas, done: int, degrees: float) -> None:
        """The sheets of the right half turn rigidly over the left half; ``done`` folds were made before."""
        layers, half = 2**done, self.length / 2 / 2**done
        x, top = self.axis, self.board - layers * self.thick
        if done:
            x = self.axis - self.length / 2 + half
        for index in range(layers):
            self._leaf(canvas, x - half, self.board - index * self.thick, half)
        canvas.save()
        canvas.rotate(-degrees, x, top)
        for index in range(layers):
            self._leaf(canvas, x, self.board - index * self.thick, half)
        canvas.restore()
        turn = math.radians(degrees)
        self._draw_bend(canvas, (x, top), layers * self.thick, turn)
        canvas.drawCircle(x, top, 4.5, fill(RED))

    def _draw_bend(self, canvas: skia.Canvas, at: Point, thick: float, turn: float) -> None:
        """The stretched outside of the fold."""
        oval = skia.Rect.MakeLTRB(at[0] - thick, at[1] - thick, at[0] + thick, at[1] + thick)
        start = 90.0
        wedge = skia.Path()
        wedge.moveTo(*at)
        wedge.arcTo(oval, start, -math.degrees(turn), forceMoveTo=False)
        wedge.close()
        canvas.drawPath(wedge, fill(self.fold.stuff.body))
        said = self.fold.stuff is not UNSAID
        canvas.drawArc(oval, start, -math.degrees(turn), useCenter=False, paint=line(INK if said else GREY, 1.8))

    def _draw_pleats(self, canvas: skia.Canvas, moment: Moment) -> None:
        path = polygon(self.pleats(moment), closed=False)
        said = self.fold.stuff is not UNSAID
        canvas.drawPath(path, line(INK if said else GREY, 7.5))
        canvas.drawPath(path, line(self.fold.stuff.body, 4.2))

    def pleats(self, moment: Moment) -> list[Point]:
        """The ends of every layer of a pleat: so many layers as lines between them."""
        count = self.fold.layers
        share = ease(span(moment.share, FIRST, LAST))
        long = min(self.length / count / OPEN, self.panel.stage.height * 0.5)
        close = min(16.0, long * 0.3)
        step = long * OPEN + (close - long * OPEN) * share
        high = math.sqrt(max(0.0, long * long - step * step))
        left = self.axis - step * count / 2
        return [(left + step * index, self.board - 6 - (high if index % 2 else 0.0)) for index in range(count + 1)]

    def _write_layers(self, pen: Pen) -> None:
        said, stage = self.fold.layers_said, self.panel.stage
        if said is None:
            return
        style = FACT.but(halo=CARD, anchor="m")
        if self.fold.way is Way.STACK:
            x = self.axis + self.length * (-0.46 if self.left else 0.46)
            top = self.board - self.fold.layers * self.thick
            dimension(pen.canvas, (x, self.board), (x, top), Look(about=said.about or said.ranged))
        half = width(said.figure, style) / 2
        x = stage.x + 24 + half if self.left else stage.right - 24 - half
        pen.write(said.figure, x, stage.y + 46, style)
