"""flatten_to: a soft or hammered mass on a board is struck or pressed thinner, to a said thickness if there is one."""

import math
from dataclasses import dataclass
from typing import ClassVar, Final

import skia

from craftnlp.spec import Measure
from generation.backends.base import Scalar
from generation.backends.schematic.drawing.lines import grain, hatch, pen_line, rectangle
from generation.backends.schematic.drawing.notation import DASH, Look, arrow, dimension
from generation.backends.schematic.drawing.palette import BLUE, CARD, GREY, INK, INK2, PALE, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, NOTE, Pen, width
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
    draw_holder,
    ease,
    mirrored,
    span,
    write_hand,
)
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.tools import BLOCK, TOOLS, Tool, draw_tool
from generation.backends.schematic.words.amounts import Amount, length_in_mm
from generation.backends.schematic.words.reading import Reading

CLAY: Final = ("泥", "陶土", "瓷土", "坯", "土团", "面团")
METAL: Final = ("铜", "银", "锡", "铁", "金片", "金条", "金块")
PRESSING: Final = ("压", "按", "摁")
BLADES: Final = ("拍", "板")
HAMMERS: Final = ("锤", "槌", "榔头")
MOST_BLOWS: Final = 12
FIRST: Final = 0.1  # parts of the film between which the blows fall
LAST: Final = 0.86


@dataclass(frozen=True, slots=True)
class Thickness:
    """From what to what, in units as said where they were said; ``pixels`` is the scale of one such unit."""

    start: float
    low: float
    high: float
    said: Amount | None
    start_said: Amount | None
    pixels: float

    @property
    def goal(self) -> float:
        """The thickness drawn at the end."""
        return (self.low + self.high) / 2


def thickness_of(reading: Reading, room: float) -> Thickness:
    """The said thickness, or an assumed one; ``room`` is the height for the mass before the first blow."""
    said = reading.amounts(Measure.THICKNESS)
    goal = said[-1] if said else None
    low, high = goal.ends if goal else (reading.assume("压薄后的厚度", 1.0),) * 2
    before = said[0] if len(said) > 1 and goal and said[0].unit == goal.unit and said[0].ends[0] > high else None
    start = before.middle if before else reading.assume("起始厚度", 2.5 * (low + high) / 2)
    return Thickness(start, low, high, goal, before, room / start)


class Slab(Figure):
    """The board, the mass, the tool, and the thickness to reach."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.verb = reading.step.action.text
        self.presses = any(word in self.verb for word in PRESSING)
        self.board = stage.y + stage.height - 52
        self.tool = _tool_of(reading)
        self.thickness = thickness_of(reading, stage.height * (0.38 if self.tool is TOOLS["mallet"] else 0.47))
        scale = Scale.TRUE if self.thickness.said else Scale.NONE
        self.panel = Panel(place, f"侧视·{self.verb[:6]}", Pace.ASSUMED, scale)
        self.tool_name = reading.step.tool[0].text if reading.step.tool else ""
        self.holder = reading.holder()
        self.metal = not any(word in _stuff(reading) for word in CLAY)
        self.blows = _blows_of(reading)
        self.board_name = "垫板" if reading.says("垫板") else ""
        reading.assume("料块的宽窄", None)
        if not self.board_name:
            reading.assume("垫板", None)
        self.middle = stage.x + stage.width / 2

    @property
    def _side(self) -> int:
        """The side from which the hand comes: 1 is right."""
        return -1 if self.holder.left else 1

    def _x(self, distance: float) -> float:
        """A distance from the edge that is free of the hand."""
        stage = self.panel.stage
        return stage.right - distance if self.holder.left else stage.x + distance

    def still(self, pen: Pen) -> None:
        """The board; the mass before the first blow; the said thickness with its scale."""
        stage, canvas = self.panel.stage, pen.canvas
        board = rectangle(stage.x + 120, self.board, stage.width - 250, 32)
        said = bool(self.board_name)
        canvas.drawPath(board, fill("#DCC49C" if said else PALE))
        if said:
            grain(canvas, board, gap=5)
        canvas.drawPath(board, line(INK if said else GREY, 2.6, dash=None if said else DASH))
        pen_line(canvas, [(stage.x + 120, self.board), (stage.right - 130, self.board)], 3.2)
        pen.write(
            self.board_name,
            self._x(118),
            self.board + 26,
            NOTE.but(size=24, colour=INK, anchor="l" if self.holder.left else "r"),
        )

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The mass as thick as it is now, and the tool above or on it."""
        self._draw_mass(pen.canvas, self.now(moment))
        self._draw_before(pen)
        if self.thickness.said:
            self._draw_goal(pen, self.thickness.said)
        lift, shock = self._swing(moment)
        top = self.board - self.now(moment) * self.thickness.pixels
        with mirrored(pen.canvas, self.middle, when=self.holder.left):
            self._draw_tool(pen.canvas, top, lift)
        self._draw_shock(pen.canvas, top, shock)
        self._write_words(pen)

    def now(self, moment: Moment) -> float:
        """The thickness at this moment: each blow takes a little less than the one before."""
        begin, end = self.thickness.start, self.thickness.goal
        if self.presses:
            return begin - (begin - end) * ease(span(moment.share, FIRST, LAST))
        weights = [1 / (blow + 1.6) for blow in range(self.blows)]
        step = (LAST - FIRST) / self.blows
        for blow, weight in enumerate(weights):
            strike = FIRST + step * (blow + 0.5)
            begin -= (
                (self.thickness.start - end) * weight / sum(weights) * ease(span(moment.share, strike, strike + 0.02))
            )
        return begin

    def _swing(self, moment: Moment) -> tuple[float, float]:
        """How high the tool is lifted, and how fresh a blow is, both 0 to 1."""
        if self.presses:
            return 0.6 * (1 - ease(span(moment.share, 0, FIRST))) + 0.6 * ease(span(moment.share, LAST, 1)), 0.0
        beat = (moment.share - FIRST) / (LAST - FIRST) * self.blows
        if not 0 <= beat < self.blows:
            return 1.0, 0.0
        phase = beat % 1
        lift = 1 - ease(phase / 0.5) if phase < 0.5 else ease((phase - 0.5) / 0.5)
        return lift, 1 - span(phase, 0.5, 0.64) if phase >= 0.5 else 0.0

    def _draw_mass(self, canvas: skia.Canvas, thickness: float) -> None:
        height = thickness * self.thickness.pixels
        wide = min(2 * (self.panel.stage.width / 2 - 250), 300 * math.sqrt(self.thickness.start / thickness))
        body, ground = ("#C9C0AE", INK2) if self.metal else ("#CFA87E", "#8F6645")
        left, top = self.middle - wide / 2, self.board - height
        mass = rectangle(left, top, wide, height, min(24, height * 0.42))
        canvas.drawPath(mass, fill(body))
        hatch(canvas, mass, -28, 7, line(ground, 1.3, 0.8))
        shade = rectangle(left, self.board - height * 0.36, wide, height * 0.36, min(24, height * 0.3))
        canvas.drawPath(shade, fill(ground, 0.16))
        hatch(canvas, shade, 28, 9, line(ground, 1, 0.7))
        canvas.drawPath(mass, line(INK, 2.8))

    def _draw_before(self, pen: Pen) -> None:
        said = self.thickness.start_said
        height = self.thickness.start * self.thickness.pixels
        ghost = rectangle(self.middle - 150, self.board - height, 300, height, 22)
        pen.canvas.drawPath(ghost, line(BLUE if said else GREY, 1.6, 0.9, dash=DASH))
        if said:
            x = self.middle - self._side * 166
            dimension(pen.canvas, (x, self.board), (x, self.board - height), Look(about=said.about))
            anchor = "l" if self.holder.left else "r"
            pen.write(said.figure, x - self._side * 12, self.board - height + 24, FACT.but(anchor=anchor, halo=CARD))

    def _draw_goal(self, pen: Pen, said: Amount) -> None:
        stage, canvas = self.panel.stage, pen.canvas
        low, high = (self.board - end * self.thickness.pixels for end in (self.thickness.low, self.thickness.high))
        if said.ranged:
            canvas.drawRect(skia.Rect.MakeLTRB(stage.x + 120, high, stage.right - 130, low), fill(BLUE, 0.13))
        for level in {low, high}:
            paint = line(RED, 1.8, dash=(3, 6) if said.about else (12, 5))
            canvas.drawLine(stage.x + 120, level, stage.right - 130, level, paint)
        near = "l" if self.holder.left else "r"
        pen.write("目标", self._x(114), (low + high) / 2 + 8, NOTE.but(size=24, colour=RED, anchor=near))
        x = self._x(232)
        dimension(canvas, (x, self.board), (x, (low + high) / 2), Look(about=said.about or said.ranged))
        figure = FACT.but(size=34, halo=CARD, anchor=near)
        size = 34 if width(said.figure, figure) <= 150 else 26
        pen.write(said.figure, x - self._side * 10, min(low, high) - 19, figure.but(size=size))
        self._draw_scale(pen, said)

    def _draw_scale(self, pen: Pen, said: Amount) -> None:
        x, pixels = self._x(40), self.thickness.pixels
        count = int(self.panel.stage.height * 0.62 / pixels)
        if not 2 <= count <= 40:
            return
        pen.canvas.drawLine(x, self.board, x, self.board - count * pixels, line(INK, 1.6))
        for step in range(count + 1):
            long = 16 if step % 5 == 0 else 9
            level = self.board - step * pixels
            pen.canvas.drawLine(x, level, x + self._side * long, level, line(INK, 1.5))
        pen.write(said.unit, x, self.board - count * pixels - 12, NOTE.but(size=22, colour=INK, anchor="m"))

    def _draw_tool(self, canvas: skia.Canvas, top: float, lift: float) -> None:
        x, y = self.middle - 120, top - 2 - 54 * lift
        canvas.save()
        if not self.presses:
            canvas.translate(x + 450, y)
            canvas.rotate(11 * lift)
            canvas.translate(-x - 450, -y)
        draw_tool(canvas, self.tool, (x, y), 0, 0.92)
        level = -58 if self.tool is TOOLS["mallet"] else -12
        grip = (x + self.tool.grip * 0.92, y + level * 0.92)
        draw_holder(canvas, self.holder, Pose(grip=Grip.FIST, at=grip, turn=5, size=0.78))
        canvas.restore()

    def _draw_shock(self, canvas: skia.Canvas, top: float, fresh: float) -> None:
        if fresh <= 0:
            return
        right = self.middle + self._side * (14 if self.tool is TOOLS["mallet"] else 140)
        for side, x in ((-1, self.middle - self._side * 134), (1, right)):
            for step in range(3):
                start = x + side * self._side * step * 13
                canvas.drawLine(start, top - 8, start + side * self._side * 10, top - 30, line(RED, 2.6, fresh))

    def _write_words(self, pen: Pen) -> None:
        stage = self.panel.stage
        write_hand(pen, self.holder, self.middle + self._side * 490, stage.y + 42)
        x = self.middle - self._side * 236
        pen.write(self.verb[:6], x, stage.y + 42, FACT.but(colour=RED, anchor="m", halo=CARD))
        pen.canvas.drawLine(x, stage.y + 56, x, stage.y + 96, line(RED, 3))
        arrow(pen.canvas, (x, stage.y + 108), math.pi / 2, 17, RED)


def _stuff(reading: Reading) -> str:
    """The words that can name the mass: the material, else everything but the tool."""
    return reading.materials or reading.words_without_tools


def _tool_of(reading: Reading) -> Tool:
    names = reading.tools
    if not any(word in names for word in (*HAMMERS, *BLADES)):
        return reading.assume("工具", BLOCK)
    tool = TOOLS["mallet" if any(word in names for word in HAMMERS) else "paddle"]
    return tool if "木" in names else reading.assume("工具的样子", tool)


def _blows_of(reading: Reading) -> int:
    said = reading.amount(Measure.REPETITION)
    if said and not said.ranged and not said.about and said.middle.is_integer() and said.middle <= MOST_BLOWS:
        return int(said.middle)
    return reading.assume("次数与快慢", 6)


def _objection_to_tool(reading: Reading) -> str:
    tools = reading.tools
    if tools and not any(word in tools for word in (*BLADES, *HAMMERS)):
        return "这件工具还没有画法"
    if any(word in reading.step.action.text for word in PRESSING) and not any(word in tools for word in BLADES):
        return "原话没有说到压的工具"
    return "徒手拍压还没有画法" if reading.says("手掌", "掌心", "手指", "拳") else ""


class Flatten(Scene):
    """Striking or pressing to a thickness."""

    template: ClassVar[str] = "flatten_to"
    family: ClassVar[Family] = Family.PRESS
    verbs: ClassVar[tuple[str, ...]] = ("拍", "捶", "锤", "敲", "砸", "压", "按", "摁")
    measure_names: ClassVar[dict[Measure, str]] = {Measure.THICKNESS: "厚度", Measure.REPETITION: "次数"}

    def parts(self, reading: Reading) -> list[Part]:
        """One figure, from the side."""
        return [Part(View.SIDE, 1, lambda place: Slab(reading, place))]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Flattening needs a mass that gives way, and a goal: a thickness or a word for flat or thin."""
        if not any(word in _stuff(reading) for word in (*CLAY, *METAL)):
            return "原话没有说到能拍薄、锤薄的料"
        if not (reading.amounts(Measure.THICKNESS) or reading.says("薄", "扁", "平", "匀", "厚")):
            return "原话没有说到拍平、拍薄或厚度"
        return _objection_to_tool(reading)

    def facts(self) -> dict[str, Scalar]:
        """The scale of the picture, where a thickness gives one."""
        slab = next(figure for figure in self.figures if isinstance(figure, Slab))
        said, scale = slab.thickness.said, slab.thickness.pixels
        unit = length_in_mm(said.unit) if said else None
        return {"pixels_per_mm": round(scale / unit, 4)} if unit else {}
