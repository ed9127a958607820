"""What pressing does inside the work, in the glass: leaves and grains come closer, water is driven out."""

from typing import Final

import skia

from generation.backends.schematic.drawing.lines import rectangle
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import GREY, INK, RED, SKIN, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Figure, Moment, Panel, Place, Scale
from generation.backends.schematic.scenes.press.side import GOAL, START, PressSide
from generation.backends.schematic.scenes.press.words import Presser
from generation.backends.schematic.scenes.props.lens import GLASS, lens_in
from generation.backends.schematic.things.stuff import UNSAID, WATER, Grain, Stuff, lay
from generation.backends.schematic.things.workpieces import Form
from generation.backends.schematic.words.reading import Reading

SKIN_STUFF: Final = Stuff(SKIN, INK, Grain.PLAIN)
ROWS: Final = 5
COLUMNS: Final = 9


class PressLens(Figure):
    """Under the presser, magnified. It moves as the figure beside it does."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.side = PressSide(reading, place)
        self.panel = Panel(place, "放大·受压处", self.side.panel.pace, Scale.NONE)
        self.pressed = self.side.pressed
        self.lens = lens_in(stage, margin=12)
        self.middle, self.radius = self.lens.middle, self.lens.radius

    def closeness(self, share: float) -> float:
        """How far the work has been pressed together, 0 to 1."""
        size = self.side.size
        return (START * size - self.side.height(share)) / ((START - GOAL) * size) if self.side.soft else 0.0

    def still(self, pen: Pen) -> None:
        """The glass."""
        self.lens.draw_glass(pen.canvas)
        self.lens.draw_rim(pen.canvas)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The inside of the work as it is now, and the load on it."""
        canvas, share = pen.canvas, moment.share
        close, force = self.closeness(share), self.side.pressure(share)
        top = self.middle[1] - self.radius * (0.38 - 0.3 * close)
        with self.lens.inside(canvas):
            if self.pressed.work.form is Form.SHEET:
                self._draw_leaves(canvas, top, moment)
            else:
                self._draw_grains(canvas, top, close)
            if self.pressed.wet:
                self._draw_drops(canvas, top, moment)
            self._draw_load(canvas, top - self.side.lift(share) * self.radius * 0.34)
        self._draw_arrows(canvas, top, force)

    def _draw_leaves(self, canvas: skia.Canvas, top: float, moment: Moment) -> None:
        """A few leaves: loose and wavy before, straight and close after."""
        x, radius = self.middle[0], self.radius
        close, bottom = self.closeness(moment.share), self.middle[1] + radius * 0.8
        count, stuff = 7, self.pressed.work.stuff
        thick = (bottom - top) / count
        for leaf in range(count):
            y, wave = top + thick * leaf, thick * 0.3 * (1 - close) * (1 if leaf % 2 else -1)
            sheet = skia.Path()
            sheet.moveTo(x - radius, y)
            sheet.cubicTo(x - radius / 3, y - wave, x + radius / 3, y + wave, x + radius, y)
            sheet.lineTo(x + radius, y + thick * (0.55 + 0.4 * close))
            sheet.lineTo(x - radius, y + thick * (0.55 + 0.4 * close))
            sheet.close()
            lay(canvas, sheet, stuff, outline=2)

    def _draw_grains(self, canvas: skia.Canvas, top: float, close: float) -> None:
        """Voids in the mass, round at first and flat at the end; firm work has none."""
        x, radius = self.middle[0], self.radius
        body = rectangle(x - radius - 4, top, 2 * radius + 8, 2 * radius)
        lay(canvas, body, self.pressed.work.stuff, outline=2.6)
        if not self.side.soft:
            return
        pitch = (self.middle[1] + radius - top) / (ROWS + 0.5)
        inside, edge = fill(GLASS, 0.9), line(INK if self.pressed.work.said else GREY, 1.4)
        for row in range(ROWS):
            for column in range(COLUMNS):
                middle = x + (column - (COLUMNS - 1) / 2 + 0.5 * (row % 2)) * radius * 0.25
                y, half = top + (row + 0.75) * pitch, radius * 0.075
                high = half * (1 - 0.85 * close)
                void = skia.Rect.MakeLTRB(middle - half, y - high, middle + half, y + high)
                canvas.drawOval(void, inside)
                canvas.drawOval(void, edge)

    def _draw_drops(self, canvas: skia.Canvas, top: float, moment: Moment) -> None:
        """Drops on their way out to both sides while the load is on."""
        force = self.side.pressure(moment.share)
        drops = skia.Path()
        for index in range(14):
            run = (moment.seconds * 0.45 + index * 0.29) % 1
            side = -1 if index % 2 else 1
            x = self.middle[0] + side * self.radius * (0.1 + 0.85 * run)
            y = top + (index + 0.8) * self.radius * 0.085
            drops.addOval(skia.Rect.MakeLTRB(x - 6, y - 3.6, x + 6, y + 3.6))
        canvas.drawPath(drops, fill(WATER.body, force))
        canvas.drawPath(drops, line(WATER.dark, 1.5, force))

    def _draw_load(self, canvas: skia.Canvas, level: float) -> None:
        """The lower side of what presses: a board straight, a hand soft."""
        x, radius, pressed = self.middle[0], self.radius, self.pressed
        if pressed.presser in (Presser.BOARD, Presser.LEVER):
            lay(canvas, rectangle(x - radius, level - radius, 2 * radius, radius), pressed.stuff, outline=2.8)
            return
        half = radius * (0.34 if pressed.presser is Presser.THUMB else 0.72)
        pad = rectangle(x - half, level - radius * 1.6, 2 * half, radius * 1.6, radius * 0.26)
        stuff = SKIN_STUFF if self.side.holder.said or pressed.presser is Presser.THUMB else UNSAID
        lay(canvas, pad, stuff, outline=2.8)

    def _draw_arrows(self, canvas: skia.Canvas, top: float, force: float) -> None:
        if force <= 0.05:
            return
        for step in (-1, 0, 1):
            x = self.middle[0] + step * self.radius * 0.4
            canvas.drawLine(x, top - 40 * force, x, top - 12, line(RED, 3, force))
            arrow(canvas, (x, top - 4), 1.5708, 14, RED)
