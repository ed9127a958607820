"""dig: a pit grows in the ground under a spade, as deep as said when a depth was said."""

import random
from typing import ClassVar, Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, curve, polygon
from generation.backends.schematic.drawing.notation import DASH
from generation.backends.schematic.drawing.palette import BLUE, GREY, INK, INK2, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import (
    Family,
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
    span,
)
from generation.backends.schematic.scenes.props.bench import (
    HandFigure,
    caption,
    common_scale,
    draw_size,
    flying,
    strokes_of,
    write_size,
)
from generation.backends.schematic.scenes.props.gear import gear_for
from generation.backends.schematic.things.hands import Grip as Hold
from generation.backends.schematic.things.hands import Pose
from generation.backends.schematic.things.stuff import Grain, Stuff, lay
from generation.backends.schematic.things.tools import draw_tool
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Holder, Reading

GROUND: Final = ("坑", "塘", "窖", "沟", "池", "土", "地", "穴", "井", "渠", "窑")
EARTH: Final = Stuff("#C2A27A", "#6F5233", Grain.SPECKLE)
BANK: Final = 0.22  # how far the sides of a pit lean, as a part of its depth
AIR: Final = "#FBF6EA"
TIMES: Final = (0.0, 0.3, 0.58, 0.8, 1.0)  # of one stroke: in, out, thrown, back
LIFTING: Final = 2  # the part of a stroke in which earth lies on the blade
APART: Final = 190.0  # pixels of the spade's drawing between the two hands
FOREARM: Final = -12.0  # degrees
CLOD: Final = curve([(20, -8), (50, -52), (92, -66), (130, -40), (148, -10), (84, 4)], closed=True)


def pit(middle: Point, half: float, deep: float) -> skia.Path:
    """The section of a pit whose mouth has its middle at a point of the ground."""
    x, y = middle
    lean = min(half * 0.4, deep * BANK)
    return polygon([(x - half, y - 3), (x - half + lean, y + deep), (x + half - lean, y + deep), (x + half, y - 3)])


class _Earth(HandFigure):
    """Ground cut open, with a pit that grows."""

    level: float
    mouth: Point
    half: float
    deep: float

    def still_shapes(self, canvas: skia.Canvas) -> None:
        """The earth with its layers of pebbles, and grass on top."""
        stage = self.panel.stage
        ground = skia.Path()
        ground.addRect(skia.Rect.MakeLTRB(stage.x, self.level, stage.right, stage.bottom))
        lay(canvas, ground, EARTH, outline=0)
        chance = random.Random(9)  # noqa: S311  WONTFIX: drawing, not secrets
        for _ in range(26):
            x, y = chance.uniform(stage.x, stage.right), chance.uniform(self.level + 16, stage.bottom)
            oval = skia.Rect.MakeXYWH(x, y, chance.uniform(8, 20), chance.uniform(5, 10))
            canvas.drawOval(oval, fill("#AD8C64"))
            canvas.drawOval(oval, line(EARTH.dark, 1.2))
        canvas.drawLine(stage.x, self.level, stage.right, self.level, line(INK, 3))
        tufts = skia.Path()
        for x in range(int(stage.x) + 18, int(stage.right) - 10, 46):
            if abs(x - self.mouth[0]) < self.half + 8:  # no grass over the pit
                continue
            for lean in (-5, 0, 5):
                tufts.moveTo(x, self.level)
                tufts.lineTo(x + lean, self.level - 9 + abs(lean) * 0.6)
        canvas.drawPath(tufts, line(INK2, 1.6))

    def _draw_pit(self, canvas: skia.Canvas, share: float) -> None:
        hole = pit(self.mouth, self.half, max(5.0, self.deep * share))
        canvas.drawPath(hole, fill(AIR))
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(self.mouth[0] - self.half - 4, self.level, self.mouth[0] + self.half + 4, self.level + self.deep + 9))  # fmt: skip
        canvas.drawPath(hole, line(INK, 2.8))
        canvas.restore()


class DigSpade(_Earth):
    """The spade goes into the ground and throws the earth aside."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        super().__init__(reading, Panel(place, caption(reading, "侧视"), Pace.FASTER, Scale.NONE))
        self.level = stage.y + stage.height * 0.64
        self.mouth = (stage.x + stage.width * 0.5, self.level)
        self.half = stage.width * 0.17
        self.deep = stage.height * 0.25
        self.gear = gear_for(reading, "dig", unsaid="spade")
        self.size = min(0.5, stage.height / 700, stage.width / 1250)
        self.other = reading.assume("另一只手", Holder("", left=not self.holder.left))
        self.strokes = strokes_of(reading, 4)
        reading.assume("坑的样子", None)

    def moving_shapes(self, canvas: skia.Canvas, moment: Moment) -> None:
        """The pit so far, the heap, the spade in and out, the thrown earth."""
        index, phase = self.strokes.at(moment.share)
        done = (index + ease(span(phase, 0.35, 0.6))) / self.strokes.count
        share = 0.2 + 0.8 * done
        self._draw_pit(canvas, share)
        self._draw_heap(canvas, 0.25 + 0.75 * done)
        self._draw_spade(canvas, phase, self.level + self.deep * share)

    def _draw_spade(self, canvas: skia.Canvas, phase: float, bottom: float) -> None:
        """Down into the ground, the earth lifted on the blade, thrown on the heap, and back."""
        x, y = self.mouth
        ways = ((x - 26, bottom - 46, -56.0), (x - 4, bottom + 5, -52.0), (x - 30, y - 46, -30.0),
                (x - self.half * 1.35, y - self.panel.stage.height * 0.27, -14.0), (x - 26, bottom - 46, -56.0))  # fmt: skip
        leg = next(leg for leg in range(4) if phase <= TIMES[leg + 1])
        way = ease(span(phase, TIMES[leg], TIMES[leg + 1]))
        tip_x, tip_y, turn = (start + (end - start) * way for start, end in zip(ways[leg], ways[leg + 1], strict=True))
        canvas.save()
        canvas.translate(tip_x, tip_y)
        canvas.rotate(turn)
        canvas.scale(self.size, self.size)
        draw_tool(canvas, self.gear.tool, (0, 0), 0, assumed=not self.gear.said)
        if leg == LIFTING:
            lay(canvas, CLOD, EARTH, outline=2.6)
        for holder, along in ((self.other, 0.0), (self.holder, APART)):
            at = (self.gear.tool.grip + along, self.gear.tool.level)
            draw_holder(canvas, holder, Pose(grip=Hold.FIST, at=at, turn=FOREARM - turn, size=0.8))
        canvas.restore()
        if leg > LIFTING:
            thrown = flying((x - self.half * 1.2, y - 60), (phase - TIMES[3]) * 2.4, reach=self.half * 0.4)
            canvas.drawPath(thrown, fill(EARTH.dark))

    def _draw_heap(self, canvas: skia.Canvas, share: float) -> None:
        x, wide = self.mouth[0] - self.half - self.panel.stage.width * 0.14, self.panel.stage.width * 0.11
        high = self.panel.stage.height * 0.2 * share
        slope = [(x - wide, self.level), (x - wide * 0.5, self.level - high * 0.66), (x, self.level - high),
                 (x + wide * 0.55, self.level - high * 0.6), (x + wide, self.level)]  # fmt: skip
        lay(canvas, curve(slope), EARTH)


class DigDepth(_Earth):
    """The section of the pit, with the said depth and width."""

    shows_hand: ClassVar[bool] = False

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.said = reading.amount(Measure.DEPTH)
        wide = reading.amount(Measure.WIDTH) or reading.amount(Measure.DIAMETER) or reading.amount(Measure.LENGTH)
        self.wide_said: Amount | None = wide
        room = (stage.width * 0.5, stage.height * 0.62)
        sizes = [(said, space) for said, space in ((wide, room[0]), (self.said, room[1])) if said]
        scales = common_scale(sizes)
        scale = Scale.TRUE if scales else Scale.NONE
        super().__init__(reading, Panel(place, "剖面·坑", Pace.FASTER, scale))
        self.level = stage.y + max(70.0, stage.height * 0.24)
        self.mouth = (stage.x + stage.width * 0.42, self.level)
        self.half = (wide.middle * scales[0] if wide and scales else room[0] * 0.8) / 2
        self.deep = self.said.middle * scales[-1] if self.said and scales else room[1] * 0.8
        self.spread = self.deep * (self.said.ends[0] / self.said.middle) if self.said else self.deep
        if not self.said:
            reading.assume("坑的深浅", None)

    def moving_shapes(self, canvas: skia.Canvas, moment: Moment) -> None:
        """The pit so far, and how deep it will be."""
        self._draw_pit(canvas, 0.12 + 0.88 * ease(span(moment.share, 0.0, 0.8)))
        goal = pit(self.mouth, self.half, self.deep)
        canvas.drawPath(goal, line(BLUE if self.said else GREY, 2, dash=DASH))

    def lettering(self, pen: Pen) -> None:
        """The depth beside the pit, the width above its mouth."""
        if self.said:
            x = self.across(self.mouth[0] + self.half + 30)
            bottom = self.level + self.deep
            near = self.across(self.mouth[0] + self.half - 8)
            pen.canvas.drawLine(near, bottom, x, bottom, line(GREY, 1.2))
            draw_size(pen.canvas, self.said, (x, self.level), (x, bottom))
            room = self.panel.stage.right - (self.mouth[0] + self.half + 30) - 20
            place = (x - self.away * 14, self.level + self.deep / 2 + 10)
            write_size(pen, self.said, place, room, anchor="r" if self.holder.left else "l", halo=EARTH.body)
        if self.wide_said:
            x, y = self.across(self.mouth[0]), self.level - 18
            draw_size(pen.canvas, self.wide_said, (x - self.half, y), (x + self.half, y))
            write_size(pen, self.wide_said, (x, y - 16), self.panel.stage.width * 0.5)


class Dig(Scene):
    """Digging in the ground."""

    template: ClassVar[str] = "dig"
    family: ClassVar[Family] = Family.CUT
    verbs: ClassVar[tuple[str, ...]] = ("挖", "挖坑", "挖土", "挖出", "掘", "刨坑", "开挖")
    measure_names: ClassVar[dict[Measure, str]] = {Measure.DEPTH: "坑深"}

    def parts(self, reading: Reading) -> list[Part]:
        """The spade at work; the section of the pit."""
        return [
            Part(View.OVERVIEW, 60, lambda place: DigSpade(reading, place)),
            Part(View.SIDE, 40, lambda place: DigDepth(reading, place)),
        ]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Digging is work in the ground: a pit, a pond or earth must be named."""
        named = reading.materials + reading.verb + "".join(term.text for term in reading.step.place)
        named += "".join(phrase.text for phrase in reading.step.result)
        if not any(word in named for word in GROUND):
            return "原话没有说到在地里挖"
        if any(word in reading.tools for word in ("刻刀", "凿", "挖耳", "勺")):
            return "用的不是挖土的工具"
        return ""
