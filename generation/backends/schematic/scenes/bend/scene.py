"""bend: a rod, strip or wire is bent to a said angle, or round into a ring; over a flame only where fire was said."""

import math
from dataclasses import replace
from typing import ClassVar, Final

import skia

from craftnlp.spec import Measure
from generation.backends.base import Scalar
from generation.backends.schematic.drawing.lines import curve, hatch, rectangle
from generation.backends.schematic.drawing.notation import Angle, Look, dimension, draw_angle, write_angle
from generation.backends.schematic.drawing.palette import CARD, GREY, INK, RED, fill, line
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
    write_hand_tag,
)
from generation.backends.schematic.scenes.bend.rod import Rod
from generation.backends.schematic.scenes.props.imprint import Imprint
from generation.backends.schematic.scenes.props.lens import lens_in
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID, Grain, lay
from generation.backends.schematic.things.tools import TOOLS, draw_tool
from generation.backends.schematic.things.workpieces import Form, workpiece_in
from generation.backends.schematic.words.amounts import length_in_mm
from generation.backends.schematic.words.reading import Reading

RINGS: Final = ("圆", "圈", "环")
FIRE: Final = ("火", "炭", "灯", "烤", "炉")
FORMS: Final = (Form.RODS, Form.STRAND, Form.BLOCK, Form.LUMP)
NOT_BODIES: Final = ("弯腰", "弯着腰", "拐弯", "弯路", "转弯", "弯下")
RING: Final = 348.0  # degrees: a ring that just does not close
UNSAID_ANGLE: Final = 60.0
FIRST: Final = 0.06
LAST: Final = 0.86


def is_ring(reading: Reading) -> bool:
    """Whether the words say that it becomes a ring."""
    return reading.amount(Measure.ANGLE) is None and reading.says(*RINGS)


class Bending(Figure):
    """The rod held at one end, its other end led round by the hand."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.said, self.ring = reading.amount(Measure.ANGLE), is_ring(reading)
        self.holder = reading.holder()
        self.stuff = workpiece_in(reading, *FORMS, unsaid=Form.RODS).stuff
        self.across_said = reading.amount(Measure.DIAMETER) if self.ring else None
        self.low, self.high = self._ends(reading)
        self.fire = reading.says(*FIRE)
        self.tongs = "钳" in reading.tools
        reading.assume("夹住一头的东西", None)
        reading.assume("料的粗细", None)
        scale = Scale.TRUE if self.across_said else Scale.ANGLE if self.said else Scale.NONE
        self.panel = Panel(place, f"侧视·{reading.step.action.text[:6]}", Pace.ASSUMED, scale)
        self.axis = stage.x + stage.width / 2
        self.rod = self._rod()
        level, reach = self.rod.start[1], stage.height * 0.2
        room = skia.Rect.MakeLTRB(stage.x, level - reach, self.rod.start[0] + self.rod.before, level + reach)
        self.ground = Imprint(self._draw_ground, stage, turned=self.holder.left, room=room)
        self.flames = [self._flame(index) for index in range(6)] if self.fire else []

    def _ends(self, reading: Reading) -> tuple[float, float]:
        if self.ring:
            return RING, RING
        if self.said is None:
            return (reading.assume("弯的角度", UNSAID_ANGLE),) * 2
        if self.said.middle != 90:
            reading.assume("角度从直处量起", None)
        return self.said.ends

    def _rod(self) -> Rod:
        stage = self.panel.stage
        unit = min(stage.height, stage.width * 0.62)
        thick = unit * 0.085
        left = stage.x - 6
        level = stage.y + stage.height * (0.86 if self.ring else 0.76)
        if self.ring:
            radius = min(stage.height * 0.2, stage.width * 0.62 / math.radians(RING))
            return Rod((left, level), stage.width * 0.2, math.tau * radius * RING / 360, 0.0, thick * 0.7)
        return Rod((left, level), stage.width * 0.3, unit * 0.3, unit * 0.4, thick)

    @property
    def pixels_per_unit(self) -> float | None:
        """The scale of a ring whose diameter was said."""
        if self.across_said is None:
            return None
        return 2 * self.radius / self.across_said.middle

    @property
    def radius(self) -> float:
        """The radius of the bend along the middle line when it is finished, in pixels."""
        return self.rod.arc / math.radians((self.low + self.high) / 2)

    def bent(self, moment: Moment) -> float:
        """How far the rod is bent, in degrees."""
        goal = (self.low + self.high) / 2
        return goal * (0.05 + 0.95 * ease(span(moment.share, FIRST, LAST)))

    def _draw_ground(self, canvas: skia.Canvas) -> None:
        """Two jaws that hold one end; nobody said what they look like."""
        x, y = self.rod.start[0] + self.rod.before * 0.46, self.rod.start[1]
        wide, high, half = self.rod.before * 0.44, self.panel.stage.height * 0.11, self.rod.thick / 2 + 2
        for top in (y - half - high, y + half):
            jaw = rectangle(x, top, wide, high, 6)
            lay(canvas, jaw, UNSAID)
            hatch(canvas, jaw, 45, 8, line(GREY, 1, 0.7))

    def _flame(self, index: int) -> list[skia.Path]:
        """One shape of the flickering flame: outer and inner tongue."""
        x = self.rod.start[0] + self.rod.before + min(self.rod.arc, 120) / 2
        base = self.panel.stage.bottom + 4
        tall = base - self.rod.start[1] - self.rod.thick / 2 - 3
        sway = 6 * math.sin(index * 2.1)
        tongues = []
        for wide, high in ((24.0, 1.0), (12.0, 0.62)):
            top = base - tall * high * (0.94 + 0.06 * math.sin(index * 3.3))
            points = [(x, base), (x - wide, base - tall * high * 0.3), (x - wide * 0.4, base - tall * high * 0.62)]
            points += [
                (x + sway, top),
                (x + wide * 0.6, base - tall * high * 0.55),
                (x + wide, base - tall * high * 0.25),
            ]
            tongues.append(curve(points, closed=True))
        return tongues

    def still(self, pen: Pen) -> None:
        """Where the rod went before it was bent."""
        with mirrored(pen.canvas, self.axis, when=self.holder.left):
            pen.canvas.drawPath(self.rod.body(0.0), line(GREY, 1.4, 0.8, dash=(7, 5)))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The flame, the rod, the hand, then what was said."""
        canvas, degrees, stage = pen.canvas, self.bent(moment), self.panel.stage
        with mirrored(canvas, self.axis, when=self.holder.left):
            if self.flames:
                outer, inner = self.flames[int(moment.seconds * 8) % len(self.flames)]
                canvas.drawPath(outer, fill("#D98A4A"))
                canvas.drawPath(outer, line(RED, 2))
                canvas.drawPath(inner, fill("#F3D28B"))
            lay(canvas, self.rod.body(degrees), self.stuff, outline=2.8)
            canvas.drawPath(self.rod.fibres(degrees), line(self.stuff.dark, 1.1, 0.7))
            self._draw_hand(canvas, degrees)
        self.ground.draw(canvas)
        self._draw_said(pen)
        write_hand_tag(pen, self.holder, stage)

    def _draw_hand(self, canvas: skia.Canvas, degrees: float) -> None:
        (x, y), run = self.rod.tip(degrees)
        way = -math.degrees(run) * 0.35 if not self.ring else 10 * math.sin(run)
        size = min(0.66, self.panel.stage.height / 500)
        if self.tongs:
            draw_tool(canvas, TOOLS["tongs"], (x - 10, y), way, 0.6)
            grip = TOOLS["tongs"].grip * 0.6
            turn = math.radians(way)
            x, y = x - 10 + grip * math.cos(turn), y + grip * math.sin(turn)
        grip_of = Grip.FIST if self.tongs else Grip.PINCH
        draw_holder(canvas, self.holder, Pose(grip=grip_of, at=(x, y), turn=way, size=size))

    @property
    def angle(self) -> Angle:
        """The said angle, at the corner of the finished bend."""
        x, y = self.rod.corner((self.low + self.high) / 2)
        x = 2 * self.axis - x if self.holder.left else x
        radius = min(self.panel.stage.height * 0.3, self.panel.stage.width * 0.17)
        return Angle(at=(x, y), low=self.low, high=self.high, radius=radius, mirrored=self.holder.left)

    def _draw_said(self, pen: Pen) -> None:
        if self.said:
            look = Look(about=self.said.about)
            draw_angle(pen.canvas, self.angle, look)
            write_angle(pen, self.angle, self.said.figure, look, CARD)
        elif self.across_said:
            x = self.rod.start[0] + self.rod.before
            x = 2 * self.axis - x if self.holder.left else x
            y = self.rod.start[1] - self.radius
            look = Look(about=self.across_said.about or self.across_said.ranged)
            dimension(pen.canvas, (x - self.radius, y), (x + self.radius, y), look)
            half, stage = width(self.across_said.figure, FACT) / 2 + 8, self.panel.stage
            x = max(stage.x + half, min(stage.right - half, x))
            pen.write(self.across_said.figure, x, y - 14, FACT.but(anchor="m", halo=CARD))


class BendLens(Figure):
    """The place of the bend, magnified: longer outside, shorter inside."""

    def __init__(self, place: Place, bending: Bending) -> None:
        stage = place.stage
        self.panel = Panel(place, "放大·弯处", Pace.ASSUMED, Scale.NONE)
        self.bending = bending
        said = bending.stuff is not UNSAID
        self.stuff = replace(bending.stuff, grain=Grain.PLAIN) if said else UNSAID  # its fibres are drawn
        self.lens = lens_in(stage)
        self.middle, self.radius = self.lens.middle, self.lens.radius
        self.rod = Rod(
            (-self.radius * 1.9, 0.0), self.radius * 1.3, self.radius * 1.2, self.radius * 1.4, self.radius * 0.5
        )

    def still(self, pen: Pen) -> None:
        """The glass."""
        self.lens.draw_glass(pen.canvas)
        self.lens.draw_rim(pen.canvas)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The rod as bent now, turned so that the bend stays level."""
        canvas, (x, y) = pen.canvas, self.middle
        degrees = min(120.0, self.bending.bent(moment))
        mx, my = self.rod.middle(degrees)
        with self.lens.inside(canvas), mirrored(canvas, x, when=self.bending.holder.left):
            canvas.translate(x, y + self.radius * 0.2)
            canvas.rotate(degrees / 2)
            canvas.translate(-mx, -my)
            stuff = self.stuff
            lay(canvas, self.rod.body(degrees), stuff, outline=3.2)
            canvas.drawPath(self.rod.fibres(degrees), line(stuff.dark, 1.3, 0.8))
            canvas.drawPath(self.rod.ticks(degrees, 12), line(INK, 1.8, 0.8))
        style = NOTE.but(size=22, anchor="m", halo="#FFFDF7")
        pen.write("内短", x, y - self.radius * 0.4, style)
        pen.write("外长", x, y + self.radius * 0.76, style)


class Bend(Scene):
    """Bending."""

    template: ClassVar[str] = "bend"
    family: ClassVar[Family] = Family.FOLD
    verbs: ClassVar[tuple[str, ...]] = ("弯", "弯成", "揻", "煨弯", "掰弯", "弯曲", "窝弯", "窝成", "烤弯")
    widest: ClassVar[float] = 150.0
    measure_names: ClassVar[dict[Measure, str]] = {Measure.ANGLE: "弯起"}

    def parts(self, reading: Reading) -> list[Part]:
        """The bending from the side, and the bend magnified."""
        return [
            Part(View.OVERVIEW, 64, lambda place: Bending(reading, place)),
            Part(View.CLOSE_UP, 36, lambda place: BendLens(place, Bending(reading, place))),
        ]

    @staticmethod
    def objection(reading: Reading) -> str:
        """Bending needs something long that keeps its bend."""
        if reading.says(*NOT_BODIES):
            return "弯的不是料"
        if any(word in reading.tools for word in ("锤", "槌", "榔头", "刀")):
            return "用这件工具弯还没有画法"
        if any(word in reading.materials for word in ("纸", "布", "皮", "碗", "盘", "瓶")):
            return "这种料子的弯法还没有画法"
        return ""

    def facts(self) -> dict[str, Scalar]:
        """The scale of the picture, where the diameter of a ring gives one."""
        bending = next((figure for figure in self.figures if isinstance(figure, Bending)), None)
        if bending is None or bending.across_said is None or bending.pixels_per_unit is None:
            return {}
        unit = length_in_mm(bending.across_said.unit)
        return {"pixels_per_mm": round(bending.pixels_per_unit / unit, 4)} if unit else {}
