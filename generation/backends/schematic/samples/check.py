"""Measuring, looking, touching, listening."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
RULED: Final = step_from(
    "右手拿尺子量木板，长要十二厘米，厚三厘米，差一点都不行。",
    [(F.ACTION, "量"), (F.HAND, "右手"), (F.TOOL, "尺子"), (F.MATERIAL, "木板"), (F.CAUTION, "差一点都不行")],
    [(Measure.LENGTH, "十二厘米", "12", "厘米"), (Measure.THICKNESS, "三厘米", "3", "厘米")],
)
SIZES: Final = step_from("这里借用左手边的尺子量尺寸。", [(F.ACTION, "量"), (F.TOOL, "尺子"), (F.MATERIAL, "尺寸")])
FIRE: Final = step_from(
    "看瓷碗的颜色，白里透亮，没有发灰的地方，就是烧到了。",
    [
        (F.ACTION, "看"),
        (F.MATERIAL, "瓷碗"),
        (F.RESULT, "白里透亮"),
        (F.CONDITION, "没有发灰的地方"),
    ],
)
TOUCH: Final = step_from(
    "左手在泥坯上摸，摸着不沾手，才能上釉。",
    [(F.ACTION, "摸"), (F.HAND, "左手"), (F.PLACE, "泥坯"), (F.CONDITION, "摸着不沾手")],
)
RING: Final = step_from("敲一下听声音，瓷瓶要发脆。", [(F.ACTION, "听"), (F.MATERIAL, "瓷瓶"), (F.RESULT, "要发脆")])
SAMPLES: Final = {
    "check_ruled": request_for(RULED, ("木作", "下料"), (2, 9), "量木板的长和厚", 133),
    "check_sizes": request_for(SIZES, ("骨雕", "下料"), (2, 7), "借尺子量尺寸", None),
    "check_fire": request_for(FIRE, ("制瓷", "看火"), (9, 9), "看瓷碗的颜色", 2011),
    "check_touch": request_for(TOUCH, ("制陶", "晾坯"), (4, 9), "摸泥坯干了没有", 600),
    "check_ring": request_for(RING, ("制瓷", "验货"), (9, 9), "听瓷瓶的声音", None),
}
