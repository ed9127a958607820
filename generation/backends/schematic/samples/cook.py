"""A pot on the fire."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
BOIL: Final = step_from(
    "竹子下锅加石灰水煮，柴火不能断，煮上五天五夜。",
    [(F.ACTION, "煮"), (F.MATERIAL, "竹子"), (F.MATERIAL, "石灰水"), (F.PLACE, "锅")],
    [(Measure.DURATION, "五天五夜", "5", "天")],
)
PASTE: Final = step_from(
    "豆沙馅要小火慢慢熬，熬到铲子立得住。",
    [(F.ACTION, "熬"), (F.MATERIAL, "豆沙馅"), (F.MANNER, "慢慢")],
)
STEAM: Final = step_from(
    "米团上蒸笼蒸二十分钟。",
    [(F.ACTION, "蒸"), (F.MATERIAL, "米团"), (F.PLACE, "蒸笼")],
    [(Measure.DURATION, "二十分钟", "20", "分钟")],
)
FRY: Final = step_from(
    "右手拿锅铲炒茶，大火，一刻不停地翻。",
    [(F.ACTION, "炒"), (F.HAND, "右手"), (F.TOOL, "锅铲"), (F.MATERIAL, "茶")],
)
FRY_LEFT: Final = step_from("左手炒红豆。", [(F.ACTION, "炒"), (F.HAND, "左手"), (F.MATERIAL, "红豆")])
MELT: Final = step_from(
    "蜡块放在锅里，烧到七八十度，让它自己化开。",
    [(F.ACTION, "化开"), (F.MATERIAL, "蜡块"), (F.PLACE, "锅里")],
    [(Measure.TEMPERATURE, "七八十度", "70-80", "度")],
)
SLOW: Final = step_from("糖搁锅里慢慢化开，别急。", [(F.ACTION, "化开"), (F.MATERIAL, "糖"), (F.PLACE, "锅里")])
SAMPLES: Final = {
    "boil": request_for(BOIL, ("竹纸", "煮料"), (5, 14), "石灰水煮竹五天五夜", 802),
    "cook_paste": request_for(PASTE, ("糕饼", "熬馅"), (3, 9), "慢火熬豆沙馅", 310),
    "steam": request_for(STEAM, ("米塑", "蒸制"), (7, 8), "蒸二十分钟", 95),
    "fry": request_for(FRY, ("绿茶制作", "杀青"), (2, 7), "右手翻炒", 18),
    "fry_left": request_for(FRY_LEFT, ("糕饼", "豆馅"), (2, 9), "炒红豆", None),
    "melt": request_for(MELT, ("蜡染", "化蜡"), (2, 9), "蜡块化到七八十度", 260),
    "slow": request_for(SLOW, ("糖画", "熬糖"), (1, 5), "糖慢慢化开", None),
}
