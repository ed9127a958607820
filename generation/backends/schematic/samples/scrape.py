"""Scraping and scoring surfaces."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
SCRAPE: Final = step_from(
    "右手拿刮刀，斜着三十度，在竹片上刮五下，刮掉半毫米的青皮。",
    [(F.ACTION, "刮"), (F.HAND, "右手"), (F.TOOL, "刮刀"), (F.PLACE, "竹片上")],
    [
        (Measure.ANGLE, "三十度", "30", "度"),
        (Measure.REPETITION, "五下", "5", "下"),
        (Measure.THICKNESS, "半毫米", "0.5", "毫米"),
    ],
)
SCORE: Final = step_from(
    "左手捏着竹刀，把两块泥片的接口都划毛，道子隔开两三毫米。",
    [(F.ACTION, "划毛"), (F.HAND, "左手"), (F.TOOL, "竹刀"), (F.MATERIAL, "泥片")],
    [(Measure.COUNT, "两块", "2", "块"), (Measure.SPACING, "两三毫米", "2-3", "毫米")],
)
PLANE: Final = step_from(
    "板子固定在工作台上，用刨子往前刨，刨花要薄要匀。",
    [(F.ACTION, "刨"), (F.TOOL, "刨子"), (F.MATERIAL, "板子")],
)
ONE_CUT: Final = step_from(
    "右手握竹刀，在泥片上一刀划开，中间不停。",
    [(F.ACTION, "划"), (F.HAND, "右手"), (F.TOOL, "竹刀"), (F.PLACE, "泥片上")],
)
SAMPLES: Final = {
    "scrape": request_for(SCRAPE, ("竹编", "刮青"), (2, 9), "刮去竹青", 350),
    "scrape_score": request_for(SCORE, ("陶艺", "接泥片"), (4, 10), "把接口划毛", 512),
    "scrape_plane": request_for(PLANE, ("木作", "刨板"), (1, 6), "把板子刨平", None),
    "scrape_cut": request_for(ONE_CUT, ("紫砂", "裁泥片"), (3, 8), "一刀划开泥片", 77),
}
