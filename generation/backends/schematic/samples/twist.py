"""Twisting strands, and twisting a rope tight."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
TWIST: Final = step_from(
    "三股麻线一头拴牢，右手捏住另一头往里捻，捻它八圈，就成一根绳了。",
    [(F.ACTION, "捻"), (F.HAND, "右手"), (F.MATERIAL, "麻线")],
    [(Measure.COUNT, "三股", "3", "股"), (Measure.REPETITION, "八圈", "8", "圈")],
)
WIRE: Final = step_from(
    "我用左手拧，两根铜丝拧到一起，拧紧就行。",
    [(F.ACTION, "拧"), (F.HAND, "左手"), (F.MATERIAL, "铜丝")],
    [(Measure.COUNT, "两根", "2", "根")],
)
PRESS: Final = step_from(
    "绳子捆好了，中间插一根棍子，绞紧，水就出来了。",
    [(F.ACTION, "绞紧"), (F.MATERIAL, "绳子"), (F.TOOL, "棍子")],
)
PRESS_TURNS: Final = step_from(
    "右手扳住木棍，把麻绳绞五圈，绞到头。",
    [(F.ACTION, "绞"), (F.HAND, "右手"), (F.MATERIAL, "麻绳"), (F.TOOL, "木棍")],
    [(Measure.REPETITION, "五圈", "5", "圈")],
)
SAMPLES: Final = {
    "twist": request_for(TWIST, ("手工制绳", "三股绳"), (4, 6), "三股捻成一根绳", 312),
    "twist_wire": request_for(WIRE, ("花丝镶嵌", "搓丝"), (2, 9), "两根铜丝拧在一起", None),
    "twist_press": request_for(PRESS, ("手工造纸", "压榨"), (7, 9), "插棍绞紧", 96),
    "twist_turns": request_for(PRESS_TURNS, ("榨油", "上榨"), (5, 8), "绞紧麻绳", None),
}
