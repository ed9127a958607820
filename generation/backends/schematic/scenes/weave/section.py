"""The weave cut along a weft."""

from typing import ClassVar

import skia

from generation.backends.schematic.drawing.lines import Track, curve, rectangle
from generation.backends.schematic.drawing.palette import CARD, GREY, INK, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, NOTE, Pen
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale, mirrored
from generation.backends.schematic.scenes.weave.plan import ROWS_MADE, Weaving
from generation.backends.schematic.things.stuff import UNSAID, lay


class WeaveSection(Figure):
    """Cut along a weft: the warps as they are cut across, and the weft over and under them."""

    SHOWN: ClassVar[int] = 8

    def __init__(self, place: Place, weaving: Weaving) -> None:
        stage = place.stage
        self.panel = Panel(place, "剖面·挑与压", Pace.ASSUMED, Scale.NONE)
        self.weaving = weaving
        self.count = min(self.SHOWN, weaving.cloth.warps)
        self.pitch = stage.width * 0.86 / self.count
        self.left = stage.x + stage.width * 0.07
        self.level = stage.y + stage.height * 0.46
        self.half = min(stage.height * 0.075, self.pitch * 0.32)
        self.tracks = [Track(self._weft(row)) for row in range(weaving.done + ROWS_MADE)]

    def _weft(self, row: int) -> skia.Path:
        out = self.half * 2.1
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
        warp = self.left + self.pitch / 2
        warp = 2 * stage.x + stage.width - warp if self.weaving.holder.left else warp
        pen.canvas.drawLine(warp, self.level - self.half * 4.2, warp, self.level - self.half * 1.6, line(GREY, 1.4))
        pen.write("经", warp, self.level - self.half * 4.2 - 8, NOTE.but(size=22, anchor="m"))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The warps, and the weft as far as it is through."""
        canvas, stage, weaving = pen.canvas, self.panel.stage, self.weaving
        row, share, back = weaving.now(moment)
        track = self.tracks[row - 1 if back else row]
        far = track.length * (1.0 if back else max(0.02, share))
        stuff = weaving.cloth.stuff
        with mirrored(canvas, stage.x + stage.width / 2, when=weaving.holder.left):
            path, thick = track.part(0, far), self.half * 1.1
            canvas.drawPath(path, line(GREY if stuff is UNSAID else INK, thick + 4))
            canvas.drawPath(path, line(stuff.body, thick))
            for warp in range(self.count):
                x = self.left + self.pitch * (warp + 0.5)
                wide = self.pitch * 0.34
                lay(canvas, rectangle(x - wide, self.level - self.half, 2 * wide, 2 * self.half, self.half), stuff)
            here, _ = track.at(far)
            canvas.drawCircle(*here, 5, fill(RED))
