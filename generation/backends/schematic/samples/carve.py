"""Carving, hollowing, paring."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
CARVE: Final = step_from(
    "右手握刻刀，刀口斜着四十五度，在梨木板上把梅花刻出来，刻下去两毫米。",
    [(F.ACTION, "刻"), (F.HAND, "右手"), (F.TOOL, "刻刀"), (F.PLACE, "梨木板上")],
    [(Measure.ANGLE, "四十五度", "45", "度"), (Measure.DEPTH, "两毫米", "2", "毫米")],
)
STONE: Final = step_from(
    "左手拿錾子，在石料上一锤一锤凿细节，不能急。",
    [(F.ACTION, "凿"), (F.HAND, "左手"), (F.TOOL, "錾子"), (F.MATERIAL, "石料")],
)
PEEL: Final = step_from(
    "右手拿小刀，给核桃去皮，要转着削。",
    [(F.ACTION, "去皮"), (F.HAND, "右手"), (F.TOOL, "小刀"), (F.MATERIAL, "核桃")],
)
HOLLOW: Final = step_from(
    "把木料从中间挖空，口上大概六十毫米宽，挖四十毫米深。",
    [(F.ACTION, "挖"), (F.MATERIAL, "木料")],
    [(Measure.WIDTH, "六十毫米", "≈60", "毫米"), (Measure.DEPTH, "四十毫米", "40", "毫米")],
)
SAMPLES: Final = {
    "carve": request_for(CARVE, ("木版", "刻版"), (5, 11), "在梨木板上刻梅花", 640),
    "carve_stone": request_for(STONE, ("石雕", "凿细"), (4, 6), "凿出细节", 901),
    "carve_peel": request_for(PEEL, ("核雕", "去皮"), (1, 9), "给核桃去皮", None),
    "carve_hollow": request_for(HOLLOW, ("木作", "挖胎"), (2, 7), "把木料挖空", 42),
}
