"""tie_knot: a strand ties itself, or is tied to a thing, in three clear stages."""

from typing import ClassVar, Final

import skia

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Measure
from generation.backends.base import Scalar
from generation.backends.schematic.drawing.notation import Look, dimension
from generation.backends.schematic.drawing.palette import CARD, GREY, RED, fill, line
from generation.backends.schematic.drawing.text import CAPTION, FACT, Face, Pen, width
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
    mirrored,
    span,
    write_hand_tag,
)
from generation.backends.schematic.scenes.knot.ties import LAID, LED, Hitch, Overhand, Tie
from generation.backends.schematic.scenes.props.sprite import hand_sprite
from generation.backends.schematic.scenes.props.strand import Strand, other_than, strand_in
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID
from generation.backends.schematic.things.workpieces import Form
from generation.backends.schematic.words.amounts import Amount, length_in_mm
from generation.backends.schematic.words.reading import Reading

KNOTTED: Final = ("结", "疙瘩")
OTHER_KNOTS: Final = ("结果", "结实", "结束", "结合", "结构", "结块")
STAGES: Final = (("绕", 0.0, LAID), ("穿", LAID, LED), ("紧", LED, 1.01))
MOST_KNOTS: Final = 8
MOST_TIED: Final = 3  # in one film
KNOTS: Final = ("个", "结", "道", "次", "下", "遍")
THINGS: Final = (Form.RODS, Form.BLOCK, Form.ROUND, Form.VESSEL)
FIRST: Final = 0.02
LAST: Final = 0.94


def is_knot(reading: Reading) -> bool:
    """Whether the strand is knotted in itself rather than tied to something."""
    return any(word in reading.verb + reading.materials for word in KNOTTED)


def knots_in(reading: Reading) -> Amount | None:
    """The said number of knots."""
    found = [one for measure in (Measure.COUNT, Measure.REPETITION) for one in reading.amounts(measure)]
    return next((one for one in found if fold(one.unit) in KNOTS and one.ends[0] >= 1), None)


class Tying(Figure):
    """The strand, the knots already tied, and the one that the hand is tying."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.holder = reading.holder()
        strand = strand_in(reading, "所用的线绳")
        self.strand = Strand(strand.stuff, stage.height * 0.05)
        self.axis = stage.x + stage.width / 2
        self.knot = is_knot(reading)
        self.said = knots_in(reading) if self.knot else None
        self.apart = reading.amount(Measure.SPACING) if self.knot else None
        self.count = self._count(reading)
        self.gap = min(132.0, stage.width * 0.36 / max(1, self.count - 1))
        self.scale = self.gap / self.apart.middle if self.apart else None
        reading.assume("结的打法", None)
        if not self.knot:
            thing = other_than(reading, strand, THINGS)
            bar = thing.stuff if thing else reading.assume("系在什么上", UNSAID)
            self.tie: Tie = Hitch(self.strand, stage.height * 0.32, bar)
            self.middle = (stage.x + stage.width * 0.4, stage.y + stage.height * 0.2)
        else:
            self.tie = Overhand(self.strand, stage.height * 0.36, stage.width)
            self.middle = (stage.x + stage.width * 0.47, stage.y + stage.height * 0.5)
        pose = Pose(grip=Grip.STRAND, turn=6.0 if self.knot else 40.0, size=min(0.6, stage.height / 540))
        self.hand = hand_sprite(self.holder, pose)
        scale = Scale.TRUE if self.scale else Scale.NONE
        self.panel = Panel(place, f"正视·{reading.step.action.text[:6]}", Pace.ASSUMED, scale)

    def _count(self, reading: Reading) -> int:
        if not self.said:
            return reading.assume("结的个数", 2) if self.apart else 1
        count = int(self.said.ends[0])
        return count if count <= MOST_KNOTS else reading.assume("画出的结数", MOST_KNOTS)

    def now(self, moment: Moment) -> tuple[int, float]:
        """How many knots are tied, and how far the next one is."""
        tied = min(self.count, MOST_TIED)
        share = span(moment.share, FIRST, LAST) * tied
        whole = min(int(share), tied - 1)
        return self.count - tied + whole, share - whole

    def still(self, pen: Pen) -> None:
        """The distance and number of the knots, as said."""
        level = self._level()
        style = FACT.but(halo=CARD, anchor="m")
        if self.apart:
            ends = [self._across(self.middle[0] - self.gap * index) for index in (0, 1)]
            y = level + 44
            dimension(pen.canvas, (min(ends), y), (max(ends), y), Look(about=self.apart.about or self.apart.ranged))
            pen.write(self.apart.figure, sum(ends) / 2, y + 38, style)
        if self.said:
            stage = self.panel.stage
            x = stage.x + 30 + width(self.said.figure, style) / 2
            pen.write(self.said.figure, self._across(x), stage.y + 52, style)

    def _level(self) -> float:
        """The level of the strand beside the knot once it is tight."""
        return self.middle[1] + self.tie.end(1.0)[1]

    def _across(self, x: float) -> float:
        return 2 * self.axis - x if self.holder.left else x

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The knots tied, the one being tied, the hand at the end of the strand."""
        canvas, (tied, done) = pen.canvas, self.now(moment)
        x, y = self.middle
        with mirrored(canvas, self.axis, when=self.holder.left):
            canvas.save()
            canvas.translate(x, y)
            self.tie.draw(canvas, done)
            canvas.restore()
            for index in range(tied):
                self._draw_tight(canvas, index - tied, done)
            dx, dy = self.tie.end(done)
            self.hand.draw(canvas, (x + dx, y + dy))
            canvas.drawCircle(x + dx, y + dy, 4.5, fill(RED))
        write_hand_tag(pen, self.holder, self.panel.stage)

    def _draw_tight(self, canvas: skia.Canvas, place: int, done: float) -> None:
        """A knot tied before, so many knots to the left; it stands on the strand's level."""
        level = self.middle[1] + self._entry(done) - self.tie.end(1.0)[1]
        canvas.save()
        x = self.middle[0] + self.gap * place
        canvas.translate(x, level)
        wide = self.gap * 0.5
        canvas.clipRect(skia.Rect.MakeLTRB(-wide, -200, wide, 200))
        self.tie.draw(canvas, 1.0)
        canvas.restore()

    def _entry(self, done: float) -> float:
        """The level at which the strand comes in."""
        return self.tie.entry(done) if isinstance(self.tie, Overhand) else 0.0


class Stages(Figure):
    """The three stages side by side from top to bottom: 绕, 穿, 紧; a red mark stands at the one that goes on."""

    def __init__(self, place: Place, tying: Tying) -> None:
        stage = place.stage
        self.panel = Panel(place, "分解图", Pace.ASSUMED, Scale.NONE)
        self.tying = tying
        size = min(stage.height * 0.125, stage.width * 0.17)
        strand = Strand(tying.strand.stuff, max(5.0, size * 0.17))
        self.tie: Tie = (
            Overhand(strand, size, size * 2.1)
            if tying.knot
            else Hitch(strand, size * 0.78, tying.tie.bar if isinstance(tying.tie, Hitch) else UNSAID)
        )
        self.levels = [stage.y + stage.height * (0.19 + 0.32 * index) for index in range(3)]

    def still(self, pen: Pen) -> None:
        """The three stages."""
        stage, canvas = self.panel.stage, pen.canvas
        for (name, first, last), level in zip(STAGES, self.levels, strict=True):
            with mirrored(canvas, stage.x + stage.width * 0.5, when=self.tying.holder.left):
                canvas.save()
                canvas.translate(stage.x + stage.width * 0.58, level - (0 if self.tying.knot else stage.height * 0.06))
                self.tie.draw(canvas, min(1.0, first + (last - first) * 0.99))
                canvas.restore()
            x = stage.right - 40 if self.tying.holder.left else stage.x + 40
            pen.write(name, x, level + 9, CAPTION.but(face=Face.SEMIBOLD, anchor="m"))
        for level in self.levels[1:]:
            y = level - stage.height * 0.17
            canvas.drawLine(stage.x + 16, y, stage.right - 16, y, line(GREY, 1, 0.7))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The mark at the stage that goes on."""
        _, done = self.tying.now(moment)
        stage = self.panel.stage
        index = next(index for index, (_, first, last) in enumerate(STAGES) if first <= done < last)
        x = stage.right - 40 if self.tying.holder.left else stage.x + 40
        pen.canvas.drawCircle(x, self.levels[index], 22, line(RED, 3))


class Knot(Scene):
    """Tying."""

    template: ClassVar[str] = "tie_knot"
    family: ClassVar[Family] = Family.WRAP
    verbs: ClassVar[tuple[str, ...]] = (
        "打", "打结", "打个结", "打上结", "结", "系", "系上", "系紧", "系住", "拴", "拴住", "挂", "挂上", "挂绳", "吊", "固定",
    )  # fmt: skip
    measure_names: ClassVar[dict[Measure, str]] = {Measure.SPACING: "结距", Measure.COUNT: "个数"}

    def parts(self, reading: Reading) -> list[Part]:
        """The tying, and its three stages beside each other."""
        return [
            Part(View.OVERVIEW, 68, lambda place: Tying(reading, place)),
            Part(View.CLOSE_UP, 32, lambda place: Stages(place, Tying(reading, place))),
        ]

    @staticmethod
    def objection(reading: Reading) -> str:
        """A knot needs a strand; what is hung up to dry or fixed with a nail is another picture."""
        strand = strand_in(Reading(reading.step), "").said
        verb = reading.verb
        if verb == "打" and not is_knot(reading):
            return "打的不是结"
        if is_knot(reading):
            sure = ("打" in verb or strand) and not reading.says(*OTHER_KNOTS)
            return "" if sure else "原话没有说到打结的线绳"
        if reading.says("晾", "晒", "烘", "挂釉", "挂浆", "挂糊", "挂在墙"):
            return "挂的不是绳结"
        if "固定" in verb and not reading.says("绳", "系", "拴"):
            return "原话没有说到用线绳固定"
        return "" if strand else "原话没有说到系的线绳"

    def facts(self) -> dict[str, Scalar]:
        """The scale of the picture, where a distance of knots gives one."""
        tying = next((figure for figure in self.figures if isinstance(figure, Tying)), None)
        if tying is None or tying.apart is None or tying.scale is None:
            return {}
        unit = length_in_mm(tying.apart.unit)
        return {"pixels_per_mm": round(tying.scale / unit, 4)} if unit else {}
