"""What a coat is laid on, what it consists of, and what lays it, as far as the words say."""

from dataclasses import dataclass, replace
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import curve, rectangle
from generation.backends.schematic.drawing.palette import SAID_COLOURS
from generation.backends.schematic.scenes.base import draw_holder, mirrored
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID, Grain, Stuff, lay
from generation.backends.schematic.things.tools import Tool, draw_tool, tool_in
from generation.backends.schematic.things.workpieces import Form, Workpiece, kind_of
from generation.backends.schematic.words.reading import Holder, Reading

SPREADS: Final = (Form.LIQUID, Form.POWDER)
SOFT: Final = ("蜡", "灰", "泥", "膏", "腻子", "浆")  # a coat although it is no liquid
GLAZE: Final = Stuff("#D3DCD5", "#6C7D79", Grain.PLAIN)  # wet glaze, told apart from the body below
IN_VERB: Final = {
    "漆": stuffs.LACQUER,
    "髹": stuffs.LACQUER,
    "釉": GLAZE,
    "蜡": stuffs.WAX,
    "油": stuffs.WAX,
}
PAINTS: Final = ("漆", "釉", "颜料", "色", "料", "浆", "粉", "灰", "蜡", "油", "胶", "墨")


def coat_of(reading: Reading) -> Stuff:
    """What is laid on: the first spreading material, else what the verb itself names (上漆, 打蜡); unsaid it is grey."""
    for term in reading.step.material:
        kind = kind_of(term.text)
        if kind and _spreads(term.text, kind[0]):
            return _coloured(reading, GLAZE if kind[1] is stuffs.PORCELAIN else kind[1])
    for char, stuff in IN_VERB.items():
        if char in reading.verb:
            return _coloured(reading, stuff)
    return reading.assume("涂料", UNSAID)


def _spreads(name: str, form: Form) -> bool:
    return form in SPREADS or (form is Form.LUMP and any(word in name for word in SOFT))


def _coloured(reading: Reading, stuff: Stuff) -> Stuff:
    names = "".join(term.text for term in reading.step.material) + reading.verb
    said = next((code for word, code in SAID_COLOURS.items() if word in names), None)
    code = said or reading.colour("涂料的颜色", PAINTS)
    return replace(stuff, body=code) if code else stuff


def ground_of(reading: Reading) -> Workpiece:
    """What the coat is laid on: a place, else a material that does not spread; unsaid it is a grey board."""
    places = [term.text for term in reading.step.place]
    others = [term.text for term in reading.step.material]
    for name in (*places, *others):
        kind = kind_of(name)
        if kind and (name in places or not _spreads(name, kind[0])):
            return Workpiece(name, kind[0], kind[1])
    return reading.assume("底子", Workpiece("", Form.BLOCK, UNSAID))


@dataclass(frozen=True, slots=True)
class Spreader:
    """What lays the coat, with its hand. The working edge is at the point where it is drawn."""

    tool: Tool | None
    holder: Holder
    size: float

    def print(self, canvas: skia.Canvas, turn: float) -> None:
        """Draw it with its edge at the origin and its handle turned by ``turn`` degrees, as in a right hand.

        For a left hand it is mirrored.
        """
        with mirrored(canvas, 0, when=self.holder.left):
            canvas.rotate(turn)
            if self.tool is None:
                _draw_pad(canvas, self.size)
            else:
                draw_tool(canvas, self.tool, (0, 0), 0, self.size)
            grip, hold = (self.tool.grip, self.tool.hold) if self.tool else (PAD_GRIP, Grip.FIST)
            draw_holder(canvas, self.holder, Pose(grip=hold, at=(grip * self.size, 0), size=0.62 * self.size))


def spreader_in(reading: Reading, size: float) -> Spreader:
    """The said tool; one that was not said is a grey pad on a handle."""
    tool = tool_in(reading, does="coat")
    if tool is None:
        reading.assume("工具的样子" if reading.tools else "工具", None)
    return Spreader(tool, reading.holder(), size)


PAD_GRIP: Final = 132.0


def _draw_pad(canvas: skia.Canvas, size: float) -> None:
    canvas.save()
    canvas.scale(size, size)
    lay(canvas, rectangle(50, -9, 170, 18, 8), UNSAID, outline=2.0)
    head = curve([(0, -34), (30, -36), (54, -26), (60, 0), (54, 26), (30, 36), (0, 34), (-4, 0)], closed=True)
    lay(canvas, head, UNSAID, outline=2.0)
    canvas.restore()
