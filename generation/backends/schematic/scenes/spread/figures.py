"""Something laid out: from a little above with the hand, and from the edge with its thickness."""

from typing import Final

import skia

from craftnlp.spec import HandSide, Measure
from generation.backends.schematic.drawing.lines import Point, hatch, ink, pen_line, polygon, rectangle
from generation.backends.schematic.drawing.notation import Look, arrow, dimension
from generation.backends.schematic.drawing.palette import BLUE, CARD, GREY, INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, clipped, width
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    draw_holder,
    ease,
    mirrored,
    span,
)
from generation.backends.schematic.scenes.props.goal import Goal
from generation.backends.schematic.scenes.props.names import write_names
from generation.backends.schematic.scenes.props.places import Ground
from generation.backends.schematic.scenes.props.stream import Shower
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID, lay
from generation.backends.schematic.things.workpieces import Form, Workpiece
from generation.backends.schematic.words.reading import Holder, Reading

GRAINS: Final = 70
MOST_LAYERS: Final = 12


def laid(moment: Moment) -> float:
    """How much is laid out; never nothing."""
    return 0.14 + 0.86 * ease(span(moment.share, 0.06, 0.9))


class SpreadPlan(Figure):
    """The ground; what covers it grows from the left as the hand draws it to the right."""

    def __init__(self, reading: Reading, place: Place, things: tuple[Workpiece, Goal]) -> None:
        stage = place.stage
        self.thing, self.goal = things
        self.panel = Panel(place, f"斜视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.size = min(1.25, stage.height / 290)
        self.both = bool(reading.step.hand) and reading.step.hand[0].side is HandSide.BOTH
        self.holder = Holder("双手") if self.both else reading.holder()
        self.axis = stage.x + stage.width / 2
        self.ground = Ground(self.goal, stage, self.size)
        self.loose = self.thing.form is not Form.SHEET
        size, level = self.size, self.ground.level
        self.left, self.right = stage.x + stage.width * 0.12, stage.x + stage.width * 0.8
        self.front, self.back, self.inset = level + 24 * size, level - 44 * size, 53 * size
        self.heap = self._heap() if self.loose else None
        self.grains = Shower(GRAINS, 76 * size, 110 * size, 1.9 * size)

    def still(self, pen: Pen) -> None:
        """The ground and the names."""
        with mirrored(pen.canvas, self.axis, when=self.holder.left):
            self.ground.draw(pen.canvas)
        write_names(pen, self.panel.stage, self.holder, (self.thing.name, self.goal.name), low_arm=not self.loose)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """What is laid out so far, and the hand at its end."""
        canvas, share = pen.canvas, laid(moment)
        end = self.left + (self.right - self.left) * share
        with mirrored(canvas, self.axis, when=self.holder.left):
            if self.heap:
                self._draw_heap(canvas, end, self.heap)
                self._draw_shower(canvas, end, moment)
            else:
                self._draw_sheet(canvas, end, share)
            self._draw_way(canvas, end)

    def _cover(self, end: float) -> skia.Path:
        far = min(end, self.right - self.inset)
        return polygon(
            [
                (self.left, self.front),
                (self.left + self.inset, self.back),
                (max(far, self.left + self.inset), self.back),
                (end, self.front),
            ]
        )

    def _draw_sheet(self, canvas: skia.Canvas, end: float, share: float) -> None:
        lay(canvas, self._cover(end), self.thing.stuff, outline=2.4)
        raised = 46 * self.size * (1 - ease(span(share, 0.86, 1.0)))
        far = max(min(end, self.right - self.inset), self.left + self.inset)
        slope = polygon(
            [
                (end, self.front),
                (far, self.back),
                (far + 40 * self.size, self.back - raised),
                (end + 40 * self.size, self.front - raised),
            ]
        )
        lay(canvas, slope, self.thing.stuff, outline=2.2)
        canvas.drawPath(slope, fill(INK2, 0.1))
        near, away = (end + 40 * self.size, self.front - raised), (far + 40 * self.size, self.back - raised)
        if self.both:
            self._draw_hand(canvas, away)
        self._draw_hand(canvas, near)

    def _draw_hand(self, canvas: skia.Canvas, at: Point) -> None:
        draw_holder(canvas, self.holder, Pose(grip=Grip.PINCH, at=at, turn=-14, size=0.56 * self.size))

    def _heap(self) -> skia.Picture:
        """All that is to be strewn, as it will lie on the ground: its top and the shade of its edge."""
        thick, foot = 11 * self.size, self.ground.cover(0.86)
        top, bounds = skia.Path(foot), foot.getBounds()
        top.offset(0, -thick)
        middle = bounds.bottom() if self.ground.disc is None else bounds.centerY()
        side = rectangle(bounds.left(), middle - thick, bounds.width(), thick)
        whole = skia.Op(skia.Op(foot, top, skia.PathOp.kUnion_PathOp), side, skia.PathOp.kUnion_PathOp)
        recorder = skia.PictureRecorder()
        canvas = recorder.beginRecording(whole.getBounds().makeOutset(4, 4))
        lay(canvas, whole, self.thing.stuff, outline=0)
        edge = skia.Op(whole, top, skia.PathOp.kDifference_PathOp)
        hatch(canvas, edge, -60, 5, line(INK2, 1.1, 0.8))
        for path, wide in ((whole, 2.4), (top, 1.4)):
            canvas.drawPath(ink(path, wide) if self.thing.said else path, self._pen(wide))
        self.left, self.right = bounds.left(), bounds.right()
        return recorder.finishRecordingAsPicture()

    def _pen(self, wide: float) -> skia.Paint:
        return fill(INK) if self.thing.said else line(GREY, wide, dash=(7, 5))

    def _draw_heap(self, canvas: skia.Canvas, end: float, heap: skia.Picture) -> None:
        """The heap up to where the hand is; its end slopes down."""
        lean, deep = self.inset * 0.6, 30 * self.size
        canvas.save()
        canvas.clipPath(
            polygon(
                [
                    (self.left - 9, self.front + deep),
                    (self.left - 9, self.back - deep),
                    (end + lean, self.back - deep),
                    (end - lean * 0.3, self.front + deep),
                ]
            ),
            doAntiAlias=True,
        )
        canvas.drawPicture(heap)
        canvas.restore()

    def _draw_shower(self, canvas: skia.Canvas, end: float, moment: Moment) -> None:
        hand = (end + 12 * self.size, self.ground.level - 118 * self.size)
        if self.thing.form is Form.POWDER and moment.share < 0.92:
            self.grains.draw(canvas, hand, moment.seconds * 150 * self.size)
        draw_holder(canvas, self.holder, Pose(grip=Grip.PINCH, at=hand, turn=-24, size=0.62 * self.size))

    def _draw_way(self, canvas: skia.Canvas, end: float) -> None:
        level = self.front + 7 * self.size
        canvas.drawLine(self.left, level, end, level, line(RED, 3))
        arrow(canvas, (end, level), 0.0, 16, RED)


class LayerSide(Figure):
    """The layer from its edge, as thick as was said; the scale is that of the said unit."""

    def __init__(self, reading: Reading, place: Place, things: tuple[Workpiece, Goal]) -> None:
        stage = place.stage
        self.thing, self.goal = things
        self.said = reading.amount(Measure.THICKNESS)
        layers = reading.amount(Measure.LAYERS)
        self.layers = layers if layers and layers.middle.is_integer() and layers.middle <= MOST_LAYERS else None
        self.panel = Panel(place, "侧视·厚薄", Pace.ASSUMED, Scale.TRUE if self.said else Scale.NONE)
        if not self.said:
            reading.assume("铺的厚薄", None)
        self.size = min(1.25, stage.height / 290)
        self.floor = stage.y + stage.height * 0.72
        room = stage.height * 0.42
        self.pixels = room / (self.said.ends[1] if self.said else 1.0)
        self.thick = (
            self.said.middle * self.pixels
            if self.said
            else (room if self.loose else min(36.0 * self.size * self.count, stage.height * 0.5))
        )
        self.left, self.right = stage.x + stage.width * 0.34, stage.right - 30

    @property
    def loose(self) -> bool:
        """Whether it is something that heaps up."""
        return self.thing.form is not Form.SHEET

    @property
    def count(self) -> int:
        """How many layers lie on each other."""
        return int(self.layers.middle) if self.layers else 1

    def still(self, pen: Pen) -> None:
        """The ground from its edge."""
        stage, canvas = self.panel.stage, pen.canvas
        ground = rectangle(stage.x + 22, self.floor, stage.width - 44, 26 * self.size)
        lay(canvas, ground, self.goal.stuff, outline=2.4)
        hatch(canvas, ground, -50, 9, line(INK2, 1, 0.6))
        pen_line(canvas, [(stage.x + 22, self.floor), (stage.right - 22, self.floor)], 2.6)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """Layer after layer; then the thickness."""
        canvas = pen.canvas
        each = self.thick / self.count
        done = ease(span(moment.share, 0.0, 0.8)) * (self.count - 0.25) + 0.25
        for layer in range(self.count):
            part = min(1.0, done - layer)
            if part <= 0:
                break
            self._draw_layer(canvas, self.floor - layer * each, each, part)
        if self.said:
            self._draw_thickness(pen)
        elif self.layers:
            style = FACT.but(halo=CARD)
            pen.write(self.layers.figure, self.panel.stage.x + 24, self.floor - self.thick / 2, style)

    def _draw_layer(self, canvas: skia.Canvas, foot: float, each: float, part: float) -> None:
        if self.loose:  # grows upwards
            slope, top = min(26.0, each * 0.4) * part, foot - each * part
            lay(
                canvas,
                polygon([(self.left, foot), (self.left + slope, top), (self.right - slope, top), (self.right, foot)]),
                self.thing.stuff,
            )
            return
        wide = (self.right - self.left) * part  # unrolls to the right
        lay(canvas, rectangle(self.left, foot - each, wide, each, min(3.0, each / 3)), self.thing.stuff)
        if part < 1:
            canvas.drawCircle(self.left + wide, foot - each - 9, 11, fill(self.thing.stuff.body))
            canvas.drawCircle(
                self.left + wide, foot - each - 9, 11, line(GREY if self.thing.stuff is UNSAID else INK, 2.2)
            )

    def _draw_thickness(self, pen: Pen) -> None:
        said = self.said
        if said is None:
            return
        canvas, x = pen.canvas, self.left - 22
        low, high = (self.floor - end * self.pixels for end in said.ends)
        if said.ranged:
            canvas.drawRect(skia.Rect.MakeLTRB(x - 16, high, self.right, low), fill(BLUE, 0.16))
        look = Look(about=said.about or said.ranged)
        canvas.drawLine(x - 12, high, self.right, high, line(BLUE, 1.4, dash=look.dash))
        dimension(canvas, (x, self.floor), (x, (low + high) / 2), look)
        style = FACT.but(size=32, halo=CARD, anchor="r")
        room = x - 12 - self.panel.stage.x - 10
        style = style if width(said.figure, style) <= room else style.but(size=22)
        pen.write(clipped(said.figure, style, room), x - 12, (self.floor + (low + high) / 2) / 2 + 11, style)
