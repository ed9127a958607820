"""Kiln, open fire, quenching."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
KILN: Final = step_from(
    "碗坯装好窑，松柴慢慢烧，烧到一千二三百度，前后三十个小时。",
    [(F.ACTION, "烧"), (F.MATERIAL, "碗坯"), (F.PLACE, "窑"), (F.MANNER, "慢慢")],
    [(Measure.TEMPERATURE, "一千二三百度", "1200-1300", "度"), (Measure.DURATION, "三十个小时", "30", "小时")],
)
LIT: Final = step_from("窑门封好，早上就点火烧窑。", [(F.ACTION, "点火")])
ROAST: Final = step_from(
    "茶叶摊在焙笼里，炭火上焙两个时辰。",
    [(F.ACTION, "焙"), (F.MATERIAL, "茶叶"), (F.PLACE, "炭火上")],
    [(Measure.DURATION, "两个时辰", "2", "时辰")],
)
BAKE: Final = step_from(
    "竹片在文火上烤，烤到冒汗再弯。",
    [(F.ACTION, "烤"), (F.MATERIAL, "竹片"), (F.PLACE, "文火上"), (F.RESULT, "冒汗")],
)
QUENCH: Final = step_from(
    "左手拿火钳，把烧红的铁块往水桶里一淬。",
    [(F.ACTION, "淬"), (F.HAND, "左手"), (F.TOOL, "火钳"), (F.MATERIAL, "铁块"), (F.PLACE, "水桶里")],
)
SAMPLES: Final = {
    "kiln": request_for(KILN, ("景德镇制瓷", "烧窑"), (8, 8), "松柴烧窑", 3011),
    "lit": request_for(LIT, ("建盏", "烧窑"), (9, 10), "点火", None),
    "roast": request_for(ROAST, ("岩茶", "焙火"), (6, 7), "炭火焙茶两个时辰", 415),
    "bake": request_for(BAKE, ("竹编", "烤竹"), (3, 9), "文火烤竹片", 120),
    "quench": request_for(QUENCH, ("龙泉宝剑", "淬火"), (7, 9), "铁块淬水", 77),
}
