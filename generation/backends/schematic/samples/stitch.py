"""Stitching."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
STITCH: Final = step_from(
    "右手捏针穿红线，针跟绷面斜着，三十度的样子慢慢扎进去，一秒钟走两毫米，每针隔半个毫米，顺着梅花的边走一圈。",
    [
        (F.ACTION, "扎"),
        (F.HAND, "右手"),
        (F.TOOL, "针"),
        (F.MATERIAL, "红线"),
        (F.PATH, "顺着梅花的边"),
        (F.MANNER, "慢慢"),
    ],
    [
        (Measure.ANGLE, "三十度的样子", "≈30", "度"),
        (Measure.SPEED, "一秒钟走两毫米", "2", "毫米/秒"),
        (Measure.SPACING, "半个毫米", "0.5", "毫米"),
    ],
)
BARE: Final = step_from(
    "针就这样往布上扎，密一点。",
    [(F.ACTION, "扎"), (F.TOOL, "针"), (F.PLACE, "布上")],
)
LEFT_HANDED: Final = step_from(
    "我是左手，左手拿针，针头立起来六七十度往绸子上扎，走直线，针脚隔一两毫米。",
    [(F.ACTION, "扎"), (F.HAND, "左手"), (F.TOOL, "针"), (F.PLACE, "绸子上"), (F.PATH, "走直线")],
    [(Measure.ANGLE, "六七十度", "60-70", "度"), (Measure.SPACING, "一两毫米", "1-2", "毫米")],
)
SAMPLES: Final = {
    "stitch": request_for(STITCH, ("苏绣", "平针"), (3, 7), "沿梅花轮廓下针", 751),
    "bare": request_for(BARE, ("苗绣", "平绣"), (1, 4), "往布上扎针", None),
    "left": request_for(LEFT_HANDED, ("汉绣", "齐针"), (2, 6), "左手走直线", 66),
}
