"""Work on a wheel, and pieces turned by hand."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
THROW: Final = step_from(
    "转盘一分钟转六十圈，双手扶住泥，分三次往上拉，拉成直径十八公分、高十二公分的碗。",
    [(F.ACTION, "拉"), (F.HAND, "双手"), (F.MATERIAL, "泥"), (F.PLACE, "转盘")],
    [
        (Measure.SPEED, "一分钟转六十圈", "60", "圈/分钟"),
        (Measure.REPETITION, "三次", "3", "次"),
        (Measure.DIAMETER, "十八公分", "18", "公分"),
        (Measure.LENGTH, "高十二公分", "12", "公分"),
    ],
)
POTTING: Final = step_from("土养好了，就可以拉坯了。", [(F.ACTION, "拉坯")])
TRIM: Final = step_from(
    "坯子阴到半干，右手拿刮刀修坯，轮子逆时针转，从底往口修。",
    [(F.ACTION, "修坯"), (F.HAND, "右手"), (F.TOOL, "刮刀"), (F.MATERIAL, "坯子"), (F.PATH, "从底往口")],
)
PUSH: Final = step_from(
    "左手按住转盘边，顺时针把转盘拨起来。",
    [(F.ACTION, "拨"), (F.HAND, "左手"), (F.MATERIAL, "转盘"), (F.MANNER, "顺时针")],
)
PAPER: Final = step_from(
    "右手拿剪刀不動，左手把紙慢慢轉過來。",
    [(F.ACTION, "轉"), (F.HAND, "左手"), (F.MATERIAL, "紙"), (F.MANNER, "慢慢")],
)
SLAB: Final = step_from(
    "右手按着木板，逆时针转六十度，再接着刻。",
    [(F.ACTION, "转"), (F.HAND, "右手"), (F.MATERIAL, "木板"), (F.MANNER, "逆时针")],
    [(Measure.ANGLE, "六十度", "60", "度")],
)
DRILL: Final = step_from(
    "右手捏住手捻钻，顺时针转三圈，就打透了。",
    [(F.ACTION, "转"), (F.HAND, "右手"), (F.MATERIAL, "手捻钻"), (F.MANNER, "顺时针")],
    [(Measure.REPETITION, "三圈", "3", "圈")],
)
LEAF: Final = step_from(
    "牛皮敲完一面，左手捏住边把它翻过来，敲另一面。",
    [(F.ACTION, "翻过来"), (F.HAND, "左手"), (F.MATERIAL, "牛皮")],
)
OVER: Final = step_from(
    "内壁修好了，右手托住碗坯，把它翻过来扣在板上。",
    [(F.ACTION, "翻过来"), (F.HAND, "右手"), (F.MATERIAL, "碗坯")],
)
SAMPLES: Final = {
    "throw": request_for(THROW, ("景德镇制瓷", "拉坯"), (3, 14), "分三次拉成一只碗", 845),
    "potting": request_for(POTTING, ("陶艺", "拉坯"), (4, 4), "拉坯", None),
    "trim": request_for(TRIM, ("建盏", "修坯"), (5, 11), "用刮刀修坯", 320),
    "push": request_for(PUSH, ("土陶", "慢轮制陶"), (1, 6), "把转盘拨转", 14),
    "paper": request_for(PAPER, ("剪紙", "剪圓"), (2, 6), "左手把紙轉過來", 66),
    "slab": request_for(SLAB, ("木版年画", "刻版"), (7, 13), "把木板转个方向", 702),
    "turn_drill": request_for(DRILL, ("骰子", "打孔"), (3, 7), "转动手捻钻", 118),
    "upend": request_for(OVER, ("景德镇制瓷", "利坯"), (6, 14), "把碗坯翻过来", 207),
    "leaf": request_for(LEAF, ("皮雕", "敲边"), (4, 8), "把牛皮翻过来", None),
}
