"""Piercing, drawing out, threading, stuffing."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
AWL: Final = step_from(
    "右手攥住锥子，在皮子的四个角上扎眼，每个眼扎三毫米深。",
    [(F.ACTION, "扎眼"), (F.HAND, "右手"), (F.TOOL, "锥子"), (F.MATERIAL, "皮子"), (F.PLACE, "四个角上")],
    [(Measure.COUNT, "四个", "4", "个"), (Measure.DEPTH, "三毫米", "3", "毫米")],
)
SLOWLY: Final = step_from(
    "跟面子斜着三十度，慢慢扎进去，一秒两毫米，不要急。",
    [(F.ACTION, "扎进"), (F.MANNER, "慢慢")],
    [(Measure.ANGLE, "三十度", "30", "度"), (Measure.SPEED, "一秒两毫米", "2", "毫米/秒")],
)
TRUE_SPEED: Final = step_from(
    "左手拿竹针，斜着四十五度往泥板里扎，一秒钟走三毫米，扎进去八毫米。",
    [(F.ACTION, "扎"), (F.HAND, "左手"), (F.TOOL, "竹针"), (F.PLACE, "泥板里")],
    [
        (Measure.ANGLE, "四十五度", "45", "度"),
        (Measure.SPEED, "一秒钟走三毫米", "3", "毫米/秒"),
        (Measure.DEPTH, "八毫米", "8", "毫米"),
    ],
)
ROW: Final = step_from(
    "锥子立直了在纸上戳眼，一排戳六个，眼跟眼隔四毫米，五张纸一起戳透。",
    [(F.ACTION, "戳眼"), (F.TOOL, "锥子"), (F.PLACE, "纸上")],
    [(Measure.COUNT, "六个", "6", "个"), (Measure.SPACING, "四毫米", "4", "毫米"), (Measure.LAYERS, "五张", "5", "张")],
)
PULL_OUT: Final = step_from(
    "等木头吃住了劲，右手把锥子慢慢拔出来。",
    [(F.ACTION, "拔"), (F.HAND, "右手"), (F.TOOL, "锥子"), (F.MATERIAL, "木头"), (F.MANNER, "慢慢")],
)
ROD: Final = step_from(
    "捆上绳子，再把木棍插进泥坯里。", [(F.ACTION, "插进"), (F.MATERIAL, "木棍"), (F.PLACE, "泥坯里")]
)
THREADING: Final = step_from(
    "左手捏针，右手捏住红线头，抿湿了再穿针，针用十二号的。",
    [(F.ACTION, "穿针"), (F.HAND, "左手"), (F.HAND, "右手"), (F.TOOL, "针"), (F.MATERIAL, "红线头")],
    [(Measure.SIZE_CLASS, "十二号", "12", "号")],
)
THREAD_BARE: Final = step_from("眼看花了也得自己穿针。", [(F.ACTION, "穿针")])
BEANS: Final = step_from(
    "米包到一半，右手塞红豆，塞七颗，按实了。",
    [(F.ACTION, "塞"), (F.HAND, "右手"), (F.MATERIAL, "红豆")],
    [(Measure.COUNT, "七颗", "7", "颗")],
)
FILLING: Final = step_from(
    "左手把豆馅用力塞进面团里，塞两厘米深。",
    [(F.ACTION, "塞进"), (F.HAND, "左手"), (F.MATERIAL, "豆馅"), (F.PLACE, "面团里"), (F.MANNER, "用力")],
    [(Measure.DEPTH, "两厘米", "2", "厘米")],
)
STUFF_BARE: Final = step_from("口子留好，然后用力塞进去。", [(F.ACTION, "塞进"), (F.MANNER, "用力")])
SAMPLES: Final = {
    "pierce": request_for(AWL, ("皮雕", "打孔"), (2, 6), "四角扎眼", 754),
    "pierce_slowly": request_for(SLOWLY, ("苏绣", "平针"), (3, 7), "斜着慢慢扎进去", 751),
    "pierce_clay": request_for(TRUE_SPEED, ("泥塑", "排气"), (4, 9), "往泥板里扎气眼", 120),
    "pierce_row": request_for(ROW, ("古籍修复", "线装"), (5, 9), "戳一排书眼", None),
    "pierce_out": request_for(PULL_OUT, ("木作", "装配"), (3, 5), "拔出锥子", 88),
    "pierce_rod": request_for(ROD, ("彩塑", "扎骨架"), (2, 8), "插进木棍", None),
    "thread": request_for(THREADING, ("苏绣", "备针"), (1, 7), "穿针", 65),
    "thread_bare": request_for(THREAD_BARE, ("盘扣", "缝制"), (1, 4), "穿针", None),
    "stuff_beans": request_for(BEANS, ("粽子", "包馅"), (3, 6), "塞红豆", 300),
    "stuff_filling": request_for(FILLING, ("面塑", "包馅"), (2, 5), "塞进豆馅", None),
    "stuff_bare": request_for(STUFF_BARE, ("香囊", "填料"), (4, 6), "用力塞进去", None),
}
