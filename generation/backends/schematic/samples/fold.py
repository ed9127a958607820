"""Folding, stacking, bending."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
STACK: Final = step_from(
    "红纸裁好了，五张叠齐，边对边，角对角。",
    [(F.ACTION, "叠齐"), (F.MATERIAL, "红纸")],
    [(Measure.LAYERS, "五张", "5", "张")],
)
HALVE: Final = step_from(
    "右手把红纸捏住，对折两次，折痕要压死。",
    [(F.ACTION, "对折"), (F.HAND, "右手"), (F.MATERIAL, "红纸")],
    [(Measure.REPETITION, "两次", "2", "次")],
)
PLEAT: Final = step_from(
    "左手推着白布来回折，折成六层，再拿去捆。",
    [(F.ACTION, "折成"), (F.HAND, "左手"), (F.MATERIAL, "白布")],
    [(Measure.LAYERS, "六层", "6", "层")],
)
EDGE: Final = step_from(
    "皮子的边折起六十度，先不要压平。",
    [(F.ACTION, "折起"), (F.MATERIAL, "皮子")],
    [(Measure.ANGLE, "六十度", "60", "度")],
)
SIMPLE: Final = step_from("纸对折一下就行。", [(F.ACTION, "对折"), (F.MATERIAL, "纸")])
BAMBOO: Final = step_from(
    "竹片拿到炭火上烤软，右手慢慢往上弯，弯到四十五度停住。",
    [(F.ACTION, "弯"), (F.HAND, "右手"), (F.MATERIAL, "竹片"), (F.MANNER, "慢慢")],
    [(Measure.ANGLE, "四十五度", "45", "度")],
)
RING: Final = step_from(
    "左手拿钳子夹住银条，弯成一个圈，直径差不多两厘米。",
    [(F.ACTION, "弯成"), (F.HAND, "左手"), (F.TOOL, "钳子"), (F.MATERIAL, "银条")],
    [(Measure.DIAMETER, "差不多两厘米", "≈2", "厘米")],
)
WILLOW: Final = step_from("柳条趁湿掰弯，做篮子的提手。", [(F.ACTION, "掰弯"), (F.MATERIAL, "柳条")])
WIRE: Final = step_from(
    "铁丝这头弯起来七八十度。",
    [(F.ACTION, "弯"), (F.MATERIAL, "铁丝")],
    [(Measure.ANGLE, "七八十度", "70-80", "度")],
)
SAMPLES: Final = {
    "fold_stack": request_for(STACK, ("剪纸", "套色剪纸"), (2, 9), "五张红纸叠齐", 140),
    "fold": request_for(HALVE, ("剪纸", "团花"), (1, 6), "红纸对折两次", 33),
    "fold_pleat": request_for(PLEAT, ("夹缬", "折布"), (3, 8), "白布来回折六层", None),
    "fold_edge": request_for(EDGE, ("皮具", "折边"), (5, 9), "皮边折起六十度", 810),
    "fold_plain": request_for(SIMPLE, ("剪纸", "单色剪纸"), (1, 5), "对折", None),
    "bend": request_for(BAMBOO, ("油纸伞", "做伞柄"), (4, 12), "火上弯竹片", 504),
    "bend_ring": request_for(RING, ("银饰锻制", "戒圈"), (3, 7), "银条弯成圈", 61),
    "bend_willow": request_for(WILLOW, ("柳编", "提手"), (8, 9), "掰弯柳条", None),
    "bend_wire": request_for(WIRE, ("彩灯", "骨架"), (2, 8), "弯铁丝", None),
}
