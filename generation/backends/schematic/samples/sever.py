"""One cut through a thing."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
ROD: Final = step_from(
    "右手拿锯子，把竹竿锯成段，一段四五尺长。",
    [(F.ACTION, "锯"), (F.HAND, "右手"), (F.TOOL, "锯子"), (F.MATERIAL, "竹竿")],
    [(Measure.LENGTH, "四五尺", "4-5", "尺")],
)
CLAY: Final = step_from(
    "拿钢丝从泥坨上割一块下来，够做一把壶就行。",
    [(F.ACTION, "割"), (F.TOOL, "钢丝"), (F.PLACE, "泥坨上")],
)
DOUGH: Final = step_from(
    "左手拿菜刀，把面团切成四份，一份一份摆开。",
    [(F.ACTION, "切"), (F.HAND, "左手"), (F.TOOL, "菜刀"), (F.MATERIAL, "面团")],
    [(Measure.COUNT, "四份", "4", "份")],
)
THREAD: Final = step_from(
    "绣完了翻到背面，右手拿小剪子，贴着绸面把线头剪掉。",
    [(F.ACTION, "剪"), (F.HAND, "右手"), (F.TOOL, "小剪子"), (F.MATERIAL, "线头"), (F.PLACE, "绸面")],
)
SHEET: Final = step_from(
    "白布先裁成三十厘米见方，边要直。",
    [(F.ACTION, "裁"), (F.MATERIAL, "白布")],
    [(Measure.AREA, "三十厘米见方", "30", "厘米")],
)
FELL: Final = step_from(
    "入冬了上山砍毛竹，右手抡柴刀，三下就砍倒一根。",
    [(F.ACTION, "砍"), (F.HAND, "右手"), (F.TOOL, "柴刀"), (F.MATERIAL, "毛竹")],
    [(Measure.REPETITION, "三下", "3", "下")],
)
SAMPLES: Final = {
    "sever_rod": request_for(ROD, ("竹编", "下料"), (1, 8), "把竹竿锯成四五尺一段", 210),
    "sever_clay": request_for(CLAY, ("紫砂", "取泥"), (1, 9), "割一块泥下来", 15),
    "sever_dough": request_for(DOUGH, ("面塑", "分面"), (2, 7), "把面团切成四份", None),
    "sever_thread": request_for(THREAD, ("绣花", "收针"), (9, 9), "剪去线头", 1880),
    "sever_sheet": request_for(SHEET, ("扎染", "备布"), (1, 6), "裁布", None),
    "sever_fell": request_for(FELL, ("竹纸", "备料"), (1, 12), "上山砍竹", 33),
}
