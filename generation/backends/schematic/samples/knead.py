"""Working a soft mass by hand: clay, dough, a bowl, a figure."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
CLAY: Final = step_from(
    "泥巴搁在石板上，双手往前揉，揉八下换一面。",
    [(F.ACTION, "揉"), (F.HAND, "双手"), (F.MATERIAL, "泥巴"), (F.PLACE, "石板上")],
    [(Measure.REPETITION, "八下", "8", "下")],
)
DOUGH: Final = step_from(
    "面要揉到，揉个两百来下，面才筋道。",
    [(F.ACTION, "揉"), (F.MATERIAL, "面")],
    [(Measure.REPETITION, "两百来下", "≈200", "下")],
)
BOWL: Final = step_from(
    "左手转着，右手把泥团捏成小碗，壁厚四毫米上下。",
    [(F.ACTION, "捏成"), (F.HAND, "右手"), (F.MATERIAL, "泥团")],
    [(Measure.THICKNESS, "四毫米上下", "≈4", "毫米")],
)
FIGURE: Final = step_from(
    "面团在左手里捏，捏出个小坑来放馅。",
    [(F.ACTION, "捏"), (F.HAND, "左手"), (F.MATERIAL, "面团")],
)
BARE: Final = step_from("然后接着揉。", [(F.ACTION, "揉")])
SAMPLES: Final = {
    "knead_clay": request_for(CLAY, ("紫砂", "揉泥"), (1, 8), "揉泥", 35),
    "knead_dough": request_for(DOUGH, ("面塑", "和面"), (2, 6), "面要揉到", 21),
    "knead_bowl": request_for(BOWL, ("陶艺", "手捏"), (3, 7), "泥团捏成小碗", 188),
    "knead_figure": request_for(FIGURE, ("糕点", ""), (4, 7), "面团捏出小坑", 92),
    "knead_bare": request_for(BARE, ("陶艺", ""), (2, 5), "接着揉", None),
}
