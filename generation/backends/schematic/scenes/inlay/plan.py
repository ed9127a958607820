"""The groove from above, filled along its line."""

from dataclasses import replace
from typing import Final

from generation.backends.schematic.drawing.lines import rectangle
from generation.backends.schematic.drawing.palette import GREY, INK, RED, fill, line
from generation.backends.schematic.drawing.text import Pen
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale, write_hand_tag
from generation.backends.schematic.scenes.props.plan_view import Worker, guide_in, share_done
from generation.backends.schematic.scenes.props.sprite import Sprite
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.stuff import UNSAID, Stuff, lay
from generation.backends.schematic.things.tools import STYLUS, Tool, tool_in
from generation.backends.schematic.things.workpieces import Form, Workpiece, kind_of
from generation.backends.schematic.words.reading import Reading

GROOVE: Final = 13.0
GROOVES: Final = ("槽", "花纹", "纹", "缝", "沟", "凹")
LAID_IN: Final = (Form.STRAND, Form.POWDER, Form.LIQUID)


def inlay_of(reading: Reading) -> tuple[Form, Stuff]:
    """What is laid in: its form and stuff; unsaid a grey strip."""
    for term in reading.step.material:
        kind = kind_of(term.text)
        if kind and kind[0] in LAID_IN:
            return kind
    for term in reading.step.material:
        if any(word in term.text for word in ("金", "银", "铜")):
            return kind_of(term.text) or (Form.STRAND, stuffs.METAL)
    return reading.assume("嵌的料", (Form.STRAND, UNSAID))


def block_of(reading: Reading) -> Workpiece:
    """What has the groove: a place or a material that is solid; unsaid a grey block."""
    laid = inlay_of(reading)[1]
    for term in (*reading.step.place, *reading.step.material):
        kind = kind_of(term.text)
        if kind and kind[0] not in LAID_IN and kind[1] is not laid and not any(word in term.text for word in GROOVES):
            return Workpiece(term.text, kind[0], kind[1])
    return reading.assume("底料", Workpiece("", Form.BLOCK, UNSAID))


def tool_of(reading: Reading) -> Tool | None:
    """The tool that was said; none was said, fingers do it."""
    if not reading.tools:
        return None
    tool = tool_in(reading, does="place") or tool_in(reading, does="strike") or tool_in(reading, does="scrape")
    return tool or reading.assume("工具的样子", STYLUS)


class InlayPlan(Figure):
    """The face from above: an empty groove, and what already lies in it."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.panel = Panel(place, f"俯视·{reading.step.action.text[:6]}", Pace.FASTER, Scale.NONE)
        self.form, self.stuff = inlay_of(reading)
        self.block = block_of(reading)
        self.holder = reading.holder()
        side = 0.58 if self.holder.left else 0.42
        middle = (stage.x + stage.width * side, stage.y + stage.height * 0.49)
        self.guide = guide_in(reading, middle, min(stage.height * 0.38, stage.width * 0.28), "槽的线路")
        tool = tool_of(reading)
        fingers = replace(STYLUS, grip=4)
        worker = Worker(tool or fingers, self.holder, min(1.1, stage.height / 300))
        self.hand = Sprite(lambda canvas: worker.draw(canvas, (0, 0), bare=tool is None))

    def still(self, pen: Pen) -> None:
        """The block with its groove."""
        stage, canvas = self.panel.stage, pen.canvas
        face = rectangle(stage.x + 22, stage.y + 20, stage.width - 44, stage.height - 40, 4)
        lay(canvas, face, self.block.stuff, outline=2.6)
        path = self.guide.track.path
        code = INK if self.guide.named else GREY
        canvas.drawPath(path, line(code, GROOVE + 3))
        canvas.drawPath(path, line("#6B5B48" if self.guide.named else "#B7AA97", GROOVE))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """What lies in the groove so far, and the fingers or the tool at its end."""
        track, canvas = self.guide.track, pen.canvas
        done = track.length * share_done(moment)
        path = track.part(0, done)
        canvas.drawPath(path, line(self.stuff.body, GROOVE - 1.5))
        canvas.drawPath(path, line(self.stuff.dark, 1.3, 0.8, dash=(3, 5) if self.form is Form.POWDER else None))
        here, run = track.at(done)
        if self.form is Form.STRAND:
            ahead = (here[0] + run[0] * 26, here[1] + run[1] * 26 - 10)
            canvas.drawLine(*here, *ahead, line(INK, GROOVE * 0.5 + 2))
            canvas.drawLine(*here, *ahead, line(self.stuff.body, GROOVE * 0.5))
        self.hand.draw(canvas, here)
        if track.touches(done):
            canvas.drawCircle(*here, 4, fill(RED))
        write_hand_tag(pen, self.holder, self.panel.stage)
