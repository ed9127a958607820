"""Drying."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
SHADE: Final = step_from(
    "陶坯不能晒，搁在阴凉的屋里阴干，要七八天。",
    [(F.ACTION, "阴干"), (F.MATERIAL, "陶坯"), (F.PLACE, "阴凉的屋里")],
    [(Measure.DURATION, "七八天", "7-8", "天")],
)
SUN: Final = step_from(
    "染好的布挂到竹竿上，太阳底下晒，晒到两面都干。",
    [(F.ACTION, "晒"), (F.MATERIAL, "布"), (F.PLACE, "竹竿上")],
)
WIND: Final = step_from("麻线挂在风口晾着。", [(F.ACTION, "晾着"), (F.MATERIAL, "麻线"), (F.PLACE, "风口")])
LAID: Final = step_from("就把泥板晾着，别碰它。", [(F.ACTION, "晾着"), (F.MATERIAL, "泥板")])
LACQUER: Final = step_from(
    "头道漆荫干要差不多四天。",
    [(F.ACTION, "荫干"), (F.MATERIAL, "头道漆")],
    [(Measure.DURATION, "差不多四天", "≈4", "天")],
)
WARM: Final = step_from("湿纸一张张贴上去烘干。", [(F.ACTION, "烘干"), (F.MATERIAL, "湿纸")])
SAMPLES: Final = {
    "shade": request_for(SHADE, ("黑陶", "阴干"), (4, 9), "陶坯阴干七八天", 512),
    "sun": request_for(SUN, ("蓝染", "晾晒"), (8, 9), "晒布", 700),
    "wind": request_for(WIND, ("夏布", "晾麻"), (4, 8), "风口晾麻线", None),
    "laid": request_for(LAID, ("紫砂", "泥片"), (2, 12), "晾泥板", 33),
    "dry_lacquer": request_for(LACQUER, ("漆器", "荫干"), (11, 23), "荫干头道漆", 900),
    "warm_dry": request_for(WARM, ("竹纸", "焙纸"), (13, 14), "烘干湿纸", None),
}
