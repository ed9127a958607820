"""Blows on a point: a nail, a graver, a club on fibre, a pestle."""

from typing import Final

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
NAIL: Final = step_from(
    "木板对齐以后，右手抡锤子，敲五下，把竹钉打进去，进去二十毫米才咬得住。",
    [(F.ACTION, "打进"), (F.HAND, "右手"), (F.TOOL, "锤子"), (F.MATERIAL, "竹钉"), (F.PLACE, "木板")],
    [(Measure.REPETITION, "五下", "5", "下"), (Measure.DEPTH, "二十毫米", "20", "毫米")],
)
GRAVER: Final = step_from(
    "左手扶住錾子，右手拿小锤一下一下敲，铜片上錾出半个毫米来深的沟。",
    [(F.ACTION, "錾"), (F.HAND, "左手"), (F.HAND, "右手"), (F.TOOL, "錾子"), (F.TOOL, "小锤"), (F.MATERIAL, "铜片")],
    [(Measure.DEPTH, "半个毫米来深", "≈0.5", "毫米")],
)
FIBRE: Final = step_from(
    "竹麻泡软了，左手拿木棒来回捶打，捶三遍，丝就开了。",
    [(F.ACTION, "捶打"), (F.HAND, "左手"), (F.TOOL, "木棒"), (F.MATERIAL, "竹麻")],
    [(Measure.REPETITION, "三遍", "3", "遍")],
)
POUND: Final = step_from(
    "米团倒进石臼，拿木杵舂，舂到没有颗粒。",
    [(F.ACTION, "舂"), (F.TOOL, "木杵"), (F.MATERIAL, "米团"), (F.PLACE, "石臼")],
)
STONE_PESTLE: Final = step_from(
    "右手拿石杵，把晒干的颜料在石臼里捣细，捣八下翻一翻。",
    [(F.ACTION, "捣"), (F.HAND, "右手"), (F.TOOL, "石杵"), (F.MATERIAL, "颜料"), (F.PLACE, "石臼")],
    [(Measure.REPETITION, "八下", "8", "下")],
)
BARE: Final = step_from("接着就是不停地捶。", [(F.ACTION, "捶")])
SAMPLES: Final = {
    "strike_nail": request_for(NAIL, ("榫卯", "拼板"), (4, 8), "竹钉打进拼缝", 131),
    "strike_graver": request_for(GRAVER, ("錾铜", "錾花"), (3, 7), "在铜片上錾出沟线", 77),
    "strike_fibre": request_for(FIBRE, ("竹纸", "捶料"), (5, 12), "竹麻捶开", 402),
    "strike_pound": request_for(POUND, ("年糕", "舂米"), (2, 4), "米团舂到没有颗粒", 65),
    "strike_stone_pestle": request_for(STONE_PESTLE, ("矿彩", "捣色"), (2, 6), "石臼里捣细颜料", 318),
    "strike_bare": request_for(BARE, ("造纸", ""), (6, 9), "不停地捶", None),
}
