"""The ground from above, and what is drawn on it: one line, or dots one by one."""

from typing import Final

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point, polygon, rectangle
from generation.backends.schematic.drawing.palette import INK, PALE, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    ease,
    span,
    write_hand_tag,
)
from generation.backends.schematic.scenes.draw.medium import draw_stroke, ground_of, medium_of, thickness_of, tool_of
from generation.backends.schematic.scenes.props.plan_view import Worker, draw_guide, guide_in, share_done
from generation.backends.schematic.scenes.props.sprite import Sprite
from generation.backends.schematic.things.stuff import lay
from generation.backends.schematic.words.reading import Reading

CUBE: Final = ("正方体", "骰")
MOST_DOTS: Final = 12
UNSAID_DOTS: Final = 5
LIFT: Final = 26.0  # pixels by which the pen is lifted from dot to dot


class DrawPlan(Figure):
    """The ground from above, and the line that grows."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"俯视·{reading.step.action.text[:6]}", Pace.FASTER, Scale.NONE)
        self.ground = ground_of(reading)
        self.holder = reading.holder()
        self.medium = medium_of(reading)
        self.thick = thickness_of(reading, self.medium)
        side = 0.6 if self.holder.left else 0.4
        middle = (stage.x + stage.width * side, stage.y + stage.height * 0.49)
        self.guide = guide_in(reading, middle, min(stage.height * 0.41, stage.width * 0.3), "所画的线")
        worker = Worker(tool_of(reading), self.holder, min(1.1, stage.height / 300))
        self.hand = Sprite(lambda canvas: worker.draw(canvas, (0, 0)))

    def still(self, pen: Pen) -> None:
        """The ground and the line to follow."""
        stage, canvas = self.panel.stage, pen.canvas
        lay(canvas, rectangle(stage.x + 14, stage.y + 12, stage.width - 28, stage.height - 24), self.ground, outline=2)
        draw_guide(canvas, self.guide)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The line so far, the tool and the hand at its end."""
        track = self.guide.track
        done = track.length * share_done(moment)
        path = track.part(0, done)
        draw_stroke(pen.canvas, path, self.medium, self.thick)
        here, _ = track.at(done)
        self.hand.draw(pen.canvas, here)
        if track.touches(done):
            pen.canvas.drawCircle(*here, 4.5, fill(RED))
        write_hand_tag(pen, self.holder, self.panel.stage)


class DotsPlan(Figure):
    """A face, and dots that are set on it one after another."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"俯视·{reading.step.action.text[:6]}", Pace.ASSUMED, Scale.NONE)
        self.cube = reading.says(*CUBE)
        self.ground = ground_of(reading)
        self.holder = reading.holder()
        self.medium = medium_of(reading)
        worker = Worker(tool_of(reading), self.holder, min(1.1, stage.height / 300))
        self.hand = Sprite(lambda canvas: worker.draw(canvas, (0, 0)))
        self.count = dots_in(reading)
        reading.assume("点的位置", None)
        self.side = min(stage.height - 76, stage.width * 0.6)
        x = stage.x + (stage.width - self.side) * (0.62 if self.holder.left else 0.38)
        self.corner = (x, stage.y + stage.height - self.side - 24)
        self.dots = self._dots()

    def _dots(self) -> list[Point]:
        if self.count == UNSAID_DOTS:
            places = [(0.25, 0.25), (0.75, 0.25), (0.5, 0.5), (0.25, 0.75), (0.75, 0.75)]
        else:
            wide = max(1, round(self.count**0.5))
            rows = -(-self.count // wide)
            cells = [divmod(index, wide) for index in range(self.count)]
            places = [((column + 0.5) / wide, (row + 0.5) / rows) for row, column in cells]
        x, y = self.corner
        return [(x + across * self.side, y + down * self.side) for across, down in places]

    def still(self, pen: Pen) -> None:
        """The face; a cube shows two more of its sides."""
        canvas, (x, y), side = pen.canvas, self.corner, self.side
        face = rectangle(x, y, side, side, 3)
        if not self.cube:
            lay(canvas, face, self.ground, outline=2.4)
            return
        deep = min(34.0, side * 0.14)
        top = polygon([(x, y), (x + deep, y - deep), (x + side + deep, y - deep), (x + side, y)])
        right = polygon(
            [(x + side, y), (x + side + deep, y - deep), (x + side + deep, y + side - deep), (x + side, y + side)]
        )
        for part, shade in ((face, 0.0), (top, 0.06), (right, 0.16)):
            canvas.drawPath(part, fill(PALE if self.ground.grain == "plain" else self.ground.body))
            canvas.drawPath(part, fill(INK, shade))
            canvas.drawPath(part, line(INK, 2.4))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The dots so far, and the pen on its way to the next one."""
        canvas = pen.canvas
        share = 0.5 / self.count + span(moment.share, 0, 0.92) * (1 - 0.5 / self.count)
        beat = min(self.count - 0.001, share * self.count)
        index, phase = int(beat), beat % 1
        for number, dot in enumerate(self.dots[: index + 1]):
            grown = 1.0 if number < index else ease(span(phase, 0.3, 0.5))
            canvas.drawCircle(*dot, self.side * 0.036 * grown, fill(self.medium.body))
        here, before = self.dots[index], self.dots[max(0, index - 1)]
        come = ease(phase / 0.3)
        at = tuple(start + (end - start) * come for start, end in zip(before, here, strict=True))
        up = LIFT * (1 - ease(span(phase, 0.15, 0.3)) + ease(span(phase, 0.7, 1)))
        tip = (at[0], at[1] - up)
        self.hand.draw(canvas, tip)
        canvas.drawCircle(*here, 3.5, fill(RED))
        write_hand_tag(pen, self.holder, self.panel.stage)


def draws_dots(reading: Reading) -> bool:
    """Whether dots are drawn, not a line."""
    return "画" in reading.verb and "点" in reading.materials


def dots_in(reading: Reading) -> int:
    """How many dots were said; what else was counted (six faces) is no number of dots."""
    for quantity in reading.step.quantity:
        after = reading.step.clause.text[quantity.quote.end - reading.step.clause.start :]
        said = reading.amount(Measure.COUNT) if quantity.measure is Measure.COUNT else None
        if said and (after.startswith(("点", "點", "圆点", "圓點")) or quantity.unit in ("点", "點")):
            count = max(1, int(said.ends[1]))
            return count if count <= MOST_DOTS else reading.assume("画出的次数", MOST_DOTS)
    return reading.assume("点的数目", UNSAID_DOTS)
