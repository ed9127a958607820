"""Shaping between the fingers: a lump is opened and its wall thinned; the form is drawn only when it was said."""

from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, curve, rectangle
from generation.backends.schematic.drawing.notation import DASH, Look, arrow, dimension
from generation.backends.schematic.drawing.palette import INK, INK2, RED, SKIN, fill, line
from generation.backends.schematic.drawing.text import FACT, Pen, clipped, width
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    mirrored,
    write_hand_tag,
)
from generation.backends.schematic.scenes.knead.words import Goal, kneaded_in
from generation.backends.schematic.scenes.props.blows import draw_tally
from generation.backends.schematic.scenes.props.ground import write_name
from generation.backends.schematic.scenes.props.imprint import Lettering
from generation.backends.schematic.scenes.props.lens import GLASS, lens_in
from generation.backends.schematic.scenes.props.sprite import hand_sprite
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID, Grain, Stuff, lay
from generation.backends.schematic.words.amounts import length_in_mm
from generation.backends.schematic.words.reading import Reading

FLOOR: Final = 50.0
SKIN_STUFF: Final = Stuff(SKIN, INK, Grain.PLAIN)
LUMP: Final = (104.0, 84.0, 88.0)  # half the width at the rim, the height, half the width at the foot
FORMS: Final = {Goal.BOWL: (142.0, 112.0, 58.0), Goal.CUP: (96.0, 150.0, 76.0), Goal.DENT: (108.0, 80.0, 92.0)}
OPENING: Final = {Goal.BOWL: 0.9, Goal.CUP: 0.86, Goal.DENT: 0.42}  # of the rim: how wide the hollow gets
WALL: Final = (0.62, 0.3)  # of the radius of the glass: the wall before and after


class ShapeSide(Figure):
    """The lump on its board, thumb and fingers at its rim."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.kneaded = kneaded_in(reading)
        self.goal = self.kneaded.goal or Goal.DENT
        self.panel = Panel(place, f"侧视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.holder = self.kneaded.hands.lead
        self.size = min(1.15, stage.height / 300, stage.width / 540)
        self.axis = stage.x + stage.width / 2
        self.level = stage.bottom - FLOOR
        self._fingers = hand_sprite(self.holder, Pose(grip=Grip.PINCH, turn=-24, size=0.74 * self.size))
        behind = Pose(grip=Grip.PINCH, turn=-18, size=0.7 * self.size, mirrored=True)
        self._behind = hand_sprite(self.kneaded.hands.other, behind)
        self._tag = Lettering(lambda pen: write_hand_tag(pen, self.holder, stage), stage)

    def form(self, share: float) -> tuple[float, float, float]:
        """Half the width at the rim, the height, and half the width at the foot, in pixels."""
        done = self.kneaded.pushes.landed(share) / self.kneaded.pushes.count
        mixed = [a + (b - a) * done for a, b in zip(LUMP, FORMS[self.goal], strict=True)]
        return mixed[0] * self.size, mixed[1] * self.size, mixed[2] * self.size

    def dome(self, share: float) -> float:
        """How far the top is arched, as a share of half the rim: round at first, level as it opens."""
        done = self.kneaded.pushes.landed(share) / self.kneaded.pushes.count
        return 0.58 - (0.2 if self.goal is Goal.DENT else 0.4) * done

    def opening(self, share: float) -> float:
        """Half the width of the hollow at the rim, in pixels."""
        done = self.kneaded.pushes.landed(share) / self.kneaded.pushes.count
        return self.form(share)[0] * OPENING[self.goal] * (0.12 + 0.88 * done)

    def still(self, pen: Pen) -> None:
        """The board and the names."""
        stage, right = self.panel.stage, self.holder.left
        self.kneaded.ground.draw(pen, stage, self.level)
        self.kneaded.ground.write(pen, stage, self.level, right=right)
        x = stage.right - 18 if right else stage.x + 18
        write_name(pen, self.kneaded.work.name, (x, self.level - 12), stage.width * 0.16, right=right)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The form so far, the two hands, the count so far."""
        canvas, share, stage = pen.canvas, moment.share, self.panel.stage
        with mirrored(canvas, self.axis, when=self.holder.left):
            self._draw_hand_behind(canvas, share)
            self._draw_form(canvas, share)
            self._draw_hand(canvas, share)
        self._tag.draw(pen)
        x = stage.right - 30 if self.holder.left else stage.x + 30
        draw_tally(canvas, (x, stage.y + 32), self.kneaded.pushes, share, leftwards=self.holder.left)

    def _draw_form(self, canvas: skia.Canvas, share: float) -> None:
        rim, high, foot = self.form(share)
        x, top = self.axis, self.level - high
        body = skia.Path()
        body.moveTo(x - rim, top)
        body.cubicTo(x - rim, top + high * 0.6, x - foot * 1.2, self.level, x - foot, self.level)
        body.lineTo(x + foot, self.level)
        body.cubicTo(x + foot * 1.2, self.level, x + rim, top + high * 0.6, x + rim, top)
        arch = rim * self.dome(share)
        body.arcTo(skia.Rect.MakeLTRB(x - rim, top - arch, x + rim, top + arch), 0, -180, forceMoveTo=False)
        body.close()
        lay(canvas, body, self.kneaded.work.stuff, outline=2.8)
        inner = self.opening(share)
        hollow = skia.Path()
        level = self._mouth(share)
        hollow.addOval(skia.Rect.MakeLTRB(x - inner, level - inner * 0.17, x + inner, level + inner * 0.17))
        canvas.drawPath(hollow, fill(self.kneaded.work.stuff.dark, 0.55))
        canvas.drawPath(hollow, line(INK if self.kneaded.work.said else INK2, 2))

    def _mouth(self, share: float) -> float:
        """The level of the hollow: on the crown of the arch, and on the rim when it is wide open."""
        rim, high, _ = self.form(share)
        return self.level - high - rim * max(0.0, self.dome(share) - 0.18) * 0.9

    def _squeeze(self, share: float) -> float:
        return 1 - self.kneaded.pushes.lift(share)

    def _draw_hand(self, canvas: skia.Canvas, share: float) -> None:
        """Thumb inside, fingers outside: the tips close on the rim."""
        rim = self.form(share)[0]
        tip: Point = (
            self.axis + (rim + self.opening(share)) / 2 + 8 * self.size * (1 - self._squeeze(share)),
            self._mouth(share) + (6 - 8 * (1 - self._squeeze(share))) * self.size,
        )
        self._fingers.draw(canvas, tip)
        canvas.drawCircle(*tip, 4.5, fill(RED))

    def _draw_hand_behind(self, canvas: skia.Canvas, share: float) -> None:
        """The other hand holds the lump from its own side."""
        rim, high, _ = self.form(share)
        at = (self.axis - rim * 0.96, self.level - high * 0.52)
        self._behind.draw(canvas, at)


class ShapeLens(Figure):
    """The wall between two finger tips. ``pixels_per_unit`` is the scale of one unit of the said thickness."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.kneaded = kneaded_in(reading)
        self.said = self.kneaded.thickness
        self.panel = Panel(place, "剖面·捏处", Pace.ASSUMED, Scale.TRUE if self.said else Scale.NONE)
        if not self.said:
            reading.assume("壁厚", None)
        self.left = self.kneaded.hands.lead.left
        self.lens = lens_in(stage, margin=12)
        self.middle, self.radius = self.lens.middle, self.lens.radius
        self.goal = self.radius * WALL[1]
        self._size = Lettering(self._write_thickness, stage)
        self.pixels_per_unit = self.goal / self.said.middle if self.said else 0.0

    @property
    def pixels_per_mm(self) -> float | None:
        """The scale, where the said thickness has a metric unit."""
        unit = length_in_mm(self.said.unit) if self.said else None
        return self.pixels_per_unit / unit if unit else None

    def wall(self, share: float) -> float:
        """The thickness of the wall, in pixels."""
        done = self.kneaded.pushes.landed(share) / self.kneaded.pushes.count
        return self.radius * WALL[0] + (self.goal - self.radius * WALL[0]) * done

    def still(self, pen: Pen) -> None:
        """The glass."""
        self.lens.draw_glass(pen.canvas)
        self.lens.draw_rim(pen.canvas)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The wall thinner with every squeeze; the tips of thumb and finger on its two sides."""
        canvas, (x, y), radius = pen.canvas, self.middle, self.radius
        half, away = self.wall(moment.share) / 2, self.kneaded.pushes.lift(moment.share) * radius * 0.12
        skin = SKIN_STUFF if self.kneaded.hands.lead.said else UNSAID
        with self.lens.inside(canvas):
            for side in (-1, 1):
                edge = x + side * (half + away)
                left = edge if side > 0 else edge - radius
                lay(canvas, rectangle(left, y - radius * 0.3, radius, radius * 0.6, radius * 0.2), skin, outline=2.6)
            lay(canvas, self._wall_path(half), self.kneaded.work.stuff, outline=2.6)
        for side in (-1, 1):
            tip = x + side * (half + away + 6)
            canvas.drawLine(tip + side * 46, y, tip + side * 14, y, line(RED, 3.2))
            arrow(canvas, (tip, y), 3.1416 if side > 0 else 0, 15, RED)
        self._size.draw(pen)

    def _wall_path(self, half: float) -> skia.Path:
        """The wall: as thick as it is now between the tips, thicker below, a round rim above."""
        (x, y), radius = self.middle, self.radius
        top, foot = y - radius * 0.52, y + radius + 10
        low = half + radius * 0.14
        left = [(x - low, foot), (x - low, y + radius * 0.6), (x - half, y + radius * 0.16), (x - half, top + half)]
        right = [(2 * x - px, py) for px, py in reversed(left)]
        path = curve([*left, (x, top), *right])
        path.close()
        return path

    def _write_thickness(self, pen: Pen) -> None:
        if not self.said:
            return
        (x, y), radius = self.middle, self.radius
        look = Look(about=self.said.about or self.said.ranged)
        level = y - radius * 0.4
        for end in set(self.said.ends):
            for side in (-1, 1):
                at = x + side * end * self.pixels_per_unit / 2
                pen.canvas.drawLine(at, level - 12, at, y, line(look.colour, 1.6, dash=DASH))
        dimension(pen.canvas, (x - self.goal / 2, level), (x + self.goal / 2, level), look)
        style = FACT.but(anchor="m", halo=GLASS)
        room = radius * 1.1
        style = style if width(self.said.figure, style) <= room else style.but(size=22)
        pen.write(clipped(self.said.figure, style, room), x, y - radius * 0.62, style)
