"""The weave cut along a weft."""

import math
from dataclasses import replace
from typing import ClassVar, Final

import skia

from generation.backends.schematic.drawing.lines import Track, curve, rectangle
from generation.backends.schematic.drawing.palette import CARD, GREY, INK, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, NOTE, Pen
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale, mirrored
from generation.backends.schematic.scenes.weave.plan import ROWS_MADE, Weaving
from generation.backends.schematic.things.stuff import UNSAID, Grain, lay

PALE: Final = 0.3  # how strong the row before is drawn


class WeaveSection(Figure):
    """Cut along a weft: the warps as they are cut across, and the weft over and under them; the row before stands
    pale behind it.
    """

    SHOWN: ClassVar[tuple[int, int]] = (6, 8)  # warps: where over and under change at every one, and else

    def __init__(self, place: Place, weaving: Weaving) -> None:
        stage = place.stage
        self.panel = Panel(place, "剖面·挑与压", Pace.ASSUMED, Scale.NONE)
        self.weaving = weaving
        rule, stuff = weaving.cloth.rule, weaving.cloth.stuff
        self.count = min(self.SHOWN[rule.lifted + rule.pressed > 2], weaving.cloth.warps)
        self.pitch = stage.width * 0.86 / self.count
        self.left = stage.x + stage.width * 0.07
        self.level = stage.y + stage.height * 0.5
        strips = stuff is UNSAID or stuff.grain in (Grain.WOOD, Grain.HATCH)
        high = min(self.pitch, (stage.height * 0.5 - 72) / 0.75)  # a word stands above warp and weft
        self.wide, self.half = self.pitch * 0.4 if strips else high * 0.29, high * (0.17 if strips else 0.29)
        self.thick = self.half * (1.8 if strips else 1.5)
        self.tracks = [Track(self._weft(row)) for row in range(weaving.done + ROWS_MADE)]

    def _weft(self, row: int) -> skia.Path:
        out = self.half + self.thick / 2 + 3
        points = [(self.left - 6, self.level)]
        for warp in range(self.count):
            side = -1 if self.weaving.cloth.rule.over(row, warp) else 1
            points.append((self.left + self.pitch * (warp + 0.5), self.level + side * out))
        return curve([*points, (self.left + self.pitch * self.count + 6, self.level)], tension=0.9)

    def still(self, pen: Pen) -> None:
        """The rule, as it was said."""
        rule, stage = self.weaving.cloth.rule, self.panel.stage
        if rule.said:
            pen.write(rule.said, stage.x + stage.width / 2, stage.bottom - 30, FACT.but(anchor="m", halo=CARD))
        with mirrored(pen.canvas, stage.x + stage.width / 2, when=self.weaving.holder.left):
            self._draw_warps(pen.canvas)
        warp = self.left + self.pitch / 2
        warp = 2 * stage.x + stage.width - warp if self.weaving.holder.left else warp
        top = max(stage.y + 34, self.level - self.half - self.thick - 34)
        pen.canvas.drawLine(warp, top, warp, self.level - self.half - 4, line(GREY, 1.4))
        pen.write("经", warp, top - 8, NOTE.but(size=22, anchor="m"))

    def _draw_warps(self, canvas: skia.Canvas) -> None:
        stuff, marks = self.weaving.cloth.stuff, skia.Path()
        for warp in range(self.count):
            x = self.left + self.pitch * (warp + 0.5)
            cut = rectangle(x - self.wide, self.level - self.half, 2 * self.wide, 2 * self.half, self.half * 0.9)
            lay(canvas, cut, replace(stuff, grain=Grain.PLAIN) if stuff is not UNSAID else UNSAID, outline=2.4)
            for step in range(-3, 4):
                reach = self.half * 0.62 * math.sqrt(1 - (step / 4.5) ** 2)
                marks.moveTo(x + self.wide * step / 4.2 - 2, self.level + reach)
                marks.lineTo(x + self.wide * step / 4.2 + 2, self.level - reach)
        canvas.drawPath(marks, line(stuff.dark, 1.3, 0.8))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The warps, and the weft as far as it is through."""
        canvas, stage, weaving = pen.canvas, self.panel.stage, self.weaving
        row, share, back = weaving.now(moment)
        track = self.tracks[row - 1 if back else row]
        far = track.length * (1.0 if back else max(0.02, share))
        with mirrored(canvas, stage.x + stage.width / 2, when=weaving.holder.left):
            self._draw_weft(canvas, self.tracks[max(0, row - (2 if back else 1))].path, PALE)
            self._draw_weft(canvas, track.part(0, far), 1.0)
            here, _ = track.at(far)
            canvas.drawCircle(*here, 5, fill(RED))

    def _draw_weft(self, canvas: skia.Canvas, path: skia.Path, alpha: float) -> None:
        stuff = self.weaving.cloth.stuff
        canvas.drawPath(path, line(GREY if stuff is UNSAID else INK, self.thick + 4.4, alpha))
        canvas.drawPath(path, line(CARD if alpha < 1 else stuff.body, self.thick))
        canvas.drawPath(path, line(stuff.dark, max(1.2, self.thick * 0.12), 0.6 * alpha))
