"""Winding and tying."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
WRAP: Final = step_from(
    "左手捏住刀把，右手拿藤皮往刀把上缠，一圈挨一圈拉紧，缠够九圈。",
    [(F.ACTION, "缠"), (F.HAND, "右手"), (F.MATERIAL, "藤皮"), (F.MANNER, "一圈挨一圈")],
    [(Measure.REPETITION, "九圈", "9", "圈")],
)
SPACED: Final = step_from(
    "我左手拿铜丝，在竹竿上绕，隔五毫米绕一道，绕它六七道。",
    [(F.ACTION, "绕"), (F.HAND, "左手"), (F.MATERIAL, "铜丝"), (F.PLACE, "竹竿上")],
    [(Measure.SPACING, "五毫米", "5", "毫米"), (Measure.COUNT, "六七道", "6-7", "道")],
)
BIND: Final = step_from(
    "纸摞齐了，压上一块木板，再拿麻绳捆上。",
    [(F.ACTION, "捆上"), (F.MATERIAL, "纸"), (F.MATERIAL, "麻绳")],
)
NECK: Final = step_from(
    "拿红线在瓶口绕三圈，拉紧。",
    [(F.ACTION, "绕"), (F.MATERIAL, "红线"), (F.PLACE, "瓶口")],
    [(Measure.COUNT, "三圈", "3", "圈")],
)
TIE_DYE: Final = step_from(
    "把白布捏成一撮，右手用棉线扎紧，扎四五道。",
    [(F.ACTION, "扎紧"), (F.HAND, "右手"), (F.MATERIAL, "白布"), (F.MATERIAL, "棉线")],
    [(Measure.COUNT, "四五道", "4-5", "道")],
)
KNOT: Final = step_from(
    "左手把绳头捏住，右手绕一个圈从里头穿过来，打结，抽紧。",
    [(F.ACTION, "打结"), (F.HAND, "右手"), (F.MATERIAL, "绳头")],
)
KNOTS: Final = step_from(
    "用丝线连着打结，打三个，结跟结隔两厘米。",
    [(F.ACTION, "打结"), (F.MATERIAL, "丝线")],
    [(Measure.COUNT, "三个", "3", "个"), (Measure.SPACING, "两厘米", "2", "厘米")],
)
HANG: Final = step_from(
    "最后拿左手把手绳挂上，拉一拉，牢了就行。",
    [(F.ACTION, "挂上"), (F.HAND, "左手"), (F.MATERIAL, "手绳")],
)
TIE: Final = step_from(
    "红线系在木棍上，系紧。",
    [(F.ACTION, "系"), (F.MATERIAL, "红线"), (F.PLACE, "木棍上")],
)
SAMPLES: Final = {
    "wrap": request_for(WRAP, ("藤编", "缠把"), (7, 9), "用藤皮缠刀把", 421),
    "wrap_spaced": request_for(SPACED, ("灯彩", "扎架"), (2, 8), "竹竿上绕铜丝", None),
    "wrap_bind": request_for(BIND, ("手工造纸", "压榨"), (6, 9), "捆住纸摞", 88),
    "wrap_neck": request_for(NECK, ("酿酒", "封口"), (9, 9), "瓶口绕线", None),
    "wrap_dye": request_for(TIE_DYE, ("扎染", "扎结"), (3, 7), "扎紧布撮", 1040),
    "knot": request_for(KNOT, ("渔网编织", "接绳"), (2, 7), "绳头打结", 205),
    "knot_row": request_for(KNOTS, ("香包", "穗子"), (6, 8), "丝线连打三个结", None),
    "knot_hang": request_for(HANG, ("核雕", "手把件"), (9, 9), "挂上手绳", None),
    "knot_tie": request_for(TIE, ("风筝", "拴线"), (7, 10), "红线系在木棍上", 77),
}
