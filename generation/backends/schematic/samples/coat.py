"""Laying a coat over a face."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
LACQUER: Final = step_from(
    "右手拿漆刷蘸红漆，顺着木板一趟一趟刷，要刷三道，刷出来总共半个毫米厚。",
    [(F.ACTION, "刷"), (F.HAND, "右手"), (F.TOOL, "漆刷"), (F.MATERIAL, "红漆"), (F.PLACE, "木板")],
    [(Measure.REPETITION, "三道", "3", "道"), (Measure.THICKNESS, "半个毫米", "0.5", "毫米")],
)
GLAZE: Final = step_from(
    "左手拿排笔给瓷瓶上釉，釉水薄薄的，两三遍就够。",
    [
        (F.ACTION, "上釉"),
        (F.HAND, "左手"),
        (F.TOOL, "排笔"),
        (F.MATERIAL, "瓷瓶"),
        (F.MATERIAL, "釉水"),
        (F.MANNER, "薄薄的"),
    ],
    [(Measure.REPETITION, "两三遍", "2-3", "遍")],
)
WAX: Final = step_from("都弄完了，最后清清灰，打蜡。", [(F.ACTION, "打蜡")])
FILLER: Final = step_from(
    "拿牛角刮把漆灰刮涂在木胎上，一层涂一毫米，一共涂五层。",
    [(F.ACTION, "刮涂"), (F.TOOL, "牛角刮"), (F.MATERIAL, "漆灰"), (F.PLACE, "木胎上")],
    [(Measure.THICKNESS, "一毫米", "1", "毫米"), (Measure.LAYERS, "五层", "5", "层")],
)
SAMPLES: Final = {
    "lacquer": request_for(LACQUER, ("福州脱胎漆器", "髹涂"), (7, 15), "木板上刷三道红漆", 611),
    "glaze": request_for(GLAZE, ("龙泉青瓷", "上釉"), (9, 12), "给瓷瓶上釉", 403),
    "wax": request_for(WAX, ("木雕", "打蜡"), (12, 12), "打蜡", None),
    "filler": request_for(FILLER, ("漆器", "刮灰"), (3, 9), "木胎上刮五层漆灰", 77),
}
