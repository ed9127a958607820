"""Kneading: the heels of both hands push the mass away, it is folded back, again and again."""

import math
from dataclasses import replace
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, curve
from generation.backends.schematic.drawing.notation import DASH, arrow
from generation.backends.schematic.drawing.palette import INK2, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
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
    write_hand_tag,
)
from generation.backends.schematic.scenes.knead.words import Kneaded, kneaded_in
from generation.backends.schematic.scenes.props.blows import draw_tally
from generation.backends.schematic.scenes.props.ground import write_name
from generation.backends.schematic.scenes.props.imprint import Lettering
from generation.backends.schematic.scenes.props.pair import FROM_BELOW, PairOfPalms
from generation.backends.schematic.scenes.props.sprite import Sprite
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.words.reading import Reading

FLOOR: Final = 50.0
TURN: Final = -20.0  # degrees; the wrist stays stiff, the weight of the body pushes
# The outline of the mass from the side, gathered and pushed away: x and height from the middle of its foot.
GATHERED: Final[tuple[Point, ...]] = (
    (-112, 0), (-128, 30), (-104, 84), (-48, 116), (14, 122), (72, 104), (112, 62), (122, 22), (106, 0),
)  # fmt: skip
PUSHED: Final[tuple[Point, ...]] = (
    (-178, 0), (-202, 44), (-184, 106), (-126, 124), (-66, 104), (-6, 70), (60, 50), (112, 34), (110, 0),
)  # fmt: skip
CREASE: Final[tuple[tuple[Point, ...], tuple[Point, ...]]] = (
    ((-70, 26), (-30, 60), (30, 66), (70, 40)),
    ((-156, 34), (-124, 70), (-74, 60), (-24, 26)),
)


def stroke(kneaded: Kneaded, share: float) -> float:
    """How far the mass is pushed: 0 gathered, 1 pushed away. A quick push, a short rest, a slow fold back."""
    beat = kneaded.pushes.progress(share)
    phase = beat % 1
    if beat >= kneaded.pushes.count:
        return 0.0
    return ease(span(phase, 0.08, 0.46)) * (1 - ease(span(phase, 0.6, 0.98)))


class KneadSide(Figure):
    """From the side. ``size`` scales all but letters; built for a right hand and mirrored for a left one."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.kneaded = kneaded_in(reading)
        self.panel = Panel(place, f"侧视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.holder = self.kneaded.hands.lead
        self.size = min(1.15, stage.height / 310, stage.width / 520)
        self.axis = stage.x + stage.width / 2
        self.x = stage.x + stage.width * 0.44
        self.level = stage.bottom - FLOOR
        self._hands = Sprite(self._draw_both)
        self._tag = Lettering(lambda pen: write_hand_tag(pen, self.holder, stage), stage)

    def still(self, pen: Pen) -> None:
        """The board and the names."""
        stage, right = self.panel.stage, self.holder.left
        self.kneaded.ground.draw(pen, stage, self.level)
        self.kneaded.ground.write(pen, stage, self.level, right=right)
        x = stage.right - 18 if right else stage.x + 18
        write_name(pen, self.kneaded.work.name, (x, stage.y + 76), stage.width * 0.3, right=right)

    def outline(self, share: float) -> list[Point]:
        """The mass at this moment."""
        pushed = stroke(self.kneaded, share)
        return self._between(GATHERED, PUSHED, pushed)

    def _between(self, start: tuple[Point, ...], end: tuple[Point, ...], done: float) -> list[Point]:
        pairs = zip(start, end, strict=True)
        mixed = [((1 - done) * a[0] + done * b[0], (1 - done) * a[1] + done * b[1]) for a, b in pairs]
        return [(self.x + x * self.size, self.level - y * self.size) for x, y in mixed]

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The mass under both heels, and the count so far."""
        canvas, share, stage = pen.canvas, moment.share, self.panel.stage
        with mirrored(canvas, self.axis, when=self.holder.left):
            self._draw_mass(canvas, share)
            self._draw_hands(canvas, share)
        self._tag.draw(pen)
        x = stage.right - 30 if self.holder.left else stage.x + 30
        draw_tally(canvas, (x, stage.y + 32), self.kneaded.pushes, share, leftwards=self.holder.left)

    def _draw_mass(self, canvas: skia.Canvas, share: float) -> None:
        points = self.outline(share)
        body = curve(points)
        body.close()
        lay(canvas, body, self.kneaded.work.stuff, outline=2.8)
        crease = curve(self._between(*CREASE, stroke(self.kneaded, share)))
        canvas.drawPath(crease, line(INK2, 2, dash=None if self.kneaded.work.said else DASH))

    def _draw_both(self, canvas: skia.Canvas) -> None:
        behind = (-26 * self.size, -10 * self.size)
        pose = Pose(grip=Grip.HEEL, turn=TURN, size=0.76 * self.size)
        draw_holder(canvas, self.kneaded.hands.other, replace(pose, at=behind, size=0.72 * self.size))
        draw_holder(canvas, self.holder, pose)

    def _draw_hands(self, canvas: skia.Canvas, share: float) -> None:
        pushed, size = stroke(self.kneaded, share), self.size
        heel = self._between(((52, 106),), ((-20, 76),), pushed)[0]
        self._hands.draw(canvas, heel)
        canvas.drawCircle(*heel, 4.5, fill(RED))
        if pushed > 0.1:
            tip = (heel[0] - 96 * size, heel[1] + 22 * size)
            start = (tip[0] + 62 * size * pushed, tip[1] - 26 * size * pushed)
            canvas.drawLine(*start, *tip, line(RED, 3.4, min(1.0, pushed * 2)))
            arrow(canvas, tip, math.pi - math.atan2(26, 62), 16, RED)


class KneadPlan(Figure):
    """From above, as the one who kneads sees it."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.kneaded = kneaded_in(reading)
        self.panel = Panel(place, "俯视·双手", Pace.ASSUMED, Scale.NONE)
        self.size = min(1.1, stage.height / 320, stage.width / 380)
        self.middle: Point = (stage.x + stage.width / 2, stage.y + stage.height * 0.42)
        palms = PairOfPalms(self.kneaded.hands, replace(FROM_BELOW, turn=72, size=0.62 * self.size))
        apart = 44 * self.size
        self._hands = Sprite(lambda canvas: palms.draw(canvas, ((-apart, 0), (apart, 0))))

    def still(self, pen: Pen) -> None:
        """The paper stays empty but for the mass: the board is in the other figure."""

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The mass grows long under the push and is folded together again."""
        canvas, (x, y), size = pen.canvas, self.middle, self.size
        pushed = stroke(self.kneaded, moment.share)
        wide, high = (112 - 20 * pushed) * size, (70 + 34 * pushed) * size
        far = y + 40 * size - high
        mass = skia.Path()
        mass.addOval(skia.Rect.MakeLTRB(x - wide, far, x + wide, far + 2 * high))
        lay(canvas, mass, self.kneaded.work.stuff, outline=2.8)
        fold = curve([(x - wide * 0.6, far + high * 0.6), (x, far + high * 0.34), (x + wide * 0.6, far + high * 0.6)])
        canvas.drawPath(fold, line(INK2, 2, dash=None if self.kneaded.work.said else DASH))
        palm = far + high * (1.25 - 0.2 * pushed)
        self._hands.draw(canvas, (x, palm))
        if pushed > 0.1:
            tip = (x, far - 10 * size)
            canvas.drawLine(x, tip[1] + 46 * size * pushed, *tip, line(RED, 3.4, min(1.0, pushed * 2)))
            arrow(canvas, tip, -math.pi / 2, 16, RED)
