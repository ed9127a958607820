"""The dip from the side: the thing, the hand or the tongs that hold it, and the vessel cut open."""

import math
from dataclasses import dataclass
from typing import Final

import skia

from craftnlp.spec import Measure
from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.drawing.notation import arrow
from generation.backends.schematic.drawing.palette import RED, line
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
from generation.backends.schematic.scenes.props.cut_vessel import (
    Bath,
    Shape,
    Vessel,
    drops,
    liquid_in,
    rings,
    vessel_in,
)
from generation.backends.schematic.scenes.props.dials import TRUE_START, Dial
from generation.backends.schematic.scenes.props.dipper import LONGEST, Dipper
from generation.backends.schematic.scenes.props.load import Load, load_in
from generation.backends.schematic.scenes.props.load_forms import draw_hanging
from generation.backends.schematic.scenes.props.sprite import Sprite
from generation.backends.schematic.scenes.props.tally import HEIGHT, Rounds, Tally
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import Stuff
from generation.backends.schematic.things.tools import STYLUS, TOOLS, Tool, tool_in
from generation.backends.schematic.things.workpieces import Form
from generation.backends.schematic.words.reading import Reading

UNSAID_TIMES: Final = 2
DIPPING: Final = ("draw", "coat", "stitch", "carve", "stir", "rub")
STEEP: Final = -64.0  # degrees at which a held tool leans
SHARES: Final[dict[Form, Point]] = {
    Form.RODS: (0.5, 0.34),
    Form.SHEET: (0.46, 0.8),
    Form.STRAND: (0.34, 0.56),
    Form.VESSEL: (0.42, 0.9),
    Form.BLOCK: (0.3, 0.34),
}
ROOM: Final = (0.5, 1.7)  # where the rim lies, of the stage's height from above; how wide a vessel is, of its height
ROOMS: Final[dict[Shape, Point]] = {Shape.VAT: (0.42, 1.1), Shape.DISH: (0.7, 0.9), Shape.TUB: (0.46, 1.3)}
BRUSHED: Final = 260.0  # pixels from the tip of a tool to the hand, at most


class Plunge:
    """How deep the thing is at each moment: 0 above the liquid, 1 as deep as it goes."""

    def __init__(self, reading: Reading) -> None:
        said, time = reading.amount(Measure.REPETITION), reading.amount(Measure.DURATION)
        self.stays = time is not None and said is None
        self.rounds = None if self.stays else Rounds(reading, UNSAID_TIMES)
        self.true_seconds = Dial(time, (0, 0), 60).true_seconds if time else None

    @property
    def pace(self) -> Pace:
        """True only where it stays in the liquid as long as was said."""
        if self.true_seconds and self.stays:
            return Pace.TRUE
        return Pace.FASTER if self.stays else Pace.ASSUMED

    def depth(self, moment: Moment) -> float:
        """How deep it is now, 0 to 1."""
        if self.rounds:
            return self.rounds.swing(moment.share)
        if self.true_seconds:
            since = moment.seconds - TRUE_START
            return min(span(since, -0.15, 0.15), 1 - span(since, self.true_seconds - 0.15, self.true_seconds + 0.15))
        return min(ease(span(moment.share, 0, 0.1)), 1 - ease(span(moment.share, 0.9, 1)))

    def deepest(self, moment: Moment) -> float:
        """How deep it has been until now."""
        if self.rounds and self.rounds.now(moment.share) >= 0.5:
            return 1.0
        started = moment.share > 0.5 or moment.seconds > TRUE_START + 0.15
        return 1.0 if not self.rounds and started else self.depth(moment)


@dataclass(frozen=True, slots=True)
class Held:
    """What goes into the liquid: a tool by its tip, or a thing in the hand or in tongs."""

    tool: Tool | None
    tongs: Tool | None
    load: Load | None


def takes_up(reading: Reading) -> Tool | None:
    """The said tool that takes up a liquid with its tip."""
    return next((tool for does in DIPPING if (tool := tool_in(reading, does=does))), None)


def held_in(reading: Reading, vessel: Vessel, coat: Stuff) -> Held:
    """The said tool where it is one that takes up a liquid, else the material."""
    dipped = takes_up(reading)
    if dipped:
        return Held(dipped, None, None)
    work = load_in(reading)
    wide, tall = SHARES.get(work.form, (0.3, 0.5))
    tongs = TOOLS["tongs"] if any(word in reading.tools for word in TOOLS["tongs"].words) else None
    if reading.step.tool and not tongs and not work.said and not reading.step.material:
        return Held(reading.assume("工具的样子", STYLUS), None, None)
    coated = coat if work.said and coat.dark != stuffs.WATER.dark else None
    hangs = draw_hanging if work.form is Form.SHEET and not tongs else None
    return Held(None, tongs, Load(work, (wide * vessel.width, tall * vessel.height), coated, hangs))


class DipSection(Figure):
    """Built for a right hand that comes from the upper right; mirrored for a left one."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.plunge = Plunge(reading)
        self.panel = Panel(place, f"剖视·{reading.step.action.text[:6]}", self.plunge.pace, Scale.NONE)
        self.axis = stage.x + stage.width / 2
        rounds = self.plunge.rounds
        said = rounds is not None and rounds.said is not None
        self.tally = Tally(rounds, (self.axis, stage.bottom - 28), stage.width - 40) if rounds and said else None
        foot = stage.bottom - (HEIGHT + 14 if said else 26)
        kind = vessel_in(reading, Shape.DISH if takes_up(reading) else Shape.BASIN)
        rise, breadth = ROOMS.get(kind.shape, ROOM)
        rim = stage.y + stage.height * rise
        wide = min(stage.width * 0.74, stage.height * breadth)
        self.vessel = Vessel(kind, self.axis, rim, (wide, foot - rim))
        self.bath = Bath(self.vessel, rim + (self.vessel.floor - rim) * 0.16, liquid_in(reading, unsaid="蘸的料"))
        self.held = held_in(reading, self.vessel, self.bath.stuff)
        self.holder = reading.holder()
        self.size = min(0.8, stage.height / 380)
        tool = self.held.tool or self.held.tongs
        longest = BRUSHED if self.held.tool else LONGEST
        self.dipper = Dipper(self.holder, tool, STEEP, self.size, longest) if tool else None
        self.hand = Sprite(self._print_hand)
        reading.assume("浸多深", None)

    @property
    def _reach(self) -> float:
        """How far the lowest point goes below the surface."""
        share = 0.3 if self.held.tool else 0.62
        return (self.vessel.floor - self.bath.level) * share

    def low(self, moment: Moment) -> float:
        """The lowest point (y) of what is dipped."""
        above = self.bath.level - 46
        return above + (self.bath.level + self._reach - above) * self.plunge.depth(moment)

    def still(self, pen: Pen) -> None:
        """Ground, vessel, liquid, the rings of the count."""
        self.bath.stand(pen.canvas, self.panel.stage)
        if self.tally:
            self.tally.still(pen)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """What is dipped with its coat, the hand, the surface."""
        canvas, low = pen.canvas, self.low(moment)
        with mirrored(canvas, self.axis, when=self.holder.left):
            if self.held.load:
                self._draw_load(canvas, self.held.load, low, moment)
            else:
                self._draw_tool(canvas, low)
            self._draw_motion(canvas)
        self.bath.surface(canvas, moment.seconds, 3.0)
        self._draw_wet(canvas, low, moment)
        if self.tally:
            self.tally.moving(pen, moment.share)
        write_hand_tag(pen, self.holder, self.panel.stage)

    def _draw_load(self, canvas: skia.Canvas, load: Load, low: float, moment: Moment) -> None:
        at = (self.axis, low - load.height / 2)
        if load.work.form is Form.VESSEL and not self.dipper:
            self.hand.draw(canvas, (at[0] + 6, at[1] - load.height * 0.34))
        load.draw(canvas, at)
        deepest = self.plunge.deepest(moment)
        line_at = load.height / 2 - (self._reach + 46) * deepest + 46
        if deepest > 0.1:
            load.draw_coat(canvas, at, min(load.height / 2, line_at))
        box = skia.Rect.MakeLTRB(at[0] - load.width / 2 - 6, self.bath.level, at[0] + load.width / 2 + 6, low + 4)
        self.bath.cover(canvas, box, 0.5)
        if self.dipper:
            self.dipper.draw(canvas, (at[0] + load.width * 0.3, at[1] - load.height * 0.3))
        elif load.work.form is Form.SHEET:
            self.hand.draw(canvas, (at[0], at[1] - load.height * 0.46))
        elif load.work.form is not Form.VESSEL:
            self.hand.draw(canvas, (at[0] + load.width * 0.2, at[1] - load.height * 0.42))

    def _draw_tool(self, canvas: skia.Canvas, low: float) -> None:
        if self.dipper:
            self.dipper.draw(canvas, (self.axis, low))
        box = skia.Rect.MakeLTRB(self.axis - 60, self.bath.level, self.axis + 90, self.vessel.floor - 4)
        canvas.save()
        canvas.clipPath(self.vessel.cavity)
        self.bath.cover(canvas, box, 0.45)
        canvas.restore()

    def _print_hand(self, canvas: skia.Canvas) -> None:
        form = self.held.load.work.form if self.held.load else Form.LUMP
        grip = Grip.PINCH if form in (Form.VESSEL, Form.SHEET, Form.STRAND, Form.ROUND) else Grip.FIST
        draw_holder(canvas, self.holder, Pose(grip=grip, turn=-66 if form is Form.VESSEL else -52, size=self.size))

    def _draw_wet(self, canvas: skia.Canvas, low: float, moment: Moment) -> None:
        dark = self.bath.stuff.dark
        half = self.held.load.width * 0.42 if self.held.load else 6.0
        if low > self.bath.level:
            rings(canvas, (self.axis, self.bath.level), (moment.seconds * 1.1) % 1, dark, half * 1.7 + 30)
        elif self.plunge.deepest(moment) > 0.5:
            starts = [(self.axis + half * part, low) for part in (-0.4, 0.05, 0.5)]
            drops(canvas, starts, self.bath.level, moment.seconds * 1.5, dark)

    def _draw_motion(self, canvas: skia.Canvas) -> None:
        half = self.held.load.width / 2 if self.held.load else 30.0
        x, top, end = self.axis - half - 46, self.panel.stage.y + 46, self.bath.level - 14
        canvas.drawLine(x, top, x, end, line(RED, 2.6))
        arrow(canvas, (x, end + 8), math.pi / 2, 15, RED)
        arrow(canvas, (x, top - 8), -math.pi / 2, 15, RED)
