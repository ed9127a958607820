"""Lying in a bath, being rinsed, being dipped."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
SOAK: Final = step_from(
    "砍回来的嫩竹截断捆好，沉到水塘里浸，浸上七八十天，竹子才软。",
    [(F.ACTION, "浸"), (F.MATERIAL, "嫩竹"), (F.PLACE, "水塘里"), (F.CONDITION, "竹子才软")],
    [(Measure.DURATION, "七八十天", "70-80", "天")],
)
STEEP: Final = step_from(
    "揉面的红豆先用清水泡着，木桶里泡到发胀就行。",
    [(F.ACTION, "泡"), (F.MATERIAL, "红豆"), (F.PLACE, "木桶里"), (F.RESULT, "发胀")],
)
RINSE: Final = step_from(
    "染好的布右手提着，放在盆里用清水漂，漂个五六遍，水不带颜色了才算。",
    [(F.ACTION, "漂"), (F.HAND, "右手"), (F.MATERIAL, "布"), (F.MATERIAL, "清水"), (F.PLACE, "盆里")],
    [(Measure.REPETITION, "五六遍", "5-6", "遍")],
)
WASH: Final = step_from(
    "左手抓住麻，在桶里把它洗干净。",
    [(F.ACTION, "洗"), (F.HAND, "左手"), (F.MATERIAL, "麻"), (F.PLACE, "桶里"), (F.RESULT, "干净")],
)
RUNNING: Final = step_from(
    "磨好的珠子拿草木灰水淋洗三遍，灰渣要冲净。",
    [(F.ACTION, "淋洗"), (F.MATERIAL, "珠子"), (F.MATERIAL, "草木灰水")],
    [(Measure.REPETITION, "三遍", "3", "遍")],
)
WARM: Final = step_from(
    "牛皮放到六十度左右的热水里泡，在缸里泡四个小时。",
    [(F.ACTION, "泡"), (F.MATERIAL, "牛皮"), (F.PLACE, "热水里"), (F.PLACE, "缸里")],
    [(Measure.TEMPERATURE, "六十度左右", "≈60", "度"), (Measure.DURATION, "四个小时", "4", "小时")],
)
GLAZE: Final = step_from(
    "右手撑住碗坯，往釉水里蘸，蘸两下就提起来。",
    [(F.ACTION, "蘸"), (F.HAND, "右手"), (F.MATERIAL, "碗坯"), (F.PATH, "往釉水里")],
    [(Measure.REPETITION, "两下", "2", "下")],
)
DYE: Final = step_from(
    "左手拎着布往靛蓝染缸里染，浸下去、提起来，来回十遍上下。",
    [(F.ACTION, "染"), (F.HAND, "左手"), (F.MATERIAL, "布"), (F.PLACE, "靛蓝染缸里"), (F.RESULT, "提起来")],
    [(Measure.REPETITION, "十遍上下", "≈10", "遍")],
)
TONGS: Final = step_from(
    "拿夹子夹住银片，在药水里浸五秒钟，马上提起来。",
    [(F.ACTION, "浸"), (F.TOOL, "夹子"), (F.MATERIAL, "银片"), (F.PLACE, "药水里"), (F.RESULT, "马上提起来")],
    [(Measure.DURATION, "五秒钟", "5", "秒")],
)
BRUSH: Final = step_from("毛笔先在墨里蘸饱。", [(F.ACTION, "蘸"), (F.TOOL, "毛笔"), (F.PLACE, "墨里")])
SCREEN: Final = step_from(
    "双手端着竹帘，斜着插到纸浆槽里荡，荡两下，平着端起来。",
    [(F.ACTION, "荡"), (F.HAND, "双手"), (F.TOOL, "竹帘"), (F.PLACE, "纸浆槽里")],
    [(Measure.REPETITION, "两下", "2", "下")],
)
SAMPLES: Final = {
    "dip_glaze": request_for(GLAZE, ("景德镇制瓷", "蘸釉"), (5, 8), "碗坯蘸釉两下", 233),
    "dye": request_for(DYE, ("蓝染", "浸染"), (6, 9), "布在染缸里来回浸染", 640),
    "tongs": request_for(TONGS, ("银饰", "退银"), (7, 9), "银片在药水里浸五秒", 51),
    "inked": request_for(BRUSH, ("年画", "勾线"), (1, 6), "毛笔蘸墨", None),
    "screen": request_for(SCREEN, ("竹纸", "抄纸"), (9, 14), "竹帘入浆荡两下", 1420),
    "soak": request_for(SOAK, ("竹纸", "浸料"), (2, 14), "嫩竹沉塘浸七八十天", 301),
    "steep": request_for(STEEP, ("糕饼", "豆馅"), (1, 9), "泡红豆", 45),
    "rinse": request_for(RINSE, ("蓝染", "漂洗"), (7, 9), "清水漂布五六遍", 912),
    "wash": request_for(WASH, ("夏布", "绩麻"), (2, 8), "洗麻", None),
    "running": request_for(RUNNING, ("菩提核雕", "清洗"), (6, 8), "灰水淋洗珠子三遍", 77),
    "warm": request_for(WARM, ("皮影", "制皮"), (1, 10), "热水泡牛皮四小时", 128),
}
