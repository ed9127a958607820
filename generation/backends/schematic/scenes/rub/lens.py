"""The rubbed surface magnified: peaks that wear down under the grains of the abrasive."""

import math
import random
from typing import ClassVar, Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, polygon, rectangle
from generation.backends.schematic.drawing.palette import BLUE, CARD, GREY, INK, INK2, PALE, SKIN, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Moment, Pace, Panel, Place, Scale, ease
from generation.backends.schematic.scenes.props.bench import HandFigure, write_size
from generation.backends.schematic.scenes.props.gear import Gear
from generation.backends.schematic.scenes.props.lens import Lens
from generation.backends.schematic.scenes.props.sprite import Sprite
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.things.workpieces import Form, workpiece_in
from generation.backends.schematic.words.reading import Reading

FORMS: Final = (Form.BLOCK, Form.ROUND, Form.VESSEL, Form.RODS, Form.SHEET)
STAGES: Final = 24
GRAINY: Final = ("sandpaper", "stone", "file")


class RubLens(HandFigure):
    """``gear`` is ``None`` for the bare hand."""

    shows_hand: ClassVar[bool] = False

    def __init__(self, reading: Reading, place: Place, gear: Gear | None) -> None:
        stage = place.stage
        super().__init__(reading, Panel(place, "放大·表面", Pace.ASSUMED, Scale.NONE))
        self.grit = reading.amount(Measure.GRIT)
        self.gear = gear
        self.work = workpiece_in(reading, *FORMS, unsaid=Form.BLOCK)
        room = 118.0 if self.grit else 0.0
        self.radius = min(stage.height / 2 - 16, (stage.width - room) / 2 - 12)
        self.middle = (stage.x + (stage.width + room) / 2, stage.y + stage.height / 2)
        self.lens = Lens(self.middle, self.radius)
        self.floor = self.middle[1] + self.radius * 0.2
        self._surfaces = [self._surface(1 - step / (STAGES - 1)) for step in range(STAGES)]
        self._pad, self._grains = self._abrasive()
        self._rubbing = Sprite(self._draw_abrasive)

    def _surface(self, rough: float) -> skia.Path:
        """The section of the work with peaks of a part of their first height."""
        x, reach = self.middle[0], self.radius
        chance = random.Random(23)  # noqa: S311  WONTFIX: drawing, not secrets
        points: list[Point] = []
        for step in range(31):
            peak = chance.uniform(0.35, 1.0) if step % 2 else chance.uniform(0.0, 0.2)
            points.append((x - reach + 2 * reach * step / 30, self.floor - peak * reach * 0.26 * (0.04 + 0.96 * rough)))
        bottom = self.middle[1] + reach
        return polygon([*points, (x + reach, bottom), (x - reach, bottom)])

    def _abrasive(self) -> tuple[skia.Path, skia.Path]:
        """What rubs, as a band wider than the glass, with its lower edge at level 0; and its grains."""
        reach = self.radius
        pad = rectangle(-1.1 * reach, -0.5 * reach, 2.2 * reach, 0.5 * reach, 6)
        grains = skia.Path()
        for step in range(23):
            x = -1.05 * reach + 2.1 * reach * step / 22
            size = reach * (0.034 + 0.018 * (step * 7 % 5) / 4)
            corners = [(x + size * math.cos(turn), size * 0.5 + size * math.sin(turn)) for turn in (0.3, 1.7, 3.2, 4.6)]
            grains.addPath(polygon(corners))
        return pad, grains

    def still_shapes(self, canvas: skia.Canvas) -> None:
        """The glass."""
        self.lens.draw_glass(canvas)
        self.lens.draw_rim(canvas)

    def moving_shapes(self, canvas: skia.Canvas, moment: Moment) -> None:
        """The peaks as high as they are now, and the abrasive to and fro on them."""
        done = ease(moment.share)
        step = round(done * (STAGES - 1))
        peak = self.radius * 0.26 * (0.04 + 0.96 * (1 - done))
        sway = self.radius * 0.1 * math.sin(moment.seconds * 5)
        with self.lens.inside(canvas):
            lay(canvas, self._surfaces[step], self.work.stuff, outline=2.6)
            self._rubbing.draw(canvas, (self.middle[0] + sway, self.floor - peak - 2))

    def _draw_abrasive(self, canvas: skia.Canvas) -> None:
        gear = self.gear
        unsaid, grainy = gear is not None and not gear.said, gear is not None and gear.said and gear.tool.name in GRAINY
        code = SKIN if gear is None else PALE if unsaid else "#B48A5C" if grainy else "#EFE8DA"
        canvas.drawPath(self._pad, fill(code))
        dash = (7.0, 5.0) if unsaid else None
        canvas.drawPath(self._pad, line(GREY if unsaid else INK, 2.2, dash=dash))
        if grainy:
            canvas.drawPath(self._grains, fill("#6D5136"))
            canvas.drawPath(self._grains, line(INK2, 1))

    def lettering(self, pen: Pen) -> None:
        """The said grit, with a line to the abrasive."""
        if self.grit is None:
            return
        stage = self.panel.stage
        x, y = self.across(stage.x + 66), self.middle[1] - self.radius * 0.1
        end = self.point(self.middle[0] - self.radius * 0.72, self.floor - self.radius * 0.5)
        pen.canvas.drawLine(self.across(stage.x + 96), y - 34, *end, line(BLUE, 1.8))
        pen.canvas.drawCircle(*end, 4, fill(BLUE))
        write_size(pen, self.grit, (x, y), 112, halo=CARD)
