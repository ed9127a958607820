"""Pulling strands, stretching sheets, splitting."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
THREAD: Final = step_from(
    "右手把红线往上拉，拉到贴住绸面就停，别勒出坑来。",
    [(F.ACTION, "拉"), (F.HAND, "右手"), (F.MATERIAL, "红线"), (F.RESULT, "贴住绸面")],
)
THREAD_LEFT: Final = step_from(
    "左手抽线，线跟布面六十度，抽到不松为止。",
    [(F.ACTION, "抽"), (F.HAND, "左手"), (F.MATERIAL, "线"), (F.PLACE, "布面")],
    [(Measure.ANGLE, "六十度", "60", "度")],
)
ROPE: Final = step_from("绕完两道，把麻绳拉紧，不要留空。", [(F.ACTION, "拉紧"), (F.MATERIAL, "麻绳")])
TAUT: Final = step_from("线头咬住，左手一下拉紧。", [(F.ACTION, "拉紧"), (F.HAND, "左手")])
SILK: Final = step_from(
    "八个茧并成一根，右手慢慢抽丝，抽到一米二再绕上去。",
    [(F.ACTION, "抽丝"), (F.HAND, "右手"), (F.MATERIAL, "丝"), (F.MANNER, "慢慢")],
    [(Measure.COUNT, "八个", "8", "个"), (Measure.LENGTH, "一米二", "1.2", "米")],
)
WIRE: Final = step_from(
    "钳子夹住铜丝头，从眼里拉过去，拉细到零点五毫米粗。",
    [(F.ACTION, "拉"), (F.TOOL, "钳子"), (F.MATERIAL, "铜丝"), (F.RESULT, "拉细")],
    [(Measure.DIAMETER, "零点五毫米", "0.5", "毫米")],
)
DOUGH: Final = step_from(
    "双手抓着面往两边抻，抻到一米半，抻五下。",
    [(F.ACTION, "抻"), (F.HAND, "双手"), (F.MATERIAL, "面")],
    [(Measure.LENGTH, "一米半", "1.5", "米"), (Measure.REPETITION, "五下", "5", "下")],
)
SUGAR: Final = step_from(
    "趁热，右手扯住糖，反复拉，拉得发白。",
    [(F.ACTION, "拉"), (F.HAND, "右手"), (F.MATERIAL, "糖"), (F.MANNER, "反复")],
)
SPLIT: Final = step_from(
    "左手捏住丝线，右手一捻，一根劈成四份。",
    [(F.ACTION, "劈"), (F.HAND, "左手"), (F.HAND, "右手"), (F.MATERIAL, "丝线")],
    [(Measure.SPLIT, "四份", "4", "份")],
)
SPLIT_BARE: Final = step_from(
    "一根劈成四份，细活儿都得这么来。", [(F.ACTION, "劈")], [(Measure.SPLIT, "四份", "4", "份")]
)
BAMBOO: Final = step_from(
    "右手用篾刀把竹子劈开，劈成八片，片片一样宽。",
    [(F.ACTION, "劈开"), (F.HAND, "右手"), (F.TOOL, "篾刀"), (F.MATERIAL, "竹子")],
    [(Measure.COUNT, "八片", "8", "片")],
)
LATH: Final = step_from(
    "左手拿刀，竹篾劈成三层，头层青留着编花。",
    [(F.ACTION, "劈"), (F.HAND, "左手"), (F.TOOL, "刀"), (F.MATERIAL, "竹篾")],
    [(Measure.LAYERS, "三层", "3", "层")],
)
HOOP: Final = step_from(
    "右手把绸子绷在花绷上，直径二十厘米，绷紧了再落针。",
    [(F.ACTION, "绷"), (F.HAND, "右手"), (F.MATERIAL, "绸子"), (F.PLACE, "花绷上")],
    [(Measure.DIAMETER, "二十厘米", "20", "厘米")],
)
ON_FRAME: Final = step_from("先上绷，绷面一定要绷紧。", [(F.ACTION, "上绷"), (F.MATERIAL, "绷面")])
SKIN: Final = step_from(
    "左手扯住驴皮，绷在木框上，绷到没有一点褶子。",
    [(F.ACTION, "绷"), (F.HAND, "左手"), (F.MATERIAL, "驴皮"), (F.PLACE, "木框上")],
)
UPHOLD: Final = step_from("骨架要能把整个图撑起来。", [(F.ACTION, "撑"), (F.MATERIAL, "整个图")])
SAMPLES: Final = {
    "pull": request_for(THREAD, ("苏绣", "平针"), (4, 7), "拉线贴面", 760),
    "pull_left": request_for(THREAD_LEFT, ("布老虎", "缝合"), (4, 9), "抽线", None),
    "pull_rope": request_for(ROPE, ("竹编", "扎架"), (6, 8), "拉紧麻绳", 412),
    "pull_taut": request_for(TAUT, ("盘扣", "收线"), (5, 6), "拉紧", None),
    "pull_silk": request_for(SILK, ("缫丝", "抽丝"), (2, 5), "八茧合一丝", 98),
    "pull_wire": request_for(WIRE, ("花丝镶嵌", "拔丝"), (1, 8), "拉细铜丝", 215),
    "pull_dough": request_for(DOUGH, ("拉面", "抻面"), (3, 4), "抻五下", 33),
    "pull_sugar": request_for(SUGAR, ("糖塑", "扯糖"), (2, 5), "反复拉糖", None),
    "stretch_hoop": request_for(HOOP, ("苏绣", "上绷"), (1, 7), "把绸子绷紧", 41),
    "stretch_frame": request_for(ON_FRAME, ("湘绣", "上绷"), (1, 6), "上绷绷紧", None),
    "stretch_skin": request_for(SKIN, ("皮影", "绷皮"), (2, 9), "绷皮", 180),
    "stretch_unsaid": request_for(UPHOLD, ("扎灯", "撑架"), (5, 7), "撑起来", None),
    "split": request_for(SPLIT, ("苏绣", "劈丝"), (2, 7), "一根劈成四份", 55),
    "split_bare": request_for(SPLIT_BARE, ("蜀绣", "劈丝"), (2, 6), "劈丝", None),
    "split_bamboo": request_for(BAMBOO, ("竹编", "破竹"), (1, 8), "劈成八片", 20),
    "split_lath": request_for(LATH, ("竹编", "启篾"), (3, 8), "劈成三层", None),
}
