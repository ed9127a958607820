"""Cutting a sheet along a line."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
CUT: Final = step_from(
    "五张红纸叠在蜡盘上，左手把纸按住，右手拿刻刀，刀跟纸面立直九十度，沿着稿线把蝴蝶刻出来。",
    [
        (F.ACTION, "刻"),
        (F.HAND, "左手"),
        (F.HAND, "右手"),
        (F.TOOL, "刻刀"),
        (F.MATERIAL, "红纸"),
        (F.PATH, "沿着稿线"),
    ],
    [(Measure.LAYERS, "五张", "5", "张"), (Measure.ANGLE, "九十度", "90", "度")],
)
SCISSORS: Final = step_from(
    "拿剪刀顺着画好的线剪，纸要跟着转。",
    [(F.ACTION, "剪"), (F.TOOL, "剪刀"), (F.PATH, "顺着画好的线"), (F.MATERIAL, "纸")],
)
SAMPLES: Final = {
    "cut": request_for(CUT, ("剪纸", "刻纸"), (5, 8), "沿稿线刻出蝴蝶", 1982),
    "scissors": request_for(SCISSORS, ("剪纸", "单色剪纸"), (1, 3), "顺线剪开", None),
}
