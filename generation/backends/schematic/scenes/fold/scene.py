"""fold_sheet: a sheet is folded, or sheets are laid upon each other and squared."""

import math
from dataclasses import replace
from typing import ClassVar, Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, polygon
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import (
    Family,
    Figure,
    Moment,
    Pace,
    Panel,
    Part,
    Place,
    Scale,
    Scene,
    View,
    ease,
    mirrored,
    write_hand_tag,
)
from generation.backends.schematic.scenes.fold.layers import Fold, Way, fold_in, stacks
from generation.backends.schematic.scenes.fold.side import Layers, askew, lying, squared, turned
from generation.backends.schematic.scenes.props.sprite import hand_sprite
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID, Grain, lay
from generation.backends.schematic.words.reading import Reading

ACROSS: Final = (-0.24, -0.5)  # where one step away from the maker leads on the page
SHADES: Final = (0.03, 0.06, 0.1, 0.15, 0.22, 0.31)  # lines of shade, in parts of a leaf
DARK: Final = 480  # sum of red, green and blue below which a body needs darker lines than its own
OTHER_SENSES: Final = ("折断", "骨折", "打折", "折旧", "重叠", "折枝")


class Sheet(Figure):
    """The sheet on the table, seen from the maker's side; the hand takes its edge over."""

    def __init__(self, reading: Reading, place: Place, fold: Fold) -> None:
        stage = place.stage
        self.fold = fold
        self.panel = Panel(place, f"俯视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.holder = reading.holder()
        self.axis = stage.x + stage.width / 2
        self.half = stage.width * 0.25
        self.deep = stage.height * 1.02
        self.near = (stage.x + stage.width * (0.42 if fold.way is Way.STACK else 0.48), stage.bottom - 40)
        size = min(0.66, stage.height / 500)
        self.pinching = hand_sprite(self.holder, Pose(grip=Grip.PINCH, turn=10, size=size))
        self.pressing = hand_sprite(self.holder, Pose(grip=Grip.PALM, size=size))
        reading.assume("料的大小", None)
        pleated = fold.way is Way.PLEAT and fold.stuff is not UNSAID  # many small leaves: too fine for a grain
        self.stuff = replace(fold.stuff, grain=Grain.PLAIN) if pleated else fold.stuff

    def _at(self, x: float, deep: float, high: float = 0.0) -> Point:
        """A point of the table (``deep`` away from the near edge, 0 to 1) or ``high`` above it."""
        return (
            self.near[0] + x + ACROSS[0] * self.deep * deep,
            self.near[1] + ACROSS[1] * self.deep * deep - high,
        )

    def still(self, pen: Pen) -> None:
        """Nothing lies still but the table, which is the page."""

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The sheets as they lie now, the hand, the way it goes."""
        canvas = pen.canvas
        with mirrored(canvas, self.axis, when=self.holder.left):
            if self.fold.way is Way.STACK:
                self._draw_stack(canvas, moment)
            elif self.fold.way is Way.PLEAT:
                self._draw_pleats(canvas, moment)
            else:
                self._draw_fold(canvas, moment)
        write_hand_tag(pen, self.holder, self.panel.stage)

    def _lay(self, canvas: skia.Canvas, corners: list[Point], shade: float = 0.0) -> None:
        """A leaf with the engraver's lines along its left edge; the underside is a little darker."""
        leaf = polygon(corners)
        lay(canvas, leaf, self.stuff, outline=2.4)
        if shade:
            canvas.drawPath(leaf, fill(INK2, shade))
        lines, ((left, low), (right, level), _, (back, high)) = skia.Path(), corners
        for share in SHADES:
            dx, dy = (right - left) * share, (level - low) * share
            lines.moveTo(left + dx + (back - left) * 0.03, low + dy + (high - low) * 0.03)
            lines.lineTo(left + dx + (back - left) * (0.97 - share), low + dy + (high - low) * (0.97 - share))
        canvas.drawPath(lines, line(self._shade, 1.2, 0.75))

    @property
    def _shade(self) -> str:
        dark_body = sum(int(self.stuff.body[at : at + 2], 16) for at in (1, 3, 5)) < DARK
        return INK if dark_body and self.stuff is not UNSAID else self.stuff.dark

    def _leaf(self, left: float, right: float, high: tuple[float, float]) -> list[Point]:
        """A sheet between two distances along the table, its left and right edges lifted by so much."""
        return [
            self._at(left, 0, high[0]),
            self._at(right, 0, high[1]),
            self._at(right, 1, high[1]),
            self._at(left, 1, high[0]),
        ]

    def _draw_fold(self, canvas: skia.Canvas, moment: Moment) -> None:
        done, degrees = turned(moment, self.fold)
        wide = self.half / 2 ** max(0, done)
        turn = math.radians(degrees)
        right, high = wide * math.cos(turn), wide * math.sin(turn) * 0.95
        crease = -self.half + wide
        thick = 3.0 * 2**done
        for level in range(2 if done else 1):
            self._lay(canvas, self._leaf(-self.half, crease, (thick * level, thick * level)))
        self._lay(canvas, self._leaf(crease, crease + right, (thick, high + thick)), 0.07 if degrees > 90 else 0.0)
        canvas.drawLine(*self._at(crease, 0, thick), *self._at(crease, 1, thick), line(RED, 2.6))
        self._draw_way(canvas, crease, wide)
        self.pinching.draw(canvas, self._at(crease + right, 0.5, high + thick))

    def _draw_way(self, canvas: skia.Canvas, crease: float, wide: float) -> None:
        """The way of the edge, as far as the fold goes."""
        goal = sum(self.fold.angle) / 2
        turns = [math.radians(8 + (goal - 8) * step / 20) for step in range(21)]
        points = [self._at(crease + wide * math.cos(turn), 0.0, wide * math.sin(turn) * 0.95) for turn in turns]
        canvas.drawPath(polygon(points, closed=False), line(RED, 2, 0.8, dash=(8, 6)))
        (x, y), (x_after, y_after) = points[-2:]
        arrow(canvas, points[-1], math.atan2(y_after - y, x_after - x), 15, RED)

    def _draw_stack(self, canvas: skia.Canvas, moment: Moment) -> None:
        count, fold, share = lying(moment, self.fold), self.fold, squared(moment)
        step = min(7.0, self.panel.stage.height * 0.12 / fold.layers)
        wide = self.half * 1.25
        for index in range(min(fold.layers, math.ceil(count))):
            fall = 1 - ease(min(1.0, count - index)) if index else 0.0
            high = index * step + fall * self.panel.stage.height * 0.3
            aside = askew(index, share) * self.half * 0.2
            self._lay(canvas, self._leaf(aside - wide * 0.5, aside + wide, (high, high)))
        top = fold.layers * step
        if share > 0 or count >= fold.layers:
            at = self._at(wide + 10 + (1 - share) * 30, 0.5, top * 0.6)
            self.pressing.draw(canvas, at)
            return
        falling = math.ceil(count) - 1
        fall = 1 - ease(min(1.0, count - falling)) if falling else 0.0
        high = falling * step + fall * self.panel.stage.height * 0.3
        self.pinching.draw(canvas, self._at(wide + askew(falling, 0.0) * self.half * 0.2 - 6, 0.42, high))

    def _draw_pleats(self, canvas: skia.Canvas, moment: Moment) -> None:
        """The sheet goes up and down like a screen that is pushed together."""
        count = self.fold.layers
        share = ease(min(1.0, max(0.0, (moment.share - 0.06) / 0.82)))
        long = self.half * 2 / count
        step = long * 0.97 + (min(12.0, long * 0.3) - long * 0.97) * share
        high = math.sqrt(max(0.0, long * long - step * step))
        for index in range(count):
            ends = (0.0, high) if index % 2 == 0 else (high, 0.0)
            left = -self.half + step * index
            self._lay(canvas, self._leaf(left, left + step, ends), 0.1 if index % 2 else 0.0)
        self.pressing.draw(canvas, self._at(-self.half + step * count, 0.5, high / 2))


class FoldSheet(Scene):
    """Folding and stacking."""

    template: ClassVar[str] = "fold_sheet"
    family: ClassVar[Family] = Family.FOLD
    verbs: ClassVar[tuple[str, ...]] = (
        "折",
        "对折",
        "折叠",
        "折起",
        "折成",
        "叠",
        "叠齐",
        "叠成",
        "叠好",
        "摞",
        "摞齐",
    )
    widest: ClassVar[float] = 150.0
    measure_names: ClassVar[dict[Measure, str]] = {
        Measure.ANGLE: "折起",
        Measure.LAYERS: "层数",
        Measure.COUNT: "张数",
        Measure.REPETITION: "次数",
    }

    def parts(self, reading: Reading) -> list[Part]:
        """The sheet on the table, and its layers from the edge."""
        fold = fold_in(reading)
        left = reading.holder().left
        return [
            Part(View.OVERVIEW, 60, lambda place: Sheet(reading, place, fold)),
            Part(View.SIDE, 40, lambda place: Layers(place, fold, left=left)),
        ]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Folding needs something like a sheet."""
        if reading.says(*OTHER_SENSES):
            return "说的不是折叠"
        material = reading.materials
        hard = any(
            word in material for word in ("泥", "线", "丝", "竹", "木", "铁", "铜", "银", "绳", "枝", "砖", "瓦")
        )
        sheet = any(word in material for word in ("纸", "布", "绸", "绢", "皮", "箔", "帕", "片", "缎", "纱", "面料"))
        if hard and not sheet:
            return "这种料子的折法还没有画法"
        if stacks(reading) and not (sheet or reading.says("张", "齐", "层")):
            return "原话没有说到叠的是什么"
        return ""
