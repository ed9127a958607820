"""Rolling: dough under a pin, clay under a roller, a strand under the palm."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
DOUGH: Final = step_from(
    "面团醒透了，双手拿擀面杖擀，擀四遍，擀成二十厘米的圆片，三毫米厚。",
    [(F.ACTION, "擀"), (F.HAND, "双手"), (F.TOOL, "擀面杖"), (F.MATERIAL, "面团")],
    [
        (Measure.REPETITION, "四遍", "4", "遍"),
        (Measure.DIAMETER, "二十厘米", "20", "厘米"),
        (Measure.THICKNESS, "三毫米", "3", "毫米"),
    ],
)
COIL: Final = step_from(
    "泥在案板上用右手搓条，来回搓，搓到一厘米粗、三十来厘米长。",
    [(F.ACTION, "搓条"), (F.HAND, "右手"), (F.MATERIAL, "泥"), (F.PLACE, "案板上")],
    [(Measure.DIAMETER, "一厘米粗", "1", "厘米"), (Measure.LENGTH, "三十来厘米", "≈30", "厘米")],
)
STRAND: Final = step_from(
    "左手把麻线搓成股，两三毫米粗就行。",
    [(F.ACTION, "搓成"), (F.HAND, "左手"), (F.MATERIAL, "麻线")],
    [(Measure.DIAMETER, "两三毫米", "2-3", "毫米")],
)
BARE: Final = step_from("接着把它擀开。", [(F.ACTION, "擀")])
SAMPLES: Final = {
    "roll_dough": request_for(DOUGH, ("面塑", "擀片"), (2, 6), "面团擀成圆片", 58),
    "roll_coil": request_for(COIL, ("陶艺", "泥条盘筑"), (3, 9), "搓泥条", 164),
    "roll_strand": request_for(STRAND, ("制绳", ""), (4, 5), "麻线搓成股", 300),
    "roll_bare": request_for(BARE, ("制毡", ""), (5, 7), "把它擀开", None),
}
