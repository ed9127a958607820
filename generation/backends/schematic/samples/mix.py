"""Mixing and sieving."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
LIME: Final = step_from(
    "石灰和细砂按一比三放盆里，右手拿木棍搅，搅成灰浆。",
    [
        (F.ACTION, "搅"),
        (F.HAND, "右手"),
        (F.TOOL, "木棍"),
        (F.MATERIAL, "石灰和细砂"),
        (F.PLACE, "盆里"),
        (F.RESULT, "灰浆"),
    ],
    [(Measure.PROPORTION, "一比三", "1", "")],
)
PIGMENT: Final = step_from(
    "左手用筷子在碗里调颜料，顺时针搅五圈。",
    [(F.ACTION, "调"), (F.HAND, "左手"), (F.TOOL, "筷子"), (F.MATERIAL, "颜料"), (F.PLACE, "碗里")],
    [(Measure.REPETITION, "五圈", "5", "圈")],
)
ROCKED: Final = step_from("釉水进去以后，把泥坯荡一遍。", [(F.ACTION, "荡"), (F.MATERIAL, "釉水"), (F.PLACE, "泥坯")])
EARTH: Final = step_from(
    "晒干的土，双手端着六十目的筛子筛，细的才要。",
    [(F.ACTION, "筛"), (F.HAND, "双手"), (F.TOOL, "筛子"), (F.MATERIAL, "土")],
    [(Measure.GRIT, "六十目", "60", "目")],
)
FLOUR: Final = step_from("香粉拿来，左手再筛一道。", [(F.ACTION, "筛"), (F.HAND, "左手"), (F.MATERIAL, "香粉")])
RATIO: Final = LIME.model_copy(
    update={"quantity": (LIME.quantity[0].model_copy(update={"value": "1:3", "low": None, "high": None}),)}
)
SAMPLES: Final = {
    "mix_lime": request_for(RATIO, ("灰塑", "备灰"), (2, 8), "石灰细砂一比三", 205),
    "mix_pigment": request_for(PIGMENT, ("年画", "调色"), (6, 12), "顺时针调颜料", 711),
    "mix_rocked": request_for(ROCKED, ("制瓷", "荡釉"), (6, 9), "荡一遍釉", None),
    "sieve_earth": request_for(EARTH, ("制陶", "备泥"), (1, 9), "筛细土", 44),
    "sieve_powder": request_for(FLOUR, ("制香", "筛粉"), (3, 7), "再筛一道香粉", None),
}
