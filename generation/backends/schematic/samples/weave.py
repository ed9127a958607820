"""Weaving."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
BAMBOO: Final = step_from(
    "右手拿篾条，挑一压一往里编，篾条都是四毫米宽。",
    [(F.ACTION, "编"), (F.HAND, "右手"), (F.MATERIAL, "篾条"), (F.MANNER, "挑一压一")],
    [(Measure.WIDTH, "四毫米", "4", "毫米")],
)
TWILL: Final = step_from(
    "我用左手带篾，挑二压二，一排错开一根，编出来是斜纹。",
    [(F.ACTION, "编"), (F.HAND, "左手"), (F.MATERIAL, "篾"), (F.MANNER, "挑二压二")],
)
LOOM: Final = step_from(
    "梭子带着棉线，从经线当中穿过去，就这么一梭一梭地织。",
    [(F.ACTION, "织"), (F.TOOL, "梭子"), (F.MATERIAL, "棉线")],
)
SCREEN: Final = step_from(
    "帘子是拿刮得极细的竹丝编成的。",
    [(F.ACTION, "编成"), (F.MATERIAL, "竹丝")],
)
SAMPLES: Final = {
    "weave": request_for(BAMBOO, ("竹编", "平编"), (5, 11), "挑一压一编篾", 655),
    "weave_twill": request_for(TWILL, ("竹编", "斜纹编"), (6, 11), "挑二压二编斜纹", None),
    "weave_loom": request_for(LOOM, ("土布织造", "平纹"), (8, 12), "穿梭织布", 97),
    "weave_screen": request_for(SCREEN, ("手工造纸", "制帘"), (2, 9), "竹丝编帘", None),
}
