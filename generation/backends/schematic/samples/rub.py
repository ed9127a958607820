"""Rubbing surfaces smooth."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
RUB: Final = step_from(
    "右手拿八百目的砂纸，顺着木纹把木板来回磨六遍，磨到摸不出毛刺。",
    [(F.ACTION, "磨"), (F.HAND, "右手"), (F.TOOL, "八百目的砂纸"), (F.MATERIAL, "木板")],
    [(Measure.GRIT, "八百目", "800", "目"), (Measure.REPETITION, "六遍", "6", "遍")],
)
BEAD: Final = step_from(
    "左手捏块油石，把核桃转着圈打磨，磨亮为止。",
    [(F.ACTION, "打磨"), (F.HAND, "左手"), (F.TOOL, "油石"), (F.MATERIAL, "核桃")],
)
BOWL: Final = step_from(
    "等碗干透了，用手掌蘸点油，在碗的外壁上慢慢推光。",
    [(F.ACTION, "推光"), (F.PLACE, "碗的外壁上")],
)
CORNER: Final = step_from(
    "木盒的四个边角拿平锉刀锉，锉成圆角，不要留棱。",
    [(F.ACTION, "锉"), (F.TOOL, "平锉刀"), (F.MATERIAL, "木盒")],
)
HOLE: Final = step_from(
    "右手拿圆锉，伸到玉珠的孔里，来回锉三下。",
    [(F.ACTION, "锉"), (F.HAND, "右手"), (F.TOOL, "圆锉"), (F.MATERIAL, "玉珠")],
    [(Measure.REPETITION, "三下", "3", "下")],
)
SAMPLES: Final = {
    "rub": request_for(RUB, ("木作", "打磨"), (6, 9), "八百目砂纸磨六遍", 733),
    "rub_bead": request_for(BEAD, ("核雕", "打磨"), (8, 10), "把核桃磨亮", 1204),
    "rub_bowl": request_for(BOWL, ("漆器", "推光"), (11, 12), "手掌推光碗壁", None),
    "rub_corner": request_for(CORNER, ("木作", "倒角"), (7, 9), "锉圆边角", None),
    "rub_hole": request_for(HOLE, ("琢玉", "通孔"), (5, 9), "圆锉修孔", 88),
}
