"""Drilling holes."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
DRILL: Final = step_from(
    "右手拿手钻，在木板上钻三个孔，孔要八毫米粗，钻二十毫米深就停。",
    [(F.ACTION, "钻"), (F.HAND, "右手"), (F.TOOL, "手钻"), (F.PLACE, "木板上")],
    [
        (Measure.COUNT, "三个", "3", "个"),
        (Measure.DIAMETER, "八毫米", "8", "毫米"),
        (Measure.DEPTH, "二十毫米", "20", "毫米"),
    ],
)
CORE: Final = step_from(
    "左手握住捻钻，对着桃核十字线的交点往里钻孔，慢慢捻，直到打通。",
    [(F.ACTION, "钻孔"), (F.HAND, "左手"), (F.TOOL, "捻钻"), (F.MATERIAL, "桃核")],
)
WIDER: Final = step_from(
    "换大一号的钻头，把珠子上的眼从两毫米扩到四五毫米。",
    [(F.ACTION, "扩"), (F.TOOL, "大一号的钻头"), (F.MATERIAL, "珠子")],
    [(Measure.DIAMETER, "两毫米", "2", "毫米"), (Measure.DIAMETER, "四五毫米", "4-5", "毫米")],
)
SAMPLES: Final = {
    "drill": request_for(DRILL, ("木作", "起榫眼"), (3, 9), "钻三个二十毫米深的孔", 415),
    "drill_core": request_for(CORE, ("核雕", "掏膛"), (2, 10), "在交点处把桃核钻通", 96),
    "drill_wider": request_for(WIDER, ("串珠", "穿孔"), (4, 6), "把珠眼扩大", None),
}
