"""Pressing: a stack under a board, a palm, a thumb, a squeeze."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
BOARD: Final = step_from(
    "湿纸摞好，上头用木板压，压三遍，一遍比一遍重。",
    [(F.ACTION, "压"), (F.TOOL, "木板"), (F.MATERIAL, "湿纸")],
    [(Measure.REPETITION, "三遍", "3", "遍")],
)
PALM: Final = step_from(
    "香粉倒进模里头，左手给它按平，差不多三厘米厚。",
    [(F.ACTION, "按平"), (F.HAND, "左手"), (F.MATERIAL, "香粉"), (F.PLACE, "模里头")],
    [(Measure.THICKNESS, "差不多三厘米厚", "≈3", "厘米")],
)
SQUEEZE: Final = step_from(
    "豆渣包里头的水分要压干，慢慢压，急了布要破。",
    [(F.ACTION, "压干"), (F.MATERIAL, "水分")],
)
HOLD: Final = step_from(
    "右手按住泥片的边，不让它翘起来。",
    [(F.ACTION, "按住"), (F.HAND, "右手"), (F.MATERIAL, "泥片")],
)
SAMPLES: Final = {
    "press_board": request_for(BOARD, ("宣纸", "榨帖"), (7, 12), "湿纸用木板压三遍", 512),
    "press_palm": request_for(PALM, ("制香", ""), (3, 6), "模里的香粉按平", 44),
    "press_squeeze": request_for(SQUEEZE, ("豆腐", "压豆渣"), (4, 9), "把水分压干", 203),
    "press_hold": request_for(HOLD, ("陶艺", "泥板"), (2, 5), "按住泥片的边", None),
}
