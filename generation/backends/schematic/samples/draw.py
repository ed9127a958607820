"""Laying a line."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
DRAW: Final = step_from(
    "蜡热到六十五度，右手拿蜡刀蘸了蜡，在白布上顺着稿线画螺旋，一笔有一毫米宽，刀斜四十度。",
    [
        (F.ACTION, "画"),
        (F.HAND, "右手"),
        (F.TOOL, "蜡刀"),
        (F.MATERIAL, "蜡"),
        (F.PLACE, "白布上"),
        (F.PATH, "顺着稿线"),
    ],
    [
        (Measure.TEMPERATURE, "六十五度", "65", "度"),
        (Measure.WIDTH, "一毫米", "1", "毫米"),
        (Measure.ANGLE, "四十度", "40", "度"),
    ],
)
BRUSH: Final = step_from(
    "右手握毛笔，蘸浓墨，在纸上勾一圈圆线。",
    [(F.ACTION, "勾"), (F.HAND, "右手"), (F.TOOL, "毛笔"), (F.PLACE, "纸上"), (F.PATH, "圆线")],
)
PENCIL: Final = step_from(
    "绣之前，先用铅笔在白布上轻轻画个样子。",
    [(F.ACTION, "画"), (F.TOOL, "铅笔"), (F.PLACE, "白布上"), (F.MANNER, "轻轻")],
)
BUTTERFLY: Final = step_from(
    "左手拿鉛筆，在薄紙上把蝴蝶描出來。",
    [(F.ACTION, "描"), (F.HAND, "左手"), (F.TOOL, "鉛筆"), (F.PLACE, "薄紙上"), (F.MATERIAL, "蝴蝶")],
)
DOTS: Final = step_from(
    "拿铅笔在骰子这一面画四个点。",
    [(F.ACTION, "画"), (F.TOOL, "铅笔"), (F.PLACE, "骰子这一面"), (F.MATERIAL, "点")],
    [(Measure.COUNT, "四个", "4", "个")],
)
SAMPLES: Final = {
    "draw": request_for(DRAW, ("蜡染", "点蜡"), (4, 9), "用蜡刀顺稿线画螺旋", 1307),
    "brush": request_for(BRUSH, ("年画", "勾线"), (2, 12), "勾圆线", 12),
    "pencil": request_for(PENCIL, ("挑花", "起稿"), (1, 5), "铅笔起稿", None),
    "butterfly": request_for(BUTTERFLY, ("苗绣", "剪纸底样"), (1, 8), "描蝴蝶底样", 51),
    "dots": request_for(DOTS, ("骰子", "定点"), (2, 7), "画四个点", 95),
}
