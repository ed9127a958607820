"""Parts that come together, and what is laid into a groove."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
BOARDS: Final = step_from(
    "四块木板刷上鱼鳔胶，右手推着，一块挨一块拼起来。",
    [(F.ACTION, "拼"), (F.HAND, "右手"), (F.MATERIAL, "木板"), (F.MATERIAL, "鱼鳔胶")],
    [(Measure.COUNT, "四块", "4", "块")],
)
PASTE: Final = step_from(
    "左手拿红纸，抹上浆糊贴在木板上，手心抹平。",
    [(F.ACTION, "贴"), (F.HAND, "左手"), (F.MATERIAL, "红纸"), (F.MATERIAL, "浆糊"), (F.PLACE, "木板上")],
)
TENON: Final = step_from(
    "榫头留三公分长、一公分厚，对准卯眼，右手往里接，不用胶。",
    [(F.ACTION, "接"), (F.HAND, "右手"), (F.MATERIAL, "榫头"), (F.PLACE, "卯眼")],
    [(Measure.LENGTH, "三公分", "3", "公分"), (Measure.THICKNESS, "一公分", "1", "公分")],
)
WALL: Final = step_from(
    "窑门用砖砌上，抹黄泥，砌五层。",
    [(F.ACTION, "砌"), (F.MATERIAL, "砖"), (F.MATERIAL, "黄泥"), (F.PLACE, "窑门")],
    [(Measure.LAYERS, "五层", "5", "层")],
)
SHED: Final = step_from("下雨怕淋，在模子上头搭个高棚。", [(F.ACTION, "搭"), (F.MATERIAL, "高棚")])
HAND_DRILL: Final = step_from("先把手捻钻组装好。", [(F.ACTION, "组装好"), (F.MATERIAL, "手捻钻")])
NAILS: Final = step_from(
    "牛皮绷到木框上，左手拿帽钉，三颗固定住。",
    [(F.ACTION, "固定"), (F.HAND, "左手"), (F.TOOL, "帽钉"), (F.MATERIAL, "牛皮"), (F.PLACE, "木框上")],
    [(Measure.COUNT, "三颗", "3", "颗")],
)
WIRE: Final = step_from(
    "槽刻两毫米宽、三毫米深，右手拿镊子，把银丝一点一点嵌到木板里。",
    [(F.ACTION, "嵌"), (F.HAND, "右手"), (F.TOOL, "镊子"), (F.MATERIAL, "银丝"), (F.PLACE, "木板里")],
    [(Measure.WIDTH, "两毫米", "2", "毫米"), (Measure.DEPTH, "三毫米", "3", "毫米")],
)
GOLD: Final = step_from(
    "花纹里头，左手捏着金粉填嵌进去。", [(F.ACTION, "填嵌"), (F.HAND, "左手"), (F.MATERIAL, "金粉")]
)
SAMPLES: Final = {
    "boards": request_for(BOARDS, ("古琴", "拼板"), (2, 20), "四块木板拼成一块", 240),
    "paste": request_for(PASTE, ("剪纸", "装裱"), (8, 8), "红纸贴到木板上", 411),
    "tenon": request_for(TENON, ("明式家具", "榫卯"), (6, 18), "榫头入卯", 555),
    "wall": request_for(WALL, ("柴窑", "封窑门"), (1, 6), "砌窑门", None),
    "shed": request_for(SHED, ("铸钟", "搭棚"), (3, 15), "搭高棚", None),
    "hand_drill": request_for(HAND_DRILL, ("骰子", "打孔"), (2, 7), "组装手捻钻", 40),
    "nails": request_for(NAILS, ("制鼓", "蒙皮"), (9, 11), "用帽钉固定牛皮", 640),
    "wire": request_for(WIRE, ("错银", "嵌丝"), (4, 10), "把银丝嵌进槽里", 380),
    "gold": request_for(GOLD, ("木雕", "填金"), (7, 9), "金粉嵌进花纹", None),
}
