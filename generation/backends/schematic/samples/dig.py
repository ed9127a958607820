"""Digging in the ground."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
DIG: Final = step_from(
    "两个人先在窑边上挖一个坑，深要一丈多，口上两尺宽就够。",
    [(F.ACTION, "挖"), (F.PLACE, "窑边上"), (F.MATERIAL, "坑")],
    [(Measure.DEPTH, "一丈多", "≈1", "丈"), (Measure.WIDTH, "两尺", "2", "尺")],
)
POND: Final = step_from(
    "右手握住铁锹，在竹林边挖塘，一锹一锹把土翻到旁边。",
    [(F.ACTION, "挖"), (F.HAND, "右手"), (F.TOOL, "铁锹"), (F.PLACE, "竹林边"), (F.MATERIAL, "塘")],
)
SAMPLES: Final = {
    "dig": request_for(DIG, ("烧瓷", "砌窑"), (1, 12), "先挖一个深坑", 61),
    "dig_pond": request_for(POND, ("竹纸", "沤竹"), (2, 9), "在林边挖塘", None),
}
