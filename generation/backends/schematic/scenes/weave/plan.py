"""The weave from above, row upon row."""

from typing import Final

import skia

from generation.backends.schematic.drawing.lines import rectangle
from generation.backends.schematic.drawing.notation import Look, arrow, dimension
from generation.backends.schematic.drawing.palette import CARD, RED, line
from generation.backends.schematic.drawing.text import FACT, Pen, width
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
from generation.backends.schematic.scenes.props.imprint import Imprint
from generation.backends.schematic.scenes.props.sprite import hand_sprite
from generation.backends.schematic.scenes.weave.cloth import cloth_in
from generation.backends.schematic.things.hands import Pose
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.things.tools import TOOLS, draw_tool, tool_in
from generation.backends.schematic.words.reading import Reading

FEWEST_DONE: Final = 3  # rows at the beginning of the film
ROWS_MADE: Final = 4  # in the film
BACK: Final = 0.24  # of a row's time, for the hand to come back


class Weaving(Figure):
    """The weave from above, growing away from the maker; the hand draws one weft after another through."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.holder = reading.holder()
        self.cloth = cloth_in(reading, stage.width * 0.74)
        scale = Scale.TRUE if self.cloth.pixels_per_unit else Scale.NONE
        self.panel = Panel(place, f"俯视·{reading.step.action.text[:6]}", Pace.ASSUMED, scale)
        self.shuttle = tool_in(reading, does="weave") is TOOLS["shuttle"]
        self.axis = stage.x + stage.width / 2
        across = self.cloth.pitch * self.cloth.warps
        self.left = stage.x + max(30.0, stage.width * 0.42 - across / 2)
        self.bottom = stage.bottom - 34
        room = self.bottom - stage.y - 84
        self.pitch = min(self.cloth.pitch, room / (FEWEST_DONE + ROWS_MADE + 1.4))
        self.done = int(room / self.pitch - 1.4) - ROWS_MADE
        self.high = self.pitch * self.cloth.width / self.cloth.pitch
        self.hand = hand_sprite(self.holder, Pose(turn=10, size=min(0.56, stage.height / 560)))
        self.warps_only = Imprint(self._draw_warps, stage, turned=self.holder.left)
        self.woven = Imprint(self._draw_woven, stage, turned=self.holder.left)

    @property
    def right(self) -> float:
        """Where the last warp ends."""
        return self.left + self.cloth.pitch * self.cloth.warps - self.cloth.gap

    def _row(self, row: int) -> float:
        """The upper edge of a row of weft; the first lies nearest to the maker."""
        return self.bottom - 12 - self.pitch * (row + 1)

    def _draw_warps(self, canvas: skia.Canvas) -> None:
        stage = self.panel.stage
        for warp in range(self.cloth.warps):
            self._lay(canvas, self.left + self.cloth.pitch * warp, (stage.y + 66, self.bottom))

    def _lay(self, canvas: skia.Canvas, x: float, ends: tuple[float, float]) -> None:
        strip = rectangle(x, ends[0], self.cloth.width, ends[1] - ends[0], 1.5)
        lay(canvas, strip, self.cloth.stuff, outline=1.7)
        canvas.drawLine(x + self.cloth.width * 0.8, ends[0], x + self.cloth.width * 0.8, ends[1], self._shade)

    @property
    def _shade(self) -> skia.Paint:
        return line(self.cloth.stuff.dark, max(1.2, self.cloth.width * 0.14), 0.4)

    def _draw_woven(self, canvas: skia.Canvas) -> None:
        """All rows: the wefts, the warps over them, and again the wefts where they lie on top."""
        rows = range(self.done + ROWS_MADE)
        for row in rows:
            self._lay_weft(canvas, row, self.left - 24, self.right + 24)
        self._draw_warps(canvas)
        for row in rows:
            for first, last in self.runs(row):
                start = self.left + self.cloth.pitch * first - self.cloth.gap * 0.5 - 1
                self._lay_weft(canvas, row, start, self.left + self.cloth.pitch * last + self.cloth.width + 1)

    def _lay_weft(self, canvas: skia.Canvas, row: int, start: float, end: float) -> None:
        y = self._row(row)
        lay(canvas, rectangle(start, y, end - start, self.high, 1.5), self.cloth.stuff, outline=1.7)
        canvas.drawLine(start, y + self.high * 0.8, end, y + self.high * 0.8, self._shade)

    def runs(self, row: int) -> list[tuple[int, int]]:
        """The warps over which the weft of a row lies, as first and last of each run."""
        found: list[tuple[int, int]] = []
        for warp in range(self.cloth.warps):
            if not self.cloth.rule.over(row, warp):
                continue
            if found and found[-1][1] == warp - 1:
                found[-1] = (found[-1][0], warp)
            else:
                found.append((warp, warp))
        return found

    def still(self, pen: Pen) -> None:
        """The warps; the width of one, as said."""
        stage, cloth = self.panel.stage, self.cloth
        self.warps_only.draw(pen.canvas)
        if cloth.width_said and cloth.pixels_per_unit:
            said = cloth.width_said
            ends = [2 * self.axis - x if self.holder.left else x for x in (self.left, self.left + cloth.width)]
            y = stage.y + 54
            dimension(pen.canvas, (min(ends), y), (max(ends), y), Look(about=said.about or said.ranged))
            x = max(stage.x + 14 + width(said.figure, FACT) / 2, sum(ends) / 2)
            pen.write(
                said.figure,
                min(x, stage.right - 14 - width(said.figure, FACT) / 2),
                y - 12,
                FACT.but(anchor="m", halo=CARD),
            )

    def now(self, moment: Moment) -> tuple[int, float, bool]:
        """The row being made, how far its weft is through, and whether the hand is on its way back."""
        done = span(moment.share, 0.0, 0.96) * ROWS_MADE + 0.12
        row = min(int(done), ROWS_MADE - 1)
        part = min(1.0, done - row)
        if part < BACK and row:
            return self.done + row, ease(part / BACK), True
        return self.done + row, ease(span(part, BACK if row else 0.0, 1.0)), False

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The rows done, the weft on its way, hand and shuttle."""
        canvas, stage = pen.canvas, self.panel.stage
        row, share, back = self.now(moment)
        begin, reach = self.left - 24, self.right + 24
        tip = begin + (reach - begin) * (1 - share if back else share)
        y = self._row(row)
        done = skia.Path()
        done.addRect(
            skia.Rect.MakeLTRB(begin - 3, y + self.pitch - (self.pitch - self.high) / 2, reach + 3, self.bottom)
        )
        if not back:
            done.addRect(skia.Rect.MakeLTRB(begin - 3, y - 2, tip, y + self.pitch))
        if self.holder.left:
            done.transform(skia.Matrix().setScale(-1, 1).postTranslate(2 * self.axis, 0))
        canvas.save()
        canvas.clipPath(done)
        self.woven.draw(canvas)
        canvas.restore()
        with mirrored(canvas, self.axis, when=self.holder.left):
            self._draw_leader(canvas, tip, y + self.high / 2, back=back)
        write_hand_tag(pen, self.holder, stage)

    def _draw_leader(self, canvas: skia.Canvas, tip: float, y: float, *, back: bool) -> None:
        """The end of the weft in the hand, or the shuttle that carries it."""
        lift = 14.0 if back else 0.0
        out = 26.0
        if not back:
            end = rectangle(tip - 2, y - self.high / 2, out + 8, self.high, 2)
            lay(canvas, end, self.cloth.stuff, outline=1.7)
        at = (tip + out, y - lift)
        if self.shuttle:
            draw_tool(canvas, TOOLS["shuttle"], (tip + 4, y - lift), 0, 0.8)
            at = (tip + 4 + TOOLS["shuttle"].grip * 0.8, y - lift)
        self.hand.draw(canvas, at)
        if not back:
            canvas.drawLine(tip - 70, y - self.pitch, tip - 10, y - self.pitch, line(RED, 3))
            arrow(canvas, (tip + 4, y - self.pitch), 0, 16, RED)
