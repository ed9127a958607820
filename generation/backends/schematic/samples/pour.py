"""Pouring."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
VAT: Final = step_from(
    "右手提木桶，往抄纸槽里倒清水，倒到三寸深。",
    [(F.ACTION, "倒"), (F.HAND, "右手"), (F.TOOL, "木桶"), (F.MATERIAL, "清水"), (F.PLACE, "抄纸槽里")],
    [(Measure.DEPTH, "三寸深", "3", "寸")],
)
GLAZE: Final = step_from(
    "左手拿瓢舀釉水，倒进泥坯里，大概五厘米到六厘米深。",
    [(F.ACTION, "倒进"), (F.HAND, "左手"), (F.TOOL, "瓢"), (F.MATERIAL, "釉水"), (F.PLACE, "泥坯里")],
    [(Measure.DEPTH, "五厘米到六厘米深", "≈5-6", "厘米")],
)
PIPE: Final = step_from(
    "山上的水用竹管引过来，灌满石缸。",
    [(F.ACTION, "灌满"), (F.TOOL, "竹管"), (F.MATERIAL, "水"), (F.PLACE, "石缸")],
)
ADD: Final = step_from("再往锅里加入米汤。", [(F.ACTION, "加入"), (F.MATERIAL, "米汤"), (F.PLACE, "锅里")])
SAMPLES: Final = {
    "pour_vat": request_for(VAT, ("造纸", "抄纸"), (8, 12), "抄纸槽放三寸清水", 812),
    "pour_glaze": request_for(GLAZE, ("制瓷", "荡釉"), (5, 9), "釉水倒进坯里", 466),
    "pour_pipe": request_for(PIPE, ("造纸", "备水"), (1, 12), "竹管引水灌满石缸", None),
    "pour_add": request_for(ADD, ("面塑", "煮浆"), (3, 6), "锅里加入米汤", 95),
}
