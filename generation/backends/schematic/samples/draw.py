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
SAMPLES: Final = {
    "draw": request_for(DRAW, ("蜡染", "点蜡"), (4, 9), "用蜡刀顺稿线画螺旋", 1307),
    "brush": request_for(BRUSH, ("年画", "勾线"), (2, 12), "勾圆线", 12),
}
