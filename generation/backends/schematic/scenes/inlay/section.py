"""The groove in section, to the said width and depth."""

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import polygon, rectangle
from generation.backends.schematic.drawing.notation import arrow, dimension
from generation.backends.schematic.drawing.palette import INK, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale, ease, span
from generation.backends.schematic.scenes.inlay.plan import block_of, inlay_of
from generation.backends.schematic.scenes.props.lengths import look_of, ruler_for, write_length
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.things.workpieces import Form
from generation.backends.schematic.words.reading import Reading


class InlaySection(Figure):
    """A wire goes down into the groove and is flush with the face; powder fills it."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.width, self.depth = reading.amount(Measure.WIDTH), reading.amount(Measure.DEPTH)
        self.ruler = ruler_for([(self.width, stage.width * 0.34), (self.depth, stage.height * 0.64 - 84)])
        if self.ruler is None:
            self.width = self.depth = None
        self.panel = Panel(place, "槽的剖面", Pace.ASSUMED, Scale.TRUE if self.ruler else Scale.NONE)
        self.wide = self.ruler.middle(self.width) if self.ruler and self.width else 0.0
        self.deep = self.ruler.middle(self.depth) if self.ruler and self.depth else 0.0
        if not self.wide:
            self.wide = reading.assume("槽宽", min(stage.width * 0.3, self.deep or stage.width * 0.3))
        if not self.deep:
            self.deep = reading.assume("槽深", min(stage.height * 0.3, self.wide))
        self.form, self.stuff = inlay_of(reading)
        self.block = block_of(reading)
        self.axis = stage.x + stage.width * 0.5
        self.face = stage.y + stage.height * 0.36
        self.drop = self.face - stage.y
        half, far, low = self.wide / 2, stage.width, stage.height
        self.ground = polygon(
            [(-far, 0), (-half, 0), (-half, self.deep), (half, self.deep), (half, 0), (far, 0), (far, low), (-far, low)]
        )
        self.bar = rectangle(-half + 1.5, 0, self.wide - 3, self.deep, 3)

    def still(self, pen: Pen) -> None:
        """The block, cut open."""
        pen.canvas.save()
        pen.canvas.translate(self.axis, self.face)
        lay(pen.canvas, self.ground, self.block.stuff, outline=2.8)
        pen.canvas.restore()

    def level(self, moment: Moment) -> float:
        """How much of the work is done, 0 to 1."""
        return ease(span(moment.share, 0.04, 0.7))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """What goes in; then the said lengths."""
        canvas, done = pen.canvas, self.level(moment)
        canvas.save()
        canvas.translate(self.axis, self.face)
        if self.form is Form.STRAND:
            self._draw_bar(canvas, done)
        else:
            self._draw_fill(canvas, max(0.08, done))
        canvas.restore()
        self._write(pen)

    def _draw_bar(self, canvas: skia.Canvas, done: float) -> None:
        above = min(self.deep * 1.06, self.face - self.panel.stage.y - self.deep - 8 + self.deep) * (1 - done)
        canvas.translate(0, -above)
        lay(canvas, self.bar, self.stuff, outline=2.4)
        if done < 1:
            canvas.drawLine(0, self.deep * 0.25, 0, self.deep * 0.62, line(RED, 3))
            arrow(canvas, (0, self.deep * 0.62 + 10), 1.5708, 18, RED)

    def _draw_fill(self, canvas: skia.Canvas, done: float) -> None:
        half, top = self.wide / 2 - 1.5, self.deep * (1 - done)
        heap = min(10.0, self.deep * 0.12) * (1 - span(done, 0.9, 1))
        body = skia.Path()
        body.moveTo(-half, self.deep - 1)
        body.lineTo(-half, top)
        body.quadTo(0, top - heap, half, top)
        body.lineTo(half, self.deep - 1)
        body.close()
        lay(canvas, body, self.stuff, outline=1.8)
        grains = skia.Path()
        if done < 1:
            for index in range(14):
                down = (index * 0.37 + done * 9) % 1
                x = half * 0.7 * (((index * 0.618) % 1) * 2 - 1)
                grains.addCircle(x, -self.drop + down * (top + self.drop), 2.6)
            canvas.drawPath(grains, fill(self.stuff.dark))
            canvas.drawPath(grains, line(INK, 0.6))

    def _write(self, pen: Pen) -> None:
        half = self.wide / 2
        if self.width:
            y = self.face + self.deep + 22
            dimension(pen.canvas, (self.axis - half, y), (self.axis + half, y), look_of(self.width))
            write_length(pen, self.width, (self.axis, y + 40), self.panel.stage)
        if self.depth:
            x = self.axis + half + 26
            dimension(pen.canvas, (x, self.face), (x, self.face + self.deep), look_of(self.depth))
            write_length(
                pen, self.depth, (x + 14, self.face + min(self.deep / 2 + 10, self.deep - 6)), self.panel.stage, "l"
            )
