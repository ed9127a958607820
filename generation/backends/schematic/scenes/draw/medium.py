"""What a line is drawn with and on, as far as the words say, and how its stroke looks."""

from dataclasses import dataclass
from typing import Final

import skia

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Measure
from generation.backends.schematic.drawing.palette import INK, INK2, line
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.stuff import Stuff
from generation.backends.schematic.things.tools import STYLUS, Tool, tool_in
from generation.backends.schematic.things.workpieces import Form, kind_of, workpiece_in
from generation.backends.schematic.words.reading import Reading

CLOTH: Final = ("布", "绸", "绢", "缎")
SHEET: Final = ("纸",)
GRAPHITE_TOOLS: Final = ("铅笔", "炭笔")
FLAT: Final = ("木板", "石板", "泥板", "板面", "正方体", "骰", "每个面", "四面")


@dataclass(frozen=True, slots=True)
class Medium:
    """What is laid down: its edge, its body and its light."""

    edge: str
    body: str
    light: str


WAX: Final = Medium("#7B4A16", "#D79A3E", "#F3CF8A")
GRAPHITE: Final = Medium("#8B8680", "#5F5B57", "#A7A29B")
UNSAID: Final = Medium("#6B6052", "#A79C8B", "#D3CABA")


def medium_of(reading: Reading) -> Medium:
    """Wax looks like wax, a pencil's line like graphite; otherwise the said colour, or grey."""
    if reading.says("蜡"):
        return WAX
    if reading.says("墨"):
        return Medium(INK, "#3A332D", "#7C7166")
    if any(word in reading.tools for word in GRAPHITE_TOOLS):
        return GRAPHITE
    code = reading.colour("颜色", ("色", "漆", "颜料", "彩", "线"))
    return Medium(INK2, code, "#FFFDF7") if code else UNSAID


def tool_of(reading: Reading) -> Tool:
    """The tool as said. 笔 alone may be any pen, so it is no brush."""
    tool = tool_in(reading, does="draw")
    named = tool is not None and any(len(word) > 1 and word in reading.tools for word in tool.words)
    return tool if tool and named else reading.assume("工具的样子" if reading.tools else "工具", STYLUS)


def ground_of(reading: Reading) -> Stuff:
    """The flat thing that is drawn on; grey when nobody said what it is."""
    grounds = "".join(fold(term.text) for term in (*reading.step.material, *reading.step.place))
    board = kind_of(grounds)
    if any(word in grounds for word in FLAT) and board and board[0] is Form.BLOCK:
        return board[1]
    if reading.says(*CLOTH, *SHEET):
        sheet = workpiece_in(reading, Form.SHEET, unsaid=Form.SHEET) if named_sheet(reading) else None
        return sheet.stuff if sheet else stuffs.CLOTH if reading.says(*CLOTH) else stuffs.PAPER
    return reading.assume("底子", stuffs.UNSAID)


def named_sheet(reading: Reading) -> bool:
    """Whether a material or a place of the step is a sheet."""
    kinds = (kind_of(term.text) for term in (*reading.step.material, *reading.step.place))
    return any(kind is not None and kind[0] is Form.SHEET for kind in kinds)


def thickness_of(reading: Reading, medium: Medium) -> float:
    """The line's width in the picture."""
    if reading.amount(Measure.WIDTH):
        return 8.0
    return reading.assume("线的粗细", 2.6 if medium is GRAPHITE else 7.0)


def draw_stroke(canvas: skia.Canvas, path: skia.Path, medium: Medium, thick: float) -> None:
    """A line of a medium: raised where it has body, broken by the grain of the ground where it is graphite."""
    if medium is GRAPHITE:
        canvas.drawPath(path, line(medium.edge, thick + 1, 0.45))
        canvas.drawPath(path, line(medium.body, thick, 0.9, dash=(9, 1.2)))
        return
    for code, more in ((medium.edge, 2.6), (medium.body, 0.0), (medium.light, 1.8 - 0.8 * thick)):
        canvas.drawPath(path, line(code, thick + more))
