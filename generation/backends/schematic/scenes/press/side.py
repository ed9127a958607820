"""Pressing from the side: the work gives way under a palm, a thumb, a board or a beam."""

from typing import Final

import skia

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, circle, polygon, rectangle
from generation.backends.schematic.drawing.notation import DASH, Look, arrow, dimension
from generation.backends.schematic.drawing.palette import CARD, GREY, INK, INK2, RED, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, clipped, width
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
from generation.backends.schematic.scenes.press.words import Pressed, Presser, pressed_in
from generation.backends.schematic.scenes.props.blows import Blows, blows_in, draw_tally
from generation.backends.schematic.scenes.props.ground import Ground, ground_in, write_name
from generation.backends.schematic.scenes.props.imprint import Lettering
from generation.backends.schematic.scenes.props.sprite import hand_sprite
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import METAL, STONE, UNSAID, WATER, WOOD, lay
from generation.backends.schematic.things.tools import draw_tool
from generation.backends.schematic.things.workpieces import Form
from generation.backends.schematic.words.amounts import Amount, length_in_mm
from generation.backends.schematic.words.reading import Reading

FLOOR: Final = 50.0
START: Final = 96.0  # the height of soft work before it is pressed
GOAL: Final = 58.0
FIRM: Final = 74.0
FLAT: Final = 38.0
UPRIGHT: Final = 168.0  # a drill that stands under the hand
DRILL_LENGTH: Final = 285.0  # in its own pixels
DOWN: Final = 0.3  # part of a beat in which the presser comes down; it stays until UP
UP: Final = 0.8


class PressSide(Figure):
    """Built for a right hand; mirrored for a left one. ``pixels_per_unit`` is the scale of a said thickness."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.said: Amount | None = reading.amount(Measure.THICKNESS)
        timed = reading.amount(Measure.DURATION) is not None
        pace = Pace.FASTER if timed else Pace.ASSUMED
        scale = Scale.TRUE if self.said else Scale.NONE
        self.panel = Panel(place, f"侧视·{reading.step.action.text[:6]}", pace, scale)
        self.pressed: Pressed = pressed_in(reading)
        self.beats = _beats_of(reading)
        self.holder = reading.holder()
        self.ground: Ground = ground_in(reading)
        if self.said:
            reading.assume("起始厚度", None)
        self.size = min(1.15, stage.height / 320, stage.width / 560)
        self.axis = stage.x + stage.width / 2
        self.level = stage.bottom - FLOOR - (14 if self.pressed.vessel else 0)
        self.x = stage.x + stage.width * (0.5 if self.said else 0.42)
        self.half = 118 * self.size
        self.pixels_per_unit = GOAL * self.size / self.said.middle if self.said else 0.0
        thumb = self.pressed.presser is Presser.THUMB
        grip, turn, size = (Grip.THUMB, -20, 0.9) if thumb else (Grip.HEEL, -8, 0.8)
        self._palm = hand_sprite(self.holder, Pose(grip=grip, turn=turn, size=size * self.size))
        self._lettering = Lettering(self._letter, stage)

    @property
    def pixels_per_mm(self) -> float | None:
        """The scale, where a thickness in a metric unit fixes it."""
        unit = length_in_mm(self.said.unit) if self.said else None
        return self.pixels_per_unit / unit if unit else None

    @property
    def soft(self) -> bool:
        """Whether the work gives way at all."""
        return self.pressed.work.form is not Form.BLOCK and not self.pressed.upright

    def height(self, share: float) -> float:
        """How high the work is at this moment, in pixels."""
        if not self.soft:
            thin = FLAT if fold(self.pressed.work.name).endswith(("片", "板", "条", "的边")) else FIRM
            return (UPRIGHT if self.pressed.upright else thin) * self.size
        whole, phase = self._beat(share)
        slow = UP if self.pressed.presser in (Presser.BOARD, Presser.LEVER) else DOWN + 0.18
        done = (whole + ease(span(phase, DOWN * 0.8, slow))) / self.beats.count
        return (START - (START - GOAL) * min(1.0, done)) * self.size

    def pressure(self, share: float) -> float:
        """How hard the presser lies on the work, 0 while it is lifted."""
        whole, phase = self._beat(share)
        if whole >= self.beats.count:
            return 1.0
        last = whole + 1 == self.beats.count
        return ease(span(phase, DOWN * 0.7, DOWN)) * (1.0 if last else 1 - ease(span(phase, UP, UP + 0.08)))

    def lift(self, share: float) -> float:
        """How high the presser is, 1 raised and 0 on the work; after the last time it stays down."""
        whole, phase = self._beat(share)
        if whole >= self.beats.count:
            return 0.0
        back = 0.0 if whole + 1 == self.beats.count else ease(span(phase, UP, 1.0))
        return max(1 - ease(span(phase, 0.02, DOWN)), back)

    def _beat(self, share: float) -> tuple[int, float]:
        beat = self.beats.progress(share)
        return int(beat), beat % 1

    def still(self, pen: Pen) -> None:
        """The ground or the vessel, the names, the hand that was said."""
        stage = self.panel.stage
        right = self.holder.left
        base = stage.bottom - FLOOR
        self.ground.draw(pen, stage, base)
        self.ground.write(pen, stage, base, right=right)
        name = self.pressed.base or self.pressed.work.name
        x = stage.right - 18 if right else stage.x + 18
        write_name(pen, name, (x, base - 10), self.x - self.half - stage.x - 40 * self.size - 26, right=right)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """Work, water, presser; then how hard and how often."""
        canvas, share, stage = pen.canvas, moment.share, self.panel.stage
        high = self.height(share)
        top = self.level - high
        with mirrored(canvas, self.axis, when=self.holder.left):
            if self.pressed.base:
                self._draw_base(canvas)
            self._draw_work(canvas, high)
            if self.pressed.vessel:
                self._draw_vessel(canvas)
            if self.pressed.wet:
                self._draw_water(canvas, moment)
            self._draw_presser(canvas, top, share)
            self._draw_pressure(canvas, top, self.pressure(share))
        self._lettering.draw(pen)
        x = stage.right - 30 if self.holder.left else stage.x + 30
        draw_tally(canvas, (x, stage.y + 32), self.beats, share, leftwards=self.holder.left)

    def _letter(self, pen: Pen) -> None:
        write_hand_tag(pen, self.holder, self.panel.stage)
        if self.said:
            self._write_thickness(pen, self.said)

    def _draw_base(self, canvas: skia.Canvas) -> None:
        sheet = rectangle(self.x - self.half * 1.35, self.level - 7, self.half * 2.7, 7, 2)
        lay(canvas, sheet, STONE, outline=1.8)

    def _draw_work(self, canvas: skia.Canvas, high: float) -> None:
        pressed, foot = self.pressed, self.level - (7 if self.pressed.base else 0)
        if pressed.upright:
            draw_tool(canvas, pressed.upright, (self.x, self.level), -90, high / DRILL_LENGTH)
            return
        wide = self.half * (1 + 0.22 * (START * self.size - high) / (START * self.size)) if self.soft else self.half
        top = self.level - high
        if pressed.work.form is Form.SHEET:
            self._draw_leaves(canvas, wide, foot - top)
            return
        corner = min(26 * self.size, (foot - top) * 0.45) if self.soft else 4
        lay(canvas, rectangle(self.x - wide, top, 2 * wide, foot - top, corner), pressed.work.stuff, outline=2.6)

    def _draw_leaves(self, canvas: skia.Canvas, wide: float, high: float) -> None:
        """One outline and, as one path, the edges of all the leaves."""
        lay(canvas, rectangle(self.x - wide, self.level - high, 2 * wide, high, 2), self.pressed.work.stuff)
        edges = skia.Path()
        for leaf in range(1, self.pressed.leaves):
            y = self.level - high * leaf / self.pressed.leaves
            edges.moveTo(self.x - wide, y)
            edges.lineTo(self.x + wide, y)
        canvas.drawPath(edges, line(INK2, 1.3))

    def _draw_vessel(self, canvas: skia.Canvas) -> None:
        """The wall of the vessel, cut open in front of the work."""
        wide, high = self.half * 1.42, 120 * self.size
        wall = skia.Path()
        for side in (-1, 1):
            wall.moveTo(self.x + side * wide, self.level - high)
            wall.lineTo(self.x + side * wide * 0.92, self.level + 2)
        wall.moveTo(self.x - wide * 0.92, self.level + 4)
        wall.lineTo(self.x + wide * 0.92, self.level + 4)
        metal = METAL if self.pressed.vessel == "锅" else WOOD
        canvas.drawPath(wall, line(INK, 12))
        canvas.drawPath(wall, line(metal.body, 8))

    def _draw_water(self, canvas: skia.Canvas, moment: Moment) -> None:
        """Drops running off both sides while the load lies on the work, and the puddle they make."""
        force = self.pressure(moment.share)
        pool = self.half * (1.05 + 0.35 * moment.share)
        puddle = skia.Path()
        puddle.addOval(skia.Rect.MakeLTRB(self.x - pool, self.level - 5, self.x + pool, self.level + 7))
        lay(canvas, puddle, WATER, outline=1.4)
        drops = skia.Path()
        for index in range(12):
            fall = (moment.seconds * 0.7 + index * 0.37) % 1
            side = -1 if index % 2 else 1
            x = self.x + side * (self.half * 1.16 + 26 * fall * self.size + 4 * (index % 3))
            y = self.level - (1 - fall) * GOAL * self.size * (0.25 + 0.15 * (index % 5))
            drops.addOval(skia.Rect.MakeLTRB(x - 3.2, y - 4.6, x + 3.2, y + 4.6))
        canvas.drawPath(drops, fill(WATER.body, force))
        canvas.drawPath(drops, line(WATER.dark, 1.4, force))

    def _draw_presser(self, canvas: skia.Canvas, top: float, share: float) -> None:
        lift = self.lift(share)
        at = (self.x, top - 62 * lift * self.size)
        if self.pressed.presser is Presser.LEVER:
            self._draw_lever(canvas, top - 10 * lift)
            return
        if self.pressed.presser is Presser.THUMB:
            self._palm.draw(canvas, (at[0] + 10 * self.size, at[1] - 4))
            return
        if self.pressed.presser is Presser.BOARD:
            thick = (54 if self.pressed.stuff is STONE else 26) * self.size
            wide = self.half * (0.8 if self.pressed.stuff is STONE else 1.3)
            corner = 20 * self.size if self.pressed.stuff is STONE else 3
            board = rectangle(self.x - wide, at[1] - thick, 2 * wide, thick, corner)
            lay(canvas, board, self.pressed.stuff, outline=2.6)
            at = (self.x, at[1] - thick)
        self._palm.draw(canvas, (at[0] + 8 * self.size, at[1] - 3))

    def _draw_lever(self, canvas: skia.Canvas, top: float) -> None:
        """Post, beam and stone: all of it assumed, as nobody said how the load is made."""
        size, wide = self.size, self.half * 1.25
        lay(canvas, rectangle(self.x - wide, top - 18 * size, 2 * wide, 18 * size, 3), UNSAID)
        lay(canvas, rectangle(self.x - 22 * size, top - 58 * size, 44 * size, 40 * size, 3), UNSAID)
        post = self.x - self.half * 1.62
        lay(canvas, rectangle(post - 11 * size, top - 128 * size, 22 * size, self.level - top + 128 * size, 3), UNSAID)
        fulcrum, end = (post, top - 92 * size), (self.x + self.half * 2.35, top - 36 * size)
        beam = polygon([(fulcrum[0] - 16, fulcrum[1]), (end[0], end[1]), (end[0], end[1] - 20 * size),
                        (fulcrum[0] - 16, fulcrum[1] - 20 * size)])  # fmt: skip
        lay(canvas, beam, UNSAID)
        hook: Point = (end[0] - 24 * size, end[1] - 4 * size)
        canvas.drawLine(*hook, hook[0], hook[1] + 34 * size, line(GREY, 2.4))
        stone = circle(hook[0], hook[1] + 60 * size, 28 * size)
        lay(canvas, stone, UNSAID)

    def _draw_pressure(self, canvas: skia.Canvas, top: float, force: float) -> None:
        """Red arrows down the sides of the work: as long as the pressing is hard."""
        if force <= 0.05:
            return
        for side in (-1, 1):
            x = self.x + side * self.half * (0.72 if self.pressed.upright is None else 0.3)
            tip = top + min(44 * self.size, self.height(1.0) - 6) * force
            canvas.drawLine(x, top + 8, x, tip - 8, line(RED, 3.4, force))
            arrow(canvas, (x, tip), 1.5708, 15, RED)
        canvas.drawCircle(self.x, top, 4.5, fill(RED))

    def _write_thickness(self, pen: Pen, said: Amount) -> None:
        """The said thickness as a level to come down to; a band where a range was said."""
        canvas, side = pen.canvas, -1 if self.holder.left else 1
        middle = 2 * self.axis - self.x if self.holder.left else self.x
        x = middle - side * self.half * 1.36
        look = Look(about=said.about or said.ranged)
        for end in set(said.ends):
            y = self.level - end * self.pixels_per_unit
            canvas.drawLine(x - side * 10, y, middle + side * self.half * 1.3, y, line(look.colour, 1.4, dash=DASH))
        goal = self.level - GOAL * self.size
        dimension(canvas, (x, self.level), (x, goal), look)
        stage = self.panel.stage
        near = stage.right if self.holder.left else stage.x
        style = FACT.but(anchor="r" if not self.holder.left else "l", halo=CARD)
        room = abs(x - near) - 24
        style = style if width(said.figure, style) <= room else style.but(size=22)
        words = clipped(said.figure, style, room)
        pen.write(words, x - side * 12, goal - 8, style)


def _beats_of(reading: Reading) -> Blows:
    """Each pressing counts once, also when it is counted in rounds (三遍)."""
    return blows_in(reading, unsaid=1)
