"""The hole that is drilled: how wide, how deep, how many, as the words say."""

from dataclasses import dataclass
from typing import Final

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Measure
from generation.backends.schematic.scenes.props.bench import common_scale, exact
from generation.backends.schematic.things.workpieces import Form
from generation.backends.schematic.words.amounts import Amount
from generation.backends.schematic.words.reading import Reading

FORMS: Final = (Form.BLOCK, Form.ROUND, Form.VESSEL, Form.RODS, Form.SHEET)
HOLES: Final = ("孔", "眼", "洞", "小孔", "小眼", "圆孔", "圆眼", "个孔", "个眼", "个洞")
WIDENING: Final = ("扩", "大一号", "更大", "大的", "加大")
THROUGH: Final = ("通", "透", "穿")
DARK: Final = "#4A3626"


@dataclass(frozen=True, slots=True)
class Bore:
    """The hole in pixels: its width before and after, its depth; and the said values behind them."""

    start: float
    across: float
    deep: float
    width_said: Amount | None
    start_said: Amount | None
    depth_said: Amount | None
    true: bool


def bore_of(reading: Reading, across: float, deep: float) -> Bore:
    """The said hole; ``across`` and ``deep`` are the rooms for it in pixels. What was said is drawn at one scale."""
    widths = reading.amounts(Measure.DIAMETER)
    width = widths[-1] if widths else None
    before = widths[0] if width and len(widths) > 1 and widths[0].unit == width.unit else None
    before = before if before and width and before.middle < width.middle else None
    depth = reading.amount(Measure.DEPTH)
    sizes = [(said, room) for said, room in ((width, across), (depth, deep)) if said]
    scales = common_scale(sizes)
    wide, far = across * 0.62, deep
    if width:
        wide = width.middle * scales[0] if scales else across * 0.8
    else:
        reading.assume("孔的大小", None)
    if depth:
        far = depth.middle * scales[-1] if scales else deep * 0.8
    elif not goes_through(reading):
        reading.assume("孔的深浅", None)
    return Bore(_start(reading, wide, width, before), wide, far, width, before, depth, true=bool(scales))


def _start(reading: Reading, wide: float, width: Amount | None, before: Amount | None) -> float:
    if width and before:
        return wide * before.middle / width.middle
    return reading.assume("原来的孔", wide * 0.5) if reading.says(*WIDENING) else 0.0


def goes_through(reading: Reading) -> bool:
    """Whether the hole comes out on the other side."""
    return reading.says(*THROUGH) and not reading.amount(Measure.DEPTH)


def holes_of(reading: Reading) -> int | None:
    """How many holes were said, when they can be drawn one by one."""
    for quantity, said in zip(reading.step.quantity, (fold(q.said) for q in reading.step.quantity), strict=True):
        if quantity.measure is Measure.COUNT and (
            quantity.unit in HOLES or any(reading.says(said + hole) for hole in HOLES)
        ):
            return next((exact(one) for one in reading.amounts(Measure.COUNT) if one.unit == quantity.unit), None)
    return None
