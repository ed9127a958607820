"""Striking and pressing flat."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
FLATTEN: Final = step_from(
    "泥团搁在垫板上，右手拿木拍子，一下一下把它拍匀，拍到三个毫米那么厚就够了。",
    [(F.ACTION, "拍"), (F.HAND, "右手"), (F.TOOL, "木拍子"), (F.MATERIAL, "泥团"), (F.PLACE, "垫板上")],
    [(Measure.THICKNESS, "三个毫米", "3", "毫米")],
)
HAMMER: Final = step_from(
    "左手捏住铜片，右手拿锤子敲，从八毫米敲到两三毫米厚，要敲匀。",
    [(F.ACTION, "敲"), (F.HAND, "右手"), (F.TOOL, "锤子"), (F.MATERIAL, "铜片")],
    [(Measure.THICKNESS, "八毫米", "8", "毫米"), (Measure.THICKNESS, "两三毫米", "2-3", "毫米")],
)
PALM: Final = step_from(
    "泥片铺好，左手手掌一下一下拍匀，拍五下就够了。",
    [(F.ACTION, "拍匀"), (F.HAND, "左手"), (F.MATERIAL, "泥片")],
    [(Measure.REPETITION, "五下", "5", "下")],
)
SAMPLES: Final = {
    "flatten": request_for(FLATTEN, ("黑陶", "泥板成型"), (2, 5), "把泥板拍到三毫米厚", 248),
    "hammer": request_for(HAMMER, ("斑铜", "锻打"), (6, 10), "敲薄铜片：从八毫米起，一直敲到两三毫米，四面都要匀", 90),
    "flatten_palm": request_for(PALM, ("陶艺", "泥片"), (3, 6), "手掌拍匀泥片", 71),
}
