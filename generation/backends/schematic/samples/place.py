"""Putting down, taking out, peeling, spreading."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
CLAY: Final = step_from(
    "双手把泥团抱稳了，慢慢放到转盘上。",
    [(F.ACTION, "放"), (F.HAND, "双手"), (F.MATERIAL, "泥团"), (F.PLACE, "转盘上"), (F.MANNER, "慢慢")],
)
BAMBOO: Final = step_from(
    "泡软了，左手把三捆竹子放进木桶里，别碰了桶沿。",
    [(F.ACTION, "放"), (F.HAND, "左手"), (F.MATERIAL, "竹子"), (F.PLACE, "木桶里")],
    [(Measure.COUNT, "三捆", "3", "捆")],
)
POND: Final = step_from(
    "麻捆扎好，就放到清水塘里泡着。",
    [(F.ACTION, "放"), (F.MATERIAL, "麻捆"), (F.PLACE, "清水塘里")],
)
KILN: Final = step_from(
    "坯干透了，右手把匣钵送入窑里，一个一个码齐。",
    [(F.ACTION, "送入"), (F.HAND, "右手"), (F.MATERIAL, "匣钵"), (F.PLACE, "窑里")],
)
SILVER: Final = step_from(
    "用镊子把银片放在青石板上。",
    [(F.ACTION, "放"), (F.TOOL, "镊子"), (F.MATERIAL, "银片"), (F.PLACE, "青石板上")],
)
SAMPLE_OUT: Final = step_from(
    "火候到了，右手用铁叉从窑里取出一个碗来看。",
    [(F.ACTION, "取出"), (F.HAND, "右手"), (F.TOOL, "铁叉"), (F.MATERIAL, "碗"), (F.PLACE, "窑里")],
)
HEMP: Final = step_from(
    "左手把泡好的麻从木桶里捞出来。",
    [(F.ACTION, "捞"), (F.HAND, "左手"), (F.MATERIAL, "麻"), (F.PLACE, "木桶里")],
)
PEEL: Final = step_from(
    "右手捏住，从角上轻轻揭，斜三十度，一张纸就下来了。",
    [(F.ACTION, "揭"), (F.HAND, "右手"), (F.MATERIAL, "纸"), (F.PATH, "从角上"), (F.MANNER, "轻轻")],
    [(Measure.ANGLE, "三十度", "30", "度")],
)
LEAF: Final = step_from(
    "左手拿镊子把金箔揭起来。", [(F.ACTION, "揭"), (F.HAND, "左手"), (F.TOOL, "镊子"), (F.MATERIAL, "金箔")]
)
LID: Final = step_from("蒸透了再揭开木桶。", [(F.ACTION, "揭开"), (F.MATERIAL, "木桶")])
ASH: Final = step_from(
    "右手抓了稻草灰往竹匾上撒，撒一寸左右厚。",
    [(F.ACTION, "撒"), (F.HAND, "右手"), (F.MATERIAL, "稻草灰"), (F.PLACE, "竹匾上")],
    [(Measure.THICKNESS, "一寸左右厚", "≈1", "寸")],
)
WET_CLOTH: Final = step_from(
    "先在木板上铺三层湿布，左手拉平。",
    [(F.ACTION, "铺"), (F.HAND, "左手"), (F.MATERIAL, "湿布"), (F.PLACE, "木板上")],
    [(Measure.LAYERS, "三层", "3", "层")],
)
BEADS: Final = step_from(
    "右手把三颗玉珠放进瓷碟里。",
    [(F.ACTION, "放进"), (F.HAND, "右手"), (F.MATERIAL, "玉珠"), (F.PLACE, "瓷碟里")],
    [(Measure.COUNT, "三颗", "3", "颗")],
)
SAMPLES: Final = {
    "spread_ash": request_for(ASH, ("陶艺", "垫灰"), (2, 8), "撒一寸厚的稻草灰", 188),
    "spread_cloth": request_for(WET_CLOTH, ("拓印", "铺垫"), (1, 7), "铺三层湿布", None),
    "take_bowl": request_for(SAMPLE_OUT, ("制瓷", "看火"), (8, 9), "叉出一个碗看火候", 1810),
    "take_hemp": request_for(HEMP, ("造纸", "沤麻"), (4, 12), "把麻捞出来", 402),
    "peel_paper": request_for(PEEL, ("造纸", "焙纸"), (11, 12), "从角上揭纸", 1502),
    "peel_leaf": request_for(LEAF, ("金箔", "出具"), (9, 10), "揭起金箔", None),
    "lid": request_for(LID, ("造纸", "蒸料"), (6, 12), "揭开木桶", 655),
    "place_clay": request_for(CLAY, ("制陶", "拉坯"), (2, 9), "把泥团放上转盘", 75),
    "place_bamboo": request_for(BAMBOO, ("造纸", "备料"), (3, 12), "竹子放进木桶", 310),
    "place_pond": request_for(POND, ("造纸", "沤麻"), (2, 12), "麻捆放进水塘", None),
    "place_kiln": request_for(KILN, ("制瓷", "装窑"), (7, 9), "匣钵送入窑里", 1290),
    "place_beads": request_for(BEADS, ("玉雕", "配珠"), (6, 8), "三颗玉珠放进碟里", None),
    "place_silver": request_for(SILVER, ("银饰", "备料"), (1, 8), "夹银片放在石板上", 31),
}
